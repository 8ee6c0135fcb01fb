import{d as e,nt as t}from"./cli-shared.js";import{t as n}from"./cli-_node_crypto.js";import{t as r}from"./cli-root-program.js";import{c as i,d as a,f as o,g as s,h as c,i as l,l as u,m as d,n as f,o as p,p as m,r as h,s as g,t as _,v}from"./cli-wish.js";function y({app:e,login:t,users:n,units:r,paths:i}){return[`sh`,`-c`,`#!/bin/sh
# Looks at a server for \`setup\` and changes nothing. Says one fact a line: a word, then what it is.
# usage: probe.sh APP LOGIN USER... -- UNIT... -- PATH...   (as root; none of the words holds a blank)
set -u
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C
export PATH LC_ALL
app=$1 login=$2
shift 2

say() { printf '%s\\n' "$*"; }
has() { command -v "$1" >/dev/null 2>&1; }

say uid "$(id -u)"
sed -n 's/^PRETTY_NAME="\\{0,1\\}\\([^"]*\\).*/system \\1/p' /etc/os-release 2>/dev/null
[ ! -d /run/systemd/system ] || say systemd yes
for program in apt-get dnf nginx sudo visudo logrotate supervisord; do
  ! has $program || say program $program
done
if has python3; then
  say python "$(python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')"
  ! python3 -c 'import venv, ensurepip' 2>/dev/null || say venv yes
fi

# Whether a file is as its package brought it.
is_stock() {
  if has dpkg-query; then
    sum=$(md5sum "$1" 2>/dev/null | cut -d' ' -f1)
    [ -n "$sum" ] && dpkg-query -W -f '\${Conffiles}\\n' 'nginx*' 2>/dev/null | grep -q "^ $1 $sum"
  elif has rpm; then
    owner=$(rpm -qf "$1" 2>/dev/null) && ! rpm -V "$owner" | grep -q " $1\\$"
  else
    return 1
  fi
}
if has nginx; then
  say nginx-user "$(sed -n 's/^[[:space:]]*user[[:space:]]\\{1,\\}\\([^;[:space:]]*\\).*/\\1/p' /etc/nginx/nginx.conf | head -1)"
  nginx -V 2>&1 | sed -n 's/.*--user=\\([^ ]*\\).*/nginx-built-user \\1/p'
  if grep -q '^[^#]*include.*sites-enabled' /etc/nginx/nginx.conf; then say nginx-sites sites-enabled; else say nginx-sites conf.d; fi
  ! is_stock /etc/nginx/nginx.conf || say stock /etc/nginx/nginx.conf
  ! is_stock /etc/nginx/sites-available/default || say stock /etc/nginx/sites-available/default
  for site in /etc/nginx/sites-enabled/* /etc/nginx/conf.d/*.conf; do [ ! -e "$site" ] || say site "$site"; done
  if told=$(nginx -t 2>&1); then say nginx-test ok; else printf '%s\\n' "$told" | sed 's/^/nginx-said /'; fi
  workers=$(cat "/proc/$(cat /run/nginx.pid 2>/dev/null)/task/"*/children 2>/dev/null)
  for worker in $workers; do
    # One that only ends its last connections is not asked any more.
    grep -aqs 'shutting down' "/proc/$worker/cmdline" ||
      say nginx-worker "$(sed -n 's/^Groups:[[:space:]]*//p' "/proc/$worker/status" 2>/dev/null)"
  done
fi

while [ $# -gt 0 ] && [ "$1" != -- ]; do
  if entry=$(getent passwd "$1"); then
    say user "$entry"
    say groups "$1" "$(id -nG "$1")"
  fi
  shift
done
[ $# -eq 0 ] || shift
if gid=$(getent group "$app"); then say gid "$(printf %s "$gid" | cut -d: -f3)"; fi

home=$(getent passwd "$login" | cut -d: -f6)
[ -z "$home" ] || [ ! -r "$home/.ssh/authorized_keys" ] || sed -n 's/^[^#]/authorized &/p' "$home/.ssh/authorized_keys"

while [ $# -gt 0 ] && [ "$1" != -- ]; do
  say unit "$1" "$(systemctl is-enabled "$1" 2>/dev/null || :)" "$(systemctl is-active "$1" 2>/dev/null || :)" \\
    "$(systemctl show -p NeedDaemonReload --value "$1" 2>/dev/null)"
  shift
done
[ $# -eq 0 ] || shift

for path in "$@"; do
  if [ -L "$path" ]; then
    say link "$path" "$(readlink "$path")"
  elif [ -d "$path" ]; then
    say folder "$path" "$(stat -c '%a %U %G' "$path")"
  elif [ -f "$path" ]; then
    say file "$path" "$(stat -c '%a %U %G' "$path")" "$(sha256sum <"$path" | cut -d' ' -f1)"
  fi
done

helper=/usr/local/lib/flask-deploy/$app
if [ -x "$helper" ]; then
  say allow-config "$(sed -n "s/^ALLOW_CONFIG='\\([01]\\)'.*/\\1/p" "$helper")"
  if [ "$login" = root ]; then
    say helper "$("$helper" version 2>&1)"
  elif getent passwd "$login" >/dev/null && has sudo; then
    say helper "$(runuser -u "$login" -- sudo -n "$helper" version 2>&1 | tail -1)"
  fi
fi
for key in /etc/ssh/ssh_host_ed25519_key.pub /etc/ssh/ssh_host_ecdsa_key.pub /etc/ssh/ssh_host_rsa_key.pub; do
  [ ! -r "$key" ] || say hostkey "$(cut -d' ' -f1,2 "$key")"
done
say end
`,`sh`,e,t,...n,`--`,...r,`--`,...i]}function b(e){let t=e.split(`
`).map(e=>/^(\S+) ?(.*)$/.exec(e)?.slice(1)??[``,``]),n=e=>t.filter(([t])=>t===e).map(([,e])=>e),r=e=>n(e)[0];if(r(`end`)===void 0)throw Error(`the look at the server broke off:\n${e.slice(-500)}`);let i=new Set(n(`program`)),a=[`apt-get`,`dnf`].find(e=>i.has(e)),o=e=>n(e).map(e=>e.split(` `));return{system:r(`system`)??`unknown`,isRoot:r(`uid`)===`0`,systemd:r(`systemd`)===`yes`,packageManager:a,programs:i,python:r(`python`)||void 0,venv:r(`venv`)===`yes`,nginx:i.has(`nginx`)?{user:r(`nginx-user`)||r(`nginx-built-user`)||`nobody`,sites:r(`nginx-sites`)===`sites-enabled`?`sites-enabled`:`conf.d`,stock:new Set(n(`stock`)),enabled:n(`site`),broken:r(`nginx-test`)===`ok`?``:n(`nginx-said`).join(`
`)||`nginx -t failed`,workers:n(`nginx-worker`).map(e=>e.split(` `).map(Number))}:void 0,users:new Map(n(`user`).map(e=>{let[t=``,,n=``,,,r=``,i=``]=e.split(`:`);return[t,{uid:Number(n),home:r,shell:i}]})),groups:new Map(o(`groups`).map(([e=``,...t])=>[e,t])),gid:r(`gid`)===void 0?void 0:Number(r(`gid`)),authorized:n(`authorized`),units:new Map(n(`unit`).map(e=>{let[t=``,n=``,r=``,i=``]=e.split(` `);return[t,{enabled:n===`enabled`,active:r===`active`,stale:i===`yes`}]})),paths:new Map([...o(`link`).map(([e=``,t=``])=>[e,{kind:`link`,to:t}]),...o(`folder`).map(([e=``,t=``,n=``,r=``])=>[e,{kind:`folder`,mode:t,owner:n,group:r}]),...o(`file`).map(([e=``,t=``,n=``,r=``,i=``])=>[e,{kind:`file`,mode:t,owner:n,group:r,sha256:i}])]),allowConfig:r(`allow-config`)===void 0?void 0:r(`allow-config`)===`1`,helper:r(`helper`)??``,hostKeys:n(`hostkey`)}}function x(e,t){return[...S(t),...C(e,t),...e.nginx?w(e,e.nginx,t):[]]}function*S({app:e,files:t}){for(let n of f(e))t.has(n)||(yield`${n} is missing: flask-deploy.yml says ${e.processManager} and a ${e.socket} socket, which need it. \`create-flask-deploy\` in an empty folder makes one to copy.`)}function*C(e,{app:t,login:n}){e.isRoot||(yield`setup did not become root on the server.`),e.systemd||(yield`${e.system} does not run systemd, which starts the app and its sockets. Use a server with systemd (Debian, Ubuntu, Fedora, RHEL and their kin).`);let r=[`nginx`,`python3`,`logrotate`].filter(t=>t===`python3`?e.python===void 0:!e.programs.has(t));!e.packageManager&&r.length>0&&(yield`${e.system} has neither apt-get nor dnf, so ${r.join(`, `)} cannot be installed. Install them (with Python's venv), then run setup again.`),t.processManager===`supervisor`&&e.packageManager!==`apt-get`&&(yield`supervisor is set up where it reads /etc/supervisor/conf.d, as in Debian and Ubuntu. Say process_manager: systemd in flask-deploy.yml.`),e.python&&D(e.python,t.python)&&(yield`the server's python3 is ${e.python}, and flask-deploy.yml asks for ${t.python} or newer. Lower python: in flask-deploy.yml if the app allows it, or use a newer release of ${e.system}.`);let i=e.users.get(t.name);i&&(i.uid===0||!/\/(nologin|false)$/.test(i.shell))&&(yield`the server has an account ${t.name} that can log in (${i.shell||`no shell given`}); the app needs one of its own. Rename the app, or take the login away: usermod -s /usr/sbin/nologin ${t.name}`);let a=e.users.get(n);a&&n!==`root`&&/\/(nologin|false)$/.test(a.shell)&&(yield`the account ${n} has no shell, so nobody can deploy with it. Name another one under deploy: user: in flask-deploy.yml.`)}function*w(e,t,n){let{app:r}=n,i=p(r.name),a=u(e,n);t.broken&&!t.broken.includes(a.path)&&!(a.link&&t.broken.includes(a.link.path))&&(yield`nginx on the server refuses its configuration already, before anything was changed. Repair it there, then run setup again. nginx said:\n${t.broken}`);let o=h(e,n);e.users.has(o)||(yield`deploy/nginx.conf says \`user ${o};\`, and this server has no such account; nginx runs as ${t.user} here. Write \`user ${t.user};\`.`);let s=t.enabled.filter(e=>![i.enabled,i.confd,i.debianDefault].includes(e)),c=e.paths.get(i.fullSite);r.nginx===`full`&&s.length>0&&c&&!T(c,n)&&(yield`deploy/nginx.conf is a whole nginx.conf, and would switch off ${s.join(`, `)}. Say nginx: site in flask-deploy.yml, or remove them.`),a.removes.length>0&&!t.stock.has(`/etc/nginx/sites-available/default`)&&(yield`${i.debianDefault} was changed by somebody and answers to any name, as this app would (domain: "_"). Give the app a domain in flask-deploy.yml, or remove that file.`)}const T=(e,t)=>e.kind===`file`&&e.sha256===E(t.files.get(`deploy/nginx.conf`)??``),E=e=>n(`sha256`).update(e).digest(`hex`);function D(e,t){let[n,r]=[e,t].map(e=>e.split(`.`).map(Number));return n!==void 0&&r!==void 0&&(n[0]<r[0]||n[0]===r[0]&&n[1]<r[1])}function O(e,t){let n=x(e,t);return n.length>0?{problems:n,packages:[],steps:[]}:{problems:n,packages:k(e,t),steps:[...A(e,t),...j(e,t)]}}function k(e,t){let n=e.packageManager===`apt-get`,r=t=>!e.programs.has(t),i=[...r(`nginx`)?[`nginx`]:[],...e.python===void 0?[`python3`]:[],...!e.venv&&n?[`python3-venv`]:[],...r(`logrotate`)?[`logrotate`]:[],...r(`sudo`)&&t.login!==`root`?[`sudo`]:[],...r(`supervisord`)&&t.app.processManager===`supervisor`?[`supervisor`]:[]];if(i.length===0)return[];let a=`install ${i.join(`, `)}`;if(!n)return[m(a,[`dnf`,`install`,`-y`,`-q`,...i])];let o=[`env`,`DEBIAN_FRONTEND=noninteractive`,`apt-get`,`-q`,`-o`,`DPkg::Lock::Timeout=120`];return[m(a,[`env`,`DEBIAN_FRONTEND=noninteractive`,`dpkg`,`--configure`,`-a`],[...o,`update`],[...o,`install`,`-y`,`--no-install-recommends`,...i])]}function A(e,t){let{login:n,keys:r}=t,{name:i}=t.app,a=h(e,t),s=[];if(e.users.has(i))e.gid===void 0&&s.push(m(`create the group ${i}`,[`groupadd`,`--system`,i]));else{let e=[`--system`,`--user-group`,`--no-create-home`,`--home-dir`,p(i).base];s.push(m(`create the account ${i}, which runs the app and cannot log in`,[`useradd`,...e,`--shell`,`/usr/sbin/nologin`,i]))}n!==`root`&&!e.users.has(n)&&s.push(m(`create the account ${n}, which logs in by key`,[`useradd`,`--create-home`,`--user-group`,`--shell`,`/bin/bash`,`--password`,`*`,n]));for(let[t,r]of[[n,`it looks at the app's sockets`],[a,`nginx connects to the app's sockets and reads its static files`]])t!==`root`&&!e.groups.get(t)?.includes(i)&&s.push(m(`put ${t} into the group ${i}: ${r}`,[`usermod`,`-aG`,i,t]));let c=new Set(e.authorized.flatMap(e=>e.split(/\s+/)));for(let e of r)c.has(e.split(/\s+/)[1])||s.push(o(n,e));return s}function j(e,t){let{app:n}=t,r=p(n.name),o=[];for(let[n,...r]of _(t)){let[t,i,a]=r;F(e.paths.get(n),...r)||o.push(c(n,t,i,a))}let s=l(e,t).filter(t=>!I(e.paths.get(t.path),t)),u=a(t).filter(t=>!I(e.paths.get(t.path),t));o.push(...[...s,...u].map(d)),F(e.paths.get(r.run),`750`,n.name,n.name)||o.push(m(`create ${r.run}`,[`systemd-tmpfiles`,`--create`,r.tmpfiles]));let f=[...s,...u].map(({path:e})=>e);(f.some(e=>e.startsWith(`/etc/systemd/`))||[...e.units.values()].some(({stale:e})=>e))&&o.push(m(`let systemd read its units`,[`systemctl`,`daemon-reload`]));for(let t of i(n))o.push(...M(e,n.name,t,f));return o.push(...N(e,t)),o}function M(e,t,n,r){let{enabled:i=!1,active:a=!1}=e.units.get(n)??{},o=[];if(i||o.push(m(`enable ${n}`,[`systemctl`,`enable`,`-q`,n])),n===`${t}-current.service`)return o;let s=r.some(e=>e.endsWith(`/${n}`));return n===`${t}.socket`&&a&&(s||r.some(e=>e.endsWith(`/${t}-proxy.service`)))?o.push(m(`restart ${n}`,[`systemctl`,`stop`,`${t}-proxy.service`],[`systemctl`,`restart`,n])):n===`${t}-emperor.service`?a&&s&&o.push(m(`restart ${n}`,[`systemctl`,`restart`,n])):a||o.push(m(`start ${n}`,[`systemctl`,`start`,n])),o}function N(e,t){let n=u(e,t),{name:r}=t.app,i=n.link===void 0||P(e.paths.get(n.link.path),n.link.to),a=I(e.paths.get(n.path),{...n,mode:`0644`}),o=!e.paths.has(s(r)),c=e.gid!==void 0&&e.nginx?.workers.every(t=>t.includes(e.gid));return a&&i&&o&&c&&n.removes.length===0?[]:[v(r,n)]}const P=(e,t)=>e?.kind===`link`&&e.to===t,F=(e,t,n,r)=>e?.kind===`folder`&&e.mode===t&&e.owner===n&&e.group===r;function I(e,{content:t,mode:r}){return e?.kind!==`file`||e.owner!==`root`||e.group!==`root`?!1:e.mode===r.replace(/^0/,``)&&e.sha256===n(`sha256`).update(t).digest(`hex`)}var L=class extends Error{name=`SetupError`;problems;constructor(...e){super(e.join(`
`)),this.problems=e}};const R=6e4;async function z(e,t,n={}){let i=H(t),a=async()=>{let t=await i.look(e);return{facts:t,plan:B(O(t,e))}},o=(e,n,r)=>({status:e,steps:r,authorized:n.authorized,knownHosts:W(t.target.host,t.target.port??22,n.hostKeys)}),s=await a(),c=[...s.plan.packages,...s.plan.steps];if(n.dryRun)return o(`planned`,s.facts,c);let l=[],u=async(e,t)=>{for(let r of e)n.signal?.throwIfAborted(),n.onStep?.(r),await i.perform(r,t),l.push(r)};await u(s.plan.packages,9e5);let{plan:d,facts:f}=s.plan.packages.length>0?await a():s;if(d.packages.length>0)throw new L(`the package manager says it is done, but these are still to do: ${V(d.packages)}.`);await u(d.steps,R);let p=l.length>0?await a():{plan:d,facts:f},m=[...p.plan.packages,...p.plan.steps];if(m.length>0)throw new L(`every step succeeded, and yet the server still lacks: ${V(m)}. Something on it takes them back (a configuration management, perhaps).`);if(p.facts.helper!==r)throw new L(`${e.login} may not run the helper through sudo: ${p.facts.helper||`no answer`}. /etc/sudoers must end with the line: @includedir /etc/sudoers.d`);return o(l.length>0?`changed`:`ready`,{...p.facts,authorized:s.facts.authorized},l)}function B(e){if(e.problems.length>0)throw new L(...e.problems);return e}const V=e=>e.map(({title:e})=>e).join(`; `);function H(e){let{user:t,host:n}=e.target,r=t===`root`?[]:[`sudo`,`-n`,`--`],i=`Give it one (as root on the server: echo '${t} ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/${t}), or run: create-flask-deploy setup root@${n}`,a=async(a,o)=>{let s=await e.exec([...r,...a],o);if(r.length>0&&/^sudo: |sudo: (command )?not found|is not in the sudoers/m.test(s.stderr)&&s.code!==0)throw new L(`${t} cannot become root on ${n} without a password. ${i}\n${s.stderr.trim()}`);return s};return{async look(e){let{code:t,stdout:r,stderr:i}=await a(y(g(e)),{timeoutMs:R});if(t!==0)throw new L(`the look at ${n} failed (exit code ${t}):\n${U(i)}`);return b(r)},async perform(e,t){let{code:n,stdout:r,stderr:i,timedOut:o}=await a([`sh`,`-c`,e.script],{stdin:e.stdin??``,timeoutMs:t});if(n===0)return;let s=o?`took over ${t/1e3} s`:`ended with ${n}`;throw new L(`could not ${e.title} (${s}):\n${U(i)||U(r)}\nWhat was done before it stays; setup goes on from here when it is run again.`)}}}const U=e=>e.trim().split(`
`).slice(-12).join(`
`);function W(e,t,n){return n.map(n=>`${t===22?e:`[${e}]:${t}`} ${n}`)}async function G(n,r,i){let a=new Map((await Promise.all(f(n).map(async n=>{let i=await e(t(r,n),`utf8`).catch(()=>void 0);return i===void 0?[]:[[n,i]]}))).flat());return{app:n,login:n.deploy.user,files:a,...i}}export{L as n,z as r,G as t};