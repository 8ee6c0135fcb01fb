import type { App } from "../engine/app/app.ts";
import type { InputFile, Link } from "./files/collect.ts";
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
  /** Rule id → its severity, or "off". */
  readonly rules?: Readonly<Record<string, Level>>;
  /** Globs (with `*` and `**`) of files without findings; the model still includes the files. */
  readonly ignore?: readonly string[];
  /** The repository's flask-deploy.yml, if there is one. */
  readonly app?: App;
  /** Version of nginx on the server, "1.22.1". */
  readonly nginxVersion?: string;
  /** Paths of further files in the repository (static files, for example). */
  readonly paths?: readonly string[];
  readonly links?: readonly Link[];
  /** False if these are only some files of a repository, so that other files may exist. */
  readonly whole?: boolean;
  /** Set if files were passed by name: only these get findings and fixes. */
  readonly named?: ReadonlySet<string>;
  /** Only these rules; for tests and the playground. */
  readonly only?: readonly Rule[];
}

export interface LintResult {
  /** Sorted by file, position and rule. */
  readonly findings: readonly Finding[];
  readonly project: Project;
}

/** Lints the files of one repository. Pure: the same files give the same findings. */
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
  // A fix is written in the dialect that its rule expects: it must not put a line of ini into YAML.
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

/** Messages quote files, which may contain control characters for a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
const controls = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** The value of template markup is unknown, so a finding on such a line is only info. */
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
