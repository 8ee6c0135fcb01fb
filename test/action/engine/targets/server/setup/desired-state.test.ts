import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  approvedFiles,
  type DesiredState,
  desiredSite,
  nginxUser,
  overrides,
  ownFiles,
  question,
  sitesFolder,
  unitFiles,
} from "../../../../../../action/engine/targets/server/setup/desired-state.ts";
import { desiredStateOf } from "../../../../../../action/engine/targets/server/setup/desired-state-of-app.ts";
import { folders, neededFiles, paths, services } from "../../../../../../action/engine/targets/server/setup/layout.ts";
import { repository } from "../../../repository.ts";
import { facts, nginx, wish } from "./facts.ts";

const debian = facts("program apt-get");
const redHat = facts("program dnf");
const of = (app: Partial<DesiredState["app"]>, more: Partial<DesiredState> = {}): DesiredState => ({
  ...{ ...wish, ...more, app: { ...wish.app, ...app } },
});
const site = (text: string) => ({ files: new Map([...wish.files, ["deploy/nginx.conf", text]]) });
const unitsOf = (app: Partial<DesiredState["app"]>) => unitFiles(of(app)).map(({ path }) => path);

describe("what an app has on its server", () => {
  const systemd = "/etc/systemd/system";
  it.each<[Partial<DesiredState["app"]>, string[]]>([
    [{}, [`${systemd}/shop@.service`, `${systemd}/shop@.socket`]],
    [{ socket: "tcp" }, [`${systemd}/shop.socket`, `${systemd}/shop-proxy.service`]],
    [{ processManager: "supervisor" }, ["/usr/local/lib/flask-deploy/shop.supervisor.conf"]],
    [{ processManager: "emperor" }, [`${systemd}/shop-emperor.service`]],
  ])("has for %j among its units %j", (app, units) => expect(unitsOf(app)).toEqual(expect.arrayContaining(units)));

  it("is the text of the repository, as setup installs and approves it", () => {
    expect(unitFiles(wish)).toContainEqual({ path: `${systemd}/shop@.service`, content: "[Service]\n", mode: "0644" });
    expect(approvedFiles(wish).map(({ path }) => path)).toEqual([
      "/etc/flask-deploy/shop/nginx.conf",
      ...neededFiles(wish.app)
        .slice(1)
        .map((path) => path.replace("deploy/", "/etc/flask-deploy/shop/")),
    ]);
    expect(approvedFiles(wish)[0]).toMatchObject({ content: "server { listen 80 default_server; }\n", mode: "0644" });
    const none = of({}, { files: new Map() });
    expect([...unitFiles(none), ...approvedFiles(none)].every(({ content }) => content === "")).toBe(true);
  });

  it.each([
    [{}, ["nginx.service", "shop-current.service"]],
    [{ socket: "tcp" }, ["nginx.service", "shop-current.service", "shop.socket"]],
    [{ processManager: "supervisor" }, ["nginx.service", "supervisor.service", "shop-current.service"]],
    // A vassal waits for what starts it.
    [{ processManager: "emperor" }, ["nginx.service", "shop-current.service", "shop-emperor.service"]],
  ] as const)("runs for %j %j", (app, units) => expect(services({ ...wish.app, ...app })).toEqual(units));

  it("has folders that one party alone writes", () => {
    const all = folders(wish.app, "ann").map(({ path, mode, owner, group }) => `${path} ${mode} ${owner}:${group}`);
    expect(all).toEqual([
      ...[
        "/usr/local/lib/flask-deploy 755 root:root",
        "/etc/flask-deploy 755 root:root",
        "/etc/flask-deploy/shop 755 root:root",
      ],
      ...["/srv/shop 755 root:root", "/srv/shop/releases 2751 ann:shop", "/srv/shop/venvs 2750 ann:shop"],
      ...["/srv/shop/assets 2751 ann:shop", "/srv/shop/deploys 2700 ann:shop", "/srv/shop/maintenance 2755 ann:shop"],
      ...["/srv/shop/shared 755 root:root", "/run/shop 755 root:root"],
    ]);
    const supervised = folders({ ...wish.app, processManager: "supervisor" }, "ann").map(({ path }) => path);
    expect(supervised).toContain("/run/shop/app");
  });
});

