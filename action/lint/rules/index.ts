import type { Rule } from "../rule.ts";
import * as command from "./cmd/index.ts";
import * as cross from "./cross/index.ts";
import * as gunicorn from "./gunicorn/index.ts";
import { notRead } from "./lint/not-read.ts";
import { suppressionRules } from "./lint/suppressions.ts";
import * as nginx from "./nginx/index.ts";
import * as python from "./python/index.ts";
import * as supervisor from "./supervisor/index.ts";
import * as systemd from "./systemd/index.ts";
import * as text from "./text/index.ts";
import * as upstart from "./upstart/index.ts";
import * as uwsgi from "./uwsgi/index.ts";

/** All rules. Each family has its list in its folder. */
export const rules: readonly Rule[] = [
  ...[nginx, uwsgi, gunicorn, systemd, supervisor, cross, text, command, python, upstart].flatMap((family) =>
    Object.values<Rule>(family),
  ),
  notRead,
  ...suppressionRules,
];
