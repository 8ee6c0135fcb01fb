import { documentationOf } from "./documentation.ts";
import { type LintOptions, lint } from "./engine.ts";
import type { Finding } from "./finding.ts";
import { type Colours, plain, pretty } from "./formats/pretty.ts";
import { byPath } from "./report.ts";
import { type Example, exampleFiles, exampleLinks, type Rule } from "./rule.ts";

export interface Explaining {
  readonly paint?: Colours;
  /** Of the terminal; prose is broken there, examples are not. */
  readonly columns?: number;
  /** What an example's flask-deploy.yml says; its reader is not the linter's. */
  readonly settings?: (yml: string) => Partial<LintOptions>;
}

/** What a rule is about, for a terminal. The finding shown is what the linter says about the bad example. */
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

/** The same as a page of the documentation; `playground` is where its bad example can be tried. */
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

/** What there is to know beside the examples: versions, the fix, the sources, how to say that it is meant so. */
function notes(rule: Rule, findings: readonly Finding[]): string[] {
  const fix = findings.find((finding) => finding.fix)?.fix;
  const flag = fix?.kind === "safe" ? "safe (lint --fix)" : "a suggestion to check (lint --fix=suggested)";
  const sources = [...new Set(findings.flatMap((finding) => documentationOf(finding) ?? []))];
  return [
    ...(rule.versions ? [`Versions: ${rule.versions}.`] : []),
    fix ? `Fix: ${fix.title}; ${flag}.` : "Fix: none by itself.",
    ...sources.slice(0, 2).map((source) => `Source: ${source}`),
    "To suppress this finding, add the line above it:",
    // One line, to be copied.
    `# flask-deploy-ignore ${rule.id}: reason`,
  ];
}

/** Prose broken at a width; a blank line parts its paragraphs. */
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
