import type { Problem } from "../finding.ts";
import type { Range, Source, Text } from "../source.ts";

/** One option, from an ini, from a command line, or from the environment: the same model for all three. */
export interface UwsgiOption extends Range {
  readonly name: Text;
  /** Undefined for a flag that stands alone. An ini's value keeps everything up to the end of its line. */
  readonly value: Text | undefined;
}

export interface UwsgiSection extends Range {
  readonly name: Text;
  readonly options: readonly UwsgiOption[];
}

export interface UwsgiFile {
  readonly kind: "uwsgi";
  readonly path: string;
  readonly source: Source;
  readonly sections: readonly UwsgiSection[];
  /** Options above the first section: uWSGI warns and ignores them. */
  readonly stray: readonly UwsgiOption[];
  readonly comments: readonly Range[];
  readonly problems: readonly Problem[];
  readonly template: boolean;
}

/** The options uWSGI reads from the file: those of every section called "uwsgi", in order. */
export function optionsOf(file: UwsgiFile, section = "uwsgi"): UwsgiOption[] {
  return file.sections.filter((s) => s.name.text === section).flatMap((s) => s.options);
}
