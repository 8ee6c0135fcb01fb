import { appFile } from "../../action/app/app.ts";
import type { AnswerKey, Answers } from "../../action/app/fields.ts";
import { type RenderedFile, repository, type Templates } from "../render.ts";
import { assertHead } from "./clean.ts";
import { commitGeneration, treeOf, treeWith } from "./generation.ts";
import type { Git } from "./git.ts";
import { type Generation, type Lineage, lineageOf } from "./lineage.ts";
import { nameIn, storedAnswers, withOwnLines } from "./stored.ts";

/** Two generations beside the branch: the one that it stands on, and the one that is merged. */
export interface Plan {
  readonly head: string;
  readonly lineage: Lineage["kind"];
  readonly answers: Answers;
  readonly unanswered: readonly AnswerKey[];
  readonly dropped: readonly string[];
  /** Version that generated the base, as far as it is known. */
  readonly from: string | undefined;
  readonly base: Generation | undefined;
  /** Undefined when it is the base again: there is nothing to merge. */
  readonly next: Generation | undefined;
}

/** @param to version of the templates */
export async function planUpdate(git: Git, given: Partial<Answers>, templates: Templates, to: string): Promise<Plan> {
  const head = await assertHead(git);
  const own = await textOf(git, head, ownPath(git.folder));
  const lineage = await lineageOf(git, nameIn(own));
  const former = lineage.kind === "found" ? lineage.generation : undefined;
  const formerText = former && (await textOf(git, former.commit, ownPath(former.folder)));
  const stored = storedAnswers(own, formerText, given);
  const { answers } = stored;
  const base = former && (await withAnswersOf(own, former, formerText ?? "", git));
  const tree = await treeOf(git, await generate(git, answers, own, former?.commit ?? head, templates));
  const generation = {
    subject: `Generate ${answers.name} with create-flask-deploy ${to}`,
    ...{ version: to, name: answers.name, parent: base?.commit },
  };
  const next = base?.tree === tree ? undefined : await commitGeneration(git, tree, generation);
  return { ...stored, head, lineage: lineage.kind, from: former?.version, base, next };
}

async function generate(git: Git, answers: Answers, own: string, former: string, templates: Templates) {
  const { folder } = git;
  const pytest = await git.run(["cat-file", "-e", `${former}:${folder ? `${folder}/` : ""}pytest.ini`]);
  const { render } = await repository(templates);
  const files = await render(answers, { existing: pytest.code !== 0, folder });
  const worded = (file: RenderedFile): RenderedFile =>
    file.path === ownPath(folder)
      ? { ...file, content: Buffer.from(withOwnLines(`${file.content}`, own, answers)) }
      : file;
  return files.map(worded);
}

/**
 * The former generation, with the answers as flask-deploy.yml says them now: what the user has changed there is not a
 * change of the templates, and the line below it may be one.
 */
async function withAnswersOf(own: string, former: Generation, text: string, git: Git): Promise<Generation> {
  const worded = withOwnLines(text, own);
  if (worded === text) return former;
  const tree = await treeWith(git, former.tree, ownPath(former.folder), worded);
  return commitGeneration(git, tree, {
    subject: `Take over the answers of ${ownPath(former.folder)}`,
    ...{ version: former.version, name: former.name ?? nameIn(own), parent: former.commit },
  });
}

const ownPath = (folder: string) => (folder ? `${folder}/${appFile}` : appFile);

const textOf = (git: Git, commit: string, path: string) => git.read(["cat-file", "blob", `${commit}:${path}`]);
