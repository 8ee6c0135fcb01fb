import { describe, expect, it } from "vitest";
import type { DesiredState } from "../../../../../../action/engine/targets/server/setup/desired-state.ts";
import { problemsOf } from "../../../../../../action/engine/targets/server/setup/problems.ts";
import { facts, prepared, wish } from "./facts.ts";

const of = (app: Partial<DesiredState["app"]>, more: Partial<DesiredState> = {}): DesiredState => ({
  ...{ ...wish, ...more, app: { ...wish.app, ...app } },
});
const full = of({ nginx: "full" });
const emperor = of({ processManager: "emperor", socket: "tcp" });
const supervisor = of({ processManager: "supervisor" });
const gone = /^(user|gid) (shop:.*|998)$/;
const debianDefault = "site /etc/nginx/sites-enabled/default";

/** Lines that go from what is said of a prepared server, what stands there instead, and what is said about it. */
const cases: readonly (readonly [DesiredState, RegExp, string, readonly RegExp[]])[] = [
  [wish, /^program (apt-get|nginx)$/, "", [/has neither apt-get nor dnf, so nginx cannot be installed/]],
  [wish, /^program apt-get$/, "", []],
  [wish, /^program (apt-get|logrotate)$/, "", [/so logrotate cannot be installed/]],
  [wish, /^(program apt-get|python .*)$/, "", [/so python3 cannot be installed/]],
  [wish, /^python .*/, "python 3.10", [/python3 is 3.10, and flask-deploy.yml asks for 3.11 or newer/]],
  [wish, /^python .*/, "python 2.12", [/python3 is 2.12/]],
  [wish, /^python .*/, "python 4.1", []],
  [wish, /^python .*/, "python 3.12", []],
  [
    wish,
    /^user shop:.*/,
    "user shop:x:998:998::/home/shop:/usr/sbin/nologin",
    [/account shop already.*its home is \/home\/shop/],
  ],
  [wish, /^user shop:.*/, "user shop:x:998:998::/srv/shop:/bin/bash", [/account shop that can log in \(\/bin\/bash\)/]],
  [wish, /^user shop:.*/, "user shop:x:998:998::/srv/shop:", [/that can log in \(no shell given\)/]],
  [wish, /^user shop:.*/, "user shop:x:0:0::/srv/shop:/usr/sbin/nologin", [/that can log in/]],
  [wish, /^user shop:.*/, "user shop:x:998:998::/srv/shop:/bin/false", []],
  [wish, /^user shop:.*/, "", [/group shop already/]],
  [wish, gone, "", []],
  [
    wish,
    /^user deploy-shop:.*/,
    "user deploy-shop:x:1000:1000::/home/d:/usr/sbin/nologin",
    [/deploy-shop has no shell/],
  ],
  [wish, /^user deploy-shop:.*/, "user deploy-shop:x:1000:1000::/srv/blog:/bin/sh", [/runs the app in \/srv\/blog/]],
  [wish, /^user deploy-shop:.*/, "", []],
  [of({}, { login: "root" }), /^user root:.*/, "user root:x:0:0::/srv/x:/usr/sbin/nologin", []],
  [wish, /^gid 998$/, "$&\ntaken folder /srv/shop", [/^\/srv\/shop is there already/]],
  [wish, /^gid 998$/, "$&\ntaken unit /lib/shop.service", [/^the server has \/lib\/shop.service already/]],
  [wish, /^nginx-test ok$/, "nginx-said odd", [/refuses its configuration already[\s\S]*odd$/]],
  [wish, /^nginx-test ok$/, "nginx-said in /etc/nginx/sites-available/shop.conf:1", []],
  [wish, /^nginx-test ok$/, "nginx-said in /etc/nginx/sites-enabled/shop.conf:1", []],
  [full, /^nginx-test ok$/, "nginx-said in /etc/nginx/sites-enabled/shop.conf:1", [/refuses its configuration/]],
  [
    wish,
    /^user www-data.*/,
    "",
    [/`user www-data;`, and this server has no such account; nginx runs as www-data here/],
  ],
  [wish, /^gid 998$/, `$&\n${debianDefault}`, [/default was changed by somebody/]],
  [wish, /^gid 998$/, `$&\n${debianDefault}\nstock /etc/nginx/sites-available/default`, []],
  [of({ domain: "a.example" }), /^gid 998$/, `$&\n${debianDefault}`, []],
  [
    wish,
    /^gid 998$/,
    "$&\nsite-for-any /etc/nginx/conf.d/blog.conf",
    [/^\/etc\/nginx\/conf.d\/blog.conf answers to any name/],
  ],
  [
    wish,
    /^gid 998$/,
    "$&\nsite-for-any /etc/nginx/sites-enabled/shop.conf\nsite-for-any /etc/nginx/conf.d/shop.conf",
    [],
  ],
  [of({ domain: "a.example" }), /^gid 998$/, "$&\nsite-for-any /etc/nginx/conf.d/blog.conf", []],
  // A whole nginx.conf that is ours already switches nobody off once more.
  [full, /^gid 998$/, "$&\nsite /etc/nginx/conf.d/blog.conf", []],
  [
    full,
    /^(file \/etc\/nginx\/nginx.conf .*) .*/,
    "$1 0\nsite /etc/nginx/conf.d/blog.conf",
    [/switch off \/etc\/nginx\/conf.d\/blog.conf/],
  ],
  [
    full,
    /^(file \/etc\/nginx\/nginx.conf .*) .*/,
    `$1 0\n${debianDefault}\nsite /etc/nginx/sites-enabled/shop.conf`,
    [],
  ],
  [
    full,
    /^file \/etc\/nginx\/nginx.conf .*/,
    "link /etc/nginx/nginx.conf /x\nsite /a\nsite /b",
    [/switch off \/a, \/b\./],
  ],
  [full, /^file \/etc\/nginx\/nginx.conf .*/, "site /a", []],
  [wish, /^gid 998$/, "$&\nsite /etc/nginx/conf.d/blog.conf", []],
  [supervisor, /^program apt-get$/, "program dnf", [/./]],
  [wish, /^program apt-get$/, "program dnf", []],
  [emperor, /^gid 998$/, "$&\nnameserver 9.9.9.9", []],
];

