import type { ConsoleOption } from "../option.ts";

export const statusOptions = {
  minutes: {
    name: "minutes",
    kind: "integer",
    range: [1, 1440],
    standard: 5,
    help: "count requests and errors of this many minutes",
  },
} as const satisfies Record<string, ConsoleOption>;
