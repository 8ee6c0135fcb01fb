import { type LintOptions, type LintResult, lint } from "../engine.ts";
import type { InputFile } from "../files/collect.ts";
import { Source } from "../files/source.ts";
import { type Edit, type Finding, type Fix, severities } from "../finding.ts";

/** `safe` applies safe fixes only, `suggested` both kinds. */
export type FixLevel = Fix["kind"];

export interface FixResult {
  /** Changed files, with their new content in the original encoding. */
  readonly changed: readonly (InputFile & { readonly before: string; readonly after: string })[];
  /** Number of findings that were fixed. */
  readonly fixed: number;
  /** The result of the last round. */
  readonly result: LintResult;
}

/** A fix may reveal another finding (an added line, then its neighbour); after this many rounds it is a cycle. */
const mostRounds = 8;

/**
 * Applies fixes until none is left. Applied to its own result, it changes nothing. The result never has more severe
 * findings than the files had: a fix that does not improve them is omitted, without holding back the others.
 */
export function fixAll(files: readonly InputFile[], options: LintOptions, level: FixLevel): FixResult {
  const originals = new Map(files.map((file) => [file.path, file]));
  let current = new Map(originals);
  let fixed = 0;
  let result = lint([...current.values()], options);
  const useless = new Set<string>();

  /** Tries some of the current fixes; if all together are no improvement, each half of them. */
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

/** Identifies a finding by what stays the same when lines above it move. */
const nameOf = ({ rule, at }: Finding) =>
  `${rule}\0${at.source.path}\0${at.source.line(at.source.lineAt(at.start)).text.trim()}`;

/** Whether there are fewer errors, or as many and fewer warnings, or as many of both and fewer infos. */
function isBetter(after: readonly Finding[], before: readonly Finding[]): boolean {
  for (const severity of severities) {
    const count = (findings: readonly Finding[]) => findings.filter((finding) => finding.severity === severity).length;
    const difference = count(after) - count(before);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** The fixes that do not conflict, in the order of the findings. */
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

/** Two insertions at one offset conflict too: both may add the same. */
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

/** Applies edits that do not overlap. */
export function applied(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)) {
    parts.push(text.slice(at, edit.at.start), edit.text);
    at = edit.at.end;
  }
  return parts.join("") + text.slice(at);
}
