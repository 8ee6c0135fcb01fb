import { appFile, readApp } from "../../../action/engine/app/app.ts";
import type { Answers } from "../../../action/engine/app/fields.ts";
import { type LintResult, lint } from "../../../action/lint/engine.ts";
import { checkedAnswers } from "../../../generators/scaffold/answers.ts";
import { render } from "../../../generators/scaffold/render.ts";
import { templates } from "../../../generators/scaffold/templates.ts";

/** The files of a generated repository, by path. */
export type Files = Readonly<Record<string, string>>;

export async function generated(answers: Partial<Answers>): Promise<Files> {
  const files = await render(checkedAnswers({ name: "shop", ...answers }), templates);
  return Object.fromEntries(files.map(({ path, content }) => [path, content.toString("utf8")]));
}

/** As the command lints it: with what its flask-deploy.yml says. */
export function lintRepository(files: Files): LintResult {
  const text = files[appFile];
  const inputs = Object.entries(files).map(([path, content]) => ({ path, content }));
  return lint(inputs, text ? { app: readApp(text), paths: Object.keys(files) } : { paths: Object.keys(files) });
}

/** The same repository with a text replaced in one of its files; the text has to be there. */
export function mutated(files: Files, path: string, from: string | RegExp, to: string): Files {
  const before = files[path];
  if (before === undefined) throw new Error(`no ${path} among ${Object.keys(files).join(", ")}`);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing to replace in ${path}: ${from}`);
  return { ...files, [path]: after };
}
