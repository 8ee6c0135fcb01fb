import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { createServer as createSocket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "fd-remote-"));
const remote = join(import.meta.dirname, "../../../../../../action/engine/targets/server/driver");
const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs Python among the driver's modules, and gives what it prints as JSON. */
async function python(code: string, ...argv: string[]): Promise<unknown> {
  const script = `import sys, json; sys.dont_write_bytecode = True; sys.path[:0] = ${JSON.stringify([remote, join(remote, "probe")])}\n${code}`;
  const child = spawn("python3", ["-I", "-c", script, ...argv]);
  let said = "";
  let wrong = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  child.stderr.on("data", (chunk) => {
    wrong += chunk;
  });
  await new Promise((done) => child.once("close", done));
  if (!said) throw new Error(wrong);
  return JSON.parse(said);
}

/** What `ask` makes of a server on a unix socket. */
async function asked(listener: RequestListener, want: object = {}): Promise<unknown> {
  const path = join(folder, `${Math.random()}.sock`);
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(path, done));
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const code = `from http_probe import ask, problem
print(json.dumps(problem(ask(sys.argv[1], "http", "/", "shop.example.org", 0.5), json.loads(sys.argv[2]))))`;
  return python(code, path, JSON.stringify(want));
}

describe("the gate's question", () => {
  it("is happy with any 2xx or 3xx, and with what it was told to expect", async () => {
    expect(await asked((_, answer) => answer.writeHead(204).end())).toBe("");
    expect(await asked((_, answer) => answer.writeHead(302, { location: "/login" }).end())).toBe("");
    expect(await asked((_, answer) => answer.end("hello shop"), { status: 200, contains: "shop" })).toBe("");
    expect(await asked((_, answer) => answer.writeHead(401).end(), { status: 401 })).toBe("");
  });

  it("carries the site's own name", async () => {
    expect(await asked((request, answer) => answer.end(request.headers.host), { contains: "shop.example.org" })).toBe(
      "",
    );
  });

  it("takes a redirect to https for a pass, and no other when a status is expected", async () => {
    const to =
      (location: string): RequestListener =>
      (_, answer) =>
        void answer.writeHead(301, { location }).end();
    expect(await asked(to("https://shop.example.org/"), { status: 200, contains: "shop" })).toBe("");
    expect(await asked(to("http://elsewhere/"), { status: 200 })).toBe("answered 301 instead of 200");
  });

  it("says what is wrong", async () => {
    expect(await asked((_, answer) => answer.writeHead(500).end())).toBe("answered 500");
    expect(await asked((_, answer) => answer.end("Welcome to nginx!"), { contains: "shop" })).toBe(
      "answered 200 without the text 'shop'",
    );
    expect(await asked(() => {})).toBe("no answer within 0.5 s");
    expect(await asked((request) => request.socket.destroy())).toMatch(/broke off|reset/);
  });

  it("finds a text that comes in pieces", async () => {
    const listener: RequestListener = (_, answer) => {
      answer.write("hello sh");
      setTimeout(() => answer.end("op"), 20);
    };
    expect(await asked(listener, { contains: "shop" })).toBe("");
  });

  it("tells a socket that is not there from one where nobody listens", async () => {
    const code = `from http_probe import ask
print(json.dumps([ask(path, "uwsgi", "/", "x", 1).error for path in sys.argv[1:]]))`;
    const dead = join(folder, "dead.sock");
    spawnSync("python3", ["-c", "import socket,sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])", dead]);
    expect(await python(code, join(folder, "none.sock"), dead)).toEqual([
      "there is no socket yet",
      "connection refused",
    ]);
  });

  it("speaks the uwsgi protocol", async () => {
    const path = join(folder, "uwsgi.sock");
    let got = Buffer.alloc(0);
    const server = createSocket((socket) =>
      socket.once("data", (chunk) => {
        got = Buffer.from(chunk);
        socket.end("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nshop");
      }),
    );
    await new Promise<void>((done) => server.listen(path, done));
    open.push(() => server.close());
    const code = `from http_probe import ask
answer = ask(sys.argv[1], "uwsgi", "/a?b=c", "shop.example.org", 1)
print(json.dumps([answer.status, answer.body.decode()]))`;
    expect(await python(code, path)).toEqual([200, "shop"]);
    expect([got[0], got.readUInt16LE(1), got[3]]).toEqual([0, got.length - 4, 0]);
    const names: Record<string, string> = {};
    for (let at = 4; at < got.length; ) {
      const word = () => {
        const text = got.subarray(at + 2, at + 2 + got.readUInt16LE(at)).toString();
        at += 2 + text.length;
        return text;
      };
      const name = word();
      names[name] = word();
    }
    expect(names).toMatchObject({
      PATH_INFO: "/a",
      QUERY_STRING: "b=c",
      HTTP_HOST: "shop.example.org",
      REQUEST_METHOD: "GET",
    });
  });
});

