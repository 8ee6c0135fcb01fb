import type { Attack } from "../attack.ts";

const group = "configuration";
const tidy = "rm -f /etc/root-was-here /etc/profile.d/x.sh";
const asRoot = "/usr/bin/touch /etc/root-was-here";

/** A unit of the key holder's making, installed and started. */
const unit = (name: string, edit: string, took = "test -e /etc/root-was-here"): Attack => ({
  ...{ group, name: `unit: ${name}`, who: "key", took: `within 8 ${took}`, after: tidy },
  do: `copied; f=/srv/$APP/releases/$NEW/deploy/$APP@.service; ${edit}; tool install $NEW; tool start $NEW 5; tool stop $NEW`,
});
const line = (text: string) =>
  `cat >/tmp/line.$NEW <<'L'\n${text}\nL\nsed -i -e "/^ExecStart=/{r /tmp/line.$NEW" -e 'N}' $f; rm -f /tmp/line.$NEW`;
const installed = (words: string) => `grep -qF '${words}' "/etc/systemd/system/$APP@.service"`;

/** A site of the key holder's making, installed: lines put at the end of the server's block. */
const site = (name: string, lines: string, took: string, more: Partial<Attack> = {}): Attack => ({
  ...{ group, name: `site: ${name}`, who: "key", took, after: tidy, ...more },
  do: `copied; f=/srv/$APP/releases/$NEW/deploy/nginx.conf
sed -i '$d' $f; cat >>$f <<'SITE'
${lines}
}
SITE
${more.do ?? ""}
tool install $NEW`,
});
const get = (path: string, host = "$APP.example.org") =>
  `curl -s --max-time 5 --path-as-is -i -H "Host: ${host}" "http://127.0.0.1${path}"`;
const fetched = (path: string, needle = "root:x", host?: string) => `${get(path, host)} | grep -qa '${needle}'`;
const out = "../../../../../etc/passwd";

