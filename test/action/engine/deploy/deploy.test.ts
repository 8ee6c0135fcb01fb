import { describe, expect, it } from "vitest";
import type { DeployRequest, Effects } from "../../../../action/engine/deploy/contract.ts";
import { deploy, rollback } from "../../../../action/engine/deploy/deploy.ts";
import { DeployError } from "../../../../action/engine/deploy/deploy-error.ts";
import type { Finished, ProcessRunner, RunOptions } from "../../../../action/engine/process/run.ts";
import type { Gated, Inventory, Outcome, Progress, Smoked, Target } from "../../../../action/engine/targets/target.ts";
import { appOf, inventory as emptyServer, finished, noGit, repository } from "../repository.ts";

const inventory: Inventory = {
  ...emptyServer,
  previous: "20260101T000000Z-aaaaaaa",
  previousCommit: "aaaaaaa",
  missing: [1],
};
const outcome = (status: Outcome["status"], cause: Outcome["cause"] = null): Outcome => ({
  t: "outcome",
  status,
  release: "20260102T000000Z-bbbbbbb",
  previous: inventory.previous,
  prober: { sent: 9, failed: 0, stallMs: 3 },
  cause,
});
const deployed = outcome("deployed");
const taken = outcome("rolled-back", {
  ...{ kind: "app", step: "public_smoke", message: "no", next: "", journal: [], unit: "" },
});

/** A target that writes down what is asked of it. */
function world(answers: Partial<Target> = {}, more: Partial<Effects> = {}) {
  const calls: unknown[][] = [];
  const told: string[] = [];
  let progress: Progress | undefined;
  const note =
    <Args extends unknown[], Result>(name: string, act: (...args: Args) => Result) =>
    (...args: Args) => {
      calls.push([name, ...args]);
      return act(...args);
    };
  const target: Target = {
    offer: note("offer", answers.offer ?? (async () => inventory)),
    stage: note("stage", answers.stage ?? (async () => deployed)),
    resume: note("resume", answers.resume ?? (async () => deployed)),
    undo: note("undo", answers.undo ?? (async () => taken)),
    leave: note("leave", answers.leave ?? (async () => undefined)),
    cost: { roundTrips: 2, bytesSent: 7 },
  };
  const effects: Effects = {
    openTarget: (_request, _effects, given) => {
      progress = given;
      return target;
    },
    run: noGit,
    now: () => 0,
    clock: () => Date.UTC(2026, 0, 2),
    cacheDir: "",
    env: {},
    fetch: async () => new Response("hello"),
    resolve: async () => ["192.0.2.1"],
    log: { step: () => {}, line: (text) => told.push(text), warning: (text) => told.push(text), done: () => {} },
    ...more,
  };
  return { calls, told, effects, progress: () => progress as Progress };
}
const names = (calls: readonly unknown[][]) => calls.map(([name]) => name);
const request = (deploySettings = "", more: Partial<DeployRequest> = {}): DeployRequest => ({
  app: appOf(deploySettings),
  root: repository(),
  login: { host: "shop.example.org", user: "deploy-shop" },
  ...more,
});
const url = "  url: http://shop.example.org/\n";

