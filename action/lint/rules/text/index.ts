import type { Rule } from "../../rule.ts";
import { crlf } from "./crlf.ts";
import { encoding } from "./encoding.ts";
import { mergeConflictMarker } from "./merge-conflict-marker.ts";
import { tabsNbsp } from "./tabs-nbsp.ts";

export const textRules: readonly Rule[] = [crlf, encoding, mergeConflictMarker, tabsNbsp];
