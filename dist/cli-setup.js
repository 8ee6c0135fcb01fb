import{At as e,b as t,dt as n,x as r,y as i}from"./cli-shared.js";import{C as a,S as o,v as s,x as c,y as l}from"./cli-server-flags.js";import{_ as u,a as d,c as f,d as p,f as m,h,i as g,l as _,m as v,n as y,r as b,s as x,t as S,u as C,v as w}from"./cli-desired-state.js";function T(e,t,r){let a=/* @__PURE__ */ new Map;for(let r of c(e))try{a.set(r,i(n(t,r)))}catch(e){if(e.code!==`ENOENT`)throw e}return{app:e,login:e.deploy.user,files:a,...r}}function E({app:e,login:t,users:n,units:r,paths:i}){return[`sh`,`-c`,`#!/bin/sh
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
  for site in /etc/nginx/sites-enabled/* /etc/nginx/conf.d/*.conf; do
    [ -f "$site" ] || continue
    say site "$site"
    ! grep -Eq '^[^#]*listen[^#;]*[[:space:]]default(_server)?[[:space:];]' "$site" || say site-for-any "$site"
  done
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
# What has the app's name already, and was not made by setup.
for unit in "$app" "$app@"; do
  for kind in service socket target timer slice mount; do
    for folder in /usr/lib/systemd/system /lib/systemd/system; do
      if [ -e "$folder/$unit.$kind" ]; then say taken unit "$folder/$unit.$kind"; break; fi
    done
  done
done
if [ ! -e "/etc/tmpfiles.d/flask-deploy-$app.conf" ] && [ ! -e "/etc/flask-deploy/$app" ]; then
  [ ! -e "/run/$app" ] || say taken folder "/run/$app"
  for entry in "/srv/$app"/* "/srv/$app"/.[!.]*; do
    case \${entry##*/} in
    releases | venvs | assets | deploys | maintenance | shared | vassals | '*' | '.[!.]*') ;;
    *) say taken folder "/srv/$app"; break ;;
    esac
  done
fi
sed -n 's/^[[:space:]]*nameserver[[:space:]]\\{1,\\}\\([^[:space:]]*\\).*/nameserver \\1/p' /etc/resolv.conf 2>/dev/null
if gid=$(getent group "$app"); then say gid "$(printf %s "$gid" | cut -d: -f3)"; fi

home=$(getent passwd "$login" | cut -d: -f6)
# As the login, whose folder it is: a link leads to what that may read, and a FIFO says nothing.
[ -z "$home" ] || timeout 5 runuser -u "$login" -- head -c 1048576 "$home/.ssh/authorized_keys" 2>/dev/null </dev/null | sed -n 's/^[^#]/authorized &/p'

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
`,`sh`,e,t,...n,`--`,...r,`--`,...i]}function ee(e){let t=e.split(`
`).map(e=>/^(\S+) ?(.*)$/.exec(e)?.slice(1)??[``,``]),n=e=>t.filter(([t])=>t===e).map(([,e])=>e),r=e=>n(e)[0];if(r(`end`)===void 0)throw Error(`the look at the server broke off:\n${e.slice(-500)}`);let i=new Set(n(`program`)),a=[`apt-get`,`dnf`].find(e=>i.has(e)),o=e=>n(e).map(e=>e.split(` `));return{system:r(`system`)??`unknown`,isRoot:r(`uid`)===`0`,systemd:r(`systemd`)===`yes`,packageManager:a,programs:i,python:r(`python`)||void 0,venv:r(`venv`)===`yes`,nginx:i.has(`nginx`)?{user:r(`nginx-user`)||r(`nginx-built-user`)||`nobody`,sites:r(`nginx-sites`)===`sites-enabled`?`sites-enabled`:`conf.d`,stock:new Set(n(`stock`)),enabled:n(`site`),forAny:n(`site-for-any`),broken:r(`nginx-test`)===`ok`?``:n(`nginx-said`).join(`
`)||`nginx -t failed`,workers:n(`nginx-worker`).map(e=>e.split(` `).map(Number))}:void 0,users:new Map(n(`user`).map(e=>{let[t=``,,n=``,,,r=``,i=``]=e.split(`:`);return[t,{uid:Number(n),home:r,shell:i}]})),groups:new Map(o(`groups`).map(([e=``,...t])=>[e,t])),taken:o(`taken`).map(([,e=``])=>e),nameservers:n(`nameserver`),gid:r(`gid`)===void 0?void 0:Number(r(`gid`)),authorized:n(`authorized`),units:new Map(n(`unit`).map(e=>{let[t=``,n=``,r=``,i=``]=e.split(` `);return[t,{enabled:n===`enabled`,active:r===`active`,stale:i===`yes`}]})),paths:new Map([...o(`link`).map(([e=``,t=``])=>[e,{kind:`link`,to:t}]),...o(`folder`).map(([e=``,t=``,n=``,r=``])=>[e,{kind:`folder`,mode:t,owner:n,group:r}]),...o(`file`).map(([e=``,t=``,n=``,r=``,i=``])=>[e,{kind:`file`,mode:t,owner:n,group:r,sha256:i}])]),allowConfig:r(`allow-config`)===void 0?void 0:r(`allow-config`)===`1`,helper:r(`helper`)??``,hostKeys:n(`hostkey`)}}function te(e,t){return[...D(t),...O(e,t),...A(e,t),...k(e,t),...e.nginx?j(e,e.nginx,t):[]]}function*D({app:e,files:t}){for(let n of c(e))t.has(n)||(yield`${n} is missing: flask-deploy.yml says ${e.processManager} and a ${e.socket} socket, which need it. Where an older version made this repository, \`npx create-flask-deploy update\` merges it in.`)}function*O(e,{app:t,login:n}){let{name:r}=t,i=`Choose another name for the app in flask-deploy.yml.`;for(let t of e.taken)yield t.startsWith(`/srv/`)?`${t} is there already, and setup did not make it. Move it away, or choose another name for the app in flask-deploy.yml.`:`the server has ${t} already, which is not this app's. ${i}`;let a=e.users.get(r);a&&a.home!==o(r).base&&(yield`the server has an account ${r} already, which is not this app's (its home is ${a.home}). ${i}`);let s=e.users.get(n);s&&n!==`root`&&s.home.startsWith(`/srv/`)&&(yield`the account ${n}, which would deploy this app, runs the app in ${s.home}. Name another one under deploy: user: in flask-deploy.yml.`),!a&&e.gid!==void 0&&(yield`the server has a group ${r} already, which is not this app's. ${i}`)}function*k(e,{files:t}){for(let[n,r]of t){let t=[...r.matchAll(/^IPAddressDeny=(.*)$/gm)].flatMap(([,e=``])=>e.split(/\s+/)),i=e.nameservers.find(e=>t.includes(e));i&&(yield`${n} keeps the app from ${i}, which is this server's name server. Take that address out of IPAddressDeny=.`)}}function*A(e,{app:t,login:n}){e.isRoot||(yield`setup did not become root on the server.`),e.systemd||(yield`${e.system} does not run systemd, which starts the app and its sockets. Use a server with systemd (Debian, Ubuntu, Fedora, RHEL and their kin).`);let r=[`nginx`,`python3`,`logrotate`].filter(t=>t===`python3`?e.python===void 0:!e.programs.has(t));!e.packageManager&&r.length>0&&(yield`${e.system} has neither apt-get nor dnf, so ${r.join(`, `)} cannot be installed. Install them (with Python's venv), then run setup again.`),t.processManager===`supervisor`&&e.packageManager!==`apt-get`&&(yield`supervisor is set up where it reads /etc/supervisor/conf.d, as in Debian and Ubuntu. Say process_manager: systemd in flask-deploy.yml.`),e.python&&P(e.python,t.python)&&(yield`the server's python3 is ${e.python}, and flask-deploy.yml asks for ${t.python} or newer. Lower python: in flask-deploy.yml if the app allows it, or use a newer release of ${e.system}.`);let i=e.users.get(t.name);i?.home!==o(t.name).base||i.uid!==0&&/\/(nologin|false)$/.test(i.shell)||(yield`the server has an account ${t.name} that can log in (${i.shell||`no shell given`}); the app needs one of its own. Rename the app, or take the login away: usermod -s /usr/sbin/nologin ${t.name}`);let a=e.users.get(n);a&&n!==`root`&&/\/(nologin|false)$/.test(a.shell)&&(yield`the account ${n} has no shell, so nobody can deploy with it. Name another one under deploy: user: in flask-deploy.yml.`)}function*j(e,t,n){let{app:r}=n,i=o(r.name),a=y(e,n);t.broken&&!t.broken.includes(a.path)&&!(a.link&&t.broken.includes(a.link.path))&&(yield`nginx on the server refuses its configuration already, before anything was changed. Repair it there, then run setup again. nginx said:\n${t.broken}`);let s=b(e,n);e.users.has(s)||(yield`deploy/nginx.conf says \`user ${s};\`, and this server has no such account; nginx runs as ${t.user} here. Write \`user ${t.user};\`.`);let c=t.enabled.filter(e=>![i.enabled,i.confd,i.debianDefault].includes(e)),l=e.paths.get(i.fullSite);r.nginx===`full`&&c.length>0&&l&&!M(l,n)&&(yield`deploy/nginx.conf is a whole nginx.conf, and would switch off ${c.join(`, `)}. Say nginx: site in flask-deploy.yml, or remove them.`);let u=[i.enabled,i.confd,i.debianDefault],d=r.domain===`_`?t.forAny.find(e=>!u.includes(e)):void 0;d&&(yield`${d} answers to any name already, as this app would (domain: "_"), and nginx takes one such site only. Give the app a domain in flask-deploy.yml.`),a.removes.length>0&&!t.stock.has(`/etc/nginx/sites-available/default`)&&(yield`${i.debianDefault} was changed by somebody and answers to any name, as this app would (domain: "_"). Give the app a domain in flask-deploy.yml, or remove that file.`)}const M=(e,t)=>e.kind===`file`&&e.sha256===N(t.files.get(`deploy/nginx.conf`)??``),N=t=>e(`sha256`).update(t).digest(`hex`);function P(e,t){let[n,r]=[e,t].map(e=>e.split(`.`).map(Number));return n!==void 0&&r!==void 0&&(n[0]<r[0]||n[0]===r[0]&&n[1]<r[1])}function F(e,t){let n=te(e,t);return n.length>0?{problems:n,packages:[],steps:[]}:{problems:n,packages:I(e,t),steps:[...L(e,t),...H(e,t)]}}function I(e,t){let n=e.packageManager===`apt-get`,r=t=>!e.programs.has(t),i=[...r(`nginx`)?[`nginx`]:[],...e.python===void 0?[`python3`]:[],...!e.venv&&n?[`python3-venv`]:[],...r(`logrotate`)?[`logrotate`]:[],...r(`sudo`)&&t.login!==`root`?[`sudo`]:[],...r(`supervisord`)&&t.app.processManager===`supervisor`?[`supervisor`]:[]];if(i.length===0)return[];let a=`install ${i.join(`, `)}`;if(!n)return[C(a,[`dnf`,`install`,`-y`,`-q`,...i])];let o=[`env`,`DEBIAN_FRONTEND=noninteractive`,`apt-get`,`-q`,`-o`,`DPkg::Lock::Timeout=120`];return[C(a,[`env`,`DEBIAN_FRONTEND=noninteractive`,`dpkg`,`--configure`,`-a`],[...o,`update`],[...o,`install`,`-y`,`--no-install-recommends`,...i])]}function L(e,t){let{login:n,keys:r}=t,{name:i}=t.app,a=[];if(e.users.has(i))e.gid===void 0&&a.push(C(`create the group ${i}`,[`groupadd`,`--system`,i]));else{let e=[`--system`,`--user-group`,`--no-create-home`,`--home-dir`,o(i).base];a.push(C(`create the account ${i}, which runs the app and cannot log in`,[`useradd`,...e,`--shell`,`/usr/sbin/nologin`,i]))}n!==`root`&&!e.users.has(n)&&a.push(C(`create the account ${n}, which logs in by key`,[`useradd`,`--create-home`,`--user-group`,`--shell`,`/bin/bash`,`--password`,`*`,n]));let s=new Set(e.authorized.flatMap(e=>e.startsWith(`restrict,pty `)?e.split(/\s+/):[]));for(let e of r)s.has(e.split(/\s+/)[1])||a.push(_(n,e));return a}const R=`# Stops a proxy between two requests. Frozen, it takes no connection, and whoever comes waits in its socket; when it then holds
# none either, its end cuts nobody off. After five seconds without such a moment it ends anyway. A command after its unit is
# run between the former proxy and the next one.
stop_proxy() {
  unit=$1
  shift
  pid=$(systemctl show -P MainPID "$unit")
  tries=0
  while [ "$pid" != 0 ] && [ "$tries" -lt 500 ]; do
    kill -STOP "$pid" 2>/dev/null || break
    # It has pipes for as long as it has connections.
    [ -n "$(find "/proc/$pid/fd" -lname 'pipe:*' 2>/dev/null)" ] || break
    kill -CONT "$pid"
    tries=$((tries + 1))
    sleep 0.01
  done
  [ "$pid" = 0 ] || kill -STOP "$pid" 2>/dev/null || :
  "$@"
  # As SIGTERM wakes it first, it could take one more.
  [ "$pid" = 0 ] || kill -KILL "$pid" 2>/dev/null || :
  systemctl stop "$unit" >/dev/null 2>&1 || :
}

# The emperor of APP takes its vassals with it and starts them anew. Whoever comes meanwhile waits in the release's socket.
restart_emperor() {
  for unit in $(systemctl list-units --plain --no-legend --state=active "$1-front@*.service" | awk '{ print $1 }'); do stop_proxy "$unit" :; done
  systemctl stop --no-block "$1-emperor.service"
  tries=0
  while [ "$(systemctl show -P MainPID "$1-emperor.service")" != 0 ] && [ "$tries" -lt 50 ]; do sleep 0.1; tries=$((tries + 1)); done
  # Nobody waits for an answer by now, but an emperor may wait for a vassal for as long as that would have taken.
  systemctl kill --signal=KILL "$1-emperor.service" 2>/dev/null || :
  systemctl stop "$1-emperor.service"
  # The socket file of a vassal that ended is no sign that the next one listens. As the app, whose folder it is: there may be
  # anything by that name.
  runuser -u "$1" -- rm -rf -- "/run/$1/app/"*.sock >/dev/null 2>&1 || :
  systemctl start "$1-emperor.service"
}
`,z=(e,t)=>e.groups.get(b(e,t))?.[0]??b(e,t),B=(e,{name:t})=>{let n=e.paths.get(o(t).base);return n?.kind===`folder`&&n.owner!==`root`};function V(e,t){let{app:n,login:i,files:a}=t,{name:o,processManager:c}=n,l=s(a.get(`deploy/nginx.conf`)??``,`/srv/${o}/current`),u=[o,i,z(e,t),c===`systemd`?`600`:`640`,...l];return{title:`give the folders of ${o} the owners of this version (to undo: sh /var/lib/flask-deploy/${o}.before/back.sh)`,script:h(r([`python3`,`-I`,`-`,...u])),stdin:`"""Brings a server that an older version set up to the folders and owners of this one, while its release goes on serving.

Everything below /srv/APP belonged to the login, and some of it was the app's to write, so nothing there is believed: what is
changed is opened by descriptors that follow no link. What was before is written down as a script that puts it back.

usage: relayout.py APP LOGIN NGINX_GROUP ENV_MODE PUBLIC...   (as root; PUBLIC: paths of a release that nginx serves)
"""
from __future__ import annotations

import fcntl
import grp
import os
import pwd
import re
import shlex
import shutil
import stat
import subprocess
import sys
import time

app, login, web, env_mode, *public = sys.argv[1:]
BASE, RUN, ETC = "/srv/" + app, "/run/" + app, "/etc/flask-deploy"
KEPT = "/var/lib/flask-deploy/%s.before" % app
ID = re.compile(r"^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{7,12}$")
FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
back: list[str] = []  # shell commands that undo, the last one first


def name_of(info: os.stat_result) -> str:
    try:
        user = pwd.getpwuid(info.st_uid).pw_name
    except KeyError:
        user = str(info.st_uid)
    return "%s:%d" % (user, info.st_gid)


def undo(*argv: str) -> None:
    back.insert(0, " ".join(map(shlex.quote, argv)))


def take(fd: int, path: str, owner: tuple[int, int], mode: int, remember: bool = True) -> None:
    """Owner and mode of what a descriptor is open on, whatever has the path by now."""
    info = os.fstat(fd)
    if remember:
        undo("chown", "-h", name_of(info), path)
        undo("chmod", "%05o" % stat.S_IMODE(info.st_mode), path)
    # What it grants comes first: in between, nginx must not lose its way.
    os.chmod("/proc/self/fd/%d" % fd, stat.S_IMODE(info.st_mode) | mode)
    os.chown("/proc/self/fd/%d" % fd, *owner)
    os.chmod("/proc/self/fd/%d" % fd, mode)


def opened(name: str, at: int | None = None, flags: int = FOLDER) -> int | None:
    try:
        return os.open(name, flags, dir_fd=at)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SystemExit("%s is not what setup made: %s. Look at it, and move it away." % (name, error.strerror)) from error


def is_public(path: str) -> bool:
    return any(path == one or path.startswith(one + "/") for one in public)


def is_on_the_way(path: str) -> bool:
    return is_public(path) or any(one.startswith(path + "/") for one in public)


def hand_over(at: int, inside: str, old: int, new: int, group: int) -> None:
    """A release, or a venv: all that was the old login's becomes the new one's; nginx may read what it serves."""
    for name in os.listdir(at):
        path = (inside + "/" + name) if inside else name
        fd = os.open(name, os.O_PATH | os.O_NOFOLLOW, dir_fd=at)
        try:
            info = os.fstat(fd)
            if info.st_uid != old or stat.S_ISREG(info.st_mode) and info.st_mode & 0o6000:
                continue
            os.chown("/proc/self/fd/%d" % fd, new, group)
            if stat.S_ISDIR(info.st_mode):
                deeper = os.open(name, FOLDER, dir_fd=at)
                try:
                    os.chmod("/proc/self/fd/%d" % deeper, stat.S_IMODE(info.st_mode) | (0o2001 if is_on_the_way(path) else 0o2000))
                    hand_over(deeper, path, old, new, group)
                finally:
                    os.close(deeper)
            elif stat.S_ISREG(info.st_mode) and is_public(path):
                os.chmod("/proc/self/fd/%d" % fd, stat.S_IMODE(info.st_mode) | 0o004)
        finally:
            os.close(fd)


def lead_over(release: int, id: str, former: str) -> None:
    """Under supervisor and the emperor it is the release's own files that say where its socket and the environment are."""
    deploy = opened("deploy", release)
    for name in ("start", "uwsgi.ini", "gunicorn.conf.py") if deploy is not None else ():
        fd = opened(name, deploy, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        if fd is None or not stat.S_ISREG(os.fstat(fd).st_mode):
            continue
        info = os.fstat(fd)
        text = os.read(fd, 1 << 20)
        os.close(fd)
        moved = re.sub(rb"(?m)^(socket = |bind = f?\\"unix:)%s/" % RUN.encode(), lambda found: found[0] + b"app/", text)
        moved = moved.replace(("%s/shared/.env" % BASE).encode(), ("%s/%s.env" % (ETC, app)).encode())
        if moved == text:
            continue
        os.makedirs(KEPT + "/releases/" + id, 0o700, exist_ok=True)
        with open("%s/releases/%s/%s" % (KEPT, id, name), "wb") as kept:
            kept.write(text)
        undo("install", "-o", former, "-g", app, "-m", "%o" % stat.S_IMODE(info.st_mode),
             "%s/releases/%s/%s" % (KEPT, id, name), "%s/releases/%s/deploy/%s" % (BASE, id, name))
        # Other releases may share the file.
        fresh = os.open(name + ".new", os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600, dir_fd=deploy)
        os.write(fresh, moved)
        os.fchown(fresh, info.st_uid, info.st_gid)
        os.fchmod(fresh, stat.S_IMODE(info.st_mode))
        # The emperor starts a vassal anew when its file is newer than it was.
        os.utime(fresh, ns=(info.st_atime_ns, info.st_mtime_ns))
        os.close(fresh)
        os.rename(name + ".new", name, src_dir_fd=deploy, dst_dir_fd=deploy)


def copy_file(at: int, name: str, target: str, mode: int, owner: tuple[int, int] = (0, 0)) -> None:
    """A plain file of at most a megabyte, by its content."""
    fd = opened(name, at, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    if fd is None:
        return
    info = os.fstat(fd)
    if not stat.S_ISREG(info.st_mode) or info.st_nlink > 1 or info.st_size > 1 << 22:
        raise SystemExit("%s in %s is not a plain file: look at it, and move it away." % (name, BASE))
    text = os.read(fd, 1 << 22)
    os.close(fd)
    fresh = os.open(target + ".new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
    os.write(fresh, text)
    os.fchown(fresh, *owner)
    os.fchmod(fresh, mode)
    os.close(fresh)
    os.rename(target + ".new", target)


def folder(path: str, owner: tuple[int, int], mode: int) -> None:
    if not os.path.isdir(path):
        os.mkdir(path, 0o700)
        undo("rm", "-rf", path)
    fd = os.open(path, FOLDER)
    take(fd, path, owner, mode, remember=False)
    os.close(fd)


def main() -> None:
    base = os.open(BASE, FOLDER)
    former = os.fstat(base).st_uid
    new_uid, app_gid = pwd.getpwnam(login).pw_uid, grp.getgrnam(app).gr_gid
    app_uid, web_gid = pwd.getpwnam(app).pw_uid, grp.getgrnam(web).gr_gid
    lock = opened("lock", base, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    deadline = time.monotonic() + 40
    while lock is not None:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            break
        except OSError:
            if time.monotonic() > deadline:
                raise SystemExit("a deploy is running; run setup again when it is over") from None
            time.sleep(0.2)

    os.makedirs(KEPT, 0o700, exist_ok=True)
    for path in ("/usr/local/lib/flask-deploy/" + app, "/etc/sudoers.d/flask-deploy-" + app, "/etc/tmpfiles.d/flask-deploy-%s.conf" % app,
                 "/etc/systemd/system/%s@.service" % app, "/etc/systemd/system/%s-emperor.service" % app, "/etc/systemd/system/%s-proxy.service" % app,
                 "/usr/local/lib/flask-deploy/%s.supervisor.conf" % app, "/etc/nginx/sites-available/%s.conf" % app,
                 "/etc/nginx/conf.d/%s.conf" % app, "/etc/nginx/nginx.conf"):
        if os.path.isfile(path) and not os.path.exists(KEPT + "/" + path.replace("/", "+")):
            shutil.copy2(path, KEPT + "/" + path.replace("/", "+"))
        if os.path.isfile(path):
            undo("cp", "-p", KEPT + "/" + path.replace("/", "+"), path)
    for name in ("%s@.socket", "%s-front@.service"):
        undo("rm", "-f", "/etc/systemd/system/" + name % app)

    # Nobody but root can put anything else in the places below from here on.
    take(base, BASE, (0, 0), 0o755)
    for name, mode in (("releases", 0o2751), ("venvs", 0o2750)):
        fd = opened(name, base)
        if fd is None:
            continue
        take(fd, "%s/%s" % (BASE, name), (0, 0), 0o711)
        for each in os.listdir(fd):
            inner = opened(each, fd, FOLDER)
            if inner is None or os.fstat(inner).st_uid != former:
                continue
            hand_over(inner, "", former, new_uid, app_gid)
            if name == "releases" and env_mode != "600":
                lead_over(inner, each, pwd.getpwuid(former).pw_name)
            take(inner, "", (new_uid, app_gid), 0o2751 if name == "releases" else 0o2750, remember=False)
            os.close(inner)
        take(fd, "", (new_uid, app_gid), mode, remember=False)
        undo("chown", "-R", "-h", pwd.getpwuid(former).pw_name, "%s/%s" % (BASE, name))
    undo("chown", "-h", "%s:%s" % (pwd.getpwuid(former).pw_name, app), BASE + "/current")
    vassals = opened("vassals", base)
    if vassals is not None:
        take(vassals, BASE + "/vassals", (0, 0), 0o755)

    # nginx follows it only while it is of the owner of what it leads to.
    if os.path.islink(BASE + "/current"):
        os.chown("current", new_uid, app_gid, dir_fd=base, follow_symlinks=False)

    folder(BASE + "/assets", (new_uid, app_gid), 0o2751)
    folder(BASE + "/deploys", (new_uid, app_gid), 0o2700)
    folder(BASE + "/maintenance", (new_uid, app_gid), 0o2755)
    folder(ETC, (0, 0), 0o755)
    journal = BASE + "/deploys/journal.jsonl"
    if os.path.lexists(BASE + "/journal.jsonl"):
        copy_file(base, "journal.jsonl", journal, 0o600, (new_uid, app_gid))
        os.unlink("journal.jsonl", dir_fd=base)
        undo("install", "-o", pwd.getpwuid(former).pw_name, "-g", app, "-m", "640", journal, BASE + "/journal.jsonl")

    shared = opened("shared", base)
    if shared is not None:
        take(shared, BASE + "/shared", (0, 0), 0o755)
        if os.path.lexists("%s/shared/.env" % BASE):
            env = "%s/%s.env" % (ETC, app)
            copy_file(shared, ".env", env, int(env_mode, 8), (0, app_gid if env_mode != "600" else 0))
            os.unlink(".env", dir_fd=shared)
            undo("rm", "-f", env)
            undo("install", "-o", app, "-g", app, "-m", "600", env, BASE + "/shared/.env")
        kept = opened("maintenance", shared)
        if kept is not None:
            copy_file(kept, "on", BASE + "/maintenance/on", 0o644, (new_uid, app_gid))
            allow = opened("allow", kept)
            for name in os.listdir(allow) if allow is not None else []:
                if re.match(r"^[0-9a-f.:]+$", name):
                    folder(BASE + "/maintenance/allow", (new_uid, app_gid), 0o755)
                    os.close(os.open("%s/maintenance/allow/%s" % (BASE, name), os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW, 0o644))
        for name in os.listdir(shared):
            fd = opened(name, shared, os.O_PATH | os.O_NOFOLLOW)
            if fd is None:
                continue
            info = os.fstat(fd)
            # What the login made for the app to write; whatever else is there is the app's own already.
            if stat.S_ISDIR(info.st_mode) and info.st_uid == former and name != "maintenance":
                deeper = os.open(name, FOLDER, dir_fd=shared)
                take(deeper, "%s/shared/%s" % (BASE, name), (app_uid, app_gid), 0o2750)
                os.close(deeper)
            os.close(fd)

    run = opened(RUN)
    if run is not None:
        take(run, RUN, (0, 0), 0o755)
        # The former proxy of a TCP address is in the app's group alone: its sockets are handed over when it has ended.
        has_proxy = os.path.exists("/etc/systemd/system/%s-proxy.service" % app)
        for name in [] if has_proxy else os.listdir(run):
            fd = opened(name, run, os.O_PATH | os.O_NOFOLLOW)
            if fd is not None and ID.match(name[:-5]) and stat.S_ISSOCK(os.fstat(fd).st_mode):
                take(fd, "%s/%s" % (RUN, name), (new_uid, web_gid), 0o660)

    with open(KEPT + "/back.sh", "w") as file:
        file.write("#!/bin/sh\\n# Puts %s back to what it was before setup changed its folders and owners: sh %s/back.sh\\nset -u\\n" % (app, KEPT))
        file.write("\\n".join(back) + "\\n")
        for user in (pwd.getpwuid(former).pw_name, web):
            file.write("usermod -aG %s %s\\n" % (shlex.quote(app), shlex.quote(user)))
        file.write("systemctl daemon-reload\\nsystemctl restart nginx\\n")
    old = pwd.getpwuid(former).pw_name
    if old in grp.getgrnam(app).gr_mem:
        subprocess.run(["gpasswd", "-d", old, app], check=True, stdout=subprocess.DEVNULL)


main()
`}}function H(e,t){let{app:n}=t,r=B(e,n)?[V(e,t)]:[];for(let i of l(n,t.login))q(e.paths.get(i.path),i)||r.push(m(i));let i=d(e,t).filter(t=>!J(e.paths.get(t.path),t)),s=f(t).filter(t=>!J(e.paths.get(t.path),t));r.push(...[...i,...s].map(p));let c=g(e,t).map(({path:e})=>e),{socketOverride:u,proxyOverride:h}=o(n.name);for(let t of[u,h])e.paths.has(t)&&!c.includes(t)&&r.push(C(`remove ${t}`,[`rm`,t],[`systemctl`,`daemon-reload`]));let _=[...i,...s].map(({path:e})=>e);(_.some(e=>e.startsWith(`/etc/systemd/`))||[...e.units.values()].some(({stale:e})=>e))&&r.push(C(`let systemd read its units`,[`systemctl`,`daemon-reload`]));let v=U(e,t);for(let t of a(n))r.push(...W(e,n.name,t,_,v));for(let i of/* @__PURE__ */ new Set([t.login,b(e,t)]))i!==`root`&&i!==n.name&&e.groups.get(i)?.includes(n.name)&&r.push(C(`take ${i} out of the group ${n.name}`,[`gpasswd`,`-d`,i,n.name]));return r.push(...G(e,t)),r.push(...S(t).filter(t=>!J(e.paths.get(t.path),t)).map(p)),r}function U(e,n){let{name:r,processManager:i}=n.app;if(!B(e,n.app))return`hand_over() { :; }`;let a=t(`/run/${r}`),o=t(`${n.login}:${z(e,n)}`);return[`hand_over() {`,`  find ${a} -maxdepth 1 -type s -user ${t(r)} -exec chown -h ${o} {} +`,...i===`emperor`?[`  release=$(basename "$(readlink ${a}/current.sock)" .sock)`,`  [ -z "$release" ] || systemctl start ${t(`${r}@`)}"$release.socket"`]:[],`}`].join(`
`)}function W(e,n,r,i,a){let{enabled:o=!1,active:s=!1}=e.units.get(r)??{},c=[];if(o||c.push(C(`enable ${r}`,[`systemctl`,`enable`,`-q`,r])),r===`${n}-current.service`)return c;let l=i.some(e=>e.endsWith(`/${r}`));return r===`${n}.socket`&&s?((l||i.some(e=>e.endsWith(`/${n}-proxy.service`)))&&c.push({title:`renew ${n}-proxy.service`,script:h(R,a,`stop_proxy ${t(`${n}-proxy.service`)} hand_over`)}),l&&c.push(C(`restart ${r}`,[`systemctl`,`restart`,r]))):r===`${n}-emperor.service`?s&&l&&c.push({title:`restart ${r}`,script:h(R,a,`stop_proxy ${t(`${n}-proxy.service`)} hand_over`,`restart_emperor ${t(n)}`)}):s||c.push(C(`start ${r}`,[`systemctl`,`start`,r])),c}function G(e,t){let n=y(e,t),{name:r}=t.app,i=n.link===void 0||K(e.paths.get(n.link.path),n.link.to),a=J(e.paths.get(n.path),{...n,mode:`0644`}),o=!e.paths.has(v(r)),s=!e.nginx?.workers.some(t=>e.gid!==void 0&&t.includes(e.gid));return a&&i&&o&&s&&n.removes.length===0?[]:[u(r,n)]}const K=(e,t)=>e?.kind===`link`&&e.to===t,q=(e,{mode:t,owner:n,group:r})=>e?.kind===`folder`&&e.mode===t&&e.owner===n&&e.group===r;function J(t,{content:n,mode:r}){return t?.kind!==`file`||t.owner!==`root`||t.group!==`root`?!1:t.mode===r.replace(/^0/,``)&&t.sha256===e(`sha256`).update(n).digest(`hex`)}var Y=class extends Error{name=`SetupError`;problems;constructor(...e){super(e.join(`
`)),this.problems=e}};const X=6e4;async function Z(e,t,n={}){let r=re(t),i=async()=>{let t=await r.look(e);return{facts:t,plan:ne(F(t,e))}},a=(e,n,r)=>({status:e,steps:r,authorized:n.authorized,knownHosts:ie(t.target.host,t.target.port??22,n.hostKeys)}),o=await i(),s=[...o.plan.packages,...o.plan.steps];if(n.dryRun)return a(`planned`,o.facts,s);let c=[],l=async(e,t)=>{for(let i of e)n.signal?.throwIfAborted(),n.onStep?.(i),await r.perform(i,t),c.push(i)};await l(o.plan.packages,9e5);let{plan:u,facts:d}=o.plan.packages.length>0?await i():o;if(u.packages.length>0)throw new Y(`the package manager says it is done, but these are still to do: ${Q(u.packages)}.`);await l(u.steps,X);let f=c.length>0?await i():{plan:u,facts:d},p=[...f.plan.packages,...f.plan.steps];if(p.length>0)throw new Y(`every step succeeded, and yet the server still lacks: ${Q(p)}. Something on it takes them back (a configuration management, perhaps).`);if(f.facts.helper!==w)throw new Y(`${e.login} may not run the helper through sudo: ${f.facts.helper||`no answer`}. /etc/sudoers must end with the line: @includedir /etc/sudoers.d`);return a(c.length>0?`changed`:`ready`,{...f.facts,authorized:o.facts.authorized},c)}function ne(e){if(e.problems.length>0)throw new Y(...e.problems);return e}const Q=e=>e.map(({title:e})=>e).join(`; `);function re(e){let{user:t,host:n}=e.target,r=t===`root`?[]:[`sudo`,`-n`,`--`],i=`Give it one (as root on the server: echo '${t} ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/${t}), or run: create-flask-deploy setup root@${n}`,a=async(a,o)=>{let s=await e.exec([...r,...a],o);if(r.length>0&&/^sudo: |sudo: (command )?not found|is not in the sudoers/m.test(s.stderr)&&s.code!==0)throw new Y(`${t} cannot become root on ${n} without a password. ${i}\n${s.stderr.trim()}`);return s};return{async look(e){let{code:t,stdout:r,stderr:i}=await a(E(x(e)),{timeoutMs:X});if(t!==0)throw new Y(`the look at ${n} failed (exit code ${t}):\n${$(i)}`);return ee(r)},async perform(e,t){let{code:n,stdout:r,stderr:i,timedOut:o}=await a([`sh`,`-c`,e.script],{stdin:e.stdin??``,timeoutMs:t});if(n===0)return;let s=o?`took over ${t/1e3} s`:`ended with ${n}`;throw new Y(`could not ${e.title} (${s}):\n${$(i)||$(r)}\nWhat was done before it stays; setup goes on from here when it is run again.`)}}}const $=e=>e.trim().split(`
`).slice(-12).join(`
`);function ie(e,t,n){return n.map(n=>`${t===22?e:`[${e}]:${t}`} ${n}`)}export{Z as n,T as r,Y as t};