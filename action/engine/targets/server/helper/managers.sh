# --- what the process managers have in common ---------------------------------------------------------------------------
#
# Setup puts one file of managers/ behind this one, by the app's process manager. Each has the same functions, on release $id:
#   place             what must be on disk for it to know the instance, also after a reboot
#   in_turn           until this process ends, no other starts or stops the instance
#   begin SECONDS     ends when the instance is up (0), or never will be. The release's socket comes last where it leads to
#                     another one: as soon as it is there, requests may come
#   state, log SINCE  one line, and the last lines since so many seconds after 1970
#   before_end        before the socket is stopped
#   end SOCKET        after that: the app server, which listens there
#   log_units         units whose words in the journal are the app's, with %i for the release
#   log_files         a pattern of the files that have them, with %i for the release
#   bring_back        after a reboot; waits for nothing
#   instances         instance ID STATE RESULT RESTARTS, of all releases
#   sandboxed         the unit whose sandbox the app is in; nothing where there is none

# Where the app server itself listens when systemd cannot hand it the release's socket.
own_socket() { echo "$RUN/app/$id.sock"; }

# One that was made before systemd held the sockets, and is still draining: it listens where systemd's socket has to be.
is_former() { [ "$HANDS_SOCKET" = 0 ] && [ -S "$RUN/$id.sock" ] && ! quietly systemctl is-active "$APP@$id.socket"; }
listens() { python3 -I -c 'import socket, sys; socket.socket(socket.AF_UNIX).connect(sys.argv[1])' "$1" 2>/dev/null; }

finish() {
  in_turn
  before_end
  # Asked before the socket is stopped, while which any release looks like a former one.
  if is_former; then listening=$RUN/$id.sock; else listening=$(own_socket); fi
  # First of all, or a connection that waits in it starts the service again. systemd stops the service with it, and before it.
  quietly systemctl stop --no-block "$APP@$id.socket" || :
  end "$listening"
  if [ "$HANDS_SOCKET" = 0 ]; then
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
