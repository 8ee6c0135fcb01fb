import { sectionOf } from "./changelog.ts";
import { marketplaceProblems, type Shown } from "./marketplace.ts";
import type { Version } from "./version.ts";

/** What a release is made of, as it stands in the clone. */
export interface Contents {
  readonly manifest: { readonly version?: string; readonly repository?: { readonly url?: string } };
  /** package-lock.json's own version. */
  readonly locked: string;
  readonly changelog: string;
  readonly action: Shown;
}

/**
 * Everything that is in the way of a release, all at once.
 *
 * @param repository OWNER/NAME of the repository that releases; "" when it is not known
 */
export function problems({ text }: Version, contents: Contents, repository: string): string[] {
  const { manifest, locked, changelog, action } = contents;
  const found = marketplaceProblems(action);
  for (const [file, version] of [
    ["package.json", manifest.version],
    ["package-lock.json", locked],
  ])
    if (version !== text)
      found.push(`${file} has version ${version}, not ${text}: npm version ${text} --no-git-tag-version`);
  const section = sectionOf(changelog, text);
  if (!section) found.push(`CHANGELOG.md has no section for ${text}: begin it with "## [${text}] - YYYY-MM-DD"`);
  else {
    if (!section.date) found.push(`CHANGELOG.md: the heading of ${text} has no day: "## [${text}] - YYYY-MM-DD"`);
    if (!section.notes) found.push(`CHANGELOG.md: the section of ${text} is empty`);
  }
  // npm compares the two when it signs where a package was built.
  const url = `git+https://github.com/${repository}.git`;
  if (repository && manifest.repository?.url !== url)
    found.push(`package.json: repository.url must be ${url}, or npm refuses the provenance`);
  return found;
}
