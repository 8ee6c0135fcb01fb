import { expect, it } from "vitest";
import { isReleaseId, releaseId } from "../../../../action/engine/deploy/release-id.ts";

const commit = "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d";
const now = Date.UTC(2026, 10, 21, 3, 15, 0, 999);

it("a release is named by the time here and by its commit", () => {
  expect(releaseId(now, commit, [])).toBe("20261121T031500Z-1a2b3c4");
});

it("a name that a server has already is not given again, however often one commit is deployed in a second", () => {
  const taken: string[] = [];
  for (let n = 0; n < 20; n++) {
    const id = releaseId(now, commit, taken);
    expect(taken).not.toContain(id);
    expect(isReleaseId(id), id).toBe(true);
    taken.push(id);
  }
});

it("has more digits of the commit, and then another second, where its name is taken", () => {
  const stamp = "20261121T031500Z-";
  const ids = [7, 8, 9, 10, 11, 12].map((digits) => stamp + commit.slice(0, digits));
  expect(releaseId(now, commit, ids.slice(0, 1))).toBe(ids[1]);
  expect(releaseId(now, commit, ids.slice(0, 5))).toBe(ids[5]);
  expect(releaseId(now, commit, ids)).toBe("20261121T031501Z-1a2b3c4");
});

it.each(["x20261121T031500Z-1a2b3c4", "20261121T031500Z-1a2b3c4/..", "20261121T031500Z-1a2b3c", "current", ""])(
  "%j is no release",
  (text) => expect(isReleaseId(text)).toBe(false),
);
