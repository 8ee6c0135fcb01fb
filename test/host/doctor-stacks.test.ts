import { expect, it } from "vitest";
import { doctor } from "../../action/engine/console/doctor/doctor.ts";
import type { AskRequest } from "../../action/engine/deploy/contract.ts";
import { effects, openSite } from "./lib/site.ts";

const wrong = async (request: AskRequest) => {
  const { checks } = await doctor(request, { ...effects(), clock: Date.now });
  return checks.filter((one) => one.status !== "ok" && one.status !== "skipped");
};

it.each([
  { answers: { stack: "uwsgi-tcp" as const }, stop: "systemctl stop shop.socket", finds: "services" },
  { answers: { stack: "uwsgi-cluster" as const }, stop: "systemctl disable -q shop.socket", finds: "services" },
  { answers: { processManager: "supervisor" as const }, stop: "supervisorctl stop all", finds: "app" },
  { answers: { stack: "gunicorn" as const }, stop: "pkill -STOP -u shop", finds: "app" },
])(
  "of a healthy server for $answers it has nothing to say, and then finds $finds",
  async ({ answers, stop, finds }) => {
    const site = await openSite(answers);
    try {
      await site.host.must("touch /var/lib/dpkg/status");
      site.settings("drain: 1\nsmoke:\n  timeout: 2");
      const before = await wrong(site.request());
      expect(before.map(({ id, detail }) => [id, detail])).toEqual([["release", "nothing was deployed yet"]]);
      expect(await site.deploy()).toMatchObject({ status: "deployed" });
      await site.idle();
      expect(await wrong(site.request())).toEqual([]);
      await site.host.must(`${stop}; sleep 0.5`);
      expect((await wrong(site.request())).map(({ id }) => id)).toEqual([finds]);
    } finally {
      await site.close();
    }
  },
);

it("needs no other account where root deploys", async () => {
  const site = await openSite();
  try {
    await site.host.must("touch /var/lib/dpkg/status");
    await site.deploy();
    await site.idle();
    const request = site.request();
    expect(await wrong({ ...request, login: { ...request.login, user: "root" } })).toEqual([]);
  } finally {
    await site.close();
  }
});
