"""What the app, its process manager and nginx have written, by time; as root, so secrets are taken out before anything leaves.

One JSON object a line: at (seconds since 1970), from (app, systemd, nginx), release, priority (syslog's, or none), text.
With FOLLOW a line {"live": true} ends what was there, and the end of stdin ends the program.
"""
from __future__ import annotations

import glob
import io
import json
import os
import re
import select
import subprocess
import sys
import time

from masking import STEERS, secrets

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO, Collection, Mapping

    from messages import Line

app, its_units, its_files, lines_wanted, begin, following, release, nginx, access, error = sys.argv[1:]
shown = "*" if release == "-" else release
count, since, follow = int(lines_wanted), int(begin), following == "1"
ID = "[0-9]{8}T[0-9]{6}Z-[0-9a-f]{7,12}"
MOST = 4 << 20
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def clean(text: str) -> str:
    text = STEERS.sub("", text)
    return hidden.sub("***", text) if hidden else text


def entry(at: float, source: str, text: str, of: str = "", priority: int | None = None) -> Line:
    return {"at": at, "from": source, "release": of, "priority": priority, "text": clean(text)}


def say(one: Mapping[str, object]) -> None:
    os.write(1, (json.dumps({name: value for name, value in one.items() if name != "dated"}) + "\n").encode())


# --- the journal ---

def matches() -> tuple[re.Pattern[str] | None, list[str], list[str]]:
    """What to look for, and the units that count of it: systemd speaks of many units in one voice."""
    # Of one release where units are one release's; else all write into the same log.
    units = [unit for unit in its_units.split() if release == "-" or "%i" in unit] or its_units.split()
    if not units:
        return None, [], []
    one = ID if release == "-" else re.escape(release)
    named = [word for unit in units for word in ("-u", unit.replace("%i", shown))]
    instances = "_SYSTEMD_SLICE=system-%s.slice" % app.replace("-", "\\x2d")
    live = [word for unit in units for word in (instances if "%i" in unit else "_SYSTEMD_UNIT=" + unit, "+")]
    return re.compile("|".join(one.join(map(re.escape, unit.split("%i"))) for unit in units)), named, live + ["_PID=1"]


JOURNAL = ["journalctl", "-q", "--no-pager", "-o", "json", "--output-fields=MESSAGE,PRIORITY,_SYSTEMD_UNIT,UNIT"]


def of_journal(line: bytes, wanted: re.Pattern[str]) -> list[Line]:
    try:
        raw = json.loads(line)
        at, message = int(raw["__REALTIME_TIMESTAMP"]) / 1e6, raw.get("MESSAGE")
    except (ValueError, KeyError, TypeError):
        return []
    own, about = raw.get("_SYSTEMD_UNIT") or "", raw.get("UNIT") or ""
    unit = own if wanted.fullmatch(own) else about
    if not wanted.fullmatch(unit):
        return []
    if isinstance(message, list):  # bytes that are no text
        message = bytes(byte & 255 for byte in message if isinstance(byte, int)).decode("utf-8", "replace")
    priority = int(raw["PRIORITY"]) if str(raw.get("PRIORITY", "")).isdigit() else None
    of = re.search("@(%s)\\.service" % ID, unit)
    return [entry(at, "app" if unit == own else "systemd", text, of.group(1) if of else "", priority)
            for text in (message or "").splitlines() or [""]]


# --- files ---

def moment(line: str) -> float | None:
    """Seconds since 1970 that a line tells; None when it tells none. Without a zone it is this machine's."""
    seen = re.search(r"\[(\d\d)/(\w{3})/(\d{4}):(\d\d):(\d\d):(\d\d) ([+-]\d{4})\]", line)
    if seen and seen.group(2) in MONTHS:
        d, m, y, *clock, zone = seen.groups()
        return seconds(y, MONTHS.index(m) + 1, d, *clock, zone=zone)
    seen = re.search(r"(\d{4})[-/](\d\d)[-/](\d\d)[ T](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,6}))?(?: ?([+-]\d\d):?(\d\d)|(Z))?", line[:80])
    if seen:
        *parts, part, hours, minutes, utc = seen.groups()
        return seconds(*parts, zone="+0000" if utc else hours + minutes if hours else "") + float("0." + (part or "0"))
    seen = re.search(r"\b([A-Z][a-z]{2}) +(\d{1,2}) (\d\d):(\d\d):(\d\d) (\d{4})\b", line[:80])
    if seen and seen.group(1) in MONTHS:
        m, d, h, minute, s, y = seen.groups()
        return seconds(y, MONTHS.index(m) + 1, d, h, minute, s)
    return None


def seconds(*parts: str | int, zone: str = "") -> float:
    try:
        year, month, day, hour, minute, second = map(int, parts)
        local = time.mktime((year, month, day, hour, minute, second, 0, 0, -1))
        if not zone:
            return local
        away = int(zone[1:3]) * 3600 + int(zone[3:5]) * 60
        return local + time.localtime(local).tm_gmtoff - (away if zone[0] == "+" else -away)
    except (ValueError, OverflowError):
        return 0.0


