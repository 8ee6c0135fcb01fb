import { expect, it } from "vitest";
import type { Files } from "../../../generated.ts";
import { ini, unit } from "../../../model/read.ts";
import { server } from "../../nginx/bounds/site.ts";
import { said } from "../../planted.ts";
import { files, flask } from "./parts.ts";

const uwsgi = "uwsgi_pass 127.0.0.1:1;";
const site = (path: string, ...lines: string[]) => server(`location ${path} {`, ...lines, "}");
const mounted = ini("socket = :1", "mount = /shop=a:app", "manage-script-name = true");
const named = (...lines: string[]) => unit(...lines, "ExecStart=/srv/a/gunicorn -b :8000 a:app");
const http = (path: string, to: string) => site(path, `proxy_pass http://127.0.0.1:8000${to};`);
const start = (path: string, ...lines: string[]) => unit(...lines, `ExecStart=/srv/a/uwsgi --ini ${path}`);
const here = { "deploy/uwsgi.ini": ini("socket = :1", "module = a:app"), "a.py": flask };

it.each<[string, string, Files, number]>([
  ["prefix-mismatch", "another prefix", files({ n: site("/store", uwsgi), i: mounted }), 1],
  ["prefix-mismatch", "the same", files({ n: site("/shop/", uwsgi), i: mounted }), 0],
  ["prefix-mismatch", "a part of it", files({ n: site("/shop/a", uwsgi), i: mounted }), 0],
  ["prefix-mismatch", "a beginning like it", files({ n: site("/shopping", uwsgi), i: mounted }), 1],
  ["prefix-mismatch", "all", files({ n: site("/", uwsgi), i: mounted }), 0],
  ["prefix-mismatch", "a regex", files({ n: site("~ ^/store", uwsgi), i: mounted }), 0],
  ["prefix-mismatch", "a rewrite", files({ n: site("/store", "rewrite ^ /shop;", uwsgi), i: mounted }), 0],
  [
    "prefix-mismatch",
    "one of two mounts",
    files({ n: site("/store", uwsgi), i: `${mounted}mount = /store=b:app\n` }),
    0,
  ],
  [
    "prefix-mismatch",
    "another location",
    files({ n: server("location /a {", uwsgi, "}", "location /shop {", uwsgi, "}"), i: mounted }),
    0,
  ],
  [
    "prefix-mismatch",
    "a name that nginx tells",
    files({ n: site("/store", "uwsgi_param SCRIPT_NAME /shop;", uwsgi) }),
    1,
  ],
  [
    "prefix-mismatch",
    "the name that nginx passes",
    files({ n: site("/shop", "uwsgi_param SCRIPT_NAME /shop;", uwsgi) }),
    0,
  ],
  [
    "prefix-mismatch",
    "a prefix that nginx tells",
    files({ n: site("/a", "proxy_set_header X-Forwarded-Prefix /b;", "proxy_pass http://a;") }),
    1,
  ],
  ["prefix-mismatch", "gunicorn's name", files({ n: http("/a", ""), u: named("Environment=SCRIPT_NAME=/b") }), 1],
  [
    "prefix-mismatch",
    "gunicorn's name, stripped",
    files({ n: http("/b", "/"), u: named("Environment=SCRIPT_NAME=/b") }),
    1,
  ],
  [
    "prefix-mismatch",
    "gunicorn's name, not stripped",
    files({ n: http("/b", ""), u: named("Environment=SCRIPT_NAME=/b") }),
    0,
  ],
  [
    "prefix-mismatch",
    "gunicorn's name, and all",
    files({ n: http("/", "/"), u: named("Environment=SCRIPT_NAME=/b") }),
    0,
  ],
  [
    "prefix-mismatch",
    "the app's own root",
    files({ n: http("/a", ""), u: named(), a: `${flask}app.config["APPLICATION_ROOT"] = "/b"\n` }),
    1,
  ],
  [
    "prefix-mismatch",
    "a named location",
    files({ n: server("location /a {", "try_files $uri @app;", "}", "location @app {", uwsgi, "}"), i: mounted }),
    1,
  ],
  ["unit-config-path", "no directory", { ...here, "a.service": start("uwsgi.ini") }, 1],
  ["unit-config-path", "another folder", { ...here, "a.service": start("uwsgi.ini", "WorkingDirectory=/srv/a") }, 1],
  ["unit-config-path", "its folder", { ...here, "a.service": start("deploy/uwsgi.ini", "WorkingDirectory=/srv/a") }, 0],
  [
    "unit-config-path",
    "a whole path",
    { ...here, "a.service": start("/srv/a/uwsgi.ini", "WorkingDirectory=/srv/a") },
    1,
  ],
  [
    "unit-config-path",
    "a path of the server",
    { ...here, "a.service": start("/etc/uwsgi.ini", "WorkingDirectory=/srv/a") },
    0,
  ],
  ["unit-config-path", "a specifier", { ...here, "a.service": start("%i.ini") }, 0],
  ["unit-config-path", "a folder that is no file", { ...here, "a.service": start("vassals") }, 0],
  [
    "unit-config-path",
    "two of the name",
    { ...here, "b/uwsgi.ini": ini("socket = :2"), "a.service": start("uwsgi.ini", "WorkingDirectory=/srv/a") },
    0,
  ],
  ["unit-config-path", "a script", { ...here, "a.sh": "uwsgi --ini uwsgi.ini\n" }, 0],
])("%s, with %s", (id, _, repository, count) => expect(said(`cross/${id}`, repository)).toHaveLength(count));
