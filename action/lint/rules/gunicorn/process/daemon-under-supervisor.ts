import { replace, safe, wholeLine } from "../../../fix/edit.ts";
import type { Starter } from "../../../model/types.ts";
import { serverRule } from "../../../rule.ts";
import { entry, type UnitFile } from "../../../systemd/tree.ts";
import { unit } from "../../systemd/units.ts";
import { isOn, type Said, saidInConf, saidOnLine, withBlanksBefore } from "../said.ts";

export const daemonUnderSupervisor = serverRule({
  id: "gunicorn/daemon-under-supervisor",
  severity: "error",
  summary: "`daemon = True` under a process manager",
  why: `With \`daemon = True\` the process that systemd or supervisor started ends at once. systemd considers the service stopped and, with
Restart=, starts the next one, which cannot bind the socket; supervisor restarts it until it is FATAL. A process manager needs gunicorn
in the foreground.`,
  bad: {
    "deploy/shop.service": unit(
      "Group=www-data",
      "ExecStart=/srv/shop/.venv/bin/gunicorn --daemon --bind 127.0.0.1:8000 wsgi:app",
    ),
  },
  good: {
    "deploy/shop.service": unit(
      "Group=www-data",
      "ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app",
    ),
  },
  check({ program, conf, invocation, starter }, { report }) {
    if (program !== "gunicorn" || !starter || !invocation || !watches(starter)) return;
    const said = [...(conf ? saidInConf(conf) : []), ...saidOnLine(invocation, starter)].find(
      (one) => one.name === "daemon" && isOn(one) && one.literal && !one.conditional,
    );
    if (!said) return;
    report(
      said.at,
      starter.by === "supervisor"
        ? "gunicorn goes into the background: supervisor sees the process it started end, and restarts it until it is FATAL."
        : `gunicorn goes into the background: ${starter.by === "systemd" ? "systemd" : "the process manager"} sees the process it started end, and considers the service stopped.`,
      {
        ...(said.conf ? { related: [{ at: invocation, message: `${starter.by} starts it here` }] } : {}),
        fix: safe("stay in the foreground", without(said)),
      },
    );
  },
});

/** Whether its starter expects it to stay in the foreground; Type=forking and oneshot do not. */
function watches({ by, file }: Starter): boolean {
  if (by === "supervisor" || by === "procfile") return true;
  return by === "systemd" && !/^(forking|oneshot)$/.test(entry(file as UnitFile, "Service", "Type")?.value.text ?? "");
}

const without = (said: Said) => (said.conf ? wholeLine(said.at) : replace(withBlanksBefore(said.at), ""));
