import { type AnswerKey, type Answers, type Field, fields, stacks } from "../../action/engine/app/fields.ts";
import { conflicts, fieldProblem } from "../../action/engine/app/problems.ts";
import { Cancelled } from "../dispatch/errors.ts";
import type { Io } from "../terminal/io.ts";
import { ask, back, type Question } from "../terminal/prompt.ts";
import { withDefaults } from "./answers.ts";

/** The answers so far, passed or typed, and whether the stack's defaults are kept. */
type Session = Partial<Answers> & { keepStack?: boolean };

interface Row {
  readonly key: AnswerKey | "keepStack";
  readonly when: (session: Session) => boolean;
  readonly question: (session: Session) => Question;
}

export interface NameRow {
  readonly suggested: string;
  /** Problems of a name beyond its spelling, such as a folder of that name that is not empty. */
  readonly problem: (name: string) => Promise<string | undefined>;
}

const stackKeys = new Set<string>(Object.keys(stacks.uwsgi));
export const unwritten = "nothing was written";

/**
 * Prompts for missing answers in the table's order. Keeping the defaults of the stack is one question; only a user who
 * does not gets its rows one by one. Esc goes back to the previous question, and from the first one cancels.
 *
 * @throws {@link Cancelled}
 */
export async function interview(given: Session, name: NameRow, io: Io): Promise<Partial<Answers>> {
  const asked = fields.filter(({ unasked }) => !unasked);
  const rows = asked.flatMap((field) => [
    ...(field.key === "layout" ? [keepStack(given)] : []),
    row(field, given, name),
  ]);
  const answered: { at: number; value: unknown }[] = [];
  const former = new Map<number, unknown>();
  for (let at = 0; at < rows.length; ) {
    const { key, when, question } = rows[at] as Row;
    const session = sessionOf(given, rows, answered);
    if (key in given || !when(session)) {
      at++;
      continue;
    }
    const now = question(session);
    const value = await ask(former.has(at) ? { ...now, default: former.get(at) } : now, unwritten, io);
    if (value === back) {
      const last = answered.pop();
      if (!last) throw new Cancelled(unwritten);
      former.set(last.at, last.value);
      at = last.at;
    } else {
      former.delete(at);
      answered.push({ at: at++, value });
    }
  }
  const { keepStack: _, ...answers } = sessionOf(given, rows, answered);
  return answers;
}

const sessionOf = (
  given: Partial<Answers>,
  rows: readonly Row[],
  answered: readonly { at: number; value: unknown }[],
) => ({ ...given, ...Object.fromEntries(answered.map(({ at, value }) => [rows[at]?.key, value])) }) as Session;

function keepStack(given: Partial<Answers>): Row {
  return {
    key: "keepStack",
    when: () => [...stackKeys].some((key) => !(key in given)),
    question: (session) => {
      const { layout, server, socket, processManager, nginx, workers, threads } = withDefaults(session);
      const parts = [layout, server, `${socket} socket`, processManager, `nginx ${nginx}`];
      return {
        type: "confirm",
        message: `Use the defaults of this stack? (${parts.join(", ")}, ${workers} workers × ${threads} threads)`,
        default: true,
      };
    },
  };
}

function row(field: Field, given: Partial<Answers>, name: NameRow): Row {
  const { key, kind, choices = {}, message } = field;
  const type = ({ text: "input", integer: "number", boolean: "confirm", choice: "select" } as const)[kind];
  const problemOf = async (value: unknown, session: Session) =>
    fieldProblem(field, value) ??
    clashWith(session, field, value) ??
    (key === "name" ? await name.problem(value as string) : undefined);
  return {
    key,
    when: (session) =>
      !(session.keepStack && stackKeys.has(key) && !(key in given)) && (field.when?.(withDefaults(session)) ?? true),
    question: (session) => ({
      type,
      message,
      default: key === "name" ? name.suggested : field.standard(withDefaults(session)),
      ...(kind === "choice"
        ? {
            // A choice that conflicts with an earlier answer is disabled, with the reason.
            choices: Object.entries(choices).map(([value, description]) => ({
              ...{ value, description, clash: clashWith(session, field, value) },
            })),
          }
        : {
            validate: async (value: unknown) => {
              const problem = await problemOf(value, session);
              return problem ? `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.` : true;
            },
          }),
    }),
  };
}

const clashWith = (session: Session, { key }: Field, value: unknown) =>
  conflicts({ ...session, [key]: value }).find((problem) => problem.key === key)?.message;
