import { didYouMean, meaning } from "../../distance.ts";
import { children, enclosing, walk } from "../../nginx/tree.ts";
import { defineRule } from "../../rule.ts";
import { isTemplated } from "../../template.ts";

export const tryFilesFallbackMissing = defineRule({
  id: "nginx/try-files-fallback-missing",
  severity: "error",
  summary: "A fallback to a named location that the server does not have",
  why: `nginx takes \`try_files … @app\` without looking whether \`location @app\` exists. Each request that falls through to it is
then a 500, with 'could not find named location "@app"' in the error log.`,
  bad: `server {
    listen 80;
    root /srv/shop/public;
    location / {
        try_files $uri @app;
    }
}
`,
  good: `server {
    listen 80;
    root /srv/shop/public;
    location / {
        try_files $uri @app;
    }
    location @app {
        include uwsgi_params;
        uwsgi_pass unix:/run/shop/shop.sock;
    }
}
`,
  check({ project, report }) {
    for (const file of project.nginx) {
      for (const directive of walk(file)) {
        const name = directive.name.text;
        const target = name === "try_files" || name === "error_page" ? directive.args.at(-1) : undefined;
        if (!target || !/^@[\w-]+$/.test(target.text) || isTemplated(target.text)) continue;
        const server = enclosing(directive, "server");
        if (!server?.block || children(server.block, "include").length > 0) continue;
        const named = children(server.block, "location").flatMap((location) => location.args.at(-1)?.text ?? []);
        if (named.includes(target.text)) continue;
        // A location whose words went wrong may be the one that is meant.
        if (
          children(server.block, "location").some(
            (location) => location.args.length > 2 || location.args.some((arg) => isTemplated(arg.text)),
          )
        )
          continue;
        const meant = didYouMean(
          target.text,
          named.filter((other) => other.startsWith("@")),
        );
        report(
          target,
          `This server has no \`location ${target.text}\`: what falls through to it is answered with 500.${meaning(meant)}`,
          {
            ...(meant
              ? { fix: { kind: "suggested", title: `write \`${meant}\``, edits: [{ at: target, text: meant }] } }
              : {}),
          },
        );
      }
    }
  },
});
