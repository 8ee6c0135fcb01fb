import type { Answers } from "../action/app/fields.ts";
import { quote, quoteAll } from "../action/deploy/quote.ts";
import { flagsOf, nameOf } from "./answers.ts";
import type { FirstCommit } from "./first-commit.ts";
import type { Io } from "./io.ts";
import { painter } from "./paint.ts";
import type { FileState, PlannedFile, Target } from "./target.ts";

/** What a run of the scaffold did, or with `dryRun` would do. */
export interface Made {
  readonly answers: Answers;
  /** The folder as it was typed. */
  readonly typed: string;
  readonly target: Target;
  readonly commit: FirstCommit | "commit";
  readonly dryRun: boolean;
  /** Flags beside the answers that make a difference: `--force`, `--no-git`. */
  readonly also: readonly string[];
}

/** For a person. */
export function summary(made: Made, io: Io): string {
  const { target, answers, commit, dryRun } = made;
  const paint = painter(io.stdout, io.env);
  const written = target.files.filter(({ state }) => state === "new" || state === "overwritten");
  const lines = [
    `${paint.green(paint.bold(dryRun ? "Would make" : "Made"))} ${paint.bold(answers.name)} in ${target.dir}: ${count(written)}${committed(commit)}.`,
  ];
  if (dryRun) lines.push("", ...listing(target.files));
  const kept = target.files.filter(isInTheWay);
  if (kept.length > 0 && !dryRun)
    lines.push("", paint.yellow("In the way and kept (--force overwrites):"), ...kept.map(({ path }) => `  ${path}`));
  const note = noteOn(commit);
  if (note) lines.push("", note);
  if (!dryRun) lines.push("", paint.bold("Next:"), ...nextCommands(made).map((line) => `  ${paint.cyan(line)}`));
  lines.push("", "The same again, without questions:", `  ${reproduce(made)}`);
  return `${lines.join("\n")}\n`;
}

/** For a program. */
export function json(made: Made): string {
  const { answers, target, commit, dryRun } = made;
  const files = target.files.map(({ path, content, state }) => ({ path, bytes: content.length, state }));
  const git = commit === "commit" ? { state: "planned" } : commit;
  const told = {
    ok: true,
    dryRun,
    dir: target.dir,
    answers,
    files,
    git,
    next: nextCommands(made),
    command: reproduce(made),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

/** To be pasted as they stand. */
export function nextCommands({ typed }: Made): string[] {
  const cd = typed === "." ? [] : [`cd ${quote(typed.startsWith("-") ? `./${typed}` : typed)}`];
  return [...cd, "npx create-flask-deploy preview"];
}

/** One line that makes the same again, asking nothing. */
export function reproduce({ typed, answers, also }: Made): string {
  // "/" cannot name a folder's own app, so the name is always given where the folder does not.
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

/** A README or licence that was there is the person's own, and not worth a word. */
const isInTheWay = ({ state, path }: { state: FileState; path: string }) =>
  state === "kept" && !/^(README|LICENSE)/i.test(path);

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
    "git knows no name and address of yours, so the first commit is by create-flask-deploy. To sign it yourself:",
    "  git config --global user.name NAME && git config --global user.email ADDRESS",
    "  git commit --amend --reset-author --no-edit",
  ].join("\n");
}
