import { expect, it } from "vitest";
import type { Facts } from "../../../../../../action/engine/console/doctor/facts.ts";
import type { PathFact, ServerFacts } from "../../../../../../action/engine/console/doctor/told.ts";
import { helperProtocol } from "../../../../../../action/engine/targets/server/setup/helper.ts";
import { both, nothing, onApp, onHelper, onHere, onRoot, onServer, onUnit, says, verdict } from "../changes.ts";
import { fact, healthy } from "../healthy.ts";

const { server } = healthy();
const helper = "/usr/local/lib/flask-deploy/shop";
const current = "/etc/systemd/system/shop-current.service";
const tmpfiles = "/etc/tmpfiles.d/flask-deploy-shop.conf";
const sudoers = "/etc/sudoers.d/flask-deploy-shop";
const releases = "/srv/shop/releases";
const rule = healthy().root.get("sudoers")?.[0]?.split(" ")[2];
const protocol = Number(helperProtocol);
const setup = "Run: npx create-flask-deploy setup root@192.0.2.10";

const own = (path: string, more: PathFact | null) => onServer({ own: { ...server.own, [path]: more } });
const edited = fact("x", { sha256: "of something else" });
const folder = (path: string, more: Partial<PathFact> | null) =>
  onServer({
    folders: { ...server.folders, [path]: more && { ...(server.folders[path] as PathFact), ...more } },
  });
const env = (mode: string, owner = "root", group = "root") =>
  onServer({ env: fact("/etc/flask-deploy/shop.env", { mode, owner, group }) });
const asRoot = (facts: Facts): Facts => ({ ...facts, login: { ...facts.login, user: "root" } });
const unseen = (root: Partial<ServerFacts["root"]>) =>
  both(onServer({ root: { code: 1, said: "", ...root } }), (facts) => ({ ...facts, root: undefined }));
const files = (source: string, installed: string | null, here: string, path = "deploy/nginx.conf") =>
  both(
    onServer({
      files: [
        {
          path,
          target: "/etc/x",
          source,
          installed: installed === null ? null : fact("/etc/x", { sha256: installed }),
        },
      ],
    }),
    onHere({ files: { [path]: here } }),
  );
const emperor = onApp({ processManager: "emperor" });
const emperorUnit = (more: Record<string, string>) =>
  onServer({ units: [...server.units, { Id: "shop-emperor.service", ...more }] });

