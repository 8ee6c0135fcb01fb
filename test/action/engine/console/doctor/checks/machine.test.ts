import type { ServerFacts } from "../../../../../../action/engine/console/doctor/told.ts";
import { both, nothing, onApp, onRoot, onServer, onUnit, says } from "../changes.ts";
import { healthy } from "../healthy.ts";

const { server, here } = healthy();
const now = here.asked[0] + 1;

const disk = (free: number, size: number, more: object = {}) =>
  onServer({
    disk: {
      "/": { size: 10e9, free: 9e9, inodes: 0, inodesFree: 0, device: 1 },
      "/v": { size, free, inodes: 0, inodesFree: 0, device: 2, ...more },
    },
  });
const inodes = (inodesFree: number) => disk(9e9, 10e9, { inodes: 1000, inodesFree });
const memory = (more: Partial<ServerFacts["memory"]>) => onServer({ memory: { ...server.memory, ...more } });
const python = (version: string) => onServer({ python: { version, venv: true } });
const updates = (days: number, unattended: boolean) => onServer({ updates: { days, unattended, reboot: false } });
const logs = (more: Partial<ServerFacts["logs"]>) => onServer({ logs: { ...server.logs, ...more } });
const distribution = (version: string, id = "debian") =>
  onServer({ system: { id, version, name: version && `Debian ${version}` } });
const shrink = "Use fewer workers, or add memory or swap.";

says([
  ["python", nothing, "ok: 3.11.2"],
  ["python", both(python("3.9.1"), onApp({ python: "3.9" })), "ok: 3.9.1"],
  [
    "python",
    both(python("3.9.1"), onApp({ python: "3.10" })),
    "error: the server's python3 is 3.9.1, but flask-deploy.yml requires 3.10 or newer",
    /newer release of Debian GNU\/Linux 12/,
  ],
  ["python", both(python("4.0.0"), onApp({ python: "3.10" })), "ok: 4.0.0"],
  ["python", both(python("2.20.0"), onApp({ python: "3.10" })), /^error: /, /./],
  ["venv", nothing, "ok: "],
  [
    "venv",
    onServer({ python: { version: "3.11.2", venv: false } }),
    "error: python3 has no venv or ensurepip",
    /apt-get install python3-venv$/,
  ],
  ["distribution", nothing, "ok: Debian GNU/Linux 12 (bookworm), until 2028-06-30"],
  [
    "distribution",
    distribution("11"),
    "warning: Debian 11 has had no security fixes since 2026-08-31",
    /setup prepares a new server/,
  ],
  ["distribution", distribution("7.1"), "skipped: the support period of Debian 7.1 is unknown"],
  ["distribution", distribution("", "x"), "skipped: the support period of this system is unknown"],
  ["clock", onServer({ now: now - 6 }), /^warning: .* is 5 s behind this/, /timedatectl/],
  ["clock", onServer({ now: now - 6.5 + 1 }), "ok: "],
  ["clock", onServer({ now: now + 5.5 }), "ok: "],
  ["clock", onServer({ now: now + 6 }), /^warning: the server's clock is 5 s ahead of this/, /timedatectl/],
  ["clock", onServer({ now: now + 120 }), /is 119 s ahead/, /./],
  ["clock", onServer({ now: now + 121 }), /is 2 min ahead/, /./],
  ["clock", onServer({ now: now + 301 }), /^warning: .* 5 min ahead/, /./],
  ["clock", onServer({ now: now - 303 }), /^error: .* 5 min behind/, /./],
  ["time-sync", nothing, "ok: "],
  [
    "time-sync",
    onServer({ clock: { synchronized: false, container: true } }),
    "skipped: a container has its host's clock",
  ],
  ["disk", nothing, "ok: 11 GB (60 %) are free on /"],
  ["disk", disk(2e9, 20e9), "ok: 1907 MB (10 %) are free on /v"],
  ["disk", disk(1.9e9, 20e9), "warning: 1812 MB (10 %) are free on /v", /keep_releases/],
  ["disk", disk(3e9, 40e9), "ok: 2861 MB (8 %) are free on /v"],
  ["disk", disk(0.39e9, 20e9), "error: 372 MB (2 %) are free on /v", /keep_releases/],
  ["disk", disk(30 * 2 ** 20 - 1, 60 * 2 ** 20), /^error: 30 MB \(50 %\)/, /./],
  ["disk", disk(30 * 2 ** 20, 60 * 2 ** 20), /^ok: 30 MB \(50 %\)/],
  ["disk", disk(0, 0), "ok: 8583 MB (90 %) are free on /"],
  ["disk", onServer({ disk: {} }), "skipped: the disk was not measured"],
  ["inodes", nothing, "ok: 900000 more files on /"],
  ["inodes", inodes(50), "ok: 50 more files on /v"],
  ["inodes", inodes(49), "warning: only 49 more files can be created on /v", /du --inodes/],
  ["inodes", inodes(10), /^warning: only 10 /, /./],
  ["inodes", inodes(9), /^error: only 9 /, /./],
  ["inodes", disk(9e9, 10e9), "skipped: this file system does not count inodes"],
  ["memory", nothing, "ok: 1907 MB are free, the app takes 57 MB"],
  ["memory", memory({ free: 120e6, instance: 100e6 }), "ok: 114 MB are free, the app takes 95 MB"],
  ["memory", memory({ free: 119e6, instance: 100e6 }), /^warning: the app takes 95 MB and 113 MB are free/, shrink],
  ["swap", memory({ total: 5e8, swap: 1 }), "ok: "],
  ["swap", memory({ total: 1.03e9 }), "ok: "],
  ["swap", memory({ total: 1.01e9 }), "warning: the server has 963 MB of memory and no swap", /mkswap/],
  ["oom", nothing, "ok: "],
  ["oom", onRoot("oom", "of monday", "of tuesday"), "warning: in the last week: of tuesday", /journalctl -k -g oom/],
  ["updates", nothing, "ok: unattended-upgrades installs them"],
  ["updates", updates(1, false), "ok: last 1 day ago"],
  ["updates", updates(59, false), "ok: last 59 days ago"],
  [
    "updates",
    updates(60, false),
    "warning: no package was updated for 60 days",
    /apt-get install unattended-upgrades$/,
  ],
  [
    "updates",
    updates(60, true),
    "warning: no package was updated for 60 days",
    /^unattended-upgrades is installed but/,
  ],
  ["reboot", nothing, "ok: "],
  [
    "reboot",
    onServer({ updates: { ...server.updates, reboot: true } }),
    "warning: an installed update needs a reboot",
    /^Reboot/,
  ],
  ["logs", nothing, "ok: "],
  ["logs", logs({ rule: false }), "warning: logrotate has no rule for nginx", /--reinstall/],
  ["logs", logs({ rotate: false }), "warning: there is no logrotate", /--reinstall/],
  ["logs", logs({ files: { "/a": 2 ** 30 } }), "ok: "],
  ["logs", logs({ files: { "/a": 1, "/b": 2 ** 30 + 1 } }), "warning: /b is 1024 MB", /logrotate -d/],
  [
    "logs",
    onUnit("logrotate.timer", { ActiveState: "inactive" }),
    "warning: nothing runs logrotate: neither its timer nor cron is active",
    /enable --now/,
  ],
  ["logs", onServer({ units: [{ Id: "crond.service", ActiveState: "active" }] }), "ok: "],
]);
