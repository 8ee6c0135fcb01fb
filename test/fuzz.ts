import fc from "fast-check";

/**
 * fast-check with the same seed in each run, so that a property which fails in CI fails everywhere. `npm run soak` tries
 * another seed, and names it.
 */
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 20_261_121) });

export default fc;
