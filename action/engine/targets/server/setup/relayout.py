"""Brings a server that an older version set up to the folders and owners of this one, while its release goes on serving.

Everything below /srv/APP belonged to the login, and some of it was the app's to write, so nothing there is believed: what is
changed is opened by descriptors that follow no link. What was before is written down as a script that puts it back.

usage: relayout.py APP LOGIN NGINX_GROUP ENV_MODE PUBLIC...   (as root; PUBLIC: paths of a release that nginx serves)
"""
from __future__ import annotations

import fcntl
import grp
import os
import pwd
import re
import shlex
import shutil
import stat
import subprocess
import sys
import time

app, login, web, env_mode, *public = sys.argv[1:]
BASE, RUN, ETC = "/srv/" + app, "/run/" + app, "/etc/flask-deploy"
KEPT = "/var/lib/flask-deploy/%s.before" % app
ID = re.compile(r"^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{7,12}$")
FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
back: list[str] = []  # shell commands that undo, the last one first


def name_of(info: os.stat_result) -> str:
    try:
        user = pwd.getpwuid(info.st_uid).pw_name
    except KeyError:
        user = str(info.st_uid)
    return "%s:%d" % (user, info.st_gid)


def undo(*argv: str) -> None:
    back.insert(0, " ".join(map(shlex.quote, argv)))


def take(fd: int, path: str, owner: tuple[int, int], mode: int, remember: bool = True) -> None:
    """Owner and mode of what a descriptor is open on, whatever has the path by now."""
    info = os.fstat(fd)
    if remember:
        undo("chown", "-h", name_of(info), path)
        undo("chmod", "%05o" % stat.S_IMODE(info.st_mode), path)
    # What it grants comes first: in between, nginx must not lose its way.
    os.chmod("/proc/self/fd/%d" % fd, stat.S_IMODE(info.st_mode) | mode)
    os.chown("/proc/self/fd/%d" % fd, *owner)
    os.chmod("/proc/self/fd/%d" % fd, mode)


def opened(name: str, at: int | None = None, flags: int = FOLDER) -> int | None:
    try:
        return os.open(name, flags, dir_fd=at)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SystemExit("%s is not what setup made: %s. Look at it, and move it away." % (name, error.strerror)) from error


def is_public(path: str) -> bool:
    return any(path == one or path.startswith(one + "/") for one in public)


def is_on_the_way(path: str) -> bool:
    return is_public(path) or any(one.startswith(path + "/") for one in public)


def hand_over(at: int, inside: str, old: int, new: int, group: int) -> None:
    """A release, or a venv: all that was the old login's becomes the new one's; nginx may read what it serves."""
    for name in os.listdir(at):
        path = (inside + "/" + name) if inside else name
        fd = os.open(name, os.O_PATH | os.O_NOFOLLOW, dir_fd=at)
        try:
            info = os.fstat(fd)
            if info.st_uid != old or stat.S_ISREG(info.st_mode) and info.st_mode & 0o6000:
                continue
            os.chown("/proc/self/fd/%d" % fd, new, group)
            if stat.S_ISDIR(info.st_mode):
                deeper = os.open(name, FOLDER, dir_fd=at)
                try:
                    os.chmod("/proc/self/fd/%d" % deeper, stat.S_IMODE(info.st_mode) | (0o2001 if is_on_the_way(path) else 0o2000))
                    hand_over(deeper, path, old, new, group)
                finally:
                    os.close(deeper)
            elif stat.S_ISREG(info.st_mode) and is_public(path):
                os.chmod("/proc/self/fd/%d" % fd, stat.S_IMODE(info.st_mode) | 0o004)
        finally:
            os.close(fd)


