import { hash } from "node:crypto";
import { writeEnv } from "../process/env-file.ts";
import { lastLines } from "../process/run.ts";
import type { Inventory, Offer, Outcome, Smoked, Target, Upload } from "../targets/target.ts";
import type { DeployRequest, DeployResult, Effects, RollbackRequest } from "./contract.ts";
import { unbuildable, unusable } from "./deploy-error.ts";
import { fingerprint, listFiles } from "./files.ts";
import { bring, offerTo } from "./order.ts";
import { assertAppServer, wheelsFor } from "./packages/app-server.ts";
import { packagesOf } from "./packages/local.ts";
import { readLock, remarksOn } from "./packages/lock.ts";
import { DeployProgress } from "./progress.ts";
import { publicSmoke } from "./public-smoke.ts";
import { releaseId } from "./release-id.ts";

/** Deploys the repository to its server. Never throws: every error is in the result. */
export async function deploy(request: DeployRequest, effects: Effects): Promise<DeployResult> {
  const report = new DeployProgress(effects, request.app.deploy.url);
  return report.conclude(async () => {
    const { app, root, force = false } = request;
    const { run, env, cacheDir, signal } = effects;
    const onLine = (line: string) => report.line(line);

    const lock = await report.step("check", async () => {
      const found = await readLock({ root, run, env, cacheDir, onLine });
      for (const remark of remarksOn(found)) report.warning(remark);
      if (found.kind === "hashed") assertAppServer(app, root, found, names(found.requirements));
      return [found, `${found.from}, ${found.kind}`];
    });
    const { build } = app.deploy.hooks;
    if (build) await report.step("build", () => buildHook(build, request, effects));
    const source = await report.step("files", async () => {
      const { include, exclude } = app.deploy;
      const found = await listFiles({ root, include, exclude, run, env });
      if (found.dirty) report.warning("uncommitted changes: deploying the working tree, not the commit");
      return [found, `${found.files.length} files of ${found.commit.slice(0, 10)}`];
    });
    report.commit = source.commit;
    const packages = await packagesOf(lock, { root, source: async () => source, run, env });

    const secrets = request.env && writeEnv(request.env);
    const target = effects.openTarget(request, effects, report);
    const looking = report.step("connect", () =>
      look(target, {
        ...{ op: "deploy", force, commit: source.commit, commitAt: source.commitAt, files: source.files },
        lock: packages.key,
        fingerprint: fingerprint(source.files, packages.key),
        envDigest: secrets === undefined ? undefined : hash("sha256", secrets),
      }),
    );
    // Both at once, because the server takes longer to respond.
    const [looked, objection] = await Promise.all([looking, request.inspect?.()]).catch(async (error) => {
      await looking.then(
        () => target.leave(),
        () => undefined,
      );
      throw error;
    });
    if (objection) {
      await target.leave();
      for (const line of objection.lines) report.line(line);
      throw unusable(objection.problem, objection.next);
    }
    return finish(report, request, effects, target, looked, async (inventory) => {
      const files = inventory.missing.map((index) => source.files[index] as (typeof source.files)[number]);
      const release = releaseId(effects.clock(), source.commit, inventory.releases);
      report.release = release;
      if (inventory.venv) return { release, root, files, wheels: [], env: secrets };
      const wheels = await report.step("build", async () => {
        const { python } = inventory;
        const built = await wheelsFor(app, root, {
          ...{ packages, python, interpreter: inventory.interpreter, commit: source.commit },
          ...{ cacheDir, run, env, signal, onLine },
        });
        return [built, `${built.length} wheels for Python ${python.version}`];
      });
      return { release, root, files, wheels, env: secrets };
    });
  });
}

/** Rolls back to a previous release, health-checked like any other. Never throws. */
export async function rollback(request: RollbackRequest, effects: Effects): Promise<DeployResult> {
  const report = new DeployProgress(effects, request.app.deploy.url);
  return report.conclude(async () => {
    const { release, hooks = false } = request;
    const target = effects.openTarget(request, effects, report);
    const looked = await report.step("connect", () => look(target, { op: "rollback", release, hooks }));
    return finish(report, request, effects, target, looked, async () => ({
      release: "",
      root: "",
      files: [],
      wheels: [],
      env: undefined,
    }));
  });
}

const names = (requirements: readonly { readonly name: string | undefined }[]) =>
  requirements.flatMap(({ name }) => name ?? []);

async function look(target: Target, offer: Offer): Promise<[Inventory | Outcome, string]> {
  const looked = await offerTo(target, offer);
  const detail =
    looked.t === "outcome" ? looked.status : looked.previous ? `${looked.previous} serves` : "no release is live yet";
  return [looked, detail];
}

/** What deploy and rollback have in common: everything after the server's first response. */
function finish(
  report: DeployProgress,
  { app, dryRun, barrier }: Pick<DeployRequest, "app" | "dryRun" | "barrier">,
  effects: Effects,
  target: Target,
  looked: Inventory | Outcome,
  pack: (inventory: Inventory) => Promise<Upload>,
): Promise<Outcome> {
  const { smoke, url } = app.deploy;
  const smoked = async ({ addresses }: Smoked) =>
    report.step("public_smoke", async () => {
      const want = { ...smoke, contains: smoke.contains ?? "" };
      const seen = await publicSmoke(effects, url as string, want, addresses);
      if (seen.passed && seen.warning) report.warning(seen.warning);
      return [seen, seen.passed ? (seen.warning ?? `${url} answers`) : seen.message];
    });
  return bring(target, looked, {
    pack: async (inventory) => {
      report.saw(inventory);
      return dryRun ? report.planned(inventory) : pack(inventory);
    },
    gated: barrier,
    smoked: url ? smoked : undefined,
  }).finally(() => {
    report.cost = target.cost;
  });
}

async function buildHook(
  hook: { readonly run: string; readonly timeout: number },
  { root }: DeployRequest,
  { run, env, log, signal }: Effects,
): Promise<[undefined, string]> {
  const options = { cwd: root, env, timeoutMs: hook.timeout * 1000, signal };
  const done = await run(["sh", "-c", hook.run], { ...options, onLine: (line) => log.line(line) });
  const last = lastLines(done.stderr || done.stdout, 8);
  if (done.timedOut) throw unbuildable(`the build hook took more than ${hook.timeout} s and was killed`, last);
  if (done.code !== 0) throw unbuildable(`the build hook \`${hook.run}\` exited with ${done.code}`, last);
  return [undefined, hook.run];
}
