import { children, type Directive, named } from "../../../nginx/tree.ts";
import { nginxFileRule, type Rule } from "../../../rule.ts";
import { nginx } from "../../examples.ts";

/** A directive that a whole nginx.conf leaves at its default, and that no file of the repository sets. */
const unset = (directive: string, line: string, message: string, rule: Pick<Rule, "id" | "summary" | "why">): Rule =>
  nginxFileRule({
    ...rule,
    severity: "info",
    bad: nginx(conf("")),
    good: nginx(conf(line)),
    check(file, { project, report }) {
      const [http] = children(file.root, "http");
      if (!http || named(file, directive).length > 0 || brings(http)) return;
      if (
        project.nginx.some((other) => other !== file && other.context !== "main" && named(other, directive).length > 0)
      )
        return;
      report(http.name, message);
    },
  });

/** Whether an include may set it: one of sites or types does not. */
const brings = (http: Directive) =>
  children(http.block, "include").some(({ args }) => !/mime\.types$|sites-|conf\.d|servers/.test(args[0]?.text ?? ""));

const conf = (line: string) =>
  `events {} http { include mime.types; LINE server { listen 80; return 204; } }`.replace("LINE", line);

export const noErrorLog = unset(
  "error_log",
  "error_log /var/log/nginx/error.log warn;",
  "No `error_log` is set: errors go to the file that this nginx was built with.",
  {
    id: "nginx/no-error-log",
    summary: "An nginx.conf that names no error log",
    why: `Without \`error_log\` nginx writes to the file that was compiled in (logs/error.log below its prefix where nobody looks, on some builds), from the level \`error\` up.
The cause of a 502 is logged only there.`,
  },
);

export const noGzip = unset(
  "gzip",
  "gzip on;",
  "`gzip` is off: pages, style sheets and scripts go out at three to five times their size.",
  {
    id: "nginx/no-gzip",
    summary: "An nginx.conf that compresses nothing",
    why: `gzip is off by default, and with \`gzip on\` alone only HTML is compressed: \`gzip_types text/css application/javascript application/json\` adds what pages load.
A proxy or CDN before nginx may do it as well.`,
  },
);

export const defaultBodyLimit = unset(
  "client_max_body_size",
  "client_max_body_size 16m;",
  "`client_max_body_size` is not set: a body above 1 MB gets nginx's 413, whatever the app accepts.",
  {
    id: "nginx/default-body-limit",
    summary: "An nginx.conf that leaves bodies at 1 MB",
    why: `nginx answers 413 to every body above \`client_max_body_size\`, which is 1 MB by default: a photo from a phone is larger. Set it to what the app accepts
(MAX_CONTENT_LENGTH), where it takes it.`,
  },
);
