import type { Rule } from "../../rule.ts";
import { pathReplaced } from "./path-replaced.ts";
import { upstartObsolete } from "./upstart-obsolete.ts";

export const upstartRules: readonly Rule[] = [pathReplaced, upstartObsolete];
