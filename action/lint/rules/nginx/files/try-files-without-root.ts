import { holding } from "../../../nginx/includes.ts";
import { children, enclosing, walk } from "../../../nginx/tree.ts";
import { nginxFileRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const tryFilesWithoutRoot = nginxFileRule({
  id: "nginx/try-files-without-root",
  severity: "warning",
  summary: "try_files $uri where no root is set",
  why: `Without a \`root\` nginx looks for files in the folder that was compiled in, which holds its own welcome page:
\`try_files $uri $uri/ @app\` then answers / with "Welcome to nginx!" instead of the app. Name the folder that may be served,
or leave the request to the app at once.`,
  bad: server(
    "location / { try_files $uri @app; }",
    "location @app { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; }",
  ),
  good: server(
    "root /srv/shop/public;",
    "location / { try_files $uri @app; }",
    "location @app { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; }",
  ),
  check(file, { project, report }) {
    if (file.context === undefined || file.context === "location") return;
    for (const directive of walk(file)) {
      if (directive.name.text !== "try_files") continue;
      const tried = directive.args.slice(0, -1).filter((arg) => arg.text.includes("$uri"));
      if (tried.length === 0 || !enclosing(directive, "server")) continue;
      const root = holding(project, directive.parent, "root");
      const aliased = children(enclosing(directive, "location")?.block, "alias").length > 0;
      if (root.directives.length > 0 || root.unknown || aliased) continue;
      const welcome = tried.some((arg) => arg.text === "$uri/");
      report(
        directive,
        `No root applies here, so nginx looks for \`${tried[0]?.text}\` in the folder it was built with${welcome ? ", and answers / with its welcome page instead of the app" : ""}.`,
      );
    }
  },
});
