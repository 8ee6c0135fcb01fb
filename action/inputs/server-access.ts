import type { AskRequest, Effects } from "../engine/deploy/contract.ts";
import { realEffects } from "../engine/targets/effects.ts";
import type { Job } from "../runner/job.ts";
import { storeCredentials } from "./credentials.ts";
import type { ServerInputs } from "./inputs.ts";

/** Where the server is and how one gets in; the key lies in a file while ssh needs it, and at the latest the post step removes it. */
export function serverAccess(
  { access, app, directory }: ServerInputs,
  job: Job,
): { request: AskRequest; effects: Effects } {
  const { runner, log } = job;
  const files = storeCredentials(runner.temp, access, (folder) => job.remember("folder", folder));
  const { host, user, port } = access;
  return {
    request: { app, root: directory, login: { host, user, port, ...files } },
    effects: realEffects({ cacheDir: runner.cache, env: job.env, log, signal: job.signal }),
  };
}
