import{t as e}from"./cli-helper-path.js";const t=[`#!/bin/sh
# What the login that deploys may do as root, and nothing else. Installed by \`create-flask-deploy setup\` as
# /usr/local/lib/flask-deploy/APP (root:root 0755), called through one sudoers line. Every argument is checked by its
# shape; paths are made here, never taken. Each change to a file is a rename, so being killed at any point is safe.
#
#   start ID [SECONDS]   start the instance of a release; ends when it is up (1: it is not, with its last lines)
#   stop ID [SECONDS]    stop it gracefully, now or in SECONDS (then only if it has no traffic); tidy what it left
#   switch ID            all new requests go to it
#   run ID SECONDS       the command on stdin, as the app's user in the release (124: it took too long)
#   install ID           unit, site and socket files of the release, all or none (3: not allowed, 4: nginx was broken)
#   env [ID]             stdin becomes the app's environment, for that release
#   restore | settle     put back what \`install\` and \`env\` replaced | keep it for good
#   drift ID             which of the release's unit, site and socket files are not what is installed
#   tail ID              state of the instance, then its last log lines
#   report SECONDS       instances, certificate, drift, and the traffic of so many seconds, for \`status\`
#   logs LINES SINCE FOLLOW ID NGINX   what the app and the site have written, without the values of .env
#   exec ID|current pty|pipe COMMAND   as the app's user in the release, with the caller's stdin and stdout
#   facts ADDRESS        what \`doctor\` needs root to see
#   boot                 bring back what /srv/APP/current names
#   version              number of this protocol
set -eu
PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C
export PATH LC_ALL
umask 022

# Written by setup.
APP='@APP@'
MANAGER='@MANAGER@'           # systemd, supervisor or emperor
SOCKET='@SOCKET@'             # unix or tcp
SITE='@SITE@'                 # where deploy/nginx.conf goes
ALLOW_CONFIG='@ALLOW_CONFIG@' # 1: \`install\` may replace unit, site and socket files

PROTOCOL=2
BASE=/srv/$APP
RUN=/run/$APP
UNITS=/etc/systemd/system
LIB=/usr/local/lib/flask-deploy
SAVED=/var/lib/flask-deploy/$APP # what \`install\` and \`env\` replaced, until \`restore\` or \`settle\`

refuse() { echo "flask-deploy: $*" >&2; exit 2; }
fail() { echo "flask-deploy: $*" >&2; exit 1; }
quietly() { "$@" >/dev/null 2>&1; }

# A newline would make grep see two lines, so odd characters go first.
checked_id() {
  case \${1-} in '' | *[!0-9TZa-f-]*) refuse "not the id of a release" ;; esac
  echo "$1" | grep -Eqx '[0-9]{8}T[0-9]{6}Z-[0-9a-f]{7,12}' || refuse "not the id of a release: $1"
  id=$1 release=$BASE/releases/$1
}
checked_release() {
  checked_id "\${1-}"
  if [ ! -d "$release" ] || [ -L "$release" ]; then fail "there is no release $id in $BASE/releases"; fi
}
checked_seconds() {
  case \${1-} in '' | *[!0-9]* | ??????*) refuse "not a number of seconds" ;; esac
}

# Until this process ends, nobody else does the same to the app, or to one of its releases.
one_at_a_time() { exec 9>"/run/flask-deploy-$APP\${1-}.lock"; flock 9; }
`,`# --- one small interface over the three process managers: place, begin, state, log, finish ---------------------------

supervisor_conf() { echo "/etc/supervisor/conf.d/$APP-$1.conf"; }
vassal() { echo "$BASE/vassals/$1.ini"; }

# What must be on disk for the process manager to know the instance, also after a reboot.
place() {
  case $MANAGER in
  supervisor)
    sed "s/@RELEASE@/$id/g" "$LIB/$APP.supervisor.conf" >"$(supervisor_conf "$id").new"
    mv "$(supervisor_conf "$id").new" "$(supervisor_conf "$id")"
    ;;
  emperor)
    [ -e "$(vassal "$id")" ] || ln -sfn "$release/deploy/uwsgi.ini" "$(vassal "$id")"
    ;;
  esac
}

supervisor_state() { supervisorctl status "$APP-$id" 2>/dev/null | awk '{ print $2 }'; }

# Ends when the instance is up or never will be; the manager's own limit on starting holds for systemd.
begin() {
  end=$(($(date +%s) + $1))
  case $MANAGER in
  systemd) systemctl start "$APP@$id.service" && return 0 || return 1 ;;
  supervisor)
    quietly supervisorctl update "$APP-$id" || return 1
    [ "$(supervisor_state)" != STOPPED ] || quietly supervisorctl start "$APP-$id" || :
    while [ "$(date +%s)" -le $end ]; do
      case $(supervisor_state) in
      RUNNING) [ ! -S "$RUN/$id.sock" ] || return 0 ;;
      FATAL | EXITED | UNKNOWN | '') return 1 ;;
      esac
      sleep 0.05
    done
    return 1
    ;;
  emperor)
    begun=$(date +%s)
    tries=0
    systemctl start "$APP-emperor.service" || return 1
    while [ "$(date +%s)" -le $end ]; do
      [ ! -S "$RUN/$id.sock" ] || return 0
      sleep 0.05
      tries=$((tries + 1))
      # A vassal that cannot import the app dies at once, and again each second: to wait for the limit helps nobody.
      if [ $((tries % 10)) -eq 0 ] && journalctl -q --no-pager -o cat -u "$APP-emperor.service" --since "@$begun" |
        grep -qF "curse the uwsgi instance $(vassal "$id") "; then return 1; fi
    done
    return 1
    ;;
  esac
}

state() {
  case $MANAGER in
  systemd)
    systemctl show "$APP@$id.service" -p ActiveState,SubState,Result,ExecMainStatus,NRestarts |
      awk -F= '{ v[$1] = $2 } END { printf "%s (%s), result %s, exit status %s, restarted %s times\\n",
        v["ActiveState"], v["SubState"], v["Result"], v["ExecMainStatus"], v["NRestarts"] }'
    ;;
  supervisor) supervisorctl status "$APP-$id" 2>&1 | head -1 || : ;;
  emperor) if [ -S "$RUN/$id.sock" ]; then echo "vassal $id: listening"; else echo "vassal $id: not listening"; fi ;;
  esac
}

log() {
  case $MANAGER in
  systemd) journalctl -q --no-pager -o cat -n 120 -u "$APP@$id.service" || : ;;
  supervisor) supervisorctl tail -16000 "$APP-$id" 2>&1 | tail -n 120 || : ;;
  emperor) journalctl -q --no-pager -o cat -n 120 -u "$APP-emperor.service" || : ;;
  esac
}

finish() {
  # systemd puts a start behind the stop by itself.
  [ "$MANAGER" = systemd ] || one_at_a_time "-$id"
  case $MANAGER in
  systemd)
    systemctl stop "$APP@$id.service"
    quietly systemctl reset-failed "$APP@$id.service" || :
    ;;
  supervisor)
    rm -f "$(supervisor_conf "$id")"
    quietly supervisorctl update "$APP-$id" || :
    ;;
  emperor)
    rm -f "$(vassal "$id")"
    # The emperor looks at its folder now and then, and the vassal ends in its own time.
    tries=0
    while [ -S "$RUN/$id.sock" ] && [ $tries -lt 200 ]; do sleep 0.05; tries=$((tries + 1)); done
    ;;
  esac
  rm -f "$RUN/$id.sock"
}
`,`# --- the verbs for instances and traffic -----------------------------------------------------------------------------

# The service too: a timer that has fired would stop the instance between its start and its switch. Where the stop has
# begun already, the start comes behind it.
keep_warm() { quietly systemctl stop "$APP-stop-$id.timer" "$APP-stop-$id.service" || :; }
has_traffic() { [ "$(readlink "$RUN/current.sock")" = "$id.sock" ]; }

start() {
  checked_release "\${1-}"
  [ $# -lt 2 ] || checked_seconds "$2"
  keep_warm
  [ "$MANAGER" = systemd ] || one_at_a_time "-$id"
  # What a stop that was just ended has not tidied yet.
  if [ -S "$RUN/$id.sock" ] && [ "$MANAGER" = systemd ]; then
    case $(systemctl is-active "$APP@$id.service") in inactive | failed | deactivating) rm -f "$RUN/$id.sock" ;; esac
  fi
  [ -d "$RUN" ] || install -d -o "$APP" -g "$APP" -m 0750 "$RUN"
  place
  begin "\${2:-60}" && return 0
  state >&2
  log | tail -n 20 >&2
  exit 1
}

stop() {
  checked_id "\${1-}"
  if [ $# -gt 1 ]; then
    checked_seconds "$2"
    keep_warm
    exec systemd-run --quiet --unit="$APP-stop-$id" --on-active="$2" --timer-property=AccuracySec=100ms "$LIB/$APP" drained "$id"
  fi
  keep_warm
  quietly systemctl stop "$APP-run-$id.service" || :
  finish
  # Only a first deploy that is taken back ends like this: there is nobody else to have the traffic.
  if has_traffic; then rm -f "$RUN/current.sock"; fi
}

# What the timer of \`stop ID SECONDS\` calls: meanwhile a rollback may have given it the traffic back.
drained() {
  checked_id "\${1-}"
  has_traffic || finish
}

link_current() {
  ln -sfn "$id.sock" "$RUN/current.sock.next"
  mv -fT "$RUN/current.sock.next" "$RUN/current.sock"
}

switch() {
  checked_release "\${1-}"
  [ -S "$RUN/$id.sock" ] || fail "$id does not listen: there is no $RUN/$id.sock"
  link_current
}

run() {
  checked_release "\${1-}"
  checked_seconds "\${2-}"
  command=$(cat)
  # A unit of its own, so that nothing it starts outlives it, and \`stop\` can end it.
  # The command travels in the environment, because systemd would expand \${\u2026} in an argument.
  # shellcheck disable=SC2016  # the unit's sh expands it
  exec systemd-run --quiet --pipe --wait --collect --unit="$APP-run-$id" -p User="$APP" -p Group="$APP" \\
    -p WorkingDirectory="$release" -p EnvironmentFile="-$BASE/shared/.env" -p NoNewPrivileges=yes -p PrivateTmp=yes \\
    -E "PATH=$release/.venv/bin:$PATH" -E "RELEASE=$id" -E "FLASK_DEPLOY_HOOK=$command" \\
    timeout -k 5 "$2" sh -c 'eval "$FLASK_DEPLOY_HOOK"' </dev/null
}
`,`# --- unit, site and socket files -------------------------------------------------------------------------------------

# Calls FUNCTION SOURCE TARGET for each file of the release that lives in /etc; ends with the first that fails.
each_file() {
  "$1" deploy/nginx.conf "$SITE" || return 1
  case $MANAGER in
  systemd) "$1" "deploy/$APP@.service" "$UNITS/$APP@.service" || return 1 ;;
  supervisor) "$1" deploy/supervisor.conf "$LIB/$APP.supervisor.conf" || return 1 ;;
  emperor) "$1" "deploy/$APP-emperor.service" "$UNITS/$APP-emperor.service" || return 1 ;;
  esac
  [ "$SOCKET" = tcp ] || return 0
  "$1" "deploy/$APP.socket" "$UNITS/$APP.socket" && "$1" "deploy/$APP-proxy.service" "$UNITS/$APP-proxy.service"
}

# What was there before lies beside its file, as a hard link: to put it back is a rename, which a full disk allows.
old=flask-deploy-old
differs() { ! cmp -s "$release/$1" "$2"; }
print_drift() { if differs "$@"; then echo "$1"; fi; }
require() { if [ ! -f "$release/$1" ] || [ -L "$release/$1" ]; then fail "$1 of $id is missing or not a plain file"; fi; }
replace() {
  differs "$@" || return 0
  install -o root -g root -m 0644 "$release/$1" "$2.flask-deploy-new" || return 1
  # The oldest is kept: what was there before the deploy began.
  if [ ! -e "$2.$old" ] && [ ! -e "$2.$old-none" ]; then
    if [ -e "$2" ]; then ln "$2" "$2.$old" || return 1; else : >"$2.$old-none" || return 1; fi
  fi
  mv -f "$2.flask-deploy-new" "$2" || return 1
  changed="$changed $1"
}
put_back() {
  rm -f "$2.flask-deploy-new"
  if [ -e "$2.$old" ]; then
    mv -f "$2.$old" "$2"
  elif [ -e "$2.$old-none" ]; then
    rm -f "$2"
    rm -f "$2.$old-none"
  else
    return 0
  fi
  changed="$changed $1"
}
drop_old() { rm -f "$2.$old" "$2.$old-none"; }

# Tells the running services about the files that changed.
apply() {
  case $changed in *.service* | *.socket*) systemctl daemon-reload || return 1 ;; esac
  case $changed in *.socket* | *-proxy.service*)
    quietly systemctl stop "$APP-proxy.service" || :
    systemctl restart "$APP.socket" || return 1
    ;;
  esac
  case $changed in *-emperor.service*) systemctl restart "$APP-emperor.service" || return 1 ;; esac
  case $changed in *nginx.conf*) reload_nginx || return 1 ;; esac
}

# A reload ends before nginx has read anything. Its former workers go on accepting until their titles say otherwise.
reload_nginx() {
  workers=$(cat "/proc/$(cat /run/nginx.pid 2>/dev/null)/task/"*/children 2>/dev/null) || :
  systemctl reload-or-restart nginx.service || return 1
  tries=0
  for worker in $workers; do
    while [ $tries -lt 60 ] && [ -e "/proc/$worker" ] && ! grep -aqs 'shutting down' "/proc/$worker/cmdline"; do
      sleep 0.05
      tries=$((tries + 1))
    done
  done
}

open_saved() { mkdir -p "\${SAVED%/*}"; [ -d "$SAVED" ] || mkdir -m 0700 "$SAVED"; }

install_config() {
  checked_release "\${1-}"
  drift=$(each_file print_drift | tr '\\n' ' ')
  [ -n "$drift" ] || return 0
  [ "$ALLOW_CONFIG" = 1 ] || { echo "flask-deploy: setup was not told to allow changes of \${drift% }" >&2; exit 3; }
  one_at_a_time
  each_file require
  said=$(nginx -t 2>&1) || { printf '%s\\nflask-deploy: nginx refused its configuration before anything was changed\\n' "$said" >&2; exit 4; }
  open_saved
  echo "$id" >"$SAVED/for"
  changed=''
  said=''
  # A file that nginx refuses, or a full disk in the middle: everything as it was.
  if each_file replace && said=$(nginx -t 2>&1) && apply; then return 0; fi
  restore
  fail "\${said:-the files could not be put in place}"
}

restore() {
  [ -d "$SAVED" ] || return 0
  changed=''
  # Both are told in any case: a restore that was killed may have put their files back already.
  [ ! -e "$SAVED/for" ] || changed=nginx.conf.service
  each_file put_back
  put_env_back
  apply
  rm -rf "$SAVED"
}

settle() {
  each_file drop_old
  rm -rf "$SAVED"
}
`,`# --- the app's environment -------------------------------------------------------------------------------------------

as_app() { runuser -u "$APP" -- "$@"; }
# As the app's user, who owns it: root must not write by name in a folder where others may put links.
write_env() {
  # shellcheck disable=SC2016  # the inner sh expands it
  as_app sh -c 'umask 077; head -c 1048576 >"$1.new" && mv -f "$1.new" "$1"' sh "$BASE/shared/.env" || fail ".env could not be written"
}
put_env_back() {
  if [ -e "$SAVED/env" ]; then
    write_env <"$SAVED/env"
  elif [ -e "$SAVED/env.none" ]; then
    as_app rm -f "$BASE/shared/.env"
  fi
}
env_from_stdin() {
  open_saved
  if [ $# -gt 0 ]; then
    checked_id "$1"
    echo "$id" >"$SAVED/env.for"
  fi
  if [ ! -e "$SAVED/env" ] && [ ! -e "$SAVED/env.none" ]; then
    if as_app test -e "$BASE/shared/.env"; then
      as_app cat "$BASE/shared/.env" >"$SAVED/.saving"
      mv "$SAVED/.saving" "$SAVED/env"
    else
      : >"$SAVED/env.none"
    fi
  fi
  write_env
}
`,`saved_for_another() { [ -e "$SAVED/$1" ] && [ "$(cat "$SAVED/$1")" != "$id" ]; }

# Runs before nginx and the process manager: nothing here waits.
boot() {
  now=$(readlink "$BASE/current") || return 0
  checked_release "\${now#releases/}"
  # Switched off behind \`install\` or \`env\`, before the new release had traffic.
  if saved_for_another for || saved_for_another env.for; then
    changed=''
    each_file put_back
    put_env_back
    systemctl daemon-reload
    rm -rf "$SAVED"
  fi
  [ -d "$RUN" ] || install -d -o "$APP" -g "$APP" -m 0750 "$RUN"
  # Those that were draining have no timer any more.
  for left in "/etc/supervisor/conf.d/$APP"-????????T??????Z-*.conf "$BASE"/vassals/????????T??????Z-*.ini; do
    case $left in *"$id"*) ;; *) rm -f "$left" ;; esac
  done
  place
  link_current
  case $MANAGER in
  systemd) systemctl start --no-block "$APP@$id.service" ;;
  supervisor) if systemctl is-active -q supervisor.service; then quietly supervisorctl update || :; fi ;;
  emperor) systemctl start --no-block "$APP-emperor.service" ;;
  esac
}
`,`# --- report: what \`status\` shows and the login may not see; one fact a line, its kind first ------------------------

report() {
  checked_seconds "\${1-}"
  echo "protocol $PROTOCOL"
  now=$(readlink "$BASE/current") || now=''
  if [ -n "$now" ] && [ -d "$BASE/releases/\${now#releases/}" ]; then
    checked_release "\${now#releases/}"
    each_file print_drift | sed 's/^/drift /'
  fi
  report_instances
  # process /proc/PID /srv/APP/releases/ID; a name in \`ps\` may be anything, and only root sees where a process is.
  find /proc/[0-9]*/cwd -maxdepth 0 -lname "$BASE/releases/*" -printf 'process %h %l\\n' 2>/dev/null || :
  report_certificate
  report_traffic "$1"
}

# instance ID STATE RESULT RESTARTS
report_instances() {
  case $MANAGER in
  systemd)
    systemctl show "$APP@*.service" -p Id,ActiveState,Result,NRestarts | awk -F= -v unit="$APP@" '
      function tell() { if (v["Id"] != "") print "instance", v["Id"], v["ActiveState"], v["Result"], v["NRestarts"] + 0; split("", v) }
      $1 == "Id" { sub(unit, "", $2); sub(/\\.service$/, "", $2) }
      NF < 2 { tell(); next }
      { v[$1] = $2 }
      END { tell() }'
    ;;
  supervisor)
    supervisorctl status 2>/dev/null | awk -v unit="$APP-" 'index($1, unit) == 1 { print "instance", substr($1, length(unit) + 1), tolower($2), "-", 0 }'
    ;;
  emperor)
    for ini in "$BASE"/vassals/????????T??????Z-*.ini; do
      [ -L "$ini" ] || continue
      id=\${ini##*/} id=\${id%.ini} state=down
      [ ! -S "$RUN/$id.sock" ] || state=listening
      echo "instance $id $state - 0"
    done
    ;;
  esac
}

# The first value that the site gives a directive, but for \`off\` and what nginx makes up at each request.
said_in_site() {
  awk -v name="$1" '{ sub(/#.*/, "") } $1 == name { v = $2; sub(/;.*/, "", v); gsub(/["\\047]/, "", v)
    if (v != "off" && v !~ /\\$/) { print v; exit } }' "$SITE" 2>/dev/null || :
}

report_certificate() {
  file=$(said_in_site ssl_certificate)
  [ -n "$file" ] || return 0
  case $file in /*) ;; *) file=/etc/nginx/$file ;; esac
  echo "certificate $file"
  # Nothing but a certificate gets out, whatever file the site names.
  [ ! -f "$file" ] || head -c 65536 "$file" | sed -n '/^-----BEGIN CERTIFICATE-----$/,/^-----END CERTIFICATE-----$/{ s/^/pem /p; /END/q }'
}

# A log that the site writes for itself alone, and nothing that a link or \`..\` leads to.
site_log() {
  file=$(said_in_site "$1")
  case $file in *..* | /var/log/nginx/*/*) return 0 ;; /var/log/nginx/?*) ;; *) return 0 ;; esac
  case \${file##*/} in access.log | error.log) [ "$SITE" = /etc/nginx/nginx.conf ] || return 0 ;; esac
  [ ! -L "$file" ] || return 0
  echo "$file"
}

# traffic FILE SECONDS-COVERED REQUESTS 5xx 4xx NOT-UNDERSTOOD; at most the last 4 MB are read
report_traffic() {
  file=$(site_log access_log)
  [ -n "$file" ] || return 0
  end=$(date +%s)
  from=$(date -d "@$((end - $1))" +%Y%m%d%H%M%S)
  most=4194304
  {
    # Just rotated: what is missing is in the former file.
    if [ -n "$(find "$file.1" -maxdepth 0 -mmin "-$((1 + $1 / 60))" 2>/dev/null)" ]; then tail -c $most "$file.1"; fi
    [ ! -f "$file" ] || tail -c $most "$file"
  } | awk -F'"' -v from="$from" -v most=$most '
    BEGIN { split("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", names, " "); for (i in names) month[names[i]] = sprintf("%02d", i) }
    { bytes += length($0) + 1
      t = substr($1, length($1) - 27, 20)
      if (!((m = substr(t, 4, 3)) in month)) { odd++; next }
      key = substr(t, 8, 4) month[m] substr(t, 1, 2) substr(t, 13, 2) substr(t, 16, 2) substr(t, 19, 2)
      if (first == "") first = key
      if (key < from || $6 == "flask-deploy") next
      split($3, said, " ")
      n++; class[substr(said[1], 1, 1)]++ }
    END { print n + 0, class[5] + 0, class[4] + 0, odd + 0, (bytes >= most && first > from) ? first : "all" }' | {
    read -r requests fives fours odd first
    seconds=$1
    if [ "$first" != all ]; then
      clock=$(echo "$first" | sed 's/\\(....\\)\\(..\\)\\(..\\)\\(..\\)\\(..\\)\\(..\\)/\\1-\\2-\\3 \\4:\\5:\\6/')
      seconds=$((end - $(date -d "$clock" +%s)))
    fi
    echo "traffic $file $seconds $requests $fives $fours $odd"
  }
}
`,`# --- logs: what the app, its process manager and nginx have written, without the app's secrets -----------------------

# logs LINES SINCE FOLLOW ID NGINX: so many of the last lines, since so many seconds after 1970, FOLLOW and NGINX 0 or 1, ID or -
logs() {
  for number in "\${1-}" "\${2-}"; do
    case $number in '' | *[!0-9]* | ???????????*) refuse "not a number" ;; esac
  done
  case \${3-}\${5-} in [01][01]) ;; *) refuse "neither 0 nor 1" ;; esac
  [ "\${4-}" = - ] || checked_id "\${4-}"
  # The program comes by another way than stdin, whose end tells it that nobody listens any more.
  exec python3 -I -S /dev/fd/3 "$APP" "$MANAGER" "$1" "$2" "$3" "$4" "$5" "$(site_log access_log)" "$(site_log error_log)" 3<<'PYTHON'
# @LOGS@
PYTHON
}
`.replace(`# @LOGS@
`,()=>`"""Takes out of a line what must not leave the server: the values of the app's environment. The first part of \`logs\`."""
import json
import re
import subprocess

HARMLESS = ("true", "false", "none", "null", "production", "development", "testing")
# A secret with a colour in the middle would come together again where the colour is taken out.
STEERS = re.compile("\\x1b\\\\][^\\x07\\x1b]*(?:\\x07|\\x1b\\\\\\\\)?|(?:\\x1b\\\\[|\\x9b)[0-?]*[ -/]*[@-~]?|\\x1b[ -/]*[0-~]?|[\\0-\\x08\\x0b-\\x1f\\x7f-\\x9f"
                    "\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]")


def secrets(app):
    """A pattern for every value of the app's environment, as it is and as logs write it; None when there is none."""
    said = subprocess.run(["runuser", "-u", app, "--", "cat", "/srv/%s/shared/.env" % app], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.decode("utf-8", "replace")
    found = set()
    for value in values(said):
        for part in [value] + value.splitlines():
            part = part.strip()
            if len(part) >= 4 and part.lower() not in HARMLESS:
                percent = "".join(c if c.isalnum() and c < "\\x7f" or c in "_.-~" else "".join("%%%02X" % b for b in c.encode()) for c in part)
                # As nginx writes what is not plain ASCII.
                hexed = "".join(chr(b) if 31 < b < 127 and b not in b'"\\\\' else "\\\\x%02X" % b for b in part.encode())
                found.update((part, percent, percent.replace("%20", "+"), percent.replace("%2F", "/"), json.dumps(part)[1:-1],
                              json.dumps(part, ensure_ascii=False)[1:-1], repr(part)[1:-1], hexed))
    return re.compile("|".join(map(re.escape, sorted(found, key=len, reverse=True)))) if found else None


def values(text):
    """As systemd reads an EnvironmentFile."""
    for value in re.findall(r"(?ms)^[ \\t]*(?:export[ \\t]+)?[A-Za-z_]\\w*[ \\t]*=[ \\t]*(\\"(?:\\\\.|[^\\"\\\\])*\\"|'[^']*'|[^\\n]*)", text):
        if value[:1] == '"':
            value = re.sub(r"(?s)\\\\(.)", lambda seen: "" if seen.group(1) == "\\n" else seen.group(1), value[1:-1])
        yield value[1:-1] if value[:1] == "'" else value

"""What the app, its process manager and nginx have written, by time; as root, so secrets are taken out before anything leaves.

One JSON object a line: at (seconds since 1970), from (app, systemd, nginx), release, priority (syslog's, or none), text.
With FOLLOW a line {"live": true} ends what was there, and the end of stdin ends the program.
"""
import glob
import json
import os
import re
import select
import subprocess
import sys
import time

app, manager, count, since, follow, release, nginx, access, error = sys.argv[1:]
count, since, follow = int(count), int(since), follow == "1"
ID = "[0-9]{8}T[0-9]{6}Z-[0-9a-f]{7,12}"
MOST = 4 << 20
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def clean(text):
    text = STEERS.sub("", text)
    return hidden.sub("***", text) if hidden else text


def entry(at, source, text, of="", priority=None):
    return {"at": at, "from": source, "release": of, "priority": priority, "text": clean(text)}


def say(one):
    one.pop("dated", None)
    os.write(1, (json.dumps(one) + "\\n").encode())


# --- the journal ---

def matches():
    """What to look for, and the units that count of it: systemd speaks of many units in one voice."""
    one = "%s@%s.service" % (re.escape(app), re.escape(release) if release != "-" else ID)
    if manager == "systemd":
        units = "%s|%s" % (one, "-" if release != "-" else "%s-proxy.service|%s.socket" % (re.escape(app), re.escape(app)))
        globs = ["%s@%s.service" % (app, release if release != "-" else "*")]
        globs += [] if release != "-" else [app + "-proxy.service", app + ".socket"]
        live = ["_SYSTEMD_SLICE=system-%s.slice" % app.replace("-", "\\\\x2d"), "+", "_SYSTEMD_UNIT=%s-proxy.service" % app]
    elif manager == "emperor":
        units, globs, live = "%s-emperor.service" % re.escape(app), [app + "-emperor.service"], ["_SYSTEMD_UNIT=%s-emperor.service" % app]
    else:
        return None, [], []
    return re.compile(units), [word for unit in globs for word in ("-u", unit)], live + ["+", "_PID=1"]


JOURNAL = ["journalctl", "-q", "--no-pager", "-o", "json", "--output-fields=MESSAGE,PRIORITY,_SYSTEMD_UNIT,UNIT"]


def of_journal(line):
    try:
        raw = json.loads(line)
        at, message = int(raw["__REALTIME_TIMESTAMP"]) / 1e6, raw.get("MESSAGE")
    except (ValueError, KeyError, TypeError):
        return []
    own, about = raw.get("_SYSTEMD_UNIT") or "", raw.get("UNIT") or ""
    unit = own if wanted.fullmatch(own) else about
    if not wanted.fullmatch(unit):
        return []
    if isinstance(message, list):  # bytes that are no text
        message = bytes(byte & 255 for byte in message if isinstance(byte, int)).decode("utf-8", "replace")
    priority = int(raw["PRIORITY"]) if str(raw.get("PRIORITY", "")).isdigit() else None
    of = re.search("@(%s)\\\\.service" % ID, unit)
    return [entry(at, "app" if unit == own else "systemd", text, of.group(1) if of else "", priority)
            for text in (message or "").splitlines() or [""]]


# --- files ---

def moment(line):
    """Seconds since 1970 that a line tells; None when it tells none. Without a zone it is this machine's."""
    seen = re.search(r"\\[(\\d\\d)/(\\w{3})/(\\d{4}):(\\d\\d):(\\d\\d):(\\d\\d) ([+-]\\d{4})\\]", line)
    if seen and seen.group(2) in MONTHS:
        d, m, y, *clock, zone = seen.groups()
        return seconds(y, MONTHS.index(m) + 1, d, *clock, zone=zone)
    seen = re.search(r"(\\d{4})[-/](\\d\\d)[-/](\\d\\d)[ T](\\d\\d):(\\d\\d):(\\d\\d)(?:[.,](\\d{1,6}))?(?: ?([+-]\\d\\d):?(\\d\\d)|(Z))?", line[:80])
    if seen:
        *parts, part, hours, minutes, utc = seen.groups()
        return seconds(*parts, zone="+0000" if utc else hours + minutes if hours else "") + float("0." + (part or "0"))
    seen = re.search(r"\\b([A-Z][a-z]{2}) +(\\d{1,2}) (\\d\\d):(\\d\\d):(\\d\\d) (\\d{4})\\b", line[:80])
    if seen and seen.group(1) in MONTHS:
        m, d, h, minute, s, y = seen.groups()
        return seconds(y, MONTHS.index(m) + 1, d, h, minute, s)
    return None


def seconds(*parts, zone=""):
    try:
        local = time.mktime(tuple(map(int, parts)) + (0, 0, -1))
        if not zone:
            return local
        away = int(zone[1:3]) * 3600 + int(zone[3:5]) * 60
        return local + time.localtime(local).tm_gmtoff - (away if zone[0] == "+" else -away)
    except (ValueError, OverflowError):
        return 0.0


class File:
    def __init__(self, path, source, of=""):
        self.path, self.source, self.of, self.rest, self.file = path, source, of, b"", None
        stamp = of[:15].replace("T", "")
        self.last = seconds(stamp[:4], stamp[4:6], stamp[6:8], stamp[8:10], stamp[10:12], stamp[12:14], zone="+0000") if of else 0.0

    def open(self):
        try:
            self.file = open(self.path, "rb", buffering=0)
        except OSError:
            self.file = None
        return self.file

    def former(self):
        """What is there already, and of the file before the last rotation what may be asked for."""
        raw = b""
        try:
            with open(self.path + ".1", "rb") as file:
                raw = tail_of(file)
        except OSError:
            pass
        if not self.open():
            return self.lines(raw)
        found = self.lines(raw + tail_of(self.file))
        # Lines without a time have that of the line before; the last ones were written when the file was.
        written = os.fstat(self.file.fileno()).st_mtime
        for one in reversed(found):
            if one.pop("dated"):
                break
            one["at"] = self.last = written
        return found

    def more(self):
        """What has come since; a rotated file is read to its end before the new one."""
        raw = self.file.read() if self.file else b""
        try:
            there = os.stat(self.path)
        except OSError:
            return self.lines(raw, live=True)
        here = os.fstat(self.file.fileno()) if self.file else None
        if here is None or (there.st_dev, there.st_ino) != (here.st_dev, here.st_ino):
            fresh = self.open()
            raw += fresh.read() if fresh else b""
        elif there.st_size < self.file.tell():
            self.file.seek(0)
            raw += self.file.read()
        return self.lines(raw, live=True)

    def lines(self, raw, live=False):
        *whole, self.rest = (self.rest + raw).split(b"\\n")
        if not live and self.source == "nginx":  # each line has its time, so those before the last ones are in nobody's way
            whole = whole[max(0, len(whole) - count):]
        found = []
        for line in whole:
            text = line.decode("utf-8", "replace")
            at = moment(text)
            self.last = at if at else time.time() if live else self.last
            found.append(dict(entry(self.last, self.source, text, self.of), dated=bool(at)))
        return found


def tail_of(file):
    size = file.seek(0, 2)
    file.seek(max(0, size - MOST))
    raw = file.read()
    return raw if size <= MOST else raw.partition(b"\\n")[2]


def files(known):
    found = [(path, "nginx", "") for path in (access, error) if path and nginx == "1"]
    if manager == "supervisor":
        pattern = "/var/log/supervisor/%s-%s-stdout---*.log" % (glob.escape(app), release if release != "-" else "*")
        for path in glob.glob(pattern):
            seen = re.match("%s-(%s)-stdout" % (re.escape(app), ID), os.path.basename(path))
            if seen:
                found.append((path, "app", seen.group(1)))
    return [File(*one) for one in found if one[0] not in known]


hidden = secrets(app)
if nginx == "1" and not access and not error:
    say({"note": "the site writes no log of its own into /var/log/nginx: see access_log and error_log in deploy/nginx.conf"})
wanted, named, live = matches()
begun = time.time()
open_files = files(())
past = [one for file in open_files for one in file.former() if one["at"] >= since]
if wanted:
    # Backwards, since \`-n\` together with \`--since\` gives the first ones.
    argv = JOURNAL + named + ["-r", "-n", str(count)] + (["--since", "@%d" % since] if since else [])
    said = subprocess.run(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    past += [one for line in reversed(said.splitlines()) for one in of_journal(line) if one["at"] <= begun]
past.sort(key=lambda one: one["at"])
for one in past[len(past) - min(count, len(past)):]:
    say(one)
if not follow:
    sys.exit(0)
say({"live": True})

journal = None
if wanted:
    argv = JOURNAL + ["-f", "-n", "all", "--since", "@%d" % begun] + live
    journal = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
try:
    rest = b""
    while True:
        sources = [0] + ([journal.stdout.fileno()] if journal else [])
        heard = select.select(sources, [], [], 0.25)[0]
        if 0 in heard and not os.read(0, 4096):
            break
        if journal and journal.stdout.fileno() in heard:
            chunk = os.read(journal.stdout.fileno(), 65536)
            if not chunk:
                break
            *whole, rest = (rest + chunk).split(b"\\n")
            for line in whole:
                for one in of_journal(line):
                    if one["at"] > begun:
                        say(one)
        open_files += files([file.path for file in open_files])
        for file in open_files:
            for one in file.more():
                say(one)
except OSError:  # nobody reads any more
    pass
finally:
    if journal:
        journal.kill()
        journal.wait()
`),`# --- exec: a command of a person's, as the app's user in a release -------------------------------------------------

parent_of() {
  read -r stat <"/proc/$1/stat" || return 0
  stat=\${stat##*) }
  stat=\${stat#* }
  echo "\${stat%% *}"
}

# exec ID|current pty|pipe COMMAND; stdin, stdout and the exit code are the command's
exec_in() {
  if [ "\${1-}" = current ]; then
    now=$(readlink "$BASE/current") || fail "nothing was deployed yet"
    shift
    set -- "\${now#releases/}" "$@"
  fi
  checked_release "\${1-}"
  command=\${3-}
  [ -n "$command" ] || refuse "no command"
  unit=$APP-exec-$$
  mode=\${2-}
  # shellcheck disable=SC2016  # the unit's sh expands it
  set -- --quiet --wait --collect --unit="$unit" -p User="$APP" -p Group="$APP" -p WorkingDirectory="$release" \\
    -p EnvironmentFile="-$BASE/shared/.env" -p UMask=0027 -p NoNewPrivileges=yes -p PrivateTmp=yes \\
    -E "PATH=$release/.venv/bin:$PATH" -E "VIRTUAL_ENV=$release/.venv" -E "RELEASE=$id" -E "FLASK_DEPLOY_EXEC=$command" \\
    sh -c 'command=$FLASK_DEPLOY_EXEC; unset FLASK_DEPLOY_EXEC; eval "$command"'
  case $mode in
  pty)
    case \${TERM-} in '' | *[!A-Za-z0-9._+-]*) TERM=dumb ;; esac
    exec systemd-run --pty -E "TERM=$TERM" "$@"
    ;;
  pipe) ;;
  *) refuse "neither pty nor pipe" ;;
  esac
  # The unit would outlive a caller who has hung up: sshd is gone then, and whoever it was the parent of has another.
  above=$(parent_of $PPID)
  exec 3<&0
  systemd-run --pipe "$@" <&3 3<&- &
  client=$!
  (
    while sleep 1; do
      if [ "$(parent_of $$)" != $PPID ] || [ "$(parent_of $PPID)" != "$above" ]; then
        systemctl stop "$unit.service"
        exit
      fi
    done
  ) </dev/null >/dev/null 2>&1 3<&- &
  watcher=$!
  trap 'quietly systemctl stop "$unit.service" || :' HUP INT TERM
  code=0
  wait $client || code=$?
  kill $watcher
  exit $code
}
`,`# --- facts: what \`doctor\` needs root to see; one fact a line, its kind first. What is not installed says nothing -----

within() { timeout -k 1 4 "$@" 2>&1 </dev/null || :; }
has() { command -v "$1" >/dev/null 2>&1; }

# ADDRESS is where the question comes from: whether fail2ban has banned it.
facts() {
  case \${1-} in '' | *[!0-9a-f.:]*) refuse "not an address" ;; esac
  echo "protocol $PROTOCOL"
  if has nginx; then
    # Its own words come with a date and a process, or with its name in front.
    within nginx -T | awk '/^# configuration file / { sub(/:$/, "", $4); print "nginx-file", $4 }
      /^nginx: / || /^[0-9\\/]+ [0-9:]+ \\[[a-z]+\\] / { sub(/^nginx: |^[0-9\\/]+ [0-9:]+ /, ""); sub(/ [0-9]+#[0-9]+:/, ""); print "nginx", $0 }'
  fi
  sudoers=/etc/sudoers.d/flask-deploy-$APP
  [ ! -f "$sudoers" ] || echo "sudoers $(stat -c '%a %U' "$sudoers") $(sha256sum <"$sudoers" | cut -d' ' -f1)"
  [ ! -d "$SAVED" ] || echo "saved $(stat -c %Y "$SAVED")"
  if has sshd; then within sshd -T | awk '$1 ~ /^(maxstartups|permitrootlogin|passwordauthentication)$/ { print "sshd", $0 }'; fi
  facts_firewall "$1"
  if has journalctl; then
    # systemd's own word for it; the kernel's, where the killed process was in no unit's charge.
    within journalctl -q --no-pager --since=-7d -o short-iso -n 5 MESSAGE_ID=fe6faa94e7774663a0da52717891d8ef | sed 's/^/oom /'
    within journalctl -q --no-pager --since=-7d -o short-iso -n 5 -k -g 'Out of memory: Killed' | sed 's/^/oom /'
  fi
  profiles=/sys/kernel/security/apparmor/profiles
  [ ! -r "$profiles" ] || grep -E 'nginx|uwsgi|gunicorn' "$profiles" | sed 's/^/apparmor /' || :
  echo end
}

facts_firewall() {
  if has nft; then
    within nft list ruleset | head -n 400 | sed 's/^/nft /'
  elif has iptables; then
    within iptables -w 2 -S | head -n 400 | sed 's/^/iptables /'
  fi
  if has ufw; then within ufw status | head -n 100 | sed 's/^/ufw /'; fi
  if has fail2ban-client; then within fail2ban-client banned "$1" | head -n 1 | sed 's/^/banned /'; fi
}
`,`# --- the call --------------------------------------------------------------------------------------------------------

verb=\${1-}
[ $# -eq 0 ] || shift
case $verb in
start | stop | drained | switch | run | boot | restore | settle | report | logs | facts) "$verb" "$@" ;;
install) install_config "$@" ;;
env) env_from_stdin "$@" ;;
exec) exec_in "$@" ;;
drift) checked_release "\${1-}"; each_file print_drift ;;
tail) checked_id "\${1-}"; state; log ;;
version) echo $PROTOCOL ;;
*) refuse "start, stop, switch, run, install, env, restore, settle, drift, tail, report, logs, exec, facts, boot or version, not '$verb'" ;;
esac
`].join(`
`),n=/^PROTOCOL=(\d+)$/m.exec(t)?.[1]??``;function r({name:e,processManager:n,socket:r,site:i,allowConfig:a}){let o={APP:e,MANAGER:n,SOCKET:r,SITE:i,ALLOW_CONFIG:a?`1`:`0`};return t.replace(/^([A-Z_]+)='@\1@'/gm,(e,t)=>{let n=o[t]??``;if(!/^[A-Za-z0-9@/._-]+$/.test(n))throw Error(`the helper's ${t} would be ${JSON.stringify(n)}`);return`${t}='${n}'`})}function i(t,n){return`# ${n} deploys ${t}. The program checks its arguments itself: a pattern here would also match blanks.\n${n} ALL=(root) NOPASSWD: ${e(t)}\n`}export{r as n,i as r,n as t};