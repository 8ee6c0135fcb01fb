import { isPublic } from "../../files/address.ts";
import { replace, suggested } from "../../fix/edit.ts";
import { setting } from "../../model/launchers.ts";
import { defineRule } from "../../rule.ts";
import { program } from "./programs.ts";

const http = (lines: string) => `[inet_http_server]\n${lines}\n\n${program()}`;

export const publicPort = defineRule({
  id: "supervisor/public-port",
  severity: "error",
  summary: "The web interface of supervisord is open to every client",
  why: `\`[inet_http_server]\` starts and stops programs over HTTP, and its XML-RPC interface runs any command. On a port of every address every client can use it as root, without a
password at once, with one in clear text. Listen on 127.0.0.1:9001, or on no port: supervisorctl uses the unix socket.`,
  bad: http("port=*:9001"),
  good: http("port=127.0.0.1:9001"),
  check({ project, report }) {
    for (const section of project.supervisor.flatMap((file) => file.sections)) {
      const port = section.name.text === "inet_http_server" ? setting(section, "port") : undefined;
      const [, host, number] = /^(?:(.*):)?(\d+)$/.exec(port?.value.text ?? "") ?? [];
      if (!port || !number || !isPublic(host ?? "")) continue;
      const open = !setting(section, "password");
      report(
        port,
        `Every client that reaches port ${number} can start and stop programs as supervisord's user${open ? ": no password is set" : ", with a password that is sent in clear text"}.`,
        {
          severity: open ? "error" : "warning",
          fix: suggested("listen on 127.0.0.1", replace(port.value, `127.0.0.1:${number}`)),
        },
      );
    }
  },
});
