import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Access } from "./inputs.ts";

/** Files for ssh, in a folder that only this user can enter. */
export interface Credentials {
  readonly folder: string;
  readonly identityFile: string;
  readonly knownHostsFile: string;
}

const prefix = "flask-deploy-";

/**
 * Writes the key and the pins.
 * @param remember is told the folder before anything secret is in it, so that it is removed whatever happens next
 */
export function storeCredentials(temp: string, access: Access, remember: (folder: string) => void): Credentials {
  mkdirSync(temp, { recursive: true });
  const folder = mkdtempSync(join(realpathSync(temp), prefix));
  remember(folder);
  const credentials: Credentials = {
    folder,
    identityFile: join(folder, "key"),
    knownHostsFile: join(folder, "known_hosts"),
  };
  writeFileSync(credentials.identityFile, access.sshKey, { mode: 0o600, flag: "wx" });
  writeFileSync(credentials.knownHostsFile, access.knownHosts, { mode: 0o600, flag: "wx" });
  return credentials;
}

/** Removes what {@link storeCredentials} wrote; refuses any other folder. Twice is as good as once. */
export function removeCredentials(temp: string, folder: string): void {
  const ours = basename(folder).startsWith(prefix) && dirname(folder) === realpathSync(temp);
  if (!ours) throw new Error(`${folder} is not a folder of this Action in ${temp}: it was left as it is`);
  rmSync(folder, { recursive: true, force: true });
}
