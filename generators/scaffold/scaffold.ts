import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Answers, fields } from "../../action/engine/app/fields.ts";
import { nameProblem, suggestion } from "../../action/engine/app/names.ts";
import { Failure } from "../../action/engine/process/failure.ts";
import { type Command, command } from "../dispatch/command.ts";
import { UsageError } from "../dispatch/errors.ts";
import type { Parsed } from "../dispatch/flags.ts";
import { commandLines } from "../dispatch/summaries.ts";
import { version } from "../package.ts";
import type { Io } from "../terminal/io.ts";
import { json, type Made, summary } from "../terminal/summary.ts";
import { answerProblems, checkedAnswers, dirNameProblem, flagName, givenAnswers, missing, nameOf } from "./answers.ts";
import { type Destination, readDestination } from "./destination/destination.ts";
import { type Folder, folderAt, refusal } from "./destination/folder.ts";
import { otherAnswers, sameAgain } from "./destination/same-again.ts";
import { type FirstCommit, firstCommit, GitError, hasGit } from "./first-commit.ts";
import { scaffoldSpec } from "./flags.ts";
import { repository, type Templates } from "./render.ts";
import { write } from "./write.ts";

type Line = Parsed<typeof scaffoldSpec>;

/** The scaffold, `create-flask-deploy [dir] [options]`, for these templates. */
export const scaffold = (templates: Templates): Command =>
  command(scaffoldSpec, (line, io) => make(line, templates, io), {
    more: () => ["Other commands, each with its own --help:", ...commandLines()],
    check: lineProblems,
  });

async function make(line: Line, templates: Templates, io: Io): Promise<number> {
  const { values } = line;
  if (values.version) {
    io.stdout.write(`${version()}\n`);
    return 0;
  }
  const force = values.force ?? false;
  // Existing files are reported, or asked about, before the user answers any question.
  const place = line.rest[0] === undefined ? undefined : await chosenFolder(line.rest[0], line, io);
  const { ask, render } = await repository(templates, () => askMissing(line, place, io));
  const answers = checkedAnswers(mayAsk(line, io) ? await ask() : known(line, place, io));
  const typed = place?.typed ?? answers.name;
  const folder = place?.folder ?? (await usable(resolve(io.cwd, typed), io));
  const { below, repository: around } = folder;
  const files = await render(answers, { existing: around !== undefined, folder: below });
  const target = await readDestination(below && around ? around : folder.dir, files, force);
  const git = await gitOf(values.git, folder, io);
  const dryRun = values["dry-run"] ?? false;
  const commit = dryRun ? git : await writeAll(target, git, answers.name, values.git === true, io);
  const also = [
    ...(force ? ["--force"] : []),
    ...(values.git === undefined ? [] : [values.git ? "--git" : "--no-git"]),
  ];
  const made: Made = { answers, typed, folder, target, commit, dryRun, also };
  io.stdout.write(values.json ? json(made) : summary(made, io));
  return 0;
}

/** A folder, and how it was typed. */
interface Place {
  readonly typed: string;
  readonly folder: Folder;
}

async function chosenFolder(typed: string, line: Line, io: Io): Promise<Place> {
  if (mayAsk(line, io)) return (await import("./destination/ask-folder.ts")).askFolder(typed, io);
  return { typed, folder: await usable(resolve(io.cwd, typed), io) };
}

async function usable(dir: string, io: Io): Promise<Folder> {
  const folder = await folderAt(dir, io);
  const problem = refusal(folder);
  if (problem) throw new Failure(problem);
  return folder;
}

/** The answers that were passed, with the name from the folder. */
function given({ values, rest }: Pick<Line, "values" | "rest">, cwd: string): Partial<Answers> {
  const answers = givenAnswers(values);
  const [dir] = rest;
  if (dir === undefined || answers.name !== undefined) return answers;
  const name = nameOf(dir, cwd);
  return nameProblem(name) ? answers : { name, ...answers };
}

