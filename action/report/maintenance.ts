import type { Maintenance } from "../engine/console/maintenance/maintenance.ts";
import { code, inline, table } from "./markdown.ts";
import type { Report } from "./report.ts";

export interface MaintenanceContext {
  readonly app: string;
  /** What a dry run would have done; "status" when nothing was to be done, or it was done. */
  readonly would: "on" | "off" | "status";
}

/** What visitors get, as a job shows it. */
export function maintenanceReport(
  seen: Maintenance,
  { app, would }: MaintenanceContext,
): Report & { readonly lines: readonly string[] } {
  const { on, since, by, allow, answers, changed } = seen;
  const rows: readonly (readonly [string, string])[] = [
    ["maintenance", on ? "on" : "off"],
    ...(since ? [["since", `${since}${by && `, by ${by}`}`] as const] : []),
    ...(on ? [["allowed", allow.join(", ") || "the server itself, nobody else"] as const] : []),
    ["visitors get", answers ? String(answers) : "no answer: nginx does not run, or a firewall is in between"],
    ...(would === "status" ? [] : [["dry run", `would be switched ${would}`] as const]),
  ];
  const what = on ? "visitors get the maintenance page" : "visitors get the site";
  return {
    failure: undefined,
    outputs: { status: on ? "maintenance-on" : "maintenance-off", json: JSON.stringify(seen) },
    annotations: [],
    summary: [
      `### ${on ? "🚧" : "✅"} ${code(app)}: ${what}${changed || would !== "status" ? "" : ", as before"}`,
      `${table(
        ["", ""],
        rows.map(([name, text]) => [name, inline(text)]),
      )}\n`,
    ].join("\n\n"),
    lines: rows.map(([name, text]) => `${name.padEnd(14)} ${text}`),
  };
}
