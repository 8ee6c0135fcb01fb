import { error, notice, setFailed, setOutput, summary, warning } from "@actions/core";
import type { Secrets } from "../runner/secrets.ts";

/** What GitHub shows at a line of a file, or at the step when there is no file. Lines and columns count from 1. */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly message: string;
  readonly title?: string;
  /** Path in the repository, not in the app's folder. */
  readonly file?: string;
  readonly startLine?: number;
  readonly endLine?: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
}

/** The result of a command, ready to be shown; every command of the Action returns one. */
export interface Report {
  /** Why the job fails; undefined if it succeeds. */
  readonly failure: string | undefined;
  readonly outputs: Readonly<Record<string, string>>;
  readonly annotations: readonly Annotation[];
  /** Markdown. */
  readonly summary: string;
}

const say = { error, warning, notice };

/** GitHub's limit for a summary is 1 MiB a step. */
const SUMMARY_LIMIT = 1024 * 1024 - 4096;

/** Passes a report to the runner. A runner without summaries or outputs (an old or unofficial one) gives a warning. */
export async function publish(report: Report, secrets: Secrets): Promise<void> {
  for (const { level, message, title, ...place } of report.annotations)
    say[level](secrets.hide(message), { ...place, ...(title && { title: secrets.hide(title) }) });
  for (const [name, value] of Object.entries(report.outputs)) setOutput(name, secrets.hide(value));
  const whole = secrets.hide(report.summary);
  const fits = Buffer.byteLength(whole) <= SUMMARY_LIMIT;
  const text = fits
    ? whole
    : `${whole.slice(0, whole.indexOf("\n\n"))}\n\nThe rest is too long for a summary: see the log.`;
  await summary
    .addRaw(text, true)
    .write()
    .catch((error: Error) => warning(`The job summary could not be written: ${error.message}`));
  if (report.failure !== undefined) setFailed(secrets.hide(report.failure));
}
