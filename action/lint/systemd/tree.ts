import type { CommentedFile } from "../files/parsed-file.ts";
import type { Range, Text } from "../files/source.ts";

export interface UnitEntry extends Range {
  readonly key: Text;
  /** `text` has continued lines joined by a space; the range includes all of them. */
  readonly value: Text;
  readonly section: UnitSection;
}

export interface UnitSection extends Range {
  readonly name: Text;
  readonly entries: readonly UnitEntry[];
}

/** A systemd unit (.service, .socket, .timer, … or a drop-in) or, with `kind: "supervisor"`, a supervisor file. */
export interface UnitFile extends CommentedFile<"systemd" | "supervisor"> {
  readonly sections: readonly UnitSection[];
  /** Lines that are neither a section, an entry nor a comment. */
  readonly stray: readonly Text[];
}

/** All entries of that key in the sections of that name, in order; an empty value resets the earlier ones. */
export function entries(file: UnitFile, section: string, key: string): UnitEntry[] {
  let found: UnitEntry[] = [];
  for (const part of file.sections) {
    if (part.name.text !== section) continue;
    for (const entry of part.entries) {
      if (entry.key.text !== key) continue;
      if (entry.value.text === "") found = [];
      else found.push(entry);
    }
  }
  return found;
}

/** The effective entry of a key with a single value: the last one. */
export const entry = (file: UnitFile, section: string, key: string) => entries(file, section, key).at(-1);

/** systemd's booleans. */
export const isYes = (value: string | undefined) => value !== undefined && /^(1|yes|y|true|t|on)$/i.test(value);
