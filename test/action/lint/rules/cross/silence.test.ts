import { describe, expect, it } from "vitest";
import { lint } from "../../../../../action/lint/engine.ts";
import type { Files } from "../../generated.ts";

/** Repositories in which nothing is wrong between the files, however it may look. */

const site = (pass: string, more = "") => `server {
    listen 80;
    location / {
        include uwsgi_params;
        uwsgi_param HTTP_X_FORWARDED_PROTO $scheme;
        uwsgi_param HTTP_TRANSFER_ENCODING "";
        include proxy_params;
        proxy_set_header X-Forwarded-Ssl "";
        proxy_set_header X-Forwarded-Protocol "";
        ${pass};
${more}    }
}
`;
const ini = (...lines: string[]) => `[uwsgi]\nmaster = true\ndie-on-term = true\n${lines.join("\n")}\n`;
const unit = (...lines: string[]) => `[Unit]\nDescription=shop\n\n[Service]\nUser=shop\n${lines.join("\n")}\n`;
const flask = "from flask import Flask\n\napp = Flask(__name__)\n";
const uwsgi = "ExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/uwsgi.ini";

const healthy: Record<string, Files> = {
  "an app that is made where the module is not started by itself": {
    "uwsgi.ini": ini("socket = /srv/shop/shop.sock", "module = wsgi:app"),
    "wsgi.py": 'from shop import make\n\nif __name__ == "__main__":\n    make().run()\nelse:\n    app = make()\n',
  },
  "a socket that uWSGI binds as root, before it becomes the app's user": {
    "nginx.conf": site("uwsgi_pass unix:/run/shop.sock"),
    "uwsgi.ini": ini("uid = www-data", "chown-socket = www-data", "socket = /run/shop.sock", "module = wsgi:app"),
    "shop.service": unit("User=", uwsgi),
    "wsgi.py": flask,
  },
  "a server that a playbook installs": {
    "shop.service": unit("ExecStart=/srv/shop/.venv/bin/gunicorn wsgi:app"),
    "wsgi.py": flask,
    "requirements.txt": "flask==3.1.2\n",
    "deploy/roles/web/tasks/main.yml": "- pip: name=gunicorn virtualenv=/srv/shop/.venv\n",
  },
  "a config file of which the repository has a sample": {
    "config/gunicorn.sample.py": 'bind = "127.0.0.1:8000"\nworkers = 2\n',
    "wsgi.py": flask,
    "shop.service": unit(
      "WorkingDirectory=/srv/shop",
      "ExecStart=/srv/shop/.venv/bin/gunicorn -c config/gunicorn.py wsgi:app",
    ),
  },
  "a relative socket that lies in chdir": {
    "nginx.conf": site("uwsgi_pass unix:/srv/shop/shop.sock"),
    "uwsgi.ini": ini("chdir = /srv/shop", "socket = shop.sock", "module = wsgi:app"),
  },
  "a relative socket that lies in WorkingDirectory": {
    "nginx.conf": site("proxy_pass http://unix:/srv/shop/shop.sock"),
    "shop.service": unit(
      "Group=www-data",
      "WorkingDirectory=/srv/shop",
      "ExecStart=/srv/shop/.venv/bin/gunicorn --bind unix:shop.sock -m 007 wsgi:app",
    ),
  },
  "/var/run and /run, unix:/// and unix:": {
    "nginx.conf": site("uwsgi_pass unix:///var/run/shop/shop.sock"),
    "uwsgi.ini": ini("socket = /run/shop/shop.sock", "module = wsgi:app"),
  },
  "%n, and a placeholder of one's own": {
    "nginx.conf": site("uwsgi_pass unix:/run/shop/web.sock"),
    "web.ini": ini("base = /run/shop", "socket = %(base)/%n.sock", "module = wsgi:app"),
  },
  "localhost, and every address": {
    "nginx.conf": site("uwsgi_pass localhost:3031"),
    "uwsgi.ini": ini("socket = :3031", "module = wsgi:app"),
  },
  "an upstream in another file": {
    "nginx/upstreams.conf": "upstream shop {\n    server unix:/run/shop/shop.sock;\n}\n",
    "nginx/site.conf": site("uwsgi_pass shop"),
    "uwsgi.ini": ini("socket = /run/shop/shop.sock", "module = wsgi:app"),
  },
  "containers that know each other by name": {
    "nginx/nginx.conf": site("uwsgi_pass flask:8080"),
    "flask/uwsgi.ini": ini("socket = :8080", "wsgi-file = main.py", "callable = app"),
    "flask/main.py": flask,
    "docker-compose.yml": "services: {}\n",
  },
  "a front end in node beside gunicorn": {
    "nginx.conf": site("proxy_pass http://127.0.0.1:3000"),
    "gunicorn.conf.py": 'bind = "127.0.0.1:8000"\nworkers = 2\n',
    "package.json": "{}",
  },
  "two applications, each with its own socket": {
    "tea/nginx.conf": site("uwsgi_pass unix:/run/tea/tea.sock"),
    "tea/uwsgi.ini": ini("socket = /run/tea/tea.sock", "module = wsgi:app"),
    "tea/wsgi.py": flask,
    "pot/nginx.conf": site("uwsgi_pass unix:/run/pot/pot.sock"),
    "pot/uwsgi.ini": ini("socket = /run/pot/pot.sock", "module = wsgi"),
    "pot/wsgi.py": flask.replace("app =", "application ="),
  },
  "a server that is tried out by hand": {
    "nginx.conf": site("uwsgi_pass unix:/srv/shop/shop.sock"),
    "uwsgi.ini": ini("chdir = /srv/shop", "socket = shop.sock", "module = wsgi:app"),
    "try.sh": "uwsgi --socket 0.0.0.0:8000 --protocol=http -w wsgi:app\n",
  },
  "a .socket unit": {
    "nginx.conf": site("proxy_pass http://unix:/run/shop.sock"),
    "shop.socket": "[Socket]\nListenStream=/run/shop.sock\n",
    "shop.service": unit(
      "WorkingDirectory=/srv/shop",
      "ExecStart=/srv/shop/.venv/bin/gunicorn --bind unix:/run/shop.sock wsgi:app",
    ),
  },
  "a .socket template, whose instances the repository does not name": {
    "nginx.conf": site("proxy_pass http://unix:/run/gunicorn/shop.sock"),
    "systemd/gunicorn@.socket": "[Socket]\nListenStream=/run/gunicorn/%i.sock\n",
    "systemd/gunicorn@.service": unit(
      "WorkingDirectory=/srv/%i",
      "ExecStart=/srv/%i/.venv/bin/gunicorn wsgi:app",
    ).replace("Description=shop", "Requires=gunicorn@%i.socket"),
  },
  "a socket proxy between a port and the application": {
    "nginx.conf": site("uwsgi_pass 127.0.0.1:3031"),
    "shop.socket": "[Socket]\nListenStream=127.0.0.1:3031\nService=shop-proxy.service\n",
    "shop-proxy.service": "[Service]\nUser=shop\nExecStart=/lib/systemd/systemd-socket-proxyd /run/shop/app.sock\n",
    "shop.service": unit("RuntimeDirectory=shop", uwsgi),
    "uwsgi.ini": ini("socket = /run/shop/app.sock", "chmod-socket = 600", "module = wsgi:app"),
  },
  "a script that a unit runs": {
    "nginx.conf": site("proxy_pass http://unix:/run/shop/shop.sock"),
    "shop.service": unit(
      "Group=www-data",
      "RuntimeDirectory=shop",
      "WorkingDirectory=/srv/shop",
      "ExecStart=/srv/shop/bin/start.sh",
    ),
    "bin/start.sh": "#!/bin/sh\nexec .venv/bin/gunicorn --umask 007 --bind unix:/run/shop/shop.sock wsgi:app\n",
    "wsgi.py": flask,
  },
  "a .socket unit that is not in the repository": {
    "shop.service": unit(
      "WorkingDirectory=/srv/shop",
      "ExecStart=/srv/shop/.venv/bin/gunicorn --bind unix:/run/shop.sock wsgi:app",
    ).replace("Description=shop", "Requires=shop.socket"),
  },
  "a folder of /run that tmpfiles.d makes": {
    "shop.service": unit("Group=www-data", uwsgi),
    "uwsgi.ini": ini("socket = /run/shop/shop.sock", "chmod-socket = 660", "module = wsgi:app"),
    "tmpfiles.conf": "d /run/shop 0755 shop www-data -\n",
  },
  "a group that nginx may well be a member of": {
    "nginx.conf": site("uwsgi_pass unix:/srv/shop/shop.sock"),
    "shop.service": unit("Group=shop", uwsgi),
    "uwsgi.ini": ini("socket = /srv/shop/shop.sock", "chmod-socket = 660", "module = wsgi:app"),
  },
  "a socket that anybody may write to": {
    "nginx.conf": site("proxy_pass http://unix:/srv/shop/shop.sock"),
    "shop.service": unit("ExecStart=/srv/shop/.venv/bin/gunicorn --bind unix:/srv/shop/shop.sock wsgi:app"),
  },
  "an application that is made by a call": {
    "uwsgi.ini": ini("socket = :3031", "module = shop:create_app()"),
    "shop/__init__.py": "from flask import Flask\n\n\ndef create_app():\n    return Flask(__name__)\n",
  },
  "names that come from a star, a try, a with, or two at once": {
    "a.ini": ini("socket = /run/a.sock", "module = a:app"),
    "a.py": "from b import *\n",
    "b.ini": ini("socket = /run/b.sock", "module = b:app"),
    "b.py": "try:\n    from c import app\nexcept ImportError:\n    app = None\n",
    "c.ini": ini("socket = /run/c.sock", "module = c:application"),
    "c.py": "from flask import Flask\n\napplication = app = Flask(__name__)\n",
    "d.ini": ini("socket = /run/d.sock", "module = d:server"),
    "d.py": "import dash\n\napp = dash.Dash(__name__)\nserver: object = app.server\n",
  },
  "a module that is installed from somewhere else": {
    "shop.service": unit(
      "WorkingDirectory=/srv/shop",
      "ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 superset.app:create_app()",
    ),
    "tools/report.py": flask,
  },
  "a plain WSGI function that has the name of a factory": {
    "shop.service": unit(
      "WorkingDirectory=/srv/shop",
      "ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 shop:make_app",
    ),
    "shop.py": "def make_app(environ, start_response):\n    start_response('200 OK', [])\n    return [b'']\n",
  },
  "a config that is copied to /etc": {
    "deploy/shop.service": unit("WorkingDirectory=/srv/shop", "ExecStart=/usr/bin/uwsgi --ini /etc/uwsgi/shop.ini"),
    "deploy/shop.ini": ini("socket = 127.0.0.1:3031", "module = wsgi:app"),
    "wsgi.py": flask,
  },
  "the system's uWSGI with a virtualenv": {
    "shop.service": unit("ExecStart=/usr/bin/uwsgi --ini /srv/shop/uwsgi.ini"),
    "uwsgi.ini": ini("home = /srv/shop/venv", "plugin = python3", "socket = 127.0.0.1:3031", "module = wsgi:app"),
  },
  "a server that a script installs": {
    "shop.service": unit(
      "WorkingDirectory=/srv/shop",
      "ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app",
    ),
    "requirements.txt": "flask\n",
    "setup.sh": "pip install -r requirements.txt\npip install gunicorn\n",
  },
  "static files that a build makes": {
    "nginx.conf": site("uwsgi_pass 127.0.0.1:3031").replace(
      "location / {",
      "location /assets/ {\n        alias /srv/shop/dist/;\n    }\n    location / {",
    ),
    "uwsgi.ini": ini("chdir = /srv/shop", "socket = 127.0.0.1:3031", "module = wsgi:app"),
    "wsgi.py": flask,
  },
  "a limit for uploads in one location of two": {
    "nginx.conf": `server {
    listen 80;
    location / {
        include uwsgi_params;
        uwsgi_param HTTP_X_FORWARDED_PROTO $scheme;
        uwsgi_param HTTP_TRANSFER_ENCODING "";
        uwsgi_pass 127.0.0.1:3031;
    }
    location /upload {
        client_max_body_size 100m;
        include uwsgi_params;
        uwsgi_param HTTP_X_FORWARDED_PROTO $scheme;
        uwsgi_param HTTP_TRANSFER_ENCODING "";
        uwsgi_pass 127.0.0.1:3031;
    }
}
`,
    "uwsgi.ini": ini("socket = 127.0.0.1:3031", "module = wsgi:app"),
    "wsgi.py": `${flask}app.config["MAX_CONTENT_LENGTH"] = 100 * 1024 * 1024\n`,
  },
  "workers whose timeout is not about requests": {
    "nginx.conf": site("proxy_pass http://127.0.0.1:8000"),
    "gunicorn.conf.py": 'bind = "127.0.0.1:8000"\nworker_class = "gthread"\nthreads = 4\ntimeout = 300\n',
  },
  "a prefix that both sides know": {
    "nginx.conf": site("proxy_pass http://127.0.0.1:8000").replace("location / {", "location /shop/ {"),
    "shop.service": unit(
      "WorkingDirectory=/srv/shop",
      "Environment=SCRIPT_NAME=/shop",
      "ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app",
    ),
  },
  "ProxyFix with proxy_params": {
    "nginx.conf": site("proxy_pass http://127.0.0.1:8000"),
    "gunicorn.conf.py": 'bind = "127.0.0.1:8000"\nworkers = 2\n',
    "wsgi.py": `${flask}from werkzeug.middleware.proxy_fix import ProxyFix\napp.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1)\n`,
  },
  "a sandbox whose holes are where they have to be": {
    "shop.service": unit(
      "ProtectSystem=strict",
      "ProtectHome=true",
      "PrivateTmp=true",
      "ReadWritePaths=/srv/shop/log",
      "RuntimeDirectory=shop",
      "WorkingDirectory=/srv/shop",
      "ExecStart=/srv/shop/.venv/bin/gunicorn --bind unix:/run/shop/shop.sock --error-logfile log/error.log wsgi:app",
    ),
  },
};

