import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { describePython, type ServerPython } from "../../action/engine/deploy/packages/python.ts";
import { runProcess } from "../../action/engine/process/run.ts";
import { pythonOf, pythons } from "../requirements.ts";
import { serverWith, Workshop } from "./shelf.ts";

const shop = new Workshop();
afterAll(() => shop.remove());
const remote = join(import.meta.dirname, "../../action/engine/targets/server/driver");

/** A deploying machine on whose PATH that Python is the only one, and nearly the only program. */
function machineWith(version: string): Record<string, string> {
  const bin = join(shop.folder, `machine-${version}`);
  if (!existsSync(bin)) {
    mkdirSync(bin);
    for (const name of ["python3", `python${version}`]) symlinkSync(pythonOf(version) as string, join(bin, name));
    for (const tool of ["git", "sh"])
      symlinkSync(execFileSync("sh", ["-c", `command -v ${tool}`], { encoding: "utf8" }).trim(), join(bin, tool));
  }
  return { ...shop.env, PATH: bin };
}

/** What a deploy installs on a server with that Python. */
async function deployed(root: string, from: string, python: ServerPython, interpreter: string): Promise<string[]> {
  const env = machineWith(from);
  const { key } = await shop.packages(root, env);
  const wheels = await shop.wheels(root, python, { env });
  const input = JSON.stringify({ remote, base: shop.fresh("srv"), wheels, key, path: "/usr/bin:/bin" });
  const options = { input, encoding: "utf8", env: { PATH: "/usr/bin:/bin" } } as const;
  return JSON.parse(execFileSync(interpreter, ["-I", join(import.meta.dirname, "server.py")], options));
}

/** What that Python's own pip installs, on its own machine. */
function native(root: string, interpreter: string): string[] {
  const venv = shop.fresh("native");
  execFileSync(interpreter, ["-m", "venv", venv]);
  const python = join(venv, "bin/python");
  execFileSync(python, ["-m", "pip", "install", "-q", "--disable-pip-version-check", "-r", "requirements.txt"], {
    cwd: root,
    env: shop.env,
  });
  const tell = `import importlib.metadata as m, json; print(json.dumps(sorted(d.metadata['Name'].lower() + '==' + d.version for d in m.distributions() if d.metadata['Name'] not in ('pip', 'setuptools'))))`;
  return JSON.parse(execFileSync(python, ["-I", "-c", tell], { encoding: "utf8" }));
}

const version = (one: string) => `cp${one.replace(".", "")}`;
/** Of a package that is compiled, a wheel for each Python. */
const compiled = (name: string, ...more: string[]) =>
  ["3.11", "3.12", "3.13"].map((one) => ({
    name,
    ...(more[0] && { version: more[0] }),
    tag: `${version(one)}-${version(one)}-manylinux_2_17_x86_64`,
  }));

const hashes = new Map<string, string[]>();
function putAll(): void {
  const all = [
    ...compiled("green", "2.0"),
    ...compiled("green", "3.0"),
    { name: "stable", tag: "cp37-abi3-manylinux_2_17_x86_64" },
    { name: "early" },
    { name: "late" },
    { name: "linux" },
    { name: "cpython" },
    { name: "pypy" },
    { name: "windows" },
    { name: "quick" },
    { name: "quicklate" },
    {
      name: "web",
      extras: ["speed"],
      requires: [
        "early ; python_full_version < '3.12'",
        "late ; python_version >= '3.12'",
        "linux ; sys_platform == 'linux'",
        "windows ; os_name == 'nt'",
        "cpython ; platform_python_implementation == 'CPython'",
        "pypy ; implementation_name == 'pypy'",
        "quick ; extra == 'speed'",
        "quicklate ; extra == 'speed' and python_version >= '3.13'",
      ],
    },
    {
      name: "pure",
      as: "sdist" as const,
      requires: ["early ; python_version < '3.13'", "late ; python_version >= '3.13'"],
    },
  ];
  shop.put(...all).forEach((hash, i) => {
    const { name, version = "1.0" } = all[i] as { name: string; version?: string };
    hashes.set(`${name}==${version}`, [...(hashes.get(`${name}==${version}`) ?? []), hash]);
  });
}
putAll();
const hashed = (line: string) => {
  const [pin = ""] = line.split(" ");
  return `${line} ${(hashes.get(pin.replace(/\[.*\]/, "")) ?? []).map((hash) => `--hash=sha256:${hash}`).join(" ")}`;
};

