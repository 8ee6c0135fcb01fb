import { didYouMean, distance, meaning } from "../../../distance.ts";
import type { Range } from "../../../files/source.ts";
import { replace, suggested } from "../../../fix/edit.ts";
import type { GunicornFile } from "../../../gunicorn/conf.ts";
import { optionSpellings, settingNames, settings } from "../../../gunicorn/settings.ts";
import { defineRule } from "../../../rule.ts";

export const unknownSetting = defineRule({
  id: "gunicorn/unknown-setting",
  severity: "error",
  summary: "A setting that gunicorn does not have",
  why: `gunicorn reads only its own settings from conf.py and silently ignores other names: with \`wrokers = 4\` a single worker runs.
Options of the command line often have another name there: \`--access-logfile\` is \`accesslog\`, \`--preload\` is \`preload_app\`. On a command line it
rejects unknown options: "unrecognized arguments".`,
  bad: `bind = "unix:/run/shop/shop.sock"
wrokers = 4
`,
  good: `bind = "unix:/run/shop/shop.sock"
workers = 4
`,
  check({ project, model, report }) {
    for (const file of project.gunicorn) {
      for (const { at, meant, message } of inConf(file))
        report(at, message, suggested(`write \`${meant}\``, replace(at, meant)));
    }
    for (const { invocations } of model.starters) {
      for (const { program, options } of invocations) {
        if (program !== "gunicorn") continue;
        for (const { name, start } of options) {
          const written = name.source.slice(name).replace(/^--/, "");
          if (!name.source.text.startsWith("--", start) || !isUnknownOption(written)) continue;
          const meant = didYouMean(`--${written}`, optionSpellings)?.replace(/^--/, "");
          report(
            name,
            `gunicorn has no option \`--${written.slice(0, 60)}\` and does not start: "unrecognized arguments".${meaning(meant && `--${meant}`)}`,
            meant ? suggested(`write \`--${meant}\``, replace(name, meant)) : {},
          );
        }
      }
    }
  },
});

/** An unknown long option, except an ambiguous abbreviation (which gunicorn rejects for another reason). */
const isUnknownOption = (written: string) =>
  /^[a-z][a-z0-9_-]+$/.test(written) &&
  !/^(help|version)$/.test(written) &&
  !optionSpellings.some((option) => option.startsWith(`--${written}`));

/** A variable may be declared before it gets its value: `workers: int`. */
const types = /^["']?(?:int|str|float|bool|bytes|list|dict|tuple|set|Any|None|[A-Z]\w*)\b/;
/** Names that are common for variables too, and so no evidence of a wrong setting. */
const ordinary = new Set(["name", "env", "pid", "paster", "paste_global", "log_file", "app", "dirty_app"]);
const byOption = new Map(
  Object.entries(settings).flatMap(([name, { cli }]) =>
    cli.map((option) => [option.replace(/^--/, "").replaceAll("-", "_"), name] as const),
  ),
);

function* inConf(file: GunicornFile): Generator<{ at: Range; meant: string; message: string }> {
  const { source } = file;
  // Without a single known setting, the file is something else with gunicorn in its name.
  if (!file.assignments.some((one) => Object.hasOwn(settings, one.name.text))) return;
  const used = wordsOf(source.text);
  for (const { name } of file.assignments) used.set(name.text, (used.get(name.text) ?? 1) - 1);
  for (const { name } of file.assignments) {
    const { text } = name;
    if (Object.hasOwn(settings, text) || !/^[a-z][a-z0-9_]{3,}$/.test(text)) continue;
    // A name that the file itself uses is a variable of its own.
    if ((used.get(text) ?? 0) > 0) continue;
    const option = ordinary.has(text) ? undefined : byOption.get(text);
    const meant = option ?? settingNames.find((known) => distance(text, known, 1) === 1);
    if (!meant) continue;
    yield { at: name, meant, message: `gunicorn has no setting \`${text}\` and ignores it.${meaning(meant)}` };
  }
  for (const found of source.text.matchAll(/^([a-z_]+)[ \t]*:[ \t]*([^\s=][^=\n]*)$/gm)) {
    const [, written, value] = found as unknown as [string, string, string];
    if (!Object.hasOwn(settings, written) || types.test(value)) continue;
    if (file.tree.resolveInner(found.index + 1, 0).name === "String") continue;
    yield {
      at: source.range(found.index, found.index + written.length),
      meant: written,
      message: `\`${written}:\` is YAML; in Python it is not an assignment, so gunicorn does not get the value.`,
    };
  }
  for (const found of source.text.matchAll(/^([a-z]+(?:-[a-z]+)+)[ \t]*=(?!=)/gm)) {
    const written = found[1] as string;
    const meant = written.replaceAll("-", "_");
    const known = Object.hasOwn(settings, meant) ? meant : byOption.get(meant);
    if (!known || file.tree.resolveInner(found.index + 1, 0).name === "String") continue;
    yield {
      at: source.range(found.index, found.index + written.length),
      meant: known,
      message: `\`${written} =\` is not Python: the file is a SyntaxError and gunicorn does not start. Did you mean \`${known}\`?`,
    };
  }
}

/** How often each word occurs in the text, without comments. */
function wordsOf(text: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const [word] of text.replace(/#[^\n]*/g, "").matchAll(/\w+/g)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}
