import type { Check } from "./check.ts";
import { drift } from "./checks/drift.ts";
import { https } from "./checks/https.ts";
import { machine } from "./checks/machine.ts";
import { nginx } from "./checks/nginx.ts";
import { release } from "./checks/release.ts";
import { serverAccess } from "./checks/server-access.ts";
import { setup } from "./checks/setup.ts";
import { site } from "./checks/site.ts";
import { upkeep } from "./checks/upkeep.ts";

/** All checks of `doctor`. A cause comes before its possible effects. */
export const checks: readonly Check[] = [
  ...serverAccess,
  ...setup,
  ...drift,
  ...machine,
  ...upkeep,
  ...nginx,
  ...release,
  ...https,
  ...site,
];
