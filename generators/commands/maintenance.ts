import { spellOut } from "../../action/engine/console/maintenance/addresses.ts";
import { maintenance } from "../../action/engine/console/maintenance/maintenance.ts";
import { maintenanceRows } from "../../action/engine/console/maintenance/rows.ts";
import {
  type MaintenanceWant,
  maintenanceOptions,
  maintenanceWants,
} from "../../action/engine/console/maintenance/site.ts";
import { command } from "../dispatch/command.ts";
import { columns } from "../dispatch/help.ts";
import { asking, destination, serverFlags, whoRuns } from "../dispatch/server-flags.ts";

export const maintenanceCommand = command(
  {
    name: "maintenance",
    summary: "show visitors the page deploy/maintenance.html with 503 and Retry-After, or the site again",
    positionals: [{ name: "on|off|status", help: "what to do [default: status]", optional: true }],
    flags: [
      ...serverFlags,
      maintenanceOptions.allow,
      { name: "dry-run", kind: "boolean", help: "print what would change, change nothing" },
    ],
    examples: [
      ["create-flask-deploy maintenance on --allow 192.0.2.7", "the page for all but 192.0.2.7; deploys still work"],
      ["create-flask-deploy maintenance off", "the site for all"],
      ["create-flask-deploy maintenance", "what visitors get now, since when, and who switched it"],
    ],
  },
  async ({ values, rest }, io) => {
    const want = (rest[0] ?? "status") as MaintenanceWant;
    const dryRun = values["dry-run"] ?? false;
    const { app, root, logins } = destination(values, io);
    for (const login of logins) {
      const request = { app, root, login, want, dryRun, by: whoRuns(), allow: values.allow ?? [] };
      const seen = await asking(io, (effects) => maintenance(request, effects));
      if (values.json) io.stdout.write(`${JSON.stringify({ host: login.host, dryRun, ...seen }, null, 2)}\n`);
      else
        io.stdout.write(
          `${columns([["host", login.host], ...maintenanceRows(seen, dryRun ? want : "status")]).join("\n")}\n`,
        );
    }
    return 0;
  },
  {
    check: ({ values, rest }) => {
      const word = rest[0] ?? "status";
      const list = spellOut(values.allow ?? []);
      return [
        ...(maintenanceWants.some((want) => want === word)
          ? []
          : [`${JSON.stringify(word)}: must be one of ${maintenanceWants.join(", ")}`]),
        ...(values.allow && word !== "on" ? ["--allow goes with `maintenance on`"] : []),
        ...("problems" in list ? list.problems.map((problem) => `--allow ${problem}`) : []),
      ];
    },
  },
);
