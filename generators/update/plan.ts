import type { Answers } from "../../action/engine/app/fields.ts";
import { type RenderedFile, repository } from "../scaffold/render.ts";
import type { Io } from "../terminal/io.ts";
import type { Branch, Git } from "./git.ts";
import { type Base, baseOf, onAnswersOf, surroundings } from "./lineage/base.ts";
import { commitGeneration, treeOf, treeWith } from "./lineage/generation.ts";
import type { Generation } from "./lineage/lineage.ts";
import { ownPath, type Stored, storedAnswers, withOwnLines, withVersionOf } from "./stored.ts";
import type { UpdateRequest } from "./update-request.ts";

/** Two commits of generated files outside the branch: the base, and the one to merge. */
export interface Plan extends Stored {
  readonly head: string;
  /** Answers of the command line. */
  readonly given: Partial<Answers>;
  /** The version that generated the base, if it is known. */
  readonly from: string | undefined;
  readonly base: Generation | undefined;
  /** undefined if it equals the base: there is nothing to merge. */
  readonly next: Generation | undefined;
  /** Notes for the user on what was compared, a sentence or two each. */
  readonly notes: readonly string[];
}

export async function planUpdate(
  git: Branch,
  { given, from, templates, to, step, ask }: UpdateRequest,
  io: Io,
): Promise<Plan> {
  const { head } = git;
  const own = await git.text(`${head}:${ownPath(git.folder)}`);
  const former = await baseOf(git, own, { from, to, step }, io);
  const stored = await ask(storedAnswers(own, former.text, given));
  const { answers } = stored;
  const base = await onAnswersOf(own, former, git, answers);
  const around = await surroundings(git, base?.commit ?? head, base?.folder);
  const { render } = await repository(templates);
  const tree = await treeOf(git, worded(await render(answers, around), git, own, former.text ?? "", answers));
  const isSame = base && [tree, await asOfVersion(git, tree, former)].includes(base.tree);
  const next = isSame
    ? undefined
    : await commitGeneration(git, tree, {
        subject: `Generate ${answers.name} with create-flask-deploy ${to}`,
        ...{ version: to, folder: git.folder, name: answers.name, parent: base?.commit },
      });
  return { ...stored, given, head, from: former.generation?.version, base, next, notes: former.notes };
}

const worded = (files: readonly RenderedFile[], { folder }: Git, own: string, former: string, answers: Answers) =>
  files.map((file) =>
    file.path === ownPath(folder)
      ? { ...file, content: Buffer.from(withOwnLines(`${file.content}`, own, former, answers)) }
      : file,
  );

/** The same files as if an older version had generated them: a new version number alone needs no merge. */
async function asOfVersion(git: Git, tree: string, { text = "" }: Base): Promise<string> {
  const path = ownPath(git.folder);
  const now = await git.text(`${tree}:${path}`);
  return treeWith(git, tree, path, withVersionOf(text, now));
}
