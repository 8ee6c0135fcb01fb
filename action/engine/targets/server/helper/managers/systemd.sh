# --- systemd: an instance of the unit for each release ----------------------------------------------------------------

place() { :; }
# It puts a start behind a stop by itself.
in_turn() { :; }

begin() {
  # Up already; a release that was made before systemd held the sockets has no unit for its own.
  if [ -S "$RUN/$id.sock" ] && quietly systemctl is-active "$APP@$id.service"; then return 0; fi
  # Its own limit on starting holds, whatever the seconds are.
  systemctl start "$APP@$id.socket" "$APP@$id.service"
}

state() {
  systemctl show "$APP@$id.service" -p ActiveState,SubState,Result,ExecMainStatus,NRestarts |
    awk -F= '{ v[$1] = $2 } END { printf "%s (%s), result %s, exit status %s, restarted %s times\n",
      v["ActiveState"], v["SubState"], v["Result"], v["ExecMainStatus"], v["NRestarts"] }'
}

log_units() { echo "$APP@%i.service $APP-proxy.service $APP.socket"; }
log_files() { :; }
log() { journalctl -q --no-pager -o cat -n 120 --since "@$1" -u "$APP@$id.service" || :; }

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

before_end() { ready=$(was_ready); }
end() {
  # It serves nobody yet, and an app server that is still loading may not hear the polite signal.
  [ "$ready" = yes ] || quietly systemctl kill --signal=KILL "$APP@$id.service" || :
  stop_service
  quietly systemctl stop "$APP@$id.socket" || :
  quietly systemctl reset-failed "$APP@$id.service" || :
}

bring_back() { systemctl start --no-block "$APP@$id.socket" "$APP@$id.service"; }

instances() {
  systemctl show "$APP@*.service" -p Id,ActiveState,Result,NRestarts | awk -F= -v unit="$APP@" '
    function tell() { if (v["Id"] != "") print "instance", v["Id"], v["ActiveState"], v["Result"], v["NRestarts"] + 0; split("", v) }
    $1 == "Id" { sub(unit, "", $2); sub(/\.service$/, "", $2) }
    NF < 2 { tell(); next }
    { v[$1] = $2 }
    END { tell() }'
}

sandboxed() { echo "$UNITS/$APP@.service"; }
