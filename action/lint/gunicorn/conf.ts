import type { Source } from "../files/source.ts";
import { type PythonFile, parsePython } from "../python/read.ts";
import { settingNames } from "./settings.ts";

/** A gunicorn conf.py: Python whose top-level lower-case names are settings. */
export interface GunicornFile extends Omit<PythonFile, "kind"> {
  readonly kind: "gunicorn";
}

export const parseGunicorn = (source: Source): GunicornFile => ({ ...parsePython(source), kind: "gunicorn" });

/** Whether a Python file looks like a gunicorn configuration: several settings without indentation. */
export function looksLikeGunicorn(text: string): boolean {
  const names = new Set(text.slice(0, 50_000).match(/^[a-z_]+(?=\s*(?::\s*\w+\s*)?=[^=])/gm) ?? []);
  const known = settingNames.filter((name) => names.has(name));
  return known.includes("bind") ? known.length >= 2 : known.length >= 3;
}
