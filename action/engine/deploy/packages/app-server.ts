import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { App } from "../../app/app.ts";
import { appServers } from "../../kinds/index.ts";
import { unusable } from "../deploy-error.ts";
import type { Build } from "./build.ts";
import type { Lock } from "./lock.ts";
import { buildWheels, packageOf, type Wheel } from "./wheels.ts";

/**
 * Fails before anything is sent if no package contains the program that serves the app: on the server that would be
 * "status=203/EXEC".
 *
 * @param names normalized names of all packages; of a lock that leaves some open, the known ones
 * @throws {@link DeployError} if a file in deploy/ starts the app server from the venv, and no package installs it
 */
export function assertAppServer(app: Pick<App, "server">, root: string, lock: Lock, names: Iterable<string>): void {
  const { packages: wanted, program } = appServers[app.server];
  const there = new Set(names);
  if (wanted.some((name) => there.has(name)) || !startsFromVenv(program, root)) return;
  const other = lock.unused.find((file) => file === "requirements.txt");
  const message = `${lock.from} does not install ${wanted.join(" or ")}, which deploy/ starts the app with`;
  const next = `Add ${wanted[0]} to the app's packages and regenerate ${lock.from}.`;
  throw unusable(message, other ? `${next} (${other} is not used, because ${lock.from} exists.)` : next);
}

/** The wheels of an app, the program among them that serves it. */
export async function wheelsFor(app: Pick<App, "server">, root: string, build: Build): Promise<readonly Wheel[]> {
  const wheels = await buildWheels(build).finally(() => build.signal?.throwIfAborted());
  const names = wheels.map(({ name }) => packageOf(name));
  assertAppServer(app, root, build.packages.lock, names);
  return wheels;
}

/** Whether a file in deploy/ starts the program from the venv; the machine's own program needs no package. */
function startsFromVenv(program: string, root: string): boolean {
  const folder = join(root, "deploy");
  if (!existsSync(folder)) return false;
  const starts = new RegExp(`\\.venv/bin/${program}\\b`);
  return readdirSync(folder, { withFileTypes: true }).some(
    (entry) => entry.isFile() && starts.test(readFileSync(join(folder, entry.name), "utf8")),
  );
}
