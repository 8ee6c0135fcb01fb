/** An input file: its path is relative to the repository's root, with forward slashes. */
export interface InputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}
