"""Facts about files, folders and accounts of the server. A missing one raises no exception."""
from __future__ import annotations

import grp
import hashlib
import os
import pwd
import stat
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterable, Iterator
    from answers import Logs, PathFact, Room, Selinux, Updates, Worker
    from host import Host

MANY = 5000  # limit for the entries of one tree
KINDS = ((stat.S_ISLNK, "link"), (stat.S_ISDIR, "folder"), (stat.S_ISREG, "file"), (stat.S_ISSOCK, "socket"))


def seen(path: str) -> PathFact | None:
    """Kind, mode, owner and group, and the digest of a readable file; None if it is missing or cannot be inspected."""
    try:
        info = os.lstat(path)
    except OSError:
        return None
    kind = next((name for test, name in KINDS if test(info.st_mode)), "other")
    mode = "%o" % stat.S_IMODE(info.st_mode)
    return {"path": path, "kind": kind, "mode": mode, "owner": user_name(info.st_uid), "group": group_name(info.st_gid),
            "sha256": digest(path) if kind == "file" else "", "to": os.readlink(path) if kind == "link" else ""}


def digest(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return hashlib.sha256(file.read(1 << 20)).hexdigest()
    except OSError:
        return ""


def text(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read(1 << 16)
    except OSError:
        return ""


def user_name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def group_name(gid: int) -> str:
    try:
        return grp.getgrgid(gid).gr_name
    except KeyError:
        return str(gid)


def group_id(name: str) -> int:
    try:
        return grp.getgrnam(name).gr_gid
    except KeyError:
        return -1


def own_apps(app: str) -> list[str]:
    """Other apps whose releases this login owns."""
    found = []
    for name in listed("/srv"):
        try:
            if name != app and os.lstat("/srv/%s/releases" % name).st_uid == os.geteuid():
                found.append(name)
        except OSError:
            continue
    return sorted(found)


def groups_of(users: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in users:
        try:
            account = pwd.getpwnam(name)
            found[name] = [group_name(gid) for gid in os.getgrouplist(name, account.pw_gid)]
        except KeyError:
            continue
    return found


def worker_groups() -> list[Worker]:
    """User and groups of each nginx worker that handles requests."""
    found: list[Worker] = []
    try:
        with open("/run/nginx.pid") as file:
            master = int(file.read())
        with open("/proc/%d/task/%d/children" % (master, master)) as file:
            workers = file.read().split()
    except (OSError, ValueError):
        return found
    for pid in workers:
        status = dict(line.split(":", 1) for line in text("/proc/%s/status" % pid).splitlines() if ":" in line)
        if status and "shutting down" not in text("/proc/%s/cmdline" % pid):
            found.append({"user": user_name(int(status["Uid"].split()[1])), "groups": [int(gid) for gid in status["Groups"].split()]})
    return found


def room(path: str) -> Room:
    disk = os.statvfs(path)
    return {"size": disk.f_blocks * disk.f_frsize, "free": disk.f_bavail * disk.f_frsize, "inodes": disk.f_files,
            "inodesFree": disk.f_favail, "device": os.stat(path).st_dev}


def tree(top: str, most: int) -> Iterator[str]:
    """Paths below a folder, starting with the folder; symlinks are listed but not followed."""
    todo, count = [top], 0
    while todo and count < most:
        folder = todo.pop()
        yield folder
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    count += 1
                    if entry.is_dir(follow_symlinks=False):
                        todo.append(entry.path)
                    else:
                        yield entry.path
        except OSError:
            continue


def writable_by_all(base: str, release: str) -> list[str]:
    """What any account of the server can write: the app's own folders and the live release."""
    found = []
    top = [base] + [os.path.join(base, name) for name in listed(base)] + [base + "/shared/" + name for name in listed(base + "/shared")]
    for path in top + list(tree(release, MANY) if release else []):
        try:
            mode = os.lstat(path).st_mode
        except OSError:
            continue
        if mode & stat.S_IWOTH and not stat.S_ISLNK(mode) and not mode & stat.S_ISVTX:
            found.append(path)
    return sorted(set(found))[:20]


def listed(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def leftovers(host: Host) -> list[str]:
    """What an interrupted setup or install left beside its files. A running deploy has such files too."""
    marks = (".flask-deploy-old", ".flask-deploy-old-none", ".flask-deploy-new", ".setup-old", ".setup-new")
    folders = ("/etc/nginx", "/etc/nginx/sites-available", "/etc/nginx/sites-enabled", "/etc/nginx/conf.d", "/etc/systemd/system")
    found = [folder + "/" + name for folder in folders for name in listed(folder) if name.endswith(marks) and host.app in name + folder]
    return found + ["%s/%s" % (folder, name) for folder in (host.releases, host.venvs) for name in listed(folder) if name.startswith(".trash-")]


def caches() -> dict[str, int]:
    """Bytes that the caches of pip and uv take for this login."""
    home = os.path.expanduser("~")
    return {path: sum(size(one) for one in tree(path, 4 * MANY)) for path in (home + "/.cache/pip", home + "/.cache/uv") if os.path.isdir(path)}


def size(path: str) -> int:
    try:
        return os.lstat(path).st_blocks * 512
    except OSError:
        return 0


def big_logs() -> Logs:
    folder = "/var/log/nginx"
    found = {folder + "/" + name: size(folder + "/" + name) for name in listed(folder)}
    return {"rotate": any(os.path.exists(path) for path in ("/usr/sbin/logrotate", "/usr/bin/logrotate")), "rule": os.path.exists("/etc/logrotate.d/nginx"),
            "files": {path: held for path, held in found.items() if held > 1 << 20}}


def updates() -> Updates:
    """Days since a package was last installed, removed or updated, and whether updates are automatic."""
    stamps = [os.stat(path).st_mtime for path in ("/var/lib/dpkg/status", "/var/lib/rpm/rpmdb.sqlite", "/usr/lib/sysimage/rpm/rpmdb.sqlite") if os.path.exists(path)]
    return {"days": (time.time() - max(stamps)) / 86400 if stamps else 0, "unattended": os.path.exists("/usr/bin/unattended-upgrade") or os.path.exists("/usr/bin/dnf-automatic"),
            "reboot": os.path.exists("/run/reboot-required")}


def selinux() -> Selinux:
    enforcing = text("/sys/fs/selinux/enforce").strip() == "1"
    return {"enforcing": enforcing, "connect": text("/sys/fs/selinux/booleans/httpd_can_network_connect").split()[:1] == ["1"]}
