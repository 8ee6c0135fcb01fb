import { homedir } from "node:os";
import { join } from "node:path";
import type { World } from "./world.ts";

/** Where wheels and the virtual environments of previews are kept from run to run. */
export const cacheFolder = ({ env }: Pick<World, "env">): string =>
  join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "flask-deploy");
