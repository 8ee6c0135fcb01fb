import type { Range } from "../files/source.ts";
import { type NginxFile, walk } from "../nginx/tree.ts";
import type { UnitFile } from "../systemd/tree.ts";
import type { UwsgiFile } from "../uwsgi/tree.ts";

/**
 * The parts of a parsed file in text order, without nesting: names, values and comments. Only spaces and punctuation
 * are between them, so that the parts and the gaps together are the file.
 */
export function parts(file: NginxFile | UwsgiFile | UnitFile): Range[] {
  const found: Range[] = [...file.comments];
  if (file.kind === "nginx") {
    for (const { name, args, block } of walk(file)) found.push(name, ...args, ...(block?.lua ? [block.lua] : []));
  } else if (file.kind === "uwsgi") {
    for (const { name, options } of file.sections) {
      found.push(name);
      for (const option of options) found.push(option.name, ...(option.value ? [option.value] : []));
    }
    for (const option of file.stray) found.push(option.name, ...(option.value ? [option.value] : []));
  } else {
    for (const { name, entries } of file.sections) {
      found.push(name);
      for (const { key, value } of entries) found.push(key, value);
    }
    found.push(...file.stray);
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The file's text again, put together from its parts and the gaps between them. */
export function print(file: NginxFile | UwsgiFile | UnitFile): string {
  let text = "";
  let at = 0;
  for (const part of parts(file)) {
    // A comment between the lines of a systemd value is inside that value's range.
    if (part.end <= at) continue;
    text += file.source.text.slice(at, part.start) + file.source.text.slice(Math.max(at, part.start), part.end);
    at = part.end;
  }
  return text + file.source.text.slice(at);
}
