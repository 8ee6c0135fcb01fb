import { expect, it } from "vitest";
import { judgeAll } from "../../../../../action/engine/console/doctor/check.ts";
import { checks } from "../../../../../action/engine/console/doctor/checks.ts";
import type { Facts, HereFacts } from "../../../../../action/engine/console/doctor/facts.ts";
import type { ServerFacts } from "../../../../../action/engine/console/doctor/told.ts";
import { healthy } from "./healthy.ts";

type Change = (facts: Facts) => Facts;

export const onServer =
  (more: Partial<ServerFacts>) =>
  (facts: Facts): Facts => {
    const server = { ...(facts.server as ServerFacts), ...more };
    return { ...facts, server, bare: server };
  };
export const onHere =
  (more: Partial<HereFacts>) =>
  (facts: Facts): Facts => ({ ...facts, here: { ...facts.here, ...more } });
export const onRoot =
  (word: string, ...lines: string[]) =>
  (facts: Facts): Facts => ({
    ...facts,
    root: new Map([...(facts.root ?? []), [word, lines]]),
  });
export const onApp =
  (more: Partial<Facts["app"]>) =>
  (facts: Facts): Facts => ({ ...facts, app: { ...facts.app, ...more } });
export const onHelper = (more: object) =>
  onServer({ helper: { ...(healthy().server.helper as NonNullable<ServerFacts["helper"]>), ...more } });
export const onUnit = (name: string, more: Record<string, string>) =>
  onServer({ units: healthy().server.units.map((unit) => (unit.Id === name ? { ...unit, ...more } : unit)) });
export const both =
  (...changes: readonly Change[]): Change =>
  (facts) =>
    changes.reduce((facts, change) => change(facts), facts);
export const nothing: Change = (facts) => facts;

/** What one check makes of a healthy server on which something is changed: "status: detail", and what to do. */
export function verdict(id: string, change: Change): readonly [said: string, next: string] {
  const found = judgeAll(checks, change(healthy())).find((one) => one.id === id);
  return [`${found?.status}: ${found?.detail}`, found?.next ?? ""];
}

/** A table of verdicts; without its last cell there is nothing to do. */
export const says = (
  rows: readonly (readonly [id: string, change: Change, said: string | RegExp, next?: string | RegExp])[],
) =>
  it.each(rows.map(([id, change, said, next = ""]) => ({ id, change, said, next })))(
    "the check $id says $said",
    ({ id, change, said, next }) => {
      const of = (text: string | RegExp) => (typeof text === "string" ? text : expect.stringMatching(text));
      expect(verdict(id, change)).toEqual([of(said), of(next)]);
    },
  );
