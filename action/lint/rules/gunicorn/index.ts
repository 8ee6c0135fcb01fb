import type { Rule } from "../../rule.ts";
import { daemonUnderSupervisor } from "./daemon-under-supervisor.ts";
import { debugInProduction } from "./debug-in-production.ts";
import { removedWorkerClass } from "./removed-worker-class.ts";
import { socketInHome } from "./socket-in-home.ts";
import { umaskConfusedWithMode } from "./umask-confused-with-mode.ts";

export const gunicornRules: readonly Rule[] = [
  daemonUnderSupervisor,
  debugInProduction,
  removedWorkerClass,
  socketInHome,
  umaskConfusedWithMode,
];
