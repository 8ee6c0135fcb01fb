import { type ProcessManagerKind, unit } from "./process-manager.ts";

export const systemd: ProcessManagerKind = {
  title: "systemd",
  short: "systemd",
  choice: "a systemd unit",
  files: (name) => [unit("app@.service", `${name}@.service`)],
  fileIs: "the unit: one instance for each release, in a sandbox",
  handsSocket: true,
  readsEnvironment: "root",
  setsRelease: (name) => `${name}@.service`,
  release: "$(RELEASE)",
  stopLimit: "TimeoutStopSec in the unit",
  instances: (name) => [`${name}@.service`],
};
