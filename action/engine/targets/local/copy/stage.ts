import { mkdirSync, mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { App } from "../../../app/app.ts";
import { Interrupted } from "../../../process/failure.ts";
import type { World } from "../../../process/world.ts";
import type { Program } from "../plan.ts";
import { follow } from "../running/follow.ts";
import type { Log } from "../running/log.ts";
import { openProcessGroup, type ProcessGroup } from "../running/process-group.ts";
import { release, type Throwaway, throwaway } from "./throwaway.ts";

/** Where a preview happens: a throwaway folder, the programs in it, and their log. */
export interface Stage {
  readonly throwaway: Throwaway;
  readonly family: ProcessGroup;
  readonly onLine: (program: Program["name"], line: string) => void;
}

/** Opens a stage, and leaves nothing of it however `act` ends. The log that was held back is shown if it throws. */
export async function onStage<T>(app: App, log: Log, io: World, act: (stage: Stage) => Promise<T>): Promise<T> {
  const place = throwaway(app, makeFolder(app, io.env));
  const family = openProcessGroup(place.root);
  const onLine: Stage["onLine"] = (program, line) => log.line(program, place.outside(line));
  let stopFollowing = () => {};
  try {
    mkdirSync(place.logs, { recursive: true });
    stopFollowing = follow(place.logs, (line) => onLine("nginx", line));
    return await act({ throwaway: place, family, onLine });
  } catch (error) {
    // Its last words come through a pipe, and may come after its end.
    await new Promise((done) => setTimeout(done, 50));
    stopFollowing();
    if (!(error instanceof Interrupted)) log.flush();
    throw error;
  } finally {
    stopFollowing();
    await family.close();
  }
}

/** A socket's path has room for 107 characters (macOS: 103), and in a config a folder's name must be an ordinary word. */
function makeFolder(app: App, env: World["env"]): string {
  const fits = (base: string) =>
    /^[\w./-]+$/.test(base) && `${base}/preview-XXXXXX/run/${app.name}/${release}.sock`.length <= 103;
  const base = [env.TMPDIR, tmpdir()].flatMap((folder) => (folder ? [realpathSync(folder)] : [])).find(fits) ?? "/tmp";
  return mkdtempSync(join(base, "preview-"));
}
