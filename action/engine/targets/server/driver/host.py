"""Where things are on the server, and the root-owned helper that may do what the login may not."""
from __future__ import annotations

import contextlib
import fcntl
import json
import os
import pwd
import re
import shutil
import socket
import stat
import time

from channel import Channel, Failed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import AnyStr, Iterable, Iterator, Sequence
    from messages import Ended, File, Json, Record, RunOptions, Whose
    from typing_extensions import Unpack

ID = re.compile(r"^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{7,12}$")
HELPER = 3  # the oldest protocol of the helper that will do
SETUP = "Run: npx create-flask-deploy setup root@%s"


class Host:
    def __init__(self, ask: Whose, channel: Channel) -> None:
        self.app, self.channel, self.login = ask["app"], channel, ask["login"]
        self.base = "/srv/" + self.app
        self.releases, self.venvs, self.assets = self.base + "/releases", self.base + "/venvs", self.base + "/assets"
        self.shared, self.current_link = self.base + "/shared", self.base + "/current"
        self.deploys, self.maintenance = self.base + "/deploys", self.base + "/maintenance"
        self.journal = self.deploys + "/journal.jsonl"
        self.run_dir = "/run/" + self.app
        self.tool = "/usr/local/lib/flask-deploy/" + self.app

    def setup_hint(self) -> str:
        return SETUP % self.login.rpartition("@")[2]

    def check(self) -> None:
        """Fails with what `setup` would bring, before anything is touched."""
        told = self.told()
        if not os.path.isdir(self.base) or not told:
            raise Failed("setup", "this server is not set up for %s" % self.app, self.setup_hint())
        if int(told.get("PROTOCOL") or 0) < HELPER:
            raise Failed("setup", "this server was set up for %s by an older version of create-flask-deploy" % self.app, self.setup_hint())
        if not os.access(self.releases, os.W_OK):
            owner = pwd.getpwuid(os.stat(self.releases).st_uid).pw_name
            raise Failed("setup", "%s may not write to %s, which belongs to %s" % (self.login, self.releases, owner),
                         "Deploy as %s (--user, or `user:` below `deploy:` in flask-deploy.yml), or, to make it this login's: %s" % (owner, self.setup_hint()))

    def told(self) -> dict[str, str]:
        """What setup wrote at the top of the helper, by name; {} where there is none."""
        try:
            with open(self.tool) as file:
                lines = file.read(8192).splitlines()
        except OSError:
            return {}
        found = (re.match(r"([A-Z_]+)='?([^' ]*)", line) for line in lines)
        return {seen.group(1): seen.group(2) for seen in found if seen}

    def helper(self, *words: str, must: bool = False, **options: Unpack[RunOptions]) -> Ended:
        """The helper's exit code, its answer, and what it complains of; `must=True` turns a failure into Failed."""
        argv = [self.tool] + list(words)
        if os.geteuid():
            argv = ["sudo", "-n"] + argv
        code, out, err = self.channel.run(argv, **options)
        if code and re.search(r"^sudo: .*(password is required|not allowed|may not run|no tty)", err, re.M):
            raise Failed("setup", "%s may not run %s through sudo" % (self.login, self.tool), self.setup_hint())
        if must and code != 0:
            why = "did not end in time" if code is None else "failed"
            raise Failed("infrastructure", "`%s` %s: %s" % (" ".join(words), why, last_lines(err or out)))
        return code, out, err

    def drift(self, id: str, files: Sequence[tuple[str, str]]) -> list[str]:
        """Which of `files`, (path in the release, path on the server), are not what is installed."""
        site = self.told().get("SITE", "")
        return [source for source, target in list(files) + [("deploy/nginx.conf", site)]
                if content("%s/%s" % (self.release(id), source)) != content(target)]

    def release(self, id: str) -> str:
        if not ID.match(id):
            raise Failed("usage", "%r is not the id of a release" % id)
        return self.releases + "/" + id

    def socket(self, id: str) -> str:
        return "%s/%s.sock" % (self.run_dir, id)

    def current(self) -> str:
        """The release that serves; "" when none does."""
        return target_of(self.current_link)

    def answering(self) -> str:
        """The release that new requests reach; "" when there is none (or nobody may look)."""
        name = target_of(self.run_dir + "/current.sock")
        return name[:-5] if name.endswith(".sock") else ""

    def record(self, id: str) -> Record | None:
        """What the release's own record says; None when the release is not complete."""
        record: Record | None = self._json(id, ".release.json")
        return record

    def venvs_of(self, ids: Iterable[str]) -> set[str]:
        """What complete releases run in."""
        return {record.get("venv", "") for record in map(self.record, ids) if record}

    def files(self, id: str) -> list[File]:
        """What its files are; apart from the record because it may be long."""
        files: list[File] = self._json(id, ".files.json") or []
        return files

    def _json(self, id: str, name: str) -> Json:
        try:
            with open("%s/%s" % (self.release(id), name)) as file:
                return json.load(file)
        except (OSError, ValueError):
            return None

    def is_good(self, id: str) -> bool:
        """Whether it served well when it had the traffic."""
        return os.path.exists(self.release(id) + "/.good")

    def was_left(self, id: str) -> bool:
        """Whether somebody rolled back from it: then nobody wants it back without naming it."""
        return os.path.exists(self.release(id) + "/.left")

    def mark(self, id: str, name: str, is_set: bool) -> None:
        path = "%s/.%s" % (self.release(id), name)
        if is_set:
            with open(path, "w"):
                pass
        else:
            remove(path)

    def ids(self) -> list[str]:
        """Complete releases in the order in which this server completed them; ids come from clocks elsewhere."""
        found = []
        for name in filter(ID.match, os.listdir(self.releases)):
            try:
                found.append((os.stat(self.release(name) + "/.release.json").st_mtime_ns, name))
            except FileNotFoundError:
                continue
        return [name for _, name in sorted(found)]

    def memory_of(self, id: str) -> int:
        """Bytes that only the processes of one instance hold. Other accounts may call their processes anything."""
        total, needle = 0, self.release(id).encode()
        try:
            uid = pwd.getpwnam(self.app).pw_uid
        except KeyError:
            return 0
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                if os.stat("/proc/" + pid).st_uid != uid:
                    continue
                with open("/proc/%s/cmdline" % pid, "rb") as file:
                    if needle not in file.read(65536):
                        continue
                with open("/proc/%s/status" % pid) as file:
                    total += sum(int(line.split()[1]) << 10 for line in file if line.startswith("RssAnon"))
            except OSError:
                continue
        return total


