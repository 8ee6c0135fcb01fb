"""What is live, its health, and what a deploy would change, in one answer."""
from __future__ import annotations

import base64
import hashlib
import os
import re
import time

import https
import maintenance_flag
from gate import Gate
from history import runs, settle_last, since
from host import ID, Host, Lock, memory_free
from interpreter import python_here
from journal import Journal, stamp
from processes import instances
from statics import is_served, statics
from channel import Channel, Failed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterable, Sequence
    from answers import Certificate, Closed, Release, Status, StatusAsk, Traffic


def status(channel: Channel, host: Host, ask: StatusAsk) -> Status:
    host.check()
    current, lock = host.current(), Lock(host)
    why, answered = "nothing was deployed yet", 0
    if current:
        why, answer = Gate(channel, ask["settings"]).once(host.socket(current))
        answered = answer.status
    held = lock.is_held()
    told = settle_last(runs(Journal(host.journal).entries()), held)
    at, run = since(told, current)
    record = host.record(current) if current else None
    protocol, facts = report(host, ask["seconds"])
    bad = [one for one in told if one["outcome"] in ("failed", "reverted", "interrupted")]
    disk = os.statvfs(host.base)
    return {
        "at": stamp(), "current": current, "commit": record.get("commit", "") if record else "", "since": at or (record.get("at", "") if record else ""),
        "by": run["by"] if run else "", "run": (run and run["run"]) or (record and record.get("run")) or "",
        "answers": not why, "answer": why or "answered %d" % answered,
        "instances": instances(host, current, facts["instance"], facts["process"]), "traffic": traffic(facts["traffic"]),
        "certificate": certificate(facts["certificate"], facts["pem"]), "https": https.read(host, ask["settings"]), "releases": releases(host, current),
        "lockedBy": lock.holder() if held else "", "lastFailure": bad[-1] if bad else None,
        "pending": host.drift(current, ask["settings"]["files"]) if current else [], "maintenance": maintenance(host), "files": config_files(host, current),
        "unserved": [one for one in statics(host, current, ask["settings"]) if not is_served(one)],
        "python": python_here()["version"], "helper": protocol, "diskFreeMb": disk.f_bavail * disk.f_frsize >> 20,
        "diskTotalMb": disk.f_blocks * disk.f_frsize >> 20, "memoryFreeMb": memory_free() >> 20}


def maintenance(host: Host) -> Closed | None:
    found = maintenance_flag.read(host.maintenance)
    return {"since": found.get("since", ""), "by": found.get("by", "")} if found else None


def report(host: Host, seconds: int) -> tuple[int, dict[str, list[str]]]:
    """The root helper's protocol, and its facts by kind."""
    facts: dict[str, list[str]] = {"instance": [], "process": [], "traffic": [], "certificate": [], "pem": []}
    _, out, err = host.helper("report", str(seconds), timeout=20)
    protocol = 0
    for line in out.splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "protocol":
            protocol = int(rest)
        elif kind in facts:
            facts[kind].append(rest)
    if not protocol:
        raise Failed("infrastructure", "the server's root helper failed: %s" % (err or out).strip()[-300:], host.setup_hint())
    return protocol, facts


def releases(host: Host, current: str) -> list[Release]:
    found: list[Release] = []
    for id in host.ids():
        record = host.record(id)
        if record:
            state = "current" if id == current else "running" if os.path.exists(host.socket(id)) else "available"
            found.append({"id": id, "commit": record["commit"], "deployedAt": record["at"], "state": state, "good": host.is_good(id)})
    return found


def traffic(lines: Iterable[str]) -> Traffic | None:
    """None if the site has no access log of its own."""
    for line in lines:
        file, seconds, total, fives, fours, odd = line.rsplit(" ", 5)
        return {"file": file, "seconds": int(seconds), "requests": int(total), "errors5xx": int(fives), "errors4xx": int(fours), "odd": int(odd)}
    return None


def certificate(paths: Sequence[str], pem: Iterable[str]) -> Certificate | None:
    """None when the site has no TLS; `expires` is "" when the file cannot be read."""
    if not paths:
        return None
    try:
        end = not_after(base64.b64decode("".join(line for line in pem if not line.startswith("-"))))
        return {"file": paths[0], "expires": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(end)), "days": int((end - time.time()) // 86400)}
    except (ValueError, IndexError, OverflowError):
        return {"file": paths[0], "expires": "", "days": None}


def not_after(der: bytes) -> int:
    """Seconds since 1970. Validity is the only SEQUENCE of two times in a certificate (RFC 5280, 4.1)."""
    times = re.search(rb"\x30[\x1e-\x22](?:\x17\x0d\d{12}Z|\x18\x0f\d{14}Z)(\x17\x0d(\d{12})Z|\x18\x0f(\d{14})Z)", der)
    if not times:
        raise ValueError("not a certificate")
    short, long = times.group(2), times.group(3)
    # Of two-digit years, 50 to 99 are 1950 to 1999.
    full = long or (b"19" if short[:2] >= b"50" else b"20") + short
    parts = [int(full[at:at + size]) for at, size in ((0, 4), (4, 2), (6, 2), (8, 2), (10, 2), (12, 2))]
    return days(*parts[:3]) * 86400 + parts[3] * 3600 + parts[4] * 60 + parts[5]


def days(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01, without loading a calendar module."""
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def config_files(host: Host, current: str) -> dict[str, str]:
    """Digests of the files in deploy/ of the live release, to compare with a repository."""
    found, folder = {}, host.release(current) + "/deploy" if ID.match(current) else ""
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
        path = os.path.join(folder, name)
        if os.path.isfile(path) and not name.endswith(".json") and os.path.getsize(path) < 1 << 20:
            with open(path, "rb") as file:
                found["deploy/" + name] = hashlib.sha256(file.read()).hexdigest()
    return found
