import { byName } from "../tables/grouped.ts";
import table from "../tables/uwsgi.generated.json" with { type: "json" };

export type UwsgiKind = "bool" | "int" | "str" | "list" | "logic" | "flag";

const known = byName<string>(table);

/** Every option of uWSGI and its plugins. */
export const optionNames: readonly string[] = [...known.keys()];

/** The kind of value that an option takes; undefined if uWSGI has no such option. uWSGI treats `_` and `-` as equal. */
export function kindOf(name: string): UwsgiKind | undefined {
  return known.get(name)?.split(" ")[0] as UwsgiKind | undefined;
}

const letters = new Map(
  [...known]
    .flatMap(([name, kind]) => (kind.includes(" ") ? [[kind.split(" ")[1] as string, name] as const] : []))
    .sort(([, left], [, right]) => (left < right ? -1 : 1)),
);

/** A long name of a short option: s → uwsgi-socket. */
export const shortOption = (letter: string) => letters.get(letter);

/** getopt_long accepts any unambiguous prefix of a long option, but only on a command line. */
export function abbreviated(name: string): string[] {
  return optionNames.filter((option) => option.startsWith(name)).sort();
}

const aliases: readonly (readonly string[])[] = [
  ["processes", "workers"],
  ["socket", "uwsgi-socket"],
  ["module", "wsgi"],
  ["wsgi-file", "file"],
  ["home", "virtualenv", "venv", "pyhome"],
  ["pythonpath", "python-path", "pp"],
  ["plugin", "plugins", "need-plugin", "need-plugins"],
  ["buffer-size"],
  ["daemonize", "daemonize2"],
  ["chmod-socket", "chmod"],
  ["chown-socket", "chown"],
  ["protocol", "socket-protocol"],
  ["set-placeholder", "set-ph"],
  ["touch-reload"],
  ["single-interpreter", "single-interp", "i"],
  ["chdir", "cd"],
  ["harakiri"],
  ["master"],
];
const canonical = new Map(aliases.flatMap((names) => names.map((name) => [name, names[0] as string] as const)));

/** One name for all spellings of an option: workers → processes, virtualenv → home. */
export const canonicalName = (name: string) => canonical.get(name) ?? name;

/** How uWSGI reads a boolean: only these words are false, anything else is true, even "off # why". */
export const isFalse = (value: string) => /^(false|off|no|0)$/i.test(value);
