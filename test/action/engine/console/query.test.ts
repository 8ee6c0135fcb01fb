import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { type LogLine, logs } from "../../../../action/engine/console/logs/logs.ts";
import { type MaintenanceRequest, maintenance } from "../../../../action/engine/console/maintenance/maintenance.ts";
import { type QueryOptions, runQuery } from "../../../../action/engine/console/query.ts";
import { releases } from "../../../../action/engine/console/releases/releases.ts";
import { unlock } from "../../../../action/engine/console/unlock/unlock.ts";
import { DeployError } from "../../../../action/engine/deploy/deploy-error.ts";
import { repository } from "../repository.ts";
import { ask, serverSaying } from "./asked.ts";

const query = {
  name: "about",
  modules: { about: "import journal\n" },
  answer: v.object({ days: v.number() }),
  message: v.object({ t: v.literal("day"), name: v.string() }),
};
const refused = (cause: unknown) => ({ t: "outcome", cause });
const answer = (answer: unknown) => ({ t: "answer", answer });

describe("a query", () => {
  const asking = (server: ReturnType<typeof serverSaying>, options?: QueryOptions<{ name: string }>) =>
    runQuery(query, ask, server.effects, options);

  it("is the function's name, what it takes, and what the server is told of the app", async () => {
    const server = serverSaying(answer({ days: 3 }));
    expect(await asking(server, { ask: { weeks: 2, op: "other" } })).toEqual({ days: 3 });
    const told = { op: "about", weeks: 2, app: "shop", login: "deploy-shop@192.0.2.1" };
    expect(server.heard).toEqual([{ ...told, settings: expect.objectContaining({ protocol: "uwsgi" }) }]);
    expect(server.left()).toBe(1);
  });

  it("hears messages and other lines before its answer, in their order", async () => {
    const heard: string[] = [];
    const day = (name: string) => ({ t: "day", name });
    const warning = { t: "warning", text: "slow" };
    const lines = ["of a login shell", day("monday"), { t: "log", text: "read" }, warning, day("tuesday")];
    const server = serverSaying(...lines, answer({ days: 2 }));
    await asking(server, { onMessage: ({ name }) => heard.push(name), onLine: (line) => heard.push(line) });
    expect(heard.toSorted()).toEqual(["monday", "of a login shell", "read", "slow", "tuesday"]);
    expect(heard.indexOf("monday")).toBeLessThan(heard.indexOf("tuesday"));
  });

  it("needs nobody who listens, and no message in its schema", async () => {
    const said = ["of a login shell", { t: "day", name: "monday" }, { t: "odd" }, answer({ days: 2 })];
    expect(await asking(serverSaying(...said.filter((_, i) => i !== 2)))).toEqual({ days: 2 });
    const { message: _, ...wordless } = query;
    const onMessage = () => expect.unreachable();
    expect(await runQuery(wordless, ask, serverSaying(...said).effects, { onMessage })).toEqual({ days: 2 });
  });

  const why = { kind: "usage", message: "no such release", next: "List them." };
  const cause = { ...why, step: "check", journal: [], unit: "" };
  it.each<[string, object, object]>([
    ["why it failed", refused(cause), why],
    ["that it failed", refused(null), { kind: "infrastructure", message: "the server did not respond", next: "" }],
    ["an answer that is none", answer({ days: "3" }), { message: expect.stringMatching(/makes no sense.*days/) }],
    ["a message that is none", { t: "day", name: 7 }, { message: expect.stringMatching(/makes no sense.*name/) }],
    ["something without a kind", { days: 3 }, { message: expect.stringMatching(/makes no sense/) }],
  ])("ends when the server says %s", async (_, line, error) => {
    const server = serverSaying(line);
    const thrown = await asking(server, { onMessage: () => expect.unreachable() }).catch((error) => error);
    expect(thrown).toBeInstanceOf(DeployError);
    expect(thrown).toMatchObject({ step: "connect", ...error });
    expect(server.left()).toBe(1);
  });
});

