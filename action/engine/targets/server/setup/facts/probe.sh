#!/bin/sh
# Looks at a server for `setup` and changes nothing. Says one fact a line: a word, then what it is.
# usage: probe.sh APP LOGIN USER... -- UNIT... -- PATH...   (as root; none of the words holds a blank)
set -u
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C
export PATH LC_ALL
app=$1 login=$2
shift 2

say() { printf '%s\n' "$*"; }
has() { command -v "$1" >/dev/null 2>&1; }

say uid "$(id -u)"
sed -n 's/^PRETTY_NAME="\{0,1\}\([^"]*\).*/system \1/p' /etc/os-release 2>/dev/null
[ ! -d /run/systemd/system ] || say systemd yes
for program in apt-get dnf nginx sudo visudo logrotate supervisord certbot; do
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
    [ -n "$sum" ] && dpkg-query -W -f '${Conffiles}\n' 'nginx*' 2>/dev/null | grep -q "^ $1 $sum"
  elif has rpm; then
    owner=$(rpm -qf "$1" 2>/dev/null) && ! rpm -V "$owner" | grep -q " $1\$"
  else
    return 1
  fi
}
if has nginx; then
  say nginx-user "$(sed -n 's/^[[:space:]]*user[[:space:]]\{1,\}\([^;[:space:]]*\).*/\1/p' /etc/nginx/nginx.conf | head -1)"
  nginx -V 2>&1 | sed -n 's/.*--user=\([^ ]*\).*/nginx-built-user \1/p'
  if grep -q '^[^#]*include.*sites-enabled' /etc/nginx/nginx.conf; then say nginx-sites sites-enabled; else say nginx-sites conf.d; fi
  ! is_stock /etc/nginx/nginx.conf || say stock /etc/nginx/nginx.conf
  ! is_stock /etc/nginx/sites-available/default || say stock /etc/nginx/sites-available/default
  for site in /etc/nginx/sites-enabled/* /etc/nginx/conf.d/*.conf; do
    [ -f "$site" ] || continue
    say site "$site"
    ! grep -Eq '^[^#]*listen[^#;]*[[:space:]]default(_server)?[[:space:];]' "$site" || say site-for-any "$site"
  done
  if told=$(nginx -t 2>&1); then say nginx-test ok; else printf '%s\n' "$told" | sed 's/^/nginx-said /'; fi
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
    case ${entry##*/} in
    releases | venvs | assets | deploys | maintenance | shared | vassals | tls | '*' | '.[!.]*') ;;
    *) say taken folder "/srv/$app"; break ;;
    esac
  done
fi
sed -n 's/^[[:space:]]*nameserver[[:space:]]\{1,\}\([^[:space:]]*\).*/nameserver \1/p' /etc/resolv.conf 2>/dev/null
if gid=$(getent group "$app"); then say gid "$(printf %s "$gid" | cut -d: -f3)"; fi

home=$(getent passwd "$login" | cut -d: -f6)
# As the login, whose folder it is: a link leads to what that may read, and a FIFO says nothing.
[ -z "$home" ] || timeout 5 runuser -u "$login" -- head -c 1048576 "$home/.ssh/authorized_keys" 2>/dev/null </dev/null | sed -n 's/^[^#]/authorized &/p'

while [ $# -gt 0 ] && [ "$1" != -- ]; do
  say unit "$1" "$(systemctl is-enabled "$1" 2>/dev/null || :)" "$(systemctl is-active "$1" 2>/dev/null || :)" \
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
  say allow-config "$(sed -n "s/^ALLOW_CONFIG='\([01]\)'.*/\1/p" "$helper")"
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
