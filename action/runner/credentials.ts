import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { KeyFile } from "../engine/targets/server/login.ts";

/** Files for ssh, in a folder that only this user can access. */
export interface Credentials {
  readonly folder: string;
  readonly identityFile: string;
  readonly knownHostsFile: string;
  readonly key: KeyFile;
}

const prefix = "flask-deploy-";

/**
 * Writes the pinned host keys at once, and the key when `key.put` is called.
 * @param remember called with the folder before it contains a secret, so that it is removed whatever happens next
 */
export function storeCredentials(
  temp: string,
  access: { readonly sshKey: string; readonly knownHosts: string },
  remember: (folder: string) => void,
): Credentials {
  mkdirSync(temp, { recursive: true });
  const folder = mkdtempSync(join(realpathSync(temp), prefix));
  remember(folder);
  const identityFile = join(folder, "key");
  const knownHostsFile = join(folder, "known_hosts");
  writeFileSync(knownHostsFile, access.knownHosts, { mode: 0o600, flag: "wx" });
  const key: KeyFile = {
    put: () => existsSync(identityFile) || writeFileSync(identityFile, access.sshKey, { mode: 0o600, flag: "wx" }),
    remove: () => rmSync(identityFile, { force: true }),
  };
  return { folder, identityFile, knownHostsFile, key };
}

/** Removes what {@link storeCredentials} wrote, and rejects any other folder. It may be called twice. */
export function removeCredentials(temp: string, folder: string): void {
  const ours = basename(folder).startsWith(prefix) && dirname(folder) === realpathSync(temp);
  if (!ours) throw new Error(`${folder} is not a folder of this Action in ${temp}: it was not removed`);
  rmSync(folder, { recursive: true, force: true });
}
