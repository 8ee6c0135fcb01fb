/** An option of a query, as both interfaces take it: a flag of its command, and where a job may ask, an input of the Action. */
export interface ConsoleOption {
  /** Of the flag, without its dashes, and of the input: kebab-case. */
  readonly name: string;
  readonly kind: "text" | "integer" | "boolean";
  /** One letter, without its dash. */
  readonly short?: string;
  /** Of an integer, inclusive. */
  readonly range?: readonly [number, number];
  /** What it is when it is not set; a text is "" then, a boolean false. */
  readonly standard?: number;
  /** A flag that may be repeated, whose value is then always an array; an input holds all of them, with spaces or commas between. */
  readonly many?: boolean;
  /** What the value is called in help: HOST, PATH … */
  readonly value?: string;
  /** What it does, as help says it. */
  readonly help: string;
  /** What is wrong with a value of the right kind; undefined when nothing is. */
  readonly problem?: (text: string) => string | undefined;
}
