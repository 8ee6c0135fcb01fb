/**
 * Looks whether a version can be released from this clone, and changes nothing:
 *
 *     node .github/release/check.ts 1.2.3
 *
 * dist/ is to be built before. On GitHub the version goes on to the jobs that follow.
 */
import { appendFileSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { changed, head, isIn, remoteTags, tagElsewhere } from "./git.ts";
import { problems } from "./problems.ts";
import { versionOf } from "./version.ts";

const { GITHUB_OUTPUT, GITHUB_REPOSITORY = "", GITHUB_TOKEN: token } = process.env;
const clone = { folder: process.cwd(), ...(token && { token }) };
const read = (file: string) => readFileSync(file, "utf8");

try {
  const version = versionOf(process.argv[2] ?? "");
  const contents = {
    manifest: JSON.parse(read("package.json")),
    locked: JSON.parse(read("package-lock.json")).version,
    changelog: read("CHANGELOG.md"),
    action: parse(read("action.yml")),
  };
  const found = problems(version, contents, GITHUB_REPOSITORY);
  const dist = changed(clone, "dist");
  if (dist.length > 0)
    found.push(`dist/ is not what the sources build (${dist.length} files): npm run build, and commit dist/`);
  if (!isIn(clone, "main")) found.push("this commit is not in origin/main: what is released has been on main before");
  const there = remoteTags(clone).get(version.tag);
  if (there && there !== head(clone)) found.push(tagElsewhere(version.tag, there, head(clone)));
  if (found.length > 0) throw new Error(found.join("\n"));
  if (GITHUB_OUTPUT) appendFileSync(GITHUB_OUTPUT, `version=${version.text}\n`);
  console.log(`${version.text} can be released from ${head(clone).slice(0, 7)}`);
} catch (error) {
  for (const line of (error as Error).message.split("\n")) console.log(`::error::${line}`);
  process.exitCode = 1;
}
