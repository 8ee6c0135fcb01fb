saved_for_another() { [ -e "$SAVED/$1" ] && [ "$(cat "$SAVED/$1")" != "$id" ]; }

# Runs before nginx and the process manager: nothing here waits.
boot() {
  current || return 0
  # Switched off behind `install` or `env`, before the new release had traffic.
  if saved_for_another for || saved_for_another env.for; then
    changed=''
    each_file put_back
    put_env_back
    systemctl daemon-reload
    rm -rf "$SAVED"
  fi
  # Those that were draining have no timer any more.
  for left in "/etc/supervisor/conf.d/$APP"-????????T??????Z-*.conf "$BASE"/vassals/????????T??????Z-*.ini; do
    case $left in *"$id"*) ;; *) rm -f "$left" ;; esac
  done
  place
  link_live
  link_current
  bring_back
}
