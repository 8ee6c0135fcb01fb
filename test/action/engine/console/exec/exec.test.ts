import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { execArgv, execProblem, shellLine } from "../../../../../action/engine/console/exec/exec.ts";
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

it("goes to the live release as the deploying login, and asks for a terminal only when there is one", () => {
  expect(execArgv(request).slice(-3)).toEqual([
    "--",
    "shop.example.org",
    "sudo -n /usr/local/lib/flask-deploy/shop exec current pipe true",
  ]);
  expect(execArgv({ ...request, login: { ...login, user: "root" } }).at(-1)).toMatch(/^\/usr/);
  const argv = execArgv({ ...request, tty: true, release: "20261121T031500Z-1a2b3c4" });
  expect(argv.indexOf("RequestTTY=force")).toBeLessThan(argv.indexOf("RequestTTY=no"));
  expect(argv.indexOf("RequestTTY=force")).toBeGreaterThan(0);
  expect(argv.at(-1)).toContain("exec 20261121T031500Z-1a2b3c4 pty true");
});

it("tells what is wrong with the way there from what the command itself says", () => {
  const problem = (code: number, stderr: string) => execProblem(request, { code, stderr });
  expect(problem(255, "ssh: connect to host shop.example.org port 22: Connection refused\n")).toContain(
    "cannot be reached",
  );
  expect(problem(255, "deploy@shop.example.org: Permission denied (publickey).\n")).toContain("does not accept");
  expect(problem(255, "")).toBeUndefined();
  expect(problem(255, "my own words\n")).toBeUndefined();
  expect(problem(1, "sudo: a password is required\n")).toContain("create-flask-deploy setup");
  expect(problem(2, "flask-deploy: start, stop or version, not 'exec'\n")).toContain("too old");
  expect(problem(2, "usage: flask\n")).toBeUndefined();
  expect(problem(1, "Traceback\n")).toBeUndefined();
});

it("opens a shell whose prompt names the app and the commit", () => {
  const line = shellLine("shop").replace(/; if.*/, '; printf %s "$PS1"');
  const env = { RELEASE: "20261121T031500Z-1a2b3c4" };
  expect(spawnSync("sh", ["-c", line], { encoding: "utf8", env }).stdout).toBe("shop 1a2b3c4 \\w\\$ ");
});
