import type { Source, Text } from "../files/source.ts";
import { isTemplate } from "../files/template.ts";
import type { UwsgiFile, UwsgiOption, UwsgiSection } from "./tree.ts";

/** uWSGI's options as XML (`<uwsgi><socket>…</socket><master/></uwsgi>`) or in its small YAML (`uwsgi:` and pairs below). */
export function parseMarkup(source: Source): UwsgiFile {
  const read = /<uwsgi\b/.test(source.text) ? fromXml : fromYaml;
  const text = (start: number, end: number): Text => ({ source, start, end, text: source.text.slice(start, end) });
  const option = (name: Text, value: Text | undefined, start: number, end: number): UwsgiOption => ({
    source,
    start,
    end,
    name,
    value,
  });
  const sections = read(source.text).map(({ at, options }): UwsgiSection => {
    const name = { ...text(at, at + "uwsgi".length), text: "uwsgi" };
    const all = options.map(([start, end, from, to]) => {
      const value = from < to ? text(from, to) : undefined;
      return option(text(start, end), value, start, Math.max(end, to));
    });
    return { source, start: at, end: all.at(-1)?.end ?? name.end, name, options: all };
  });
  const kind = { kind: "uwsgi", path: source.path, source, markup: true } as const;
  return { ...kind, sections, stray: [], comments: [], problems: [], template: isTemplate(source) };
}

/** Offsets of a name and its value. */
type Places = readonly [start: number, end: number, from: number, to: number];
type Found = { readonly at: number; readonly options: Places[] };

function fromXml(text: string): Found[] {
  const plain = withoutComments(text);
  const opening = /<uwsgi\b[^<>]{0,500}>/.exec(plain);
  if (!opening) return [];
  const from = opening.index + opening[0].length;
  const close = plain.indexOf("</uwsgi>", from);
  const body = plain.slice(from, close < 0 ? undefined : close);
  const options = [...body.matchAll(/<([\w-]+)\s{0,9}(?:\/>|>([^<]*)<\/\1\s{0,9}>)/g)].map((one): Places => {
    const start = from + one.index + 1;
    const name = one[1] as string;
    const value = one[2]?.trim() ?? "";
    const begin = value ? from + one.index + one[0].indexOf(value, name.length + 2) : start + name.length;
    return [start, start + name.length, begin, begin + value.length];
  });
  return [{ at: opening.index + 1, options }];
}

/** The same text with spaces for each comment, so that every offset stays the same. */
function withoutComments(text: string): string {
  let plain = "";
  let at = 0;
  for (let open = text.indexOf("<!--"); open >= 0; open = text.indexOf("<!--", at)) {
    const close = text.indexOf("-->", open + 4);
    const end = close < 0 ? text.length : close + 3;
    plain += text.slice(at, open) + text.slice(open, end).replace(/[^\n]/g, " ");
    at = end;
  }
  return plain + text.slice(at);
}

function fromYaml(text: string): Found[] {
  const found: Found[] = [];
  let section: Found | undefined;
  let depth = 0;
  let at = 0;
  for (const line of text.split("\n")) {
    const [, indent, dash, name, value] = /^(\s*)(- )?["']?([\w-]+)["']?\s*:(?:\s+|$)(.*)$/.exec(line) ?? [];
    if (name !== undefined && indent !== undefined) {
      if (section && indent.length <= depth && !dash) section = undefined;
      if (!section && name === "uwsgi") {
        depth = indent.length;
        section = { at: at + line.indexOf(name), options: [] };
        found.push(section);
      } else if (section) {
        const start = at + line.indexOf(name);
        const plain = (value ?? "").replace(/\s+#.*$/, "").trim();
        const bare = plain.replace(/^(["'])(.*)\1$/, "$2");
        const from = at + Math.max(line.lastIndexOf(value ?? ""), 0) + (bare === plain ? 0 : 1);
        section.options.push([start, start + name.length, from, from + bare.length]);
      }
    }
    at += line.length + 1;
  }
  return found;
}
