import type { Maintenance } from "../engine/console/maintenance/maintenance.ts";
import { maintenanceRows } from "../engine/console/maintenance/rows.ts";
import type { MaintenanceWant } from "../engine/console/maintenance/site.ts";
import { code, inline, page, table } from "./markdown.ts";
import type { Report } from "./report.ts";

export interface MaintenanceContext {
  readonly app: string;
  /** What a dry run would have done; "status" when nothing was to be done, or it was done. */
  readonly would: MaintenanceWant;
}

/** The maintenance mode, for a job. */
export function maintenanceReport(
  seen: Maintenance,
  { app, would }: MaintenanceContext,
): Report & { readonly lines: readonly string[] } {
  const { on, changed } = seen;
  const rows = maintenanceRows(seen, would);
  const what = on ? "visitors get the maintenance page" : "visitors get the site";
  return {
    failure: undefined,
    outputs: { status: on ? "maintenance-on" : "maintenance-off", json: JSON.stringify(seen) },
    annotations: [],
    summary: page(
      `### ${on ? "🚧" : "✅"} ${code(app)}: ${what}${changed || would !== "status" ? "" : ", as before"}`,
      table(
        ["", ""],
        rows.map(([name, text]) => [name, inline(text)]),
      ),
    ),
    lines: rows.map(([name, text]) => `${name.padEnd(14)} ${text}`),
  };
}
