import{t as e}from"./cli-query.js";import{i as t}from"./cli-files.js";import{Ct as n,_t as r,h as i}from"./cli-shared.js";import{i as a,n as o,o as s,r as c,s as l}from"./cli-server-flags.js";import{r as u}from"./cli-progress.js";const d={name:`logs`,modules:{logs:`import collections
import json
import os
import re
import select
import signal
import subprocess
from channel import Failed
SEARCHED = 20000  # lines of the past that a pattern is looked for in
LONGEST = 2.0  # seconds for one line
def logs(channel, host, ask):
    host.check()
    try:
        pattern = re.compile(ask["grep"]) if ask["grep"] else None
    except re.error as error:
        raise Failed("usage", "--grep %s: %s" % (ask["grep"], error), "It is a regular expression as Python's re module reads it.")
    signal.signal(signal.SIGALRM, too_slow)
    count, now = ask["lines"], int(ask["since"])
    argv = [host.tool, "logs", str(max(SEARCHED, count) if pattern else count), str(now), "1" if ask["follow"] else "0",
            ask["release"] or "-", "1" if ask["nginx"] else "0"]
    child = subprocess.Popen((["sudo", "-n"] if os.geteuid() else []) + argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE)
    past, live, told, rest = collections.deque(maxlen=max(1, count)), False, 0, b""
    try:
        while True:
            heard = select.select([child.stdout, channel.wake_r], [], [])[0]
            channel.check()
            chunk = os.read(child.stdout.fileno(), 65536) if child.stdout in heard else b""
            if child.stdout in heard and not chunk:
                break
            *lines, rest = (rest + chunk).split(b"\\n")
            for line in map(json.loads, lines):
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
        try:
            child.wait(3)
        except subprocess.TimeoutExpired:
            pass
def found(pattern, text):
    signal.setitimer(signal.ITIMER_REAL, LONGEST)
    try:
        return pattern.search(text)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
def too_slow(*_):
    raise Failed("usage", "--grep took over %g s for one line" % LONGEST, "Make it simpler: a repetition within a repetition, such as (a+)+, tries every way to divide a line.")
def flush(channel, past, count):
    for line in past if count else ():
        channel.say("line", **line)
    return len(past) if count else 0
`}};async function f(t,n,r,i,a=()=>{}){try{await e(d,t,n,{ask:{...r},onLine:a,onMessage:e=>e.t===`line`&&i(p(e))})}catch(e){if(!(r.follow&&n.signal?.aborted))throw e}}const p=({at:e,from:t,release:n,priority:r,text:i})=>({at:(/* @__PURE__ */ new Date(e*1e3)).toISOString(),from:t,release:n,severity:g(t,r,i),text:i}),m=/\b(EMERG|ALERT|CRIT|CRITICAL|FATAL|ERROR)\b|^Traceback \(most recent|^[\w.]*(Error|Exception)\b|\[(emerg|alert|crit|error)\]/,h=/\bWARN(ING)?\b|^[\w.]*Warning\b|\[(warn|notice)\]/;function g(e,t,n){if(t!==null&&t<=3)return`error`;if(t===4)return`warning`;let r=e===`nginx`?/" ([1-5])\d\d \d+ "/.exec(n)?.[1]:void 0;return r===void 0?m.test(n)?`error`:h.test(n)?`warning`:t===7||/\bDEBUG\b/.test(n)?`debug`:`info`:r===`5`?`error`:r===`4`?`warning`:`info`}const _={s:1,m:60,h:3600,d:86400,w:604800};function v(e,t){let[,n,r]=/^(\d{1,6})([smhdw])$/.exec(e)??[];if(r)return Math.max(0,Math.floor(t-Number(n)*_[r]));let i=/^\d{4}-\d\d-\d\d/.test(e)?Date.parse(e):NaN;return Number.isNaN(i)?void 0:Math.floor(i/1e3)}const y=r({name:`logs`,summary:`show what the app, its process manager and nginx have written, by time`,flags:[...l,{name:`follow`,kind:`boolean`,short:`f`,help:`go on with what comes, until Ctrl-C`},{name:`lines`,kind:`integer`,short:`n`,range:[0,1e5],help:`how many of the last lines (100)`},{name:`since`,kind:`text`,value:`TIME`,help:`nothing older: 90s, 10m, 1h, 2d, or a time such as 2026-11-21T03:15Z`,problem:e=>v(e,0)===void 0?`must be like 90s, 10m, 1h, 2d or 2026-11-21T03:15Z`:void 0},{name:`nginx`,kind:`boolean`,help:`the site's access and error log as well`},{...s,help:`only what this release has written`},{name:`grep`,kind:`text`,value:`RE`,help:`only lines in which this regular expression is found`}],examples:[[`create-flask-deploy logs --since 1h --grep 'Error|Traceback'`,`the values of the app's .env are shown as ***`],[`create-flask-deploy logs --follow --nginx`,`requests beside what the app says about them`]]},async({values:e},r)=>{let{app:i,root:s,logins:l}=o(e,r);if(e.release&&i.processManager===`emperor`)throw new n(`--release: under the emperor all releases write into one log; use --since instead`);let{lines:d=100,follow:p=!1,release:m=``,nginx:h=!1,grep:g=``}=e,_={lines:d,since:e.since===void 0?0:v(e.since,Date.now()/1e3),follow:p,release:m,nginx:h,grep:g},y=b(r,e.json??!1,l.length>1),x=u(r),S=l.map(e=>f({app:i,root:s,login:e},c(r,x),_,t=>y(t,e.host),e=>x.warning(e)));return await Promise.all(S).catch(e=>{throw e instanceof t&&e.kind===`usage`?new n(e.message):a(e)}),0});function b(e,t,n){let r=i(e.stdout,e.env),a={error:r.red,warning:r.yellow,info:e=>e,debug:r.dim};return(i,o)=>{if(t)e.stdout.write(`${JSON.stringify({host:o,...i})}\n`);else{let{at:t,from:s,release:c,severity:l,text:u}=i,d=[n?o:``,s.padEnd(7),c.slice(17)].filter(Boolean).join(` `);e.stdout.write(`${r.dim(`${t} ${d}`)} ${a[l](u)}\n`)}}}export{y as logsCommand};