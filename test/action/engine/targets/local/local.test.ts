import { chmodSync, existsSync, readFileSync, readlinkSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readApp } from "../../../../../action/engine/app/app.ts";
import { Failure } from "../../../../../action/engine/process/failure.ts";
import type { Stage } from "../../../../../action/engine/targets/local/copy/stage.ts";
import { openLocal } from "../../../../../action/engine/targets/local/local.ts";
import type { Plan } from "../../../../../action/engine/targets/local/plan.ts";
import { freePorts } from "../../../../../action/engine/targets/local/running/ports.ts";
import type { Exit, Member } from "../../../../../action/engine/targets/local/running/process-group.ts";
import { bringUp, exitProblem } from "../../../../../action/engine/targets/local/running/serve.ts";
import type { NewRelease } from "../../../../../action/engine/targets/target.ts";
import { finished, inventory, repository } from "../../repository.ts";

const site = "server {\n  listen 80;\n  location / { uwsgi_pass unix:/run/shop/current.sock; }\n}\n";
const texts = { "deploy/uwsgi.ini": "[uwsgi]\n" };

describe("a preview that comes up", () => {
  /** Programs of this process: each listens where it is told to, or ends. */
  async function family(statuses: number[], ends?: Partial<Exit>) {
    const [port = 0] = await freePorts(1);
    const root = join(repository(), "x");
    const started: Member[] = [];
    const servers: Server[] = [];
    let announce = (_: Exit) => {};
    const firstExit = new Promise<Exit>((resolve) => {
      announce = resolve;
    });
    const start = (member: Member, onLine: (line: string) => void) => {
      started.push(member);
      onLine("up");
      if (ends) return announce({ name: member.name, code: 1, signal: null, ...ends });
      const server = createServer((_, response) => response.writeHead(statuses.shift() ?? 200).end());
      servers.push(server.listen(port, "127.0.0.1"));
    };
    const lines: string[] = [];
    const stage = {
      family: { start, firstExit },
      throwaway: { root },
      onLine: (...line: string[]) => lines.push(line.join(": ")),
    };
    const program = { name: "uwsgi" as const, argv: ["/p"], env: { A: "plan" }, opens: port };
    const plan: Plan = {
      files: [{ path: "deploy/a", text: "text" }],
      links: [{ path: "srv/shop/current", to: "/repo" }],
      folders: [join(root, "deploy")],
      ...{ programs: [program], url: `http://127.0.0.1:${port}/`, notes: [] },
    };
    const up = (signal = new AbortController().signal) =>
      bringUp(plan, stage as unknown as Stage, { cwd: "/repo", env: { A: "outer", B: "outer" }, signal }).finally(
        () => {
          for (const server of servers) server.close();
        },
      );
    return { up, root, started, lines, statuses };
  }

  it("has written all that was planned, and waits until the app behind nginx answers", async () => {
    const { up, root, started, lines, statuses } = await family([502, 503, 504, 500, 200]);
    await up();
    expect(statuses).toEqual([200]);
    expect(readFileSync(join(root, "deploy/a"), "utf8")).toBe("text");
    expect(readlinkSync(join(root, "srv/shop/current"))).toBe("/repo");
    expect(started).toMatchObject([{ name: "uwsgi", argv: ["/p"], cwd: "/repo", env: { A: "plan", B: "outer" } }]);
    expect(lines).toEqual(["uwsgi: up"]);
  });

  it.each<[Partial<Exit>, string]>([
    [{ code: 3 }, "uwsgi ended with exit code 3, so the preview is over: see its log above"],
    [{ code: null, signal: "SIGKILL" }, "uwsgi was ended by SIGKILL, so the preview is over: see its log above"],
  ])("fails when a program ends with %j", async (ends, problem) => {
    const { up } = await family([], ends);
    const error = await up().catch((thrown) => thrown);
    expect(error).toBeInstanceOf(Failure);
    expect(error.message).toBe(problem);
    expect(exitProblem({ name: "uwsgi", code: 1, signal: null, ...ends })).toBe(problem);
  });

  it("stops where it was cancelled", async () => {
    const { up } = await family([]);
    await expect(up(AbortSignal.abort(new Error("stopped")))).rejects.toThrow("stopped");
  });
});

describe("this machine, as a target", () => {
  const offer = { lock: "key" } as NewRelease;
  const lines: string[] = [];
  const quiet = { begin: () => {}, end: () => {}, line: (text: string) => lines.push(text), warning: () => {} };
  const open = (conf: string | undefined, more: { nginx?: boolean; port?: number } = {}) => {
    const all = conf === undefined ? texts : { ...texts, "deploy/nginx.conf": conf };
    const its = { root: repository(), app: readApp("name: shop\n"), texts: all, env: { SECRET: "x" } };
    const log = { line: () => {}, flush: () => {}, follow: () => {} };
    const request = {
      repository: its,
      watch: false,
      isRoot: false,
      lock: "requirements.txt",
      log,
      nginx: undefined,
      port: undefined,
    };
    const run = async (argv: readonly string[]) =>
      argv.includes("-V")
        ? finished({ code: 1 })
        : finished({ stdout: argv.includes("-I") ? JSON.stringify(inventory.python) : "3.11.2\n" });
    const PATH = repository({ python3: "" });
    chmodSync(join(PATH, "python3"), 0o755);
    const env = { PATH, XDG_CACHE_HOME: repository() };
    const io = { run, env, cwd: "/", signal: new AbortController().signal };
    return openLocal({ ...request, ...more }, io, quiet);
  };

  it("has no former release, and the Python that it found", async () => {
    const target = open(undefined);
    expect(await target.offer(offer)).toMatchObject({
      ...{ t: "inventory", previous: "", missing: [], releases: [], venv: false, python: inventory.python },
      interpreter: expect.stringMatching(/python/),
    });
    expect(target.plan().programs[0]?.env.SECRET).toBe("…");
    expect(target.plan().url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+\/$/);
    expect(existsSync("/tmp/preview-XXXXXX")).toBe(false);
    await target.leave();
  });

  it("serves at the port that is asked for, if nobody else does", async () => {
    const [port = 0] = await freePorts(1);
    const target = open(undefined, { port });
    await target.offer(offer);
    expect(target.plan().url).toBe(`http://127.0.0.1:${port}/`);
    const other = createServer().listen(port, "127.0.0.1");
    await new Promise((done) => other.once("listening", done));
    await expect(open(undefined, { port }).offer(offer)).rejects.toThrow(/is taken/);
    other.close();
  });

  it("needs an nginx only where one is asked for", async () => {
    await expect(open(site, { nginx: true }).offer(offer)).rejects.toThrow(/^nginx is not installed: apt install/);
    const without = open(site);
    await without.offer(offer);
    expect(without.nginx()).toBeUndefined();
  });

  it("ends as it is told to", async () => {
    const target = open(undefined);
    expect(await target.resume()).toMatchObject({ t: "outcome", status: "deployed", release: "preview", cause: null });
    const why = { step: "smoke", kind: "app", message: "no", next: "" } as const;
    expect(await target.undo(why)).toMatchObject({ status: "failed", cause: { ...why, journal: [], unit: "" } });
  });
});
