import { placeNamed } from "../../nginx/location.ts";
import { children, enclosing, walk } from "../../nginx/tree.ts";
import { defineRule } from "../../rule.ts";

export const rootRepeatsLocation = defineRule({
  id: "nginx/root-repeats-location",
  severity: "error",
  summary: "A root that ends in the location's own path",
  why: `nginx puts the whole path of the request behind \`root\`. In \`location /static/\` with \`root /srv/shop/static/\` it looks for
/srv/shop/static/static/site.css: every file is a 404. Either the root is the folder above, or it is an \`alias\`, which
replaces the location's path.`,
  bad: `server {
    listen 80;
    location /static/ {
        root /srv/shop/static/;
    }
}
`,
  good: `server {
    listen 80;
    location /static/ {
        alias /srv/shop/static/;
    }
}
`,
  check({ project, report }) {
    for (const file of project.nginx) {
      for (const root of walk(file)) {
        const folder = root.args[0];
        if (root.name.text !== "root" || !folder) continue;
        const location = enclosing(root, "location");
        if (root.parent.owner !== location) continue;
        // A rewrite may take the prefix off again.
        if (children(root.parent, "rewrite").length > 0) continue;
        const place = placeNamed(location);
        const prefix = place?.path.text.replace(/^\^~/, "").replace(/\/+$/, "") ?? "";
        if (place?.match !== "prefix" || !prefix.startsWith("/") || !folder.text.replace(/\/+$/, "").endsWith(prefix))
          continue;
        const base = folder.text.replace(/\/+$/, "");
        report(
          folder,
          `nginx will look for ${prefix}/site.css at ${base}${prefix}/site.css, so every file under ${prefix}/ is a 404.`,
          {
            related: [{ at: place.path, message: "the location's path is added to the root" }],
            fix: {
              kind: "suggested",
              title: "make it an alias",
              edits: [
                { at: root.name, text: "alias" },
                { at: folder, text: place.path.text.endsWith("/") ? `${base}/` : base },
              ],
            },
          },
        );
      }
    }
  },
});
