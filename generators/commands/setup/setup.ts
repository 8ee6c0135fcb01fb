import { Failure } from "../../../action/engine/process/failure.ts";
import { connectByFingerprint } from "../../../action/engine/targets/server/setup/connect-by-fingerprint.ts";
import { desiredStateOf } from "../../../action/engine/targets/server/setup/desired-state-of-app.ts";
import { SetupError, type SetupResult, setUp } from "../../../action/engine/targets/server/setup/setup.ts";
import { shown } from "../../../action/engine/targets/server/setup/step.ts";
import { type Connection, connect } from "../../../action/engine/targets/server/ssh.ts";
import { command } from "../../dispatch/command.ts";
import { UsageError } from "../../dispatch/errors.ts";
import { destination, serverFlags } from "../../dispatch/server-flags.ts";
import type { Io } from "../../terminal/io.ts";
import { running } from "../../terminal/running.ts";
import { type DeployKey, deployKeyFile, givenKey, madeKey } from "./deploy-key.ts";

const [, , ...connecting] = serverFlags;

export const setupCommand = command(
  {
    name: "setup",
    summary: "prepare a server for this app; install only what is missing",
    positionals: [{ name: "HOST", help: "the server, as root@HOST or as a user who has sudo" }],
    flags: [
      ...connecting,
      {
        name: "host-key",
        kind: "text",
        value: "SHA256:…",
        help: "fingerprint of the server's key, for the first contact",
        problem: (value) =>
          /^SHA256:[A-Za-z0-9+/]{43}$/.test(value)
            ? undefined
            : "must be SHA256: and 43 characters, as ssh-keygen -lf prints it",
      },
      {
        name: "deploy-key",
        kind: "text",
        value: "FILE",
        help: "public key to authorize for deploys; without any, setup creates a key pair",
      },
      {
        name: "allow-config",
        kind: "boolean",
        negatable: true,
        help: "also let deploys install changed unit and nginx files",
      },
      { name: "dry-run", kind: "boolean", help: "print every file and command, change nothing" },
    ],
    examples: [
      ["create-flask-deploy setup root@shop.example.org", "the key of shop.example.org is in your known_hosts"],
      [
        "create-flask-deploy setup root@192.0.2.7 --host-key SHA256:…",
        "first contact; the provider's panel shows the fingerprint",
      ],
      ["create-flask-deploy setup me@shop.example.org --dry-run", "preview the steps; me has sudo"],
    ],
  },
  async ({ values, rest }, io) => {
    const [host = ""] = rest;
    const { app, root, logins } = destination({ ...values, host: [host.includes("@") ? host : `root@${host}`] }, io);
    const login = logins[0] as (typeof logins)[number];
    const fingerprint = values["host-key"];
    if (fingerprint && values["known-hosts"])
      throw new UsageError("--host-key and --known-hosts both pin the server: pass only one of them");
    const dryRun = values["dry-run"] ?? false;
    const given = values["deploy-key"] === undefined ? undefined : givenKey(values["deploy-key"], io);

    const target = { ...login, run: io.run };
    const now = running(io);
    const looked = now.begin(`inspect ${login.host}`);
    const connection = await (fingerprint ? connectByFingerprint(target, fingerprint) : connect(target)).catch(
      (error) => {
        now.stop();
        return failure(error);
      },
    );
    try {
      const desired = desiredStateOf(app, root, { keys: [], allowConfig: values["allow-config"] });
      const key =
        given ??
        (await chosenKey(app.name, desired.login, () => setUp(desired, connection, { dryRun: true }), dryRun, io));
      const result = await setUp({ ...desired, keys: key?.line ? [key.line] : [] }, connection, {
        dryRun,
        signal: io.signal,
        onStep: ({ title }) => {
          looked();
          now.step(title);
        },
      });
      now.stop(true);
      for (const warning of result.warnings) io.stderr.write(`warning: ${warning}\n`);
      io.stdout.write(values.json ? asJson(result, key, login.host) : asText(result, key, connection, desired.login));
      return 0;
    } catch (error) {
      return failure(error as Error);
    } finally {
      now.stop();
      await connection.close();
    }
  },
);

/** The key to authorize: one created earlier, else a new one; none if the server already authorizes some. */
async function chosenKey(
  app: string,
  login: string,
  look: () => Promise<SetupResult>,
  dryRun: boolean,
  io: Io,
): Promise<DeployKey | undefined> {
  if (login === "root") return undefined;
  const file = deployKeyFile(app, io);
  const there = await madeKey(file, app, io, false);
  if (there) return there;
  if ((await look()).authorized.length > 0) return undefined;
  return dryRun ? { file, line: "", created: true } : madeKey(file, app, io, true);
}

function failure(error: Error): never {
  if (error instanceof SetupError) throw new Failure(error.problems.join("\n\n"));
  if (error.name === "SshError") throw new Failure(error.message);
  throw error;
}

function asJson(
  { status, steps, warnings, knownHosts }: SetupResult,
  key: DeployKey | undefined,
  host: string,
): string {
  const what = steps.map((step) => (status === "planned" ? { ...step } : { title: step.title }));
  const deployKey = key ? { file: key.file, created: key.created } : null;
  return `${JSON.stringify({ status, host, steps: what, warnings, knownHosts, deployKey }, null, 2)}\n`;
}

function asText(result: SetupResult, key: DeployKey | undefined, { target }: Connection, login: string): string {
  const { status, steps, knownHosts } = result;
  if (status === "planned") {
    const makes = key?.created
      ? [`0. create a key pair: ${key.file} (private, mode 0600) and ${key.file}.pub, which ${login} then accepts`]
      : [];
    const lines = steps.map((step, index) => `${index + 1}. ${step.title}\n${shown(step).replace(/^/gm, "     ")}`);
    return `${[...makes, ...lines].join("\n\n") || "Nothing is missing."}\n`;
  }
  const port = target.port && target.port !== 22 ? ` --port ${target.port}` : "";
  return `${target.host} is ready for deploys${status === "ready" ? ": nothing was missing." : "."}

Its keys, for known_hosts:
${knownHosts.join("\n")}

To deploy from GitHub (creates the repository if needed): npx create-flask-deploy github --login ${target.user}@${target.host}
or by hand (Settings, Environments, production):
  variable HOST         ${target.host}
  secret   KNOWN_HOSTS  the lines above
  secret   SSH_KEY      ${key ? `the content of ${key.file}` : `the private half of a key that ${login} accepts`}

Then push, or from here: npx create-flask-deploy deploy --host ${target.host} --user ${login}${port}${key ? ` --identity ${key.file}` : ""}
`;
}
