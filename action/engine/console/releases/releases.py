"""The journal of deploys and rollbacks, with what remains of each release on the server."""
from __future__ import annotations

import os

from history import runs, settle_last, since
from host import Host, Lock
from journal import Journal, stamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from answers import JournalRun, Releases, ReleasesAsk
    from channel import Channel


def releases(channel: Channel, host: Host, ask: ReleasesAsk) -> Releases:
    host.check()
    current = host.current()
    found = settle_last(runs(Journal(host.journal).entries()), Lock(host).is_held())
    live = since(found, current)[1]
    told: list[JournalRun] = []
    for run in found[-ask["count"]:]:
        id, record = run["release"], host.record(run["release"])
        state = ("current" if id == current else "removed" if record is None else
                 "running" if os.path.exists(host.socket(id)) else "available")
        told.append({**run, "commit": run["commit"] or (record.get("commit", "") if record else ""), "live": run is live,
                     "state": state, "good": record is not None and host.is_good(id)})
    return {"at": stamp(), "current": current, "runs": told}
