import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bootHost, type Host } from "../host/lib/host.ts";
import { edit, type Ran, scaffold, Workflows } from "./workflow.ts";

/** All that a repository needs to be deployed at a push. */
const shortest = `on: [push, workflow_dispatch]
jobs:
  deploy:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v5
      - uses: org/flask-deploy@v1
        with: { host: "\${{ vars.HOST }}", ssh-key: "\${{ secrets.SSH_KEY }}", known-hosts: "\${{ secrets.KNOWN_HOSTS }}" }
`;

let workflows: Workflows;
let folder: string;
let host: Host;
let secrets: { SSH_KEY: string; KNOWN_HOSTS: string };
let repository: ReturnType<typeof scaffold>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fd-push-"));
  [workflows, host] = await Promise.all([Workflows.open(), bootHost()]);
  repository = scaffold(folder);
  const { address, identityFile, knownHostsFile } = host;
  const login = ["-i", identityFile, "--known-hosts", knownHostsFile, "--deploy-key", `${identityFile}.pub`];
  const cli = join(import.meta.dirname, "../../generators/cli.ts");
  const setup = [cli, "setup", `root@${address}`, ...login, "--json"];
  const said = execFileSync(process.execPath, setup, { cwd: repository.root, encoding: "utf8", stdio: "pipe" });
  secrets = { SSH_KEY: readFileSync(identityFile, "utf8"), KNOWN_HOSTS: JSON.parse(said).knownHosts.join("\n") };
});
afterAll(async () => {
  await host?.stop();
  workflows?.close();
  rmSync(folder, { recursive: true, force: true });
});

const page = async () => (await fetch(`http://${host.address}/`)).text();
const commit = (message: string) => repository.git("commit", "-qam", message);

const run = (event: "push" | "workflow_dispatch"): Promise<Ran> =>
  workflows.run(repository.root, { event, vars: { HOST: host.address }, secrets });

describe("a push of a scaffolded repository", () => {
  it("is tested and goes live by the scaffold's own workflow", async () => {
    const ran = await run("push");
    expect(ran.jobs, ran.log).toEqual({ test: "succeeded", deploy: "succeeded" });
    expect(ran.outputs).toMatchObject({ status: "deployed", "previous-release": "", "requests-failed": "0" });
    expect(await page()).toContain("shop");
  });

  it("goes live with the shortest workflow, one group a step, and drops no request", async () => {
    writeFileSync(join(repository.root, ".github/workflows/deploy.yml"), shortest);
    edit(repository.root, "templates/index.html", "</body>", "<p>second</p></body>");
    commit("Second");
    const ran = await run("push");
    expect(ran.jobs, ran.log).toEqual({ deploy: "succeeded" });
    expect(ran.outputs).toMatchObject({ status: "deployed", "requests-failed": "0" });
    expect(ran.log).toMatch(/::group::gate[\s\S]*::endgroup::/);
    expect(await page()).toContain("second");
  });

  it("fails when the app cannot start: the cause is shown, the former release goes on", async () => {
    edit(repository.root, "app.py", "from flask", "import nothing_like_this\nfrom flask");
    commit("Broken");
    const ran = await run("push");
    expect(ran.jobs, ran.log).toEqual({ deploy: "failed" });
    expect(ran.outputs.status).toBe("failed");
    expect(ran.log).toMatch(
      /::error title=ModuleNotFoundError%3A No module named 'nothing_like_this',file=app\.py,line=\d+::/,
    );
    expect(await page()).toContain("second");
  });

  it("can be taken back by hand", async () => {
    edit(repository.root, ".github/workflows/deploy.yml", "with: {", "with: { command: rollback,");
    commit("Roll back");
    const ran = await run("workflow_dispatch");
    expect(ran.jobs, ran.log).toEqual({ deploy: "succeeded" });
    expect(ran.outputs.status).toBe("rolled-back");
    expect(await page()).not.toContain("second");
  });

  it("leaves no trace of the key", async () => {
    const lines = readFileSync(host.identityFile, "utf8").split("\n").slice(1, -2);
    const found = execFileSync(
      "sh",
      ["-c", `grep -rlF -- "$1" "$2" || true`, "sh", lines[0] ?? "", join(workflows.folder, "cache")],
      { encoding: "utf8" },
    );
    expect(found).toBe("");
  });
});
