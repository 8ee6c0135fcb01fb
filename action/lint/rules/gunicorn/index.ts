import type { Rule } from "../../rule.ts";
import { badType } from "./bad-type.ts";
import { daemonUnderSupervisor } from "./daemon-under-supervisor.ts";
import { debugInProduction } from "./debug-in-production.ts";
import { forwardedAllowIps } from "./forwarded-allow-ips.ts";
import { maxRequestsTooLow } from "./max-requests-too-low.ts";
import { maxRequestsWithoutJitter } from "./max-requests-without-jitter.ts";
import { publicBindBehindNginx } from "./public-bind-behind-nginx.ts";
import { removedWorkerClass } from "./removed-worker-class.ts";
import { settingIgnoredByWorker } from "./setting-ignored-by-worker.ts";
import { socketInHome } from "./socket-in-home.ts";
import { umaskConfusedWithMode } from "./umask-confused-with-mode.ts";
import { unknownSetting } from "./unknown-setting.ts";
import { workerNeedsPackage } from "./worker-needs-package.ts";

export const gunicornRules: readonly Rule[] = [
  badType,
  daemonUnderSupervisor,
  debugInProduction,
  forwardedAllowIps,
  maxRequestsTooLow,
  maxRequestsWithoutJitter,
  publicBindBehindNginx,
  removedWorkerClass,
  settingIgnoredByWorker,
  socketInHome,
  umaskConfusedWithMode,
  unknownSetting,
  workerNeedsPackage,
];
