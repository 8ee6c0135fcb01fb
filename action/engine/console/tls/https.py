"""What the root helper says of HTTPS, as one value."""
from __future__ import annotations

import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from answers import Attempt, Https, Pair
    from host import Host
    from messages import Settings


def moment(seconds: str) -> str:
    """ISO 8601 of seconds since 1970; "" for none."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(int(seconds))) if seconds.isdigit() and int(seconds) else ""


def read(host: Host, settings: Settings) -> Https | None:
    """None for a site without HTTPS, and for a helper that knows nothing of it."""
    if settings["site"]["protocol"] == "http":
        return None
    _, out, _ = host.helper("tls", "status", timeout=30)
    facts: dict[str, list[list[str]]] = {}
    for line in out.splitlines():
        word, _, rest = line.partition(" ")
        facts.setdefault(word, []).append(rest.split(" "))
    if "pair" not in facts:
        return None
    pair, attempt = facts["pair"][0], facts.get("attempt", [[]])[0]
    held: Pair = {"serial": pair[1], "signed": pair[0] != "stand-in", "since": moment(pair[2]), "until": moment(pair[3]), "due": moment(pair[4])}
    tried: Attempt | None = None
    if len(attempt) > 2:
        tried = {"at": moment(attempt[0]), "outcome": attempt[1], "cause": " ".join(attempt[2:]) if attempt[1] != "issued" else ""}
    return {
        "public": "public" in facts, "pair": held,
        "served": {name: (serial or [""])[0] for name, *serial in facts.get("served", [])},
        "next": moment(facts.get("timer", [[""]])[0][0]), "attempt": tried, "retry": moment(facts["next-try"][0][0]),
        "loose": [one[0] for one in facts.get("loose", [])],
    }
