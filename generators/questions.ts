import inquirer from "inquirer";
import { type Answers, conflicts, type Field, fieldProblem, fields, stacks } from "../action/app/fields.ts";
import { withDefaults } from "./answers.ts";
import { Interrupted } from "./errors.ts";
import type { Io } from "./io.ts";

/** Answers so far, and whether the stack's own defaults are kept as they are. */
type Session = Partial<Answers> & { keepStack?: boolean };

const stackKeys = new Set<string>(Object.keys(stacks.uwsgi));

/**
 * Asks, in the table's order, what is not given. What a stack stands for is one question, and its rows are asked one by
 * one only of those who want another.
 *
 * @throws {@link Interrupted} on Ctrl-C.
 */
export async function ask(given: Partial<Answers>, suggestedName: string, io: Io): Promise<Partial<Answers>> {
  const ask = inquirer.createPromptModule({
    input: io.stdin,
    // Inquirer draws on any writable stream; ours is one, seen through a narrower type.
    output: io.stdout as NodeJS.WriteStream,
    signal: io.signal,
  });
  const questions = fields.flatMap((field) => [
    ...(field.key === "layout" ? [keepStack(given)] : []),
    question(field, suggestedName),
  ]);
  try {
    const { keepStack: _, ...answers } = await ask<Session>(questions as never, given);
    return answers as Partial<Answers>;
  } catch (error) {
    // @inquirer/core throws these when Ctrl-C closes a prompt, or the signal aborts it.
    if (error instanceof Error && /^(Exit|Abort|Cancel)PromptError$/.test(error.name))
      throw io.signal.aborted ? io.signal.reason : new Interrupted("SIGINT");
    throw error;
  }
}

function keepStack(given: Partial<Answers>) {
  const open = [...stackKeys].filter((key) => !(key in given));
  return {
    type: "confirm",
    name: "keepStack",
    message: (session: Session) => {
      const whole = withDefaults(session);
      const parts = [
        whole.layout,
        whole.server,
        `${whole.socket} socket`,
        whole.processManager,
        `nginx ${whole.nginx}`,
      ];
      return `Keep what it stands for? (${parts.join(", ")}, ${whole.workers} workers × ${whole.threads} threads)`;
    },
    default: true,
    when: () => open.length > 0,
  };
}

function question(field: Field, suggestedName: string) {
  const { key, kind, choices = {}, message } = field;
  return {
    type: { text: "input", integer: "number", boolean: "confirm", choice: "select" }[kind],
    name: key,
    message,
    required: true,
    loop: false,
    // What contradicts an answer above cannot be chosen, and says why.
    choices: (session: Session) =>
      Object.entries(choices).map(([value, meaning]) => {
        const clash = clashWith(session, field, value);
        return { value, short: value, name: `${value}: ${meaning}`, ...(clash && { disabled: `(${clash})` }) };
      }),
    default: (session: Session) =>
      key === "name" ? suggestedName || undefined : field.standard(withDefaults(session)),
    when: (session: Session) => {
      if (session.keepStack && stackKeys.has(key)) return false;
      return field.when?.(withDefaults(session)) ?? true;
    },
    ...(kind !== "choice" && {
      validate: (value: unknown, session: Session) => {
        const problem = fieldProblem(field, value) ?? clashWith(session, field, value);
        return problem ? `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.` : true;
      },
    }),
  };
}

const clashWith = (session: Session, { key }: Field, value: unknown) =>
  conflicts({ ...session, [key]: value }).find((problem) => problem.key === key)?.message;
