import { didYouMean, meaning } from "../../../distance.ts";
import { isTemplated } from "../../../files/template.ts";
import { replace, suggested } from "../../../fix/edit.ts";
import { walk } from "../../../nginx/tree.ts";
import { defineRule } from "../../../rule.ts";
import { nginx, server } from "../../examples.ts";

/** The directive that uses a zone, the argument with its name, and the directive that declares it. */
const uses: Readonly<Record<string, { readonly declared: string; readonly name: RegExp }>> = {
  limit_req: { declared: "limit_req_zone", name: /^zone=(.+)$/ },
  limit_conn: { declared: "limit_conn_zone", name: /^([A-Za-z_]\w*)$/ },
  proxy_cache: { declared: "proxy_cache_path", name: /^(?!off$)([A-Za-z_][\w-]*)$/ },
  uwsgi_cache: { declared: "uwsgi_cache_path", name: /^(?!off$)([A-Za-z_][\w-]*)$/ },
};
const declarations = /^(?:keys_)?zone=([^:]+)/;

export const undefinedZone = defineRule({
  id: "nginx/undefined-zone",
  severity: "error",
  summary: "A limit or a cache in an undeclared zone",
  why: `\`limit_req zone=…\`, \`limit_conn\` and \`proxy_cache\` name a zone of shared memory, which \`limit_req_zone\`, \`limit_conn_zone\` or
\`proxy_cache_path\` has to declare in the http block. Without that nginx does not start ('zero size shared memory zone').`,
  bad: server("limit_req zone=logins burst=5;", "return 204;"),
  good: nginx(
    "limit_req_zone $binary_remote_addr zone=logins:10m rate=1r/s;",
    "server { listen 80; limit_req zone=logins burst=5; return 204; }",
  ),
  check({ project, report }) {
    const declared = new Map<string, Set<string>>();
    for (const file of project.nginx) {
      for (const { name, args } of walk(file)) {
        if (!Object.values(uses).some((use) => use.declared === name.text)) continue;
        const zones = declared.get(name.text) ?? new Set<string>();
        declared.set(name.text, zones);
        for (const arg of args) {
          const zone = declarations.exec(arg.text)?.[1];
          if (zone) zones.add(zone);
        }
      }
    }
    for (const file of project.nginx) {
      if (file.context === undefined) continue;
      for (const { name, args } of walk(file)) {
        const use = Object.hasOwn(uses, name.text) ? uses[name.text] : undefined;
        if (!use) continue;
        const at = args.find((arg) => use.name.test(arg.text));
        const zone = at && use.name.exec(at.text)?.[1];
        if (!at || !zone || isTemplated(zone) || zone.includes("$") || declared.get(use.declared)?.has(zone)) continue;
        const meant = didYouMean(zone, declared.get(use.declared) ?? []);
        report(
          at,
          `No \`${use.declared}\` declares the zone \`${zone}\`: nginx does not start.${meaning(meant)}`,
          meant ? suggested(`write \`${meant}\``, replace(at, at.text.replace(zone, meant))) : undefined,
        );
      }
    }
  },
});