describe("what to do about an instance that does not pass", () => {
  const settings = { health: "/healthz", smoke: { path: "/" }, site: {}, protocol: "http" };
  const hint = (why: string, more: object = {}) =>
    python(
      `from gate import Gate
given = json.loads(sys.argv[1])
print(json.dumps(Gate(None, given).hint(sys.argv[2])))`,
      JSON.stringify({ ...settings, ...more }),
      why,
    );

  it("names deploy.health where the health path is meant", async () => {
    expect(await hint("/healthz answered 503 instead of 200")).toMatch(
      /^\/healthz is deploy\.health in flask-deploy\.yml/,
    );
    expect(await hint("/healthz answered 404 instead of 200")).toMatch(
      /as `health:` under `deploy:` in flask-deploy\.yml/,
    );
  });

  it("names deploy.smoke where the page is meant, also when both are one path", async () => {
    expect(await hint("/ answered 500 instead of 200")).toMatch(/deploy\.smoke in flask-deploy\.yml/);
    const both = { health: "/", smoke: { path: "/" } };
    expect(await hint("/ answered 404 instead of 200", both)).toMatch(/deploy\.smoke in flask-deploy\.yml/);
  });
});

it("what a program complains of stays apart from what it answers", async () => {
  const code = `import os
from channel import Channel
stdin, _ = os.pipe()
os.dup2(stdin, 0)
print(json.dumps(Channel().run(["sh", "-c", "echo 'sudo: unable to resolve host' >&2; echo an answer; exit 3"])))`;
  expect(await python(code)).toEqual([3, "an answer\n", "sudo: unable to resolve host\n"]);
});

describe("a program that takes its time", () => {
  const started = (waiting: string) =>
    python(`import os, time, channel
from channel import Failed, Channel
channel.PATIENCE = 0.2
stdin, _ = os.pipe()
os.dup2(stdin, 0)
${waiting}
try:
    code = Channel().run(["sh", "-c", "echo $$ >&2; sleep 2"], timeout=60, waiting=waiting, each=lambda line: said.append(line))[0]
except Failed as error:
    code = str(error)
time.sleep(0.1)
print(json.dumps([code, said[0] != "" and os.path.exists("/proc/" + said[0]), said[1:]]))`);

  it("is waited for, and told of every so often", async () => {
    const [code, runs, told] = (await started('said = []\ndef waiting(seconds): said.append("news")')) as [
      number,
      boolean,
      string[],
    ];
    expect([code, runs]).toEqual([0, false]);
    expect(told).toContain("news");
  });

  it("is ended at once when whoever is told wants it no longer", async () => {
    expect(await started('said = []\ndef waiting(seconds): raise Failed("app", "not like this")')).toEqual([
      "not like this",
      false,
      [],
    ]);
  });
});

