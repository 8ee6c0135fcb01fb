import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { pip, toolEnvironment } from "../../../../../action/engine/deploy/packages/pip.ts";
import { findUv } from "../../../../../action/engine/deploy/packages/uv.ts";
import type { Finished, ProcessRunner, RunOptions } from "../../../../../action/engine/process/run.ts";
import { finished } from "../../repository.ts";

/** Programs of this machine: how each ends; one that is not among them cannot be started. */
function machine(
  programs: Readonly<Record<string, Partial<Finished> | ((argv: readonly string[]) => Partial<Finished>)>>,
) {
  const started: (readonly string[])[] = [];
  let given: RunOptions | undefined;
  const run: ProcessRunner = async (argv, options) => {
    started.push(argv);
    given = options;
    const [program = ""] = argv;
    const ends = programs[program];
    if (ends === undefined) throw new Error(`spawn ${program} ENOENT`);
    return finished(typeof ends === "function" ? ends(argv) : ends);
  };
  return { run, started, given: () => given };
}
const env = { PATH: "/bin", GITHUB_TOKEN: "t" };
const onLine = () => {};

describe("pip", () => {
  it("is that of the interpreter, and gets what is asked, and nothing of the job's", async () => {
    const { run, started, given } = machine({ "python3.11": { code: 1, stdout: "out\n", stderr: "err\n" } });
    const markers = { os_name: "posix" };
    const done = await pip({ run, env, onLine }, ["download", "x"], { cwd: "/w", python: "python3.11", markers });
    expect(done).toEqual({ code: 1, said: "out\nerr\n", stdout: "out\n" });
    expect(started).toHaveLength(1);
    expect(started[0]?.[0]).toBe("python3.11");
    expect(started[0]?.slice(3)).toEqual([
      ...[JSON.stringify(markers), "download", "x", "--disable-pip-version-check", "--no-input"],
    ]);
    expect(given()).toMatchObject({ cwd: "/w", env: { PATH: "/bin" }, timeoutMs: 900_000 });
    expect(given()?.env).not.toHaveProperty("GITHUB_TOKEN");
    expect(given()?.signal).toBeUndefined();
  });

  it("is ended with the run, and may be given more of the environment", async () => {
    const { run, started, given } = machine({ python3: {} });
    const { signal } = new AbortController();
    await pip({ run, env, onLine, signal }, [], { cwd: "/w", more: /^GITHUB_/ });
    expect(started[0]?.[3]).toBe("null");
    expect(given()).toMatchObject({ signal, env });
  });

  it.each([
    ["there is no Python", {}],
    ["Python has none", { python3: { code: 1, stderr: "x\nNo module named pip\n" } }],
  ])("is one that uv brings where %s", async (_, programs) => {
    const { run, started } = machine({ ...programs, uv: { stdout: "ok" } });
    expect(await pip({ run, env, onLine }, ["x"], { cwd: "/w" })).toMatchObject({ code: 0, stdout: "ok" });
    expect(started[1]?.slice(0, 3)).toEqual(["uv", "run", "-q"]);
    expect(started[1]).toContain("pip");
  });

  it("is missing where there is neither, with what to install", async () => {
    const { run } = machine({ python3: { code: 1, stderr: "No module named pip" } });
    await expect(pip({ run, env, onLine }, [], { cwd: "/w" })).rejects.toMatchObject({
      ...{ kind: "infrastructure", step: "build", next: expect.stringContaining("python3-pip") },
    });
  });
});