describe("the order of a deploy", () => {
  it("offers, stages without a stop where nobody has a word, and leaves", async () => {
    const { calls, effects } = world();
    const done = await deploy(request(), effects);
    expect(done).toMatchObject({ status: "deployed", cause: undefined, requestsSent: 9, roundTrips: 2, bytesSent: 7 });
    expect(names(calls)).toEqual(["offer", "stage", "leave"]);
    const [, upload, stops] = calls[1] as [string, { files: unknown[][]; release: string }, string[]];
    expect(stops).toEqual([]);
    // What the target lacks, and nothing else.
    expect(upload.files.map(([path]) => path)).toEqual(["requirements.txt"]);
    expect(upload.release).toMatch(/^20260102T000000Z-[0-9a-f]{7}$/);
  });

  it("stops after the smoke test where the site has a public address, and goes on when it answers", async () => {
    const { calls, effects } = world({ stage: async () => ({ t: "smoked", addresses: ["192.0.2.1"] }) });
    const done = await deploy(request(url), effects);
    expect(done).toMatchObject({ status: "deployed", warnings: [] });
    expect(names(calls)).toEqual(["offer", "stage", "resume", "leave"]);
    expect(calls[1]?.[2]).toEqual(["smoked"]);
    expect(done.steps.map(({ name }) => name)).toContain("public_smoke");
  });

  it("takes it back when the public address of this very target answers wrongly", async () => {
    const answers = { stage: async () => ({ t: "smoked" as const, addresses: ["192.0.2.1"] }) };
    const { calls, effects } = world(answers, { fetch: async () => new Response("", { status: 500 }) });
    const done = await deploy(request(url), effects);
    expect(done.status).toBe("rolled-back");
    expect(names(calls)).toEqual(["offer", "stage", "undo", "leave"]);
    expect(calls[2]?.[1]).toMatchObject({ step: "public_smoke", kind: "app", message: expect.stringContaining("500") });
  });

  it("keeps it, with a warning, when the public address leads elsewhere", async () => {
    const answers = { stage: async () => ({ t: "smoked" as const, addresses: ["192.0.2.7"] }) };
    const { calls, effects } = world(answers, { fetch: async () => new Response("", { status: 500 }) });
    const done = await deploy(request(url), effects);
    expect(done.status).toBe("deployed");
    expect(done.warnings).toEqual([expect.stringContaining("is not this server")]);
    expect(names(calls)).toEqual(["offer", "stage", "resume", "leave"]);
  });

  it("asks the barrier before the switch, and the public address after it", async () => {
    const order: string[] = [];
    const { calls, effects } = world({
      stage: async () => ({ t: "gated" }),
      resume: async () => (order.push("resume") === 2 ? { t: "smoked", addresses: ["192.0.2.1"] } : deployed),
    });
    const barrier = async () => {
      order.push("barrier");
      return { passed: true } as const;
    };
    expect(await deploy(request(url, { barrier }), effects)).toMatchObject({ status: "deployed" });
    expect(calls[1]?.[2]).toEqual(["gated", "smoked"]);
    expect(order).toEqual(["barrier", "resume", "resume"]);
  });

  it("gives no traffic to what the barrier does not let pass", async () => {
    const failed = outcome("failed");
    const { calls, effects } = world({ stage: async () => ({ t: "gated" }), undo: async () => failed });
    const no = { passed: false, kind: "app", message: "web2 did not pass its gate", next: "" } as const;
    const done = await deploy(request("", { barrier: async () => no }), effects);
    expect(done.status).toBe("failed");
    expect(names(calls)).toEqual(["offer", "stage", "undo", "leave"]);
    expect(calls[2]?.[1]).toMatchObject({ step: "gate", message: "web2 did not pass its gate" });
  });

  it("undoes what stands gated when the barrier cannot be asked", async () => {
    const { calls, effects } = world({ stage: async () => ({ t: "gated" }) });
    const barrier = () => Promise.reject(new DeployError("infrastructure", "gate", "web2 is gone"));
    expect(await deploy(request("", { barrier }), effects)).toMatchObject({
      status: "failed",
      cause: { message: "web2 is gone" },
    });
    // Leaving before the switch is what undoes it.
    expect(names(calls)).toEqual(["offer", "stage", "leave"]);
  });
});

/** A program of this machine, and no git. */
const shell = (done: Partial<Finished>, said: readonly string[] = []): ProcessRunner => {
  return async (argv, options) => {
    if (argv[0] === "git") return noGit(argv, options);
    expect(argv).toEqual(["sh", "-c", "make it"]);
    for (const line of said) options?.onLine?.(line, "stdout");
    return finished(done);
  };
};

