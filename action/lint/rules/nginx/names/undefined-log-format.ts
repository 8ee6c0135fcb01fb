import { didYouMean, meaning } from "../../../distance.ts";
import { isTemplated } from "../../../files/template.ts";
import { replace, suggested } from "../../../fix/edit.ts";
import { imagesOf, isNginxImage } from "../../../model/containers.ts";
import { walk } from "../../../nginx/tree.ts";
import { defineRule } from "../../../rule.ts";
import { nginx, server } from "../../examples.ts";

export const undefinedLogFormat = defineRule({
  id: "nginx/undefined-log-format",
  severity: "error",
  summary: "access_log with an undefined format",
  why: `nginx has one built-in format, \`combined\`. Any other needs a \`log_format\`; without it nginx does not start ('unknown log
format "main"'). The nginx.conf of nginx.org defines \`main\`; Debian's and Ubuntu's do not.`,
  bad: server("access_log /var/log/nginx/shop.log main;", "return 204;"),
  good: nginx(
    `log_format main '$remote_addr "$request" $status';`,
    "server { listen 80; access_log /var/log/nginx/shop.log main; return 204; }",
  ),
  check({ project, report }) {
    const defined = project.nginx.flatMap((file) =>
      [...walk(file)].flatMap(({ name, args }) => (name.text === "log_format" && args[0] ? args[0].text : [])),
    );
    // nginx.org's image defines one.
    if (imagesOf(project).some(isNginxImage)) defined.push("main");
    for (const file of project.nginx) {
      if (file.context === undefined) continue;
      for (const { name, args } of walk(file)) {
        const format = name.text === "access_log" ? args[1] : undefined;
        if (!format || isTemplated(format.text) || /^(?:combined|if=.*|buffer=.*|gzip.*|flush=.*)$/.test(format.text))
          continue;
        if (defined.includes(format.text) || format.text.includes("$")) continue;
        const meant = meaning(didYouMean(format.text, [...defined, "combined"]));
        report(
          format,
          `No \`log_format ${format.text}\` is defined here (Debian's nginx has none): nginx does not start.${meant}`,
          {
            // The server's own nginx.conf may define a site's format.
            severity: file.context === "main" ? "error" : "warning",
            fix: suggested("log in the `combined` format", replace(format, "combined")),
          },
        );
      }
    }
  },
});
