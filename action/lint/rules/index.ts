import type { Rule } from "../rule.ts";
import { commandRules } from "./cmd/index.ts";
import { crossRules } from "./cross/index.ts";
import { gunicornRules } from "./gunicorn/index.ts";
import { notRead } from "./lint/not-read.ts";
import { suppressionRules } from "./lint/suppressions.ts";
import { nginxRules } from "./nginx/index.ts";
import { pythonRules } from "./python/index.ts";
import { systemdRules } from "./systemd/index.ts";
import { textRules } from "./text/index.ts";
import { upstartRules } from "./upstart/index.ts";
import { uwsgiRules } from "./uwsgi/index.ts";

/** Every rule there is. A family's own list is in its folder. */
export const rules: readonly Rule[] = [
  ...nginxRules,
  ...uwsgiRules,
  ...gunicornRules,
  ...systemdRules,
  ...crossRules,
  ...textRules,
  ...commandRules,
  ...pythonRules,
  ...upstartRules,
  notRead,
  ...suppressionRules,
];
