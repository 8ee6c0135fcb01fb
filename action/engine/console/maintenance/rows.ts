import type { Maintenance } from "./maintenance.ts";
import type { MaintenanceWant } from "./site.ts";

/**
 * What visitors get, as names and texts.
 *
 * @param would what a dry run would have done; "status" when nothing was to be done, or it was done
 */
export function maintenanceRows(
  { on, since, by, allow, answers }: Maintenance,
  would: MaintenanceWant,
): readonly (readonly [string, string])[] {
  return [
    ["maintenance", on ? "on" : "off"],
    ...(since ? [["since", `${since}${by && `, by ${by}`}`] as const] : []),
    ...(on ? [["allowed", allow.join(", ") || "only the server itself"] as const] : []),
    ["visitors get", answers ? String(answers) : "no response: nginx is not running, or a firewall blocks it"],
    ...(would === "status" ? [] : [["dry run", `would be switched ${would}`] as const]),
  ];
}
