import { existsSync } from "node:fs";
import { join } from "node:path";
import type { App } from "../../app/app.ts";
import { canonicalName } from "../../app/names.ts";
import { readPlainFile } from "../../app/plain-file.ts";
import { served, servedAt } from "../../deploy/served.ts";
import { appServers, processManagers } from "../../kinds/index.ts";
import { targets } from "./setup/layout.ts";

/**
 * What the driver is told about the app. Times in seconds, paths as in {@link FileEntry}.
 *
 * @param probeSeconds what the prober's time is at least
 */
export function driverSettings(app: App, nginxConfig: string, probeSeconds = 0) {
  const { deploy } = app;
  const { release, beforeSwitch, afterSwitch } = deploy.hooks;
  return {
    /** What the app server speaks on its socket. */
    protocol: appServers[app.server].protocol,
    /** How to ask nginx on the server for this site. */
    site: siteOf(app, nginxConfig),
    /** The unit of a release, with `@` before its id; "" where systemd does not run it itself. */
    unit: processManagers[app.processManager].instances(app.name)[0] ?? "",
    health: deploy.health,
    gate: deploy.gate,
    smoke: { ...deploy.smoke, contains: deploy.smoke.contains ?? "" },
    keepReleases: deploy.keepReleases,
    drain: deploy.drain,
    strategy: deploy.strategy,
    hooks: {
      ...(release && { release }),
      ...(beforeSwitch && { before_switch: beforeSwitch }),
      ...(afterSwitch && { after_switch: afterSwitch }),
    },
    /** Folders that outlive a release, and which of them nginx reads. */
    shared: deploy.shared.map(bytesOfPath),
    web: served(nginxConfig, `/srv/${app.name}/shared`).map(bytesOfPath),
    /** What of a release nginx serves: files, and folders with all that is in them. */
    public: served(nginxConfig, `/srv/${app.name}/current`).map(bytesOfPath),
    /** Which URLs nginx answers from which folders of the release. */
    statics: servedAt(nginxConfig, `/srv/${app.name}/current`).map(([url, folder]) => [url, bytesOfPath(folder)]),
    /** Path in the release → path on the server, for what the process manager reads. */
    files: targets(app),
    prober: { ...deploy.prober, seconds: Math.max(deploy.prober.seconds, probeSeconds) },
  };
}

const bytesOfPath = (path: string) => Buffer.from(path).toString("latin1");

/** How nginx on the server is asked for the site, the way that visitors go. */
export function siteOf({ domain, tls }: Pick<App, "domain" | "tls">, nginxConfig: string) {
  const host = canonicalName(domain);
  const protocol: "http" | "https" = tls === "none" ? "http" : "https";
  return { host: host === "_" ? "localhost" : host, port: listenPort(nginxConfig, protocol), protocol };
}

/** The first port that the site listens on for one of both. */
export function listenPort(nginxConfig: string, protocol: "http" | "https" = "http"): number {
  const kind = { http: /^(?!.*\b(ssl|quic)\b)/, https: /\bssl\b/ }[protocol];
  for (const [, address = "", more = ""] of nginxConfig.matchAll(/^\s*listen\s+(?:\S*:(?=\d+))?(\d+)([^;]*);/gm))
    if (kind.test(more)) return Number(address);
  return { http: 80, https: 443 }[protocol];
}

/** The site's nginx file of a repository; "" when it has none. */
export function readNginx(root: string): string {
  const path = join(root, "deploy/nginx.conf");
  return existsSync(path) ? readPlainFile(path) : "";
}
