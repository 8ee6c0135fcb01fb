import { lineAbove } from "../../../edit.ts";
import { requestHeaders } from "../../../nginx/includes.ts";
import { placeNamed } from "../../../nginx/location.ts";
import { enclosing } from "../../../nginx/tree.ts";
import { defineRule } from "../../../rule.ts";
import { server } from "../../examples.ts";
import { localProxies } from "./proxied.ts";

export const websocketUpgradeMissing = defineRule({
  id: "nginx/websocket-upgrade-missing",
  severity: "warning",
  summary: "A websocket path without the Upgrade headers",
  why: `nginx does not pass on the Upgrade and Connection headers by itself, and speaks HTTP/1.0 to the app. A websocket under
/socket.io/ or /ws then fails with 400, and Socket.IO falls back to polling, slowly, with an error in the browser for each try.`,
  bad: server("location /socket.io { include proxy_params; proxy_pass http://127.0.0.1:8000; }"),
  good: server(
    'location /socket.io { proxy_http_version 1.1; proxy_set_header Host $host; proxy_set_header X-Forwarded-For $remote_addr; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade"; proxy_pass http://127.0.0.1:8000; }',
  ),
  check({ project, report }) {
    for (const file of project.nginx) {
      for (const pass of localProxies(file)) {
        const place = placeNamed(enclosing(pass, "location"));
        if (!place || !/^\^?\/(?:socket\.io|ws|wss|websocket)(?:\/|$)/i.test(place.path.text.replaceAll("\\", "")))
          continue;
        const headers = requestHeaders(project, pass.parent);
        if (!headers || headers.has("upgrade")) continue;
        report(pass, `The websocket under ${place.path.text} never opens: nginx passes no Upgrade header on (400).`, {
          fix: {
            kind: "safe",
            title: "pass the upgrade on",
            edits: [
              lineAbove(pass, "proxy_http_version 1.1;"),
              lineAbove(pass, "proxy_set_header Upgrade $http_upgrade;"),
              lineAbove(pass, 'proxy_set_header Connection "upgrade";'),
            ],
          },
        });
      }
    }
  },
});
