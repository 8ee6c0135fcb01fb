import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type App, readApp } from "../../../action/engine/app/app.ts";
import { InputError } from "../../../action/inputs/input-reader.ts";
import { type Inputs, readInputs, type ServerInputs, secretInputs } from "../../../action/inputs/inputs.ts";
import { type Runner, readRunner } from "../../../action/runner/runner.ts";
import fc from "../../fuzz.ts";
import { alike, refused } from "../engine/process/env-cases.ts";
import { newKey } from "../keys.ts";

const root = join(import.meta.dirname, "../../..");
const hostKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIMwlSm8MR0IMyeZ27zmQQe2bNbhFVs2Z0ylRTnUrmDP";
let key: string;
beforeAll(() => {
  key = newKey();
});

const runner = (event: string, more: Record<string, string> = {}): Runner =>
  readRunner({ GITHUB_EVENT_NAME: event, GITHUB_WORKSPACE: "/w", ...more }, "linux", { temp: "/tmp", home: "/root" });
const config = (text: string) => (): App => readApp(`name: shop\n${text}`);

function read(inputs: Record<string, string>, event = "push", text = ""): Inputs {
  return readInputs((name) => inputs[name] ?? "", runner(event), config(text));
}
const access = () => ({ host: "web", "ssh-key": key, "known-hosts": hostKey });
function problems(inputs: Record<string, string>, event = "push", text = ""): readonly string[] {
  try {
    read(inputs, event, text);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).problems;
  }
}

describe("the command", () => {
  it.each([
    ["push", "deploy"],
    ["workflow_dispatch", "deploy"],
    ["pull_request", "lint"],
    ["merge_group", "lint"],
  ])("is chosen by auto on %s: %s", (event, command) => {
    expect(read(access(), event).command).toBe(command);
  });

  it("is not guessed on other events", () => {
    expect(problems(access(), "schedule")).toEqual([
      expect.stringMatching(/auto works on the events .*"schedule".*deploy, lint/),
    ]);
  });

  it("never brings secrets to a stranger's code", () => {
    for (const command of ["auto", "deploy", "rollback"])
      expect(problems({ ...access(), command }, "pull_request_target")).toEqual([
        expect.stringMatching(/pull_request_target.*on: pull_request/),
      ]);
    expect(read({ command: "lint" }, "pull_request_target").command).toBe("lint");
  });

  it("needs no server and no secret to lint", () => {
    expect(read({}, "pull_request")).toEqual({
      command: "lint",
      directory: "/w",
      folder: "",
      lintLevel: "error",
      timeoutSeconds: 900,
      dryRun: false,
      githubToken: "",
    });
  });

  it("may be on Windows, where nothing else is: that is refused with what to write instead", () => {
    const windows = (event: string) => runner(event, { RUNNER_OS: "Windows" });
    expect(readInputs(() => "", windows("pull_request"), config(""))).toMatchObject({ command: "lint" });
    expect(() => readInputs(() => "", windows("push"), config(""))).toThrow(/cannot deploy: .*ubuntu-latest/);
  });
});

