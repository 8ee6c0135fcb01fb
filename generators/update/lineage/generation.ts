import type { RenderedFile } from "../../scaffold/render.ts";
import type { Branch, Git } from "../git.ts";
import { type Generation, generationMessage } from "./lineage.ts";

/** What a commit of generated files consists of, besides the files. */
interface Made extends Pick<Generation, "version" | "folder" | "name"> {
  readonly subject: string;
  /** The previous commit of generated files; the first one has none. */
  readonly parent?: string | undefined;
}

/**
 * Writes files as git objects, without touching a branch, the index or the work tree. The user's gitattributes apply: a
 * file in Git LFS is a pointer here too.
 */
export async function treeOf(git: Git, files: readonly RenderedFile[], above = ""): Promise<string> {
  const folders = new Map<string, RenderedFile[]>();
  const rows: string[] = [];
  for (const file of files) {
    const [name = "", ...below] = file.path.split("/");
    if (below.length > 0) folders.set(name, [...(folders.get(name) ?? []), { ...file, path: below.join("/") }]);
    else
      rows.push(
        `${file.mode & 0o100 ? "100755" : "100644"} blob ${await blobOf(git, `${above}${name}`, file.content)}\t${name}`,
      );
  }
  for (const [name, inner] of folders)
    rows.push(`040000 tree ${await treeOf(git, inner, `${above}${name}/`)}\t${name}`);
  return git.read(["mktree", "-z"], { stdin: rows.map((row) => `${row}\0`).join("") });
}

const blobOf = (git: Git, path: string, content: string | Uint8Array) =>
  git.read(["hash-object", "-w", `--path=${path}`, "--stdin"], { stdin: content });

/** A tree with the content of one file replaced. */
export async function treeWith(git: Git, tree: string, path: string, content: string, above = ""): Promise<string> {
  const [name = "", ...below] = path.split("/");
  const rows = await Promise.all(
    (await git.list(["ls-tree", "-z", tree])).map(async (row) => {
      const [head = "", entry] = row.split("\t");
      if (entry !== name) return row;
      const [mode, type, object = ""] = head.split(" ");
      const changed =
        below.length > 0
          ? await treeWith(git, object, below.join("/"), content, `${above}${name}/`)
          : await blobOf(git, `${above}${name}`, content);
      return `${mode} ${type} ${changed}\t${entry}`;
    }),
  );
  return git.read(["mktree", "-z"], { stdin: rows.map((row) => `${row}\0`).join("") });
}

/**
 * Commits generated files outside the branch. Equal files on an equal HEAD give an equal commit, so an interrupted run
 * or two concurrent ones add nothing twice.
 */
export async function commitGeneration(git: Branch, tree: string, made: Made): Promise<Generation> {
  const { subject, version, folder, name, parent } = made;
  const time = await git.read(["log", "-1", "--format=%ct +0000", git.head]);
  const env = { ...(await identity(git)), GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time };
  // A server that accepts signed commits only would otherwise reject the branch because of this one.
  const signs = (await git.run(["config", "--type=bool", "commit.gpgSign"])).stdout.trim() === "true";
  const message = generationMessage(subject, { version, folder, name, tree });
  const args = ["commit-tree", ...(signs ? ["-S"] : []), ...(parent ? ["-p", parent] : []), tree];
  return { commit: await git.read(args, { stdin: message, env }), tree, version, folder, name };
}

/** The committer in git's environment: the user; or a name of ours, without user.name and user.email. */
export async function identity(git: Git): Promise<Record<string, string>> {
  if ((await git.run(["-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT"])).code === 0) return {};
  const parts = ["AUTHOR", "COMMITTER"].flatMap((who) => [
    [`GIT_${who}_NAME`, "create-flask-deploy"],
    [`GIT_${who}_EMAIL`, "create-flask-deploy@localhost"],
  ]);
  return Object.fromEntries(parts);
}
