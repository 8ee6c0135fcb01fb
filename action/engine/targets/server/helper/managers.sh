# --- one small interface over the three process managers: place, begin, state, log, finish ---------------------------

supervisor_conf() { echo "/etc/supervisor/conf.d/$APP-$1.conf"; }
vassal() { echo "$BASE/vassals/$1.ini"; }
# Where the app server itself listens when systemd cannot hand it the release's socket.
own_socket() { echo "$RUN/app/$id.sock"; }

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

# One that was made before systemd held the sockets, and is still draining: it listens where systemd's socket has to be.
is_former() { [ "$MANAGER" != systemd ] && [ -S "$RUN/$id.sock" ] && ! quietly systemctl is-active "$APP@$id.socket"; }
listens() { python3 -I -c 'import socket, sys; socket.socket(socket.AF_UNIX).connect(sys.argv[1])' "$1" 2>/dev/null; }

# Ends when the instance is up or never will be; the manager's own limit on starting holds for systemd. The release's
# socket comes last where it leads to another one: as soon as it is there, requests may come.
begin() {
  end=$(($(date +%s) + $1))
  case $MANAGER in
  systemd)
    # Up already; a release that was made before systemd held the sockets has no unit for its own.
    if [ -S "$RUN/$id.sock" ] && quietly systemctl is-active "$APP@$id.service"; then return 0; fi
    systemctl start "$APP@$id.socket" "$APP@$id.service" && return 0 || return 1
    ;;
  supervisor)
    quietly supervisorctl update "$APP-$id" || return 1
    while [ "$(date +%s)" -le $end ]; do
      case $(supervisor_state) in
      RUNNING) if [ -S "$(own_socket)" ]; then systemctl start "$APP@$id.socket" && return 0 || return 1; fi ;;
      # Also one that a stop, which was just called off, has ended after all.
      STOPPED) quietly supervisorctl start "$APP-$id" || : ;;
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
      if [ -S "$(own_socket)" ]; then systemctl start "$APP@$id.socket" && return 0 || return 1; fi
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
      awk -F= '{ v[$1] = $2 } END { printf "%s (%s), result %s, exit status %s, restarted %s times\n",
        v["ActiveState"], v["SubState"], v["Result"], v["ExecMainStatus"], v["NRestarts"] }'
    ;;
  supervisor) supervisorctl status "$APP-$id" 2>&1 | head -1 || : ;;
  emperor) if [ -S "$(own_socket)" ]; then echo "vassal $id: listening"; else echo "vassal $id: not listening"; fi ;;
  esac
}

# SINCE: seconds after 1970
log() {
  case $MANAGER in
  systemd) journalctl -q --no-pager -o cat -n 120 --since "@$1" -u "$APP@$id.service" || : ;;
  supervisor) supervisorctl tail -16000 "$APP-$id" 2>&1 | tail -n 120 || : ;;
  emperor) journalctl -q --no-pager -o cat -n 120 --since "@$1" -u "$APP-emperor.service" || : ;;
  esac
}

# "no" while it starts, and while it ends without having been ready.
was_ready() {
  systemctl show "$APP@$id.service" -p ActiveState,ActiveEnterTimestampMonotonic |
    awk -F= '{ v[$1] = $2 } END {
      state = v["ActiveState"]
      print (state == "activating" || state == "deactivating" && v["ActiveEnterTimestampMonotonic"] == 0) ? "no" : "yes" }'
}

# An app may put off its own end for ever by what it tells systemd (EXTEND_TIMEOUT_USEC): the limit of the unit holds all the same.
stop_service() {
  limit=$(systemctl show -P TimeoutStopUSec "$APP@$id.service" | awk '$0 == "infinity" { print 0; exit } {
    for (i = 1; i <= NF; i++) sum += $i * ($i ~ /[mu]s$/ ? 0 : $i ~ /min$/ ? 60 : $i ~ /h$/ ? 3600 : $i ~ /d$/ ? 86400 : 1)
    print sum + 5 }')
  if timeout "$limit" systemctl stop "$APP@$id.service"; then return 0; fi
  quietly systemctl kill --signal=KILL "$APP@$id.service" || :
  systemctl stop "$APP@$id.service"
}

finish() {
  # systemd puts a start behind the stop by itself.
  [ "$MANAGER" = systemd ] || one_at_a_time "-$id"
  [ "$MANAGER" != systemd ] || ready=$(was_ready)
  # Asked before the socket is stopped, while which any release looks like a former one.
  if is_former; then listening=$RUN/$id.sock; else listening=$(own_socket); fi
  # First of all, or a connection that waits in it starts the service again. systemd stops the service with it, and before it.
  quietly systemctl stop --no-block "$APP@$id.socket" || :
  case $MANAGER in
  systemd)
    # It serves nobody yet, and an app server that is still loading may not hear the polite signal.
    [ "$ready" = yes ] || quietly systemctl kill --signal=KILL "$APP@$id.service" || :
    stop_service
    quietly systemctl stop "$APP@$id.socket" || :
    quietly systemctl reset-failed "$APP@$id.service" || :
    ;;
  supervisor)
    rm -f "$(supervisor_conf "$id")"
    # supervisord refuses while it is at another stop or start, of this program or of its own.
    tries=0
    while [ "$tries" -lt 50 ]; do
      quietly supervisorctl update "$APP-$id" || :
      case $(supervisor_state) in '' | ERROR) break ;; esac
      sleep 0.1
      tries=$((tries + 1))
    done
    ;;
  emperor)
    rm -f "$(vassal "$id")"
    # The emperor looks at its folder now and then, and the vassal ends in its own time.
    tries=0
    while [ -S "$listening" ] && listens "$listening" && [ $tries -lt 200 ]; do sleep 0.05; tries=$((tries + 1)); done
    ;;
  esac
  if [ "$MANAGER" != systemd ]; then
    quietly systemctl stop "$APP-front@$id.service" || :
    quietly systemctl reset-failed "$APP-front@$id.service" || :
    # As the app, whose folder it lies in: there may be anything by that name.
    quietly runuser -u "$APP" -- rm -rf -- "$(own_socket)" || :
  fi
  quietly systemctl reset-failed "$APP@$id.socket" || :
  # Of a release that was made before systemd held the sockets.
  rm -f "$RUN/$id.sock"
}

# What no longer runs, and has failed, is nobody's business any more; neither is a socket that nobody holds.
tidy() {
  for unit in $(systemctl list-units --all --plain --no-legend --state=failed "$APP@*.service" "$APP@*.socket" "$APP-front@*.service" | awk '{ print $1 }'); do
    id=${unit#*@}
    id=${id%.*}
    has_traffic || quietly systemctl reset-failed "$unit" || :
  done
  for socket in "$RUN"/????????T??????Z-*.sock; do
    id=${socket##*/}
    id=${id%.sock}
    [ -S "$socket" ] || continue
    if ! has_traffic && ! quietly systemctl is-active "$APP@$id.socket" && ! listens "$socket"; then rm -f "$socket"; fi
  done
}
