import { describe, expect, it } from "vitest";
import type { DeployResult } from "../../../../action/engine/deploy/contract.ts";
import type { Cause } from "../../../../action/engine/deploy/deploy-error.ts";
import { deployReport } from "../../../../action/report/deploy/deploy.ts";
import type { DeployContext } from "../../../../action/report/deploy/summary.ts";
import fc from "../../../fuzz.ts";

const result: DeployResult = {
  status: "deployed",
  release: "20261121T031500Z-1a2b3c4",
  previousRelease: "20261120T031500Z-0011223",
  commit: "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d",
  url: "https://shop.example/",
  durationMs: 1250.4,
  requestsSent: 61,
  requestsFailed: 0,
  longestStallMs: 4,
  steps: [
    { name: "check", startedMs: 0, durationMs: 12, detail: "" },
    { name: "send", startedMs: 12, durationMs: 1200.4, detail: "3 of 14 files | 12 kB" },
  ],
  cause: undefined,
  warnings: [],
  changed: { added: 1, changed: 2, removed: 0 },
  bytesSent: 12_345,
  roundTrips: 3,
};
const cause: Cause = {
  kind: "app",
  step: "gate",
  message: "/ answered 500",
  next: "See the traceback.",
  traceback:
    'Traceback (most recent call last):\n  File "/srv/shop/releases/20261121T031500Z-1a2b3c4/.venv/lib/python3.11/site-packages/flask/app.py", line 1511, in wsgi_app\n' +
    '  File "/srv/shop/releases/20261121T031500Z-1a2b3c4/app/views.py", line 12, in index\n    return 1 / 0\n' +
    '  File "/usr/lib/python3.11/fractions.py", line 3, in x\nZeroDivisionError: division by zero\n',
  journal: ["one", "two"],
  unit: "active (running)",
};
const context: DeployContext = {
  app: "shop",
  command: "deploy",
  dryRun: false,
  actor: "ada",
  repositoryUrl: "https://github.com/acme/shop",
  folder: "",
  changes: [
    { hash: "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d", subject: "Show <b>prices</b> to @all", author: "Ada | L" },
  ],
  exists: (file) => file === "app/views.py",
};

