import type { Rule } from "../../rule.ts";
import { protocolMismatch } from "./protocol-mismatch.ts";

export const crossRules: readonly Rule[] = [protocolMismatch];
