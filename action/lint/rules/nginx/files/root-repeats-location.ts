import { replace, suggested } from "../../../fix/edit.ts";
import { placeNamed } from "../../../nginx/location.ts";
import { children, enclosing } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const rootRepeatsLocation = nginxRule({
  id: "nginx/root-repeats-location",
  severity: "error",
  summary: "A root that ends in the location's own path",
  why: `nginx puts the whole path of the request behind \`root\`. In \`location /static/\` with \`root /srv/shop/static/\` it looks for
/srv/shop/static/static/site.css: every file is a 404. Either the root is the folder above, or it is an \`alias\`, which
replaces the location's path.`,
  bad: server("location /static/ { root /srv/shop/static/; }"),
  good: server("location /static/ { alias /srv/shop/static/; }"),
  check(root, { report }) {
    const folder = root.args[0];
    if (root.name.text !== "root" || !folder) return;
    const location = enclosing(root, "location");
    if (root.parent.owner !== location) return;
    // A rewrite may strip the prefix.
    if (children(root.parent, "rewrite", "try_files").length > 0) return;
    const place = placeNamed(location);
    const prefix = place?.path.text.replace(/^\^~/, "").replace(/\/+$/, "") ?? "";
    if (place?.match !== "prefix" || !prefix.startsWith("/") || !folder.text.replace(/\/+$/, "").endsWith(prefix))
      return;
    const base = folder.text.replace(/\/+$/, "");
    report(
      folder,
      `nginx will look for ${prefix}/site.css at ${base}${prefix}/site.css, so every file under ${prefix}/ is a 404.`,
      {
        related: [{ at: place.path, message: "the location's path is added to the root" }],
        fix: suggested(
          "make it an alias",
          replace(root.name, "alias"),
          replace(folder, place.path.text.endsWith("/") ? `${base}/` : base),
        ),
      },
    );
  },
});