def memory_free() -> int:
    with open("/proc/meminfo") as file:
        fields = dict(line.split(":", 1) for line in file)
    free = int(fields["MemAvailable"].split()[0]) << 10
    return free + (int(fields["SwapFree"].split()[0]) << 10)


def content(path: str) -> bytes | None:
    """Of a plain file, at most a megabyte; None when there is none."""
    try:
        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    try:
        return os.read(file, 1 << 20) if stat.S_ISREG(os.fstat(file).st_mode) else None
    finally:
        os.close(file)


def addresses() -> list[str]:
    """Those of this machine, as far as it knows them: behind a NAT the public one is not among them."""
    found = os.environ.get("SSH_CONNECTION", "").split()[2:3]
    with contextlib.suppress(OSError):
        with open("/proc/net/fib_trie") as file:
            lines = file.read(1 << 20).split("\n")
        found += [before.split()[-1] for before, line in zip(lines, lines[1:]) if "/32 host LOCAL" in line]
    with contextlib.suppress(OSError), open("/proc/net/if_inet6") as file:
        found += [socket.inet_ntop(socket.AF_INET6, bytes.fromhex(line.split()[0])) for line in file]
    return sorted({address for address in found if not address.startswith("127.") and address != "::1"})


def target_of(link: str, whole: bool = False) -> str:
    """The last part of what a link leads to, or all of it; "" when it is none."""
    try:
        target = os.readlink(link)
    except OSError:
        return ""
    return target if whole else os.path.basename(target)


def remove(path: AnyStr) -> None:
    """Whatever it is; a release is read-only even for its owner, and may be huge."""
    try:
        os.unlink(path)
    except FileNotFoundError:
        return
    except OSError:
        # Only folders below it: the one that it lies in is for everybody's releases, and a link leads to others.
        for folder in _folders(path):
            with contextlib.suppress(OSError):
                os.chmod(folder, 0o700)
        shutil.rmtree(path, ignore_errors=True)


def _folders(path: AnyStr) -> Iterator[AnyStr]:
    """Top down, each before it is entered; no links."""
    yield path
    for parent, folders, _ in os.walk(path):
        yield from (path for path in (os.path.join(parent, name) for name in folders) if not os.path.islink(path))


def last_lines(text: str, count: int = 6) -> str:
    return "\n".join([line for line in text.strip().splitlines() if line.strip()][-count:])


class Lock:
    """flock: the kernel frees it with the process that holds it, however that ends."""

    def __init__(self, host: Host) -> None:
        self.host, self.path = host, host.deploys + "/lock"

    def take(self, seconds: float, run: str | None) -> None:
        self.file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        deadline, told = time.monotonic() + seconds, False
        while True:
            try:
                fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError:
                holder = self.holder()
                if time.monotonic() >= deadline:
                    raise Failed("locked", "another deploy is running: %s" % holder,
                                 "Wait for it, or end it with: npx create-flask-deploy unlock") from None
                if not told:
                    self.host.channel.say("waiting", holder=holder, seconds=seconds)
                    told = True
                self.host.channel.sleep(0.1)
        os.ftruncate(self.file, 0)
        os.pwrite(self.file, json.dumps({"run": run, "pid": os.getpid()}).encode(), 0)

    def read(self) -> dict[str, object]:
        try:
            with open(self.path) as file:
                found = json.load(file)
            return found if isinstance(found, dict) else {}
        except (OSError, ValueError):
            return {}

    def holder(self) -> str:
        return "%s (process %s on the server)" % (self.read().get("run") or "an unnamed run", self.pid() or "?")

    def pid(self) -> int:
        """Of the process that holds it, by its own word, or, where that is cut off, by who has the file open; 0 when nobody does."""
        said = self.read().get("pid")
        if isinstance(said, int) and os.path.exists("/proc/%d" % said):
            return said
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                names = os.listdir("/proc/%s/fd" % pid)
            except OSError:  # somebody else's
                continue
            if int(pid) != os.getpid() and any(target_of("/proc/%s/fd/%s" % (pid, name), whole=True) == self.path for name in names):
                return int(pid)
        return 0

    def is_held(self) -> bool:
        try:
            file = os.open(self.path, os.O_RDWR)
        except OSError:
            return False
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return False
        except OSError:
            return True
        finally:
            os.close(file)
