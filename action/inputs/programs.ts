import { readFileSync } from "node:fs";
import { findProgram } from "../engine/targets/local/find.ts";
import type { Command } from "./inputs.ts";

/** Package of a program on Debian, Alpine and Fedora. */
const packages = {
  ssh: { debian: "openssh-client", alpine: "openssh-client", fedora: "openssh-clients" },
  git: { debian: "git", alpine: "git", fedora: "git" },
} as const;

type Program = keyof typeof packages;
type Family = keyof (typeof packages)[Program];

const installs: Readonly<Record<Family, string>> = {
  debian: "apt-get update && apt-get install -y",
  alpine: "apk add --no-cache",
  fedora: "dnf install -y",
};

/** Programs that each command needs. A container often has neither, GitHub's own images have both. */
const needs = (command: Command): readonly Program[] =>
  command === "lint" ? [] : command === "deploy" ? ["ssh", "git"] : ["ssh"];

/**
 * The programs that this machine is missing for a command, as one sentence with the step to add; undefined if none is
 * missing.
 *
 * @param system the text of /etc/os-release
 */
export function lackingPrograms(command: Command, path: string, system: string): string | undefined {
  const lacking = needs(command).filter((name) => !findProgram(name, { PATH: path }));
  if (lacking.length === 0) return undefined;
  const ids = /^ID(?:_LIKE)?=.*$/gm;
  const said = (system.match(ids) ?? []).join(" ");
  const family: Family = /alpine/.test(said) ? "alpine" : /fedora|rhel|centos/.test(said) ? "fedora" : "debian";
  const named = lacking.map((name) => packages[name][family]).join(" ");
  return `this runner has no ${lacking.join(" and no ")}: add a step before this one with \`run: ${installs[family]} ${named}\``;
}

/** Content of /etc/os-release; "" if there is none, as on macOS. */
export function osRelease(): string {
  try {
    return readFileSync("/etc/os-release", "utf8");
  } catch {
    return "";
  }
}
