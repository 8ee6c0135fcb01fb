import { describe, expect, it } from "vitest";
import { readApp } from "../../../action/app/app.ts";
import { unanswered } from "../../../action/commands/ask.ts";
import { Fault } from "../../../action/deploy/fault.ts";

const app = readApp("name: shop\n");

describe("a question without an answer", () => {
  it("fails the job, and says why and what to do", () => {
    const fault = new Fault("setup", "connect", "the server is not set up", "Run: npx create-flask-deploy setup web");
    const report = unanswered(fault, { command: "status", app });
    expect(report.failure).toBe("the server is not set up\nRun: npx create-flask-deploy setup web");
    expect(report.outputs).toEqual({ status: "failed" });
    expect(report.summary).toBe(
      "### ❌ shop, status: the server is not set up\n\n**What to do:** Run\\: npx create\\-flask\\-deploy setup web\n",
    );
  });

  it("shows lines to copy as they are", () => {
    const fault = new Fault("setup", "check", "no page", "Put these lines:\n    set $closed 0;");
    expect(unanswered(fault, { command: "maintenance", app }).summary).toContain(
      "```text\nPut these lines:\n    set $closed 0;\n```",
    );
  });
});