/** The answers that were passed and those of an existing app, which is never generated with other answers. */
function known({ values }: Line, place: Place | undefined, { cwd }: Io): Partial<Answers> {
  if (!place) return givenAnswers(values);
  const { app, dir, repository } = place.folder;
  if (app) {
    const others = otherAnswers(app, givenAnswers(values));
    if (others.length > 0) throw new Failure(sameAgain(dir, others));
    return Object.fromEntries(fields.map(({ key }) => [key, app[key]]));
  }
  // An existing repository has its owner's license.
  return { ...(repository && { license: "none" as const }), ...given({ values, rest: [place.typed] }, cwd) };
}

const mayAsk = ({ values }: Line, io: Io) => io.interactive && !values.yes && !values.json;

function lineProblems(line: Line, io: Io): string[] {
  const { values, rest, seen } = line;
  if (values.version) return [];
  if (rest[0] === "") return ['the folder must not be empty: pass "." for the current one'];
  // The answers of an existing app are in its flask-deploy.yml.
  if (rest[0] !== undefined && existsSync(join(resolve(io.cwd, rest[0]), "flask-deploy.yml"))) return [];
  const answers = given(line, io.cwd);
  const problems = answerProblems(answers);
  if (mayAsk(line, io)) return problems;
  const absent = missing(answers).filter((key) => !seen.has(flagName(key)));
  if (absent.includes("name")) {
    const fromDir = rest[0] ? dirNameProblem(rest[0], io.cwd) : undefined;
    problems.push(fromDir ?? "--name is missing: pass it, or a folder");
  }
  const others = absent.filter((key) => key !== "name").map((key) => `--${flagName(key)}`);
  if (!values.yes && others.length > 0)
    problems.push(`cannot prompt without a terminal: pass --yes for the defaults, or set ${others.join(", ")}`);
  return problems;
}

async function askMissing(line: Line, place: Place | undefined, io: Io): Promise<Partial<Answers>> {
  const answers = known(line, place, io);
  if (missing(answers).length === 0) return answers;
  const { freeName, nameRow } = await import("./destination/ask-folder.ts");
  const { interview } = await import("./questions.ts");
  const suggested = (place && suggestion(nameOf(place.typed, io.cwd))) || (await freeName("flask-app", io));
  return interview(answers, nameRow(suggested, place === undefined, io), io);
}

type Git = "commit" | (FirstCommit & { state: "skipped" });

/** Whether to make a first commit, and why not. */
async function gitOf(wanted: boolean | undefined, { repository }: Folder, io: Io): Promise<Git> {
  if (wanted === false) return { state: "skipped", reason: "--no-git is set" };
  if (repository) {
    if (wanted) throw new UsageError(`${repository} is a git repository already: omit --git`);
    return { state: "skipped", reason: `${repository} is a git repository already` };
  }
  if (await hasGit(io)) return "commit";
  if (wanted) throw new Failure("--git is set, but git cannot be started. Install git, or omit --git.");
  return { state: "skipped", reason: "git is not installed" };
}

/** Writes the files. A first commit that fails is reported, and undoes everything only with --git. */
function writeAll(target: Destination, git: Git, name: string, must: boolean, io: Io): Promise<FirstCommit> {
  const nothingNew = target.files.every(({ state }) => state === "same" || state === "kept");
  return write(
    target,
    async (workTree, gitDir) => {
      if (git !== "commit") return git;
      if (nothingNew) return { state: "skipped", reason: "no file was written" };
      try {
        return await firstCommit(workTree, gitDir, target.files, name, io);
      } catch (error) {
        if (!(error instanceof GitError)) throw error;
        if (must) throw new Failure(`the first commit failed: ${error.message}. Omit --git to skip the commit.`);
        return { state: "skipped", reason: error.message };
      }
    },
    io.signal,
  );
}
