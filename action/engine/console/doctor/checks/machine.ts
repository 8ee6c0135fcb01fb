import { isAtLeast } from "../../../app/names.ts";
import { days, megabytes } from "../../format.ts";
import { bad, checkOf, ok, skip } from "../check.ts";
import { endOfLife } from "../end-of-life.ts";
import { unitOf } from "../facts.ts";

const check = checkOf("server");

/** Any of these rotates logs. */
export const rotators = ["logrotate.timer", "cron.service", "crond.service"];

/** The server itself: Python, clock, memory, disk space. */
export const machine = [
  check({
    id: "python",
    title: "the server's Python is recent enough",
    severity: "error",
    from: "bare",
    after: ["setup"],
    judge({ bare: { python, system }, app }) {
      if (isAtLeast(python.version, app.python)) return ok(python.version);
      return bad(
        `the server's python3 is ${python.version}, but flask-deploy.yml requires ${app.python} or newer`,
        `Lower python: in flask-deploy.yml if the app allows it, or use a newer release of ${system.name}.`,
      );
    },
  }),
  check({
    id: "venv",
    title: "Python can create virtual environments",
    severity: "error",
    from: "bare",
    after: ["setup"],
    judge({ bare: { python } }) {
      if (python.venv) return ok();
      return bad("python3 has no venv or ensurepip", "On the server, as root: apt-get install python3-venv");
    },
  }),
  check({
    id: "distribution",
    title: "the distribution still gets security fixes",
    severity: "warning",
    from: "bare",
    judge({ bare: { system }, here: { asked } }) {
      const end = endOfLife(system.id, system.version);
      if (end === undefined) return skip(`the support period of ${system.name || "this system"} is unknown`);
      if (asked[0] * 1000 < Date.parse(end)) return ok(`${system.name}, until ${end}`);
      return bad(
        `${system.name} has had no security fixes since ${end}`,
        "Move to a newer release: setup prepares a new server in one run.",
      );
    },
  }),
  check({
    id: "clock",
    title: "the server's clock is correct",
    severity: "warning",
    from: "bare",
    judge({ bare: { now }, here: { asked } }) {
      const [from, to] = asked;
      const off = now < from ? now - from : now > to ? now - to : 0;
      if (Math.abs(off) < 5) return ok();
      const by = Math.abs(off) < 120 ? `${Math.round(Math.abs(off))} s` : `${Math.round(Math.abs(off) / 60)} min`;
      return bad(
        `the server's clock is ${by} ${off > 0 ? "ahead of" : "behind"} this machine's`,
        "On the server: timedatectl set-ntp true (or install chrony). If the server's clock is correct, this machine's is wrong.",
        Math.abs(off) > 300 ? "error" : "warning",
      );
    },
  }),
  check({
    id: "time-sync",
    title: "the clock is synchronized",
    severity: "warning",
    from: "server",
    judge({ server: { clock } }) {
      if (clock.synchronized) return ok();
      if (clock.container) return skip("a container has its host's clock");
      return bad(
        "the server's clock is not synchronized",
        "On the server, as root: apt-get install systemd-timesyncd (or chrony), then timedatectl set-ntp true",
      );
    },
  }),
  check({
    id: "disk",
    title: "the disk has free space",
    severity: "warning",
    from: "server",
    judge({ server: { disk } }) {
      const seen = Object.entries(disk).map(([path, { free, size }]) => ({
        path,
        free,
        share: size > 0 ? free / size : 1,
      }));
      const least = seen.toSorted((a, b) => a.share - b.share)[0];
      if (!least) return skip("the disk was not measured");
      const said = `${megabytes(least.free)} (${Math.round(least.share * 100)} %) are free on ${least.path}`;
      const next = "On the server: `du -xh / | sort -h | tail -30`. Fewer releases: deploy.keep_releases.";
      if (least.share < 0.02 || least.free < 30 << 20) return bad(said, next, "error");
      return least.share < 0.1 && least.free < 2 ** 31 ? bad(said, next) : ok(said);
    },
  }),
  check({
    id: "inodes",
    title: "the disk has free inodes",
    severity: "warning",
    from: "server",
    judge({ server: { disk } }) {
      const seen = Object.entries(disk).filter(([, { inodes }]) => inodes > 0);
      const shares = seen.map(([path, { inodes, inodesFree }]) => ({
        path,
        left: inodesFree,
        share: inodesFree / inodes,
      }));
      const least = shares.toSorted((a, b) => a.share - b.share)[0];
      if (!least) return skip("this file system does not count inodes");
      if (least.share >= 0.05) return ok(`${least.left} more files on ${least.path}`);
      return bad(
        `only ${least.left} more files can be created on ${least.path}`,
        "On the server: `du --inodes -x / | sort -n | tail`. Look for sessions or caches stored as single files.",
        least.share < 0.01 ? "error" : "warning",
      );
    },
  }),
  check({
    id: "memory",
    title: "the memory is enough for two releases",
    severity: "warning",
    from: "server",
    judge({ server: { memory } }) {
      const { free, instance } = memory;
      if (free >= instance * 1.2) return ok(`${megabytes(free)} are free, the app takes ${megabytes(instance)}`);
      return bad(
        `the app takes ${megabytes(instance)} and ${megabytes(free)} are free: the next deploy stops the old release first`,
        "Use fewer workers, or add memory or swap.",
      );
    },
  }),
  check({
    id: "swap",
    title: "the server has swap or 1 GB of memory",
    severity: "warning",
    from: "server",
    judge({ server: { memory } }) {
      if (memory.swap > 0 || memory.total >= 2 ** 30 * 0.95) return ok();
      return bad(
        `the server has ${megabytes(memory.total)} of memory and no swap`,
        "On the server, as root: fallocate -l 1G /swap && chmod 600 /swap && mkswap /swap && swapon /swap, and a line in /etc/fstab.",
      );
    },
  }),
  check({
    id: "oom",
    title: "no process was killed for lack of memory",
    severity: "warning",
    from: "root",
    judge({ root }) {
      const lines = root.get("oom") ?? [];
      if (lines.length === 0) return ok();
      return bad(
        `in the last week: ${lines.at(-1)}`,
        "Use fewer workers, or add memory or swap; `journalctl -k -g oom` shows which process used it.",
      );
    },
  }),
  check({
    id: "updates",
    title: "updates are installed",
    severity: "warning",
    from: "server",
    judge({ server: { updates } }) {
      if (updates.days < 60)
        return ok(updates.unattended ? "unattended-upgrades installs them" : `last ${days(updates.days)} ago`);
      return bad(
        `no package was updated for ${days(updates.days)}`,
        updates.unattended
          ? "unattended-upgrades is installed but does nothing: systemctl status apt-daily-upgrade.timer"
          : "On the server, as root: apt-get install unattended-upgrades",
      );
    },
  }),
  check({
    id: "reboot",
    title: "no installed update needs a reboot",
    severity: "warning",
    from: "server",
    judge({ server: { updates } }) {
      return updates.reboot
        ? bad("an installed update needs a reboot", "Reboot at a convenient time: the app starts by itself.")
        : ok();
    },
  }),
  check({
    id: "logs",
    title: "logs are rotated",
    severity: "warning",
    from: "server",
    judge({ server }) {
      const { rotate, rule, files } = server.logs;
      const large = Object.entries(files).find(([, bytes]) => bytes > 2 ** 30);
      if (large)
        return bad(
          `${large[0]} is ${megabytes(large[1])}`,
          "`logrotate -d /etc/logrotate.d/nginx` on the server shows why the log is not rotated.",
        );
      if (!rotate || !rule)
        return bad(
          rotate ? "logrotate has no rule for nginx" : "there is no logrotate",
          "On the server, as root: apt-get install --reinstall logrotate nginx-common",
        );
      if (rotators.some((name) => unitOf(server, name)?.ActiveState === "active")) return ok();
      return bad(
        "nothing runs logrotate: neither its timer nor cron is active",
        "On the server, as root: systemctl enable --now logrotate.timer",
      );
    },
  }),
];
