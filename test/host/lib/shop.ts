import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type App, readApp } from "../../../action/engine/app/app.ts";
import type { Answers } from "../../../action/engine/app/fields.ts";
import { checkedAnswers, withDefaults } from "../../../generators/scaffold/answers.ts";
import { fileList, view } from "../../../generators/scaffold/file-list.ts";
import { render } from "../../../generators/scaffold/render.ts";

export interface Shop {
  readonly root: string;
  /** Reads flask-deploy.yml anew. */
  app(): App;
  write(path: string, content: string | Uint8Array, mode?: number): void;
  /** Replaces the first match in a file. */
  edit(path: string, from: RegExp, to: string): void;
  /** Takes the last commit back by another. */
  undo(): void;
  /** Puts words on the scaffold's own page, committed. */
  title(text: string): void;
  /** Removes a file or a folder. */
  drop(path: string): void;
  /** Every file of the scaffold as it was made, committed. */
  reset(): void;
  /** Commits whatever there is; seconds since 1970 for the committer's clock, or now. */
  commit(message?: string, at?: number): string;
  remove(): void;
}

/** A repository as the scaffold makes it, but with an app whose words a test can change. */
export async function makeShop(flags: Partial<Answers> = {}): Promise<Shop> {
  const root = mkdtempSync(join(tmpdir(), "fd-shop-"));
  const answers = checkedAnswers(withDefaults({ name: "shop", tls: "none", ...flags }));
  const folder = join(import.meta.dirname, "../../../templates");
  for (const file of await render(answers, { folder, fileList, view })) {
    mkdirSync(dirname(join(root, file.path)), { recursive: true });
    writeFileSync(join(root, file.path), file.content, { mode: file.mode });
  }
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
  const shop: Shop = {
    root,
    app: () => readApp(readFileSync(join(root, "flask-deploy.yml"), "utf8")),
    write: (path, content, mode = 0o644) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
      chmodSync(join(root, path), mode);
    },
    edit: (path, from, to) => shop.write(path, readFileSync(join(root, path), "utf8").replace(from, to)),
    undo: () => {
      git("revert", "--no-edit", "HEAD");
    },
    title: (text) => {
      const path = answers.layout === "package" ? "app/templates/index.html" : "templates/index.html";
      shop.edit(path, /(<p class="test">.*?<\/p>)?<\/body>/, `<p class="test">${text}</p></body>`);
      // The test's own app.py is not asked for the page.
      if (answers.layout === "module") shop.write("app.py", page(text));
      shop.commit(text);
    },
    drop: (path) => rmSync(join(root, path), { recursive: true, force: true }),
    reset: () => {
      const first = git("rev-list", "--max-parents=0", "HEAD");
      git("checkout", "-q", first, "--", ".");
      shop.commit("As it was made");
    },
    commit: (message = "A change", at) => {
      git("add", "-A");
      const date = at ? { GIT_COMMITTER_DATE: `${at} +0000`, GIT_AUTHOR_DATE: `${at} +0000` } : {};
      execFileSync("git", ["commit", "-q", "--allow-empty", "-m", message], {
        cwd: root,
        env: { ...process.env, ...date },
      });
      return git("rev-parse", "HEAD");
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
  git("init", "-q", "-b", "main");
  git("config", "user.email", "shop@example.org");
  git("config", "user.name", "Shop");
  if (answers.layout === "module") shop.write("app.py", page("one"));
  shop.commit("A shop");
  return shop;
}

/** An app that says `text`; `before` runs at import. */
export const page = (text: string, before = "") => `import os
from flask import Flask

${before}
app = Flask(__name__)


@app.get("/")
def index():
    return "${text}"


@app.post("/")
def order():
    return "ordered ${text}"


@app.get("/healthz")
def health():
    return "ok"
`;
