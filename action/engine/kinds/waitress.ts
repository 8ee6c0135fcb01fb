import type { AppServerKind } from "./app-server.ts";

const file = "deploy/serve.py";

/** It has no file of settings and stops at once on SIGTERM, so the repository has a short program that does better. */
export const waitress: AppServerKind = {
  title: "waitress",
  choice: "waitress, speaking HTTP to nginx: one process, pure Python",
  packages: ["waitress"],
  file,
  program: "python",
  arguments: () => [file],
  protocol: "http",
  bodyLimit: "max_request_body_size in serve.py",
  oneProcess: true,
};
