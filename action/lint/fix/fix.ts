import { type LintOptions, type LintResult, lint } from "../engine.ts";
import type { InputFile } from "../files/input-file.ts";
import { Source } from "../files/source.ts";
import { type Edit, type Finding, type Fix, severities } from "../finding.ts";

/** `safe` applies safe fixes alone, `suggested` both. */
export type FixLevel = Fix["kind"];

export interface FixResult {
  /** Files that changed, with their new content in the encoding they came in. */
  readonly changed: readonly (InputFile & { readonly before: string; readonly after: string })[];
  /** How many findings were mended. */
  readonly fixed: number;
  /** What is left after the last round. */
  readonly result: LintResult;
}

/** A fix may uncover another (an added line, then its neighbour); more rounds than this would be going in circles. */
const mostRounds = 8;

/**
 * Applies fixes until none is left. Applying it to its own result changes nothing, and the result never has graver
 * findings than the files had: a fix that does not help is left out alone, and holds no other back.
 */
export function fixAll(files: readonly InputFile[], options: LintOptions, level: FixLevel): FixResult {
  const originals = new Map(files.map((file) => [file.path, file]));
  let current = new Map(originals);
  let fixed = 0;
  let result = lint([...current.values()], options);
  const useless = new Set<string>();

  /** Tries some of the fixes that there are now; halves of them where all together do not help. */
  const attempt = (wanted: ReadonlySet<string>): boolean => {
    const chosen = compatible(result.findings, level).filter((finding) => wanted.has(nameOf(finding)));
    if (chosen.length === 0) return false;
    const next = new Map(current);
    for (const [path, edits] of byFile(chosen.flatMap(({ fix }) => fix?.edits ?? []))) {
      const source = (edits[0] as Edit).at.source;
      next.set(path, { path, content: source.encode(applied(source.text, edits)) });
    }
    const after = lint([...next.values()], options);
    if (isBetter(after.findings, result.findings)) {
      fixed += Math.max(1, result.findings.length - after.findings.length);
      [current, result] = [next, after];
      return true;
    }
    const names = chosen.map(nameOf);
    if (names.length === 1) {
      useless.add(names[0] as string);
      return false;
    }
    const half = names.length >> 1;
    const first = attempt(new Set(names.slice(0, half)));
    return attempt(new Set(names.slice(half))) || first;
  };

  for (let round = 0; round < mostRounds; round++) {
    const names = compatible(result.findings, level).map(nameOf);
    if (!attempt(new Set(names.filter((name) => !useless.has(name))))) break;
  }
  const changed = [...current.values()]
    .filter((file) => file !== originals.get(file.path))
    .map((file) => ({
      ...file,
      before: new Source(file.path, originals.get(file.path)!.content).text,
      after: new Source(file.path, file.content).text,
    }))
    .filter((file) => file.before !== file.after);
  return { changed, fixed, result };
}

/** A finding by what stays the same when lines above it move. */
const nameOf = ({ rule, at }: Finding) =>
  `${rule}\0${at.source.path}\0${at.source.line(at.source.lineAt(at.start)).text.trim()}`;

/** Whether there are fewer errors, or as many and fewer warnings, or as many of both and fewer notes. */
function isBetter(after: readonly Finding[], before: readonly Finding[]): boolean {
  for (const severity of severities) {
    const count = (findings: readonly Finding[]) => findings.filter((finding) => finding.severity === severity).length;
    const difference = count(after) - count(before);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** The fixes that do not get in each other's way, in the order of the findings. */
function compatible(findings: readonly Finding[], level: FixLevel): Finding[] {
  const taken = new Map<string, Edit[]>();
  const chosen: Finding[] = [];
  for (const finding of findings) {
    const { fix } = finding;
    if (!fix || fix.edits.length === 0 || (level === "safe" && fix.kind !== "safe")) continue;
    const clashes = fix.edits.some((edit) =>
      (taken.get(edit.at.source.path) ?? []).some((other) => touch(edit, other)),
    );
    if (clashes) continue;
    chosen.push(finding);
    for (const edit of fix.edits) {
      const { path } = edit.at.source;
      const there = taken.get(path);
      if (there) there.push(edit);
      else taken.set(path, [edit]);
    }
  }
  return chosen;
}

/** Also two insertions at one place: each may be what the other one wants to add. */
const touch = (a: Edit, b: Edit) => a.at.start === b.at.start || (a.at.start < b.at.end && b.at.start < a.at.end);

function byFile(edits: readonly Edit[]): Map<string, Edit[]> {
  const files = new Map<string, Edit[]>();
  for (const edit of edits) {
    const there = files.get(edit.at.source.path);
    if (there) there.push(edit);
    else files.set(edit.at.source.path, [edit]);
  }
  return files;
}

/** A text with edits that do not overlap. */
export function applied(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)) {
    parts.push(text.slice(at, edit.at.start), edit.text);
    at = edit.at.end;
  }
  return parts.join("") + text.slice(at);
}
