import { join } from "node:path";
import { readPlainFile } from "../../../app/plain-file.ts";
import type { DesiredState } from "./desired-state.ts";
import { neededFiles } from "./layout.ts";

/**
 * The wish of a repository: its flask-deploy.yml and the files below deploy/ that belong into /etc.
 *
 * @throws when one of them cannot be read; one that is missing is told together with everything else that is wrong.
 */
export function desiredStateOf(
  app: DesiredState["app"] & { deploy: { user: string } },
  root: string,
  more: Pick<DesiredState, "keys" | "allowConfig">,
): DesiredState {
  const files = new Map<string, string>();
  for (const path of neededFiles(app))
    try {
      files.set(path, readPlainFile(join(root, path)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  return { app, login: app.deploy.user, files, ...more };
}
