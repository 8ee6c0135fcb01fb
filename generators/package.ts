import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of this package: one up from the source as from dist/. */
export const packageFolder = join(import.meta.dirname, "..");

/** The version of this package. */
export const version = (): string => JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")).version;
