/**
 * Publishes a packed tarball, unless the registry has that very one:
 *
 *     node .github/release/npm.ts create-flask-deploy-1.2.3.tgz [--dry-run]
 *
 * No token: npm asks GitHub who runs this, and the registry trusts this workflow of this repository.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { compare } from "./version.ts";

const [tarball = "", ...flags] = process.argv.slice(2);
const { GITHUB_RUN_ID = "RUN" } = process.env;

function npm(...args: readonly string[]): string {
  return execFileSync("npm", args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim();
}

/** What the registry has of a package: its versions, and the integrity of one; undefined when nobody has published it. */
function published(name: string, version: string): { versions: readonly string[]; integrity: string } | undefined {
  const told = spawnSync("npm", ["view", name, "versions", "--json"], { encoding: "utf8" });
  const said = JSON.parse(told.stdout || "{}");
  if (told.status !== 0) {
    if (said.error?.code === "E404") return undefined;
    throw new Error(`npm cannot tell what is published: ${said.error?.summary ?? told.stderr}`);
  }
  const versions = [said].flat() as readonly string[];
  const integrity = versions.includes(version) ? npm("view", `${name}@${version}`, "dist.integrity", "--silent") : "";
  return { versions, integrity };
}

/** Of an older major, a tag of its own: npm refuses one that would take `latest` back, and takes no "v1" for a tag. */
const tagOf = (version: string, versions: readonly string[]): readonly string[] =>
  versions.some((other) => /^[\d.]+$/.test(other) && compare(other, version) > 0)
    ? ["--tag", `latest-${version.split(".")[0]}`]
    : [];

try {
  const { name, version } = JSON.parse(readFileSync("package.json", "utf8"));
  const integrity = `sha512-${hash("sha512", readFileSync(tarball), "base64")}`;
  const known = published(name, version);
  if (!known)
    throw new Error(
      `npm has no ${name} yet, and trusts a workflow for what it has only. Once, by hand: gh run download ${GITHUB_RUN_ID} --name package && npm publish ${basename(tarball)} --access public; on npm, trust release.yml and the environment npm; then rerun this job`,
    );
  const { integrity: there, versions } = known;
  if (there && there !== integrity)
    throw new Error(
      `npm has another ${name}@${version} already: a published version never changes, take the next number`,
    );
  if (there) console.log(`npm has this ${name}@${version} already`);
  else
    npm(
      "publish",
      resolve(tarball),
      "--provenance",
      "--access",
      "public",
      "--ignore-scripts",
      ...tagOf(version, versions),
      ...flags,
    );
} catch (error) {
  console.log(`::error::${(error as Error).message.trim().split("\n")[0]}`);
  process.exitCode = 1;
}
