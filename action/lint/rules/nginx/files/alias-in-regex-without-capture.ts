import { placeNamed } from "../../../nginx/location.ts";
import { children, enclosing } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const aliasInRegexWithoutCapture = nginxRule({
  id: "nginx/alias-in-regex-without-capture",
  severity: "error",
  summary: "An alias in a regex location that uses no capture",
  why: `In a regex location \`alias\` replaces the whole path of the request. Without a capture such as $1 in it, every request that
matches gets the same path: the folder itself, so a 403 or a 404 for each file.`,
  bad: server("location ~ ^/media/ { alias /srv/shop/media/; }"),
  good: server("location ~ ^/media/(.*)$ { alias /srv/shop/media/$1; }"),
  check(alias, { report }) {
    const path = alias.args[0];
    if (alias.name.text !== "alias" || !path || path.text.includes("$")) return;
    const place = placeNamed(enclosing(alias, "location"));
    if (children(alias.parent, "try_files").length > 0) return;
    // One file for all matches can be intended: /favicon.ico, /robots.txt.
    if (place?.match !== "regex" || /\/[^/]+\.\w+$/.test(path.text)) return;
    report(
      path,
      `Whatever matches \`${place.path.text}\` becomes ${path.text} itself: no file in it is ever served (403 or 404).`,
      {
        related: [{ at: place.path, message: "a regex: nothing of the request is added to the alias" }],
      },
    );
  },
});
