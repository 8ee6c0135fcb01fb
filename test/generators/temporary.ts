import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { readdir, readFile, readlink, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** An empty folder of this test, removed after it. */
export function temporary(): string {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), "cfd-")));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** Everything below a folder: path → kind, permissions and content. Two equal snapshots are the same folder. */
export async function snapshot(dir: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(dir.length + 1);
    if (entry.isSymbolicLink()) found[name] = `link to ${await readlink(path)}`;
    else {
      const mode = ((await stat(path)).mode & 0o777).toString(8);
      found[name] = entry.isFile() ? `${mode} ${await readFile(path, "utf8")}` : `${mode} folder`;
    }
  }
  return found;
}
