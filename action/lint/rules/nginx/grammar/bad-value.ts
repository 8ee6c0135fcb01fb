import { isTemplated } from "../../../files/template.ts";
import { placeOf } from "../../../nginx/context.ts";
import { rowsOf } from "../../../nginx/directives.ts";
import type { Directive, Word } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

type Form = readonly [right: RegExp, said: string];

const forms = {
  flag: [/^(on|off)$/i, "`on` or `off`"],
  size: [/^\d+[kmg]?$/i, "a number followed by `k`, `m` or nothing"],
  time: [/^(\d+(ms|[yMwdhms])?\s*)+$/, "a number followed by `s`, `m`, `h` or `d`"],
  number: [/^-?\d+$/, "a whole number"],
} satisfies Record<string, Form>;

const level: Form = [/^(debug\w*|info|notice|warn|error|crit|alert|emerg)$/, "a level: `warn`, `error`, `crit` …"];
const one = (words: string, more = "(?!)"): Form => [
  new RegExp(`^(?:${words.replaceAll(" ", "|")}|${more})$`),
  `one of ${words
    .split(" ")
    .slice(0, 4)
    .map((word) => `\`${word}\``)
    .join(", ")} …`,
];
const listening = one(
  "default_server ssl http2 reuseport proxy_protocol default quic http3 spdy deferred bind udp multipath",
  "(ipv6only|so_keepalive|backlog|rcvbuf|sndbuf|setfib|fastopen|accept_filter|mode|user|group)=.+",
);

/** Values that the documentation describes in words: what each argument has to be, by its place; the last one for all behind. */
const others: Readonly<Record<string, readonly (Form | undefined)[]>> = {
  add_header: [undefined, undefined, one("always")],
  error_log: [undefined, level],
  expires: [[/^(epoch|max|off|modified|[-+]?\d[\dyMwdhms ]*|@\d[\dhms]*)$/, "a time such as `30d`, `max` or `off`"]],
  gzip_comp_level: [[/^[1-9]$/, "1 to 9"]],
  keepalive_timeout: [forms.time],
  listen: [undefined, listening],
  proxy_buffers: [forms.number, forms.size],
  uwsgi_buffers: [forms.number, forms.size],
  large_client_header_buffers: [forms.number, forms.size],
  return: [[/^(\d{1,3}|https?:\/\/.*|\$.*)$/s, "a code such as 404, or a URL with http:// or https://"]],
  rewrite: [undefined, undefined, one("last break redirect permanent")],
  set: [[/^\$\w/, "a name that begins with `$`"]],
  ssl_protocols: [one("TLSv1.2 TLSv1.3 TLSv1.1 TLSv1 SSLv3 SSLv2")],
  worker_processes: [[/^(auto|\d+)$/, "`auto` or a number"]],
};

export const badValue = nginxRule({
  id: "nginx/bad-value",
  severity: "error",
  summary: "A value that nginx does not accept",
  why: `nginx checks each value when it starts, and one invalid value keeps it from starting: sizes are \`20m\`, not \`20MB\`; times \`30s\`, not
\`30sec\`; switches \`on\` and \`off\`, not \`yes\` and \`true\`. A condition compares with one \`=\`, and there is no \`&&\` or \`||\`.`,
  bad: server("client_max_body_size 20MB;", "return 204;"),
  good: server("client_max_body_size 20m;", "return 204;"),
  check(directive, { file, report }) {
    const { name, args, parent, terminated } = directive;
    if (!terminated || file.template || (parent.owner && !rowsOf(parent.owner.name.text))) return;
    if (name.text === "if")
      return condition(directive, (at, sign) =>
        report(
          at,
          `\`${sign}\` is not a condition that nginx supports: each has one test (\`=\`, \`!=\`, \`~\`, \`-f\` …): nginx does not start.`,
        ),
      );
    const place = placeOf(directive, file);
    const fitting = rowsOf(name.text)?.filter(([contexts]) => !place || contexts.split(" ").includes(place)) ?? [];
    const kinds = [...new Set(fitting.map(([, , , , kind]) => kind))];
    const kind = kinds.length === 1 && args.length === 1 ? kinds[0] : undefined;
    const wanted = kind
      ? [forms[kind]]
      : place?.startsWith("stream") || place?.startsWith("mail")
        ? []
        : (others[name.text] ?? []);
    args.forEach((arg, index) => {
      const form = wanted[Math.min(index, wanted.length - 1)];
      if (!form || form[0].test(arg.text) || isOpen(name.text, arg, index, args.length)) return;
      report(arg, `\`${name.text}\` expects ${form[1]}, not \`${arg.text.slice(0, 60)}\`: nginx does not start.`);
    });
  },
});

/** What nginx works out for each request, or takes in another way. */
const isOpen = (name: string, { text }: Word, index: number, count: number) =>
  isTemplated(text) ||
  (text.includes("$") && name !== "set") ||
  // The text or URL behind a code, and the value of a variable.
  (index > 0 && (name === "return" || name === "set")) ||
  (name === "return" && count > 1 && /^\d+$/.test(text)) ||
  (name === "keepalive_timeout" && text.startsWith("timeout="));

/** A second `=`, and what joins two tests. */
function condition({ args }: Directive, refuse: (at: Word, sign: string) => void): void {
  const at = args.find(({ text, quote }) => !quote && /^(==|===|&&|\|\||and|or|not)$/i.test(text));
  if (at) refuse(at, at.text);
}
