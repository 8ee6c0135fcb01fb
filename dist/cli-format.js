import{C as e,m as t}from"./cli-app.js";const n={history:`from __future__ import annotations
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterable, Mapping
    from answers import Run
ENDED = ("deployed", "rolled-back", "failed", "unchanged")
def runs(entries: Iterable[object]) -> list[Run]:
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
        elif event in ("died", "reverted", "taken-back"):  # the last is what version 1.0.0 wrote
            for run in reversed(found):
                if run["release"] == release and run["outcome"] in ENDED + ("reverted",):
                    run.update({"outcome": "reverted", "step": "watch", "cause": "it died soon after it went live", "endedAt": text(entry, "at")})
                    break
        elif open_run and open_run["release"] == release:
            if event == "end":
                status = text(entry, "status")
                open_run.update({"outcome": status if status in ENDED else "failed", "endedAt": text(entry, "at"), "ms": number(entry, "ms"),
                                 "step": text(entry, "step"), "cause": text(entry, "cause")})
                if open_run["cause"] and open_run["outcome"] == "rolled-back":
                    open_run["outcome"] = "reverted"
                open_run = None
            elif event == "repaired":
                good = text(entry, "how") == "it serves"
                done = "rolled-back" if open_run["op"] == "rollback" else "deployed"
                open_run.update({"outcome": done if good else "interrupted", "endedAt": text(entry, "at"),
                                 "cause": "" if good else "the run ended before it was done; %s" % text(entry, "how")})
                open_run = None
            elif event == "switch":
                open_run["switchedAt"] = text(entry, "at")
            elif event not in ("good",):
                open_run["step"] = text(entry, "event")
    return found
def settle_last(found: list[Run], held: bool) -> list[Run]:
    if found and found[-1]["outcome"] == "running" and not held:
        found[-1].update({"outcome": "interrupted", "cause": "the run ended before it was done; the next deploy tidies up"})
    return found
def since(found: list[Run], current: str) -> tuple[str, Run | None]:
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
`},r=[`deployed`,`rolled-back`,`unchanged`,`reverted`,`failed`,`interrupted`,`running`],{string:i,number:a,nullable:o}=t,s={release:i(),op:e([`deploy`,`rollback`]),outcome:e(r),at:i(),endedAt:i(),ms:o(a()),bytes:o(a()),commit:i(),previous:i(),by:i(),run:i(),step:i(),cause:i()},c=[[`day`,86400],[`hour`,3600],[`minute`,60],[`second`,1]];function l(e){let t=Math.max(0,Math.floor(e)),[n,r]=c.find(([,e])=>t>=e)??[`second`,1],i=Math.floor(t/r);return`${i} ${n}${i===1?``:`s`}`}function u(e,t){let n=(Date.parse(t)-Date.parse(e))/1e3;return Number.isNaN(n)?e||`unknown`:`${n<0?`in ${l(-n)}`:`${l(n)} ago`} (${e})`}function d(e){if(e<1e3)return`${e} B`;let t=Math.min(3,Math.floor(Math.log10(e)/3)),n=e/1e3**t;return`${n<10?n.toFixed(1):Math.round(n)} ${[`B`,`kB`,`MB`,`GB`][t]}`}export{s as i,u as n,n as r,d as t};