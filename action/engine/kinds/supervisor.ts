import { type ProcessManagerKind, startScript } from "./process-manager.ts";

export const supervisor: ProcessManagerKind = {
  title: "supervisord",
  short: "supervisord",
  choice: "supervisord",
  files: (name) => [
    {
      template: "deploy/supervisor.conf.ejs",
      path: "deploy/supervisor.conf",
      // supervisord reads a copy for each release; the root helper makes it from this file.
      installed: `/usr/local/lib/flask-deploy/${name}.supervisor.conf`,
    },
    startScript("start"),
  ],
  fileIs: "the program: one for each release",
  handsSocket: false,
  readsEnvironment: "app",
  setsRelease: () => "start",
  release: "$(RELEASE)",
  stopLimit: "stopwaitsecs in supervisor.conf",
  instances: () => [],
  service: { unit: () => "supervisor.service" },
  needs: { program: "supervisord", package: "supervisor" },
  debianOnly:
    "supervisor is supported only where it reads /etc/supervisor/conf.d, as on Debian and Ubuntu. Set process_manager: systemd in flask-deploy.yml.",
  previewNote: "supervisord is not started: its program runs directly, with the same command line",
};
