import type { ProcessRunner } from "../../../../action/engine/process/run.ts";
import { appOf, finished, repository } from "../repository.ts";
import { fakeDriver } from "../targets/server/fake-driver.ts";

export const ask = { app: appOf(), root: repository(), login: { host: "192.0.2.1", user: "deploy-shop" } };

/** A server that says `lines` to whatever it is asked. */
export function serverSaying(...lines: readonly (object | string)[]) {
  const heard: Record<string, unknown>[] = [];
  let left = 0;
  const ssh = fakeDriver(async (end) => {
    heard.push(await end.message());
    for (const line of lines) typeof line === "string" ? end.print(line) : end.say(line);
    await end.closed();
    left++;
    return {};
  });
  /** There is no repository to ask git about. */
  const run: ProcessRunner = async (argv, options) =>
    argv[0] === "ssh" ? ssh(argv, options) : finished({ code: 128, stderr: "fatal: not a git repository" });
  return { heard, effects: { run, env: {} }, left: () => left };
}
