import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { DeployRequest, DeployResult } from "../../../action/engine/deploy/contract.ts";
import { deploy } from "../../../action/engine/deploy/deploy.ts";
import type { StepName } from "../../../action/engine/deploy/steps.ts";

/** A deploy in a process of its own, which a test can end in any way. */
export interface Deployer {
  readonly child: ChildProcess;
  /** Until the step begins; false when the process ended before. */
  reached(step: StepName): Promise<boolean>;
  /** The result; undefined when it was killed before there was one. */
  readonly ended: Promise<DeployResult | undefined>;
}

export function startDeployer(request: DeployRequest): Deployer {
  const child = spawn(process.execPath, [import.meta.filename], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(JSON.stringify(request));
  const seen = new Set<string>();
  const waiting = new Map<string, (reached: boolean) => void>();
  let result: DeployResult | undefined;
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (line.startsWith("{")) result = JSON.parse(line);
    seen.add(line);
    waiting.get(line)?.(true);
  });
  const ended = new Promise<DeployResult | undefined>((done) => {
    child.once("close", () => {
      for (const tell of waiting.values()) tell(false);
      done(result);
    });
  });
  return {
    child,
    ended,
    reached: (step) => (seen.has(step) ? Promise.resolve(true) : new Promise((done) => waiting.set(step, done))),
  };
}

if (process.argv[1] === import.meta.filename) {
  const { effects } = await import("./site.ts");
  const stop = new AbortController();
  process.once("SIGTERM", () => stop.abort());
  let text = "";
  for await (const chunk of process.stdin) text += chunk;
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const log = { step: say, line: () => {}, warning: () => {}, done: () => {} };
  say(JSON.stringify(await deploy(JSON.parse(text), effects(log, stop.signal))));
}
