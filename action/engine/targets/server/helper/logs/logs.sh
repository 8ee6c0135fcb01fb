# --- logs: what the app, its process manager and nginx have written, without the app's secrets -----------------------

# logs LINES SINCE FOLLOW ID NGINX: so many of the last lines, since so many seconds after 1970, FOLLOW and NGINX 0 or 1, ID or -
logs() {
  for number in "${1-}" "${2-}"; do
    case $number in '' | *[!0-9]* | ???????????*) refuse "not a number" ;; esac
  done
  case ${3-}${5-} in [01][01]) ;; *) refuse "neither 0 nor 1" ;; esac
  [ "${4-}" = - ] || checked_id "${4-}"
  # The program comes by another way than stdin, whose end tells it that nobody listens any more.
  exec python3 -I -S /dev/fd/3 "$APP" "$(log_units)" "$(log_files)" "$1" "$2" "$3" "$4" "$5" "$(site_log access_log)" "$(site_log error_log)" 3<<'PYTHON'
# @LOGS@
PYTHON
}
