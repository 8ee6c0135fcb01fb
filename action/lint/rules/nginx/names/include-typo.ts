import { didYouMean } from "../../../distance.ts";
import { isTemplated } from "../../../files/template.ts";
import { replace, suggested } from "../../../fix/edit.ts";
import { walk } from "../../../nginx/tree.ts";
import { defineRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

const files = ["uwsgi_params", "proxy_params", "fastcgi_params", "scgi_params", "mime.types", "fastcgi.conf"];
const folders = ["nginx", "sites-enabled", "conf.d", "snippets", "modules-enabled"];

export const includeTypo = defineRule({
  id: "nginx/include-typo",
  severity: "error",
  summary: "A misspelled include of a file that nginx ships",
  why: `nginx does not start when an included file is not there. \`include uswgi_params;\` and \`include /etc/nginex/mime.types;\`
name no file; they are typos of one that exists.`,
  bad: server("location / { include uwsgi_parms; include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; }"),
  good: server("location / { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; }"),
  check({ project, report }) {
    const here = new Set([...project.paths].map((path) => path.split("/").at(-1)));
    for (const file of project.nginx) {
      for (const include of walk(file)) {
        const target = include.args[0];
        if (include.name.text !== "include" || !target || isTemplated(target.text) || /[*?$]/.test(target.text))
          continue;
        const parts = target.text.split("/");
        const base = parts.at(-1) as string;
        if (here.has(base)) continue;
        const meant = parts.map((part, i) => {
          const known = i === parts.length - 1 ? files : parts[1] === "etc" ? folders : [];
          if (known.includes(part) || part.length < 5 || part === "uwsgi_param")
            return part === "uwsgi_param" && i === parts.length - 1 ? "uwsgi_params" : part;
          return didYouMean(part, known) ?? part;
        });
        const right = meant.join("/");
        if (right === target.text || (files.includes(base) && meant.slice(0, -1).join() === parts.slice(0, -1).join()))
          continue;
        report(
          target,
          `nginx ships no \`${target.text}\` and does not start without it. Did you mean \`${right}\`?`,
          suggested(`include \`${right}\``, replace(target, right)),
        );
      }
    }
  },
});
