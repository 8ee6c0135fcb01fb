import { nginxRule } from "../../../rule.ts";
import { nginx } from "../../examples.ts";

export const headerWithLineBreak = nginxRule({
  id: "nginx/header-with-line-break",
  severity: "warning",
  summary: "A header value that contains a line break",
  why: `A long Content-Security-Policy is often written over several lines, and nginx sends them as they are. Header lines that go on are obsolete (RFC 9112): HTTP/2 clients
reject the whole response, others truncate the header after its first line. Write it on one line, or put it together from variables.`,
  bad: nginx(
    `server { listen 80; add_header Content-Security-Policy "default-src 'self';\n        img-src *"; return 204; }`,
  ),
  good: nginx(`server { listen 80; add_header Content-Security-Policy "default-src 'self'"; return 204; }`),
  on: ["add_header", "proxy_set_header", "more_set_headers"],
  check({ name, args }, { report }) {
    const value = args.find(
      ({ text }, i) =>
        /[\r\n]/.test(text) && (name.text !== "more_set_headers" || !/^-[ts]$/.test(args[i - 1]?.text ?? "")),
    );
    if (value)
      report(
        value,
        "The value contains line breaks: HTTP/2 clients reject the response, others truncate the header there.",
      );
  },
});
