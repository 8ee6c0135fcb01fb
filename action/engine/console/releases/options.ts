import type { ConsoleOption } from "../option.ts";

export const releasesOptions = {
  count: {
    name: "count",
    kind: "integer",
    short: "n",
    range: [1, 10_000],
    standard: 20,
    help: "number of deploys and rollbacks to list, the newest",
  },
} as const satisfies Record<string, ConsoleOption>;
