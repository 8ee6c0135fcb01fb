import { createHash } from "node:crypto";
import { processManagers } from "../../../../../../action/engine/kinds/index.ts";
import {
  approvedFiles,
  type DesiredState,
  desiredSite,
  ownFiles,
  unitFiles,
} from "../../../../../../action/engine/targets/server/setup/desired-state.ts";
import { readFacts } from "../../../../../../action/engine/targets/server/setup/facts/facts.ts";
import { folders, paths, services } from "../../../../../../action/engine/targets/server/setup/layout.ts";
import { planSetup } from "../../../../../../action/engine/targets/server/setup/plan.ts";
import { plainHttp } from "./helper-constants.ts";

export const wish: DesiredState = {
  app: { name: "shop", processManager: "systemd", socket: "unix", nginx: "site", python: "3.11", ...plainHttp },
  login: "deploy-shop",
  files: new Map([
    ["deploy/nginx.conf", "server { listen 80 default_server; }\n"],
    ["deploy/shop@.service", "[Service]\n"],
    ["deploy/shop@.socket", "[Socket]\nSocketUser=deploy-shop\nSocketGroup=www-data\n"],
    ["deploy/shop-front@.service", "[Service]\n"],
    ["deploy/shop.socket", "[Socket]\n"],
    ["deploy/shop-proxy.service", "[Service]\nSupplementaryGroups=www-data\n"],
    ["deploy/supervisor.conf", "[program:shop-@RELEASE@]\n"],
    ["deploy/shop-emperor.service", "[Service]\n"],
  ]),
  keys: ["ssh-ed25519 AAAAkey shop-deploy"],
  allowConfig: undefined,
};

/** As the probe says it. */
export const facts = (...lines: readonly string[]) =>
  readFacts(["uid 0", "system Some Linux 9", "systemd yes", ...lines, "end"].join("\n"));

/** What is planned, in words. */
export const titles = (...args: Parameters<typeof planSetup>) => {
  const { problems, packages, steps } = planSetup(...args);
  return [...problems, ...packages, ...steps].map((one) => (typeof one === "string" ? one : one.title));
};

export const nginx = [
  "program nginx",
  "nginx-test ok",
  "nginx-built-user www-data",
  "user www-data:x:33:33::/:/bin/false",
  "program logrotate",
  "program sudo",
  "python 3.11",
  "venv yes",
];

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** What the probe says of a Debian that setup has made ready for the app, a line each. */
export function prepared(ready: DesiredState = wish): string[] {
  const { app, login, keys } = ready;
  const bare = [...nginx, "program apt-get", "nginx-sites sites-enabled", "groups www-data www-data"];
  const { needs } = processManagers[app.processManager];
  const seen = facts(...bare);
  const { path, content, link } = desiredSite(seen, ready);
  const files = [...unitFiles(ready), ...approvedFiles(ready), ...ownFiles(seen, ready)];
  return [
    ...bare,
    ...(needs ? [`program ${needs.program}`] : []),
    `user ${app.name}:x:998:998::${paths(app.name).base}:/usr/sbin/nologin`,
    `user ${login}:x:1000:1000::/home/${login}:/bin/bash`,
    "gid 998",
    ...keys.map((key) => `authorized restrict,pty ${key}`),
    ...folders(app, login).map((one) => `folder ${one.path} ${one.mode} ${one.owner} ${one.group}`),
    ...[...files, { path, content, mode: "644" }].map(
      (one) => `file ${one.path} ${one.mode.replace(/^0/, "")} root root ${sha256(one.content)}`,
    ),
    ...(link ? [`link ${link.path} ${link.to}`] : []),
    ...services(app).map((unit) => `unit ${unit} enabled active no`),
  ];
}
