import type { Rule } from "../../rule.ts";
import { devServer } from "./dev-server.ts";
import { shellBackground } from "./shell-background.ts";

export const commandRules: readonly Rule[] = [devServer, shellBackground];
