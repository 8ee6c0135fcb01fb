import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { packagesOf } from "../../../../../action/engine/deploy/packages/local.ts";
import { readLock } from "../../../../../action/engine/deploy/packages/lock.ts";
import type { ServerPython } from "../../../../../action/engine/deploy/packages/python.ts";
import { buildWheels, packageOf } from "../../../../../action/engine/deploy/packages/wheels.ts";
import { serverWith } from "../../../../packages/shelf.ts";
import { noGit, repository } from "../../repository.ts";
import { type Answer, type Call, fakePip } from "./fake-pip.ts";

const server = serverWith("3.11.2");
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const caches: string[] = [];
afterAll(() => {
  for (const folder of caches) rmSync(folder, { recursive: true, force: true });
});
function cache(): string {
  const folder = mkdtempSync(join(tmpdir(), "fd-cache-"));
  caches.push(folder);
  return folder;
}

interface World {
  readonly files?: Readonly<Record<string, string>>;
  readonly python?: ServerPython;
  readonly pythons?: Readonly<Record<string, ServerPython>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly interpreter?: string;
  readonly cacheDir?: string;
  readonly commit?: string;
}

/** Has the wheels of a requirements.txt built; pip answers as `play` says. */
async function built(lock: string, play: (call: Call) => Answer, world: World = {}) {
  const { files, python = server, pythons = { python3: server }, env = {}, cacheDir = cache(), ...more } = world;
  const root = repository({ "requirements.txt": lock, ...files });
  const { run, calls } = fakePip(play, pythons);
  const reading = { root, run: noGit, env, cacheDir, onLine: () => {} };
  const source = async () => ({
    files: Object.entries(files ?? {}).map(([path, text]) => [path, "100644", sha256(text), text.length] as const),
  });
  const packages = await packagesOf(await readLock(reading), { ...reading, source });
  const lines: string[] = [];
  const onLine = (line: string) => lines.push(line);
  const wheels = () => buildWheels({ packages, python, cacheDir, run, env, onLine, ...more });
  return { wheels, calls, lines, cacheDir };
}
const one = "shop-1-py3-none-any.whl";
const gives =
  (...files: string[]) =>
  () => ({ files });
const no = (stderr: string) => ({ code: 1, stderr });
const missing = no("ERROR: No matching distribution found for odd==1\n");

