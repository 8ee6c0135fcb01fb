import { type Status, status } from "../action/console/status.ts";
import { command } from "./command.ts";
import { columns } from "./help.ts";
import { terminalLog } from "./progress.ts";
import { destination, effectsOf, failureOf, serverFlags } from "./server-flags.ts";

export const statusCommand = command(
  {
    name: "status",
    summary: "tell what serves, whether it answers, and how the server is doing",
    flags: serverFlags,
    examples: [["create-flask-deploy status", "exit code 0 only if the current release answers"]],
  },
  async ({ values }, io) => {
    const { app, root, logins } = destination(values, io);
    let code = 0;
    for (const login of logins) {
      const seen = await status({ app, root, login }, effectsOf(io, terminalLog(io))).catch((error) => {
        throw failureOf(error);
      });
      if (!seen.answers) code = 1;
      if (values.json) io.stdout.write(`${JSON.stringify(seen, null, 2)}\n`);
      else for (const line of columns(rows(login.host, seen))) io.stdout.write(`${line}\n`);
    }
    return code;
  },
);

const rows = (host: string, seen: Status): [string, string][] => [
  ["host", host],
  ["serves", seen.current || "nothing yet"],
  ["answers", `${seen.answers ? "yes" : "no"}: ${seen.answer}`],
  ["releases", String(seen.releases.length)],
  ["deploying", seen.lockedBy || "nobody"],
  ["python", seen.python],
  ["disk free", `${seen.diskFreeMb} MB`],
  ["memory free", `${seen.memoryFreeMb} MB`],
];
