import { defineRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const syntax = defineRule({
  id: "nginx/syntax",
  severity: "error",
  summary: "A missing `;` or `}`, a stray word, an unclosed quote",
  why: `nginx reads its whole configuration before it starts or reloads, and rejects all of it for one missing character.
A reload with a broken file leaves the old configuration in place and says so in the error log only; the next restart of
the machine then comes up without a web server.`,
  bad: `server {
    listen 80
    server_name shop.test;
    location / {
        include uwsgi_params;
        uwsgi_pass unix:/run/shop/shop.sock;
    }
}
`,
  good: server("server_name shop.test;", "location / { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; }"),
  check({ problems, report }) {
    for (const { rule, at, message, fix } of problems)
      if (rule === "nginx/syntax") report(at, message, fix ? { fix } : {});
  },
});
