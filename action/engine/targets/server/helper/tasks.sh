# --- commands as the app's user in a release, in the sandbox of its unit: hooks, and those of a person ------------------

# The lines of the unit that keep the app in, as arguments of systemd-run: what a hook or a person starts is as safe.
sandbox() {
  unit=$(sandboxed)
  if [ -z "$unit" ]; then echo NoNewPrivileges=yes; echo PrivateTmp=yes; return 0; fi
  # The last line first: each goes in front of the one before.
  awk '/^\[/ { inside = ($0 == "[Service]") } inside && /^(UMask|NoNewPrivileges|CapabilityBoundingSet|AmbientCapabilities|KeyringMode|LockPersonality|MemoryDenyWriteExecute|RemoveIPC|ReadWritePaths|ReadOnlyPaths|InaccessiblePaths|Private[A-Za-z]*|Protect[A-Za-z]*|ProcSubset|Restrict[A-Za-z]*|SystemCall[A-Za-z]*|IPAddress[A-Za-z]*)=/' "$unit" | tac
}

# The command lies in a file of root's that the app may read: on a command line everybody could, and in the environment
# a variable of the app's own could take its place.
TASKS=/run/flask-deploy
keep_script() {
  mkdir -p "$TASKS"
  chmod 0755 "$TASKS"
  (umask 077 && cat >"$script.new")
  chgrp "$APP" "$script.new"
  chmod 0640 "$script.new"
  mv -f "$script.new" "$script"
}

# in_unit UNIT --pipe|--pty OPTION... COMMAND...
in_unit() {
  unit_name=$1 how=$2
  shift 2
  while read -r line; do
    [ -z "$line" ] || set -- -p "$line" "$@"
  done <<EOF
$(sandbox)
EOF
  systemd-run --quiet --wait --collect "$how" --unit="$unit_name" -p User="$APP" -p Group="$APP" -p WorkingDirectory="$release" \
    -p EnvironmentFile="-$ENV" -E "PATH=$release/.venv/bin:$PATH" -E "VIRTUAL_ENV=$release/.venv" -E "RELEASE=$id" "$@"
}

run() {
  checked_release "${1-}"
  checked_seconds "${2-}"
  # A unit of its own, so that nothing it starts outlives it, and `stop` can end it. Its name is no other run's: systemd
  # may still have the unit of a hook that has just ended, and would refuse the next one.
  unit=$APP-run-$id-$$
  script=$TASKS/$unit
  head -c 1048576 | keep_script
  code=0
  in_unit "$unit" --pipe timeout -k 5 "$2" sh "$script" </dev/null || code=$?
  rm -f "$script"
  exit $code
}

parent_of() {
  read -r stat <"/proc/$1/stat" || return 0
  stat=${stat##*) }
  stat=${stat#* }
  echo "${stat%% *}"
}

# exec ID|current pty|pipe COMMAND; stdin, stdout and the exit code are the command's
exec_in() {
  if [ "${1-}" = current ]; then current || fail "nothing was deployed yet"; else checked_release "${1-}"; fi
  [ -n "${3-}" ] || refuse "no command"
  unit=$APP-exec-$$
  script=$TASKS/$unit
  printf '%s\n' "$3" | keep_script
  code=0
  case ${2-} in
  pty)
    case ${TERM-} in '' | *[!A-Za-z0-9._+-]*) TERM=dumb ;; esac
    in_unit "$unit" --pty -E "TERM=$TERM" sh "$script" || code=$?
    rm -f "$script"
    exit $code
    ;;
  pipe) ;;
  *) rm -f "$script"; refuse "neither pty nor pipe" ;;
  esac
  # The unit would outlive a caller who has hung up: sshd is gone then, and whoever it was the parent of has another.
  above=$(parent_of $PPID)
  exec 3<&0
  in_unit "$unit" --pipe sh "$script" <&3 3<&- &
  client=$!
  (
    while sleep 1; do
      if [ "$(parent_of $$)" != $PPID ] || [ "$(parent_of $PPID)" != "$above" ]; then
        systemctl stop "$unit.service"
        exit
      fi
    done
  ) </dev/null >/dev/null 2>&1 3<&- &
  watcher=$!
  trap 'quietly systemctl stop "$unit.service" || :; rm -f "$script"' HUP INT TERM
  wait $client || code=$?
  kill $watcher
  rm -f "$script"
  exit $code
}
