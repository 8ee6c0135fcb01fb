import type { Facts, HereFacts, RootFacts } from "./facts.ts";
import type { BareFacts, ServerFacts } from "./told.ts";

export type Severity = "warning" | "error";
export type Group = "ssh" | "server" | "setup" | "nginx" | "release" | "site";

/** The verdict of a check, without the check's name. */
export type Judgement =
  | { readonly status: "ok"; readonly detail: string }
  | { readonly status: "skipped"; readonly detail: string }
  | {
      readonly status: "bad";
      readonly detail: string;
      readonly next: string;
      readonly severity: Severity | undefined;
    };

export const ok = (detail = ""): Judgement => ({ status: "ok", detail });
/** The check does not apply here. */
export const skip = (detail: string): Judgement => ({ status: "skipped", detail });
/** @param severity if it differs from that of the check */
export const bad = (detail: string, next: string, severity?: Severity): Judgement => ({
  status: "bad",
  detail,
  next,
  severity,
});

/** The facts that each kind of check needs. */
export interface FactsFrom {
  here: Facts & { readonly here: HereFacts };
  bare: Facts & { readonly bare: BareFacts };
  server: Facts & { readonly bare: BareFacts; readonly server: ServerFacts };
  root: Facts & { readonly bare: BareFacts; readonly server: ServerFacts; readonly root: RootFacts };
}

/** One row of the table. */
export interface Check<From extends keyof FactsFrom = keyof FactsFrom> {
  readonly id: string;
  /** What is true if the check passes. */
  readonly title: string;
  readonly group: Group;
  readonly severity: Severity;
  /** The facts that it needs: this machine's, any server's, those of a server that is set up, or what root sees. */
  readonly from: From;
  /** Checks whose error would explain this one's: then this one is skipped. */
  readonly after?: readonly string[];
  judge(facts: FactsFrom[From]): Judgement;
}

/** Makes rows of one group; each keeps what it may rely on in its type. */
export const checkOf =
  (group: Group) =>
  <From extends keyof FactsFrom>(row: Omit<Check<From>, "group">): Check => ({ ...row, group });

export interface CheckResult extends Pick<Check, "id" | "title" | "group"> {
  readonly status: "ok" | Severity | "skipped";
  /** What was found. */
  readonly detail: string;
  /** How to fix it; "" if there is nothing to do. */
  readonly next: string;
}

/** Runs all rows in order; a cause comes before its effects. */
export function judgeAll(rows: readonly Check[], facts: Facts): readonly CheckResult[] {
  const results = new Map<string, CheckResult>();
  for (const row of rows) {
    const { id, title, group } = row;
    const judgement = judged(row, facts, results);
    const status = judgement.status === "bad" ? (judgement.severity ?? row.severity) : judgement.status;
    const next = judgement.status === "bad" ? judgement.next : "";
    results.set(id, { id, title, group, status, detail: judgement.detail, next });
  }
  return [...results.values()];
}

function judged(row: Check, facts: Facts, before: ReadonlyMap<string, CheckResult>): Judgement {
  const unseen = whyUnseen(row.from, facts);
  if (unseen) return skip(unseen);
  const cause = row.after?.find((id) => before.get(id)?.status === "error");
  if (cause) return skip(`follows from ${cause}`);
  return row.judge(facts as FactsFrom[keyof FactsFrom]);
}

function whyUnseen(from: keyof FactsFrom, { bare, server, root }: Facts): string {
  if (from === "here") return "";
  if (bare === undefined) return "the server did not respond";
  if (from !== "bare" && server === undefined) return "the server is not set up";
  return from === "root" && root === undefined ? "the root helper could not be run" : "";
}
