import { readFileSync } from "node:fs";
import * as v from "valibot";
import type { ProcessRunner } from "../../process/run.ts";

/** The Python that packages are chosen for: the server's, as its server-side script reports it, or a preview's. */
export const serverPython = v.object({
  /** "3.11.2" */
  version: v.string(),
  /** The architecture that its programs are built for, "x86_64"; the kernel may report another. */
  machine: v.string(),
  /** glibc's version, "2.36"; "" on musl. */
  libc: v.string(),
  /** "cpython-311-x86_64-linux-gnu" */
  soabi: v.string(),
  /** The values of all environment markers (`python_full_version`, `sys_platform` …), as packaging.python.org lists them. */
  markers: v.record(v.string(), v.string()),
});
export type ServerPython = v.InferOutput<typeof serverPython>;

/** "3.11" */
export const minorOf = ({ version }: Pick<ServerPython, "version">): string => version.split(".").slice(0, 2).join(".");

/** Every platform tag whose wheels run on the server, best first. */
export function platformTags({ machine, libc }: Pick<ServerPython, "machine" | "libc">): string[] {
  if (!libc)
    return ["1_2", "1_1", "1_0"].map((version) => `musllinux_${version}_${machine}`).concat(`linux_${machine}`);
  const newest = Number(libc.split(".")[1]);
  const tags = [];
  for (let minor = newest; minor >= 5; minor--) {
    tags.push(`manylinux_2_${minor}_${machine}`);
    if (minor === 17) tags.push(`manylinux2014_${machine}`);
    if (minor === 12) tags.push(`manylinux2010_${machine}`);
    if (minor === 5) tags.push(`manylinux1_${machine}`);
  }
  return [...tags, `linux_${machine}`];
}

/** The options that make pip choose wheels of another Python. They do not set markers: run_pip.py does. */
export function pipTarget(python: ServerPython): string[] {
  const [kind = "", number = minorOf(python).replace(".", "")] = python.soabi.split("-");
  const [implementation, abi] = kind.startsWith("pypy") ? ["pp", `${kind}_${number}`] : ["cp", `cp${number}`];
  return [
    ...["--implementation", implementation, "--python-version", python.version],
    ...["--abi", abi, "--abi", "abi3", "--abi", "none"],
    ...platformTags(python).flatMap((tag) => ["--platform", tag]),
  ];
}

const tells = readFileSync(new URL("../../targets/server/driver/interpreter.py", import.meta.url), "utf8");

/** Describes an interpreter here as the server describes its own; undefined if it is no Python or does not run. */
export async function describePython(
  path: string,
  run: ProcessRunner,
  env: Readonly<Record<string, string>>,
): Promise<ServerPython | undefined> {
  const code = `${tells}\nimport json\nprint(json.dumps(python_here()))`;
  const done = await run([path, "-I", "-c", code], { env, timeoutMs: 10_000 }).catch(() => undefined);
  return done?.code === 0 ? v.parse(serverPython, JSON.parse(done.stdout)) : undefined;
}
