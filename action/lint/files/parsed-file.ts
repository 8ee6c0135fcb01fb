import type { Problem } from "../finding.ts";
import type { Range, Source } from "./source.ts";

/** A file of the repository, of one kind, with the places of what it says. */
export interface ParsedFile<Kind extends string> {
  readonly kind: Kind;
  readonly path: string;
  readonly source: Source;
  /** Whether a program fills it in first. */
  readonly template: boolean;
}

/** One whose parser tells of comments and of mistakes that it met. */
export interface CommentedFile<Kind extends string> extends ParsedFile<Kind> {
  readonly comments: readonly Range[];
  readonly problems: readonly Problem[];
}
