import { holding } from "../../../nginx/includes.ts";
import { placeNamed } from "../../../nginx/location.ts";
import { enclosing } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const uploadsFollowLinks = nginxRule({
  id: "nginx/uploads-follow-links",
  severity: "info",
  summary: "A folder that the app writes, served with links followed",
  why: `nginx follows symbolic links. In a folder that the app may write, a vulnerability of the app, or an archive that it unpacks, can leave a link to /etc/passwd, to the database or to another app's files,
and nginx serves what its own user may read. \`disable_symlinks if_not_owner from=…\` follows only links whose owner owns the file as well.`,
  bad: server("location /uploads/ { alias /srv/shop/shared/uploads/; }"),
  good: server(
    "location /uploads/ { alias /srv/shop/shared/uploads/; disable_symlinks if_not_owner from=/srv/shop/shared; }",
  ),
  on: ["alias", "root"],
  check(directive, { project, report }) {
    const path = directive.args[0];
    const place = placeNamed(enclosing(directive, "location"));
    if (!path || !place || place.match === "exact") return;
    const words = `${place.path.text} ${path.text}`;
    if (!/(^|[/ _-])(uploads?|user[-_]?files|attachments)([/ _-]|$)/i.test(words)) return;
    const links = holding(project, directive.parent, "disable_symlinks");
    if (links.directives.length > 0 || links.unknown) return;
    report(
      path,
      "nginx follows links here, and the app may write here: a link to another file is served to every visitor.",
    );
  },
});
