import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answers } from "../../action/engine/app/fields.ts";
import { openSite, type Site } from "./lib/site.ts";
import { load } from "./lib/wrk.ts";

const https: Partial<Answers> = { domain: "shop.example.org", tls: "files" };
/** A round: four deploys and a rollback under one load. More of them on a machine too slow for the number wanted. */
const most = 12;
const cases: readonly { name: string; answers: Partial<Answers>; rounds: number; wanted: number }[] = [
  { name: "uWSGI on a unix socket", answers: { stack: "uwsgi" }, rounds: 5, wanted: 150_000 },
  { name: "gunicorn on a unix socket", answers: { stack: "gunicorn" }, rounds: 5, wanted: 150_000 },
  { name: "waitress on a unix socket", answers: { server: "waitress" }, rounds: 2, wanted: 10_000 },
  // By the certificate of setup, which no CA has to sign for this.
  { name: "uWSGI over HTTPS", answers: { ...https }, rounds: 2, wanted: 20_000 },
  { name: "gunicorn over HTTPS", answers: { stack: "gunicorn", ...https }, rounds: 2, wanted: 20_000 },
  // The stable TCP address is handed on, connection by connection, to the very socket that is switched.
  { name: "uWSGI over TCP", answers: { socket: "tcp" }, rounds: 2, wanted: 10_000 },
];

describe.each(cases)("under load, $name", ({ answers, rounds, wanted }) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite(answers);
    site.settings("drain: 3\nkeep_releases: 3");
    expect(await site.deploy()).toMatchObject({ status: "deployed" });
  });
  afterAll(() => site?.close());

  it(`drops no request over ${4 * rounds} deploys and ${rounds} rollbacks`, { timeout: 290_000 }, async () => {
    const url = `${answers.tls ? "https" : "http"}://${site.host.address}/`;
    let requests = 0;
    for (let round = 1; round <= rounds || (requests < wanted && round <= most); round++) {
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
