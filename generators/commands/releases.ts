import { type Releases, releases, releasesOptions } from "../../action/engine/console/releases/releases.ts";
import { failureLine, releaseCells, releaseHead, tableLines } from "../../action/engine/console/releases/text.ts";
import { command } from "../dispatch/command.ts";
import { asking, destination, serverFlags } from "../dispatch/server-flags.ts";
import type { Io } from "../terminal/io.ts";
import { painter } from "../terminal/paint.ts";

export const releasesCommand = command(
  {
    name: "releases",
    summary: "list the deploys and rollbacks of the server, the newest last, failed ones with their cause",
    flags: [...serverFlags, releasesOptions.count],
    examples: [
      ["create-flask-deploy releases", "`*` is live; you can roll back to any release marked `running` or `available`"],
      ["create-flask-deploy releases -n 1 --json", "the last run, for a program"],
    ],
  },
  async ({ values }, io) => {
    const { app, root, logins } = destination(values, io);
    const told = [];
    for (const login of logins) {
      const seen = await asking(io, (effects) => releases({ app, root, login }, effects, values.count));
      told.push({ host: login.host, ...seen });
    }
    if (values.json) io.stdout.write(`${JSON.stringify(told.length === 1 ? told[0] : told, null, 2)}\n`);
    else for (const one of told) show(one, told.length > 1, io);
    return 0;
  },
);

function show(seen: Releases & { readonly host: string }, named: boolean, io: Io): void {
  const paint = painter(io.stdout, io.env);
  const say = (line: string) => io.stdout.write(`${line}\n`);
  if (named) say(`${paint.bold(seen.host)}`);
  if (seen.runs.length === 0) {
    say(`nothing was deployed to ${seen.host} yet`);
    return;
  }
  const [head = "", ...lines] = tableLines([releaseHead, ...seen.runs.map((run) => releaseCells(run, seen))]);
  say(paint.dim(head));
  lines.forEach((line, index) => {
    const why = failureLine(seen.runs[index] as Releases["runs"][number]);
    say(why ? paint.red(line) : line);
    if (why) say(`   ${paint.dim(why)}`);
  });
}
