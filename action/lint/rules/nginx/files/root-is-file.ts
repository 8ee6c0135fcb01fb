import { replace } from "../../../fix/edit.ts";
import { placeNamed } from "../../../nginx/location.ts";
import { enclosing, walk } from "../../../nginx/tree.ts";
import { nginxFileRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

const file = /\/[^/]+\.(?:ico|txt|html?|xml|png|jpe?g|gif|svg|css|js|json|webmanifest|pdf)$/i;

export const rootIsFile = nginxFileRule({
  id: "nginx/root-is-file",
  severity: "error",
  summary: "A root that names a file",
  why: `\`root\` is a folder, and the path of the request is put behind it. \`root /srv/shop/favicon.ico\` makes nginx look for
/srv/shop/favicon.ico/favicon.ico: always a 404. For one file use \`alias\` in an exact location.`,
  bad: server("location = /favicon.ico { root /srv/shop/favicon.ico; }"),
  good: server("location = /favicon.ico { alias /srv/shop/favicon.ico; }"),
  check(nginx, { report }) {
    for (const root of walk(nginx)) {
      const path = root.args[0];
      if (root.name.text !== "root" || !path || !file.test(path.text)) continue;
      const place = placeNamed(enclosing(root, "location"));
      const asked = place && place.match !== "regex" ? place.path.text : "/x";
      report(path, `A root is a folder: nginx will look for ${path.text}${asked}, which is never there (404).`, {
        fix: {
          kind: place?.match === "exact" ? "safe" : "suggested",
          title: "make it an alias",
          edits: [replace(root.name, "alias")],
        },
      });
    }
  },
});
