import { safe, wholeLine } from "../../../fix/edit.ts";
import { serverRule } from "../../../rule.ts";
import { canonicalName } from "../../../uwsgi/options.ts";
import { ini } from "../one-file.ts";

export const chmodWithoutUnixSocket = serverRule({
  id: "uwsgi/chmod-without-unix-socket",
  severity: "info",
  summary: "chmod-socket where all sockets are TCP",
  why: `A TCP socket has no mode: \`chmod-socket\` does nothing for it. Every process of the machine may connect to 127.0.0.1:8000;
where that matters, use a unix socket.`,
  bad: ini("socket =", "http-socket = 127.0.0.1:8000", "chmod-socket = 660"),
  good: ini("socket =", "http-socket = 127.0.0.1:8000"),
  check({ program, options, listeners, partial }, { report }) {
    if (
      program !== "uwsgi" ||
      partial ||
      listeners.length === 0 ||
      listeners.some(({ address }) => address.kind !== "tcp")
    )
      return;
    for (const option of options)
      if (canonicalName(option.name.text) === "chmod-socket")
        report(option, "A TCP socket has no mode: this does nothing.", safe("remove it", wholeLine(option)));
  },
});