describe("the site", () => {
  it.each([
    [
      "site",
      debian,
      "_",
      { path: "/etc/nginx/sites-available/shop.conf", removes: ["/etc/nginx/sites-enabled/default"] },
    ],
    ["site", debian, "shop.example", { path: "/etc/nginx/sites-available/shop.conf", removes: [] }],
    ["site", redHat, "_", { path: "/etc/nginx/conf.d/shop.conf", removes: [] }],
    ["full", debian, "_", { path: "/etc/nginx/nginx.conf", removes: [] }],
  ] as const)("of kind %s lies where that nginx reads it", (kind, seen, domain, where) => {
    const { content, link, ...rest } = desiredSite(seen, of({ nginx: kind, domain }));
    expect(rest).toEqual(where);
    expect(content).toBe("server { listen 80 default_server; }\n");
    const linked = { path: "/etc/nginx/sites-enabled/shop.conf", to: "../sites-available/shop.conf" };
    expect(link).toEqual(where.path.includes("available") ? linked : undefined);
  });

  it("replaces Debian's page only where that is enabled", () => {
    const seen = (...lines: string[]) =>
      desiredSite(facts(...nginx, "nginx-sites sites-enabled", ...lines), wish).removes;
    expect(seen()).toEqual([]);
    expect(seen("site /etc/nginx/sites-enabled/default")).toEqual(["/etc/nginx/sites-enabled/default"]);
    expect(desiredSite(debian, of({}, { files: new Map() })).content).toBe("");
  });

  it("lies in the folder that nginx includes, which is guessed before it is there", () => {
    expect([sitesFolder(debian), sitesFolder(redHat)]).toEqual(["sites-enabled", "conf.d"]);
    expect(sitesFolder(facts("program apt-get", ...nginx))).toBe("conf.d");
  });

  it.each([
    ["full", "user web;\n", [], "web"],
    ["full", "  user   web www;\n", [], "web"],
    ["full", "# user web;\n", [], "www-data"],
    ["site", "user web;\n", [], "www-data"],
    ["site", "", ["program nginx", "nginx-user odd"], "odd"],
    ["full", "", ["program nginx", "nginx-user odd"], "odd"],
  ] as const)("is served (%s, %j, %j) by the account %s", (kind, text, lines, user) =>
    expect(nginxUser(facts("program apt-get", ...lines), of({ nginx: kind }, site(text)))).toBe(user),
  );
  it("is served by nginx's own account in Red Hat's family", () => expect(nginxUser(redHat, wish)).toBe("nginx"));
});

describe("what a unit is told on this server alone", () => {
  const groups = (line: string) => facts("program apt-get", ...nginx, line);
  const texts = (...args: Parameters<typeof overrides>) =>
    overrides(...args).map(({ path, content }) => [path, content.split("\n").slice(1, -1)]);
  const socket = "/etc/systemd/system/shop@.socket.d/server.conf";
  const proxy = "/etc/systemd/system/shop-proxy.service.d/server.conf";

  it.each<[string, DesiredState, unknown[]]>([
    ["groups www-data www-data", wish, []],
    ["groups www-data web www-data", wish, []],
    ["groups www-data web", wish, [[socket, ["[Socket]", "SocketGroup=web"]]]],
    ["groups www-data www-data", { ...wish, login: "ann" }, [[socket, ["[Socket]", "SocketUser=ann"]]]],
    ["groups www-data web", { ...wish, login: "ann" }, [[socket, ["[Socket]", "SocketUser=ann", "SocketGroup=web"]]]],
    ["groups www-data www-data", of({ socket: "tcp" }), []],
    [
      "groups www-data web",
      of({ socket: "tcp" }),
      [
        [socket, ["[Socket]", "SocketGroup=web"]],
        [proxy, ["[Service]", "SupplementaryGroups=", "SupplementaryGroups=web"]],
      ],
    ],
    ["groups other x", wish, []],
  ])("where %s", (line, wanted, found) => expect(texts(groups(line), wanted)).toEqual(found));
});

