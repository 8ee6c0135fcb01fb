import type { Rule } from "../../rule.ts";
import { abbreviatedOption } from "./abbreviated-option.ts";
import { inlineComment } from "./inline-comment.ts";
import { unknownOption } from "./unknown-option.ts";

export const uwsgiRules: readonly Rule[] = [abbreviatedOption, inlineComment, unknownOption];
