import { isTemplated } from "../../../files/template.ts";
import { replace } from "../../../fix/edit.ts";
import { setting } from "../../../model/launchers.ts";
import { defineRule } from "../../../rule.ts";
import type { UnitEntry } from "../../../systemd/tree.ts";
import { execKeys, unit } from "../units.ts";

export const unbalancedQuote = defineRule({
  id: "systemd/unbalanced-quote",
  severity: "error",
  summary: "A quote that nothing closes",
  why: `systemd ignores the whole line: "Invalid syntax, ignoring" for Environment=, so that PATH or a secret is not set; "Unbalanced quoting, ignoring" for
ExecStart=, after which the unit cannot be started at all. An apostrophe is a quote, too. supervisor says "No closing quotation" and does not start the program.`,
  bad: unit('Environment="FLASK_ENV=production'),
  good: unit('Environment="FLASK_ENV=production"'),
  check({ project, report }) {
    for (const file of project.units) {
      for (const entry of file.sections.flatMap((section) => section.entries)) {
        const { key, value } = entry;
        if (!execKeys.test(key.text) && key.text !== "Environment") continue;
        const quote = openQuote(value.text);
        if (!quote || isTemplated(value.text)) continue;
        const seen = key.text === "Environment" ? "the variable is not set" : "the unit cannot be started";
        report(
          value,
          `The ${quote} is not closed: systemd ignores the whole line, and ${seen}.`,
          closing(entry, quote),
        );
      }
    }
    for (const file of project.supervisor) {
      for (const section of file.sections) {
        const command = /^(fcgi-)?program:/.test(section.name.text) ? setting(section, "command") : undefined;
        const quote = command && openQuote(command.value.text);
        if (!command || !quote || isTemplated(command.value.text)) continue;
        report(
          command.value,
          `The ${quote} is not closed: supervisor cannot parse the command ("No closing quotation") and does not start the program.`,
        );
      }
    }
  },
});

/** The quote that is still open at the end; a backslash escapes the next character. */
function openQuote(text: string): string | undefined {
  let open: string | undefined;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (c === "\\") i++;
    else if (open) open = c === open ? undefined : open;
    else if (c === '"' || c === "'") open = c;
  }
  return open;
}

/** A single quote at the beginning: the missing one belongs at the end of the line. */
function closing({ value }: UnitEntry, quote: string) {
  const alone = value.text.startsWith(quote) && !/["'\\]/.test(value.text.slice(1));
  if (!alone || value.end - value.start !== value.text.length) return {};
  const at = { source: value.source, start: value.end, end: value.end };
  return { fix: { kind: "safe" as const, title: `close the ${quote}`, edits: [replace(at, quote)] } };
}