describe("inputs of a deploy", () => {
  it("win over flask-deploy.yml, which wins over the defaults", () => {
    const text = "deploy: { host: other, user: web, url: 'https://a.example', smoke: { path: /x, timeout: 3 } }";
    const given = { ...access(), port: "2222", "smoke-status": "204", "smoke-contains": "hi", "keep-releases": "9" };
    const inputs = read(given, "push", text) as ServerInputs;
    expect(inputs.access).toMatchObject({ host: "web", user: "web", port: 2222 });
    expect(inputs.access.knownHosts).toBe(`[web]:2222 ${hostKey}\n`);
    expect(inputs.app.deploy).toMatchObject({
      url: "https://a.example",
      keepReleases: 9,
      smoke: { path: "/x", status: 204, contains: "hi", timeout: 3 },
    });
  });

  it.each(alike.filter(([, text]) => text !== ""))(
    "have an env with %s as every other door reads it",
    (_, text, env) => {
      expect(read({ ...access(), env: text })).toMatchObject({ env });
    },
  );

  it.each(refused)("refuse an env with %s by its line, without showing a value", (_, text, says) => {
    const [problem = "", ...more] = problems({ ...access(), env: text });
    expect(more).toEqual([]);
    expect(problem.replace(/^env:? /, "")).toMatch(says);
    expect(problem).not.toContain("SECRET");
  });

  it("leave the server's environment alone when env is not given", () => {
    expect(read(access())).toMatchObject({ env: undefined });
    expect(read({ ...access(), env: "A=1" })).toMatchObject({ env: { A: "1" } });
  });

  it("are all checked before anything is said", () => {
    const wrong = {
      host: "-oProxyCommand=x",
      port: "0",
      user: "Root",
      url: "shop.example",
      "smoke-path": "x",
      "smoke-status": "ok",
      "keep-releases": "0",
      "lint-level": "errors",
      "dry-run": "yes",
      force: "1",
      timeout: "5m",
      release: "latest",
      env: "A B",
      maintenance: "closed",
      allow: "192.0.2.7 10.0.0.0/8",
      lines: "all",
      since: "yesterday",
      nginx: "both",
    };
    const said = problems(wrong);
    for (const name of [...Object.keys(wrong), "ssh-key", "known-hosts"])
      expect(said.filter((line) => line.startsWith(`${name} `))).toHaveLength(1);
    expect(said).toHaveLength(Object.keys(wrong).length + 2);
  });

  it.each(["0", "10001"])("have no room for %s lines of a log", (lines) => {
    expect(problems({ ...access(), lines })).toEqual([
      expect.stringMatching(/^lines must be a whole number from 1 to /),
    ]);
  });

  it("say where secrets come from and how to pin a server, when they are missing", () => {
    expect(problems({})).toEqual([
      expect.stringMatching(/^host is missing.*vars\.HOST/),
      expect.stringMatching(/^ssh-key is empty.*SSH_KEY/),
      expect.stringMatching(/^known-hosts is empty.*ssh_host_ed25519_key\.pub/),
    ]);
  });

  it("tell the problems of flask-deploy.yml along with their own", () => {
    const broken = (path: string): App => {
      throw new Error(`${path} is missing`);
    };
    try {
      readInputs(
        (name) => ({ config: "site.yml", "working-directory": "apps/shop", port: "x" })[name] ?? "",
        runner("push"),
        broken,
      );
      expect.unreachable();
    } catch (error) {
      const said = (error as InputError).problems;
      expect(said).toContain("/w/apps/shop/site.yml is missing");
      expect(said).toContainEqual(expect.stringMatching(/^port must be a whole number/));
    }
  });

  it("have one server each", () => {
    expect(problems({ "ssh-key": key, "known-hosts": hostKey }, "push", "deploy: { host: [a, b] }")).toEqual([
      expect.stringMatching(/^host must be one server.*names 2/),
    ]);
  });

  it("list the right values when one is wrong", () => {
    expect(problems({ ...access(), command: "deplyo", "lint-level": "x" })).toEqual([
      expect.stringMatching(/auto, deploy, lint, rollback, status, .*not "deplyo"/),
      expect.stringMatching(/error, warning, info, off/),
    ]);
  });

  it("never end in anything but inputs or a list of problems", () => {
    const names = Object.keys(parse(readFileSync(join(root, "action.yml"), "utf8")).inputs);
    const value = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("", "true", "deploy", "lint", "::error::x", "$(id)"),
    );
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...names), value),
        fc.constantFrom("push", "pull_request", "x"),
        (given, event) => {
          const secrets = secretInputs((name) => given[name] ?? "");
          expect(secrets.every((secret) => typeof secret === "string")).toBe(true);
          for (const line of problems(given, event)) expect(line).toMatch(/^[a-z-]+ /);
        },
      ),
    );
  });
});

describe("inputs of the console", () => {
  it("ask nothing when nothing is given", () =>
    expect(read({ ...access(), command: "status" })).toMatchObject({
      command: "status",
      consoleInputs: { maintenance: "status", allow: [], log: { lines: 100, since: 0, grep: "", nginx: false } },
    }));

  it("ask for a part of the log", () => {
    const given = { lines: "9", since: "2026-11-21T03:15Z", grep: "Err|Warn", nginx: "true", release: "" };
    expect(read({ ...access(), command: "logs", ...given })).toMatchObject({
      consoleInputs: { log: { lines: 9, since: Date.UTC(2026, 10, 21, 3, 15) / 1000, grep: "Err|Warn", nginx: true } },
    });
  });

  it("list who still gets the site with spaces, commas or lines between", () =>
    expect(
      read({
        ...access(),
        command: "maintenance",
        maintenance: "on",
        allow: "192.0.2.7, 2001:db8::/126\n198.51.100.1",
      }),
    ).toMatchObject({ consoleInputs: { maintenance: "on", allow: ["192.0.2.7", "2001:db8::/126", "198.51.100.1"] } }));
});

describe("what is secret of the inputs", () => {
  it("is the key as given and as mended, every value of env, and the token", () => {
    const mangled = key.replaceAll("\n", " ");
    const given: Record<string, string> = { "ssh-key": mangled, env: "A='one two'\nB=three", "github-token": "ghs_x" };
    expect(secretInputs((name) => given[name] ?? "")).toEqual([mangled, key, "one two", "three", "ghs_x"]);
  });

  it("is also what cannot be read", () => {
    const given: Record<string, string> = { env: "PASSWORD=one\nwrong line\nA='two' # three" };
    const found = secretInputs((name) => given[name] ?? "");
    expect(found).toEqual(expect.arrayContaining(["one", "wrong line", "two"]));
  });
});
