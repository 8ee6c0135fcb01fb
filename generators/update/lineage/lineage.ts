import type { Branch } from "../git.ts";

/**
 * A commit with generated files and nothing else, recorded by trailers in its message. A squash or a rebase copies the
 * message but has another tree, so the recorded tree no longer matches and the commit does not count.
 */
export interface Generation {
  readonly commit: string;
  readonly tree: string;
  /** Version of this program; undefined for a scaffold from before trailers. */
  readonly version: string | undefined;
  /** Path of the app; "" for the repository's root. */
  readonly folder: string;
  readonly name: string | undefined;
}

/** What the message records, besides its subject. */
export type Marks = Omit<Generation, "commit">;

/** Subject of the scaffold's first commit. */
export const firstSubject = "Start from create-flask-deploy";

const key = (name: string) => `Flask-Deploy-${name}`;

/** The message of a commit of generated files. */
export const generationMessage = (subject: string, { version, folder, name, tree }: Marks): string =>
  [
    ...[subject, ""],
    ...(version ? [`${key("Version")}: ${version}`] : []),
    `${key("Folder")}: ${folder || "."}`,
    ...(name ? [`${key("Name")}: ${name}`] : []),
    ...[`${key("Tree")}: ${tree}`, ""],
  ].join("\n");

/** The result of searching the generated files that the current branch is based on. */
export type Lineage =
  | { readonly kind: "found"; readonly generation: Generation }
  /** The scaffold's commit exists, but was changed since. */
  | { readonly kind: "rewritten" | "none" };

/** The newest generated files of an app in HEAD's history: by its folder, or by its name if that was moved. */
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
  // Before trailers, only the first commit counts; amending it makes its two times differ.
  const isFirst = message[0] === firstSubject && parents === "" && authored === committed;
  const recorded = said("Tree");
  return { generation, isPristine: recorded === undefined ? isFirst : recorded === tree };
}
