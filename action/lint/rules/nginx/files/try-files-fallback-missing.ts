import { didYouMean, meaning } from "../../../distance.ts";
import { isTemplated } from "../../../files/template.ts";
import { replace, suggested } from "../../../fix/edit.ts";
import { children, enclosing } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const tryFilesFallbackMissing = nginxRule({
  id: "nginx/try-files-fallback-missing",
  severity: "error",
  summary: "A fallback of try_files that does not exist",
  why: `The last word of \`try_files\` is not tried as a file: every other request goes there. nginx accepts \`try_files … @app\` without checking that
\`location @app\` exists: each request that falls through to it is then a 500, with 'could not find named location "@app"' in the error log.
With \`$uri/\` as the last word nginx redirects in a circle ("rewrite or internal redirection cycle") until it answers 500, and a path without its first slash is a 404.`,
  bad: server("root /srv/shop/public;", "location / { try_files $uri @app; }"),
  good: server(
    "root /srv/shop/public;",
    "location / { try_files $uri @app; }",
    "location @app { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; }",
  ),
  check(directive, { report }) {
    const name = directive.name.text;
    const target = name === "try_files" || name === "error_page" ? directive.args.at(-1) : undefined;
    if (!target || isTemplated(target.text)) return;
    const round = name === "try_files" && /^\$uri\/?$/.test(target.text);
    const bare = name === "try_files" && /^[\w-]+(?:\/[\w.-]+)*\.\w+$/.test(target.text);
    if (round || bare)
      report(
        target,
        round
          ? `\`${target.text}\` is the last word, so nginx does not try it but redirects to it internally: a path without a file is a 500.`
          : `\`${target.text}\` does not begin with a slash: a request that falls through to it is a 404.`,
        bare
          ? suggested(`write \`/${target.text}\``, replace(target, `/${target.text}`))
          : suggested("add =404", replace(target, `${target.text} =404`)),
      );
    if (!/^@[\w-]+$/.test(target.text)) return;
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
