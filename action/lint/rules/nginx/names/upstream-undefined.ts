import { didYouMean, meaning } from "../../../distance.ts";
import { inContainer } from "../../../files/containers.ts";
import { isTemplated } from "../../../files/template.ts";
import { replace, suggested } from "../../../fix/edit.ts";
import { destinationOf } from "../../../model/connections.ts";
import { enclosing, walk } from "../../../nginx/tree.ts";
import { defineRule } from "../../../rule.ts";
import { nginx } from "../../examples.ts";

export const upstreamUndefined = defineRule({
  id: "nginx/upstream-undefined",
  severity: "error",
  summary: "A *_pass to an undefined upstream",
  why: `\`proxy_pass http://shop;\` goes to the upstream called shop. If there is none, nginx reads it as a host name, finds no
address for it, and does not start ("host not found in upstream"). In containers a bare name can be another service, so
the rule is silent beside a compose file or a Dockerfile.`,
  bad: nginx(
    "upstream shop { server unix:/run/shop/current.sock; }",
    "server { listen 80; location / { include uwsgi_params; uwsgi_pass shpo; } }",
  ),
  good: nginx(
    "upstream shop { server unix:/run/shop/current.sock; }",
    "server { listen 80; location / { include uwsgi_params; uwsgi_pass shop; } }",
  ),
  check({ project, report }) {
    if (inContainer(project)) return;
    const upstreams = project.nginx.flatMap((file) =>
      [...walk(file)].flatMap(({ name, args }) => (name.text === "upstream" && args[0] ? args[0].text : [])),
    );
    for (const file of project.nginx) {
      for (const pass of walk(file)) {
        const protocol = { uwsgi_pass: "uwsgi", proxy_pass: "http", fastcgi_pass: "fastcgi" }[pass.name.text] as
          | "uwsgi"
          | "http"
          | "fastcgi"
          | undefined;
        const target = pass.args[0];
        if (!protocol || !target || isTemplated(target.text) || target.text.includes("$") || enclosing(pass, "stream"))
          continue;
        const { name } = destinationOf(target, protocol);
        // A host name has a dot or a port; a name without them must be an upstream.
        if (!/^[\w-]+$/.test(name) || name === "localhost" || upstreams.includes(name)) continue;
        if (upstreams.length === 0 && file.context === undefined) continue;
        const meant = didYouMean(name, upstreams);
        const at = target.text.indexOf(name) + target.start + (target.quote ? 1 : 0);
        report(
          target,
          `There is no upstream \`${name}\`, and no host has that name: nginx does not start ("host not found in upstream").${meaning(meant)}`,
          meant
            ? suggested(`write \`${meant}\``, replace(target.source.range(at, at + name.length), meant))
            : undefined,
        );
      }
    }
  },
});
