import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readEvent } from "../../../action/runner/event.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fd-event-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const event = (payload: unknown) => {
  writeFileSync(join(folder, "event.json"), JSON.stringify(payload));
  return readEvent(join(folder, "event.json"));
};
const [base, head] = ["a".repeat(40), "b".repeat(40)];
const nothing = { base: "", head: "", pull: undefined };

describe("an event", () => {
  it("tells where a pull request or a merge group starts and ends", () => {
    const pull = { number: 7, base: { sha: base }, head: { sha: head } };
    expect(event({ pull_request: pull })).toEqual({ base, head, pull: 7 });
    expect(event({ merge_group: { base_sha: base, head_sha: head } })).toEqual({ base, head, pull: undefined });
  });

  it("is not trusted to hold commits and numbers", () => {
    expect(event({ pull_request: { number: "7/../8", base: { sha: "--output=x" }, head: { sha: 1 } } })).toEqual(
      nothing,
    );
    expect(event({ ref: "refs/heads/main" })).toEqual(nothing);
    expect(event(null)).toEqual(nothing);
    expect(readEvent(join(folder, "none.json"))).toEqual(nothing);
  });
});
