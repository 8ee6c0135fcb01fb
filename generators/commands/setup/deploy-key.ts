import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { Failure } from "../../../action/engine/process/failure.ts";
import { UsageError } from "../../dispatch/errors.ts";
import { readGiven } from "../../dispatch/server-flags.ts";
import type { Io } from "../../terminal/io.ts";

export interface DeployKey {
  /** Path of the private key. */
  readonly file: string;
  /** The public key as a line of authorized_keys. */
  readonly line: string;
  /** Whether this run created it. */
  readonly created: boolean;
}

/** Path of the private key on this machine: outside the repository, so that it cannot be committed. */
export const deployKeyFile = (app: string, { env }: Pick<Io, "env">) =>
  join(env.HOME ?? homedir(), ".ssh", `${app}-deploy`);

/** The public key passed by `--deploy-key`. */
export function givenKey(path: string, { cwd }: Pick<Io, "cwd">): DeployKey {
  const file = resolve(cwd, path);
  const text = readGiven("--deploy-key", path, cwd).trim();
  if (text.includes("PRIVATE KEY"))
    throw new UsageError(`--deploy-key ${path} is the private half, which stays with you: pass ${path}.pub`);
  return { file: file.replace(/\.pub$/, ""), line: publicLine(text, path), created: false };
}

/** The key pair at `file`; if there is none, created if `make` is set. */
export async function madeKey(
  file: string,
  app: string,
  { run }: Pick<Io, "run">,
  make: boolean,
): Promise<DeployKey | undefined> {
  const created = !existsSync(file);
  if (created) {
    if (!make) return undefined;
    mkdirSync(join(file, ".."), { recursive: true, mode: 0o700 });
    const made = await run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", `${app}-deploy`, "-f", file]);
    if (made.code !== 0) throw new Failure(`ssh-keygen could not create ${file}: ${made.stderr.trim()}`);
  }
  const shown = await run(["ssh-keygen", "-y", "-P", "", "-f", file]);
  if (shown.code !== 0)
    throw new Failure(
      `${file} is not a private key without a passphrase (${shown.stderr.trim()}). Move it away, or pass --deploy-key.`,
    );
  return {
    file,
    line: publicLine(`${shown.stdout.trim()} ${app}-deploy`.split(" ").slice(0, 3).join(" "), file),
    created,
  };
}

function publicLine(text: string, path: string): string {
  if (!/^(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(256|384|521)|sk-[a-z0-9@.-]+) [A-Za-z0-9+/=]+( [^\r\n]*)?$/.test(text))
    throw new UsageError(`${path} is not one public key, such as "ssh-ed25519 AAAA… name"`);
  return text;
}