describe("wheels", () => {
  it("are chosen for the server by its own markers, with what bounds them, without running anybody's code", async () => {
    const lock = "flask==3.1.3\n-c bounds.txt\n--index-url https://${TOKEN}@example.org/${OTHER}\n--find-links shelf\n";
    const { wheels, calls } = await built(lock, gives("flask-3.whl", "click-8.whl"), {
      files: { "bounds.txt": "click<9\n", "shelf/x.txt": "" },
      env: { TOKEN: "t0k", MY_LOGIN: "x", PATH: "/bin" },
    });
    expect((await wheels()).map(({ name, size, sha256: hash }) => [name, size, hash])).toEqual([
      ["click-8.whl", 22, sha256("content of click-8.whl")],
      ["flask-3.whl", 22, sha256("content of flask-3.whl")],
    ]);
    const [call] = calls as [Call];
    expect(calls).toHaveLength(1);
    expect(call).toMatchObject({
      python: "python3",
      verb: "download",
      markers: server.markers,
      constraints: "click<9",
    });
    expect(call.args).toEqual(expect.arrayContaining(["--only-binary=:all:", "--python-version", "3.11.2"]));
    expect(call.args).not.toContain("--require-hashes");
    expect(call.args).not.toContain("--no-deps");
    const [index, shelf, asked] = call.requirements.split("\n");
    // A variable that is not set stays as it is written.
    expect(index).toBe("--index-url https://t0k@example.org/${OTHER}");
    expect(shelf).toMatch(/^--find-links \/.*\/shelf$/);
    expect(asked).toBe("flask==3.1.3");
    // Wheels run no code, so whatever logs in to an index is there.
    expect(call.env).toMatchObject({ MY_LOGIN: "x" });
  });

  it.each([
    ["--no-binary odd\nodd==1\n", {}],
    ["odd==1\n", { PIP_NO_BINARY: "odd" }],
  ])("of a lock that wants sources get no variable of the job's: %j", async (lock, env) => {
    const { wheels, calls } = await built(lock, gives(one), { env: { MY_LOGIN: "x", ...env } });
    await wheels();
    expect(calls[0]?.env).not.toHaveProperty("MY_LOGIN");
  });

  it("are checked by their hashes where each has one, and taken as locked where their metadata conflict", async () => {
    const lock = "a==1 --hash=sha256:aa\nb==1 --hash=sha256:bb\n";
    const conflict = no("ERROR: ResolutionImpossible: for help visit\n");
    const { wheels, calls, lines } = await built(lock, ({ args }) =>
      args.includes("--no-deps") ? { files: [one] } : conflict,
    );
    expect(await wheels()).toHaveLength(1);
    expect(calls.map(({ args }) => args.includes("--require-hashes"))).toEqual([true, true]);
    expect(lines).toEqual([expect.stringContaining("versions that conflict according to their metadata")]);
  });

  it("of a lock without hashes are not taken where they conflict", async () => {
    const { wheels, calls } = await built("a==1\nb==1 --hash=sha256:bb\n", () => no("ERROR: ResolutionImpossible\n"));
    await expect(wheels()).rejects.toMatchObject({ kind: "app", step: "build" });
    expect(calls).toHaveLength(1);
  });

  it("are built here where there is none, by the interpreter that is most like the server's", async () => {
    const { wheels, calls, lines } = await built(
      "odd==1\n",
      ({ verb, args }) => {
        if (verb === "wheel") return { files: ["odd-1-cp311-cp311-linux_x86_64.whl"] };
        return args.includes("--prefer-binary") ? { files: ["odd-1.tar.gz", one] } : missing;
      },
      { pythons: { "python3.11": server, python3: serverWith("3.12.0") } },
    );
    expect((await wheels()).map(({ name }) => name)).toEqual(["odd-1-cp311-cp311-linux_x86_64.whl", one]);
    expect(calls.map(({ python, verb }) => [python, verb])).toEqual([
      ["python3", "download"],
      ["python3.11", "download"],
      ["python3.11", "wheel"],
    ]);
    expect(lines).toEqual([
      "requirements.txt names a package without a wheel for Python 3.11 on x86_64: odd==1; building it with python3.11",
    ]);
    expect(calls[2]?.args).toEqual(expect.arrayContaining(["-q", "--no-deps", "-w"]));
  });

  it.each([
    ["another version", { python3: serverWith("3.12.0") }],
    ["another processor", { python3: serverWith("3.11.2", { machine: "aarch64" }) }],
    ["a newer C library", { python3: serverWith("3.11.2", { libc: "2.41" }) }],
    ["another interface", { python3: { ...server, soabi: "cpython-311d-x86_64-linux-gnu" } }],
    ["no Python", {}],
  ])("that only run here are none of the server's: %s", async (_, pythons) => {
    const make = (name: string) =>
      built("odd==1\n", ({ verb }) => (verb === "wheel" ? { files: [name] } : { files: ["odd-1.tar.gz"] }), {
        pythons,
      });
    const native = await make("odd-1-cp311-cp311-linux_x86_64.whl");
    await expect(native.wheels()).rejects.toMatchObject({
      kind: "app",
      message: expect.stringMatching(
        /^odd-1.tar.gz is built here as odd-1-cp311.*not run on the server's Python 3.11 on/,
      ),
      next: expect.stringContaining("Pin a version that has one"),
    });
    const pure = await make("odd-1-py3-none-any.whl");
    expect(await pure.wheels()).toHaveLength(1);
  });

  it.each([
    ["3.11.9", "2.36"],
    ["3.11.2", "2.31"],
  ])("that are built by Python %s with glibc %s run on the server", async (version, libc) => {
    const { wheels } = await built(
      "odd==1\n",
      ({ verb }) => ({ files: [verb === "wheel" ? "odd-1-cp311-cp311-linux_x86_64.whl" : "odd-1.tar.gz"] }),
      { pythons: { python3: serverWith(version, { libc }) } },
    );
    expect(await wheels()).toHaveLength(1);
  });

  it.each([
    ["can be had nowhere", missing, /^requirements.txt names a package without a wheel/],
    ["cannot be fetched", no("one\nERROR: odd\n"), /could not be fetched:\none\nERROR: odd$/],
  ])("that %s are an error", async (_, answer, message) => {
    const { wheels } = await built("odd==1\n", () => answer);
    await expect(wheels()).rejects.toMatchObject({ kind: "app", message: expect.stringMatching(message) });
  });

  it("that cannot be built are an error with what the build said", async () => {
    const { wheels } = await built("odd==1\n", ({ verb }) =>
      verb === "wheel" ? no("error: gcc\n") : { files: ["odd-1.tar.gz"] },
    );
    await expect(wheels()).rejects.toThrow("odd-1.tar.gz of requirements.txt could not be built:\nerror: gcc");
    const silent = await built("odd==1\n", ({ verb }) => ({ files: verb === "wheel" ? [] : ["odd-1.tar.gz"] }));
    await expect(silent.wheels()).rejects.toThrow();
  });

  it("of an interpreter of this machine are chosen by its own pip", async () => {
    const native = "odd-1-cp311-cp311-linux_x86_64.whl";
    const play = ({ verb }: Call) => ({ files: [verb === "wheel" ? native : "odd-1.tar.gz"] });
    const { wheels, calls } = await built("odd==1\n", play, { interpreter: "/venv/bin/python", pythons: {} });
    expect(await wheels()).toHaveLength(1);
    expect(calls.map(({ python }) => python)).toEqual(["/venv/bin/python", "/venv/bin/python"]);
    expect(calls[0]).toMatchObject({ markers: null });
    expect(calls[0]?.args).not.toContain("--python-version");
  });
});

