import { isIP } from "node:net";
import { describe, expect, it } from "vitest";
import { spellOut } from "../../../../../action/engine/console/maintenance/addresses.ts";
import fc from "../../../../fuzz.ts";

describe("an allow list", () => {
  it.each([
    [["192.0.2.7"], ["192.0.2.7"]],
    [["192.0.2.7/32", "192.0.2.7"], ["192.0.2.7"]],
    [["192.0.2.6/30"], ["192.0.2.4", "192.0.2.5", "192.0.2.6", "192.0.2.7"]],
    [["2001:DB8:0:0:0:0:0:7"], ["2001:db8::7"]],
    [["2001:db8::/127"], ["2001:db8::", "2001:db8::1"]],
    [["1:0:0:2:0:0:0:3"], ["1:0:0:2::3"]],
    [["::1"], ["::1"]],
    [["::ffff:192.0.2.7"], ["192.0.2.7"]],
    [["::ffff:192.168.10.20"], ["192.168.10.20"]],
    [["::ffff:192.0.2.7/128"], ["::ffff:c000:207"]],
    [["64:ff9b::192.0.2.33"], ["64:ff9b::c000:221"]],
    [[], []],
  ])("%j is %j, as nginx writes addresses", (list, addresses) => expect(spellOut(list)).toEqual({ addresses }));

  it("takes 1024 addresses and no more, and says why", () => {
    expect(spellOut(["10.0.0.0/22"])).toMatchObject({ addresses: { length: 1024 } });
    expect(spellOut(["10.0.0.0/22", "::1"])).toMatchObject({ problems: [expect.stringContaining("1025 addresses")] });
    expect(spellOut(["10.0.0.0/8", "2001:db8::/64"])).toMatchObject({
      problems: [expect.stringMatching(/16777216 addresses.*from \/22 on/), expect.stringContaining("from /118 on")],
    });
  });

  it.each([
    "",
    "shop.example.org",
    "192.0.2",
    "192.0.2.256",
    "192.0.2.0/33",
    "192.0.2.0/x8",
    "192.0.2.0/8x",
    "fe80::1%eth0",
    "192.0.2.0/",
    "192.0.2.0/8/8",
    "../on",
  ])("%j is said to be no address", (entry) =>
    expect(spellOut([entry])).toMatchObject({ problems: [expect.stringContaining(JSON.stringify(entry))] }),
  );

  it("never makes a name that is no address", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.ipV6()), (entry) => {
        const list = spellOut([entry]);
        if ("addresses" in list) for (const address of list.addresses) expect(isIP(address)).toBeGreaterThan(0);
      }),
    );
  });
});
