import { readFileSync } from "node:fs";
import type { AskRequest } from "../deploy/contract.ts";
import { type Asking, inquire } from "./inquire.ts";

const op = {
  name: "unlock",
  modules: { unlock: readFileSync(new URL("./remote/unlock.py", import.meta.url), "utf8") },
};

/**
 * Ends the run that holds the lock; what it had not switched is undone.
 *
 * @returns who held it; "" when nobody did.
 * @throws Fault when it cannot be ended.
 */
export async function unlock(request: AskRequest, effects: Asking): Promise<string> {
  return (await inquire<{ readonly holder: string }>(op, request, effects)).holder;
}
