"""journal.jsonl: every deploy step by step. Also what the next run learns from when one was killed."""
from __future__ import annotations

import json
import os
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from messages import Entry

LONG = 1 << 20


def stamp() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


class Journal:
    def __init__(self, path: str) -> None:
        self.path = path

    def write(self, release: str, event: str, durable: bool = False, **data: object) -> None:
        entry = {"at": stamp(), "release": release, "event": event, **data}
        file = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o640)
        try:
            line = (json.dumps(entry) + "\n").encode()
            if os.write(file, line) != len(line):  # a disk that is nearly full takes half a line
                raise OSError(28, "No space left on device")
            if durable:
                os.fdatasync(file)
        finally:
            os.close(file)

    def entries(self) -> list[Entry]:
        try:
            with open(self.path, "rb") as file:
                size = file.seek(0, 2)
                file.seek(max(0, size - LONG))
                lines = file.read().split(b"\n")
        except FileNotFoundError:
            return []
        found: list[Entry] = []
        for line in lines:
            try:
                entry: Entry | float | None = json.loads(line)
            except ValueError:  # cut off by the seek, or by a full disk
                continue
            if isinstance(entry, dict):
                found.append(entry)
        return found

    def unfinished(self) -> list[Entry]:
        """The entries of the last run when it neither ended nor was repaired, oldest first."""
        run = []
        for entry in self.entries():
            if entry.get("event") == "begin":
                run = [entry]
            elif run and entry.get("event") in ("end", "repaired"):
                run = []
            elif run:
                run.append(entry)
        return run

    def mend(self) -> None:
        """Ends a half line that a full disk left, and keeps the file from growing for ever."""
        try:
            size = os.path.getsize(self.path)
        except FileNotFoundError:
            return
        if size > 4 * LONG:
            fresh = self.path + ".new"
            with open(fresh, "w") as file:
                for entry in self.entries():
                    file.write(json.dumps(entry) + "\n")
            os.rename(fresh, self.path)
        elif size:
            with open(self.path, "rb+") as file:
                file.seek(-1, 2)
                if file.read(1) != b"\n":
                    file.write(b"\n")
