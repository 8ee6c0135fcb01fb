import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { quoteAll } from "../../process/quote.ts";
import type { Finished, ProcessRunner, RunOptions } from "../../process/run.ts";
import type { Login } from "./login.ts";
import { explainSsh, type SshFailure } from "./ssh-error.ts";

export interface SshTarget extends Login {
  readonly run: ProcessRunner;
}

/** One authenticated connection; commands share it, so each costs one round trip. */
export interface Connection {
  readonly target: SshTarget;
  /**
   * Runs on the server: an argument vector (quoted here) or a POSIX sh script. Resolves whatever its exit code.
   *
   * @throws {@link SshError} when the connection, not the command, failed.
   */
  exec(command: readonly string[] | string, options?: RunOptions): Promise<Finished>;
  /** Ends the connection and removes its socket. Never throws. */
  close(): Promise<void>;
}

/** The connection failed; the message says the cause and what to do. */
export class SshError extends Error {
  override name = "SshError";
  readonly kind: SshFailure;
  constructor(kind: SshFailure, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** How long an idle connection outlives a deployer that was killed. */
const PERSIST_SECONDS = 20;

/**
 * Prepares a connection; the first {@link Connection.exec} makes it, and later ones share it. Host keys are always
 * checked against what is pinned, nothing asks, and nothing of the user's forwarding goes along.
 */
export async function connect(target: SshTarget): Promise<Connection> {
  // A socket's path holds about 100 characters, so the folder's name is short.
  const folder = await mkdtemp(join(tmpdir(), "fd-"));
  const socket = join(folder, "s");
  const argv = [...sshArgv(target), "-o", "ControlMaster=auto", "-o", `ControlPath=${socket}`];
  argv.push("-o", `ControlPersist=${PERSIST_SECONDS}`);

  return {
    target,
    async exec(command, options) {
      const line = typeof command === "string" ? quoteAll(["sh", "-c", command]) : quoteAll(command);
      target.key?.put();
      const done = await target.run([...argv, "--", target.host, line], options).catch((error: Error) => {
        throw new SshError("no-ssh", `ssh could not be started: ${error.message}. Install the OpenSSH client.`);
      });
      const failure = done.code === 255 && !done.timedOut ? explainSsh(target, done.stderr) : undefined;
      if (failure) throw new SshError(failure.kind, failure.message);
      return done;
    },
    async close() {
      await target
        .run([...argv, "-O", "exit", "--", target.host], { timeoutMs: 5000 })
        .catch(() => undefined)
        .finally(() => rm(folder, { recursive: true, force: true }));
    },
  };
}

/** `ssh` and its options up to, not including, the host; also fit for rsync's `-e` and for a command to show. */
export function sshArgv({ user, port, identityFile, knownHostsFile, options = [] }: Omit<Login, "key">): string[] {
  const set = [
    "BatchMode=yes",
    "StrictHostKeyChecking=yes",
    ...(knownHostsFile
      ? [`UserKnownHostsFile="${knownHostsFile.replaceAll("%", "%%")}"`, "GlobalKnownHostsFile=/dev/null"]
      : []),
    ...(identityFile ? ["IdentitiesOnly=yes"] : []),
    ...options,
    "ConnectTimeout=10",
    "ServerAliveInterval=5",
    "ServerAliveCountMax=3",
    "UpdateHostKeys=no",
    "ClearAllForwardings=yes",
    "ForwardAgent=no",
    "PermitLocalCommand=no",
    "RemoteCommand=none",
    "RequestTTY=no",
    "LogLevel=ERROR",
  ];
  return [
    "ssh",
    ...set.flatMap((option) => ["-o", option]),
    ...(port ? ["-p", String(port)] : []),
    ...(identityFile ? ["-i", identityFile] : []),
    "-l",
    user,
  ];
}
