import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { install, pack, plainEnv } from "../packed.ts";
import { keys, openTerminal, type Terminal } from "../terminal.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "cfd-terminal-")));
const home = join(folder, "home");
let terminal: Terminal;

beforeAll(() => {
  install(pack(folder), home);
  writeFileSync(join(home, ".gitconfig"), "[user]\n\tname = Ada\n\temail = ada@example.org\n");
});
beforeEach(async () => {
  terminal = await openTerminal(home, { ...plainEnv(), HOME: home, npm_config_offline: "true" });
});
afterEach(() => terminal.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The commands that the scaffold says to run next, as they stand on the screen. */
function nextCommands(): string[] {
  const after = terminal.screen().split("\nNext:\n").at(-1) ?? "";
  return after
    .slice(0, after.indexOf("\n\n"))
    .split("\n")
    .map((line) => line.trim());
}

/** Waits for a question, then answers it. */
async function answer(question: RegExp, ...keysToType: string[]): Promise<void> {
  await terminal.until(question);
  terminal.type(...keysToType);
}

describe("at a terminal", () => {
  it("questions are answered by keys, and the next steps work as they are printed", async () => {
    terminal.type("npx create-flask-deploy", keys.enter);
    await answer(/What is the app called\?/, "json", keys.enter);
    await answer(/module of Python's standard library/, "\x15", "shop", keys.enter);
    await answer(/Which stack\?[\s\S]*❯ uwsgi\n[\s\S]*Flask module, uWSGI on a unix socket/, keys.down);
    await answer(/❯ uwsgi-cluster\n[\s\S]*Flask package, uWSGI over TCP behind an upstream/, keys.enter);
    await answer(
      /defaults of this stack\?.*package, uwsgi, tcp socket, systemd, nginx full, 2 workers × 8 threads/,
      keys.enter,
    );
    await answer(/Which domain.*\(_\)/, "example.org", keys.enter);
    await answer(/Minimum Python.*\(3\.11\)/, keys.enter);
    await answer(/serve \/static\/.*\(Y\/n\)/, "n", keys.enter);
    await answer(/Which Action/, keys.enter);
    await answer(/run status, logs, doctor, rollback/, keys.enter);
    await answer(/Which license\?[\s\S]*❯ MIT/, keys.enter);
    await terminal.until(/Next:[\s\S]*ready> $|Next:[\s\S]*ready>$/);

    const screen = terminal.screen();
    expect(screen).toContain(
      "npx create-flask-deploy shop --yes --stack uwsgi-cluster --domain example.org --no-static",
    );
    expect(readFileSync(join(home, "shop/flask-deploy.yml"), "utf8")).toMatch(/^domain: "?example\.org"?$/m);

    const [cd = "", preview = "", ...rest] = nextCommands();
    expect([cd, ...rest]).toEqual(["cd shop"]);
    expect((await terminal.shell(cd)).code).toBe(0);
    terminal.type(preview, keys.enter);
    await terminal.until(/Serving http/, { timeoutMs: 180_000 });
    const [, url = ""] = /Serving (\S+)/.exec(terminal.screen()) ?? [];
    const answered = await fetch(url);
    expect({ status: answered.status, page: await answered.text() }).toMatchObject({
      status: 200,
      page: expect.stringContaining("<title>"),
    });
    terminal.type(keys.ctrlC);
    expect((await terminal.shell("true")).code).toBe(0);
  });

  it("the line that reproduces a run makes the same again", async () => {
    const { said } = await terminal.shell("npx create-flask-deploy 'its folder' --name again --stack gunicorn --yes");
    const line = said.trimEnd().split("\n").at(-1)?.trim() ?? "";
    expect(line).toBe("npx create-flask-deploy 'its folder' --yes --name again --stack gunicorn");
    await terminal.shell("mv 'its folder' first");
    expect((await terminal.shell(line)).code).toBe(0);
    expect((await terminal.shell("diff -r --exclude .git first 'its folder'")).said).toBe("");
  });

  it("rows of the stack are asked one by one of those who want another, and contradictions cannot be chosen", async () => {
    terminal.type(
      "npx create-flask-deploy other --domain _ --python 3.12 --license none --action ./ --static --console",
      keys.enter,
    );
    await answer(/Which stack\?/, keys.enter);
    await answer(/defaults of this stack\?/, "n", keys.enter);
    await answer(/How is the code laid out\?[\s\S]*❯ module/, keys.enter);
    await answer(/Which app server\?[\s\S]*❯ uwsgi/, keys.down, keys.enter);
    await answer(/What does nginx connect to\?[\s\S]*❯ unix/, keys.down, keys.enter);
    await answer(/Which process manager\?[\s\S]*❯ systemd/, keys.down, keys.down);
    await answer(/❯ emperor \(not available\)[\s\S]*the emperor runs uWSGI only/, keys.enter);
    await answer(/Not available with the answers above/, keys.up, keys.up, keys.enter);
    await answer(/Generate a site file/, keys.enter);
    await answer(/First TCP port.*\(8080\)/, "80", keys.enter);
    await answer(/whole number from 1024 to 65535/, "\x15", "9000", keys.enter);
    await answer(/How many addresses.*\(1\)/, keys.enter);
    await answer(/How many worker.*\(\d\)/, keys.enter);
    await answer(/How many threads.*\(8\)/, keys.enter);
    await terminal.until(/To repeat this[\s\S]*ready>/);
    expect(terminal.screen()).toMatch(
      /--server gunicorn --socket tcp --port 9000 --python 3\.12 --action \.\/ --console --license none/,
    );
  });

  it.each(["ctrlC", "esc"] as const)(
    "%s in the first question leaves with 130, one line and nothing written",
    async (key) => {
      const before = readdirSync(home);
      terminal.type('npx create-flask-deploy never; echo "left with $?"', keys.enter);
      await answer(/Which stack\?/, keys[key]);
      await terminal.until(/left with \d+/);
      expect(terminal.screen()).toMatch(/\nCancelled, nothing was written\.\nleft with 130/);
      expect(readdirSync(home)).toEqual(before);
    },
  );

  it("a folder that cannot take the files is told before any question", async () => {
    mkdirSync(join(home, "taken"), { recursive: true });
    writeFileSync(join(home, "taken/shop"), "");
    const { said, code } = await terminal.shell("npx create-flask-deploy taken/shop");
    expect(code).toBe(1);
    expect(said).toBe(`error: ${home}/taken/shop is a file. Choose another folder, or move the file away.\n`);
  });

  it("colours are for terminals, and NO_COLOR is honoured", async () => {
    const bytes = async (env: string) => {
      const { said } = await terminal.shell(
        `script -qec "${env} npx create-flask-deploy c --yes --dry-run" /dev/null | grep -c $'\\e\\[1m'`,
      );
      return Number(said.trim());
    };
    expect(await bytes("env -u NO_COLOR FORCE_COLOR=")).toBeGreaterThan(0);
    expect(await bytes("env NO_COLOR=1")).toBe(0);
  });
});
