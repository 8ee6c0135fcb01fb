# --- the call --------------------------------------------------------------------------------------------------------

verb=${1-}
[ $# -eq 0 ] || shift
case $verb in
start | stop | drained | switch | run | boot | restore | settle | report | logs | facts) "$verb" "$@" ;;
install) install_config "$@" ;;
env) env_from_stdin "$@" ;;
exec) exec_in "$@" ;;
drift) checked_release "${1-}"; each_file print_drift ;;
tail) checked_id "${1-}"; state; log ;;
version) echo $PROTOCOL ;;
*) refuse "start, stop, switch, run, install, env, restore, settle, drift, tail, report, logs, exec, facts, boot or version, not '$verb'" ;;
esac
