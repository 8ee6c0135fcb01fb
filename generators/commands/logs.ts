import { type LogLine, logs, type Severity } from "../../action/engine/console/logs/logs.ts";
import { logOptions, sinceOf } from "../../action/engine/console/logs/options.ts";
import { DeployError } from "../../action/engine/deploy/deploy-error.ts";
import { processManagers } from "../../action/engine/kinds/index.ts";
import { command } from "../dispatch/command.ts";
import { UsageError } from "../dispatch/errors.ts";
import { destination, effectsOf, failureOf, releaseFlag, serverFlags } from "../dispatch/server-flags.ts";
import type { Io } from "../terminal/io.ts";
import { painter } from "../terminal/paint.ts";
import { terminalLog } from "../terminal/progress.ts";

export const logsCommand = command(
  {
    name: "logs",
    summary: "print the logs of the app, its process manager and nginx, ordered by time",
    flags: [
      ...serverFlags,
      { name: "follow", kind: "boolean", short: "f", help: "keep printing new lines until Ctrl-C" },
      logOptions.lines,
      logOptions.since,
      logOptions.nginx,
      { ...releaseFlag, help: "print only the lines of this release" },
      logOptions.grep,
    ],
    examples: [
      ["create-flask-deploy logs --since 1h --grep 'Error|Traceback'", "the values of the app's .env are shown as ***"],
      ["create-flask-deploy logs --follow --nginx", "requests next to the app's log lines about them"],
    ],
  },
  async ({ values }, io) => {
    const { app, root, logins } = destination(values, io);
    const { oneLog } = processManagers[app.processManager];
    if (values.release && oneLog) throw new UsageError(`--release: ${oneLog}; use --since instead`);
    const { lines = logOptions.lines.standard, follow = false, release = "", nginx = false, grep = "" } = values;
    const since = values.since === undefined ? 0 : (sinceOf(values.since, Date.now() / 1000) as number);
    const query = { lines, since, follow, release, nginx, grep };
    const write = writer(io, values.json ?? false, logins.length > 1);
    const log = terminalLog(io);
    const asked = logins.map((login) => {
      const onLine = (line: LogLine) => write(line, login.host);
      return logs({ app, root, login }, effectsOf(io, log), query, onLine, (text) => log.warning(text));
    });
    await Promise.all(asked).catch((error) => {
      throw error instanceof DeployError && error.kind === "usage" ? new UsageError(error.message) : failureOf(error);
    });
    return 0;
  },
);

function writer(io: Io, json: boolean, several: boolean): (line: LogLine, host: string) => void {
  const paint = painter(io.stdout, io.env);
  const tones: Readonly<Record<Severity, (text: string) => string>> = {
    error: paint.red,
    warning: paint.yellow,
    info: (text) => text,
    debug: paint.dim,
  };
  return (line, host) => {
    if (json) io.stdout.write(`${JSON.stringify({ host, ...line })}\n`);
    else {
      const { at, from, release, severity, text } = line;
      const who = [several ? host : "", from.padEnd(7), release.slice(17)].filter(Boolean).join(" ");
      io.stdout.write(`${paint.dim(`${at} ${who}`)} ${tones[severity](text)}\n`);
    }
  };
}
