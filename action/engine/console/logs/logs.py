"""Forwards the log lines that the root helper reads, until the client disconnects."""
from __future__ import annotations

import collections
import contextlib
import json
import os
import re
import select
import signal
import subprocess

from channel import Channel, Failed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Collection, NoReturn

    from answers import LinesTold, LogsAsk
    from host import Host
    from messages import Said

SEARCHED = 20000  # number of past lines that a pattern is matched against
LONGEST = 2.0  # seconds to match one line


def logs(channel: Channel, host: Host, ask: LogsAsk) -> LinesTold:
    host.check()
    try:
        pattern = re.compile(ask["grep"]) if ask["grep"] else None
    except re.error as error:
        raise Failed("usage", "--grep %s: %s" % (ask["grep"], error), "It is a regular expression as Python's re module reads it.") from error
    signal.signal(signal.SIGALRM, too_slow)
    count, now = ask["lines"], int(ask["since"])
    argv = [host.tool, "logs", str(max(SEARCHED, count) if pattern else count), str(now), "1" if ask["follow"] else "0",
            ask["release"] or "-", "1" if ask["nginx"] else "0"]
    child = subprocess.Popen((["sudo", "-n"] if os.geteuid() else []) + argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE)
    assert child.stdin and child.stdout and child.stderr
    past: collections.deque[Said] = collections.deque(maxlen=max(1, count))
    live, told, rest = False, 0, b""
    try:
        while True:
            heard = select.select([child.stdout, channel.wake_r], [], [])[0]
            channel.check()
            chunk = os.read(child.stdout.fileno(), 65536) if child.stdout in heard else b""
            if child.stdout in heard and not chunk:
                break
            *lines, rest = (rest + chunk).split(b"\n")
            for text in lines:
                line: Said = json.loads(text)
                if line.get("note"):
                    channel.say("warning", text=line["note"])
                elif line.get("live"):
                    told, live = flush(channel, past, count), True
                elif pattern is None or found(pattern, line["text"]):
                    if live:
                        channel.say("line", **line)
                        told += 1
                    else:
                        past.append(line)
        if not live:
            told = flush(channel, past, count)
        code, said = child.wait(), child.stderr.read().decode("utf-8", "replace").strip()
        if code:
            raise Failed("infrastructure", "the logs cannot be read: %s" % (said or "the root helper exited with %d" % code)[-400:], host.setup_hint())
        return {"lines": told}
    finally:
        child.stdin.close()  # the root helper exits at the end of its stdin
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(3)


def found(pattern: re.Pattern[str], text: str) -> bool:
    """The app controls the lines, and some patterns take exponential time on some lines."""
    signal.setitimer(signal.ITIMER_REAL, LONGEST)
    try:
        return pattern.search(text) is not None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def too_slow(*_: object) -> NoReturn:
    raise Failed("usage", "--grep took more than %g s for one line" % LONGEST, "Simplify it: a repetition within a repetition, such as (a+)+, tries every division of a line.")


def flush(channel: Channel, past: Collection[Said], count: int) -> int:
    for line in past if count else ():
        channel.say("line", **line)
    return len(past) if count else 0
