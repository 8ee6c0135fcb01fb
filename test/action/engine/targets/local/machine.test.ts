import { chmodSync, existsSync, mkdirSync, readFileSync, readlinkSync, utimesSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readApp } from "../../../../../action/engine/app/app.ts";
import type { Finished, ProcessRunner } from "../../../../../action/engine/process/run.ts";
import { findNginx, findProgram } from "../../../../../action/engine/targets/local/find.ts";
import { findPython, pythonVersion } from "../../../../../action/engine/targets/local/python.ts";
import { follow } from "../../../../../action/engine/targets/local/running/follow.ts";
import { assertFree, freePorts } from "../../../../../action/engine/targets/local/running/ports.ts";
import { childEnvironment, findVenv, prepareVenv } from "../../../../../action/engine/targets/local/venv.ts";
import { finished, inventory, repository } from "../../repository.ts";

/** A folder of programs, for PATH. */
function programs(...names: readonly string[]): string {
  const folder = repository(Object.fromEntries(names.map((name) => [name, ""])));
  for (const name of names) chmodSync(join(folder, name), 0o755);
  return folder;
}
const versions =
  (of: Readonly<Record<string, string>>): ProcessRunner =>
  async ([path = ""]) => {
    const said = of[path.slice(path.lastIndexOf("/") + 1)];
    if (said === undefined) throw new Error("spawn ENOENT");
    return finished({ stdout: `${said}\n` });
  };

describe("a program", () => {
  it("is the first on PATH that may be run, then in other folders", () => {
    const [first, second] = [programs("a"), programs("a", "b", "c")];
    mkdirSync(join(first, "b"));
    writeFileSync(join(first, "c"), "");
    const env = { PATH: `${first}::${second}` };
    expect(findProgram("a", env)).toBe(join(first, "a"));
    expect(findProgram("b", env)).toBe(join(second, "b"));
    expect(findProgram("c", env)).toBe(join(second, "c"));
    expect(findProgram("d", env)).toBeUndefined();
    expect(findProgram("b", { PATH: first }, second)).toBe(join(second, "b"));
    expect(findProgram("b", {}, second)).toBe(join(second, "b"));
  });

  it("is nginx as it was built", async () => {
    const PATH = programs("nginx");
    const built =
      "nginx version: nginx/1.22.1\n--conf-path=/opt/n/nginx.conf --without-http_scgi_module --without-http_uwsgi_module";
    const of = (more: Partial<Finished>) => findNginx(async () => finished(more), { PATH });
    const path = join(PATH, "nginx");
    expect(await of({ stderr: built })).toEqual({
      ...{ path, version: "1.22.1", confFolder: "/opt/n", without: new Set(["scgi", "uwsgi"]) },
    });
    expect(await of({ stderr: "?" })).toEqual({ path, version: "", confFolder: "/etc/nginx", without: new Set() });
    expect(await of({ code: 1, stderr: built })).toBeUndefined();
  });
});

describe("a Python", () => {
  const find = (of: Readonly<Record<string, string>>, oldest = "3.11", run = versions(of)) =>
    findPython(oldest, { run, env: { PATH: programs(...Object.keys(of)) } });

  it.each([
    ["3.11.7", { code: 0, stdout: "3.11.7\n" }],
    [undefined, { code: 1, stdout: "3.11.7\n" }],
    [undefined, { code: 0, stdout: "3.11\n" }],
    [undefined, { code: 0, stdout: "Python 3.11.7\n" }],
    [undefined, { code: 0, stdout: "3.11.7rc1\n" }],
  ])("is %s when it says %j", async (version, said) =>
    expect(await pythonVersion("p", async () => finished(said))).toBe(version),
  );

  it("is none when it does not start", async () => expect(await pythonVersion("p", versions({}))).toBeUndefined());

  it("is the one the app is made for, or else the first that is new enough", async () => {
    expect(await find({ "python3.11": "3.11.2", python3: "3.12.1" })).toMatchObject({ version: "3.11.2" });
    expect(await find({ python3: "3.9.2", python: "", "python3.12": "3.12.1" })).toMatchObject({ version: "3.12.1" });
    expect((await find({ python3: "3.11.0" })).path).toMatch(/\/python3$/);
  });

  it("may be one of uv's own", async () => {
    const run: ProcessRunner = async (argv, options) => {
      if (!argv[0]?.endsWith("/uv")) return versions({ own: "3.13.1" })(argv, options);
      expect(argv.slice(1)).toEqual(["python", "find", "--no-python-downloads", ">=3.11"]);
      return finished({ stdout: "/uv/own\n" });
    };
    expect(await find({ uv: "" }, "3.11", run)).toEqual({ path: "/uv/own", version: "3.13.1" });
    const without: ProcessRunner = async () => finished({ code: 2 });
    await expect(find({ uv: "" }, "3.11", without)).rejects.toThrow(/none on PATH: uv python install 3\.11$/);
  });

  it("that is missing is said, with those that are too old", async () => {
    await expect(find({ python3: "3.9.2", python: "2.7.18" })).rejects.toThrow(
      /^the app needs Python 3\.11 or newer, and there is none on PATH \(python3 is 3\.9\.2, python is 2\.7\.18, which is too old\): install Python 3\.11 /,
    );
    await expect(find({})).rejects.toThrow(/none on PATH: install Python 3\.11/);
  });
});

