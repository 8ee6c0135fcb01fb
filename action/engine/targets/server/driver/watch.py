"""What goes on after the result is out: tidying, and an eye on the new release while the old one is still warm."""
from __future__ import annotations

import os
import signal
import threading
import time

import assets
from http_probe import ask
from host import Host, Lock, remove
from undo import PATIENCE
from channel import Failed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Sequence
    from journal import Journal
    from messages import Pulse, Settings

GAP = 0.02
SLOW_GAP = 0.25


def leave_behind(host: Host, journal: Journal, id: str, previous: str, seconds: float, trash: Sequence[str], alive: Pulse) -> None:
    """Forks a process that outlives the connection. It takes the release back when it dies within `seconds`."""
    if os.fork():
        return
    try:
        os.setsid()
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):  # a server that shuts down must not wait for this
            signal.signal(number, signal.SIG_DFL)
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        os.closerange(3, 256)  # the lock among them
        host.channel.shielded, host.channel.gone = True, ""
        tidying = threading.Thread(target=tidy, args=(host, trash))
        tidying.start()
        if previous and previous != id:
            watch(host, journal, id, previous, time.monotonic() + seconds, alive)
        tidying.join()
    finally:
        os._exit(0)


def tidy(host: Host, trash: Sequence[str]) -> None:
    os.sync()  # a power cut within the next half minute would leave empty files otherwise
    for path in trash:
        remove(path)
    assets.prune(host, host.ids())
    host.helper("tidy")


def pulse(host: Host, id: str, settings: Settings) -> Pulse:
    """How to tell that an instance lives: (seconds between two looks, a function that says so).

    systemd holds the socket, so a connection proves nothing; its main process does. Other managers are asked for a page.
    """
    if settings["unit"]:
        main = host.channel.run(["systemctl", "show", "-p", "MainPID", "--value", settings["unit"].replace("@", "@" + id)])[1].strip()
        return GAP, lambda: main != "0" and os.path.exists("/proc/" + main)
    path = settings.get("health") or settings["smoke"]["path"]

    def answers() -> bool:
        error = ask(host.socket(id), settings["protocol"], path, settings["site"]["host"], 5).error
        return not error or error.startswith("no answer")

    return SLOW_GAP, answers


def watch(host: Host, journal: Journal, id: str, previous: str, until: float, alive: Pulse) -> None:
    gap, lives = alive
    while time.monotonic() < until:
        time.sleep(gap)
        if host.current() != id or not os.path.exists(host.socket(previous)):
            return
        if not lives():
            time.sleep(GAP)
            if not lives():
                take_back(host, journal, id, previous)
                return


def take_back(host: Host, journal: Journal, id: str, previous: str) -> None:
    try:
        Lock(host).take(1, "the watch over %s" % id)
    except Failed:
        return  # whoever deploys now puts a gated release in its place
    # A server that shuts down stops one instance before the other: that is no reason to change anything.
    state = host.channel.run(["systemctl", "is-system-running"])[1].strip()
    if host.current() != id or not os.path.exists(host.socket(previous)) or state not in ("running", "degraded", "starting"):
        return
    if host.helper("switch", previous)[0]:
        return
    host.helper("start", previous)  # so that it does not stop when the drain is over
    journal.write(id, "died", durable=True)
    remove(host.release(id) + "/.good")
    host.helper("stop", id, timeout=PATIENCE)
    journal.write(id, "reverted", durable=True, previous=previous)
