import { readFileSync } from "node:fs";

/** What is on the server, as the probe saw it. Nothing here comes from the system's name. */
export interface Facts {
  /** For people only. */
  readonly system: string;
  readonly isRoot: boolean;
  readonly systemd: boolean;
  readonly packageManager: "apt-get" | "dnf" | undefined;
  readonly programs: ReadonlySet<string>;
  /** "3.11"; undefined when there is no python3. */
  readonly python: string | undefined;
  readonly venv: boolean;
  readonly nginx: NginxFacts | undefined;
  readonly users: ReadonlyMap<string, { readonly uid: number; readonly home: string; readonly shell: string }>;
  /** User → all groups it is in. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** What has the app's name and is not ours: a unit of the system, a folder. */
  readonly taken: readonly string[];
  /** Name servers of /etc/resolv.conf. */
  readonly nameservers: readonly string[];
  /** The app's group; undefined when there is none. */
  readonly gid: number | undefined;
  /** Lines of the login's authorized_keys. */
  readonly authorized: readonly string[];
  readonly units: ReadonlyMap<string, { readonly enabled: boolean; readonly active: boolean; readonly stale: boolean }>;
  readonly paths: ReadonlyMap<string, PathFact>;
  /** What the installed helper was told; undefined when there is none. */
  readonly allowConfig: boolean | undefined;
  /** What the helper answered to `version` when the login called it. */
  readonly helper: string;
  /** "ssh-ed25519 AAAA…", best first. */
  readonly hostKeys: readonly string[];
}

export interface NginxFacts {
  readonly user: string;
  /** Which folder nginx.conf includes. */
  readonly sites: "sites-enabled" | "conf.d";
  /** Configuration files that are as their package brought them. */
  readonly stock: ReadonlySet<string>;
  /** Everything that is enabled: links of sites-enabled, files of conf.d. */
  readonly enabled: readonly string[];
  /** Those of them that answer to any name. */
  readonly forAny: readonly string[];
  /** What `nginx -t` complains of; "" when it does not. */
  readonly broken: string;
  /** Groups of each running worker. */
  readonly workers: readonly (readonly number[])[];
}

export type PathFact =
  | { readonly kind: "link"; readonly to: string }
  | { readonly kind: "folder"; readonly mode: string; readonly owner: string; readonly group: string }
  | {
      readonly kind: "file";
      readonly mode: string;
      readonly owner: string;
      readonly group: string;
      readonly sha256: string;
    };

const script = readFileSync(new URL("./probe.sh", import.meta.url), "utf8");

/** What to ask about; the answers are {@link Facts}. */
export interface Question {
  readonly app: string;
  readonly login: string;
  readonly users: readonly string[];
  readonly units: readonly string[];
  readonly paths: readonly string[];
}

/** The probe's command line, to be run as root. */
export function probe({ app, login, users, units, paths }: Question): readonly string[] {
  return ["sh", "-c", script, "sh", app, login, ...users, "--", ...units, "--", ...paths];
}

/**
 * Reads what the probe said.
 *
 * @throws when it did not come to its end.
 */
export function readFacts(said: string): Facts {
  const lines = said.split("\n").map((line) => /^(\S+) ?(.*)$/.exec(line)?.slice(1) ?? ["", ""]) as [string, string][];
  const all = (word: string) => lines.filter(([key]) => key === word).map(([, value]) => value);
  const one = (word: string) => all(word)[0];
  if (one("end") === undefined) throw new Error(`the look at the server broke off:\n${said.slice(-500)}`);
  const programs = new Set(all("program"));
  const packageManager = (["apt-get", "dnf"] as const).find((name) => programs.has(name));
  const split = (word: string) => all(word).map((value) => value.split(" "));
  return {
    system: one("system") ?? "unknown",
    isRoot: one("uid") === "0",
    systemd: one("systemd") === "yes",
    packageManager,
    programs,
    python: one("python") || undefined,
    venv: one("venv") === "yes",
    nginx: programs.has("nginx")
      ? {
          user: one("nginx-user") || one("nginx-built-user") || "nobody",
          sites: one("nginx-sites") === "sites-enabled" ? "sites-enabled" : "conf.d",
          stock: new Set(all("stock")),
          enabled: all("site"),
          forAny: all("site-for-any"),
          broken: one("nginx-test") === "ok" ? "" : all("nginx-said").join("\n") || "nginx -t failed",
          workers: all("nginx-worker").map((ids) => ids.split(" ").map(Number)),
        }
      : undefined,
    users: new Map(
      all("user").map((entry) => {
        const [name = "", , uid = "", , , home = "", shell = ""] = entry.split(":");
        return [name, { uid: Number(uid), home, shell }];
      }),
    ),
    groups: new Map(split("groups").map(([user = "", ...names]) => [user, names])),
    taken: split("taken").map(([, path = ""]) => path),
    nameservers: all("nameserver"),
    gid: one("gid") === undefined ? undefined : Number(one("gid")),
    authorized: all("authorized"),
    units: new Map(
      all("unit").map((entry) => {
        // An unknown unit has empty words here.
        const [name = "", enabled = "", active = "", stale = ""] = entry.split(" ");
        return [name, { enabled: enabled === "enabled", active: active === "active", stale: stale === "yes" }];
      }),
    ),
    paths: new Map([
      ...split("link").map(([path = "", to = ""]): [string, PathFact] => [path, { kind: "link", to }]),
      ...split("folder").map(([path = "", mode = "", owner = "", group = ""]): [string, PathFact] => [
        path,
        { kind: "folder", mode, owner, group },
      ]),
      ...split("file").map(([path = "", mode = "", owner = "", group = "", sha256 = ""]): [string, PathFact] => [
        path,
        { kind: "file", mode, owner, group, sha256 },
      ]),
    ]),
    allowConfig: one("allow-config") === undefined ? undefined : one("allow-config") === "1",
    helper: one("helper") ?? "",
    hostKeys: all("hostkey"),
  };
}
