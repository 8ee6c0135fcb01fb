"""Stops the run that holds the lock, which then undoes its changes. If it has to be killed, the next run repairs."""
from __future__ import annotations

import contextlib
import os
import signal
import time

from host import Host, Lock
from channel import Channel, Failed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from answers import Holder, UnlockAsk


def unlock(channel: Channel, host: Host, ask: UnlockAsk) -> Holder:
    lock = Lock(host)
    held = lock.holder() if lock.is_held() else ""
    if held:
        channel.say("held", holder=held)
    if ask["dryRun"]:
        return {"holder": held}
    for number, patience in ((signal.SIGTERM, 10), (signal.SIGKILL, 3)):
        if not lock.is_held():
            break
        pid = lock.pid()
        if not pid:
            raise Failed("infrastructure", "the lock is held, but its process cannot be found",
                         "On the server, as root: fuser -k %s" % lock.path)
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)
        deadline = time.monotonic() + patience
        while lock.is_held() and time.monotonic() < deadline:
            channel.sleep(0.05)
    if lock.is_held():
        raise Failed("infrastructure", "the lock could not be freed: %s" % lock.holder())
    return {"holder": held}
