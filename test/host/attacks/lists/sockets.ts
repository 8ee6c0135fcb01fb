import type { Attack } from "../attack.ts";

const group = "sockets and locks";
const restarted = 'systemctl restart "$APP@$ID"; "$TOOL" switch "$ID"';
const tooLong = 'grep -q -e "took too long" -e Traceback "$TOLD"';

/** What the app holds or puts where deploys and looks pass through. */
export const sockets: readonly Attack[] = [
  {
    ...{ group, name: "put a folder in place of current.sock, so that no switch succeeds", who: "app" },
    do: "rm -f /run/$APP/current.sock; mkdir -p /run/$APP/current.sock/x",
    took: "test -d /run/$APP/current.sock",
    after: `rm -rf /run/$APP/current.sock; ${restarted}`,
  },
  {
    ...{ group, name: "remove the socket of another release", who: "app" },
    before: 'cp -a "/srv/$APP/releases/$ID" "/srv/$APP/releases/$NEW"; "$TOOL" start "$NEW"',
    do: 'rm -f "/run/$APP/$NEW.sock"; mv "/run/$APP/$NEW.sock" "/run/$APP/gone"',
    took: '! test -S "/run/$APP/$NEW.sock"',
    after: 'rm -f "/run/$APP/gone"',
  },
  {
    ...{ group, name: "lead all requests back to an old release", who: "app" },
    do: "ln -sfn evil.sock /run/$APP/current.sock; ln -sfn evil.sock /run/$APP/x && mv -T /run/$APP/x /run/$APP/current.sock",
    took: '[ "$(readlink /run/$APP/current.sock)" = evil.sock ]',
    after: restarted,
  },
  {
    ...{ group, name: "hold the deploy lock, so that nobody can deploy", who: "app" },
    do: 'for lock in /srv/$APP/deploys/lock /srv/$APP/lock /srv/$APP/shared/lock; do setsid flock "$lock" sleep 8 </dev/null >/dev/null 2>&1 & done; sleep 0.5',
    took: 'for lock in /srv/$APP/deploys/lock /srv/$APP/lock; do [ ! -e "$lock" ] || flock -n "$lock" true || exit 0; done; exit 1',
    after: "pkill -f 'sleep 8'; sleep 0.3",
  },
  {
    ...{ group, name: "hang `status` by a FIFO where it reads", who: "app" },
    do: "d=/srv/$APP/shared/maintenance; rm -rf $d; mkdir -p $d; mkfifo $d/on; mkfifo /srv/$APP/shared/.env.new",
    commands: [["status"], ["maintenance", "status"]],
    took: tooLong,
    after: "rm -rf /srv/$APP/shared/maintenance /srv/$APP/shared/.env.new",
  },
  {
    ...{ group, name: "have `status` read /dev/zero", who: "app" },
    do: "d=/srv/$APP/shared/maintenance; rm -rf $d; mkdir -p $d; ln -s /dev/zero $d/on",
    commands: [["status"]],
    took: tooLong,
    after: "rm -rf /srv/$APP/shared/maintenance",
  },
  {
    ...{ group, name: "hang a helper that reads .env by a FIFO", who: "app" },
    do: "rm -f /srv/$APP/shared/.env; mkfifo /srv/$APP/shared/.env",
    took: '! timeout 8 "$TOOL" logs 10 0 0 - 0 >/dev/null </dev/null && ! timeout 1 cat /srv/$APP/shared/.env >/dev/null',
    after: 'rm -f /srv/$APP/shared/.env; echo SECRET=shop-secret-5d1f0e7a93 | "$TOOL" env; "$TOOL" settle',
  },
  {
    ...{ group, name: "serve in place of the other app by its own socket", who: "other app" },
    do: "rm -f /run/shop/current.sock; python3 -c \"import socket; s = socket.socket(socket.AF_UNIX); s.bind('/run/shop/evil.sock')\"",
    took: "test -S /run/shop/evil.sock || ! test -L /run/shop/current.sock",
    after: `rm -f /run/shop/evil.sock; ${restarted}`,
  },
  {
    ...{ group, name: "talk to the other app's server, past nginx", who: "app" },
    do: "python3 -c \"import socket; s = socket.socket(socket.AF_UNIX); s.connect('/run/till/current.sock'); print('connected')\"",
    took: 'grep -q connected "$SAID"',
  },
  {
    ...{ group, name: "talk to an app's server, past nginx", who: "local user" },
    do: "python3 -c \"import socket; s = socket.socket(socket.AF_UNIX); s.connect('/run/shop/current.sock'); print('connected')\"",
    took: 'grep -q connected "$SAID"',
  },
  {
    ...{ group, name: "end the other app's processes", who: "app" },
    do: "for pid in $(seq 2 4000); do kill -9 $pid 2>/dev/null && echo killed $pid; done; true",
    before: 'systemctl show -P MainPID "$OTHER@$OTHER_ID" >/root/main',
    took: '[ "$(systemctl show -P MainPID "$OTHER@$OTHER_ID")" != "$(cat /root/main)" ]',
    after: "within 50 serves shop",
  },
  {
    ...{ group, name: "put off its own end for ever: EXTEND_TIMEOUT_USEC", who: "key" },
    do: `copied; cd "/srv/$APP/releases/$NEW"; edit "deploy/$APP@.service" 's/^TimeoutStopSec=.*/TimeoutStopSec=3/'
cat >>app.py <<'P'

import signal, socket, threading, time
def put_off():
    s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    while True:
        s.sendto(b"EXTEND_TIMEOUT_USEC=600000000", os.environ["NOTIFY_SOCKET"])
        time.sleep(0.5)
if os.fork() == 0:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(9999)
threading.Thread(target=put_off, daemon=True).start()
P
edit deploy/uwsgi.ini '/^hook-master-start/d; $a hook-as-user-atexit = exec:sleep 9999'
tool install "$NEW"; tool start "$NEW" 10; echo "started: $?"`,
    took: 'grep -q "started: 0" "$SAID" && ! timeout 25 "$TOOL" stop "$NEW"',
    after: 'systemctl kill --signal=KILL "$APP@$NEW.service"',
  },
  {
    ...{ group, name: "read of another app what systemd says over D-Bus", who: "app" },
    do: 'systemctl show "$OTHER@$OTHER_ID.service"; systemctl cat "$OTHER@.service"; busctl tree org.freedesktop.systemd1 | head -5',
    took: 'grep -q till-secret "$SAID"',
  },
  {
    ...{ group, name: "read the machine's journal, with other apps' logs in it", who: "app" },
    before: "systemd-cat -t elsewhere echo till-secret-logged; journalctl --sync",
    do: "journalctl -n 500 --no-pager; grep -rahs till-secret /var/log/journal /run/log/journal /var/log/nginx",
    took: 'grep -qa -e till-secret "$SAID"',
  },
  {
    ...{ group, name: "stop or start services, or log somebody in, over D-Bus", who: "app" },
    do: 'systemctl --no-ask-password stop "$OTHER@$OTHER_ID.service"; systemctl --no-ask-password restart nginx; systemd-run --no-ask-password touch /etc/root-was-here; hostnamectl --no-ask-password set-hostname owned; timedatectl --no-ask-password set-time 2000-01-01; loginctl --no-ask-password enable-linger; machinectl --no-ask-password shell .host /bin/id',
    took: 'test -e /etc/root-was-here || [ "$(cat /proc/sys/kernel/hostname)" = owned ] || ! systemctl -q is-active "$OTHER@$OTHER_ID.service"',
  },
];
