"""HTTPS as it is, or a renewal and what came of it."""
from __future__ import annotations

from channel import Channel, Failed
from host import Host
import https
from journal import stamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from answers import Tls, TlsAsk

MINUTES = 6


def tls(channel: Channel, host: Host, ask: TlsAsk) -> Tls:
    problem = ""
    if ask["want"] == "renew":
        words = ("tls", "look") if ask["dryRun"] else ("tls", "renew", "now")
        code, _, err = host.helper(*words, timeout=MINUTES * 60)
        lines = err.strip().splitlines()
        if code is None:
            problem = "certbot did not end within %d minutes" % MINUTES
        elif code:
            problem = lines[-1].replace("flask-deploy: ", "", 1) if lines else "the root helper failed"
    seen = https.read(host, ask["settings"])
    if seen is None:
        raise Failed("setup", "the server is not set up for HTTPS", host.setup_hint())
    return {"at": stamp(), "problem": problem, "https": seen}
