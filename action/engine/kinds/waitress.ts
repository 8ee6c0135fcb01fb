import type { AppServerKind } from "./app-server.ts";

const file = "deploy/serve.py";

/**
 * waitress has no configuration file and stops at once on SIGTERM, so the repository has a short program that sets its
 * options and lets requests finish.
 */
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
