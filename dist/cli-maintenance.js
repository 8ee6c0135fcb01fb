import{r as e}from"./cli-_node_net.js";import{E as t,S as n,f as r,p as i,x as a}from"./cli-app.js";import{a as o}from"./cli-cache.js";import{h as s,i as c,l,n as u,r as d,s as f}from"./cli-server-flags.js";import{t as p}from"./cli-query.js";import{t as m}from"./cli-flag.js";import{_t as h,d as g,f as _,m as v,p as y,yt as b}from"./cli-shared.js";import{r as x}from"./cli-progress.js";const S=1024;function C(e){let t=/* @__PURE__ */ new Set,n=[];for(let r of e){let e=w(r);if(`problem`in e)n.push(`${JSON.stringify(r)} ${e.problem}`);else if(e.size>S)n.push(`${r} holds ${e.size} addresses: nginx looks for a file of each visitor's address, so a list may come to ${S}. Name the addresses, or a block from /${e.bits-10} on.`);else for(let n=0n;n<e.size;n++)t.add(E(e.first+n,e.bits))}return t.size>S&&n.push(`the list comes to ${t.size} addresses, and may come to ${S}`),n.length>0?{problems:n}:{addresses:[...t]}}function w(t){let[n=``,r,...i]=t.split(`/`),a=e(n);if(a===0||n.includes(`%`)||i.length>0)return{problem:`is no address such as 192.0.2.7 or 2001:db8::7, nor a block such as 192.0.2.0/28`};let o=/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(n)?.[1];if(o&&r===void 0)return w(o);let s=a===4?32:128;if(r!==void 0&&!(/^\d{1,3}$/.test(r)&&Number(r)<=s))return{problem:`has no length of a block from 0 to ${s} behind its slash`};let c=1n<<BigInt(s-Number(r??s));return{first:T(n,a)/c*c,size:c,bits:s}}function T(e,t){if(t===4)return e.split(`.`).reduce((e,t)=>e*256n+BigInt(t),0n);let[n=``,r]=new URL(`http://[${e}]`).hostname.slice(1,-1).split(`::`),i=e=>e?e.split(`:`):[],a=8-i(n).length-i(r).length;return(r===void 0?i(n):[...i(n),...Array(a).fill(`0`),...i(r)]).reduce((e,t)=>e*65536n+BigInt(`0x${t}`),0n)}function E(e,t){let n=(t,n)=>Array.from({length:t},(r,i)=>e/n**BigInt(t-1-i)%n);if(t===32)return n(4,256n).join(`.`);let r=n(8,65536n).map(e=>e.toString(16));return new URL(`http://[${r.join(`:`)}]`).hostname.slice(1,-1)}const D={name:`maintenance`,modules:{...m,maintenance:`from __future__ import annotations
import json
import os
import socket
import ssl
import time
from http_probe import Answer, http_request, parse
from maintenance_flag import read
from host import Host, remove
from journal import stamp
from channel import Channel, Failed
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Sequence
    from answers import Flag, Maintenance, MaintenanceAsk
    from messages import Settings
OWN = ["127.0.0.1", "::1"]  # the gate of a deploy goes on asking the site from here
STRANGER = "127.0.0.2"  # this server too, but nobody allows it
def maintenance(channel: Channel, host: Host, ask: MaintenanceAsk) -> Maintenance:
    host.check()
    folder, want = host.maintenance, ask["want"]
    before = read(folder)
    if want == "status" or ask["dryRun"]:
        return told(before, changed=False, answers=stranger_sees(ask["settings"]).status)
    if want == "off":
        remove(folder + "/on")
        remove(folder + "/allow")
        return told(None, changed=before is not None, answers=stranger_sees(ask["settings"]).status)
    now: Flag = {"since": (before or {}).get("since") or stamp(), "by": ask["by"], "allow": ask["allow"]}
    close(folder, now, ask["addresses"])
    seen = stranger_sees(ask["settings"])
    if seen.status != 503 or "retry-after" not in seen.headers:
        if not before:
            remove(folder + "/on")
            remove(folder + "/allow")
        if seen.error:
            raise Failed("infrastructure", "nginx on the server does not answer: %s. Nothing was changed" % seen.error,
                         "\`npx create-flask-deploy doctor\` tells why.")
        return told(None, changed=False, answers=seen.status, ignored=True)
    return told(now, changed=not before or before != now, answers=seen.status)
def told(now: Flag | None, changed: bool, answers: int, ignored: bool = False) -> Maintenance:
    flag: Flag = now or {}
    return {"on": bool(flag), "since": flag.get("since", ""), "by": flag.get("by", ""), "allow": flag.get("allow", []),
            "changed": changed, "answers": answers, "ignored": ignored}
def close(folder: str, now: Flag, addresses: Sequence[str]) -> None:
    os.makedirs(folder + "/allow", 0o755, exist_ok=True)
    wanted = {*OWN, *addresses}
    for name in wanted - set(os.listdir(folder + "/allow")):
        os.close(os.open("%s/allow/%s" % (folder, name), os.O_WRONLY | os.O_CREAT, 0o644))
    with open(folder + "/on.new", "w") as file:
        json.dump(now, file)
    os.rename(folder + "/on.new", folder + "/on")
    for name in set(os.listdir(folder + "/allow")) - wanted:
        remove("%s/allow/%s" % (folder, name))
def stranger_sees(settings: Settings) -> Answer:
    name, port = settings["site"]["host"], settings["site"]["port"]
    answer = once(name, port, None)
    if answer.status in (301, 302, 307, 308) and answer.headers.get("location", "").startswith("https://"):
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        return once(name, 443, context)
    return answer
def once(name: str, port: int, context: ssl.SSLContext | None) -> Answer:
    deadline, raw = time.monotonic() + 5, b""
    channel: socket.socket | None = None
    try:
        channel = socket.create_connection(("127.0.0.1", port), 5, (STRANGER, 0))
        if context:
            channel = context.wrap_socket(channel, server_hostname=name)
        channel.sendall(http_request("/", name))
        while len(raw) < 1 << 20 and time.monotonic() < deadline:
            chunk = channel.recv(65536)
            if not chunk:
                break
            raw += chunk
        return parse(raw)
    except OSError as error:
        return Answer(error=error.strerror or str(error))
    finally:
        if channel:
            channel.close()
`},answer:n({on:i(),since:t(),by:t(),allow:r(t()),changed:i(),answers:a(),ignored:i()})};async function O({want:e,allow:t=[],by:n=``,dryRun:r=!1,...i},a){let s=C(t);if(`problems`in s)throw new o(`usage`,`check`,`the allow list cannot be used: ${s.problems.join(`; `)}`);let c={want:e,allow:t,by:n,dryRun:r,addresses:s.addresses},{ignored:l,...u}=await p(D,i,a,{ask:c});if(l)throw k(i,u.answers);return u}function k({app:e,root:t,login:n},r){let i=g(s(t),e.name)?`deploy/nginx.conf has the lines for it, the site on the server has not yet. Run: npx create-flask-deploy setup ${n.host}`:[`Put these lines into the \`server { }\` of deploy/nginx.conf, a page into ${y}, deploy, and run: npx create-flask-deploy setup ${n.host}`,..._(e.name).map(e=>`    ${e}`)].join(`
`);return new o(`setup`,`check`,`visitors would not get the page: the site on the server answers ${r} all the same. Nothing was changed`,i)}const A=h({name:`maintenance`,summary:`show visitors the page deploy/maintenance.html with 503 and Retry-After, or the site again`,positionals:[{name:`on|off|status`,help:`what to do; status if left out`,optional:!0}],flags:[...f,{name:`allow`,kind:`text`,value:`ADDRESS`,many:!0,help:"who still gets the site: an address or a small block; all that do, so given anew with each `on`"},{name:`dry-run`,kind:`boolean`,help:`look, change nothing`}],examples:[[`create-flask-deploy maintenance on --allow 192.0.2.7`,`the page for all but 192.0.2.7; deploys go on as ever`],[`create-flask-deploy maintenance off`,`the site for all`],[`create-flask-deploy maintenance`,`what visitors get now, since when, and who switched it`]]},async({values:e,rest:t},n)=>{let r=t[0]??`status`,i=e[`dry-run`]??!1,{app:a,root:o,logins:s}=u(e,n);for(let t of s){let s=await O({app:a,root:o,login:t,want:r,dryRun:i,by:l(),allow:e.allow??[]},d(n,x(n))).catch(e=>{throw c(e)});e.json?n.stdout.write(`${JSON.stringify({host:t.host,dryRun:i,...s},null,2)}\n`):n.stdout.write(`${j(t.host,s,i?r:void 0).join(`
`)}\n`)}return 0},{check:({values:e,rest:t})=>{let n=t[0]??`status`,r=C(e.allow??[]);return[...v.some(e=>e===n)?[]:[`${JSON.stringify(n)}: must be one of ${v.join(`, `)}`],...e.allow&&n!==`on`?["--allow goes with `maintenance on`"]:[],...`problems`in r?r.problems.map(e=>`--allow ${e}`):[]]}});function j(e,t,n){let r=[[`host`,e],[`maintenance`,t.on?`on`:`off`],...t.since?[[`since`,`${t.since}, by ${t.by}`]]:[],...t.on?[[`allowed`,t.allow.join(`, `)||`the server itself, nobody else`]]:[],[`visitors get`,t.answers?String(t.answers):`no answer: nginx does not run, or a firewall is in between`],...n&&n!==`status`?[[`dry run`,`would be switched ${n}`]]:[]];return b(r)}export{A as maintenanceCommand};