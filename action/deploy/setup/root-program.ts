import { readFileSync } from "node:fs";
import type { Answers } from "../../app/fields.ts";
import { helperPath } from "./layout.ts";

/** What setup writes at the top of the helper. None holds a quote: names, paths made of names, words of closed sets. */
export interface HelperConstants extends Pick<Answers, "name" | "processManager" | "socket"> {
  /** Where deploy/nginx.conf goes on this server. */
  readonly site: string;
  /** Whether a deploy may replace unit, site and socket files. */
  readonly allowConfig: boolean;
}

/** The program within the helper that reads logs; two files of the source, one after the other. */
const readsLogs = [
  readFileSync(new URL("../remote/root-program/masking.py", import.meta.url), "utf8"),
  readFileSync(new URL("../remote/root-program/logs.py", import.meta.url), "utf8"),
].join("\n");

/** One file on the server, so that it is replaced as one; in the order in which sh reads them. */
const template = [
  readFileSync(new URL("../remote/root-program/head.sh", import.meta.url), "utf8"),
  readFileSync(new URL("../remote/root-program/managers.sh", import.meta.url), "utf8"),
  readFileSync(new URL("../remote/root-program/releases.sh", import.meta.url), "utf8"),
  readFileSync(new URL("../remote/root-program/tasks.sh", import.meta.url), "utf8"),
  readFileSync(new URL("../remote/proxies.sh", import.meta.url), "utf8"),
  readFileSync(new URL("../remote/root-program/config.sh", import.meta.url), "utf8").replace("# @APPROVE@\n", () =>
    readFileSync(new URL("../remote/root-program/approve.py", import.meta.url), "utf8"),
  ),
  readFileSync(new URL("../remote/root-program/env.sh", import.meta.url), "utf8"),
  readFileSync(new URL("../remote/root-program/boot.sh", import.meta.url), "utf8"),
  readFileSync(new URL("../remote/root-program/report.sh", import.meta.url), "utf8"),
  readFileSync(new URL("../remote/root-program/logs.sh", import.meta.url), "utf8").replace(
    "# @LOGS@\n",
    () => readsLogs,
  ),
  readFileSync(new URL("../remote/root-program/facts.sh", import.meta.url), "utf8"),
  readFileSync(new URL("../remote/root-program/verbs.sh", import.meta.url), "utf8"),
].join("\n");

/** What the helper of this version answers to `version`. */
export const helperProtocol = /^PROTOCOL=(\d+)$/m.exec(template)?.[1] ?? "";

/** The root-owned helper of one app, as it is installed at {@link helperPath}. */
export function helperText({ name, processManager, socket, site, allowConfig }: HelperConstants): string {
  const values: Record<string, string> = {
    APP: name,
    MANAGER: processManager,
    SOCKET: socket,
    SITE: site,
    ALLOW_CONFIG: allowConfig ? "1" : "0",
  };
  return template.replace(/^([A-Z_]+)='@\1@'/gm, (_, key: string) => {
    const value = values[key] ?? "";
    if (!/^[A-Za-z0-9@/._-]+$/.test(value)) throw new Error(`the helper's ${key} would be ${JSON.stringify(value)}`);
    return `${key}='${value}'`;
  });
}

/** The only thing the login that deploys may do as root. */
export function sudoersText(name: string, user: string): string {
  return `# ${user} deploys ${name}. The program checks its arguments itself: a pattern here would also match blanks.\n${user} ALL=(root) NOPASSWD: ${helperPath(name)}\n`;
}
