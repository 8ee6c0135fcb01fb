import type { Attack } from "../attack.ts";

const group = "names and links";
const setup = [["setup"]] as const;
const moved = (path: string) => `[ -e "${path}.aside" ] || mv "${path}" "${path}.aside"`;
const back = (path: string) => `[ ! -e "${path}.aside" ] || { rm -rf "${path}"; mv "${path}.aside" "${path}"; }`;

/** Names that one party puts where another one acts by name. */
export const links: readonly Attack[] = [
  {
    ...{ group, name: "have `maintenance on` write into the login's own files by a link", who: "app" },
    do: 'd=/srv/$APP/shared/maintenance; rm -rf "$d"; mkdir -p "$d/allow"; chmod 2770 "$d" "$d/allow"; ln -s "$(getent passwd "$LOGIN" | cut -d: -f6)/.bashrc" "$d/on.new"; ln -s "$(getent passwd "$LOGIN" | cut -d: -f6)/.bashrc" "$d/on"',
    before: 'cp "$(getent passwd "$LOGIN" | cut -d: -f6)/.bashrc" /root/bashrc',
    commands: [["maintenance", "on"]],
    took: '! cmp -s "$(getent passwd "$LOGIN" | cut -d: -f6)/.bashrc" /root/bashrc',
    after:
      'rm -rf /srv/$APP/shared/maintenance /srv/$APP/maintenance/on; cp /root/bashrc "$(getent passwd "$LOGIN" | cut -d: -f6)/.bashrc"; chown "$LOGIN:" "$(getent passwd "$LOGIN" | cut -d: -f6)/.bashrc"',
  },
  {
    ...{ group, name: "have `maintenance off` empty another folder by a link", who: "app" },
    before:
      'mkdir -p "/srv/$APP/releases/keep/allow"; : >"/srv/$APP/releases/keep/on"; chown -R "$LOGIN:" "/srv/$APP/releases/keep"',
    do: 'd=/srv/$APP/shared/maintenance; rm -rf "$d"; ln -s /srv/$APP/releases/keep "$d"',
    commands: [["maintenance", "off"]],
    took: '! test -d "/srv/$APP/releases/keep/allow"',
    after: 'rm -rf /srv/$APP/shared/maintenance "/srv/$APP/releases/keep"',
  },
  {
    ...{ group, name: "open the site while the person has closed it", who: "app" },
    before: '"$TOOL" version',
    do: ":",
    commands: [
      ["maintenance", "on"],
      ["maintenance", "status"],
    ],
    took: `sh -c 'true' # the app acts now
curl -s -o /dev/null -H "Host: $APP.example.org" http://127.0.0.1/
runuser -u "$APP" -- sh -c "rm -f /srv/$APP/shared/maintenance/on /srv/$APP/maintenance/on; mv /srv/$APP/shared/maintenance /srv/$APP/shared/m2" 2>/dev/null
! test -e "/srv/$APP/maintenance/on" && ! test -e "/srv/$APP/shared/maintenance/on"`,
    after: 'rm -rf "/srv/$APP/shared/m2"; rm -rf /srv/$APP/shared/maintenance; rm -rf "/srv/$APP"/maintenance/*',
  },
  {
    ...{ group, name: "have `setup` hand over the folder of the helpers by a link in place of venvs", who: "key" },
    do: `${moved("/srv/$APP/venvs")}; ln -s /usr/local/lib/flask-deploy /srv/$APP/venvs`,
    commands: setup,
    took: '[ "$(stat -c %U /usr/local/lib/flask-deploy)" != root ]',
    after: `chown root:root /usr/local/lib/flask-deploy; chmod 755 /usr/local/lib/flask-deploy; [ ! -L /srv/$APP/venvs ] || rm -f /srv/$APP/venvs; ${back("/srv/$APP/venvs")}`,
  },
  {
    ...{ group, name: "have `setup` hand over /etc/cron.d by a link in place of shared", who: "key" },
    before: "mkdir -p /etc/cron.d",
    do: `${moved("/srv/$APP/shared")}; ln -s /etc/cron.d /srv/$APP/shared`,
    commands: setup,
    took: '[ "$(stat -c %U:%G /etc/cron.d)" != root:root ]',
    after: `chown root:root /etc/cron.d; chmod 755 /etc/cron.d; [ ! -L /srv/$APP/shared ] || rm -f /srv/$APP/shared; ${back("/srv/$APP/shared")}`,
  },
  {
    ...{ group, name: "have `setup` hand over sudo's folder by a link in place of releases", who: "key" },
    do: `${moved("/srv/$APP/releases")}; ln -s /etc/sudoers.d /srv/$APP/releases`,
    commands: setup,
    took: '[ "$(stat -c %U:%G /etc/sudoers.d)" != root:root ]',
    after: `chown root:root /etc/sudoers.d; chmod 755 /etc/sudoers.d; [ ! -L /srv/$APP/releases ] || rm -f /srv/$APP/releases; ${back("/srv/$APP/releases")}`,
  },
  {
    ...{ group, name: "have root follow a release that is a link to the other app's", who: "key" },
    do: 'ln -s "/srv/$OTHER/releases/$OTHER_ID" "/srv/$APP/releases/$NEW"; tool start "$NEW" 5; tool run "$NEW" 5 <<E\ncat app.py; pwd\nE\ntool install "$NEW"',
    took: 'grep -q "import os, subprocess" "$SAID" || systemctl is-active "$APP@$NEW.service"',
  },
  {
    ...{ group, name: "have root follow a release that turns into a link while it looks", who: "key" },
    before: "echo root-secret >/root/only",
    do: `copied; cd /srv/$APP/releases; ln -s / "$NEW.link"
(i=0; while [ $i -lt 400 ]; do i=$((i + 1)); mv -T "$NEW" "$NEW.real"; mv -T "$NEW.link" "$NEW"; mv -T "$NEW" "$NEW.link"; mv -T "$NEW.real" "$NEW"; done) 2>/dev/null &
for n in 1 2 3 4 5 6; do echo 'cat root/only; pwd' | tool run "$NEW" 2; done; wait; rm -rf "$NEW.link" "$NEW.real"`,
    took: 'grep -q root-secret "$SAID"',
  },
  {
    ...{ group, name: "swap a release's files for others between root's look and root's copy", who: "key" },
    do: `copied; cd "/srv/$APP/releases/$NEW"; cp -a deploy evil; sed -i '/^ExecStart=/i ExecStartPre=+/usr/bin/touch /etc/root-was-here' "evil/$APP@.service"
(i=0; while [ $i -lt 2000 ]; do i=$((i + 1)); mv -T deploy good; mv -T evil deploy; mv -T deploy evil; mv -T good deploy; done) 2>/dev/null &
n=0; while [ $n -lt 12 ]; do n=$((n + 1)); tool install "$NEW"; tool start "$NEW" 2; tool stop "$NEW"; done; kill $!`,
    took: "test -e /etc/root-was-here || grep -q root-was-here /etc/systemd/system/$APP@.service",
    after: "rm -f /etc/root-was-here",
  },
  {
    ...{ group, name: "swap one file for a link to root's while root reads it", who: "key" },
    before: "echo 'root-secret { }' >/root/only",
    do: `copied; cd "/srv/$APP/releases/$NEW/deploy"; ln -s /root/only link
(i=0; while [ $i -lt 2000 ]; do i=$((i + 1)); mv -T nginx.conf good; mv -T link nginx.conf; mv -T nginx.conf link; mv -T good nginx.conf; done) 2>/dev/null &
n=0; while [ $n -lt 12 ]; do n=$((n + 1)); tool install "$NEW"; done; kill $!`,
    took: 'grep -q root-secret "$SAID" || grep -qs root-secret /etc/nginx/sites-available/$APP.conf',
  },
  {
    ...{ group, name: "have `share` make a folder elsewhere", who: "key" },
    do: `printf '../../../etc/evil\\n' | tool share; printf '/etc/evil\\n' | tool share; printf 'a/../../../../../etc/evil\\n' | tool share; printf '.\\n' | tool share; printf -- '-p\\n' | tool share`,
    took: 'test -e /etc/evil || test -e /srv/evil || [ "$(stat -c %U /srv/$APP/shared)" = "$APP" ] && test -e /etc/flask-deploy',
  },
  {
    ...{ group, name: "have `share` go through a folder that the app may write", who: "key" },
    do: `echo 'ln -s /etc /srv/shop/shared/instance/out; mkdir /srv/shop/shared/instance/in' | tool run "$ID" 5; printf 'instance/out/evil\\ninstance/in/evil\\n' | tool share`,
    took: 'test -e /etc/evil || test -e "/srv/$APP/shared/instance/in/evil"',
    after: "rm -rf /etc/evil /srv/$APP/shared/instance/out /srv/$APP/shared/instance/in",
  },
];
