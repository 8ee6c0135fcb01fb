import { replace, suggested } from "../../../fix/edit.ts";
import { placeNamed } from "../../../nginx/location.ts";
import { enclosing } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const aliasTraversal = nginxRule({
  id: "nginx/alias-traversal",
  severity: "error",
  summary: "A location without a final / over an alias with one: files beside the folder can be read",
  why: `\`location /static\` with \`alias /srv/shop/static/\` also matches /static../app.py, for which nginx opens
/srv/shop/static/../app.py: anyone can read the app's source, its .env and its database. The slash at the end of the
location closes that.`,
  bad: server("location /static { alias /srv/shop/static/; }"),
  good: server("location /static/ { alias /srv/shop/static/; }"),
  on: ["alias"],
  check(directive, { report }) {
    const place = placeNamed(enclosing(directive, "location"));
    const path = directive.args[0]?.text ?? "";
    if (place?.match !== "prefix" || place.path.text.endsWith("/") || path === "" || path.includes("$")) return;
    if (!path.endsWith("/")) {
      const why = `${place.path.text}-old is ${path}-old to nginx: files beside the folder whose names begin like it can be read.`;
      // A single file for a prefix is intended.
      if (!/\.\w+$/.test(path)) report(place.path, why, { severity: "info" });
      return;
    }
    const { path: prefix } = place;
    const end = prefix.quote ? prefix.end - 1 : prefix.end;
    report(
      prefix,
      `${prefix.text}../app.py is ${path}../app.py to nginx: everything beside the folder can be read, source and .env too.`,
      {
        related: [{ at: directive, message: "the alias ends in `/`" }],
        fix: suggested("end the location in `/`", replace(prefix.source.range(end, end), "/")),
      },
    );
  },
});
