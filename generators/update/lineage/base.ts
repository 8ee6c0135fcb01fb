import type { Answers } from "../../../action/engine/app/fields.ts";
import { Failure } from "../../../action/engine/process/failure.ts";
import type { Surroundings } from "../../scaffold/file-list.ts";
import type { Io } from "../../terminal/io.ts";
import type { Wish } from "../desired-state.ts";
import type { Branch, Git } from "../git.ts";
import { generatedBy, nameIn, ownPath, withOwnLines } from "../stored.ts";
import { type Former, generateWith } from "./former.ts";
import { commitGeneration, treeOf, treeWith } from "./generation.ts";
import { type Generation, lineageOf } from "./lineage.ts";
import { versionOrder } from "./version-order.ts";

/** The merge base: the generated files that both sides of the merge started from. */
export interface Base {
  /** undefined if it cannot be found or generated: then every difference is a conflict. */
  readonly generation: Generation | undefined;
  /** Its flask-deploy.yml. */
  readonly text: string | undefined;
  /** Notes for the user, a sentence or two each. */
  readonly notes: readonly string[];
}

/** The last version that did not write its number into flask-deploy.yml. */
const lastUnnumbered = "1.0.0";

/**
 * Finds the commit of generated files in the branch's history. If a squash has lost it, or there never was one,
 * generates the files again with the version that generated them then.
 *
 * @param own the user's flask-deploy.yml
 */
export async function baseOf(
  git: Branch,
  own: string,
  { from, to, step }: Pick<Wish, "from" | "to" | "step">,
  io: Io,
): Promise<Base> {
  const numbered = generatedBy(own);
  const lineage = await lineageOf(git, nameIn(own));
  const found = lineage.kind === "found" ? lineage.generation : undefined;
  for (const version of [numbered, found?.version])
    if (version && versionOrder(version, to) > 0)
      throw new Failure(
        `the files are of create-flask-deploy ${version}, and this is ${to}, which is older. Run npx create-flask-deploy@latest update.`,
      );
  const isLast = found && (numbered === undefined || versionOrder(numbered, found.version ?? numbered) <= 0);
  if (isLast && from === undefined) return withText(git, found, []);

  if ((await git.read(["rev-parse", "--is-shallow-repository"])) === "true")
    throw new Failure(
      "this clone is shallow, and the generation to compare with is not in it. Run git fetch --unshallow (in a workflow: actions/checkout with fetch-depth: 0).",
    );
  const lost = lostBecause(lineage.kind, found, numbered);
  const former: Former = { version: numbered ?? lastUnnumbered, from };
  step(`generate the files again with ${from ?? `create-flask-deploy ${former.version}`}`);
  try {
    const generation = await generatedAgain(git, former, own, found, io);
    return await withText(git, generation, [
      `${lost} The files were generated again with ${from ?? `create-flask-deploy ${former.version}`}, to tell your edits from the templates' changes.`,
    ]);
  } catch (error) {
    if (!(error instanceof Failure) || from !== undefined) throw error;
    const without = `${lost} create-flask-deploy ${former.version}, which generated the files, cannot be had (${error.message}); --from FOLDER takes it from a folder.`;
    if (found)
      return withText(git, found, [`${without} The older generation stands in, so there may be more conflicts.`]);
    const notes = [
      `${without} Every difference is a conflict for you to look at, and files that you deleted come back.`,
    ];
    return { generation: undefined, text: undefined, notes };
  }
}

function lostBecause(kind: "found" | "rewritten" | "none", found: Generation | undefined, numbered?: string): string {
  if (found && numbered)
    return `flask-deploy.yml is of ${numbered}, but the last generation in this branch's history is of ${found.version ?? "an older version"}: an update was squashed.`;
  if (kind === "rewritten")
    return "The commit of the generated files was amended or squashed, so it may hold your edits.";
  return kind === "found" ? "--from was passed." : "This branch's history has no commit of generated files.";
}

async function generatedAgain(git: Branch, former: Former, own: string, parent: Generation | undefined, io: Io) {
  const files = await generateWith(former, own, await surroundings(git, git.head), io);
  return commitGeneration(git, await treeOf(git, files), {
    subject: `Generate ${nameIn(own)} again with create-flask-deploy ${former.version}`,
    ...{ version: former.version, folder: git.folder, name: nameIn(own), parent: parent?.commit },
  });
}

async function withText(git: Git, generation: Generation, notes: readonly string[]): Promise<Base> {
  const path = `${generation.commit}:${ownPath(generation.folder)}`;
  return { generation, text: await git.text(path), notes };
}

/** The state of the repository when the scaffold generated this commit's files. */
export async function surroundings({ run, folder }: Git, commit: string, below = folder): Promise<Surroundings> {
  const { code } = await run(["cat-file", "-e", `${commit}:${below ? `${below}/` : ""}pytest.ini`]);
  return { existing: code !== 0, folder };
}

/**
 * The base with the current answers of flask-deploy.yml: an answer that the user has changed is no change of the
 * templates, but the line below it may be one.
 */
export async function onAnswersOf(own: string, { generation, text = "" }: Base, git: Branch, answers: Answers) {
  const worded = withOwnLines(text, own, text);
  if (!generation || worded === text) return generation;
  const path = ownPath(generation.folder);
  return commitGeneration(git, await treeWith(git, generation.tree, path, worded), {
    subject: `Take over the answers of ${path}`,
    ...{ ...generation, name: generation.name ?? answers.name, parent: generation.commit },
  });
}
