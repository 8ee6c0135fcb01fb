import { cacheFolder, type World } from "../process/world.ts";
import { type LocalRequest, type LocalTarget, openLocal } from "../targets/local/local.ts";
import type { Plan } from "../targets/local/plan.ts";
import { childEnvironment } from "../targets/local/venv.ts";
import type { Inventory, Outcome, Progress } from "../targets/target.ts";
import type { Verdict } from "./contract.ts";
import { listFiles } from "./files.ts";
import { bring, offerTo, unchanged } from "./order.ts";
import { wheelsFor } from "./packages/app-server.ts";
import { packagesOf } from "./packages/local.ts";
import { readLock } from "./packages/lock.ts";

/** What whoever wants a preview does with it. */
export interface PreviewWords {
  /** Gets what would run, and then nothing does. */
  readonly planned?: ((plan: Plan, lock: string, isInstalled: boolean) => void) | undefined;
  /** The site answers, until this is over. */
  readonly served: (url: string, target: LocalTarget) => Promise<Verdict>;
}

/** Brings the repository to this very machine, by the order of a deploy. */
export async function preview(
  request: Omit<LocalRequest, "lock">,
  io: World,
  progress: Progress,
  { planned, served }: PreviewWords,
): Promise<Outcome> {
  const { app, root } = request.repository;
  const { run, signal } = io;
  const env = childEnvironment(io.env);
  const cacheDir = cacheFolder(io);
  const onLine = (line: string) => progress.line(line);
  const lock = await readLock({ root, run, env, cacheDir, onLine });
  const { include, exclude } = app.deploy;
  const source = () => listFiles({ root, include, exclude, run, env });
  const packages = await packagesOf(lock, { root, source, run, env });

  const target = openLocal({ ...request, lock: lock.from }, io, progress);
  const offered = await offerTo(target, {
    ...{ op: "deploy", commit: "", commitAt: 0, fingerprint: "", lock: packages.key, files: [] },
    ...{ force: false, envDigest: undefined },
  });
  const wheelsOf = async ({ venv, python, interpreter }: Inventory) => {
    if (venv) return [];
    progress.line(`fetching the packages of ${lock.from} for Python ${python.version}`);
    const patient = { PIP_RETRIES: "1", ...env };
    const build = { packages, python, interpreter, cacheDir, run, env: patient, signal, onLine: () => {} };
    return wheelsFor(app, root, build);
  };
  return bring(target, offered, {
    async pack(inventory) {
      planned?.(target.plan(), lock.from, inventory.venv);
      if (planned) return unchanged(inventory);
      return { release: "", root, files: [], wheels: await wheelsOf(inventory), env: undefined };
    },
    smoked: ({ addresses: [url = ""] }) => served(url, target),
  });
}