/** What a deploy may install, and what is beyond it. */
export const configuration: readonly Attack[] = [
  unit("a command of root's: ExecStartPre=+", line(`ExecStartPre=+${asRoot}`)),
  unit("a command of root's: ExecStopPost=+", line(`ExecStopPost=-+${asRoot}`)),
  unit("a command with root's powers: !!", line(`ExecStartPre=!!${asRoot}`)),
  unit(
    "the app as root: neither User= nor a sandbox",
    `sed -i -E '/^(User|Group|Protect|Private|Capab|NoNew|SystemCall|Restrict|ReadWrite)/d' $f; ${line(`ExecStartPre=${asRoot}`)}`,
  ),
  unit("a second command behind a semicolon", line(`ExecStartPre=/bin/true ; +${asRoot}`)),
  unit("the plus within quotes", line(`ExecStartPre="+/usr/bin/touch" /etc/root-was-here`)),
  unit("the plus within single quotes", line(`ExecStartPre='+/usr/bin/touch' /etc/root-was-here`)),
  unit("the plus as an escape in quotes", line(`ExecStartPre="\\x2b/usr/bin/touch" /etc/root-was-here`)),
  unit("a command behind a continued line", line(`Environment=A=\\\nExecStartPre=+${asRoot}`)),
  unit("a command behind a continued comment", line(`# a comment \\\nExecStartPre=+${asRoot}`)),
  unit("a command behind a carriage return", `printf 'Nice=1\\rExecStartPre=+${asRoot}\\n' >>$f`),
  unit("a command behind a NUL", `printf '[Service]\\nNice=1\\0\\nExecStartPre=+${asRoot}\\n' >>$f`),
  unit(
    "a command in a section of another case",
    `printf '[service]\\nExecStartPre=+${asRoot}\\n[SERVICE]\\nExecStartPre=+${asRoot}\\n' >>$f`,
  ),
  unit(
    "spaces that are none: U+00A0 and a tab around the equals sign",
    `printf '[Service]\\nExecStartPre\\t=\\t+${asRoot}\\nUser\\302\\240=root\\n' >>$f`,
  ),
  unit(
    "a byte order mark in front",
    `printf '\\357\\273\\277[Service]\\nExecStartPre=+${asRoot}\\n' | cat - $f >$f.x; mv $f.x $f`,
  ),
  unit(
    "a sandbox of lines in another order",
    "sed -i -e '/^SystemCallFilter=@system-service/d' -e '/^SystemCallFilter=~/a SystemCallFilter=@system-service' $f",
    installed("Filter=~@privileged @resources\nSystemCallFilter=@system-service")
      .replace("grep -qF", "grep -Pzo")
      .replace("Filter=~@privileged @resources\nSystem", "Filter=~@privileged @resources\\nSystem"),
  ),
  unit(
    "a line of the sandbox twice",
    "sed -i '/^SystemCallFilter=~/a SystemCallFilter=@system-service' $f",
    '[ "$(grep -c "^SystemCallFilter=@system-service" "/etc/systemd/system/$APP@.service")" = 2 ]',
  ),
  unit("a way out of the sandbox: ReadWritePaths=/etc", line("ReadWritePaths=/etc"), installed("ReadWritePaths=/etc")),
  unit("files of root's as credentials", line("LoadCredential=x:/etc/shadow"), installed("LoadCredential")),
  unit("the other app's environment", line("EnvironmentFile=/etc/flask-deploy/till.env"), installed("till.env")),
  unit(
    "a start that nginx has to wait for",
    "sed -i '/^After=/a Before=nginx.service ssh.service' $f",
    installed("Before=nginx"),
  ),
  unit("a bond with another app's unit", "sed -i '/^After=/a PartOf=shop-other.socket' $f", installed("shop-other")),
  unit(
    "a reboot when it fails",
    "sed -i '/^StartLimit/a FailureAction=reboot-force\\nStartLimitAction=reboot' $f",
    installed("FailureAction"),
  ),
  {
    ...{ group, name: "unit: a folder of drop-ins beside it in the release", who: "key" },
    do: `copied; d="/srv/$APP/releases/$NEW/deploy/$APP@.service.d"; mkdir -p "$d"; printf '[Service]\\nExecStartPre=+${asRoot}\\n' >"$d/x.conf"; tool install $NEW; tool start $NEW 5; tool stop $NEW`,
    ...{ took: "test -e /etc/root-was-here", after: tidy },
  },
  {
    ...{ group, name: "unit: a FIFO as a file to install, which hangs root", who: "key" },
    do: 'copied; f="/srv/$APP/releases/$NEW/deploy/nginx.conf"; rm "$f"; mkfifo "$f"; timeout -k 1 6 sudo -n "$TOOL" install "$NEW"; echo "ended with $?"',
    took: 'grep -q "ended with 1[23][0-9]" "$SAID"',
  },
  {
    ...{ group, name: "unit: /dev/zero and a file of 2 GB to install", who: "key" },
    do: 'copied; f="/srv/$APP/releases/$NEW/deploy/nginx.conf"; rm "$f"; ln -s /dev/zero "$f"; timeout -k 1 6 sudo -n "$TOOL" install "$NEW"; echo "ended with $?"; rm "$f"; truncate -s 2G "$f"; timeout -k 1 6 sudo -n "$TOOL" install "$NEW"; echo "ended with $?"',
    took: 'grep -q "ended with 1[23][0-9]" "$SAID"',
  },
  site("a log where a shell reads it", "access_log /etc/profile.d/x.sh;", "test -e /etc/profile.d/x.sh"),
  site("an error log where a shell reads it", "error_log /etc/profile.d/x.sh;", "test -e /etc/profile.d/x.sh"),
  site("alias /etc/", "location /x/ { alias /etc/; }", fetched("/x/passwd")),
  site(
    "root / by another spelling",
    'location /x/ { "\\ro\\ot" /; ro"ot" /; }\nlocation /etc/ { root "/srv/shop/current/../../../"; }',
    fetched("/etc/passwd"),
  ),
  site(
    "a block within types that is none to nginx",
    "types { text/x a${{ b; }\nlocation /x/ { alias /etc/; }\nlocation /y\\${ return 404; }",
    fetched("/x/passwd"),
  ),
  site("a file of root's read as types", "types { include /root/only; }", fetched("/static/x.leak", "root-secret"), {
    before: "echo 'root-secret/here leak;' >/root/only; chmod 600 /root/only",
    do: 'touch "/srv/$APP/current/static/x.leak" 2>/dev/null || { chmod u+w "/srv/$APP/current/static"; touch "/srv/$APP/current/static/x.leak"; }; chmod 644 "/srv/$APP/current/static/x.leak"',
  }),
  site(
    "a path out of what a visitor says: rewrite",
    `location /x { root /srv/shop/current; rewrite ^ /$arg_f break; }`,
    fetched(`/x?f=${out}`),
  ),
  site(
    "a path out of what a visitor says: try_files",
    "location /x { root /srv/shop/current; try_files /$args =404; }",
    fetched(`/x?${out}`),
  ),
  site(
    "a path out of what a visitor says: alias $1",
    'location /x { if ($arg_f ~ "(.*)") { set $y 1; } alias /srv/shop/current/$1; }',
    fetched(`/x?f=${out}`),
  ),
  site(
    "a path put together of parts: rewrite $1$2",
    `location /x { root /srv/shop/current; rewrite "^/x(\\.)a(\\.)(.*)" "/$1$2/$1$2/$1$2/$1$2$3" break; }`,
    fetched("/x.a./etc/passwd"),
  ),
  site(
    "a path with dots: error_page",
    "location = /x { root /srv/shop/current; error_page 404 =200 /../../../../../etc/passwd; }\nlocation /.. { root /srv/shop/current; }",
    fetched("/x"),
  ),
  site(
    "a link that nginx follows",
    "location /x/ { alias /srv/shop/assets/; disable_symlinks off; }",
    fetched("/x/passwd"),
    { do: "ln -sfn /etc/passwd /srv/shop/assets/passwd", after: "rm -f /srv/shop/assets/passwd" },
  ),
  site(
    "a link in the part that nginx does not look at",
    "location /x/ { alias /srv/shop/assets/out/; disable_symlinks if_not_owner from=/srv/shop/assets/out; }",
    fetched("/x/passwd"),
    { do: "ln -sfn /etc /srv/shop/assets/out", after: "rm -f /srv/shop/assets/out" },
  ),
  site(
    "another app's name",
    "}\nserver {\nlisten 80;\nserver_name till.example.org;\nreturn 200 stolen;",
    fetched("/", "stolen", "till.example.org"),
  ),
  site(
    "everybody's name: default_server",
    "}\nserver {\nlisten 80 default_server;\nserver_name shop.example.org;\nreturn 200 stolen;",
    fetched("/", "stolen", "nobody.example.org"),
  ),
  site(
    "a name by a pattern",
    "}\nserver {\nlisten 80;\nserver_name ~^till;\nreturn 200 stolen;",
    fetched("/", "stolen", "till2.example.org"),
  ),
  site(
    "another app's server",
    "location /x/ { uwsgi_pass unix:/run/till/current.sock; include uwsgi_params; }",
    "grep -q unix:/run/till /etc/nginx/sites-available/shop.conf",
  ),
  site(
    "any server that a visitor names",
    "resolver 127.0.0.53;\nlocation /x { proxy_pass http://$arg_h; }",
    fetched("/x?h=127.0.0.1:22", "SSH\\|502"),
  ),
  site(
    "an upstream in another app's name",
    "}\nupstream shop-two { server 127.0.0.1:1; }\nserver {\nlisten 80;\nserver_name shop.example.org;\nlocation /z { proxy_pass http://shop-two; }",
    'grep -q "upstream shop-two" /etc/nginx/sites-available/shop.conf',
  ),
  site(
    "a program within nginx: load_module, perl, lua",
    "location /x { perl x; }\nlocation /y { content_by_lua_block { os.execute() } }",
    "nginx -T 2>/dev/null | grep -q lua_block",
  ),
  site(
    "a file of root's as its own certificate key",
    "listen 8443 ssl;\nssl_certificate /etc/shadow;\nssl_certificate_key /etc/shadow;",
    "nginx -T 2>/dev/null | grep -q etc/shadow",
  ),
  site(
    "files for everybody: include of a pattern",
    "include /etc/nginx/sites-enabled/*;\ninclude /srv/shop/current/deploy/*.inc;",
    "nginx -T 2>/dev/null | grep -q 'current/deploy/.*inc'",
  ),
  site(
    "a place that visitors may write: client_body_temp_path, dav, proxy_store",
    "location /x { dav_methods PUT; alias /srv/shop/shared/; }\nclient_body_temp_path /etc/evil;",
    "test -e /etc/evil",
    { after: "rm -rf /etc/evil" },
  ),
  site(
    "a limit for other sites too, from outside the server",
    "}\nclient_max_body_size 1;\nserver {\nlisten 80;\nserver_name shop.example.org;",
    "[ \"$(curl -s -o /dev/null -w '%{http_code}' -H 'Host: till.example.org' --data 12345 http://127.0.0.1/echo)\" = 413 ]",
  ),
];
