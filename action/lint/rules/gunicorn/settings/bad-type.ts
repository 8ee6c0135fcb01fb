import { settings } from "../../../gunicorn/settings.ts";
import { type Said, saidRule, shown } from "../said.ts";

export const badType = saidRule({
  id: "gunicorn/bad-type",
  severity: "error",
  summary: "A setting with a value of the wrong type",
  why: `gunicorn checks each value when it starts: numbers have to be whole numbers (in a string, too), switches True or False, names and paths
strings. \`timeout = "30s"\`, \`reload = 1\` and \`accesslog = True\` end it at once: "Invalid value for timeout".`,
  bad: `bind = "unix:/run/shop/shop.sock"
timeout = "30s"
`,
  good: `bind = "unix:/run/shop/shop.sock"
timeout = 30
`,
  check(said, { report }) {
    const wanted = Object.hasOwn(settings, said.name) ? (said.conf ? wantedIn : wantedOn)(said) : undefined;
    if (wanted) report(said.valueAt, `gunicorn does not start: \`${said.name}\` takes ${wanted}, not ${value(said)}.`);
  },
});

const value = (said: Said) => `\`${shown({ at: said.valueAt })}\``;

/** What Python's int(text, 0) accepts. */
const integer = /^\s*[+]?(0x[\da-f_]+|0o[0-7_]+|0b[01_]+|0+|[1-9][\d_]*)\s*$/i;
const plainStrings =
  /^(pidfile|worker_tmp_dir|accesslog|errorlog|loglevel|access_log_format|logconfig|logconfig_json|syslog_addr|syslog_prefix|proc_name|pythonpath|keyfile|certfile|ca_certs|ciphers|wsgi_app|worker_class)$/;

/** The type that a conf.py needs instead; undefined if the value is valid. */
function wantedIn(said: Said): string | undefined {
  const type = settings[said.name]?.type;
  const negative = said.valueAt.source.text[said.valueAt.start] === "-";
  if (type === "int") {
    if (said.kind === "bool" || (said.kind === "int" && !negative)) return undefined;
    return said.kind === "str" && integer.test(said.text) ? undefined : "a whole number";
  }
  if (type === "bool") {
    if (said.kind === "bool" || said.kind === "none") return undefined;
    return said.kind === "str" && /^\s*(true|false)\s*$/i.test(said.text) ? undefined : "True or False";
  }
  if (type === "dict") return said.kind === "dict" || said.kind === "none" ? undefined : "a dictionary";
  if (/^(forwarded_allow_ips|proxy_allow_ips|forwarder_headers)$/.test(said.name))
    return said.kind === "str" || said.kind === "none" ? undefined : "one string with commas";
  if (said.name === "bind" || said.name === "raw_env")
    return (said.kind === "int" && !/^0+$/.test(said.text)) || said.kind === "float"
      ? "a string or a list of strings"
      : undefined;
  return plainStrings.test(said.name) && said.kind !== "str" && said.kind !== "none" ? "a string" : undefined;
}

const numbers =
  /^(workers|threads|timeout|graceful_timeout|keepalive|max_requests|max_requests_jitter|backlog|worker_connections|limit_request_\w+)$/;

/** The type that a command line needs instead: argparse parses numbers there, in base 10. */
function wantedOn(said: Said): string | undefined {
  if (!numbers.test(said.name) || said.kind !== "str" || said.text.startsWith("<")) return undefined;
  return /^\s*\+?\d[\d_]*\s*$/.test(said.text) ? undefined : "a whole number";
}
