import type { AppServerKind } from "./app-server.ts";

const file = "deploy/uwsgi.ini";

export const uwsgi: AppServerKind = {
  title: "uWSGI",
  choice: "uWSGI, speaking its own protocol to nginx",
  packages: ["pyuwsgi", "uwsgi"],
  packageNote: "uWSGI as a wheel: no compiler is needed, neither here nor on the server.",
  file,
  program: "uwsgi",
  arguments: () => ["--ini", file],
  protocol: "uwsgi",
  timeLimit: "harakiri in uwsgi.ini",
  bodyLimit: "limit-post in uwsgi.ini",
  reloads: true,
};