describe("the report of a deploy", () => {
  it("says what is live, where, and what it cost", () => {
    const report = deployReport(result, context);
    expect(report.failure).toBeUndefined();
    expect(report.outputs).toEqual({
      status: "deployed",
      release: "20261121T031500Z-1a2b3c4",
      "previous-release": "20261120T031500Z-0011223",
      url: "https://shop.example/",
      "duration-ms": "1250",
      "requests-sent": "61",
      "requests-failed": "0",
    });
    expect(report.summary.split("\n")[0]).toBe(
      "### ✅ `shop` `20261121T031500Z-1a2b3c4` is live at <https://shop.example/>, deployed in 1.25 s",
    );
    expect(report.summary).toContain(
      "61 probe requests through nginx during the switch: none failed, the slowest took 4 ms",
    );
    expect(report.summary).toContain("1 added, 2 changed, 0 removed; 12.3 kB sent");
    expect(report.summary).toContain("https://github.com/acme/shop/compare/0011223...1a2b3c4d5e6f");
  });

  it("shows commit messages of others as text", () => {
    expect(deployReport(result, context).summary).toContain(
      "Show &#60;b&#62;prices&#60;/b&#62; to @\u200ball (Ada \\| L)",
    );
  });

  it("draws the steps up to the end of the total", () => {
    const { summary } = deployReport(result, context);
    expect(summary).toContain(
      "```mermaid\ngantt\n  dateFormat x\n  axisFormat %S.%L s\n  check 12 ms :0, 12\n  send 1.20 s :12, 1212\n  close 38 ms :1212, 1250\n```",
    );
    expect(summary).toContain("| send | 1.20 s | 3 of 14 files \\| 12 kB |\n| close | 38 ms | the connection |");
    expect(summary).toContain("Timeline: 1.25 s");
  });

  it.each(["failed", "rolled-back"] as const)("fails the job when it %s, the cause first", (status) => {
    const report = deployReport({ ...result, status, cause }, context);
    expect(report.failure).toMatch(
      /\/ answered 500: ZeroDivisionError: division by zero \(step gate\)\nSee the traceback\./,
    );
    expect(report.summary.split("\n")[0]).toMatch(
      /^### ❌ `shop` was (not deployed|rolled back): \/ answered 500\\: ZeroDivisionError\\: division by zero$/,
    );
    expect(report.summary).toContain(`\`\`\`pytb\n${cause.traceback.trimEnd()}\n\`\`\``);
    expect(report.summary).toContain("one\ntwo");
  });

  it("says that it does not know what is live where the answer was lost after the switch, and how to find out", () => {
    const lost = { ...cause, traceback: "", step: "smoke", message: "the connection broke off" } as const;
    const next = "To see which release is live: `npx create-flask-deploy status`";
    const report = deployReport({ ...result, status: "unknown", cause: { ...lost, next } }, context);
    expect(report.failure).toBe(`Outcome unknown: the connection broke off (step smoke)\n${next}`);
    expect(report.outputs).toMatchObject({ status: "unknown", release: result.release });
    expect(report.summary.split("\n")[0]).toBe("### ❌ `shop` may be live or not: the connection broke off");
    expect(report.summary).toContain("`npx create-flask-deploy status`");
  });

  it("points at the line of the app's own code that failed", () => {
    const error = {
      level: "error",
      title: "ZeroDivisionError: division by zero",
      message: "/ answered 500",
      startLine: 12,
    };
    const failed = { ...result, status: "failed", cause } as const;
    expect(deployReport(failed, context).annotations).toEqual([{ ...error, file: "app/views.py" }]);
    const nested = deployReport(failed, { ...context, folder: "apps/shop" });
    expect(nested.annotations).toEqual([{ ...error, file: "apps/shop/app/views.py" }]);
    expect(deployReport(failed, { ...context, exists: () => false }).annotations).toEqual([]);
  });

  it("lets a job pass whose rollback was asked for", () => {
    const report = deployReport({ ...result, status: "rolled-back" }, { ...context, command: "rollback" });
    expect(report.failure).toBeUndefined();
    expect(report.summary).toMatch(/^### ↩️ `shop` is back at `20261121T031500Z-1a2b3c4`/);
  });

  it("shows code as code, in a cause and in what to do about it", () => {
    const told = {
      ...cause,
      message: "`flask db upgrade` ended with 1",
      next: "Run `create-flask-deploy doctor` | `x`.",
    };
    const { summary } = deployReport({ ...result, status: "failed", cause: told }, context);
    expect(summary.split("\n")[0]).toContain("was not deployed: `flask db upgrade` ended with 1");
    expect(summary).toContain("**What to do:** Run `create-flask-deploy doctor` \\| `x`\\.");
    const odd = { ...told, message: "``a` `<b>` ` `" };
    expect(deployReport({ ...result, status: "failed", cause: odd }, context).summary).toContain(
      "\\`\\`a\\` \\`&#60;b&#62;\\` \\` \\`",
    );
  });

  it("compares both ends of a rollback: what went is between the release that is live again and the one that was", () => {
    const back = { ...result, status: "rolled-back", commit: "", release: "20261119T031500Z-9f8e7d6" } as const;
    const { summary } = deployReport(back, { ...context, command: "rollback" });
    expect(summary).toContain("**No longer live** [Compare](https://github.com/acme/shop/compare/9f8e7d6...0011223)");
    expect(deployReport(back, { ...context, command: "rollback", changes: undefined }).summary).toContain(
      "\n[Compare](https://github.com/acme/shop/compare/9f8e7d6...0011223)\n",
    );
  });

  it("compares with nothing at the first deploy, and only links when the history is not here", () => {
    expect(deployReport({ ...result, previousRelease: "" }, context).summary).not.toContain("Since the last release");
    const { summary } = deployReport(result, { ...context, changes: undefined });
    expect(summary).toContain("[Compare]");
    expect(summary).not.toContain("Since the last release");
  });

  it("keeps a hostile traceback inside its fence", () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "```",
        "````\n",
        "~~~",
        "</details>",
        "\r```\r",
        "<script>",
        "\u2028```\n",
        "\u001b[31m",
        "   ```\n# owned",
      ),
    );
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 12 }), (parts) => {
        const traceback = `x${parts.join("")}`;
        const failed = { ...result, status: "failed", cause: { ...cause, traceback, journal: [traceback] } } as const;
        const outside = withoutFences(deployReport(failed, context).summary);
        expect(outside).not.toMatch(/<script>|^# owned/m);
        expect(outside.match(/<\/details>/g)).toHaveLength(2);
      }),
    );
  });

  it("keeps hostile lines of text on their own line, without effect", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const failed = { ...result, status: "failed", cause: { ...cause, message: text }, warnings: [text] } as const;
        const plainLines = deployReport({ ...failed, cause, warnings: [""] }, context).summary.split("\n").length;
        expect(deployReport(failed, context).summary.split(/\r|\n/)).toHaveLength(plainLines);
      }),
    );
  });
});

/** What a reader of CommonMark sees outside of fenced blocks. */
function withoutFences(markdown: string): string {
  let fence = "";
  const outside: string[] = [];
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    const ticks = /^ {0,3}(`{3,})/.exec(line)?.[1] ?? "";
    if (fence === "" && ticks) fence = ticks;
    else if (fence && ticks.length >= fence.length && /^ {0,3}`+\s*$/.test(line)) fence = "";
    else if (fence === "") outside.push(line);
  }
  return outside.join("\n");
}
