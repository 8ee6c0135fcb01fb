import { lineBelow, suggested } from "../../../fix/edit.ts";
import { setting } from "../../../model/launchers.ts";
import { defineRule } from "../../../rule.ts";
import { entry } from "../../../systemd/tree.ts";
import { isDropIn, unit } from "../units.ts";

const worker = /\bcelery\b(?=.*\bworker\b)|\brq\s+worker|\brqworker\b/;

export const workerStop = defineRule({
  id: "systemd/worker-stop",
  severity: "warning",
  summary: "A queue worker whose job is killed at each stop",
  why: `Celery's and RQ's main process answers SIGTERM by letting the running job finish. systemd's default, KillMode=control-group, sends SIGTERM to the process that is at the job as well, which ends
at once: the job is lost. \`KillMode=mixed\` tells the main process alone. RQ takes a second TERM for "kill the job": an ExecStop= that sends one is followed by systemd's own. supervisor's
stopasgroup=true does the same as control-group.`,
  bad: unit("ExecStart=/srv/shop/.venv/bin/celery --app shop worker"),
  good: unit("ExecStart=/srv/shop/.venv/bin/celery --app shop worker", "KillMode=mixed"),
  check({ project, report }) {
    for (const file of project.units) {
      const start = entry(file, "Service", "ExecStart");
      const name = start && worker.exec(start.value.text)?.[0].split(/\s/)[0];
      if (!start || !name || isDropIn(file.path) || /multi\b|--detach/.test(start.value.text)) continue;
      const mode = entry(file, "Service", "KillMode");
      const stop = entry(file, "Service", "ExecStop");
      if (!mode || mode.value.text === "control-group")
        report(
          mode ?? start,
          `systemd sends SIGTERM to the process at the job as well, not to ${name}'s main process alone: each stop and restart loses the running job.`,
          suggested("add `KillMode=mixed`", lineBelow(start, "KillMode=mixed")),
        );
      if (stop && /^rq/.test(name) && /\bkill\b.*TERM/.test(stop.value.text))
        report(stop, 'systemd sends its own SIGTERM after this one, and RQ takes the second for "kill the job".');
    }
    for (const section of project.supervisor.flatMap((file) => file.sections)) {
      const command = /^program:/.test(section.name.text) ? setting(section, "command") : undefined;
      const group = setting(section, "stopasgroup");
      if (command && group && worker.test(command.value.text) && /^(true|yes|on|1)$/i.test(group.value.text))
        report(
          group,
          "supervisor sends the stop signal to the process at the job as well: each stop and restart loses the running job.",
        );
    }
  },
});
