/**
 * Makes the tag of a version at HEAD, or moves the one that follows its major number:
 *
 *     node .github/release/tag.ts make 1.2.3     v1.2.3
 *     node .github/release/tag.ts move 1.2.3     v1
 */
import { makeTag, moveTag } from "./git.ts";
import { versionOf } from "./version.ts";

const [what, given = ""] = process.argv.slice(2);
const { GITHUB_TOKEN: token } = process.env;
const clone = { folder: process.cwd(), ...(token && { token }) };
const said = {
  made: "made",
  there: "is there already",
  moved: "moved to this commit",
  newer: "stays: a newer version has it",
};

try {
  if (what !== "make" && what !== "move") throw new Error("say make or move, and the version");
  const version = versionOf(given);
  const [tag, how] =
    what === "make" ? [version.tag, makeTag(clone, version)] : [version.moving, moveTag(clone, version)];
  console.log(`${tag} ${said[how]}`);
} catch (error) {
  console.log(`::error::${(error as Error).message.trim().replaceAll("\n", " ")}`);
  process.exitCode = 1;
}
