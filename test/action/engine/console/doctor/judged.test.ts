import { expect, it } from "vitest";
import { judgeAll } from "../../../../../action/engine/console/doctor/check.ts";
import { checks } from "../../../../../action/engine/console/doctor/checks.ts";
import type { Facts, HereFacts } from "../../../../../action/engine/console/doctor/facts.ts";
import { onHere, onRoot, onServer } from "./changes.ts";
import { healthy } from "./healthy.ts";

const day = 86_400_000;
const wrong = (facts: Facts) =>
  judgeAll(checks, facts)
    .filter(({ status }) => status === "error" || status === "warning")
    .map(({ id, status, detail }) => `${status} ${id}: ${detail}`);

const withTls =
  (certificate: Partial<NonNullable<HereFacts["certificate"]>> | undefined) =>
  (facts: Facts): Facts => {
    const now = facts.here.asked[0] * 1000;
    const good = {
      validFrom: now - day,
      validTo: now + 60 * day,
      names: "DNS:shop.example.org",
      matches: true,
      problem: "",
    };
    return onHere({
      site: { host: "192.0.2.10", port: 443, tls: true },
      certificate: certificate && { ...good, ...certificate },
    })(facts);
  };
const at = Date.parse("2026-11-21T08:00:00Z");
const system = (id: string, version: string) => ({ id, version, name: `${id} ${version}` });

it("says nothing of a healthy server", () => {
  expect(wrong(healthy())).toEqual([]);
  expect(wrong(withTls({})(healthy()))).toEqual([]);
});

