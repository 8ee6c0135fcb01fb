import { isTemplated } from "../../../files/template.ts";
import { placeNamed } from "../../../nginx/location.ts";
import { ancestors } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const proxyPassUriRefused = nginxRule({
  id: "nginx/proxy-pass-uri-refused",
  severity: "error",
  summary: "proxy_pass with a path where nginx accepts none",
  why: `A path after the address replaces the part of the URL that the location matched. In a regular expression, a named location or an \`if\` there is no such
part, and nginx fails to start: '"proxy_pass" cannot have URI part in location given by regular expression'. A slash is a path too.`,
  bad: server(
    "location ~ ^/api { proxy_set_header Host $host; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; proxy_pass http://127.0.0.1:8000/; }",
  ),
  good: server(
    "location ~ ^/api { proxy_set_header Host $host; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; proxy_pass http://127.0.0.1:8000; }",
  ),
  on: ["proxy_pass"],
  check(directive, { report }) {
    const [to] = directive.args;
    const path = /^https?:\/\/(?:unix:[^:]*:|(?!unix:)[^/]+)(\/.*)$/.exec(to?.text ?? "")?.[1];
    const [owner] = ancestors(directive);
    if (!to || !path || !owner || to.text.includes("$") || isTemplated(to.text)) return;
    const match = placeNamed(owner)?.match;
    const where =
      match === "regex" || match === "named"
        ? `a ${match === "regex" ? "location with a regular expression" : "named location"}`
        : /^(?:if|limit_except)$/.test(owner.name.text)
          ? `\`${owner.name.text}\``
          : undefined;
    if (where)
      report(
        to,
        `\`${path}\` after the address is a path, which nginx does not accept in ${where}: it does not start.`,
      );
  },
});
