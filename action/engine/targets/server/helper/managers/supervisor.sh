# --- supervisord: a program for each release -----------------------------------------------------------------------------

supervisor_conf() { echo "/etc/supervisor/conf.d/$APP-$1.conf"; }
supervisor_state() { supervisorctl status "$APP-$id" 2>/dev/null | awk '{ print $2 }'; }

place() {
  sed "s/@RELEASE@/$id/g" "$LIB/$APP.supervisor.conf" >"$(supervisor_conf "$id").new"
  mv "$(supervisor_conf "$id").new" "$(supervisor_conf "$id")"
}
in_turn() { one_at_a_time "-$id"; }

begin() {
  limit=$(($(date +%s) + $1))
  quietly supervisorctl update "$APP-$id" || return 1
  while [ "$(date +%s)" -le "$limit" ]; do
    case $(supervisor_state) in
    RUNNING) if [ -S "$(own_socket)" ]; then systemctl start "$APP@$id.socket" && return 0 || return 1; fi ;;
    # Also one that a stop, which was cut short, has ended after all.
    STOPPED) quietly supervisorctl start "$APP-$id" || : ;;
    FATAL | EXITED | UNKNOWN | '') return 1 ;;
    esac
    sleep 0.05
  done
  return 1
}

state() { supervisorctl status "$APP-$id" 2>&1 | head -1 || :; }
log_units() { :; }
log_files() { echo "/var/log/supervisor/$APP-%i-stdout---*.log"; }
log() { supervisorctl tail -16000 "$APP-$id" 2>&1 | tail -n 120 || :; }

before_end() { :; }
end() {
  rm -f "$(supervisor_conf "$id")"
  # supervisord refuses while it is at another stop or start, of this program or of its own.
  tries=0
  while [ "$tries" -lt 50 ]; do
    quietly supervisorctl update "$APP-$id" || :
    case $(supervisor_state) in '' | ERROR) break ;; esac
    sleep 0.1
    tries=$((tries + 1))
  done
}

bring_back() {
  systemctl start --no-block "$APP@$id.socket"
  if systemctl is-active -q supervisor.service; then quietly supervisorctl update || :; fi
}

instances() {
  supervisorctl status 2>/dev/null | awk -v unit="$APP-" 'index($1, unit) == 1 { print "instance", substr($1, length(unit) + 1), tolower($2), "-", 0 }'
}

sandboxed() { :; }
