import type { Range } from "../files/source.ts";
import type { Finding, Fix } from "../finding.ts";
import { type Example, exampleFiles, type Rule } from "../rule.ts";
import { button, element } from "./element.ts";

/** What a finding in the list can make the page do. */
export interface Acts {
  goTo(at: Range): void;
  apply(fix: Fix): void;
}

/** One finding: position, message, its fix, and its rule's page. */
export function findingItem(finding: Finding, rule: Rule | undefined, acts: Acts): HTMLElement {
  const item = element("li", { class: finding.severity });
  const head = button("", () => acts.goTo(finding.at), { class: "place" });
  head.append(
    element("span", { class: "severity" }, finding.severity),
    element("span", { class: "where" }, place(finding.at)),
    element("span", { class: "rule" }, finding.rule),
    element("span", { class: "message" }, finding.message),
  );
  item.append(head);
  for (const { at, message } of finding.related)
    item.append(button(`${place(at)} ${message}`, () => acts.goTo(at), { class: "related" }));
  const { fix } = finding;
  if (fix) {
    const note = fix.kind === "safe" ? "" : " (check the result)";
    item.append(button(`Fix: ${fix.title}${note}`, () => acts.apply(fix), { class: "fix" }));
  }
  if (rule) item.append(page(rule));
  return item;
}

/** The rule's page beside the playground, written by `explain --markdown`. */
export const pageOf = (rule: Rule) => `../rules/${rule.id}.md`;

function page(rule: Rule): HTMLElement {
  const text = (example: Example) =>
    exampleFiles(rule, example)
      .map(({ path, content }) => (typeof example !== "object" ? content : `# ${path}\n${content}`).trimEnd())
      .join("\n\n");
  const details = element("details", {}, element("summary", {}, `Why ${rule.id}`));
  // Filled when it is opened: a hundred findings need not carry a hundred pages.
  details.addEventListener(
    "toggle",
    () =>
      details.append(
        ...rule.why.split(/\n\s*\n/).map((paragraph) => element("p", {}, paragraph.trim())),
        element("h3", {}, "Bad"),
        element("pre", { tabindex: "0" }, text(rule.bad)),
        element("h3", {}, "Good"),
        element("pre", { tabindex: "0" }, text(rule.good)),
        element("p", {}, element("a", { href: pageOf(rule) }, "The rule's page")),
      ),
    { once: true },
  );
  return details;
}

function place(at: Range): string {
  const { line, column } = at.source.span(at);
  return `${at.source.path.replace(/^.*\//, "")}:${line}:${column}`;
}
