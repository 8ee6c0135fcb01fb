import { describe, expect, it } from "vitest";
import type { DesiredState } from "../../../../../../action/engine/targets/server/setup/desired-state.ts";
import { planSetup } from "../../../../../../action/engine/targets/server/setup/plan.ts";
import { facts, prepared, titles, wish } from "./facts.ts";

const apps = {
  systemd: wish,
  tcp: { ...wish, app: { ...wish.app, socket: "tcp" } },
  supervisor: { ...wish, app: { ...wish.app, processManager: "supervisor" } },
  emperor: { ...wish, app: { ...wish.app, processManager: "emperor", socket: "tcp" } },
  full: { ...wish, app: { ...wish.app, nginx: "full" } },
  root: { ...wish, login: "root" },
} satisfies Record<string, DesiredState>;
const allOf = Object.keys(apps) as (keyof typeof apps)[];
const site = "let nginx serve shop: /etc/nginx/sites-available/shop.conf";
const units = "/etc/systemd/system";
const reread = "let systemd read its units";
const file = (path: string) => new RegExp(`^(file ${path}) .*`);

describe("a server that setup made ready", () => {
  it.each(allOf)("needs nothing more: %s", (which) => {
    expect(titles(facts(...prepared(apps[which])), apps[which])).toEqual([]);
  });

  /** What is otherwise: lines that go, what stands there instead, and what setup does about it. */
  const otherwise: readonly (readonly [keyof typeof apps, RegExp, string, readonly string[]])[] = [
    ["systemd", /^(user|gid) (shop:.*|998)$/, "", ["create the account shop, which runs the app and cannot log in"]],
    ["systemd", /^gid .*/, "", ["create the group shop"]],
    ["systemd", /^user deploy-shop.*/, "", ["create the account deploy-shop, which logs in by key"]],
    ["systemd", /^authorized .*/, "", ["let deploy-shop log in with the key shop-deploy"]],
    ["systemd", /restrict,pty /, "", ["let deploy-shop log in with the key shop-deploy"]],
    ["systemd", /^folder \/run\/shop 755/, "folder /run/shop 700", ["create /run/shop (755 root:root)"]],
    ["systemd", /(\/venvs) 2750 deploy-shop/, "$1 2750 root", ["create /srv/shop/venvs (2750 deploy-shop:shop)"]],
    ["systemd", /(\/venvs .*) shop$/, "$1 root", ["create /srv/shop/venvs (2750 deploy-shop:shop)"]],
    ["systemd", /^folder (\/srv\/shop\/shared) .*/, "link $1 /etc", ["create /srv/shop/shared (755 root:root)"]],
    [
      "systemd",
      file("/usr/local/lib/flask-deploy/shop"),
      "$1 755 root root 0",
      ["write /usr/local/lib/flask-deploy/shop"],
    ],
    ["systemd", /^(file .*-shop) 440 root root/, "$1 440 shop root", ["write /etc/sudoers.d/flask-deploy-shop"]],
    ["systemd", /^(file .*-shop) 440 root root/, "$1 440 root shop", ["write /etc/sudoers.d/flask-deploy-shop"]],
    ["systemd", /^(file .*-shop) 440 root root/, "$1 640 root root", ["write /etc/sudoers.d/flask-deploy-shop"]],
    ["systemd", file("/etc/tmpfiles.d/flask-deploy-shop.conf"), "", ["write /etc/tmpfiles.d/flask-deploy-shop.conf"]],
    ["systemd", file(`${units}/shop@.service`), "", [`write ${units}/shop@.service`, reread]],
    ["systemd", file(`${units}/shop-current.service`), "", [`write ${units}/shop-current.service`, reread]],
    ["systemd", file("/etc/flask-deploy/shop/nginx.conf"), "", ["write /etc/flask-deploy/shop/nginx.conf"]],
    [
      "systemd",
      /^gid 998$/,
      `$&\nfile ${units}/shop@.socket.d/server.conf 644 root root 0`,
      [`remove ${units}/shop@.socket.d/server.conf`],
    ],
    ["systemd", /^(unit nginx.*) no/, "$1 yes", [reread]],
    ["systemd", /^(unit nginx.service) enabled/, "$1 disabled", ["enable nginx.service"]],
    ["systemd", /^(unit nginx.service enabled) active/, "$1 failed", ["start nginx.service"]],
    ["systemd", /^unit nginx.*/, "", ["enable nginx.service", "start nginx.service"]],
    ["systemd", /^(unit shop-current.service) enabled active/, "$1 disabled inactive", ["enable shop-current.service"]],
    ["systemd", /^(unit shop-current.service enabled) active/, "$1 inactive", []],
    ["systemd", /^gid 998$/, "$&\ngroups deploy-shop deploy-shop shop", ["take deploy-shop out of the group shop"]],
    ["systemd", /^gid 998$/, "$&\ngroups deploy-shop deploy-shop", []],
    ["systemd", /^gid 998$/, "$&\ngroups www-data www-data shop", ["take www-data out of the group shop"]],
    ["root", /^gid 998$/, "$&\ngroups root root shop", []],
    ["systemd", /^gid 998$/, "$&\nnginx-worker 33 998", [site]],
    ["systemd", /^gid 998$/, "$&\nnginx-worker 33 99", []],
    ["systemd", /^link .*/, "", [site]],
    ["systemd", /^(link .*) .*/, "$1 ../sites-available/blog.conf", [site]],
    ["systemd", file("/etc/nginx/sites-available/shop.conf"), "$1 644 root root 0", [site]],
    ["systemd", /^gid 998$/, "$&\nfile /var/lib/flask-deploy/shop.nginx-to-reload 600 root root 0", [site]],
    ["full", file("/etc/nginx/nginx.conf"), "$1 644 root root 0", ["let nginx serve shop: /etc/nginx/nginx.conf"]],
    ["tcp", /^(unit shop.socket) enabled active/, "$1 disabled inactive", ["enable shop.socket", "start shop.socket"]],
    [
      "tcp",
      file(`${units}/shop-proxy.service`),
      "",
      [`write ${units}/shop-proxy.service`, reread, "renew shop-proxy.service"],
    ],
    [
      "tcp",
      file(`${units}/shop.socket`),
      "",
      [`write ${units}/shop.socket`, reread, "renew shop-proxy.service", "restart shop.socket"],
    ],
    ["supervisor", /^(unit supervisor.service enabled) active/, "$1 inactive", ["start supervisor.service"]],
    [
      "emperor",
      file(`${units}/shop-emperor.service`),
      "",
      [`write ${units}/shop-emperor.service`, reread, "restart shop-emperor.service"],
    ],
    ["emperor", /^(unit shop-emperor.service enabled) active/, "$1 inactive", []],
    ["systemd", /^program nginx$/, "", ["install nginx", `${site}, instead of /etc/nginx/sites-enabled/default`]],
    ["systemd", /^python .*/, "", ["install python3"]],
    ["systemd", /^venv .*/, "", ["install python3-venv"]],
    ["systemd", /^program logrotate/, "", ["install logrotate"]],
    ["systemd", /^program sudo/, "", ["install sudo"]],
    ["root", /^program sudo/, "", []],
    ["supervisor", /^program supervisor.*/, "", ["install supervisor"]],
  ];
  it.each(otherwise)("%s, but %s → %j: %j", (which, pattern, instead, steps) => {
    const before = prepared(apps[which]);
    const lines = before.flatMap((line) => line.replace(pattern, instead).split("\n"));
    expect(lines).not.toEqual(before);
    expect(titles(facts(...lines.filter(Boolean)), apps[which])).toEqual(steps);
  });

  it("is led over first of all when a former version made it", () => {
    const lines = prepared().map((line) => line.replace("/srv/shop 755 root", "/srv/shop 755 deploy-shop"));
    expect(titles(facts(...lines), wish)).toEqual([
      expect.stringMatching(/^give the folders of shop the owners of this version/),
      "create /srv/shop (755 root:root)",
    ]);
  });

  it("keeps what the helper was told about units and sites, until it is told otherwise", () => {
    const said = (installed: boolean | undefined, told: boolean | undefined) => {
      const lines = prepared({ ...wish, allowConfig: installed });
      const known = installed === undefined ? [] : [`allow-config ${installed ? 1 : 0}`];
      return titles(facts(...lines, ...known), { ...wish, allowConfig: told });
    };
    const rewritten = ["write /usr/local/lib/flask-deploy/shop"];
    expect(said(undefined, true)).toEqual([]);
    expect(said(false, undefined)).toEqual([]);
    expect(said(true, undefined)).toEqual([]);
    expect(said(false, true)).toEqual(rewritten);
    expect(said(true, false)).toEqual(rewritten);
  });
});

