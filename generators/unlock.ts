import { unlock } from "../action/console/unlock.ts";
import { command } from "./command.ts";
import { terminalLog } from "./progress.ts";
import { destination, effectsOf, failureOf, serverFlags } from "./server-flags.ts";

export const unlockCommand = command(
  {
    name: "unlock",
    summary: "end the deploy that holds the server's lock; what it had not switched is undone",
    flags: serverFlags,
    examples: [["create-flask-deploy unlock", "a lock never outlives its deploy: this ends one that hangs"]],
  },
  async ({ values }, io) => {
    const { app, root, logins } = destination(values, io);
    for (const login of logins) {
      const holder = await unlock({ app, root, login }, effectsOf(io, terminalLog(io))).catch((error) => {
        throw failureOf(error);
      });
      if (values.json) io.stdout.write(`${JSON.stringify({ host: login.host, holder }, null, 2)}\n`);
      else io.stdout.write(`${holder ? `ended ${holder}` : "nobody held the lock"}\n`);
    }
    return 0;
  },
);
