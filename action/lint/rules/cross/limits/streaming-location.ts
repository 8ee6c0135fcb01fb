import { requestHeaders } from "../../../nginx/includes.ts";
import { inherited } from "../../../nginx/tree.ts";
import { pythonWith } from "../../../python/sources.ts";
import { defineRule } from "../../../rule.ts";
import { gunicornSite } from "../examples.ts";

const files = (site: string) => ({
  "deploy/nginx.conf": site,
  "deploy/gunicorn.conf.py": 'bind = "127.0.0.1:8000"\nworkers = 1\nworker_class = "gthread"\nthreads = 8\n',
  "wsgi.py":
    "from flask import Flask\nfrom flask_socketio import SocketIO\n\napp = Flask(__name__)\nsocketio = SocketIO(app)\n",
});
const upgrade = `        proxy_http_version 1.1;
        proxy_set_header Upgrade $http_upgrade;
        proxy_set_header Connection "upgrade";
`;

export const streamingLocation = defineRule({
  id: "cross/streaming-location",
  severity: "warning",
  summary: "Websockets or server-sent events without the settings in nginx that they need",
  why: `Flask-SocketIO and flask-sock need the Upgrade and Connection headers, which nginx does not forward by itself: every websocket fails with 400, and Socket.IO falls back to polling. Server-sent events
are held back by nginx until a buffer is full: \`proxy_buffering off;\` in their location, or the response header X-Accel-Buffering: no, lets them through. uwsgi_pass cannot carry a websocket.`,
  bad: files(gunicornSite("http://127.0.0.1:8000")),
  good: files(gunicornSite("http://127.0.0.1:8000", upgrade)),
  check({ project, model, report }) {
    for (const group of model.groups) {
      const connections = group.connections.filter(
        (one) => model.reached(one).length > 0 && /^(http|uwsgi)$/.test(one.protocol),
      );
      const [first] = connections;
      if (!first) continue;
      const said = (pattern: RegExp) => {
        for (const { source } of pythonWith(project, pattern, group.home))
          return source.range(...placeOf(source.text, pattern));
        return undefined;
      };
      const socket = said(/\bSocketIO\(\s*\w|\bSock\(\s*\w/);
      const headers = connections.map((one) => requestHeaders(project, one.directive.parent));
      if (socket && headers.every((set) => set !== undefined && !set.has("upgrade")))
        report(
          first.directive,
          `The app speaks websockets, and nginx forwards no Upgrade header: they fail with 400.`,
          {
            related: [{ at: socket, message: "websockets are served here" }],
          },
        );
      const events = said(/["']text\/event-stream["']/);
      const buffered = connections.every((one) => {
        const name = one.protocol === "uwsgi" ? "uwsgi_buffering" : "proxy_buffering";
        return inherited(one.directive.parent, name).at(-1)?.args[0]?.text !== "off";
      });
      if (events && buffered && !said(/X-Accel-Buffering/i))
        report(first.directive, "The app sends server-sent events, and nginx holds them back until a buffer is full.", {
          related: [{ at: events, message: "events are sent here" }],
        });
    }
  },
});

function placeOf(text: string, pattern: RegExp): [number, number] {
  const found = pattern.exec(text);
  return [found?.index ?? 0, (found?.index ?? 0) + (found?.[0].length ?? 0)];
}
