"""Asks for one path through nginx at a fixed rate while the switch happens, whatever earlier requests do."""
import selectors
import socket
import threading
import time

from http_probe import http_request

PATIENCE = 10.0
ENOUGH = 5  # answers
SLOW = 2.0  # seconds more


class Prober(threading.Thread):
    def __init__(self, address, path, host, rate):
        threading.Thread.__init__(self, daemon=True)
        self.address, self.request, self.gap = tuple(address), http_request(path, host), 1.0 / max(1, rate)
        self.stopping = threading.Event()
        self.sent = self.failed = 0
        self.longest = 0.0
        self.switched = None  # when; what was sent before is the old release's to answer, and may be why there is a new one
        self.blamed, self.first_failure = 0, ""
        self.judged = 0  # answers to requests that were sent after the switch

    def run(self):
        waiting = selectors.DefaultSelector()
        due, open_now = time.monotonic(), 0
        while not self.stopping.is_set() or open_now:
            now = time.monotonic()
            if now >= due and not self.stopping.is_set():
                due = max(due + self.gap, now)
                self.sent += 1
                try:
                    channel = socket.create_connection(self.address, PATIENCE)
                    channel.sendall(self.request)
                    channel.setblocking(False)
                    waiting.register(channel, selectors.EVENT_READ, [now, b""])
                    open_now += 1
                except OSError as error:
                    self.note(now, str(error))
            pause = 0.05 if self.stopping.is_set() else max(0.0, due - time.monotonic())
            for key, _ in waiting.select(pause) if open_now else [(None, time.sleep(pause))][:0]:
                open_now -= self.read(waiting, key)
            if open_now:
                for key in list(waiting.get_map().values()):
                    if time.monotonic() - key.data[0] > PATIENCE:
                        open_now -= self.close(waiting, key, "no answer within %g s" % PATIENCE)

    def read(self, waiting, key):
        try:
            chunk = key.fileobj.recv(65536)
        except OSError as error:
            return self.close(waiting, key, str(error))
        if chunk:
            key.data[1] += chunk[: max(0, 64 - len(key.data[1]))]
            return 0
        words = key.data[1].split(None, 2)
        status = int(words[1]) if len(words) > 1 and words[1].isdigit() else 0
        return self.close(waiting, key, "" if 0 < status < 500 else "answered %s" % (status or "nothing"))

    def close(self, waiting, key, why):
        waiting.unregister(key.fileobj)
        key.fileobj.close()
        self.note(key.data[0], why)
        return 1

    def note(self, began, why):
        self.longest = max(self.longest, time.monotonic() - began)
        after = self.switched is not None and began >= self.switched
        self.judged += after
        if why:
            self.failed += 1
            if after:
                self.blamed += 1
                self.first_failure = self.first_failure or why

    def watch(self, seconds):
        """Until `seconds` after the switch, and on a slow machine for longer: so few answers would say nothing."""
        until = self.switched + seconds
        enough = min(ENOUGH, int(seconds / self.gap))
        while time.monotonic() < until or (self.judged < enough and time.monotonic() < until + SLOW and self.is_alive()):
            time.sleep(0.01)

    def stop(self):
        self.stopping.set()
        self.join(PATIENCE + 1)

    def seen(self):
        return {"sent": self.sent, "failed": self.failed, "stallMs": round(self.longest * 1000)}
