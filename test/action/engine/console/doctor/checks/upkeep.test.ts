import type { Facts } from "../../../../../../action/engine/console/doctor/facts.ts";
import type { ServerFacts } from "../../../../../../action/engine/console/doctor/told.ts";
import { both, nothing, onApp, onHere, onRoot, onServer, says } from "../changes.ts";
import { healthy } from "../healthy.ts";

const { server } = healthy();
const id = server.release.id;
const instance = `shop@${id}.service`;

const lock = (seconds: number) => ({ held: true, holder: "run 7", seconds });
const journal = (more: Partial<ServerFacts["journal"]>) => onServer({ journal: { ...server.journal, ...more } });
const without =
  (word: string) =>
  (facts: Facts): Facts => ({
    ...facts,
    root: new Map([...(facts.root ?? [])].filter(([one]) => one !== word)),
  });
const closed = onHere({ ports: { ssh: "open", site: "silent" } });

says([
  ["sshd", nothing, "ok: "],
  ["sshd", onRoot("sshd"), "skipped: sshd does not report its settings"],
  [
    "sshd",
    onRoot("sshd", "permitrootlogin yes", "passwordauthentication yes"),
    "warning: anyone may try root's password over ssh",
    /PasswordAuthentication no/,
  ],
  ["sshd", onRoot("sshd", "permitrootlogin yes", "passwordauthentication no"), "ok: "],
  ["sshd", onRoot("sshd", "permitrootlogin no", "passwordauthentication yes"), "ok: "],
  ["sshd", onRoot("sshd", "maxstartups 4:30:100"), "ok: "],
  [
    "sshd",
    onRoot("sshd", "maxstartups 3:30:100"),
    "warning: sshd rejects logins from 3 at once on (MaxStartups)",
    /10:30:100/,
  ],
  ["banned", nothing, "skipped: there is no fail2ban"],
  ["banned", onRoot("banned", "[]"), "ok: "],
  [
    "banned",
    onRoot("banned", "['sshd', 'recidive']"),
    "error: fail2ban has banned this machine's address in sshd, recidive",
    /unban ADDRESS/,
  ],
  ["firewall", nothing, "skipped: no known firewall is active"],
  ["firewall", onRoot("nft", "tcp dport 80 drop"), "ok: "],
  [
    "firewall",
    both(closed, onRoot("nft", "tcp dport 80 drop")),
    "error: port 80 cannot be reached, and the firewall has: tcp dport 80 drop",
    /ufw allow 80\/tcp/,
  ],
  ["firewall", both(closed, onRoot("iptables", "-A INPUT --dport 80 -j DROP")), /^error: /, /./],
  ["firewall", both(closed, onRoot("ufw", "Status: active")), /^error: /, /./],
  ["firewall", both(closed, onRoot("ufw", "Status: inactive")), "ok: "],
  ["selinux", nothing, "skipped: SELinux is not enforcing"],
  ["selinux", onServer({ selinux: { enforcing: true, connect: false } }), "ok: "],
  ["selinux", both(onApp({ socket: "tcp" }), onServer({ selinux: { enforcing: true, connect: true } })), "ok: "],
  ["apparmor", nothing, "ok: "],
  [
    "apparmor",
    onRoot("apparmor", "/a (enforce)", "/b (complain)", "/c (enforce)"),
    "warning: AppArmor confines /a (enforce), /c (enforce)",
    /aa-complain/,
  ],
  ["failed-units", nothing, "ok: "],
  ["failed-units", onServer({ failed: [instance, "nginx.service"] }), "ok: "],
  [
    "failed-units",
    onServer({ failed: [instance, "a.service", "b.service"] }),
    "warning: failed: a.service, b.service",
    /systemctl status a\.service;/,
  ],
  ["lock", nothing, "ok: no deploy is running"],
  ["lock", onServer({ lock: lock(1799) }), "ok: run 7 deploys"],
  [
    "lock",
    onServer({ lock: lock(1800) }),
    "warning: run 7 has held the deploy lock for 30 min",
    "Stop it: npx create-flask-deploy unlock",
  ],
  ["journal", nothing, "ok: "],
  ["journal", both(journal({ unfinished: "r2" }), onServer({ lock: lock(1) })), "skipped: a deploy is running"],
  ["journal", journal({ unfinished: "r2" }), "warning: the deploy of r2 was interrupted", /^The next deploy/],
  [
    "journal",
    journal({ torn: true }),
    /^warning: the last line of the deploy journal is truncated/,
    /^The next deploy/,
  ],
  ["leftovers", nothing, "ok: "],
  ["leftovers", onServer({ leftovers: ["/a"], lock: lock(1) }), "skipped: a deploy is incomplete"],
  [
    "leftovers",
    both(onServer({ leftovers: ["/a"] }), journal({ unfinished: "r2" })),
    "skipped: a deploy is incomplete",
  ],
  [
    "leftovers",
    both(onServer({ leftovers: "/a /b /c /d /e /f".split(" ") }), without("saved")),
    "warning: left by an interrupted setup or deploy: /a, /b, /c, /d, /e",
    /^Deploy again/,
  ],
  [
    "leftovers",
    onRoot("saved", "1"),
    "warning: left by an interrupted setup or deploy: /var/lib/flask-deploy/shop",
    /./,
  ],
  ["caches", onServer({ caches: { "/a": 2 ** 30 } }), "ok: "],
  [
    "caches",
    onServer({ caches: { "/a": 2 ** 30 + 1, "/b": 1, "/c": 20 * 2 ** 30 } }),
    "warning: /a takes 1024 MB; /c takes 20 GB",
    /rm -rf \/a \/c\./,
  ],
]);
