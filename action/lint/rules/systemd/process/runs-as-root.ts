import type { Invocation } from "../../../command/invocation.ts";
import { isTemplated } from "../../../files/template.ts";
import { uwsgiConfig } from "../../../model/servers.ts";
import type { Server } from "../../../model/types.ts";
import { defineRule } from "../../../rule.ts";
import { entry, isYes, type UnitFile } from "../../../systemd/tree.ts";
import { isDropIn, isUserUnit, serversByInvocation, unit } from "../units.ts";

export const runsAsRoot = defineRule({
  id: "systemd/runs-as-root",
  severity: "warning",
  summary: "A unit that runs the app as root",
  why: `Without \`User=\` a system service is root, and so is every line of the app: a vulnerability gives control of the whole machine, and the files that
it writes belong to root. Give the app a user of its own that owns nothing but its data. \`DynamicUser=yes\`, or \`uid\` in uWSGI's ini, does as well.`,
  bad: unit("User="),
  good: unit(),
  check({ model, report }) {
    const servers = serversByInvocation(model);
    for (const { by, file, user, invocations } of model.starters) {
      if (by !== "systemd" || file.kind !== "systemd" || isDropIn(file.path) || isUserUnit(file)) continue;
      if (isYes(entry(file, "Service", "DynamicUser")?.value.text)) continue;
      if (user && (!/^(root|0)$/.test(user.text) || isTemplated(user.text))) continue;
      const start = entry(file, "Service", "ExecStart");
      const known = invocations.some((one) => isServer(one, file.source.text));
      if (
        !start ||
        !(known || isOwnProgram(file, start.value.text)) ||
        invocations.some((one) => leavesRoot(servers, one))
      )
        continue;
      const section = file.sections.find((s) => s.name.text === "Service");
      const at = user ? file.sections.flatMap((s) => s.entries).find((e) => e.value === user) : section?.name;
      if (!at) continue;
      const who = known ? "The app" : isShell(start.value.text) ? "What the shell starts" : programOf(start.value.text);
      report(
        at,
        `${user ? "" : "No `User=`: "}${known && !user ? "the app" : who} runs as root: whoever exploits a vulnerability in it controls the whole machine.`,
        {
          related: [{ at: invocations[0] ?? start, message: "what runs as root" }],
        },
      );
    }
  },
});

const programOf = (command: string) => command.replace(/^[-@:+!|]+/, "").split(/\s/)[0] as string;

const isShell = (command: string) => /^(\/usr)?\/bin\/(ba|da)?sh$/.test(programOf(command));

/** A program or script that is not the distribution's; a oneshot that prepares the machine has to be root. */
const isOwnProgram = (file: UnitFile, command: string) =>
  entry(file, "Service", "Type")?.value.text !== "oneshot" &&
  !isTemplated(command) &&
  (/^\/(home|srv|opt|var\/www|root)\/.*\/(python[\d.]*|node|gunicorn|flask|celery)$/.test(programOf(command)) ||
    (/^(\/usr)?(\/local)?\/bin\/python[\d.]*$/.test(programOf(command)) &&
      /\s\/(home|srv|opt|var\/www|root)\/\S+\.py\b/.test(command)) ||
    // A shell that starts one: `sh -c "cd /srv/shop && .venv/bin/python run.py"`.
    (isShell(command) &&
      /[\s"'=]\/(home|srv|opt|var\/www|root)\//.test(command) &&
      /\.py\b|\b(python[\d.]*|node|gunicorn|flask|celery)\s|bin\/activate/.test(command)));

/** `python x.py` may be anything; it is a server if the unit mentions Flask. */
const isServer = ({ program }: Invocation, text: string) => program !== "python" || /flask/i.test(text);

/** Whether the server changes its user itself. */
function leavesRoot(servers: ReadonlyMap<Invocation, Server>, invocation: Invocation): boolean {
  if (invocation.user && invocation.user.text !== "root") return true;
  if (invocation.options.some((o) => /^(emperor|uid|user)$/.test(o.name.text) && o.value?.text !== "root")) return true;
  const server = servers.get(invocation);
  if (!server) return false;
  // An ini that is on the server alone may say who uWSGI becomes.
  if (invocation.program === "uwsgi" && uwsgiConfig(invocation) && !server.uwsgi) return true;
  return server.options.some((o) => o.name.text === "uid" && o.value?.text !== "root") || becomes(server);
}

/** `user = None` is the user that starts it. */
function becomes({ settings }: Server): boolean {
  const user = settings.get("user");
  return (
    user !== undefined && user.text !== "root" && !(user.value && "kind" in user.value && user.value.kind === "none")
  );
}
