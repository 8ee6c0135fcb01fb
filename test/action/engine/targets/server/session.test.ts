import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ProcessRunner } from "../../../../../action/engine/process/run.ts";
import type { ServerEffects, ServerRequest } from "../../../../../action/engine/targets/server/request.ts";
import { openServer } from "../../../../../action/engine/targets/server/server.ts";
import type { Offer, Upload } from "../../../../../action/engine/targets/target.ts";
import { appOf, finished, inventory, repository } from "../../repository.ts";
import { type DriverEnd, fakeDriver } from "./fake-driver.ts";

const offer: Offer = { op: "rollback", release: undefined, hooks: false };
const nothing: Upload = { release: "r1", root: "", files: [], wheels: [], env: undefined };
const outcome = {
  ...{ t: "outcome", status: "failed", release: "r1", previous: "", cause: null },
  prober: { sent: 0, failed: 0, stallMs: 0 },
};
const quiet = { begin: () => {}, end: () => {}, line: () => {}, warning: () => {} };
const request: ServerRequest = { app: appOf(), root: repository(), login: { host: "192.0.2.1", user: "ann" } };
const over = (run: ProcessRunner, more: Partial<ServerRequest> = {}, effects: Partial<ServerEffects> = {}) =>
  openServer({ ...request, ...more }, { run, env: {}, resolve: async () => ["192.0.2.9"], ...effects }, quiet);
const open = (
  play: (end: DriverEnd) => Promise<object | undefined>,
  more: Partial<ServerRequest> = {},
  effects: Partial<ServerEffects> = {},
) => over(fakeDriver(play), more, effects);

/** A server that answers an offer, and then does as it is told here. */
const afterOffer = (act: (end: DriverEnd) => Promise<object | undefined>) => async (end: DriverEnd) => {
  await end.message();
  end.say(inventory);
  return act(end);
};
afterEach(() => vi.useRealTimers());

describe("an offer", () => {
  it("waits ten minutes for another deploy unless it is told otherwise, and says what is held", async () => {
    const heard: Record<string, unknown>[] = [];
    const play = async (end: DriverEnd) => {
      heard.push(await end.message());
      end.say(inventory);
      await end.closed();
      return {};
    };
    const hold = { step: "gate", ms: 9 } as const;
    for (const more of [{}, { lockSeconds: 0, hold }]) {
      const target = open(play, more);
      await target.offer(offer);
      await target.leave();
    }
    expect(heard.map(({ lockSeconds, hold }) => [lockSeconds, hold])).toEqual([
      [600, undefined],
      [0, hold],
    ]);
  });

  it("may be answered by how it ended", async () => {
    const target = open(async (end) => {
      await end.message();
      end.say({ ...outcome, status: "unchanged" });
      await end.closed();
      return {};
    });
    expect(await target.offer(offer)).toMatchObject({ t: "outcome", status: "unchanged" });
    await target.leave();
  });
});

describe("an upload", () => {
  it("announces its wheels by name, size and hash, and that there is no environment", async () => {
    let go = {};
    const root = repository({ "flask.whl": "wheel" });
    const target = open(
      afterOffer(async (end) => {
        go = await end.message();
        expect((await end.bytes(5)).toString()).toBe("wheel");
        end.say(outcome);
        await end.closed();
        return {};
      }),
    );
    await target.offer(offer);
    const wheels = [{ name: "flask.whl", path: join(root, "flask.whl"), size: 5, sha256: "s" }];
    await target.stage({ ...nothing, wheels }, []);
    await target.leave();
    const told = [{ name: "flask.whl", size: 5, sha256: "s" }];
    expect(go).toEqual({ t: "go", release: "r1", wheels: told, env: null, waits: [] });
  });

  it("counts the environment in bytes", async () => {
    let go: Record<string, unknown> = {};
    const target = open(
      afterOffer(async (end) => {
        go = await end.message();
        await end.bytes(go.env as number);
        end.say(outcome);
        await end.closed();
        return {};
      }),
    );
    await target.offer(offer);
    await target.stage({ ...nothing, env: "A=ü\n" }, []);
    await target.leave();
    expect(go.env).toBe(5);
  });

  it("does not wait for a server that ends without taking it", async () => {
    const root = repository();
    writeFileSync(join(root, "big"), "x".repeat(3 << 20));
    let end = (_: object) => {};
    const ended = new Promise<object>((done) => {
      end = done;
    });
    // Nobody reads what is sent, so it stops at what a pipe holds.
    const target = over(async (_, { onLine } = {}) => {
      onLine?.(JSON.stringify(inventory), "stdout");
      return finished(await ended);
    });
    await target.offer(offer);
    const staged = target.stage({ ...nothing, root, files: [["big", "100644", "k", 3 << 20]] }, []);
    setTimeout(() => end({ code: 1, stderr: "1\n2\n3\n4\n5\n6\nNo space left on device\n" }), 20);
    await expect(staged).rejects.toMatchObject({
      kind: "infrastructure",
      message: "the script on the server exited with 1 at step connect: 2\n3\n4\n5\n6\nNo space left on device",
      next: expect.stringContaining("is undone on the server"),
    });
    expect(target.cost.bytesSent).toBeLessThan(3 << 20);
    await target.leave();
  });
});

