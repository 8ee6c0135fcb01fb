import { expect, it } from "vitest";
import { execArgv, execProblem } from "../../../../../action/engine/console/exec/exec.ts";

const login = { host: "shop.example.org", user: "deploy" };
const request = { app: "shop", login, command: "true", tty: false };

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
