import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { unifiedDiff } from "../action/lint/diff.ts";
import { type LintResult, lint } from "../action/lint/engine.ts";
import type { Finding, RuleLevel } from "../action/lint/finding.ts";
import { type FixLevel, fixAll } from "../action/lint/fix.ts";
import { type Format, formats, machineFormats } from "../action/lint/formats/index.ts";
import { pretty } from "../action/lint/formats/pretty.ts";
import { countsOf, fails, type Shown, type Threshold, thresholds } from "../action/lint/report.ts";
import { rules } from "../action/lint/rules/index.ts";
import type { Source } from "../action/lint/source.ts";
import { command } from "./command.ts";
import { UsageError } from "./errors.ts";
import type { Io } from "./io.ts";
import { type LintInput, lintInputs } from "./lint-inputs.ts";
import { nearest } from "./nearest.ts";
import { painter } from "./paint.ts";

const lintFlags = command(
  {
    name: "lint",
    summary: "find what would break the site in nginx, uWSGI, gunicorn and systemd files, and between them",
    positionals: [
      { name: "path", help: "files or folders; this folder, if none is given", optional: true, many: true },
    ],
    flags: [
      { name: "format", kind: "choice", choices: formats, help: "how findings are written" },
      { name: "json", kind: "boolean", help: "the same as --format json" },
      {
        name: "fix",
        kind: "choice",
        choices: ["safe", "suggested"],
        help: "mend what can be mended; alone it means --fix=safe",
      },
      { name: "diff", kind: "boolean", help: "show what --fix would change, and change nothing" },
      { name: "threshold", kind: "choice", choices: thresholds, help: "from which severity on the exit code is 1" },
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
      ["create-flask-deploy lint deploy --threshold warning", "one folder of it, warnings count as well"],
      ["create-flask-deploy lint --fix=suggested --diff", "what all fixes together would change"],
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
    const levels = Object.fromEntries((values.rule ?? []).map((text) => text.split("=") as [string, RuleLevel]));
    const found = inputs.map((input) => run(input, levels, values.fix as FixLevel | undefined, values.diff ?? false));
    const format = (values.json ? "json" : (values.format ?? "pretty")) as Format;
    const findings = found.flatMap((one) => one.findings);
    const names = new Map(found.flatMap((one) => [...one.names]));
    if (values.diff) for (const { diff } of found) io.stdout.write(diff);
    else write(findings, (source) => names.get(source) ?? source.path, format, io);
    const fixed = found.reduce((sum, one) => sum + one.fixed, 0);
    if (values.fix && !values.diff) io.stderr.write(`${fixed} mended\n`);
    const unread = inputs.flatMap((input) => input.unread);
    for (const { path, reason } of unread) io.stderr.write(`not read: ${path}: ${reason}\n`);
    if (unread.length > 0) return 2;
    return fails(findings, (values.threshold ?? "error") as Threshold) ? 1 : 0;
  },
);

/** `--fix` alone means the safe ones. */
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
  /** Two folders may hold files of the same path: a file is called what its own input calls it. */
  readonly names: ReadonlyMap<Source, string>;
  readonly fixed: number;
  readonly diff: string;
}

function run(
  input: LintInput,
  levels: Readonly<Record<string, RuleLevel>>,
  fix: FixLevel | undefined,
  diffOnly: boolean,
): Found {
  const options = { ...input.options, rules: { ...input.options.rules, ...levels } };
  const found = ({ findings, project }: LintResult) => ({
    findings,
    names: new Map(project.sources.map(({ source }) => [source, input.shown(source.path)])),
  });
  if (!fix && !diffOnly) return { ...found(lint(input.files, options)), fixed: 0, diff: "" };
  const { changed, fixed, result } = fixAll(input.files, options, fix ?? "safe");
  if (diffOnly) {
    const diff = changed.map((file) => unifiedDiff(input.shown(file.path), file.before, file.after)).join("");
    return { ...found(lint(input.files, options)), fixed: 0, diff };
  }
  for (const { path, content } of changed) writeFileSync(join(input.root, path), content);
  return { ...found(result), fixed, diff: "" };
}

function write(findings: readonly Finding[], shown: Shown, format: Format, io: Io): void {
  if (format !== "pretty") {
    io.stdout.write(machineFormats[format](findings, shown, rules));
    return;
  }
  const paint = painter(io.stdout, io.env);
  for (const finding of findings) io.stdout.write(`${pretty(finding, shown, paint)}\n`);
  const fixable = findings.filter((finding) => finding.fix?.kind === "safe").length;
  io.stdout.write(`${countsOf(findings)}${fixable > 0 ? `; --fix mends ${fixable}` : ""}\n`);
}

function ruleProblem(text: string): string | undefined {
  const [id = "", level = ""] = text.split("=");
  const levels = ["off", "info", "warning", "error"];
  return unknownRule(id) ?? (levels.includes(level) ? undefined : `${id}= must be ${levels.join(", ")}`);
}

/** What to say about the name of a rule that there is not. */
export function unknownRule(id: string): string | undefined {
  const known = rules.map((rule) => rule.id);
  if (known.includes(id)) return undefined;
  const near = nearest(id, known);
  return `there is no rule ${id}; ${near ? `did you mean ${near}?` : "`explain` without a name lists them"}`;
}
