import { lineAbove, suggested } from "../../../fix/edit.ts";
import { includedName } from "../../../nginx/includes.ts";
import { around, type Block, children, type Directive, walk } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { nginx } from "../../examples.ts";

export const noMimeTypes = nginxRule({
  id: "nginx/no-mime-types",
  severity: "error",
  summary: "An http block that serves files without mime.types",
  why: `Without \`include mime.types;\` nginx has no type for .css and .js and sends them as text/plain. Browsers reject a style
sheet of that type, so the page has no styles although every file is a 200.`,
  bad: nginx("events {} http { server { listen 80; location /static/ { alias /srv/shop/static/; } } }"),
  good: nginx(
    "events {} http { include mime.types; server { listen 80; location /static/ { alias /srv/shop/static/; } } }",
  ),
  on: ["http"],
  check(http, { report }) {
    if (!http.block) return;
    if (children(http.block, "types").length > 0) return;
    const includes = children(http.block, "include");
    // A file that is not here may contain them; folders of sites do not.
    const types = includes.some(
      (include) => /mime|types/i.test(includedName(include)) || !/[*]/.test(includedName(include)),
    );
    if (types) return;
    const serving = walk({ root: http.block }).filter(({ name }) => name.text === "root" || name.text === "alias");
    if (serving.length === 0 && includes.length === 0) return;
    // A server or location may well have types of its own.
    if (serving.length > 0 && serving.every(hasTypes)) return;
    const first = http.block.children[0];
    report(
      http.name,
      "No mime.types here: style sheets and scripts go out as text/plain, and browsers ignore them.",
      first ? suggested("include mime.types", lineAbove(first, "include mime.types;")) : undefined,
    );
  },
});

/** Whether types apply to a directive, from any block around it. */
function hasTypes(directive: Directive): boolean {
  for (let block: Block | undefined = directive.parent; block; block = around(block)) {
    if (children(block, "types").length > 0) return true;
    if (children(block, "include").some((include) => /mime|types/i.test(includedName(include)))) return true;
  }
  return false;
}
