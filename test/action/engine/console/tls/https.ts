import type { Https } from "../../../../../action/engine/console/tls/https.ts";

export const now = "2026-11-22T04:00:00Z";

/** A site whose certificate is served, renewed and seen by nobody but root. */
export const served: Https = {
  public: true,
  pair: {
    ...{ serial: "3C1D", signed: true, since: "2026-10-23T04:00:00Z", until: "2027-01-21T04:00:00Z" },
    due: "2026-12-22T04:00:00Z",
  },
  served: { "shop.example.org": "3C1D", "www.shop.example.org": "3C1D" },
  next: "2026-11-22T04:30:00Z",
  attempt: { at: "2026-10-23T05:00:00Z", outcome: "issued", cause: "" },
  retry: "",
  loose: [],
};
export const standIn: Https = {
  ...served,
  public: false,
  pair: { ...served.pair, signed: false },
  attempt: { at: "2026-11-22T03:00:00Z", outcome: "waiting", cause: "shop.example.org has no address in the DNS" },
};
