import { readFileSync } from "node:fs";
import * as v from "valibot";
import type { AskRequest } from "../../deploy/contract.ts";
import { type QueryEffects, runQuery } from "../query.ts";

const query = {
  name: "unlock",
  modules: { unlock: readFileSync(new URL("./unlock.py", import.meta.url), "utf8") },
  answer: v.object({ holder: v.string() }),
  message: v.object({ t: v.literal("held"), holder: v.string() }),
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
 * @throws DeployError when it cannot be ended.
 */
export async function unlock(
  request: AskRequest,
  effects: QueryEffects,
  { dryRun = false, onHolder = () => {} }: UnlockOptions = {},
): Promise<string> {
  const { holder } = await runQuery(query, request, effects, {
    ask: { dryRun },
    onMessage: ({ holder }) => onHolder(holder),
  });
  return holder;
}
