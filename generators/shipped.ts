import { join } from "node:path";
import { scaffold } from "./new.ts";
import { packageFolder } from "./package.ts";

/** The scaffold of the templates that travel in the package. */
export const newCommand = scaffold({ folder: join(packageFolder, "templates"), tree: () => [], view: () => ({}) });
