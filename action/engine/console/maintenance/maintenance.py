"""Serves visitors the maintenance page, or the site again, by files that nginx checks at every request."""
from __future__ import annotations

import json
import os
import socket
import time

from http_probe import Answer, http_request, over_tls, parse
from maintenance_flag import read
from host import Host, remove
from journal import stamp
from channel import Channel, Failed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Sequence
    from answers import Flag, Maintenance, MaintenanceAsk
    from messages import Settings

OWN = ["127.0.0.1", "::1"]  # deploys keep requesting the site from here
STRANGER = "127.0.0.2"  # an address of this server that is never on the list


def maintenance(channel: Channel, host: Host, ask: MaintenanceAsk) -> Maintenance:
    host.check()
    folder, want = host.maintenance, ask["want"]
    before = read(folder)
    if want == "status" or ask["dryRun"]:
        return told(before, changed=False, answers=stranger_sees(ask["settings"]).status)
    if want == "off":
        remove(folder + "/on")
        remove(folder + "/allow")
        return told(None, changed=before is not None, answers=stranger_sees(ask["settings"]).status)
    now: Flag = {"since": (before or {}).get("since") or stamp(), "by": ask["by"], "allow": ask["allow"]}
    close(folder, now, ask["addresses"])
    seen = stranger_sees(ask["settings"])
    if seen.status != 503 or "retry-after" not in seen.headers:
        if not before:
            remove(folder + "/on")
            remove(folder + "/allow")
        if seen.error:
            raise Failed("infrastructure", "nginx on the server does not answer: %s. Nothing was changed" % seen.error,
                         "`npx create-flask-deploy doctor` tells why.")
        return told(None, changed=False, answers=seen.status, ignored=True)
    return told(now, changed=not before or before != now, answers=seen.status)


def told(now: Flag | None, changed: bool, answers: int, ignored: bool = False) -> Maintenance:
    flag: Flag = now or {}
    return {"on": bool(flag), "since": flag.get("since", ""), "by": flag.get("by", ""), "allow": flag.get("allow", []),
            "changed": changed, "answers": answers, "ignored": ignored}


def close(folder: str, now: Flag, addresses: Sequence[str]) -> None:
    """Writes the allow list first, so that no allowed visitor ever gets the page."""
    os.makedirs(folder + "/allow", 0o755, exist_ok=True)
    wanted = {*OWN, *addresses}
    for name in wanted - set(os.listdir(folder + "/allow")):
        os.close(os.open("%s/allow/%s" % (folder, name), os.O_WRONLY | os.O_CREAT, 0o644))
    with open(folder + "/on.new", "w") as file:
        json.dump(now, file)
    os.rename(folder + "/on.new", folder + "/on")
    for name in set(os.listdir(folder + "/allow")) - wanted:
        remove("%s/allow/%s" % (folder, name))


def stranger_sees(settings: Settings) -> Answer:
    """nginx's response to an address that is on no list; over TLS if the site redirects to it."""
    site = settings["site"]
    answer = once(site["host"], site["port"], site["protocol"] == "https")
    # A site whose HTTPS somebody added by hand.
    if answer.status in (301, 302, 307, 308) and answer.headers.get("location", "").startswith("https://"):
        return once(site["host"], 443, True)
    return answer


def once(name: str, port: int, tls: bool) -> Answer:
    deadline, raw = time.monotonic() + 5, b""
    channel: socket.socket | None = None
    try:
        channel = socket.create_connection(("127.0.0.1", port), 5, (STRANGER, 0))
        if tls:
            channel = over_tls(channel, name)
        channel.sendall(http_request("/", name))
        while len(raw) < 1 << 20 and time.monotonic() < deadline:
            chunk = channel.recv(65536)
            if not chunk:
                break
            raw += chunk
        return parse(raw)
    except OSError as error:
        return Answer(error=error.strerror or str(error))
    finally:
        if channel:
            channel.close()
