import { homedir } from "node:os";
import { join } from "node:path";
import type { Io } from "./io.ts";

/** Where wheels, and the environments of previews, are kept from run to run. */
export const cacheFolder = ({ env }: Pick<Io, "env">): string =>
  join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "flask-deploy");
