import { styleText } from "node:util";
import confirm from "@inquirer/confirm";
import input from "@inquirer/input";
import number from "@inquirer/number";
import select from "@inquirer/select";
import { wrapAnsi } from "fast-wrap-ansi";
import { Cancelled } from "../dispatch/errors.ts";
import type { Io } from "./io.ts";

export interface Question {
  readonly type: "input" | "number" | "confirm" | "select";
  readonly message: string;
  readonly default?: unknown;
  readonly choices?: readonly Choice[];
  /** true, or why an answer is invalid. */
  readonly validate?: (value: never) => string | true | Promise<string | true>;
}

export interface Choice {
  readonly value: string;
  /** Shown while the choice is selected. */
  readonly description: string;
  /** Why it is disabled. */
  readonly clash?: string | undefined;
}

/** The answer of Esc. */
export const back = Symbol("back");

/** The prompts of inquirer. No type can express that each accepts what {@link configOf} returns for its questions. */
const asks: Record<Question["type"], (config: never, context: never) => Promise<unknown>> = {
  ...{ input, number, confirm, select },
};

const tips = (keys: readonly (readonly [string, string])[]) =>
  [...keys, ["esc", "back"]]
    .map(([key = "", does = ""]) => `${styleText("bold", key)} ${styleText("dim", does)}`)
    .join(styleText("dim", " • "));

const theme = {
  // Without "vim", inquirer searches the choices for typed text: Left, Tab and Esc type an empty text, which matches
  // every choice, so the selection would jump to the first one.
  keybindings: ["vim"],
  style: { keysHelpTip: tips },
  i18n: { disabledError: "Not available with the answers above." },
};

/**
 * Shows one prompt.
 *
 * @param unchanged what is unchanged after Ctrl-C: "nothing was written"
 * @returns the answer, or {@link back} after Esc
 * @throws {@link Cancelled} after Ctrl-C
 */
export async function ask<T>(question: Question, unchanged: string, io: Io): Promise<T | typeof back> {
  const left = new AbortController();
  const onKey = (_: unknown, key?: { readonly name?: string }) => key?.name === "escape" && left.abort();
  // readline, which inquirer uses, emits keys on the stream itself.
  io.stdin.on("keypress", onKey);
  try {
    const context = {
      input: io.stdin,
      output: io.stdout,
      signal: AbortSignal.any([io.signal, left.signal]),
      // Read when the prompt ends: after Esc, the previous prompt replaces this one.
      get clearPromptOnDone() {
        return left.signal.aborted;
      },
    };
    const answer = await asks[question.type](configOf(question, io) as never, context as never);
    return answer as T;
  } catch (error) {
    // @inquirer/core throws these if Ctrl-C closes a prompt, or a signal aborts it.
    if (!(error instanceof Error && /^(Exit|Abort|Cancel)PromptError$/.test(error.name))) throw error;
    if (io.signal.aborted) throw io.signal.reason;
    if (left.signal.aborted) return back;
    throw new Cancelled(unchanged);
  } finally {
    io.stdin.off("keypress", onKey);
  }
}

/** {@link ask} for a prompt without a previous one: Esc cancels. */
export async function askOnce<T>(question: Question, unchanged: string, io: Io): Promise<T> {
  const answer = await ask<T>(question, unchanged, io);
  if (answer === back) throw new Cancelled(unchanged);
  return answer;
}

/** Inquirer wraps lines in the middle of words, so its texts are wrapped between words first. */
function configOf({ choices, message, ...rest }: Question, { stdout }: Io): object {
  const { columns = 80 } = stdout;
  const wrapped = (text: string, taken: number) => wrapAnsi(text, Math.max(20, columns - taken), { hard: true });
  const suffix = rest.type === "confirm" ? "Y/n" : String(choices ? "" : (rest.default ?? ""));
  return {
    ...{
      ...rest,
      required: true,
      loop: false,
      message: wrapped(message, 2 + Math.min(suffix.length + 4, columns / 2)),
    },
    ...(choices && {
      theme,
      // All choices are visible at once, without scrolling.
      pageSize: choices.length,
      choices: choices.map(({ value, description, clash }) => ({
        ...{ value, name: value, short: value, description: wrapped(clash ?? description, 1) },
        ...(clash && { disabled: "(not available)" }),
      })),
    }),
  };
}
