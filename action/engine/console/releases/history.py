"""The runs in journal.jsonl, even if a full disk or a power failure has truncated lines."""
from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterable, Mapping

    from answers import Run

ENDED = ("deployed", "rolled-back", "failed", "unchanged")


def runs(entries: Iterable[object]) -> list[Run]:
    """Oldest first: release, op, outcome, at, endedAt, ms, bytes, commit, previous, by, run, step, cause."""
    found: list[Run] = []
    open_run: Run | None = None
    for entry in entries:
        if not isinstance(entry, dict) or not isinstance(entry.get("release"), str):
            continue
        event, release = entry.get("event"), entry["release"]
        if event == "begin":
            if open_run:
                open_run["outcome"] = "interrupted"
            open_run = {"release": release, "op": text(entry, "op") or "deploy", "outcome": "running", "at": text(entry, "at"),
                        "endedAt": "", "ms": None, "bytes": number(entry, "bytes"), "commit": text(entry, "commit"),
                        "previous": text(entry, "previous"), "by": text(entry, "by"), "run": text(entry, "run"), "step": "",
                        "cause": "", "switchedAt": ""}
            found.append(open_run)
        elif event in ("died", "reverted", "taken-back"):  # the last is from version 1.0.0
            for run in reversed(found):
                if run["release"] == release and run["outcome"] in ENDED + ("reverted",):
                    run.update({"outcome": "reverted", "step": "watch", "cause": "it died soon after it went live", "endedAt": text(entry, "at")})
                    break
        elif open_run and open_run["release"] == release:
            if event == "end":
                status = text(entry, "status")
                open_run.update({"outcome": status if status in ENDED else "failed", "endedAt": text(entry, "at"), "ms": number(entry, "ms"),
                                 "step": text(entry, "step"), "cause": text(entry, "cause")})
                # A deploy that was rolled back is logged like a requested rollback, except for its cause.
                if open_run["cause"] and open_run["outcome"] == "rolled-back":
                    open_run["outcome"] = "reverted"
                open_run = None
            elif event == "repaired":
                good = text(entry, "how") == "it serves"
                done = "rolled-back" if open_run["op"] == "rollback" else "deployed"
                open_run.update({"outcome": done if good else "interrupted", "endedAt": text(entry, "at"),
                                 "cause": "" if good else "the run was interrupted; %s" % text(entry, "how")})
                open_run = None
            elif event == "switch":
                open_run["switchedAt"] = text(entry, "at")
            elif event not in ("good",):
                open_run["step"] = text(entry, "event")
    return found


def settle_last(found: list[Run], held: bool) -> list[Run]:
    """A run without an end is still running, or it was killed and no later run has repaired it yet."""
    if found and found[-1]["outcome"] == "running" and not held:
        found[-1].update({"outcome": "interrupted", "cause": "the run was interrupted; the next deploy undoes or completes it"})
    return found


def since(found: list[Run], current: str) -> tuple[str, Run | None]:
    """When the release went live and by which run: (ISO time, run), or ("", None) if the journal no longer has it."""
    for run in reversed(found):
        if run["release"] == current and run["outcome"] in ("deployed", "rolled-back", "running"):
            return run["switchedAt"] or run["endedAt"], run
        if run["outcome"] == "reverted" and run["previous"] == current:
            made = [one for one in found if one["release"] == current and one["outcome"] in ("deployed", "rolled-back")]
            return run["endedAt"], made[-1] if made else None
    return "", None


def text(entry: Mapping[str, object], name: str) -> str:
    value = entry.get(name)
    return value if isinstance(value, str) else ""


def number(entry: Mapping[str, object], name: str) -> float | None:
    value = entry.get(name)
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None
