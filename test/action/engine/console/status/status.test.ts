import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  type Instance,
  type Status,
  status,
  type Traffic,
} from "../../../../../action/engine/console/status/status.ts";
import { statusRows } from "../../../../../action/engine/console/status/text.ts";
import type { ProcessRunner } from "../../../../../action/engine/process/run.ts";
import { finished, repository } from "../../repository.ts";
import { ask, serverSaying } from "../asked.ts";
import { run } from "../releases/run.ts";

const id = "20261121T031500Z-1a2b3c4";
const healthy: Status = {
  ...{ at: "2026-11-21T04:15:00Z", current: id, commit: "1a2b3c4d5e6f", subject: "Sell more", ahead: 0 },
  ...{
    since: "2026-11-21T03:15:00Z",
    by: "ann",
    run: "https://example.org/run/1",
    answers: true,
    answer: "answered 200",
  },
  instances: [
    {
      ...{ id, role: "current", state: "active", restarts: 0, processes: 3, memoryBytes: 62_000_000 },
      since: "2026-11-21T03:15:00Z",
    },
  ],
  traffic: { file: "/var/log/nginx/shop.access.log", seconds: 300, requests: 600, errors5xx: 0, errors4xx: 3, odd: 0 },
  https: null,
  certificate: { file: "/etc/x.pem", expires: "2027-01-20T04:15:00Z", days: 60 },
  ...{
    pending: [],
    maintenance: null,
    changed: [],
    unserved: [],
    lastFailure: null,
    releases: [],
    lockedBy: "",
    python: "3.11.2",
    helper: 3,
  },
  ...{ diskFreeMb: 9000, diskTotalMb: 20_000, memoryFreeMb: 900 },
};
const [instance] = healthy.instances as [Instance];
const certificate = (days: number | null, expires = "2027-01-20T04:15:00Z") => ({
  certificate: { file: "/etc/x.pem", expires, days },
});
const traffic = (more: Partial<Traffic>) => ({ traffic: { ...(healthy.traffic as Traffic), ...more } });
const hour = "1 hour ago (2026-11-21T03:15:00Z)";
const rows = (more: Partial<Status>) =>
  statusRows({ ...healthy, ...more }).map(({ name, text, tone }) => [name, text, tone]);

