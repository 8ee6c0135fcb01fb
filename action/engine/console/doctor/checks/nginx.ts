import { wordsOf } from "../../../app/names.ts";
import { bad, checkOf, ok, skip } from "../check.ts";
import { unitOf } from "../facts.ts";
import type { BareFacts } from "../told.ts";

const check = checkOf("nginx");

const siteOf = (bare: BareFacts) => bare.helper?.constants.SITE ?? "";
/** The path from which nginx reads the site: on Debian, a symlink in sites-enabled. */
const readAs = (site: string) => site.replace("/sites-available/", "/sites-enabled/");

export const nginx = [
  check({
    id: "nginx-config",
    title: "nginx accepts its configuration",
    severity: "error",
    from: "root",
    judge({ root }) {
      const said = (root.get("nginx") ?? []).filter((line) => line.startsWith("[emerg]"));
      if (said.length === 0) return ok();
      const site =
        "If the error is in this app's file, `npx create-flask-deploy lint` finds it here, and setup installs the repository's file.";
      return bad(said.join("; "), `On the server: sudo nginx -t. ${site}`);
    },
  }),
  check({
    id: "nginx",
    title: "nginx runs, also after a reboot",
    severity: "error",
    from: "server",
    judge({ server }) {
      const { LoadState, ActiveState, UnitFileState } = unitOf(server, "nginx.service") ?? {};
      if (LoadState !== "loaded") return bad("nginx is not installed", "Run setup again.");
      if (ActiveState !== "active")
        return bad(
          `nginx is ${ActiveState}`,
          "On the server: sudo systemctl restart nginx; `journalctl -u nginx` shows why it stopped.",
        );
      return UnitFileState === "enabled"
        ? ok()
        : bad("nginx is not started after a reboot", "On the server: sudo systemctl enable nginx", "warning");
    },
  }),
  check({
    id: "site-enabled",
    title: "nginx reads the app's site",
    severity: "error",
    from: "root",
    after: ["nginx-config"],
    judge({ root, bare, login }) {
      const files = root.get("nginx-file") ?? [];
      const site = siteOf(bare);
      if (files.length === 0) return skip("nginx does not report which files it reads");
      if (files.includes(site) || files.includes(readAs(site))) return ok(site);
      return bad(`nginx does not read ${readAs(site)}`, `Run: npx create-flask-deploy setup ${login.host}`);
    },
  }),
  check({
    id: "server-name",
    title: "no other site has the same server_name",
    severity: "error",
    from: "root",
    after: ["nginx-config"],
    judge({ root, app }) {
      const clashes = (root.get("nginx") ?? []).flatMap((line) => {
        const [, name = "", address = ""] = /conflicting server name "([^"]*)" on ([^,]+)/.exec(line) ?? [];
        return wordsOf(app.domain).includes(name) ? [address] : [];
      });
      if (clashes.length === 0) return ok(app.domain);
      return bad(
        `another site has the server_name ${app.domain} too (${clashes.join(", ")}): nginx uses the one that it reads first`,
        `On the server: grep -rn "server_name.*${app.domain}" /etc/nginx shows both; disable one.`,
      );
    },
  }),
];
