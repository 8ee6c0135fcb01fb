import type { Invocation } from "../../../command/invocation.ts";
import type { Server } from "../../../model/types.ts";
import { defineRule } from "../../../rule.ts";
import { entry, isYes } from "../../../systemd/tree.ts";
import { isTemplated } from "../../../template.ts";
import { appUnits, isUserUnit, serversByInvocation, unit } from "../units.ts";

export const runsAsRoot = defineRule({
  id: "systemd/runs-as-root",
  severity: "warning",
  summary: "A unit that runs the app as root",
  why: `Without \`User=\` a system service is root, and so is every line of the app: a hole in it is a hole in the whole machine, and the files that
it writes belong to root. Give the app a user of its own that owns nothing but its data. \`DynamicUser=yes\`, or \`uid\` in uWSGI's ini, does as well.`,
  bad: unit("User="),
  good: unit(),
  check({ model, report }) {
    const servers = serversByInvocation(model);
    for (const { starter, file, invocations } of appUnits(model)) {
      if (isUserUnit(file) || isYes(entry(file, "Service", "DynamicUser")?.value.text)) continue;
      const user = starter.user;
      if (user && (!/^(root|0)$/.test(user.text) || isTemplated(user.text))) continue;
      if (
        !invocations.some((one) => isServer(one, file.source.text)) ||
        invocations.some((one) => leavesRoot(servers, one))
      )
        continue;
      const section = file.sections.find((s) => s.name.text === "Service");
      const at = user ? file.sections.flatMap((s) => s.entries).find((e) => e.value === user) : section?.name;
      if (!at) continue;
      report(
        at,
        user
          ? "The app runs as root: a hole in it is a hole in the whole machine."
          : "No `User=`: the app runs as root, and a hole in it is a hole in the whole machine.",
        { related: [{ at: invocations[0]!, message: "what runs as root" }] },
      );
    }
  },
});

/** `python x.py` may be anything; it is a server where the unit speaks of Flask. */
const isServer = ({ program }: Invocation, text: string) => program !== "python" || /flask/i.test(text);

/** Whether the server becomes somebody else by itself. */
function leavesRoot(servers: ReadonlyMap<Invocation, Server>, invocation: Invocation): boolean {
  if (invocation.user && invocation.user.text !== "root") return true;
  if (invocation.options.some((o) => /^(emperor|uid|user)$/.test(o.name.text) && o.value?.text !== "root")) return true;
  const server = servers.get(invocation);
  if (!server) return false;
  return server.options.some((o) => o.name.text === "uid" && o.value?.text !== "root") || server.settings.has("user");
}
