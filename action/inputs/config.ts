import { type App, readApp } from "../engine/app/app.ts";
import { readPlainFile } from "../engine/app/plain-file.ts";
import { repositoryPath } from "./repository-path.ts";

/**
 * Reads the flask-deploy.yml at an absolute path. Messages have its path in the workspace, as annotations need it.
 * @throws if it does not exist, or is invalid
 */
export function readConfig(path: string, workspace: string): App {
  const name = repositoryPath(workspace, path);
  try {
    return readApp(readPlainFile(path), name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new Error(
      `${name} cannot be read. Run actions/checkout first, and check working-directory and config. ` +
        "A repository without one gets it from `npx create-flask-deploy`.",
    );
  }
}
