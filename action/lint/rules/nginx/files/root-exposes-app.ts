import { normalPath } from "../../../files/address.ts";
import { anyRelease } from "../../../model/layout.ts";
import { holding } from "../../../nginx/includes.ts";
import { enclosing, walk } from "../../../nginx/tree.ts";
import { nginxFileRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const rootExposesApp = nginxFileRule({
  id: "nginx/root-exposes-app",
  severity: "error",
  summary: "try_files $uri over the app's own folder",
  why: `With the root at the project's folder, \`try_files $uri @app\` serves any file in it before it passes the request to the app: /app.py,
/.env, /.git/config, the database. Point the root at a folder that holds public files only, or pass to the app at once.`,
  bad: {
    "deploy/nginx.conf": server(
      "root /srv/shop;",
      "location / { try_files $uri @app; }",
      "location @app { include uwsgi_params; uwsgi_pass unix:/srv/shop/shop.sock; }",
    ),
  },
  good: {
    "deploy/nginx.conf": server(
      "root /srv/shop/public;",
      "location / { try_files $uri @app; }",
      "location @app { include uwsgi_params; uwsgi_pass unix:/srv/shop/shop.sock; }",
    ),
  },
  check(file, { project, model, report }) {
    const connections = model.connections.filter((connection) => connection.file === file);
    for (const directive of walk(file)) {
      if (directive.name.text !== "try_files" || !directive.args.slice(0, -1).some((arg) => arg.text === "$uri"))
        continue;
      const server = enclosing(directive, "server");
      const [root] = holding(project, directive.parent, "root").directives;
      const folder = root?.args[0];
      if (!server || !folder || folder.text.includes("$")) continue;
      const home = anyRelease(normalPath(folder.text));
      const here = connections.filter((connection) => enclosing(connection.directive, "server") === server);
      // The folder with the app's socket, or the one that it runs in, contains its source.
      const socket = here.find(
        ({ address }) =>
          address.kind === "unix" && address.path.replace(/\/[^/]+$/, "") === home && !/^\/(?:run|tmp)\b/.test(home),
      );
      const runs = here
        .flatMap((connection) => model.groupOf(connection).servers)
        .find(({ directory }) => directory && anyRelease(normalPath(directory.text)) === home);
      const proof = socket?.directive ?? runs?.directory;
      if (!proof) continue;
      report(folder, `The app's own folder is served: ${home}/app.py and ${home}/.env can be downloaded.`, {
        related: [{ at: proof, message: "the app is there" }],
      });
    }
  },
});
