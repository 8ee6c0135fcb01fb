# Stops a proxy between two requests. Frozen, it takes no connection, and whoever comes waits in its socket; when it then holds
# none either, its end cuts nobody off. After five seconds without such a moment it ends anyway. A command after its unit is
# run between the former proxy and the next one.
stop_proxy() {
  unit=$1
  shift
  pid=$(systemctl show -P MainPID "$unit")
  tries=0
  seen=''
  while [ "$pid" != 0 ] && [ "$tries" -lt 500 ]; do
    kill -STOP "$pid" 2>/dev/null || break
    # A connection has two sockets and four ends of pipes; what is more is the proxy's own, nearly always. One that it is just
    # taking has sockets and no pipes yet.
    open=$(find "/proc/$pid/fd" -type l -printf '%l\n' 2>/dev/null |
      awk '/^socket:/ { sockets++ } /^pipe:/ { pipes++ } END { print 2 * sockets - pipes, pipes + 0 }')
    seen="$seen ${open% *}"
    if [ "$tries" -ge 10 ] && [ "${open#* }" = 0 ]; then
      own=$(echo "$seen" | tr ' ' '\n' | sed 1d | sort | uniq -c | sort -rn | awk 'NR == 1 { print $2 }')
      [ "${open% *}" != "$own" ] || break
    fi
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
