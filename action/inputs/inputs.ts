import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { type App, appFile } from "../engine/app/app.ts";
import { overridden, overrideNames, readOverrides } from "../engine/app/overrides.ts";
import { isReleaseId } from "../engine/deploy/release-id.ts";
import { readEnv } from "../engine/process/env-file.ts";
import { readKey } from "../engine/targets/server/key.ts";
import { type Level, levels } from "../lint/finding.ts";
import type { Runner } from "../runner/runner.ts";
import { type ConsoleInputs, readConsoleInputs } from "./console.ts";
import { InputError, InputReader, shown } from "./input-reader.ts";
import { readKnownHosts } from "./known-hosts.ts";
import { repositoryPath } from "./repository-path.ts";

export const commands = ["deploy", "lint", "rollback", "status", "logs", "doctor", "maintenance"] as const;
export type Command = (typeof commands)[number];

/** The command that `auto` runs, by the name of the event. */
const automatic: Readonly<Record<string, Command>> = {
  push: "deploy",
  workflow_dispatch: "deploy",
  pull_request: "lint",
  merge_group: "lint",
};

/** The inputs of every command. */
export interface Common {
  /** The app's folder, absolute. */
  readonly directory: string;
  /** The same as git writes it, from the repository's root. */
  readonly folder: string;
  readonly lintLevel: Level;
  readonly timeoutSeconds: number;
  readonly dryRun: boolean;
  /** "" if there is none. */
  readonly githubToken: string;
}

/** How to log in to the server; both texts can be written to a file unchanged. */
export interface Access {
  readonly host: string;
  readonly user: string;
  readonly port: number;
  readonly sshKey: string;
  readonly knownHosts: string;
}

export interface LintInputs extends Common {
  readonly command: "lint";
  /** undefined where there is no flask-deploy.yml. */
  readonly app: App | undefined;
}

export interface ServerInputs extends Common {
  readonly command: Exclude<Command, "lint">;
  /** flask-deploy.yml with the overrides of the inputs applied. */
  readonly app: App;
  readonly access: Access;
  /** undefined leaves the server's .env as it is. */
  readonly env: Readonly<Record<string, string>> | undefined;
  readonly force: boolean;
  /** Name of the environment on GitHub. */
  readonly environment: string;
  /** The release to roll back to, "" for the last successful one; or the release whose log to show, "" for all. */
  readonly release: string;
  /** Whether a rollback runs hooks.release again, in the release that it rolls back to. */
  readonly hooks: boolean;
  /** Inputs of the console commands. */
  readonly consoleInputs: ConsoleInputs;
}

/** All inputs of the Action, validated. */
export type Inputs = LintInputs | ServerInputs;

/**
 * Reads all inputs; no other code does.
 * @param get the text of an input, trimmed, "" if it is not set
 * @param readConfig reads the flask-deploy.yml at an absolute path; it throws if the file is missing or invalid
 * @throws InputError that names every problem
 */
export function readInputs(get: (name: string) => string, runner: Runner, readConfig: (path: string) => App): Inputs {
  const reader = new InputReader(get);
  const command = readCommand(reader, runner.event);
  if (runner.windows && command !== undefined && command !== "lint")
    throw new InputError([
      `on Windows the Action only lints, so it cannot ${command}: write \`runs-on: ubuntu-latest\` in it`,
    ]);
  const directory = resolve(runner.workspace, get("working-directory"));
  const common: Common = {
    directory,
    folder: repositoryPath(runner.workspace, directory),
    lintLevel: reader.choice("lint-level", levels, "error"),
    timeoutSeconds: reader.whole("timeout", 1, 86_400, 900),
    dryRun: reader.yes("dry-run", false),
    githubToken: get("github-token"),
  };
  if (command === "lint") {
    const config = join(directory, appFile);
    const app = existsSync(config) ? readGood(reader, () => readConfig(config)) : undefined;
    reader.finish();
    return { command, app, ...common };
  }
  const server = command && readServer(reader, directory, readConfig);
  reader.finish();
  // Not reached: whatever is missing was noted as a problem, and finish() has thrown.
  if (!command || !server) throw new InputError([]);
  return { command, ...common, ...server };
}

/**
 * The secret parts of the inputs, valid or not. They are masked before anything else, so that even the error about an
 * invalid key or environment shows none of it.
 */
export function secretInputs(get: (name: string) => string): readonly string[] {
  const key = readKey(get("ssh-key"));
  const env = readEnv(get("env"));
  const values = "env" in env ? Object.values(env.env) : get("env").split(/[\r\n="']+/);
  return [get("ssh-key"), "key" in key ? key.key : "", ...values, get("github-token")];
}

function readCommand(reader: InputReader, event: string): Command | undefined {
  const asked = reader.choice("command", ["auto", ...commands], "auto");
  const command = asked === "auto" ? automatic[event] : asked;
  if (event === "pull_request_target" && command !== "lint")
    reader.wrong(
      "command",
      `${asked} is not allowed on pull_request_target: code from a fork would run with access to your secrets. Use \`on: pull_request\``,
    );
  else if (command === undefined)
    reader.wrong(
      "command",
      `auto works on the events ${Object.keys(automatic).join(", ")} only, not ${shown(event)}: set command to one of ${commands.join(", ")}`,
    );
  return command;
}

/** Inputs of the commands that log in to the server; undefined, with the problems noted, if a part is missing. */
function readServer(reader: InputReader, directory: string, readConfig: (path: string) => App) {
  const app = readApp(reader, resolve(directory, reader.text("config") || appFile), readConfig);
  const hosts = [app?.deploy.host ?? reader.text("host")].flat().filter(Boolean);
  const [host = "SERVER"] = hosts;
  if (hosts.length === 0)
    reader.wrong("host", "is missing: pass `host: ${{ vars.HOST }}`, or set deploy.host in flask-deploy.yml");
  if (hosts.length > 1)
    reader.wrong(
      "host",
      `must be one server, but flask-deploy.yml names ${hosts.length}: run one job per server with a matrix`,
    );
  const { user = "", port = 22 } = app?.deploy ?? {};
  const key = reader.good("ssh-key", readKey(reader.text("ssh-key")));
  const knownHosts = reader.good("known-hosts", readKnownHosts(reader.text("known-hosts"), host, port));
  const given = reader.text("env") === "" ? { env: undefined } : reader.good("env", readEnv(reader.text("env")));
  const force = reader.yes("force", false);
  const release = reader.text("release");
  if (release && !isReleaseId(release))
    reader.wrong("release", `must read like 20261121T031500Z-1a2b3c4, not ${shown(release)}`);
  const hooks = reader.yes("hooks", false);
  const environment = reader.text("environment") || "production";
  const consoleInputs = readConsoleInputs(reader, Date.now() / 1000);
  if (!app || !key || !knownHosts || !given || !consoleInputs) return undefined;
  const access = { host, user, port, sshKey: key.key, ...knownHosts };
  return { app, access, env: given.env, force, environment, release, hooks, consoleInputs };
}

function readApp(reader: InputReader, path: string, readConfig: (path: string) => App): App | undefined {
  const texts = Object.fromEntries(overrideNames.map((name) => [name, reader.text(name)]));
  const { given, problems } = readOverrides(texts);
  for (const { name, message } of problems) reader.wrong(name, `${message}, not ${shown(reader.text(name))}`);
  return readGood(reader, () => overridden(readConfig(path), given));
}

function readGood(reader: InputReader, read: () => App): App | undefined {
  try {
    return read();
  } catch (error) {
    reader.problems.push((error as Error).message);
    return undefined;
  }
}
