import { type ChangedLines, readDiff } from "../runner/changed-lines.ts";
import type { Job } from "../runner/job.ts";
import { bestEffort } from "./best-effort.ts";
import { type GitHub, openForJob } from "./client.ts";

const PAGE = 100;
/** Beyond these pages of changed files, findings are not sorted by what changed. GitHub lists 3,000 files at most. */
const PAGES = 10;

/** The lines that a pull request changes, from GitHub's API; undefined if it does not return them. */
export function changedInPull(pull: number, token: string, { runner, log }: Job): Promise<ChangedLines | undefined> {
  const github = openForJob(runner, token);
  return bestEffort("order by what changed", "pull-requests: read", log, () => list(github, pull));
}

async function list({ ask, owner, repo }: GitHub, pull: number): Promise<ChangedLines> {
  const changed = new Map<string, readonly (readonly [number, number])[]>();
  for (let page = 1; page <= PAGES; page++) {
    const { data } = await ask("GET /repos/{owner}/{repo}/pulls/{pull_number}/files", {
      ...{ owner, repo, pull_number: pull, per_page: PAGE, page },
    });
    // A patch is missing if it would be too long, or the file is not text.
    for (const { filename, patch } of data) changed.set(filename, readDiff(`+++ b/-\n${patch ?? ""}`).get("-") ?? []);
    if (data.length < PAGE) break;
  }
  return changed;
}
