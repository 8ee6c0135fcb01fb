"""Runs on the server, for as long as one command of the deployer's takes. Python 3.8 or newer, standard library only."""
from __future__ import annotations

import json
import os
import pwd
import sys

from host import Host
from channel import Cancelled, Failed, Channel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable
    from messages import Ask


def main() -> None:
    os.umask(0o022)
    channel = Channel()
    ask: Ask = json.loads(channel.line(60))
    host = Host(ask, channel)
    step_down(host.releases)
    # What is asked for is the function of the one module that came along for it.
    if "release" in sys.modules:
        sys.modules["release"].carry_out(channel, host, ask)
    else:
        answer(channel, host, ask)


def answer(channel: Channel, host: Host, ask: Ask) -> None:
    try:
        query: Callable[[Channel, Host, Ask], object] = getattr(sys.modules[ask["op"]], ask["op"])
        channel.say("answer", answer=query(channel, host, ask))
    except (Failed, Cancelled) as error:
        channel.say("outcome", status="failed", cause={"kind": getattr(error, "kind", "cancelled"), "step": "connect",
                                                    "message": str(error), "next": getattr(error, "next", ""),
                                                    "journal": [], "unit": ""})


def step_down(releases: str) -> None:
    """Root deploys as the account that the releases belong to: whoever comes next must be able to go on."""
    if os.geteuid() or not os.path.isdir(releases):
        return
    owner = os.stat(releases).st_uid
    if owner:
        account = pwd.getpwuid(owner)
        os.initgroups(account.pw_name, account.pw_gid)
        os.setgid(account.pw_gid)
        os.setuid(owner)
