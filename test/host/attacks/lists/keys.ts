import type { Attack } from "../attack.ts";

const group = "keys and logins";
const there = 'on "$LOGIN@$ADDRESS"';

/** What a deploy key opens, beside the releases of its app. */
export const keys: readonly Attack[] = [
  {
    ...{ group, name: "write another app's releases", who: "key" },
    do: 'chmod u+w "/srv/$OTHER/releases/$OTHER_ID" "/srv/$OTHER/releases/$OTHER_ID/app.py"; echo "# mallory" >>"/srv/$OTHER/releases/$OTHER_ID/app.py"; touch "/srv/$OTHER/releases/evil"',
    took: 'grep -q mallory "/srv/$OTHER/releases/$OTHER_ID/app.py" || test -e "/srv/$OTHER/releases/evil"',
    after: 'rm -f "/srv/$OTHER/releases/evil"; sed -i "/^# mallory/d" "/srv/$OTHER/releases/$OTHER_ID/app.py"',
  },
  {
    ...{ group, name: "stop another app by its helper", who: "key" },
    do: 'sudo -n "$OTHER_TOOL" stop "$OTHER_ID"',
    took: '! systemctl -q is-active "$OTHER@$OTHER_ID.service"',
    after: '"$OTHER_TOOL" start "$OTHER_ID"; "$OTHER_TOOL" switch "$OTHER_ID"',
  },
  {
    ...{ group, name: "show the maintenance page for another app", who: "key" },
    do: 'mkdir -p "/srv/$OTHER/shared/maintenance"; echo "{}" >"/srv/$OTHER/shared/maintenance/on"; echo "{}" >"/srv/$OTHER/maintenance/on"',
    took: "! serves till",
    after: 'rm -rf "/srv/$OTHER/shared/maintenance" "/srv/$OTHER/maintenance/on"',
  },
  {
    ...{ group, name: "read another app's journal, or hold its lock", who: "key" },
    do: 'cat "/srv/$OTHER/deploys/journal.jsonl" "/srv/$OTHER/journal.jsonl"; flock -n "/srv/$OTHER/deploys/lock" echo held; flock -n "/srv/$OTHER/lock" echo held',
    took: 'grep -q -e \'"event"\' -e held "$SAID"',
  },
  {
    ...{ group, name: "forward a port into the server", who: "ssh" },
    do: `on -f -N -o ExitOnForwardFailure=yes -L 127.0.0.1:18099:127.0.0.1:22 "$LOGIN@$ADDRESS"; timeout 3 python3 -c "import socket; s = socket.create_connection(('127.0.0.1', 18099), 2); s.settimeout(2); print(s.recv(20))"; for pid in $(pgrep -f '[1]8099:127'); do kill $pid; done`,
    took: 'grep -q SSH-2.0 "$SAID"',
  },
  {
    ...{ group, name: "reach through the server: ssh -W", who: "ssh" },
    do: 'timeout 5 sh -c \'exec "$@"\' sh true; on -W 127.0.0.1:22 "$LOGIN@$ADDRESS" </dev/null',
    took: 'grep -q SSH-2.0 "$SAID"',
  },
  {
    ...{ group, name: "open a port of the server to elsewhere: ssh -R", who: "ssh" },
    do: `on -o ExitOnForwardFailure=yes -R 127.0.0.1:18098:127.0.0.1:1 "$LOGIN@$ADDRESS" 'cat /proc/net/tcp'`,
    took: `grep -qi ':46B2 ' "$SAID"`,
  },
  {
    ...{ group, name: "have a command of the login's run at each login: ~/.ssh/rc, ~/.ssh/environment", who: "ssh" },
    do: `${there} 'mkdir -p .ssh; echo "touch ran-by-rc" >.ssh/rc; echo "LD_PRELOAD=/x" >.ssh/environment; rm -f ran-by-rc'; ${there} 'env; ls ran-by-rc'; ${there} 'rm -f .ssh/rc .ssh/environment ran-by-rc'`,
    took: 'grep -q -e "^ran-by-rc" -e LD_PRELOAD "$SAID"',
  },
  {
    ...{ group, name: "use sudo for anything but the helper", who: "key" },
    do: 'sudo -n true && echo did; sudo -n sh -c id && echo did; sudo -n /usr/local/lib/flask-deploy/../flask-deploy/till version && echo did; sudo -n -u www-data id && echo did; sudo -nu "#0" id && echo did; sudo -n -u "$APP" id && echo did; sudo -n -i && echo did; sudo -n -l -U root && echo did',
    took: 'grep -q -e ^did "$SAID"',
  },
  {
    ...{ group, name: "give the helper ids, options and verbs that it should not take", who: "key" },
    do: `for id in .. ../till '../../till/releases/x' '--help' '-x' '' '*' '$(touch /etc/root-was-here)' "$OTHER_ID" '20260101T000000Z-../../x' "$(printf '20260101T000000Z-abcdef0\\n../../..')" "$(printf '20260101T000000Z-abcdef0\\n')" "$(head -c 100000 /dev/zero | tr '\\0' a)"; do
for verb in start stop switch run install tail exec drained; do tool "$verb" "$id" 2 </dev/null >/dev/null && echo "took: $verb <$id>"; done; done
for verb in place begin finish link replace each_file refuse approve 'version;id' '--' '-e' 'exec_in' 'install_config' '\`id\`' '' '*'; do tool "$verb" "$ID" && echo "took: $verb"; done
tool start "$ID" '1;touch /etc/root-was-here'; tool stop "$ID" -1 && echo 'took: -1'; tool logs 1 1 0 "../x" 0 && echo 'took: ../x'; tool report 'a[$(touch /etc/root-was-here)]'; tool facts '$(touch /etc/root-was-here)'; tool logs 'a[$(touch /etc/root-was-here)]' 0 0 - 0`,
    took: 'test -e /etc/root-was-here || grep "^took:" "$SAID" | grep -Evq "took: (stop|tail|drained) <[0-9]{8}T[0-9]{6}Z-[0-9a-f]{7,12}>"',
    after: 'rm -f /etc/root-was-here; "$TOOL" start "$ID"; "$TOOL" switch "$ID"',
  },
  {
    ...{ group, name: "confuse the helper by closed descriptors, small limits and a folder that is gone", who: "key" },
    do: `mkdir -p gone; cd gone; rmdir ../gone; tool version <&- >&- 2>&-
(ulimit -n 4; tool report 60) >/dev/null 2>&1; (ulimit -f 1; printf 'A=%01000d\\n' 1 | tool env) 2>&1; (ulimit -f 0; tool install "$ID") 2>&1; (ulimit -s 64; tool version) 2>&1
(umask 0; copied; tool install "$NEW"; printf 'SECRET=shop-secret-5d1f0e7a93\\n' | tool env)
find /etc/flask-deploy /etc/systemd/system /etc/nginx /usr/local/lib/flask-deploy /var/lib/flask-deploy -perm /022 ! -type l -print 2>/dev/null`,
    took: 'find /etc/flask-deploy /etc/systemd/system /etc/nginx /usr/local/lib/flask-deploy /var/lib/flask-deploy -perm /022 ! -type l | grep -q . || ! nginx -t 2>/dev/null || ! grep -q ^SECRET "$ENV"',
    after: 'printf "SECRET=shop-secret-5d1f0e7a93\\n" | "$TOOL" env; "$TOOL" settle',
  },
  {
    ...{ group, name: "read another site's log by a name in a text of the site", who: "key" },
    before: "curl -s -o /dev/null -H 'Host: till.example.org' 'http://127.0.0.1/?token=till-secret-url'",
    do: `copied; f="/srv/$APP/releases/$NEW/deploy/nginx.conf"; sed -i '/server_tokens off;/a add_header X-Text "\\naccess_log /var/log/nginx/till.access.log;\\n";' "$f"; tool install "$NEW"; tool logs 50 0 0 - 1`,
    took: 'grep -q till-secret "$SAID"',
  },
  {
    ...{ group, name: "write a journal that makes root or the person do something", who: "key" },
    do: `j=/srv/$APP/deploys/journal.jsonl; [ -e "$j" ] || j=/srv/$APP/journal.jsonl; cp "$j" keep.jsonl
printf '{"at":"2027-01-01T00:00:00Z","release":"../../../etc","event":"begin","op":"deploy","previous":"../../till","by":"\\\\u001b]0;owned\\\\u0007","run":"\\\\u001b[31mx"}\\n{"at":"x","release":"../../../etc","event":"switch"}\\n[]\\n{"event":{}}\\nnull\\n' >>"$j"`,
    commands: [["status"], ["releases"], ["deploy", "--force"]],
    took: '! test -d /etc/nginx || grep -q -e Traceback -e "took too long" "$TOLD" || grep -qP "\\x1b\\]0" "$TOLD"',
    after:
      'h=$(getent passwd "$LOGIN" | cut -d: -f6); j=/srv/$APP/deploys/journal.jsonl; [ -e "$j" ] || j=/srv/$APP/journal.jsonl; cat "$h/keep.jsonl" >"$j"',
  },
  {
    ...{ group, name: "become another login: su, at, crontab, pkexec", who: "key" },
    do: 'for program in at crontab pkexec; do command -v $program; done; echo id | at now; su root -c id </dev/null; su till -c id </dev/null; systemctl restart till@x; systemctl --user status; busctl call org.freedesktop.systemd1 /org/freedesktop/systemd1 org.freedesktop.systemd1.Manager StopUnit ss "$OTHER@$OTHER_ID.service" replace; systemd-run id; loginctl enable-linger',
    took: 'grep -q -e "uid=0" -e "(till)" "$SAID" || ! systemctl -q is-active "$OTHER@$OTHER_ID.service" || test -e "/var/lib/systemd/linger/$LOGIN"',
  },
  {
    ...{ group, name: "keep the person from `setup` by a FIFO in place of authorized_keys", who: "key" },
    do: "cp .ssh/authorized_keys kept; rm .ssh/authorized_keys; mkfifo .ssh/authorized_keys",
    commands: [["setup"]],
    took: 'grep -q "took too long" "$TOLD"',
    after:
      'h=$(getent passwd "$LOGIN" | cut -d: -f6); rm -f "$h/.ssh/authorized_keys"; mv "$h/kept" "$h/.ssh/authorized_keys"',
  },
  {
    ...{ group, name: "have `setup` show a file of root's by a link in place of authorized_keys", who: "key" },
    before: "echo root-secret-9c0d >/root/only; chmod 600 /root/only",
    do: "cp .ssh/authorized_keys kept; rm .ssh/authorized_keys; ln -s /root/only .ssh/authorized_keys",
    commands: [["setup", "--json"]],
    took: 'grep -q root-secret "$TOLD" || grep -q root-secret "$(getent passwd "$LOGIN" | cut -d: -f6)/.ssh/authorized_keys" && [ ! -L "$(getent passwd "$LOGIN" | cut -d: -f6)/.ssh/authorized_keys" ]',
    after:
      'h=$(getent passwd "$LOGIN" | cut -d: -f6); rm -f "$h/.ssh/authorized_keys"; mv "$h/kept" "$h/.ssh/authorized_keys"',
  },
];
