import { children, enclosing } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const allowWithoutDeny = nginxRule({
  id: "nginx/allow-without-deny",
  severity: "warning",
  summary: "allow without a deny: everybody is let in",
  why: `nginx goes through \`allow\` and \`deny\` until one fits, and lets in whom none fits. A list of \`allow\` alone keeps nobody out; it needs \`deny all;\` as its last
line. The lists of a block hold only where the block has none of its own.`,
  bad: server("location /admin/ { allow 10.0.0.0/8; return 204; }"),
  good: server("location /admin/ { allow 10.0.0.0/8; deny all; return 204; }"),
  on: ["allow"],
  check(allow, { report }) {
    const { parent } = allow;
    const lines = children(parent, "allow", "deny");
    if (lines[0] !== allow || lines.some(({ name, args }) => name.text === "deny" || args[0]?.text === "all")) return;
    if (children(parent, "include", "deny").length > 0 || enclosing(allow, "rtmp", "application")) return;
    report(allow, "No `deny all;` follows, so everybody else is let in as well.");
  },
});
