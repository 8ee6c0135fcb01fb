export { pathReplaced } from "./path-replaced.ts";
export { upstartObsolete } from "./upstart-obsolete.ts";
