import{t as e}from"./cli-inquire.js";import{st as t}from"./cli-shared.js";import{r as n}from"./cli-progress.js";import{a as r,n as i,r as a,t as o}from"./cli-server-flags.js";const s={name:`unlock`,modules:{unlock:`"""Ends the run that holds the lock. It undoes what it did; a run that does not end is killed, and the next repairs."""
import os
import signal
import time

from host import Lock
from wire import Failed


def unlock(wire, host, ask):
    lock, held = Lock(host), ""
    for number, patience in ((signal.SIGTERM, 10), (signal.SIGKILL, 3)):
        if not lock.is_held():
            break
        held = held or lock.holder()
        os.kill(lock.read()["pid"], number)
        deadline = time.monotonic() + patience
        while lock.is_held() and time.monotonic() < deadline:
            wire.sleep(0.05)
    if lock.is_held():
        raise Failed("infrastructure", "the lock could not be freed: %s" % lock.holder())
    return {"holder": held}
`}};async function c(t,n){return(await e(s,t,n)).holder}const l=t({name:`unlock`,summary:`end the deploy that holds the server's lock; what it had not switched is undone`,flags:r,examples:[[`create-flask-deploy unlock`,`a lock never outlives its deploy: this ends one that hangs`]]},async({values:e},t)=>{let{app:r,root:s,logins:l}=o(e,t);for(let o of l){let l=await c({app:r,root:s,login:o},i(t,n(t))).catch(e=>{throw a(e)});e.json?t.stdout.write(`${JSON.stringify({host:o.host,holder:l},null,2)}\n`):t.stdout.write(`${l?`ended ${l}`:`nobody held the lock`}\n`)}return 0});export{l as unlockCommand};