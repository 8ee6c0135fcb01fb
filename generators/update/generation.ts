import type { RenderedFile } from "../render.ts";
import type { Git } from "./git.ts";
import { type Generation, generationMessage } from "./lineage.ts";

/** What a generation is made of, beside its files. */
interface Made extends Pick<Generation, "version" | "name"> {
  readonly subject: string;
  /** The generation that it follows; without one, it begins a lineage. */
  readonly parent?: string | undefined;
}

/** Writes files as objects of the repository: no branch, no index and no file of the work tree is touched. */
export async function treeOf(git: Git, files: readonly RenderedFile[]): Promise<string> {
  const folders = new Map<string, RenderedFile[]>();
  const lines: string[] = [];
  for (const file of files) {
    const slash = file.path.indexOf("/");
    if (slash < 0) {
      const blob = await git.read(["hash-object", "-w", "--no-filters", "--stdin"], { stdin: file.content });
      lines.push(`${file.mode & 0o100 ? "100755" : "100644"} blob ${blob}\t${file.path}`);
      continue;
    }
    const [folder, path] = [file.path.slice(0, slash), file.path.slice(slash + 1)];
    folders.set(folder, [...(folders.get(folder) ?? []), { ...file, path }]);
  }
  for (const [folder, inner] of folders) lines.push(`040000 tree ${await treeOf(git, inner)}\t${folder}`);
  return git.read(["mktree", "-z"], { stdin: lines.map((line) => `${line}\0`).join("") });
}

/** A tree with another content of one of its files. */
export async function treeWith(git: Git, tree: string, path: string, content: string): Promise<string> {
  const [name = "", ...below] = path.split("/");
  const rows = await Promise.all(
    (await git.list(["ls-tree", "-z", tree])).map(async (row) => {
      const [head = "", entry] = row.split("\t");
      if (entry !== name) return row;
      const [mode, type, object = ""] = head.split(" ");
      const changed =
        below.length > 0
          ? await treeWith(git, object, below.join("/"), content)
          : await git.read(["hash-object", "-w", "--no-filters", "--stdin"], { stdin: content });
      return `${mode} ${type} ${changed}\t${entry}`;
    }),
  );
  return git.read(["mktree", "-z"], { stdin: rows.map((row) => `${row}\0`).join("") });
}

/**
 * Commits a generation beside the branch. The same files on the same HEAD make the same commit, so that a run which was
 * interrupted, or two at once, add nothing twice.
 */
export async function commitGeneration(git: Git, tree: string, made: Made): Promise<Generation> {
  const { subject, version, name, parent } = made;
  const { folder } = git;
  const time = await git.read(["log", "-1", "--format=%ct +0000", "HEAD"]);
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
