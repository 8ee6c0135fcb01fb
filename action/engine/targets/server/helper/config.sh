# --- unit, site and socket files -------------------------------------------------------------------------------------

# Calls FUNCTION SOURCE TARGET for each file of the release that lives in /etc; ends with the first that fails.
each_file() {
  "$1" deploy/nginx.conf "$SITE" || return 1
  for pair in $FILES; do "$1" "${pair%%:*}" "${pair#*:}" || return 1; done
}

# What was there before lies beside its file, as a hard link: to put it back is a rename, which a full disk allows.
old=flask-deploy-old
name_source() { printf '%s\n' "$1"; }
replace() {
  cmp -s "$incoming/${1##*/}" "$2" && return 0
  install -o root -g root -m 0644 "$incoming/${1##*/}" "$2.flask-deploy-new" || return 1
  # The oldest is kept: what was there before the deploy began.
  if [ ! -e "$2.$old" ] && [ ! -e "$2.$old-none" ]; then
    if [ -e "$2" ]; then ln "$2" "$2.$old" || return 1; else : >"$2.$old-none" || return 1; fi
  fi
  mv -f "$2.flask-deploy-new" "$2" || return 1
  changed="$changed $1"
}
put_back() {
  rm -f "$2.flask-deploy-new"
  if [ -e "$2.$old" ]; then
    mv -f "$2.$old" "$2"
  elif [ -e "$2.$old-none" ]; then
    rm -f "$2"
    rm -f "$2.$old-none"
  else
    return 0
  fi
  changed="$changed $1"
}
drop_old() { rm -f "$2.$old" "$2.$old-none"; }

# Tells the running services about the files that changed.
apply() {
  case $changed in *.service* | *.socket*) systemctl daemon-reload || return 1 ;; esac
  case $changed in *"/$APP.socket"* | *-proxy.service*) stop_proxy "$APP-proxy.service" : ;; esac
  case $changed in *"/$APP.socket"*) systemctl restart "$APP.socket" || return 1 ;; esac
  case $changed in *-emperor.service*) restart_emperor "$APP" || return 1 ;; esac
  case $changed in *nginx.conf*) reload_nginx || return 1 ;; esac
}

# A reload ends before nginx has read anything. Its former workers go on accepting until their titles say otherwise.
reload_nginx() {
  workers=$(cat "/proc/$(cat /run/nginx.pid 2>/dev/null)/task/"*/children 2>/dev/null) || :
  systemctl reload-or-restart nginx.service || return 1
  tries=0
  for worker in $workers; do
    while [ $tries -lt 60 ] && [ -e "/proc/$worker" ] && ! grep -aqs 'shutting down' "/proc/$worker/cmdline"; do
      sleep 0.05
      tries=$((tries + 1))
    done
  done
}

open_saved() { mkdir -p "${SAVED%/*}"; [ -d "$SAVED" ] || mkdir -m 0700 "$SAVED"; }

# The files of the release, copied to where only root writes and found to stay within what setup approved. Their program
# comes by a descriptor of its own; what it says on stderr says which line is beyond, and 3 means so.
approve() {
  incoming=$SAVED/incoming
  rm -rf "$incoming"
  mkdir -m 0700 "$incoming"
  each_file name_source | python3 -I -S /dev/fd/3 "$APP" "$BASE/releases" "$id" "$incoming" "$APPROVED" 3<<'PYTHON'
# @APPROVE@
PYTHON
}

install_config() {
  checked_release "${1-}"
  [ "$ALLOW_CONFIG" = 1 ] || { echo "flask-deploy: setup was told not to let deploys change unit and site files" >&2; exit 3; }
  one_at_a_time ""
  open_saved
  code=0
  approve || code=$?
  [ $code = 0 ] || { rm -rf "$incoming"; [ -e "$SAVED/for" ] || [ -e "$SAVED/env.for" ] || rm -rf "$SAVED"; exit $code; }
  said=$(nginx -t 2>&1) || { printf '%s\nflask-deploy: nginx refused its configuration before anything was changed\n' "$said" >&2; exit 4; }
  echo "$id" >"$SAVED/for"
  changed=''
  said=''
  # A file that nginx refuses, or a full disk in the middle: everything as it was.
  if each_file replace && said=$(nginx -t 2>&1) && apply; then return 0; fi
  restore
  fail "${said:-the files could not be put in place}"
}

restore() {
  [ -d "$SAVED" ] || return 0
  changed=''
  # Both are told in any case: a restore that was killed may have put their files back already.
  [ ! -e "$SAVED/for" ] || changed=nginx.conf.service
  each_file put_back
  put_env_back
  apply
  rm -rf "$SAVED"
}

settle() {
  each_file drop_old
  rm -rf "$SAVED"
}
