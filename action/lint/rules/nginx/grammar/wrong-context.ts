import { placeOf } from "../../../nginx/context.ts";
import { rowsOf } from "../../../nginx/directives.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const wrongContext = nginxRule({
  id: "nginx/wrong-context",
  severity: "error",
  summary: "A directive in a block where nginx does not allow it",
  why: `Every directive has its contexts: \`upstream\` belongs beside \`server\`, not in it; \`uwsgi_pass\` belongs in a \`location\`.
Elsewhere nginx says "directive is not allowed here" and does not start.`,
  bad: server("include uwsgi_params;", "uwsgi_pass unix:/run/shop/shop.sock;"),
  good: server("location / { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; }"),
  check(directive, { file, report }) {
    const rows = rowsOf(directive.name.text);
    const place = rows && placeOf(directive, file);
    if (!rows || !place) return;
    const allowed = new Set(rows.flatMap(([contexts]) => contexts.split(" ")));
    if (allowed.has("any") || allowed.has(place)) return;
    const where = place === "main" ? "outside of every block" : `in \`${place.replace("-", " ")}\``;
    report(
      directive.name,
      `\`${directive.name.text}\` is not allowed ${where}, only in ${[...allowed].map((name) => `\`${name}\``).join(", ")}; nginx does not start.`,
    );
  },
});
