import{t as e}from"./cli-query.js";import{n as t,r as n,t as r}from"./cli-format.js";import{_t as i,h as a}from"./cli-shared.js";import{i as o,n as s,r as c,s as l}from"./cli-server-flags.js";import{r as u}from"./cli-progress.js";const d={name:`releases`,modules:{...n,releases:`import os
from history import runs, settle_last, since
from host import Lock
from journal import Journal, stamp
def releases(channel, host, ask):
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
`}};function f(t,n,r=20){return e(d,t,n,{ask:{count:r}})}const p=[``,`release`,`outcome`,`took`,`sent`,`by`,`when`];function m(e,{at:n}){let{release:i,op:a,outcome:o,ms:s,bytes:c,by:l,state:u,live:d}=e,f=u===`current`||u===`gone`?``:`, ${u}`;return[d?`*`:``,i,`${a===`rollback`&&o!==`rolled-back`?`rollback ${o}`:o}${f}`,s===null?``:`${(s/1e3).toFixed(2)} s`,c===null?``:r(c),l||e.run,t(e.at,n)]}function h({outcome:e,step:t,cause:n}){if([`deployed`,`rolled-back`,`unchanged`,`running`].includes(e))return``;let[r=``]=n.split(`
`);return[t&&`in ${t}`,r].filter(Boolean).join(`: `)}function g(e){let t=(e[0]??[]).map((t,n)=>Math.max(...e.map(e=>e[n]?.length??0)));return e.map(e=>e.map((n,r)=>r===e.length-1?n:n.padEnd(t[r])).join(`  `).trimEnd())}const _=i({name:`releases`,summary:`list the deploys and rollbacks of the server, the newest last, failed ones with their cause`,flags:[...l,{name:`count`,kind:`integer`,short:`n`,range:[1,1e4],help:`how many of the newest (20)`}],examples:[[`create-flask-deploy releases`,"`*` serves; what is `warm` or `kept` can be gone back to"],[`create-flask-deploy releases -n 1 --json`,`the last run, for a program`]]},async({values:e},t)=>{let{app:n,root:r,logins:i}=s(e,t),a=[];for(let s of i){let i=await f({app:n,root:r,login:s},c(t,u(t)),e.count).catch(e=>{throw o(e)});a.push({host:s.host,...i})}if(e.json)t.stdout.write(`${JSON.stringify(a.length===1?a[0]:a,null,2)}\n`);else for(let e of a)v(e,a.length>1,t);return 0});function v(e,t,n){let r=a(n.stdout,n.env),i=e=>n.stdout.write(`${e}\n`);if(t&&i(`${r.bold(e.host)}`),e.runs.length===0){i(`nothing was deployed to ${e.host} yet`);return}let[o=``,...s]=g([p,...e.runs.map(t=>m(t,e))]);i(r.dim(o)),s.forEach((t,n)=>{let a=h(e.runs[n]);i(a?r.red(t):t),a&&i(`   ${r.dim(a)}`)})}export{_ as releasesCommand};