import { posix } from "node:path";
import { expect, it } from "vitest";
import { basename, dirname } from "../../../../action/lint/files/paths.ts";
import fc from "../../../fuzz.ts";

const path = fc.array(fc.constantFrom("/", "/", "a", "b.c", ".", "..", " ")).map((parts) => parts.join(""));

it("takes paths apart as node:path/posix does", () => {
  fc.assert(
    fc.property(path, (text) => {
      expect(basename(text), `basename of ${text}`).toBe(posix.basename(text));
      expect(dirname(text), `dirname of ${text}`).toBe(posix.dirname(text));
    }),
    { numRuns: 2000 },
  );
});
