import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { deploy } from "../../action/engine/deploy/deploy.ts";
import { page } from "./lib/shop.ts";
import { effects, openSite, type Site } from "./lib/site.ts";

/** Makes the next release bad. */
type Fault = (site: Site) => void;
type Server = "uwsgi" | "gunicorn";

const code =
  (text: string): Fault =>
  (site) => {
    site.shop.write("app.py", text);
    site.shop.commit("Bad");
  };
const answering = (body: string) => code(page("bad").replace('return "bad"', body));
const edit =
  (path: string, from: RegExp, to: string): Fault =>
  (site) => {
    site.shop.edit(path, from, to);
    site.shop.commit("Bad");
  };
const settings =
  (yaml: string): Fault =>
  (site) => {
    site.change("shop, bad");
    site.settings(`${patient}\n${yaml}`);
  };

/** What can become good has the usual time, however busy this machine is. */
const patient = "drain: 2\nsmoke: {contains: shop}";
/** What cannot is given up sooner. */
const quick = "drain: 2\ngate: {timeout: 6}\nsmoke: {contains: shop, timeout: 2}";
/** The app server dies whatever it is: a child of the master's outlives the moment of the fork. */
const dying = (seconds: number) => `import os, time
if os.fork() == 0:
    time.sleep(${seconds})
    os.kill(os.getppid(), 9)
    os._exit(0)
`;

