import { readFileSync } from "node:fs";

/** The Python module that requests one file of each folder that nginx serves itself. */
export const staticsModule = { statics: readFileSync(new URL("./statics.py", import.meta.url), "utf8") };