describe("what the repository itself brings", () => {
  const files = { "pyproject.toml": "[project]\n", "app.py": "pass\n" };

  it("is built of a copy of its files, and asked for as that wheel", async () => {
    let seen: readonly string[] = [];
    const { wheels, calls } = await built(
      "-e .[async]\nflask==3\n",
      ({ verb, args }) => {
        if (verb === "wheel") seen = readdirSync(args[args.indexOf("-w") + 2] as string).sort();
        return { files: [verb === "wheel" ? one : "flask-3.whl"] };
      },
      { files, commit: "1a2b3c4d5e6f", env: { MY_TOKEN: "x" } },
    );
    await wheels();
    expect(seen).toEqual(["app.py", "pyproject.toml"]);
    const [wheel, download] = calls as [Call, Call];
    // What takes the version of a project from git finds no git.
    expect(wheel.env).toMatchObject({
      SETUPTOOLS_SCM_PRETEND_VERSION: "0+g1a2b3c4d5e",
      PDM_BUILD_SCM_VERSION: "0+g1a2b3c4d5e",
    });
    expect(wheel.env).not.toHaveProperty("MY_TOKEN");
    expect(download.requirements).toMatch(/^shop\[async\] @ file:\/\/\/.*\/shop-1-py3-none-any\.whl\nflask==3$/);
  });

  it("has the version that the job says, and none of a release that has no commit", async () => {
    const env = { SETUPTOOLS_SCM_PRETEND_VERSION: "2.0" };
    const told = await built(".\n", gives(one), { files, env, commit: "1a2b3c4d5e6f" });
    await told.wheels();
    expect(told.calls[0]?.env).toMatchObject(env);
    const none = await built(".\n", gives(one), { files });
    await none.wheels();
    expect(none.calls[0]?.env).not.toHaveProperty("SETUPTOOLS_SCM_PRETEND_VERSION");
  });

  it("is asked for by its hash among others that have one", async () => {
    const { wheels, calls } = await built(".\nflask==3 --hash=sha256:aa\n", gives(one), { files });
    await wheels();
    expect(calls[1]?.requirements).toContain(`${one} --hash=sha256:${sha256(`content of ${one}`)}\n`);
    expect(calls[1]?.args).toContain("--require-hashes");
  });

  it("is left out where its marker does not hold on the server", async () => {
    const { wheels, calls } = await built(
      ". ; os_name == 'nt'\ngit+https://example.org/x@v1\nflask==3\n",
      ({ verb }) => (verb === "markers" ? { stdout: "[false, true]" } : { files: [one] }),
      { files, env: { GIT_SSH: "ssh", SSH_AUTH_SOCK: "/s", AWS_KEY: "x" } },
    );
    await wheels();
    const [markers, wheel, download] = calls as [Call, Call, Call];
    expect(JSON.parse(markers.args[0] as string)).toEqual(["os_name == 'nt'", 'os_name != ""']);
    expect(markers.markers).toEqual(server.markers);
    expect(wheel.args.at(-3)).toBe("git+https://example.org/x@v1");
    // git logs in with what is its own.
    expect(wheel.env).toEqual({ GIT_SSH: "ssh", SSH_AUTH_SOCK: "/s" });
    expect(download.requirements.split("\n")).toEqual([expect.stringMatching(/^shop @ file:/), "flask==3"]);
  });

  it("may not be had where pip cannot read the markers", async () => {
    const { wheels } = await built(". ; odd\n", () => no("ERROR: Invalid marker\n"), { files });
    await expect(wheels()).rejects.toThrow(/Invalid marker$/);
  });

  it("may be a wheel, which has to be what its hash says", async () => {
    const wheel = { [one]: "wheel" };
    const taken = await built(`./${one} --hash=sha256:${sha256("wheel")}\n`, gives(one), { files: wheel });
    await taken.wheels();
    expect(taken.calls.map(({ verb }) => verb)).toEqual(["download"]);
    const other = await built(`./${one} --hash=sha256:00 --hash=sha256:11\n`, gives(one), { files: wheel });
    await expect(other.wheels()).rejects.toMatchObject({
      kind: "app",
      message: expect.stringMatching(
        /shop-1-py3-none-any.whl does not match its hash in requirements.txt: its sha256 is/,
      ),
    });
  });
});

