"""What comes from the deployer and goes to it: bytes in on stdin, one JSON event a line on stdout.

A deployer that is killed closes stdin; one whose network is cut just falls silent, so it sends a beat every
second and SILENCE without one counts as gone. Either way the main thread hears of it at its next wait.
"""
from __future__ import annotations

import collections
import json
import os
import select
import signal
import subprocess
import threading
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO, Callable, Iterator, Mapping, Sequence
    from messages import Ended, Message, Say

SILENCE = 15.0
ROOM = 8 << 20  # bytes read ahead of whoever consumes them
PATIENCE = 10  # seconds
KEPT = 1 << 18  # bytes of what a program said


class Cancelled(Exception):
    pass


class Failed(Exception):
    """A step failed for a reason that a person can act on."""

    def __init__(self, kind: str, message: str, next: str = "") -> None:
        Exception.__init__(self, message)
        self.kind, self.message, self.next = kind, message, next


class Channel:
    def __init__(self) -> None:
        self.chunks: collections.deque[bytes] = collections.deque()
        self.held = 0
        self.ready = threading.Condition()
        self.rest = b""
        self.gone = ""  # why, once it is
        self.silence = SILENCE
        self.shielded = False  # True while stopping half-way would be worse than going on
        self.wake_r, self.wake_w = os.pipe()
        self.say: Say = self._say
        self.mute = threading.Lock()
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, lambda n, _: self.end("signal %d" % n))
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
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

    def end(self, why: str) -> None:
        self.gone = self.gone or why
        os.write(self.wake_w, b"x")

    def check(self) -> None:
        if self.gone and not self.shielded:
            raise Cancelled(self.gone)

    def sleep(self, seconds: float) -> None:
        if self.shielded or not seconds:
            time.sleep(seconds)
            return
        select.select([self.wake_r], [], [], seconds)
        self.check()

    def _next(self, deadline: float) -> bytes:
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

    def message(self, timeout: float) -> Message:
        message: Message = json.loads(self.line(timeout))
        return message

    def line(self, timeout: float) -> bytes:
        """The next message as it came; beats are not messages."""
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
                return line

    def exact(self, size: int) -> Iterator[bytes]:
        """Yields exactly `size` bytes in pieces."""
        deadline = time.monotonic() + 3600
        while size:
            chunk = self.rest or self._next(deadline)
            self.rest = chunk[size:]
            chunk = chunk[:size]
            size -= len(chunk)
            yield chunk

    def _say(self, kind: str, **data: object) -> None:
        data["t"] = kind
        line = (json.dumps(data) + "\n").encode()
        with self.mute:
            while line:
                try:
                    line = line[os.write(1, line):]
                except OSError:  # nobody listens any more; stdin tells the same
                    return

    def run(self, argv: Sequence[str], stdin: bytes = b"", timeout: float = 60, cwd: str | None = None, env: Mapping[str, str] | None = None,
            each: Callable[[str], object] | None = None, waiting: Callable[[int], object] | None = None) -> Ended:
        """Exit code (None: out of time), stdout and stderr, of each the last KEPT bytes. A cancelled run leaves the process to the undo.

        `each` is called with every line of both as it comes, `waiting` every ten seconds with how many have passed; it may
        raise Failed to wait no longer.
        """
        source = subprocess.DEVNULL
        if stdin:
            source = os.memfd_create("stdin")  # a secret on stdin touches no disk
            os.write(source, stdin)
            os.lseek(source, 0, 0)
        # A session of its own, so that a hook's children end with it.
        child = subprocess.Popen(argv, stdin=source, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=cwd, env=env,
                                 start_new_session=True)
        if stdin:
            os.close(source)
        assert child.stdout and child.stderr
        out, err = Stream(child.stdout, each), Stream(child.stderr, each)
        open_streams, began = [out, err], time.monotonic()
        deadline, news = began + timeout, began + PATIENCE
        try:
            while open_streams:
                left = deadline - time.monotonic()
                wanted: list[Stream | int] = [*open_streams] if self.shielded else [*open_streams, self.wake_r]
                heard = select.select(wanted, [], [], max(0, min(left, news - time.monotonic()) if waiting else left))[0]
                self.check()
                if waiting and time.monotonic() >= news:
                    news += PATIENCE
                    waiting(round(time.monotonic() - began))
                if left <= 0:
                    end_group(child)
                    return None, out.text(), err.text()
                for stream in heard:
                    if isinstance(stream, Stream) and not stream.take():
                        open_streams.remove(stream)
            return child.wait(), out.text(), err.text()
        except (Cancelled, Failed):
            end_group(child)
            raise
        finally:
            child.stdout.close()
            child.stderr.close()


class Stream:
    """What a program says on one of its streams; a program that never stops costs no memory."""

    def __init__(self, file: IO[bytes], each: Callable[[str], object] | None) -> None:
        self.file, self.each, self.said, self.rest = file, each, b"", b""

    def fileno(self) -> int:
        return self.file.fileno()

    def take(self) -> bool:
        """False at its end."""
        chunk = os.read(self.file.fileno(), 65536)
        self.said = (self.said + chunk)[-KEPT:]
        if self.each:
            *lines, self.rest = (self.rest + chunk).split(b"\n")
            self.rest = self.rest[-KEPT:]
            for line in lines + ([self.rest] if not chunk and self.rest else []):
                self.each(line.decode("utf-8", "replace"))
        return bool(chunk)

    def text(self) -> str:
        return self.said.decode("utf-8", "replace")


def end_group(child: subprocess.Popen[bytes]) -> None:
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(child.pid, number)
        except OSError:  # gone already, or root's: the helper's own undo ends it
            return
        for _ in range(50):
            if child.poll() is not None:
                break
            time.sleep(0.02)
