"""What comes from the deployer and goes to it: bytes in on stdin, one JSON event a line on stdout.

A deployer that is killed closes stdin; one whose network is cut just falls silent, so it sends a beat every
second and SILENCE without one counts as gone. Either way the main thread hears of it at its next wait.
"""
import collections
import json
import os
import select
import signal
import subprocess
import threading
import time

SILENCE = 15.0
ROOM = 8 << 20  # bytes read ahead of whoever consumes them


class Cancelled(Exception):
    pass


class Failed(Exception):
    """A step failed for a reason that a person can act on."""

    def __init__(self, kind, message, next=""):
        Exception.__init__(self, message)
        self.kind, self.message, self.next = kind, message, next


class Wire:
    def __init__(self):
        self.chunks, self.held = collections.deque(), 0
        self.ready = threading.Condition()
        self.rest = b""
        self.gone = ""  # why, once it is
        self.silence = SILENCE
        self.shielded = False  # True while stopping half-way would be worse than going on
        self.wake_r, self.wake_w = os.pipe()
        self.mute = threading.Lock()
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, lambda n, _: self.end("signal %d" % n))
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        while True:
            try:
                heard = select.select([0], [], [], self.silence)[0]
                chunk = os.read(0, 1 << 18) if heard else None
            except OSError:
                chunk = b""
            if not chunk:
                return self.end("the deployer closed the connection" if chunk == b"" else "the deployer fell silent")
            with self.ready:
                while self.held > ROOM:
                    self.ready.wait()
                self.chunks.append(chunk)
                self.held += len(chunk)
                self.ready.notify_all()

    def end(self, why):
        self.gone = self.gone or why
        os.write(self.wake_w, b"x")

    def check(self):
        if self.gone and not self.shielded:
            raise Cancelled(self.gone)

    def sleep(self, seconds):
        if self.shielded or not seconds:
            return time.sleep(seconds)
        select.select([self.wake_r], [], [], seconds)
        self.check()

    def _next(self, deadline):
        """One chunk, whoever else may have put some back."""
        while True:
            with self.ready:
                if self.chunks:
                    chunk = self.chunks.popleft()
                    self.held -= len(chunk)
                    self.ready.notify_all()
                    return chunk
                if self.gone:
                    raise Cancelled(self.gone)
                self.ready.wait(0.2)
            if time.monotonic() > deadline:
                raise Cancelled("the deployer did not answer in time")

    def message(self, timeout):
        """The next message; beats are not messages."""
        deadline = time.monotonic() + timeout
        while True:
            line, found, rest = self.rest.partition(b"\n")
            if not found:
                parts = [self.rest]
                while b"\n" not in parts[-1]:
                    parts.append(self._next(deadline))
                self.rest = b"".join(parts)
                continue
            self.rest = rest
            if line:
                return json.loads(line)

    def exact(self, size):
        """Yields exactly `size` bytes in pieces."""
        deadline = time.monotonic() + 3600
        while size:
            chunk = self.rest or self._next(deadline)
            self.rest = chunk[size:]
            chunk = chunk[:size]
            size -= len(chunk)
            yield chunk

    def say(self, kind, **data):
        data["t"] = kind
        line = (json.dumps(data) + "\n").encode()
        with self.mute:
            while line:
                try:
                    line = line[os.write(1, line):]
                except OSError:  # nobody listens any more; stdin tells the same
                    return

    def run(self, argv, stdin=b"", timeout=60, cwd=None, env=None, each=None):
        """Exit code (None: out of time) and what was said. A cancelled run leaves the process to the undo."""
        source = subprocess.DEVNULL
        if stdin:
            source = os.memfd_create("stdin")  # a secret on stdin touches no disk
            os.write(source, stdin)
            os.lseek(source, 0, 0)
        # A session of its own, so that a hook's children end with it.
        child = subprocess.Popen(argv, stdin=source, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=cwd,
                                 env=env, start_new_session=True)
        if stdin:
            os.close(source)
        said, deadline, rest = [], time.monotonic() + timeout, b""
        try:
            while True:
                left = deadline - time.monotonic()
                wanted = [child.stdout] if self.shielded else [child.stdout, self.wake_r]
                heard = select.select(wanted, [], [], max(0, left))[0]
                self.check()
                if left <= 0:
                    end_group(child)
                    return None, b"".join(said).decode("utf-8", "replace")
                if child.stdout in heard:
                    chunk = os.read(child.stdout.fileno(), 65536)
                    if not chunk:
                        return child.wait(), b"".join(said).decode("utf-8", "replace")
                    said.append(chunk)
                    if each:
                        *lines, rest = (rest + chunk).split(b"\n")
                        for line in lines:
                            each(line.decode("utf-8", "replace"))
        except Cancelled:
            end_group(child)
            raise
        finally:
            child.stdout.close()


def end_group(child):
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(child.pid, number)
        except OSError:  # gone already, or root's: the helper's own undo ends it
            return
        for _ in range(50):
            if child.poll() is not None:
                break
            time.sleep(0.02)
