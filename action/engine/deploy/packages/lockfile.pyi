"""The parts of a pylock.toml that are read here, for the type checker only."""
from typing import TypedDict

class File(TypedDict, total=False):
    url: str
    path: str
    hashes: dict[str, str]

class Place(File, total=False):
    subdirectory: str

Vcs = TypedDict("Vcs", {"type": str, "url": str, "path": str, "commit-id": str, "subdirectory": str, "hashes": dict[str, str]}, total=False)

class Package(TypedDict, total=False):
    name: str
    version: str
    marker: str
    vcs: Vcs
    directory: Place
    archive: Place
    sdist: File
    wheels: list[File]

PyLock = TypedDict("PyLock", {"lock-version": str, "packages": list[Package]}, total=False)
