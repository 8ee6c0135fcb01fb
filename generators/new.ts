import { resolve } from "node:path";
import type { Answers } from "../action/app/fields.ts";
import { nameProblem, suggestion } from "../action/app/names.ts";
import { answerProblems, checkedAnswers, dirNameProblem, flagName, givenAnswers, missing, nameOf } from "./answers.ts";
import { type Command, command } from "./command.ts";
import { commandLines } from "./commands.ts";
import { Failure, UsageError } from "./errors.ts";
import { type FirstCommit, firstCommit, GitError, hasGit } from "./first-commit.ts";
import type { Parsed } from "./flags.ts";
import type { Io } from "./io.ts";
import { version } from "./package.ts";
import { repository, type Templates } from "./render.ts";
import { scaffoldSpec } from "./scaffold-flags.ts";
import { json, type Made, summary } from "./summary.ts";
import { lookAt, type Target } from "./target.ts";
import { write } from "./write.ts";

type Line = Parsed<typeof scaffoldSpec>;

/** The scaffold, `create-flask-deploy [dir] [options]`, of the templates it is given. */
export const scaffold = (templates: Templates): Command =>
  command(scaffoldSpec, (line, io) => make(line, templates, io), {
    more: () => ["Other commands, each with its own --help:", ...commandLines()],
    check: lineProblems,
  });

async function make(line: Line, templates: Templates, io: Io): Promise<number> {
  const { values, rest } = line;
  if (values.version) {
    io.stdout.write(`${version()}\n`);
    return 0;
  }
  const force = values.force ?? false;
  // A folder that cannot take the files is told before a person has answered anything.
  if (rest[0] !== undefined) await lookAt(resolve(io.cwd, rest[0]), [], force);
  const { ask, render } = await repository(templates, () => askMissing(line, io));
  const answers = checkedAnswers(mayAsk(line, io) ? await ask() : given(line, io.cwd));
  const typed = rest[0] ?? answers.name;
  const files = await render(answers);
  const target = await lookAt(resolve(io.cwd, typed), files, force);
  const git = await gitOf(values.git, target, io);
  const dryRun = values["dry-run"] ?? false;
  const commit = dryRun ? git : await writeAll(target, git, values.git === true, io);
  const also = [
    ...(force ? ["--force"] : []),
    ...(values.git === undefined ? [] : [values.git ? "--git" : "--no-git"]),
  ];
  const made: Made = { answers, typed, target, commit, dryRun, also };
  io.stdout.write(values.json ? json(made) : summary(made, io));
  return 0;
}

/** What is given, with the name that the folder gives. */
function given({ values, rest }: Line, cwd: string): Partial<Answers> {
  const answers = givenAnswers(values);
  const [dir] = rest;
  if (dir === undefined || answers.name !== undefined) return answers;
  const name = nameOf(dir, cwd);
  return nameProblem(name) ? answers : { name, ...answers };
}

const mayAsk = ({ values }: Line, io: Io) => io.interactive && !values.yes && !values.json;

function lineProblems(line: Line, io: Io): string[] {
  const { values, rest, seen } = line;
  if (values.version) return [];
  const answers = given(line, io.cwd);
  const problems = answerProblems(answers);
  if (rest[0] === "") problems.push('the folder must not be empty: write "." for this one');
  if (mayAsk(line, io)) return problems;
  const absent = missing(answers).filter((key) => !seen.has(flagName(key)));
  if (absent.includes("name")) {
    const fromDir = rest[0] ? dirNameProblem(rest[0], io.cwd) : undefined;
    problems.push(fromDir ?? "--name is missing: give it, or a folder");
  }
  const others = absent.filter((key) => key !== "name").map((key) => `--${flagName(key)}`);
  if (!values.yes && others.length > 0)
    problems.push(`there is no terminal to ask in: give ${others.join(", ")}, or take their defaults with --yes`);
  return problems;
}

async function askMissing(line: Line, io: Io): Promise<Partial<Answers>> {
  const answers = given(line, io.cwd);
  if (missing(answers).length === 0) return answers;
  const [dir] = line.rest;
  const { ask } = await import("./questions.ts");
  return ask(answers, dir === undefined ? "" : suggestion(nameOf(dir, io.cwd)), io);
}

type Git = "commit" | (FirstCommit & { state: "skipped" });

/** Whether there will be a first commit, and why not. */
async function gitOf(wanted: boolean | undefined, { insideOf }: Target, io: Io): Promise<Git> {
  if (wanted === false) return { state: "skipped", reason: "--no-git was given" };
  if (insideOf) {
    if (wanted) throw new UsageError(`${insideOf} is a git repository already: leave out --git`);
    return { state: "skipped", reason: `${insideOf} is a git repository already` };
  }
  if (await hasGit(io)) return "commit";
  if (wanted) throw new Failure("git cannot be started, and --git was given. Install git, or leave out --git.");
  return { state: "skipped", reason: "git is not installed" };
}

/** Writes; a first commit that fails is told, and undoes everything only where --git asked for it. */
function writeAll(target: Target, git: Git, must: boolean, io: Io): Promise<FirstCommit> {
  const nothingNew = target.files.every(({ state }) => state === "same" || state === "kept");
  return write(
    target,
    async (workTree, gitDir, paths) => {
      if (git !== "commit") return git;
      if (nothingNew) return { state: "skipped", reason: "no file was written" };
      try {
        return await firstCommit(workTree, gitDir, paths, io);
      } catch (error) {
        if (!(error instanceof GitError)) throw error;
        if (must) throw new Failure(`the first commit failed: ${error.message}. Leave out --git to go without.`);
        return { state: "skipped", reason: error.message };
      }
    },
    io.signal,
  );
}
