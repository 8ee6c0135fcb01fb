import { relative, sep } from "node:path";

/** A path as git and GitHub write it, on Windows too: from one folder to what lies below, "" for itself. */
export const repositoryPath = (from: string, to: string, separator: string = sep): string =>
  relative(from, to).split(separator).join("/");