describe("the environment of what builds", () => {
  it.each([
    ..."PATH HOME LC_ALL XDG_CACHE_HOME https_proxy NO_PROXY SSL_CERT_FILE PYTHONPATH PIP_INDEX_URL UV_INDEX_URL".split(
      " ",
    ),
    ..."PIP_EXTRA_TOKEN CFLAGS MY_CFLAGS LD_LIBRARY_PATH LIBRARY_PATH CARGO_HOME PG_INCLUDE_DIR PKG_CONFIG_PATH".split(
      " ",
    ),
  ])("has %s", (name) => expect(toolEnvironment({ [name]: "x" })).toEqual({ [name]: "x" }));

  it.each([
    ..."GITHUB_TOKEN SSH_KEY ACTIONS_RUNTIME_TOKEN MY_PATH PATHS AWS_REGION CARGO_REGISTRY_TOKEN GOOGLE_CREDENTIALS".split(
      " ",
    ),
    ..."GOAUTH CMAKE_SECRET XDG_PASSWORD INPUT_SSH_KEY SSH_AUTH_SOCK CIRCLE".split(" "),
  ])("has no %s", (name) => expect(toolEnvironment({ [name]: "x" })).toEqual({}));

  it("has what is named besides", () =>
    expect(toolEnvironment({ GIT_X: "1", Y: "2" }, /^GIT_/)).toEqual({ GIT_X: "1" }));
});

describe("uv", () => {
  const cache = () => join(mkdtempSync(join(tmpdir(), "fd-uv-")), "cache");
  const said: string[] = [];
  const find = (run: ProcessRunner, cacheDir: string) =>
    findUv({ run, env, cacheDir, onLine: (line) => said.push(line) });
  /** Python whose pip installs uv into the folder that it is told. */
  const installs = (argv: readonly string[]) => {
    const target = argv[argv.indexOf("--target") + 1] as string;
    mkdirSync(join(target, "bin"), { recursive: true });
    writeFileSync(join(target, "bin/uv"), "uv");
    return {};
  };

  it("is the machine's own where that runs", async () => {
    const { run, started } = machine({ uv: { stdout: "uv 0.9" } });
    expect(await find(run, "/nowhere")).toBe("uv");
    expect(started).toEqual([["uv", "--version"]]);
  });

  it.each([
    ["there is none", {}],
    ["that is broken", { uv: { code: 1 } }],
  ])("is fetched once, by its hashes, where %s", async (_, programs) => {
    const cacheDir = cache();
    const { run, started } = machine({ ...programs, python3: installs });
    const program = await find(run, cacheDir);
    expect(program).toMatch(/\/uv-\d[\d.]+\/bin\/uv$/);
    expect(await find(run, cacheDir)).toBe(program);
    const fetched = started.filter(([name]) => name === "python3");
    expect(fetched).toHaveLength(1);
    expect(fetched[0]).toEqual(
      expect.arrayContaining(["install", "--no-deps", "--only-binary=:all:", "--require-hashes"]),
    );
    expect(said.at(-1)).toMatch(/^uv.lock needs uv, which is not installed here: fetching uv \d/);
    // Nothing but the program is left there.
    expect(readdirSync(cacheDir)).toHaveLength(1);
  });

  it("is another run's where that was first", async () => {
    const cacheDir = cache();
    const { run } = machine({
      python3: (argv) => {
        const kept = join(cacheDir, `uv-${said.at(-1)?.split(" ").at(-1)}`, "bin");
        mkdirSync(kept, { recursive: true });
        writeFileSync(join(kept, "uv"), "of the other");
        return installs(argv);
      },
    });
    expect(await find(run, cacheDir)).toMatch(/bin\/uv$/);
  });

  it("that cannot be fetched is said with pip's last words, and leaves nothing behind", async () => {
    const cacheDir = cache();
    const { run } = machine({ python3: { code: 1, stderr: "0\n1\n2\n3\nERROR: no network\n" } });
    await expect(find(run, cacheDir)).rejects.toMatchObject({
      ...{ kind: "infrastructure", step: "check", next: expect.stringContaining("Install uv") },
      message: expect.stringMatching(/could not be fetched:\n1\n2\n3\nERROR: no network$/),
    });
    expect(readdirSync(cacheDir)).toEqual([]);
  });
});
