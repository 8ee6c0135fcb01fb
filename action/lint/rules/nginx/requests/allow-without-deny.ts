import { children, enclosing } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const allowWithoutDeny = nginxRule({
  id: "nginx/allow-without-deny",
  severity: "warning",
  summary: "allow without a deny: every client is let in",
  why: `nginx checks \`allow\` and \`deny\` until one matches, and lets in a client that none matches. A list of \`allow\` alone blocks no client; it needs \`deny all;\` as its last
line. A block inherits the lists only if it has none of its own.`,
  bad: server("location /admin/ { allow 10.0.0.0/8; return 204; }"),
  good: server("location /admin/ { allow 10.0.0.0/8; deny all; return 204; }"),
  on: ["allow"],
  check(allow, { report }) {
    const { parent } = allow;
    const lines = children(parent, "allow", "deny");
    if (lines[0] !== allow || lines.some(({ name, args }) => name.text === "deny" || args[0]?.text === "all")) return;
    if (children(parent, "include", "deny").length > 0 || enclosing(allow, "rtmp", "application")) return;
    report(allow, "No `deny all;` follows, so every other client is let in as well.");
  },
});
