import type { Branch } from "../git.ts";

/**
 * What a commit says of itself that holds files as they were generated, and nothing else: trailers of its message. A squash
 * or a rebase copies the words, but then the tree is another one, so the words are no longer true and the commit does not count.
 */
export interface Generation {
  readonly commit: string;
  readonly tree: string;
  /** Of this program; undefined for a scaffold that was made before trailers were written. */
  readonly version: string | undefined;
  /** Folder of the app; "" for the repository's root. */
  readonly folder: string;
  readonly name: string | undefined;
}

/** What a generation's message says, beside its subject. */
export type Marks = Omit<Generation, "commit">;

/** Subject of the scaffold's first commit. */
export const firstSubject = "Start from create-flask-deploy";

const key = (name: string) => `Flask-Deploy-${name}`;

/** The message of a generation. */
export const generationMessage = (subject: string, { version, folder, name, tree }: Marks): string =>
  [
    ...[subject, ""],
    ...(version ? [`${key("Version")}: ${version}`] : []),
    `${key("Folder")}: ${folder || "."}`,
    ...(name ? [`${key("Name")}: ${name}`] : []),
    ...[`${key("Tree")}: ${tree}`, ""],
  ].join("\n");

/** What came of the search for the generation that the current branch stands on. */
export type Lineage =
  | { readonly kind: "found"; readonly generation: Generation }
  /** The scaffold's commit is there, but somebody has changed it since. */
  | { readonly kind: "rewritten" | "none" };

/** The youngest generation of an app in the history of HEAD: by its folder, or by its name where the folder was moved. */
export async function lineageOf({ list, folder, head }: Branch, name: string): Promise<Lineage> {
  const marks = [`^${key("Tree")}: `, `^${firstSubject}$`].map((pattern) => `--grep=${pattern}`);
  const format = "--format=%H%n%T%n%P%n%at %ct%n%B";
  const commits = (await list(["log", "-z", "--topo-order", "--extended-regexp", ...marks, format, head])).map(parsed);
  const pristine = commits.filter(({ isPristine }) => isPristine).map(({ generation }) => generation);
  const generation =
    pristine.find((one) => one.folder === folder && (one.name ?? name) === name) ??
    pristine.find((one) => one.folder === folder) ??
    pristine.find((one) => one.name === name);
  if (generation) return { kind: "found", generation };
  return { kind: commits.some((one) => one.generation.folder === folder) ? "rewritten" : "none" };
}

function parsed(text: string): { generation: Generation; isPristine: boolean } {
  const [commit = "", tree = "", parents, times = "", ...message] = text.split("\n");
  const said = (name: string) =>
    message.findLast((line) => line.startsWith(`${key(name)}: `))?.slice(key(name).length + 2);
  const [authored, committed] = times.split(" ");
  const folder = said("Folder") ?? ".";
  const generation = {
    ...{ commit, tree, version: said("Version"), name: said("Name") },
    folder: folder === "." ? "" : folder,
  };
  // Before trailers were written there is only the first commit itself, which an amended one differs from in its times.
  const isFirst = message[0] === firstSubject && parents === "" && authored === committed;
  const recorded = said("Tree");
  return { generation, isPristine: recorded === undefined ? isFirst : recorded === tree };
}
