# --- the verbs for instances and traffic -----------------------------------------------------------------------------

# The service too: a timer that has fired would stop the instance between its start and its switch. A stop that has begun
# already comes to its end, and the start comes behind it: of a job's own accord under systemd, elsewhere by the lock.
keep_warm() {
  quietly systemctl stop "$APP-stop-$id.timer" || :
  in_turn
  quietly systemctl stop "$APP-stop-$id.service" || :
}
has_traffic() { [ "$(readlink "$RUN/current.sock")" = "$id.sock" ]; }

start() {
  checked_release "${1-}"
  [ $# -lt 2 ] || checked_seconds "$2"
  begun=$(date +%s)
  keep_warm
  if is_former; then finish; fi
  place
  begin "${2:-60}" && return 0
  state >&2
  log "$begun" | tail -n 20 >&2
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
  quietly systemctl stop "$APP-run-$id-*.service" || :
  rm -f "$TASKS/$APP-run-$id"-*
  finish
  if has_traffic; then rm -f "$RUN/current.sock"; fi
}

# What the timer of `stop ID SECONDS` calls: meanwhile a rollback may have given it the traffic back.
drained() {
  checked_id "${1-}"
  has_traffic || finish
}

# TARGET PATH [LIKE]: a symlink in one step, with the owner of LIKE
link() {
  ln -sfn "$1" "$2.next"
  [ $# -lt 3 ] || chown -h --reference="$3" "$2.next"
  mv -fT "$2.next" "$2"
}
# It gets the owner of what it leads to, or nginx, which follows links only then, would refuse to go on from here.
link_live() { link "releases/$id" "$BASE/current" "$BASE/releases"; }
link_current() { link "$id.sock" "$RUN/current.sock"; }

# switch ID|none: only a first deploy that is taken back leaves nobody to have the traffic
switch() {
  if [ "${1-}" = none ]; then
    rm -f "$RUN/current.sock" "$BASE/current"
    return 0
  fi
  checked_release "${1-}"
  [ -S "$RUN/$id.sock" ] || fail "$id does not listen: there is no $RUN/$id.sock"
  link_current
  link_live
  retry_tls
}
