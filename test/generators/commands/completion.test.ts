import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands, dispatch } from "../../../generators/dispatch/commands.ts";
import { openTerminal } from "../../terminal.ts";
import { captured } from "../captured.ts";

const has = (shell: string) => spawnSync(shell, ["-c", "true"]).status === 0;
const names = Object.keys(commands);
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fd-completion-"));
  for (const shell of ["bash", "zsh", "fish"]) {
    const { code, stdout, stderr } = await captured(dispatch, ["completion", shell]);
    expect({ code, stderr }, shell).toEqual({ code: 0, stderr: "" });
    writeFileSync(join(folder, shell), stdout);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What bash offers for the last word of a line, taken apart as bash itself does. */
function inBash(line: string): string[] {
  const words = line.split(/ |(?<==)|(?==)/);
  const script = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _create_flask_deploy; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const done = spawnSync("bash", ["--norc", "-uc", script, "bash", join(folder, "bash"), ...words], {
    encoding: "utf8",
  });
  expect(done.stderr).toBe("");
  return done.stdout.split("\n").filter(Boolean);
}

/** What fish offers, by its own words for it. */
function inFish(line: string): string[] {
  const script = `source ${join(folder, "fish")}; complete -C ${JSON.stringify(line)}`;
  const env = { PATH: process.env.PATH, HOME: folder, TERM: "dumb" };
  const done = spawnSync("fish", ["--no-config", "-c", script], { encoding: "utf8", cwd: folder, env });
  expect(done.stderr).toBe("");
  return done.stdout
    .split("\n")
    .map((one) => one.split("\t")[0] as string)
    .filter(Boolean);
}

/** A zsh in a pseudo-terminal, to which Tab is typed: zsh completes nowhere else. */
async function inZsh(line: string, shown: RegExp): Promise<string> {
  const terminal = await openTerminal(folder, { PATH: process.env.PATH ?? "", HOME: folder });
  try {
    terminal.type("PS1='z> ' zsh -f\r");
    await terminal.until(/z>$/);
    terminal.type(`autoload -Uz compinit; compinit -u; source ./zsh; setopt AUTO_LIST NO_LIST_BEEP; LISTMAX=999\r`);
    await terminal.until(/999\nz>$/);
    const since = terminal.screen().length;
    terminal.type(line, "\t");
    await terminal.until(shown, { since });
    return terminal.screen().slice(since);
  } finally {
    terminal.close();
  }
}

it("refuses a shell that it does not know", async () => {
  expect(await captured(dispatch, ["completion", "tcsh"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("bash, zsh, fish"),
  });
  expect(await captured(dispatch, ["completion"])).toMatchObject({ code: 2 });
});

describe("bash", () => {
  it("offers every command, and each one's flags as its --help has them", async () => {
    expect(inBash("create-flask-deploy ")).toEqual(expect.arrayContaining([...names, "--help"]));
    expect(inBash("create-flask-deploy sta")).toEqual(["status"]);
    for (const name of names) {
      const { stdout } = await captured(dispatch, [name, "--help"]);
      const flags = [...stdout.matchAll(/^ {2}(?:-\w, )?--(?:\[no-\])?([\w-]+)/gm)].map(([, flag]) => `--${flag}`);
      expect(inBash(`create-flask-deploy ${name} --`), name).toEqual(expect.arrayContaining(flags));
    }
  });

  it("offers the values of a choice, also behind an equals sign, and files for a file", () => {
    expect(inBash("create-flask-deploy --stack ")).toContain("uwsgi-tcp");
    expect(inBash("create-flask-deploy --stack=uwsgi-")).toEqual(["uwsgi-cluster", "uwsgi-tcp"]);
    expect(inBash("create-flask-deploy --stack=")).toContain("gunicorn");
    expect(inBash("create-flask-deploy maintenance o")).toEqual(["on", "off"]);
    expect(inBash("create-flask-deploy completion ")).toEqual(expect.arrayContaining(["bash", "zsh", "fish"]));
    expect(inBash("create-flask-deploy status --identity ")).toEqual([]);
    expect(inBash("create-flask-deploy exec -- stat")).toEqual([]);
  });

  it("completes what is typed", async () => {
    const terminal = await openTerminal(folder, { PATH: process.env.PATH ?? "", HOME: folder });
    try {
      await terminal.shell("source ./bash");
      terminal.type("create-flask-deploy rel\t--js\t");
      await terminal.until(/create-flask-deploy releases --json/);
    } finally {
      terminal.close();
    }
  });
});

describe.runIf(has("fish"))("fish", () => {
  it("offers every command, flags and values", () => {
    expect(inFish("create-flask-deploy ")).toEqual(expect.arrayContaining(names));
    expect(inFish("create-flask-deploy status --")).toEqual(expect.arrayContaining(["--json", "--watch", "--help"]));
    expect(inFish("create-flask-deploy status --")).not.toContain("--follow");
    expect(inFish("create-flask-deploy --stack=uwsgi-")).toEqual(["--stack=uwsgi-cluster", "--stack=uwsgi-tcp"]);
    expect(inFish("create-flask-deploy maintenance o")).toEqual(expect.arrayContaining(["on", "off"]));
    expect(inFish("create-flask-deploy status --identity ./")).toContain("./bash");
  });
});

describe.runIf(has("zsh"))("zsh", () => {
  it("offers commands with what they do, flags and values", async () => {
    expect(await inZsh("create-flask-deploy r", /releases +--/)).toMatch(/rollback +-- roll back/);
    expect(await inZsh("create-flask-deploy logs --f", /logs --follow/)).not.toContain("--json");
    expect(await inZsh("create-flask-deploy --stack=uwsgi-", /uwsgi-cluster +uwsgi-tcp/)).not.toContain("gunicorn");
    expect(await inZsh("create-flask-deploy completion f", /completion fish/)).not.toContain("zsh  ");
  });
});
