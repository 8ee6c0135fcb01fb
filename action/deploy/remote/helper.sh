#!/bin/sh
# What the login that deploys may do as root, and nothing else. Installed by `create-flask-deploy setup` as
# /usr/local/lib/flask-deploy/APP (root:root 0755), called through one sudoers line. Every argument is checked by its
# shape; paths are made here, never taken. Each change to a file is a rename, so being killed at any point is safe.
#
#   start ID [SECONDS]   start the instance of a release; ends when it is up (1: it is not, with its last lines)
#   stop ID [SECONDS]    stop it gracefully, now or in SECONDS (then only if it has no traffic); tidy what it left
#   switch ID            all new requests go to it
#   run ID SECONDS       the command on stdin, as the app's user in the release (124: it took too long)
#   install ID           unit, site and socket files of the release, all or none (3: not allowed, 4: nginx was broken)
#   env                  stdin becomes the app's environment
#   restore | settle     put back what `install` and `env` replaced | keep it for good
#   drift ID             which of the release's unit, site and socket files are not what is installed
#   tail ID              state of the instance, then its last log lines
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
ALLOW_CONFIG='@ALLOW_CONFIG@' # 1: `install` may replace unit, site and socket files

PROTOCOL=1
BASE=/srv/$APP
RUN=/run/$APP
UNITS=/etc/systemd/system
LIB=/usr/local/lib/flask-deploy
SAVED=/var/lib/flask-deploy/$APP # what `install` and `env` replaced, until `restore` or `settle`

refuse() { echo "flask-deploy: $*" >&2; exit 2; }
fail() { echo "flask-deploy: $*" >&2; exit 1; }
quietly() { "$@" >/dev/null 2>&1; }

# A newline would make grep see two lines, so odd characters go first.
checked_id() {
  case ${1-} in '' | *[!0-9TZa-f-]*) refuse "not the id of a release" ;; esac
  echo "$1" | grep -Eqx '[0-9]{8}T[0-9]{6}Z-[0-9a-f]{7,12}' || refuse "not the id of a release: $1"
  id=$1 release=$BASE/releases/$1
}
checked_release() {
  checked_id "${1-}"
  if [ ! -d "$release" ] || [ -L "$release" ]; then fail "there is no release $id in $BASE/releases"; fi
}
checked_seconds() {
  case ${1-} in '' | *[!0-9]* | ??????*) refuse "not a number of seconds" ;; esac
}

# Until this process ends, nobody else does the same to the app, or to one of its releases.
one_at_a_time() { exec 9>"/run/flask-deploy-$APP${1-}.lock"; flock 9; }

# --- one small interface over the three process managers: place, begin, state, log, finish -------------------------

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
    systemctl start "$APP-emperor.service" || return 1
    while [ "$(date +%s)" -le $end ]; do
      [ ! -S "$RUN/$id.sock" ] || return 0
      sleep 0.05
    done
    return 1
    ;;
  esac
}

state() {
  case $MANAGER in
  systemd)
    systemctl show "$APP@$id.service" -p ActiveState,SubState,Result,ExecMainStatus,NRestarts |
      awk -F= '{ v[$1] = $2 } END { printf "%s (%s), result %s, exit status %s, restarted %s times\n",
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

# --- the verbs ------------------------------------------------------------------------------------------------------

keep_warm() { quietly systemctl stop "$APP-stop-$id.timer" || :; }
has_traffic() { [ "$(readlink "$RUN/current.sock")" = "$id.sock" ]; }

start() {
  checked_release "${1-}"
  [ $# -lt 2 ] || checked_seconds "$2"
  keep_warm
  [ "$MANAGER" = systemd ] || one_at_a_time "-$id"
  [ -d "$RUN" ] || install -d -o "$APP" -g "$APP" -m 0750 "$RUN"
  place
  begin "${2:-60}" && return 0
  state >&2
  log | tail -n 20 >&2
  exit 1
}

stop() {
  checked_id "${1-}"
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

# What the timer of `stop ID SECONDS` calls: meanwhile a rollback may have given it the traffic back.
drained() {
  checked_id "${1-}"
  has_traffic || finish
}

link_current() {
  ln -sfn "$id.sock" "$RUN/current.sock.next"
  mv -fT "$RUN/current.sock.next" "$RUN/current.sock"
}

switch() {
  checked_release "${1-}"
  [ -S "$RUN/$id.sock" ] || fail "$id does not listen: there is no $RUN/$id.sock"
  link_current
}

run() {
  checked_release "${1-}"
  checked_seconds "${2-}"
  command=$(cat)
  # A unit of its own, so that nothing it starts outlives it, and `stop` can end it.
  # The command travels in the environment, because systemd would expand ${…} in an argument.
  # shellcheck disable=SC2016  # the unit's sh expands it
  exec systemd-run --quiet --pipe --wait --collect --unit="$APP-run-$id" -p User="$APP" -p Group="$APP" \
    -p WorkingDirectory="$release" -p EnvironmentFile="-$BASE/shared/.env" -p NoNewPrivileges=yes -p PrivateTmp=yes \
    -E "PATH=$release/.venv/bin:$PATH" -E "RELEASE=$id" -E "FLASK_DEPLOY_HOOK=$command" \
    timeout -k 5 "$2" sh -c 'eval "$FLASK_DEPLOY_HOOK"' </dev/null
}

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

open_saved() { mkdir -p "${SAVED%/*}"; [ -d "$SAVED" ] || mkdir -m 0700 "$SAVED"; }

install_config() {
  checked_release "${1-}"
  drift=$(each_file print_drift | tr '\n' ' ')
  [ -n "$drift" ] || return 0
  [ "$ALLOW_CONFIG" = 1 ] || { echo "flask-deploy: setup was not told to allow changes of ${drift% }" >&2; exit 3; }
  one_at_a_time
  each_file require
  said=$(nginx -t 2>&1) || { printf '%s\nflask-deploy: nginx refused its configuration before anything was changed\n' "$said" >&2; exit 4; }
  open_saved
  echo "$id" >"$SAVED/for"
  changed=''
  said=''
  # A file that nginx refuses, or a full disk in the middle: everything as it was.
  if each_file replace && said=$(nginx -t 2>&1) && apply; then return 0; fi
  restore
  fail "${said:-the files could not be put in place}"
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

# Runs before nginx and the process manager: nothing here waits.
boot() {
  now=$(readlink "$BASE/current") || return 0
  checked_release "${now#releases/}"
  # Switched off in the middle of `install`, before the new release had traffic.
  if [ -e "$SAVED/for" ] && [ "$(cat "$SAVED/for")" != "$id" ]; then
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

verb=${1-}
[ $# -eq 0 ] || shift
case $verb in
start | stop | drained | switch | run | boot | restore | settle) "$verb" "$@" ;;
install) install_config "$@" ;;
env) env_from_stdin ;;
drift) checked_release "${1-}"; each_file print_drift ;;
tail) checked_id "${1-}"; state; log ;;
version) echo $PROTOCOL ;;
*) refuse "start, stop, switch, run, install, env, restore, settle, drift, tail, boot or version, not '$verb'" ;;
esac