class File:
    def __init__(self, path: str, source: str, of: str = "") -> None:
        self.path, self.source, self.of, self.rest = path, source, of, b""
        self.file: io.FileIO | None = None
        stamp = of[:15].replace("T", "")
        self.last = seconds(stamp[:4], stamp[4:6], stamp[6:8], stamp[8:10], stamp[10:12], stamp[12:14], zone="+0000") if of else 0.0

    def open(self) -> io.FileIO | None:
        try:
            self.file = open(self.path, "rb", buffering=0)
        except OSError:
            self.file = None
        return self.file

    def former(self) -> list[Line]:
        """What is there already, and of the file before the last rotation what may be asked for."""
        raw = b""
        try:
            with open(self.path + ".1", "rb") as file:
                raw = tail_of(file)
        except OSError:
            pass
        now = self.open()
        if not now:
            return self.lines(raw)
        found = self.lines(raw + tail_of(now))
        # Lines without a time have that of the line before; the last ones were written when the file was.
        written = os.fstat(now.fileno()).st_mtime
        for one in reversed(found):
            if one["dated"]:
                break
            one["at"] = self.last = written
        return found

    def more(self) -> list[Line]:
        """What has come since; a rotated file is read to its end before the new one."""
        raw = self.file.read() if self.file else b""
        try:
            there = os.stat(self.path)
        except OSError:
            return self.lines(raw, live=True)
        if not self.file or not os.path.samestat(there, os.fstat(self.file.fileno())):
            fresh = self.open()
            raw += fresh.read() if fresh else b""
        elif there.st_size < self.file.tell():
            self.file.seek(0)
            raw += self.file.read()
        return self.lines(raw, live=True)

    def lines(self, raw: bytes, live: bool = False) -> list[Line]:
        *whole, self.rest = (self.rest + raw).split(b"\n")
        if not live and self.source == "nginx":  # each line has its time, so those before the last ones are in nobody's way
            whole = whole[max(0, len(whole) - count):]
        found: list[Line] = []
        for line in whole:
            text = line.decode("utf-8", "replace")
            at = moment(text)
            self.last = at if at else time.time() if live else self.last
            found.append({**entry(self.last, self.source, text, self.of), "dated": bool(at)})
        return found


def tail_of(file: BinaryIO | io.FileIO) -> bytes:
    size = file.seek(0, 2)
    file.seek(max(0, size - MOST))
    raw = file.read()
    return raw if size <= MOST else raw.partition(b"\n")[2]


def files(known: Collection[str]) -> list[File]:
    found = [(path, "nginx", "") for path in (access, error) if path and nginx == "1"]
    for path in glob.glob(its_files.replace("%i", shown)):
        seen = re.match("%s(%s)-" % (re.escape(its_files.partition("%i")[0]), ID), path)
        if seen:
            found.append((path, "app", seen.group(1)))
    return [File(*one) for one in found if one[0] not in known]


hidden = secrets("/etc/flask-deploy/%s.env" % app)
if nginx == "1" and not access and not error:
    say({"note": "the site writes no log of its own into /var/log/nginx: see access_log and error_log in deploy/nginx.conf"})
wanted, named, live = matches()
begun = time.time()
open_files = files(())
past = [one for file in open_files for one in file.former() if one["at"] >= since]
if wanted:
    # Backwards, since `-n` together with `--since` gives the first ones.
    argv = JOURNAL + named + ["-r", "-n", str(count)] + (["--since", "@%d" % since] if since else [])
    said = subprocess.run(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout
    past += [one for line in reversed(said.splitlines()) for one in of_journal(line, wanted) if one["at"] <= begun]
past.sort(key=lambda one: one["at"])
for one in past[len(past) - min(count, len(past)):]:
    say(one)
if not follow:
    sys.exit(0)
say({"live": True})

journal = None
if wanted:
    argv = JOURNAL + ["-f", "-n", "all", "--since", "@%d" % begun] + live
    journal = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
voice = journal.stdout if journal else None
try:
    rest = b""
    while True:
        sources = [0] + ([voice.fileno()] if voice else [])
        heard = select.select(sources, [], [], 0.25)[0]
        if 0 in heard and not os.read(0, 4096):
            break
        if wanted and voice and voice.fileno() in heard:
            chunk = os.read(voice.fileno(), 65536)
            if not chunk:
                break
            *whole, rest = (rest + chunk).split(b"\n")
            for line in whole:
                for one in of_journal(line, wanted):
                    if one["at"] > begun:
                        say(one)
        open_files += files([file.path for file in open_files])
        for file in open_files:
            for one in file.more():
                say(one)
except OSError:  # nobody reads any more
    pass
finally:
    if journal:
        journal.kill()
        journal.wait()
