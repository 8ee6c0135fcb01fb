import { didYouMean, meaning } from "../../../distance.ts";
import { pasted } from "../../../lines.ts";
import { defineRule } from "../../../rule.ts";
import { isTemplated } from "../../../template.ts";
import { abbreviated, kindOf, optionNames } from "../../../uwsgi/options.ts";
import { optionsOf } from "../../../uwsgi/tree.ts";

export const unknownOption = defineRule({
  id: "uwsgi/unknown-option",
  severity: "error",
  summary: "An option that uWSGI does not know",
  why: `Without \`strict = true\` uWSGI takes an unknown option for a placeholder of your own and ignores it without a word: with
\`process = 5\` it runs a single process. With \`strict\` it refuses to start. Names that are used as \`%(name)\` somewhere in the
file are placeholders and are left alone.`,
  bad: `[uwsgi]
module = wsgi:app
master = true
die-on-term = true
socket = /run/shop/shop.sock
process = 5
`,
  good: `[uwsgi]
module = wsgi:app
master = true
die-on-term = true
socket = /run/shop/shop.sock
processes = 5
`,
  check({ project, report }) {
    for (const file of project.uwsgi) {
      const options = optionsOf(file);
      const declared = new Set(
        options
          .filter((option) => /^(declare-option2?|set-placeholder|set-ph|set)$/.test(option.name.text))
          .map((option) => option.value?.text.split("=")[0]?.trim()),
      );
      const shared =
        file.template ||
        file.sections.length > 1 ||
        options.some(({ name }) => /^(?:ini|include|inherit|for|foreach|if-|plugins?-dir)/.test(name.text));
      for (const { name } of options) {
        if (kindOf(name.text) || declared.has(name.text) || isTemplated(name.text)) continue;
        // common/tabs-nbsp says what is wrong with a name that looks right.
        if (pasted.test(name.text)) continue;
        if (file.source.text.includes(`%(${name.text})`)) continue;
        const meant = didYouMean(name.text, optionNames) ?? onlyBeginning(name.text);
        // In a file that others include, or that includes others, the name may be used elsewhere.
        if (!meant && shared) continue;
        // uwsgi/colon-separator says what is wrong with `processes: 4`.
        if (kindOf(/^[\w-]*/.exec(name.text)?.[0] ?? "")) continue;
        report(
          name,
          `uWSGI has no option \`${name.text.slice(0, 60)}\`: it is ignored, or refused with \`strict\`.${meaning(meant)}`,
          {
            ...(meant
              ? { fix: { kind: "suggested", title: `write \`${meant}\``, edits: [{ at: name, text: meant }] } }
              : {}),
          },
        );
      }
    }
  },
});

/** On a command line `--callab` is `--callable`; in a file it is nothing. */
function onlyBeginning(name: string): string | undefined {
  const meant = name.length >= 4 ? abbreviated(name) : [];
  return meant.length === 1 ? meant[0] : undefined;
}
