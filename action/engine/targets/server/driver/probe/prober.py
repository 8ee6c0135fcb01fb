"""Asks for one path through nginx at a fixed rate while the switch happens, whatever earlier requests do."""
from __future__ import annotations

import errno
import math
import selectors
import socket
import threading
import time

from http_probe import http_request, over_tls

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from messages import Seen, Site

PATIENCE = 10.0
ENOUGH = 5  # answers
SLOW = 2.0  # seconds more
WANT_READ = 2  # ssl.SSL_ERROR_WANT_READ, which only a site with HTTPS has imported


class Request:
    def __init__(self, channel: socket.socket, began: float) -> None:
        self.channel, self.began, self.head = channel, began, b""


class Prober(threading.Thread):
    def __init__(self, site: Site, path: str, rate: float) -> None:
        threading.Thread.__init__(self, daemon=True)
        self.site, self.request, self.gap = site, http_request(path, site["host"]), 1.0 / max(1, rate)
        self.session: ssl.SSLSession | None = None  # a handshake that is resumed costs nginx and this machine a tenth
        self.stopping = threading.Event()
        self.sent = self.failed = 0
        self.longest = 0.0
        self.switched = math.inf  # when; what was sent before is the old release's to answer, and may be why there is a new one
        self.blamed, self.first_failure = 0, ""
        self.judged = 0  # answers to requests that were sent after the switch

    def run(self) -> None:
        waiting = selectors.DefaultSelector()
        due = time.monotonic()
        while not self.stopping.is_set() or waiting.get_map():
            now = time.monotonic()
            if now >= due and not self.stopping.is_set():
                due = max(due + self.gap, now)
                self.sent += 1
                try:
                    channel = self.connect()
                    channel.sendall(self.request)
                    channel.setblocking(False)
                    waiting.register(channel, selectors.EVENT_READ, Request(channel, now))
                except OSError as error:
                    self.note(now, str(error))
            pause = 0.05 if self.stopping.is_set() else max(0.0, due - time.monotonic())
            for key, _ in waiting.select(pause):
                self.read(waiting, key.data)
            for key in list(waiting.get_map().values()):
                if time.monotonic() - key.data.began > PATIENCE:
                    self.close(waiting, key.data, "no answer within %g s" % PATIENCE)

    def connect(self) -> socket.socket:
        channel = socket.create_connection(("127.0.0.1", self.site["port"]), PATIENCE)
        if self.site["protocol"] == "http":
            return channel
        return over_tls(channel, self.site["host"], self.session)

    def read(self, waiting: selectors.BaseSelector, one: Request) -> None:
        try:
            # What TLS has read already makes no socket readable: all there is, each time.
            while True:
                chunk = one.channel.recv(65536)
                if not chunk:
                    break
                one.head += chunk[: max(0, 64 - len(one.head))]
        except OSError as error:
            if error.errno in (errno.EAGAIN, WANT_READ):
                return None
            return self.close(waiting, one, str(error))
        words = one.head.split(None, 2)
        status = int(words[1]) if len(words) > 1 and words[1].isdigit() else 0
        return self.close(waiting, one, "" if 0 < status < 500 else "answered %s" % (status or "nothing"))

    def close(self, waiting: selectors.BaseSelector, one: Request, why: str) -> None:
        waiting.unregister(one.channel)
        self.session = getattr(one.channel, "session", None) or self.session
        one.channel.close()
        self.note(one.began, why)

    def note(self, began: float, why: str) -> None:
        self.longest = max(self.longest, time.monotonic() - began)
        after = began >= self.switched
        self.judged += after
        if why:
            self.failed += 1
            if after:
                self.blamed += 1
                self.first_failure = self.first_failure or why

    def watch(self, seconds: float) -> None:
        """Until `seconds` after the switch, and on a slow machine for longer: so few answers would say nothing."""
        until = self.switched + seconds
        enough = min(ENOUGH, int(seconds / self.gap))
        while time.monotonic() < until or (self.judged < enough and time.monotonic() < until + SLOW and self.is_alive()):
            time.sleep(0.01)

    def stop(self) -> None:
        self.stopping.set()
        if self.is_alive():
            self.join(PATIENCE + 1)

    def seen(self) -> Seen:
        return {"sent": self.sent, "failed": self.failed, "stallMs": round(self.longest * 1000)}
