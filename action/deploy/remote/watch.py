"""What goes on after the result is out: tidying, and an eye on the new release while the old one is still warm."""
import os
import signal
import socket
import time

from ask import connect
from host import Lock, remove
from undo import PATIENCE
from wire import Failed

GAP = 0.02


def leave_behind(host, journal, id, previous, seconds, trash):
    """Forks a process that outlives the connection. It takes the release back when it dies within `seconds`."""
    if os.fork():
        return
    try:
        os.setsid()
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):  # a server that shuts down must not wait for this
            signal.signal(number, signal.SIG_DFL)
        nothing = os.open(os.devnull, os.O_RDWR)
        for number in (0, 1, 2):
            os.dup2(nothing, number)
        os.closerange(3, 256)  # the lock among them
        host.wire.shielded, host.wire.gone = True, ""
        os.sync()  # a power cut within the next half minute would leave empty files otherwise
        for path in trash:
            remove(path)
        if previous and previous != id:
            watch(host, journal, id, previous, time.monotonic() + seconds)
    finally:
        os._exit(0)


def is_dead(host, id):
    """Nobody listens: a busy instance still takes the connection."""
    try:
        connect(host.socket(id), 5).close()
        return False
    except socket.timeout:
        return False
    except OSError:
        return True


def watch(host, journal, id, previous, until):
    while time.monotonic() < until:
        time.sleep(GAP)
        if host.current() != id or not os.path.exists(host.socket(previous)):
            return
        if is_dead(host, id):
            time.sleep(GAP)
            if is_dead(host, id):
                return take_back(host, journal, id, previous)


def take_back(host, journal, id, previous):
    try:
        Lock(host).take(1, "the watch over %s" % id)
    except Failed:
        return  # whoever deploys now puts a gated release in its place
    # A server that shuts down stops one instance before the other: that is no reason to change anything.
    state = host.wire.run(["systemctl", "is-system-running"])[1].strip()
    if host.current() != id or is_dead(host, previous) or state not in ("running", "degraded", "starting"):
        return
    host.helper("switch", previous)
    host.point_current(previous)
    host.helper("start", previous)  # so that it does not stop when the drain is over
    journal.write(id, "died", durable=True)
    remove(host.release(id) + "/.good")
    host.helper("stop", id, timeout=PATIENCE)
    journal.write(id, "taken-back", durable=True, previous=previous)
