# --- facts: what `doctor` needs root to see; one fact a line, its kind first. What is not installed says nothing -----

within() { timeout -k 1 4 "$@" 2>&1 </dev/null || :; }
has() { command -v "$1" >/dev/null 2>&1; }

# ADDRESS is where the question comes from: whether fail2ban has banned it.
facts() {
  case ${1-} in '' | *[!0-9a-f.:]*) refuse "not an address" ;; esac
  echo "protocol $PROTOCOL"
  if has nginx; then
    # Its own words come with a date and a process, or with its name in front.
    within nginx -T | awk '/^# configuration file / { sub(/:$/, "", $4); print "nginx-file", $4 }
      /^nginx: / || /^[0-9\/]+ [0-9:]+ \[[a-z]+\] / { sub(/^nginx: |^[0-9\/]+ [0-9:]+ /, ""); sub(/ [0-9]+#[0-9]+:/, ""); print "nginx", $0 }'
  fi
  sudoers=/etc/sudoers.d/flask-deploy-$APP
  [ ! -f "$sudoers" ] || echo "sudoers $(stat -c '%a %U' "$sudoers") $(sha256sum <"$sudoers" | cut -d' ' -f1)"
  [ ! -d "$SAVED" ] || echo "saved $(stat -c %Y "$SAVED")"
  if has sshd; then within sshd -T | awk '$1 ~ /^(maxstartups|permitrootlogin|passwordauthentication)$/ { print "sshd", $0 }'; fi
  facts_firewall "$1"
  if has journalctl; then
    # systemd's own word for it (anybody may write a line like it, but not as process 1); the kernel's, where the killed process was in no unit's charge.
    within journalctl -q --no-pager --since=-7d -o short-iso -n 5 MESSAGE_ID=fe6faa94e7774663a0da52717891d8ef _PID=1 | sed 's/^/oom /'
    within journalctl -q --no-pager --since=-7d -o short-iso -n 5 -k -g 'Out of memory: Killed' | sed 's/^/oom /'
  fi
  profiles=/sys/kernel/security/apparmor/profiles
  [ ! -r "$profiles" ] || grep -E 'nginx|uwsgi|gunicorn' "$profiles" | sed 's/^/apparmor /' || :
  echo end
}

facts_firewall() {
  if has nft; then
    within nft list ruleset | head -n 400 | sed 's/^/nft /'
  elif has iptables; then
    within iptables -w 2 -S | head -n 400 | sed 's/^/iptables /'
  fi
  if has ufw; then within ufw status | head -n 100 | sed 's/^/ufw /'; fi
  if has fail2ban-client; then within fail2ban-client banned "$1" | head -n 1 | sed 's/^/banned /'; fi
}
