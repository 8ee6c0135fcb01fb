"""Where things are on the server, and the root-owned helper that may do what the login may not."""
import fcntl
import json
import os
import re
import shutil
import time

from wire import Failed

ID = re.compile(r"^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{7,12}$")
HELPER = 1  # the oldest protocol of the helper that will do
SETUP = "Run: npx create-flask-deploy setup %s"


class Host:
    def __init__(self, ask, wire):
        self.app, self.wire, self.login = ask["app"], wire, ask["login"]
        self.base = "/srv/" + self.app
        self.releases, self.venvs = self.base + "/releases", self.base + "/venvs"
        self.shared, self.current_link = self.base + "/shared", self.base + "/current"
        self.run_dir = "/run/" + self.app
        self.tool = "/usr/local/lib/flask-deploy/" + self.app

    def setup_hint(self):
        return SETUP % self.login

    def check(self):
        """Fails with what `setup` would bring, before anything is touched."""
        if not os.path.isdir(self.base) or not os.path.exists(self.tool):
            raise Failed("setup", "this server is not set up for %s" % self.app, self.setup_hint())
        if not os.access(self.base, os.W_OK):
            raise Failed("setup", "%s may not write to %s" % (self.login, self.base), self.setup_hint())
        for folder in (self.releases, self.venvs, self.shared):
            os.makedirs(folder, 0o750, exist_ok=True)

    def helper(self, *words, **options):
        """The helper's exit code and words; `must=True` turns a failure into Failed."""
        must = options.pop("must", False)
        argv = [self.tool] + list(words)
        if os.geteuid():
            argv = ["sudo", "-n"] + argv
        code, said = self.wire.run(argv, **options)
        if code and "sudo:" in said and re.search(r"password is required|not allowed|may not run|no tty", said):
            raise Failed("setup", "%s may not run %s through sudo" % (self.login, self.tool), self.setup_hint())
        if must and code != 0:
            why = "did not end in time" if code is None else "failed"
            raise Failed("infrastructure", "`%s` %s: %s" % (" ".join(words), why, last_lines(said)))
        return code, said

    def release(self, id):
        if not ID.match(id):
            raise Failed("usage", "%r is not the id of a release" % id)
        return self.releases + "/" + id

    def socket(self, id):
        return "%s/%s.sock" % (self.run_dir, id)

    def current(self):
        """The release that serves; "" when none does."""
        return target_of(self.current_link)

    def answering(self):
        """The release that new requests reach; "" when there is none (or nobody may look)."""
        name = target_of(self.run_dir + "/current.sock")
        return name[:-5] if name.endswith(".sock") else ""

    def point_current(self, id):
        if not id:
            remove(self.current_link)
        elif self.current() != id:
            fresh = self.current_link + ".new"
            remove(fresh)
            os.symlink("releases/" + id, fresh)
            os.rename(fresh, self.current_link)

    def record(self, id):
        """What the release's own record says; None when the release is not complete."""
        return self._json(id, ".release.json")

    def files(self, id):
        """What its files are; apart from the record because it may be long."""
        return self._json(id, ".files.json") or []

    def _json(self, id, name):
        try:
            with open("%s/%s" % (self.release(id), name)) as file:
                return json.load(file)
        except (OSError, ValueError):
            return None

    def is_good(self, id):
        return os.path.exists(self.release(id) + "/.good")

    def new_id(self, commit):
        """By the server's clock, so that ids tell the order wherever the deploys came from."""
        while True:
            id = time.strftime("%Y%m%dT%H%M%SZ-", time.gmtime()) + commit[:7]
            if not os.path.lexists(self.release(id)):
                return id
            time.sleep(0.1)

    def ids(self):
        """Complete releases, oldest first; two of one second by when they were complete."""
        found = []
        for name in filter(ID.match, os.listdir(self.releases)):
            try:
                found.append((name[:16], os.stat(self.release(name) + "/.release.json").st_mtime_ns, name))
            except FileNotFoundError:
                continue
        return [name for _, _, name in sorted(found)]

    def memory_of(self, id):
        """Bytes that only the processes of one instance hold."""
        total, needle = 0, self.release(id).encode()
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open("/proc/%s/cmdline" % pid, "rb") as file:
                    if needle not in file.read() and needle.decode() != os.path.realpath("/proc/%s/cwd" % pid):
                        continue
                with open("/proc/%s/status" % pid) as file:
                    total += sum(int(line.split()[1]) << 10 for line in file if line.startswith("RssAnon"))
            except OSError:
                continue
        return total


def memory_free():
    with open("/proc/meminfo") as file:
        fields = dict(line.split(":", 1) for line in file)
    free = int(fields["MemAvailable"].split()[0]) << 10
    return free + (int(fields["SwapFree"].split()[0]) << 10)


def target_of(link):
    try:
        return os.path.basename(os.readlink(link))
    except OSError:
        return ""


def remove(path):
    """Whatever it is; a release is read-only even for its owner, and may be huge."""
    try:
        os.unlink(path)
    except FileNotFoundError:
        return
    except OSError:
        shutil.rmtree(path, onerror=_force)


def _force(call, path, _):
    try:
        os.chmod(os.path.dirname(path), 0o750)
        os.chmod(path, 0o750)
        call(path)
    except OSError:
        pass


def last_lines(text, count=6):
    return "\n".join([line for line in text.strip().splitlines() if line.strip()][-count:])


class Lock:
    """flock: the kernel frees it with the process that holds it, however that ends."""

    def __init__(self, host):
        self.host, self.path = host, host.base + "/lock"

    def take(self, seconds, run):
        self.file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o640)
        deadline, told = time.monotonic() + seconds, False
        while True:
            try:
                fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError:
                holder = self.holder()
                if time.monotonic() >= deadline:
                    raise Failed("locked", "another deploy is running: %s" % holder,
                                 "Wait for it, or end it with: npx create-flask-deploy unlock")
                if not told:
                    self.host.wire.say("waiting", holder=holder, seconds=seconds)
                    told = True
                self.host.wire.sleep(0.1)
        os.ftruncate(self.file, 0)
        os.pwrite(self.file, json.dumps({"run": run, "pid": os.getpid()}).encode(), 0)

    def read(self):
        try:
            with open(self.path) as file:
                return json.load(file)
        except (OSError, ValueError):
            return {}

    def holder(self):
        found = self.read()
        return "%s (process %s on the server)" % (found.get("run") or "an unnamed run", found.get("pid", "?"))

    def is_held(self):
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
