/** A section of CHANGELOG.md, which is kept by hand in the shape of keepachangelog.com. */
export interface Section {
  /** ISO 8601 day; "" when the heading has none. */
  readonly date: string;
  /** Markdown below the heading, without blank lines at its ends. */
  readonly notes: string;
}

/** @returns the section of a version such as "1.2.3"; undefined when there is none */
export function sectionOf(changelog: string, version: string): Section | undefined {
  for (const part of changelog.split(/^(?=## )/m)) {
    const [heading = "", ...lines] = part.split("\n");
    const [, name, date = ""] = /^## \[?([^\]\s]+)\]?(?: - (\d{4}-\d{2}-\d{2}))?\s*$/.exec(heading) ?? [];
    // Links of the headings stand below the last section and belong to none.
    const notes = lines.filter((line) => !/^\[[^\]]+\]: /.test(line));
    if (name === version) return { date, notes: notes.join("\n").trim() };
  }
  return undefined;
}
