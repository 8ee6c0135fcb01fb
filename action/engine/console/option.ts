/** An option of a query, as both interfaces take it: a flag of its command, and where a job may ask, an input of the Action. */
export interface ConsoleOption {
  /** Of the flag and of the input. */
  readonly name: string;
  readonly kind: "text" | "integer" | "boolean";
  readonly short?: string;
  /** Of an integer, inclusive. */
  readonly range?: readonly [number, number];
  /** What it is when it is not set; a text is "" then, a boolean false. */
  readonly standard?: number;
  /** A flag that may be repeated; an input holds all of them, with spaces or commas between. */
  readonly many?: boolean;
  /** What the value is called in help. */
  readonly value?: string;
  /** What it does, as help says it. */
  readonly help: string;
  /** What is wrong with a value of the right kind; undefined when nothing is. */
  readonly problem?: (text: string) => string | undefined;
}
