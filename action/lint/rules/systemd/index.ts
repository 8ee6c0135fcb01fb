import type { Rule } from "../../rule.ts";
import { unknownKey } from "./unknown-key.ts";

export const systemdRules: readonly Rule[] = [unknownKey];
