import { existsSync } from "node:fs";
import type { App } from "../../../action/engine/app/app.ts";
import type { Login } from "../../../action/engine/targets/server/login.ts";
import { deployKeyFile } from "../../commands/setup/deploy-key.ts";
import { UsageError } from "../../dispatch/errors.ts";
import { destination, readGiven } from "../../dispatch/server-flags.ts";
import type { Io } from "../../terminal/io.ts";
import type { Line } from "../spec.ts";
import { knownHostsOf, resolved } from "./known-hosts.ts";

/** The server as a runner of GitHub's needs it, and how to log in from here. */
export interface Place {
  readonly app: App;
  readonly root: string;
  /** Values of the variables HOST, USER and PORT. */
  readonly host: string;
  readonly user: string;
  readonly port: number;
  readonly by: Login;
  /** The lines that pin the server's host key. @throws Failure if known_hosts has none */
  readonly knownHosts: () => Promise<string>;
}

/** The app in this folder, whatever its server. @throws UsageError if there is none */
export const appHere = ({ values }: Line, io: Io): Pick<Place, "app" | "root"> =>
  destination({ ...values, host: ["none.invalid"] }, io);

/**
 * The app's server: from the command line, else flask-deploy.yml, else --login, else GitHub's variables.
 *
 * @param known the environment's variables
 * @throws UsageError if none of them has a host
 */
export async function placeOf({ values }: Line, known: Readonly<Record<string, string>>, io: Io): Promise<Place> {
  const [loginUser, loginHost] = values.login?.split("@") ?? [];
  const read = (more: object) => destination({ ...values, ...more }, io);
  const { HOST, USER, PORT } = known;
  const remembered = HOST && { host: [HOST], ...(USER && { user: USER }), ...(PORT && { port: Number(PORT) }) };
  const fallback = loginHost ? { host: [loginHost] } : remembered;
  // A template repository has no server.
  const { app, root, logins } = read(
    values.template ? { host: ["none.invalid"] } : isNamed(read) || !fallback ? {} : { ...fallback, ...values },
  );
  const target = logins[0] as Login;
  if (logins.length > 1) throw new UsageError("flask-deploy.yml names several hosts: choose one with --host");
  const own = deployKeyFile(app.name, io);
  const user = loginUser ?? target.user;
  const by: Login = {
    ...target,
    ...{ host: loginHost ?? target.host, user },
    // The key that setup created authorizes the deploy user only.
    ...(!values.identity && user === target.user && existsSync(own) && { identityFile: own }),
  };
  if (values.template) return { app, root, ...target, port: 22, by, knownHosts: async () => "" };
  const real = await resolved(io.run, target).catch(() => undefined);
  const { port = 22 } = target;
  const host = real?.host ?? target.host;
  const given = values["known-hosts"];
  return {
    ...{ app, root, host, user: target.user, port, by },
    knownHosts: async () =>
      given === undefined
        ? knownHostsOf(io.run, { host, port, pinFiles: real?.pinFiles ?? [] })
        : textOf(given, "--known-hosts", /^\S+ (ssh|ecdsa|sk)-\S+ AAAA/m, "lines of known_hosts", io),
  };
}

/** Whether the command line or flask-deploy.yml has a host. */
function isNamed(read: (more: object) => unknown): boolean {
  try {
    read({});
    return true;
  } catch (error) {
    if (error instanceof UsageError && /^no host/.test(error.message)) return false;
    throw error;
  }
}

export const existingKey = (path: string, io: Io): string =>
  textOf(path, "--existing-key", /^-----BEGIN [A-Z ]*PRIVATE KEY-----/, "a private key", io);

function textOf(path: string, flag: string, shape: RegExp, what: string, { cwd }: Io): string {
  const text = readGiven(flag, path, cwd);
  if (!shape.test(text)) throw new UsageError(`${flag} ${path} does not contain ${what}`);
  return text;
}
