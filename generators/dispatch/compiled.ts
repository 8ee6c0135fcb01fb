/**
 * Lets Node (22.8 and newer) keep what it compiled of this program for the next run, in the user's own cache: the folder
 * that it takes by itself is shared by all users of a machine, and what lies there is run.
 */
export function keepCompiled({ XDG_CACHE_HOME, HOME }: NodeJS.ProcessEnv): void {
  const cache = XDG_CACHE_HOME || (HOME && `${HOME}/.cache`);
  // Not imported: an import of Node's is shared with the rest of the program, which is not to be loaded before this.
  if (cache) process.getBuiltinModule("node:module").enableCompileCache?.(`${cache}/flask-deploy/compiled`);
}
