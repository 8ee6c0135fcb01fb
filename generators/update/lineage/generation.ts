import type { RenderedFile } from "../../scaffold/render.ts";
import type { Branch, Git } from "../git.ts";
import { type Generation, generationMessage } from "./lineage.ts";

/** What a generation is made of, beside its files. */
interface Made extends Pick<Generation, "version" | "folder" | "name"> {
  readonly subject: string;
  /** The generation that it follows; without one, it begins a lineage. */
  readonly parent?: string | undefined;
}

/**
 * Writes files as objects of the repository: no branch, no index and no file of the work tree is touched. The user's
 * attributes count: what they keep with Git LFS is a pointer here as well.
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

/** A tree with another content of one of its files. */
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
 * Commits a generation beside the branch. The same files on the same HEAD make the same commit, so that a run which was
 * interrupted, or two at once, add nothing twice.
 */
export async function commitGeneration(git: Branch, tree: string, made: Made): Promise<Generation> {
  const { subject, version, folder, name, parent } = made;
  const time = await git.read(["log", "-1", "--format=%ct +0000", git.head]);
  const env = { ...(await identity(git)), GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time };
  // A server that takes signed commits only would refuse the branch for this one.
  const signs = (await git.run(["config", "--type=bool", "commit.gpgSign"])).stdout.trim() === "true";
  const message = generationMessage(subject, { version, folder, name, tree });
  const args = ["commit-tree", ...(signs ? ["-S"] : []), ...(parent ? ["-p", parent] : []), tree];
  return { commit: await git.read(args, { stdin: message, env }), tree, version, folder, name };
}

/** Who commits, for git's environment: the user, whom git knows; a name of ours where it knows nobody. */
export async function identity(git: Git): Promise<Record<string, string>> {
  if ((await git.run(["-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT"])).code === 0) return {};
  const parts = ["AUTHOR", "COMMITTER"].flatMap((who) => [
    [`GIT_${who}_NAME`, "create-flask-deploy"],
    [`GIT_${who}_EMAIL`, "create-flask-deploy@localhost"],
  ]);
  return Object.fromEntries(parts);
}
