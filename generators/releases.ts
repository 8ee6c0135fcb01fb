import { status } from "../action/console/status.ts";
import { command } from "./command.ts";
import { columns } from "./help.ts";
import { terminalLog } from "./progress.ts";
import { destination, effectsOf, failureOf, serverFlags } from "./server-flags.ts";

export const releasesCommand = command(
  {
    name: "releases",
    summary: "list the releases on the server, the newest last",
    flags: serverFlags,
    examples: [["create-flask-deploy releases", "shows which one serves and which one may be gone back to"]],
  },
  async ({ values }, io) => {
    const { app, root, logins } = destination(values, io);
    for (const login of logins) {
      const { releases } = await status({ app, root, login }, effectsOf(io, terminalLog(io))).catch((error) => {
        throw failureOf(error);
      });
      if (values.json) io.stdout.write(`${JSON.stringify(releases, null, 2)}\n`);
      else if (releases.length === 0) io.stdout.write(`nothing was deployed to ${login.host} yet\n`);
      else
        for (const line of columns(releases.map((r) => [r.id, `${r.state}${r.good ? "" : ", not good"}`])))
          io.stdout.write(`${line}\n`);
    }
    return 0;
  },
);
