import * as v from "valibot";
import type { App } from "./app/app.ts";
import { camelCase, deploySettings } from "./app/settings.ts";
import { type Reading, shown } from "./reading.ts";

/** Inputs that stand for a setting of flask-deploy.yml: they are checked by its schema and win over it. */
const settings: Readonly<Record<string, { path: readonly [string, string?]; number?: true }>> = {
  host: { path: ["host"] },
  user: { path: ["user"] },
  port: { path: ["port"], number: true },
  url: { path: ["url"] },
  "smoke-path": { path: ["smoke", "path"] },
  "smoke-status": { path: ["smoke", "status"], number: true },
  "smoke-contains": { path: ["smoke", "contains"] },
  "keep-releases": { path: ["keep_releases"], number: true },
};

/** The settings that inputs give, in the form of `App.deploy`. */
export function readOverrides(reading: Reading): Partial<App["deploy"]> {
  const tree: Record<string, unknown> = {};
  for (const [name, { path, number }] of Object.entries(settings)) {
    const text = reading.text(name);
    if (text === "") continue;
    const value = number ? (/^\d+$/.test(text) ? Number(text) : Number.NaN) : text;
    const [section, key] = path;
    tree[section] = key === undefined ? value : { ...(tree[section] as object), [key]: value };
  }
  const parsed = v.safeParse(deploySettings, tree);
  for (const issue of parsed.issues ?? []) {
    const at = v.getDotPath(issue);
    const name = Object.keys(settings).find((input) => settings[input]?.path.join(".") === at) ?? String(at);
    reading.wrong(name, `${issue.message}, not ${shown(reading.text(name))}`);
  }
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [camelCase(key), value]));
}

/** flask-deploy.yml with what the inputs say instead. */
export function overridden(app: App, given: Partial<App["deploy"]>): App {
  return { ...app, deploy: { ...app.deploy, ...given, smoke: { ...app.deploy.smoke, ...given.smoke } } };
}
