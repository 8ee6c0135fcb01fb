import{E as e,S as t,v as n}from"./cli-app.js";import{t as r}from"./cli-query.js";import{_t as i}from"./cli-shared.js";import{i as a,n as o,r as s,s as c}from"./cli-server-flags.js";import{r as l}from"./cli-progress.js";const u={name:`unlock`,modules:{unlock:`from __future__ import annotations
import contextlib
import os
import signal
import time
from host import Host, Lock
from channel import Channel, Failed
TYPE_CHECKING = False
if TYPE_CHECKING:
    from answers import Holder, UnlockAsk
def unlock(channel: Channel, host: Host, ask: UnlockAsk) -> Holder:
    lock = Lock(host)
    held = lock.holder() if lock.is_held() else ""
    if held:
        channel.say("held", holder=held)
    if ask["dryRun"]:
        return {"holder": held}
    for number, patience in ((signal.SIGTERM, 10), (signal.SIGKILL, 3)):
        if not lock.is_held():
            break
        pid = lock.pid()
        if not pid:
            raise Failed("infrastructure", "the process that holds the lock cannot be found, although something does",
                         "On the server, as root: fuser -k %s" % lock.path)
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)
        deadline = time.monotonic() + patience
        while lock.is_held() and time.monotonic() < deadline:
            channel.sleep(0.05)
    if lock.is_held():
        raise Failed("infrastructure", "the lock could not be freed: %s" % lock.holder())
    return {"holder": held}
`},answer:t({holder:e()}),message:t({t:n(`held`),holder:e()})};async function d(e,t,{dryRun:n=!1,onHolder:i=()=>{}}={}){let{holder:a}=await r(u,e,t,{ask:{dryRun:n},onMessage:({holder:e})=>i(e)});return a}const f=i({name:`unlock`,summary:`end the deploy that holds the server's lock; what it had not switched is undone`,flags:[...c,{name:`dry-run`,kind:`boolean`,help:`show who holds it, and end nothing`}],examples:[[`create-flask-deploy unlock`,`a lock never outlives its deploy: this ends one that hangs`]]},async({values:e},t)=>{let{app:n,root:r,logins:i}=o(e,t);for(let o of i){let i=e[`dry-run`]??!1,c={dryRun:i,...e.json?{}:{onHolder:e=>t.stderr.write(`${i?``:`ending `}${e}\n`)}},u=await d({app:n,root:r,login:o},s(t,l(t)),c).catch(e=>{throw a(e)});e.json?t.stdout.write(`${JSON.stringify({host:o.host,holder:u,dryRun:i},null,2)}\n`):t.stdout.write(`${u?i?`would be ended`:`ended`:`nobody held the lock`}\n`)}return 0});export{f as unlockCommand};