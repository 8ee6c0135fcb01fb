import { linesOf, trimmed } from "../files/lines.ts";
import type { ParsedFile } from "../files/parsed-file.ts";
import type { Range, Source, Text } from "../files/source.ts";
import { isTemplate } from "../files/template.ts";

/** An Upstart job, parsed far enough to recognize it, to replace it by a unit, and to find what it runs. */
export interface UpstartFile extends ParsedFile<"upstart"> {
  /** Every stanza outside scripts: its first word and the rest of the line. */
  readonly stanzas: readonly (Range & { readonly name: Text; readonly value: Text })[];
  /** The lines of `script … end script`, which are shell. */
  readonly scripts: readonly Text[];
}

export function parseUpstart(source: Source): UpstartFile {
  const stanzas: (Range & { name: Text; value: Text })[] = [];
  const scripts: Text[] = [];
  let scriptStart: number | undefined;
  for (const line of linesOf(source)) {
    const body = trimmed(source, line.start, line.end);
    if (scriptStart !== undefined) {
      if (body.text === "end script") {
        scripts.push({ source, start: scriptStart, end: line.start, text: source.text.slice(scriptStart, line.start) });
        scriptStart = undefined;
      }
    } else if (/^(script|(pre|post)-(start|stop) script)$/.test(body.text)) {
      scriptStart = source.lineStarts[source.lineAt(line.start) + 1] ?? source.text.length;
    } else if (body.text !== "" && !body.text.startsWith("#")) {
      const name = /^\S+/.exec(body.text)?.[0] ?? "";
      stanzas.push({
        source,
        start: body.start,
        end: body.end,
        name: { source, start: body.start, end: body.start + name.length, text: name },
        value: trimmed(source, body.start + name.length, body.end),
      });
    }
  }
  if (scriptStart !== undefined) {
    scripts.push({ source, start: scriptStart, end: source.text.length, text: source.text.slice(scriptStart) });
  }
  return { kind: "upstart", path: source.path, source, stanzas, scripts, template: isTemplate(source) };
}

/** Whether a file is an Upstart job: it has `start on` or `stop on`, and no section. */
export const isUpstart = (text: string) =>
  /^\s*(start|stop) on \S/m.test(text.slice(0, 50_000)) && !/^\s*\[\w+\]\s*$/m.test(text.slice(0, 50_000));
