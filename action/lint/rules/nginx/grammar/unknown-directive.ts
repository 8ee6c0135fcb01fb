import { didYouMean, meaning } from "../../../distance.ts";
import { pasted } from "../../../files/lines.ts";
import { isTemplated } from "../../../files/template.ts";
import { replace, suggested } from "../../../fix/edit.ts";
import { dataBlocks, directives, maybeThirdParty, rowsOf } from "../../../nginx/directives.ts";
import { ancestors } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

const names = [...directives.keys()];

export const unknownDirective = nginxRule({
  id: "nginx/unknown-directive",
  severity: "error",
  summary: "A directive that nginx does not have",
  why: `nginx does not start with an unknown directive, and does not suggest the right one. The linter covers the modules
that distributions package; anything else is most often a typo.`,
  bad: server("sever_name shop.test;", "return 204;"),
  good: server("server_name shop.test;", "return 204;"),
  check({ name, parent, ...directive }, { report }) {
    if (name.text === "" || rowsOf(name.text) || maybeThirdParty(name.text) || isTemplated(name.text)) return;
    // common/tabs-nbsp reports names with invisible characters.
    // Python fills in %(name)s, and a word may begin with it.
    if (pasted.test(name.text) || /%\(\w+\)s/.test(name.text)) return;
    const owner = parent.owner?.name.text;
    // What a module's own block may contain is up to the module.
    if (owner !== undefined && (dataBlocks.has(owner) || !rowsOf(owner))) return;
    if ([...ancestors({ name, parent, ...directive })].some((around) => dataBlocks.has(around.name.text))) return;
    if (name.quote || !/^[\w.-]+$/.test(name.text)) {
      report(name, `\`${name.text.slice(0, 60)}\` is not a directive; nginx does not start.`);
      return;
    }
    const meant = didYouMean(name.text, names);
    // A word in capitals is probably a placeholder for a script.
    const severity = /^[A-Z][A-Z0-9_]+$/.test(name.text) ? "info" : "error";
    report(name, `nginx has no directive \`${name.text}\` and does not start.${meaning(meant)}`, {
      severity,
      fix: meant ? suggested(`write \`${meant}\``, replace(name, meant)) : undefined,
    });
  },
});
