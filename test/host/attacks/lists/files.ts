import type { Attack } from "../attack.ts";

const group = "nginx and files";
const url = (path: string) => `curl -s --path-as-is -H "Host: $APP.example.org" "http://127.0.0.1${path}"`;
/** What nginx itself may read and no visitor may: the log of another site. */
const log = "/var/log/nginx/till.access.log";
/** As logrotate leaves it. */
const before =
  "chown www-data:adm /var/log/nginx/till.access.log; chmod 640 /var/log/nginx/till.access.log; curl -s -o /dev/null -H 'Host: till.example.org' 'http://127.0.0.1/?token=till-secret-url'";
const shown = (path: string) => `${url(path)} | grep -qa -e till-secret -e root:x:0`;

/** What nginx, which may read more than the app, shows to a visitor. */
export const files: readonly Attack[] = [
  {
    ...{ group, name: "show /etc/passwd by a link in static/", who: "key" },
    do: 'cd "/srv/$APP/current/static" && chmod u+w . && ln -s /etc/passwd passwd.txt',
    took: shown("/static/passwd.txt"),
    after: 'rm -f "/srv/$APP/current/static/passwd.txt"',
  },
  {
    ...{ group, name: "show another site's log by a link in static/", who: "key" },
    before,
    do: `cd "/srv/$APP/current/static" && chmod u+w . && ln -s ${log} log.txt`,
    took: shown("/static/log.txt"),
    after: 'rm -f "/srv/$APP/current/static/log.txt"',
  },
  {
    ...{ group, name: "show another app's data by a link in static/", who: "key" },
    before:
      'd="/srv/$OTHER/shared/instance"; echo till-secret-database >"$d/db"; chown "$OTHER:$OTHER" "$d/db"; chmod 640 "$d/db"',
    do: 'cd "/srv/$APP/current/static" && chmod u+w . && ln -s "/srv/$OTHER/shared/instance" other',
    took: shown("/static/other/db"),
    after: 'rm -f "/srv/$APP/current/static/other"',
  },
  {
    ...{ group, name: "show another app's code by a link in static/", who: "key" },
    do: 'cd "/srv/$APP/current/static" && chmod u+w . && ln -s "/srv/$OTHER/current" other',
    took: `${url("/static/other/app.py")} | grep -q "import os, subprocess"`,
    after: 'rm -f "/srv/$APP/current/static/other"',
  },
  {
    ...{ group, name: "show another site's log by a link in place of static/", who: "key" },
    before,
    do: 'copied; cd "/srv/$APP/releases/$NEW" && rm -rf static && ln -s /var/log/nginx static; tool start "$NEW"; tool switch "$NEW"',
    took: shown("/static/till.access.log"),
    after: '"$TOOL" switch "$ID"',
  },
  {
    ...{ group, name: "show another site's log by a link in place of the release", who: "key" },
    before,
    do: `copied; tool start "$NEW"; tool switch "$NEW"; cd "/srv/$APP/releases"; mkdir -p "x/static"; ln -s /var/log/nginx x/static/l; mv "$NEW" "$NEW.real"; ln -s x "$NEW"`,
    took: `${shown("/static/l/till.access.log")} || { rm -f "/srv/$APP/releases/$NEW"; ln -s /var "/srv/$APP/releases/$NEW"; ${shown("/static/../log/nginx/till.access.log")}; }`,
    after:
      '"$TOOL" switch "$ID"; rm -rf "/srv/$APP/releases/x" "/srv/$APP/releases/$NEW"; mv "/srv/$APP/releases/$NEW.real" "/srv/$APP/releases/$NEW"',
  },
  {
    ...{ group, name: "show another site's log as the icon of the site", who: "key" },
    before,
    do: `cd "/srv/$APP/current/static" && chmod u+w . && mv favicon.svg kept && ln -s ${log} favicon.svg`,
    took: shown("/favicon.ico"),
    after: 'cd "/srv/$APP/current/static" && rm -f favicon.svg && mv kept favicon.svg',
  },
  {
    ...{ group, name: "show another site's log among the files of former releases", who: "key" },
    before,
    do: `mkdir -p "/srv/$APP/assets/static"; ln -s ${log} "/srv/$APP/assets/static/old.txt"`,
    took: shown("/static/old.txt"),
    after: 'rm -rf "/srv/$APP/assets/static"',
  },
  {
    ...{ group, name: "show another site's log as the maintenance page", who: "key" },
    before,
    do: `cd "/srv/$APP/current/deploy" && chmod u+w . && mv maintenance.html kept && ln -s ${log} maintenance.html; mkdir -p "/srv/$APP/maintenance"; echo '{}' >"/srv/$APP/maintenance/on"; mkdir -p "/srv/$APP/shared/maintenance"; echo '{}' >"/srv/$APP/shared/maintenance/on"`,
    took: shown("/"),
    after:
      'rm -f "/srv/$APP/maintenance/on" "/srv/$APP/shared/maintenance/on"; cd "/srv/$APP/current/deploy" && rm -f maintenance.html && mv kept maintenance.html',
  },
  {
    ...{ group, name: "leave the folder of static files by dots", who: "visitor" },
    do: `for path in /static../app.py /static/../app.py /static/%2e%2e/app.py /static/..%2fapp.py /static/..%5capp.py /static//../app.py '/static/.%2e/.%2e/deploy/uwsgi.ini' /..%2f..%2fetc/passwd /static/%252e%252e/app.py; do
curl -s --path-as-is -H "Host: $APP.example.org" "http://$ADDRESS$path"; done`,
    took: 'grep -q -e "import os, subprocess" -e root:x: -e "module = " "$SAID"',
  },
  {
    ...{ group, name: "have nginx send a file that the app names: X-Accel-Redirect", who: "app" },
    before,
    do: `for to in /../../../../etc/passwd /static/../../../../../etc/passwd /static/%2e%2e/%2e%2e/app.py //etc/passwd @till file:///etc/passwd /etc/passwd; do
curl -s --path-as-is -G --data-urlencode "to=$to" -H "Host: $APP.example.org" "http://127.0.0.1/accel"; done`,
    took: 'grep -q -e root:x: -e "import os, subprocess" -e till-secret "$SAID"',
  },
];
