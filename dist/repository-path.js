import { relative, sep } from "node:path";
// action/inputs/repository-path.ts
/** A path as git and GitHub write it, on Windows too: from one folder to what lies below, "" for itself. */
const repositoryPath = (from, to, separator = sep) => relative(from, to).split(separator).join("/");
export { repositoryPath as t };