def lead_over(release: int, id: str, former: str) -> None:
    """Under supervisor and the emperor it is the release's own files that say where its socket and the environment are."""
    deploy = opened("deploy", release)
    for name in ("start", "uwsgi.ini", "gunicorn.conf.py") if deploy is not None else ():
        fd = opened(name, deploy, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        if fd is None or not stat.S_ISREG(os.fstat(fd).st_mode):
            continue
        info = os.fstat(fd)
        text = os.read(fd, 1 << 20)
        os.close(fd)
        moved = re.sub(rb"(?m)^(socket = |bind = f?\"unix:)%s/" % RUN.encode(), lambda found: found[0] + b"app/", text)
        moved = moved.replace(("%s/shared/.env" % BASE).encode(), ("%s/%s.env" % (ETC, app)).encode())
        if moved == text:
            continue
        os.makedirs(KEPT + "/releases/" + id, 0o700, exist_ok=True)
        with open("%s/releases/%s/%s" % (KEPT, id, name), "wb") as kept:
            kept.write(text)
        undo("install", "-o", former, "-g", app, "-m", "%o" % stat.S_IMODE(info.st_mode),
             "%s/releases/%s/%s" % (KEPT, id, name), "%s/releases/%s/deploy/%s" % (BASE, id, name))
        # Other releases may share the file.
        fresh = os.open(name + ".new", os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600, dir_fd=deploy)
        os.write(fresh, moved)
        os.fchown(fresh, info.st_uid, info.st_gid)
        os.fchmod(fresh, stat.S_IMODE(info.st_mode))
        # The emperor starts a vassal anew when its file is newer than it was.
        os.utime(fresh, ns=(info.st_atime_ns, info.st_mtime_ns))
        os.close(fresh)
        os.rename(name + ".new", name, src_dir_fd=deploy, dst_dir_fd=deploy)


def copy_file(at: int, name: str, target: str, mode: int, owner: tuple[int, int] = (0, 0)) -> None:
    """A plain file of at most a megabyte, by its content."""
    fd = opened(name, at, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    if fd is None:
        return
    info = os.fstat(fd)
    if not stat.S_ISREG(info.st_mode) or info.st_nlink > 1 or info.st_size > 1 << 22:
        raise SystemExit("%s in %s is not a plain file: look at it, and move it away." % (name, BASE))
    text = os.read(fd, 1 << 22)
    os.close(fd)
    fresh = os.open(target + ".new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
    os.write(fresh, text)
    os.fchown(fresh, *owner)
    os.fchmod(fresh, mode)
    os.close(fresh)
    os.rename(target + ".new", target)


def folder(path: str, owner: tuple[int, int], mode: int) -> None:
    if not os.path.isdir(path):
        os.mkdir(path, 0o700)
        undo("rm", "-rf", path)
    fd = os.open(path, FOLDER)
    take(fd, path, owner, mode, remember=False)
    os.close(fd)


def main() -> None:
    base = os.open(BASE, FOLDER)
    former = os.fstat(base).st_uid
    new_uid, app_gid = pwd.getpwnam(login).pw_uid, grp.getgrnam(app).gr_gid
    app_uid, web_gid = pwd.getpwnam(app).pw_uid, grp.getgrnam(web).gr_gid
    lock = opened("lock", base, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    deadline = time.monotonic() + 40
    while lock is not None:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            break
        except OSError:
            if time.monotonic() > deadline:
                raise SystemExit("a deploy is running; run setup again when it is over") from None
            time.sleep(0.2)

    os.makedirs(KEPT, 0o700, exist_ok=True)
    for path in ("/usr/local/lib/flask-deploy/" + app, "/etc/sudoers.d/flask-deploy-" + app, "/etc/tmpfiles.d/flask-deploy-%s.conf" % app,
                 "/etc/systemd/system/%s@.service" % app, "/etc/systemd/system/%s-emperor.service" % app, "/etc/systemd/system/%s-proxy.service" % app,
                 "/usr/local/lib/flask-deploy/%s.supervisor.conf" % app, "/etc/nginx/sites-available/%s.conf" % app,
                 "/etc/nginx/conf.d/%s.conf" % app, "/etc/nginx/nginx.conf"):
        if os.path.isfile(path) and not os.path.exists(KEPT + "/" + path.replace("/", "+")):
            shutil.copy2(path, KEPT + "/" + path.replace("/", "+"))
        if os.path.isfile(path):
            undo("cp", "-p", KEPT + "/" + path.replace("/", "+"), path)
    for name in ("%s@.socket", "%s-front@.service"):
        undo("rm", "-f", "/etc/systemd/system/" + name % app)

    # Nobody but root can put anything else in the places below from here on.
    take(base, BASE, (0, 0), 0o755)
    for name, mode in (("releases", 0o2751), ("venvs", 0o2750)):
        fd = opened(name, base)
        if fd is None:
            continue
        take(fd, "%s/%s" % (BASE, name), (0, 0), 0o711)
        for each in os.listdir(fd):
            inner = opened(each, fd, FOLDER)
            if inner is None or os.fstat(inner).st_uid != former:
                continue
            hand_over(inner, "", former, new_uid, app_gid)
            if name == "releases" and env_mode != "600":
                lead_over(inner, each, pwd.getpwuid(former).pw_name)
            take(inner, "", (new_uid, app_gid), 0o2751 if name == "releases" else 0o2750, remember=False)
            os.close(inner)
        take(fd, "", (new_uid, app_gid), mode, remember=False)
        undo("chown", "-R", "-h", pwd.getpwuid(former).pw_name, "%s/%s" % (BASE, name))
    undo("chown", "-h", "%s:%s" % (pwd.getpwuid(former).pw_name, app), BASE + "/current")
    vassals = opened("vassals", base)
    if vassals is not None:
        take(vassals, BASE + "/vassals", (0, 0), 0o755)

    # nginx follows it only while it is of the owner of what it leads to.
    if os.path.islink(BASE + "/current"):
        os.chown("current", new_uid, app_gid, dir_fd=base, follow_symlinks=False)

    folder(BASE + "/assets", (new_uid, app_gid), 0o2751)
    folder(BASE + "/deploys", (new_uid, app_gid), 0o2700)
    folder(BASE + "/maintenance", (new_uid, app_gid), 0o2755)
    folder(ETC, (0, 0), 0o755)
    journal = BASE + "/deploys/journal.jsonl"
    if os.path.lexists(BASE + "/journal.jsonl"):
        copy_file(base, "journal.jsonl", journal, 0o600, (new_uid, app_gid))
        os.unlink("journal.jsonl", dir_fd=base)
        undo("install", "-o", pwd.getpwuid(former).pw_name, "-g", app, "-m", "640", journal, BASE + "/journal.jsonl")

    shared = opened("shared", base)
    if shared is not None:
        take(shared, BASE + "/shared", (0, 0), 0o755)
        if os.path.lexists("%s/shared/.env" % BASE):
            env = "%s/%s.env" % (ETC, app)
            copy_file(shared, ".env", env, int(env_mode, 8), (0, app_gid if env_mode != "600" else 0))
            os.unlink(".env", dir_fd=shared)
            undo("rm", "-f", env)
            undo("install", "-o", app, "-g", app, "-m", "600", env, BASE + "/shared/.env")
        kept = opened("maintenance", shared)
        if kept is not None:
            copy_file(kept, "on", BASE + "/maintenance/on", 0o644, (new_uid, app_gid))
            allow = opened("allow", kept)
            for name in os.listdir(allow) if allow is not None else []:
                if re.match(r"^[0-9a-f.:]+$", name):
                    folder(BASE + "/maintenance/allow", (new_uid, app_gid), 0o755)
                    os.close(os.open("%s/maintenance/allow/%s" % (BASE, name), os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW, 0o644))
        for name in os.listdir(shared):
            fd = opened(name, shared, os.O_PATH | os.O_NOFOLLOW)
            if fd is None:
                continue
            info = os.fstat(fd)
            # What the login made for the app to write; whatever else is there is the app's own already.
            if stat.S_ISDIR(info.st_mode) and info.st_uid == former and name != "maintenance":
                deeper = os.open(name, FOLDER, dir_fd=shared)
                take(deeper, "%s/shared/%s" % (BASE, name), (app_uid, app_gid), 0o2750)
                os.close(deeper)
            os.close(fd)

    run = opened(RUN)
    if run is not None:
        take(run, RUN, (0, 0), 0o755)
        # The former proxy of a TCP address is in the app's group alone: its sockets are handed over when it has ended.
        has_proxy = os.path.exists("/etc/systemd/system/%s-proxy.service" % app)
        for name in [] if has_proxy else os.listdir(run):
            fd = opened(name, run, os.O_PATH | os.O_NOFOLLOW)
            if fd is not None and ID.match(name[:-5]) and stat.S_ISSOCK(os.fstat(fd).st_mode):
                take(fd, "%s/%s" % (RUN, name), (new_uid, web_gid), 0o660)

    with open(KEPT + "/back.sh", "w") as file:
        file.write("#!/bin/sh\n# Puts %s back to what it was before setup changed its folders and owners: sh %s/back.sh\nset -u\n" % (app, KEPT))
        file.write("\n".join(back) + "\n")
        for user in (pwd.getpwuid(former).pw_name, web):
            file.write("usermod -aG %s %s\n" % (shlex.quote(app), shlex.quote(user)))
        file.write("systemctl daemon-reload\nsystemctl restart nginx\n")
    old = pwd.getpwuid(former).pw_name
    if old in grp.getgrnam(app).gr_mem:
        subprocess.run(["gpasswd", "-d", old, app], check=True, stdout=subprocess.DEVNULL)


main()
