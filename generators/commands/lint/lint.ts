import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type LintResult, lint } from "../../../action/lint/engine.ts";
import type { Source } from "../../../action/lint/files/source.ts";
import { type Finding, isAtLeast, type Level, levels } from "../../../action/lint/finding.ts";
import { unifiedDiff } from "../../../action/lint/fix/diff.ts";
import { type FixLevel, fixAll } from "../../../action/lint/fix/fix.ts";
import { type Format, formats, machineFormats } from "../../../action/lint/formats/index.ts";
import { pretty } from "../../../action/lint/formats/pretty.ts";
import { countsOf, type Shown } from "../../../action/lint/report.ts";
import { rules } from "../../../action/lint/rules/index.ts";
import { command } from "../../dispatch/command.ts";
import { UsageError } from "../../dispatch/errors.ts";
import { nearest } from "../../dispatch/nearest.ts";
import type { Io } from "../../terminal/io.ts";
import { painter } from "../../terminal/paint.ts";
import { type LintInput, lintInputs } from "./lint-inputs.ts";

const lintFlags = command(
  {
    name: "lint",
    summary: "find errors in nginx, uWSGI, gunicorn and systemd files, and between them",
    positionals: [{ name: "path", help: "files or folders [default: this folder]", optional: true, many: true }],
    flags: [
      { name: "format", kind: "choice", choices: formats, help: "output format of the findings" },
      { name: "json", kind: "boolean", help: "the same as --format json" },
      {
        name: "fix",
        kind: "choice",
        choices: ["safe", "suggested"],
        help: "apply fixes; without a value, only the safe ones",
      },
      { name: "diff", kind: "boolean", help: "print what --fix would change, change nothing" },
      {
        name: "threshold",
        kind: "choice",
        choices: levels,
        help: "lowest severity that sets exit code 1 [default: error]",
      },
      {
        name: "rule",
        kind: "text",
        many: true,
        value: "ID=LEVEL",
        help: "off, info, warning or error for one rule",
        problem: ruleProblem,
      },
    ],
    examples: [
      ["create-flask-deploy lint", "the repository in this folder; exit code 1 if there is an error"],
      ["create-flask-deploy lint deploy --threshold warning", "one of its folders; warnings count as well"],
      ["create-flask-deploy lint --fix=suggested --diff", "print what all fixes would change"],
      ["create-flask-deploy lint --format sarif > lint.sarif", "for a code scanner"],
    ],
  },
  async ({ values, rest }, io) => {
    const inputs = await lintInputs(rest.length > 0 ? rest : ["."], io.cwd);
    const unknown = inputs.flatMap((input) =>
      Object.keys(input.options.rules ?? {}).flatMap((id) => unknownRule(id) ?? []),
    );
    if (unknown.length > 0)
      throw new UsageError(...unknown.map((problem) => `flask-deploy.yml: lint.rules: ${problem}`));
    const asked = Object.fromEntries((values.rule ?? []).map((text) => text.split("=") as [string, Level]));
    const found = inputs.map((input) => run(input, asked, values.fix as FixLevel | undefined, values.diff ?? false));
    const format = (values.json ? "json" : (values.format ?? "pretty")) as Format;
    const findings = found.flatMap((one) => one.findings);
    const names = new Map(found.flatMap((one) => [...one.names]));
    if (values.diff) for (const { diff } of found) io.stdout.write(diff);
    else write(findings, (source) => names.get(source) ?? source.path, format, io, countOf(found));
    const fixed = found.reduce((sum, one) => sum + one.fixed, 0);
    if (values.fix && !values.diff) io.stderr.write(`fixed ${fixed} finding${fixed === 1 ? "" : "s"}\n`);
    const unread = inputs.flatMap(({ unread, shown }) => unread.map((one) => ({ ...one, path: shown(one.path) })));
    for (const { path, reason } of unread) io.stderr.write(`not read: ${path}: ${reason}\n`);
    for (const path of found.flatMap((one) => one.strangers))
      io.stderr.write(
        `not checked: ${path} is not recognised as configuration of nginx, uWSGI, gunicorn, systemd or supervisor\n`,
      );
    if (unread.length > 0) return 2;
    const threshold = (values.threshold ?? "error") as Level;
    return findings.some(({ severity }) => isAtLeast(severity, threshold)) ? 1 : 0;
  },
);