describe("a stop", () => {
  it("says what else the target is called from here only when it serves", async () => {
    const asked: string[] = [];
    const resolve = async (name: string) => {
      asked.push(name);
      return [];
    };
    const play = afterOffer(async (end) => {
      await end.message();
      end.say({ t: "gated" });
      await end.message();
      end.say(outcome);
      await end.closed();
      return {};
    });
    const target = open(play, {}, { resolve });
    await target.offer(offer);
    await target.stage(nothing, ["gated"]);
    await target.resume();
    await target.leave();
    expect(asked).toEqual([]);
  });

  it.each([{ t: "gated" }, inventory, { t: "smoked", addresses: [1] }])("is not %j after another", async (message) => {
    const target = open(
      afterOffer(async (end) => {
        await end.message();
        end.say({ t: "gated" });
        await end.message();
        end.say(message);
        await end.closed();
        return {};
      }),
    );
    await target.offer(offer);
    await target.stage(nothing, ["gated"]);
    await expect(target.resume()).rejects.toThrow(/makes no sense here/);
    await target.leave();
  });
});

describe("a connection", () => {
  it("has the key in its place before ssh begins, and the login's own options", async () => {
    const seen: string[] = [];
    const key = { put: () => seen.push("put"), remove: () => seen.push("remove") };
    const run: ProcessRunner = async (argv, { env } = {}) => {
      seen.push("ssh");
      expect(argv).toEqual(expect.arrayContaining(["-p", "2222", "Compression=yes", "--"]));
      expect(env).toEqual({ HOME: "/home/ann" });
      return finished({ code: 255, stderr: "Permission denied (publickey)." });
    };
    const login = { host: "192.0.2.1", user: "ann", port: 2222, options: ["Compression=yes"], key };
    const target = over(run, { login }, { env: { HOME: "/home/ann" } });
    await expect(target.offer(offer)).rejects.toMatchObject({ ssh: "key-refused", step: "connect", next: "" });
    expect(seen).toEqual(["put", "ssh"]);
  });

  it.each([
    [{ code: 255, stderr: "Host key verification failed." }, "infrastructure", "host-key-unknown"],
    [{ code: null, stderr: "" }, "infrastructure", "dropped"],
    [{ code: 1, stderr: "bash: python3: command not found" }, "setup", undefined],
    [{ code: 1, stderr: "sh: 1: python: not found" }, "setup", undefined],
    [{ code: 127, stderr: "" }, "setup", undefined],
    [{ code: 255, stderr: "of a program that ended with 255" }, "infrastructure", undefined],
  ] as const)("that ends with %o is a problem of %s, %s", async (ended, kind, ssh) => {
    const target = open(async () => ended);
    const error = await target.offer(offer).catch((thrown) => thrown);
    expect({ kind: error.kind, ssh: error.ssh }).toEqual({ kind, ssh });
    await target.leave();
  });

  it("is heard on its one channel: what ssh itself says is for when it fails", async () => {
    const lines: string[] = [];
    const run: ProcessRunner = async (_, { onLine } = {}) => {
      onLine?.("Warning: of ssh", "stderr");
      onLine?.("of a login shell", "stdout");
      return finished({ code: 255, stderr: "Connection refused" });
    };
    const progress = { ...quiet, line: (text: string) => lines.push(text) };
    const target = openServer(request, { run, env: {}, resolve: async () => [] }, progress);
    await expect(target.offer(offer)).rejects.toThrow();
    expect(lines).toEqual(["of a login shell"]);
  });

  it("is kept from looking dead by an empty line each second, but not within what is sent", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    let sent = "";
    const target = over(async (_, { stdin, onLine } = {}) => {
      const stream = stdin as NodeJS.ReadableStream;
      stream.on("data", (chunk: Buffer) => {
        sent += chunk.toString("latin1");
      });
      setTimeout(() => onLine?.(JSON.stringify(inventory), "stdout"), 5);
      return new Promise((done) => stream.once("end", () => done(finished())));
    });
    await target.offer(offer);
    sent = "";
    vi.advanceTimersByTime(3000);
    await vi.waitFor(() => expect(sent).toBe("\n\n\n"));
    await target.leave();
    vi.advanceTimersByTime(3000);
    expect(sent).toBe("\n\n\n");
  });
});

