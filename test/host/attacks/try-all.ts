import { afterAll, beforeAll, expect, it } from "vitest";
import { openTown, type Town } from "./town.ts";
import { towns } from "./towns.ts";

/** Tests that none of a town's attacks succeeds, and that both sites serve behind each. */
export function tryAll(name: string): void {
  const found = towns.find((town) => town.name === name);
  if (!found) throw new Error(`there is no town ${name}`);
  let town: Town;
  beforeAll(async () => {
    town = await openTown(found.answers);
  });
  afterAll(() => town?.close());

  it.each(found.attacks)("$group, by the $who: $name", async (attack) => {
    const { succeeded, serving, said } = await town.attempt(attack);
    expect(succeeded, said).toBe(false);
    expect(serving, said).toBe(true);
  });

  it.each(found.open ?? [])("is not kept from the $who: $name", async (attack) => {
    const { succeeded, said } = await town.attempt(attack);
    expect(succeeded, said).toBe(true);
  });

  it("deploys, rolls back and shows all of it behind all that", async () => {
    expect(await town.deploy()).toMatchObject({ status: expect.stringMatching(/^(deployed|unchanged)$/) });
    town.shop.edit("app.py", /return "ok"/, 'return "ok, again"');
    town.shop.commit("Again");
    expect(await town.deploy()).toMatchObject({ status: "deployed" });
    for (const words of [["rollback"], ["status"], ["logs"], ["exec", "--", "true"], ["maintenance", "off"], ["setup"]])
      expect(await town.person(words), words[0]).toMatchObject({ code: 0, timedOut: false });
  });
}
