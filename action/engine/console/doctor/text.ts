import type { CheckResult, Group } from "./check.ts";
import type { Diagnosis } from "./doctor.ts";

/** A line of a diagnosis, and its tone. */
export interface DiagnosisLine {
  readonly text: string;
  readonly tone: "error" | "warning" | "good" | "dim" | "";
}

const groups: readonly Group[] = ["ssh", "setup", "server", "nginx", "release", "site"];
const order = ["error", "warning"] as const;
const marks = { error: "✗", warning: "!" } as const;

/** Problems first, by severity, each with its fix; then one line a group with the checks that passed. */
export function diagnosisLines({ checks }: Diagnosis): readonly DiagnosisLine[] {
  const wrong = order.flatMap((status) => checks.filter((one) => one.status === status));
  return [
    ...wrong.flatMap(problem),
    ...(wrong.length > 0 ? [{ text: "", tone: "" } as const] : []),
    ...groups.flatMap((group) => summary(group, checks)),
    { text: "", tone: "" },
    { text: verdict(checks), tone: wrong.length > 0 ? (wrong[0]?.status as "error" | "warning") : "good" },
  ];
}

function problem({ id, status, detail, next }: CheckResult): readonly DiagnosisLine[] {
  const tone = status === "error" ? "error" : "warning";
  const [first = "", ...more] = detail.split("\n");
  return [
    { text: `${marks[tone]} ${id}: ${first}`, tone },
    ...more.map((text) => ({ text: `    ${text}`, tone: "" as const })),
    ...next.split("\n").map((text, i) => ({ text: `    ${i === 0 ? "→ " : "  "}${text}`, tone: "dim" as const })),
  ];
}

function summary(group: Group, checks: readonly CheckResult[]): readonly DiagnosisLine[] {
  const of = (status: CheckResult["status"]) => checks.filter((one) => one.group === group && one.status === status);
  const [well, skipped] = [of("ok"), of("skipped")];
  const names = (some: readonly CheckResult[]) => some.map(({ id }) => id).join(", ");
  // An unreachable server is one reason for a whole group.
  const why = well.length === 0 && new Set(skipped.map(({ detail }) => detail)).size === 1 ? skipped[0]?.detail : "";
  const title = group.padEnd(8);
  return [
    ...(well.length > 0 ? [{ text: `✓ ${title} ${names(well)}`, tone: "good" as const }] : []),
    ...(skipped.length > 0
      ? [{ text: `- ${title} ${why || `not checked: ${names(skipped)}`}`, tone: "dim" as const }]
      : []),
  ];
}

function verdict(checks: readonly CheckResult[]): string {
  const count = (status: CheckResult["status"]) => checks.filter((one) => one.status === status).length;
  const words = [
    [count("error"), "error"],
    [count("warning"), "warning"],
  ] as const;
  const wrong = words.flatMap(([n, word]) => (n > 0 ? [`${n} ${word}${n === 1 ? "" : "s"}`] : []));
  const looked = `${count("ok") + count("error") + count("warning")} checks`;
  return wrong.length > 0 ? `${wrong.join(" and ")} in ${looked}` : `${looked}, all passed`;
}
