import { explain, explainMarkdown } from "../../../action/lint/explain.ts";
import { rules } from "../../../action/lint/rules/index.ts";
import { command } from "../../dispatch/command.ts";
import { UsageError } from "../../dispatch/errors.ts";
import { columns } from "../../dispatch/help.ts";
import { painter } from "../../terminal/paint.ts";
import { unknownRule } from "./lint.ts";

export const explainCommand = command(
  {
    name: "explain",
    summary: "explain a lint rule, with a bad and a good example",
    positionals: [
      { name: "rule", help: "name of the rule; if omitted, all rules are listed", optional: true, many: true },
    ],
    flags: [
      { name: "json", kind: "boolean", help: "as JSON" },
      { name: "markdown", kind: "boolean", help: "print a documentation page with a link to the playground" },
    ],
    examples: [
      ["create-flask-deploy explain nginx/alias-slash-mismatch", "one rule"],
      ["create-flask-deploy explain", "all rules, a line each"],
    ],
  },
  async ({ values, rest }, io) => {
    const problems = rest.flatMap((id) => unknownRule(id) ?? []);
    if (problems.length > 0) throw new UsageError(...problems);
    const chosen = rules.filter((rule) => rest.includes(rule.id));
    if (values.json) {
      const rows = (chosen.length > 0 ? chosen : rules).map(({ check, ...rule }) => ({
        ...rule,
        enabled: rule.enabled !== false,
      }));
      io.stdout.write(`${JSON.stringify({ rules: rows }, null, 2)}\n`);
    } else if (chosen.length === 0 && !values.markdown) {
      io.stdout.write(`${columns(rules.map((rule) => [rule.id, `${rule.severity}: ${rule.summary}`])).join("\n")}\n`);
    } else {
      const { readApp } = await import("../../../action/engine/app/app.ts");
      const explaining = {
        paint: painter(io.stdout, io.env),
        columns: io.stdout.columns ?? 100,
        settings: (yml: string) => {
          const app = readApp(yml);
          return { app, ...(app.nginxVersion && { nginxVersion: app.nginxVersion }) };
        },
      };
      const pages = (chosen.length > 0 ? chosen : rules).map((rule) =>
        values.markdown
          ? explainMarkdown(rule, { ...explaining, playground: "../playground/index.html" })
          : explain(rule, explaining),
      );
      io.stdout.write(pages.join("\n"));
    }
    return 0;
  },
);
