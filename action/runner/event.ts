import { readFileSync } from "node:fs";

/** What the event's payload tells of a pull request or a merge group; "" and undefined for what it does not. */
export interface Event {
  /** The commit that it starts from. */
  readonly base: string;
  /** Its newest commit: not the merge that GitHub makes for the run. */
  readonly head: string;
  readonly pull: number | undefined;
}

export function readEvent(file: string): Event {
  const commit = (value: unknown) => (typeof value === "string" && /^[0-9a-f]{40,64}$/.test(value) ? value : "");
  try {
    const { pull_request: pull, merge_group: group } = JSON.parse(readFileSync(file, "utf8"));
    const number = Number.isSafeInteger(pull?.number) ? pull.number : undefined;
    return {
      base: commit(pull?.base?.sha ?? group?.base_sha),
      head: commit(pull?.head?.sha ?? group?.head_sha),
      pull: number,
    };
  } catch {
    return { base: "", head: "", pull: undefined };
  }
}
