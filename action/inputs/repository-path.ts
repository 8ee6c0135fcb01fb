import { relative, sep } from "node:path";

/** A path relative to a folder, as git and GitHub write it, on Windows too; "" for the folder itself. */
export const repositoryPath = (from: string, to: string, separator: string = sep): string =>
  relative(from, to).split(separator).join("/");
