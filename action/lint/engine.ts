import type { App } from "../engine/app/app.ts";
import type { Link } from "./files/collect.ts";
import type { InputFile } from "./files/input-file.ts";
import { type Project, readProject } from "./files/project.ts";
import type { Range } from "./files/source.ts";
import { filledIn, holdsMarkup, isBackup, mayBeTemplated } from "./files/template.ts";
import { parseVersion, pinned } from "./files/versions.ts";
import { byPlace, type Finding, type Fix, type Level, type Severity } from "./finding.ts";
import { buildModel } from "./model/build.ts";
import type { Context, Report, Rule } from "./rule.ts";
import { rules as allRules } from "./rules/index.ts";
import { suppress, suppressionsOf } from "./suppress.ts";

export interface LintOptions {
  /** A rule's id → the severity it gets, or "off". */
  readonly rules?: Readonly<Record<string, Level>>;
  /** Paths (with `*` and `**`) of files that give no findings; they still tell the model what is there. */
  readonly ignore?: readonly string[];
  /** What flask-deploy.yml says, when the repository has one. */
  readonly app?: App;
  /** nginx on the server, "1.22.1". */
  readonly nginxVersion?: string;
  /** Paths that exist in the repository beside the files handed over (static files, say). */
  readonly paths?: readonly string[];
  /** Symbolic links of the repository. */
  readonly links?: readonly Link[];
  /** False where only some files of a repository were handed over, so that what is not among them may well exist. */
  readonly whole?: boolean;
  /** Where files were named: only these give findings, and only in these are fixes made. */
  readonly named?: ReadonlySet<string>;
  /** Only these rules; for tests and the playground. */
  readonly only?: readonly Rule[];
}

export interface LintResult {
  /** By file, then place, then rule. */
  readonly findings: readonly Finding[];
  readonly project: Project;
}

/** Finds what is wrong with the files of one repository. Pure: the same files give the same findings. */
export function lint(files: readonly InputFile[], options: LintOptions = {}): LintResult {
  const project = readProject(files, options.paths, options.whole, options.links);
  const requirements = project.requirements.map((source) => source.text);
  const parsed = [...project.nginx, ...project.uwsgi, ...project.units, ...project.supervisor];
  const problems = parsed.flatMap((file) => file.problems);
  const base = {
    project,
    model: buildModel(project),
    app: options.app,
    versions: {
      nginx: parseVersion(options.nginxVersion),
      gunicorn: pinned(requirements, "gunicorn"),
      uwsgi: pinned(requirements, "uwsgi") ?? pinned(requirements, "pyuwsgi"),
    },
    problems,
  };
  const rules = options.only ?? allRules;
  const isIgnored = globs(options.ignore ?? []);
  const { named } = options;
  const ignored = (path: string) => isIgnored(path) || (named !== undefined && !named.has(path));
  // A fix is written for the dialect that its rule knows: no ini's line goes into YAML.
  const markup = new Set(project.uwsgi.flatMap((file) => (file.markup ? [file.source] : [])));
  const editable = new Set(
    project.sources.flatMap(({ source }) => (markup.has(source) || named?.has(source.path) === false ? [] : [source])),
  );
  const filled = filledIn(project.scripts);
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const levels = new Map<string, Level>();
  for (const rule of rules) {
    const level = options.rules?.[rule.id] ?? (rule.enabled === false ? "off" : undefined);
    levels.set(rule.id, level ?? rule.severity);
    if (level === "off") continue;

    const report = (at: Range, text: string, given: Report | Fix = {}): void => {
      const { related = [], fix, severity: own }: Report = "edits" in given ? { fix: given } : given;
      const message = text.replace(controls, " ");
      const key = `${rule.id} ${at.source.path} ${at.start} ${message}`;
      if (seen.has(key) || ignored(at.source.path)) return;
      seen.add(key);
      const severity = weigh(at, level ?? own ?? rule.severity, filled);
      findings.push({
        rule: rule.id,
        severity,
        at,
        message,
        related,
        ...(fix?.edits.every((edit) => editable.has(edit.at.source)) ? { fix } : {}),
      });
    };
    rule.check({ ...base, report } satisfies Context);
  }
  return { findings: suppress(findings, suppressionsOf(project), levels).sort(byPlace), project };
}

/** Messages quote files, and files may hold what moves a terminal's cursor. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
const controls = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** What a template's markup stands for is not known, so a finding on such a line is only worth knowing. */
function weigh(at: Range, severity: Severity, filled: RegExp | undefined): Severity {
  const { source } = at;
  if (isBackup(source.path)) return "info";
  if (filled?.test(source.line(source.lineAt(at.start)).text)) return "info";
  if (!mayBeTemplated(source)) return severity;
  const line = source.line(source.lineAt(at.start));
  return holdsMarkup(line.text.slice(0, 2000)) ? "info" : severity;
}

function globs(patterns: readonly string[]): (path: string) => boolean {
  const tests = patterns.map((pattern) => {
    const body = pattern
      .replace(/^\.?\//, "")
      .replace(/[.+^$()|[\]\\{}]/g, "\\$&")
      .replace(/\*\*\/?|\*|\?/g, (glob) => (glob.startsWith("**") ? ".*" : glob === "*" ? "[^/]*" : "[^/]"));
    return new RegExp(`^${body}(/.*)?$`);
  });
  return (path) => tests.some((test) => test.test(path));
}
