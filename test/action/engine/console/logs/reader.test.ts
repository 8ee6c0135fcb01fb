import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeEnv } from "../../../../../action/engine/process/env-file.ts";
import { joinPython } from "../../../../../action/engine/targets/server/join-python.ts";
import { python } from "../../python.ts";

const ids = ["20260101T000000Z-aaaaaaa", "20260102T000000Z-bbbbbbb"] as const;

/** The functions of the program that root runs, without its own run. */
const part = (name: string) =>
  readFileSync(join(import.meta.dirname, "../../../../../action/engine/targets/server/helper/logs", name), "utf8");
const [functions] = joinPython({ masking: part("masking.py"), log_reader: part("log_reader.py") }).split("\nhidden = ");
const remote = (code: string, given: unknown, units = "shop@%i.service", release = "-") =>
  python(
    `sys.argv = ["x", "shop", "${units}", "", "1", "0", "0", "${release}", "0", "", ""]\nexec(${JSON.stringify(functions)})\n${code}`,
    given,
  );

describe("the program that reads logs as root", () => {
  it("reads every value of .env as systemd does", () => {
    const env = { A: 'pa"ss $x `y` \\z', B: "two\nlines", C: "", D: "plain-1" };
    expect(remote("answer = list(values(given))", writeEnv(env))).toEqual(Object.values(env));
    const byHand = '# no\nexport A=plain  \n B = \'sing"le\'\nC="a\\\nb"\n;D=1\nE\n';
    expect(remote("answer = list(values(given))", byHand)).toEqual(["plain", 'sing"le', "ab"]);
    const otherwise = 'A=one # note\nB=a\\ b\nC="a\\nb"\n';
    expect(remote("answer = list(values(given))", otherwise)).toEqual(["one # note", "one", "a b", "a\\nb"]);
  });

  it.each([
    [
      ...["systemd", "-", ["shop@*.service", "shop-proxy.service", "shop.socket"]],
      ...[["_SYSTEMD_SLICE=system-shop.slice", "_SYSTEMD_UNIT=shop-proxy.service", "_SYSTEMD_UNIT=shop.socket"]],
      [`shop@${ids[0]}.service`, `shop@${ids[1]}.service`, "shop-proxy.service", "shop.socket"],
    ],
    [
      ...["systemd", ids[0], [`shop@${ids[0]}.service`], ["_SYSTEMD_SLICE=system-shop.slice"]],
      [`shop@${ids[0]}.service`],
    ],
    ["emperor", ids[0], ["shop-emperor.service"], ["_SYSTEMD_UNIT=shop-emperor.service"], ["shop-emperor.service"]],
  ] as [string, string, string[], string[], string[]][])(
    "asks the journal under %s, of release %s, for what the app writes",
    (manager, release, named, live, counted) => {
      const units = execFileSync("sh", ["-c", `APP=shop; ${part(`../managers/${manager}.sh`)}\nlog_units`]);
      const all = [
        ...ids.map((id) => `shop@${id}.service`),
        "shop-proxy.service",
        "shop.socket",
        "shop-emperor.service",
      ];
      const code =
        "found = matches()\nanswer = [found[1], found[2], [one for one in given if found[0].fullmatch(one)]]";
      const [asked, followed, counts] = remote(
        code,
        [...all, "shop-x.socket"],
        String(units).trim(),
        release,
      ) as string[][];
      expect(asked).toEqual(named.flatMap((unit) => ["-u", unit]));
      expect(followed).toEqual([...live.flatMap((match) => [match, "+"]), "_PID=1"]);
      expect(counts).toEqual(counted);
    },
  );

  it("hides a value in each way that a log may write it, and with a colour in its middle", () => {
    const secret = 'pä"ss w/1';
    const lines = [
      `raw ${secret}`,
      `url ${encodeURIComponent(secret)} ${encodeURIComponent(secret).replaceAll("%20", "+")}`,
      `json ${JSON.stringify(secret)}`,
      `nginx p\\xC3\\xA4\\x22ss w/1`,
      `colour pä\x1b[31m"ss w/1\x1b[0m`,
      `title \x1b]0;owned\x07end`,
    ];
    const code = `
import tempfile
with tempfile.NamedTemporaryFile("w") as file:
    file.write(given[0])
    file.flush()
    hidden = secrets(file.name)
answer = [clean(line) for line in given[1]]`;
    const said = remote(code, [writeEnv({ SECRET: secret, DEBUG: "true", N: "12" }), lines]) as string[];
    expect(said).toEqual(["raw ***", "url *** ***", 'json "***"', "nginx ***", "colour ***", "title end"]);
  });

  it("knows the time of a line, whoever wrote it", () => {
    const lines = [
      '10.0.0.1 - - [21/Nov/2026:04:15:00 +0100] "GET / HTTP/1.1" 200 3 "-" "-"',
      "2026-11-21T03:15:00Z ready",
      "[2026-11-21 03:15:00 +0000] [7] [INFO] Starting gunicorn",
      "2026-11-21 01:15:00.250-02:00 x",
      "nothing here",
      "2026-99-99 99:99:99Z odd",
    ];
    const at = Date.parse("2026-11-21T03:15:00Z") / 1000;
    expect(remote("answer = [moment(line) for line in given]", lines)).toEqual([
      at,
      at,
      at,
      at + 0.25,
      null,
      expect.any(Number),
    ]);
    const local =
      "hidden = None\nimport os\nos.environ['TZ'] = 'Europe/Berlin'\ntime.tzset()\nanswer = [moment(line) for line in given]";
    expect(
      remote(local, ["2026/11/21 04:15:00 [error] 7#7: x", "Sat Nov 21 04:15:00 2026 - worker", lines[0]]),
    ).toEqual([at, at, at]);
  });
});