/** `--fix` alone means `--fix=safe`. */
export const lintCommand: typeof lintFlags = Object.assign(
  (args: Parameters<typeof lintFlags>[0], io: Io) =>
    lintFlags(
      args.map((arg) => (arg === "--fix" ? "--fix=safe" : arg)),
      io,
    ),
  { spec: lintFlags.spec },
);

interface Found {
  readonly findings: readonly Finding[];
  /** Paths to show. Two folders may have files of the same path, so each input names its own. */
  readonly names: ReadonlyMap<Source, string>;
  readonly fixed: number;
  readonly diff: string;
  /** Number of files that were read, and of those recognized as a configuration. */
  readonly read: number;
  readonly recognised: number;
  /** Files passed by name that are no known configuration. */
  readonly strangers: readonly string[];
}

/** "12 files read, 3 not recognised" */
function countOf(found: readonly Found[]): string {
  const sum = (of: (one: Found) => number) => found.reduce((total, one) => total + of(one), 0);
  const read = sum((one) => one.read);
  return `${read} file${read === 1 ? "" : "s"} read, ${read - sum((one) => one.recognised)} not recognised`;
}

function run(
  input: LintInput,
  asked: Readonly<Record<string, Level>>,
  fix: FixLevel | undefined,
  diffOnly: boolean,
): Found {
  const options = { ...input.options, rules: { ...input.options.rules, ...asked } };
  const found = ({ findings, project }: LintResult) => {
    const mine = (path: string) => !input.named || input.named.has(path);
    const known = new Set([...project.sources, ...project.unread].map(({ source }) => source.path).filter(mine));
    const read = input.files.filter(({ path }) => mine(path));
    return {
      findings,
      // A finding may be at a symlink, or at a part of a file that was parsed separately.
      names: new Map(placesOf(findings).map(({ source }) => [source, input.shown(source.path)])),
      read: read.length,
      recognised: known.size,
      strangers: input.named ? read.filter(({ path }) => !known.has(path)).map(({ path }) => input.shown(path)) : [],
    };
  };
  if (!fix && !diffOnly) return { ...found(lint(input.files, options)), fixed: 0, diff: "" };
  const { changed, fixed, result } = fixAll(input.files, options, fix ?? "safe");
  if (diffOnly) {
    const diff = changed.map((file) => unifiedDiff(input.shown(file.path), file.before, file.after)).join("");
    return { ...found(lint(input.files, options)), fixed: 0, diff };
  }
  for (const { path, content } of changed) writeFileSync(join(input.root, path), content);
  return { ...found(result), fixed, diff: "" };
}

/** Every position in a finding: its own, the related ones, those that its fix changes. */
const placesOf = (findings: readonly Finding[]) =>
  findings.flatMap(({ at, related, fix }) => [at, ...[...related, ...(fix?.edits ?? [])].map((one) => one.at)]);

function write(findings: readonly Finding[], shown: Shown, format: Format, io: Io, files: string): void {
  if (format !== "pretty") {
    io.stdout.write(machineFormats[format](findings, shown, rules));
    return;
  }
  const paint = painter(io.stdout, io.env);
  for (const finding of findings) io.stdout.write(`${pretty(finding, shown, paint)}\n`);
  const fixable = findings.filter((finding) => finding.fix?.kind === "safe").length;
  const fixes = fixable > 0 ? `; lint --fix fixes ${fixable}` : "";
  io.stdout.write(`${countsOf(findings)}${fixes} (${files})\n`);
}

function ruleProblem(text: string): string | undefined {
  const [id = "", level = ""] = text.split("=");
  return unknownRule(id) ?? (levels.some((one) => one === level) ? undefined : `${id}= must be ${levels.join(", ")}`);
}

/** The message for a rule that does not exist; undefined if it does. */
export function unknownRule(id: string): string | undefined {
  const known = rules.map((rule) => rule.id);
  if (known.includes(id)) return undefined;
  const near = nearest(id, known);
  return `unknown rule ${id}; ${near ? `did you mean ${near}?` : "`explain` without a name lists them"}`;
}
