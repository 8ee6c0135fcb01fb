import{C as e,D as t,E as n,S as r,b as i,v as a,x as o}from"./cli-app.js";import{t as s}from"./cli-query.js";import{a as c}from"./cli-cache.js";import{Ct as l,_t as u,h as d}from"./cli-shared.js";import{i as f,n as p,o as m,r as h,s as g}from"./cli-server-flags.js";import{r as _}from"./cli-progress.js";const v=r({t:a(`line`),at:o(),from:e([`app`,`systemd`,`nginx`]),release:n(),priority:i(o()),text:n()}),y={name:`logs`,modules:{logs:`from __future__ import annotations
import collections
import contextlib
import json
import os
import re
import select
import signal
import subprocess
from channel import Channel, Failed
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Collection, NoReturn
    from answers import LinesTold, LogsAsk
    from host import Host
    from messages import Said
SEARCHED = 20000  # lines of the past that a pattern is looked for in
LONGEST = 2.0  # seconds for one line
def logs(channel: Channel, host: Host, ask: LogsAsk) -> LinesTold:
    host.check()
    try:
        pattern = re.compile(ask["grep"]) if ask["grep"] else None
    except re.error as error:
        raise Failed("usage", "--grep %s: %s" % (ask["grep"], error), "It is a regular expression as Python's re module reads it.") from error
    signal.signal(signal.SIGALRM, too_slow)
    count, now = ask["lines"], int(ask["since"])
    argv = [host.tool, "logs", str(max(SEARCHED, count) if pattern else count), str(now), "1" if ask["follow"] else "0",
            ask["release"] or "-", "1" if ask["nginx"] else "0"]
    child = subprocess.Popen((["sudo", "-n"] if os.geteuid() else []) + argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE)
    assert child.stdin and child.stdout and child.stderr
    past: collections.deque[Said] = collections.deque(maxlen=max(1, count))
    live, told, rest = False, 0, b""
    try:
        while True:
            heard = select.select([child.stdout, channel.wake_r], [], [])[0]
            channel.check()
            chunk = os.read(child.stdout.fileno(), 65536) if child.stdout in heard else b""
            if child.stdout in heard and not chunk:
                break
            *lines, rest = (rest + chunk).split(b"\\n")
            for text in lines:
                line: Said = json.loads(text)
                if line.get("note"):
                    channel.say("warning", text=line["note"])
                elif line.get("live"):
                    told, live = flush(channel, past, count), True
                elif pattern is None or found(pattern, line["text"]):
                    if live:
                        channel.say("line", **line)
                        told += 1
                    else:
                        past.append(line)
        if not live:
            told = flush(channel, past, count)
        code, said = child.wait(), child.stderr.read().decode("utf-8", "replace").strip()
        if code:
            raise Failed("infrastructure", "the logs cannot be read: %s" % (said or "the helper ended with %d" % code)[-400:], host.setup_hint())
        return {"lines": told}
    finally:
        child.stdin.close()  # this is how root's side learns that it is over
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(3)
def found(pattern: re.Pattern[str], text: str) -> bool:
    signal.setitimer(signal.ITIMER_REAL, LONGEST)
    try:
        return pattern.search(text) is not None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
def too_slow(*_: object) -> NoReturn:
    raise Failed("usage", "--grep took over %g s for one line" % LONGEST, "Make it simpler: a repetition within a repetition, such as (a+)+, tries every way to divide a line.")
def flush(channel: Channel, past: Collection[Said], count: int) -> int:
    for line in past if count else ():
        channel.say("line", **line)
    return len(past) if count else 0
`},answer:t(),message:v};async function b(e,t,n,r,i=()=>{}){try{await s(y,e,t,{ask:{...n},onLine:i,onMessage:e=>r(x(e))})}catch(e){if(!(n.follow&&t.signal?.aborted))throw e}}const x=({at:e,from:t,release:n,priority:r,text:i})=>({at:(/* @__PURE__ */ new Date(e*1e3)).toISOString(),from:t,release:n,severity:w(t,r,i),text:i}),S=/\b(EMERG|ALERT|CRIT|CRITICAL|FATAL|ERROR)\b|^Traceback \(most recent|^[\w.]*(Error|Exception)\b|\[(emerg|alert|crit|error)\]/,C=/\bWARN(ING)?\b|^[\w.]*Warning\b|\[(warn|notice)\]/;function w(e,t,n){if(t!==null&&t<=3)return`error`;if(t===4)return`warning`;let r=e===`nginx`?/" ([1-5])\d\d \d+ "/.exec(n)?.[1]:void 0;return r===void 0?S.test(n)?`error`:C.test(n)?`warning`:t===7||/\bDEBUG\b/.test(n)?`debug`:`info`:r===`5`?`error`:r===`4`?`warning`:`info`}const T={s:1,m:60,h:3600,d:86400,w:604800};function E(e,t){let[,n,r]=/^(\d{1,6})([smhdw])$/.exec(e)??[];if(r)return Math.max(0,Math.floor(t-Number(n)*T[r]));let i=/^\d{4}-\d\d-\d\d/.test(e)?Date.parse(e):NaN;return Number.isNaN(i)?void 0:Math.floor(i/1e3)}const D=u({name:`logs`,summary:`show what the app, its process manager and nginx have written, by time`,flags:[...g,{name:`follow`,kind:`boolean`,short:`f`,help:`go on with what comes, until Ctrl-C`},{name:`lines`,kind:`integer`,short:`n`,range:[0,1e5],help:`how many of the last lines (100)`},{name:`since`,kind:`text`,value:`TIME`,help:`nothing older: 90s, 10m, 1h, 2d, or a time such as 2026-11-21T03:15Z`,problem:e=>E(e,0)===void 0?`must be like 90s, 10m, 1h, 2d or 2026-11-21T03:15Z`:void 0},{name:`nginx`,kind:`boolean`,help:`the site's access and error log as well`},{...m,help:`only what this release has written`},{name:`grep`,kind:`text`,value:`RE`,help:`only lines in which this regular expression is found`}],examples:[[`create-flask-deploy logs --since 1h --grep 'Error|Traceback'`,`the values of the app's .env are shown as ***`],[`create-flask-deploy logs --follow --nginx`,`requests beside what the app says about them`]]},async({values:e},t)=>{let{app:n,root:r,logins:i}=p(e,t);if(e.release&&n.processManager===`emperor`)throw new l(`--release: under the emperor all releases write into one log; use --since instead`);let{lines:a=100,follow:o=!1,release:s=``,nginx:u=!1,grep:d=``}=e,m={lines:a,since:e.since===void 0?0:E(e.since,Date.now()/1e3),follow:o,release:s,nginx:u,grep:d},g=O(t,e.json??!1,i.length>1),v=_(t),y=i.map(e=>b({app:n,root:r,login:e},h(t,v),m,t=>g(t,e.host),e=>v.warning(e)));return await Promise.all(y).catch(e=>{throw e instanceof c&&e.kind===`usage`?new l(e.message):f(e)}),0});function O(e,t,n){let r=d(e.stdout,e.env),i={error:r.red,warning:r.yellow,info:e=>e,debug:r.dim};return(a,o)=>{if(t)e.stdout.write(`${JSON.stringify({host:o,...a})}\n`);else{let{at:t,from:s,release:c,severity:l,text:u}=a,d=[n?o:``,s.padEnd(7),c.slice(17)].filter(Boolean).join(` `);e.stdout.write(`${r.dim(`${t} ${d}`)} ${i[l](u)}\n`)}}}export{D as logsCommand};