import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Where root trees and slots live: outside the repository, so that they outlast a clone. */
export const lab = process.env.FLASK_DEPLOY_LAB ?? join(homedir(), ".cache/flask-deploy-lab");

/** What booting takes, and a load; and the Debian package that brings it. */
const programs: Readonly<Record<string, string>> = {
  "systemd-nspawn": "systemd-container",
  debootstrap: "debootstrap",
  ip: "iproute2",
  nft: "nftables",
  ssh: "openssh-client",
  flock: "util-linux",
  setpriv: "util-linux",
  wrk: "wrk",
};

/** Programs of system administration are often not in PATH of a plain login. */
const folders = [...(process.env.PATH ?? "").split(":"), "/usr/sbin", "/sbin", "/usr/bin"];
const has = (program: string) => folders.some((folder) => existsSync(join(folder, program)));
const missing = () => Object.keys(programs).filter((program) => !has(program));

/** Why no test host can be booted here, with what to do; undefined when one can (packages are installed on demand). */
export function whyNoHosts(): string | undefined {
  if (process.platform !== "linux") return "Test hosts are Linux containers with systemd: run them on Linux.";
  if (process.getuid?.() !== 0) return "Booting test hosts (mounts, a network bridge) takes root: run `sudo npm test`.";
  if (missing().length > 0 && !has("apt-get")) {
    return `Booting test hosts takes ${missing().join(", ")}: install them with this system's package manager.`;
  }
  return undefined;
}

/** Installs what is missing, or throws with the reason why it cannot be. */
export function readyMachine(): void {
  const reason = whyNoHosts();
  if (reason) throw new Error(reason);
  const packages = [...new Set(missing().map((program) => programs[program] as string))];
  if (packages.length === 0) return;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  execFileSync("apt-get", ["update", "-q"], { stdio: "ignore", env });
  execFileSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...packages], { stdio: "ignore", env });
}
