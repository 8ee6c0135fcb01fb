import { lint } from "./engine.ts";
import { type Colours, plain, pretty } from "./formats/pretty.ts";
import { byPath } from "./report.ts";
import { type Example, exampleFiles, type Rule } from "./rule.ts";

/** What a rule is about, for a terminal. The finding shown is what the linter says about the bad example. */
export function explain(rule: Rule, paint: Colours = plain): string {
  const indented = (text: string) => text.trimEnd().replace(/^(?=.)/gm, "    ");
  const files = (example: Example) =>
    exampleFiles(rule, example).map(({ path, content }) => `  ${paint.dim(path)}\n${indented(content)}`);
  const findings = onBadExample(rule);
  return [
    `${paint.bold(rule.id)} ${paint.dim(`(${rule.severity}${rule.enabled === false ? ", off by default" : ""})`)}`,
    rule.summary,
    "",
    rule.why.trim(),
    "",
    paint.red("Bad"),
    ...files(rule.bad),
    "",
    ...findings.slice(0, 3).map((finding) => indented(pretty(finding, byPath, paint))),
    "",
    paint.green("Good"),
    ...files(rule.good),
    "",
    `Where it is meant that way, put on the line above: # flask-deploy-ignore ${rule.id}: why`,
    "",
  ].join("\n");
}

/** The same as a page of the documentation. */
export function explainMarkdown(rule: Rule): string {
  const files = (example: Example) =>
    exampleFiles(rule, example).map(({ path, content }) => `\`${path}\`\n\n\`\`\`\n${content.trimEnd()}\n\`\`\`\n`);
  const findings = onBadExample(rule);
  return [
    `# ${rule.id}\n`,
    `**${rule.severity}**${rule.enabled === false ? ", off by default" : ""}. ${rule.summary}.\n`,
    `${rule.why.trim()}\n`,
    "## Bad\n",
    ...files(rule.bad),
    ...findings.slice(0, 3).map((finding) => `> ${finding.message}\n`),
    "## Good\n",
    ...files(rule.good),
  ].join("\n");
}

const onBadExample = (rule: Rule) =>
  lint(exampleFiles(rule, rule.bad), { rules: { [rule.id]: rule.severity } }).findings.filter(
    (f) => f.rule === rule.id,
  );
