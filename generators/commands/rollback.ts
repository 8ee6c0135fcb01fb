import { rollback } from "../../action/engine/deploy/deploy.ts";
import { isReleaseId } from "../../action/engine/deploy/release-id.ts";
import { command } from "../dispatch/command.ts";
import { UsageError } from "../dispatch/errors.ts";
import { destination, effectsOf, serverFlags, whoRuns } from "../dispatch/server-flags.ts";
import { terminalLog } from "../terminal/progress.ts";
import { tell } from "./deploy.ts";

export const rollbackCommand = command(
  {
    name: "rollback",
    summary: "roll back to a previous release: code, packages, ini, unit and site",
    positionals: [
      { name: "ID", help: "the release [default: the last successful one before the live one]", optional: true },
    ],
    flags: [
      ...serverFlags,
      { name: "wait", kind: "integer", range: [0, 86_400], standard: 600, help: "seconds to wait for another deploy" },
      { name: "hooks", kind: "boolean", help: "run hooks.release again, in that release" },
      { name: "dry-run", kind: "boolean", help: "print the plan, change nothing" },
    ],
    examples: [
      ["create-flask-deploy rollback", "to the previous release"],
      ["create-flask-deploy rollback 20261121T031500Z-1a2b3c4", "to that release; `releases` lists them"],
    ],
  },
  async ({ values, rest }, io) => {
    const { app, root, logins } = destination(values, io);
    const [release] = rest;
    if (release !== undefined && !isReleaseId(release))
      throw new UsageError(`${release} is not the id of a release; \`releases\` lists them`);
    const results = [];
    for (const login of logins) {
      const request = {
        ...{ app, root, login, runUrl: whoRuns(), by: whoRuns(), dryRun: values["dry-run"] ?? false },
        ...(release && { release }),
        hooks: values.hooks ?? false,
        ...(values.wait !== undefined && { lockSeconds: values.wait }),
      };
      const log = terminalLog(io);
      results.push(await rollback(request, effectsOf(io, log)).finally(log.stop));
    }
    return tell(results, values.json ?? false, io);
  },
);
