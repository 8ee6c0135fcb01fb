import { type Document, isMap, isScalar, parse, parseDocument } from "yaml";
import { type App, AppError, appFile, appKeys, readApp } from "../../action/app/app.ts";
import { type AnswerKey, type Answers, fields, stacks } from "../../action/app/fields.ts";
import { camelCase, snakeCase } from "../../action/app/settings.ts";
import { withDefaults } from "../answers.ts";
import { Failure } from "../errors.ts";

/** What flask-deploy.yml answers of the questions that this version asks. */
export interface Stored {
  readonly answers: Answers;
  /** Questions that a newer version asks: the file has no answer, and the defaults stand in for them. */
  readonly unanswered: readonly AnswerKey[];
  /** Keys that this version has no use for any more. */
  readonly dropped: readonly string[];
}

/**
 * Reads the answers of a file that an older version has written.
 *
 * @param former the file as that version wrote it: its keys that are unknown now were answers once, all others are mistakes
 * @param given answers of the command line, which replace those of the file
 * @throws {@link Failure} that lists every problem with its place
 */
export function storedAnswers(text: string, former: string | undefined, given: Partial<Answers>): Stored {
  const document = parseDocument(text);
  const there = keysOf(document);
  const once = former === undefined ? [] : keysOf(parseDocument(former));
  const dropped = there.filter((key) => !appKeys.includes(key) && once.includes(key));
  if (document.errors.length === 0 && isMap(document.contents)) {
    for (const key of dropped) document.delete(key);
    answer(document, given);
  }
  let app: App;
  try {
    app = readApp(document.errors.length === 0 ? String(document) : text);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new Failure(`${error.message}\nFix that in ${appFile} and commit it, or pass the answer's flag to update.`);
  }
  const answers = Object.fromEntries(fields.map(({ key }) => [key, app[key]])) as unknown as Answers;
  const answered = new Set([...there, ...once].map(camelCase));
  const open = fields.filter(({ key, when }) => !answered.has(key) && !(key in given) && (when?.(answers) ?? true));
  return { answers, unanswered: open.map(({ key }) => key), dropped };
}

/** Puts the answers of the command line into the document, and takes out what they leave no use for. */
function answer(document: Document, given: Partial<Answers>): void {
  // A stack is a set of defaults: who chooses another one means those.
  if (given.stack && given.stack !== document.get("stack"))
    for (const key of Object.keys(stacks[given.stack])) document.delete(snakeCase(key));
  for (const [key, value] of Object.entries(given)) document.set(snakeCase(key), value);
  const told = fields.map(({ key }) => [key, document.get(snakeCase(key))] as const);
  const whole = withDefaults(Object.fromEntries(told.filter(([, value]) => value !== undefined)));
  for (const { key, when } of fields) if (when && !(key in given) && !when(whole)) document.delete(snakeCase(key));
}

const keysOf = ({ contents }: Document): string[] =>
  isMap(contents) ? contents.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : [])) : [];

/** The name of the app, as far as it can be read. */
export function nameIn(text: string): string {
  const document = parseDocument(text);
  return isMap(document.contents) ? String(document.get("name")) : "";
}

/**
 * The text of a generated flask-deploy.yml with the lines of the user's own, where those give the same answer in other
 * words, such as without the quotes: the text then differs from the user's file only in what the templates change.
 *
 * @param wanted the answers that the text is to give; without it, those of the user's own
 */
export function withOwnLines(text: string, own: string, wanted?: Answers): string {
  const lines = new Map<string, string>();
  for (const line of own.split(/\r?\n/)) lines.set(keyOf(line), line);
  const worded = (line: string) => {
    const key = keyOf(line);
    const other = lines.get(key);
    if (!key || !other) return line;
    return !wanted || answerOf(other) === wanted[camelCase(key) as AnswerKey] ? other : line;
  };
  return text.split("\n").map(worded).join("\n");
}

/** Of a line that is an answer: its key. */
function keyOf(line: string): string {
  const key = /^(\w+): /.exec(line)?.[1] ?? "";
  return fields.some((field) => snakeCase(field.key) === key) ? key : "";
}

function answerOf(line: string): unknown {
  try {
    return Object.values(parse(line) as object)[0];
  } catch {
    return undefined;
  }
}
