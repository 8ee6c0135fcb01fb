import { join } from "node:path";
import { lab } from "../../host/lib/machine.ts";

/** XDG_CACHE_HOME of the programs that are measured: what they fetch is there for their rivals, whatever ran before. */
export const cacheHome = join(lab, "bench");
