import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const versionShown = nginxRule({
  id: "nginx/version-shown",
  severity: "info",
  summary: "nginx shows its version in headers and error pages",
  why: `\`server_tokens on\` puts the version into the Server header and below error pages. It is no vulnerability by itself; it saves an attacker who looks for one version the trouble
of asking.`,
  bad: server("server_tokens on;", "return 204;"),
  good: server("server_tokens off;", "return 204;"),
  on: ["server_tokens"],
  check(tokens, { report }) {
    if (tokens.args[0]?.text === "on") report(tokens, "The Server header and error pages show nginx's version.");
  },
});
