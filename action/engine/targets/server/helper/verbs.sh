# --- the call --------------------------------------------------------------------------------------------------------

verb=${1-}
[ $# -eq 0 ] || shift
case $verb in
start | stop | drained | switch | run | share | boot | restore | settle | tidy | report | logs | facts | tls) "$verb" "$@" ;;
install) install_config "$@" ;;
env) env_from_stdin "$@" ;;
exec) exec_in "$@" ;;
tail)
  checked_id "${1-}"
  case ${2-0} in *[!0-9]* | ???????????*) refuse "not a number of seconds" ;; esac
  state
  log "${2-0}"
  ;;
version) echo $PROTOCOL ;;
*) refuse "start, stop, switch, run, install, env, share, restore, settle, tidy, tail, report, logs, exec, facts, tls, boot or version, not '$verb'" ;;
esac
