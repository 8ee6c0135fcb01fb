import type { ConsoleOption } from "../option.ts";

export const maintenanceOptions = {
  allow: {
    name: "allow",
    kind: "text",
    value: "ADDRESS",
    many: true,
    help: "address or CIDR block that still gets the site (repeatable); each `on` replaces the list",
  },
} as const satisfies Record<string, ConsoleOption>;
