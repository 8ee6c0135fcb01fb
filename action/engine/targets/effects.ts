import { lookup } from "node:dns/promises";
import type { Effects } from "../deploy/contract.ts";
import { runProcess } from "../process/run.ts";
import { openServer } from "./server/server.ts";

/** The effects of a real machine; what only the caller can know comes from it. */
export function realEffects(given: Pick<Effects, "cacheDir" | "env" | "log" | "signal">): Effects {
  return {
    ...given,
    run: runProcess,
    openTarget: openServer,
    now: () => performance.now(),
    clock: () => Date.now(),
    fetch: globalThis.fetch,
    resolve: (name) =>
      lookup(name, { all: true }).then(
        (found) => found.map(({ address }) => address),
        () => [],
      ),
  };
}