describe("the cache of wheels", () => {
  it("gives what it has, and asks pip for what it lacks", async () => {
    const { wheels, calls, cacheDir } = await built("flask==3\n", gives("flask-3.whl", "zope-1.whl"));
    const first = await wheels();
    const [{ path = "" } = {}] = first;
    expect(readFileSync(path, "utf8")).toBe("content of flask-3.whl");
    expect(path).toBe(join(cacheDir, "wheels", first[0]?.sha256 as string, "flask-3.whl"));
    expect(await wheels()).toEqual(first);
    expect(calls).toHaveLength(1);
    writeFileSync(path, "torn");
    expect(await wheels()).toEqual(first);
    expect(calls).toHaveLength(2);
    rmSync(path);
    expect(await wheels()).toEqual(first);
    expect(calls).toHaveLength(3);
    expect(readdirSync(join(cacheDir, "wheels")).filter((name) => name.startsWith(".new"))).toEqual([]);
  });

  it.each<[string, string, Partial<World>, boolean]>([
    ["another lock", "flask==4\n", {}, false],
    ["another patch of Python", "flask==3\n", { python: serverWith("3.11.3") }, false],
    ["another C library", "flask==3\n", { python: serverWith("3.11.2", { libc: "2.41" }) }, false],
    ["an interpreter of this machine", "flask==3\n", { interpreter: "python3" }, false],
    ["another kernel", "flask==3\n", { python: serverWith("3.11.2", { markers: { platform_release: "7" } }) }, true],
    ["another system", "flask==3\n", { python: serverWith("3.11.2", { markers: { os_name: "nt" } }) }, false],
    ["the same", "flask==3\n", {}, true],
  ])("is of one lock and one Python: %s", async (_, lock, world, isKept) => {
    const cacheDir = cache();
    await (await built("flask==3\n", gives("flask-3.whl"), { cacheDir })).wheels();
    const { wheels, calls } = await built(lock, gives("flask-3.whl"), { ...world, cacheDir });
    await wheels();
    expect(calls.length === 0).toBe(isKept);
  });

  it("tells kernels apart where the lock asks for one", async () => {
    const cacheDir = cache();
    const lock = "flask==3 ; platform_release >= '6'\n";
    await (await built(lock, gives("flask-3.whl"), { cacheDir })).wheels();
    const python = serverWith("3.11.2", { markers: { platform_release: "7" } });
    const { wheels, calls } = await built(lock, gives("flask-3.whl"), { cacheDir, python });
    await wheels();
    expect(calls).toHaveLength(1);
  });

  it("forgets what nobody used for a month, and keeps what is used", async () => {
    const cacheDir = cache();
    const { wheels } = await built("flask==3\n", gives("flask-3.whl"), { cacheDir });
    await wheels();
    const store = join(cacheDir, "wheels");
    const [list = "", kept = ""] = readdirSync(store).sort((a, b) => a.length - b.length);
    const age = (name: string, days: number) =>
      utimesSync(join(store, name), new Date(), new Date(Date.now() - days * 86_400_000));
    for (const name of [list, kept]) age(name, 40);
    await wheels();
    for (const [name, days] of [
      ["old", 31],
      ["young", 29],
    ] as const) {
      writeFileSync(join(store, name), "");
      age(name, days);
    }
    await (await built("other==1\n", gives("other-1.whl"), { cacheDir })).wheels();
    const left = Object.fromEntries([list, kept, "old", "young"].map((name) => [name, existsSync(join(store, name))]));
    expect(left).toEqual({ [list]: true, [kept]: true, old: false, young: true });
  });

  it("leaves nothing half done behind a failure", async () => {
    const { wheels, cacheDir } = await built("flask==3\n", () => no("ERROR: odd\n"));
    await expect(wheels()).rejects.toThrow();
    expect(readdirSync(join(cacheDir, "wheels"))).toEqual([]);
  });

  it("asks pip for nothing where nothing is required", async () => {
    const { wheels, calls } = await built("# nothing\n", gives(one));
    expect(await wheels()).toEqual([]);
    expect(calls).toEqual([]);
  });
});

it("knows a package by its wheel", () => expect(packageOf("Zope.Interface-6.0-cp311-x.whl")).toBe("zope-interface"));
