import { mkdirSync, mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { App } from "../../../app/app.ts";
import type { World } from "../../../process/world.ts";
import type { Program } from "../plan.ts";
import { follow } from "../running/follow.ts";
import { openProcessGroup, type ProcessGroup } from "../running/process-group.ts";
import { release, type Throwaway, throwaway } from "./throwaway.ts";

/** The log of all programs together, each line with the name of its program. */
export interface Log {
  readonly line: (program: Program["name"], text: string) => void;
  /** What was held back, for a preview in which something went wrong. */
  readonly flush: () => void;
  /** From here on each line is shown as it comes; of what was held back, only how much it was. */
  readonly follow: () => void;
}

/** Where a preview happens: a throwaway folder, the programs in it, and their log. */
export interface Stage {
  readonly throwaway: Throwaway;
  readonly family: ProcessGroup;
  readonly onLine: (program: Program["name"], line: string) => void;
  /** Waits for the last words of a program that has ended: they come through a pipe, and may come after its end. */
  readonly lastWords: () => Promise<void>;
  /** Leaves nothing of it. */
  readonly close: () => Promise<void>;
}

export function openStage(app: App, log: Log, env: World["env"]): Stage {
  const place = throwaway(app, makeFolder(app, env));
  const family = openProcessGroup(place.root);
  const onLine: Stage["onLine"] = (program, line) => log.line(program, place.outside(line));
  mkdirSync(place.logs, { recursive: true });
  const stopFollowing = follow(place.logs, (line) => onLine("nginx", line));
  return {
    throwaway: place,
    family,
    onLine,
    async lastWords() {
      await new Promise((done) => setTimeout(done, 50));
      stopFollowing();
    },
    close() {
      stopFollowing();
      return family.close();
    },
  };
}

/** A socket's path has room for 107 characters (macOS: 103), and in a config a folder's name must be an ordinary word. */
function makeFolder(app: App, env: World["env"]): string {
  const fits = (base: string) =>
    /^[\w./-]+$/.test(base) && `${base}/preview-XXXXXX/run/${app.name}/${release}.sock`.length <= 103;
  const base = [env.TMPDIR, tmpdir()].flatMap((folder) => (folder ? [realpathSync(folder)] : [])).find(fits) ?? "/tmp";
  return mkdtempSync(join(base, "preview-"));
}
