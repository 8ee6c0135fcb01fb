"""Puts a release's files together: the changed ones from the deployer, the others as hard links to the release before."""
import errno
import json
import os
import shutil
import stat

from host import remove
from wire import Failed


def on_disk(path):
    """Names travel as latin-1 so that any bytes survive JSON."""
    raw = path.encode("latin-1")
    parts = raw.split(b"/")
    if raw.startswith(b"/") or b".." in parts or b"" in parts or b"\0" in raw:
        raise Failed("usage", "the path %r leads out of the release" % path)
    return raw


def needed(host, files, before):
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


def check_room(host, count, size):
    there = os.statvfs(host.base)
    free, nodes = there.f_bavail * there.f_frsize, there.f_favail if there.f_files else count + 1000
    if free < size + (4 << 20):
        raise Failed("infrastructure", "the server's disk is full: this needs %d MB and %d MB are free"
                     % ((size >> 20) + 4, free >> 20), "Free some space on the file system of %s." % host.base)
    if nodes < count + 50:
        raise Failed("infrastructure", "the server's file system has only %d inodes left" % nodes,
                     "Remove some files on the file system of %s." % host.base)


def full(error):
    """An OSError as what it means to a person."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Failed("infrastructure", "the server's disk is full (no space or no inodes left)",
                      "Free some space and deploy again; the old release serves on.")
    return Failed("infrastructure", "the server could not write: %s" % error)


def stage(host, id, files, missing, before, shared):
    """Makes releases/<id> out of what arrives on the wire. Files are read-only: a hard link is shared by releases."""
    wire, top = host.wire, os.fsencode(host.release(id))
    base = os.fsencode(host.release(before)) if before else b""
    made = {b""}

    def folder(raw):
        parent = os.path.dirname(raw)
        if parent not in made:
            folder(parent)
            os.mkdir(top + b"/" + parent, 0o750)
            made.add(parent)

    os.mkdir(top, 0o750)
    sent = set(missing)
    for index, (path, mode, _, _) in enumerate(files):
        raw = on_disk(path)
        folder(raw)
        if index not in sent:
            reuse(base + b"/" + raw, top + b"/" + raw)
            if not index % 256:
                wire.check()
    for index in missing:
        path, mode, _, size = files[index]
        receive(wire, top + b"/" + on_disk(path), mode, size)
    for path in shared:
        share(host, top, path, folder)


def reuse(source, path):
    try:
        os.link(source, path, follow_symlinks=False)
    except PermissionError:  # somebody else's file: the kernel lets only the owner link
        shutil.copy2(source, path, follow_symlinks=False)


def receive(wire, path, mode, size):
    if mode == "120000":
        os.symlink(b"".join(wire.exact(size)), path)
        return
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o550 if mode == "100755" else 0o440)
    try:
        for chunk in wire.exact(size):
            while chunk:
                chunk = chunk[os.write(file, chunk):]
    finally:
        os.close(file)


def share(host, top, path, folder):
    raw = on_disk(path)
    kept, link = os.fsencode(host.shared) + b"/" + raw, top + b"/" + raw
    if not os.path.lexists(kept):
        os.makedirs(kept, exist_ok=True)
        os.chmod(kept, 0o2770)  # the app writes here, as a member of its group
    if os.path.lexists(link):
        raise Failed("usage", "%s is shared, and git tracks it too" % path,
                     "Take it out of `shared:` in flask-deploy.yml, or out of git.")
    folder(raw)
    os.symlink(kept, link)


def seal(host, id, record, files):
    """From here on the release is complete; the group of everything is the app's, which nginx is in."""
    top = host.release(id)
    group = os.stat(host.base).st_gid
    if os.stat(top).st_gid != group:
        for folder, _, names in os.walk(os.fsencode(top)):
            os.chown(folder, -1, group)
            for name in names:
                path = folder + b"/" + name
                if os.lstat(path).st_gid != group:
                    os.chown(path, -1, group, follow_symlinks=False)
    for name, value in (".files.json", files), (".release.json", record):  # in this order: the record seals it
        with open(top + "/.sealing", "w") as file:
            json.dump(value, file)
        os.chmod(top + "/.sealing", 0o440)
        os.rename(top + "/.sealing", top + "/" + name)


def sweep(host, keep):
    """Removes what a killed run left half made."""
    for name in os.listdir(host.releases):
        if name not in keep and not os.path.exists("%s/%s/.release.json" % (host.releases, name)):
            remove(host.releases + "/" + name)
    for name in os.listdir(host.venvs):
        if not os.path.exists("%s/%s/.complete" % (host.venvs, name)):
            remove(host.venvs + "/" + name)
