# --- HTTPS -----------------------------------------------------------------------------------------------------------
# nginx serves $PAIRS/current, a link to a folder with fullchain.pem and privkey.pem. A new pair gets a folder of its own
# and the link is renamed to it, as releases are switched; the pair before stays, to go back to. certbot keeps what it
# gets in /etc/letsencrypt as everywhere, so its own timer may renew it too: it calls `tls installed`.

PAIRS=/etc/flask-deploy/tls/$APP
WEBROOT=$BASE/tls
LINEAGE=/etc/letsencrypt/live/$APP
ATTEMPTS=/var/lib/flask-deploy/$APP.tls # SECONDS OUTCOME SENTENCE, a line for each, the last one last

serial_of() { openssl x509 -in "$1" -noout -serial 2>/dev/null | cut -d= -f2; }
# date_of FILE startdate|enddate, in seconds since 1970
date_of() { date -d "$(openssl x509 -in "$1" -noout "-$2" | cut -d= -f2)" +%s; }
# Written to be read by people: 2026-11-22 03:04 UTC.
clock() { date -u -d "@$1" '+%F %H:%M UTC'; }
# After `switch`, without waiting: the next deploy is one of the times to try again.
retry_tls() { [ "$TLS" = none ] || is_public || quietly systemctl start --no-block "$APP-tls.service" || :; }
is_public() { [ -e "$WEBROOT/redirect-http" ]; }

served_serial() {
  timeout 5 openssl s_client -connect 127.0.0.1:443 -servername "$1" </dev/null 2>/dev/null | openssl x509 -noout -serial 2>/dev/null | cut -d= -f2
}

# When it has to be renewed: half-way through a lifetime below ten days, else when a third is left.
due_at() {
  from=$(date_of "$1" startdate) until=$(date_of "$1" enddate)
  life=$((until - from))
  if [ $life -lt 864000 ]; then echo $((until - life / 2)); else echo $((until - life / 3)); fi
}
is_due() { [ "$(date +%s)" -ge "$(due_at "$1")" ]; }

covers_names() {
  for name in $NAMES; do
    [ "$name" = _ ] || openssl x509 -in "$1" -noout -checkhost "$name" 2>/dev/null | grep -q 'does match' || { echo "$name"; return 1; }
  done
}

# Why a certificate and its key cannot be served; nothing when they can.
pair_problem() {
  for file in "$1" "$2"; do
    [ -s "$file" ] || { echo "there is no $file"; return; }
  done
  [ -n "$(serial_of "$1")" ] || { echo "$1 is no certificate"; return; }
  if [ "$(openssl x509 -in "$1" -noout -pubkey 2>/dev/null)" != "$(openssl pkey -in "$2" -passin pass: -pubout 2>/dev/null)" ]; then
    echo "the key $2 does not belong to the certificate $1"
    return
  fi
  now=$(date +%s)
  if [ "$now" -lt "$(date_of "$1" startdate)" ]; then
    echo "$1 is valid from $(clock "$(date_of "$1" startdate)") on, and the clock of this server says $(clock "$now"): set the clock (timedatectl set-ntp true)"
  elif [ "$now" -ge "$(date_of "$1" enddate)" ]; then
    echo "$1 expired on $(clock "$(date_of "$1" enddate)")"
  elif ! missing=$(covers_names "$1"); then
    echo "$1 is not for $missing"
  fi
}

lead_to() { ln -sfn "$1" "$PAIRS/current.new" && mv -fT "$PAIRS/current.new" "$PAIRS/current"; }

# Whether nginx serves the pair in use for each name; a reload ends before its new workers answer.
is_served() {
  serial=$(serial_of "$PAIRS/current/fullchain.pem")
  for name in $NAMES; do
    tries=0
    until seen=$(served_serial "$name"); [ "$seen" = "$serial" ]; do
      tries=$((tries + 1))
      [ $tries -lt 30 ] || return 1
      sleep 0.1
    done
  done
}

