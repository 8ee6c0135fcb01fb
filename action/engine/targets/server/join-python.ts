/**
 * One program of several modules, for a place that holds only one file. Each module imports what it takes of those before
 * it, as any module does, so that an editor and a type checker can read it; those imports fall away, since all is one now.
 *
 * @param modules texts by name, in the order in which they run
 */
export function joinPython(modules: Readonly<Record<string, string>>): string {
  const own = new RegExp(`^from (?:${Object.keys(modules).join("|")}) import .*\n`, "gm");
  const texts = Object.values(modules).map((text) => text.replace(own, ""));
  // Python takes this at the top of a program only.
  const [first = "", ...others] = texts;
  return [first, ...others.map((text) => text.replace("from __future__ import annotations\n", ""))].join("\n\n");
}
