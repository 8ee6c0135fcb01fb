import type { Files } from "../../../generated.ts";
import { ini, unit } from "../../../model/read.ts";
import { location } from "../../nginx/bounds/site.ts";

export const socket = "socket = /srv/a/a.sock";
export const uwsgi = (...lines: string[]) => ini(socket, "chdir = /srv/a", ...lines);
export const to = (...lines: string[]) => location("uwsgi_pass unix:/srv/a/a.sock;", ...lines);
export const http = (...lines: string[]) => location("proxy_pass http://127.0.0.1:8000;", ...lines);
export const conf = (...lines: string[]) => `bind = "127.0.0.1:8000"\nworkers = 2\n${lines.join("\n")}\n`;
export const run = (more = "", ...lines: string[]) =>
  unit("User=a", ...lines, `ExecStart=/srv/a/.venv/bin/gunicorn ${more} a:app`);
export const start = (...lines: string[]) =>
  unit("User=a", ...lines, "ExecStart=/srv/a/.venv/bin/uwsgi --ini uwsgi.ini");
export const flask = "from flask import Flask\napp = Flask(__name__)\n";

/** Files by short names: a site, an ini, a conf.py, a unit, a module. */
export const files = (parts: { n?: string; i?: string; c?: string; u?: string; a?: string; s?: string }): Files =>
  Object.fromEntries(
    (
      [
        ["nginx.conf", parts.n],
        ["uwsgi.ini", parts.i],
        ["gunicorn.conf.py", parts.c],
        ["a.service", parts.u],
        ["a.py", parts.a],
        ["a.socket", parts.s],
      ] as const
    ).flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])),
  );
