import type { CommentedFile } from "../files/parsed-file.ts";
import type { Range, Text } from "../files/source.ts";

/** One option from an ini, a command line or the environment: one model for all three. */
export interface UwsgiOption extends Range {
  readonly name: Text;
  /** undefined for a flag without a value. An ini's value keeps everything up to the end of its line. */
  readonly value: Text | undefined;
}

export interface UwsgiSection extends Range {
  readonly name: Text;
  readonly options: readonly UwsgiOption[];
}

export interface UwsgiFile extends CommentedFile<"uwsgi"> {
  readonly sections: readonly UwsgiSection[];
  /** Options above the first section: uWSGI warns and ignores them. */
  readonly stray: readonly UwsgiOption[];
  /** YAML or XML: the same options, without the mistakes that only the ini dialect allows. */
  readonly markup?: true;
}

/** The options that uWSGI reads from the file: those of all sections called "uwsgi", and of `ini = :base`, in order. */
export function optionsOf(file: UwsgiFile, section = "uwsgi"): UwsgiOption[] {
  const wanted = [section];
  let options: UwsgiOption[] = [];
  for (let i = 0; i < wanted.length; i++) {
    const mine = file.sections.filter((s) => s.name.text === wanted[i]).flatMap((s) => s.options);
    options = i === 0 ? mine : [...options, ...mine];
    for (const name of mine.flatMap((option) => ownSection(option) ?? []))
      if (!wanted.includes(name)) wanted.push(name);
  }
  return options;
}

/** The section of the same file that an option such as `ini = :base` includes. */
export const ownSection = ({ name, value }: UwsgiOption): string | undefined =>
  /^(ini|include|config)$/.test(name.text) ? /^:([\w-]+)$/.exec(value?.text ?? "")?.[1] : undefined;