describe("the rules over several files are silent about", () => {
  it.each(Object.entries(healthy))("%s", (_, files) => {
    const inputs = Object.entries(files).map(([path, content]) => ({ path, content }));
    const { findings } = lint(inputs, { paths: Object.keys(files) });
    expect(findings.filter((f) => /^(cross|cmd|python)\//.test(f.rule)).map((f) => `${f.rule}: ${f.message}`)).toEqual(
      [],
    );
  });
});

/** The script that supervisor's program runs, which most tutorials call gunicorn_start. */
const started = (...lines: string[]): Files => ({
  "gunicorn_start.sh": `#!/bin/bash\nDIR=/srv/shop\nSOCKET="$DIR/run/app.sock"\n${lines.join("\n")}\nexec $DIR/.venv/bin/gunicorn wsgi:app --bind=unix:$SOCKET\n`,
  "supervisor.conf": "[program:shop]\ncommand=/srv/shop/gunicorn_start.sh\nuser=shop\n",
  "nginx.conf": site("proxy_pass http://unix:/srv/shop/app.sock"),
  "wsgi.py": flask,
});
const mismatches = (files: Files) =>
  lint(Object.entries(files).map(([path, content]) => ({ path, content }))).findings.filter(
    ({ rule }) => rule === "cross/socket-path-mismatch",
  );

it("reads the variables of a script that are said once", () => {
  expect(mismatches(started("cd $DIR")).map(({ message }) => message)).toEqual([
    expect.stringContaining("/srv/shop/run/app.sock"),
  ]);
  expect(mismatches(started("SOCKET=$1"))).toEqual([]);
  expect(mismatches(started("if test -w /run; then", "  SOCKET=/run/app.sock", "fi"))).toEqual([]);
});
