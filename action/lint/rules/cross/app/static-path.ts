import { foldersOf, inRepository, type Place, placeOf } from "../../../model/layout.ts";
import { enclosing, walk } from "../../../nginx/tree.ts";
import { defineRule } from "../../../rule.ts";
import { flaskApp, unit, uwsgiIni, uwsgiSite } from "../examples.ts";

const site = (alias: string) =>
  uwsgiSite("unix:/srv/shop/shop.sock", `    }\n    location /static/ {\n        alias ${alias};\n`);
const rest = {
  "deploy/uwsgi.ini": uwsgiIni(
    "chdir = /srv/shop",
    "module = shop:app",
    "socket = /srv/shop/shop.sock",
    "chmod-socket = 660",
  ),
  "deploy/shop.service": unit("ExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini"),
  "shop/__init__.py": flaskApp,
  "shop/static/site.css": "body { margin: 0 }\n",
};

export const staticPath = defineRule({
  id: "cross/static-path",
  severity: "error",
  summary: "nginx serves files from a folder of the application that the repository does not have",
  why: `nginx answers 404 for each style sheet and script when \`alias\` or \`root\` names a folder that is not there. The pages themselves come from
Flask and look fine in curl. Flask's own static folder lies in the package: app/static for a package called app, static for a single app.py.`,
  bad: { "deploy/nginx.conf": site("/srv/shop/static/"), ...rest },
  good: { "deploy/nginx.conf": site("/srv/shop/shop/static/"), ...rest },
  check({ project, model, report }) {
    // Django collects its static files into a folder that a deploy creates.
    if (project.pythonPaths.some((path) => /(^|\/)manage\.py$/.test(path))) return;
    const folders = foldersOf(project);
    for (const group of model.groups) {
      const places = group.servers
        .map((server) => placeOf(project, model, server))
        .filter((place): place is Place => place?.sure === true && place.server !== "/");
      if (places.length === 0) continue;
      const files = new Set(group.connections.map((connection) => connection.file));
      for (const file of files) {
        for (const directive of walk(file)) {
          const [path] = directive.args;
          const location = enclosing(directive, "location");
          const prefix = location?.args.at(-1);
          if (!path || !location || !prefix || /[$%]|\{\{|<%/.test(path.text)) continue;
          const [modifier] = location.args.length > 1 ? location.args : [];
          if (modifier && !/^(\^~|=)$/.test(modifier.text)) continue;
          let served: string;
          if (directive.name.text === "alias") served = path.text;
          else if (directive.name.text === "root" && /^\/\w/.test(prefix.text)) {
            // Another rule reports a root that repeats the location.
            if (`${path.text.replace(/\/+$/, "")}/`.endsWith(`${prefix.text.replace(/\/+$/, "")}/`)) continue;
            served = `${path.text.replace(/\/+$/, "")}${prefix.text}`;
          } else continue;
          for (const place of places) {
            const inside = inRepository(served, place)?.replace(/\/+$/, "");
            if (!inside || folders.has(inside) || project.paths.has(inside)) continue;
            const name = inside.split("/").at(-1) as string;
            // Only a single file: a build's output would be in a folder of its own.
            if (modifier?.text === "=" && /\.\w+$/.test(name) && folders.has(inside.replace(/\/[^/]*$/, ""))) {
              const what = `nginx looks for ${prefix.text} at ${served}, and the repository has no ${inside}: a 404.`;
              report(path, what, { severity: "warning", related: [{ at: location, message: "the location" }] });
              break;
            }
            const others = [...folders].filter(
              (folder) =>
                (folder === name || folder.endsWith(`/${name}`)) &&
                !/(^|\/)(node_modules|tests?|docs?|\.venv|venv)\//.test(folder),
            );
            if (others.length !== 1 || others[0] === inside) continue;
            report(
              path,
              `nginx looks for the files of ${prefix.text} in ${served}, which is ${inside} of the repository, and they are in ${others[0]}: each of them is a 404.`,
              { related: [{ at: location, message: "the location" }] },
            );
            break;
          }
        }
      }
    }
  },
});
