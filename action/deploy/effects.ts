import type { Effects } from "./contract.ts";
import { runProcess } from "./process.ts";

/** The effects of a real machine; what only the caller can know comes from it. */
export function realEffects(
  given: Pick<Effects, "cacheDir" | "env" | "log"> & { readonly signal?: AbortSignal | undefined },
): Effects {
  const { signal, ...rest } = given;
  return {
    ...rest,
    ...(signal ? { signal } : {}),
    run: runProcess,
    now: () => performance.now(),
    fetch: globalThis.fetch,
  };
}
