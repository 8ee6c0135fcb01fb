import { serve } from "./lint-worker.ts";
import { start } from "./page.ts";

// The page has one script, which its worker runs too.
if (typeof document === "undefined") serve();
else start();
