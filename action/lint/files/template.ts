import type { Source } from "./source.ts";

/**
 * Files that something else renders: Jinja and cookiecutter, EJS and ERB, envsubst. What stands in the markup is not
 * known here, so it is never an error, and a finding on a line with markup loses its weight.
 */

const templateSuffix = /\.(j2|jinja2?|ejs|erb|tmpl|tpl|template|mustache|hbs|in|gotmpl)$/i;

/** Markup of Jinja, Handlebars, Go templates, EJS and ERB; `{{` with nothing sensible in it is no template. */
const markup = /\{\{[-~]?\s*[\w.$"'(#/>^|!&][^{}\n]{0,200}\}\}|\{%[-+]?\s*\w[^\n]{0,200}?%\}|<%[-=_]?[^\n]{0,200}?%>/;
/** Names that a person or a sed script fills in: ${NAME} in capitals, @NAME@, __NAME__. */
const placeholder = /\$\{[A-Z][A-Z0-9_]*(?::?[-+?=][^}]*)?\}|@[A-Z][A-Z0-9_]+@|__[A-Z][A-Z0-9_]+__|%%[A-Z_]+%%/;

/** Copies that people keep beside the file that counts, and examples to copy. */
const copySuffix = /[._-](example|sample|dist|default|bak|backup|orig|old|save)\d*$/i;

/** The path without a template's or a copy's suffix: what the file is called where it counts. */
export const renderedPath = (path: string) => path.replace(copySuffix, "").replace(templateSuffix, "");

/** A copy that someone fills in first: what stands in it is meant to be replaced. */
export const isExample = (path: string) => /[._-](example|sample|dist)\b|(^|\/)(examples?|samples?)\//i.test(path);

/** A former version that no server reads. */
export const isBackup = (path: string) =>
  /[._-](bak|backup|orig|old|save)\d*$|(^|\/)(backups?|old|archived?)\//i.test(path);

export function isTemplate(source: Source): boolean {
  return templateSuffix.test(source.path.replace(copySuffix, "")) || markup.test(source.text.slice(0, 200_000));
}

/** A path that a person fills in first. */
export const toFillIn =
  /\/path\/to\/|\/home\/(?:your[-_ ]?(?:user(?:name)?)?|username|<[\w -]+>)\/|<(?:your|path|user|app|project)[\w .-]*>|\/your[-_](?:app|project)\b/i;

const holders = new WeakMap<Source, boolean>();

/** Whether a file could hold markup or a placeholder anywhere; told once a file. */
export function mayBeTemplated(source: Source): boolean {
  let may = holders.get(source);
  if (may === undefined) {
    may = /\{\{|\{%|<%|\$\{|@[A-Z]|__[A-Z]|%%/.test(source.text);
    holders.set(source, may);
  }
  return may;
}

/** Whether a value holds markup or a placeholder, so that what it will be is unknown. */
export const isTemplated = (text: string) => markup.test(text) || placeholder.test(text) || /<%|\{\{|\{%/.test(text);

/** Longer markup is taken for ordinary text, so that looking for its end stays cheap. */
const longestMarkup = 2000;

/** Whether a line holds markup that is whole, or a placeholder; a stray `{{` is none. */
export const holdsMarkup = (line: string) => markup.test(line) || placeholder.test(line);

/** If closed markup starts at the offset, where it ends. */
export function markupEnd(text: string, offset: number): number | undefined {
  const two = text.slice(offset, offset + 2);
  const close = two === "{{" ? "}}" : two === "{%" ? "%}" : two === "<%" ? "%>" : two === "{#" ? "#}" : undefined;
  if (!close) return undefined;
  const end = text.slice(offset + 2, offset + 2 + longestMarkup).indexOf(close);
  return end < 0 ? undefined : offset + 2 + end + 2;
}

/** Words that a script of the repository replaces by sed: what they stand for is not known either. */
export function filledIn(scripts: readonly { readonly source: Source }[]): RegExp | undefined {
  const words = scripts.flatMap(({ source }) =>
    [...source.text.matchAll(/\bsed\b[^\n]{0,40}?\bs([~/#|,@!])([\w@{}.-]{3,60})\1/g)].map(
      ([, , word]) => word as string,
    ),
  );
  const plain = [...new Set(words)].map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return plain.length > 0 ? new RegExp(plain.join("|")) : undefined;
}
