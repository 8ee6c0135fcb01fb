import { spawnSync } from "node:child_process";
import { accessSync, constants, globSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** Something of the machine that a group of tests cannot do without, and how one gets it. */
export interface Need {
  readonly name: string;
  readonly met: () => boolean;
  /** Debian's package; for what no package gives, `how` says it instead. */
  readonly apt?: string;
  readonly how?: string;
}

/** Debian keeps servers and system tools in sbin, which is on root's PATH only. */
const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/sbin"];

function onPath(program: string): boolean {
  return folders.some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

const program = (name: string, apt: string = name): Need => ({ name, apt, met: () => onPath(name) });

const root: Need = { name: "root", how: "run it with sudo", met: () => process.getuid?.() === 0 };
const venv: Need = {
  name: "python3 -m venv",
  apt: "python3-venv",
  met: () => spawnSync("python3", ["-c", "import venv, ensurepip"]).status === 0,
};
const go: Need = { name: "Go 1.24 or newer", how: "install Go and put it on PATH", met: () => onPath("go") };

const nginx = program("nginx", "nginx-light");
const systemdAnalyze = program("systemd-analyze", "systemd");
const chromium = program("chromium");
/** Servers and deployers differ in their Pythons; which of them this machine runs does not matter to the tests. */
export const pythons = ["3.11", "3.12", "3.13"] as const;
const manyPythons: Need = {
  name: `Python ${pythons.join(", ")}`,
  how: `install Python ${pythons.join(", ")}, by pyenv or onto PATH`,
  met: () => pythons.every((version) => pythonOf(version) !== undefined),
};

/** An interpreter of that version, by its own path: a shim of pyenv runs only what is chosen for the folder. */
export function pythonOf(version: string): string | undefined {
  const pyenv = process.env.PYENV_ROOT || join(homedir(), ".pyenv");
  const found = [
    ...globSync(`versions/${version}.*/bin/python${version}`, { cwd: pyenv }).map((path) => join(pyenv, path)),
    `python${version}`,
  ];
  const tell = "import sys, venv, ensurepip; print('%d.%d' % sys.version_info[:2])";
  return found.find((path) => spawnSync(path, ["-I", "-c", tell], { encoding: "utf8" }).stdout?.trim() === version);
}

const onHosts = [
  root,
  program("systemd-nspawn", "systemd-container"),
  program("debootstrap"),
  program("ip", "iproute2"),
  program("nft", "nftables"),
  program("ssh", "openssh-client"),
  program("rsync"),
  program("wrk"),
];

/** The projects of vitest.config.ts and what each needs; `unit` runs wherever Node does. */
export const needs: Readonly<Record<"unit" | "packages" | "generated" | "host" | "act", readonly Need[]>> = {
  unit: [],
  packages: [venv, program("git"), manyPythons],
  generated: [venv, program("git")],
  // One test goes the whole way, with act for GitHub's runner; others have a certificate authority.
  host: [...onHosts, program("git"), program("openssl"), go],
  act: [...onHosts, venv, program("git"), program("shellcheck"), program("zsh"), program("fish"), go],
};

export type Project = keyof typeof needs;

/** What `npm run check` needs beside Node: ruff and mypy it gets by itself. */
export const needsOfCheck: readonly Need[] = [venv, program("shellcheck")];

/** What some files of a project need beside it: by what their path begins with, below test/. */
export const needsOfFiles: readonly (readonly [start: string, needs: readonly Need[]])[] = [
  ["generated/combinations", [nginx, systemdAnalyze, program("openssl")]],
  ["generated/demo", [nginx]],
  ["generated/lint-consequences-units", [nginx, systemdAnalyze]],
  ["generated/lint-consequences-values", [nginx, systemdAnalyze]],
  ["generated/lint-consequences", [nginx]],
  ["generated/lint-fixes", [nginx]],
  ["generated/lint-nginx", [nginx]],
  ["generated/playground", [chromium]],
  ["generated/preview", [nginx]],
  ["generated/served", [nginx]],
  ["host/https", [chromium, program("certutil", "libnss3-tools")]],
];

/** The files of a project that can run here, those that cannot, and what these lack. */
export function filesOf(project: Project): {
  readonly run: readonly string[];
  readonly left: ReadonlyMap<Need, readonly string[]>;
} {
  const run: string[] = [];
  const left = new Map<Need, string[]>();
  for (const file of globSync(`${project}/**/*.test.ts`, { cwd: import.meta.dirname }).sort()) {
    const own = needsOfFiles.find(([start]) => file.startsWith(start))?.[1] ?? [];
    const lacking = own.filter((need) => !need.met());
    if (lacking.length === 0) run.push(`test/${file}`);
    for (const need of lacking) left.set(need, [...(left.get(need) ?? []), file]);
  }
  return { run, left };
}

/** What this machine lacks for a project. One that has no tests lacks nothing. */
export function missing(project: Project): readonly Need[] {
  const lacking = needs[project].filter((need) => !need.met());
  return lacking.length > 0 && globSync(`${project}/**/*.test.ts`, { cwd: import.meta.dirname }).length > 0
    ? lacking
    : [];
}

/** One line for each project that cannot run here, and for each thing that files of another one lack. */
export function couldNotRun(projects: readonly Project[] = Object.keys(needs) as Project[]): readonly string[] {
  return projects.flatMap((project) => {
    const lacking = missing(project);
    if (lacking.length > 0) return [sayLacking(project, lacking)];
    return [...filesOf(project).left].map(([need, files]) => sayLacking(files.join(", "), [need]));
  });
}

/** What a project lacks and how one gets it. */
export function sayLacking(project: string, lacking: readonly Need[]): string {
  const apt = lacking.flatMap((need) => need.apt ?? []);
  const ways = [
    ...(apt.length > 0 ? [`apt-get install ${apt.join(" ")}`] : []),
    ...lacking.flatMap((need) => need.how ?? []),
  ];
  return `could not run: ${project}, for want of ${lacking.map(({ name }) => name).join(", ")} (${ways.join("; ")})`;
}

/**
 * What the demo says at its end, where nginx was wanted and not there.
 *
 * @param version of the nginx that served; null when none did
 */
export const afterDemo = (version: string | null, words: readonly string[]): readonly string[] =>
  version === null && !words.includes("--no-nginx")
    ? [sayLacking("deploy/nginx.conf, which the server will run", [nginx])]
    : [];

/** `node test/requirements.ts` prints the Debian packages that are missing, one a line: what .ci/run installs. */
if (import.meta.main) {
  const lacking = (Object.keys(needs) as Project[]).flatMap((project) => [
    ...missing(project),
    ...filesOf(project).left.keys(),
  ]);
  const packages = [...needsOfCheck.filter((need) => !need.met()), ...lacking].flatMap((need) => need.apt ?? []);
  for (const name of new Set(packages)) console.log(name);
}
