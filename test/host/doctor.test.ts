import { afterAll, beforeAll, expect, it } from "vitest";
import { doctor } from "../../action/console/doctor/doctor.ts";
import { effects, openSite, type Site } from "./lib/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
  site.settings("drain: 1");
  const done = await site.deploy();
  expect(done.status).toBe("deployed");
  await site.idle();
});
afterAll(() => site?.close());

const ask = () => doctor(site.request(), { ...effects(), clock: Date.now });

it("has nothing to say of a healthy server", async () => {
  const { status, checks } = await ask();
  expect(checks.filter((one) => one.status !== "ok" && one.status !== "skipped")).toEqual([]);
  expect(status).toBe("ok");
  expect(checks.filter((one) => one.status === "ok").length).toBeGreaterThan(45);
});
