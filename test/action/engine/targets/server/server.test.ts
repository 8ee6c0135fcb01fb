import { describe, expect, it } from "vitest";
import { DeployError } from "../../../../../action/engine/deploy/deploy-error.ts";
import type { ServerRequest } from "../../../../../action/engine/targets/server/request.ts";
import { openServer } from "../../../../../action/engine/targets/server/server.ts";
import type { Offer, Upload } from "../../../../../action/engine/targets/target.ts";
import { appOf, inventory, repository } from "../../repository.ts";
import { type DriverEnd, fakeDriver } from "./fake-driver.ts";

const outcome = {
  t: "outcome",
  status: "deployed",
  release: "r1",
  previous: "",
  prober: { sent: 0, failed: 0, stallMs: 0 },
  cause: null,
};
const offer: Offer = {
  ...{ op: "deploy", commit: "c0ffee", commitAt: 7, fingerprint: "f", lock: "l", files: [], force: false },
  envDigest: undefined,
};
const nothing: Upload = { release: "r1", root: "", files: [], wheels: [], env: undefined };

function open(
  play: (end: DriverEnd) => Promise<object | undefined>,
  more: Partial<ServerRequest> = {},
  signal?: AbortSignal,
) {
  const said: unknown[][] = [];
  const note =
    (name: string) =>
    (...words: unknown[]) =>
      void said.push([name, ...words]);
  const progress = { begin: note("begin"), end: note("end"), line: note("line"), warning: note("warning") };
  const request = { app: appOf(), root: repository(), login: { host: "192.0.2.1", user: "deploy-shop" }, ...more };
  const run = fakeDriver(play);
  const effects = { run, env: {}, resolve: async () => ["192.0.2.9"], ...(signal && { signal }) };
  return { target: openServer(request, effects, progress), said };
}

describe("what is said to a server", () => {
  it("is the offer with all that the driver is told, by one ssh command", async () => {
    let heard: Record<string, unknown> = {};
    let argv: readonly string[] = [];
    const { target } = open(
      async (end) => {
        argv = end.argv;
        heard = await end.message();
        end.say(inventory);
        await end.closed();
        return {};
      },
      { by: "ana", runUrl: "https://ci.example.org/1", lockSeconds: 5, probeSeconds: 9 },
    );
    expect(await target.offer(offer)).toEqual(inventory);
    await target.leave();
    expect(heard).toMatchObject({ op: "deploy", app: "shop", login: "deploy-shop@192.0.2.1", commit: "c0ffee" });
    expect(heard).toMatchObject({ by: "ana", run: "https://ci.example.org/1", lockSeconds: 5 });
    expect(heard.settings).toMatchObject({ protocol: "uwsgi", prober: { seconds: 9 } });
    expect(argv[0]).toBe("ssh");
    expect(argv.at(-2)).toBe("192.0.2.1");
    expect(target.cost).toEqual({ roundTrips: 1, bytesSent: 0 });
  });

  it("has the environment and the files in the order in which they are announced", async () => {
    const root = repository({ "big.bin": "x".repeat(600_000) });
    let go: Record<string, unknown> = {};
    let sent = "";
    const { target } = open(async (end) => {
      await end.message();
      end.say(inventory);
      go = await end.message();
      sent = (await end.bytes(5 + 25 + 600_000)).toString();
      end.say(outcome);
      await end.closed();
      return {};
    });
    await target.offer(offer);
    const files = [
      ["app.py", "100644", "k1", 24],
      ["big.bin", "100644", "k2", 600_000],
    ] as const;
    expect(await target.stage({ ...nothing, root, files, env: "A=1\n\n" }, ["smoked"])).toEqual(outcome);
    expect(go).toEqual({ t: "go", release: "r1", wheels: [], env: 5, waits: ["smoked"] });
    expect(sent.startsWith("A=1\n\nfrom flask import Flask")).toBe(true);
    expect(target.cost).toMatchObject({ roundTrips: 2, bytesSent: 600_029 });
    await target.leave();
  });

  it("takes the key away as soon as code of others may run here", async () => {
    const seen: string[] = [];
    const key = { put: () => seen.push("put"), remove: () => seen.push("remove") };
    const login = { host: "192.0.2.1", user: "deploy-shop", key };
    const { target } = open(
      async (end) => {
        await end.message();
        seen.push("offered");
        end.say(inventory);
        await end.closed();
        return {};
      },
      { login },
    );
    await target.offer(offer);
    expect(seen).toEqual(["put", "offered", "remove"]);
    await target.leave();
  });
});

