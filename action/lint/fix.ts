import { type LintOptions, type LintResult, lint } from "./engine.ts";
import type { Edit, Finding, Fix } from "./finding.ts";
import type { InputFile } from "./project.ts";
import { Source } from "./source.ts";

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

/** Applies fixes until none is left. Applying it to its own result changes nothing. */
export function fixAll(files: readonly InputFile[], options: LintOptions, level: FixLevel): FixResult {
  const originals = new Map(files.map((file) => [file.path, file]));
  const current = new Map(originals);
  let fixed = 0;
  let result = lint([...current.values()], options);
  for (let round = 0; round < mostRounds; round++) {
    const chosen = compatible(result.findings, level);
    if (chosen.length === 0) break;
    const before = new Map(current);
    for (const [path, edits] of byFile(chosen.flatMap((fix) => fix.edits))) {
      const source = (edits[0] as Edit).at.source;
      current.set(path, { path, content: source.encode(applied(source.text, edits)) });
    }
    const next = lint([...current.values()], options);
    // A round that mends nothing (or breaks more than it mends) is taken back.
    if (next.findings.length >= result.findings.length) {
      for (const [path, file] of before) current.set(path, file);
      break;
    }
    fixed += result.findings.length - next.findings.length;
    result = next;
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

/** The fixes that do not get in each other's way, in the order of the findings. */
function compatible(findings: readonly Finding[], level: FixLevel): Fix[] {
  const taken = new Map<string, Edit[]>();
  const chosen: Fix[] = [];
  for (const { fix } of findings) {
    if (!fix || fix.edits.length === 0 || (level === "safe" && fix.kind !== "safe")) continue;
    const clashes = fix.edits.some((edit) =>
      (taken.get(edit.at.source.path) ?? []).some((other) => touch(edit, other)),
    );
    if (clashes) continue;
    chosen.push(fix);
    for (const edit of fix.edits) {
      const { path } = edit.at.source;
      taken.set(path, [...(taken.get(path) ?? []), edit]);
    }
  }
  return chosen;
}

/** Also two insertions at one place: each may be what the other one wants to add. */
const touch = (a: Edit, b: Edit) => a.at.start === b.at.start || (a.at.start < b.at.end && b.at.start < a.at.end);

function byFile(edits: readonly Edit[]): Map<string, Edit[]> {
  const files = new Map<string, Edit[]>();
  for (const edit of edits) files.set(edit.at.source.path, [...(files.get(edit.at.source.path) ?? []), edit]);
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
