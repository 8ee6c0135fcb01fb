import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const autoindex = nginxRule({
  id: "nginx/autoindex",
  severity: "info",
  summary: "nginx lists the files of a folder",
  why: `With \`autoindex on\` a folder without an index file is shown with all that is in it: uploads, backups, temporary files. For a download area
that is intended; elsewhere it reveals more than intended.`,
  bad: server("location /media/ { alias /srv/shop/media/; autoindex on; }"),
  good: server("location /media/ { alias /srv/shop/media/; }"),
  on: ["autoindex"],
  check(directive, { report }) {
    if (directive.args[0]?.text === "on") report(directive, "Every visitor gets a list of all files in this folder.");
  },
});
