import { readFileSync } from "node:fs";

/** The pull request or merge group in the event's payload; "" and undefined for what the payload does not have. */
export interface Event {
  /** The commit that it branches off from. */
  readonly base: string;
  /** Its newest commit, not the merge commit that GitHub creates for the run. */
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
