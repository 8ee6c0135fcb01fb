"""The instances of the app: their state according to the process manager, start time and memory."""
from __future__ import annotations

import os
import re
import time

from host import ID, Host

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterable, Sequence
    from answers import Instance

GOOD = ("active", "running", "listening")
STARTING = ("activating", "starting")


def instances(host: Host, current: str, said: Iterable[str], processes: Iterable[str]) -> list[Instance]:
    """One for each release that runs or should: id, role, state, restarts, since (ISO), memoryBytes, processes."""
    told: dict[str, tuple[str, int]] = {}
    for line in said:
        id, state, result, count = line.split(" ")
        if ID.match(id):
            told[id] = (state if result in ("-", "success") else "%s (%s)" % (state, result), int(count))
    running = by_release(host, processes)
    found: list[Instance] = []
    for id in sorted(set(told) | set(running) | ({current} if current else set())):
        pids = running.get(id, [])
        state, restarts = told.get(id, ("running" if pids else "gone", 0))
        if id != current and state == "inactive" and not pids:
            continue
        began = min(filter(None, map(started, pids)), default=None)
        found.append({"id": id, "role": role(id, current, state), "state": state,
                      "restarts": restarts, "processes": len(pids), "memoryBytes": memory(host, id, pids),
                      "since": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(began)) if began else ""})
    return found


def role(id: str, current: str, state: str) -> str:
    if id == current:
        return "current"
    return "former" if state in GOOD else "starting" if state in STARTING else "failed"


def by_release(host: Host, processes: Iterable[str]) -> dict[str, list[int]]:
    """Process ids by release, without those that `run` and `exec` started there."""
    found: dict[str, list[int]] = {}
    for line in processes:
        folder, _, path = line.partition(" ")
        id = path[len(host.releases) + 1:].split("/")[0].split(" ")[0]
        unit = read(folder + "/cgroup").rpartition(b"/")[2]
        if ID.match(id) and not unit.startswith((host.app + "-run-").encode()) and not unit.startswith((host.app + "-exec-").encode()):
            found.setdefault(id, []).append(int(folder[6:]))
    return found


def memory(host: Host, id: str, pids: Sequence[int]) -> int | None:
    """Bytes: what the unit's cgroup counts as its own, or the sum over its processes; None if there are none."""
    for pid in pids:
        path = read("/proc/%d/cgroup" % pid).decode("ascii", "replace").strip().rpartition("::")[2]
        if path.endswith("%s@%s.service" % (host.app, id)):
            fields = dict(line.split() for line in read("/sys/fs/cgroup%s/memory.stat" % path).decode("ascii", "replace").splitlines())
            if "anon" in fields:
                return int(fields["anon"]) + int(fields.get("shmem", 0))
    sizes = re.findall(rb"RssAnon:\s+(\d+)", b"".join(read("/proc/%d/status" % pid) for pid in pids))
    return sum(int(size) << 10 for size in sizes) if sizes else None


def started(pid: int) -> float | None:
    """Seconds since 1970; None if the process no longer exists."""
    fields = read("/proc/%d/stat" % pid).rpartition(b")")[2].split()
    if len(fields) < 20:
        return None
    # Both count from the boot of the machine, in a container too.
    ago = time.clock_gettime(time.CLOCK_BOOTTIME) - int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return time.time() - ago


def read(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""