const byVersion = [
  'green==2.0 ; python_full_version < "3.12"',
  'green==3.0 ; python_full_version >= "3.12"',
  "stable==1.0",
];
const closure = [
  "web[speed]==1.0",
  "early==1.0 ; python_version < '3.12'",
  "late==1.0 ; python_version >= '3.12'",
  "linux==1.0",
  "windows==1.0 ; os_name == 'nt'",
  "cpython==1.0 ; implementation_name == 'cpython'",
  "pypy==1.0 ; implementation_name == 'pypy'",
  "quick==1.0",
  "quicklate==1.0 ; python_version >= '3.13'",
];
const locks: Readonly<Record<string, readonly string[]>> = {
  "versions and extras, loose": ["web[speed]", "green<3 ; python_version < '3.12'", "green ; python_version >= '3.12'"],
  "versions and extras, pinned": [...byVersion, "web[speed]==1.0"],
  "versions and extras, hashed": [...byVersion, ...closure].map(hashed),
  "an sdist, pinned": ["pure==1.0", ...byVersion],
  "an sdist, hashed": [
    ...["pure==1.0", "early==1.0 ; python_version < '3.13'", "late==1.0 ; python_version >= '3.13'"].map(hashed),
  ],
};
const roots = Object.entries(locks).map(([what, lines]) => {
  const root = shop.fresh("root");
  writeFileSync(join(root, "requirements.txt"), `${lines.join("\n")}\n`);
  return [what, root] as const;
});

const [old, middle, young] = pythons;
const pairs = [
  [old, middle],
  [middle, old],
  [middle, young],
  [young, middle],
] as const;

describe.each(roots)("a lock of %s", (_, root) => {
  const truths = new Map<string, string[]>();

  it.each(pairs)("deployed with Python %s to one with %s is what that one would install itself", async (from, to) => {
    const interpreter = pythonOf(to) as string;
    const python = (await describePython(interpreter, runProcess, shop.env)) as ServerPython;
    const truth = truths.get(to) ?? native(root, interpreter);
    truths.set(to, truth);
    expect(await deployed(root, from, python, interpreter)).toEqual(truth);
  });

  it("is not the same on every Python, or the pairs would show nothing", () => {
    expect(new Set([...truths.values()].map((names) => names.join())).size).toBeGreaterThan(1);
  });
});

describe("the packages that were lost between Pythons", () => {
  // Those of the index of this machine, whichever that is.
  const { PIP_NO_INDEX: _, PIP_FIND_LINKS: __, PIP_CONFIG_FILE: ___, ...env } = shop.env;
  const root = shop.fresh("root");
  const green = ['greenlet==2.0.2 ; python_full_version < "3.12"', 'greenlet==3.2.4 ; python_full_version >= "3.12"'];
  writeFileSync(join(root, "requirements.txt"), `${[...green, "redis==5.0.1"].join("\n")}\n`);

  it.each([
    ["3.11.2", "3.13", ["async_timeout", "greenlet-2.0.2-cp311", "redis"]],
    ["3.11.7", "3.13", ["greenlet-2.0.2-cp311", "redis"]],
    ["3.11.2", "3.12", ["async_timeout", "greenlet-2.0.2-cp311", "redis"]],
    ["3.13.0", "3.11", ["greenlet-3.2.4-cp313", "redis"]],
  ])("are there on Python %s, deployed with %s", async (version, from, names) => {
    const wheels = await shop.wheels(root, serverWith(version), {
      env: { ...env, PATH: machineWith(from).PATH as string },
    });
    expect(wheels.map(({ name }) => name)).toEqual(names.map((name) => expect.stringContaining(name)));
  });
});
