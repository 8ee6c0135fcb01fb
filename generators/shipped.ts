import { join } from "node:path";
import { scaffold } from "./new.ts";
import { packageFolder } from "./package.ts";
import type { Templates } from "./render.ts";
import { tree, view } from "./tree.ts";

/** The templates that travel in the package. */
export const shipped: Templates = { folder: join(packageFolder, "templates"), tree, view };

/** The scaffold of those templates. */
export const newCommand = scaffold(shipped);
