import { existsSync } from "node:fs";
import { join } from "node:path";
import type { App } from "../../action/engine/app/app.ts";
import { appServers, managerFile } from "../../action/engine/kinds/index.ts";
import { Failure } from "../../action/engine/process/failure.ts";
import { quote } from "../../action/engine/process/quote.ts";
import { environment } from "../../action/engine/process/world.ts";
import type { Io } from "../terminal/io.ts";
import { listed } from "./destination/folder.ts";

/**
 * A deploy sends what git tracks. A file in the folder that git does not track would be missing on the server, although
 * setup has installed it from the folder. The server would then report changed files, although nothing has changed
 * here.
 *
 * @throws {@link Failure} that names the files
 */
export async function assertTracked(app: App, root: string, io: Pick<Io, "run" | "env">): Promise<void> {
  const needed = [
    "flask-deploy.yml",
    "wsgi.py",
    "requirements.txt",
    "deploy/nginx.conf",
    appServers[app.server].file,
    managerFile(app),
  ];
  const there = needed.filter((path) => existsSync(join(root, path)));
  const asked = await io
    .run(["git", "-C", root, "ls-files", "-z", "--", ...there], { env: environment(io) })
    .catch(() => undefined);
  // Without git, or outside a repository, the whole folder is sent.
  if (asked?.code !== 0) return;
  const tracked = new Set(asked.stdout.split("\0"));
  const missing = there.filter((path) => !tracked.has(path));
  if (missing.length > 0)
    throw new Failure(
      `git does not track ${listed(missing, 3)}, and a deploy sends only what git tracks. ` +
        `Commit the app first: git -C ${quote(root)} add -A && git -C ${quote(root)} commit -m "Add ${app.name}"`,
    );
}
