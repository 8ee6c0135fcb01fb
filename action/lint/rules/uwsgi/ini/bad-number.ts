import { replace, safe, suggested } from "../../../fix/edit.ts";
import { uwsgiOptionRule } from "../../../rule.ts";
import { canonicalName, kindOf } from "../../../uwsgi/options.ts";
import { ini } from "../one-file.ts";

/** Options that take an address, including `http` and `https`, which start a router. */
const sockets = new Set([
  "socket",
  "uwsgi-socket",
  "http",
  "http-socket",
  "https",
  "fastcgi-socket",
  "scgi-socket",
  "stats",
]);

export const badNumber = uwsgiOptionRule({
  id: "uwsgi/bad-number",
  severity: "error",
  summary: "A number that uWSGI reads as another value",
  why: `uWSGI reads digits until something else comes. \`processes = auto\` is 0, \`buffer-size = 32k\` is 32, and \`harakiri = 30s\` is 30
by luck only: uWSGI 2.1 warns of it. There are no units and no words; \`%k\` is the number of cores. A port needs its colon:
\`socket = 3031\` is a unix socket in a file named "3031".`,
  bad: ini("processes = auto"),
  good: ini("processes = %k"),
  check({ name, value }, { report }) {
    const text = value?.text.trim() ?? "";
    if (value && sockets.has(canonicalName(name.text)) && /^\d{2,5}$/.test(text)) {
      report(
        value,
        `uWSGI makes a unix socket of the name \`${text}\` in its folder and listens on no port.`,
        suggested(`write \`127.0.0.1:${text}\``, replace(value, `127.0.0.1:${text}`)),
      );
      return;
    }
    if (
      !value ||
      kindOf(name.text) !== "int" ||
      text === "" ||
      /[%$@#;{<]/.test(text) ||
      /^[-+]?(?:\d+|0x[\da-f]+)$/i.test(text)
    )
      return;
    const read = Number.parseInt(text, 10);
    // An unknown version may accept a keyword for a server's thresholds or memory size.
    if (Number.isNaN(read) && /^(?:true|yes|on)$/i.test(text)) return;
    const harmless = /^\d+\s*(?:s|sec|secs|seconds?)$/i.test(text);
    report(
      value,
      `uWSGI reads \`${text}\` as ${Number.isNaN(read) ? 0 : read}: it supports neither words nor units here.`,
      {
        ...(harmless
          ? {
              severity: "warning",
              fix: safe(`write \`${read}\``, replace(value, String(read))),
            }
          : {}),
      },
    );
  },
});
