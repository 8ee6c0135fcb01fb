import { normalPath } from "../../../files/address.ts";
import { anyRelease } from "../../../model/layout.ts";
import { holding } from "../../../nginx/includes.ts";
import { placeNamed } from "../../../nginx/location.ts";
import { type Block, children, enclosing, named } from "../../../nginx/tree.ts";
import { nginxFileRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const rootExposesApp = nginxFileRule({
  id: "nginx/root-exposes-app",
  severity: "error",
  summary: "The app's own folder served as files",
  why: `With the root at the project's folder, \`try_files $uri @app\` serves any file in it before it passes the request to the app: /app.py,
/.env, /.git/config, the database. A location that serves files only, with that folder as its \`alias\` or \`root\`, does the same. Point the root at a folder that holds public files only, or pass to the app at once.`,
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
    for (const server of named(file, "server")) {
      const here = connections.filter(({ directive }) => enclosing(directive, "server") === server);
      if (here.length === 0 || !server.block) continue;
      for (const block of servingFiles(server.block)) {
        const [said] = ["alias", "root"].flatMap((name) => holding(project, block, name).directives);
        const folder = said?.args[0];
        if (!said || !folder || folder.text.includes("$")) continue;
        const path = said.name.text === "root" ? (placeNamed(block.owner)?.path.text ?? "") : "";
        const home = anyRelease(normalPath(`${folder.text}${path}`));
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
    }
  },
});

/** What answers by itself, or asks who comes. */
const otherwise = /_pass$|^(?:return|rewrite|deny|internal|auth_basic|auth_request|satisfy|include|if)$/;

/** The blocks of a server in which a visitor's path is a file's: prefix locations, and the server where none takes the rest. */
function* servingFiles(server: Block): Generator<Block> {
  const locations = children(server, "location").flatMap(({ block }) => block ?? []);
  const rest = locations.some(({ owner }) => placeNamed(owner)?.path.text === "/");
  for (const block of rest ? locations : [server, ...locations]) {
    if (block !== server && placeNamed(block.owner)?.match !== "prefix") continue;
    if (block.children.some(({ name }) => otherwise.test(name.text))) continue;
    const tried = children(block, "try_files")[0]?.args.slice(0, -1);
    if (!tried || tried.some(({ text }) => text === "$uri")) yield block;
  }
}
