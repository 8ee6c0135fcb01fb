import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, type Site } from "./lib/site.ts";
import { load } from "./lib/wrk.ts";

/** A round: four deploys and a rollback under one load. Five of them, and more on a machine too slow for the number wanted. */
const rounds = { least: 5, most: 12 };
const wanted = 150_000;

describe.each(["uwsgi", "gunicorn"] as const)("under load, %s", (stack) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ stack });
    site.settings("drain: 3\nkeep_releases: 3");
    expect(await site.deploy()).toMatchObject({ status: "deployed" });
  });
  afterAll(() => site?.close());

  it("drops no request over 20 deploys and 5 rollbacks", { timeout: 290_000 }, async () => {
    const url = `http://${site.host.address}/`;
    let requests = 0;
    for (let round = 1; round <= rounds.least || (requests < wanted && round <= rounds.most); round++) {
      const loads = [load(url, 16), load(url, 4, "POST")];
      for (let n = 1; n <= 4; n++) {
        site.change(`page ${round}.${n}`);
        expect(await site.deploy()).toMatchObject({ status: "deployed", cause: undefined, requestsFailed: 0 });
      }
      expect(await site.rollback()).toMatchObject({ status: "rolled-back", cause: undefined, requestsFailed: 0 });
      for (const end of loads) {
        const seen = await end();
        expect(seen.failed, seen.said).toBe(0);
        expect(seen.requests).toBeGreaterThan(100);
        requests += seen.requests;
      }
    }
    expect(requests).toBeGreaterThan(wanted);
  });
});
