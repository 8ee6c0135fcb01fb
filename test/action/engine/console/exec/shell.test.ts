import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { execArgv, shellLine } from "../../../../../action/engine/console/exec/exec.ts";
import { quoteAll } from "../../../../../action/engine/process/quote.ts";
import fc from "../../../../fuzz.ts";

const login = { host: "shop.example.org", user: "deploy" };
const request = { app: "shop", login, command: "true", tty: false };

it("brings every word to the command as it was given, through the login's shell and the helper's eval", () => {
  const word = fc.string({ unit: "binary" }).filter((text) => !text.includes("\0"));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
      const command = quoteAll(["printf", "%s\\0", ...words]);
      const line = execArgv({ ...request, command }).at(-1) as string;
      // What sshd does with the line, with a stand-in for sudo that does what the helper does with its last word.
      const login = `sudo() { eval "$6"; }; ${line}`;
      expect(spawnSync("sh", ["-c", login], { encoding: "utf8" }).stdout).toBe(words.map((one) => `${one}\0`).join(""));
    }),
    { numRuns: 60 },
  );
});

it("opens a shell whose prompt names the app and the commit", () => {
  const line = shellLine("shop").replace(/; if.*/, '; printf %s "$PS1"');
  const env = { RELEASE: "20261121T031500Z-1a2b3c4" };
  expect(spawnSync("sh", ["-c", line], { encoding: "utf8", env }).stdout).toBe("shop 1a2b3c4 \\w\\$ ");
});
