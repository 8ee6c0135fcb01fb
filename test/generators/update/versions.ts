import { execFileSync } from "node:child_process";
import { globSync } from "node:fs";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { view } from "../../../generators/scaffold/file-list.ts";
import type { Templates } from "../../../generators/scaffold/render.ts";
import { scaffold } from "../../../generators/scaffold/scaffold.ts";
import type { Io } from "../../../generators/terminal/io.ts";
import { updateTo } from "../../../generators/update/command.ts";
import { captured } from "../captured.ts";
import { temporary } from "../temporary.ts";

/** Files of a version of the templates: path → text, with what EJS puts in. */
export type Texts = Readonly<Record<string, string>>;

const answers = await readFile(join(import.meta.dirname, "../../../templates/flask-deploy.yml.ejs"), "utf8");
const lines = (name: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `${name} ${from + i}\n`).join("");

/** A scaffold of few files; `numbered` lines are far enough from one another to be changed apart. */
export const first: Texts = {
  "flask-deploy.yml": answers,
  "deploy/nginx.conf": `server_name <%= domain %>;\n${lines("nginx", 1, 20)}`,
  "deploy/uwsgi.ini": `processes = <%= workers %>\n${lines("uwsgi", 1, 20)}`,
  "app.py": lines("app", 1, 20),
};

/** A version of the templates, on disk as they travel in the package. */
export async function templatesOf(texts: Texts, version: string): Promise<Templates> {
  const folder = temporary();
  for (const [path, text] of Object.entries(texts)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, `${path}.ejs`), text);
  }
  const fileList: Templates["fileList"] = (_, around) =>
    Object.keys(texts).map((path) => ({
      template: `${path}.ejs`,
      path: around.folder ? `${around.folder}/${path}` : path,
    }));
  return { folder, fileList, view: (...given) => ({ ...view(...given), version }) };
}

const identity = "[user]\n\tname = Ada\n\temail = ada@example.org\n[init]\n\tdefaultBranch = main\n";

/** A machine with a git of its own, and an app on it. */
export async function machine(config = identity) {
  const home = temporary();
  await writeFile(join(home, ".gitconfig"), config);
  const env = { PATH: process.env.PATH, HOME: home, GIT_CONFIG_NOSYSTEM: "1" };
  const dir = join(home, "shop");
  const at =
    (cwd: string) =>
    (...args: string[]) =>
      execFileSync("git", args, { cwd, encoding: "utf8", env, stdio: "pipe" }).replace(/\n$/, "");
  return {
    ...{ home, dir, env, at, git: at(dir) },
    scaffold: async (texts: Texts, ...args: string[]) =>
      captured(scaffold(await templatesOf(texts, "1.0.0")), ["shop", "--yes", ...args], { cwd: home, env }),
    update: async (texts: Texts, to: string, args: readonly string[] = [], io: Partial<Io> = {}) =>
      captured(updateTo(await templatesOf(texts, to), to), args, { cwd: dir, env, ...io }),
    read: (path: string) => readFile(join(dir, path), "utf8"),
    edit: async (path: string, change: (text: string) => string) => {
      const file = join(dir, path);
      await writeFile(file, change(await readFile(file, "utf8")));
    },
    write: async (path: string, text: string, mode = 0o644) => {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), text);
      await chmod(join(dir, path), mode);
    },
    commit: (message = "edit") => {
      at(dir)("add", "-A");
      at(dir)("commit", "-q", "-m", message);
    },
    /** What git and the files are: HEAD, the state of the work tree, and each file's text. */
    state: async () => ({
      head: at(dir)("rev-parse", "HEAD"),
      status: at(dir)("status", "--porcelain", "--ignored"),
      refs: at(dir)("for-each-ref"),
      files: await Promise.all(
        globSync("**/*", { cwd: dir, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(async (entry) => [
            join(entry.parentPath, entry.name),
            await readFile(join(entry.parentPath, entry.name), "utf8"),
          ]),
      ),
    }),
  };
}
