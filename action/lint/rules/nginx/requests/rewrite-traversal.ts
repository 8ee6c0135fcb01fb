import { replace, suggested } from "../../../fix/edit.ts";
import { children } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const rewriteTraversal = nginxRule({
  id: "nginx/rewrite-traversal",
  severity: "error",
  summary: "A rewrite that strips a prefix without its slash: files outside of the root can be read",
  why: `\`rewrite ^/static(.*) /$1 break;\` makes /../app.py of /static../app.py, and with \`break\` nginx no longer checks the path: it opens root/../app.py, the app's source, its
.env and its keys. Many have the line from one tutorial. \`alias\` needs no rewrite; or let the regex hold the slash: ^/static/(.*).`,
  bad: server("location /static { root /srv/shop/static; rewrite ^/static(.*) /$1 break; }"),
  good: server("location /static/ { alias /srv/shop/static/; }"),
  on: ["rewrite"],
  check(rewrite, { report }) {
    const [regex, to, flag] = rewrite.args;
    const prefix = /^\^?(\/[\w/-]*\w)\((?:\.\*|\.\+|\?<\w+>\.\*)\)\$?$/.exec(regex?.text ?? "")?.[1];
    if (!prefix || !regex || !/^\/\$(1|\w+)$/.test(to?.text ?? "") || flag?.text !== "break") return;
    if (children(rewrite.parent, "proxy_pass", "uwsgi_pass", "fastcgi_pass").length > 0) return;
    const at = regex.start + (regex.quote ? 1 : 0) + regex.text.indexOf("(");
    report(
      regex,
      `${prefix}../app.py becomes /../app.py, which nginx opens outside of the root: source, .env and keys can be read.`,
      suggested("let the regex hold the slash", replace({ ...regex, start: at, end: at }, "/")),
    );
  },
});
