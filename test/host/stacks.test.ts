import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stacks } from "../../action/engine/app/fields.ts";
import { bootHost, type Host } from "./lib/host.ts";
import { type Repository, scaffold } from "./lib/repository.ts";

/** Each stack, and the manager that none of them has by itself. */
const cases = [
  ...Object.keys(stacks).map((stack) => ({ what: stack, flags: ["--stack", stack] })),
  { what: "uwsgi-tcp under supervisor", flags: ["--stack", "uwsgi-tcp", "--process-manager", "supervisor"] },
  { what: "gunicorn under supervisor", flags: ["--stack", "gunicorn", "--process-manager", "supervisor"] },
];

describe.each(cases)("the stack $what, on a server of its own", ({ flags }) => {
  let host: Host;
  let shop: Repository;
  const get = (path: string) => host.must(["curl", "-sS", "-i", "--max-time", "10", `http://127.0.0.1${path}`]);
  const units = async () =>
    (await host.must("systemctl list-units --all --plain --no-legend 'shop*.service' | awk '{ print $1, $3 }'")).split(
      "\n",
    );

  beforeAll(async () => {
    [host, shop] = await Promise.all([bootHost(), scaffold("--name", "shop", ...flags)]);
  });
  afterAll(async () => {
    await host?.stop();
    shop?.remove();
  });

  it("is set up and deployed by two commands, and set up again with nothing to do", async () => {
    const setup = [
      "setup",
      `root@${host.address}`,
      "--identity",
      host.identityFile,
      "--known-hosts",
      host.knownHostsFile,
    ];
    const first = await shop.cli(setup);
    expect(first, first.stderr).toMatchObject({ code: 0 });
    const login = ["--host", host.address, "--identity", shop.deployKey, "--known-hosts", host.knownHostsFile];
    const deployed = await shop.cli(["deploy", ...login, "--json"]);
    expect(deployed, deployed.stdout + deployed.stderr).toMatchObject({ code: 0 });
    expect(JSON.parse(deployed.stdout)).toMatchObject({ status: "deployed", requestsFailed: 0 });
    expect(JSON.parse((await shop.cli([...setup, "--json"])).stdout)).toMatchObject({ status: "ready", steps: [] });
  });

  it("answers / by the app, and a static file from disk with its type", async () => {
    const page = await get("/");
    expect(page).toMatch(/^HTTP\/1.1 200 [\s\S]*<html/i);
    const [style = ""] = /[\w/.-]*style\.css/.exec(page) ?? [];
    expect(await get(style)).toMatch(/^HTTP\/1.1 200 [\s\S]*Content-Type: text\/css/);
    // Nothing that would be said once more at each request.
    expect(await host.must("cat /var/log/nginx/*error.log | grep -v '\\[notice\\]' || :")).toBe("");
  });

  it("goes to a second release and back with no failed request, and stops what nobody asks any more", async () => {
    const login = [
      "--host",
      host.address,
      "--identity",
      shop.deployKey,
      "--known-hosts",
      host.knownHostsFile,
      "--json",
    ];
    const before = JSON.parse((await shop.cli(["status", ...login])).stdout).current;
    shop.write("flask-deploy.yml", shop.read("flask-deploy.yml").replace(/^deploy:$/m, "deploy:\n  drain: 1"));
    shop.write("wsgi.py", `${shop.read("wsgi.py")}\n\n# Another release.\n`);
    shop.commit("Another release");
    const done = await shop.cli(["deploy", ...login]);
    expect(done, done.stdout + done.stderr).toMatchObject({ code: 0 });
    expect(JSON.parse(done.stdout)).toMatchObject({ status: "deployed", requestsFailed: 0, previousRelease: before });
    await host.must(`timeout 30 sh -c 'while [ -e /run/shop/${before}.sock ]; do sleep 0.1; done'`);
    const back = await shop.cli(["rollback", ...login]);
    expect(back, back.stdout + back.stderr).toMatchObject({ code: 0 });
    expect(JSON.parse(back.stdout)).toMatchObject({ status: "rolled-back", release: before, requestsFailed: 0 });
    expect(await get("/")).toMatch(/^HTTP\/1.1 200 /);
  });

  it("runs its units in a sandbox that systemd rates 1.5 or better, and none waits to be ready", async () => {
    const running = (await units()).filter((unit) => !/^shop-(current|stop-)/.test(unit));
    expect(running.filter((unit) => !/ active$/.test(unit))).toEqual([]);
    // Under supervisord there is none but the proxy.
    expect(running.length).toBeGreaterThanOrEqual(flags.includes("supervisor") && !flags.includes("uwsgi-tcp") ? 0 : 1);
    for (const unit of running.map((line) => line.split(" ")[0] as string).filter(Boolean)) {
      const rated = await host.must(["systemd-analyze", "security", "--no-pager", unit]);
      expect(Number(/exposure level for .*: ([0-9.]+)/.exec(rated)?.[1]), unit).toBeLessThanOrEqual(1.5);
    }
  });

  it.each(["restart", "pull-plug"] as const)("is back by itself after %s", async (how) => {
    await host.reboot(how);
    await host.must("timeout 30 sh -c 'until curl -sf -o /dev/null http://127.0.0.1/; do sleep 0.1; done'");
    expect(await get("/")).toMatch(/^HTTP\/1.1 200 /);
    expect(await host.must("systemctl --failed --no-legend --plain")).toBe("");
  });
});