says([
  ["setup", nothing, "ok: "],
  ["setup", onServer({ base: false }), "error: 192.0.2.10 is not set up for shop: there is no /srv/shop", setup],
  ["setup", onServer({ helper: null }), `error: 192.0.2.10 is not set up for shop: there is no ${helper}`, setup],
  ["helper", nothing, `ok: protocol ${protocol}`],
  ["helper", onHelper({ protocol: 1 }), `warning: ${helper} speaks protocol 1, this program ${protocol}`, setup],
  ["helper", onServer({ helper: null }), `warning: ${helper} speaks protocol 0, this program ${protocol}`, setup],
  [
    "helper",
    onHelper({ protocol: 99 }),
    `warning: ${helper} speaks protocol 99, this program ${protocol}`,
    "Use the version of create-flask-deploy that set the server up, or a newer one.",
  ],
  ["helper-file", nothing, "ok: "],
  ["helper-file", onServer({ helper: null }), "skipped: there is none"],
  ["helper-file", onHelper({ protocol: 1 }), "skipped: of another version"],
  ["sudo", nothing, "ok: "],
  ["sudo", unseen({ said: "flask-deploy: start or stop, not 'facts'\n" }), "ok: "],
  [
    ...(["sudo", unseen({ said: "hello\nsudo: a password is required\n" })] as const),
    `error: deploy-shop may not run ${helper} through sudo: sudo: a password is required`,
    setup,
  ],
  ["sudo", unseen({ code: 3 }), `error: deploy-shop may not run ${helper} through sudo: exit code 3`, setup],
  ["sudoers", nothing, "ok: "],
  ["sudoers", both(asRoot, onRoot("sudoers")), "skipped: root needs no sudo rule"],
  [
    "sudoers",
    onRoot("sudoers", ""),
    `warning: ${sudoers} is missing: another rule lets the login run the root helper`,
    setup,
  ],
  ["app-group", nothing, "ok: "],
  [
    ...([
      "app-group",
      onServer({ groups: { shop: ["shop"], ann: ["ann", "shop"], bob: ["shop"], eve: ["eve"] } }),
    ] as const),
    "error: ann and bob may read all files of shop: they are in its group",
    setup,
  ],
  [
    ...(["app-group", onServer({ nginxWorkers: [{ user: "www-data", groups: [33, 998] }] })] as const),
    "error: nginx was started while its user was in the group shop",
    "On the server: sudo systemctl restart nginx",
  ],
  ["login-alone", onServer({ others: ["blog"], login: "root" }), "ok: "],
  ["folders", nothing, "ok: "],
  ["folders", folder(releases, null), `error: ${releases} is missing`, setup],
  [
    "folders",
    folder(releases, { kind: "file" }),
    `error: ${releases} is 2751 deploy-shop:shop, not 2751 deploy-shop:shop`,
    setup,
  ],
  [
    "folders",
    folder(releases, { mode: "777" }),
    `error: ${releases} is 777 deploy-shop:shop, not 2751 deploy-shop:shop`,
    setup,
  ],
  [
    "folders",
    folder(releases, { owner: "ann" }),
    `error: ${releases} is 2751 ann:shop, not 2751 deploy-shop:shop`,
    setup,
  ],
  [
    "folders",
    folder(releases, { group: "ann" }),
    `error: ${releases} is 2751 deploy-shop:ann, not 2751 deploy-shop:shop`,
    setup,
  ],
  ["folders", asRoot, "ok: "],
  ["world-writable", nothing, "ok: "],
  [
    ...(["world-writable", onServer({ writable: ["/a"] })] as const),
    "error: any account on the server may write /a",
    "On the server: chmod o-w /a",
  ],
  [
    ...(["world-writable", onServer({ writable: "/a /b /c /d /e /f".split(" ") })] as const),
    "error: any account on the server may write /a and 5 more",
    "On the server: chmod o-w /a /b /c /d /e",
  ],
  ["world-writable", both(folder(releases, null), onServer({ writable: ["/a"] })), "skipped: follows from folders"],
  ["env-file", nothing, "ok: there is none"],
  ["env-file", env("600"), "ok: "],
  [
    ...(["env-file", env("640")] as const),
    "error: /etc/flask-deploy/shop.env has mode 640, owner root:root (expected 600, root:root)",
    "On the server, as root: chown root:root /etc/flask-deploy/shop.env && chmod 600 /etc/flask-deploy/shop.env",
  ],
  ["env-file", both(emperor, env("640", "root", "shop")), "ok: "],
  ["boot", nothing, "ok: "],
  ["boot", own(current, null), "error: shop-current.service is missing: nothing starts the app after a reboot", setup],
  ["boot", own(current, edited), `warning: ${current} differs from what setup installs`, setup],
  [
    ...(["boot", onUnit("shop-current.service", { UnitFileState: "disabled" })] as const),
    "error: shop-current.service is disabled: nothing starts the app after a reboot",
    setup,
  ],
  [
    ...(["boot", onUnit("shop-current.service", { UnitFileState: "" })] as const),
    "error: shop-current.service is unknown: nothing starts the app after a reboot",
    setup,
  ],
  ["tmpfiles", nothing, "ok: "],
  ["tmpfiles", own(tmpfiles, null), `warning: ${tmpfiles} is missing`, setup],
  ["tmpfiles", own(tmpfiles, edited), `warning: ${tmpfiles} differs from what setup installs`, setup],
  ["services", nothing, "ok: "],
  [
    "services",
    both(emperor, emperorUnit({ ActiveState: "active", UnitFileState: "enabled" })),
    "ok: shop-emperor.service",
    "",
  ],
  [
    "services",
    both(emperor, emperorUnit({ ActiveState: "active" })),
    "error: shop-emperor.service is not enabled",
    setup,
  ],
  ["services", both(emperor, emperorUnit({ ActiveState: "failed" })), "error: shop-emperor.service is failed", setup],
  ["services", emperor, "error: shop-emperor.service is unknown", setup],
  ["site-drift", nothing, "ok: "],
  ["site-drift", files("aa", null, "aa"), "error: /etc/x is missing", "Run: npx create-flask-deploy setup 192.0.2.10"],
  [
    ...(["site-drift", files("aa", "bb", "aa")] as const),
    "warning: /etc/x is not deploy/nginx.conf of the release: it was edited on the server",
    "Copy the change into the repository, or restore the repository's file: npx create-flask-deploy setup 192.0.2.10",
  ],
  ["site-drift", files("aa", "bb", "bb"), "ok: deploy/nginx.conf: installed by setup, not deployed yet"],
  ["site-drift", files("aa", "aa", "bb"), "ok: deploy/nginx.conf: changed here, not deployed yet"],
  ["site-drift", files("", "aa", ""), "ok: "],
  ["site-drift", files("aa", "bb", "aa", "deploy/shop@.service"), "ok: "],
  ["unit-drift", files("aa", "bb", "aa"), "ok: "],
  ["daemon-reload", nothing, "ok: "],
  [
    ...(["daemon-reload", onUnit("nginx.service", { NeedDaemonReload: "yes" })] as const),
    "warning: changed on disk, not loaded yet: nginx.service",
    "On the server: sudo systemctl daemon-reload",
  ],
  [
    "services",
    both(
      emperor,
      emperorUnit({ ActiveState: "inactive", UnitFileState: "enabled" }),
      onServer({ release: { ...server.release, id: "" } }),
    ),
    "ok: shop-emperor.service",
  ],
]);

it.each([
  [{ owner: "ann" }, "error", "anyone who can write it can become root"],
  [{ mode: "775" }, "error", "has mode 775, owner root"],
  [{ sha256: "of something else" }, "warning", "was modified"],
  [{ constants: { SITE: "/x y", ALLOW_CONFIG: "1" } }, "warning", "was modified"],
  [{ constants: { SITE: "/etc/nginx/sites-available/shop.conf", ALLOW_CONFIG: "0" } }, "warning", "was modified"],
])("of a root helper with %j says %s", (more, status, detail) => {
  const [said, next] = verdict("helper-file", onHelper(more));
  expect([said.startsWith(`${status}: ${helper} `), said.includes(detail), next]).toEqual([true, true, setup]);
});

it.each([`444 root ${rule}`, `440 ann ${rule}`, "440 root ab", "440 root"])("believes no sudo rule of %j", (said) =>
  expect(verdict("sudoers", onRoot("sudoers", said))[0]).toMatch(/^warning: .*\(4\d0|4 of .*\) differs from what/),
);

it("says which other apps a key opens, and how they get logins of their own", () => {
  const [said, next] = verdict("login-alone", onServer({ others: ["blog", "wiki"] }));
  expect(said).toBe("warning: deploy-shop also deploys blog, wiki: one key gives access to all of them");
  expect(next).toContain("shop then gets the login deploy-shop");
});

it.each([
  ["600", "ann", "root"],
  ["600", "root", "ann"],
])("minds an environment file of mode %s and %s:%s", (...of) =>
  expect(verdict("env-file", env(...of))[0]).toMatch(/^error: /),
);
