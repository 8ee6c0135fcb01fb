import { expect, it } from "vitest";
import { severityOf } from "../../../../../action/engine/console/logs/logs.ts";
import { sinceOf } from "../../../../../action/engine/console/logs/options.ts";

it.each([
  ["app", 6, "ERROR in app: no", "error"],
  ["app", 6, "Traceback (most recent call last):", "error"],
  ["app", 6, "sqlalchemy.exc.OperationalError: gone", "error"],
  ["app", 6, "no errors found", "info"],
  ["app", 6, "WARNING: low", "warning"],
  ["app", null, "DEBUG x", "debug"],
  ["app", 7, "x", "debug"],
  ["app", 6, '"GET /" 500 3 "x"', "info"],
  ["systemd", 4, "Failed with result", "warning"],
  ["systemd", 3, "x", "error"],
  ["nginx", null, '1.1.1.1 - - [x] "GET / HTTP/1.1" 502 3 "-" "-"', "error"],
  ["nginx", null, '1.1.1.1 - - [x] "GET /ERROR HTTP/1.1" 404 3 "-" "-"', "warning"],
  ["nginx", null, '1.1.1.1 - - [x] "GET /ERROR HTTP/1.1" 200 3 "-" "-"', "info"],
  ["nginx", null, '1.1.1.1 - - [x] "GET / HTTP/1.1" 503 312 "-" "-"', "error"],
  ["nginx", null, "2026/11/21 04:15:00 [crit] 7#7: x", "error"],
] as const)("takes what %s says with priority %s, %j, for %s", (from, priority, text, severity) => {
  expect(severityOf(from, priority, text)).toBe(severity);
});

it.each([
  ["90s", 999_910],
  ["10m", 999_400],
  ["1h", 996_400],
  ["2d", 827_200],
  ["1970-01-01T00:01Z", 60],
  ["2w", 0],
  ["1970-01-02", 86_400],
  ["1hour", undefined],
  ["at 1970-01-02", undefined],
  ["2026-13-01", undefined],
  ["999999s", 1],
  ["1234567s", undefined],
  ["yesterday", undefined],
  ["", undefined],
  ["-1h", undefined],
])("reads --since %j", (text, at) => expect(sinceOf(text, 1_000_000)).toBe(at));
