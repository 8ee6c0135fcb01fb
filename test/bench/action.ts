import { spawn } from "node:child_process";
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildAction } from "../action/built.ts";
import { newKey } from "../action/keys.ts";
import { inTurns, type Table } from "./table.ts";

/** How long the built Action takes to its first own line in the log, beside a script that is empty. */
const table: Table = {
  title: "Start of the Action (node 24, medians of 25 in turns)",
  async measure() {
    const built = await buildAction();
    const inWorkspace = (name: string, text: string) => writeFileSync(join(built.folder, name), text);
    inWorkspace("empty.mjs", "");
    inWorkspace("flask-deploy.yml", "name: shop\n");
    const main = join(built.folder, "dist/main.js");
    const base = { PATH: process.env.PATH, GITHUB_WORKSPACE: built.folder, RUNNER_TEMP: built.folder };
    const deploy = {
      ...{ ...base, GITHUB_EVENT_NAME: "push", INPUT_HOST: "127.0.0.1", INPUT_PORT: "1", "INPUT_SSH-KEY": newKey() },
      "INPUT_KNOWN-HOSTS": "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIMwlSm8MR0IMyeZ27zmQQe2bNbhFVs2Z0ylRTnUrmDP",
    };
    const lint = { ...base, GITHUB_EVENT_NAME: "pull_request" };
    try {
      const ms = await inTurns(25, {
        empty: () => until(join(built.folder, "empty.mjs"), base),
        deploy: () => until(main, deploy, /^Deploy shop/m),
        lint: () => until(main, lint, /^Lint/m),
      });
      const sizes = readdirSync(join(built.folder, "dist")).map(
        (name) => [name, statSync(join(built.folder, "dist", name)).size] as const,
      );
      const total = sizes.reduce((sum, [, size]) => sum + size, 0);
      const row = (name: string, time: number) => [name, `${time.toFixed(0)} ms`, (time / ms.empty).toFixed(2)];
      return {
        head: ["", "to the first line", "ratio"],
        rows: [
          ["an empty script, whole", `${ms.empty.toFixed(0)} ms`, "1"],
          row("deploy", ms.deploy),
          row("lint", ms.lint),
          ["", "", ""],
          ...sizes.map(([name, size]) => [`dist/${name}`, `${(size / 1000).toFixed(1)} kB`, ""]),
          ["together", `${(total / 1000).toFixed(1)} kB`, ""],
        ],
        bounds: [
          { what: "start of a deploy beside an empty script:", value: ms.deploy / ms.empty, most: 4 },
          { what: "start of a lint beside an empty script:", value: ms.lint / ms.empty, most: 4 },
        ],
      };
    } finally {
      built.remove();
    }
  },
};
export default table;

/** Ends when the script has said something, or has ended. */
function until(script: string, env: NodeJS.ProcessEnv, said?: RegExp): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [script], { env, stdio: ["ignore", "pipe", "inherit"] });
    let log = "";
    let found = said === undefined;
    child.stdout.on("data", (data) => {
      log += data;
      if (found || !said?.test(log)) return;
      found = true;
      child.kill("SIGKILL");
      done();
    });
    child.once("close", () => (found ? done() : fail(new Error(`${script} never said ${said}:\n${log}`))));
  });
}
