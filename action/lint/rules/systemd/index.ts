import type { Rule } from "../../rule.ts";
import { devServer } from "./dev-server.ts";
import { environmentPathOnlyVenv } from "./environment-path-only-venv.ts";
import { execNotAbsolute } from "./exec-not-absolute.ts";
import { execShellSyntax } from "./exec-shell-syntax.ts";
import { inlineComment } from "./inline-comment.ts";
import { noRestart } from "./no-restart.ts";
import { notAUnit } from "./not-a-unit.ts";
import { obsoleteSyslog } from "./obsolete-syslog.ts";
import { requiresWithoutAfter } from "./requires-without-after.ts";
import { runsAsRoot } from "./runs-as-root.ts";
import { strayLine } from "./stray-line.ts";
import { typeForkingWithForeground } from "./type-forking-with-foreground.ts";
import { typeNotifyMismatch } from "./type-notify-mismatch.ts";
import { unbalancedQuote } from "./unbalanced-quote.ts";
import { unknownKey } from "./unknown-key.ts";
import { unknownSection } from "./unknown-section.ts";

export const systemdRules: readonly Rule[] = [
  devServer,
  environmentPathOnlyVenv,
  execNotAbsolute,
  execShellSyntax,
  inlineComment,
  noRestart,
  notAUnit,
  obsoleteSyslog,
  requiresWithoutAfter,
  runsAsRoot,
  strayLine,
  typeForkingWithForeground,
  typeNotifyMismatch,
  unbalancedQuote,
  unknownKey,
  unknownSection,
];
