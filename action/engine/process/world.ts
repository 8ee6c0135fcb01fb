import { homedir } from "node:os";
import { join } from "node:path";
import type { ProcessRunner } from "./run.ts";

/** What a command may use of the machine that it runs on; the terminal and the job each pass in their own. */
export interface World {
  /** Absolute; relative paths start here. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly run: ProcessRunner;
  /** Kills the running programs when aborted. */
  readonly signal: AbortSignal;
}

/** Where wheels and the virtual environments of previews are kept from run to run. */
export const cacheFolder = ({ env }: Pick<World, "env">): string =>
  join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "flask-deploy");

/** The environment for a program: what is set, without the variables of these names. */
export const environment = ({ env }: Pick<World, "env">, without?: RegExp): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined && !without?.test(pair[0])),
  );
