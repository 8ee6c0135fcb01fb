# --- report: what `status` shows and the login may not see; one fact a line, its kind first ------------------------

report() {
  checked_seconds "${1-}"
  echo "protocol $PROTOCOL"
  instances
  # process /proc/PID /srv/APP/releases/ID; a name in `ps` may be anything, and only root sees where a process is.
  find /proc/[0-9]*/cwd -maxdepth 0 -user "$APP" -lname "$BASE/releases/*" -printf 'process %h %l\n' 2>/dev/null || :
  report_certificate
  report_traffic "$1"
}

# The first value that the site gives a directive, but for `off` and what nginx makes up at each request.
said_in_site() {
  awk -v name="$1" '{ sub(/#.*/, "") } $1 == name { v = $2; sub(/;.*/, "", v); gsub(/["\047]/, "", v)
    if (v != "off" && v !~ /\$/) { print v; exit } }' "$SITE" 2>/dev/null || :
}

report_certificate() {
  file=$(said_in_site ssl_certificate)
  [ -n "$file" ] || return 0
  case $file in /*) ;; *) file=/etc/nginx/$file ;; esac
  echo "certificate $file"
  # Nothing but a certificate gets out, whatever file the site names.
  [ ! -f "$file" ] || head -c 65536 "$file" | sed -n '/^-----BEGIN CERTIFICATE-----$/,/^-----END CERTIFICATE-----$/{ s/^/pem /p; /END/q }'
}

# A log that the site writes for itself alone, and nothing that a link or `..` leads to.
site_log() {
  file=$(said_in_site "$1")
  # What looks like a directive may stand in a text over several lines: a name that setup did not approve is the app's own.
  case $file in
  "/var/log/nginx/$APP."*) ;;
  *) grep -qsF -e "$1 $file;" -e "$1 $file " "$APPROVED/nginx.conf" || return 0 ;;
  esac
  case $file in *..* | /var/log/nginx/*/*) return 0 ;; /var/log/nginx/?*) ;; *) return 0 ;; esac
  case ${file##*/} in access.log | error.log) [ "$SITE" = /etc/nginx/nginx.conf ] || return 0 ;; esac
  [ ! -L "$file" ] || return 0
  echo "$file"
}

# traffic FILE SECONDS-COVERED REQUESTS 5xx 4xx NOT-UNDERSTOOD; at most the last 4 MB are read
report_traffic() {
  file=$(site_log access_log)
  [ -n "$file" ] || return 0
  end=$(date +%s)
  from=$(date -d "@$((end - $1))" +%Y%m%d%H%M%S)
  most=4194304
  {
    # Just rotated: what is missing is in the former file.
    if [ -n "$(find "$file.1" -maxdepth 0 -mmin "-$((1 + $1 / 60))" 2>/dev/null)" ]; then tail -c $most "$file.1"; fi
    [ ! -f "$file" ] || tail -c $most "$file"
  } | awk -F'"' -v from="$from" -v most=$most '
    BEGIN { split("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", names, " "); for (i in names) month[names[i]] = sprintf("%02d", i) }
    { bytes += length($0) + 1
      t = substr($1, length($1) - 27, 20)
      if (!((m = substr(t, 4, 3)) in month)) { odd++; next }
      key = substr(t, 8, 4) month[m] substr(t, 1, 2) substr(t, 13, 2) substr(t, 16, 2) substr(t, 19, 2)
      if (first == "") first = key
      if (key < from || $6 == "flask-deploy") next
      split($3, said, " ")
      n++; class[substr(said[1], 1, 1)]++ }
    END { print n + 0, class[5] + 0, class[4] + 0, odd + 0, (bytes >= most && first > from) ? first : "all" }' | {
    read -r requests fives fours odd first
    seconds=$1
    if [ "$first" != all ]; then
      clock=$(echo "$first" | sed 's/\(....\)\(..\)\(..\)\(..\)\(..\)\(..\)/\1-\2-\3 \4:\5:\6/')
      seconds=$((end - $(date -d "$clock" +%s)))
    fi
    echo "traffic $file $seconds $requests $fives $fours $odd"
  }
}
