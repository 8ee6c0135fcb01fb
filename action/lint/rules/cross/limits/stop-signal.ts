import { processEntry, unitEntry } from "../../../model/launchers.ts";
import { numberTold } from "../../../model/servers.ts";
import type { Server } from "../../../model/types.ts";
import { serverRule } from "../../../rule.ts";
import { unit } from "../examples.ts";

export const stopSignal = serverRule({
  id: "cross/stop-signal",
  severity: "warning",
  summary: "A stop of the unit interrupts requests or leaves workers behind",
  why: `gunicorn finishes its requests on SIGTERM; SIGINT and SIGQUIT make it drop them. Whatever is still running after \`TimeoutStopSec=\` (supervisor:
\`stopwaitsecs\`) is killed, so it has to be longer than \`graceful_timeout\`. With \`KillMode=process\` only the master gets a signal, and workers that
it does not stop keep the socket of the old release.`,
  bad: {
    "deploy/shop.service": unit(
      "ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app",
      "KillSignal=SIGQUIT",
    ),
  },
  good: {
    "deploy/shop.service": unit(
      "ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app",
      "KillMode=mixed",
    ),
  },
  check(server, { report }) {
    const { starter } = server;
    if (starter?.by !== "systemd" && starter?.by !== "supervisor") return;
    const said = (unitKey: string, programKey: string) => processEntry(starter, unitKey, programKey)?.value;
    const signal = said("KillSignal", "stopsignal");
    const name = signal?.text.toUpperCase().replace(/^SIG/, "");
    if (signal && name === "KILL") {
      report(
        signal,
        `${server.program} is killed at once: every request in progress is a 502, and its socket file stays behind.`,
      );
    } else if (signal && server.program === "gunicorn" && /^(INT|QUIT)$/.test(name ?? "")) {
      report(
        signal,
        `On SIG${name} gunicorn quits at once: each restart fails every request in progress. SIGTERM lets it finish them.`,
      );
    }
    const mode = unitEntry(starter, "KillMode")?.value;
    if (mode && /^(process|none)$/.test(mode.text)) {
      report(
        mode,
        `KillMode=${mode.text} leaves the workers alone: what does not end with its master keeps running the old release.`,
      );
    }
    const wait = said("TimeoutStopSec", "stopwaitsecs");
    const graceful = gracefulOf(server);
    const most = graceful?.number ?? (server.program === "gunicorn" && !server.partial ? 30 : 0);
    const seconds = wait && /^\d+s?$/.test(wait.text) ? Number.parseInt(wait.text, 10) : undefined;
    if (wait && seconds !== undefined && seconds > 0 && seconds < most) {
      report(
        wait,
        `The server is killed after ${seconds} seconds, and its workers may take ${most} to finish: requests are interrupted at each restart.`,
        {
          // Without a graceful timeout only info: gunicorn's own example has less than gunicorn's default.
          severity: graceful ? "warning" : "info",
          related: graceful ? [{ at: graceful.at, message: "how long the workers may take" }] : [],
        },
      );
    }
  },
});

/** How long the workers may take for a graceful stop, if the files set it. */
const gracefulOf = (server: Server) =>
  server.program === "uwsgi"
    ? (numberTold(server, "worker-reload-mercy") ?? numberTold(server, "reload-mercy"))
    : numberTold(server, "graceful_timeout");
