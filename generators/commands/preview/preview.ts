import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Verdict } from "../../../action/engine/deploy/contract.ts";
import { DeployError } from "../../../action/engine/deploy/deploy-error.ts";
import { preview } from "../../../action/engine/deploy/preview.ts";
import { Failure, Interrupted } from "../../../action/engine/process/failure.ts";
import { checkSite } from "../../../action/engine/targets/local/check.ts";
import { findProgram } from "../../../action/engine/targets/local/find.ts";
import type { LocalTarget } from "../../../action/engine/targets/local/local.ts";
import type { Plan } from "../../../action/engine/targets/local/plan.ts";
import { readRepository, staticFileOf } from "../../../action/engine/targets/local/repository.ts";
import { command } from "../../dispatch/command.ts";
import { exitCode } from "../../dispatch/errors.ts";
import type { Io } from "../../terminal/io.ts";
import { describeChecks, describePlan, openLog } from "./output.ts";

const spec = {
  name: "preview",
  summary: "Runs the app here with its own app server and nginx configuration, until Ctrl-C.",
  flags: [
    {
      name: "check",
      kind: "boolean",
      help: "request / (deploy.smoke.path) and one static file, print the results, exit",
    },
    { name: "port", kind: "integer", range: [1, 65535], help: "port of the site [default: a free one]" },
    { name: "nginx", kind: "boolean", negatable: true, help: "use nginx [default: if it is installed]" },
    { name: "watch", kind: "boolean", help: "restart the workers when a Python file changes" },
    { name: "verbose", kind: "boolean", help: "show the programs' log lines while they start" },
    { name: "open", kind: "boolean", help: "open the site in the browser" },
    { name: "dry-run", kind: "boolean", help: "show what would run, run nothing" },
    { name: "json", kind: "boolean", help: "print the result as JSON on stdout" },
  ],
  examples: [
    ["create-flask-deploy preview", "serves the app on a free port and shows its logs"],
    ["create-flask-deploy preview --check", "exit code 0 only if the site responds as expected"],
  ],
} as const;

/** `create-flask-deploy preview`. It changes nothing in the repository: packages go into a separate venv. */
export const previewCommand = command(spec, async ({ values }, io) => {
  const started = Date.now();
  const { port, nginx, watch = false, check = false, verbose = false, json = false } = values;
  const repository = readRepository(io.cwd);
  const { app } = repository;
  const say = (text: string) => io.stderr.write(`${text}\n`);
  const tell = (result: object, words: () => string) =>
    io.stdout.write(json ? `${JSON.stringify(result, null, check || values["dry-run"] ? 2 : 0)}\n` : words());
  const log = openLog(io, check || !verbose);

  const planned = (plan: Plan, lock: string, isInstalled: boolean) => {
    const text = (path: string) => readFileSync(join(io.cwd, path), "utf8");
    const venv = isInstalled ? "ready" : "absent";
    tell({ ok: true, dryRun: true, lock, venv, ...plan }, () => describePlan(plan, text, lock, isInstalled));
  };

  let code: number | undefined;
  const served = async (url: string, target: LocalTarget): Promise<Verdict> => {
    const version = target.nginx()?.version;
    const told = { url, server: app.server, nginx: version ?? null };
    if (check) {
      const file = staticFileOf(repository, version !== undefined);
      const checks = await Promise.race([checkSite(url, app, file), aborted(io.signal)]);
      if (checks instanceof Interrupted) throw checks;
      const ok = checks.every(({ problem }) => problem === undefined);
      const seconds = (Date.now() - started) / 1000;
      if (!ok) log.flush();
      tell({ ok, ...told, checks, seconds }, () => describeChecks(checks, io));
      return ok ? { passed: true } : { passed: false, kind: "app", message: "", next: "" };
    }
    tell({ ok: true, ...told }, () => `Serving ${url} (Ctrl-C stops)\n`);
    log.follow();
    if (values.open) await openBrowser(url, io);
    const ended = await Promise.race([target.down(), aborted(io.signal)]);
    if (!(ended instanceof Interrupted)) throw new Failure(ended);
    // Ctrl-C is the normal end of a preview, but shell scripts see it in the exit code.
    say("stopped");
    code = exitCode(ended);
    return { passed: true };
  };

  const { status } = await preview(
    { repository, port, nginx, watch, log, isRoot: process.getuid?.() === 0 },
    io,
    { begin: () => {}, end: () => {}, line: say, warning: say },
    { served, planned: values["dry-run"] ? planned : undefined },
  ).catch((error) => {
    // What the engine says of a lock or a package.
    if (!(error instanceof DeployError)) throw error;
    throw new Failure(error.next ? `${error.message}\nNext: ${error.next}` : error.message);
  });
  return code ?? (status === "failed" ? 1 : 0);
});

const aborted = (signal: AbortSignal) =>
  new Promise<Interrupted>((resolve) => {
    const tell = () => resolve(signal.reason instanceof Interrupted ? signal.reason : new Interrupted());
    if (signal.aborted) tell();
    signal.addEventListener("abort", tell, { once: true });
  });

async function openBrowser(url: string, io: Io): Promise<void> {
  const opener = findProgram("xdg-open", io.env) ?? findProgram("open", io.env);
  const opened = opener ? await io.run([opener, url], { timeoutMs: 10_000 }) : undefined;
  if (opened?.code !== 0) io.stderr.write(`no browser could be opened: go to ${url}\n`);
}
