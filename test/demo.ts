import { globSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProcess } from "../action/engine/process/run.ts";
import { afterDemo } from "./requirements.ts";

/**
 * `npm run demo`: builds the command line, scaffolds the default stack into a temporary folder, runs its tests and looks
 * at it served, then leaves nothing behind. Words behind `npm run demo --` go to the preview (`--no-nginx`).
 */
const project = join(import.meta.dirname, "..");
const cli = join(project, "dist/cli.js");
const folder = mkdtempSync(join(tmpdir(), "demo-"));
const shop = join(folder, "shop");
// npm's script says when it began, so that the installation of the packages counts as well.
const began = Number(process.env.DEMO_BEGAN ?? Date.now() / 1000) * 1000;
let left: readonly string[] = [];
const stop = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stop.abort());

/** Runs one step and shows how long it took; `tell` turns what it printed into a few words. */
async function step(
  name: string,
  argv: readonly string[],
  cwd: string,
  tell: (stdout: string) => string,
): Promise<void> {
  const start = performance.now();
  const { code, stdout, stderr } = await runProcess(argv, { cwd, signal: stop.signal });
  stop.signal.throwIfAborted();
  if (code !== 0) throw new Error(`${name} failed: ${argv.join(" ")} (in ${cwd})\n${stdout}${stderr}`);
  line(name, performance.now() - start, tell(stdout));
}

const line = (name: string, ms: number, words: string) =>
  console.log(`${name.padEnd(9)} ${(ms / 1000).toFixed(1).padStart(5)} s  ${words}`);

const builtBytes = () =>
  globSync(join(project, "dist/cli{,-*}.js")).reduce((sum, file) => sum + statSync(file).size, 0);

const installed = (program: string) =>
  runProcess([program, "--version"]).then(
    ({ code }) => code === 0,
    () => false,
  );

async function demo(): Promise<void> {
  line("install", Date.now() - began, "what package-lock.json says");
  await step(
    "build",
    ["npm", "run", "-s", "build"],
    project,
    () => `dist/cli.js and what it loads, ${Math.round(builtBytes() / 1000)} kB`,
  );
  await step("scaffold", [process.execPath, cli, "shop", "--yes", "--no-git", "--json"], folder, (out) => {
    const { answers, files } = JSON.parse(out);
    return `${files.length} files: Flask ${answers.layout}, ${answers.server}, ${answers.processManager}, nginx ${answers.nginx}`;
  });

  const python = join(shop, ".venv/bin/python");
  const locked = ["--require-hashes", "-r", "requirements-dev.txt"];
  const uv = await installed("uv");
  const [make, fill] = uv
    ? [
        ["uv", "venv", "-q", "--python", "python3", ".venv"],
        ["uv", "pip", "install", "-q", "--python", python, ...locked],
      ]
    : [
        ["python3", "-m", "venv", ".venv"],
        [python, "-m", "pip", "install", "-q", ...locked],
      ];
  await step("venv", make, shop, () => (uv ? "by uv" : "by python3 -m venv"));
  await step("packages", fill, shop, () => "what requirements-dev.txt locks");
  await step(
    "tests",
    [python, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
    shop,
    (out) => out.trim().split("\n").at(-1) ?? "",
  );
  const words = process.argv.slice(2);
  await step("preview", [process.execPath, cli, "preview", "--check", "--json", ...words], shop, (out) => {
    const { server, nginx, checks } = JSON.parse(out);
    left = afterDemo(nginx, words);
    const seen = checks.map(({ path, status, type }: Record<string, string>) => `${path} ${status} ${type}`).join(", ");
    return `${server} ${nginx ? `behind nginx ${nginx}` : "alone, as nginx is not installed or not wanted"}: ${seen}`;
  });
}

try {
  await demo();
} catch (error) {
  console.error(stop.signal.aborted ? "interrupted" : (error as Error).message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (!process.exitCode) line("in all", Date.now() - began, `${folder} is gone again`);
for (const text of left) console.log(text);
