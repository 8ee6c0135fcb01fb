import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkedAnswers } from "../../generators/scaffold/answers.ts";
import { render } from "../../generators/scaffold/render.ts";
import { templates } from "../../generators/scaffold/templates.ts";
import { succeed } from "./program.ts";

const folder = mkdtempSync(join(tmpdir(), "requirements-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sets = [
  ["uwsgi", {}],
  ["gunicorn", { server: "gunicorn" }],
  ["an outside API, on gunicorn", { stack: "gunicorn" }],
  ["an outside API, on uwsgi", { stack: "gunicorn", server: "uwsgi" }],
  ["no framework, on uwsgi", { stack: "wsgi" }],
  ["no framework, on gunicorn", { stack: "wsgi", server: "gunicorn" }],
] as const;

const locks = ["requirements.txt", "requirements-dev.txt"] as const;

async function lockOf(given: object, name: string): Promise<string> {
  const files = await render(checkedAnswers({ name: "shop", ...given }), templates);
  return `${files.find(({ path }) => path === name)?.content}`;
}

/** Name → version of every package of a lock. */
const pins = (lock: string) => Object.fromEntries([...lock.matchAll(/^([\w.-]+)==(\S+)/gm)].map((m) => [m[1], m[2]]));

describe.each(sets)("the locks for %s", (label, given) => {
  it.each(locks)("%s has a hash for every package, and no index of its own", async (name) => {
    const lock = await lockOf(given, name);
    const entries = lock.split(/^(?=\S+==)/m).slice(1);
    expect(entries.length).toBe(Object.keys(pins(lock)).length);
    for (const entry of entries) expect(entry).toMatch(/--hash=sha256:[0-9a-f]{64}/);
    expect(lock).not.toMatch(/:\/\/|--(extra-)?index-url|--find-links/);
  });

  it("agree with each other, whatever the tests need besides", async () => {
    const [app, dev] = await Promise.all(locks.map((name) => lockOf(given, name)));
    expect(pins(`${dev}`)).toMatchObject(pins(`${app}`));
  });

  // The oldest that can be chosen, the one that is the default, and one that is newer than most servers have.
  it.each(["3.10", "3.11", "3.13"])("install from wheels alone on Python %s", async (python) => {
    const lock = join(folder, `${label}-${python}.txt`.replaceAll(/[^\w.-]/g, "-"));
    writeFileSync(lock, await lockOf(given, "requirements.txt"));
    const target = [`--python-version=${python}`, "--python-platform=x86_64-manylinux_2_28", `--target=${lock}.d`];
    await succeed("uv", [
      "pip",
      "install",
      "--require-hashes",
      "--only-binary=:all:",
      "--quiet",
      ...target,
      "-r",
      lock,
    ]);
  });
});

describe("pip itself", () => {
  it("installs what the default stack needs for its tests, checking every hash", async () => {
    const lock = join(folder, "dev.txt");
    writeFileSync(lock, await lockOf({}, "requirements-dev.txt"));
    await succeed("python3", ["-m", "venv", join(folder, "venv")]);
    const pip = ["install", "--quiet", "--disable-pip-version-check", "--only-binary=:all:", "--require-hashes"];
    await succeed(join(folder, "venv/bin/pip"), [...pip, "-r", lock]);
    expect(await succeed(join(folder, "venv/bin/python"), ["-c", "import flask, pyuwsgi, pytest"])).toBe("");
  });

  it("refuses a package whose hash is another", async () => {
    const lock = join(folder, "forged.txt");
    writeFileSync(lock, "flask==3.1.3 \\\n    --hash=sha256:".concat("0".repeat(64), "\n"));
    await succeed("uv", ["venv", "--quiet", "--python", "python3", join(folder, "other")]);
    const install = ["pip", "install", "--quiet", "--no-deps", "--python", join(folder, "other/bin/python")];
    await expect(succeed("uv", [...install, "--require-hashes", "-r", lock])).rejects.toThrow(/[Hh]ash mismatch/);
  });
});
