import { basename, join } from "node:path";
import type { Answers } from "../../action/engine/app/fields.ts";
import { quote, quoteAll } from "../../action/engine/process/quote.ts";
import { flagsOf, nameOf } from "../scaffold/answers.ts";
import { type Destination, type FileState, isWritten, type PlannedFile } from "../scaffold/destination/destination.ts";
import type { Folder } from "../scaffold/destination/folder.ts";
import type { FirstCommit } from "../scaffold/first-commit.ts";
import type { Io } from "./io.ts";
import { painter } from "./paint.ts";

/** What a run of the scaffold did, or with `dryRun` would do. */
export interface Made {
  readonly answers: Answers;
  /** The folder as it was typed. */
  readonly typed: string;
  readonly folder: Folder;
  /** Relative to the repository's root if the app's folder is below it, because GitHub reads workflows there only. */
  readonly target: Destination;
  readonly commit: FirstCommit | "commit";
  readonly dryRun: boolean;
  /** Other flags that change the result: `--force`, `--no-git`. */
  readonly also: readonly string[];
}

/** For the user. */
export function summary(made: Made, io: Io): string {
  const { folder, target, answers, commit, dryRun } = made;
  const paint = painter(io.stdout, io.env);
  const written = target.files.filter(({ state }) => isWritten(state));
  const lines = [
    `${paint.green(paint.bold(dryRun ? "Would make" : "Made"))} ${paint.bold(answers.name)} in ${folder.dir}: ${count(written)}${committed(commit)}.`,
  ];
  if (dryRun) lines.push("", ...listing(target.files));
  if (folder.below)
    lines.push("", `Its workflow is in ${join(target.dir, ".github/workflows")}, where GitHub reads it.`);
  const kept = target.files.filter(isInTheWay);
  if (kept.length > 0 && !dryRun)
    lines.push(
      "",
      paint.yellow("Existing files kept (--force overwrites them):"),
      ...kept.map(({ path }) => `  ${path}`),
    );
  const extended = target.files.filter(({ state }) => state === "extended");
  if (extended.length > 0 && !dryRun)
    lines.push("", ...extended.map(({ path }) => `${path} kept, with its missing lines added.`));
  const note = noteOn(commit);
  if (note) lines.push("", note);
  if (!dryRun) lines.push("", paint.bold("Next:"), ...nextCommands(made).map((line) => `  ${paint.cyan(line)}`));
  lines.push("", "To repeat this without questions:", `  ${reproduce(made)}`);
  return `${lines.join("\n")}\n`;
}

/** For `--json`. */
export function json(made: Made): string {
  const { answers, folder, target, commit, dryRun } = made;
  const files = target.files.map(({ path, content, state }) => ({ path, bytes: content.length, state }));
  const git = commit === "commit" ? { state: "planned" } : commit;
  const told = {
    ok: true,
    dryRun,
    dir: folder.dir,
    repository: target.dir,
    answers,
    files,
    git,
    next: nextCommands(made),
    command: reproduce(made),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

/** Commands to paste unchanged. */
export function nextCommands({ typed }: Made): string[] {
  const cd = typed === "." ? [] : [`cd ${quote(typed.startsWith("-") ? `./${typed}` : typed)}`];
  return [...cd, "npx create-flask-deploy preview"];
}

/** A command line that generates the same app without prompting. */
export function reproduce({ typed, answers, also }: Made): string {
  // "/" gives no name, so the name is always passed unless it is the folder's.
  const implied = nameOf(typed, "/") === answers.name ? { name: answers.name } : {};
  const dir = typed.startsWith("-") ? `./${typed}` : typed;
  return quoteAll(["npx", "create-flask-deploy", dir, "--yes", ...flagsOf(answers, implied), ...also]);
}

function listing(files: readonly PlannedFile[]): string[] {
  const width = Math.max(...files.map(({ content }) => String(content.length).length));
  return files.map(
    ({ path, content, state }) => `  ${state.padEnd(12)}${String(content.length).padStart(width)} B  ${path}`,
  );
}

/** Files that belong to the user anyway, or already had every line, are not listed. */
const isInTheWay = ({ state, path }: { state: FileState; path: string }) =>
  state === "kept" && !/^(README|LICENSE|\.gitignore$)/i.test(basename(path));

const count = ({ length }: readonly unknown[]) => (length === 1 ? "1 file" : `${length} files`);

function committed(commit: Made["commit"]): string {
  if (commit === "commit") return ", and a first commit";
  return commit.state === "committed" ? `, first commit ${commit.commit}` : "";
}

function noteOn(commit: Made["commit"]): string | undefined {
  if (commit === "commit") return undefined;
  if (commit.state === "skipped")
    return commit.reason.startsWith("--no-git") ? undefined : `No first commit: ${commit.reason}.`;
  if (commit.identity === "own") return undefined;
  return [
    "git has no user.name and user.email, so create-flask-deploy is the author of the first commit. To change that:",
    "  git config --global user.name NAME && git config --global user.email ADDRESS",
    "  git commit --amend --reset-author --no-edit",
  ].join("\n");
}