describe("the prober", () => {
  it("keeps its rate while requests hang, and counts what failed", async () => {
    let count = 0;
    const server = createServer((_, answer) => {
      count += 1;
      if (count === 3) setTimeout(() => answer.end("late"), 400);
      else if (count === 5) answer.writeHead(502).end();
      else answer.end("ok");
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    open.push(() => server.close());
    const { port } = server.address() as { port: number };
    const code = `import time
from prober import Prober
p = Prober({"host": "x", "port": int(sys.argv[1]), "protocol": "http"}, "/", 50)
p.start(); p.switched = time.monotonic() + float(sys.argv[2]); time.sleep(0.5); p.stop()
print(json.dumps(dict(p.seen(), blamed=p.blamed, first=p.first_failure)))`;
    const seen = (await python(code, String(port), "0")) as Record<string, number>;
    expect(seen).toMatchObject({ failed: 1, blamed: 1, first: "answered 502" });
    expect(seen.sent).toBeGreaterThan(10);
    expect(seen.sent).toBeLessThan(32);
    expect(seen.stallMs).toBeGreaterThanOrEqual(390);
    // What the old release answers before the switch is counted, but not held against the new one.
    count = 0;
    expect(await python(code, String(port), "0.4")).toMatchObject({ failed: 1, blamed: 0, first: "" });
  });
});

describe("the journal", () => {
  const run = (entries: readonly object[], code: string) =>
    python(
      `from journal import Journal
from undo import state_of
j = Journal(sys.argv[1])
for e in json.loads(sys.argv[2]): j.write(e.pop("release"), e.pop("event"), **e)
print(json.dumps(${code}))`,
      join(folder, `${Math.random()}.jsonl`),
      JSON.stringify(entries),
    );
  const begin = { release: "a", event: "begin", op: "deploy", previous: "p" };

  it("knows nothing unfinished after an end or a repair", async () => {
    expect(await run([begin, { release: "a", event: "end" }], "j.unfinished()")).toEqual([]);
    expect(
      await run([begin, { release: "a", event: "switch" }, { release: "a", event: "repaired" }], "j.unfinished()"),
    ).toEqual([]);
  });

  it("tells how far a killed run came", async () => {
    const seen = await run(
      [begin, { release: "a", event: "env" }, { release: "a", event: "start" }, { release: "a", event: "switch" }],
      "state_of(j.unfinished())",
    );
    expect(seen).toMatchObject({
      release: "a",
      previous: "p",
      installed: true,
      started: true,
      switched: true,
      stopped_old: false,
      good: false,
    });
    expect(await run([begin, { release: "a", event: "stage" }], "state_of(j.unfinished())")).toMatchObject({
      started: false,
      switched: false,
    });
    expect(
      await run(
        [begin, { release: "a", event: "switch" }, { release: "a", event: "good" }],
        "state_of(j.unfinished())",
      ),
    ).toMatchObject({ good: true });
  });

  it("survives a line that a full disk cut off", async () => {
    const path = join(folder, "cut.jsonl");
    const code = `from journal import Journal
j = Journal(sys.argv[1]); j.write("a", "begin")
open(sys.argv[1], "a").write('{"at": "2026')
j.mend(); j.write("a", "switch")
print(json.dumps([e["event"] for e in j.unfinished()]))`;
    expect(await python(code, path)).toEqual(["begin", "switch"]);
    expect(readFileSync(path, "utf8").trim().split("\n")).toHaveLength(3);
  });

  it("passes over a line that is JSON, and yet no entry", async () => {
    const path = join(folder, "odd.jsonl");
    const code = `from journal import Journal
j = Journal(sys.argv[1]); j.write("a", "begin")
open(sys.argv[1], "a").write('28\\nnull\\n[]\\n')
j.write("a", "switch")
print(json.dumps([e["event"] for e in j.unfinished()]))`;
    expect(await python(code, path)).toEqual(["begin", "switch"]);
  });
});

it("removes a folder by either kind of path, read-only files and all", async () => {
  const code = `import os
from host import remove
for path in (sys.argv[1], os.fsencode(sys.argv[1])):
    os.makedirs(sys.argv[1] + "/in/deeper")
    with open(sys.argv[1] + "/in/deeper/file", "w"): pass
    os.chmod(sys.argv[1] + "/in", 0o500)
    remove(path)
print(json.dumps(os.path.lexists(sys.argv[1])))`;
  expect(await python(code, join(folder, "removed"))).toBe(false);
});

describe("a path of a release", () => {
  it.each(["/etc/passwd", "../other", "a/../../b", "a//b", "", "a/", "x\0y"])(
    "that leads out of it is refused: %j",
    async (path) => {
      const code = `from stage import on_disk
from channel import Failed
try: print(json.dumps(on_disk(json.loads(sys.argv[1])).decode()))
except Failed as error: print(json.dumps("refused: " + error.kind))`;
      expect(await python(code, JSON.stringify(path))).toBe("refused: usage");
    },
  );
});
