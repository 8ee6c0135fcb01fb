import { unlock } from "../../action/engine/console/unlock/unlock.ts";
import { command } from "../dispatch/command.ts";
import { asking, destination, serverFlags } from "../dispatch/server-flags.ts";

export const unlockCommand = command(
  {
    name: "unlock",
    summary: "stop the deploy that holds the lock; it is undone unless it has switched",
    flags: [...serverFlags, { name: "dry-run", kind: "boolean", help: "show who holds it, change nothing" }],
    examples: [["create-flask-deploy unlock", "stops a stuck deploy; its lock is released with it"]],
  },
  async ({ values }, io) => {
    const { app, root, logins } = destination(values, io);
    for (const login of logins) {
      const dryRun = values["dry-run"] ?? false;
      const onHolder = (holder: string) => io.stderr.write(`${dryRun ? "" : "ending "}${holder}\n`);
      const options = { dryRun, ...(values.json ? {} : { onHolder }) };
      const holder = await asking(io, (effects) => unlock({ app, root, login }, effects, options));
      if (values.json) io.stdout.write(`${JSON.stringify({ host: login.host, holder, dryRun }, null, 2)}\n`);
      else io.stdout.write(`${holder ? (dryRun ? "would be ended" : "ended") : "the lock was free"}\n`);
    }
    return 0;
  },
);
