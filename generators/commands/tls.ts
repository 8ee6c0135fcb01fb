import { httpsProblem } from "../../action/engine/console/tls/https.ts";
import { tlsRows } from "../../action/engine/console/tls/rows.ts";
import { tls } from "../../action/engine/console/tls/tls.ts";
import { command } from "../dispatch/command.ts";
import { columns } from "../dispatch/help.ts";
import { asking, destination, serverFlags } from "../dispatch/server-flags.ts";
import type { Io } from "../terminal/io.ts";

const wants = ["status", "renew", "enable"] as const;

export const tlsCommand = command(
  {
    name: "tls",
    summary: "show what is served over HTTPS and until when, renew the certificate now, or give the app HTTPS",
    positionals: [{ name: "status|renew|enable", help: "what to do [default: status]", optional: true }],
    flags: [
      ...serverFlags,
      { name: "dry-run", kind: "boolean", help: "with renew or enable: show what would happen, change nothing" },
    ],
    examples: [
      ["create-flask-deploy tls", "the certificate, its names, its end, the next renewal and the last try"],
      ["create-flask-deploy tls renew", "a certificate now if one is due, without the wait behind a failure"],
      ["create-flask-deploy tls renew --dry-run", "whether the CA would find the server by each name"],
      ["create-flask-deploy tls enable", "merges HTTPS into an app that has none, as `update --tls letsencrypt` does"],
    ],
  },
  async ({ values, rest }, io) => {
    const [want = "status"] = rest;
    const dryRun = values["dry-run"] ?? false;
    if (want === "enable") return enable(dryRun, io);
    const { app, root, logins } = destination(values, io);
    let code = 0;
    for (const login of logins) {
      const seen = await asking(io, (effects) =>
        tls({ app, root, login }, effects, want === "renew" ? want : "status", dryRun),
      );
      const problem = seen.problem || httpsProblem(seen.https, seen.at);
      if (problem) code = 1;
      io.stdout.write(
        values.json
          ? `${JSON.stringify({ host: login.host, ...seen, problem }, null, 2)}\n`
          : `${columns([["host", login.host], ...tlsRows(seen)]).join("\n")}\n`,
      );
    }
    return code;
  },
  {
    check: ({ values, rest: [want = "status"] }) => [
      ...(wants.some((known) => known === want) ? [] : [`${JSON.stringify(want)}: must be one of ${wants.join(", ")}`]),
      ...(values["dry-run"] && want === "status" ? ["--dry-run goes with `tls renew` and `tls enable`"] : []),
    ],
  },
);

/** The answer and all that depends on it, merged into the repository; the server gets it by setup. */
async function enable(dryRun: boolean, io: Io): Promise<number> {
  const { updateCommand } = await import("../update/command.ts");
  const code = await updateCommand(["--tls", "letsencrypt", ...(dryRun ? ["--dry-run"] : [])], io);
  if (code === 0 && !dryRun)
    io.stderr.write("Next: npx create-flask-deploy setup root@SERVER, which gets the certificate; then deploy.\n");
  return code;
}
