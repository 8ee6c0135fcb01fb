import type { DeployResult } from "../../engine/deploy/contract.ts";
import { type Cause, causeSources } from "../../engine/deploy/deploy-error.ts";
import type { Change } from "../../runner/commits.ts";
import { code, fenced, folded, inline, page, table, tail } from "../markdown.ts";
import { milliseconds, timeline } from "./timeline.ts";
import { lastLine } from "./traceback.ts";

/** What a report needs to know besides the result. */
export interface DeployContext {
  /** Name of the app. */
  readonly app: string;
  readonly command: "deploy" | "rollback";
  readonly dryRun: boolean;
  readonly actor: string;
  /** https://github.com/OWNER/NAME; "" outside a workflow. */
  readonly repositoryUrl: string;
  /** The app's folder in the repository, "" when it is the root. */
  readonly folder: string;
  /** Commits of the release, newest first; undefined if the checkout does not have them. */
  readonly changes: readonly Change[] | undefined;
  /** Whether the app's folder has a file. */
  readonly exists: (file: string) => boolean;
}

const TRACEBACK_LIMIT = 20_000;

/** The job summary of a deploy or a rollback: the result in the first line, then the details. */
export function deploySummary(result: DeployResult, context: DeployContext): string {
  const { cause, steps } = result;
  return page(
    headline(result, context),
    cause ? causeParts(cause) : "",
    facts(result, context),
    prober(result),
    changeParts(result, context),
    steps.length > 0 ? folded(`Timeline: ${milliseconds(result.durationMs)}`, timeline(steps, result.durationMs)) : "",
    ...result.warnings.map((warning) => `> [!WARNING]\n> ${inline(warning)}`),
  );
}

function headline({ status, release, url, cause, durationMs }: DeployResult, context: DeployContext): string {
  const app = code(context.app);
  const where = url ? ` at ${address(url)}` : "";
  const took = ` in ${milliseconds(durationMs)}`;
  if (cause) {
    const what =
      status === "rolled-back"
        ? "was rolled back"
        : status === "unknown"
          ? "may be live or not"
          : context.command === "deploy"
            ? "was not deployed"
            : "was not rolled back";
    return `### ❌ ${app} ${what}: ${inline(reason(cause))}`;
  }
  if (context.dryRun) return `### 🔎 ${app}: a dry run, nothing was changed`;
  switch (status) {
    case "deployed":
      return `### ✅ ${app} ${code(release)} is live${where}, deployed${took}`;
    case "rolled-back":
      return `### ↩️ ${app} is back at ${code(release)}${where}${took}`;
    case "unchanged":
      return `### ✅ ${app} ${code(release)} is live${where} already: nothing to do`;
    case "failed":
    case "unknown":
      return `### ❌ ${app} was not deployed`;
  }
}

/** What failed and, if the app's output says so, why: "the new release does not start: KeyError: 'TOKEN'". */
export const reason = ({ message, traceback }: Cause): string =>
  [message, lastLine(traceback)].filter(Boolean).join(": ");

function causeParts({ message: _, next, step, kind, traceback, journal, unit }: Cause): string {
  return [
    next && (next.includes("\n") ? fenced(next) : `**What to do:** ${inline(next)}`),
    `Failed at step ${code(step)}. Cause: ${causeSources[kind]}.${unit ? ` Unit: ${inline(unit)}.` : ""}`,
    traceback && fenced(tail(traceback, TRACEBACK_LIMIT), "pytb"),
    journal.length > 0 &&
      folded(`Last ${journal.length} lines of its journal`, fenced(tail(journal.join("\n"), TRACEBACK_LIMIT))),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function facts(result: DeployResult, { repositoryUrl, actor }: DeployContext): string {
  const { release, previousRelease, commit, changed, bytesSent } = result;
  const touched = changed.added + changed.changed + changed.removed;
  const rows = [
    release && ["release", code(release)],
    previousRelease && ["before", code(previousRelease)],
    commit && ["commit", `${commitLink(repositoryUrl, commit)}${actor ? ` by ${inline(actor)}` : ""}`],
    touched > 0 && [
      "files",
      `${changed.added} added, ${changed.changed} changed, ${changed.removed} removed; ${bytes(bytesSent)} sent`,
    ],
  ];
  const shown = rows.filter((row): row is string[] => Array.isArray(row));
  return shown.length > 0 ? table(["", ""], shown) : "";
}

function commitLink(repositoryUrl: string, hash: string): string {
  const short = code(hash.slice(0, 7));
  return repositoryUrl ? `[${short}](${repositoryUrl}/commit/${hash})` : short;
}

function prober({ requestsSent, requestsFailed, longestStallMs }: DeployResult): string {
  if (requestsSent === 0) return "";
  const failed = requestsFailed === 0 ? "none failed" : `**${requestsFailed} failed**`;
  return `${requestsSent} probe requests through nginx during the switch: ${failed}, the slowest took ${milliseconds(longestStallMs)}.`;
}

/** The commits that a deploy adds or a rollback removes. After a rollback, the older end is the live commit. */
function changeParts(result: DeployResult, { changes, repositoryUrl, command }: DeployContext): string {
  const [before, after] = endsOf(result);
  if (!before || !after || before.startsWith(after) || after.startsWith(before)) return "";
  const [from, to] = command === "rollback" ? [after, before] : [before, after];
  const link = repositoryUrl ? `[Compare](${repositoryUrl}/compare/${from}...${to})` : "";
  if (!changes) return link;
  const line = ({ hash, subject, author }: Change) =>
    `- ${commitLink(repositoryUrl, hash)} ${inline(subject)} (${inline(author)})`;
  const title = command === "rollback" ? "No longer live" : "Since the last release";
  return [`**${title}** ${link}`, changes.map(line).join("\n")].join("\n\n");
}

/** Commits of the previous and the live release; the result of a rollback has it in the release id only. */
export const endsOf = ({
  previousRelease,
  commit,
  release,
}: DeployResult): readonly [before: string, after: string] => [
  previousRelease.split("-")[1] ?? "",
  commit || (release.split("-")[1] ?? ""),
];

/** A link; the parser percent-encodes characters that a URL must not contain (`<`, a backtick). */
const address = (url: string): string => (URL.canParse(url) ? `<${new URL(url).href}>` : code(url));

const bytes = (count: number): string =>
  count < 1000 ? `${count} bytes` : count < 1e6 ? `${(count / 1e3).toFixed(1)} kB` : `${(count / 1e6).toFixed(1)} MB`;
