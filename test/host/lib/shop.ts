import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type App, readApp } from "../../../action/app/app.ts";

export interface Shop {
  readonly root: string;
  /** Reads flask-deploy.yml anew. */
  app(): App;
  write(path: string, content: string | Uint8Array, mode?: number): void;
  /** Commits whatever there is; seconds since 1970 for the committer's clock, or now. */
  commit(message?: string, at?: number): string;
  remove(): void;
}

const unit = (server: "uwsgi" | "gunicorn") => `[Unit]
Description=shop, release %i
StartLimitIntervalSec=60
StartLimitBurst=5

[Service]
Type=notify
User=shop
Group=shop
UMask=0007
WorkingDirectory=/srv/shop/releases/%i
EnvironmentFile=-/srv/shop/shared/.env
Environment=RELEASE=%i
ExecStart=/srv/shop/releases/%i/.venv/bin/${server === "uwsgi" ? "uwsgi --ini deploy/uwsgi.ini" : "gunicorn --config deploy/gunicorn.conf.py wsgi:app"}
TimeoutStartSec=60
Restart=on-failure
RestartSec=1
KillMode=mixed
KillSignal=SIGTERM
TimeoutStopSec=45
RuntimeDirectory=shop
RuntimeDirectoryMode=0750
RuntimeDirectoryPreserve=yes
`;

const site = (server: "uwsgi" | "gunicorn") => `server {
    listen 80 default_server;
    server_name _;
    access_log off;
    location / {
${
  server === "uwsgi"
    ? "        include uwsgi_params;\n        uwsgi_pass unix:/run/shop/current.sock;"
    : "        proxy_set_header Host $host;\n        proxy_pass http://unix:/run/shop/current.sock;"
}
    }
}
`;

/** A small Flask app in a repository of its own, as the scaffold makes one. */
export function makeShop(server: "uwsgi" | "gunicorn" = "uwsgi"): Shop {
  const root = mkdtempSync(join(tmpdir(), "fd-shop-"));
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
  const shop: Shop = {
    root,
    app: () => readApp(execFileSync("cat", [join(root, "flask-deploy.yml")], { encoding: "utf8" })),
    write: (path, content, mode = 0o644) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
      chmodSync(join(root, path), mode);
    },
    commit: (message = "A change", at) => {
      git("add", "-A");
      const date = at ? { GIT_COMMITTER_DATE: `${at} +0000`, GIT_AUTHOR_DATE: `${at} +0000` } : {};
      execFileSync("git", ["commit", "-q", "--allow-empty", "-m", message], {
        cwd: root,
        env: { ...process.env, ...date },
      });
      return git("rev-parse", "HEAD");
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
  git("init", "-q", "-b", "main");
  git("config", "user.email", "shop@example.org");
  git("config", "user.name", "Shop");
  shop.write("flask-deploy.yml", `name: shop\nserver: ${server}\n`);
  shop.write("app.py", page("one"));
  shop.write("wsgi.py", "from app import app\n");
  shop.write("requirements.txt", `flask==3.1.3\n${server === "uwsgi" ? "pyuwsgi==2.0.30" : "gunicorn==23.0.0"}\n`);
  shop.write("deploy/nginx.conf", site(server));
  shop.write("deploy/shop@.service", unit(server));
  if (server === "uwsgi")
    shop.write(
      "deploy/uwsgi.ini",
      `[uwsgi]\nstrict = true\nneed-app = true\nmaster = true\nprocesses = 2\nmodule = wsgi:app\nsocket = /run/shop/$(RELEASE).sock\nchmod-socket = 660\nvacuum = true\ndisable-logging = true\nhook-master-start = unix_signal:15 gracefully_kill_them_all\nlisten = 100\n`,
    );
  else
    shop.write(
      "deploy/gunicorn.conf.py",
      `import os\nbind = f"unix:/run/shop/{os.environ['RELEASE']}.sock"\numask = 0o117\nworkers = 2\nworker_class = "gthread"\nthreads = 4\naccesslog = None\n`,
    );
  shop.commit("A shop");
  return shop;
}

/** An app that says `text`; `before` runs at import. */
export const page = (text: string, before = "") => `import os
from flask import Flask

${before}
app = Flask(__name__)


@app.get("/")
def index():
    return "${text}"


@app.post("/")
def order():
    return "ordered ${text}"


@app.get("/healthz")
def health():
    return "ok"
`;
