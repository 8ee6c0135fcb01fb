import { normalPath } from "../../files/address.ts";
import { Source } from "../../files/source.ts";
import { defineRule } from "../../rule.ts";

export const symlinkOutside = defineRule({
  id: "common/symlink-outside",
  severity: "warning",
  summary: "A symbolic link that leads out of the repository",
  why: `git keeps where a link leads, not what is there. Deployed, /home/ann/shop/.env is a file of the server, or none; and below static/ nginx follows it, so that a link to /etc or to another
app's folder is served to every visitor. Commit the file itself, or put what belongs to the server into shared/.`,
  bad: { "deploy/nginx.conf": "server {\n    listen 80;\n    return 204;\n}\n", "static/uploads -> /srv/uploads": "" },
  good: { "deploy/nginx.conf": "server {\n    listen 80;\n    return 204;\n}\n", "static/uploads -> ../uploads": "" },
  check({ project, app, report }) {
    const folders = (path: string) => path.split("/").length - 1;
    for (const { path, target } of project.links) {
      const up = /^(\.\.\/?)+/.exec(normalPath(target))?.[0].split("..").length ?? 1;
      if (!target.startsWith("/") && up - 1 <= folders(path)) continue;
      // Without a flask-deploy.yml, only folders that are clearly served count: /etc is full of links.
      if (!app && !/(^|\/)(static|public|assets|media|uploads?)\//.test(path)) continue;
      // Links in a virtual environment are not committed.
      if (/(^|\/)(bin\/(python|activate)[\w.]*|lib64|\.?venv)$/.test(path)) continue;
      report(
        new Source(path, "").range(0, 0),
        `This link leads to ${target}, out of the repository: on the server that is another file, or none, and nginx serves it where it lies below static/.`,
      );
    }
  },
});
