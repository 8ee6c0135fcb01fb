import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Answers } from "../../app/fields.ts";
import { neededFiles } from "./layout.ts";
import type { SetupWish } from "./wish.ts";

/** The wish of a repository: its flask-deploy.yml and the files below deploy/ that belong into /etc. */
export async function wishOf(
  app: Pick<Answers, "name" | "processManager" | "socket" | "nginx" | "domain" | "python"> & {
    deploy: { user: string };
  },
  root: string,
  more: Pick<SetupWish, "keys" | "allowConfig">,
): Promise<SetupWish> {
  const read = async (path: string): Promise<readonly (readonly [string, string])[]> => {
    const text = await readFile(join(root, path), "utf8").catch(() => undefined);
    // What is missing is told together with everything else that is wrong.
    return text === undefined ? [] : [[path, text]];
  };
  const files = new Map((await Promise.all(neededFiles(app).map(read))).flat());
  return { app, login: app.deploy.user, files, ...more };
}
