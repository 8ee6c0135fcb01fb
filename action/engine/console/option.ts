/** An option of a console command: a flag on the command line, and an input of the Action if a job can run it. */
export interface ConsoleOption {
  /** Of the flag, without its dashes, and of the input: kebab-case. */
  readonly name: string;
  readonly kind: "text" | "integer" | "boolean";
  /** One letter, without its dash. */
  readonly short?: string;
  /** Of an integer: its bounds, inclusive. */
  readonly range?: readonly [number, number];
  /** The default of an integer; that of a text is "", of a boolean false. */
  readonly standard?: number;
  /** A flag that may be repeated, whose value is then always an array; an input holds all of them, with spaces or commas between. */
  readonly many?: boolean;
  /** What the value is called in help: HOST, PATH … */
  readonly value?: string;
  /** The line in help. */
  readonly help: string;
  /** Why a value of the right kind is invalid; undefined if it is valid. */
  readonly problem?: (text: string) => string | undefined;
}
