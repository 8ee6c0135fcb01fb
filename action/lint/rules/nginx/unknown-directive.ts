import { didYouMean, meaning } from "../../distance.ts";
import { pasted } from "../../lines.ts";
import { dataBlocks, directives, maybeThirdParty, rowsOf } from "../../nginx/directives.ts";
import { ancestors, walk } from "../../nginx/tree.ts";
import { defineRule } from "../../rule.ts";
import { isTemplated } from "../../template.ts";

const names = Object.keys(directives);

export const unknownDirective = defineRule({
  id: "nginx/unknown-directive",
  severity: "error",
  summary: "A directive that nginx does not know",
  why: `nginx does not start with a directive that it does not know, and does not say which one was meant. Names of the modules
that distributions package are known here; anything else is most often a slip of the keyboard.`,
  bad: `server {
    listen 80;
    sever_name shop.test;
    return 204;
}
`,
  good: `server {
    listen 80;
    server_name shop.test;
    return 204;
}
`,
  check({ project, report }) {
    for (const file of project.nginx) {
      for (const { name, parent, ...directive } of walk(file)) {
        if (name.text === "" || rowsOf(name.text) || maybeThirdParty(name.text) || isTemplated(name.text)) continue;
        // common/tabs-nbsp says what is wrong with a name that looks right.
        // Python fills in %(name)s, and a word may begin with it.
        if (pasted.test(name.text) || /%\(\w+\)s/.test(name.text)) continue;
        const owner = parent.owner?.name.text;
        // What a module's own block holds is the module's business.
        if (owner !== undefined && (dataBlocks.has(owner) || !rowsOf(owner))) continue;
        if ([...ancestors({ name, parent, ...directive })].some((around) => dataBlocks.has(around.name.text))) continue;
        if (name.quote || !/^[\w.-]+$/.test(name.text)) {
          report(name, `\`${name.text.slice(0, 60)}\` is not a directive; nginx does not start.`);
          continue;
        }
        const meant = didYouMean(name.text, names);
        report(name, `nginx has no directive \`${name.text}\` and does not start.${meaning(meant)}`, {
          ...(meant
            ? { fix: { kind: "suggested", title: `write \`${meant}\``, edits: [{ at: name, text: meant }] } }
            : {}),
        });
      }
    }
  },
});
