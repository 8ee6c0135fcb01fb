import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pip, toolEnvironment } from "../../action/engine/deploy/packages/pip.ts";
import { packageOf } from "../../action/engine/deploy/packages/wheels.ts";
import { runProcess } from "../../action/engine/process/run.ts";
import { pythonOf } from "../requirements.ts";
import { serverWith, Workshop } from "./shelf.ts";

const shop = new Workshop();
afterAll(() => shop.remove());
const python = pythonOf("3.11") as string;
const root = shop.fresh("root");
beforeAll(() => {
  shop.put(
    { name: "early" },
    { name: "late" },
    { name: "web", requires: ["early ; python_version < '3.12'", "late ; python_version >= '3.12'"] },
  );
  writeFileSync(join(root, "requirements.txt"), "web==1.0\n");
});

/** A machine with that python3, and nothing else on its PATH but what is named. */
function machine(interpreter: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const bin = shop.fresh("bin");
  for (const [name, path] of Object.entries({ python3: interpreter, ...more })) symlinkSync(path, join(bin, name));
  return { ...shop.env, PATH: bin };
}
const names = async (env: Record<string, string>) =>
  (await shop.wheels(root, serverWith("3.12.1"), { env })).map(({ name }) => packageOf(name));

describe("packages are chosen for the server's Python", () => {
  // Of Ubuntu 22.04, Debian 12, Ubuntu 24.04, and later ones.
  it.each(["22.0.2", "23.0.1", "24.0", "25.3", "of today"])("by pip %s", async (version) => {
    const { PIP_NO_INDEX: _, PIP_FIND_LINKS: __, PIP_CONFIG_FILE: ___, ...env } = shop.env;
    const its = shop.fresh("pip");
    const wanted = version === "of today" ? "pip" : `pip==${version}`;
    const into = ["-m", "pip", "install", "-q", "--disable-pip-version-check", "--target", its, "--upgrade", wanted];
    execFileSync(python, into, { env });
    expect(await names({ ...machine(python), PYTHONPATH: its })).toEqual(["late", "web"]);
  });

  it("by what ensurepip carries, where there is no pip", async () => {
    const bare = shop.fresh("bare");
    execFileSync(python, ["-m", "venv", "--without-pip", bare]);
    expect(await names(machine(join(bare, "bin/python")))).toEqual(["late", "web"]);
  });

  it("by a pip that uv brings, where there is neither", async () => {
    const none = join(shop.fresh("none"), "python3");
    writeFileSync(none, "#!/bin/sh\necho No module named pip >&2\nexit 1\n");
    chmodSync(none, 0o755);
    const uv = execFileSync("sh", ["-c", "command -v uv"], { encoding: "utf8" }).trim();
    const { PIP_NO_INDEX, PIP_FIND_LINKS, ...env } = machine(none, { uv, "python3.11": python });
    // uv is to find pip in the index, pip the packages on the shelf.
    expect(await names({ ...env, PIP_NO_INDEX, PIP_FIND_LINKS } as Record<string, string>)).toEqual(["late", "web"]);
  });

  it("not at all by what is no pip, which is told with what to do", async () => {
    const fake = shop.fresh("fake");
    for (const path of ["pip/_internal/cli", "pip/_vendor/packaging"]) mkdirSync(join(fake, path), { recursive: true });
    writeFileSync(join(fake, "pip/__init__.py"), '__version__ = "99.0"\n');
    writeFileSync(join(fake, "pip/_internal/cli/main.py"), "def main(args): return 0\n");
    writeFileSync(join(fake, "pip/_internal/cli/cmdoptions.py"), "");
    const markers =
      "class Marker:\n    def __init__(self, text): pass\n    def evaluate(self, env=None): return False\n";
    writeFileSync(join(fake, "pip/_vendor/packaging/markers.py"), markers);
    await expect(names({ ...machine(python), PYTHONPATH: fake })).rejects.toThrow(
      /pip 99.0 cannot resolve for another machine/,
    );
    await expect(names({ ...shop.env, PATH: shop.fresh("nothing") })).rejects.toMatchObject({
      message: "there is no pip on this machine to fetch wheels with",
      next: expect.stringMatching(/Install Python with pip/),
    });
  });
});

describe("the environment of what builds", () => {
  it("is what tools need, by name", async () => {
    const given = {
      PATH: "/bin",
      HOME: "/h",
      LC_ALL: "C",
      https_proxy: "p",
      PIP_INDEX_URL: "u",
      UV_INDEX_X_PASSWORD: "w",
      CC: "gcc",
      MYSQLCLIENT_CFLAGS: "-I",
      CARGO_HOME: "/c",
    };
    const kept = {
      "INPUT_SSH-KEY": "k",
      GITHUB_TOKEN: "t",
      GITHUB_PATH: "p",
      RUNNER_TEMP: "r",
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: "o",
      DATABASE_URL: "d",
      SSH_AUTH_SOCK: "s",
      CARGO_REGISTRY_TOKEN: "c",
      SECRET_CFLAGS: "f",
    };
    expect(toolEnvironment({ ...given, ...kept })).toEqual(given);
    expect(toolEnvironment(kept, /^SSH_AUTH_SOCK$/)).toEqual({ SSH_AUTH_SOCK: "s" });
    const done = await pip({ run: runProcess, env: { ...shop.env, ...kept }, onLine: () => {} }, ["--version"], {
      cwd: shop.folder,
      python,
    });
    expect(done).toMatchObject({ code: 0, stdout: expect.stringMatching(/^pip \d/) });
  });
});