const cases: readonly {
  name: string;
  fault: Fault;
  status?: "failed" | "rolled-back";
  step: string;
  kind?: string;
  /** Message, next step, traceback and journal together match. */
  says: RegExp;
  only?: Server;
}[] = [
  {
    name: "an import error",
    fault: code("import nothing_of_this_name\n"),
    step: "start|gate",
    says: /ModuleNotFoundError: No module named 'nothing_of_this_name'/,
  },
  { name: "a syntax error", fault: code("def broken(:\n"), step: "start|gate", says: /SyntaxError/ },
  {
    name: "a page that answers 500",
    fault: answering("return 1 / 0"),
    step: "gate",
    says: /\/ answered 500[\s\S]*ZeroDivisionError/,
  },
  {
    name: "a page that hangs",
    fault: answering("import time; time.sleep(60)"),
    step: "gate",
    says: /no answer within 2 s/,
  },
  { name: "a page with the wrong text", fault: code(page("closed")), step: "gate", says: /without the text 'shop'/ },
  {
    name: "a health path that answers 503",
    fault: code(page("shop").replace('return "ok"', 'return "no", 503')),
    step: "gate",
    says: /\/healthz answered 503/,
  },
  {
    name: "app.run() while the app is imported",
    fault: code(page("shop", "").replace(/$/, "\n\napp.run(port=8998)\n")),
    step: "start",
    // Before the time of the start is over.
    says: /it runs Flask's development server while it is imported[\s\S]*app\.run\(\) runs when the app is imported/,
  },
  { name: "an app that dies before it is asked", fault: code(page("shop", dying(0))), step: "start|gate", says: /./ },
  {
    name: "a failing release hook",
    fault: settings("hooks: {release: echo the table is locked; exit 4}"),
    step: "release",
    says: /ended with 4[\s\S]*the table is locked/,
  },
  {
    name: "a hanging release hook",
    fault: settings("hooks: {release: {run: sleep 30, timeout: 1}}"),
    step: "release",
    says: /took over 1 s/,
  },
  {
    name: "a failing hook before the switch",
    fault: settings("hooks: {before_switch: ls /nowhere}"),
    step: "before_switch",
    says: /\/nowhere/,
  },
  {
    name: "a failing hook after the switch",
    fault: settings("hooks: {after_switch: exit 5}"),
    status: "rolled-back",
    step: "after_switch",
    says: /ended with 5/,
  },
  {
    name: "a hanging hook after the switch",
    fault: settings("hooks: {after_switch: {run: sleep 30, timeout: 1}}"),
    status: "rolled-back",
    step: "after_switch",
    says: /took over 1 s/,
  },
  {
    name: "a failing build hook",
    fault: settings("hooks: {build: echo no compiler >&2; exit 6}"),
    step: "build",
    says: /exited with 6[\s\S]*no compiler/,
  },
  {
    name: "a broken site file",
    fault: edit("deploy/nginx.conf", /server \{/, "server {\n    gzip perhaps;"),
    step: "config",
    says: /gzip/,
  },
  {
    name: "a broken unit",
    fault: edit("deploy/shop@.service", /^ExecStart=.*$/m, "ExecStart=/nowhere/server"),
    step: "start",
    says: /./,
  },
  {
    name: "a broken ini",
    only: "uwsgi",
    fault: edit("deploy/uwsgi.ini", /^module = .*$/m, "module = nowhere:app"),
    step: "start",
    says: /nowhere/,
  },
  {
    name: "an option that uWSGI does not know",
    only: "uwsgi",
    fault: edit("deploy/uwsgi.ini", /$/, "no-such-option = 1\n"),
    step: "start",
    says: /no-such-option/,
  },
  {
    name: "a broken gunicorn.conf.py",
    only: "gunicorn",
    fault: edit("deploy/gunicorn.conf.py", /$/, "workers = 'many'\n"),
    step: "start",
    says: /workers/,
  },
  {
    name: "a site that sends everything elsewhere",
    fault: edit("deploy/nginx.conf", /location \/ \{/, "location / {\n        return 418;"),
    status: "rolled-back",
    step: "smoke",
    says: /answered 418/,
  },
  {
    name: "a public address of this server where nothing listens",
    fault: (site) => settings(`url: http://${site.host.address}:8999`)(site),
    status: "rolled-back",
    step: "public_smoke",
    kind: "infrastructure",
    says: /refused/,
  },
];

describe.each(["uwsgi", "gunicorn"] as const)("a site on %s survives", (stack) => {
  let site: Site;
  let good = 0;
  const recover = async () => {
    site.shop.reset();
    site.settings(patient);
    good += 1;
    site.change(`shop ${good}`);
    expect(await site.deploy()).toMatchObject({ status: "deployed", cause: undefined });
    return `shop ${good}`;
  };
  beforeAll(async () => {
    site = await openSite({ stack });
    await recover();
  });
  afterAll(() => site?.close());
  // After whatever it was, the next deploy just works.
  afterEach(async () => {
    const page = await recover();
    expect(await site.page()).toBe(page);
  });

  it.each(cases.filter(({ only }) => only === undefined || only === stack))("$name", async (bad) => {
    const before = await site.page();
    if (/start|gate/.test(bad.step)) site.settings(quick);
    bad.fault(site);
    const leave = await site.visit();
    const result = await site.deploy();
    const seen = await leave();

    const { cause } = result;
    expect(result.status).toBe(bad.status ?? "failed");
    expect(cause?.step).toMatch(new RegExp(`^(${bad.step})$`));
    expect(cause?.kind).toBe(bad.kind ?? "app");
    expect([cause?.message, cause?.next, cause?.traceback, ...(cause?.journal ?? [])].join("\n")).toMatch(bad.says);
    expect(await site.page()).toBe(before);
    // Through nginx the bad one may have been seen in the moment before it was taken back, but nothing was refused.
    if (bad.status === undefined) expect(seen).toMatchObject({ failed: [], texts: { [before]: seen.sent } });
    expect(await site.host.must("ls -A /srv/shop/releases | wc -l").then(Number)).toBeLessThanOrEqual(7);
  });

  it("an app that dies a second after it was ready", async () => {
    const before = await site.page();
    code(page("shop dying", dying(1)))(site);
    const leave = await site.visit();
    await site.deploy();
    await expect.poll(() => site.page().catch(String), { timeout: 8000 }).toBe(before);
    await site.idle();
    const seen = await leave();
    // What was in flight when it died is lost; a quarter of a second later the former release has it all.
    expect(seen.failed.length, seen.failed.join("\n")).toBeLessThan(seen.sent / 5);
    expect(await site.host.must("tail -n 1 /srv/shop/deploys/journal.jsonl")).toContain("reverted");
  });

  it("an app that needs time to start", async () => {
    site.change("shop, slowly", "import time; time.sleep(20)");
    site.settings("gate: {timeout: 40}\nsmoke: {contains: shop, timeout: 2}");
    const leave = await site.visit();
    const lines: string[] = [];
    const log = { step: () => {}, done: () => {}, warning: () => {}, line: (text: string) => lines.push(text) };
    expect(await deploy(site.request(), effects(log))).toMatchObject({ status: "deployed" });
    const seen = await leave();
    expect(seen.failed).toEqual([]);
    // Nobody waits in silence.
    expect(lines).toContainEqual(expect.stringMatching(/^still starting after \d+ s$/));
  });

  it("a page that sends everyone to https", async () => {
    answering('from flask import redirect; return redirect("https://shop.example.org/", 301)')(site);
    expect(await site.deploy()).toMatchObject({ status: "deployed" });
  });
});
