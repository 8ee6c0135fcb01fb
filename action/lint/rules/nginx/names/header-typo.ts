import { distance } from "../../../distance.ts";
import { replace, safe } from "../../../fix/edit.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

const known =
  `X-Real-IP X-Forwarded-For X-Forwarded-Proto X-Forwarded-Host X-Forwarded-Port X-Forwarded-Prefix X-Forwarded-Server
  X-Forwarded-Scheme X-Forwarded-Protocol X-Forwarded-Path X-Forwarded-Ssl X-Forwarded-User X-Script-Name X-Request-ID
  X-Original-URI Accept-Encoding Authorization Upgrade Connection Content-Length Content-Type User-Agent`.split(/\s+/);
const lower = new Set(known.map((name) => name.toLowerCase()));

export const headerTypo = nginxRule({
  id: "nginx/header-typo",
  severity: "warning",
  summary: "A misspelled request header",
  why: `nginx sends any header name, and the app reads only the right one: with X-Forwared-Proto the app is not told of https, and
no error shows it until a redirect is wrong.`,
  bad: server(
    "location / { proxy_set_header Host $host; proxy_set_header X-Forwared-For $remote_addr; proxy_pass http://127.0.0.1:8000; }",
  ),
  good: server(
    "location / { proxy_set_header Host $host; proxy_set_header X-Forwarded-For $remote_addr; proxy_pass http://127.0.0.1:8000; }",
  ),
  check(directive, { report }) {
    const name = directive.name.text === "proxy_set_header" ? directive.args[0] : undefined;
    if (!name || name.text.length < 7 || lower.has(name.text.toLowerCase()) || !/^[\w-]+$/.test(name.text)) return;
    const flat = name.text.toLowerCase().replaceAll("_", "-");
    const meant = known.find((right) => distance(flat, right.toLowerCase(), 2) <= (right.length < 9 ? 1 : 2));
    if (!meant) return;
    report(
      name,
      `No app reads \`${name.text}\`: the header is called \`${meant}\`.`,
      safe(`write \`${meant}\``, replace(name, meant)),
    );
  },
});
