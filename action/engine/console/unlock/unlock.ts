import { readFileSync } from "node:fs";
import type { AskRequest } from "../../deploy/contract.ts";
import { type QueryEffects, runQuery } from "../query.ts";

const op = {
  name: "unlock",
  modules: { unlock: readFileSync(new URL("./unlock.py", import.meta.url), "utf8") },
};

export interface UnlockOptions {
  /** Only looks who holds it. */
  readonly dryRun?: boolean;
  /** Told who holds it before that run is ended. */
  readonly onHolder?: (holder: string) => void;
}

/**
 * Ends the run that holds the lock; what it had not switched is undone.
 *
 * @returns who held it; "" when nobody did.
 * @throws Fault when it cannot be ended.
 */
export async function unlock(
  request: AskRequest,
  effects: QueryEffects,
  { dryRun = false, onHolder = () => {} }: UnlockOptions = {},
): Promise<string> {
  const { holder } = await runQuery<{ readonly holder: string }>(op, request, effects, {
    ask: { dryRun },
    onMessage: (message) => message.t === "held" && onHolder(String(message.holder)),
  });
  return holder;
}