describe("what is sent", () => {
  it("has no beat in its middle, however slowly it is taken, and one again after it", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const root = repository();
    writeFileSync(join(root, "big"), "x".repeat(3 << 20));
    let sent = Buffer.alloc(0);
    const target = over(async (_, { stdin, onLine } = {}) => {
      const stream = stdin as NodeJS.ReadableStream;
      onLine?.(JSON.stringify(inventory), "stdout");
      setTimeout(() => {
        vi.advanceTimersByTime(3000);
        stream.on("data", (chunk: Buffer) => {
          sent = Buffer.concat([sent, chunk]);
          if (sent.length >= 3 << 20 && sent.at(-1) === 120) onLine?.(JSON.stringify({ t: "gated" }), "stdout");
        });
      }, 20);
      return new Promise((done) => stream.once("end", () => done(finished())));
    });
    await target.offer(offer);
    await target.stage({ ...nothing, root, files: [["big", "100644", "k", 3 << 20]] }, ["gated"]);
    expect(sent.subarray(sent.indexOf("xxx")).equals(Buffer.from("x".repeat(3 << 20)))).toBe(true);
    expect(target.cost.bytesSent).toBe(3 << 20);
    vi.advanceTimersByTime(1000);
    await vi.waitFor(() => expect(sent.subarray(-2).toString()).toBe("x\n"));
    await target.leave();
  });
});

describe("a run that is cancelled", () => {
  it("closes the driver's end once it has spoken, and hears what became of the release", async () => {
    const cancel = new AbortController();
    let aborted: boolean | undefined;
    const play = fakeDriver(
      afterOffer(async (end) => {
        await end.message();
        cancel.abort();
        await end.closed();
        end.say(outcome);
        return {};
      }),
    );
    const target = over(
      async (argv, options) => {
        const done = await play(argv, options);
        aborted = options?.signal?.aborted;
        return done;
      },
      {},
      { signal: cancel.signal },
    );
    await target.offer(offer);
    expect(await target.stage(nothing, [])).toMatchObject({ t: "outcome", status: "failed" });
    await target.leave();
    expect(aborted).toBe(false);
  });

  it("may still be in the middle of something: what it says then goes nowhere, and it hears the end", async () => {
    const cancel = new AbortController();
    const target = open(
      afterOffer(async (end) => {
        await end.message();
        end.say({ t: "smoked", addresses: [] });
        await end.closed();
        end.say(outcome);
        return {};
      }),
      {},
      { signal: cancel.signal },
    );
    await target.offer(offer);
    await target.stage(nothing, ["smoked"]);
    cancel.abort();
    expect(await target.resume()).toMatchObject({ t: "outcome", status: "failed" });
    await target.leave();
  });

  it("does not begin where it was cancelled before", async () => {
    let aborted: boolean | undefined;
    const run: ProcessRunner = async (_, { signal } = {}) => {
      await new Promise(setImmediate);
      aborted = signal?.aborted;
      return finished({ code: null, signal: "SIGTERM" });
    };
    const target = over(run, {}, { signal: AbortSignal.abort() });
    await expect(target.offer(offer)).rejects.toMatchObject({ kind: "infrastructure" });
    expect(aborted).toBe(true);
  });
});
