import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { ServerInputs } from "../../../action/inputs/inputs.ts";
import { withServer } from "../../../action/inputs/server-access.ts";
import type { Job } from "../../../action/runner/job.ts";
import { temporary } from "../../generators/temporary.ts";

it("a job keeps wheels where the terminal does, and writes no key before ssh needs one", () => {
  const folder = temporary();
  const access = { host: "h", user: "deploy", port: 22, sshKey: "the key\n", knownHosts: "h pinned\n" };
  const inputs = { access, app: {}, directory: folder } as unknown as ServerInputs;
  const runner = { temp: join(folder, "temp"), cache: join(folder, "cache") };
  const job = { runner, env: {}, log: {}, remember: () => {} } as unknown as Job;
  const { request, effects } = withServer(inputs, job);
  expect(effects.cacheDir).toBe(runner.cache);
  expect(existsSync(request.login.identityFile as string)).toBe(false);
  request.login.key?.put();
  expect(existsSync(request.login.identityFile as string)).toBe(true);
});
