import { isTemplated } from "../../../files/template.ts";
import { placeOf } from "../../../nginx/context.ts";
import { rowsOf } from "../../../nginx/directives.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const badArguments = nginxRule({
  id: "nginx/bad-arguments",
  severity: "error",
  summary: "Too few or too many arguments, or an unexpected block",
  why: `nginx counts the arguments of each directive when it reads its configuration, and does not start when there are too few or
too many. The usual causes are a space inside of a name that was to be replaced ("location @my app {"), a forgotten quote,
and a value that is missing.`,
  bad: server("location @my app { return 204; }"),
  good: server("location @app { return 204; }"),
  check(directive, { file, report }) {
    const rows = rowsOf(directive.name.text);
    const owner = directive.parent.owner?.name.text;
    // In an unknown block, a name may be anything.
    if (owner !== undefined && !rowsOf(owner)) return;
    if (!rows || !directive.terminated || directive.args.some((arg) => isTemplated(arg.text))) return;
    const place = placeOf(directive, file);
    const fitting = rows.filter(([contexts]) => !place || contexts === "any" || contexts.split(" ").includes(place));
    if (fitting.length === 0 || directive.name.text === "if") return;
    const wantsBlock = fitting.every(([, , , block]) => block === 1);
    const allowsBlock = fitting.some(([, , , block]) => block === 1);
    const name = `\`${directive.name.text}\``;
    if (directive.block ? !allowsBlock : wantsBlock) {
      const what = directive.block ? "ends in `;` and has no block" : "needs a block, `{ … }`";
      report(directive.name, `${name} ${what}; nginx does not start.`);
      return;
    }
    const count = directive.args.length;
    if (directive.name.text === "location" && count === 2 && !/^(?:=|~\*?|\^~)$/.test(directive.args[0]!.text)) {
      report(
        directive.args[0]!,
        `\`${directive.args[0]!.text}\` before the path is none of \`=\`, \`~\`, \`~*\`, \`^~\`: nginx calls it an invalid location modifier and does not start.`,
      );
      return;
    }
    if (fitting.some(([, min, max]) => count >= min && (max < 0 || count <= max))) return;
    const [, min, max] = fitting[0]!;
    const right = max < 0 ? `at least ${min}` : min === max ? String(min) : `${min} to ${max}`;
    const plural = right === "1" || right === "at least 1" ? "argument" : "arguments";
    report(directive.name, `${name} takes ${right} ${plural} and has ${count}; nginx does not start.`);
  },
});
