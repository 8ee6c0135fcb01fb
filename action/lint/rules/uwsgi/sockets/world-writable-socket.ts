import type { Address } from "../../../files/address.ts";
import { inContainer } from "../../../files/containers.ts";
import { replace, suggested } from "../../../fix/edit.ts";
import { serverRule } from "../../../rule.ts";
import { canonicalName } from "../../../uwsgi/options.ts";
import { ini } from "../one-file.ts";

export const worldWritableSocket = serverRule({
  id: "uwsgi/world-writable-socket",
  severity: "warning",
  summary: "A socket that every user of the machine may write to",
  why: `With \`chmod-socket = 666\` any process on the machine can send requests past nginx, with headers, remote address and uwsgi
variables of its choice. 660 is enough, with nginx's user in the socket's group. A bare \`chmod-socket\` is 666 too.`,
  bad: ini("chmod-socket = 666"),
  good: ini("chmod-socket = 660"),
  check({ program, options, listeners }, { project, report }) {
    if (program !== "uwsgi" || listeners.every(({ address }) => isPort(address))) return;
    for (const option of options) {
      const text = option.value?.text.trim() ?? "";
      if (canonicalName(option.name.text) !== "chmod-socket" || !/^0?[0-7]{2}[2367]$|^$/.test(text)) continue;
      const at = option.value && text !== "" ? option.value : option;
      report(
        option,
        `Mode ${text || "666"}: every user and process of the machine can write to this socket, past nginx.`,
        {
          // A container has no other users.
          severity: inContainer(project) ? "info" : "warning",
          fix: suggested("660", replace(at, at === option ? `${option.name.text} = 660` : "660")),
        },
      );
    }
  },
});

/** A TCP port, including one that a template fills in: `:{{ port }}`. */
const isPort = (address: Address) =>
  address.kind === "tcp" || (address.kind === "unknown" && /^[\w.*-]*:/.test(address.at.text.trim()));
