import { expect, it } from "vitest";
import { probe, readFacts } from "../../../../../../action/engine/targets/server/setup/facts/facts.ts";

const of = (...lines: readonly string[]) => readFacts([...lines, "end", ""].join("\n"));

it("of a server that tells nothing is nothing known", () => {
  expect(of()).toEqual({
    ...{ system: "unknown", isRoot: false, systemd: false, packageManager: undefined, programs: new Set() },
    ...{ python: undefined, venv: false, nginx: undefined, users: new Map(), groups: new Map(), taken: [] },
    ...{ nameservers: [], gid: undefined, authorized: [], units: new Map(), paths: new Map(), allowConfig: undefined },
    ...{ helper: "", hostKeys: [] },
  });
});

it("takes each line of the probe for what it is", () => {
  const lines = [
    ...[
      "uid 0",
      "system Debian GNU/Linux 12",
      "systemd yes",
      "program dnf",
      "program apt-get",
      "python 3.11",
      "venv yes",
    ],
    ...["user shop:x:998:997::/srv/shop:/usr/sbin/nologin", "user odd", "groups shop shop www-data", "gid 997"],
    ...[
      "taken unit /etc/systemd/system/shop.service",
      "nameserver 9.9.9.9",
      "authorized restrict,pty ssh-ed25519 A b c",
    ],
    ...["unit a.service enabled active yes", "unit b.service disabled failed no", "unit c.service"],
    ...["link /l /to", "folder /d 755 root root", "file /f 644 root shop abc", "allow-config 0", "helper 3"],
    ...["hostkey ssh-ed25519 AAAA", "hostkey ssh-rsa BBBB"],
  ];
  expect(of(...lines)).toEqual({
    ...{ system: "Debian GNU/Linux 12", isRoot: true, systemd: true, packageManager: "apt-get", python: "3.11" },
    ...{ venv: true, programs: new Set(["dnf", "apt-get"]), nginx: undefined, gid: 997, nameservers: ["9.9.9.9"] },
    users: new Map([
      ["shop", { uid: 998, home: "/srv/shop", shell: "/usr/sbin/nologin" }],
      ["odd", { uid: 0, home: "", shell: "" }],
    ]),
    groups: new Map([["shop", ["shop", "www-data"]]]),
    taken: ["/etc/systemd/system/shop.service"],
    authorized: ["restrict,pty ssh-ed25519 A b c"],
    units: new Map([
      ["a.service", { enabled: true, active: true, stale: true }],
      ["b.service", { enabled: false, active: false, stale: false }],
      ["c.service", { enabled: false, active: false, stale: false }],
    ]),
    paths: new Map<string, object>([
      ["/l", { kind: "link", to: "/to" }],
      ["/d", { kind: "folder", mode: "755", owner: "root", group: "root" }],
      ["/f", { kind: "file", mode: "644", owner: "root", group: "shop", sha256: "abc" }],
    ]),
    ...{ allowConfig: false, helper: "3", hostKeys: ["ssh-ed25519 AAAA", "ssh-rsa BBBB"] },
  });
  expect(of("uid 1000", "allow-config 1", "python ", "program dnf")).toMatchObject({
    ...{ isRoot: false, allowConfig: true, python: undefined, packageManager: "dnf" },
  });
});

it("knows nginx by its own configuration", () => {
  const nginx = (...lines: string[]) => of("program nginx", ...lines).nginx;
  expect(nginx("nginx-test ok")).toEqual({
    ...{ user: "nobody", sites: "conf.d", stock: new Set(), enabled: [], forAny: [], broken: "", workers: [] },
  });
  expect(
    nginx(
      ...["nginx-user web", "nginx-built-user www-data", "nginx-sites sites-enabled", "stock /a", "site /b", "site /c"],
      ...["site-for-any /c", "nginx-said one", "nginx-said two", "nginx-worker 33 998", "nginx-worker 33"],
    ),
  ).toEqual({
    ...{ user: "web", sites: "sites-enabled", stock: new Set(["/a"]), enabled: ["/b", "/c"], forAny: ["/c"] },
    ...{ broken: "one\ntwo", workers: [[33, 998], [33]] },
  });
  expect(nginx("nginx-built-user www-data", "nginx-test bad")).toMatchObject({
    user: "www-data",
    broken: "nginx -t failed",
  });
});

it("shows the end of what broke off", () => {
  expect(() => readFacts(`uid 0\n${"x".repeat(600)}`)).toThrow(`the look at the server broke off:\n${"x".repeat(500)}`);
});

it("is asked with every name as a word of its own", () => {
  const asked = probe({ app: "shop", login: "ann", users: ["a", "b"], units: ["u.service"], paths: ["/p"] });
  expect(asked.slice(0, 2)).toEqual(["sh", "-c"]);
  expect(asked.slice(3)).toEqual(["sh", "shop", "ann", "a", "b", "--", "u.service", "--", "/p"]);
});
