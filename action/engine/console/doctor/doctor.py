"""Collects all facts for `doctor`, as this login and, through the root helper, as root. Judges nothing itself."""
from __future__ import annotations

import importlib.util
import os
import signal
import subprocess
import time

import https
import paths
from http_probe import ask as request, problem
from gate import Gate
from host import ID, Host, Lock, memory_free
from interpreter import python_here
from journal import Journal
from statics import statics

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterable, Sequence
    from answers import (BareFacts, DoctorAsk, Ended, Facts, FileFact, Helper, JournalFact, LockFact, Memory, NginxAnswers,
                         ReleaseFact, SocketFact, System)
    from channel import Channel
    from messages import Settings

PATIENCE = 20  # seconds, for each program
LIMIT = 60  # seconds, for everything: a disk that is stuck would otherwise block this indefinitely


def doctor(channel: Channel, host: Host, ask: DoctorAsk) -> Facts:
    signal.alarm(LIMIT)
    look, settings = ask["look"], ask["settings"]
    facts: BareFacts = {"now": time.time(), "login": paths.user_name(os.geteuid()), "base": os.path.isdir(host.base),
             "helper": helper_of(host.tool), "python": {**python_here(), "venv": has_venv()}, "system": system()}
    if not facts["base"] or not facts["helper"]:
        return facts
    address = os.environ.get("SSH_CONNECTION", "127.0.0.1").split()[0]
    # What takes time runs at the same time as the rest.
    root = begin(sudo(host) + ["facts", address.split("%")[0].lower()])
    units = begin(["systemctl", "show", "-p", "Id,LoadState,ActiveState,SubState,Result,NRestarts,UnitFileState,NeedDaemonReload"]
                  + look["units"] + [unit.replace("@.", "@%s." % (host.current() or "none")) for unit in look["instances"]])
    failed = begin(["systemctl", "list-units", "--failed", "--plain", "--no-legend", "--no-pager"])
    clock = begin(["timedatectl", "show", "-p", "NTPSynchronized"])
    container = begin(["systemd-detect-virt", "-c"])
    current = host.current()
    return {
        **facts, "release": release_of(host, current, settings), "folders": {path: paths.seen(path) for path in look["folders"]},
        "files": files_of(host, current, [*look["files"], ("deploy/nginx.conf", facts["helper"]["constants"].get("SITE", ""))]),
        "own": {path: paths.seen(path) for path in look["own"]},
        "socket": socket_of(host), "env": paths.seen("/etc/flask-deploy/%s.env" % host.app), "lock": lock_of(host), "journal": journal_of(host),
        "disk": {path: paths.room(path) for path in ("/", host.base, "/var", "/var/log", "/tmp", "/run") if os.path.isdir(path)},
        "memory": memory_of(host, current), "groups": paths.groups_of(look["users"]), "nginxWorkers": paths.worker_groups(),
        "gid": paths.group_id(host.app), "others": paths.own_apps(host.app),
        "writable": paths.writable_by_all(host.base, host.release(current) if ID.match(current) else ""),
        "leftovers": paths.leftovers(host), "caches": paths.caches(), "logs": paths.big_logs(), "updates": paths.updates(),
        "maintenance": paths.text(host.maintenance + "/on"), "selinux": paths.selinux(),
        "nginxAnswers": through_nginx(settings), "statics": statics(host, current, settings),
        "https": https.read(host, settings),
        # Last, because values are computed in this order, and these programs take time.
        "root": end(root), "units": blocks(end(units)["said"]),
        "failed": [line.split()[0] for line in end(failed)["said"].splitlines() if line.split()],
        "clock": {"synchronized": end(clock)["said"].strip() != "NTPSynchronized=no", "container": end(container)["said"].strip() not in ("", "none")}}


def begin(argv: Sequence[str]) -> subprocess.Popen[bytes] | None:
    try:
        return subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
    except OSError:  # not installed
        return None


def end(child: subprocess.Popen[bytes] | None) -> Ended:
    if child is None:
        return {"code": 127, "said": ""}
    try:
        said = child.communicate(timeout=PATIENCE)[0]
    except subprocess.TimeoutExpired:
        child.kill()
        return {"code": -1, "said": "did not end within %d s" % PATIENCE}
    return {"code": child.returncode, "said": said.decode("utf-8", "replace")}


