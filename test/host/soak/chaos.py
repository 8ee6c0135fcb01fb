"""What a hostile app does all day: plants names of every kind wherever it may write, and tries where it may not."""
from __future__ import annotations

import contextlib
import os
import random
import socket
import sys
import threading
import time
from typing import NoReturn

ME = os.environ.get("HOME", "/srv/x").rsplit("/", 1)[-1]
OTHER = {"shop": "till", "till": "shop"}.get(ME, "shop")
HOME = "/srv/%s/shared/instance" % ME
# Its own places first; then those where only the server's layout keeps it out.
FOLDERS = [HOME, HOME + "/in", "/tmp", "/var/tmp", "/dev/shm", "/run/%s/app" % ME] * 3 + [
    "/srv/%s%s" % (app, sub) for app in (ME, OTHER)
    for sub in ("", "/shared", "/releases", "/venvs", "/assets", "/assets/static", "/deploys", "/maintenance", "/maintenance/allow", "/vassals",
                "/current/static", "/current/deploy", "/shared/maintenance", "/shared/instance")
] + ["/run/" + ME, "/run/" + OTHER, "/run/flask-deploy", "/etc/flask-deploy", "/var/lib/flask-deploy", "/etc/systemd/system", "/run/systemd/system",
     "/home/deploy-" + ME, "/usr/local/lib/flask-deploy", "/var/log/nginx", "/proc/self/fd"]
NAMES = ["on", "on.new", "allow", ".env", ".env.new", "current", "current.sock", "current.next", "lock", "journal.jsonl", "journal.jsonl.new", "maintenance",
         "static", "favicon.svg", "maintenance.html", "nginx.conf", ".release.json", ".good", ".complete", "x", "in", "a\nb", "\x1b]0;owned\x07", "-rf", "$(id)"]
TARGETS = ["/root/canary", "/etc/canary", "/etc/shadow", "/etc/passwd", "/dev/zero", "/dev/stdin", "/proc/self/environ", "/proc/1/environ", "..", ".", "/",
           "/etc/flask-deploy/%s.env" % OTHER, "/etc/flask-deploy/%s.env" % ME, "/srv/%s/deploys/journal.jsonl" % OTHER, "/srv/%s/current/app.py" % OTHER,
           "/srv/%s/shared/instance/db" % OTHER, "/home/deploy-%s/.bashrc" % ME, "/usr/local/lib/flask-deploy/" + OTHER, "/srv/%s/releases" % ME, "/run/%s" % OTHER]
LINES = ["\x1b[31m\x1b]0;owned\x07", "::error::owned", "Out of memory: Killed process 1 (%s)" % ME, "A" * 3000, "{\"event\": \"begin\"}", "\x00\xff\r\n\x85", "::add-mask::a"]
seed = os.environ.get("SEED", "0")
begun = threading.Lock()


def begin() -> None:
    """In each worker at its first request: a thread of the master's would not outlive its fork."""
    if begun.acquire(blocking=False):
        threading.Thread(target=forever, daemon=True).start()


def forever() -> NoReturn:
    dice, done = random.Random("%s-%s-%d" % (seed, ME, os.getpid())), 0
    while True:
        with contextlib.suppress(OSError, ValueError):
            act(dice)
        done += 1
        if done % 100 == 0:
            print("planted 100", file=sys.stderr, flush=True)
        time.sleep(dice.random() / 50)


def act(dice: random.Random) -> None:
    folder = dice.choice(FOLDERS)
    ids = names_in("/srv/%s/releases" % ME) + names_in("/run/" + ME)
    name = dice.choice(NAMES + [id + end for id in ids for end in ("", ".sock", ".ini", ".new")])
    path, other = folder + "/" + name, dice.choice(FOLDERS) + "/" + dice.choice(NAMES)
    what = dice.randrange(14)
    if what < 4:
        gone(path)
        os.symlink(dice.choice(TARGETS), path)
    elif what == 4:
        gone(path)
        os.mkfifo(path, 0o666)
    elif what == 5:
        gone(path)
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path)
    elif what == 6:
        gone(path)
        os.makedirs(path + "/x/y", exist_ok=True)
    elif what == 7:
        os.rename(path, other)
    elif what == 8:
        os.link(dice.choice(TARGETS), path, follow_symlinks=False)
    elif what == 9:
        with open(path, "wb") as file:
            file.truncate(dice.choice((0, 10, 1 << 30)))
    elif what == 10:
        os.chmod(path, dice.choice((0, 0o777, 0o2770, 0o4755)))
    elif what == 11:
        gone(path)
    elif what == 12:
        print(dice.choice(LINES), file=sys.stderr, flush=True)
    else:
        with open(path, "a") as file:
            file.write(dice.choice(LINES))
    if len(names_in(folder)) > 60:
        gone(folder + "/" + dice.choice(names_in(folder)))


def names_in(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def gone(path: str) -> None:
    if os.path.islink(path) or not os.path.isdir(path):
        if os.path.lexists(path):
            os.unlink(path)
        return
    for name in names_in(path):
        gone(path + "/" + name)
    os.rmdir(path)
