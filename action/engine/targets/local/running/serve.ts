import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Failure } from "../../../process/failure.ts";
import type { Stage } from "../copy/stage.ts";
import type { Plan } from "../plan.ts";
import { get, isOpen } from "../request.ts";
import type { Exit } from "./process-group.ts";

/** How long an app may take to load. */
const START_MS = 60_000;

/**
 * Writes what a plan says and starts its programs, each once the one before accepts connections, until the site answers.
 *
 * @param outer what the programs share: where they run, and in which environment
 * @throws Failure when one of them ends, or the site never answers
 */
export async function bringUp(
  plan: Plan,
  { family, throwaway, onLine }: Stage,
  outer: { readonly cwd: string; readonly env: Readonly<Record<string, string>>; readonly signal: AbortSignal },
): Promise<void> {
  layOut(plan, throwaway.root);
  const deadline = Date.now() + START_MS;
  const until = async (isSo: () => Promise<boolean>, problem: string): Promise<void> => {
    for (;;) {
      outer.signal.throwIfAborted();
      const found = await Promise.race([family.firstExit, isSo()]);
      if (found === true) return;
      if (found) throw new Failure(exitProblem(found));
      if (Date.now() > deadline) throw new Failure(`${problem} within ${START_MS / 1000} s: see the log above`);
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  for (const program of plan.programs) {
    const env = { ...outer.env, ...program.env };
    family.start({ ...program, cwd: outer.cwd, env }, (line) => onLine(program.name, line));
    await until(() => isOpen(program.opens), `${program.name} did not start`);
  }
  // nginx is up at once, the app behind it when it is loaded.
  await until(async () => ![502, 503, 504].includes(await statusOf(plan.url)), `${plan.url} did not answer`);
}

function layOut(plan: Plan, root: string): void {
  for (const folder of plan.folders) mkdirSync(folder, { recursive: true });
  for (const { path, to } of plan.links) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    symlinkSync(to, join(root, path));
  }
  for (const { path, text } of plan.files) writeFileSync(join(root, path), text);
}

const statusOf = (url: string) =>
  get(url, START_MS).then(
    ({ status }) => status,
    () => 502,
  );

/** A program that was to stay and did not. */
export function exitProblem({ name, code, signal }: Exit): string {
  const how = signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
  return `${name} ${how}, so the preview is over: see its log above`;
}
