import { children } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const tryFilesWithProxy = nginxRule({
  id: "nginx/try-files-with-proxy",
  severity: "warning",
  summary: "try_files beside proxy_pass or uwsgi_pass: no file is ever served",
  why: `In a location with a *_pass nginx forwards every request that stays there: \`try_files $uri …\` finds the file, and the request goes to the app all the same. What is not found leaves
for the last argument, past the app. Serve files in one location, and name the other for the app: \`try_files $uri @app;\`.`,
  bad: server(
    "root /srv/shop/public;",
    "location / { include uwsgi_params; try_files $uri /index.html; uwsgi_pass unix:/run/shop/shop.sock; }",
  ),
  good: server(
    "root /srv/shop/public;",
    "location / { try_files $uri @app; }",
    "location @app { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; }",
  ),
  on: ["try_files"],
  check(tried, { report }) {
    const [pass] = children(tried.parent, "proxy_pass", "uwsgi_pass");
    // The usual way for PHP: check that the script exists, then pass it to its server.
    if (
      !pass ||
      !tried.args.slice(0, -1).some(({ text }) => text.includes("$uri")) ||
      /^=404$/.test(tried.args.at(-1)?.text ?? "")
    )
      return;
    report(
      tried,
      `A file that is found goes to \`${pass.name.text}\` all the same, and what is not found never reaches the app.`,
      {
        related: [{ at: pass, message: "every request that stays here goes this way" }],
      },
    );
  },
});