# use_pair CERTIFICATE KEY: to nginx, and back to the pair before when nginx does not serve it.
use_pair() {
  problem=$(pair_problem "$1" "$2")
  [ -z "$problem" ] || tls_failed "$problem. nginx keeps the certificate that it has."
  one_at_a_time ""
  serial=$(serial_of "$1")
  before=$(readlink "$PAIRS/current")
  if [ "$before" != "$serial" ] || ! cmp -s "$1" "$PAIRS/current/fullchain.pem"; then
    rm -rf "$PAIRS/$serial.new"
    mkdir -m 0700 "$PAIRS/$serial.new"
    if ! install -m 0600 "$1" "$PAIRS/$serial.new/fullchain.pem" || ! install -m 0600 "$2" "$PAIRS/$serial.new/privkey.pem"; then
      rm -rf "$PAIRS/$serial.new"
      tls_failed "the new certificate could not be written to $PAIRS (is the disk full?). nginx keeps the one that it has."
    fi
    rm -rf "${PAIRS:?}/$serial"
    mv -T "$PAIRS/$serial.new" "$PAIRS/$serial"
  fi
  said=$(nginx -t 2>&1) || tls_failed "nginx refuses its configuration, so it keeps the certificate that it has: $(printf %s "$said" | grep -m1 emerg || printf %s "$said" | tail -1). Mend that line; the new certificate is used at the next try."
  lead_to "$serial"
  if [ "$(served_serial "${NAMES%% *}")" != "$serial" ]; then
    reload_nginx
    if ! is_served; then
      lead_to "$before"
      reload_nginx || :
      tls_failed "nginx was told of certificate $serial and serves another one for $name ($seen), so the one before is back. Look for a second site with that name: nginx -T | grep -n server_name"
    fi
  fi
  : >"$WEBROOT/redirect-http"
  # The pair before stays, in case that somebody needs to go back.
  find "$PAIRS" -mindepth 1 -maxdepth 1 -type d ! -name "$serial" ! -name "$before" -exec rm -rf {} +
  # certbot calls this program while `tls renew` waits for it.
  exec 9>&-
}

# The last twenty of what was tried.
note() {
  former=$(tail -19 "$ATTEMPTS" 2>/dev/null) || :
  if printf '%s\n' ${former:+"$former"} "$(date +%s) $1 $2" >"$ATTEMPTS.new"; then mv -f "$ATTEMPTS.new" "$ATTEMPTS"; fi
}
tls_failed() { note failed "$1"; fail "$1"; }
# Not a failure of the CA: what has to happen first is somebody else's to do.
tls_waits() { note waiting "$1"; fail "$1"; }

# The CA allows five failures an hour for each name. The wait doubles from a quarter of an hour to half a day.
next_try() {
  awk '{ if ($2 == "failed") { n++; at = $1 } else if ($2 == "issued") n = 0 }
    END { if (!n) { print 0; exit } wait = 900; while (--n > 0 && wait < 43200) wait *= 2; print at + (wait < 43200 ? wait : 43200) }' "$ATTEMPTS" 2>/dev/null || echo 0
}
recent_failures() { awk -v since="$(($(date +%s) - 3600))" '$2 == "failed" && $1 > since' "$ATTEMPTS" 2>/dev/null | wc -l; }

# What certbot says, in one line: of each name its own, else the error. What the CA said lies in the log alone, where
# certbot 2.1 fails to print it (AttributeError).
certbot_said() {
  said=$(cat)
  case $said in *AttributeError*) said=$(sed -n 's/^acme\.messages\.Error: urn:[^ ]* :: //p' /var/log/letsencrypt/letsencrypt.log | tail -1) ;; esac
  printf '%s\n' "$said" | awk '/^ *Domain: / { name = $2 } /^ *Detail: / { sub(/^ *Detail: /, ""); out = out (out ? "; " : "") name ": " $0; next }
    took { if ($0 != "") { error = $0; took = 0 } } /^An unexpected error occurred:/ { took = 1 } $0 != "" && !/^(Ask for help|Saving debug log|See the logfile)/ { last = $0 }
    END { print out ? out : error ? error : last }' | cut -c1-500
}

# Why the CA would not find this server by each name; ends with 1 then.
where_names_lead() {
  python3 -I /dev/fd/3 "$WEBROOT" "$NAMES" 3<<'PYTHON'
# @REACH@
PYTHON
}

