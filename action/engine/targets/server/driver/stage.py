"""Puts a release's files together: the changed ones from the deployer, the others as hard links to the release before."""
from __future__ import annotations

import errno
import json
import os
import shutil
import stat

from host import Host, remove
from channel import Channel, Failed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Collection, Iterable, Iterator, Sequence
    from messages import Changed, File, Record


def on_disk(path: str) -> bytes:
    """Names travel as latin-1 so that any bytes survive JSON."""
    raw = path.encode("latin-1")
    parts = raw.split(b"/")
    if raw.startswith(b"/") or b".." in parts or b"" in parts or b"\0" in raw:
        raise Failed("usage", "the path %r leads out of the release" % path)
    return raw


def needed(host: Host, files: Sequence[File], before: str) -> tuple[list[int], Changed]:
    """Indices of the files that must be sent. An unchanged file counts only while it is really still there."""
    known = {path: (mode, key) for path, mode, key, _ in host.files(before)} if before else {}
    base = os.fsencode(host.release(before)) if before else b""
    missing = []
    for index, (path, mode, key, size) in enumerate(files):
        if known.get(path) == (mode, key):
            try:
                there = os.lstat(base + b"/" + on_disk(path))
                if stat.S_ISLNK(there.st_mode) or there.st_size == size:
                    continue
            except OSError:
                pass
        missing.append(index)
    paths = {path for path, _, _, _ in files}
    changed = sum(1 for index in missing if files[index][0] in known)
    return missing, {"added": len(missing) - changed, "changed": changed, "removed": len(known.keys() - paths)}


def check_room(host: Host, count: int, size: int) -> None:
    there = os.statvfs(host.base)
    free, nodes = there.f_bavail * there.f_frsize, there.f_favail if there.f_files else count + 1000
    if free < size + (4 << 20):
        raise Failed("infrastructure", "the server's disk is full: this needs %d MB and %d MB are free"
                     % ((size >> 20) + 4, free >> 20), "Free some space on the file system of %s." % host.base)
    if nodes < count + 50:
        raise Failed("infrastructure", "the server's file system has only %d inodes left" % nodes,
                     "Remove some files on the file system of %s." % host.base)


def full(error: OSError) -> Failed:
    """An OSError as what it means to a person."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Failed("infrastructure", "the server's disk is full (no space or no inodes left)",
                      "Free some space and deploy again; the old release serves on.")
    return Failed("infrastructure", "the server could not write: %s" % error)


def is_public(path: str, public: Iterable[str]) -> bool:
    """Whether nginx serves the file: it is one of the paths that its configuration names, or below one."""
    return any(path == one or path.startswith(one + "/") for one in public)


def leads_out(path: bytes, target: bytes) -> bool:
    """Whether a link of the repository leads out of the release."""
    place = os.path.normpath(os.path.join(os.path.dirname(path), target))
    return os.path.isabs(target) or place == b".." or place.startswith(b"../")


def stage(host: Host, id: str, files: Sequence[File], missing: Sequence[int], before: str, shared: Iterable[str], public: Collection[str]) -> None:
    """Makes releases/<id> out of what arrives on the channel. Files are read-only: a hard link is shared by releases.

    The app's group may read all of it; others, which is nginx, only what is in `public`.
    """
    channel, top = host.channel, os.fsencode(host.release(id))
    base = os.fsencode(host.release(before)) if before else b""
    made = {b""}
    way = {parent for path in public for parent in parents(on_disk(path))}

    def folder(raw: bytes) -> None:
        parent = os.path.dirname(raw)
        if parent not in made:
            folder(parent)
            # nginx opens a folder that is asked for, though it lists none: `try_files $uri` does so at each request for /.
            served = is_public(parent.decode("latin-1"), public)
            os.mkdir(top + b"/" + parent, 0o755 if served else 0o751 if parent in way else 0o750)
            made.add(parent)

    os.mkdir(top, 0o751)
    sent = set(missing)
    for index, (path, mode, _, _) in enumerate(files):
        raw = on_disk(path)
        folder(raw)
        if index not in sent:
            reuse(base + b"/" + raw, top + b"/" + raw, mode, is_public(path, public))
            if not index % 256:
                channel.check()
    for index in missing:
        path, mode, _, size = files[index]
        receive(channel, top, on_disk(path), mode, size, is_public(path, public))
    for path in shared:
        share(host, top, path, folder)


def parents(raw: bytes) -> Iterator[bytes]:
    """Every folder on the way to a path."""
    while b"/" in raw:
        raw = os.path.dirname(raw)
        yield raw


def bits(mode: str, public: bool) -> int:
    return (0o550 if mode == "100755" else 0o440) | (0o004 if public else 0)


def reuse(source: bytes, path: bytes, mode: str, public: bool) -> None:
    """As a hard link; where it must be readable for others than before, or is another login's, as a copy."""
    wanted = bits(mode, public)
    try:
        if mode == "120000" or stat.S_IMODE(os.lstat(source).st_mode) == wanted:
            os.link(source, path, follow_symlinks=False)
            return
    except PermissionError:
        pass
    shutil.copyfile(source, path, follow_symlinks=False)
    if mode != "120000":
        os.chmod(path, wanted)


