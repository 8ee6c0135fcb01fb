"""Runs on the server, for as long as one command of the deployer's takes. Python 3.8 or newer, standard library only."""
import os
import pwd
import sys

from host import Host
from channel import Cancelled, Failed, Channel


def main():
    os.umask(0o022)
    channel = Channel()
    ask = channel.message(60)
    host = Host(ask, channel)
    step_down(host.releases)
    # What is asked for is the function of the one module that came along for it.
    if "release" in sys.modules:
        sys.modules["release"].carry_out(channel, host, ask)
    else:
        answer(channel, host, ask)


def answer(channel, host, ask):
    try:
        channel.say("answer", answer=getattr(sys.modules[ask["op"]], ask["op"])(channel, host, ask))
    except (Failed, Cancelled) as error:
        channel.say("outcome", status="failed", cause={"kind": getattr(error, "kind", "cancelled"), "step": "connect",
                                                    "message": str(error), "next": getattr(error, "next", ""),
                                                    "journal": [], "unit": ""})


def step_down(releases):
    """Root deploys as the account that the releases belong to: whoever comes next must be able to go on."""
    if os.geteuid() or not os.path.isdir(releases):
        return
    owner = os.stat(releases).st_uid
    if owner:
        account = pwd.getpwuid(owner)
        os.initgroups(account.pw_name, account.pw_gid)
        os.setgid(account.pw_gid)
        os.setuid(owner)
