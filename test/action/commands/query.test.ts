import { describe, expect, it } from "vitest";
import { unanswered } from "../../../action/commands/query.ts";
import { readApp } from "../../../action/engine/app/app.ts";
import { DeployError } from "../../../action/engine/deploy/deploy-error.ts";
import type { SshFailure } from "../../../action/engine/targets/server/ssh-error.ts";

const app = readApp("name: shop\n");
const access = { host: "web", user: "deploy-shop", port: 22, sshKey: "", knownHosts: "" };

describe("a question without an answer", () => {
  it("fails the job, and says why and what to do", () => {
    const fault = new DeployError(
      "setup",
      "connect",
      "the server is not set up",
      "Run: npx create-flask-deploy setup web",
    );
    const report = unanswered(fault, { command: "status", app, access });
    expect(report.failure).toBe("the server is not set up\nRun: npx create-flask-deploy setup web");
    expect(report.outputs).toEqual({ status: "failed" });
    expect(report.summary).toBe(
      "### ❌ shop, status: the server is not set up\n\n**What to do:** Run\\: npx create\\-flask\\-deploy setup web\n",
    );
  });

  it("speaks of the job's secrets where the connection died of one", () => {
    const ssh = (kind: SshFailure) =>
      unanswered(new DeployError("infrastructure", "connect", "the engine's words\nssh said: Denied", "", kind), {
        ...{ command: "status", app, access },
      }).failure;
    expect(ssh("key-refused")).toMatch(
      /^web does not accept the key of ssh-key for deploy-shop\nssh said: Denied\nThe secret SSH_KEY must hold .* rotate-key --login root@web/,
    );
    expect(ssh("key-unusable")).toMatch(/damaged, or has a passphrase[\s\S]*secret SSH_KEY/);
    expect(ssh("host-key-changed")).toMatch(/not the one that known-hosts pins[\s\S]*secret KNOWN_HOSTS/);
    expect(ssh("host-key-unknown")).toMatch(/pins no key of web[\s\S]*secret KNOWN_HOSTS/);
    expect(ssh("unreachable")).toMatch(/from this runner[\s\S]*variables HOST and PORT[\s\S]*api\.github\.com\/meta/);
    expect(ssh("dropped")).toBe("the engine's words\nssh said: Denied");
  });

  it("shows lines to copy as they are", () => {
    const fault = new DeployError("setup", "check", "no page", "Put these lines:\n    set $closed 0;");
    expect(unanswered(fault, { command: "maintenance", app, access }).summary).toContain(
      "```text\nPut these lines:\n    set $closed 0;\n```",
    );
  });
});
