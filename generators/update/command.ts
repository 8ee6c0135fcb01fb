import { type Answers, fields } from "../../action/engine/app/fields.ts";
import { command, type SpecifiedCommand } from "../dispatch/command.ts";
import type { CommandSpec, Parsed } from "../dispatch/flags.ts";
import { version } from "../package.ts";
import { checkedAnswers, givenAnswers } from "../scaffold/answers.ts";
import { answerFlag } from "../scaffold/flags.ts";
import type { Templates } from "../scaffold/render.ts";
import { templates } from "../scaffold/templates.ts";
import type { Io } from "../terminal/io.ts";
import { running } from "../terminal/running.ts";
import { type Git, gitAt } from "./git.ts";
import { identity } from "./lineage/generation.ts";
import { assertClean, branchOf } from "./merge/clean.ts";
import { type Merged, merge } from "./merge/merge.ts";
import { type Merge, removeLeftovers } from "./merge/on-base.ts";
import { mergeInMemory } from "./merge/trial.ts";
import { type Plan, planUpdate } from "./plan.ts";
import { exitCodeOf, json, type Result, text } from "./report.ts";
import type { Stored } from "./stored.ts";

const spec = {
  name: "update",
  summary: "merge newer templates, or other answers, into the app",
  flags: [
    ...fields.map(answerFlag),
    {
      name: "from",
      kind: "text",
      value: "FOLDER",
      help: "package of the version that generated the files, to compare with",
    },
    { name: "yes", kind: "boolean", short: "y", help: "use defaults for new questions, without prompting" },
    { name: "check", kind: "boolean", help: "exit with 1 if an update would change a file; change nothing" },
    { name: "dry-run", kind: "boolean", help: "print the diff that an update would make, change nothing" },
    { name: "json", kind: "boolean", help: "print the result as JSON on stdout, without prompting" },
  ],
  examples: [
    ["npx create-flask-deploy@latest update", "merges the newest templates into the current branch"],
    ["npx create-flask-deploy@latest update --check", "in CI: fails when newer templates would change a file"],
    ["npx create-flask-deploy update --domain shop.example.org", "changes an answer and every file that depends on it"],
  ],
} as const satisfies CommandSpec;

type Line = Parsed<typeof spec>;

/** The command `update` for these templates. */
export const updateTo = (templates: Templates, to = version()): SpecifiedCommand =>
  command(spec, (line, io) => update(line, templates, to, io));

export const updateCommand = updateTo(templates);

async function update({ values }: Line, templates: Templates, to: string, io: Io): Promise<number> {
  const { check = false, "dry-run": dryRun = false } = values;
  const progress = running(io);
  try {
    progress.step("compare with the templates");
    const git = await branchOf(await gitAt(io.cwd, io));
    if (!check && !dryRun) await assertClean(git);
    await removeLeftovers(git);
    const ask = async (stored: Stored) => {
      if (stored.unanswered.length === 0 || !mayAsk(values, io)) return stored;
      progress.stop();
      return answered(stored, io);
    };
    const plan = await planUpdate(
      git,
      { given: givenAnswers(values), from: values.from, templates, to, step: progress.step, ask },
      io,
    );
    const wanted = mergeOf(plan);
    const { diff = "", ...done } = wanted ? await (check || dryRun ? tried : merged)(git, wanted, to) : unchanged;
    const result = { ...about(plan, to), ...done, notes: [...plan.notes, ...(done.notes ?? [])] };
    progress.stop(true);
    if (values.json) io.stdout.write(json(result, check));
    else io.stdout.write(`${dryRun && diff ? `${diff}\n\n` : ""}${text(result, io)}`);
    return exitCodeOf(result.outcome, check);
  } finally {
    progress.stop();
  }
}

type Done = Merged & Pick<Result, "outcome"> & { readonly diff?: string; readonly notes?: readonly string[] };
const unchanged: Done = { changes: [], conflicts: [], deleted: [], outcome: "unchanged" };

async function merged(git: Git, wanted: Merge, to: string): Promise<Done> {
  const done = await merge(git, wanted, to, await identity(git));
  return { ...done, outcome: done.conflicts.length > 0 ? "conflicts" : "updated" };
}

async function tried(git: Git, wanted: Merge): Promise<Done> {
  const would = await mergeInMemory(git, wanted);
  return { ...would, outcome: would.conflicts.length > 0 ? "would-conflict" : "would-update" };
}

const mayAsk = ({ yes, json, check, "dry-run": dryRun }: Line["values"], io: Io) =>
  io.interactive && !yes && !json && !check && !dryRun;

/** Prompts for the new questions of a newer version. */
async function answered({ answers, unanswered, dropped }: Stored, io: Io): Promise<Stored> {
  const { interview } = await import("../scaffold/questions.ts");
  const known = fields.filter(({ key }) => !unanswered.includes(key)).map(({ key }) => [key, answers[key]]);
  const name = { suggested: answers.name, problem: async () => undefined };
  const given = await interview({ ...(Object.fromEntries(known) as Partial<Answers>), keepStack: false }, name, io);
  return { answers: checkedAnswers(given), unanswered: [], dropped };
}

const about = ({ answers, given, unanswered, dropped, from, notes }: Plan, to: string) => ({
  ...{ answers, given, unanswered, dropped, from, to, notes },
});

const mergeOf = ({ head, base, next }: Plan): Merge | undefined =>
  next && { head, next: next.commit, base: base?.commit };
