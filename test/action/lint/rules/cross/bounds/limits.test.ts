import { expect, it } from "vitest";
import type { Files } from "../../../generated.ts";
import { ini } from "../../../model/read.ts";
import { server } from "../../nginx/bounds/site.ts";
import { said } from "../../planted.ts";
import { conf, files, flask, http, start, to, uwsgi } from "./parts.ts";

const most = (text: string) => `${flask}app.config["MAX_CONTENT_LENGTH"] = ${text}\n`;
const fix = (more: string) =>
  `${flask}from werkzeug.middleware.proxy_fix import ProxyFix\napp.wsgi_app = ProxyFix(app.wsgi_app${more})\n`;
const told = ["proxy_set_header X-Forwarded-For $remote_addr;", "proxy_set_header X-Forwarded-Proto $scheme;"];

it.each<[string, string, Files, number]>([
  [
    "body-size",
    "the app takes more",
    files({ n: to("client_max_body_size 8m;"), i: uwsgi(), a: most("16 * 1024 ** 2") }),
    1,
  ],
  [
    "body-size",
    "both take the same",
    files({ n: to("client_max_body_size 16m;"), i: uwsgi(), a: most("16 * 1024 * 1024") }),
    0,
  ],
  ["body-size", "one byte more", files({ n: to("client_max_body_size 8;"), i: uwsgi(), a: most("9") }), 1],
  ["body-size", "nginx's default", files({ n: to(), i: uwsgi(), a: most("1_048_577") }), 1],
  ["body-size", "at nginx's default", files({ n: to(), i: uwsgi(), a: most("1_048_576") }), 0],
  ["body-size", "no limit at all", files({ n: to("client_max_body_size 0;"), i: uwsgi(), a: most("9_000_000") }), 0],
  [
    "body-size",
    "a limit that is not known",
    files({ n: to("client_max_body_size $a;"), i: uwsgi(), a: most("9_000_000") }),
    0,
  ],
  ["body-size", "a comment", files({ n: to(), i: uwsgi(), a: `${flask}# MAX_CONTENT_LENGTH = 9000000\n` }), 0],
  ["body-size", "another server", files({ n: to(), i: ini("socket = /b.sock"), a: most("9_000_000") }), 0],
  [
    "body-size",
    "uWSGI takes less than nginx",
    files({ n: to("client_max_body_size 1k;"), i: uwsgi("limit-post = 1023") }),
    1,
  ],
  ["body-size", "uWSGI takes as much", files({ n: to("client_max_body_size 1k;"), i: uwsgi("limit-post = 1024") }), 0],
  ["body-size", "uWSGI takes all", files({ n: to("client_max_body_size 1k;"), i: uwsgi("limit-post = 0") }), 0],
  ["emperor-and-unit", "another user", files({ i: uwsgi("uid = b"), u: start() }), 1],
  ["emperor-and-unit", "the same user", files({ i: uwsgi("uid = a"), u: start() }), 0],
  ["emperor-and-unit", "another group", files({ i: uwsgi("gid = b"), u: start("Group=c") }), 1],
  ["emperor-and-unit", "a group where the unit has none", files({ i: uwsgi("gid = b"), u: start() }), 0],
  ["emperor-and-unit", "root, who can", files({ i: uwsgi("uid = b"), u: start("User=root") }), 0],
  ["emperor-and-unit", "a number", files({ i: uwsgi("uid = 33"), u: start() }), 0],
  ["emperor-and-unit", "the background", files({ i: uwsgi("daemonize = /a.log"), u: start() }), 1],
  [
    "emperor-and-unit",
    "the background of a forking unit",
    files({ i: uwsgi("daemonize = /a.log"), u: start("Type=forking") }),
    0,
  ],
  [
    "emperor-and-unit",
    "the background of a oneshot",
    files({ i: uwsgi("daemonize = /a.log"), u: start("Type=oneshot") }),
    0,
  ],
  ["proxyfix-count", "headers that nginx sets", files({ n: http(...told), c: conf(), a: fix("") }), 0],
  ["proxyfix-count", "headers that it does not set", files({ n: http(), c: conf(), a: fix("") }), 1],
  ["proxyfix-count", "one that it does not set", files({ n: http(...told), c: conf(), a: fix(", x_host=1") }), 1],
  ["proxyfix-count", "none of them", files({ n: http(), c: conf(), a: fix(", x_for=0, x_proto=0") }), 0],
  ["proxyfix-count", "two proxies", files({ n: http(...told), c: conf(), a: fix(", x_for=2") }), 1],
  [
    "proxyfix-count",
    "two proxies, and another before nginx",
    files({ n: http(...told, "set_real_ip_from 10.0.0.1;"), c: conf(), a: fix(", x_for=2") }),
    0,
  ],
  ["proxyfix-count", "numbers by their place", files({ n: http(), c: conf(), a: fix(", 1, 1") }), 0],
  ["proxyfix-count", "no connection", files({ c: conf(), a: fix("") }), 0],
  ["streaming-location", "websockets", files({ n: http(), c: conf(), a: `${flask}SocketIO(app)\n` }), 1],
  [
    "streaming-location",
    "websockets that nginx forwards",
    files({ n: http("proxy_set_header Upgrade $http_upgrade;"), c: conf(), a: `${flask}Sock(app)\n` }),
    0,
  ],
  ["streaming-location", "events", files({ n: http(), c: conf(), a: `${flask}t = "text/event-stream"\n` }), 1],
  [
    "streaming-location",
    "events without a buffer",
    files({ n: http("proxy_buffering off;"), c: conf(), a: `${flask}t = "text/event-stream"\n` }),
    0,
  ],
  [
    "streaming-location",
    "events that say it themselves",
    files({ n: http(), c: conf(), a: `${flask}t = "text/event-stream"\nh = "X-Accel-Buffering"\n` }),
    0,
  ],
  ["timeout-order", "nginx gives up before", files({ n: to("uwsgi_read_timeout 29s;"), i: uwsgi("harakiri = 30") }), 1],
  ["timeout-order", "both at once", files({ n: to("uwsgi_read_timeout 30s;"), i: uwsgi("harakiri = 30") }), 0],
  ["timeout-order", "nginx's default", files({ n: to(), i: uwsgi("harakiri = 61") }), 1],
  ["timeout-order", "at nginx's default", files({ n: to(), i: uwsgi("harakiri = 60") }), 0],
  ["timeout-order", "no limit", files({ n: to(), i: uwsgi("harakiri = 0") }), 0],
  [
    "timeout-order",
    "another location that waits",
    files({
      n: server(
        "location /a {",
        "uwsgi_read_timeout 99s;",
        "uwsgi_pass unix:/srv/a/a.sock;",
        "}",
        "location / {",
        "uwsgi_pass unix:/srv/a/a.sock;",
        "}",
      ),
      i: uwsgi("harakiri = 90"),
    }),
    0,
  ],
  ["timeout-order", "sync workers", files({ n: http(), c: conf("timeout = 90") }), 1],
  ["timeout-order", "other workers", files({ n: http(), c: conf("timeout = 90", "worker_class = 'gevent'") }), 0],
  ["timeout-order", "one thread", files({ n: http(), c: conf("timeout = 90", "threads = 1") }), 1],
  ["timeout-order", "two threads", files({ n: http(), c: conf("timeout = 90", "threads = 2") }), 0],
])("%s, with %s", (id, _, repository, count) => expect(said(`cross/${id}`, repository)).toHaveLength(count));
