import { createHash } from "node:crypto";
import { type App, readApp } from "../../../../../action/engine/app/app.ts";
import type { Facts, RootFacts } from "../../../../../action/engine/console/doctor/facts.ts";
import type { PathFact, ServerFacts } from "../../../../../action/engine/console/doctor/told.ts";
import { ownFilesFor } from "../../../../../action/engine/targets/server/setup/desired-state.ts";
import { helperProtocol, sudoersText } from "../../../../../action/engine/targets/server/setup/helper.ts";
import { folders } from "../../../../../action/engine/targets/server/setup/layout.ts";

const id = "20261121T031500Z-1a2b3c4";
const login = { host: "192.0.2.10", user: "deploy-shop" };
const site = "/etc/nginx/sites-available/shop.conf";
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const app = (): App => readApp("name: shop\n");

export const fact = (path: string, more: Partial<PathFact> = {}): PathFact => ({
  ...{ path, kind: "file", mode: "644", owner: "root", group: "root", sha256: "", to: "" },
  ...more,
});

/** What a server of 2026-11-21 tells on which nothing is wrong. */
export function healthy(): Facts & { server: ServerFacts; root: RootFacts } {
  const now = Date.parse("2026-11-21T08:00:00Z") / 1000;
  const desired = { app: app(), login: login.user };
  const own = new Map(
    ownFilesFor(desired, { site, allowConfig: true }).map(({ path, content }) => [path, sha256(content)]),
  );
  const helper = "/usr/local/lib/flask-deploy/shop";
  const disk = { size: 20e9, free: 12e9, inodes: 1e6, inodesFree: 9e5, device: 1 };
  const unit = (Id: string) => ({
    ...{ Id, LoadState: "loaded", ActiveState: "active", SubState: "running", Result: "success" },
    ...{ NRestarts: "0", UnitFileState: "enabled", NeedDaemonReload: "no" },
  });
  const bare = {
    ...{ now, login: "deploy-shop", base: true, python: { version: "3.11.2", venv: true } },
    helper: {
      ...fact(helper, { mode: "755", sha256: own.get(helper) ?? "" }),
      ...{ constants: { SITE: site, ALLOW_CONFIG: "1" }, protocol: Number(helperProtocol) },
    },
    system: { id: "debian", version: "12", name: "Debian GNU/Linux 12 (bookworm)" },
  };
  const server: ServerFacts = {
    ...bare,
    release: { id, complete: true, venv: true, why: "" },
    https: null,
    folders: Object.fromEntries(
      folders(app(), login.user).map(({ path, mode, owner, group }) => [
        path,
        fact(path, { kind: "folder", mode, owner, group }),
      ]),
    ),
    files: [{ path: "deploy/nginx.conf", target: site, installed: fact(site, { sha256: "aa" }), source: "aa" }],
    own: Object.fromEntries([...own].map(([path, digest]) => [path, fact(path, { sha256: digest })])),
    socket: {
      ...{ linked: true, release: id },
      folder: fact("/run/shop", { kind: "folder", mode: "755" }),
      file: fact(`/run/shop/${id}.sock`, { kind: "socket", mode: "660", owner: "deploy-shop", group: "www-data" }),
    },
    env: null,
    lock: { held: false, holder: "", seconds: 0 },
    journal: { torn: false, unfinished: "", readable: true },
    disk: { "/": disk },
    memory: { total: 4e9, swap: 0, free: 2e9, instance: 6e7 },
    groups: { shop: ["shop"], "deploy-shop": ["deploy-shop"], "www-data": ["www-data"] },
    nginxWorkers: [{ user: "www-data", groups: [33] }],
    gid: 998,
    others: [],
    ...{ writable: [], leftovers: [], caches: {}, failed: [], maintenance: "" },
    logs: { rotate: true, rule: true, files: {} },
    updates: { days: 3, unattended: true, reboot: false },
    selinux: { enforcing: false, connect: false },
    nginxAnswers: { status: 200, why: "" },
    statics: [{ path: "/static/style.css", status: 200, error: "" }],
    root: { code: 0, said: "" },
    units: ["nginx.service", "shop-current.service", "logrotate.timer", `shop@${id}.service`].map(unit),
    clock: { synchronized: true, container: false },
  };
  const root = new Map([
    ["nginx-file", ["/etc/nginx/nginx.conf", "/etc/nginx/sites-enabled/shop.conf"]],
    ["sudoers", [`440 root ${sha256(sudoersText("shop", "deploy-shop"))}`]],
    ["sshd", ["maxstartups 10:30:100", "permitrootlogin without-password"]],
    ["end", [""]],
  ]);
  return {
    ...{ app: app(), login, refused: undefined, bare, server, root },
    here: {
      ssh: { host: "192.0.2.10", port: 22, jumps: false },
      names: { "192.0.2.10": ["192.0.2.10"] },
      site: { host: "192.0.2.10", port: 80, tls: false },
      ports: { ssh: "open", site: "open" },
      names80: [],
      key: undefined,
      answer: { url: "http://192.0.2.10/", status: 200, retryAfter: false, error: "" },
      certificate: undefined,
      files: { "deploy/nginx.conf": "aa" },
      asked: [now - 1, now + 1],
    },
  };
}
