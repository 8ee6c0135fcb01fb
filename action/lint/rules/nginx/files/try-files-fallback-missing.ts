import { didYouMean, meaning } from "../../../distance.ts";
import { isTemplated } from "../../../files/template.ts";
import { replace, suggested } from "../../../fix/edit.ts";
import { children, enclosing } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const tryFilesFallbackMissing = nginxRule({
  id: "nginx/try-files-fallback-missing",
  severity: "error",
  summary: "A fallback to a named location that the server does not have",
  why: `nginx accepts \`try_files … @app\` without checking that \`location @app\` exists. Each request that falls through to it is
then a 500, with 'could not find named location "@app"' in the error log.`,
  bad: server("root /srv/shop/public;", "location / { try_files $uri @app; }"),
  good: server(
    "root /srv/shop/public;",
    "location / { try_files $uri @app; }",
    "location @app { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; }",
  ),
  check(directive, { report }) {
    const name = directive.name.text;
    const target = name === "try_files" || name === "error_page" ? directive.args.at(-1) : undefined;
    if (!target || !/^@[\w-]+$/.test(target.text) || isTemplated(target.text)) return;
    const server = enclosing(directive, "server");
    if (!server?.block || children(server.block, "include").length > 0) return;
    const named = children(server.block, "location").flatMap((location) => location.args.at(-1)?.text ?? []);
    if (named.includes(target.text)) return;
    // A location with invalid arguments may be the intended one.
    if (
      children(server.block, "location").some(
        (location) => location.args.length > 2 || location.args.some((arg) => isTemplated(arg.text)),
      )
    )
      return;
    const meant = didYouMean(
      target.text,
      named.filter((other) => other.startsWith("@")),
    );
    report(
      target,
      `This server has no \`location ${target.text}\`: what falls through to it is answered with 500.${meaning(meant)}`,
      meant ? suggested(`write \`${meant}\``, replace(target, meant)) : undefined,
    );
  },
});
