"""Takes out of a line what must not leave the server: the values of the app's environment. The first part of `logs`."""
from __future__ import annotations

import json
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterator

HARMLESS = ("true", "false", "none", "null", "production", "development", "testing")
# A secret with a colour in the middle would come together again where the colour is taken out.
STEERS = re.compile("\x1b\\][^\x07\x1b]*(?:\x07|\x1b\\\\)?|(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]?|\x1b[ -/]*[0-~]?|[\0-\x08\x0b-\x1f\x7f-\x9f"
                    "\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def secrets(path: str) -> re.Pattern[str] | None:
    """A pattern for every value of the environment in a file, as it is and as logs write it; None when there is none."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            said = file.read(1 << 20)
    except OSError:
        said = ""
    found: set[str] = set()
    for value in values(said):
        for part in map(str.strip, [value, *value.splitlines()]):
            if len(part) >= 4 and part.lower() not in HARMLESS:
                percent = "".join(c if c.isalnum() and c < "\x7f" or c in "_.-~" else "".join("%%%02X" % b for b in c.encode()) for c in part)
                # As nginx writes what is not plain ASCII.
                hexed = "".join(chr(b) if 31 < b < 127 and b not in b'"\\' else "\\x%02X" % b for b in part.encode())
                found.update((part, percent, percent.replace("%20", "+"), percent.replace("%2F", "/"), json.dumps(part)[1:-1],
                              json.dumps(part, ensure_ascii=False)[1:-1], repr(part)[1:-1], hexed))
    return re.compile("|".join(map(re.escape, sorted(found, key=len, reverse=True)))) if found else None


def values(text: str) -> Iterator[str]:
    """As systemd reads an EnvironmentFile; of a bare value also what a shell takes of it, which has no comment behind."""
    for value in re.findall(r"(?ms)^[ \t]*(?:export[ \t]+)?[A-Za-z_]\w*[ \t]*=[ \t]*(\"(?:\\.|[^\"\\])*\"|'[^']*'|[^\n]*)", text):
        if value[:1] == '"' and value[1:]:
            yield re.sub(r"(?s)\\([\"\\$`\n])", lambda seen: seen.group(1).strip("\n"), value[1:-1])
        elif value[:1] == "'" and value[1:]:
            yield value[1:-1]
        else:
            bare = value.strip()
            yield re.sub(r"\\(.)", r"\1", bare)
            if " #" in bare:
                yield bare.split(" #")[0].strip()
