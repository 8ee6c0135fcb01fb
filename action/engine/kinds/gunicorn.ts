import type { AppServerKind } from "./app-server.ts";

const file = "deploy/gunicorn.conf.py";

export const gunicorn: AppServerKind = {
  title: "gunicorn",
  choice: "gunicorn, speaking HTTP to nginx",
  packages: ["gunicorn"],
  file,
  program: "gunicorn",
  arguments: (callable) => ["--config", file, callable],
  protocol: "http",
  timeLimit: "timeout in gunicorn.conf.py",
  believes: ["X-Forwarded-Protocol", "X-Forwarded-Ssl"],
  reloads: true,
};
