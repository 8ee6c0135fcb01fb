import{At as e,H as t,L as n,W as r,_t as i,dt as a,h as o,u as s,yt as c}from"./cli-shared.js";import{C as l,S as u,m as d,w as f}from"./cli-app.js";import{t as p}from"./cli-flag.js";import{t as m}from"./cli-query.js";import{i as h,n as g,r as _,t as v}from"./cli-format.js";import{t as y}from"./cli-statics.js";import{i as b,n as x,r as S,s as C}from"./cli-server-flags.js";import{r as w}from"./cli-progress.js";import{n as T}from"./cli-running.js";const{string:E,number:D,boolean:O,array:k,nullable:A}=d,j={name:`status`,modules:{..._,...p,...y,processes:`from __future__ import annotations
import os
import re
import time
from host import ID, Host
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterable, Sequence
    from answers import Instance
GOOD = ("active", "running", "listening")
STARTING = ("activating", "starting")
def instances(host: Host, current: str, said: Iterable[str], processes: Iterable[str]) -> list[Instance]:
    told: dict[str, tuple[str, int]] = {}
    for line in said:
        id, state, result, count = line.split(" ")
        if ID.match(id):
            told[id] = (state if result in ("-", "success") else "%s (%s)" % (state, result), int(count))
    running = by_release(host, processes)
    found: list[Instance] = []
    for id in sorted(set(told) | set(running) | ({current} if current else set())):
        pids = running.get(id, [])
        state, restarts = told.get(id, ("running" if pids else "gone", 0))
        if id != current and state == "inactive" and not pids:
            continue
        began = min(filter(None, map(started, pids)), default=None)
        found.append({"id": id, "role": role(id, current, state), "state": state,
                      "restarts": restarts, "processes": len(pids), "memoryBytes": memory(host, id, pids),
                      "since": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(began)) if began else ""})
    return found
def role(id: str, current: str, state: str) -> str:
    if id == current:
        return "current"
    return "former" if state in GOOD else "starting" if state in STARTING else "failed"
def by_release(host: Host, processes: Iterable[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for line in processes:
        folder, _, path = line.partition(" ")
        id = path[len(host.releases) + 1:].split("/")[0].split(" ")[0]
        unit = read(folder + "/cgroup").rpartition(b"/")[2]
        if ID.match(id) and not unit.startswith((host.app + "-run-").encode()) and not unit.startswith((host.app + "-exec-").encode()):
            found.setdefault(id, []).append(int(folder[6:]))
    return found
def memory(host: Host, id: str, pids: Sequence[int]) -> int | None:
    for pid in pids:
        path = read("/proc/%d/cgroup" % pid).decode("ascii", "replace").strip().rpartition("::")[2]
        if path.endswith("%s@%s.service" % (host.app, id)):
            fields = dict(line.split() for line in read("/sys/fs/cgroup%s/memory.stat" % path).decode("ascii", "replace").splitlines())
            if "anon" in fields:
                return int(fields["anon"]) + int(fields.get("shmem", 0))
    sizes = re.findall(rb"RssAnon:\\s+(\\d+)", b"".join(read("/proc/%d/status" % pid) for pid in pids))
    return sum(int(size) << 10 for size in sizes) if sizes else None
def started(pid: int) -> float | None:
    fields = read("/proc/%d/stat" % pid).rpartition(b")")[2].split()
    if len(fields) < 20:
        return None
    ago = time.clock_gettime(time.CLOCK_BOOTTIME) - int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return time.time() - ago
def read(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""
`,status:`from __future__ import annotations
import base64
import hashlib
import os
import re
import time
import maintenance_flag
from gate import Gate
from history import runs, settle_last, since
from host import ID, Host, Lock, memory_free
from interpreter import python_here
from journal import Journal, stamp
from processes import instances
from statics import is_served, statics
from channel import Channel, Failed
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterable, Sequence
    from answers import Certificate, Closed, Release, Status, StatusAsk, Traffic
def status(channel: Channel, host: Host, ask: StatusAsk) -> Status:
    host.check()
    current, lock = host.current(), Lock(host)
    why, answered = "nothing was deployed yet", 0
    if current:
        why, answer = Gate(channel, ask["settings"]).once(host.socket(current))
        answered = answer.status
    held = lock.is_held()
    told = settle_last(runs(Journal(host.journal).entries()), held)
    at, run = since(told, current)
    record = host.record(current) if current else None
    protocol, facts = report(host, ask["seconds"])
    bad = [one for one in told if one["outcome"] in ("failed", "reverted", "interrupted")]
    disk = os.statvfs(host.base)
    return {
        "at": stamp(), "current": current, "commit": record.get("commit", "") if record else "", "since": at or (record.get("at", "") if record else ""),
        "by": run["by"] if run else "", "run": (run and run["run"]) or (record and record.get("run")) or "",
        "answers": not why, "answer": why or "answered %d" % answered,
        "instances": instances(host, current, facts["instance"], facts["process"]), "traffic": traffic(facts["traffic"]),
        "certificate": certificate(facts["certificate"], facts["pem"]), "releases": releases(host, current),
        "lockedBy": lock.holder() if held else "", "lastFailure": bad[-1] if bad else None,
        "pending": host.drift(current, ask["settings"]["files"]) if current else [], "maintenance": maintenance(host), "files": config_files(host, current),
        "unserved": [one for one in statics(host, current, ask["settings"]) if not is_served(one)],
        "python": python_here()["version"], "helper": protocol, "diskFreeMb": disk.f_bavail * disk.f_frsize >> 20,
        "diskTotalMb": disk.f_blocks * disk.f_frsize >> 20, "memoryFreeMb": memory_free() >> 20}
def maintenance(host: Host) -> Closed | None:
    found = maintenance_flag.read(host.maintenance)
    return {"since": found.get("since", ""), "by": found.get("by", "")} if found else None
def report(host: Host, seconds: int) -> tuple[int, dict[str, list[str]]]:
    facts: dict[str, list[str]] = {"instance": [], "process": [], "traffic": [], "certificate": [], "pem": []}
    _, out, err = host.helper("report", str(seconds), timeout=20)
    protocol = 0
    for line in out.splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "protocol":
            protocol = int(rest)
        elif kind in facts:
            facts[kind].append(rest)
    if not protocol:
        raise Failed("infrastructure", "the server's helper does not report: %s" % (err or out).strip()[-300:], host.setup_hint())
    return protocol, facts
def releases(host: Host, current: str) -> list[Release]:
    found: list[Release] = []
    for id in host.ids():
        record = host.record(id)
        if record:
            state = "current" if id == current else "running" if os.path.exists(host.socket(id)) else "available"
            found.append({"id": id, "commit": record["commit"], "deployedAt": record["at"], "state": state, "good": host.is_good(id)})
    return found
def traffic(lines: Iterable[str]) -> Traffic | None:
    for line in lines:
        file, seconds, total, fives, fours, odd = line.rsplit(" ", 5)
        return {"file": file, "seconds": int(seconds), "requests": int(total), "errors5xx": int(fives), "errors4xx": int(fours), "odd": int(odd)}
    return None
def certificate(paths: Sequence[str], pem: Iterable[str]) -> Certificate | None:
    if not paths:
        return None
    try:
        end = not_after(base64.b64decode("".join(line for line in pem if not line.startswith("-"))))
        return {"file": paths[0], "expires": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(end)), "days": int((end - time.time()) // 86400)}
    except (ValueError, IndexError, OverflowError):
        return {"file": paths[0], "expires": "", "days": None}
def not_after(der: bytes) -> int:
    times = re.search(rb"\\x30[\\x1e-\\x22](?:\\x17\\x0d\\d{12}Z|\\x18\\x0f\\d{14}Z)(\\x17\\x0d(\\d{12})Z|\\x18\\x0f(\\d{14})Z)", der)
    if not times:
        raise ValueError("not a certificate")
    short, long = times.group(2), times.group(3)
    full = long or (b"19" if short[:2] >= b"50" else b"20") + short
    parts = [int(full[at:at + size]) for at, size in ((0, 4), (4, 2), (6, 2), (8, 2), (10, 2), (12, 2))]
    return days(*parts[:3]) * 86400 + parts[3] * 3600 + parts[4] * 60 + parts[5]
def days(year: int, month: int, day: int) -> int:
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468
def config_files(host: Host, current: str) -> dict[str, str]:
    found, folder = {}, host.release(current) + "/deploy" if ID.match(current) else ""
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
        path = os.path.join(folder, name)
        if os.path.isfile(path) and not name.endswith(".json") and os.path.getsize(path) < 1 << 20:
            with open(path, "rb") as file:
                found["deploy/" + name] = hashlib.sha256(file.read()).hexdigest()
    return found
`},answer:u({at:E(),current:E(),commit:E(),since:E(),by:E(),run:E(),answers:O(),answer:E(),instances:k(u({id:E(),role:l([`current`,`former`,`starting`,`failed`]),state:E(),restarts:D(),processes:D(),memoryBytes:A(D()),since:E()})),traffic:A(u({file:E(),seconds:D(),requests:D(),errors5xx:D(),errors4xx:D(),odd:D()})),certificate:A(u({file:E(),expires:E(),days:A(D())})),pending:k(E()),maintenance:A(u({since:E(),by:E()})),unserved:k(u({path:E(),status:D(),error:E()})),lastFailure:A(u(h)),releases:k(u({id:E(),commit:E(),deployedAt:E(),state:l([`current`,`running`,`available`]),good:O()})),lockedBy:E(),python:E(),helper:D(),diskFreeMb:D(),diskTotalMb:D(),memoryFreeMb:D(),files:f(E(),E())})};async function M(e,t,n=300){let{files:r,...i}=await m(j,e,t,{ask:{seconds:n}}),{root:a}=e,[o,s]=await Promise.all(i.commit?[N(t,a,`log`,`-1`,`--format=%s`,i.commit),N(t,a,`rev-list`,`--count`,`${i.commit}..HEAD`)]:[]);return{...i,subject:o??``,ahead:s?Number(s):null,changed:i.current?P(a,r):[]}}async function N({run:e,env:t},n,...r){let i=await e([`git`,`-C`,n,...r,`--`],{env:t,timeoutMs:1e4}).catch(()=>void 0);return i?.code===0?i.stdout.trim():void 0}function P(i,o){let s=a(i,`deploy`);if(!n(s))return[];let c=r(s,{withFileTypes:!0}).filter(e=>e.isFile()&&!e.name.endsWith(`.json`)).map(({name:e})=>`deploy/${e}`),l=n=>e(`sha256`).update(t(a(i,n))).digest(`hex`);return[.../* @__PURE__ */ new Set([...c,...Object.keys(o)])].filter(e=>!c.includes(e)||o[e]!==l(e)).toSorted()}function F(e){let{at:t,current:n,commit:r,subject:i,ahead:a,since:o,by:s,run:c,answers:l,answer:u}=e,d=(e,t,n=``)=>({name:e,text:t,tone:n});if(!n)return[d(`live`,`nothing was deployed yet`,`bad`),...I(e,d)];let f=[s,c===s?``:c].filter(Boolean).join(`, `),p=a?`; ${a} newer commit${a===1?` is`:`s are`} here and not live`:``;return[d(`live`,n),d(`since`,`${g(o,t)}${f&&` by ${f}`}`),d(`commit`,`${r.slice(0,10)}${i&&` ${i}`}${p}`,a?`note`:``),d(`answers`,`${l?`yes`:`no`}: ${u}`,l?`good`:`bad`),...e.instances.map(e=>d(e.role,z(e,t),e.role===`failed`?`bad`:R(e))),...I(e,d)]}function I(e,t){let{at:n,traffic:r,certificate:i,pending:a,changed:o,lastFailure:s,lockedBy:c}=e,l=[],{maintenance:u}=e;if(u){let e=u.by&&` by ${u.by}`;l.push(t(`maintenance`,`visitors get its page, since ${g(u.since,n)}${e}`,`bad`))}if(r?l.push(t(`traffic`,B(r),r.errors5xx>0?`bad`:``)):e.current&&l.push(t(`traffic`,`unknown: the site has no access_log of its own in /var/log/nginx`,`note`)),i){let{days:e,expires:r,file:a}=i;if(e===null)l.push(t(`certificate`,`${a} cannot be read`,`bad`));else{let i=e<7?`bad`:e<20?`note`:`good`;l.push(t(`certificate`,`${e<0?`expired`:`expires`} ${g(r,n)}`,i))}}for(let{path:n,status:r,error:i}of e.unserved)l.push(t(`static files`,`${n} ${i||`answers ${r}`} through nginx`,`bad`));if(a.length>0&&l.push(t(`not installed`,`${a.join(`, `)} of the release differ from what is installed`,`bad`)),o.length>0&&l.push(t(`not deployed`,`${o.join(`, `)} of this repository differ from the release`,`note`)),l.push(t(`disk`,`${L(e.diskFreeMb)} free of ${L(e.diskTotalMb)}`,e.diskFreeMb<500?`bad`:``)),l.push(t(`memory`,`${L(e.memoryFreeMb)} free`)),l.push(t(`deploying`,c||`nobody`,c?`note`:``)),s){let{release:e,outcome:r,step:i,cause:a}=s,o=[i&&`in ${i}`,a.split(`
`)[0]].filter(Boolean).join(`: `);l.push(t(`last failure`,`${g(s.endedAt||s.at,n)} ${e} ${r}${o&&` ${o}`}`))}return l}const L=e=>v(e*(1<<20)),R=({processes:e,state:t})=>e===0&&!/^(active|running|listening)$/.test(t)?`bad`:``;function z({id:e,role:t,state:n,restarts:r,processes:i,memoryBytes:a,since:o},s){return[t===`current`?n:`${e} ${n}`,i>0?`${i} process${i===1?``:`es`}`:``,a===null?``:v(a),o&&`up since ${g(o,s)}`,r>0?`restarted ${r} time${r===1?``:`s`}`:``].filter(Boolean).join(`, `)}function B({seconds:e,requests:t,errors5xx:n,errors4xx:r,odd:i}){let a=t/Math.max(1,e),o=a>=10?a.toFixed(0):a>=.1||a===0?a.toFixed(1):a.toFixed(3),s=Math.round(e/60);return`${o} requests/s, ${n} of ${t} failed (5xx), ${r} were refused (4xx), in the last ${e<120?`${e} s`:`${s} minutes`}${i>0?` (${i} lines are not in nginx's combined format)`:``}`}const V=i({name:`status`,summary:`tell what is live, since when, by whom, and how it does`,flags:[...C,{name:`minutes`,kind:`integer`,range:[1,1440],help:`how far back to count requests and errors (5)`},{name:`watch`,kind:`boolean`,short:`w`,help:`ask again every two seconds, until Ctrl-C`}],examples:[[`create-flask-deploy status`,`exit code 0 only if the current release answers`],[`create-flask-deploy status --watch --minutes 1`,`beside a deploy, or under load`]]},async({values:e},t)=>{let n=x(e,t),r=(e.minutes??5)*60,i=e.json??!1;return e.watch?K(()=>H(n,r,!0,t),i,t):W(await H(n,r,!1,t),i,t)});function H({app:e,root:t,logins:n},r,i,a){let o=n.map(async n=>{let i=await M({app:e,root:t,login:n},S(a,w(a)),r);return{host:n.host,seen:i}}),s=()=>Promise.all(o),c=n.map(({host:e})=>e).join(`, `);return(i?s():T(`status of ${c}`,a,s)).catch(e=>{throw b(e)})}const U=e=>+!e.every(({seen:e})=>e.answers);function W(e,t,n){if(t){let t=e.map(({host:e,seen:t})=>({host:e,...t}));n.stdout.write(`${JSON.stringify(t.length===1?t[0]:t,null,2)}\n`)}else for(let t of G(e,n))n.stdout.write(`${t}\n`);return U(e)}function G(e,t){let n=o(t.stdout,t.env),r={good:n.green,bad:n.red,note:n.yellow,"":e=>e};return e.flatMap(({host:e,seen:t},n)=>[...n>0?[``]:[],...c([[`host`,e],...F(t).map(({name:e,text:t,tone:n})=>[e,r[n](t)])])])}async function K(e,t,n){let r=o(n.stdout,n.env).on&&!t,i=1;for(let a=!0;!n.signal.aborted;a=!1){let o;try{let r=await e();i=U(r);let a=r.map(({host:e,seen:t})=>JSON.stringify({host:e,...t}));o=t?a:G(r,n)}catch(e){if(n.signal.aborted)break;if(a)throw e;i=1,o=t?[]:[e.message]}if(r)n.stdout.write(`${a?`\x1B[2J`:``}\x1b[H${o.map(e=>`${e}\x1b[K\n`).join(``)}\x1b[J`);else for(let e of o)n.stdout.write(`${e}\n`);await s(2e3,void 0,{signal:n.signal}).catch(()=>{})}return i}export{V as statusCommand};