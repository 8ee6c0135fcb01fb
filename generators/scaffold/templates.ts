import { join } from "node:path";
import { packageFolder } from "../package.ts";
import { fileList, view } from "./file-list.ts";
import type { Templates } from "./render.ts";
import { scaffold } from "./scaffold.ts";

/** The templates in this package. */
export const templates: Templates = { folder: join(packageFolder, "templates"), fileList, view };

/** The scaffold of those templates. */
export const newCommand = scaffold(templates);
