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
