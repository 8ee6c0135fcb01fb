import type { ConsoleOption } from "../engine/console/option.ts";

/** All problems of the inputs, each line beginning with the input's name. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

/** Reads single inputs and collects their problems, so that all are reported at once. */
export class InputReader {
  readonly problems: string[] = [];
  /** The text of an input, trimmed; "" if it is not set. */
  readonly text: (name: string) => string;
  constructor(get: (name: string) => string) {
    this.text = get;
  }

  wrong(name: string, message: string): void {
    this.problems.push(`${name} ${message}`);
  }

  choice<const T extends readonly string[]>(name: string, among: T, otherwise: T[number]): T[number] {
    const value = this.text(name) || otherwise;
    if (!among.includes(value)) this.wrong(name, `must be one of ${among.join(", ")}, not ${shown(value)}`);
    return value;
  }

  /** The only parser of booleans, so that all inputs accept the same spellings. */
  yes(name: string, otherwise: boolean): boolean {
    const value = this.text(name) || String(otherwise);
    if (!/^(true|false)$/i.test(value)) this.wrong(name, `must be true or false, not ${shown(value)}`);
    return value.toLowerCase() === "true";
  }

  whole(name: string, low: number, high: number, otherwise: number): number {
    const value = this.text(name) || String(otherwise);
    if (!/^\d+$/.test(value) || Number(value) < low || Number(value) > high)
      this.wrong(name, `must be a whole number from ${low} to ${high}, not ${shown(value)}`);
    return Number(value);
  }

  /** An option of a console command, according to its kind; a text is "" if it is not set. */
  option(
    of: ConsoleOption & {
      readonly kind: "integer";
      readonly range: readonly [number, number];
      readonly standard: number;
    },
  ): number;
  option(of: ConsoleOption & { readonly kind: "boolean" }): boolean;
  option(of: ConsoleOption & { readonly kind: "text" }): string;
  option({ name, kind, range: [low, high] = [0, 0], standard = 0, problem }: ConsoleOption): number | boolean | string {
    if (kind === "integer") return this.whole(name, low, high, standard);
    if (kind === "boolean") return this.yes(name, false);
    const text = this.text(name);
    const wrong = text === "" ? undefined : problem?.(text);
    if (wrong) this.wrong(name, `${wrong}, not ${shown(text)}`);
    return text;
  }

  /** Returns a valid value; otherwise notes the problem. */
  good<T extends object>(name: string, read: T | { readonly problem: string }): T | undefined {
    if (!("problem" in read)) return read;
    this.wrong(name, read.problem);
    return undefined;
  }

  /** @throws InputError if there were problems so far */
  finish(): void {
    if (this.problems.length > 0) throw new InputError(this.problems);
  }
}

/** Quotes an invalid value in a message: shortened, on one line. */
export const shown = (value: string): string =>
  JSON.stringify((value.length > 60 ? `${value.slice(0, 60)}…` : value).replace(/\s+/g, " "));
