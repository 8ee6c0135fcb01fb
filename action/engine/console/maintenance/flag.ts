import { readFileSync } from "node:fs";

/** The Python module that reads on the server whether maintenance mode is on. */
export const flagModule = { maintenance_flag: readFileSync(new URL("./maintenance_flag.py", import.meta.url), "utf8") };
