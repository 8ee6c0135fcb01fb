import { readFileSync } from "node:fs";
import { join } from "node:path";
import ejs from "ejs";
import type { Answers } from "../../action/engine/app/fields.ts";
import { checkedAnswers } from "./answers.ts";
import { newRepository, type Surroundings } from "./file-list.ts";

/** One file of the generated repository, rendered but not written. */
export interface RenderedFile {
  /** Relative to the repository, with "/". */
  readonly path: string;
  readonly content: Buffer;
  readonly mode: number;
}

/** The templates: which of them belong to which answers, and what they get besides the answers. */
export interface Templates {
  /** Folder that `template` of a row is relative to. */
  readonly folder: string;
  /** The rows; a template that does not end in `.ejs` is copied byte for byte. */
  readonly fileList: (
    answers: Answers,
    around: Surroundings,
  ) => readonly { template: string; path: string; mode?: number }[];
  readonly view: (answers: Answers, around: Surroundings) => object;
}

/** The plop generator of the repository: its prompts, and its actions, which only render files in memory. */
export interface Repository {
  readonly ask: () => Promise<Partial<Answers>>;
  /** Rejects invalid answers, whatever their source. */
  readonly render: (answers: Answers, around?: Surroundings) => Promise<readonly RenderedFile[]>;
}

/** @param prompts asks the user; its code is imported only when it is called */
export async function repository(
  { folder, fileList, view }: Templates,
  prompts: () => Promise<Partial<Answers>> = async () => ({}),
): Promise<Repository> {
  // plop loads Handlebars and inquirer, which --help and --version do not need.
  const { default: nodePlop } = await import("node-plop");
  const plop = await nodePlop("", { destBasePath: folder, force: false });
  const files: RenderedFile[] = [];
  let rows: ReturnType<typeof fileList> = [];
  let surroundings = newRepository;

  // plop's own `add` runs Handlebars, which would replace `${{ … }}` of workflows and `{{ … }}` of Jinja.
  plop.setActionType("render", async (data, config) => {
    const { template = "", path = "", mode = 0o644 } = rows[config.row] ?? {};
    const filename = join(folder, template);
    const content = readFileSync(filename);
    // Without `escape`, EJS turns `&` into `&amp;`: right for HTML, wrong for configuration files.
    const text = () => Buffer.from(ejs.render(content.toString("utf8"), data, { filename, escape: String }));
    files.push({ path, content: template.endsWith(".ejs") ? text() : content, mode });
    return path;
  });
  const generator = plop.setGenerator("repository", {
    description: "a Flask repository that deploys itself",
    // plop bypasses prompts by position and ignores `when`; our function skips answered ones by name.
    prompts: prompts as never,
    actions: (data) => {
      rows = fileList(data as Answers, surroundings);
      return rows.map((_, row) => ({ type: "render", row }));
    },
  });

  return {
    ask: () => generator.runPrompts(),
    async render(given, around = newRepository) {
      const answers = checkedAnswers(given);
      files.length = 0;
      surroundings = around;
      const { failures } = await generator.runActions({ ...answers, ...view(answers, around) });
      if (failures.length === 0) return [...files];
      throw new Error(`templates that cannot be rendered:\n${failures.map(({ error }) => error).join("\n")}`);
    },
  };
}

/** Renders every file of a repository in memory; nothing is written. */
export const render = async (answers: Answers, templates: Templates): Promise<readonly RenderedFile[]> =>
  (await repository(templates)).render(answers);
