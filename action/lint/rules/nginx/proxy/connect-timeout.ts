import { replace, suggested } from "../../../fix/edit.ts";
import { secondsOf } from "../../../nginx/time.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

/** The usual maximum, according to nginx's documentation. */
const most = 75;

export const connectTimeout = nginxRule({
  id: "nginx/connect-timeout",
  severity: "warning",
  summary: "A connect timeout above 75 seconds, or one that was meant for reading",
  why: `A connection to an app on the same network is established within milliseconds or never; nginx's documentation says that it usually cannot exceed 75 seconds. A value of minutes
makes visitors wait for a dead app. A slow page needs \`proxy_read_timeout\` (\`uwsgi_read_timeout\`).`,
  bad: server("location / { include uwsgi_params; uwsgi_connect_timeout 300s; uwsgi_pass unix:/run/shop/shop.sock; }"),
  good: server("location / { include uwsgi_params; uwsgi_connect_timeout 5s; uwsgi_pass unix:/run/shop/shop.sock; }"),
  on: ["proxy_connect_timeout", "uwsgi_connect_timeout"],
  check({ name, args: [value] }, { report }) {
    const seconds = value && secondsOf(value.text);
    if (!value || !seconds || seconds <= most) return;
    const read = name.text.replace("connect", "read");
    report(
      value,
      `nginx waits ${seconds} seconds for a connection, and more than ${most} usually do not count: \`${read}\` is the one for slow pages.`,
      suggested("wait 5 seconds", replace(value, "5s")),
    );
  },
});