describe("what a deploy offers", () => {
  const offered = async (more: Partial<DeployRequest>, root = repository()) => {
    const { calls, effects } = world();
    await deploy(request("", { root, ...more }), effects);
    return (calls[0] as unknown[])[1] as Record<string, unknown>;
  };

  it("is the files, named by their content, and what they are built of", async () => {
    const offer = await offered({});
    expect(offer).toMatchObject({ op: "deploy", force: false, commitAt: 0, envDigest: undefined });
    expect((offer.files as unknown[][]).map(([path]) => path)).toEqual([
      "app.py",
      "requirements.txt",
      "static/site.css",
    ]);
    expect(offer.commit).toMatch(/^[0-9a-f]{40}$/);
    const changed = await offered({}, repository({ "app.py": "other" }));
    expect(changed.lock).toBe(offer.lock);
    expect(changed.fingerprint).not.toBe(offer.fingerprint);
    const packages = await offered({}, repository({ "requirements.txt": "flask==4\n" }));
    expect(packages.lock).not.toBe(offer.lock);
  });

  it("may be forced, and has an environment by its hash alone", async () => {
    expect(await offered({ force: true })).toMatchObject({ force: true });
    const { envDigest } = await offered({ env: { A: "secret" } });
    expect(envDigest).toMatch(/^[0-9a-f]{64}$/);
    expect((await offered({ env: {} })).envDigest).toMatch(/^[0-9a-f]{64}$/);
    expect((await offered({ env: { A: "other" } })).envDigest).not.toBe(envDigest);
  });

  it("is told step by step, with what was found", async () => {
    const { effects, told } = world();
    const { steps, commit } = await deploy(request(), effects);
    expect(steps.map(({ name, detail }) => [name, detail])).toEqual([
      ["check", "requirements.txt, pinned"],
      ["files", `3 files of ${commit.slice(0, 10)}`],
      ["connect", "20260101T000000Z-aaaaaaa serves"],
    ]);
    expect(told).toEqual([]);
    const first = await deploy(request(), world({ offer: async () => emptyServer }).effects);
    expect(first.steps.at(-1)?.detail).toBe("no release is live yet");
    const same = await deploy(request(), world({ offer: async () => outcome("unchanged") }).effects);
    expect(same.steps.at(-1)?.detail).toBe("unchanged");
  });

  it("warns of a lock that pins nothing", async () => {
    const { effects, told } = world();
    const { warnings } = await deploy(request("", { root: repository({ "requirements.txt": "flask\n" }) }), effects);
    expect(warnings).toEqual([expect.stringMatching(/^requirements.txt does not pin flask/)]);
    expect(told).toEqual(warnings);
  });

  it("warns of what is not committed", async () => {
    const git: ProcessRunner = async (argv) =>
      finished({
        stdout: argv.includes("ls-files")
          ? `100644 ${"a".repeat(40)} 0\tapp.py\n`
          : argv.includes("diff")
            ? "app.py\n"
            : "",
      });
    const { effects } = world({}, { run: git });
    expect((await deploy(request(), effects)).warnings).toEqual([
      expect.stringMatching(/^uncommitted changes: deploying/),
    ]);
  });

  it("lacks no app server, where a lock with hashes says all that is installed", async () => {
    const { calls, effects } = world();
    const files = { "deploy/shop@.service": "ExecStart=/srv/shop/current/.venv/bin/uwsgi\n" };
    const of = (requirements: string) =>
      deploy(request("", { root: repository({ ...files, "requirements.txt": requirements }) }), effects);
    expect(await of("flask==3 --hash=sha256:aa\n")).toMatchObject({
      status: "failed",
      cause: { kind: "usage", step: "check" },
    });
    expect(calls).toEqual([]);
    expect(await of("pyuwsgi==2 --hash=sha256:aa\n")).toMatchObject({ status: "deployed" });
    // Others may bring it.
    expect(await of("flask==3\n")).toMatchObject({ status: "deployed" });
  });
});

describe("the build hook", () => {
  const hook = "  hooks: {build: {run: make it, timeout: 9}}\n";

  it("runs before anything is listed or offered, and shows what it says", async () => {
    const { calls, told, effects } = world({}, { run: shell({}, ["compiling"]) });
    const { status, steps } = await deploy(request(hook), effects);
    expect(status).toBe("deployed");
    expect(steps.slice(0, 2).map(({ name }) => name)).toEqual(["check", "build"]);
    expect(steps[1]?.detail).toBe("make it");
    expect(told).toEqual(["compiling"]);
    expect(names(calls)).toEqual(["offer", "stage", "leave"]);
  });

  it.each([
    [
      { code: 2, stderr: "1\n2\n3\n4\n5\n6\n7\n8\n9\n" },
      "the build hook `make it` exited with 2",
      "2\n3\n4\n5\n6\n7\n8\n9",
    ],
    [{ code: 1, stdout: "out\n" }, "the build hook `make it` exited with 1", "out"],
    [{ code: null, timedOut: true }, "the build hook took more than 9 s and was killed", ""],
  ])("that ends with %o ends the deploy", async (done, message, next) => {
    const { calls, effects } = world({}, { run: shell(done) });
    expect(await deploy(request(hook), effects)).toMatchObject({
      ...{ status: "failed", cause: { kind: "app", step: "build", message, next } },
    });
    expect(calls).toEqual([]);
  });

  it("runs in the app's folder for as long as it may, and ends with the run", async () => {
    let given: RunOptions | undefined;
    const run: ProcessRunner = async (argv, options) => {
      if (argv[0] === "git") return noGit(argv);
      given = options;
      return finished();
    };
    const root = repository();
    const { signal } = new AbortController();
    await deploy(request(hook, { root }), world({}, { run, signal, env: { A: "1" } }).effects);
    expect(given).toMatchObject({ cwd: root, timeoutMs: 9000, signal, env: { A: "1" } });
    await deploy(request(hook, { root }), world({}, { run }).effects);
    expect(given?.signal).toBeUndefined();
  });
});

