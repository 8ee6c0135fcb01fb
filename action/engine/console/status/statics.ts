import { readFileSync } from "node:fs";

/** What requests a file of each folder that nginx serves itself. */
export const staticsModule = { statics: readFileSync(new URL("./statics.py", import.meta.url), "utf8") };
