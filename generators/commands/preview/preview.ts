import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, Interrupted } from "../../../action/engine/process/failure.ts";
import { checkSite } from "../../../action/engine/targets/local/check.ts";
import { nginxNeeds } from "../../../action/engine/targets/local/copy/nginx-copy.ts";
import { onStage } from "../../../action/engine/targets/local/copy/stage.ts";
import { throwaway } from "../../../action/engine/targets/local/copy/throwaway.ts";
import { findNginx, findProgram } from "../../../action/engine/targets/local/find.ts";
import { planPreview } from "../../../action/engine/targets/local/plan.ts";
import { readRepository } from "../../../action/engine/targets/local/repository.ts";
import { assertFree, freePorts } from "../../../action/engine/targets/local/running/ports.ts";
import { bringUp, exitProblem } from "../../../action/engine/targets/local/running/serve.ts";
import { childEnvironment, findVenv, prepareVenv } from "../../../action/engine/targets/local/venv.ts";
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
    { name: "port", kind: "integer", range: [1, 65535], help: "port of the site; a free one without it" },
    { name: "nginx", kind: "boolean", negatable: true, help: "use nginx; without the flag, where it is installed" },
    { name: "watch", kind: "boolean", help: "restart the workers when a Python file changes" },
    { name: "verbose", kind: "boolean", help: "show what the programs log while they start" },
    { name: "open", kind: "boolean", help: "open the site in the browser" },
    { name: "dry-run", kind: "boolean", help: "show what would run, and run nothing" },
    { name: "json", kind: "boolean", help: "print the result as JSON on stdout" },
  ],
  examples: [
    ["create-flask-deploy preview", "serves the app on a free port and shows its logs"],
    ["create-flask-deploy preview --check", "tells by its exit code whether the site answers as it should"],
  ],
} as const;

/** `create-flask-deploy preview`. Nothing of the repository is changed; its packages are installed into a venv of their own. */
export const previewCommand = command(spec, async ({ values }, io) => {
  const started = Date.now();
  const installed = values.nginx === false ? undefined : await findNginx(io.run, io.env);
  if (values.nginx && !installed) throw new Failure("nginx is not installed: apt install nginx-light, or omit --nginx");
  const repository = readRepository(io.cwd, installed !== undefined);
  const { app, texts } = repository;
  const site = texts["deploy/nginx.conf"];
  const nginx = site === undefined ? undefined : installed;
  if (values.port !== undefined) await assertFree(values.port);
  const say = (text: string) => io.stderr.write(`${text}\n`);

  const appPorts = app.socket === "tcp" ? Array.from({ length: app.upstream }, (_, i) => app.port + i) : [];
  const needs = nginx && site !== undefined ? nginxNeeds(site, app.name, appPorts) : undefined;
  if (needs && !needs.passes)
    say("deploy/nginx.conf passes no request to the app's socket: the app itself is not seen through it");
  const [first = 0, ...others] = await freePorts(1 + (needs ? needs.listens.length + needs.upstreams.length : 0));
  const venv = await findVenv(app, io, say);
  const given = {
    ...{ app, texts, repository: io.cwd, env: repository.env, nginx, needs, watch: values.watch === true },
    venv: venv.path,
  };
  const ports = [values.port ?? first, ...others];
  const root = process.getuid?.() === 0;

  if (values["dry-run"]) {
    const plan = planPreview({
      ...given,
      ports,
      root,
      env: withoutValues(repository.env),
      throwaway: throwaway(app, "/tmp/preview-XXXXXX"),
    });
    const text = (path: string) => readFileSync(join(io.cwd, path), "utf8");
    const inWords = () => describePlan(plan, { text }, venv);
    io.stdout.write(
      values.json
        ? `${JSON.stringify({ ok: true, dryRun: true, lock: venv.lock.from, venv: venv.isThere ? "ready" : "absent", ...plan }, null, 2)}\n`
        : inWords(),
    );
    return 0;
  }

  await prepareVenv(app, venv, io, say);
  const log = openLog(io, values.check === true || values.verbose !== true);
  return onStage(app, log, io, async (stage) => {
    const plan = planPreview({ ...given, ports, root, throwaway: stage.throwaway });
    for (const note of plan.notes) say(note);
    await bringUp(plan, stage, { cwd: io.cwd, env: childEnvironment(io.env), signal: io.signal });
    const told = { url: plan.url, server: app.server, nginx: nginx?.version ?? null };
    if (values.check) {
      const checks = await Promise.race([checkSite(plan.url, app, repository.staticFile), aborted(io.signal)]);
      if (checks instanceof Interrupted) throw checks;
      const ok = checks.every(({ problem }) => problem === undefined);
      const seconds = (Date.now() - started) / 1000;
      if (!ok) log.flush();
      io.stdout.write(
        values.json ? `${JSON.stringify({ ok, ...told, checks, seconds }, null, 2)}\n` : describeChecks(checks, io),
      );
      return ok ? 0 : 1;
    }
    io.stdout.write(
      values.json ? `${JSON.stringify({ ok: true, ...told })}\n` : `Serving ${plan.url} (Ctrl-C stops)\n`,
    );
    log.follow();
    if (values.open) await openBrowser(plan.url, io);
    const ended = await Promise.race([stage.family.firstExit, aborted(io.signal)]);
    if (!(ended instanceof Interrupted)) throw new Failure(exitProblem(ended));
    // What a preview is ended by is no error, but a shell's script wants to know of it.
    say("stopped");
    return exitCode(ended);
  });
});

/** What a .env holds is nobody's to read over a shoulder. */
const withoutValues = (env: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.keys(env).map((name) => [name, "…"]));

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
