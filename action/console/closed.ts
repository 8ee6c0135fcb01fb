import { readFileSync } from "node:fs";

/** What tells on the server whether the site is closed for maintenance. */
export const closedModule = { closed: readFileSync(new URL("./remote/closed.py", import.meta.url), "utf8") };
