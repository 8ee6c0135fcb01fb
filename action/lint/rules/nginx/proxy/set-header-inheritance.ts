import { around, type Block, children, type Directive } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

const nameOf = (directive: Directive) => directive.args[0]?.text.toLowerCase() ?? "";

/** The block's own directives of that name; undefined if an include may add some. */
function own(block: Block, name: string): readonly Directive[] | undefined {
  return children(block, "include").length > 0 ? undefined : children(block, name);
}

export const setHeaderInheritance = nginxRule({
  id: "nginx/set-header-inheritance",
  severity: "warning",
  summary: "A header in a location that silently drops all headers set outside of it",
  why: `nginx inherits \`proxy_set_header\` and \`add_header\` whole or not at all: one of them in a location, and none of those in the
server apply there any more. The location then is missing the Host or the security headers that seem to be set for all.`,
  bad: server(
    "proxy_set_header Host $host;",
    "proxy_set_header X-Forwarded-For $remote_addr;",
    "location / { proxy_set_header X-Forwarded-Prefix /shop; proxy_set_header Host $host; proxy_pass http://127.0.0.1:8000; }",
  ),
  good: server(
    "location / { proxy_set_header Host $host; proxy_set_header X-Forwarded-For $remote_addr; proxy_set_header X-Forwarded-Prefix /shop; proxy_pass http://127.0.0.1:8000; }",
  ),
  on: ["location", "if"],
  check(location, { report }) {
    // An `if` that ends in a return is a response of its own, for a preflight for example.
    if (!location.block || (location.name.text === "if" && children(location.block, "return").length > 0)) return;
    for (const name of ["proxy_set_header", "add_header"]) {
      const mine = own(location.block, name);
      if (!mine || mine.length === 0) continue;
      if (name === "proxy_set_header" && children(location.block, "proxy_pass").length === 0) continue;
      const around = outer(location, name);
      const kept = new Set(mine.map(nameOf));
      const lost = around.filter((directive) => !kept.has(nameOf(directive)));
      if (lost.length === 0) continue;
      const list = lost.map((directive) => directive.args[0]?.text).join(", ");
      report(
        mine[0]!,
        `A \`${name}\` here drops all of those outside: ${list} ${lost.length > 1 ? "are" : "is"} not set in this ${location.name.text === "if" ? "`if`" : "location"}.`,
        {
          related: [{ at: lost[0]!, message: "set here for all others" }],
        },
      );
    }
  },
});

/** What would apply if the location had none: the directives of the nearest outer block that has some. */
function outer(location: Directive, name: string): readonly Directive[] {
  for (let block: Block | undefined = location.parent; block; block = around(block)) {
    const there = children(block, name);
    if (there.length > 0) return there;
  }
  return [];
}
