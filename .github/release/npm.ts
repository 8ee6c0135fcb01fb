/**
 * Publishes a packed tarball, unless the registry has that very one:
 *
 *     node .github/release/npm.ts create-flask-deploy-1.2.3.tgz [--dry-run]
 *
 * No token: npm asks GitHub who runs this, and the registry trusts this workflow of this repository.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const [tarball = "", ...flags] = process.argv.slice(2);

function npm(...args: readonly string[]): string {
  return execFileSync("npm", args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim();
}

/** Integrity of what the registry has of a version; "" when it has none. */
function published(name: string, version: string): string {
  try {
    return npm("view", `${name}@${version}`, "dist.integrity", "--silent");
  } catch (error) {
    // npm ends with 1 for a package that nobody has published; a registry that is down shows in the publish itself.
    if ((error as { status?: number }).status === 1) return "";
    throw error;
  }
}

try {
  const { name, version } = JSON.parse(readFileSync("package.json", "utf8"));
  const integrity = `sha512-${createHash("sha512").update(readFileSync(tarball)).digest("base64")}`;
  const there = published(name, version);
  if (there && there !== integrity)
    throw new Error(
      `npm has another ${name}@${version} already: a published version never changes, take the next number`,
    );
  if (there) console.log(`npm has this ${name}@${version} already`);
  else npm("publish", resolve(tarball), "--provenance", "--access", "public", "--ignore-scripts", ...flags);
} catch (error) {
  console.log(`::error::${(error as Error).message.trim().split("\n")[0]}`);
  process.exitCode = 1;
}
