import{n as e,r as t}from"./cli-_node_os.js";
import{Ct as n,D as r,G as i,H as a,I as o,L as s,Tt as c,dt as l,mt as u,w as d,x as f,y as p}from"./cli-shared.js";
import{C as m,E as ee,O as h,S as g,T as _,a as te,b as ne,f as v,h as y,i as re,n as ie,o as ae,p as oe,t as se,v as b,w as ce,x as le}from"./cli-app.js";
import{a as x,i as ue,o as de,t as fe}from"./cli-cache.js";
import{t as pe}from"./cli-run2.js";
import{_ as S,d as C,g as w,t as T}from"./cli-parse.js";
import{t as me}from"./cli-location.js";
import{n as he,t as ge}from"./cli-plain.js";
var O=(function O(e){let t={};for(let n of D){let r=e[n]??``;if(r===``)continue;let{path:i,kind:a}=E[n],o=a===`integer`?/^\d+$/.test(r)?Number(r):NaN:r,[s,c]=i;t[s]=c===void 0?o:{...t[s],[c]:o}}let{issues:n=[]}=_(ae,t),r=n.map((e=>{let t=y(e);return{name:D.find((e=>E[e].path.join(`.`)===t))??`host`,message:e.message}}));return{given:Object.fromEntries(Object.entries(t).map((([e,t])=>[te(e),t]))),problems:r}});
var _e=(function _e(e,t){return{...e,deploy:{...e.deploy,...t,smoke:{...e.deploy.smoke,...t.smoke}}}});
var j=(function j(e,t,n){let r=new Date(e).toISOString().replace(/[-:]|\.\d+/g,``);for(let e=7;e<=12;e++){let i=`${r}-${t.slice(0,e)}`;if(!n.includes(i))return i}return j(e+1e3,t,n)});
var M=(function M(e,t){let n=e.port??22,r={where:n===22?e.host:`${e.host} port ${n}`,pinName:n===22?e.host:`[${e.host}]:${n}`,key:e.identityFile??`your ssh key`,user:e.user},i=t.trim().split(`
`).slice(-4).join(`
`),a=ve.find((({seen:e})=>e.test(t)));if(a)return{kind:a.kind,message:`${a.says(r)}\nssh said: ${i}`};if(i===``||/client_loop|mux_client|Broken pipe|Timeout, server|onnection to .* closed/i.test(t))return{kind:`dropped`,message:`the connection to ${r.where} was lost while a command ran.\nssh said: ${i||`nothing`}`}});
var ye=(async function ye(t){let n=await d(l(e(),`fd-`)),i=l(n,`s`),a=[...P(t),`-o`,`ControlMaster=auto`,`-o`,`ControlPath=${i}`];return a.push(`-o`,`ControlPersist=20`),{target:t,exec:(async function(e,n){let r=f(typeof e==`string`?[`sh`,`-c`,e]:e);t.key?.put();let i=await t.run([...a,`--`,t.host,r],n).catch((e=>{throw new N(`no-ssh`,`ssh could not be started: ${e.message}. Install the OpenSSH client.`)})),o=i.code===255&&!i.timedOut?M(t,i.stderr):void 0;if(o)throw new N(o.kind,o.message);return i}),close:(async function(){await t.run([...a,`-O`,`exit`,`--`,t.host],{timeoutMs:5e3}).catch((()=>void 0)).finally((()=>r(n,{recursive:!0,force:!0})))})}});
var P=(function P({user:e,port:t,identityFile:n,knownHostsFile:r,options:i=[]}){return[`ssh`,...[`BatchMode=yes`,`StrictHostKeyChecking=yes`,...r?[`UserKnownHostsFile="${r.replaceAll(`%`,`%%`)}"`,`GlobalKnownHostsFile=/dev/null`]:[],...n?[`IdentitiesOnly=yes`]:[],...i,`ConnectTimeout=10`,`ServerAliveInterval=5`,`ServerAliveCountMax=3`,`UpdateHostKeys=no`,`ClearAllForwardings=yes`,`ForwardAgent=no`,`PermitLocalCommand=no`,`RemoteCommand=none`,`RequestTTY=no`,`LogLevel=ERROR`].flatMap((e=>[`-o`,e])),...t?[`-p`,String(t)]:[],...n?[`-i`,n]:[],`-l`,e]});
var be=(function be({name:e,processManager:t},n){let{base:r,approved:i,run:a}=L(e),o=((e,t,n,r,i)=>({path:e,mode:t,owner:n,group:r,why:i}));return[o(`/usr/local/lib/flask-deploy`,`755`,`root`,`root`,`what the login may run as root`),o(`/etc/flask-deploy`,`755`,`root`,`root`,`environments, which only root reads and writes`),o(i,`755`,`root`,`root`,`what setup installed`),o(r,`755`,`root`,`root`,`nobody else can put a link where root or the login will act`),o(`${r}/releases`,`2751`,n,e,`the app's group reads a release, nginx passes through to static files`),o(`${r}/venvs`,`2750`,n,e,`the app's group reads and runs them`),o(`${r}/assets`,`2751`,n,e,`nginx serves static files of former releases`),o(`${r}/deploys`,`2700`,n,e,`journal and lock, which the app cannot hold`),o(`${r}/maintenance`,`2755`,n,e,`nginx looks here at each request`),o(`${r}/shared`,`755`,`root`,`root`,`only the folders in it are the app's to write`),...t===`emperor`?[o(`${r}/vassals`,`755`,`root`,`root`,`what is in it, the emperor runs`)]:[],o(a,`755`,`root`,`root`,`systemd's sockets and current.sock: no release can touch another's`),...t===`systemd`?[]:[o(`${a}/app`,`700`,e,e,`the app server's own sockets, behind systemd's`)]]});
var xe=(function xe({name:e,processManager:t,socket:n}){return[`nginx.service`,...t===`supervisor`?[`supervisor.service`]:[],`${e}-current.service`,...t===`emperor`?[`${e}-emperor.service`]:[],...n===`tcp`?[`${e}.socket`]:[]]});
var R=(function R({name:e,processManager:t,socket:n}){let r=(e=>[`deploy/${e}`,`${F}/${e}`]),i={systemd:[r(`${e}@.service`)],supervisor:[[`deploy/supervisor.conf`,L(e).supervisor],r(`${e}-front@.service`)],emperor:[r(`${e}-emperor.service`),r(`${e}-front@.service`)]};return[r(`${e}@.socket`),...i[t],...n===`tcp`?[r(`${e}.socket`),r(`${e}-proxy.service`)]:[]]});
var z=(function z(e,t){let n=/* @__PURE__ */ new Set;for(let r of w(T(new S(`deploy/nginx.conf`,e)))){if(r.name.text!==`alias`&&r.name.text!==`root`)continue;let[e=``]=(r.args[0]?.text??``).split(`$`);if(e!==t&&!e.startsWith(`${t}/`))continue;let i=e.slice(t.length).replace(/^\/+|\/+$/g,``);for(let e of we(r))n.add([i,e].filter(Boolean).join(`/`))}return[...n].filter(Boolean).toSorted()});
var Ce=(function Ce(e,t){let n=[];for(let r of w(T(new S(`deploy/nginx.conf`,e)))){let e=me(r);if(e?.match!==`prefix`||!e.path.text.endsWith(`/`))continue;let i=e.path.text,[a]=C(r.block,`alias`),[o]=C(r.block,`root`),s=a?.args[0]?.text??(o&&i!==`/`?`${o.args[0]?.text}${i}`:void 0);s?.startsWith(`${t}/`)&&s.endsWith(`/`)&&!s.includes(`$`)&&n.push([i,s.slice(t.length+1)])}return n});
var we=(function we({name:e,parent:t}){let[n]=C(t,`try_files`);if(e.text===`alias`||!n)return[``];let r=n.args.slice(0,-1).map((({text:e})=>e.replace(/^\/+/,``)));return r.some((e=>e===``||e.includes(`$`)))?[``]:r});
var V=(function V(e=`release`,t={}){let n=Te(JSON.stringify(De([e,`main`],{...Ee,...t}))),r=[`import os,sys,json,types,zlib`,`b=b""`,`exec("while len(b)<${n.length}:\\n c=os.read(0,${n.length}-len(b))\\n if not c:sys.exit(1)\\n b+=c")`,`exec("for n,t in json.loads(zlib.decompress(b)):\\n m=types.ModuleType(n);sys.modules[n]=m\\n exec(compile(t,n+\\".py\\",\\"exec\\"),m.__dict__)")`,`sys.modules["main"].main()`].join(`;`);return{command:`exec ${f([`python3`,`-I`,`-S`,`-c`,r])}`,bytes:n}});
var De=(function De(e,t){let n=/* @__PURE__ */ new Map,r=(e=>{let i=Object.hasOwn(t,e)?t[e]:void 0;if(!(i===void 0||n.has(e))){for(let[,e=``]of i.matchAll(/^(?:from|import) (\w+)/gm))r(e);n.set(e,i)}});for(let t of e)r(t);return[...n]});
var H=(function H(e,t,n=0){let{deploy:r}=e,{release:i,beforeSwitch:a,afterSwitch:o}=r.hooks;return{protocol:e.server===`uwsgi`?`uwsgi`:`http`,site:{host:e.domain===`_`?`localhost`:e.domain,port:W(t)},health:r.health,gate:r.gate,smoke:{...r.smoke,contains:r.smoke.contains??``},keepReleases:r.keepReleases,drain:r.drain,strategy:r.strategy,hooks:{...i&&{release:i},...a&&{before_switch:a},...o&&{after_switch:o}},shared:r.shared.map(U),web:z(t,`/srv/${e.name}/shared`).map(U),public:z(t,`/srv/${e.name}/current`).map(U),statics:Ce(t,`/srv/${e.name}/current`).map((([e,t])=>[e,U(t)])),files:R(e),prober:{...r.prober,seconds:Math.max(r.prober.seconds,n)}}});
var W=(function W(e){for(let[,t=``,n=``]of e.matchAll(/^\s*listen\s+(?:\S*:(?=\d+))?(\d+)([^;]*);/gm))if(!/\bssl\b|\bquic\b/.test(n))return Number(t);return 80});
var G=(function G(e){let t=l(e,`deploy/nginx.conf`);return s(t)?p(t):``});
var X=(function X(e,t,n){let r=_(e,t);if(r.success)return r.output;let[i]=r.issues,a=y(i);throw new x(`infrastructure`,n,`the server said what makes no sense here (${a?`${a}: `:``}${i.message})`,`Run it again; if it stays so, update create-flask-deploy, or the version of the Action.`)});
var Pe=(async function*Pe({env:e,files:t,root:n,wheels:r}){e&&(yield Buffer.from(e));let s=[],c=0;for(let[e,r,,l]of t){let t=ue(n,e);if(l>Z){c&&(yield Buffer.concat(s)),s=[],c=0,yield*Fe(o(t,{end:l-1,highWaterMark:Z}),l,e);continue}let u=r===`120000`?i(t,{encoding:`buffer`}):a(t);if(u.length!==l)throw Ie(e);s.push(u),c+=l,c>Z&&(yield Buffer.concat(s),s=[],c=0)}c&&(yield Buffer.concat(s));for(let e of r)yield*Fe(o(e.path),e.size,e.name)});
var Fe=(async function*Fe(e,t,n){let r=0;for await(let t of e)r+=t.length,yield t;if(r!==t)throw Ie(n)});
var Re=(function Re(e){let{signal:t,...n}=e;return{...n,...t?{signal:t}:{},run:pe,openTarget:Le,now:(()=>performance.now()),clock:(()=>Date.now()),fetch:globalThis.fetch,resolve:(e=>B(e,{all:!0}).then((e=>e.map((({address:e})=>e))),(()=>[])))}});
var He=(function He(e){let t=e.lastIndexOf(`@`);return k(`host`,e.slice(t+1))??(t>0?k(`user`,e.slice(0,t)):void 0)});
var We=(function We(e,{cwd:t}){let r=u(t,e.config??`flask-deploy.yml`),i=Ge(r),{deploy:a}=i,o=e.host??[a.host??[]].flat();if(o.length===0)throw new n(`no host: give --host, or write deploy.host into ${r}`);let s=o.map((n=>{let r=n.lastIndexOf(`@`);return{host:n.slice(r+1),user:e.user??(r>0?n.slice(0,r):a.user),port:e.port??a.port,...e.identity&&{identityFile:u(t,e.identity)},...e[`known-hosts`]&&{knownHostsFile:u(t,e[`known-hosts`])}}}));return{app:i,root:u(r,`..`),logins:s}});
var Ge=(function Ge(e){let t;try{t=p(e)}catch(t){throw t.code===`ENOENT`?new n(`there is no ${e}: run this where the app is, or name the file with --config`):new n(t.message)}try{return re(t,e)}catch(e){throw e instanceof se?new n(...e.message.split(`
`)):e}});
var Ke=(function Ke(e,t){let n=Object.fromEntries(Object.entries(e.env).filter((e=>e[1]!==void 0)));return{...Re({cacheDir:fe(e),env:n,log:t,signal:e.signal}),run:e.run}});
var Je=(function Je(e){let{message:t,next:n}=e;return new c(n?`${t}\n${n}`:t)});
const E={host:{path:[`host`],kind:`text`,value:`HOST`,help:`server to connect to (repeatable)`},user:{path:[`user`],kind:`text`,value:`USER`,help:`account that logs in`},port:{path:[`port`],kind:`integer`,value:`N`,help:`SSH port, 1 to 65535 [22]`},url:{path:[`url`],kind:`text`,value:`URL`,help:`public URL of the site, requested after the switch`},"smoke-path":{path:[`smoke`,`path`],kind:`text`,value:`PATH`,help:`path to request through nginx after the switch`},"smoke-status":{path:[`smoke`,`status`],kind:`integer`,value:`N`,help:`status that it must answer`},"smoke-contains":{path:[`smoke`,`contains`],kind:`text`,value:`TEXT`,help:`text that the answer must contain`},"keep-releases":{path:[`keep_releases`],kind:`integer`,value:`N`,help:`successful releases to keep on the server`}},D=Object.keys(E);
const k=((e,t)=>t===``?`must not be empty`:O({[e]:t}).problems[0]?.message);
const A=(e=>/^\d{8}T\d{6}Z-[0-9a-f]{7,12}$/.test(e));
const ve=[{kind:`host-key-changed`,seen:/REMOTE HOST IDENTIFICATION HAS CHANGED|host key .* (has changed|differs)/i,says:(e=>`the host key of ${e.where} is not the pinned one. Either the server was rebuilt or someone answers in its place. If it was rebuilt, compare its new key on its own console (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub) and replace the pinned line.`)},{kind:`host-key-unknown`,seen:/Host key verification failed|No .* host key is known/i,says:(e=>`the host key of ${e.where} is not pinned. Read it on the server's own console (cat /etc/ssh/ssh_host_ed25519_key.pub), and put the line "${e.pinName} ssh-ed25519 AAAA\u2026" into the known-hosts file you pass (--known-hosts, or the Action's known-hosts input).`)},{kind:`key-unusable`,seen:/Load key .*(error in libcrypto|invalid format|bad permissions|incorrect passphrase)|UNPROTECTED PRIVATE KEY|no such identity|Identity file .* not accessible|not a (private|public) key file/i,says:(e=>`the private key ${e.key} cannot be used: it is missing, damaged (lost newlines or CRLF line ends), readable by others, or protected by a passphrase. Check it with: ssh-keygen -y -f ${e.key}`)},{kind:`key-refused`,seen:/Permission denied|Too many authentication failures/i,says:(e=>`${e.where} does not accept ${e.key} for the user ${e.user}. The public half must be a line of ~${e.user}/.ssh/authorized_keys; a key with a passphrase must be in an agent.`)},{kind:`unreachable`,seen:/Could not resolve|Name or service not known|Connection refused|timed out|No route to host|Network is unreachable|Connection (closed|reset) by .* port|kex_exchange_identification/i,says:(e=>`${e.where} cannot be reached by ssh. Check the name and the port, that sshd runs, and that a firewall lets this machine in.`)}];
var N=class extends Error{name=`SshError`;kind;constructor(e,t){super(t),this.kind=e}};
const F=`/etc/systemd/system`,I=(e=>`/usr/local/lib/flask-deploy/${e}`),L=(e=>({base:`/srv/${e}`,helper:I(e),sudoers:`/etc/sudoers.d/flask-deploy-${e}`,tmpfiles:`/etc/tmpfiles.d/flask-deploy-${e}.conf`,approved:`/etc/flask-deploy/${e}`,env:`/etc/flask-deploy/${e}.env`,run:`/run/${e}`,current:`${F}/${e}-current.service`,socketOverride:`${F}/${e}@.socket.d/server.conf`,proxyOverride:`${F}/${e}-proxy.service.d/server.conf`,fullSite:`/etc/nginx/nginx.conf`,available:`/etc/nginx/sites-available/${e}.conf`,enabled:`/etc/nginx/sites-enabled/${e}.conf`,confd:`/etc/nginx/conf.d/${e}.conf`,debianDefault:`/etc/nginx/sites-enabled/default`,supervisor:`/usr/local/lib/flask-deploy/${e}.supervisor.conf`}));
const Se=(e=>[`deploy/nginx.conf`,...R(e).map((([e])=>e))]);
const B=(/* @__PURE__ */ process.getBuiltinModule(`node:dns/promises`)).lookup,Te=(/* @__PURE__ */ process.getBuiltinModule(`node:zlib`)).deflateSync,Ee={channel:`from __future__ import annotations
import collections
import json
import os
import select
import signal
import subprocess
import threading
import time
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO, Callable, Iterator, Mapping, Sequence
    from messages import Ended, Message, Say
SILENCE = 15.0
ROOM = 8 << 20  # bytes read ahead of whoever consumes them
PATIENCE = 10  # seconds
KEPT = 1 << 18  # bytes of what a program said
class Cancelled(Exception):
    pass
class Failed(Exception):
    def __init__(self, kind: str, message: str, next: str = "") -> None:
        Exception.__init__(self, message)
        self.kind, self.message, self.next = kind, message, next
class Channel:
    def __init__(self) -> None:
        self.chunks: collections.deque[bytes] = collections.deque()
        self.held = 0
        self.ready = threading.Condition()
        self.rest = b""
        self.gone = ""  # why, once it is
        self.silence = SILENCE
        self.shielded = False  # True while stopping half-way would be worse than going on
        self.wake_r, self.wake_w = os.pipe()
        self.say: Say = self._say
        self.mute = threading.Lock()
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, lambda n, _: self.end("signal %d" % n))
        threading.Thread(target=self._read, daemon=True).start()
    def _read(self) -> None:
        while True:
            try:
                heard = select.select([0], [], [], self.silence)[0]
                chunk = os.read(0, 1 << 18) if heard else None
            except OSError:
                chunk = b""
            if not chunk:
                return self.end("the deployer closed the connection" if chunk == b"" else "the deployer fell silent")
            with self.ready:
                while self.held > ROOM:
                    self.ready.wait()
                self.chunks.append(chunk)
                self.held += len(chunk)
                self.ready.notify_all()
    def end(self, why: str) -> None:
        self.gone = self.gone or why
        os.write(self.wake_w, b"x")
    def check(self) -> None:
        if self.gone and not self.shielded:
            raise Cancelled(self.gone)
    def sleep(self, seconds: float) -> None:
        if self.shielded or not seconds:
            time.sleep(seconds)
            return
        select.select([self.wake_r], [], [], seconds)
        self.check()
    def _next(self, deadline: float) -> bytes:
        while True:
            with self.ready:
                if self.chunks:
                    chunk = self.chunks.popleft()
                    self.held -= len(chunk)
                    self.ready.notify_all()
                    return chunk
                if self.gone:
                    raise Cancelled(self.gone)
                self.ready.wait(0.2)
            if time.monotonic() > deadline:
                raise Cancelled("the deployer did not answer in time")
    def message(self, timeout: float) -> Message:
        message: Message = json.loads(self.line(timeout))
        return message
    def line(self, timeout: float) -> bytes:
        deadline = time.monotonic() + timeout
        while True:
            line, found, rest = self.rest.partition(b"\\n")
            if not found:
                parts = [self.rest]
                while b"\\n" not in parts[-1]:
                    parts.append(self._next(deadline))
                self.rest = b"".join(parts)
                continue
            self.rest = rest
            if line:
                return line
    def exact(self, size: int) -> Iterator[bytes]:
        deadline = time.monotonic() + 3600
        while size:
            chunk = self.rest or self._next(deadline)
            self.rest = chunk[size:]
            chunk = chunk[:size]
            size -= len(chunk)
            yield chunk
    def _say(self, kind: str, **data: object) -> None:
        data["t"] = kind
        line = (json.dumps(data) + "\\n").encode()
        with self.mute:
            while line:
                try:
                    line = line[os.write(1, line):]
                except OSError:  # nobody listens any more; stdin tells the same
                    return
    def run(self, argv: Sequence[str], stdin: bytes = b"", timeout: float = 60, cwd: str | None = None, env: Mapping[str, str] | None = None,
            each: Callable[[str], object] | None = None, waiting: Callable[[int], object] | None = None) -> Ended:
        source = subprocess.DEVNULL
        if stdin:
            source = os.memfd_create("stdin")  # a secret on stdin touches no disk
            os.write(source, stdin)
            os.lseek(source, 0, 0)
        child = subprocess.Popen(argv, stdin=source, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=cwd, env=env,
                                 start_new_session=True)
        if stdin:
            os.close(source)
        assert child.stdout and child.stderr
        out, err = Stream(child.stdout, each), Stream(child.stderr, each)
        open_streams, began = [out, err], time.monotonic()
        deadline, news = began + timeout, began + PATIENCE
        try:
            while open_streams:
                left = deadline - time.monotonic()
                wanted: list[Stream | int] = [*open_streams] if self.shielded else [*open_streams, self.wake_r]
                heard = select.select(wanted, [], [], max(0, min(left, news - time.monotonic()) if waiting else left))[0]
                self.check()
                if waiting and time.monotonic() >= news:
                    news += PATIENCE
                    waiting(round(time.monotonic() - began))
                if left <= 0:
                    end_group(child)
                    return None, out.text(), err.text()
                for stream in heard:
                    if isinstance(stream, Stream) and not stream.take():
                        open_streams.remove(stream)
            return child.wait(), out.text(), err.text()
        except (Cancelled, Failed):
            end_group(child)
            raise
        finally:
            child.stdout.close()
            child.stderr.close()
class Stream:
    def __init__(self, file: IO[bytes], each: Callable[[str], object] | None) -> None:
        self.file, self.each, self.said, self.rest = file, each, b"", b""
    def fileno(self) -> int:
        return self.file.fileno()
    def take(self) -> bool:
        chunk = os.read(self.file.fileno(), 65536)
        self.said = (self.said + chunk)[-KEPT:]
        if self.each:
            *lines, self.rest = (self.rest + chunk).split(b"\\n")
            self.rest = self.rest[-KEPT:]
            for line in lines + ([self.rest] if not chunk and self.rest else []):
                self.each(line.decode("utf-8", "replace"))
        return bool(chunk)
    def text(self) -> str:
        return self.said.decode("utf-8", "replace")
def end_group(child: subprocess.Popen[bytes]) -> None:
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(child.pid, number)
        except OSError:  # gone already, or root's: the helper's own undo ends it
            return
        for _ in range(50):
            if child.poll() is not None:
                break
            time.sleep(0.02)
`,http_probe:`from __future__ import annotations
import socket
import struct
TYPE_CHECKING = False
if TYPE_CHECKING:
    from messages import Address, Want
class Answer:
    def __init__(self, status: int = 0, headers: dict[str, str] | None = None, body: bytes = b"", error: str = "") -> None:
        self.status, self.headers, self.body, self.error = status, headers or {}, body, error
def connect(address: Address, timeout: float) -> socket.socket:
    if isinstance(address, str):
        channel = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    else:
        channel = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    channel.settimeout(timeout)
    channel.connect(address)
    return channel
def uwsgi_request(path: str, host: str) -> bytes:
    path, _, query = path.partition("?")
    names = {"REQUEST_METHOD": "GET", "REQUEST_URI": path + ("?" + query if query else ""), "PATH_INFO": path,
             "QUERY_STRING": query, "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": host, "SERVER_NAME": host,
             "SERVER_PORT": "80", "REMOTE_ADDR": "127.0.0.1", "CONTENT_TYPE": "", "CONTENT_LENGTH": "",
             "HTTP_USER_AGENT": "flask-deploy", "REQUEST_SCHEME": "http"}
    body = b""
    for word in (word.encode() for pair in names.items() for word in pair):
        body += struct.pack("<H", len(word)) + word
    return struct.pack("<BHB", 0, len(body), 0) + body
def http_request(path: str, host: str) -> bytes:
    return ("GET %s HTTP/1.1\\r\\nHost: %s\\r\\nUser-Agent: flask-deploy\\r\\nConnection: close\\r\\n\\r\\n" % (path, host)).encode()
def parse(raw: bytes) -> Answer:
    head, _, body = raw.partition(b"\\r\\n\\r\\n")
    lines = head.decode("latin-1").split("\\r\\n")
    words = lines[0].split(None, 2)
    if len(words) < 2 or not words[0].startswith("HTTP/") or not words[1].isdigit():
        return Answer(error="broke off without an answer" if not raw else "answered something that is not HTTP")
    headers = {}
    for line in lines[1:]:
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    if "chunked" in headers.get("transfer-encoding", ""):
        body = unchunk(body)
    return Answer(int(words[1]), headers, body)
def unchunk(body: bytes) -> bytes:
    out = b""
    while True:
        head, _, rest = body.partition(b"\\r\\n")
        try:
            size = int(head.split(b";")[0], 16)
        except ValueError:
            return out
        if not size:
            return out
        out, body = out + rest[:size], rest[size + 2:]
def ask(address: Address, protocol: str, path: str, host: str, timeout: float) -> Answer:
    request = uwsgi_request(path, host) if protocol == "uwsgi" else http_request(path, host)
    channel = None
    try:
        channel = connect(address, timeout)
        channel.sendall(request)
        raw, size = [], 0
        while size < 1 << 20:
            chunk = channel.recv(65536)
            if not chunk:
                break
            raw.append(chunk)
            size += len(chunk)
        return parse(b"".join(raw))
    except socket.timeout:
        return Answer(error="no answer within %g s" % timeout)
    except ConnectionRefusedError:
        return Answer(error="connection refused")
    except FileNotFoundError:
        return Answer(error="there is no socket yet")
    except OSError as error:
        return Answer(error=error.strerror or str(error))
    finally:
        if channel:
            channel.close()
def problem(answer: Answer, want: Want) -> str:
    if answer.error:
        return answer.error
    if answer.status in (301, 302, 307, 308) and answer.headers.get("location", "").startswith("https://"):
        return ""
    if want.get("status"):
        if answer.status != want["status"]:
            return "answered %d instead of %d" % (answer.status, want["status"])
    elif not 200 <= answer.status < 400:
        return "answered %d" % answer.status
    text = want.get("contains") or ""
    if text and text.encode() not in answer.body:
        return "answered %d without the text %r" % (answer.status, text)
    return ""
`,prober:`from __future__ import annotations
import math
import selectors
import socket
import threading
import time
from http_probe import http_request
TYPE_CHECKING = False
if TYPE_CHECKING:
    from messages import Seen
PATIENCE = 10.0
ENOUGH = 5  # answers
SLOW = 2.0  # seconds more
class Request:
    def __init__(self, channel: socket.socket, began: float) -> None:
        self.channel, self.began, self.head = channel, began, b""
class Prober(threading.Thread):
    def __init__(self, address: tuple[str, int], path: str, host: str, rate: float) -> None:
        threading.Thread.__init__(self, daemon=True)
        self.address, self.request, self.gap = address, http_request(path, host), 1.0 / max(1, rate)
        self.stopping = threading.Event()
        self.sent = self.failed = 0
        self.longest = 0.0
        self.switched = math.inf  # when; what was sent before is the old release's to answer, and may be why there is a new one
        self.blamed, self.first_failure = 0, ""
        self.judged = 0  # answers to requests that were sent after the switch
    def run(self) -> None:
        waiting = selectors.DefaultSelector()
        due = time.monotonic()
        while not self.stopping.is_set() or waiting.get_map():
            now = time.monotonic()
            if now >= due and not self.stopping.is_set():
                due = max(due + self.gap, now)
                self.sent += 1
                try:
                    channel = socket.create_connection(self.address, PATIENCE)
                    channel.sendall(self.request)
                    channel.setblocking(False)
                    waiting.register(channel, selectors.EVENT_READ, Request(channel, now))
                except OSError as error:
                    self.note(now, str(error))
            pause = 0.05 if self.stopping.is_set() else max(0.0, due - time.monotonic())
            for key, _ in waiting.select(pause):
                self.read(waiting, key.data)
            for key in list(waiting.get_map().values()):
                if time.monotonic() - key.data.began > PATIENCE:
                    self.close(waiting, key.data, "no answer within %g s" % PATIENCE)
    def read(self, waiting: selectors.BaseSelector, one: Request) -> None:
        try:
            chunk = one.channel.recv(65536)
        except OSError as error:
            return self.close(waiting, one, str(error))
        if chunk:
            one.head += chunk[: max(0, 64 - len(one.head))]
            return None
        words = one.head.split(None, 2)
        status = int(words[1]) if len(words) > 1 and words[1].isdigit() else 0
        return self.close(waiting, one, "" if 0 < status < 500 else "answered %s" % (status or "nothing"))
    def close(self, waiting: selectors.BaseSelector, one: Request, why: str) -> None:
        waiting.unregister(one.channel)
        one.channel.close()
        self.note(one.began, why)
    def note(self, began: float, why: str) -> None:
        self.longest = max(self.longest, time.monotonic() - began)
        after = began >= self.switched
        self.judged += after
        if why:
            self.failed += 1
            if after:
                self.blamed += 1
                self.first_failure = self.first_failure or why
    def watch(self, seconds: float) -> None:
        until = self.switched + seconds
        enough = min(ENOUGH, int(seconds / self.gap))
        while time.monotonic() < until or (self.judged < enough and time.monotonic() < until + SLOW and self.is_alive()):
            time.sleep(0.01)
    def stop(self) -> None:
        self.stopping.set()
        if self.is_alive():
            self.join(PATIENCE + 1)
    def seen(self) -> Seen:
        return {"sent": self.sent, "failed": self.failed, "stallMs": round(self.longest * 1000)}
`,journal:`from __future__ import annotations
import json
import os
import time
TYPE_CHECKING = False
if TYPE_CHECKING:
    from messages import Entry
LONG = 1 << 20
def stamp() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
class Journal:
    def __init__(self, path: str) -> None:
        self.path = path
    def write(self, release: str, event: str, durable: bool = False, **data: object) -> None:
        entry = {"at": stamp(), "release": release, "event": event, **data}
        file = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o640)
        try:
            line = (json.dumps(entry) + "\\n").encode()
            if os.write(file, line) != len(line):  # a disk that is nearly full takes half a line
                raise OSError(28, "No space left on device")
            if durable:
                os.fdatasync(file)
        finally:
            os.close(file)
    def entries(self) -> list[Entry]:
        try:
            with open(self.path, "rb") as file:
                size = file.seek(0, 2)
                file.seek(max(0, size - LONG))
                lines = file.read().split(b"\\n")
        except FileNotFoundError:
            return []
        found: list[Entry] = []
        for line in lines:
            try:
                entry: Entry | float | None = json.loads(line)
            except ValueError:  # cut off by the seek, or by a full disk
                continue
            if isinstance(entry, dict):
                found.append(entry)
        return found
    def unfinished(self) -> list[Entry]:
        run = []
        for entry in self.entries():
            if entry.get("event") == "begin":
                run = [entry]
            elif run and entry.get("event") in ("end", "repaired"):
                run = []
            elif run:
                run.append(entry)
        return run
    def mend(self) -> None:
        try:
            size = os.path.getsize(self.path)
        except FileNotFoundError:
            return
        if size > 4 * LONG:
            fresh = self.path + ".new"
            with open(fresh, "w") as file:
                for entry in self.entries():
                    file.write(json.dumps(entry) + "\\n")
            os.rename(fresh, self.path)
        elif size:
            with open(self.path, "rb+") as file:
                file.seek(-1, 2)
                if file.read(1) != b"\\n":
                    file.write(b"\\n")
`,interpreter:`from __future__ import annotations
import os
import sys
import sysconfig
TYPE_CHECKING = False
if TYPE_CHECKING:
    from messages import Python
def python_here() -> Python:
    try:
        libc = os.confstr("CS_GNU_LIBC_VERSION") or ""
    except (AttributeError, ValueError, OSError):  # musl, macOS
        libc = ""
    kernel, made_by = os.uname(), sys.implementation
    small = {"x86_64": "i686", "aarch64": "armv7l"} if sys.maxsize < 1 << 32 else {}
    level = made_by.version.releaselevel
    its_version = "%d.%d.%d" % made_by.version[:3] + ("" if level == "final" else level[0] + str(made_by.version.serial))
    version = sys.version.split()[0]
    markers = {"implementation_name": made_by.name, "implementation_version": its_version,
               "os_name": os.name, "platform_machine": kernel.machine, "platform_release": kernel.release,
               "platform_system": kernel.sysname, "platform_version": kernel.version, "python_full_version": version,
               "platform_python_implementation": {"cpython": "CPython", "pypy": "PyPy"}.get(made_by.name, made_by.name),
               "python_version": "%d.%d" % sys.version_info[:2], "sys_platform": sys.platform}
    return {"version": "%d.%d.%d" % sys.version_info[:3], "machine": small.get(kernel.machine, kernel.machine),
            "libc": libc.replace("glibc ", ""), "soabi": sysconfig.get_config_var("SOABI") or "", "markers": markers}
`,host:`from __future__ import annotations
import contextlib
import fcntl
import json
import os
import pwd
import re
import shutil
import socket
import stat
import time
from channel import Channel, Failed
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import AnyStr, Iterable, Iterator, Sequence
    from messages import Ended, File, Json, Record, RunOptions, Whose
    from typing_extensions import Unpack
ID = re.compile(r"^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{7,12}$")
HELPER = 3  # the oldest protocol of the helper that will do
SETUP = "Run: npx create-flask-deploy setup root@%s"
class Host:
    def __init__(self, ask: Whose, channel: Channel) -> None:
        self.app, self.channel, self.login = ask["app"], channel, ask["login"]
        self.base = "/srv/" + self.app
        self.releases, self.venvs, self.assets = self.base + "/releases", self.base + "/venvs", self.base + "/assets"
        self.shared, self.current_link = self.base + "/shared", self.base + "/current"
        self.deploys, self.maintenance = self.base + "/deploys", self.base + "/maintenance"
        self.journal = self.deploys + "/journal.jsonl"
        self.run_dir = "/run/" + self.app
        self.tool = "/usr/local/lib/flask-deploy/" + self.app
    def setup_hint(self) -> str:
        return SETUP % self.login.rpartition("@")[2]
    def check(self) -> None:
        told = self.told()
        if not os.path.isdir(self.base) or not told:
            raise Failed("setup", "this server is not set up for %s" % self.app, self.setup_hint())
        if int(told.get("PROTOCOL") or 0) < HELPER:
            raise Failed("setup", "this server was set up for %s by an older version of create-flask-deploy" % self.app, self.setup_hint())
        if not os.access(self.releases, os.W_OK):
            owner = pwd.getpwuid(os.stat(self.releases).st_uid).pw_name
            raise Failed("setup", "%s may not write to %s, which belongs to %s" % (self.login, self.releases, owner),
                         "Deploy as %s (--user, or \`user:\` below \`deploy:\` in flask-deploy.yml), or, to make it this login's: %s" % (owner, self.setup_hint()))
    def told(self) -> dict[str, str]:
        try:
            with open(self.tool) as file:
                lines = file.read(8192).splitlines()
        except OSError:
            return {}
        found = (re.match(r"([A-Z_]+)='?([^' ]*)", line) for line in lines)
        return {seen.group(1): seen.group(2) for seen in found if seen}
    def helper(self, *words: str, must: bool = False, **options: Unpack[RunOptions]) -> Ended:
        argv = [self.tool] + list(words)
        if os.geteuid():
            argv = ["sudo", "-n"] + argv
        code, out, err = self.channel.run(argv, **options)
        if code and re.search(r"^sudo: .*(password is required|not allowed|may not run|no tty)", err, re.M):
            raise Failed("setup", "%s may not run %s through sudo" % (self.login, self.tool), self.setup_hint())
        if must and code != 0:
            why = "did not end in time" if code is None else "failed"
            raise Failed("infrastructure", "\`%s\` %s: %s" % (" ".join(words), why, last_lines(err or out)))
        return code, out, err
    def drift(self, id: str, files: Sequence[tuple[str, str]]) -> list[str]:
        site = self.told().get("SITE", "")
        return [source for source, target in list(files) + [("deploy/nginx.conf", site)]
                if content("%s/%s" % (self.release(id), source)) != content(target)]
    def release(self, id: str) -> str:
        if not ID.match(id):
            raise Failed("usage", "%r is not the id of a release" % id)
        return self.releases + "/" + id
    def socket(self, id: str) -> str:
        return "%s/%s.sock" % (self.run_dir, id)
    def current(self) -> str:
        return target_of(self.current_link)
    def answering(self) -> str:
        name = target_of(self.run_dir + "/current.sock")
        return name[:-5] if name.endswith(".sock") else ""
    def record(self, id: str) -> Record | None:
        record: Record | None = self._json(id, ".release.json")
        return record
    def venvs_of(self, ids: Iterable[str]) -> set[str]:
        return {record.get("venv", "") for record in map(self.record, ids) if record}
    def files(self, id: str) -> list[File]:
        files: list[File] = self._json(id, ".files.json") or []
        return files
    def _json(self, id: str, name: str) -> Json:
        try:
            with open("%s/%s" % (self.release(id), name)) as file:
                return json.load(file)
        except (OSError, ValueError):
            return None
    def is_good(self, id: str) -> bool:
        return os.path.exists(self.release(id) + "/.good")
    def was_left(self, id: str) -> bool:
        return os.path.exists(self.release(id) + "/.left")
    def mark(self, id: str, name: str, is_set: bool) -> None:
        path = "%s/.%s" % (self.release(id), name)
        if is_set:
            with open(path, "w"):
                pass
        else:
            remove(path)
    def ids(self) -> list[str]:
        found = []
        for name in filter(ID.match, os.listdir(self.releases)):
            try:
                found.append((os.stat(self.release(name) + "/.release.json").st_mtime_ns, name))
            except FileNotFoundError:
                continue
        return [name for _, name in sorted(found)]
    def memory_of(self, id: str) -> int:
        total, needle = 0, self.release(id).encode()
        try:
            uid = pwd.getpwnam(self.app).pw_uid
        except KeyError:
            return 0
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                if os.stat("/proc/" + pid).st_uid != uid:
                    continue
                with open("/proc/%s/cmdline" % pid, "rb") as file:
                    if needle not in file.read(65536):
                        continue
                with open("/proc/%s/status" % pid) as file:
                    total += sum(int(line.split()[1]) << 10 for line in file if line.startswith("RssAnon"))
            except OSError:
                continue
        return total
def memory_free() -> int:
    with open("/proc/meminfo") as file:
        fields = dict(line.split(":", 1) for line in file)
    free = int(fields["MemAvailable"].split()[0]) << 10
    return free + (int(fields["SwapFree"].split()[0]) << 10)
def content(path: str) -> bytes | None:
    try:
        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    try:
        return os.read(file, 1 << 20) if stat.S_ISREG(os.fstat(file).st_mode) else None
    finally:
        os.close(file)
def addresses() -> list[str]:
    found = os.environ.get("SSH_CONNECTION", "").split()[2:3]
    with contextlib.suppress(OSError):
        with open("/proc/net/fib_trie") as file:
            lines = file.read(1 << 20).split("\\n")
        found += [before.split()[-1] for before, line in zip(lines, lines[1:]) if "/32 host LOCAL" in line]
    with contextlib.suppress(OSError), open("/proc/net/if_inet6") as file:
        found += [socket.inet_ntop(socket.AF_INET6, bytes.fromhex(line.split()[0])) for line in file]
    return sorted({address for address in found if not address.startswith("127.") and address != "::1"})
def target_of(link: str, whole: bool = False) -> str:
    try:
        target = os.readlink(link)
    except OSError:
        return ""
    return target if whole else os.path.basename(target)
def remove(path: AnyStr) -> None:
    try:
        os.unlink(path)
    except FileNotFoundError:
        return
    except OSError:
        for folder in _folders(path):
            with contextlib.suppress(OSError):
                os.chmod(folder, 0o700)
        shutil.rmtree(path, ignore_errors=True)
def _folders(path: AnyStr) -> Iterator[AnyStr]:
    yield path
    for parent, folders, _ in os.walk(path):
        yield from (path for path in (os.path.join(parent, name) for name in folders) if not os.path.islink(path))
def last_lines(text: str, count: int = 6) -> str:
    return "\\n".join([line for line in text.strip().splitlines() if line.strip()][-count:])
class Lock:
    def __init__(self, host: Host) -> None:
        self.host, self.path = host, host.deploys + "/lock"
    def take(self, seconds: float, run: str | None) -> None:
        self.file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        deadline, told = time.monotonic() + seconds, False
        while True:
            try:
                fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError:
                holder = self.holder()
                if time.monotonic() >= deadline:
                    raise Failed("locked", "another deploy is running: %s" % holder,
                                 "Wait for it, or end it with: npx create-flask-deploy unlock") from None
                if not told:
                    self.host.channel.say("waiting", holder=holder, seconds=seconds)
                    told = True
                self.host.channel.sleep(0.1)
        os.ftruncate(self.file, 0)
        os.pwrite(self.file, json.dumps({"run": run, "pid": os.getpid()}).encode(), 0)
    def read(self) -> dict[str, object]:
        try:
            with open(self.path) as file:
                found = json.load(file)
            return found if isinstance(found, dict) else {}
        except (OSError, ValueError):
            return {}
    def holder(self) -> str:
        return "%s (process %s on the server)" % (self.read().get("run") or "an unnamed run", self.pid() or "?")
    def pid(self) -> int:
        said = self.read().get("pid")
        if isinstance(said, int) and os.path.exists("/proc/%d" % said):
            return said
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                names = os.listdir("/proc/%s/fd" % pid)
            except OSError:  # somebody else's
                continue
            if int(pid) != os.getpid() and any(target_of("/proc/%s/fd/%s" % (pid, name), whole=True) == self.path for name in names):
                return int(pid)
        return 0
    def is_held(self) -> bool:
        try:
            file = os.open(self.path, os.O_RDWR)
        except OSError:
            return False
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return False
        except OSError:
            return True
        finally:
            os.close(file)
`,gate:`from __future__ import annotations
import time
from http_probe import Answer, ask, problem
from channel import Channel, Failed
TYPE_CHECKING = False
if TYPE_CHECKING:
    from messages import Settings, Want
STUBBORN = 3.0  # seconds after which a wrong answer (not a missing one) is taken as the app's last word
class Gate:
    def __init__(self, channel: Channel, settings: Settings) -> None:
        self.channel, self.settings, self.smoke = channel, settings, settings["smoke"]
        self.site = settings["site"]
    def paths(self) -> list[tuple[str, Want]]:
        health = self.settings.get("health")
        first: list[tuple[str, Want]] = [(health, {"status": 200})] if health else []
        return [*first, (self.smoke["path"], self.smoke)]
    def once(self, socket: str) -> tuple[str, Answer]:
        answer = Answer()
        for path, want in self.paths():
            answer = ask(socket, self.settings["protocol"], path, self.site["host"], self.smoke["timeout"])
            why = problem(answer, want)
            if why:
                return "%s %s" % (path, why), answer
        return "", answer
    def hint(self, why: str) -> str:
        health = self.settings.get("health")
        is_health = health and why.startswith(health + " ") and health != self.smoke["path"]
        if is_health and "answered 404" in why:
            return "Name a path that answers 200 without a login as \`health:\` under \`deploy:\` in flask-deploy.yml, or add one to the app."
        if is_health and "answered" in why:
            return "%s is deploy.health in flask-deploy.yml: it must answer 200 when the app can serve." % health
        return next_step(why)
    def pass_all(self, socket: str) -> str:
        wanted, timeout = self.settings["gate"]["passes"], self.settings["gate"]["timeout"]
        began, passes, why = time.monotonic(), 0, ""
        wrong_since: float | None = None
        while passes < wanted:
            now = time.monotonic()
            if now - began > timeout or (wrong_since is not None and now - wrong_since > STUBBORN):
                raise Failed("app", "the new release is not healthy: %s" % why, self.hint(why))
            why, answer = self.once(socket)
            if not why:
                passes += 1
                continue
            passes = 0
            slow = answer.error.startswith("no answer") or answer.status == 503
            wrong_since = None if slow else wrong_since if wrong_since is not None else now
            self.channel.sleep(0.05)
        self.channel.check()
        return "%d passes in a row in %d ms" % (wanted, round((time.monotonic() - began) * 1000))
    def through_nginx(self) -> str:
        address = ("127.0.0.1", self.site["port"])
        deadline = time.monotonic() + min(2.0, self.smoke["timeout"])
        while True:
            answer = ask(address, "http", self.smoke["path"], self.site["host"], self.smoke["timeout"])
            why = problem(answer, self.smoke)
            if not why:
                return "%s answered %d through nginx" % (self.smoke["path"], answer.status)
            if time.monotonic() > deadline:
                kind = "infrastructure" if answer.error in ("connection refused",) else "app"
                raise Failed(kind, "%s through nginx %s" % (self.smoke["path"], why), next_step(why))
            time.sleep(0.05)
def next_step(why: str) -> str:
    if "no socket" in why or "refused" in why:
        return "Nothing listens there: the journal below says why the app server did not come up."
    if "no answer" in why:
        return "The app takes too long: look for work done at import, or raise deploy.gate.timeout or deploy.smoke.timeout."
    if "without the text" in why or "instead of" in why:
        return "Compare with deploy.smoke in flask-deploy.yml; \`npx create-flask-deploy preview --check\` asks the same here."
    return "\`npx create-flask-deploy preview --check\` runs the same release on this machine."
`,stage:`from __future__ import annotations
import errno
import json
import os
import shutil
import stat
from host import Host, remove
from channel import Channel, Failed
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Collection, Iterable, Iterator, Sequence
    from messages import Changed, File, Record
def on_disk(path: str) -> bytes:
    raw = path.encode("latin-1")
    parts = raw.split(b"/")
    if raw.startswith(b"/") or b".." in parts or b"" in parts or b"\\0" in raw:
        raise Failed("usage", "the path %r leads out of the release" % path)
    return raw
def needed(host: Host, files: Sequence[File], before: str) -> tuple[list[int], Changed]:
    known = {path: (mode, key) for path, mode, key, _ in host.files(before)} if before else {}
    base = os.fsencode(host.release(before)) if before else b""
    missing = []
    for index, (path, mode, key, size) in enumerate(files):
        if known.get(path) == (mode, key):
            try:
                there = os.lstat(base + b"/" + on_disk(path))
                if stat.S_ISLNK(there.st_mode) or there.st_size == size:
                    continue
            except OSError:
                pass
        missing.append(index)
    paths = {path for path, _, _, _ in files}
    changed = sum(1 for index in missing if files[index][0] in known)
    return missing, {"added": len(missing) - changed, "changed": changed, "removed": len(known.keys() - paths)}
def check_room(host: Host, count: int, size: int) -> None:
    there = os.statvfs(host.base)
    free, nodes = there.f_bavail * there.f_frsize, there.f_favail if there.f_files else count + 1000
    if free < size + (4 << 20):
        raise Failed("infrastructure", "the server's disk is full: this needs %d MB and %d MB are free"
                     % ((size >> 20) + 4, free >> 20), "Free some space on the file system of %s." % host.base)
    if nodes < count + 50:
        raise Failed("infrastructure", "the server's file system has only %d inodes left" % nodes,
                     "Remove some files on the file system of %s." % host.base)
def full(error: OSError) -> Failed:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Failed("infrastructure", "the server's disk is full (no space or no inodes left)",
                      "Free some space and deploy again; the old release serves on.")
    return Failed("infrastructure", "the server could not write: %s" % error)
def is_public(path: str, public: Iterable[str]) -> bool:
    return any(path == one or path.startswith(one + "/") for one in public)
def leads_out(path: bytes, target: bytes) -> bool:
    place = os.path.normpath(os.path.join(os.path.dirname(path), target))
    return os.path.isabs(target) or place == b".." or place.startswith(b"../")
def stage(host: Host, id: str, files: Sequence[File], missing: Sequence[int], before: str, shared: Iterable[str], public: Collection[str]) -> None:
    channel, top = host.channel, os.fsencode(host.release(id))
    base = os.fsencode(host.release(before)) if before else b""
    made = {b""}
    way = {parent for path in public for parent in parents(on_disk(path))}
    def folder(raw: bytes) -> None:
        parent = os.path.dirname(raw)
        if parent not in made:
            folder(parent)
            is_open = parent in way or is_public(parent.decode("latin-1"), public)
            os.mkdir(top + b"/" + parent, 0o751 if is_open else 0o750)
            made.add(parent)
    os.mkdir(top, 0o751)
    sent = set(missing)
    for index, (path, mode, _, _) in enumerate(files):
        raw = on_disk(path)
        folder(raw)
        if index not in sent:
            reuse(base + b"/" + raw, top + b"/" + raw, mode, is_public(path, public))
            if not index % 256:
                channel.check()
    for index in missing:
        path, mode, _, size = files[index]
        receive(channel, top, on_disk(path), mode, size, is_public(path, public))
    for path in shared:
        share(host, top, path, folder)
def parents(raw: bytes) -> Iterator[bytes]:
    while b"/" in raw:
        raw = os.path.dirname(raw)
        yield raw
def bits(mode: str, public: bool) -> int:
    return (0o550 if mode == "100755" else 0o440) | (0o004 if public else 0)
def reuse(source: bytes, path: bytes, mode: str, public: bool) -> None:
    wanted = bits(mode, public)
    try:
        if mode == "120000" or stat.S_IMODE(os.lstat(source).st_mode) == wanted:
            os.link(source, path, follow_symlinks=False)
            return
    except PermissionError:
        pass
    shutil.copyfile(source, path, follow_symlinks=False)
    if mode != "120000":
        os.chmod(path, wanted)
def receive(channel: Channel, top: bytes, raw: bytes, mode: str, size: int, public: bool) -> None:
    path = top + b"/" + raw
    if mode == "120000":
        target = b"".join(channel.exact(size))
        if leads_out(raw, target):
            raise Failed("usage", "%s is a link to %s, which is not in the release" % (os.fsdecode(raw), os.fsdecode(target)),
                         "Commit what it leads to, or, if the app writes there, take it out of git and name it under \`shared:\`.")
        os.symlink(target, path)
        return
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, bits(mode, public))
    try:
        for chunk in channel.exact(size):
            rest = chunk
            while rest:
                rest = rest[os.write(file, rest):]
    finally:
        os.close(file)
def make_shared(host: Host, shared: Iterable[str], web: Collection[str]) -> None:
    lacking = [path for path in shared if not os.path.isdir(os.fsencode(host.shared) + b"/" + on_disk(path))]
    if lacking:
        lines = ["web " + path if path in web else path for path in lacking]
        host.helper("share", stdin="".join(line + "\\n" for line in lines).encode("latin-1"), must=True)
def share(host: Host, top: bytes, path: str, folder: Callable[[bytes], None]) -> None:
    raw = on_disk(path)
    kept, link = os.fsencode(host.shared) + b"/" + raw, top + b"/" + raw
    if os.path.lexists(link):
        raise Failed("usage", "%s is shared, and git tracks it too" % path,
                     "Take it out of \`shared:\` in flask-deploy.yml, or out of git.")
    folder(raw)
    os.symlink(kept, link)
def seal(host: Host, id: str, record: Record, files: Sequence[File]) -> None:
    top = host.release(id)
    for name, value in (".files.json", files), (".release.json", record):  # in this order: the record seals it
        with open(top + "/.sealing", "w") as file:
            json.dump(value, file)
        os.chmod(top + "/.sealing", 0o440)
        os.rename(top + "/.sealing", top + "/" + name)
def sweep(host: Host, keep: Collection[str]) -> None:
    for name in os.listdir(host.releases):
        if name not in keep and (name.startswith(".trash-") or not os.path.exists("%s/%s/.release.json" % (host.releases, name))):
            remove(host.releases + "/" + name)
    for name in os.listdir(host.venvs):
        if name.startswith(".trash-") or not os.path.exists("%s/%s/.complete" % (host.venvs, name)):
            remove(host.venvs + "/" + name)
`,venvs:`from __future__ import annotations
import glob
import hashlib
import os
import shutil
import subprocess
import sys
from host import Host, last_lines, remove
from interpreter import python_here
from channel import Failed
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Sequence
    from messages import Wheel
SECONDS = 600
def name_of(lock: str) -> str:
    here = python_here()
    text = "\\n".join([lock, here["version"], here["machine"], here["libc"], here["soabi"]])
    return hashlib.sha256(text.encode()).hexdigest()[:16]
def is_there(host: Host, name: str) -> bool:
    return os.path.exists("%s/%s/.complete" % (host.venvs, name))
def build(host: Host, name: str, wheels: Sequence[Wheel]) -> None:
    top, store = host.venvs + "/" + name, host.venvs + "/" + name + ".wheels"
    remove(top)
    remove(store)
    os.mkdir(store, 0o750)
    try:
        for wheel in wheels:
            take(host, store + "/" + os.path.basename(wheel["name"]), wheel)
        uv = shutil.which("uv")
        make(host, [uv, "venv", "-q", "--python", sys.executable, top] if uv else
             [sys.executable, "-I", "-m", "venv", "--without-pip", top], "venv")
        lines = ["%s/%s --hash=sha256:%s" % (store, wheel["name"], wheel["sha256"]) for wheel in wheels]
        with open(store + "/lock.txt", "w") as file:
            file.write("\\n".join(lines) + "\\n")
        if wheels:
            make(host, installer(host, uv, top, store), "install")
        with open(top + "/.complete", "w"):
            pass
    finally:
        remove(store)
def take(host: Host, path: str, wheel: Wheel) -> None:
    digest = hashlib.sha256()
    with open(path, "wb") as file:
        for chunk in host.channel.exact(wheel["size"]):
            digest.update(chunk)
            file.write(chunk)
    if digest.hexdigest() != wheel["sha256"]:
        raise Failed("infrastructure", "%s arrived damaged" % wheel["name"], "Deploy again.")
def installer(host: Host, uv: str | None, top: str, store: str) -> list[str]:
    python = top + "/bin/python"
    rest = ["--no-index", "--no-deps", "--require-hashes", "-r", store + "/lock.txt"]
    if uv:
        return [uv, "pip", "install", "-q", "--offline", "--link-mode", "copy", "--compile-bytecode", "--python", python] + rest
    script = "import ensurepip,glob,os;print(os.path.dirname(ensurepip.__file__));print(getattr(ensurepip,'_WHEEL_PKG_DIR',None) or '')"
    said = subprocess.run([sys.executable, "-I", "-c", script], stdout=subprocess.PIPE, text=True, check=False).stdout.splitlines()
    for folder in [said[0] + "/_bundled"] + said[1:] + ["/usr/share/python-wheels"] if said else []:
        found = folder and sorted(glob.glob(folder + "/pip-*.whl"))
        if found:
            return [python, "-I", found[-1] + "/pip", "install", "-q", "--disable-pip-version-check", "--no-cache-dir"] + rest
    raise Failed("setup", "the server's Python cannot make virtual environments (python3-venv is missing)", host.setup_hint())
def make(host: Host, argv: Sequence[str], what: str) -> None:
    env = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": host.venvs, "LC_ALL": "C.UTF-8", "PIP_CONFIG_FILE": "/dev/null", "UV_NO_CACHE": "1"}
    code, out, err = host.channel.run(argv, timeout=SECONDS, env=env, cwd=host.venvs)
    said = out + err
    if code is None:
        raise Failed("infrastructure", "making the virtual environment took over %d s" % SECONDS)
    if code and "ensurepip is not" in said:
        raise Failed("setup", "the server's Python cannot make virtual environments (python3-venv is missing)", host.setup_hint())
    if code and "No space left" in said:
        raise OSError(28, "No space left on device")
    if code:
        raise Failed("app", "the virtual environment could not be made (%s):\\n%s" % (what, last_lines(said, 12)))
`,assets:`from __future__ import annotations
import os
from host import Host, remove
from stage import is_public, on_disk
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterable
    from messages import File
def keep(host: Host, before: str, files: Iterable[File], public: Iterable[str]) -> None:
    stay = {path for path, _, _, _ in files}
    for path, mode, _, _ in host.files(before) if before else ():
        if path in stay or mode == "120000" or not is_public(path, public):
            continue
        raw = on_disk(path)
        source, link = os.fsencode(host.release(before)) + b"/" + raw, os.fsencode(host.assets) + b"/" + raw
        os.makedirs(os.path.dirname(link), 0o751, exist_ok=True)
        fresh = link + b".new"
        try:
            remove(fresh)
            os.link(source, fresh, follow_symlinks=False)
            os.rename(fresh, link)
        except FileNotFoundError:  # an old release that lost a file loses nothing more
            continue
def prune(host: Host, kept: Iterable[str]) -> None:
    known = {on_disk(path) for id in kept for path, _, _, _ in host.files(id)}
    top = os.fsencode(host.assets)
    for folder, _, names in os.walk(top, topdown=False):
        for name in names:
            path = os.path.join(folder, name)
            if path[len(top) + 1:] not in known:
                remove(path)
        if folder != top and not os.listdir(folder):
            os.rmdir(folder)
`,undo:`from __future__ import annotations
from host import Host, remove
from channel import Failed
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Sequence
    from journal import Journal
    from messages import Entry, State, Unfinished
PATIENCE = 5  # seconds; what hangs is ended by its process manager without us
def take_back(host: Host, state: State) -> None:
    new, old = state["release"], state["previous"]
    if old and (state["switched"] or state["stopped_old"]):
        if not state["stopped_old"]:
            host.helper("switch", old)  # at once: it still runs, whatever the rest takes
        if state["installed"]:
            host.helper("restore", must=True)
        host.helper("start", old, must=True)
        host.helper("switch", old, must=True)
    elif state["switched"]:
        host.helper("switch", "none", must=True)
    if state["started"] and new != old:
        host.helper("stop", new, timeout=PATIENCE)
    if state["installed"] and not (old and (state["switched"] or state["stopped_old"])):
        host.helper("restore")
    if state["op"] == "deploy":
        remove(host.release(new))
        if state["venv"] and state["venv"] not in host.venvs_of(host.ids()):
            remove(host.venvs + "/" + state["venv"])
def state_of(run: Sequence[Entry]) -> Unfinished:
    begin = run[0]
    seen = {entry["event"] for entry in run}
    return {"release": begin["release"], "previous": begin["previous"], "op": begin["op"], "venv": begin.get("venv") or "",
            "installed": bool(seen & {"config", "env"}), "started": "start" in seen,
            "stopped_old": "stop_old" in seen, "switched": "switch" in seen, "good": "good" in seen}
def repair(host: Host, journal: Journal) -> str:
    run = journal.unfinished()
    if not run:
        return ""
    state, ended = state_of(run), "taken back"
    try:
        if state["good"]:
            ended = "it serves"
            host.helper("settle")
        else:
            take_back(host, state)
    except Failed as error:  # what comes now may be the only way out, so it is not held up
        ended = "taking it back failed: %s" % error
        host.channel.say("warning", text="%s was left half done; %s" % (state["release"], ended))
    journal.write(state["release"], "repaired", durable=True, how=ended)
    return "%s was left half done; %s" % (state["release"], ended)
`,watch:`from __future__ import annotations
import os
import signal
import threading
import time
import assets
from http_probe import ask
from host import Host, Lock, remove
from undo import PATIENCE
from channel import Failed
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Sequence
    from journal import Journal
    from messages import Pulse, Settings
GAP = 0.02
SLOW_GAP = 0.25
def leave_behind(host: Host, journal: Journal, id: str, previous: str, seconds: float, trash: Sequence[str], alive: Pulse) -> None:
    if os.fork():
        return
    try:
        os.setsid()
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):  # a server that shuts down must not wait for this
            signal.signal(number, signal.SIG_DFL)
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        os.closerange(3, 256)  # the lock among them
        host.channel.shielded, host.channel.gone = True, ""
        tidying = threading.Thread(target=tidy, args=(host, trash))
        tidying.start()
        if previous and previous != id:
            watch(host, journal, id, previous, time.monotonic() + seconds, alive)
        tidying.join()
    finally:
        os._exit(0)
def tidy(host: Host, trash: Sequence[str]) -> None:
    os.sync()  # a power cut within the next half minute would leave empty files otherwise
    for path in trash:
        remove(path)
    assets.prune(host, host.ids())
    host.helper("tidy")
def pulse(host: Host, id: str, settings: Settings) -> Pulse:
    if host.told().get("MANAGER") == "systemd":
        main = host.channel.run(["systemctl", "show", "-p", "MainPID", "--value", "%s@%s.service" % (host.app, id)])[1].strip()
        return GAP, lambda: main != "0" and os.path.exists("/proc/" + main)
    path = settings.get("health") or settings["smoke"]["path"]
    def answers() -> bool:
        error = ask(host.socket(id), settings["protocol"], path, settings["site"]["host"], 5).error
        return not error or error.startswith("no answer")
    return SLOW_GAP, answers
def watch(host: Host, journal: Journal, id: str, previous: str, until: float, alive: Pulse) -> None:
    gap, lives = alive
    while time.monotonic() < until:
        time.sleep(gap)
        if host.current() != id or not os.path.exists(host.socket(previous)):
            return
        if not lives():
            time.sleep(GAP)
            if not lives():
                take_back(host, journal, id, previous)
                return
def take_back(host: Host, journal: Journal, id: str, previous: str) -> None:
    try:
        Lock(host).take(1, "the watch over %s" % id)
    except Failed:
        return  # whoever deploys now puts a gated release in its place
    state = host.channel.run(["systemctl", "is-system-running"])[1].strip()
    if host.current() != id or not os.path.exists(host.socket(previous)) or state not in ("running", "degraded", "starting"):
        return
    if host.helper("switch", previous)[0]:
        return
    host.helper("start", previous)  # so that it does not stop when the drain is over
    journal.write(id, "died", durable=True)
    remove(host.release(id) + "/.good")
    host.helper("stop", id, timeout=PATIENCE)
    journal.write(id, "reverted", durable=True, previous=previous)
`,transaction:`from __future__ import annotations
import contextlib
import math
import os
import re
import time
import assets
import stage
import undo
import watch
from gate import Gate
from host import Host, Lock, addresses, last_lines, memory_free
from journal import Journal, stamp
from prober import Prober
from channel import Cancelled, Channel, Failed
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterator, Sequence
    from messages import Cause, Point, Pulse, ReleaseAsk, State
WATCH = 15  # seconds that a new release is watched after the result, within the drain
TOLD = 1000  # lines of a hook that are shown
ANSWER = 120  # seconds in which the deployer decides
DEV_SERVER = re.compile(r"\\* Serving Flask app|WARNING: This is a development server")  # what app.run() says first
class Transaction:
    def __init__(self, channel: Channel, host: Host, ask: ReleaseAsk) -> None:
        self.channel, self.host, self.ask = channel, host, ask
        self.settings = ask["settings"]
        self.journal, self.lock, self.gate = Journal(host.journal), Lock(host), Gate(channel, self.settings)
        self.step_name, self.began, self.started_at = "lock", time.monotonic(), 0
        site = self.settings["site"]
        self.prober = Prober(("127.0.0.1", site["port"]), self.settings["smoke"]["path"], site["host"], self.settings["prober"]["rate"])
        self.pulse: Pulse
        self.waits: Sequence[Point] = ()
        self.hold = ask.get("hold", {})
        channel.silence = self.hold.get("silenceMs", 1000 * channel.silence) / 1000
        self.state: State = {"release": "", "previous": "", "op": ask["op"], "venv": "", "installed": False, "started": False,
                             "stopped_old": False, "switched": False}
    @contextlib.contextmanager
    def step(self, name: str) -> Iterator[dict[str, str]]:
        self.step_name, began, note = name, time.monotonic(), {"detail": ""}
        self.channel.say("step", name=name)
        if self.hold.get("step") == name:
            self.channel.sleep(self.hold["ms"] / 1000)
        self.channel.check()
        try:
            yield note
        except OSError as error:
            raise stage.full(error) from error
        finally:
            self.channel.say("done", name=name, ms=round((time.monotonic() - began) * 1000), detail=note["detail"])
    def note(self, event: str, durable: bool = False, **data: object) -> None:
        self.journal.write(self.state["release"], event, durable, **data)
    def enter(self) -> None:
        self.host.check()
        with self.step("lock") as note:
            self.lock.take(self.ask["lockSeconds"], self.ask.get("run"))
            note["detail"] = "free"
        try:
            self.journal.mend()
            if self.journal.unfinished():
                with self.step("repair") as note:
                    note["detail"] = undo.repair(self.host, self.journal)
                    stage.sweep(self.host, {self.host.current()})
        except OSError as error:
            raise stage.full(error) from error
        self.state["previous"] = self.host.current()
    def taken(self) -> int:
        return round((time.monotonic() - self.began) * 1000)
    def begin(self, release: str, **data: object) -> None:
        self.state["release"] = release
        try:
            self.note("begin", durable=True, op=self.ask["op"], previous=self.state["previous"], run=self.ask.get("run"),
                      by=self.ask.get("by"), **data)
        except OSError as error:
            raise stage.full(error) from error
    def bring_up(self, warm: bool = False) -> None:
        host, id, settings = self.host, self.state["release"], self.settings
        drift = host.drift(id, settings["files"])
        if drift:
            with self.step("config") as note:
                note["detail"] = self.install(id, drift)
        if self.ask["op"] == "deploy" or self.ask.get("hooks"):
            self.hook("release")
        with self.step("start") as note:
            in_place = not warm and self.fits_not()
            self.note("start")
            self.state["started"], self.started_at = True, int(time.time())
            if in_place and self.state["previous"]:
                self.note("stop_old")
                self.state["stopped_old"] = True
                host.helper("stop", self.state["previous"], timeout=120, must=True)
            code = host.helper("start", id, timeout=settings["gate"]["timeout"] + 30, waiting=self.still_starting)[0]
            if code != 0:
                raise Failed("app", "the new release does not start" + (" in time" if code is None else ""),
                             "Its journal says why; \`npx create-flask-deploy preview --check\` runs the same release on this machine.")
            note["detail"] = "in place of the old one" if in_place else "beside the old one" if self.state["previous"] else "first"
        with self.step("gate") as note:
            note["detail"] = self.gate.pass_all(host.socket(id))
        self.hook("before_switch")
        self.decide("gated")
    def still_starting(self, seconds: int) -> None:
        self.channel.say("log", text="still starting after %d s" % seconds)
        if DEV_SERVER.search(self.host.helper("tail", self.state["release"], str(self.started_at))[1]):
            raise Failed("app", "the new release does not start: it runs Flask's development server while it is imported")
    def install(self, id: str, drift: Sequence[str]) -> str:
        named = ", ".join(drift)
        self.note("config")
        self.state["installed"] = True
        code, _, said = self.host.helper("install", id)
        if code in (3, 5) and self.ask["op"] == "rollback":
            self.state["installed"] = False
            self.channel.say("warning", text="%s of this release stays as it is installed now, since only setup may put it back:\\n%s" % (named, last_lines(said)))
            return "left as it is"
        if code == 3:
            raise Failed("setup", "%s changed in a way that only root may install:\\n%s" % (named, last_lines(said, 20)),
                         "If that is meant, install it once as root, from this repository: %s" % self.host.setup_hint().partition(": ")[2])
        if code == 4:
            raise Failed("infrastructure", "nginx -t already fails on the server, before any change from this release:\\n%s" % last_lines(said),
                         "Fix it on the server (\`sudo nginx -t\` shows it); %s changed, so nginx must read it." % named)
        if code == 5:
            raise Failed("app", last_lines(said).replace("flask-deploy: ", ""),
                         "Commit the file. Where an older version made this repository, \`npx create-flask-deploy update\` merges what is new.")
        if code:
            raise Failed("app", "%s could not be installed:\\n%s" % (named, last_lines(said)),
                         "\`npx create-flask-deploy lint\` shows what is wrong with a file of this repository.")
        return named
    def fits_not(self) -> bool:
        if self.settings["strategy"] == "in-place":
            return True
        old = self.state["previous"]
        need, free = self.host.memory_of(old) if old else 0, memory_free()
        if need <= free:
            return False
        self.channel.say("warning", text="a second instance needs about %d MB, but only %d MB are free: stopping the old release first "
                      "(strategy in-place), so requests fail until the new one is up" % (need >> 20, free >> 20))
        return True
    def hook(self, name: str) -> None:
        hook = self.settings["hooks"].get(name)
        if not hook:
            return
        told = []
        def tell(line: str) -> None:
            told.append(1)
            if len(told) <= TOLD:
                self.channel.say("log", text=line[:2000])
            elif len(told) == TOLD + 1:
                self.channel.say("log", text="... and more, which is not shown")
        with self.step(name) as note:
            self.note(name)
            self.state["started"] = True  # its processes end with the instance's
            code, out, err = self.host.helper("run", self.state["release"], str(hook["timeout"]), stdin=hook["run"].encode(),
                                              timeout=hook["timeout"] + 5, each=tell)
            if code is None or code == 124:
                raise Failed("app", "the %s hook took over %d s and was stopped" % (name, hook["timeout"]),
                             "Raise its timeout in flask-deploy.yml, or do less in it.")
            if code:
                raise Failed("app", "the %s hook \`%s\` ended with %d" % (name, hook["run"], code), last_lines(err.strip() or out, 12))
            note["detail"] = hook["run"]
    def switch(self) -> None:
        host, id, old, settings = self.host, self.state["release"], self.state["previous"], self.settings
        if old and not self.state["stopped_old"]:
            self.prober.start()
        with self.step("switch") as note:
            self.channel.shielded = True
            self.note("switch", durable=True)
            self.state["switched"] = True
            if old and old != id:
                assets.keep(host, old, host.files(id), settings["public"])
            host.helper("switch", id, must=True)
            self.prober.switched = time.monotonic()
            note["detail"] = "%s -> %s" % (old or "nothing", id)
        if not self.prober.is_alive():
            self.prober.start()
        self.pulse = watch.pulse(host, id, settings)
        with self.step("smoke") as note:
            note["detail"] = self.gate.through_nginx()
        self.hook("after_switch")
        if old and old != id and not self.state["stopped_old"]:
            with self.step("drain") as note:
                seconds = settings["drain"] + math.ceil(settings["prober"]["seconds"])  # until the prober ends, it may be needed
                host.helper("stop", old, str(seconds))
                note["detail"] = "%s stops in %d s" % (old, seconds)
        self.prober.watch(settings["prober"]["seconds"])
        self.prober.stop()
        if self.prober.blamed:
            text = "%d of %d requests failed while it switched: %s" % (self.prober.blamed, self.prober.sent, self.prober.first_failure)
            if settings["prober"]["onFailure"] == "rollback":
                raise Failed("app", text)
            self.channel.say("warning", text=text)
        if not self.pulse[1]():
            raise Failed("app", "the app server ended %.1f s after the switch" % (time.monotonic() - self.prober.switched))
        self.decide("smoked")
    def decide(self, point: Point) -> None:
        if point not in self.waits:
            return
        self.channel.say(point, addresses=addresses())
        try:
            word = self.channel.message(ANSWER)
        except Cancelled:
            if not self.channel.shielded:
                raise
            return
        if word["t"] == "undo":
            self.step_name = word.get("step") or self.step_name
            raise Failed(word.get("kind", "infrastructure"), word.get("message", "the deployer took it back"), word.get("next", ""))
    def settle(self) -> None:
        host, id, old = self.host, self.state["release"], self.state["previous"]
        with open(host.release(id) + "/.good", "w") as file:
            file.write(stamp())
        host.mark(id, "left", False)
        if self.ask["op"] == "rollback" and old and old != id:
            host.mark(old, "left", True)
        self.note("good", durable=True)
        if self.state["installed"]:
            host.helper("settle")
        trash = self.prune(id, old)
        self.note("end", status="deployed" if self.ask["op"] == "deploy" else "rolled-back", ms=self.taken(), **self.prober.seen())
        self.outcome("deployed" if self.ask["op"] == "deploy" else "rolled-back")
        watch.leave_behind(host, self.journal, id, old, min(WATCH, self.settings["drain"]), trash, self.pulse)
    def prune(self, id: str, old: str) -> list[str]:
        host, keep = self.host, {id, old}
        keep.update([name for name in host.ids() if host.is_good(name)][-self.settings["keepReleases"]:])
        keep.update(name for name in host.ids() if os.path.exists(host.socket(name)))  # still answering its last requests
        trash = [host.release(name) for name in host.ids() if name not in keep]
        used = host.venvs_of(name for name in host.ids() if name in keep)
        trash += [host.venvs + "/" + name for name in os.listdir(host.venvs) if name not in used]
        moved = [folder + "/" + name for folder in (host.releases, host.venvs) for name in os.listdir(folder) if name.startswith(".trash-")]
        for path in trash:  # a rename is quick; removing 10,000 files can wait until the result is out
            bin = os.path.join(os.path.dirname(path), ".trash-" + os.path.basename(path))
            if path in moved:
                continue
            with contextlib.suppress(OSError):
                os.rename(path, bin)
                moved.append(bin)
        return moved
    def outcome(self, status: str, cause: Cause | None = None) -> None:
        self.channel.say("outcome", status=status, release=self.state["release"], previous=self.state["previous"],
                      prober=self.prober.seen(), cause=cause)
    def fail(self, error: Failed | Cancelled) -> None:
        at, state = self.step_name, self.state
        kind, hint = ("cancelled", "") if isinstance(error, Cancelled) else (error.kind, error.next)
        cause: Cause = {"kind": kind, "step": at, "journal": [], "unit": "", "message": str(error), "next": hint}
        self.channel.shielded = True
        self.prober.stop()
        if not state["release"]:
            self.outcome("failed", cause)
            return
        if self.started_at and os.path.isdir(self.host.release(state["release"])):
            with contextlib.suppress(Failed):
                unit, *lines = self.host.helper("tail", state["release"], str(self.started_at))[1].splitlines() or [""]
                cause["unit"], cause["journal"] = unit, lines
        status = "rolled-back" if state["switched"] and state["previous"] else "failed"
        try:
            with self.step("undo") as note:
                undo.take_back(self.host, state)
                stage.sweep(self.host, {state["previous"]})
                note["detail"] = "%s serves" % state["previous"] if state["previous"] else "nothing is left behind"
        except Failed as more:  # the journal has no end of this run, so the next one takes up from here
            cause["next"] += "\\nUndoing it failed too: %s. Deploy again, or look at the server." % more
            self.outcome(status, cause)
            return
        with contextlib.suppress(OSError):  # a full disk: the next run repairs once more, which does no harm
            self.note("end", status=status, step=at, cause=str(error), ms=self.taken())
        self.outcome(status, cause)
`,release:`from __future__ import annotations
import hashlib
import os
import stage
import venvs
from interpreter import python_here
from journal import stamp
from transaction import Transaction
from channel import Cancelled, Channel, Failed
TYPE_CHECKING = False
if TYPE_CHECKING:
    from host import Host
    from messages import DeployAsk, ReleaseAsk, RollbackAsk
def carry_out(channel: Channel, host: Host, ask: ReleaseAsk) -> None:
    order = Transaction(channel, host, ask)
    try:
        if ask["op"] == "deploy":
            deploy(order, ask)
        else:
            rollback(order, ask)
    except (Failed, Cancelled) as error:
        order.fail(error)
    except OSError as error:
        order.fail(Failed("infrastructure", str(error)))
def env_path(host: Host, id: str) -> str:
    return host.release(id) + "/.env-digest"
def same_env(host: Host, id: str, digest: str | None) -> bool:
    try:
        with open(env_path(host, id)) as file:
            return not digest or file.read() == salted(id, digest)
    except OSError:
        return not digest
def salted(id: str, digest: str) -> str:
    return hashlib.sha256((id + digest).encode()).hexdigest()
def deploy(order: Transaction, ask: DeployAsk) -> None:
    host = order.host
    order.enter()
    previous, files = order.state["previous"], ask["files"]
    record = host.record(previous) if previous else None
    venv = venvs.name_of(ask["lock"])
    if record and not ask["force"]:
        same = record["fingerprint"] == ask["fingerprint"] and same_env(host, previous, ask.get("envDigest"))
        if same and not order.gate.once(host.socket(previous))[0]:
            order.state["release"] = previous
            order.outcome("unchanged")
            return
        if record["commit"] != ask["commit"] and record["commitAt"] > ask["commitAt"]:
            raise Failed("usage", "the server runs %s, which is newer than %s" % (record["commit"][:10], ask["commit"][:10]),
                         "To go back on purpose use \`rollback\`; to deploy the older commit all the same use --force.")
    missing, changed = stage.needed(host, files, previous)
    stage.check_room(host, len(files), sum(files[index][3] for index in missing))
    order.channel.say("inventory", previous=previous, previousCommit=record["commit"] if record else "", missing=missing,
                   changed=changed, venv=venvs.is_there(host, venv), python=python_here(), releases=os.listdir(host.releases))
    go = order.channel.message(3600)
    if go["t"] != "go":
        return
    id, order.waits = go["release"], go["waits"]
    if os.path.lexists(host.release(id)):
        raise Failed("usage", "there is a release %s on the server already" % id, "Deploy again.")
    size = sum(files[index][3] for index in missing) + sum(wheel["size"] for wheel in go["wheels"])
    order.begin(id, commit=ask["commit"], venv=venv, bytes=size)
    order.state["venv"] = venv
    with order.step("stage") as note:
        order.note("stage")
        env = go.get("env")
        if env is not None:
            order.note("env")
            order.state["installed"] = True
            order.host.helper("env", id, stdin=b"".join(order.channel.exact(env)) or b"\\n", must=True)
        stage.make_shared(host, order.settings["shared"], order.settings["web"])
        stage.stage(host, id, files, missing, previous, order.settings["shared"], order.settings["public"])
        if ask.get("envDigest"):
            with open(os.open(env_path(host, id), os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
                file.write(salted(id, ask["envDigest"]))
        note["detail"] = "%d files, %d sent" % (len(files), len(missing))
    with order.step("venv") as note:
        if not venvs.is_there(host, venv):
            stage.check_room(host, 2000, 5 * sum(wheel["size"] for wheel in go["wheels"]))
            order.note("venv")
            venvs.build(host, venv, go["wheels"])
        os.symlink("../../venvs/" + venv, host.release(id) + "/.venv")
        stage.seal(host, id, {"commit": ask["commit"], "commitAt": ask["commitAt"], "venv": venv, "at": stamp(), "run": ask.get("run"),
                              "fingerprint": ask["fingerprint"]}, files)
        note["detail"] = venv
    order.bring_up()
    order.switch()
    order.settle()
def rollback(order: Transaction, ask: RollbackAsk) -> None:
    host = order.host
    order.enter()
    previous = order.state["previous"]
    former = host.ids()
    former = former[:former.index(previous)] if previous in former else former
    target = ask.get("release") or next((id for id in reversed(former) if host.is_good(id) and not host.was_left(id)), "")
    if not target:
        raise Failed("usage", "there is no good release before %s to go back to" % (previous or "the first"), "See: npx create-flask-deploy releases")
    if host.record(target) is None:
        raise Failed("usage", "there is no release %s on the server" % target, "See: npx create-flask-deploy releases")
    if target == previous:
        order.state["release"] = previous
        order.outcome("unchanged")
        return
    order.channel.say("inventory", previous=previous, previousCommit="", missing=[], changed={"added": 0, "changed": 0, "removed": 0},
                   venv=True, python=python_here(), releases=[])
    go = order.channel.message(60)
    if go["t"] != "go":
        return
    order.waits = go["waits"]
    order.begin(target)
    order.bring_up(warm=os.path.exists(host.socket(target)))
    order.switch()
    order.settle()
`,main:`from __future__ import annotations
import json
import os
import pwd
import sys
from host import Host
from channel import Cancelled, Failed, Channel
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable
    from messages import Ask
def main() -> None:
    os.umask(0o022)
    channel = Channel()
    ask: Ask = json.loads(channel.line(60))
    host = Host(ask, channel)
    step_down(host.releases)
    if "release" in sys.modules:
        sys.modules["release"].carry_out(channel, host, ask)
    else:
        answer(channel, host, ask)
def answer(channel: Channel, host: Host, ask: Ask) -> None:
    try:
        query: Callable[[Channel, Host, Ask], object] = getattr(sys.modules[ask["op"]], ask["op"])
        channel.say("answer", answer=query(channel, host, ask))
    except (Failed, Cancelled) as error:
        channel.say("outcome", status="failed", cause={"kind": getattr(error, "kind", "cancelled"), "step": "connect",
                                                    "message": str(error), "next": getattr(error, "next", ""),
                                                    "journal": [], "unit": ""})
def step_down(releases: str) -> None:
    if os.geteuid() or not os.path.isdir(releases):
        return
    owner = os.stat(releases).st_uid
    if owner:
        account = pwd.getpwuid(owner)
        os.initgroups(account.pw_name, account.pw_gid)
        os.setgid(account.pw_gid)
        os.setuid(owner)
`};
const U=(e=>Buffer.from(e).toString(`latin1`));
const K=[`check`,`files`,`connect`,`lock`,`repair`,`build`,`send`,`stage`,`venv`,`config`,`release`,`start`,`gate`,`before_switch`,`switch`,`smoke`,`after_switch`,`public_smoke`,`undo`,`drain`,`prune`],q=ee(),J=le(),Oe=h(`t`,[g({t:b(`step`),name:m(K)}),g({t:b(`done`),name:m(K),ms:J,detail:q}),g({t:b(`log`),text:q}),g({t:b(`warning`),text:q}),g({t:b(`waiting`),holder:q,seconds:J})]),ke=g({t:b(`inventory`),previous:q,previousCommit:q,missing:v(J),changed:g({added:J,changed:J,removed:J}),venv:oe(),python:g({version:q,machine:q,libc:q,soabi:q,markers:ce(q,q)}),releases:v(q)}),Y=g({t:b(`outcome`),status:m([`deployed`,`unchanged`,`rolled-back`,`failed`]),release:q,previous:q,prober:g({sent:J,failed:J,stallMs:J}),cause:ne(g({kind:m(de),step:m(K),message:q,next:q,journal:v(q),unit:q}))}),Ae=h(`t`,[ke,Y]),je=h(`t`,[g({t:b(`gated`)}),g({t:b(`smoked`),addresses:v(q)}),Y]);
const Me=(/* @__PURE__ */ process.getBuiltinModule(`node:stream`)).PassThrough;
var Ne=class{roundTrips=0;bytesSent=0;#e=new Me({highWaterMark:1<<20});#t=[];#n;#r;#i;#a;#o=!1;#s;#c=(()=>{});#l=!1;#u=!1;#d=`connect`;constructor(e,t,n,r){this.#n={...e,run:t.run},this.#r=n;let i=[...P(this.#n),`--`,e.host,r.command],a=new AbortController;this.#e.write(r.bytes),e.key?.put(),this.#i=t.run(i,{stdin:this.#e,env:t.env,signal:a.signal,onLine:((e,t)=>t===`stdout`&&this.#f(e))}).catch((e=>{throw this.#s=e,e})).finally((()=>{this.#o=!0,clearInterval(this.#a),this.#c()})),this.#i.catch((()=>{})),this.#a=setInterval((()=>this.#l||this.#e.write(`
`)),1e3),this.#a.unref();let o=(()=>{this.#e.end(),this.#u||a.abort()});t.signal?.addEventListener(`abort`,o,{once:!0}),t.signal?.aborted&&o()}say(e){this.#e.write(`${JSON.stringify(e)}\n`)}async send(e){this.#l=!0;for await(let t of e){if(this.bytesSent+=t.length,this.#o)return;this.#e.write(t)||await Promise.race([new Promise((e=>this.#e.once(`drain`,e))),this.#i])}this.#l=!1}async next(e){for(this.roundTrips++;this.#t.length===0;){if(this.#o)throw await this.#p();await new Promise((e=>{this.#c=e}))}return X(e,this.#t.shift(),this.#d)}async close(){clearInterval(this.#a),this.#e.end(),await this.#i.catch((()=>void 0))}#f(e){this.#u=!0;let t;try{t=he(JSON.parse(e))}catch{this.#r.line(ge(e));return}let n=_(Oe,t);if(!n.success)this.#t.push(t),this.#c();else switch(n.output.t){case`step`:this.#d=n.output.name,this.#r.begin(this.#d);break;case`done`:this.#r.end(n.output.name,n.output.ms,n.output.detail);break;case`log`:this.#r.line(n.output.text);break;case`warning`:this.#r.warning(n.output.text);break;case`waiting`:this.#r.line(`waiting for another deploy: ${n.output.holder} (at most ${n.output.seconds} s)`)}}async#p(){if(this.#s)return new x(`infrastructure`,`connect`,`ssh could not be started: ${this.#s.message}`,`Install the OpenSSH client.`,`no-ssh`);let{code:e,stderr:t}=await this.#i,{host:n}=this.#n,r=e===255||e===null?M(this.#n,t):void 0,i="A deploy that had not switched yet is undone on the server; `npx create-flask-deploy status` shows what is live.";if(r)return new x(`infrastructure`,this.#d,r.message,this.#d===`connect`?``:i,r.kind);if(e===127||/python3?: (command )?not found/.test(t)){let e=`Run: npx create-flask-deploy setup root@${n}`;return new x(`setup`,`connect`,`${n} has no python3`,e)}let a=t.trim().split(`
`).slice(-6).join(`
`);return new x(`infrastructure`,this.#d,`the script on the server exited with ${e} at step ${this.#d}: ${a}`,i)}};
const Z=262144;
const Ie=(e=>new x(`usage`,`send`,`${Buffer.from(e,`latin1`)} changed while it was being sent`,`Deploy again.`)),Le=((e,t,n)=>{let{app:r,root:i,login:a,runUrl:o,by:s,lockSeconds:c=600,probeSeconds:l,hold:u}=e,d=new Ne(a,t,n,V()),f=(async()=>{let e=await d.next(je);return e.t===`smoked`?{...e,addresses:[...e.addresses,...await t.resolve(a.host)]}:e}),p=(async()=>d.next(Y));return{offer:(async function(e){let t=H(r,G(i),l),n={app:r.name,login:`${a.user}@${a.host}`,run:o,by:s,lockSeconds:c,hold:u,settings:t};d.say({...e,...n});let f=await d.next(Ae);return a.key?.remove(),f}),stage:(async function(e,t){let n=e.wheels.map((({name:e,size:t,sha256:n})=>({name:e,size:t,sha256:n}))),r=e.env===void 0?null:Buffer.byteLength(e.env);return d.say({t:`go`,release:e.release,wheels:n,env:r,waits:t}),await d.send(Pe(e)),f()}),resume:(async function(){d.say({t:`resume`});let e=await f();if(e.t===`gated`)throw Error(`the server stopped twice before the switch`);return e}),undo:(async function(e){return d.say({t:`undo`,...e}),p()}),leave:(()=>d.close()),get cost(){return{roundTrips:d.roundTrips,bytesSent:d.bytesSent}}}});
const Q=(e=>{let{kind:t,value:n,help:r}=E[e];return{name:e,kind:t,value:n,help:r,problem:(t=>k(e,t))}}),ze=[Q(`url`),Q(`smoke-path`),Q(`smoke-status`),Q(`smoke-contains`),Q(`keep-releases`)],$=[{...Q(`host`),many:!0,problem:(e=>He(e))},Q(`user`),Q(`port`),{name:`identity`,kind:`text`,short:`i`,value:`FILE`,help:`private key to log in with`},{name:`known-hosts`,kind:`text`,value:`FILE`,help:`file that pins the server's host key`},{name:`config`,kind:`text`,value:`FILE`,help:`where the app's ${ie} is`}],Be=[...$,{name:`json`,kind:`boolean`,help:`the result as JSON on stdout`}],Ve={name:`release`,kind:`text`,value:`ID`,problem:(e=>A(e)?void 0:"is not the id of a release; `releases` lists them")};
const Ue=(e=>O(Object.fromEntries(ze.map((({name:t})=>[t,e[t]===void 0?``:`${e[t]}`])))).given);
const qe=(()=>`${t().username} in a terminal`);
export{j as A,xe as C,P as D,ye as E,M as O,L as S,N as T,B as _,$ as a,I as b,Ue as c,Y as d,X as f,V as g,G as h,Je as i,_e as j,A as k,qe as l,W as m,We as n,Ve as o,H as p,Ke as r,Be as s,ze as t,Ne as u,z as v,R as w,Se as x,be as y};