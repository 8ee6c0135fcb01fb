import type { Invocation } from "../../../command/invocation.ts";
import { replace, suggested } from "../../../fix/edit.ts";
import type { Server } from "../../../model/types.ts";
import { defineRule } from "../../../rule.ts";
import { entry } from "../../../systemd/tree.ts";
import { appUnits, serversByInvocation, unit } from "../units.ts";

export const typeForkingWithForeground = defineRule({
  id: "systemd/type-forking-with-foreground",
  severity: "error",
  summary: "Type=forking for a server that stays in the foreground",
  why: `With \`Type=forking\` systemd waits for the process it started to end and leave another one behind. A server in the foreground does not: after 90
seconds the start "timed out", and systemd kills the running server. Type=notify is what uWSGI and gunicorn are made for.`,
  bad: unit("Type=forking"),
  good: unit("Type=notify"),
  check({ model, report }) {
    const servers = serversByInvocation(model);
    for (const { file, invocations } of appUnits(model)) {
      const type = entry(file, "Service", "Type");
      if (type?.value.text !== "forking" || !invocations.every((one) => isForeground(servers, one))) continue;
      const notifies = invocations.every((one) => one.program === "uwsgi" || one.program === "gunicorn");
      const meant = notifies ? "notify" : "exec";
      report(
        type,
        `${invocations[0]!.program} stays in the foreground: systemd waits 90 s for it to daemonize, and kills it.`,
        {
          related: [{ at: invocations[0]!, message: "what stays in the foreground" }],
          fix: suggested(`write \`Type=${meant}\``, replace(type.value, meant)),
        },
      );
    }
  },
});

/** Whether the command line is completely known, and nothing in it runs the server in the background. */
function isForeground(servers: ReadonlyMap<Invocation, Server>, invocation: Invocation): boolean {
  const { program, options, background, detached, nested, command } = invocation;
  if (background || detached || nested || command.words.some((word) => word.dynamic)) return false;
  if (program === "flask" || program === "waitress" || program === "asgi") return true;
  if (program === "python" || options.some((o) => /^(daemon|daemonize2?|emperor)$/.test(o.name.text))) return false;
  const server = servers.get(invocation);
  if (!server || server.partial || server.settings.has("daemon")) return false;
  if (program === "gunicorn") return server.conf !== undefined || !options.some((o) => o.name.text === "config");
  // An ini that is not here may set anything.
  if (!server.uwsgi && (options.some((o) => /^(ini|xml|yaml|json|config)/.test(o.name.text)) || hasFile(invocation)))
    return false;
  return !server.options.some((o) => /^daemonize2?$/.test(o.name.text));
}

const hasFile = ({ positional }: Invocation) =>
  positional.some((word) => /\.(ini|ya?ml|xml|json|conf)/.test(word.text));
