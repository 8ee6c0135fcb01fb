# --- the app's environment -------------------------------------------------------------------------------------------

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
