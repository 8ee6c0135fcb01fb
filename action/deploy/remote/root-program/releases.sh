# --- the verbs for instances and traffic -----------------------------------------------------------------------------

# The service too: a timer that has fired would stop the instance between its start and its switch. Where the stop has
# begun already, the start comes behind it.
keep_warm() { quietly systemctl stop "$APP-stop-$id.timer" "$APP-stop-$id.service" || :; }
has_traffic() { [ "$(readlink "$RUN/current.sock")" = "$id.sock" ]; }

start() {
  checked_release "${1-}"
  [ $# -lt 2 ] || checked_seconds "$2"
  keep_warm
  [ "$MANAGER" = systemd ] || one_at_a_time "-$id"
  # What a stop that was just ended has not tidied yet.
  if [ -S "$RUN/$id.sock" ] && [ "$MANAGER" = systemd ]; then
    case $(systemctl is-active "$APP@$id.service") in inactive | failed | deactivating) rm -f "$RUN/$id.sock" ;; esac
  fi
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