def sudo(host: Host) -> list[str]:
    return (["sudo", "-n"] if os.geteuid() else []) + [host.tool]


def blocks(text: str) -> list[dict[str, str]]:
    """Output of systemctl: paragraphs of NAME=value."""
    return [dict(line.split("=", 1) for line in part.splitlines() if "=" in line) for part in text.strip().split("\n\n") if part]


def has_venv() -> bool:
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def system() -> System:
    found: dict[str, str] = {}
    for line in paths.text("/etc/os-release").splitlines():
        name, _, value = line.partition("=")
        found[name] = value.strip('"')
    return {"id": found.get("ID", ""), "version": found.get("VERSION_ID", ""), "name": found.get("PRETTY_NAME", "")}


def helper_of(path: str) -> Helper | None:
    """The root helper: its file, and the constants that setup wrote at its top."""
    seen = paths.seen(path)
    if not seen or seen["kind"] != "file":
        return None
    lines = paths.text(path).splitlines()[:60]
    said = {name: value.split("'")[1] for name, _, value in (line.partition("=") for line in lines) if name.isupper() and value[:1] == "'"}
    protocol = [line.split("=")[1] for line in lines if line.startswith("PROTOCOL=")]
    return {**seen, "constants": said, "protocol": int(protocol[0]) if protocol and protocol[0].isdigit() else 0}


def files_of(host: Host, current: str, wanted: Iterable[tuple[str, str]]) -> list[FileFact]:
    """Each file in the live release, and as it is installed."""
    base = host.release(current) + "/" if ID.match(current) else ""
    return [{"path": source, "target": target, "installed": paths.seen(target), "source": paths.digest(base + source) if base else ""}
            for source, target in wanted]


def release_of(host: Host, current: str, settings: Settings) -> ReleaseFact:
    found: ReleaseFact = {"id": current, "complete": False, "venv": True, "why": ""}
    if not ID.match(current):
        return found
    python = host.release(current) + "/.venv/bin/python"
    found["complete"], found["venv"] = host.record(current) is not None, os.access(python, os.X_OK)
    if found["complete"]:
        found["why"] = Gate(host.channel, settings).once(host.socket(current))[0]
    return found


def through_nginx(settings: Settings) -> NginxAnswers:
    site, smoke = settings["site"], settings["smoke"]
    answer = request(("127.0.0.1", site["port"]), site["protocol"], smoke["path"], site["host"], smoke["timeout"])
    return {"status": answer.status, "why": problem(answer, smoke)}


def socket_of(host: Host) -> SocketFact:
    link = host.run_dir + "/current.sock"
    to = host.answering()
    return {"folder": paths.seen(host.run_dir), "release": to, "linked": os.path.islink(link), "file": paths.seen(host.socket(to)) if to else None}


def lock_of(host: Host) -> LockFact:
    lock = Lock(host)
    if not lock.is_held():
        return {"held": False, "holder": "", "seconds": 0}
    try:
        began = os.stat("/proc/%d" % lock.pid()).st_mtime
    except OSError:
        began = time.time()
    return {"held": True, "holder": lock.holder(), "seconds": int(time.time() - began)}


def journal_of(host: Host) -> JournalFact:
    journal = Journal(host.journal)
    try:
        with open(journal.path, "rb") as file:
            file.seek(max(0, file.seek(0, 2) - 1))
            torn = file.read() not in (b"", b"\n")
        run = journal.unfinished()
        return {"torn": torn, "unfinished": run[0].get("release", "?") if run else "", "readable": True}
    except FileNotFoundError:
        return {"torn": False, "unfinished": "", "readable": True}
    except OSError:
        return {"torn": False, "unfinished": "", "readable": False}


def memory_of(host: Host, current: str) -> Memory:
    with open("/proc/meminfo") as file:
        said = {name: int(rest.split()[0]) << 10 for name, rest in (line.split(":", 1) for line in file)}
    return {"total": said["MemTotal"], "swap": said["SwapTotal"], "free": memory_free(),
            "instance": host.memory_of(current) if ID.match(current) else 0}
