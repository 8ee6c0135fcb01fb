import { spawn } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { processManagers } from "../action/engine/kinds/index.ts";
import type { ProcessManager } from "../action/engine/kinds/process-manager.ts";
import { helperText } from "../action/engine/targets/server/setup/helper.ts";
import { shop as constants } from "./action/engine/targets/server/setup/helper-constants.ts";
import { needsOfCheck, sayLacking } from "./requirements.ts";
import { checkers } from "./tools.ts";

const root = join(import.meta.dirname, "..");
const parts = globSync("action/engine/targets/server/helper/**/*.sh", { cwd: root });

/** Every script of the repository but the parts of the helper, which know each other's names only as one. */
export const scripts = [".ci/run", ...globSync("{action,test,.github}/**/*.sh", { cwd: root })].filter(
  (file) => !parts.includes(file),
);

/** The helper for each process manager, whose parts are checked as the one program that they make on a server. */
const helpers = (Object.keys(processManagers) as ProcessManager[]).map((processManager) =>
  helperText({ ...constants, processManager, site: "/etc/nginx/sites-available/shop.conf", allowConfig: true }),
);

/** Runs a program; gives what it says when it finds something, and "" when it does not. */
function complaints(argv: readonly string[], stdin = ""): Promise<string> {
  return new Promise((done) => {
    const [program = "", ...args] = argv;
    const child = spawn(program, args, { cwd: root, stdio: ["pipe", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => {
        said += text;
      });
    child.once("error", (error) => done(`${program}: ${error.message}\n`));
    child.once("close", (code) => done(code === 0 ? "" : said || `${program} ended with ${code}\n`));
    child.stdin.end(stdin);
  });
}

/** What shellcheck finds in the joined helper, each at the line of the part that it comes from. */
async function inHelper(helper: string): Promise<string> {
  const lines = helper.split("\n");
  const sources = parts.map((file) => ({ file, lines: readFileSync(join(root, file), "utf8").split("\n") }));
  return (await complaints(["shellcheck", "-s", "sh", "-f", "gcc", "-"], helper)).replace(/^-:(\d+)/gm, (_, number) => {
    const line = lines[number - 1] ?? "";
    const part = sources.find((source) => source.lines.includes(line));
    return part ? `${part.file}:${part.lines.indexOf(line) + 1}` : `the helper:${number}`;
  });
}

/** The part of `npm run check` for what is neither TypeScript nor JSON: Python by ruff and mypy, shell by shellcheck. */
async function check(): Promise<string[]> {
  const lacking = needsOfCheck.filter((need) => !need.met());
  if (lacking.length > 0) return [`${sayLacking("npm run check", lacking)}\n`];
  const python = checkers();
  const found = await Promise.all([
    complaints([python, "-m", "ruff", "check", "--quiet", "--output-format", "concise"]),
    complaints([python, "-m", "mypy", "--no-error-summary"]),
    complaints(["shellcheck", "-f", "gcc", ...scripts]),
    ...helpers.map(inHelper),
  ]);
  return found.filter(Boolean);
}

if (import.meta.main) {
  const found = await check().catch(({ message }: Error) => [`${message}\n`]);
  for (const text of found) process.stderr.write(text);
  if (found.length > 0) process.exitCode = 1;
}
