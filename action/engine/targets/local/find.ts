import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { ProcessRunner } from "../../process/run.ts";
import type { World } from "../../process/world.ts";

/** Where a program of that name is; undefined when PATH and the other folders lack it. */
export function findProgram(name: string, env: World["env"], ...folders: readonly string[]): string | undefined {
  return [...(env.PATH ?? "").split(delimiter), ...folders]
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return statSync(path).isFile();
      } catch {
        return false;
      }
    });
}

/** The nginx of this machine. */
export interface Nginx {
  readonly path: string;
  readonly version: string;
  /** Folder of mime.types, uwsgi_params and the like. */
  readonly confFolder: string;
  /** Modules it was built without, by their names in configure's options: "scgi", "uwsgi" … */
  readonly without: ReadonlySet<string>;
}

/** Debian has it in /usr/sbin, which is on no ordinary user's PATH; undefined when there is none. */
export async function findNginx(run: ProcessRunner, env: World["env"]): Promise<Nginx | undefined> {
  const path = findProgram("nginx", env, "/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin");
  if (!path) return undefined;
  const { code, stderr } = await run([path, "-V"], { timeoutMs: 10_000 });
  if (code !== 0) return undefined;
  return {
    path,
    version: /nginx\/(\S+)/.exec(stderr)?.[1] ?? "",
    confFolder: (/--conf-path=(\S+)/.exec(stderr)?.[1] ?? "/etc/nginx/nginx.conf").replace(/\/[^/]*$/, ""),
    without: new Set([...stderr.matchAll(/--without-http_(\w+)_module/g)].map((match) => match[1] as string)),
  };
}
