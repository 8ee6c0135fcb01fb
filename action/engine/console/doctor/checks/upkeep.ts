import { sockets } from "../../../kinds/socket.ts";
import { megabytes } from "../../format.ts";
import { bad, checkOf, ok, skip } from "../check.ts";
import { blockingRule } from "../firewall.ts";

const check = checkOf("server");
const releaseCheck = checkOf("release");

/** What other software does on the server, and what deploys leave there. */
export const upkeep = [
  check({
    id: "sshd",
    title: "sshd restricts password logins",
    severity: "warning",
    from: "root",
    judge({ root }) {
      const said = new Map((root.get("sshd") ?? []).map((line) => line.split(" ", 2) as [string, string]));
      if (said.size === 0) return skip("sshd does not report its settings");
      if (said.get("permitrootlogin") === "yes" && said.get("passwordauthentication") === "yes")
        return bad(
          "anyone may try root's password over ssh",
          "In /etc/ssh/sshd_config.d/: PasswordAuthentication no, PermitRootLogin prohibit-password; then systemctl reload ssh",
        );
      const starts = Number(said.get("maxstartups")?.split(":")[0] ?? 10);
      if (starts < 4)
        return bad(
          `sshd rejects logins from ${starts} at once on (MaxStartups)`,
          "Raise MaxStartups in sshd_config to its default, 10:30:100.",
        );
      return ok();
    },
  }),
  check({
    id: "banned",
    title: "fail2ban has not banned this address",
    severity: "error",
    from: "root",
    judge({ root }) {
      const said = root.get("banned")?.[0];
      if (said === undefined) return skip("there is no fail2ban");
      const jails = [...said.matchAll(/'([^']+)'/g)].map(([, name]) => name);
      if (jails.length === 0) return ok();
      return bad(
        `fail2ban has banned this machine's address in ${jails.join(", ")}`,
        `On the server, as root: fail2ban-client unban ADDRESS, or put it into ignoreip.`,
      );
    },
  }),
  check({
    id: "firewall",
    title: "the firewall lets visitors in",
    severity: "error",
    from: "root",
    after: ["banned"],
    judge({ root, here: { ports, site } }) {
      const known = ["nft", "iptables", "ufw"].filter((name) => root.has(name));
      if (known.length === 0) return skip("no known firewall is active");
      // The port can be reached from here, so no rule blocks it, whatever the rules seem to say.
      const rule = ports.site === "open" ? "" : blockingRule(root, site.port);
      if (!rule) return ok();
      return bad(
        `port ${site.port} cannot be reached, and the firewall has: ${rule}`,
        `Allow the port: ufw allow ${site.port}/tcp, or remove the rule.`,
      );
    },
  }),
  check({
    id: "selinux",
    title: "SELinux lets nginx connect to the app",
    severity: "error",
    from: "server",
    judge({ server: { selinux }, app }) {
      if (!selinux.enforcing) return skip("SELinux is not enforcing");
      if (selinux.connect || !sockets[app.socket].takesPorts) return ok();
      return bad(
        "SELinux keeps nginx from connecting to the app's port",
        "On the server, as root: setsebool -P httpd_can_network_connect 1",
      );
    },
  }),
  check({
    id: "apparmor",
    title: "AppArmor does not confine nginx or the app server",
    severity: "warning",
    from: "root",
    judge({ root }) {
      const enforced = (root.get("apparmor") ?? []).filter((line) => line.includes("(enforce)"));
      if (enforced.length === 0) return ok();
      return bad(
        `AppArmor confines ${enforced.join(", ")}`,
        "If the site answers 502 or 403: `journalctl -k -g apparmor` shows what was denied; aa-complain NAME allows it.",
      );
    },
  }),
  check({
    id: "failed-units",
    title: "nothing else on the server has failed",
    severity: "warning",
    from: "server",
    judge({ server, app }) {
      const current = `${app.name}@${server.release.id}.service`;
      const others = server.failed.filter((name) => name !== current && name !== "nginx.service");
      if (others.length === 0) return ok();
      return bad(
        `failed: ${others.join(", ")}`,
        `On the server: systemctl status ${others[0]}; then systemctl reset-failed`,
      );
    },
  }),
  releaseCheck({
    id: "lock",
    title: "no deploy is stuck",
    severity: "warning",
    from: "server",
    judge({ server: { lock } }) {
      if (!lock.held) return ok("no deploy is running");
      if (lock.seconds < 1800) return ok(`${lock.holder} deploys`);
      return bad(
        `${lock.holder} has held the deploy lock for ${Math.round(lock.seconds / 60)} min`,
        "Stop it: npx create-flask-deploy unlock",
      );
    },
  }),
  releaseCheck({
    id: "journal",
    title: "no deploy is incomplete",
    severity: "warning",
    from: "server",
    judge({ server: { journal, lock } }) {
      if (!journal.readable)
        return bad(
          "the journal of deploys cannot be read",
          "Run setup again: it sets the owners of /srv and its contents.",
        );
      if (lock.held) return skip("a deploy is running");
      const next = "The next deploy undoes or completes it: npx create-flask-deploy deploy";
      if (journal.unfinished) return bad(`the deploy of ${journal.unfinished} was interrupted`, next);
      return journal.torn
        ? bad("the last line of the deploy journal is truncated, by a full disk or a power failure", next)
        : ok();
    },
  }),
  releaseCheck({
    id: "leftovers",
    title: "no incomplete files are left",
    severity: "warning",
    from: "server",
    after: ["journal"],
    judge({ server: { leftovers, lock, journal }, root, app }) {
      if (lock.held || journal.unfinished) return skip("a deploy is incomplete");
      const saved = root?.has("saved") ? [`/var/lib/flask-deploy/${app.name}`] : [];
      const all = [...leftovers, ...saved];
      if (all.length === 0) return ok();
      return bad(
        `left by an interrupted setup or deploy: ${all.slice(0, 5).join(", ")}`,
        "Deploy again; you can remove what is left afterwards.",
      );
    },
  }),
  check({
    id: "caches",
    title: "caches are small",
    severity: "warning",
    from: "server",
    judge({ server: { caches } }) {
      const large = Object.entries(caches).filter(([, bytes]) => bytes > 2 ** 30);
      if (large.length === 0) return ok();
      return bad(
        large.map(([path, bytes]) => `${path} takes ${megabytes(bytes)}`).join("; "),
        `On the server: rm -rf ${large.map(([path]) => path).join(" ")}. A deploy sends its wheels and needs no cache.`,
      );
    },
  }),
];