def receive(channel: Channel, top: bytes, raw: bytes, mode: str, size: int, public: bool) -> None:
    path = top + b"/" + raw
    if mode == "120000":
        target = b"".join(channel.exact(size))
        if leads_out(raw, target):
            raise Failed("usage", "%s is a link to %s, which is not in the release" % (os.fsdecode(raw), os.fsdecode(target)),
                         "Commit what it leads to, or, if the app writes there, take it out of git and name it under `shared:`.")
        os.symlink(target, path)
        return
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, bits(mode, public))
    try:
        for chunk in channel.exact(size):
            rest = chunk
            while rest:
                rest = rest[os.write(file, rest):]
    finally:
        os.close(file)


def make_shared(host: Host, shared: Iterable[str], web: Collection[str]) -> None:
    """The folders that outlive releases. Root makes what is missing: in what the app may write, this login makes nothing."""
    lacking = [path for path in shared if not os.path.isdir(os.fsencode(host.shared) + b"/" + on_disk(path))]
    if lacking:
        lines = ["web " + path if path in web else path for path in lacking]
        host.helper("share", stdin="".join(line + "\n" for line in lines).encode("latin-1"), must=True)


def share(host: Host, top: bytes, path: str, folder: Callable[[bytes], None]) -> None:
    raw = on_disk(path)
    kept, link = os.fsencode(host.shared) + b"/" + raw, top + b"/" + raw
    if os.path.lexists(link):
        raise Failed("usage", "%s is shared, and git tracks it too" % path,
                     "Take it out of `shared:` in flask-deploy.yml, or out of git.")
    folder(raw)
    os.symlink(kept, link)


def seal(host: Host, id: str, record: Record, files: Sequence[File]) -> None:
    """From here on the release is complete."""
    top = host.release(id)
    for name, value in (".files.json", files), (".release.json", record):  # in this order: the record seals it
        with open(top + "/.sealing", "w") as file:
            json.dump(value, file)
        os.chmod(top + "/.sealing", 0o440)
        os.rename(top + "/.sealing", top + "/" + name)


def sweep(host: Host, keep: Collection[str]) -> None:
    """Removes what a killed run left half made, and what was to be removed after one."""
    for name in os.listdir(host.releases):
        if name not in keep and (name.startswith(".trash-") or not os.path.exists("%s/%s/.release.json" % (host.releases, name))):
            remove(host.releases + "/" + name)
    for name in os.listdir(host.venvs):
        if name.startswith(".trash-") or not os.path.exists("%s/%s/.complete" % (host.venvs, name)):
            remove(host.venvs + "/" + name)
