import { expect, it } from "vitest";
import { execArgv, execProblem, shellLine } from "../../../../../action/engine/console/exec/exec.ts";
import { sshArgv } from "../../../../../action/engine/targets/server/ssh.ts";

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

it("keeps the options of the login beside its own", () => {
  const of = (tty: boolean) => execArgv({ ...request, tty, login: { ...login, options: ["Compression=yes"] } });
  expect(of(true)).toEqual(expect.arrayContaining(["Compression=yes", "RequestTTY=force"]));
  expect(of(false)).not.toContain("RequestTTY=force");
  expect(execArgv(request)).toEqual([...sshArgv(login), "--", login.host, execArgv(request).at(-1)]);
});

it.each<[number | null, string, string | undefined]>([
  [255, "ssh: connect to host shop.example.org port 22: Connection refused\n", "cannot be reached"],
  [255, "deploy@shop.example.org: Permission denied (publickey).\n", "does not accept"],
  [255, "Connection to shop.example.org closed by remote host.\n", "was lost"],
  [255, "client_loop: send disconnect: Broken pipe\n", "was lost"],
  [255, "Timeout, server shop.example.org not responding.\n", "was lost"],
  [255, "", undefined],
  [255, "\n", undefined],
  [255, "my own words\n", undefined],
  [1, "Permission denied (publickey).\n", undefined],
  [null, "Connection refused\n", undefined],
  [1, "sudo: a password is required\n", "create-flask-deploy setup shop.example.org"],
  [1, "x\nsudo: not allowed to\n", "may not run the root helper"],
  [1, "my sudo: a password is required\n", undefined],
  [3, "sudo: a password is required\n", undefined],
  [2, "flask-deploy: start, stop or version, not 'exec'\n", "too old"],
  [1, "flask-deploy: start, stop or version, not 'exec'\n", undefined],
  [2, "my flask-deploy: start, not 'exec'\n", undefined],
  [2, "flask-deploy: start, not 'exec' but\n", undefined],
  [2, "usage: flask\n", undefined],
  [1, "sudo: /usr/local/lib/flask-deploy/shop: command not found\n", "not set up for the app"],
  [127, "sh: 1: /usr/local/lib/flask-deploy/shop: not found\n", "not set up for the app"],
  [2, "sh: 1: /usr/local/lib/flask-deploy/shop: not found\n", undefined],
  [127, "sh: 1: flask-deploy: not found\n", undefined],
  [1, "Traceback\n", undefined],
])("of an end with %j and %j says %j", (code, stderr, said) => {
  const problem = execProblem(request, { code, stderr });
  expect(problem).toEqual(said === undefined ? undefined : expect.stringContaining(said));
});

it("opens bash where there is one, and its prompt names the app", () => {
  expect(shellLine("a b")).toMatch(/^export PS1='a b '.* HISTFILE=; if .*exec bash --norc -i; else exec sh -i; fi$/);
});
