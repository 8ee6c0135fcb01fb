import { replace, safe } from "../../../fix/edit.ts";
import { enclosing } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const aliasSlashMismatch = nginxRule({
  id: "nginx/alias-slash-mismatch",
  severity: "error",
  summary: "A location that ends in / with an alias that does not",
  why: `nginx puts what follows the location's name straight behind the alias. \`location /static/\` with \`alias /srv/shop/static\`
looks for /static/site.css at /srv/shop/staticsite.css: every style sheet and script is a 404, while the pages still come.`,
  bad: server("location /static/ { alias /srv/shop/static; }"),
  good: server("location /static/ { alias /srv/shop/static/; }"),
  on: ["alias"],
  check(directive, { report }) {
    const location = enclosing(directive, "location");
    const prefix = location?.args.at(-1);
    const [modifier] = location && location.args.length > 1 ? location.args : [];
    const path = directive.args[0];
    if (!prefix || !path || (modifier && modifier.text !== "^~") || prefix.quote || path.text.includes("$")) return;
    if (!prefix.text.endsWith("/") || prefix.text === "/" || path.text.endsWith("/")) return;
    const end = path.quote ? path.end - 1 : path.end;
    report(
      path,
      `nginx will look for ${prefix.text}site.css at ${path.text}site.css, so every file under ${prefix.text} is a 404.`,
      {
        related: [{ at: prefix, message: "the location ends in `/`" }],
        fix: safe("end the alias in `/`", replace({ ...path, start: end, end }, "/")),
      },
    );
  },
});
