import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assertAppServer } from "../../../../../action/engine/deploy/packages/app-server.ts";
import type { Lock } from "../../../../../action/engine/deploy/packages/lock.ts";
import { temporary } from "../../../../generators/temporary.ts";

const lock = (unused: readonly string[] = []) => ({ from: "uv.lock", unused }) as unknown as Lock;
const unit = (line: string) => {
  const root = temporary();
  mkdirSync(join(root, "deploy"));
  writeFileSync(join(root, "deploy/shop@.service"), `[Service]\nExecStart=${line}\n`);
  return root;
};
const ofVenv = "/srv/shop/releases/%i/.venv/bin/";

describe("the app server of a release", () => {
  it.each([
    ["uwsgi", `${ofVenv}uwsgi --ini deploy/uwsgi.ini`, ["flask", "pyuwsgi"]],
    ["uwsgi", `${ofVenv}uwsgi`, ["uwsgi"]],
    ["gunicorn", `${ofVenv}gunicorn wsgi:app`, ["gunicorn"]],
    ["uwsgi", "/usr/bin/uwsgi --plugin python3", ["flask"]],
    ["gunicorn", `${ofVenv}waitress-serve wsgi:app`, ["waitress"]],
  ] as const)("is there, or not the venv's: %s by %s with %j", (server, line, names) =>
    expect(() => assertAppServer({ server }, unit(line), lock(), names)).not.toThrow(),
  );

  it.each([
    ["uwsgi", "uwsgi", ["gunicorn"], /^uv.lock does not install pyuwsgi or uwsgi, which deploy\/ starts the app with$/],
    ["gunicorn", "gunicorn", ["pyuwsgi"], /^uv.lock does not install gunicorn, which/],
  ] as const)("that is missing is one error: %s", (server, program, names, message) => {
    const assert = (unused: readonly string[]) => () =>
      assertAppServer({ server }, unit(ofVenv + program), lock(unused), names);
    expect(assert([])).toThrow(
      expect.objectContaining({ kind: "usage", step: "check", message: expect.stringMatching(message) }),
    );
    expect(assert(["requirements.txt"])).toThrow(
      expect.objectContaining({
        next: expect.stringMatching(/\(requirements.txt is not used, because uv.lock exists.\)$/),
      }),
    );
  });

  it("is not looked for where there is no deploy/", () =>
    expect(() => assertAppServer({ server: "uwsgi" }, temporary(), lock(), [])).not.toThrow());
});
