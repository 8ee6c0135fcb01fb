import { replace, suggested } from "../../../fix/edit.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const contentTypeTwice = nginxRule({
  id: "nginx/content-type-twice",
  severity: "info",
  summary: "add_header Content-Type, which sends the header a second time",
  why: `\`add_header\` adds, and nginx sends a Content-Type of its own as well: two headers, of which most clients take the first. \`default_type\` sets the one that nginx sends.`,
  bad: server('location = /health { add_header Content-Type text/plain; return 200 "ok"; }'),
  good: server('location = /health { default_type text/plain; return 200 "ok"; }'),
  on: ["add_header"],
  check({ name, args, parent }, { report }) {
    const [header, type] = args;
    if (header?.text.toLowerCase() !== "content-type" || !type) return;
    report(
      header,
      `The response has two Content-Type headers, nginx's own and this one: \`default_type ${type.text};\` sets the one.`,
      // nginx does not accept `default_type` in an `if`.
      parent.owner?.name.text === "if"
        ? {}
        : suggested("write `default_type`", replace({ ...name, end: header.end }, "default_type")),
    );
  },
});
