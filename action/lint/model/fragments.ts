import { basename } from "../files/paths.ts";
import type { Project } from "../files/project.ts";
import { ownSection, type UwsgiFile } from "../uwsgi/tree.ts";
import type { Starter } from "./types.ts";

/** Options that include another file, which then shares placeholders and options with this one. */
const takesIn = /^(ini|include|inherit|inherit-template|config|vassal-include|xml|yaml)$/;

/** The inis that others include, and those of a command line with several. */
export function fragmentsOf(project: Project, starters: readonly Starter[]): ReadonlySet<UwsgiFile> {
  const fragments = new Set<UwsgiFile>();
  const named = (path: string, by: string) => {
    const wanted = basename(path.replace(/:\w*$/, "").replace(/^%d/, ""));
    for (const file of project.uwsgi) if (file.path !== by && basename(file.path) === wanted) fragments.add(file);
  };
  for (const file of project.uwsgi)
    for (const option of file.sections.flatMap((section) => section.options))
      if (option.value && takesIn.test(option.name.text) && !ownSection(option)) named(option.value.text, file.path);
  for (const { options, positional } of starters.flatMap((starter) => starter.invocations)) {
    const inis = [
      ...options.flatMap(({ name, value }) => (value && takesIn.test(name.text) ? [value.text] : [])),
      ...positional.map((word) => word.text).filter((text) => /\.ini$/.test(text)),
    ];
    if (inis.length > 1) for (const path of inis) named(path, "");
  }
  return fragments;
}