describe("a virtual environment", () => {
  const { python } = inventory;
  const wheel = { name: "a.whl", path: "/w/a.whl", size: 1, sha256: "ab" };
  /** A machine with these programs, and what was started on it. */
  function machine(names: readonly string[], ended: (argv: readonly string[]) => Partial<Finished> = () => ({})) {
    const started: (readonly string[])[] = [];
    const run: ProcessRunner = async (argv, options) => {
      const [program = ""] = argv;
      if (argv.includes("-I")) return finished({ stdout: JSON.stringify(python) });
      if (argv[1] === "-c" && argv[2]?.startsWith("import sys;")) return finished({ stdout: "3.11.2\n" });
      started.push([program.slice(program.lastIndexOf("/") + 1), ...argv.slice(1)]);
      expect(options?.env).not.toHaveProperty("VIRTUAL_ENV");
      return finished(ended(argv));
    };
    const env = { PATH: programs("python3", ...names), XDG_CACHE_HOME: repository(), VIRTUAL_ENV: "/v" };
    const stop = new AbortController();
    return { io: { run, env, cwd: "/", signal: stop.signal }, started, stop };
  }
  const app = readApp("name: shop\n");
  const said: string[] = [];
  const say = (text: string) => void said.push(text);

  it("is named after all that decides its content, and is there once it is complete", async () => {
    const { io, started } = machine(["uv"]);
    const venv = await findVenv(app, "key", io);
    expect(venv).toMatchObject({ python, isThere: false, interpreter: expect.stringMatching(/\/python3$/) });
    expect(venv.path).toMatch(new RegExp(`^${io.env.XDG_CACHE_HOME}/flask-deploy/previews/[0-9a-f]{16}$`));
    expect((await findVenv(app, "other", io)).path).not.toBe(venv.path);
    await prepareVenv(venv, "requirements.txt", [wheel], io, say);
    expect(said).toEqual(["installing requirements.txt with uv"]);
    expect(await findVenv(app, "key", io)).toEqual({ ...venv, isThere: true });
    const fresh = readlinkSync(venv.path);
    expect(readFileSync(join(fresh, "packages.txt"), "utf8")).toBe("/w/a.whl --hash=sha256:ab\n");
    const list = ["--no-index", "--no-deps", "--require-hashes", "-r", join(fresh, "packages.txt")];
    expect(started).toEqual([
      ["uv", "venv", "-q", "--allow-existing", "--python", venv.interpreter, fresh],
      ["uv", "pip", "install", "-q", "--offline", "--python", join(fresh, "bin/python"), ...list],
    ]);
  });

  it("is made by Python itself where there is no uv, and without packages is no more than that", async () => {
    const { io, started } = machine([]);
    const venv = await findVenv(app, "key", io);
    await prepareVenv(venv, "requirements.txt", [], io, say);
    expect(said.at(-1)).toBe("installing requirements.txt with pip");
    expect(started).toEqual([["python3", "-m", "venv", "--without-pip", readlinkSync(venv.path)]]);
    await prepareVenv({ ...venv, isThere: true }, "requirements.txt", [wheel], io, say);
    expect(started).toHaveLength(1);
  });

  it.each<[string, (argv: readonly string[]) => Partial<Finished>, RegExp]>([
    [
      "cannot be made",
      () => ({ code: 1, stderr: "1\n2\n\n3\n4\n5\n6" }),
      /^a virtual environment could not be made with Python 3\.11\.2:\n {2}2\n {2}3\n {2}4\n {2}5\n {2}6\nNext: see what Python says above$/,
    ],
    ["lacks ensurepip", () => ({ code: 1, stdout: "No module named ensurepip" }), /Next: install Python's venv/],
    [
      "lacks a package",
      (argv) => ({ code: argv[1] === "pip" ? 1 : 0, stderr: "no a.whl" }),
      /^the packages of requirements\.txt could not be installed:\n {2}no a\.whl$/,
    ],
  ])("that %s leaves nothing", async (_, ended, problem) => {
    const { io } = machine(["uv"], ended);
    const venv = await findVenv(app, "key", io);
    await expect(prepareVenv(venv, "requirements.txt", [wheel], io, say)).rejects.toThrow(problem);
    expect(existsSync(venv.path)).toBe(false);
  });

  it("is not made by a run that was cancelled", async () => {
    const { io, stop } = machine(["uv"], () => {
      stop.abort(new Error("stopped"));
      return {};
    });
    const venv = await findVenv(app, "key", io);
    await expect(prepareVenv(venv, "requirements.txt", [wheel], io, say)).rejects.toThrow("stopped");
    expect(existsSync(venv.path)).toBe(false);
  });

  it("is forgotten after thirty days without use", async () => {
    const { io } = machine(["uv"]);
    const old = await findVenv(app, "old", io);
    await prepareVenv(old, "requirements.txt", [], io, say);
    const aged = (days: number) => utimesSync(join(old.path, ".complete"), 0, Date.now() / 1000 - days * 86_400);
    aged(29);
    await prepareVenv(await findVenv(app, "next", io), "requirements.txt", [], io, say);
    expect((await findVenv(app, "old", io)).isThere).toBe(true);
    aged(31);
    await prepareVenv({ ...old, isThere: true }, "requirements.txt", [], io, say);
    await prepareVenv(await findVenv(app, "third", io), "requirements.txt", [], io, say);
    expect((await findVenv(app, "old", io)).isThere).toBe(true);
    aged(31);
    await prepareVenv(await findVenv(app, "fourth", io), "requirements.txt", [], io, say);
    expect((await findVenv(app, "old", io)).isThere).toBe(false);
  });

  it("has none of what is meant for somebody else", () => {
    const foreign = { NOTIFY_SOCKET: "1", LISTEN_FDS: "1", RELEASE: "1", PYTHONPATH: "1", VIRTUAL_ENV: "1" };
    const kept = { PATH: "/bin", MY_RELEASE: "1", PYTHONPATHS: "1", LISTEN: "1" };
    expect(childEnvironment({ ...foreign, ...kept, NOTHING: undefined })).toEqual(kept);
  });
});

describe("a port", () => {
  it("is free, and no other's", async () => {
    const ports = await freePorts(3);
    expect(new Set(ports).size).toBe(3);
    for (const port of ports) await assertFree(port);
    expect(await freePorts(0)).toEqual([]);
  });

  it("that is taken is said", async () => {
    const [port = 0] = await freePorts(1);
    const server = createServer();
    await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
    await expect(assertFree(port)).rejects.toThrow(new RegExp(`^port ${port} is taken: choose another with --port`));
    await new Promise((done) => server.close(done));
    await expect(assertFree(65_536)).rejects.toThrow(/65536/);
  });
});

it("gives each line that is added to a file, whole, and the last at its end", () => {
  const folder = repository();
  const lines: string[] = [];
  const log = join(folder, "a.log");
  const stop = follow(join(folder, "static"), (line) => lines.push(line));
  stop();
  expect(lines).toEqual(["body { color: black }"]);
  const second = follow(folder, (line) => line.startsWith("ü") && lines.push(line));
  writeFileSync(log, Buffer.from("ü1\nü2\nü").subarray(0, -1));
  second();
  expect(lines.slice(1)).toEqual(["ü1", "ü2"]);
  writeFileSync(log, "ü1\nü2\nü3\n");
  second();
  expect(lines.slice(1)).toEqual(["ü1", "ü2", "ü3"]);
});