describe("the commands of a plan", () => {
  const scripts = (gone: RegExp, manager = "apt-get") => {
    const lines = prepared().filter((line) => !gone.test(line));
    const seen = facts(...lines.map((line) => line.replace("program apt-get", `program ${manager}`)));
    const { packages, steps } = planSetup(seen, wish);
    return [...packages, ...steps].map(({ script }) => script.split("\n").slice(2).join("\n"));
  };

  it.each([
    [/^program sudo/, "dnf", "dnf install -y -q sudo"],
    [
      /^user shop:.*|^gid.*/,
      "apt-get",
      "useradd --system --user-group --no-create-home --home-dir /srv/shop --shell /usr/sbin/nologin shop",
    ],
    [/^gid.*/, "apt-get", "groupadd --system shop"],
    [
      /^user deploy-shop.*/,
      "apt-get",
      "useradd --create-home --user-group --shell /bin/bash --password '*' deploy-shop",
    ],
    [/^unit nginx.*/, "apt-get", "systemctl enable -q nginx.service"],
  ])("without %s, by %s: %s", (gone, manager, command) => expect(scripts(gone, manager)[0]).toBe(command));

  it("install by apt what a killed run left half-way first, and ask nothing", () => {
    const [install = ""] = scripts(/^program sudo/);
    expect(install.split("\n").map((line) => line.replace("env 'DEBIAN_FRONTEND=noninteractive' ", ""))).toEqual([
      "dpkg --configure -a",
      "apt-get -q -o 'DPkg::Lock::Timeout=120' update",
      "apt-get -q -o 'DPkg::Lock::Timeout=120' install -y --no-install-recommends sudo",
    ]);
  });

  /** The script of the step that is called so, on a server of this version or of a former one, where a file has to be written. */
  const scriptOf = (which: keyof typeof apps, title: string, isFormer: boolean, gone = /^$/, more: string[] = []) => {
    const lines = prepared(apps[which]).filter((line) => !gone.test(line));
    const owner = isFormer ? "/srv/shop 755 deploy-shop" : "/srv/shop 755 root";
    const seen = facts(...lines.map((line) => line.replace("/srv/shop 755 root", owner)), ...more);
    const step = planSetup(seen, apps[which]).steps.find((one) => one.title.startsWith(title));
    return { script: step?.script ?? "", stdin: step?.stdin ?? "" };
  };

  it.each<[keyof typeof apps, string]>([
    ["systemd", "600"],
    ["supervisor", "640"],
  ])("lead a former layout over with what its folders then are: %s", (which, mode) => {
    const { script, stdin } = scriptOf(which, "give the folders", true, /^groups/, ["groups www-data web www-data"]);
    expect(script).toMatch(new RegExp(`python3 -I - shop deploy-shop web ${mode}$`));
    expect(stdin).toContain("import ");
    const nginx = "server { location /s/ { alias /srv/shop/current/static/; } }\n";
    const served = { ...wish, files: new Map([...wish.files, ["deploy/nginx.conf", nginx]]) };
    const lines = prepared(served).map((line) => line.replace("/srv/shop 755 root", "/srv/shop 755 ann"));
    const [first] = planSetup(facts(...lines), served).steps;
    expect(first?.script).toMatch(/ shop deploy-shop www-data 600 static$/);
  });

  it("are led over only where somebody else than root has the folder", () => {
    const link = prepared().map((line) => line.replace("folder /srv/shop 755 root root", "link /srv/shop /elsewhere"));
    expect(titles(facts(...link), wish).join()).not.toContain("give the folders");
  });

  it("hand the sockets over while no proxy runs, where a former version made them", () => {
    const unit = file(`${units}/shop-proxy.service`);
    const former = scriptOf("tcp", "renew", true, unit).script;
    expect(former).toContain("find /run/shop -maxdepth 1 -type s -user shop -exec chown -h deploy-shop:www-data {} +");
    expect(former).not.toContain("systemctl start shop@");
    expect(former).toMatch(/\nstop_proxy shop-proxy\.service hand_over$/);
    const now = scriptOf("tcp", "renew", false, unit).script;
    expect(now).toContain("\nhand_over() { :; }\n");
    expect(now).toContain("stop_proxy() {");
  });

  it("restart the emperor behind a proxy that waits, and its vassal's socket before it", () => {
    const unit = file(`${units}/shop-emperor.service`);
    const former = scriptOf("emperor", "restart shop-emperor", true, unit).script;
    expect(former).toContain('release=$(basename "$(readlink /run/shop/current.sock)" .sock)\n');
    expect(former).toContain('[ -z "$release" ] || systemctl start shop@"$release.socket"\n}');
    expect(former).toMatch(/\nstop_proxy shop-proxy\.service hand_over\nrestart_emperor shop$/);
    const now = scriptOf("emperor", "restart shop-emperor", false, unit).script;
    expect(now).toContain("\nhand_over() { :; }\n");
  });

  it.each<[keyof typeof apps, RegExp, string, string]>([
    ["systemd", /^(unit nginx.service enabled) active.*/, "start nginx", "systemctl start nginx.service"],
    ["tcp", file(`${units}/shop.socket`), "restart shop.socket", "systemctl restart shop.socket"],
    ["systemd", file(`${units}/shop@.service`), "let systemd read", "systemctl daemon-reload"],
  ])("of %s without %s: %s is %s", (which, gone, title, command) =>
    expect(scriptOf(which, title, false, gone).script).toMatch(new RegExp(`\\n${command}$`)),
  );

  it("take away what no version asks for any more, and what opens the app's files", () => {
    const override = `${units}/shop@.socket.d/server.conf`;
    const rest = scriptOf("systemd", "remove", false, undefined, [`file ${override} 644 root root 0`]).script;
    expect(rest).toMatch(new RegExp(`\\nrm '?${override}'?\\nsystemctl daemon-reload$`));
    const group = scriptOf("systemd", "take deploy-shop", false, undefined, ["groups deploy-shop deploy-shop shop"]);
    expect(group.script).toMatch(/\ngpasswd -d deploy-shop shop$/);
  });
});
