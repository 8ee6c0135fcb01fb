import { expect, it } from "vitest";
import { fixAll } from "../../../../../action/lint/fix/fix.ts";
import { gunicornSite, uwsgiIni, uwsgiSite } from "../../../../../action/lint/rules/cross/examples.ts";
import { rules } from "../../../../../action/lint/rules/index.ts";

const cross = ["cross/socket-path-mismatch", "cross/timeout-order", "cross/body-size"];
const nginx = "deploy/nginx.conf";
const ini = "deploy/uwsgi.ini";
const conf = "deploy/gunicorn.conf.py";

/** What the suggested fixes make of the first file. */
function mended(files: Record<string, string>): string {
  const inputs = Object.entries(files).map(([path, content]) => ({ path, content }));
  const only = Object.fromEntries(rules.map(({ id }) => [id, cross.includes(id) ? "warning" : "off"] as const));
  const { changed } = fixAll(inputs, { rules: only }, "suggested");
  return changed.length === 0 ? "nothing" : changed.map(({ after }) => after).join("\n");
}

const upstream = `upstream shop {\n    server 127.0.0.1:8001 weight=2;\n}\n${gunicornSite("http://shop")}`;

it.each<[string, Record<string, string>, string]>([
  [
    "the path of a socket, with what stands before and behind it",
    {
      [nginx]: gunicornSite("http://unix:/run/shop/a.sock:/"),
      [conf]: 'bind = "unix:/run/shop/b.sock"\n',
    },
    "proxy_pass http://unix:/run/shop/b.sock:/;",
  ],
  [
    "the port of an upstream",
    { [nginx]: upstream, [conf]: 'bind = "0.0.0.0:8000"\n' },
    "server 127.0.0.1:8000 weight=2;",
  ],
  [
    "nothing where the server listens on two",
    {
      [nginx]: uwsgiSite("unix:/run/shop/a.sock"),
      [ini]: uwsgiIni("socket = /run/shop/b.sock", "socket = /run/shop/c.sock"),
    },
    "nothing",
  ],
  [
    "nothing where a port is to become a path",
    { [nginx]: uwsgiSite("127.0.0.1:3031"), [ini]: uwsgiIni("socket = /run/shop/b.sock") },
    "nothing",
  ],
  [
    "the time that nginx waits, also where it is not set",
    { [nginx]: uwsgiSite("127.0.0.1:3031"), [ini]: uwsgiIni("socket = 127.0.0.1:3031", "harakiri = 120") },
    "uwsgi_pass 127.0.0.1:3031;\n        uwsgi_read_timeout 125s;\n",
  ],
  [
    "the size of a body, also where it is not set",
    {
      [nginx]: uwsgiSite("127.0.0.1:3031"),
      [ini]: uwsgiIni("socket = 127.0.0.1:3031"),
      "wsgi.py": 'from flask import Flask\n\napp = Flask(__name__)\napp.config["MAX_CONTENT_LENGTH"] = 1536 * 1024\n',
    },
    "client_max_body_size 1536k;\n        uwsgi_pass 127.0.0.1:3031;",
  ],
])("the suggested fix changes %s", (_, files, text) => {
  expect(mended(files)).toContain(text);
});
