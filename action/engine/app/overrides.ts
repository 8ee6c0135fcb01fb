import * as v from "valibot";
import type { App } from "./app.ts";
import { camelCase, deploySettings } from "./settings.ts";

/** A setting of flask-deploy.yml that an input of the Action or a flag of the command line overrides. */
export interface Override {
  /** Keys below `deploy:`. */
  readonly path: readonly [section: string, key?: string];
  readonly kind: "text" | "integer";
  /** Placeholder for the value in `--help`. */
  readonly value: string;
  /** The line in `--help`. */
  readonly help: string;
}

/** By the name that the input and the flag share. */
export const overrides = {
  host: { path: ["host"], kind: "text", value: "HOST", help: "server to connect to (repeatable)" },
  user: { path: ["user"], kind: "text", value: "USER", help: "account that logs in" },
  port: { path: ["port"], kind: "integer", value: "N", help: "SSH port, 1 to 65535 [22]" },
  url: { path: ["url"], kind: "text", value: "URL", help: "public URL of the site, requested after the switch" },
  "smoke-path": {
    path: ["smoke", "path"],
    kind: "text",
    value: "PATH",
    help: "path to request through nginx after the switch",
  },
  "smoke-status": {
    path: ["smoke", "status"],
    kind: "integer",
    value: "N",
    help: "status that the response must have",
  },
  "smoke-contains": {
    path: ["smoke", "contains"],
    kind: "text",
    value: "TEXT",
    help: "text that the response must contain",
  },
  "keep-releases": {
    path: ["keep_releases"],
    kind: "integer",
    value: "N",
    help: "successful releases to keep on the server",
  },
} as const satisfies Readonly<Record<string, Override>>;

export type OverrideName = keyof typeof overrides;
export const overrideNames = Object.keys(overrides) as readonly OverrideName[];

/** The overrides that were set, and their problems according to the schema of flask-deploy.yml itself. */
export interface ReadOverrides {
  readonly given: Partial<App["deploy"]>;
  readonly problems: readonly { readonly name: OverrideName; readonly message: string }[];
}

/** @param texts as typed; an absent or empty text is not set */
export function readOverrides(texts: Readonly<Partial<Record<OverrideName, string>>>): ReadOverrides {
  const tree: Record<string, unknown> = {};
  for (const name of overrideNames) {
    const text = texts[name] ?? "";
    if (text === "") continue;
    const { path, kind }: Override = overrides[name];
    const value = kind === "integer" ? (/^\d+$/.test(text) ? Number(text) : Number.NaN) : text;
    const [section, key] = path;
    tree[section] = key === undefined ? value : { ...(tree[section] as object), [key]: value };
  }
  const { issues = [] } = v.safeParse(deploySettings, tree);
  const problems = issues.map((issue) => {
    const at = v.getDotPath(issue);
    const name = overrideNames.find((each) => overrides[each].path.join(".") === at);
    return { name: name ?? "host", message: issue.message };
  });
  return {
    given: Object.fromEntries(Object.entries(tree).map(([key, value]) => [camelCase(key), value])),
    problems,
  };
}

/** Why a value is invalid; undefined if it is valid. */
export const overrideProblem = (name: OverrideName, text: string): string | undefined =>
  text === "" ? "must not be empty" : readOverrides({ [name]: text }).problems[0]?.message;

/** flask-deploy.yml with the overrides applied. */
export function overridden(app: App, given: Partial<App["deploy"]>): App {
  return { ...app, deploy: { ...app.deploy, ...given, smoke: { ...app.deploy.smoke, ...given.smoke } } };
}
