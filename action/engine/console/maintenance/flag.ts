import { readFileSync } from "node:fs";

/** What tells on the server whether the site is closed for maintenance. */
export const flagModule = { maintenance_flag: readFileSync(new URL("./maintenance_flag.py", import.meta.url), "utf8") };
