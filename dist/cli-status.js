import{t as e}from"./cli-inquire.js";const t={name:`status`,modules:{status:`"""What the server has, and whether its current release answers."""
import os

from gate import Gate
from host import Lock, memory_free, python_here


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
    return dict(current=current, answers=not why, answer=why or "answered %d" % answer.status, releases=releases,
                lockedBy=lock.holder() if lock.is_held() else "", python=python_here()["version"],
                helper=int(host.helper("version")[1].strip() or 0), diskFreeMb=disk.f_bavail * disk.f_frsize >> 20,
                memoryFreeMb=memory_free() >> 20)
`}};function n(n,r){return e(t,n,r)}export{n as t};