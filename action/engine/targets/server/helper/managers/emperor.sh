# --- the uWSGI emperor: a vassal for each release, all of them in one unit ---------------------------------------------

vassal() { echo "$BASE/vassals/$1.ini"; }

place() { [ -e "$(vassal "$id")" ] || ln -sfn "$release/deploy/uwsgi.ini" "$(vassal "$id")"; }
in_turn() { one_at_a_time "-$id"; }

begin() {
  begun=$(date +%s)
  limit=$((begun + $1))
  tries=0
  systemctl start "$APP-emperor.service" || return 1
  while [ "$(date +%s)" -le "$limit" ]; do
    if [ -S "$(own_socket)" ]; then systemctl start "$APP@$id.socket" && return 0 || return 1; fi
    sleep 0.05
    tries=$((tries + 1))
    # A vassal that cannot import the app dies at once, and again each second: to wait for the limit helps nobody.
    if [ $((tries % 10)) -eq 0 ] && journalctl -q --no-pager -o cat -u "$APP-emperor.service" --since "@$begun" |
      grep -qF "curse the uwsgi instance $(vassal "$id") "; then return 1; fi
  done
  return 1
}

state() { if [ -S "$(own_socket)" ]; then echo "vassal $id: listening"; else echo "vassal $id: not listening"; fi; }
log_units() { echo "$APP-emperor.service"; }
log_files() { :; }
log() { journalctl -q --no-pager -o cat -n 120 --since "@$1" -u "$APP-emperor.service" || :; }

before_end() { :; }
end() {
  rm -f "$(vassal "$id")"
  # The emperor looks at its folder now and then, and the vassal ends in its own time.
  tries=0
  while [ -S "$1" ] && listens "$1" && [ $tries -lt 200 ]; do sleep 0.05; tries=$((tries + 1)); done
}

bring_back() { systemctl start --no-block "$APP@$id.socket" "$APP-emperor.service"; }

instances() {
  for ini in "$BASE"/vassals/????????T??????Z-*.ini; do
    [ -L "$ini" ] || continue
    id=${ini##*/} id=${id%.ini} state=down
    [ ! -S "$(own_socket)" ] || state=listening
    echo "instance $id $state - 0"
  done
}

sandboxed() { echo "$UNITS/$APP-emperor.service"; }
