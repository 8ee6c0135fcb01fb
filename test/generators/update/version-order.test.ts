import { expect, it } from "vitest";
import { versionOrder } from "../../../generators/update/lineage/version-order.ts";

it("orders versions as semver.org does", () => {
  const order = ["0.9.9", "1.0.0-alpha", "1.0.0-rc.2", "1.0.0-rc.10", "1.0.0", "1.2.0", "1.10.0", "2.0.0+build"];
  for (const [at, one] of order.entries())
    for (const [other, two] of order.entries()) expect(Math.sign(versionOrder(one, two))).toBe(Math.sign(at - other));
});
