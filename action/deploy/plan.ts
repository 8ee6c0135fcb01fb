import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { App } from "../app/app.ts";

/** What the driver is told about the app. Times in seconds. */
export interface DriverSettings {
  /** What the app server speaks on its socket. */
  readonly protocol: "uwsgi" | "http";
  /** How to ask nginx on the server for this site. */
  readonly site: { readonly host: string; readonly port: number };
  readonly health: string;
  readonly gate: { readonly passes: number; readonly timeout: number };
  readonly smoke: {
    readonly path: string;
    readonly status: number;
    readonly contains: string;
    readonly timeout: number;
  };
  readonly keepReleases: number;
  readonly drain: number;
  readonly strategy: "blue-green" | "in-place";
  readonly hooks: Readonly<Record<string, { readonly run: string; readonly timeout: number }>>;
  readonly shared: readonly string[];
  readonly prober: { readonly rate: number; readonly seconds: number; readonly onFailure: "rollback" | "keep" };
  /** Whether the driver waits for a verdict from outside. */
  readonly outside: boolean;
}

/** @param probeSeconds what the prober's time is at least */
export function driverSettings(app: App, nginxConfig: string, probeSeconds = 0): DriverSettings {
  const { deploy } = app;
  const { release, beforeSwitch, afterSwitch } = deploy.hooks;
  return {
    protocol: app.server === "uwsgi" ? "uwsgi" : "http",
    site: { host: app.domain === "_" ? "localhost" : app.domain, port: listenPort(nginxConfig) },
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
    shared: deploy.shared,
    prober: { ...deploy.prober, seconds: Math.max(deploy.prober.seconds, probeSeconds) },
    outside: Boolean(deploy.url),
  };
}

/** The first plain-HTTP port that the site listens on. */
export function listenPort(nginxConfig: string): number {
  for (const [, address = "", more = ""] of nginxConfig.matchAll(/^\s*listen\s+(?:\S*:(?=\d+))?(\d+)([^;]*);/gm))
    if (!/\bssl\b|\bquic\b/.test(more)) return Number(address);
  return 80;
}

/** The site's nginx file of a repository; "" when it has none. */
export function readNginx(root: string): string {
  const path = join(root, "deploy/nginx.conf");
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
