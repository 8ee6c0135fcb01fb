import{t as e}from"./cli-query.js";import{_t as t}from"./cli-shared.js";import{i as n,n as r,r as i,s as a}from"./cli-server-flags.js";import{r as o}from"./cli-progress.js";const s={name:`unlock`,modules:{unlock:`import contextlib
import os
import signal
import time
from host import Lock
from channel import Failed
def unlock(channel, host, ask):
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
`}};async function c(t,n,{dryRun:r=!1,onHolder:i=()=>{}}={}){let{holder:a}=await e(s,t,n,{ask:{dryRun:r},onMessage:e=>e.t===`held`&&i(String(e.holder))});return a}const l=t({name:`unlock`,summary:`end the deploy that holds the server's lock; what it had not switched is undone`,flags:[...a,{name:`dry-run`,kind:`boolean`,help:`show who holds it, and end nothing`}],examples:[[`create-flask-deploy unlock`,`a lock never outlives its deploy: this ends one that hangs`]]},async({values:e},t)=>{let{app:a,root:s,logins:l}=r(e,t);for(let r of l){let l=e[`dry-run`]??!1,u={dryRun:l,...e.json?{}:{onHolder:e=>t.stderr.write(`${l?``:`ending `}${e}\n`)}},d=await c({app:a,root:s,login:r},i(t,o(t)),u).catch(e=>{throw n(e)});e.json?t.stdout.write(`${JSON.stringify({host:r.host,holder:d,dryRun:l},null,2)}\n`):t.stdout.write(`${d?l?`would be ended`:`ended`:`nobody held the lock`}\n`)}return 0});export{l as unlockCommand};