describe("a server", () => {
  it.each(cases)("for %o with %s → %j: %j", (ready, pattern, instead, said) => {
    const lines = prepared(ready).flatMap((line) => line.replace(pattern, instead).split("\n"));
    expect(problemsOf(facts(...lines.filter(Boolean)), ready)).toEqual(said.map((one) => expect.stringMatching(one)));
  });

  it("is nothing without root and systemd", () => {
    const lines = prepared().join("\n");
    const seen = { ...facts(...lines.split("\n")), isRoot: false, systemd: false, system: "Odd OS" };
    expect(problemsOf(seen, wish)).toEqual([
      "setup did not become root on the server.",
      expect.stringMatching(/^Odd OS does not run systemd/),
    ]);
  });

  it("keeps its name server, of however many a unit denies", () => {
    const unit = "[Service]\nIPAddressDeny=10.0.0.1\nIPAddressDeny=169.254.169.254  fd00::1\n";
    const denies = of({}, { files: new Map([...wish.files, ["deploy/shop@.service", unit]]) });
    const said = (...servers: string[]) =>
      problemsOf(facts(...prepared(denies), ...servers.map((one) => `nameserver ${one}`)), denies);
    expect(said("9.9.9.9", "fd00::1")).toEqual([
      expect.stringMatching(/^deploy\/shop@.service keeps the app from fd00::1,/),
    ]);
    expect(said("9.9.9.9")).toEqual([]);
  });

  it("lacks each file of the repository that its units need", () => {
    const none = of({}, { files: new Map() });
    expect(problemsOf(facts(...prepared(none)), none)[0]).toMatch(
      /^deploy\/nginx.conf is missing: flask-deploy.yml says systemd and a unix socket/,
    );
  });
});
