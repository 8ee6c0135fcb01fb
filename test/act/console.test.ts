import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bootHost, type Host } from "../host/lib/host.ts";
import { edit, type Ran, scaffold, Workflows } from "./workflow.ts";

const workflow = ".github/workflows/console.yml";
let workflows: Workflows;
let folder: string;
let host: Host;
let secrets: { SSH_KEY: string; KNOWN_HOSTS: string };
let repository: ReturnType<typeof scaffold>;

/** A scaffold with its console, set up and deployed twice from a terminal. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fd-console-"));
  [workflows, host] = await Promise.all([Workflows.open(), bootHost()]);
  repository = scaffold(folder, "--console");
  const { address, identityFile, knownHostsFile } = host;
  const login = ["-i", identityFile, "--known-hosts", knownHostsFile];
  const cli = (...args: string[]) =>
    execFileSync(
      process.execPath,
      [join(import.meta.dirname, "../../generators/cli.ts"), ...args, ...login, "--json"],
      {
        ...{ cwd: repository.root, encoding: "utf8", stdio: "pipe" },
      },
    );
  const said = cli("setup", `root@${address}`, "--deploy-key", `${identityFile}.pub`);
  secrets = { SSH_KEY: readFileSync(identityFile, "utf8"), KNOWN_HOSTS: JSON.parse(said).knownHosts.join("\n") };
  cli("deploy", "--host", address);
  // Of GitHub's key, act 0.2.89 knows nothing yet.
  edit(repository.root, workflow, "\n      deployment: false", "");
  edit(repository.root, "templates/index.html", "</body>", "<p>second</p></body>");
  repository.git("commit", "-qam", "Second");
  cli("deploy", "--host", address);
});
afterAll(async () => {
  await host?.stop();
  workflows?.close();
  rmSync(folder, { recursive: true, force: true });
});

const visit = () => fetch(`http://${host.address}/`);
const press = (command: string, inputs: Record<string, string> = {}): Promise<Ran> =>
  workflows.run(repository.root, {
    ...{ event: "workflow_dispatch", workflow, vars: { HOST: host.address }, secrets },
    inputs: { command, release: "", lines: "200", allow: "", ...inputs },
  });

describe("the scaffold's console, by its button", () => {
  it("tells what is live", async () => {
    const ran = await press("status");
    expect(ran.jobs, ran.log).toEqual({ console: "succeeded" });
    expect(ran.outputs).toMatchObject({ status: "up" });
    expect(ran.log).toMatch(/\| live +\d{8}T\d{6}Z-[0-9a-f]{7}/);
  });

  it("shows as many lines of the log as it is asked for", async () => {
    const ran = await press("logs", { lines: "3" });
    expect(ran.jobs, ran.log).toEqual({ console: "succeeded" });
    expect(ran.log.match(/\| \d{4}-\d\d-\d\dT[\d:.]+Z (app|systemd)/g)).toHaveLength(3);
  });

  it("looks for faults", async () => {
    const ran = await press("doctor");
    expect(ran.jobs, ran.log).toEqual({ console: "succeeded" });
    expect(ran.outputs.status).toMatch(/^(healthy|warnings)$/);
  });

  it("closes the site and opens it", async () => {
    const closed = await press("maintenance on", { allow: "192.0.2.7" });
    expect(closed.jobs, closed.log).toEqual({ console: "succeeded" });
    expect((await visit()).status).toBe(503);
    const open = await press("maintenance off");
    expect(open.outputs, open.log).toMatchObject({ status: "maintenance-off" });
    expect((await visit()).status).toBe(200);
  });

  it("goes back one release", async () => {
    const ran = await press("rollback");
    expect(ran.outputs, ran.log).toMatchObject({ status: "rolled-back" });
    expect(await (await visit()).text()).not.toContain("second");
  });

  it("says what is wrong with what was typed", async () => {
    const ran = await press("logs", { lines: "many", release: "latest" });
    expect(ran.jobs, ran.log).toEqual({ console: "failed" });
    expect(ran.log).toMatch(
      /lines must be a whole number[\s\S]*release must read like|release must read like[\s\S]*lines must be/,
    );
  });
});
