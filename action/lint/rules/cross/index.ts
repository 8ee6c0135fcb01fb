import type { Rule } from "../../rule.ts";
import { bodySize } from "./body-size.ts";
import { callableMissing } from "./callable-missing.ts";
import { emperorAndUnit } from "./emperor-and-unit.ts";
import { factoryCalledWrong } from "./factory-called-wrong.ts";
import { moduleMissing } from "./module-missing.ts";
import { prefixMismatch } from "./prefix-mismatch.ts";
import { privateTmpSocket } from "./private-tmp-socket.ts";
import { protectHome } from "./protect-home.ts";
import { protocolMismatch } from "./protocol-mismatch.ts";
import { proxyfixCount } from "./proxyfix-count.ts";
import { serverPackageMissing } from "./server-package-missing.ts";
import { socketDirMissing } from "./socket-dir-missing.ts";
import { socketPathMismatch } from "./socket-path-mismatch.ts";
import { socketPermission } from "./socket-permission.ts";
import { socketUnitPermission } from "./socket-unit-permission.ts";
import { staticPath } from "./static-path.ts";
import { stopSignal } from "./stop-signal.ts";
import { timeoutOrder } from "./timeout-order.ts";
import { unitConfigPath } from "./unit-config-path.ts";
import { venvPath } from "./venv-path.ts";

/** Rules over several files of one application. */
export const crossRules: readonly Rule[] = [
  bodySize,
  callableMissing,
  emperorAndUnit,
  factoryCalledWrong,
  moduleMissing,
  prefixMismatch,
  privateTmpSocket,
  protectHome,
  protocolMismatch,
  proxyfixCount,
  serverPackageMissing,
  socketDirMissing,
  socketPathMismatch,
  socketPermission,
  socketUnitPermission,
  staticPath,
  stopSignal,
  timeoutOrder,
  unitConfigPath,
  venvPath,
];
