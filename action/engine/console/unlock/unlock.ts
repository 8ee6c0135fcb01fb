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
  /** Only report who holds the lock. */
  readonly dryRun?: boolean;
  /** Called with the holder before its run is stopped. */
  readonly onHolder?: (holder: string) => void;
}

/**
 * Stops the run that holds the lock; what it had not switched is undone.
 *
 * @returns who held it; "" if it was free
 * @throws DeployError if the run cannot be stopped
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
