import{t as e}from"./cli-inquire.js";import{ct as t}from"./cli-shared.js";import{r as n}from"./cli-progress.js";import{n as r,o as i,r as a,t as o}from"./cli-server-flags.js";const s={name:`unlock`,modules:{unlock:`import os
import signal
import time
from host import Lock
from wire import Failed
def unlock(wire, host, ask):
    lock = Lock(host)
    held = lock.holder() if lock.is_held() else ""
    if held:
        wire.say("held", holder=held)
    if ask["dryRun"]:
        return {"holder": held}
    for number, patience in ((signal.SIGTERM, 10), (signal.SIGKILL, 3)):
        if not lock.is_held():
            break
        os.kill(lock.read()["pid"], number)
        deadline = time.monotonic() + patience
        while lock.is_held() and time.monotonic() < deadline:
            wire.sleep(0.05)
    if lock.is_held():
        raise Failed("infrastructure", "the lock could not be freed: %s" % lock.holder())
    return {"holder": held}
`}};async function c(t,n,{dryRun:r=!1,onHolder:i=()=>{}}={}){let{holder:a}=await e(s,t,n,{ask:{dryRun:r},onMessage:e=>e.t===`held`&&i(String(e.holder))});return a}const l=t({name:`unlock`,summary:`end the deploy that holds the server's lock; what it had not switched is undone`,flags:[...i,{name:`dry-run`,kind:`boolean`,help:`show who holds it, and end nothing`}],examples:[[`create-flask-deploy unlock`,`a lock never outlives its deploy: this ends one that hangs`]]},async({values:e},t)=>{let{app:i,root:s,logins:l}=o(e,t);for(let o of l){let l=e[`dry-run`]??!1,u={dryRun:l,...e.json?{}:{onHolder:e=>t.stderr.write(`${l?``:`ending `}${e}\n`)}},d=await c({app:i,root:s,login:o},r(t,n(t)),u).catch(e=>{throw a(e)});e.json?t.stdout.write(`${JSON.stringify({host:o.host,holder:d,dryRun:l},null,2)}\n`):t.stdout.write(`${d?l?`would be ended`:`ended`:`nobody held the lock`}\n`)}return 0});export{l as unlockCommand};