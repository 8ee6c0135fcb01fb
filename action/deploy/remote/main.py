"""Runs on the server, for as long as one command of the deployer's takes. Python 3.8 or newer, standard library only."""
import os
import pwd
import signal
import time

import release
from gate import Gate
from host import Host, Lock, memory_free, python_here
from order import Order
from wire import Cancelled, Failed, Wire


def main():
    os.umask(0o027)
    wire = Wire()
    ask = wire.message(60)
    host = Host(ask, wire)
    step_down(host.base)
    if ask["op"] in ("deploy", "rollback"):
        run = Order(wire, host, ask)
        try:
            getattr(release, ask["op"])(run)
        except (Failed, Cancelled) as error:
            run.fail(error)
        except OSError as error:
            run.fail(Failed("infrastructure", str(error)))
    else:
        try:
            {"status": status, "unlock": unlock}[ask["op"]](wire, host, ask)
        except (Failed, Cancelled) as error:
            wire.say("outcome", status="failed", cause={"kind": getattr(error, "kind", "cancelled"), "step": "connect",
                                                        "message": str(error), "next": getattr(error, "next", ""),
                                                        "journal": [], "unit": ""})


def step_down(base):
    """Root deploys as the account that the app's folder belongs to: whoever comes next must be able to go on."""
    if os.geteuid() or not os.path.isdir(base):
        return
    owner = os.stat(base).st_uid
    if owner:
        account = pwd.getpwuid(owner)
        os.initgroups(account.pw_name, account.pw_gid)
        os.setgid(account.pw_gid)
        os.setuid(owner)


def status(wire, host, ask):
    host.check()
    current, lock = host.current(), Lock(host)
    why, answer = Gate(wire, ask["settings"]).once(host.socket(current)) if current else ("nothing was deployed yet", None)
    releases = []
    for id in host.ids():
        record = host.record(id)
        if record:
            state = "current" if id == current else "warm" if os.path.exists(host.socket(id)) else "kept"
            releases.append({"id": id, "commit": record["commit"], "deployedAt": record["at"], "state": state, "good": host.is_good(id)})
    disk = os.statvfs(host.base)
    wire.say("status", current=current, answers=not why, answer=why or "answered %d" % answer.status, releases=releases,
             lockedBy=lock.holder() if lock.is_held() else "", python=python_here()["version"],
             helper=int(host.helper("version")[1].strip() or 0), diskFreeMb=disk.f_bavail * disk.f_frsize >> 20,
             memoryFreeMb=memory_free() >> 20)


def unlock(wire, host, ask):
    """Ends the run that holds the lock. It undoes what it did; a run that does not end is killed, and the next repairs."""
    lock, held = Lock(host), ""
    for number, patience in ((signal.SIGTERM, 10), (signal.SIGKILL, 3)):
        if not lock.is_held():
            break
        held = held or lock.holder()
        os.kill(lock.read()["pid"], number)
        deadline = time.monotonic() + patience
        while lock.is_held() and time.monotonic() < deadline:
            wire.sleep(0.05)
    if lock.is_held():
        raise Failed("infrastructure", "the lock could not be freed: %s" % lock.holder())
    wire.say("unlocked", holder=held)
