import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ServerPython } from "../../../../../action/engine/deploy/packages/python.ts";
import type { Finished, ProcessRunner } from "../../../../../action/engine/process/run.ts";
import { finished } from "../../repository.ts";

/** One call of pip, with what it was given. */
export interface Call {
  readonly python: string;
  readonly verb: string;
  readonly args: readonly string[];
  readonly markers: ServerPython["markers"] | null;
  readonly env: Readonly<Record<string, string>>;
  /** The files that it was told to read, at the time. */
  readonly requirements: string;
  readonly constraints: string;
}

export interface Answer extends Partial<Finished> {
  /** Names of what lies in its folder afterwards. */
  readonly files?: readonly string[];
}

/**
 * A {@link ProcessRunner} with pip: what it is asked for is written down, and answered by `play`.
 *
 * @param pythons the interpreters of this machine that tell of themselves
 */
export function fakePip(play: (call: Call) => Answer, pythons: Readonly<Record<string, ServerPython>> = {}) {
  const calls: Call[] = [];
  const run: ProcessRunner = async ([python = "", flag, ...rest], { env = {}, cwd = "" } = {}) => {
    if (flag === "-I")
      return python in pythons ? finished({ stdout: JSON.stringify(pythons[python]) }) : finished({ code: 1 });
    const [, markers = "", verb = "", ...args] = rest;
    const read = (option: string) => {
      const at = args.indexOf(option);
      return at < 0 ? "" : readFileSync(join(cwd, args[at + 1] as string), "utf8");
    };
    const [requirements, constraints] = verb === "download" ? [read("-r"), read("-c")] : ["", ""];
    const call = { python, verb, args, markers: JSON.parse(markers), env, requirements, constraints };
    calls.push(call);
    const { files = [], ...how } = play(call);
    const into = args[args.indexOf(verb === "wheel" ? "-w" : "-d") + 1] as string;
    if (files.length > 0) mkdirSync(into, { recursive: true });
    for (const name of files) writeFileSync(join(into, name), `content of ${name}`);
    return finished(how);
  };
  return { run, calls };
}
