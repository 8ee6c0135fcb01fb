import { lineAbove } from "../../../fix/edit.ts";
import { placeNamed } from "../../../nginx/location.ts";
import { enclosing, inherited } from "../../../nginx/tree.ts";
import { server } from "../../examples.ts";
import { proxyRule, setHeaders } from "./proxied.ts";

export const websocketUpgradeMissing = proxyRule({
  id: "nginx/websocket-upgrade-missing",
  severity: "warning",
  summary: "A websocket path without the Upgrade headers",
  why: `nginx does not forward the Upgrade and Connection headers by itself, and uses HTTP/1.0 to the app. A websocket under
/socket.io/ or /ws then fails with 400, and Socket.IO falls back to polling, slowly, with an error in the browser for each try.`,
  bad: server("location /socket.io { include proxy_params; proxy_pass http://127.0.0.1:8000; }"),
  good: server(
    'location /socket.io { proxy_http_version 1.1; proxy_set_header Host $host; proxy_set_header X-Forwarded-For $remote_addr; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade"; proxy_pass http://127.0.0.1:8000; }',
  ),
  check(pass, { project, headers, report }) {
    const place = placeNamed(enclosing(pass, "location"));
    if (!place || !/^\^?\/(?:socket\.io|ws|wss|websocket)(?:\/|$)/i.test(place.path.text.replaceAll("\\", ""))) return;
    if (!headers || headers.has("upgrade")) return;
    const { fix } = setHeaders(project, pass, "suggested", "Upgrade $http_upgrade", 'Connection "upgrade"');
    // Headers that apply to other locations too are no place for these two.
    const here = fix?.edits.every(({ at }) => at.start > pass.parent.start && at.end <= pass.start);
    const version = inherited(pass.parent, "proxy_http_version").some(({ args }) => args[0]?.text === "1.1");
    const edits = [...(version ? [] : [lineAbove(pass, "proxy_http_version 1.1;")]), ...(fix?.edits ?? [])];
    report(pass, `nginx forwards no Upgrade header, so the websocket under ${place.path.text} never opens (400).`, {
      fix: fix && here ? { ...fix, title: "forward the upgrade", edits } : undefined,
    });
  },
});
