import { describe, expect, it } from "vitest";
import type { Build } from "../../../../../action/engine/deploy/packages/build.ts";
import {
  buildError,
  fetchError,
  isConflict,
  isMissing,
  sayNoWheel,
} from "../../../../../action/engine/deploy/packages/fetch-error.ts";
import { serverWith } from "../../../../packages/shelf.ts";

const lock = { from: "requirements.txt" };
const build = { packages: { lock }, python: serverWith("3.11.2") } as unknown as Build;
const unreachable =
  "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError: Failed to establish a new connection: [Errno 111] Connection refused'\nERROR: Could not find a version that satisfies the requirement flask==3.1.3\nERROR: No matching distribution found for flask==3.1.3\n";
const missing = "ERROR: No matching distribution found for pywin32==306\n";

describe("what pip says", () => {
  it("is an index that cannot be reached, whatever package it then misses", () => {
    expect(isMissing(unreachable)).toBe(false);
    expect(isMissing(missing)).toBe(true);
    expect(fetchError(build, unreachable)).toMatchObject({
      kind: "infrastructure",
      message: expect.stringMatching(
        /^the packages of requirements.txt could not be fetched, because the package index cannot be reached/,
      ),
      next: expect.stringMatching(/PIP_INDEX_URL/),
    });
    expect(buildError(build, "x-1.tar.gz", unreachable)).toMatchObject({
      ...{ kind: "infrastructure", step: "build" },
      message: expect.stringMatching(
        /^x-1.tar.gz could not be built: its build requirements could not be fetched:\nWARNING/,
      ),
    });
  });

  it("is shown in its own last words where it means nothing that is known", () => {
    const said = "one\nerror: command 'gcc' failed\n";
    const long = Array.from({ length: 20 }, (_, i) => i).join("\n");
    expect(fetchError(build, long).message.split("\n").slice(1)).toEqual("12 13 14 15 16 17 18 19".split(" "));
    expect(buildError(build, "x", long).message.split("\n")).toHaveLength(13);
    expect(fetchError(build, said)).toMatchObject({ kind: "app", step: "build" });
    expect(buildError(build, "x", said)).toMatchObject({ kind: "app", step: "build" });
    expect(fetchError(build, said).message).toMatch(/could not be fetched:\none\nerror: command 'gcc' failed$/);
    expect(buildError(build, "x-1.tar.gz", said).message).toMatch(
      /^x-1.tar.gz of requirements.txt could not be built:\none\nerror/,
    );
  });

  it.each([
    ["ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", /does not match its hash in requirements.txt/],
    [
      "ERROR: In --require-hashes mode, all requirements must have their versions pinned with ==. These do not:\n    async-timeout>=4 from x (from redis==5.0.1)",
      /is missing a package, or its hash, that the server's Python 3.11.2 needs:[\s\S]*async-timeout/,
    ],
    ["ERROR: the hash does not match", /does not match its hash in requirements.txt/],
    ["ERROR: these hashes do not match", /does not match its hash in requirements.txt/],
    ["ERROR: a hash mismatch", /does not match its hash in requirements.txt/],
    ["ERROR: Hashes are required in --require-hashes mode, but they are missing", /is missing a package, or its hash/],
    [
      "ERROR: x-1-cp39-cp39-win_amd64.whl is not a supported wheel on this platform.",
      /does not run on the server's Python 3.11.2 on x86_64/,
    ],
  ])("is told as what it means: %s", (said, message) =>
    expect(fetchError(build, said)).toMatchObject({
      kind: "app",
      step: "build",
      message: expect.stringMatching(message),
    }),
  );

  it("names the package without a wheel, or says it in pip's words", () => {
    expect(sayNoWheel(build, missing)).toBe(
      "requirements.txt names a package without a wheel for Python 3.11 on x86_64: pywin32==306",
    );
    expect(sayNoWheel(build, "1\n2\nCould not find a version\n")).toMatch(/x86_64: 2\nCould not find a version$/);
    expect(isMissing("Could not find a version")).toBe(true);
    expect(isMissing("error")).toBe(false);
  });

  it("tells a conflict from a package that is missing", () => {
    expect(isConflict("ERROR: ResolutionImpossible: for help visit")).toBe(true);
    expect(isConflict(missing)).toBe(false);
  });
});