describe("the files that setup writes itself", () => {
  const file = (wanted: DesiredState, path: string) => ownFiles(debian, wanted).find((one) => one.path === path);

  it("are the helper, what lets the login run it, and what brings all back after a reboot", () => {
    expect(ownFiles(debian, wish).map(({ path, mode }) => `${mode} ${path}`)).toEqual([
      "0755 /usr/local/lib/flask-deploy/shop",
      "0440 /etc/sudoers.d/flask-deploy-shop",
      "0644 /etc/tmpfiles.d/flask-deploy-shop.conf",
      "0644 /etc/systemd/system/shop-current.service",
    ]);
    expect(file(wish, paths("shop").sudoers)?.content).toMatch(
      /^deploy-shop ALL=\(root\) NOPASSWD: \/usr\/local\/lib\/flask-deploy\/shop$/m,
    );
    expect(file({ ...wish, login: "root" }, paths("shop").sudoers)).toBeUndefined();
    expect(file(wish, paths("shop").tmpfiles)?.content).toBe(
      "# Sockets of shop's releases.\nd /run/shop 0755 root root\n",
    );
  });

  it.each([
    [{}, "Before=nginx.service"],
    [{ processManager: "supervisor" }, "Before=nginx.service supervisor.service"],
  ] as const)("start the release of %j before what needs it", (app, line) => {
    const text = file(of(app), paths("shop").current)?.content.split("\n");
    expect(text).toContain(line);
    expect(text).toContain("ExecStart=/usr/local/lib/flask-deploy/shop boot");
  });

  it("tell the helper whether deploys may change units and sites: yes, until it is said", () => {
    const told = (allowConfig: boolean | undefined, ...lines: string[]) =>
      /^ALLOW_CONFIG='(\d)'/m.exec(
        ownFiles(facts("program apt-get", ...lines), { ...wish, allowConfig })[0]?.content ?? "",
      )?.[1];
    expect([told(undefined), told(false), told(true, "allow-config 0"), told(undefined, "allow-config 0")]).toEqual([
      "1",
      "0",
      "1",
      "0",
    ]);
  });
});

describe("what the probe is asked", () => {
  it("is about every account, unit and path that the plan looks at", () => {
    const asked = question(wish);
    expect(asked).toMatchObject({
      app: "shop",
      login: "deploy-shop",
      users: ["shop", "deploy-shop", "www-data", "nginx"],
    });
    expect(asked.units).toEqual(
      expect.arrayContaining(["nginx.service", "shop-current.service", "shop@probe.socket", "shop@probe.service"]),
    );
    const looked = [
      ...folders(wish.app, wish.login),
      ...unitFiles(wish),
      ...approvedFiles(wish),
      ...ownFiles(debian, wish),
    ];
    for (const { path } of looked) expect(asked.paths).toContain(path);
    const { fullSite, available, enabled, confd, socketOverride, proxyOverride } = paths("shop");
    for (const path of [fullSite, available, enabled, confd, socketOverride, proxyOverride])
      expect(asked.paths).toContain(path);
    expect(asked.paths).toContain("/var/lib/flask-deploy/shop.nginx-to-reload");
  });

  it.each([
    ["user web;", ["web"]],
    ["user $odd;", []],
    ["user Web;", []],
  ])("is about the account of %j as well", (text, users) =>
    expect(question(of({}, site(`${text}\n`))).users.slice(4)).toEqual(users),
  );
});

describe("the wish of a repository", () => {
  it("has the files that are there; what is missing is told later", () => {
    const root = repository({ "deploy/nginx.conf": "server {}\n", "deploy/other.conf": "" });
    const found = desiredStateOf({ ...wish.app, deploy: { user: "ann" } }, root, { keys: ["k"], allowConfig: true });
    expect(found).toMatchObject({
      login: "ann",
      keys: ["k"],
      allowConfig: true,
      files: new Map([["deploy/nginx.conf", "server {}\n"]]),
    });
  });

  it("is not read from what is no file", () => {
    const root = repository();
    mkdirSync(join(root, "deploy/nginx.conf"), { recursive: true });
    writeFileSync(join(root, "deploy/x"), "");
    expect(() =>
      desiredStateOf({ ...wish.app, deploy: { user: "ann" } }, root, { keys: [], allowConfig: undefined }),
    ).toThrow(/is not a plain file/);
  });
});
