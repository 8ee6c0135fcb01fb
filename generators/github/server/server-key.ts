import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Failure } from "../../../action/engine/process/failure.ts";
import { quoteAll } from "../../../action/engine/process/quote.ts";
import { lastLines } from "../../../action/engine/process/run.ts";
import type { Login } from "../../../action/engine/targets/server/login.ts";
import { helperPath } from "../../../action/engine/targets/server/setup/layout.ts";
import { connect, SshError, type SshTarget, sshArgv } from "../../../action/engine/targets/server/ssh.ts";
import type { Io } from "../../terminal/io.ts";
import type { KeyPair } from "./key-pair.ts";

/** The deploy user, and how to log in to its server. */
export interface Account {
  readonly app: string;
  /** Owner of the authorized_keys. */
  readonly login: string;
  /** Today's login: as that user, as root, or as a user with sudo. */
  readonly by: Login;
  /** Identifies our lines: "github.com/acme/shop". */
  readonly mark: string;
}

/** An exit code of {@link script} that none of the programs in it uses. */
const NOT_SET_UP = 64;

/**
 * Rewrites authorized_keys by one rename: adds LINE if it is missing; with ONLY, removes our other lines. Concurrent
 * runs wait for each other. Our keys get neither forwarding nor a terminal.
 */
const script = `set -eu
umask 077
[ -x "$HELPER" ] || exit ${NOT_SET_UP}
cd "$(getent passwd "$(id -un)" | cut -d: -f6)"
mkdir -p .ssh
exec 9<.ssh
flock -w 20 9
{ [ ! -e .ssh/authorized_keys ] || sed '$a\\' .ssh/authorized_keys; } > .ssh/authorized_keys.old
awk '
  BEGIN { split(ENVIRON["LINE"], word, " "); key = word[3]; mark = ENVIRON["MARK"] }
  index($0, key) { if (!seen++) print; next }
  ENVIRON["ONLY"] == "yes" && index($0 " ", mark) { next }
  { print }
  END { if (!seen) print ENVIRON["LINE"] }
' .ssh/authorized_keys.old > .ssh/authorized_keys.new
rm -f .ssh/authorized_keys.old
[ ! -s .ssh/authorized_keys.new ] || cmp -s .ssh/authorized_keys.new .ssh/authorized_keys || { mv -f .ssh/authorized_keys.new .ssh/authorized_keys; sync .ssh/authorized_keys .ssh; }
rm -f .ssh/authorized_keys.new
`;

export const lineOf = ({ mark }: Account, { publicKey }: Pick<KeyPair, "publicKey">, now: Date) =>
  `restrict ${publicKey} flask-deploy ${mark} ${now.toISOString().slice(0, 10)}`;

/** Authorizes a key. @param only removes our other keys in the same step */
export async function authorizeKey(account: Account, line: string, only: boolean, io: Io): Promise<void> {
  const { app, login, by, mark } = account;
  const connection = await connect({ ...by, run: io.run });
  const given = { HELPER: helperPath(app), LINE: line, MARK: ` flask-deploy ${mark} `, ONLY: only ? "yes" : "no" };
  const assigned = Object.entries(given).map(([name, value]) => `${name}=${value}`);
  const inner = ["env", ...assigned, "sh", "-c", script];
  const become =
    by.user === login ? [] : [...(by.user === "root" ? [] : ["sudo", "-n", "--"]), "runuser", "-u", login, "--"];
  try {
    const done = await connection.exec([...become, ...inner], { timeoutMs: 60_000, signal: io.signal });
    io.signal.throwIfAborted();
    if (done.code !== 0) throw refusal(account, done.code, done.stderr);
  } catch (error) {
    throw error instanceof SshError ? new Failure(advised(error, account)) : error;
  } finally {
    await connection.close();
  }
}

function refusal({ app, login, by }: Account, code: number | null, stderr: string): Failure {
  const setup = `create-flask-deploy setup root@${by.host}`;
  if (code === NOT_SET_UP) return new Failure(`${by.host} is not set up for ${app}: run ${setup} first`);
  const text = lastLines(stderr, 3);
  if (/user .* does not exist|unknown user/i.test(text))
    return new Failure(`${by.host} has no account ${login}: run ${setup} first`);
  if (/^sudo:|runuser: may not be used/m.test(text))
    return new Failure(
      `${by.user} may not become ${login} on ${by.host}: pass --login root@${by.host}, or ${login}'s own key with --identity\n${text}`,
    );
  return new Failure(`authorized_keys of ${login} on ${by.host} could not be written (exit code ${code}): ${text}`);
}

const advised = ({ kind, message }: SshError, { by }: Account) =>
  kind === "key-refused"
    ? `${message}\nPass a login that you have: --login root@${by.host}, and --identity FILE if it does not use your default key.`
    : message;

/**
 * Tests a login with the private key without writing it to a file: an ssh-agent that runs for this login only reads it
 * from stdin.
 *
 * @throws Failure if the server does not accept it
 */
export async function tryKey({ login, by }: Account, { privateKey, publicKey }: KeyPair, io: Io): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "fd-try-"));
  try {
    // ssh selects the agent's key by its public key.
    const identityFile = join(folder, "key.pub");
    await writeFile(identityFile, `${publicKey}\n`, { mode: 0o600 });
    const target: SshTarget = {
      ...by,
      user: login,
      identityFile,
      options: ["IdentityAgent=SSH_AUTH_SOCK"],
      run: io.run,
    };
    const ssh = [...sshArgv(target), "--", target.host, "true"];
    const both = `ssh-add -q - && exec ${quoteAll(ssh)}`;
    const argv = ["ssh-agent", "sh", "-c", both];
    const done = await io.run(argv, { stdin: privateKey, timeoutMs: 60_000, signal: io.signal });
    io.signal.throwIfAborted();
    if (done.code !== 0)
      throw new Failure(
        `${by.host} rejects the new key for ${login}: sshd there may read a file other than ~${login}/.ssh/authorized_keys (sshd -T | grep -i authorizedkeys)\n${lastLines(done.stderr, 3)}`,
      );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
