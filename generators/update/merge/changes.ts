import type { Git } from "../git.ts";

/** One file that differs between two trees. */
export interface Change {
  readonly path: string;
  readonly kind: "added" | "changed" | "removed" | "renamed";
  /** Of a renamed file: its path before. */
  readonly from?: string;
}

const kinds: Readonly<Record<string, Change["kind"]>> = { A: "added", D: "removed", R: "renamed" };

/** Output of `git diff` with these arguments. */
export async function changesOf(git: Git, between: readonly string[]): Promise<Change[]> {
  const parts = await git.list(["diff", "--name-status", "-z", "-M", "--no-ext-diff", ...between], { toTheEnd: true });
  const changes: Change[] = [];
  while (parts.length > 0) {
    const letter = (parts.shift() as string).charAt(0);
    const first = parts.shift() as string;
    const kind = kinds[letter] ?? "changed";
    changes.push(kind === "renamed" ? { kind, from: first, path: parts.shift() as string } : { kind, path: first });
  }
  return changes;
}
