import { replace, suggested } from "../../../fix/edit.ts";
import { nginxRule } from "../../../rule.ts";
import { nginx } from "../../examples.ts";

export const defaultServerName = nginxRule({
  id: "nginx/default-server-name",
  severity: "warning",
  summary: "server_name default_server, which is a parameter of listen",
  why: `\`default_server\` behind an address in \`listen\` makes a server the one for all other names. As a \`server_name\` it is a host called "default_server", which no client requests;
the server for all other names is then the first one of the port.`,
  bad: nginx("server { listen 80; server_name default_server; return 204; }"),
  good: nginx("server { listen 80 default_server; server_name _; return 204; }"),
  on: ["server_name"],
  check({ args }, { report }) {
    const name = args.find(({ text }) => text === "default_server" || text === "default");
    if (!name) return;
    report(
      name,
      `\`${name.text}\` is a host name here, which no client requests: it belongs behind the address in \`listen\`.`,
      suggested("write `_`", replace(name, "_")),
    );
  },
});
