"""The way back, for a run that failed, that was cancelled, or that the next run finds half done in the journal."""
from __future__ import annotations

from host import Host, remove
from channel import Failed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Sequence
    from journal import Journal
    from messages import Entry, State, Unfinished

PATIENCE = 5  # seconds; what hangs is ended by its process manager without us


def take_back(host: Host, state: State) -> None:
    """`state`: release, previous, op, and how far it came (started, switched, stopped_old, installed). Safe to repeat.

    The order matters: the old instance has all traffic again before the new one is touched.
    """
    new, old = state["release"], state["previous"]
    if old and (state["switched"] or state["stopped_old"]):
        if not state["stopped_old"]:
            host.helper("switch", old)  # at once: it still runs, whatever the rest takes
        if state["installed"]:
            host.helper("restore", must=True)
        host.helper("start", old, must=True)
        host.helper("switch", old, must=True)
    elif state["switched"]:
        host.helper("switch", "none", must=True)
    if state["started"] and new != old:
        host.helper("stop", new, timeout=PATIENCE)
    if state["installed"] and not (old and (state["switched"] or state["stopped_old"])):
        host.helper("restore")
    if state["op"] == "deploy":
        remove(host.release(new))
        if state["venv"] and state["venv"] not in host.venvs_of(host.ids()):
            remove(host.venvs + "/" + state["venv"])


def state_of(run: Sequence[Entry]) -> Unfinished:
    """How far a run came, from its journal entries: a step that began counts as done."""
    begin = run[0]
    seen = {entry["event"] for entry in run}
    return {"release": begin["release"], "previous": begin["previous"], "op": begin["op"], "venv": begin.get("venv") or "",
            "installed": bool(seen & {"config", "env"}), "started": "start" in seen,
            "stopped_old": "stop_old" in seen, "switched": "switch" in seen, "good": "good" in seen}


def repair(host: Host, journal: Journal) -> str:
    """Undoes what a killed run left; one that was already good is only closed. The detail of the step, or ""."""
    run = journal.unfinished()
    if not run:
        return ""
    state, ended = state_of(run), "taken back"
    try:
        if state["good"]:
            ended = "it serves"
            host.helper("settle")
        else:
            take_back(host, state)
    except Failed as error:  # what comes now may be the only way out, so it is not held up
        ended = "taking it back failed: %s" % error
        host.channel.say("warning", text="%s was left half done; %s" % (state["release"], ended))
    journal.write(state["release"], "repaired", durable=True, how=ended)
    return "%s was left half done; %s" % (state["release"], ended)
