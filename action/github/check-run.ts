import type { Annotation } from "../report/report.ts";
import type { GitHub } from "./client.ts";

export interface CheckRun {
  readonly name: string;
  /** The commit that it belongs to. */
  readonly head: string;
  readonly conclusion: "success" | "neutral" | "failure";
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  /** All of them: unlike the annotations of a step, GitHub shows every one. */
  readonly annotations: readonly Annotation[];
  /** Where the run can be watched; "" for no link. */
  readonly detailsUrl: string;
}

/** The most annotations that GitHub accepts in a request, */
const BATCH = 50;
/** and the most characters in a summary. */
const SUMMARY_LIMIT = 65_000;

const levels = { error: "failure", warning: "warning", notice: "notice" } as const;

/** Creates a finished check run, with as many requests as its annotations need. */
export async function makeCheckRun({ ask, owner, repo }: GitHub, run: CheckRun): Promise<void> {
  const [first, ...rest] = outputs(run);
  const made = await ask("POST /repos/{owner}/{repo}/check-runs", {
    ...{ owner, repo, name: run.name, head_sha: run.head, status: "completed", conclusion: run.conclusion },
    ...(run.detailsUrl && { details_url: run.detailsUrl }),
    output: first as Output,
  });
  for (const output of rest)
    await ask("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", {
      owner,
      repo,
      check_run_id: made.data.id,
      output,
    });
}

type Output = ReturnType<typeof outputs>[number];

/** The output in parts, one for each request; GitHub appends the annotations of each. */
export function outputs({ title, summary, annotations }: CheckRun) {
  const batches = annotations.length > 0 ? Math.ceil(annotations.length / BATCH) : 1;
  return Array.from({ length: batches }, (_, i) => ({
    ...{ title, summary: summary.slice(0, SUMMARY_LIMIT) },
    annotations: annotations.slice(i * BATCH, (i + 1) * BATCH).map(place),
  }));
}

function place({ level, message, title, file, ...at }: Annotation) {
  const { startLine = 1, endLine = startLine, startColumn, endColumn } = at;
  const columns = startLine === endLine &&
    startColumn &&
    endColumn && { start_column: startColumn, end_column: endColumn };
  return {
    ...{ path: file ?? ".github", start_line: startLine, end_line: endLine, annotation_level: levels[level], message },
    ...(title && { title: title.slice(0, 255) }),
    ...(columns || {}),
  };
}
