import type { Git } from "../git.ts";

/** The merge of a commit of generated files into HEAD, with their merge base. */
export interface Merge {
  readonly head: string;
  readonly next: string;
  /** The generated files that HEAD is based on; undefined if unavailable, so that every difference is a conflict. */
  readonly base: string | undefined;
}

/** Prefix of refs that exist during a merge; the next part of their name is the process id. */
const spaces = "create-flask-deploy";

/**
 * Makes HEAD a descendant of the base while git merges, if it is not one by history. The replacement ref is in a
 * namespace that no other git uses, so one that a killed run leaves behind has no effect; the next run removes it.
 */
export async function onBase<T>(
  git: Git,
  { head, base }: Merge,
  act: (env: Record<string, string>) => Promise<T>,
): Promise<T> {
  if (!base || (await git.run(["merge-base", "--is-ancestor", base, head])).code === 0) return act({});
  const space = `refs/${spaces}/replace/${process.pid}/`;
  const env = { GIT_REPLACE_REF_BASE: space };
  const [, ...parents] = (await git.read(["rev-list", "--no-walk", "--parents", head])).split(" ");
  const remove = () => git.run(["update-ref", "-d", `${space}${head}`], { toTheEnd: true });
  try {
    await git.read(["replace", "--force", "--graft", head, ...parents, base], { env });
    return await act(env);
  } finally {
    await remove();
  }
}

/** Gives the generated files a name during the merge, which git writes into conflict markers. */
export async function named<T>(
  git: Git,
  commit: string,
  version: string,
  act: (name: string) => Promise<T>,
): Promise<T> {
  const name = `${spaces}/${version}/${process.pid}`;
  await git.read(["update-ref", `refs/${name}`, commit]);
  return act(name).finally(() => git.run(["update-ref", "-d", `refs/${name}`], { toTheEnd: true }));
}

/** Removes the refs that killed runs left behind. */
export async function removeLeftovers(git: Git): Promise<void> {
  const refs = await git.read(["for-each-ref", "--format=%(refname)", `refs/${spaces}`]);
  for (const ref of refs.split("\n").filter(Boolean))
    if (!isRunning(Number(ref.split("/")[3]))) await git.run(["update-ref", "-d", ref]);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
