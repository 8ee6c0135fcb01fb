import{C as e,E as t,S as n,f as r,p as i}from"./cli-app.js";import{t as a}from"./cli-query.js";import{i as o,n as s,r as c,t as l}from"./cli-format.js";import{_t as u,h as d}from"./cli-shared.js";import{i as f,n as p,r as m,s as h}from"./cli-server-flags.js";import{r as g}from"./cli-progress.js";const _={name:`releases`,modules:{...c,releases:`from __future__ import annotations
import os
from history import runs, settle_last, since
from host import Host, Lock
from journal import Journal, stamp
TYPE_CHECKING = False
if TYPE_CHECKING:
    from answers import JournalRun, Releases, ReleasesAsk
    from channel import Channel
def releases(channel: Channel, host: Host, ask: ReleasesAsk) -> Releases:
    host.check()
    current = host.current()
    found = settle_last(runs(Journal(host.journal).entries()), Lock(host).is_held())
    live = since(found, current)[1]
    told: list[JournalRun] = []
    for run in found[-ask["count"]:]:
        id, record = run["release"], host.record(run["release"])
        state = ("current" if id == current else "removed" if record is None else
                 "running" if os.path.exists(host.socket(id)) else "available")
        told.append({**run, "commit": run["commit"] or (record.get("commit", "") if record else ""), "live": run is live,
                     "state": state, "good": record is not None and host.is_good(id)})
    return {"at": stamp(), "current": current, "runs": told}
`},answer:n({at:t(),current:t(),runs:r(n({...o,state:e([`current`,`running`,`available`,`removed`]),live:i(),good:i()}))})};function v(e,t,n=20){return a(_,e,t,{ask:{count:n}})}const y=[``,`release`,`outcome`,`took`,`sent`,`by`,`when`];function b(e,{at:t}){let{release:n,op:r,outcome:i,ms:a,bytes:o,by:c,state:u,live:d}=e,f=u===`current`||u===`removed`?``:`, ${u}`;return[d?`*`:``,n,`${r===`rollback`&&i!==`rolled-back`?`rollback ${i}`:i}${f}`,a===null?``:`${(a/1e3).toFixed(2)} s`,o===null?``:l(o),c||e.run,s(e.at,t)]}function x({outcome:e,step:t,cause:n}){if([`deployed`,`rolled-back`,`unchanged`,`running`].includes(e))return``;let[r=``]=n.split(`
`);return[t&&`in ${t}`,r].filter(Boolean).join(`: `)}function S(e){let t=(e[0]??[]).map((t,n)=>Math.max(...e.map(e=>e[n]?.length??0)));return e.map(e=>e.map((n,r)=>r===e.length-1?n:n.padEnd(t[r])).join(`  `).trimEnd())}const C=u({name:`releases`,summary:`list the deploys and rollbacks of the server, the newest last, failed ones with their cause`,flags:[...h,{name:`count`,kind:`integer`,short:`n`,range:[1,1e4],help:`how many of the newest (20)`}],examples:[[`create-flask-deploy releases`,"`*` is live; you can roll back to any release marked `running` or `available`"],[`create-flask-deploy releases -n 1 --json`,`the last run, for a program`]]},async({values:e},t)=>{let{app:n,root:r,logins:i}=p(e,t),a=[];for(let o of i){let i=await v({app:n,root:r,login:o},m(t,g(t)),e.count).catch(e=>{throw f(e)});a.push({host:o.host,...i})}if(e.json)t.stdout.write(`${JSON.stringify(a.length===1?a[0]:a,null,2)}\n`);else for(let e of a)w(e,a.length>1,t);return 0});function w(e,t,n){let r=d(n.stdout,n.env),i=e=>n.stdout.write(`${e}\n`);if(t&&i(`${r.bold(e.host)}`),e.runs.length===0){i(`nothing was deployed to ${e.host} yet`);return}let[a=``,...o]=S([y,...e.runs.map(t=>b(t,e))]);i(r.dim(a)),o.forEach((t,n)=>{let a=x(e.runs[n]);i(a?r.red(t):t),a&&i(`   ${r.dim(a)}`)})}export{C as releasesCommand};