import { readFileSync } from "node:fs";
import { userInfo } from "node:os";
import { resolve } from "node:path";
import { type App, AppError, appFile, readApp } from "../../action/engine/app/app.ts";
import { type OverrideName, overrideProblem, overrides, readOverrides } from "../../action/engine/app/overrides.ts";
import { readPlainFile } from "../../action/engine/app/plain-file.ts";
import type { DeployLog, Effects } from "../../action/engine/deploy/contract.ts";
import { isReleaseId } from "../../action/engine/deploy/release-id.ts";
import { Failure } from "../../action/engine/process/failure.ts";
import { cacheFolder, environment } from "../../action/engine/process/world.ts";
import { realEffects } from "../../action/engine/targets/effects.ts";
import type { Login } from "../../action/engine/targets/server/login.ts";
import type { Io } from "../terminal/io.ts";
import { terminalLog } from "../terminal/progress.ts";
import { UsageError } from "./errors.ts";
import type { CommandSpec, Flag, Values } from "./flags.ts";

/** The flag for a setting of flask-deploy.yml, validated like the setting and the Action's input of that name. */
const override = <const N extends OverrideName>(name: N) => {
  const { kind, value, help } = overrides[name];
  const problem = (text: string) => overrideProblem(name, text);
  return { name, kind: kind as (typeof overrides)[N]["kind"], value, help, problem } as const;
};

/** Settings that only a deploy uses. */
export const deploySettingFlags = [
  override("url"),
  override("smoke-path"),
  override("smoke-status"),
  override("smoke-contains"),
  override("keep-releases"),
] as const satisfies readonly Flag[];

/** Flags of every command that logs in to the server; flask-deploy.yml has the values of omitted ones. */
export const loginFlags = [
  { ...override("host"), many: true, problem: (text: string) => hostProblem(text) },
  override("user"),
  override("port"),
  { name: "identity", kind: "text", short: "i", value: "FILE", help: "private key to log in with" },
  { name: "known-hosts", kind: "text", value: "FILE", help: "file that pins the server's host key" },
  { name: "config", kind: "text", value: "FILE", help: `where the app's ${appFile} is` },
] as const satisfies readonly Flag[];

/** Flags of every command that queries the server and prints a result. */
export const serverFlags = [
  ...loginFlags,
  { name: "json", kind: "boolean", help: "the result as JSON on stdout" },
] as const satisfies readonly Flag[];

/** For commands about one release; each adds its own `help`. */
export const releaseFlag = {
  name: "release",
  kind: "text",
  value: "ID",
  problem: (id: string) => (isReleaseId(id) ? undefined : "is not a release ID; `releases` lists them"),
} as const;

/** USER@HOST is accepted too, as by ssh. */
function hostProblem(text: string): string | undefined {
  const at = text.lastIndexOf("@");
  return (
    overrideProblem("host", text.slice(at + 1)) ?? (at > 0 ? overrideProblem("user", text.slice(0, at)) : undefined)
  );
}

type Given = Values<Omit<CommandSpec, "flags"> & { readonly flags: typeof loginFlags }>;

/** The settings that flags override; each flag has been validated. */
export const settingsOf = (values: Readonly<Record<string, unknown>>): Partial<App["deploy"]> =>
  readOverrides(
    Object.fromEntries(
      deploySettingFlags.map(({ name }) => [name, values[name] === undefined ? "" : `${values[name]}`]),
    ),
  ).given;

/** The servers to connect to, from the command line and flask-deploy.yml. */
export interface Destination {
  readonly app: App;
  readonly root: string;
  readonly logins: readonly Login[];
}

/** @throws {@link UsageError} if this is no app's folder, or no host is set */
export function destination(given: Given, { cwd }: Pick<Io, "cwd">): Destination {
  const file = resolve(cwd, given.config ?? appFile);
  const app = read(file);
  const { deploy } = app;
  const hosts = given.host ?? [deploy.host ?? []].flat();
  if (hosts.length === 0) throw new UsageError(`no host: pass --host, or set deploy.host in ${file}`);
  const logins = hosts.map((host) => {
    const at = host.lastIndexOf("@");
    return {
      host: host.slice(at + 1),
      user: given.user ?? (at > 0 ? host.slice(0, at) : deploy.user),
      port: given.port ?? deploy.port,
      ...(given.identity && { identityFile: resolve(cwd, given.identity) }),
      ...(given["known-hosts"] && { knownHostsFile: resolve(cwd, given["known-hosts"]) }),
    };
  });
  return { app, root: resolve(file, ".."), logins };
}

function read(file: string): App {
  let text: string;
  try {
    text = readPlainFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw new UsageError((error as Error).message);
    throw new UsageError(`there is no ${file}: run this command in the app's folder, or pass --config`);
  }
  try {
    return readApp(text, file);
  } catch (error) {
    throw error instanceof AppError ? new UsageError(...error.message.split("\n")) : error;
  }
}

/** The text of a file that a flag names. @throws {@link UsageError} if it cannot be read */
export function readGiven(flag: string, path: string, cwd = ""): string {
  try {
    return readFileSync(resolve(cwd, path), "utf8");
  } catch (error) {
    throw new UsageError(`${flag} ${path} cannot be read: ${(error as Error).message}`);
  }
}

/** The engine's effects for a command in a terminal. */
export const effectsOf = (io: Io, log: DeployLog): Effects => ({
  ...realEffects({ cacheDir: cacheFolder(io), env: environment(io), log, signal: io.signal }),
  run: io.run,
});

/** How others who wait for the lock see this user. */
export const whoRuns = () => `${userInfo().username} in a terminal`;

/** The error of a command that could not query its server. */
export function failureOf(error: unknown): Failure {
  const { message, next } = error as Error & { next?: string };
  return new Failure(next ? `${message}\n${next}` : message);
}

/** Puts a question to a server. */
export const asking = <T>(io: Io, put: (effects: Effects) => Promise<T>): Promise<T> =>
  put(effectsOf(io, terminalLog(io))).catch((error) => {
    throw failureOf(error);
  });
