import { existsSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serverWith, Workshop } from "./shelf.ts";

const shop = new Workshop();
const server = serverWith("3.11.2");
afterAll(() => shop.remove());

describe("the cache of wheels", () => {
  const lock = shop.repository({ "requirements.txt": "plain==1.0\n" });
  beforeAll(() => shop.put({ name: "plain" }));

  it("has each wheel once, and is asked before pip", async () => {
    const cacheDir = shop.fresh();
    const first = await shop.wheels(lock, server, { cacheDir });
    expect(first).toEqual([expect.objectContaining({ name: "plain-1.0-py3-none-any.whl", size: expect.any(Number) })]);
    const noPip = { ...shop.env, PATH: "/nowhere" };
    expect(await shop.wheels(lock, server, { cacheDir, env: noPip })).toEqual(first);
    await shop.wheels(lock, serverWith("3.12.1"), { cacheDir });
    const [wheel] = first;
    expect(readdirSync(cacheDir), "one place for all wheels").toEqual(["wheels"]);
    expect(
      readdirSync(join(cacheDir, "wheels")).filter((name) => !name.endsWith(".json")),
      "nothing half made is left",
    ).toEqual([wheel?.sha256]);
  });

  it("is filled again where a file of it is gone or cut off", async () => {
    const cacheDir = shop.fresh();
    const [wheel] = await shop.wheels(lock, server, { cacheDir });
    rmSync(dirname(wheel?.path as string), { recursive: true });
    expect((await shop.wheels(lock, server, { cacheDir })).every(({ path }) => existsSync(path))).toBe(true);
    writeFileSync(wheel?.path as string, "");
    expect(await shop.wheels(lock, server, { cacheDir })).toEqual([wheel]);
  });

  it("may be filled by many at once", async () => {
    const cacheDir = shop.fresh();
    const all = await Promise.all(Array.from({ length: 6 }, () => shop.wheels(lock, server, { cacheDir })));
    expect(new Set(all.map((wheels) => JSON.stringify(wheels))).size).toBe(1);
    expect(readdirSync(join(cacheDir, "wheels"))).toHaveLength(2);
  });

  it("knows a kernel's release only where the lock asks for it", async () => {
    const cacheDir = shop.fresh();
    const updated = serverWith("3.11.2", { markers: { platform_release: "6.99" } });
    for (const python of [server, updated]) await shop.wheels(lock, python, { cacheDir });
    expect(readdirSync(join(cacheDir, "wheels")).filter((name) => name.endsWith(".json"))).toHaveLength(1);
  });

  it("forgets what was not used for a month", async () => {
    const cacheDir = shop.fresh();
    const [wheel] = await shop.wheels(lock, server, { cacheDir });
    const store = join(cacheDir, "wheels");
    const old = join(store, "0".repeat(64));
    renameSync(dirname(wheel?.path as string), old);
    for (const name of readdirSync(store)) utimesSync(join(store, name), new Date(0), new Date(0));
    await shop.wheels(lock, serverWith("3.12.1"), { cacheDir });
    expect(existsSync(old)).toBe(false);
    expect(readdirSync(store)).toHaveLength(2);
  });
});
