"""The journal of deploys and rollbacks, with what is left of each release on the server."""
import os

from history import runs, settle_last, since
from host import Lock
from journal import Journal, stamp


def releases(channel, host, ask):
    host.check()
    current = host.current()
    found = settle_last(runs(Journal(host.journal).entries()), Lock(host).is_held())
    live = since(found, current)[1]
    for run in found:
        run["live"] = run is live
        id, record = run["release"], host.record(run["release"])
        run["commit"] = run["commit"] or (record or {}).get("commit", "")
        run["state"] = ("current" if id == current else "removed" if record is None else
                        "running" if os.path.exists(host.socket(id)) else "available")
        run["good"] = record is not None and host.is_good(id)
    return {"at": stamp(), "current": current, "runs": found[-ask["count"]:]}
