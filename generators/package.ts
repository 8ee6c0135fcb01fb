import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of this package: the parent folder, both of the source and of dist/. */
export const packageFolder = join(import.meta.dirname, "..");

export const version = (): string => JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")).version;
