import { distance } from "../../action/lint/distance.ts";

/** The candidate that the user most likely meant; undefined if none is similar. */
export function nearest(word: string, candidates: readonly string[], within = Math.ceil(word.length / 3)) {
  let best: { candidate: string; away: number } | undefined;
  for (const candidate of candidates) {
    const away = distance(word.toLowerCase(), candidate.toLowerCase(), within);
    if (away <= within && away < candidate.length && (!best || away < best.away)) best = { candidate, away };
  }
  return best?.candidate;
}
