import { doctor } from "../../action/engine/console/doctor/doctor.ts";
import { type DiagnosisLine, diagnosisLines } from "../../action/engine/console/doctor/text.ts";
import { command } from "../dispatch/command.ts";
import { destination, effectsOf, serverFlags } from "../dispatch/server-flags.ts";
import { painter } from "../terminal/paint.ts";
import { terminalLog } from "../terminal/progress.ts";
import { waiting } from "../terminal/running.ts";

export const doctorCommand = command(
  {
    name: "doctor",
    summary: "check everything between this machine and the site's visitors, with a fix for each problem",
    flags: serverFlags,
    examples: [
      ["create-flask-deploy doctor", "exit code 1 only if there is an error; changes nothing"],
      ["create-flask-deploy doctor --json", "every check with its status: ok, warning, error or skipped"],
    ],
  },
  async ({ values }, io) => {
    const { app, root, logins } = destination(values, io);
    const paint = painter(io.stdout, io.env);
    const tones: Readonly<Record<DiagnosisLine["tone"], (text: string) => string>> = {
      ...{ error: paint.red, warning: paint.yellow, good: paint.green, dim: paint.dim },
      "": (text) => text,
    };
    let code = 0;
    for (const login of logins) {
      const effects = { ...effectsOf(io, terminalLog(io)), clock: Date.now };
      const seen = await waiting(`doctor of ${login.host}`, io, () => doctor({ app, root, login }, effects));
      if (seen.status === "error") code = 1;
      if (values.json) io.stdout.write(`${JSON.stringify({ host: login.host, ...seen }, null, 2)}\n`);
      else {
        if (logins.length > 1) io.stdout.write(`${paint.bold(login.host)}\n`);
        for (const { text, tone } of diagnosisLines(seen)) io.stdout.write(`${tones[tone](text)}\n`);
      }
    }
    return code;
  },
);
