# --- exec: a command of a person's, as the app's user in a release -------------------------------------------------

parent_of() {
  read -r stat <"/proc/$1/stat" || return 0
  stat=${stat##*) }
  stat=${stat#* }
  echo "${stat%% *}"
}

# exec ID|current pty|pipe COMMAND; stdin, stdout and the exit code are the command's
exec_in() {
  if [ "${1-}" = current ]; then
    now=$(readlink "$BASE/current") || fail "nothing was deployed yet"
    shift
    set -- "${now#releases/}" "$@"
  fi
  checked_release "${1-}"
  command=${3-}
  [ -n "$command" ] || refuse "no command"
  unit=$APP-exec-$$
  mode=${2-}
  # shellcheck disable=SC2016  # the unit's sh expands it
  set -- --quiet --wait --collect --unit="$unit" -p User="$APP" -p Group="$APP" -p WorkingDirectory="$release" \
    -p EnvironmentFile="-$BASE/shared/.env" -p UMask=0027 -p NoNewPrivileges=yes -p PrivateTmp=yes \
    -E "PATH=$release/.venv/bin:$PATH" -E "VIRTUAL_ENV=$release/.venv" -E "RELEASE=$id" -E "FLASK_DEPLOY_EXEC=$command" \
    sh -c 'command=$FLASK_DEPLOY_EXEC; unset FLASK_DEPLOY_EXEC; eval "$command"'
  case $mode in
  pty)
    case ${TERM-} in '' | *[!A-Za-z0-9._+-]*) TERM=dumb ;; esac
    exec systemd-run --pty -E "TERM=$TERM" "$@"
    ;;
  pipe) ;;
  *) refuse "neither pty nor pipe" ;;
  esac
  # The unit would outlive a caller who has hung up: sshd is gone then, and whoever it was the parent of has another.
  above=$(parent_of $PPID)
  exec 3<&0
  systemd-run --pipe "$@" <&3 3<&- &
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
  trap 'quietly systemctl stop "$unit.service" || :' HUP INT TERM
  code=0
  wait $client || code=$?
  kill $watcher
  exit $code
}
