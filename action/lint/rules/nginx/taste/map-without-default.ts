import { children } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { nginx } from "../../examples.ts";

export const mapWithoutDefault = nginxRule({
  id: "nginx/map-without-default",
  severity: "info",
  summary: "A map without a default",
  why: `A value that no line of a \`map\` matches becomes the empty string: an empty upstream name is a 500, an empty redirect leads to the page itself. \`default\` says what is meant.`,
  bad: nginx("map $uri $target { /old /new; }", "server { listen 80; return 204; }"),
  good: nginx("map $uri $target { default /; /old /new; }", "server { listen 80; return 204; }"),
  on: ["map"],
  check(map, { report }) {
    const { block } = map;
    if (!block || block.children.length === 0 || children(block, "default", "include").length > 0) return;
    // A regex that matches everything, or '' for an empty value, is a default too.
    if (block.children.some(({ name }) => /^~\*?\^?\.\*\$?$|^~\*?\.$/.test(name.text))) return;
    report(
      map.name,
      `\`${map.args[1]?.text ?? "The variable"}\` is empty for values that no line here matches: there is no \`default\`.`,
    );
  },
});
