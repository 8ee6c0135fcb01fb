"""Prints a pylock.toml as lines of a requirements file. `python -c … FILE`.
https://packaging.python.org/specifications/pylock-toml"""
from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lockfile import File, Place, PyLock

try:
    import tomllib
except ImportError:
    from pip._vendor import tomli as tomllib

with open(sys.argv[1], "rb") as file:
    lock: PyLock = tomllib.load(file)
if not str(lock.get("lock-version")).startswith("1."):
    sys.exit("lock-version is %s, but only 1.0 is supported" % lock.get("lock-version"))


def hashes(*files: File) -> str:
    return "".join(" --hash=%s:%s" % pair for file in files for pair in sorted(file.get("hashes", {}).items()))


def place(what: Place) -> str:
    return what.get("url") or what["path"]


def below(what: Place) -> str:
    return "#subdirectory=" + what["subdirectory"] if what.get("subdirectory") else ""


for package in lock.get("packages", []):
    name, marker = package["name"], package.get("marker", "")
    if "dependency_groups" in marker or "extras" in marker:
        sys.exit("%s belongs to an extra or a group: export a lock without extras and groups" % name)
    if "vcs" in package:
        vcs = package["vcs"]
        line = "%s @ %s+%s@%s%s" % (name, vcs["type"], place(vcs), vcs["commit-id"], below(vcs))
    elif "directory" in package:
        line = "%s @ file:%s%s" % (name, package["directory"]["path"], below(package["directory"]))
    elif "archive" in package:
        archive = package["archive"]
        line = "%s @ %s%s" % (name, archive.get("url") or "file:" + archive["path"], below(archive))
    else:
        line = "%s==%s" % (name, package["version"])
    files = package.get("wheels", []) + [one for one in (package.get("sdist"), package.get("archive")) if one]
    print(line + (" ; " + marker if marker else "") + hashes(*files))
