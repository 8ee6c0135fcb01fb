import { replace, safe } from "../../fix/edit.ts";
import { defineRule } from "../../rule.ts";

const job = (env: string) => `# flask-deploy-ignore common/upstart-obsolete: this example is about its PATH
description "shop"
start on runlevel [2345]
setuid shop
env PATH=${env}
exec uwsgi --ini /srv/shop/deploy/uwsgi.ini
`;

export const pathReplaced = defineRule({
  id: "upstart/path-replaced",
  severity: "warning",
  summary: "A PATH that holds the virtualenv and nothing else",
  why: `\`env PATH=\` replaces the whole PATH. With the virtualenv alone in it, whatever the application starts itself (git, convert, pdftotext, sh) is
"No such file or directory". Add the system's folders behind it: :/usr/local/bin:/usr/bin:/bin.`,
  bad: job("/srv/shop/.venv/bin"),
  good: job("/srv/shop/.venv/bin:/usr/local/bin:/usr/bin:/bin"),
  check({ project, report }) {
    for (const file of project.upstart) {
      for (const { name, value } of file.stanzas) {
        const path = name.text === "env" ? /^PATH=["']?([^"']*)/.exec(value.text)?.[1] : undefined;
        if (path === undefined || /(^|:)(\/usr)?\/bin(:|\/?$)|\$/.test(path)) continue;
        report(
          value,
          `PATH is ${path} alone: programs that the application starts, such as git or sh, are not found.`,
          safe(
            "keep the system's folders",
            replace({ ...value, start: end(value, path), end: end(value, path) }, ":/usr/local/bin:/usr/bin:/bin"),
          ),
        );
      }
    }
  },
});

/** The offset after the path itself, before a closing quote. */
const end = (value: { start: number; text: string }, path: string) =>
  value.start + value.text.indexOf(path) + path.length;
