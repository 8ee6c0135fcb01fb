# --- the app's environment, and the folders that it may write --------------------------------------------------------

# systemd reads it as root. Neither supervisord nor the emperor does: there the app's own start script has to.
write_env() {
  mkdir -p "${ENV%/*}"
  (umask 077 && head -c 1048576 >"$ENV.new") || fail "the environment could not be written"
  if [ "$READS_ENV" = app ]; then chgrp "$APP" "$ENV.new" && chmod 0640 "$ENV.new"; fi
  mv -f "$ENV.new" "$ENV"
}
put_env_back() {
  if [ -e "$SAVED/env" ]; then
    write_env <"$SAVED/env"
  elif [ -e "$SAVED/env.none" ]; then
    rm -f "$ENV"
  fi
}
env_from_stdin() {
  open_saved
  if [ $# -gt 0 ]; then
    checked_id "$1"
    echo "$id" >"$SAVED/env.for"
  fi
  if [ ! -e "$SAVED/env" ] && [ ! -e "$SAVED/env.none" ]; then
    if [ -e "$ENV" ]; then
      (umask 077 && cat "$ENV" >"$SAVED/.saving")
      mv "$SAVED/.saving" "$SAVED/env"
    else
      : >"$SAVED/env.none"
    fi
  fi
  write_env
}

# share: one path a line, made below /srv/APP/shared; only the last folder of each is the app's to write. A line that begins
# with "web " is for nginx to read as well. Only root writes above them, so what is found here cannot be swapped meanwhile.
share() {
  web=$(sed -n "s/^SocketGroup=//p" "$UNITS/$APP@.socket" 2>/dev/null)
  while IFS= read -r path; do
    group=$APP
    case $path in 'web '*) path=${path#web } group=${web:-www-data} ;; esac
    case /$path/ in *//* | */./* | */../* | */-*) refuse "not a path in shared: $path" ;; esac
    at=$BASE/shared
    rest=$path
    while [ -n "$rest" ]; do
      part=${rest%%/*}
      case $rest in */*) rest=${rest#*/} ;; *) rest='' ;; esac
      at=$at/$part
      if [ -L "$at" ]; then fail "$at is a link: remove it, or move what it leads to in its place"; fi
      if [ -n "$rest" ]; then
        [ -d "$at" ] || mkdir -m 0755 "$at"
        [ "$(stat -c %U "$at")" = root ] || fail "$at is not root's, so $path cannot be made in it"
      elif [ ! -d "$at" ]; then
        mkdir -m 0700 "$at"
        chown "$APP:$group" "$at"
        chmod 2750 "$at"
      fi
    done
  done
}
