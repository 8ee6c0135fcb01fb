"""Whether visitors get the files that nginx serves from the release: one of each folder is requested as they do."""
from __future__ import annotations

import urllib.parse

from http_probe import ask

TYPE_CHECKING = False
if TYPE_CHECKING:
    from answers import Static
    from host import Host
    from messages import Settings


def statics(host: Host, current: str, settings: Settings) -> list[Static]:
    """{path, status, error} for the first file of each folder in the release."""
    found: list[Static] = []
    files = [path for path, mode, _, _ in host.files(current) if mode != "120000"] if current else []
    site = settings["site"]
    for url, folder in settings["statics"]:
        name = next((path[len(folder):] for path in files if path.startswith(folder)), None)
        if name is None:
            continue
        path = url + urllib.parse.quote(name.encode("latin-1"))
        answer = ask(("127.0.0.1", site["port"]), site["protocol"], path, site["host"], settings["smoke"]["timeout"])
        found.append({"path": path, "status": answer.status, "error": answer.error})
    return found


def is_served(one: Static) -> bool:
    """A redirect to https or the maintenance page says nothing about the files."""
    return not one["error"] and (one["status"] in (200, 301, 302, 307, 308, 503))