it.each<[string, (facts: Facts) => Facts, RegExp]>([
  ["an old distribution", onServer({ system: system("debian", "11") }), /^warning distribution: .*since 2026-08-31/],
  ["a Python that is too old", onServer({ python: { version: "3.8.10", venv: true } }), /^error python: .*3\.8\.10/],
  [
    "a clock that nothing keeps right",
    onServer({ clock: { synchronized: false, container: false } }),
    /^warning time-sync/,
  ],
  ["a clock a minute behind", onServer({ now: at / 1000 - 61 }), /^warning clock: .*60 s behind/],
  ["a clock an hour ahead", onServer({ now: at / 1000 + 3601 }), /^error clock: .*60 min ahead/],
  [
    "little memory",
    onServer({ memory: { total: 2e9, swap: 0, free: 5e7, instance: 9e7 } }),
    /^warning memory: .*stops the old/,
  ],
  [
    "no swap on a small server",
    onServer({ memory: { total: 5e8, swap: 0, free: 3e8, instance: 6e7 } }),
    /^warning swap: .*477 MB/,
  ],
  [
    "a nearly full disk",
    onServer({ disk: { "/var": { size: 20e9, free: 1e9, inodes: 0, inodesFree: 0, device: 1 } } }),
    /^warning disk: .*\/var/,
  ],
  [
    "a log of gigabytes",
    onServer({ logs: { rotate: true, rule: true, files: { "/var/log/nginx/x.log": 3e9 } } }),
    /^warning logs: .*x\.log is 2861 MB/,
  ],
  [
    "no logrotate",
    onServer({ logs: { rotate: false, rule: false, files: {} } }),
    /^warning logs: there is no logrotate/,
  ],
  [
    "a lock held for an hour",
    onServer({ lock: { held: true, holder: "run 7", seconds: 3600 } }),
    /^warning lock: run 7 .*60 min/,
  ],
  ["AppArmor in the way", onRoot("apparmor", "/usr/sbin/nginx (enforce)"), /^warning apparmor: .*nginx/],
  [
    "systemd's unit gone",
    onServer({ files: [{ path: "deploy/shop@.service", target: "/etc/x", installed: null, source: "a" }] }),
    /^error unit-drift: \/etc\/x is missing/,
  ],
  [
    "a journal of another's",
    onServer({ journal: { torn: false, unfinished: "", readable: false } }),
    /^warning journal: .*cannot be read/,
  ],
  [
    "a static file that nginx does not find",
    onServer({ statics: [{ path: "/static/style.css", status: 404, error: "" }] }),
    /^error static-files: \/static\/style\.css answers 404/,
  ],
  [
    "nginx's workers from before setup",
    onServer({ nginxWorkers: [{ user: "www-data", groups: [33, 998] }] }),
    /^error app-group: nginx was started while its user was in the group shop/,
  ],
  ["saved files of an install", onRoot("saved", "1790000000"), /^warning leftovers: .*\/var\/lib/],
  ["a sudo rule of somebody's own", onRoot("sudoers"), /^warning sudoers: .*is missing/],
  ["no TLS behind the port", withTls(undefined), /^error certificate: .*does not use TLS/],
  ["an expired certificate", withTls({ validTo: at - 3 * day }), /^error certificate: .*expired 2 days ago|3 days ago/],
  ["a certificate of tomorrow", withTls({ validFrom: at + day }), /^error certificate: .*not valid yet/],
  ["a certificate that ends soon", withTls({ validTo: at + 5 * day }), /^warning certificate: .*in 5 days/],
  [
    "a certificate that nobody believes",
    withTls({ problem: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" }),
    /^error certificate: .*UNABLE/,
  ],
  [
    "a name that leads elsewhere",
    onHere({
      site: { host: "shop.example.org", port: 80, tls: false },
      names: { "192.0.2.10": ["192.0.2.10"], "shop.example.org": ["203.0.113.5"] },
    }),
    /^warning domain: shop\.example\.org is 203\.0\.113\.5/,
  ],
  [
    "a site that visitors do not get",
    onHere({ answer: { url: "http://x/", status: 404, retryAfter: false, error: "" } }),
    /^error site: http:\/\/x\/ answered 404/,
  ],
  [
    "a site that breaks off",
    onHere({ answer: { url: "http://x/", status: 0, retryAfter: false, error: "reset" } }),
    /^error site: .*reset/,
  ],
  [
    "an sshd that hangs up",
    (facts) => ({
      ...facts,
      bare: undefined,
      server: undefined,
      root: undefined,
      refused: { kind: "unreachable", message: "x\nssh said: kex_exchange_identification", next: "" },
    }),
    /^error ssh-port: .*accepts the connection and closes it: kex/,
  ],
  [
    "a lost connection",
    (facts) => ({
      ...facts,
      bare: undefined,
      server: undefined,
      root: undefined,
      refused: { kind: "dropped", message: "it was lost", next: "" },
    }),
    /^error answer: it was lost/,
  ],
])("finds %s, and only that", (_, change, said) => {
  const found = wrong(change(healthy()));
  expect(found).toEqual([expect.stringMatching(said)]);
});

it.each<[string, (facts: Facts) => Facts]>([
  ["a redirect to https", onHere({ answer: { url: "http://x/", status: 301, retryAfter: false, error: "" } })],
  ["a change that is not deployed yet", onHere({ files: { "deploy/nginx.conf": "bb" } })],
  ["a clock in a container", onServer({ clock: { synchronized: false, container: true } })],
  ["an unknown distribution", onServer({ system: system("alpine", "3.20") })],
  [
    "a deploy that is running",
    onServer({
      lock: { held: true, holder: "run 7", seconds: 20 },
      journal: { torn: true, unfinished: "x", readable: true },
    }),
  ],
  ["SELinux, over a unix socket", onServer({ selinux: { enforcing: true, connect: false } })],
  ["AppArmor that only complains", onRoot("apparmor", "/usr/sbin/nginx (complain)")],
  [
    "a profile of another's clash of names",
    onRoot("nginx", '[warn] conflicting server name "other.example.org" on 0.0.0.0:80, ignored'),
  ],
])("lets %s pass", (_, change) => expect(wrong(change(healthy()))).toEqual([]));

it("finds SELinux in the way of a port", () => {
  const facts = onServer({ selinux: { enforcing: true, connect: false } })(healthy());
  const found = wrong({ ...facts, app: { ...facts.app, socket: "tcp" } });
  expect(found).toContainEqual(expect.stringMatching(/^error selinux: SELinux keeps nginx/));
});

it("goes on with what it can see when the server cannot be asked", () => {
  const facts: Facts = {
    ...healthy(),
    ...{ bare: undefined, server: undefined, root: undefined },
    refused: { kind: "host-key-changed", message: "the host key of x is not the pinned one. Look", next: "" },
  };
  const results = judgeAll(checks, facts);
  expect(results.find(({ id }) => id === "site")?.status).toBe("ok");
  expect(results.find(({ id }) => id === "disk")).toMatchObject({
    status: "skipped",
    detail: "the server did not respond",
  });
  expect(wrong(facts)).toEqual(["error host-key: the host key of x is not the pinned one"]);
});
