import { basename, resolve } from "node:path";
import { type AnswerKey, type Answers, type Field, fields } from "../../action/engine/app/fields.ts";
import { nameProblem, suggestion } from "../../action/engine/app/names.ts";
import { conflicts, fieldProblem } from "../../action/engine/app/problems.ts";

type Given = Partial<Answers>;

/** `processManager` → `process-manager`, as it is typed. */
export const flagName = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Values of the flags that are answers, by the table's keys. */
export function givenAnswers(values: Readonly<Record<string, unknown>>): Given {
  const given = fields.map(({ key }) => [key, values[flagName(key)]] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

/** The app's name from its folder, valid or not. */
export const nameOf = (dir: string, cwd: string): string => basename(resolve(cwd, dir));

/** Why a folder's name cannot be the app's, with the flag that sets another one. */
export function dirNameProblem(dir: string, cwd: string): string | undefined {
  const name = nameOf(dir, cwd);
  const problem = nameProblem(name);
  if (!problem) return undefined;
  const near = suggestion(name) || `my-${name}`;
  const other = nameProblem(near) ? "NAME" : near;
  const reason = problem.replace(/ \(try [^)]*\)|: choose another, .*/, "");
  // Some reasons quote the name; the others are rules for every name.
  const why = reason.startsWith('"') ? `: ${reason}` : `, which ${reason}`;
  return `the folder's name, ${JSON.stringify(name)}, cannot be the app's name${why}. Set the name with --name ${other}`;
}

/** Questions that apply with these answers and were not answered. */
export const missing = (given: Given): AnswerKey[] =>
  fields
    .filter(({ key, when, unasked }) => !unasked && given[key] === undefined && (when?.(withDefaults(given)) ?? true))
    .map(({ key }) => key);

/** The answers with every default filled in; only the name has none. No default is derived from an invalid answer. */
export function withDefaults(given: Given): Given {
  const answers: Record<string, unknown> = {};
  const sound: Record<string, unknown> = {};
  for (const field of fields) {
    const value = given[field.key] ?? field.standard(sound as Given);
    answers[field.key] = value;
    if (value !== undefined && fieldProblem(field, value) === undefined) sound[field.key] = value;
  }
  return answers as Given;
}

/** The problems of answers that were passed, each a sentence that names its flag. */
export function answerProblems(given: Given): string[] {
  const whole = withDefaults(given);
  const wrong = fields.flatMap((field) => {
    const value = given[field.key];
    const problem = value === undefined ? undefined : fieldProblem(field, value);
    if (problem) return [`--${flagName(field.key)} ${JSON.stringify(value)}: ${problem}`];
    // The default counts as omitted: `--upstream 1` does not contradict a unix socket.
    const idle = value !== undefined && field.when && !field.when(whole) && value !== standardOf(field, given);
    return idle ? [`--${flagName(field.key)} has no effect here: it is the ${field.help}`] : [];
  });
  const idleKeys = new Set(wrong.map((text) => text.split(" ", 1)[0]));
  const clashes = conflicts(whole).filter(({ key }) => !idleKeys.has(`--${flagName(key)}`));
  return [...wrong, ...clashes.map(({ key, message }) => `--${flagName(key)}: ${message}`)];
}

const standardOf = ({ key }: Field, given: Given) => withDefaults({ ...given, [key]: undefined } as Given)[key];

/**
 * The answers, complete and valid.
 *
 * @throws if one is missing or invalid: nothing is ever rendered from answers that were not checked here
 */
export function checkedAnswers(given: Given): Answers {
  const answers = withDefaults(given);
  const problems = answerProblems(answers);
  const absent = fields
    .filter(({ key }) => answers[key] === undefined)
    .map(({ key }) => `--${flagName(key)} is missing`);
  if (problems.length + absent.length > 0) throw new Error([...problems, ...absent].join("\n"));
  return answers as Answers;
}

/** An answer as arguments of a command line. */
export function flagWords(key: AnswerKey, value: unknown): string[] {
  const flag = flagName(key);
  return typeof value === "boolean" ? [`--${value ? "" : "no-"}${flag}`] : [`--${flag}`, String(value)];
}

/** The flags for all answers that differ from the defaults, in the table's order, as arguments of a command line. */
export function flagsOf(answers: Answers, implied: Given): string[] {
  let known: Given = implied;
  const words: string[] = [];
  for (const { key, when } of fields) {
    const value = answers[key];
    const isDefault = withDefaults(known)[key] === value;
    if (isDefault || (when && !when(answers))) continue;
    known = { ...known, [key]: value };
    words.push(...flagWords(key, value));
  }
  return words;
}
