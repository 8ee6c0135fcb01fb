import fc from "../fuzz.ts";

/** Each property meets the same cases in every run, and no more than a moment allows: it is run for each mutant. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), interruptAfterTimeLimit: 300, markInterruptAsFailure: false });