describe("a server that stops and waits", () => {
  it("is told to go on, before the switch and after it, and tells where it can be reached", async () => {
    const heard: unknown[] = [];
    const { target } = open(async (end) => {
      await end.message();
      end.say(inventory);
      await end.message();
      end.say({ t: "gated", addresses: ["10.0.0.1"] });
      heard.push(await end.message());
      end.say({ t: "smoked", addresses: ["10.0.0.1"] });
      heard.push(await end.message());
      end.say(outcome);
      await end.closed();
      return {};
    });
    await target.offer(offer);
    expect(await target.stage(nothing, ["gated", "smoked"])).toEqual({ t: "gated" });
    expect(await target.resume()).toEqual({ t: "smoked", addresses: ["10.0.0.1", "192.0.2.9"] });
    expect(await target.resume()).toEqual(outcome);
    expect(heard).toEqual([{ t: "resume" }, { t: "resume" }]);
    expect(target.cost.roundTrips).toBe(4);
    await target.leave();
  });

  it("is told why it takes a release back", async () => {
    let heard = {};
    const { target } = open(async (end) => {
      await end.message();
      end.say(inventory);
      await end.message();
      end.say({ t: "smoked", addresses: [] });
      heard = await end.message();
      end.say({ ...outcome, status: "rolled-back" });
      await end.closed();
      return {};
    });
    await target.offer(offer);
    await target.stage(nothing, ["smoked"]);
    const reason = { step: "public_smoke", kind: "app", message: "it answered 500", next: "Look." } as const;
    expect(await target.undo(reason)).toMatchObject({ status: "rolled-back" });
    expect(heard).toEqual({ t: "undo", ...reason });
    await target.leave();
  });
});

describe("what a server says", () => {
  it("is progress as it comes, and what no driver says is shown as it is, unable to steer a terminal", async () => {
    const { target, said } = open(async (end) => {
      await end.message();
      end.print("Welcome to \u001b[31mDebian\u001b[0m");
      end.say({ t: "step", name: "lock" });
      end.say({ t: "waiting", holder: "ana", seconds: 600 });
      end.say({ t: "log", text: "a\u001b]0;title\u0007b" });
      end.say({ t: "warning", text: "little memory" });
      end.say({ t: "done", name: "lock", ms: 12, detail: "free" });
      end.say(inventory);
      await end.closed();
      return {};
    });
    await target.offer(offer);
    await target.leave();
    expect(said.map(([name]) => name)).toEqual(["line", "begin", "line", "line", "warning", "end"]);
    expect(said[2]).toEqual(["line", "waiting for another deploy: ana (at most 600 s)"]);
    expect(said[5]).toEqual(["end", "lock", 12, "free"]);
    expect(JSON.stringify(said)).not.toContain("\\u001b");
  });

  it.each([
    ["is no object", 7],
    ["lacks what an inventory has", { t: "inventory", previous: "" }],
    ["is another word", { t: "smoked", addresses: [] }],
    ["has a step that nobody knows", { ...outcome, cause: { kind: "app", step: "dance", message: "" } }],
  ])("is refused where it %s", async (_, message) => {
    const { target } = open(async (end) => {
      await end.message();
      end.print(JSON.stringify(message));
      await end.closed();
      return {};
    });
    await expect(target.offer(offer)).rejects.toThrow(/makes no sense here/);
    await target.leave();
  });

  it.each([
    [
      { code: 255, stderr: "ssh: connect to host 192.0.2.1 port 22: Connection refused" },
      "infrastructure",
      /cannot be reached/,
    ],
    [{ code: 127, stderr: "sh: 1: python3: not found" }, "setup", /has no python3/],
    [{ code: 1, stderr: "Traceback\nSyntaxError: bad" }, "infrastructure", /exited with 1 at step connect: Traceback/],
  ] as const)("may be that it cannot: %o", async (ended, kind, why) => {
    const { target } = open(async () => ended);
    const error = await target.offer(offer).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(DeployError);
    expect(error).toMatchObject({ kind, step: "connect", message: expect.stringMatching(why) });
    await target.leave();
  });

  it("may break off in the middle: the step is named, and what becomes of the release", async () => {
    const { target } = open(async (end) => {
      await end.message();
      end.say(inventory);
      await end.message();
      end.say({ t: "step", name: "gate" });
      return { code: 255, stderr: "client_loop: send disconnect: Broken pipe" };
    });
    await target.offer(offer);
    await expect(target.stage(nothing, [])).rejects.toMatchObject({
      kind: "infrastructure",
      step: "gate",
      next: expect.stringContaining("is undone on the server"),
    });
    await target.leave();
  });

  it("is not waited for once this run is cancelled before it has spoken", async () => {
    const cancel = new AbortController();
    const { target } = open(
      async (end) => {
        await end.closed();
        return { code: 255, stderr: "" };
      },
      {},
      cancel.signal,
    );
    const asked = target.offer(offer);
    cancel.abort();
    await expect(asked).rejects.toBeInstanceOf(DeployError);
    await target.leave();
  });
});

it("names the program that is missing where ssh cannot be started", async () => {
  const request = { app: appOf(), root: repository(), login: { host: "192.0.2.1", user: "deploy-shop" } };
  const quiet = { begin: () => {}, end: () => {}, line: () => {}, warning: () => {} };
  const run = () => Promise.reject(Object.assign(new Error("spawn ssh ENOENT"), { code: "ENOENT" }));
  const target = openServer(request, { run, env: {}, resolve: async () => [] }, quiet);
  await expect(target.offer(offer)).rejects.toMatchObject({ ssh: "no-ssh", next: "Install the OpenSSH client." });
  await target.leave();
});