# From the CA by certbot, when that is due; `now` does not wait for the next time.
issue() {
  cert=$LINEAGE/fullchain.pem
  if [ -s "$cert" ] && covers_names "$cert" >/dev/null && ! is_due "$cert" && [ "${1-}" != force ]; then return 0; fi
  now=$(date +%s)
  if [ "${1-}" = "" ] && [ "$now" -lt "$(next_try)" ]; then
    fail "the last try failed ($(tail -1 "$ATTEMPTS" | cut -d' ' -f3-)); the next one is at $(clock "$(next_try)"). To try now: create-flask-deploy tls renew"
  fi
  [ "$(recent_failures)" -lt 4 ] || fail "four tries failed within the hour, and the CA allows five: $(tail -1 "$ATTEMPTS" | cut -d' ' -f3-)"
  reason=$(where_names_lead) || tls_waits "$reason"
  exec 7>/run/flask-deploy-certbot.lock
  flock 7
  if [ "$EMAIL" = - ]; then set -- --register-unsafely-without-email; else set -- -m "$EMAIL"; fi
  for name in $NAMES; do set -- "$@" -d "$name"; done
  tries=0
  while :; do
    code=0
    said=$(certbot certonly -n --agree-tos --server "$ACME" --webroot -w "$WEBROOT" --cert-name "$APP" --force-renewal \
      --renew-with-new-domains --deploy-hook "$LIB/$APP tls installed" "$@" 7>&- 8>&- 2>&1) || code=$?
    # Its own timer may be at work for another site.
    case $code$said in 0*) break ;; *'Another instance of Certbot'*) ;; *) break ;; esac
    tries=$((tries + 1))
    [ $tries -lt 12 ] || break
    sleep 5
  done
  [ "$code" = 0 ] || tls_failed "no certificate from $ACME: $(printf '%s\n' "$said" | certbot_said)"
  note issued "$(serial_of "$cert")"
}

# tls renew [now|force]: what the timer does. Brings what is served to what it should be, whatever was cut off before.
tls_renew() {
  [ "${1-}" != force ] || [ -z "${SUDO_USER-}" ] || [ "$SUDO_USER" = root ] || refuse "a certificate that is not due is root's to renew: the CA gives five a week for the same names"
  exec 8>"/run/flask-deploy-$APP-tls.lock"
  flock -w 600 8 || fail "another renewal has been at work for ten minutes"
  case $TLS in
  none) fail "this site is served without HTTPS (tls: none)" ;;
  letsencrypt)
    # A pair of certbot's that is not served yet, of a run that was cut off, comes before asking the CA again.
    if [ -s "$LINEAGE/fullchain.pem" ] && [ -z "$(pair_problem "$LINEAGE/fullchain.pem" "$LINEAGE/privkey.pem")" ]; then
      use_pair "$LINEAGE/fullchain.pem" "$LINEAGE/privkey.pem"
    fi
    issue "${1-}"
    use_pair "$LINEAGE/fullchain.pem" "$LINEAGE/privkey.pem"
    ;;
  files) use_pair "$CERTIFICATE" "$KEY" ;;
  esac
}

# tls look: what a renewal would meet, with nobody asked and nothing changed but a file for a moment.
tls_look() {
  case $TLS in
  none) fail "this site is served without HTTPS (tls: none)" ;;
  letsencrypt) reason=$(where_names_lead) || fail "$reason" ;;
  files)
    problem=$(pair_problem "$CERTIFICATE" "$KEY")
    [ -z "$problem" ] || fail "$problem"
    ;;
  esac
  said=$(nginx -t 2>&1) || fail "nginx refuses its configuration: $(printf %s "$said" | tail -1)"
}

# What `status` and `doctor` say of HTTPS; one fact a line.
tls_status() {
  echo "tls $TLS $NAMES"
  [ "$TLS" != none ] || return 0
  cert=$PAIRS/current/fullchain.pem
  echo "pair $(readlink "$PAIRS/current") $(serial_of "$cert") $(date_of "$cert" startdate) $(date_of "$cert" enddate) $(due_at "$cert")"
  for name in $NAMES; do echo "served $name $(served_serial "$name")"; done
  if is_public; then echo public; fi
  next=$(systemctl show -p NextElapseUSecRealtime --value "$APP-tls.timer")
  [ -z "$next" ] || echo "timer $(date -d "$next" +%s)"
  # A key that others than root may read.
  find "$PAIRS" "$(dirname "$KEY")" -maxdepth 2 -name '*privkey*' \( ! -user root -o -perm /077 \) -printf 'loose %p\n' 2>/dev/null || :
  echo "next-try $(next_try)"
  tail -1 "$ATTEMPTS" 2>/dev/null | sed 's/^/attempt /' || :
}

tls() {
  case ${1-} in
  renew) case ${2-} in '' | now | force) tls_renew "${2-}" ;; *) refuse "tls renew, tls renew now or tls renew force" ;; esac ;;
  # Of certbot, behind a renewal of its own or of ours.
  installed) [ "$TLS" != letsencrypt ] || use_pair "$LINEAGE/fullchain.pem" "$LINEAGE/privkey.pem" ;;
  look) tls_look ;;
  status) tls_status ;;
  *) refuse "tls renew, tls look, tls status or tls installed" ;;
  esac
}
