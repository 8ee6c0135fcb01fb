import { execFileSync } from "node:child_process";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { running } from "../../../generators/terminal/running.ts";
import { GitHub } from "../../api/github.ts";
import { keys, openTerminal, type Terminal } from "../../terminal.ts";
import { envOf, ownKey, shopIn } from "../github/shop.ts";
import { temporary } from "../temporary.ts";

const cli = join(import.meta.dirname, "../../../generators/cli.ts");

async function at(cwd: string, env: Readonly<Record<string, string>>, words: string, cols = 200): Promise<Terminal> {
  const terminal = await openTerminal(cwd, env, cols);
  onTestFinished(() => terminal.close());
  terminal.type(`${process.execPath} ${cli} ${words}; echo "left with $?"${keys.enter}`);
  return terminal;
}

describe("what runs is on the last line, with its seconds:", () => {
  /** Takes connections and says nothing, so that ssh waits for its banner. */
  let silent: Server;
  let way: string;
  beforeEach(async () => {
    silent = createServer((socket) => socket.on("error", () => {}));
    await new Promise<void>((done) => silent.listen(0, "127.0.0.1", done));
    way = `--port ${(silent.address() as { port: number }).port}`;
  });
  afterEach(() => {
    silent.close();
  });

  function shop(): { cwd: string; env: Record<string, string> } {
    const cwd = temporary();
    execFileSync(process.execPath, [cli, ".", "--yes", "--name", "shop"], { cwd, stdio: "ignore" });
    return { cwd, env: { PATH: process.env.PATH ?? "", HOME: cwd, NO_COLOR: "" } };
  }

  it("of deploy", async () => {
    const { cwd, env } = shop();
    const terminal = await at(cwd, env, `deploy --host 127.0.0.1 ${way}`);
    await terminal.until(/\n… connect {2}[1-9]\d* s$/);
    terminal.type(keys.ctrlC);
    await terminal.until(/left with [1-9]/);
    // It leaves no half line behind.
    expect(terminal.screen()).not.toContain("…");
  });

  it("of status", async () => {
    const { cwd, env } = shop();
    const terminal = await at(cwd, env, `status --host 127.0.0.1 ${way}`);
    await terminal.until(/\n… status of 127\.0\.0\.1 {2}[1-9]\d* s$/);
    terminal.type(keys.ctrlC);
    await terminal.until(/left with [1-9]/);
  });

  it("of setup", async () => {
    const { cwd, env } = shop();
    const terminal = await at(cwd, env, `setup root@127.0.0.1 ${way}`);
    await terminal.until(/\n… inspect 127\.0\.0\.1 {2}[1-9]\d* s$/);
    terminal.type(keys.ctrlC);
    await terminal.until(/left with [1-9]/);
  });

  it("of github, at its requests and while it follows the run", async () => {
    const github = await GitHub.open();
    onTestFinished(() => github.close());
    const step = (status: string) => ({ number: 1, name: "Run pytest", status, conclusion: null });
    github.onPush = (repository, sha) =>
      void github.run(repository, sha, {
        ...{ status: "in_progress", conclusion: null },
        jobs: [{ id: 5, name: "test", steps: [step("in_progress")] }],
      });
    const { root } = shopIn(temporary());
    let isSilent = true;
    github.api.mood = (asked) =>
      isSilent && asked.method === "PUT" && asked.operation.endsWith("/environments/{environment_name}")
        ? "silent"
        : github.answer(asked);
    const env = { ...envOf(github), NO_COLOR: "" };
    const terminal = await at(root, env, `github --repo acme/shop --timeout 4 ${ownKey.join(" ")}`);
    await terminal.until(/\n… create the environment production: branch rules {2}[1-9]\d* s$/);
    isSilent = false;
    await terminal.until(/\n… test \/ Run pytest {2}[1-9]\d* s/, { timeoutMs: 30_000 });
    await terminal.until(/error: the run has not ended in 4 s[\s\S]*left with 1/, { timeoutMs: 30_000 });
    expect(terminal.screen()).toMatch(
      /\n· create the environment production: branch rules\n· let main deploy\n· store the secret SSH_KEY\n/,
    );
  });
});

describe("where there is no terminal", () => {
  it("only whole lines are written, those of steps when they begin", () => {
    const said: string[] = [];
    const log = running({ stderr: { write: (text) => said.push(text) }, env: {} });
    const end = log.begin("connect");
    log.step("install nginx");
    log.line("a line");
    log.step("create the user");
    end();
    log.stop(true);
    expect(said.join("")).toBe("· install nginx\na line\n· create the user\n");
  });
});

it("a title that is too long for the terminal is cut, so that it stays on its line", async () => {
  const said: string[] = [];
  const stderr = { isTTY: true, columns: 40, write: (text: string) => said.push(text) };
  const log = running({ stderr, env: {} });
  log.begin("x".repeat(200));
  await expect.poll(() => said.length).toBeGreaterThan(0);
  log.stop();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal is told
  expect(Math.max(...said.map((text) => text.replace(/\x1b\[[\d;]*[A-Za-z]|\r/g, "").length))).toBeLessThan(40);
});
