import { type ProcessManagerKind, startScript, unit } from "./process-manager.ts";

export const emperor: ProcessManagerKind = {
  title: "the uWSGI emperor",
  short: "the emperor",
  choice: "the uWSGI emperor",
  files: (name) => [
    unit("app-emperor.service", `${name}-emperor.service`),
    { template: "deploy/emperor.ini.ejs", path: "deploy/emperor.ini" },
    startScript("start-vassal"),
  ],
  fileIs: "the unit of the emperor, which runs `deploy/uwsgi.ini` once for each release",
  only: "uwsgi",
  handsSocket: false,
  readsEnvironment: "app",
  setsRelease: () => "start",
  release: "%n",
  // In uWSGI, a vassal's %n is the name of its file without .ini.
  namedFile: (id) => `deploy/${id}.ini`,
  stopLimit: "TimeoutStopSec in the unit",
  instances: () => [],
  service: { unit: (name) => `${name}-emperor.service`, waits: "restart_emperor" },
  folder: { name: "vassals", why: "the emperor runs every vassal in it" },
  oneLog: "with the emperor, all releases write to one log",
  previewNote: "the emperor is not started: its vassal runs directly, with the same ini",
};
