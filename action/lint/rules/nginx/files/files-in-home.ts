import { isTemplated } from "../../../files/template.ts";
import { walk } from "../../../nginx/tree.ts";
import { type Part, partsOf } from "../../../nginx/variables.ts";
import { nginxFileRule } from "../../../rule.ts";
import { server } from "../../examples.ts";
import { homeOnMachine, ownUser } from "../proxy/home-and-tmp.ts";

export const filesInHome = nginxFileRule({
  id: "nginx/files-in-home",
  severity: "warning",
  summary: "Files served from a user's home directory",
  why: `Home directories are closed to other users: 0750 on Ubuntu since 21.04, 0700 on Debian 12. nginx's user cannot read files in one, so
style sheets and pictures are a 403. Opening the home directory to all users also opens its keys and histories; put what is served
under /srv instead.`,
  bad: server("location /static/ { alias /home/ann/shop/static/; }"),
  good: server("location /static/ { alias /srv/shop/static/; }"),
  check(file, { project, report }) {
    if (ownUser(file)) return;
    for (const directive of walk(file)) {
      const path = /^(?:root|alias)$/.test(directive.name.text) ? directive.args[0] : undefined;
      if (!path || isTemplated(path.text)) continue;
      const home = homeOnMachine(project, beginning(partsOf(path.text, directive)));
      if (home)
        report(
          path,
          `nginx's user cannot enter ${home} on current distributions: every file is a 403. Files to serve belong under /srv.`,
        );
    }
  },
});

/** What a path begins with, up to the first variable that is not known. */
function beginning(parts: readonly Part[]): string {
  const open = parts.findIndex(({ kind }) => kind !== "text");
  return parts
    .slice(0, open < 0 ? parts.length : open)
    .map((part) => (part.kind === "text" ? part.text : ""))
    .join("");
}
