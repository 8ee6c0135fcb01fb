import type { Rule } from "../../rule.ts";
import { environmentPathOnlyVenv } from "./environment-path-only-venv.ts";
import { execNotAbsolute } from "./exec-not-absolute.ts";
import { inlineComment } from "./inline-comment.ts";
import { obsoleteSyslog } from "./obsolete-syslog.ts";
import { runsAsRoot } from "./runs-as-root.ts";
import { unknownKey } from "./unknown-key.ts";
import { unknownSection } from "./unknown-section.ts";

export const systemdRules: readonly Rule[] = [
  environmentPathOnlyVenv,
  execNotAbsolute,
  inlineComment,
  obsoleteSyslog,
  runsAsRoot,
  unknownKey,
  unknownSection,
];