describe("a status in words", () => {
  it("says what is live, since when, and by whom", () =>
    expect(rows({})).toEqual([
      ["live", id, ""],
      ["since", `${hour} by ann, https://example.org/run/1`, ""],
      ["commit", "1a2b3c4d5e Sell more", ""],
      ["answers", "yes: answered 200", "good"],
      ["current", `active, 3 processes, 62 MB, up since ${hour}`, ""],
      ["traffic", "2.0 requests/s, 0 of 600 failed (5xx), 3 were rejected (4xx), in the last 5 minutes", ""],
      ["certificate", "expires in 60 days (2027-01-20T04:15:00Z)", "good"],
      ["disk", "9.4 GB free of 21 GB", ""],
      ["memory", "944 MB free", ""],
      ["deploying", "nobody", ""],
    ]));

  it.each<[Partial<Status>, string, string, string]>([
    [{ by: "ann", run: "ann" }, "since", `${hour} by ann`, ""],
    [{ by: "", run: "" }, "since", hour, ""],
    [{ subject: "", ahead: null }, "commit", "1a2b3c4d5e", ""],
    [{ ahead: 1 }, "commit", "1a2b3c4d5e Sell more; 1 newer commit is here and not live", "note"],
    [{ ahead: 2 }, "commit", "1a2b3c4d5e Sell more; 2 newer commits are here and not live", "note"],
    [{ answers: false, answer: "connection refused" }, "answers", "no: connection refused", "bad"],
    [
      { maintenance: { since: "2026-11-21T04:00:00Z", by: "ann in a terminal" } },
      "maintenance",
      "visitors get its page, since 15 minutes ago (2026-11-21T04:00:00Z) by ann in a terminal",
      "bad",
    ],
    [{ maintenance: { since: "", by: "" } }, "maintenance", "visitors get its page, since unknown", "bad"],
    [{ traffic: null }, "traffic", "unknown: the site has no access_log of its own in /var/log/nginx", "note"],
    [certificate(null, ""), "certificate", "/etc/x.pem cannot be read", "bad"],
    [certificate(-1, "2026-11-20T04:15:00Z"), "certificate", "expired 1 day ago (2026-11-20T04:15:00Z)", "bad"],
    [certificate(0, "2026-11-21T05:15:00Z"), "certificate", "expires in 1 hour (2026-11-21T05:15:00Z)", "bad"],
    [
      { unserved: [{ path: "/x.css", status: 404, error: "" }] },
      "static files",
      "/x.css answers 404 through nginx",
      "bad",
    ],
    [
      { unserved: [{ path: "/x.css", status: 0, error: "times out" }] },
      "static files",
      "/x.css times out through nginx",
      "bad",
    ],
    [
      { pending: ["deploy/nginx.conf", "deploy/a"] },
      "not installed",
      "deploy/nginx.conf, deploy/a of the release differ from what is installed",
      "bad",
    ],
    [
      { changed: ["deploy/nginx.conf", "deploy/a"] },
      "not deployed",
      "deploy/nginx.conf, deploy/a of this repository differ from the release",
      "note",
    ],
    [{ diskFreeMb: 499 }, "disk", "523 MB free of 21 GB", "bad"],
    [{ diskFreeMb: 500 }, "disk", "524 MB free of 21 GB", ""],
    [{ lockedBy: "run 2" }, "deploying", "run 2", "note"],
    [
      { lastFailure: { ...run, outcome: "failed", step: "gate", cause: "it answered 500\nmore", endedAt: healthy.at } },
      "last failure",
      `0 seconds ago (${healthy.at}) ${id} failed in gate: it answered 500`,
      "",
    ],
    [{ lastFailure: { ...run, outcome: "interrupted", endedAt: "" } }, "last failure", `${hour} ${id} interrupted`, ""],
  ])("of %j says %s: %s", (more, name, text, tone) => expect(rows(more)).toContainEqual([name, text, tone]));

  it.each([
    [6, "bad"],
    [7, "note"],
    [19, "note"],
    [20, "good"],
  ])("minds a certificate that has %i days left: %s", (days, tone) =>
    expect(rows(certificate(days)).find(([name]) => name === "certificate")?.[2]).toBe(tone),
  );

  it.each<[Partial<Instance>, string, string]>([
    [{ state: "failed (exit-code)", processes: 0, memoryBytes: null, since: "" }, "failed (exit-code)", "bad"],
    [{ state: "inactive", processes: 0, since: "" }, "inactive, 62 MB", "bad"],
    [{ state: "listening", processes: 0, since: "" }, "listening, 62 MB", ""],
    [{ state: "running out", processes: 0, since: "" }, "running out, 62 MB", "bad"],
    [{ state: "deactivating", since: "" }, "deactivating, 3 processes, 62 MB", ""],
    [{ processes: 1, since: "", restarts: 1 }, "active, 1 process, 62 MB, restarted 1 time", ""],
    [{ since: "", restarts: 2 }, "active, 3 processes, 62 MB, restarted 2 times", ""],
    [{ role: "former", since: "" }, `${id} active, 3 processes, 62 MB`, ""],
    [{ role: "failed", since: "" }, `${id} active, 3 processes, 62 MB`, "bad"],
  ])("of an instance with %j says %j", (more, text, tone) => {
    const role = more.role ?? "current";
    expect(rows({ instances: [{ ...instance, ...more }] })).toContainEqual([role, text, tone]);
  });

  it.each<[Partial<Traffic>, RegExp]>([
    [{ requests: 0 }, /^0\.0 requests\/s/],
    [{ requests: 29 }, /^0\.097 requests\/s/],
    [{ requests: 30 }, /^0\.1 requests\/s/],
    [{ requests: 2999 }, /^10\.0 requests\/s/],
    [{ requests: 3000 }, /^10 requests\/s/],
    [{ seconds: 0 }, /^600 requests\/s/],
    [{ seconds: 119 }, /in the last 119 s$/],
    [{ seconds: 120 }, /in the last 2 minutes$/],
    [{ odd: 4 }, /5 minutes \(4 lines are not in nginx's combined format\)$/],
  ])("of traffic with %j says %s", (more, text) =>
    expect(rows(traffic(more))).toContainEqual(["traffic", expect.stringMatching(text), ""]),
  );

  it("minds each request that failed", () =>
    expect(rows(traffic({ errors5xx: 1 }))).toContainEqual([
      "traffic",
      expect.stringContaining("1 of 600 failed"),
      "bad",
    ]));

  it("says when nothing was deployed, and nothing of what only a release has", () => {
    const names = rows({ current: "", traffic: null, certificate: null }).map(([name]) => name);
    expect(names).toEqual(["live", "disk", "memory", "deploying"]);
    expect(rows({ current: "" })[0]).toEqual(["live", "nothing was deployed yet", "bad"]);
  });
});

describe("a status", () => {
  const { subject: _, ahead: __, changed: ___, ...told } = healthy;
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
  const seen = (root: string, more: object, git?: ProcessRunner) => {
    const { heard, effects } = serverSaying({ t: "answer", answer: { ...told, files: {}, ...more } });
    const run: ProcessRunner = (argv, options) => (argv[0] === "git" && git ? git : effects.run)(argv, options);
    return { heard, status: (seconds?: number) => status({ ...ask, root }, { ...effects, run }, seconds) };
  };

  it("counts the traffic of five minutes unless it is told otherwise", async () => {
    for (const [given, asked] of [
      [undefined, 300],
      [60, 60],
    ]) {
      const { heard, status } = seen(repository(), {});
      expect(await status(given)).toEqual({ ...told, subject: "", ahead: null, changed: [] });
      expect(heard).toMatchObject([{ op: "status", seconds: asked }]);
    }
  });

  it("names the live commit, and how many are newer here", async () => {
    const root = repository();
    const git: ProcessRunner = async (argv, options) => {
      expect([argv.slice(0, 3), options?.timeoutMs]).toEqual([["git", "-C", root], 10_000]);
      const about = { log: ["-1", "--format=%s", "1a2b3c4d5e6f"], "rev-list": ["--count", "1a2b3c4d5e6f..HEAD"] };
      expect(argv.slice(4)).toEqual([...about[argv[3] as "log" | "rev-list"], "--"]);
      return finished({ stdout: argv[3] === "log" ? "Sell more\n" : "12\n" });
    };
    expect(await seen(root, {}, git).status()).toMatchObject({ subject: "Sell more", ahead: 12 });
    const none: ProcessRunner = () => Promise.reject(new Error("spawn git ENOENT"));
    expect(await seen(root, {}, none).status()).toMatchObject({ subject: "", ahead: null });
    const unasked: ProcessRunner = () => expect.unreachable();
    expect(await seen(root, { commit: "" }, unasked).status()).toMatchObject({ subject: "", ahead: null });
  });

  it("names what in deploy/ is not as it is live, on either side", async () => {
    const root = repository({
      ...{ "deploy/same": "1", "deploy/other": "2", "deploy/new": "3", "deploy/x.json": "4", "deploy/sub/x": "5" },
    });
    const files = { "deploy/same": sha256("1"), "deploy/other": sha256("1"), "deploy/gone": sha256("1") };
    const changed = async (more: object, of = root) => (await seen(of, { files, ...more }).status()).changed;
    expect(await changed({})).toEqual(["deploy/gone", "deploy/new", "deploy/other"]);
    expect(await changed({ current: "" })).toEqual([]);
    expect(await changed({}, repository())).toEqual([]);
  });
});
