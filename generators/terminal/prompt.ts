import { styleText } from "node:util";
import confirm from "@inquirer/confirm";
import input from "@inquirer/input";
import number from "@inquirer/number";
import select from "@inquirer/select";
import { wrapAnsi } from "fast-wrap-ansi";
import { Cancelled } from "../dispatch/errors.ts";
import type { Io } from "./io.ts";

/** One question. */
export interface Question {
  readonly type: "input" | "number" | "confirm" | "select";
  readonly message: string;
  readonly default?: unknown;
  readonly choices?: readonly Choice[];
  /** true, or what is wrong with an answer. */
  readonly validate?: (value: never) => string | true | Promise<string | true>;
}

export interface Choice {
  readonly value: string;
  /** Shown while the choice is the active one. */
  readonly description: string;
  /** Why it cannot be chosen now. */
  readonly clash?: string | undefined;
}

/** What Esc answers. */
export const back = Symbol("back");

/** The prompts of inquirer: each takes what {@link configOf} makes of a question of its type, which no type can say. */
const asks: Record<Question["type"], (config: never, context: never) => Promise<unknown>> = {
  ...{ input, number, confirm, select },
};

const tips = (keys: readonly (readonly [string, string])[]) =>
  [...keys, ["esc", "back"]]
    .map(([key = "", does = ""]) => `${styleText("bold", key)} ${styleText("dim", does)}`)
    .join(styleText("dim", " • "));

const theme = {
  // Without "vim", inquirer searches the choices by what was typed: Left, Tab and Esc type nothing, which every choice
  // begins with, so the pointer would jump to the first one.
  keybindings: ["vim"],
  style: { keysHelpTip: tips },
  i18n: { disabledError: "Not available with the answers above." },
};

/**
 * Asks one question.
 *
 * @param unchanged what is as it was after Ctrl-C: "nothing was written"
 * @returns the answer, or {@link back} on Esc
 * @throws {@link Cancelled} on Ctrl-C
 */
export async function ask<T>(question: Question, unchanged: string, io: Io): Promise<T | typeof back> {
  const left = new AbortController();
  const onKey = (_: unknown, key?: { readonly name?: string }) => key?.name === "escape" && left.abort();
  // readline, which inquirer reads by, tells of keys on the stream itself.
  io.stdin.on("keypress", onKey);
  try {
    const context = {
      input: io.stdin,
      output: io.stdout,
      signal: AbortSignal.any([io.signal, left.signal]),
      // Read when the prompt ends: one that was left makes room for the one before.
      get clearPromptOnDone() {
        return left.signal.aborted;
      },
    };
    const answer = await asks[question.type](configOf(question, io) as never, context as never);
    return answer as T;
  } catch (error) {
    // @inquirer/core throws these when Ctrl-C closes a prompt, or a signal aborts it.
    if (!(error instanceof Error && /^(Exit|Abort|Cancel)PromptError$/.test(error.name))) throw error;
    if (io.signal.aborted) throw io.signal.reason;
    if (left.signal.aborted) return back;
    throw new Cancelled(unchanged);
  } finally {
    io.stdin.off("keypress", onKey);
  }
}

/** {@link ask} where there is nothing to go back to: Esc cancels. */
export async function askOnce<T>(question: Question, unchanged: string, io: Io): Promise<T> {
  const answer = await ask<T>(question, unchanged, io);
  if (answer === back) throw new Cancelled(unchanged);
  return answer;
}

/** Inquirer breaks lines in the middle of words, so they come to it broken between them. */
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
      // All of them are always seen: nothing hides below.
      pageSize: choices.length,
      choices: choices.map(({ value, description, clash }) => ({
        ...{ value, name: value, short: value, description: wrapped(clash ?? description, 1) },
        ...(clash && { disabled: "(not available)" }),
      })),
    }),
  };
}
