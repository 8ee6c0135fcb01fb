import type { Git } from "../git.ts";

/** What is merged: a generation into HEAD, from the files that both began with. */
export interface Merge {
  readonly head: string;
  readonly next: string;
  /** The generation that HEAD stands on; undefined where none can be had, so that every difference is a conflict. */
  readonly base: string | undefined;
}

/** Folder of refs that live as long as a merge; below it, each has the number of its process. */
const spaces = "create-flask-deploy";

/**
 * Lets git see HEAD as a descendant of the base while it merges, where history does not say so. The replacement is in a
 * namespace that no other git looks into, so one that a killed run leaves behind changes nothing; the next run removes it.
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

/** Gives the generation a name while it is merged: what git writes between conflict markers. */
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

/** Removes the names and the replacements of runs that were killed. */
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
