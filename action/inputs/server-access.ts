import { realEffects } from "../engine/targets/effects.ts";
import { storeCredentials } from "../runner/credentials.ts";
import type { Job, ServerJob } from "../runner/job.ts";
import type { ServerInputs } from "./inputs.ts";

/** With the way in to the server; the key lies in a file while ssh needs it, and at the latest the post step removes it. */
export function withServer({ access, app, directory }: ServerInputs, job: Job): ServerJob {
  const { runner, env, log, signal } = job;
  const files = storeCredentials(runner.temp, access, (folder) => job.remember("folder", folder));
  const { host, user, port } = access;
  return {
    ...job,
    request: {
      ...{ app, root: directory, login: { host, user, port, ...files } },
      ...(runner.runUrl && { runUrl: runner.runUrl }),
      ...(runner.actor && { by: runner.actor }),
    },
    effects: realEffects({ cacheDir: runner.cache, env, log, signal }),
  };
}
