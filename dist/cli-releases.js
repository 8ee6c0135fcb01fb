import{n as e,r as t,t as n}from"./cli-when.js";import{t as r}from"./cli-inquire.js";import{Dt as i,_t as a}from"./cli-shared.js";import{r as o}from"./cli-progress.js";import{i as s,n as c,r as l,s as u}from"./cli-server-flags.js";const d={name:`releases`,modules:{...t,releases:`import os
from history import runs, settle_last, since
from host import Lock
from journal import Journal, stamp
def releases(wire, host, ask):
    host.check()
    current = host.current()
    found = settle_last(runs(Journal(host.journal).entries()), Lock(host).is_held())
    live = since(found, current)[1]
    for run in found:
        run["live"] = run is live
        id, record = run["release"], host.record(run["release"])
        run["commit"] = run["commit"] or (record or {}).get("commit", "")
        run["state"] = ("current" if id == current else "gone" if record is None else
                        "warm" if os.path.exists(host.socket(id)) else "kept")
        run["good"] = record is not None and host.is_good(id)
    return {"at": stamp(), "current": current, "runs": found[-ask["count"]:]}
`}};function f(e,t,n=20){return r(d,e,t,{ask:{count:n}})}const p=[``,`release`,`outcome`,`took`,`sent`,`by`,`when`];function m(t,{at:r}){let{release:i,op:a,outcome:o,ms:s,bytes:c,by:l,state:u,live:d}=t,f=u===`current`||u===`gone`?``:`, ${u}`;return[d?`*`:``,i,`${a===`rollback`&&o!==`rolled-back`?`rollback ${o}`:o}${f}`,s===null?``:`${(s/1e3).toFixed(2)} s`,c===null?``:n(c),l||t.run,e(t.at,r)]}function h({outcome:e,step:t,cause:n}){if([`deployed`,`rolled-back`,`unchanged`,`running`].includes(e))return``;let[r=``]=n.split(`
`);return[t&&`in ${t}`,r].filter(Boolean).join(`: `)}function g(e){let t=(e[0]??[]).map((t,n)=>Math.max(...e.map(e=>e[n]?.length??0)));return e.map(e=>e.map((n,r)=>r===e.length-1?n:n.padEnd(t[r])).join(`  `).trimEnd())}const _=a({name:`releases`,summary:`list the deploys and rollbacks of the server, the newest last, failed ones with their cause`,flags:[...u,{name:`count`,kind:`integer`,short:`n`,range:[1,1e4],help:`how many of the newest (20)`}],examples:[[`create-flask-deploy releases`,"`*` serves; what is `warm` or `kept` can be gone back to"],[`create-flask-deploy releases -n 1 --json`,`the last run, for a program`]]},async({values:e},t)=>{let{app:n,root:r,logins:i}=c(e,t),a=[];for(let c of i){let i=await f({app:n,root:r,login:c},l(t,o(t)),e.count).catch(e=>{throw s(e)});a.push({host:c.host,...i})}if(e.json)t.stdout.write(`${JSON.stringify(a.length===1?a[0]:a,null,2)}\n`);else for(let e of a)v(e,a.length>1,t);return 0});function v(e,t,n){let r=i(n.stdout,n.env),a=e=>n.stdout.write(`${e}\n`);if(t&&a(`${r.bold(e.host)}`),e.runs.length===0){a(`nothing was deployed to ${e.host} yet`);return}let[o=``,...s]=g([p,...e.runs.map(t=>m(t,e))]);a(r.dim(o)),s.forEach((t,n)=>{let i=h(e.runs[n]);a(i?r.red(t):t),i&&a(`   ${r.dim(i)}`)})}export{_ as releasesCommand};