describe("a deploy that ends early", () => {
  it("stages nothing where there is nothing to do", async () => {
    const { calls, effects } = world({ offer: async () => outcome("unchanged") });
    expect(await deploy(request(), effects)).toMatchObject({ status: "unchanged" });
    expect(names(calls)).toEqual(["offer", "leave"]);
  });

  it("only tells what it would do in a dry run", async () => {
    const { calls, told, effects } = world({ offer: async () => ({ ...inventory, venv: false }) });
    expect(await deploy(request("", { dryRun: true }), effects)).toMatchObject({
      status: "unchanged",
      release: inventory.previous,
    });
    expect(names(calls)).toEqual(["offer", "leave"]);
    expect(told).toEqual([
      "would send 1 files (1 new, 0 changed, 0 gone)",
      "would build a virtual environment for Python 3.11.2",
    ]);
  });

  it("leaves a target that could not be asked", async () => {
    const { calls, effects } = world({
      offer: () => Promise.reject(new DeployError("locked", "lock", "somebody else deploys", "Wait.")),
    });
    expect(await deploy(request(), effects)).toMatchObject({
      status: "failed",
      cause: { kind: "locked", step: "lock", next: "Wait." },
    });
    expect(names(calls)).toEqual(["offer", "leave"]);
  });

  it("leaves the target, and shows why, when the look at the repository objects", async () => {
    const { calls, told, effects } = world();
    const inspect = async () => ({ problem: "the linter found an error", next: "Mend it.", lines: ["app.py:1 bad"] });
    expect(await deploy(request("", { inspect }), effects)).toMatchObject({
      status: "failed",
      cause: { kind: "usage", step: "check", message: "the linter found an error", next: "Mend it." },
    });
    expect(names(calls)).toEqual(["offer", "leave"]);
    expect(told).toEqual(["app.py:1 bad"]);
  });

  it("asks no target where the repository itself cannot be deployed", async () => {
    const { calls, effects } = world();
    const root = repository({ "requirements.txt": "-r gone.txt\n" });
    expect(await deploy(request("", { root }), effects)).toMatchObject({ status: "failed", cause: { step: "check" } });
    expect(names(calls)).toEqual([]);
  });

  it("does not know what is live when the target is lost after the switch began", async () => {
    const { effects, progress } = world({
      stage: async () => {
        progress().begin("switch");
        throw new DeployError("infrastructure", "switch", "the connection was lost");
      },
    });
    expect(await deploy(request(), effects)).toMatchObject({
      status: "unknown",
      release: expect.stringMatching(/^20260102T000000Z/),
      cause: { next: expect.stringContaining("npx create-flask-deploy status") },
    });
  });

  it("says that it was cancelled, whatever that broke", async () => {
    const { effects } = world({ stage: () => Promise.reject(new Error("aborted")) }, { signal: AbortSignal.abort() });
    expect(await deploy(request(), effects)).toMatchObject({ status: "failed", cause: { kind: "cancelled" } });
  });

  it.each<Gated | Smoked>([{ t: "gated" }, { t: "smoked", addresses: [] }])(
    "takes a target that stops at $t unasked for broken",
    async (stop) => {
      const { calls, effects } = world({ stage: async () => stop });
      expect(await deploy(request(), effects)).toMatchObject({ status: "failed", cause: { kind: "infrastructure" } });
      expect(names(calls)).toEqual(["offer", "stage", "leave"]);
    },
  );
});

describe("a rollback", () => {
  it("offers a former release, sends nothing, and goes the same way", async () => {
    const { calls, effects } = world({ stage: async () => outcome("rolled-back") });
    expect(await rollback({ ...request(), release: "20260101T000000Z-aaaaaaa" }, effects)).toMatchObject({
      status: "rolled-back",
      cause: undefined,
    });
    expect(calls[0]).toEqual(["offer", { op: "rollback", release: "20260101T000000Z-aaaaaaa", hooks: false }]);
    expect(calls[1]?.[1]).toEqual({ release: "", root: "", files: [], wheels: [], env: undefined });
  });

  it("asks the public address as well", async () => {
    const { calls, effects } = world({ stage: async () => ({ t: "smoked", addresses: ["192.0.2.1"] }) });
    await rollback({ ...request(url), hooks: true }, effects);
    expect(calls[0]?.[1]).toMatchObject({ hooks: true, release: undefined });
    expect(names(calls)).toEqual(["offer", "stage", "resume", "leave"]);
  });
});
