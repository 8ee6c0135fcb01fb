import type { Attack } from "../attack.ts";

const secret = (file: string) => `grep -qa -e till-secret -e root-secret "${file}"`;
/** What the processes of the shop have in their environment. */
const inEnvironment = `theirs() { for pid in $(pgrep -u "$APP"); do cat "/proc/$pid/environ"; done 2>/dev/null | grep -qa -e till-secret -e root-secret; }
within 40 theirs`;
const die = "kill -9 \"$(sed -n 's/^PPid:[^0-9]*//p' /proc/$PPID/status)\"";

/** The app's environment, as it is when the next attack comes. */
const whole =
  'rm -f "$ENV"; printf "SECRET=shop-secret-5d1f0e7a93\\n" | "$TOOL" env; "$TOOL" settle; systemctl restart "$APP@$ID"';

const planted = (name: string, to: string, commands: Attack["commands"] = []): Attack => ({
  ...{ group: "environment", name, who: "app" },
  before: "echo TOKEN=root-secret-9c0d >/root/only; chmod 600 /root/only",
  do: `rm -f /srv/$APP/shared/.env; ln -s ${to} /srv/$APP/shared/.env; ${commands.length > 0 ? ":" : die}`,
  ...(commands.length > 0 && { commands }),
  took: commands.length > 0 ? secret("$TOLD") : inEnvironment,
  after: whole,
});

/** What one app has in its environment and nobody else may read. */
export const environment: readonly Attack[] = [
  planted("put a link to another app's .env in place of the own one, and die", '"$OTHER_ENV"'),
  planted("put a link to a file of root's in place of .env, and die", "/root/only"),
  planted("read another app's .env by a link and `exec`", '"$OTHER_ENV"', [["exec", "--", "env"]]),
  planted("read a file of root's by a link and `exec`", "/root/only", [["exec", "--", "env"]]),
  {
    ...{ group: "environment", name: "read another app's .env by a link and a hook", who: "app" },
    do: 'rm -f /srv/$APP/shared/.env; ln -s "$OTHER_ENV" /srv/$APP/shared/.env',
    took: `echo env | "$TOOL" run "$ID" 5 >/root/hook; ${secret("/root/hook")}`,
    after: whole,
  },
  {
    ...{ group: "environment", name: "read the environment of the other app's processes", who: "app" },
    do: "cat /proc/[0-9]*/environ",
    took: secret("$SAID"),
  },
  {
    ...{ group: "environment", name: "read the environments of apps where they are kept", who: "local user" },
    do: 'cat "$ENV" "$OTHER_ENV" /proc/[0-9]*/environ /var/lib/flask-deploy/*/env',
    took: 'grep -qa -e shop-secret -e till-secret "$SAID"',
  },
  {
    ...{ group: "environment", name: "read another app's environment with the own deploy key", who: "key" },
    do: 'cat "$OTHER_ENV" /var/lib/flask-deploy/*/env; sudo -n "$OTHER_TOOL" run "$OTHER_ID" 5 <<E\nenv\nE\n',
    took: secret("$SAID"),
  },
  {
    ...{ group: "environment", name: "have the helper run a program that PATH in .env names", who: "key" },
    do: `copied; mkdir "/srv/$APP/releases/$NEW/bin"
for name in sh timeout env python3 systemd-run cat sed awk head; do
  printf '#!/bin/sh\\ntouch /etc/root-was-here /srv/flask-deploy-was-here\\n' >"/srv/$APP/releases/$NEW/bin/$name"
done
chmod 755 "/srv/$APP/releases/$NEW/bin"/*
printf 'PATH=/srv/%s/releases/%s/bin:/usr/bin:/bin\\n' "$APP" "$NEW" | tool env "$NEW"
echo true | tool run "$NEW" 5; tool exec "$NEW" pipe true; tool start "$NEW" 5; tool report 60; tool tail "$NEW"`,
    took: "test -e /etc/root-was-here || test -e /srv/flask-deploy-was-here",
    after: `rm -f /etc/root-was-here /srv/flask-deploy-was-here; ${whole}`,
  },
  {
    ...{ group: "environment", name: "poison root's shells and Pythons by variables in .env", who: "key" },
    do: `copied; r="/srv/$APP/releases/$NEW"; echo 'touch /etc/root-was-here' >"$r/evil.sh"
printf 'import os\\nos.system("touch /etc/root-was-here")\\n' >"$r/sitecustomize.py"
printf 'ENV=%s/evil.sh\\nBASH_ENV=%s/evil.sh\\nPYTHONPATH=%s\\nLD_PRELOAD=%s/evil.so\\nPYTHONSTARTUP=%s/sitecustomize.py\\n' "$r" "$r" "$r" "$r" "$r" | tool env "$NEW"
echo true | tool run "$NEW" 5; tool exec "$NEW" pipe true; tool logs 10 0 0 - 0; tool start "$NEW" 5`,
    took: "test -e /etc/root-was-here",
    after: `rm -f /etc/root-was-here; ${whole}`,
  },
  {
    ...{ group: "environment", name: "poison sudo by variables of the caller", who: "key" },
    do: `copied; r="/srv/$APP/releases/$NEW"; echo 'touch /etc/root-was-here' >"$r/evil.sh"; mkdir "$r/bin"
for name in sh nginx systemctl grep python3; do cp "$r/evil.sh" "$r/bin/$name"; chmod 755 "$r/bin/$name"; done
cd "$r/bin"
env ENV="$r/evil.sh" BASH_ENV="$r/evil.sh" PATH="$r/bin:.:$PATH" PYTHONPATH="$r" IFS=/ SHELLOPTS=xtrace PS4='$(touch /etc/root-was-here)' LD_PRELOAD="$r/evil.so" /usr/bin/sudo -n "$TOOL" report 60
/usr/bin/sudo -n ENV="$r/evil.sh" PATH="$r/bin" "$TOOL" report 60
/usr/bin/sudo -n -E PATH="$r/bin" "$TOOL" version; /usr/bin/sudo -n -s true; /usr/bin/sudo -n -u till id; /usr/bin/sudo -n -D /root "$TOOL" version; /usr/bin/sudo -n -e /etc/passwd`,
    took: "test -e /etc/root-was-here || grep -q 'uid=[0-9]*(till)' \"$SAID\"",
    after: "rm -f /etc/root-was-here",
  },
  {
    ...{ group: "environment", name: "read the other app's code, packages and data", who: "app" },
    before:
      'echo till-secret-database >"/srv/$OTHER/shared/instance/db"; chown "$OTHER:$OTHER" "/srv/$OTHER/shared/instance/db"; chmod 640 "/srv/$OTHER/shared/instance/db"',
    do: 'cat "/srv/$OTHER/shared/instance/db" "/srv/$OTHER/releases/$OTHER_ID/app.py" "/srv/$OTHER"/deploys/*',
    took: 'grep -q -e till-secret -e "import os, subprocess" "$SAID"',
  },
  {
    // A container has no BPF, by which systemd would keep the packets from leaving: its word for it is all there is to see.
    ...{ group: "environment", name: "get the machine's credentials from the cloud's metadata address", who: "app" },
    do: "true",
    took: 'for address in 169.254.169.254 169.254.170.2 100.100.100.200 fd00:ec2::254; do systemctl show -P IPAddressDeny "$APP@$ID" | grep -qF "$address" || exit 0; done; exit 1',
  },
];
