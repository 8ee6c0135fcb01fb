import { documentationOf } from "./documentation.ts";
import { type LintOptions, lint } from "./engine.ts";
import type { Finding } from "./finding.ts";
import { type Colours, plain, pretty } from "./formats/pretty.ts";
import { byPath } from "./report.ts";
import { type Example, exampleFiles, exampleLinks, type Rule } from "./rule.ts";

export interface Explaining {
  readonly paint?: Colours;
  /** Width of the terminal; prose is wrapped, examples are not. */
  readonly columns?: number;
  /** Reads an example's flask-deploy.yml; passed in, because its parser is not part of the linter. */
  readonly settings?: (yml: string) => Partial<LintOptions>;
}

/** Explains a rule, for a terminal. The finding in it is what the linter reports for the bad example. */
export function explain(rule: Rule, explaining: Explaining = {}): string {
  const { paint = plain, columns = 100 } = explaining;
  const indented = (text: string) => text.trimEnd().replace(/^(?=.)/gm, "    ");
  const files = (example: Example) =>
    exampleFiles(rule, example).map(({ path, content }) => `  ${paint.dim(path)}\n${indented(content)}`);
  const findings = onBadExample(rule, explaining);
  return [
    `${paint.bold(rule.id)} ${paint.dim(`(${rule.severity}${rule.enabled === false ? ", off by default" : ""})`)}`,
    wrapped(`${rule.summary}.`, columns),
    "",
    wrapped(rule.why, columns),
    "",
    paint.red("Bad"),
    ...files(rule.bad),
    "",
    ...findings.slice(0, 3).map((finding) => indented(pretty(finding, byPath, paint))),
    "",
    paint.green("Good"),
    ...files(rule.good),
    "",
    ...notes(rule, findings).map((note) => (/^#|https:/.test(note) ? note : wrapped(note, columns))),
    "",
  ].join("\n");
}

/** The same as a Markdown page; `playground` is the URL where its bad example can be tried. */
export function explainMarkdown(rule: Rule, explaining: Explaining & { readonly playground?: string } = {}): string {
  const files = (example: Example) =>
    exampleFiles(rule, example).map(({ path, content }) => `\`${path}\`\n\n\`\`\`\n${content.trimEnd()}\n\`\`\`\n`);
  const findings = onBadExample(rule, explaining);
  return [
    `# ${rule.id}\n`,
    `**${rule.severity}**${rule.enabled === false ? ", off by default" : ""}. ${rule.summary}.\n`,
    `${rule.why.trim()}\n`,
    "## Bad\n",
    ...files(rule.bad),
    ...findings.slice(0, 3).map((finding) => `> ${finding.message}\n`),
    "## Good\n",
    ...files(rule.good),
    ...notes(rule, findings).map((note) => `${note}\n`),
    ...(explaining.playground ? [`[Try it in the playground](${explaining.playground}#${rule.id})\n`] : []),
  ].join("\n");
}

/** Everything besides the examples: versions, the fix, the sources, how to suppress a finding. */
function notes(rule: Rule, findings: readonly Finding[]): string[] {
  const fix = findings.find((finding) => finding.fix)?.fix;
  const flag = fix?.kind === "safe" ? "safe (lint --fix)" : "a suggestion to check (lint --fix=suggested)";
  const sources = [...new Set(findings.flatMap((finding) => documentationOf(finding) ?? []))];
  return [
    ...(rule.versions ? [`Versions: ${rule.versions}.`] : []),
    fix ? `Fix: ${fix.title}; ${flag}.` : "Fix: by hand.",
    ...sources.slice(0, 2).map((source) => `Source: ${source}`),
    "To suppress this finding, add the line above it:",
    // On one line, so that it can be copied.
    `# flask-deploy-ignore ${rule.id}: reason`,
  ];
}

/** Prose wrapped at a width; blank lines separate its paragraphs. */
function wrapped(text: string, columns: number): string {
  const width = Math.max(20, Math.min(columns, 100));
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => {
      let line = "";
      const lines: string[] = [];
      for (const word of paragraph.split(/\s+/)) {
        if (line && line.length + 1 + word.length > width) {
          lines.push(line);
          line = word;
        } else line = line ? `${line} ${word}` : word;
      }
      return [...lines, line].join("\n");
    })
    .join("\n\n");
}

function onBadExample(rule: Rule, { settings }: Explaining): readonly Finding[] {
  const files = exampleFiles(rule, rule.bad);
  const yml = files.find(({ path }) => path === "flask-deploy.yml");
  const options = {
    ...(yml && settings?.(yml.content)),
    rules: { [rule.id]: rule.severity },
    links: exampleLinks(rule.bad),
  };
  return lint(files, options).findings.filter((finding) => finding.rule === rule.id);
}
