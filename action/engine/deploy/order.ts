import type { Gated, Inventory, Offer, Outcome, Smoked, Target, Upload } from "../targets/target.ts";
import type { Verdict } from "./contract.ts";
import type { StepName } from "./steps.ts";

/** What whoever brings a release says to its target; that goes on by itself where nobody has a word. */
export interface Words {
  /** What the target lacks; or how it ended, where it was only looked at. */
  readonly pack: (inventory: Inventory) => Promise<Upload | Outcome>;
  /** The release is ready for traffic and has none. */
  readonly gated?: (() => Promise<Verdict>) | undefined;
  /** It has the traffic. */
  readonly smoked?: ((at: Smoked) => Promise<Verdict>) | undefined;
}

/** The first word to a target. */
export const offerTo = (target: Target, offer: Offer): Promise<Inventory | Outcome> =>
  target.offer(offer).catch(async (error) => {
    await target.leave();
    throw error;
  });

/** THE order, after the offer: stage → gate → [barrier] → switch → smoke → settle, or undo. However it ends, the target is left. */
export async function bring(target: Target, offered: Inventory | Outcome, words: Words): Promise<Outcome> {
  const { pack, gated, smoked } = words;
  const decide = (step: StepName, verdict: Verdict) =>
    verdict.passed ? target.resume() : target.undo({ ...verdict, step });
  try {
    const upload = offered.t === "outcome" ? offered : await pack(offered);
    if ("t" in upload) return upload;
    let at: Gated | Smoked | Outcome = await target.stage(upload, [
      ...(gated ? (["gated"] as const) : []),
      ...(smoked ? (["smoked"] as const) : []),
    ]);
    if (at.t === "gated" && gated) at = await decide("gate", await gated());
    if (at.t === "smoked" && smoked) at = await decide("public_smoke", await smoked(at));
    if (at.t !== "outcome") throw new Error(`the target stopped unexpectedly at ${at.t}`);
    return at;
  } finally {
    await target.leave();
  }
}

/** How it ended for a target of which nothing was wanted. */
export const unchanged = ({ previous }: Inventory): Outcome => ({
  ...{ t: "outcome", status: "unchanged", release: previous, previous, cause: null },
  prober: { sent: 0, failed: 0, stallMs: 0 },
});
