import { describe } from "vitest";
import { type Planted, plant } from "../planted.ts";

const uwsgi = { stack: "uwsgi" } as const;
const gunicorn = { stack: "gunicorn" } as const;
const nginx = "deploy/nginx.conf";

const mistakes: readonly Planted[] = [
  ["cmd/shell-background", uwsgi, "run.sh", "", "#!/bin/sh\n.venv/bin/uwsgi --ini deploy/uwsgi.ini &\n"],
  ["cmd/shell-background", gunicorn, "deploy/run.sh", "", "nohup gunicorn -c deploy/gunicorn.conf.py wsgi:app &\n"],
  ["cmd/dev-server", uwsgi, "Procfile", "", "web: flask run --host=0.0.0.0\n"],
  ["cmd/dev-server", gunicorn, "Procfile.prod", "", "web: flask --app app run --host 0.0.0.0\n"],
  [
    "lint/suppression-without-reason",
    uwsgi,
    nginx,
    /^server \{/m,
    "# flask-deploy-ignore nginx/weak-tls\nserver {",
    /unused/,
  ],
  [
    "lint/suppression-without-reason",
    gunicorn,
    "deploy/gunicorn.conf.py",
    /^workers/m,
    "# flask-deploy-ignore gunicorn/bad-type\nworkers",
    /unused/,
  ],
  [
    "lint/unused-suppression",
    uwsgi,
    nginx,
    /^server \{/m,
    "# flask-deploy-ignore nginx/weak-tls: old phones\nserver {",
  ],
  [
    "lint/unused-suppression",
    gunicorn,
    "deploy/shop@.service",
    "UMask=",
    "# flask-deploy-ignore systemd/unknown-key: x\nUMask=",
  ],
];

describe("a generated repository gives", () => plant(mistakes));
