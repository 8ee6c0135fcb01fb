import type { Attack } from "../attack.ts";

/** What the emperor runs: whoever writes in its folder runs code as the user of an ini. */
export const emperor: readonly Attack[] = [
  {
    ...{ group: "emperor", name: "run code as another app by an ini in the folder of vassals", who: "key" },
    do: 'v=/srv/$OTHER/vassals; printf "[uwsgi]\\nexec-as-user = id -un >/tmp/vassal-ran\\n" >"$v/evil.ini"; mv "$v" "$v.aside"',
    took: 'within 15 test -e /tmp/vassal-ran || test -e "/srv/$OTHER/vassals/evil.ini" || test -e "/srv/$OTHER/vassals.aside"',
    after:
      'rm -f /tmp/vassal-ran "/srv/$OTHER/vassals/evil.ini"; [ ! -e "/srv/$OTHER/vassals.aside" ] || mv "/srv/$OTHER/vassals.aside" "/srv/$OTHER/vassals"',
  },
  {
    ...{ group: "emperor", name: "have root act in a folder that is put in place of vassals", who: "key" },
    before: 'mkdir -p /root/theirs; touch "/root/theirs/$NEW.ini"',
    do: 'copied; mv /srv/$APP/vassals /srv/$APP/vassals.aside && ln -s /etc/cron.d /srv/$APP/vassals; tool start "$NEW" 5; tool stop "$NEW"',
    took: 'test -L "/srv/$APP/vassals" || ls /etc/cron.d 2>/dev/null | grep -q "^2027"',
    after:
      'rm -f /etc/cron.d/2027*; [ ! -L "/srv/$APP/vassals" ] || rm "/srv/$APP/vassals"; [ ! -e "/srv/$APP/vassals.aside" ] || mv "/srv/$APP/vassals.aside" "/srv/$APP/vassals"',
  },
  {
    ...{ group: "emperor", name: "write into the own folder of vassals, as the app", who: "app" },
    do: 'printf "[uwsgi]\\n" >"/srv/$APP/vassals/evil.ini"; rm -f "/srv/$APP/vassals"/2*.ini',
    took: 'test -e "/srv/$APP/vassals/evil.ini" || ! ls "/srv/$APP/vassals" | grep -q "^2"',
    after: 'rm -f "/srv/$APP/vassals/evil.ini"',
  },
  {
    ...{ group: "emperor", name: "be root by an ini that says uid = root", who: "key" },
    do: 'copied; edit "/srv/$APP/releases/$NEW/deploy/uwsgi.ini" "/^module/i uid = root\\ngid = root\\nhook-as-root = exec:touch /etc/root-was-here\\nexec-as-root = touch /etc/root-was-here\\nhook-asap = exec:touch /etc/root-was-here"; tool start "$NEW" 8',
    took: "test -e /etc/root-was-here",
    after: "rm -f /etc/root-was-here",
  },
  {
    ...{ group: "emperor", name: "block a stop by a folder in place of the app server's own socket", who: "app" },
    do: 'for s in /run/$APP/app/*.sock /run/$APP/2*.sock; do rm -f "$s"; mkdir -p "$s/x"; done',
    took: '! timeout 40 "$TOOL" stop "$ID" >/dev/null 2>&1',
    // The emperor looks at its folder once a second.
    after: 'sleep 2; rm -rf "/run/$APP/app/"*.sock; "$TOOL" start "$ID"; "$TOOL" switch "$ID"',
  },
];

/** What supervisord, which is everybody's and root, reads of a deploy. */
export const supervisor: readonly Attack[] = [
  ...(
    [
      ["be root: user=root", "s/^user=.*/user=root/"],
      ["be root: two users", "/^user=/a user=root"],
      ["be root: a second section of the same program", "$a [program:shop-@RELEASE@]\\nuser=root"],
      ["be root: a key in capitals", "/^user=/a User=root"],
      ["be root: a key with a colon", "/^user=/a user: root"],
      ["be root: no user at all", "/^user=/d"],
    ] as const
  ).map(
    ([name, edit]): Attack => ({
      ...{ group: "supervisor", name, who: "key" },
      do: `copied; sed -i '${edit}' "/srv/$APP/releases/$NEW/deploy/supervisor.conf"; printf 'id -u >/tmp/supervised\\n. ./deploy/kept\\n' >"/srv/$APP/releases/$NEW/deploy/started"; mv "/srv/$APP/releases/$NEW/deploy/start" "/srv/$APP/releases/$NEW/deploy/kept"; mv "/srv/$APP/releases/$NEW/deploy/started" "/srv/$APP/releases/$NEW/deploy/start"; tool install "$NEW"; tool start "$NEW" 6`,
      took: "grep -qx 0 /tmp/supervised",
      after: "rm -f /tmp/supervised",
    }),
  ),
  ...(
    [
      ["a section that supervisord refuses", "$a [program:other]"],
      ["a format that supervisord cannot fill in", '/^user=/a environment=A="%(nothing)s"'],
      ["a signal that there is not", "s/^stopsignal=.*/stopsignal=NOTHING/"],
      [
        "a group that is killed and not stopped",
        "s/^stopasgroup=.*/stopasgroup=true/; s/^killasgroup=.*/killasgroup=false/",
      ],
      ["a quote without an end in the environment", '/^user=/a environment=A="x'],
      ["a number that is none", "s/^startsecs=.*/startsecs=99999999999999999999x/"],
    ] as const
  ).map(
    ([name, edit]): Attack => ({
      ...{ group: "supervisor", name: `keep every app from starting: ${name}`, who: "key" },
      do: `copied; sed -i '${edit}' "/srv/$APP/releases/$NEW/deploy/supervisor.conf"; tool install "$NEW"; tool start "$NEW" 3`,
      took: "supervisorctl reread 2>&1 | grep -q ERROR",
      after: 'rm -f "/etc/supervisor/conf.d/$APP-$NEW.conf"; supervisorctl update',
    }),
  ),
  {
    ...{ group: "supervisor", name: "have supervisord write its log elsewhere", who: "key" },
    do: `copied; sed -i '/^user=/a stdout_logfile=/etc/profile.d/x.sh' "/srv/$APP/releases/$NEW/deploy/supervisor.conf"; tool install "$NEW"; tool start "$NEW" 6`,
    ...{ took: "test -e /etc/profile.d/x.sh", after: "rm -f /etc/profile.d/x.sh" },
  },
  {
    ...{ group: "supervisor", name: "command supervisord by its socket", who: "app" },
    do: "supervisorctl status; python3 -c \"import socket; s = socket.socket(socket.AF_UNIX); s.connect('/var/run/supervisor.sock'); print('connected')\"",
    took: 'grep -q -e RUNNING -e connected "$SAID"',
  },
  {
    ...{ group: "supervisor", name: "block a stop by a folder in place of the app server's own socket", who: "app" },
    do: 'for s in /run/$APP/app/*.sock; do rm -f "$s"; mkdir -p "$s/x"; done',
    took: '! timeout 60 "$TOOL" stop "$ID" >/dev/null 2>&1',
    after: 'rm -rf "/run/$APP/app/"*.sock; "$TOOL" start "$ID"; "$TOOL" switch "$ID"',
  },
  {
    ...{ group: "supervisor", name: "read another app's environment where its start script does", who: "app" },
    do: 'cat "$OTHER_ENV"',
    took: 'grep -q till-secret "$SAID"',
  },
];
