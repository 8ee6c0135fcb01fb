import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";

const policy = "/usr/sbin/policy-rc.d";

/** Installs those Debian packages that are not there, starting none of their services; gives what takes them off again. */
export function withPackages(names: readonly string[]): () => void {
  const installed = (name: string) =>
    spawnSync("dpkg-query", ["-W", "-f", "${db:Status-Status}", name], { encoding: "utf8" }).stdout === "installed";
  const missing = names.filter((name) => !installed(name));
  if (missing.length === 0) return () => {};
  const apt = (...words: string[]) =>
    execFileSync("apt-get", words, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  const ours = !existsSync(policy);
  if (ours) writeFileSync(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  try {
    apt("update", "-q");
    apt("install", "-y", "-q", "--no-install-recommends", ...missing);
  } finally {
    if (ours) rmSync(policy);
  }
  return () => apt("purge", "-y", "-q", "--autoremove", ...missing);
}
