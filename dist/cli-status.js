import{E as e,N as t,_t as n,ct as r,j as i,nt as a,o,ut as s}from"./cli-shared.js";import{t as c}from"./cli-_node_crypto.js";import{t as l}from"./cli-closed.js";import{n as u,r as d,t as f}from"./cli-when.js";import{t as p}from"./cli-inquire.js";import{r as m}from"./cli-progress.js";import{n as h,o as g,r as _,t as v}from"./cli-server-flags.js";const y={name:`status`,modules:{...d,...l,processes:`import os
import re
import time
from host import ID
GOOD = ("active", "running", "listening")
def instances(host, current, said, processes):
    told = {}
    for line in said:
        id, state, result, restarts = line.split(" ")
        if ID.match(id):
            told[id] = (state if result in ("-", "success") else "%s (%s)" % (state, result), int(restarts))
    running = by_release(host, processes)
    found = []
    for id in sorted(set(told) | set(running) | ({current} if current else set())):
        pids = running.get(id, [])
        state, restarts = told.get(id, ("running" if pids else "gone", 0))
        if id != current and state == "inactive" and not pids:
            continue
        began = min(filter(None, map(started, pids)), default=None)
        found.append(dict(id=id, role="current" if id == current else "former" if state in GOOD else "failed", state=state,
                          restarts=restarts, processes=len(pids), memoryBytes=memory(host, id, pids),
                          since=time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(began)) if began else ""))
    return found
def by_release(host, processes):
    found = {}
    for line in processes:
        folder, _, path = line.partition(" ")
        id = path[len(host.releases) + 1:].split("/")[0].split(" ")[0]
        unit = read(folder + "/cgroup").rpartition(b"/")[2]
        if ID.match(id) and not unit.startswith((host.app + "-run-").encode()) and not unit.startswith((host.app + "-exec-").encode()):
            found.setdefault(id, []).append(int(folder[6:]))
    return found
def memory(host, id, pids):
    for pid in pids:
        path = read("/proc/%d/cgroup" % pid).decode("ascii", "replace").strip().rpartition("::")[2]
        if path.endswith("%s@%s.service" % (host.app, id)):
            fields = dict(line.split() for line in read("/sys/fs/cgroup%s/memory.stat" % path).decode("ascii", "replace").splitlines())
            if "anon" in fields:
                return int(fields["anon"]) + int(fields.get("shmem", 0))
    sizes = re.findall(rb"RssAnon:\\s+(\\d+)", b"".join(read("/proc/%d/status" % pid) for pid in pids))
    return sum(int(size) << 10 for size in sizes) if sizes else None
def started(pid):
    fields = read("/proc/%d/stat" % pid).rpartition(b")")[2].split()
    if len(fields) < 20:
        return None
    ago = time.clock_gettime(time.CLOCK_BOOTTIME) - int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return time.time() - ago
def read(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""
`,status:`import base64
import hashlib
import os
import re
import time
import closed
from gate import Gate
from history import runs, settle_last, since
from host import ID, Lock, memory_free, python_here
from journal import Journal, stamp
from processes import instances
from wire import Failed
def status(wire, host, ask):
    host.check()
    current, lock = host.current(), Lock(host)
    why, answer = Gate(wire, ask["settings"]).once(host.socket(current)) if current else ("nothing was deployed yet", None)
    held = lock.is_held()
    told = settle_last(runs(Journal(host.base + "/journal.jsonl").entries()), held)
    at, run = since(told, current)
    record = (host.record(current) or {}) if current else {}
    protocol, facts = report(host, ask["seconds"])
    bad = [one for one in told if one["outcome"] in ("failed", "taken-back", "interrupted")]
    disk = os.statvfs(host.base)
    return dict(
        at=stamp(), current=current, commit=record.get("commit", ""), since=at or record.get("at", ""),
        by=(run or {}).get("by", ""), run=(run or {}).get("run") or record.get("run") or "",
        answers=not why, answer=why or "answered %d" % answer.status,
        instances=instances(host, current, facts["instance"], facts["process"]) if protocol > 1 else [], traffic=traffic(facts["traffic"]),
        certificate=certificate(facts["certificate"], facts["pem"]), releases=releases(host, current),
        lockedBy=lock.holder() if held else "", lastFailure=bad[-1] if bad else None,
        pending=facts["drift"], maintenance=maintenance(host), files=config_files(host, current),
        python=python_here()["version"], helper=protocol, diskFreeMb=disk.f_bavail * disk.f_frsize >> 20,
        diskTotalMb=disk.f_blocks * disk.f_frsize >> 20, memoryFreeMb=memory_free() >> 20)
def maintenance(host):
    found = closed.read(host.shared + "/maintenance")
    return found and {"since": found.get("since", ""), "by": found.get("by", "")}
def report(host, seconds):
    facts = {"instance": [], "process": [], "traffic": [], "certificate": [], "pem": [], "drift": []}
    code, said = host.helper("report", str(seconds), timeout=20)
    if code == 2:  # it has no such verb
        facts["drift"] = host.helper("drift", host.current())[1].split() if host.current() else []
        return int(host.helper("version")[1].strip() or 0), facts
    protocol = 0
    for line in said.splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "protocol":
            protocol = int(rest)
        elif kind in facts:
            facts[kind].append(rest)
    if not protocol:
        raise Failed("infrastructure", "the server's helper does not report: %s" % said.strip()[-300:], host.setup_hint())
    return protocol, facts
def releases(host, current):
    found = []
    for id in host.ids():
        record = host.record(id)
        if record:
            state = "current" if id == current else "warm" if os.path.exists(host.socket(id)) else "kept"
            found.append({"id": id, "commit": record["commit"], "deployedAt": record["at"], "state": state, "good": host.is_good(id)})
    return found
def traffic(lines):
    for line in lines:
        file, seconds, total, fives, fours, odd = line.rsplit(" ", 5)
        return dict(file=file, seconds=int(seconds), requests=int(total), errors5xx=int(fives), errors4xx=int(fours), odd=int(odd))
    return None
def certificate(paths, pem):
    if not paths:
        return None
    try:
        end = not_after(base64.b64decode("".join(line for line in pem if not line.startswith("-"))))
        return {"file": paths[0], "expires": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(end)), "days": int((end - time.time()) // 86400)}
    except (ValueError, IndexError, OverflowError):
        return {"file": paths[0], "expires": "", "days": None}
def not_after(der):
    times = re.search(rb"\\x30[\\x1e-\\x22](?:\\x17\\x0d\\d{12}Z|\\x18\\x0f\\d{14}Z)(\\x17\\x0d(\\d{12})Z|\\x18\\x0f(\\d{14})Z)", der)
    if not times:
        raise ValueError("not a certificate")
    short, long = times.group(2), times.group(3)
    full = long or (b"19" if short[:2] >= b"50" else b"20") + short
    parts = [int(full[at:at + size]) for at, size in ((0, 4), (4, 2), (6, 2), (8, 2), (10, 2), (12, 2))]
    return days(*parts[:3]) * 86400 + parts[3] * 3600 + parts[4] * 60 + parts[5]
def days(year, month, day):
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468
def config_files(host, current):
    found, folder = {}, host.release(current) + "/deploy" if ID.match(current) else ""
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
        path = os.path.join(folder, name)
        if os.path.isfile(path) and not name.endswith(".json") and os.path.getsize(path) < 1 << 20:
            with open(path, "rb") as file:
                found["deploy/" + name] = hashlib.sha256(file.read()).hexdigest()
    return found
`}};async function b(e,t,n=300){let{files:r,...i}=await p(y,e,t,{ask:{seconds:n}}),{root:a}=e,[o,s]=await Promise.all(i.commit?[x(t,a,`log`,`-1`,`--format=%s`,i.commit),x(t,a,`rev-list`,`--count`,`${i.commit}..HEAD`)]:[]);return{...i,subject:o??``,ahead:s?Number(s):null,changed:i.current?S(a,r):[]}}async function x({run:e,env:t},n,...r){let i=await e([`git`,`-C`,n,...r,`--`],{env:t,timeoutMs:1e4}).catch(()=>void 0);return i?.code===0?i.stdout.trim():void 0}function S(n,r){let o=a(n,`deploy`);if(!e(o))return[];let s=t(o,{withFileTypes:!0}).filter(e=>e.isFile()&&!e.name.endsWith(`.json`)).map(({name:e})=>`deploy/${e}`),l=e=>c(`sha256`).update(i(a(n,e))).digest(`hex`);return[.../* @__PURE__ */ new Set([...s,...Object.keys(r)])].filter(e=>!s.includes(e)||r[e]!==l(e)).toSorted()}function C(e){let{at:t,current:n,commit:r,subject:i,ahead:a,since:o,by:s,run:c,answers:l,answer:d}=e,f=(e,t,n=``)=>({name:e,text:t,tone:n});if(!n)return[f(`live`,`nothing was deployed yet`,`bad`),...w(e,f)];let p=[s,c===s?``:c].filter(Boolean).join(`, `),m=a?`; ${a} newer commit${a===1?` is`:`s are`} here and not live`:``;return[f(`live`,n),f(`since`,`${u(o,t)}${p&&` by ${p}`}`),f(`commit`,`${r.slice(0,10)}${i&&` ${i}`}${m}`,a?`note`:``),f(`answers`,`${l?`yes`:`no`}: ${d}`,l?`good`:`bad`),...e.instances.map(e=>f(e.role,D(e,t),e.role===`failed`?`bad`:E(e))),...w(e,f)]}function w(e,t){let{at:n,traffic:r,certificate:i,pending:a,changed:o,lastFailure:s,lockedBy:c}=e,l=[],{maintenance:d}=e;if(d){let e=d.by&&` by ${d.by}`;l.push(t(`maintenance`,`visitors get its page, since ${u(d.since,n)}${e}`,`bad`))}if(e.helper<2?l.push(t(`helper`,`the server's helper is old: run setup again to see instances and traffic`,`note`)):r?l.push(t(`traffic`,O(r),r.errors5xx>0?`bad`:``)):e.current&&l.push(t(`traffic`,`unknown: the site has no access_log of its own in /var/log/nginx`,`note`)),i){let{days:e,expires:r,file:a}=i;if(e===null)l.push(t(`certificate`,`${a} cannot be read`,`bad`));else{let i=e<7?`bad`:e<20?`note`:`good`;l.push(t(`certificate`,`${e<0?`expired`:`expires`} ${u(r,n)}`,i))}}if(a.length>0&&l.push(t(`not installed`,`${a.join(`, `)} of the release differ from what is installed`,`bad`)),o.length>0&&l.push(t(`not deployed`,`${o.join(`, `)} of this repository differ from the release`,`note`)),l.push(t(`disk`,`${T(e.diskFreeMb)} free of ${T(e.diskTotalMb)}`,e.diskFreeMb<500?`bad`:``)),l.push(t(`memory`,`${T(e.memoryFreeMb)} free`)),l.push(t(`deploying`,c||`nobody`,c?`note`:``)),s){let{release:e,outcome:r,step:i,cause:a}=s,o=[i&&`in ${i}`,a.split(`
`)[0]].filter(Boolean).join(`: `);l.push(t(`last failure`,`${u(s.endedAt||s.at,n)} ${e} ${r}${o&&` ${o}`}`))}return l}const T=e=>f(e*(1<<20)),E=({processes:e,state:t})=>e===0&&!/^(active|running|listening)$/.test(t)?`bad`:``;function D({id:e,role:t,state:n,restarts:r,processes:i,memoryBytes:a,since:o},s){return[t===`current`?n:`${e} ${n}`,i>0?`${i} process${i===1?``:`es`}`:``,a===null?``:f(a),o&&`up since ${u(o,s)}`,r>0?`restarted ${r} time${r===1?``:`s`}`:``].filter(Boolean).join(`, `)}function O({seconds:e,requests:t,errors5xx:n,errors4xx:r,odd:i}){let a=t/Math.max(1,e),o=a>=10?a.toFixed(0):a>=.1||a===0?a.toFixed(1):a.toFixed(3),s=Math.round(e/60);return`${o} requests/s, ${n} of ${t} failed (5xx), ${r} were refused (4xx), in the last ${e<120?`${e} s`:`${s} minutes`}${i>0?` (${i} lines are not in nginx's combined format)`:``}`}const k=r({name:`status`,summary:`tell what is live, since when, by whom, and how it does`,flags:[...g,{name:`minutes`,kind:`integer`,range:[1,1440],help:`how far back to count requests and errors (5)`},{name:`watch`,kind:`boolean`,short:`w`,help:`ask again every two seconds, until Ctrl-C`}],examples:[[`create-flask-deploy status`,`exit code 0 only if the current release answers`],[`create-flask-deploy status --watch --minutes 1`,`beside a deploy, or under load`]]},async({values:e},t)=>{let n=v(e,t),r=(e.minutes??5)*60,i=e.json??!1;return e.watch?P(()=>A(n,r,t),i,t):M(await A(n,r,t),i,t)});function A({app:e,root:t,logins:n},r,i){let a=n.map(async n=>{let a=await b({app:e,root:t,login:n},h(i,m(i)),r);return{host:n.host,seen:a}});return Promise.all(a).catch(e=>{throw _(e)})}const j=e=>+!e.every(({seen:e})=>e.answers);function M(e,t,n){if(t){let t=e.map(({host:e,seen:t})=>({host:e,...t}));n.stdout.write(`${JSON.stringify(t.length===1?t[0]:t,null,2)}\n`)}else for(let t of N(e,n))n.stdout.write(`${t}\n`);return j(e)}function N(e,t){let r=n(t.stdout,t.env),i={good:r.green,bad:r.red,note:r.yellow,"":e=>e};return e.flatMap(({host:e,seen:t},n)=>[...n>0?[``]:[],...s([[`host`,e],...C(t).map(({name:e,text:t,tone:n})=>[e,i[n](t)])])])}async function P(e,t,r){let i=n(r.stdout,r.env).on&&!t,a=1;for(let n=!0;!r.signal.aborted;n=!1){let s;try{let n=await e();a=j(n);let i=n.map(({host:e,seen:t})=>JSON.stringify({host:e,...t}));s=t?i:N(n,r)}catch(e){if(r.signal.aborted)break;if(n)throw e;a=1,s=t?[]:[e.message]}if(i)r.stdout.write(`${n?`\x1B[2J`:``}\x1b[H${s.map(e=>`${e}\x1b[K\n`).join(``)}\x1b[J`);else for(let e of s)r.stdout.write(`${e}\n`);await o(2e3,void 0,{signal:r.signal}).catch(()=>{})}return a}export{k as statusCommand};