import { serve } from "./lint-worker.ts";
import { start } from "./page.ts";

// The page has one script, which is the page's own and that of the worker that lints beside it.
if (typeof document === "undefined") serve();
else start();
