import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const hostFromClient = nginxRule({
  id: "nginx/host-from-client",
  severity: "info",
  summary: "The app's Host is set to the client's unchecked header",
  why: `\`$http_host\` is the client's header to the letter, \`$arg_…\` a parameter; with an absolute URL in the request line the header and the host that nginx chose
the server by may differ. An app that builds links or reset mails from it can be made to name another host. \`$host\` is the name that nginx itself uses.`,
  bad: server(
    "location / { proxy_set_header Host $http_host; proxy_set_header X-Forwarded-For $remote_addr; proxy_pass http://127.0.0.1:8000; }",
  ),
  good: server(
    "location / { proxy_set_header Host $host; proxy_set_header X-Forwarded-For $remote_addr; proxy_pass http://127.0.0.1:8000; }",
  ),
  on: ["proxy_set_header"],
  check({ args: [name, value] }, { report }) {
    if (name?.text.toLowerCase() !== "host" || !/^\$(http_host|arg_\w+|cookie_\w+)$/.test(value?.text ?? "")) return;
    report(value!, `The app's Host is what the client sent: \`$host\` is the name by which nginx chose this server.`, {
      severity: value?.text === "$http_host" ? "info" : "warning",
    });
  },
});
