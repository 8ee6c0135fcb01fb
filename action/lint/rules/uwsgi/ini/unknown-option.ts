import { didYouMean, distance, meaning } from "../../../distance.ts";
import { pasted } from "../../../files/lines.ts";
import { isTemplated } from "../../../files/template.ts";
import { replace, suggested } from "../../../fix/edit.ts";
import { uwsgiRule } from "../../../rule.ts";
import { abbreviated, kindOf, optionNames } from "../../../uwsgi/options.ts";
import { optionsOf, type UwsgiFile, type UwsgiOption } from "../../../uwsgi/tree.ts";
import { ini } from "../one-file.ts";

export const unknownOption = uwsgiRule({
  id: "uwsgi/unknown-option",
  severity: "error",
  summary: "An option that uWSGI does not have",
  why: `Without \`strict = true\` uWSGI treats an unknown option as a placeholder of your own and silently ignores it: with
\`process = 5\` it runs a single process. With \`strict\` it does not start. Names that are used as \`%(name)\` somewhere in the
file are placeholders and are left alone.`,
  bad: ini("process = 5"),
  good: ini("processes = 5"),
  check(file, { model, report }) {
    const options = optionsOf(file);
    const names = new Set(options.filter(({ name }) => !kindOf(name.text)).map(({ name }) => name.text));
    if (names.size === 0) return;
    const own = variablesOf(file, options);
    const shared =
      file.template ||
      file.sections.length > 1 ||
      model.fragments.has(file) ||
      options.some(({ name }) => /^(?:ini|include|inherit|if-|plugins?-dir)/.test(name.text));
    for (const { name, value } of options) {
      const { text } = name;
      if (!names.delete(text) || own.has(text) || isTemplated(text)) continue;
      // common/tabs-nbsp reports names with invisible characters, uwsgi/colon-separator reports `processes: 4`.
      if (pasted.test(text) || kindOf(/^[\w-]*(?!\/)\b/.exec(text)?.[0] ?? "")) continue;
      const meant = meantBy(text);
      // In a file that others include, or that includes others, the name may be used elsewhere.
      if (!meant && (shared || value === undefined)) continue;
      const what = `uWSGI has no option \`${text.slice(0, 60)}\`: it ignores the line, or does not start with \`strict\`.`;
      // An unused name of the user's own does no harm.
      report(name, what + meaning(meant), {
        severity: meant ? "error" : "info",
        fix: meant ? suggested(`write \`${meant}\``, replace(name, meant)) : undefined,
      });
    }
  },
});

/** Names that the file declares, or uses as `%(name)`: its own variables. */
function variablesOf(file: UwsgiFile, options: readonly UwsgiOption[]): Set<string> {
  const used = [...file.source.text.matchAll(/%\(([^)\n]{1,80})\)/g)].map(([, name]) => name as string);
  const declared = options
    .filter((option) => /^(declare-option2?|set-placeholder|set-ph|set)$/.test(option.name.text))
    .map((option) => option.value?.text.split("=")[0]?.trim() ?? "");
  return new Set([...used, ...declared]);
}

/** Common misnomers of options. */
const other: Readonly<Record<string, string>> = {
  process: "processes",
  worker: "workers",
  thread: "threads",
  static: "static-map",
  "static-files": "static-map",
  log: "logto",
  logfile: "logto",
  "log-file": "logto",
  user: "uid",
  group: "gid",
  git: "gid",
  app: "module",
  virtual_env: "virtualenv",
  "wsgi-module": "module",
};

/** The option that a name certainly means: short names are similar to too many for a guess. */
function meantBy(name: string): string | undefined {
  if (Object.hasOwn(other, name)) return other[name];
  // `workers/processes`: two names of one option, copied from a list of options.
  const [first = "", second] = name.split("/");
  if (second && kindOf(first)) return first;
  const near = name.length >= 4 ? didYouMean(name, optionNames) : undefined;
  const isNear = near && (flat(near) === flat(name) || distance(name, near, 2) <= (name.length < 8 ? 1 : 2));
  // Names with another meaning that are one letter away from an option: base and paste, port and proto.
  if (isNear && !/^(base|path|port|name|host|root|home_dir|project|domain|proj|site|env_name)$/.test(name)) return near;
  return onlyBeginning(name);
}

const flat = (name: string) => name.toLowerCase().replaceAll("_", "-");

/** `--callab` is `--callable` on a command line, but unknown in a file. */
function onlyBeginning(name: string): string | undefined {
  const meant = name.length >= 6 ? abbreviated(name) : [];
  return meant.length === 1 ? meant[0] : undefined;
}
