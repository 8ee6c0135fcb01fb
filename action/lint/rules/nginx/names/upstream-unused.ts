import { walk } from "../../../nginx/tree.ts";
import { defineRule } from "../../../rule.ts";
import { nginx } from "../../examples.ts";

export const upstreamUnused = defineRule({
  id: "nginx/upstream-unused",
  severity: "info",
  summary: "An upstream that nothing passes to",
  why: `An upstream that no \`proxy_pass\` or \`uwsgi_pass\` names does nothing. Often it is one half of a rename: the requests go to
an address written out elsewhere, and changes to the upstream have no effect.`,
  bad: nginx(
    "upstream shop { server unix:/run/shop/current.sock; }",
    "server { listen 80; location / { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; } }",
  ),
  good: nginx(
    "upstream shop { server unix:/run/shop/current.sock; }",
    "server { listen 80; location / { include uwsgi_params; uwsgi_pass shop; } }",
  ),
  check({ project, report }) {
    const passed = project.nginx.flatMap((file) =>
      [...walk(file)].flatMap(({ name, args }) =>
        /_pass$|^set$|^map$/.test(name.text) || name.text.includes(".") ? args.map((arg) => arg.text) : [],
      ),
    );
    const variable = passed.some((text) => text.includes("$"));
    for (const file of project.nginx) {
      for (const upstream of walk(file)) {
        const name = upstream.args[0];
        if (upstream.name.text !== "upstream" || !name || variable) continue;
        const used = passed.some((text) => text.replace(/^\w+:\/\//, "").replace(/[/:].*$/, "") === name.text);
        const passes = [...walk(file)].some((directive) => /_pass$/.test(directive.name.text));
        if (!used && passes)
          report(name, `Nothing passes to the upstream \`${name.text}\`: changing it changes nothing.`);
      }
    }
  },
});
