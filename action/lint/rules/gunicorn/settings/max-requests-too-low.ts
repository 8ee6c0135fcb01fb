import { numberOf, saidRule } from "../said.ts";

/** Below this, a worker restarts more than once a second under ordinary load. */
const low = 50;

export const maxRequestsTooLow = saidRule({
  id: "gunicorn/max-requests-too-low",
  severity: "warning",
  summary: "Workers that end after a handful of requests",
  why: `After \`max_requests\` requests a worker ends and a new one imports the whole app. With 5 that is every few requests of a single page: most of
the time goes into starting, and visitors wait for it. It is meant for slow memory leaks: 1000 or more, with a jitter.`,
  bad: `bind = "unix:/run/shop/shop.sock"
max_requests = 5
max_requests_jitter = 2
`,
  good: `bind = "unix:/run/shop/shop.sock"
max_requests = 1000
max_requests_jitter = 100
`,
  check(said, { report }) {
    const count = said.name === "max_requests" && said.literal && !said.conditional ? numberOf(said) : undefined;
    if (!count || count >= low) return;
    report(
      said.at,
      `Each worker ends after ${count} request${count === 1 ? "" : "s"} and imports the whole app again: visitors wait for it.`,
    );
  },
});
