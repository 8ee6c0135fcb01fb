import { readFileSync } from "node:fs";
import type { Answers } from "../../../app/fields.ts";
import { wordsOf } from "../../../app/names.ts";
import { processManagers } from "../../../kinds/index.ts";
import type { ProcessManager } from "../../../kinds/process-manager.ts";
import { joinPython } from "../join-python.ts";
import { helperPath, targets } from "./layout.ts";

/** The answers that HTTPS depends on. */
export type TlsAnswers = "domain" | "tls" | "tlsEmail" | "tlsServer" | "tlsCertificate" | "tlsKey";

/** What setup writes at the top of the helper. None holds a quote: names, paths made of names, words of closed sets. */
export interface HelperConstants extends Pick<Answers, "name" | "processManager" | "socket" | TlsAnswers> {
  /** Where deploy/nginx.conf goes on this server. */
  readonly site: string;
  /** Whether a deploy may replace unit, site and socket files. */
  readonly allowConfig: boolean;
}

/** The program within the helper that reads logs. */
const readsLogs = joinPython({
  masking: readFileSync(new URL("../helper/logs/masking.py", import.meta.url), "utf8"),
  log_reader: readFileSync(new URL("../helper/logs/log_reader.py", import.meta.url), "utf8"),
});

/** The program within the helper that judges what a deploy wants to install. */
const approves = joinPython({
  copies: readFileSync(new URL("../helper/approve/copies.py", import.meta.url), "utf8"),
  words: readFileSync(new URL("../helper/approve/words.py", import.meta.url), "utf8"),
  sites: readFileSync(new URL("../helper/approve/sites.py", import.meta.url), "utf8"),
  units: readFileSync(new URL("../helper/approve/units.py", import.meta.url), "utf8"),
  verdict: readFileSync(new URL("../helper/approve/verdict.py", import.meta.url), "utf8"),
});

/** The program within the helper that looks where the names lead. */
const reach = readFileSync(new URL("../helper/tls/reach.py", import.meta.url), "utf8");

/** What differs between process managers; a server has the part of its own. */
const managers: Readonly<Record<ProcessManager, string>> = {
  systemd: readFileSync(new URL("../helper/managers/systemd.sh", import.meta.url), "utf8"),
  supervisor: readFileSync(new URL("../helper/managers/supervisor.sh", import.meta.url), "utf8"),
  emperor: readFileSync(new URL("../helper/managers/emperor.sh", import.meta.url), "utf8"),
};

/** One file on the server, so that it is replaced as one; in the order in which sh reads them. */
const template = [
  readFileSync(new URL("../helper/head.sh", import.meta.url), "utf8"),
  readFileSync(new URL("../helper/managers.sh", import.meta.url), "utf8"),
  "# @MANAGER@\n",
  readFileSync(new URL("../helper/releases.sh", import.meta.url), "utf8"),
  readFileSync(new URL("../helper/tasks.sh", import.meta.url), "utf8"),
  readFileSync(new URL("../helper/proxies.sh", import.meta.url), "utf8"),
  readFileSync(new URL("../helper/config.sh", import.meta.url), "utf8").replace("# @APPROVE@\n", () => approves),
  readFileSync(new URL("../helper/env.sh", import.meta.url), "utf8"),
  readFileSync(new URL("../helper/boot.sh", import.meta.url), "utf8"),
  readFileSync(new URL("../helper/tls/tls.sh", import.meta.url), "utf8").replace("# @REACH@\n", () => reach),
  readFileSync(new URL("../helper/report.sh", import.meta.url), "utf8"),
  readFileSync(new URL("../helper/logs/logs.sh", import.meta.url), "utf8").replace("# @LOGS@\n", () => readsLogs),
  readFileSync(new URL("../helper/facts.sh", import.meta.url), "utf8"),
  readFileSync(new URL("../helper/verbs.sh", import.meta.url), "utf8"),
].join("\n");

/** What the helper of this version answers to `version`. */
export const helperProtocol = /^PROTOCOL=(\d+)$/m.exec(template)?.[1] ?? "";

/** The root-owned helper of one app, as it is installed at {@link helperPath}. */
export function helperText({ site, allowConfig, ...app }: HelperConstants): string {
  const manager = processManagers[app.processManager];
  const values: Record<string, string> = {
    APP: app.name,
    HANDS_SOCKET: manager.handsSocket ? "1" : "0",
    READS_ENV: manager.readsEnvironment,
    SITE: site,
    FILES: targets(app)
      .map((pair) => pair.join(":"))
      .join(" "),
    ALLOW_CONFIG: allowConfig ? "1" : "0",
    TLS: app.tls,
    NAMES: wordsOf(app.domain).join(" "),
    ACME: app.tlsServer,
    EMAIL: app.tlsEmail || "-",
    CERTIFICATE: app.tlsCertificate,
    KEY: app.tlsKey,
  };
  const whole = template.replace("# @MANAGER@\n", () => managers[app.processManager]);
  return whole.replace(/^([A-Z_]+)='@\1@'/gm, (_, key: string) => {
    const value = values[key] ?? "";
    if (!/^[A-Za-z0-9@/._:+[\] -]+$/.test(value))
      throw new Error(`the helper's ${key} would be ${JSON.stringify(value)}`);
    return `${key}='${value}'`;
  });
}

/** The only thing the login that deploys may do as root. */
export function sudoersText(name: string, user: string): string {
  return `# ${user} deploys ${name}. The program checks its arguments itself: a pattern here would also match blanks.\n${user} ALL=(root) NOPASSWD: ${helperPath(name)}\n`;
}
