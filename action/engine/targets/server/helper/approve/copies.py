"""Whether root may install the unit, site and socket files of a release: copies them first, then judges the copies.

A file may be what `setup` installed, or go beyond it by what is on the lists here: directives that stay within the app's
own places. Whatever is on no list, and was not there when `setup` ran, is for root to install. Exit codes: 1 a file
cannot be read as what it is, 5 one is missing or no plain file, 3 something is beyond; each on stderr with its file and line.
"""
from __future__ import annotations

import os
import stat
import sys

app, releases, release, incoming, approved = sys.argv[1:]
MOST = 1 << 20
problems: list[str] = []
unreadable: list[str] = []


def copy(source: str) -> str:
    """Every part of the path by its own descriptor: whoever deploys may swap any of them while this looks."""
    folder = os.open(releases, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    *parts, name = [release] + source.split("/")
    for part in parts:
        folder = os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=folder)
    file = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    info = os.fstat(file)
    if not stat.S_ISREG(info.st_mode) or info.st_size > MOST:
        raise OSError("not a plain file of at most 1 MB")
    text = os.read(file, MOST)
    with open(os.path.join(incoming, name), "xb") as kept:
        kept.write(text)
    return text.decode("utf-8", "surrogateescape")


def installed(name: str) -> str:
    try:
        with open(os.path.join(approved, name), encoding="utf-8", errors="surrogateescape") as file:
            return file.read(MOST)
    except OSError:
        return ""
