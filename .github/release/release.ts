/**
 * Makes the release of a version on GitHub, with the files given:
 *
 *     GITHUB_TOKEN=… node .github/release/release.ts 1.2.3 create-flask-deploy-1.2.3.tgz
 */
import { readFileSync } from "node:fs";
import { release } from "./github.ts";
import { versionOf } from "./version.ts";

const [given = "", ...files] = process.argv.slice(2);
const {
  GITHUB_API_URL: apiUrl = "https://api.github.com",
  GITHUB_REPOSITORY: repository,
  GITHUB_TOKEN: token,
} = process.env;

try {
  if (!repository || !token) throw new Error("GITHUB_REPOSITORY and GITHUB_TOKEN are missing: a job gives both");
  const version = versionOf(given);
  const changelog = readFileSync("CHANGELOG.md", "utf8");
  const { outcome, immutable } = await release(version, files, changelog, { apiUrl, repository, token });
  console.log(outcome === "released" ? `${version.tag} is released` : `${version.tag} was released before`);
  if (!immutable)
    console.log("::warning::the release can be changed: turn on immutable releases in the repository's settings");
} catch (error) {
  console.log(`::error::${(error as Error).message}`);
  process.exitCode = 1;
}