describe("logs", () => {
  const everything = { lines: 5, since: 60, follow: false, release: "r1", nginx: true, grep: "x" };
  const line = { t: "line", at: 1.25, from: "app", release: "r1", priority: 6, text: "ERROR in app" };

  it("gives each line its time and what its text says of how bad it is", async () => {
    const [lines, notes]: [LogLine[], string[]] = [[], []];
    const server = serverSaying({ t: "log", text: "some are gone" }, line, answer(null));
    await logs(
      ask,
      server.effects,
      everything,
      (one) => lines.push(one),
      (note) => notes.push(note),
    );
    expect(lines).toEqual([
      { at: "1970-01-01T00:00:01.250Z", from: "app", release: "r1", severity: "error", text: "ERROR in app" },
    ]);
    expect(notes).toEqual(["some are gone"]);
    expect(server.heard).toMatchObject([{ op: "logs", ...everything }]);
    await logs(ask, serverSaying("a note to nobody", answer(null)).effects, everything, () => {});
  });

  it("that are followed end as the connection does where nobody can cancel them", async () =>
    expect(
      await logs(ask, serverSaying(refused(null)).effects, { ...everything, follow: true }, () => {}).catch((e) => e),
    ).toMatchObject({ kind: "infrastructure" }));

  it.each([
    [true, true, undefined],
    [false, true, "infrastructure"],
    [true, false, "infrastructure"],
  ])("that follow (%s) and were cancelled (%s) end as %s when the connection does", async (follow, cancelled, kind) => {
    const cancel = new AbortController();
    const { effects } = serverSaying(line, refused(null));
    const stop = () => cancelled && cancel.abort();
    const read = logs(ask, { ...effects, signal: cancel.signal }, { ...everything, follow }, stop);
    expect(await read.catch((error) => error.kind)).toBe(kind);
  });
});

describe("releases", () => {
  it.each([
    [undefined, 20],
    [3, 3],
  ])("asks for %s of the journal's runs: %i", async (count, asked) => {
    const told = { at: "2026-11-21T03:15:00Z", current: "", runs: [] };
    const server = serverSaying(answer(told));
    expect(await releases(ask, server.effects, count)).toEqual(told);
    expect(server.heard).toMatchObject([{ op: "releases", count: asked }]);
  });
});

describe("unlock", () => {
  const said = [{ t: "held", holder: "run 7" }, answer({ holder: "run 7" })];

  it("tells who holds the lock before it stops that run, and again at the end", async () => {
    const held: string[] = [];
    const server = serverSaying(...said);
    expect(await unlock(ask, server.effects, { onHolder: (holder) => held.push(holder) })).toBe("run 7");
    expect(held).toEqual(["run 7"]);
    expect(server.heard).toMatchObject([{ op: "unlock", dryRun: false }]);
  });

  it("stops nothing in a dry run", async () => {
    const server = serverSaying(...said);
    expect(await unlock(ask, server.effects, { dryRun: true })).toBe("run 7");
    expect(server.heard).toMatchObject([{ dryRun: true }]);
  });
});

describe("maintenance", () => {
  const told = { on: true, since: "", by: "", allow: ["192.0.2.0/31"], changed: true, answers: 503 };
  const want = (more: Partial<MaintenanceRequest>, server: ReturnType<typeof serverSaying>) =>
    maintenance({ ...ask, want: "on", ...more }, server.effects);

  it("sends the list as it was given, and each address that is in it", async () => {
    const server = serverSaying(answer({ ...told, ignored: false }));
    expect(await want({ allow: ["192.0.2.0/31"], by: "ann", dryRun: true }, server)).toEqual(told);
    const sent = { op: "maintenance", want: "on", by: "ann", dryRun: true, allow: ["192.0.2.0/31"] };
    expect(server.heard).toMatchObject([{ ...sent, addresses: ["192.0.2.0", "192.0.2.1"] }]);
  });

  it("lets nobody in, and does it, unless it is told otherwise", async () => {
    const server = serverSaying(answer({ ...told, ignored: false }));
    await want({}, server);
    expect(server.heard).toMatchObject([{ by: "", dryRun: false, allow: [], addresses: [] }]);
  });

  it("asks no server about a list that cannot be used, and says all that is wrong with it", async () => {
    const server = serverSaying();
    const error = await want({ allow: ["x", "192.0.2.7", "y"] }, server).catch((thrown) => thrown);
    expect(error).toMatchObject({ kind: "usage", step: "check", message: expect.stringMatching(/"x" .*; "y" /) });
    expect(server.heard).toEqual([]);
  });

  it.each([
    ["server {}", /^Put these lines into(.*\n)+ {4}if \(-f \/srv\/shop\/maintenance\/on\)/],
    ["if (-f /srv/shop/maintenance/on) {}", /^deploy\/nginx\.conf supports it, but .*setup 192\.0\.2\.1$/],
  ])("of a site that goes on answering says what to do where the repository has %j", async (site, next) => {
    const root = repository({ "deploy/nginx.conf": site });
    const error = await want({ root }, serverSaying(answer({ ...told, answers: 200, ignored: true }))).catch((e) => e);
    expect(error).toMatchObject({ kind: "setup", step: "check", next: expect.stringMatching(next) });
    expect(error.message).toContain("still answers 200");
  });
});
