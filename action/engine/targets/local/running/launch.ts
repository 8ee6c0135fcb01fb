import { Source } from "../../../../lint/files/source.ts";
import { parseSupervisor, parseUnit } from "../../../../lint/systemd/parse.ts";
import { entries, entry } from "../../../../lint/systemd/tree.ts";
import type { ProcessManager } from "../../../kinds/process-manager.ts";
import { release } from "../copy/throwaway.ts";

/** A command line and its environment, as the process manager's file states them. */
export interface Launch {
  readonly argv: readonly string[];
  /** What is set beside, or instead of, the environment of the preview itself. */
  readonly env: Readonly<Record<string, string>>;
}

/** How to read what each process manager's file starts for a release; the emperor's starts only the emperor. */
export const launches: Readonly<
  Record<ProcessManager, ((text: string, name: string) => Launch | undefined) | undefined>
> = { systemd: unitLaunch, supervisor: supervisorLaunch, emperor: undefined };

/** What the unit of a release would start; undefined when it starts nothing. */
export function unitLaunch(text: string, name: string): Launch | undefined {
  const unit = parseUnit(new Source(`deploy/${name}@.service`, text));
  const specifiers: Record<string, string> = {
    i: release,
    I: release,
    n: `${name}@${release}.service`,
    p: name,
    "%": "%",
  };
  const filled = (value: string) => value.replace(/%(.)/g, (all, letter: string) => specifiers[letter] ?? all);
  const start = entry(unit, "Service", "ExecStart")?.value.text;
  if (!start) return undefined;
  const assignments = entries(unit, "Service", "Environment").flatMap(({ value }) => words(filled(value.text)));
  return {
    // "-", "@", ":", "+" and "!" in front of the program are instructions to systemd.
    argv: words(filled(start.replace(/^[-@:+!]+/, ""))),
    env: Object.fromEntries(assignments.map(assignment)),
  };
}

/** What supervisord would start for a release; undefined when it starts nothing. */
export function supervisorLaunch(text: string): Launch | undefined {
  const file = parseSupervisor(new Source("deploy/supervisor.conf", text.replaceAll("@RELEASE@", release)));
  const program = file.sections.find((section) => section.name.text.startsWith("program:"))?.name.text ?? "";
  const value = (key: string) => entry(file, program, key)?.value.text;
  const start = value("command");
  if (!start) return undefined;
  const pairs = value("environment")?.matchAll(/([\w.]+)\s*=\s*("[^"]*"|'[^']*'|[^,]*)/g) ?? [];
  return {
    argv: words(start),
    env: Object.fromEntries(
      [...pairs].map(([, key, text]) => [key as string, (words(text as string)[0] ?? "").trim()]),
    ),
  };
}

const assignment = (word: string): [string, string] => {
  const at = word.indexOf("=");
  return at < 0 ? [word, ""] : [word.slice(0, at), word.slice(at + 1)];
};

/** Words as systemd and supervisord split them: blanks separate, both quotes hold together, a backslash escapes. */
export function words(text: string): string[] {
  const found = text.match(/(?:\\.|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^\s"'\\])+/g) ?? [];
  return found.map((word) =>
    word.replace(/\\(.)|"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'/g, (_, escaped, double, single) =>
      escaped === undefined ? (double ?? single).replace(/\\(.)/g, "$1") : escaped,
    ),
  );
}
