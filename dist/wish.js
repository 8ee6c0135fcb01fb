import { c as quoteAll, s as quote } from "./way-in.js";
// action/deploy/setup/helper-path.ts
/** Where the root-owned helper of one app is on a server. */
const helperPath = (name) => `/usr/local/lib/flask-deploy/${name}`;
// action/deploy/setup/root-program.ts
/** The program within the helper that reads logs; two files of the source, one after the other. */
const readsLogs = ["\"\"\"Takes out of a line what must not leave the server: the values of the app's environment. The first part of `logs`.\"\"\"\nimport json\nimport re\nimport subprocess\n\nHARMLESS = (\"true\", \"false\", \"none\", \"null\", \"production\", \"development\", \"testing\")\n# A secret with a colour in the middle would come together again where the colour is taken out.\nSTEERS = re.compile(\"\\x1b\\\\][^\\x07\\x1b]*(?:\\x07|\\x1b\\\\\\\\)?|(?:\\x1b\\\\[|\\x9b)[0-?]*[ -/]*[@-~]?|\\x1b[ -/]*[0-~]?|[\\0-\\x08\\x0b-\\x1f\\x7f-\\x9f\"\n                    \"\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]\")\n\n\ndef secrets(app):\n    \"\"\"A pattern for every value of the app's environment, as it is and as logs write it; None when there is none.\"\"\"\n    said = subprocess.run([\"runuser\", \"-u\", app, \"--\", \"cat\", \"/srv/%s/shared/.env\" % app], stdin=subprocess.DEVNULL,\n                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.decode(\"utf-8\", \"replace\")\n    found = set()\n    for value in values(said):\n        for part in [value] + value.splitlines():\n            part = part.strip()\n            if len(part) >= 4 and part.lower() not in HARMLESS:\n                percent = \"\".join(c if c.isalnum() and c < \"\\x7f\" or c in \"_.-~\" else \"\".join(\"%%%02X\" % b for b in c.encode()) for c in part)\n                # As nginx writes what is not plain ASCII.\n                hexed = \"\".join(chr(b) if 31 < b < 127 and b not in b'\"\\\\' else \"\\\\x%02X\" % b for b in part.encode())\n                found.update((part, percent, percent.replace(\"%20\", \"+\"), percent.replace(\"%2F\", \"/\"), json.dumps(part)[1:-1],\n                              json.dumps(part, ensure_ascii=False)[1:-1], repr(part)[1:-1], hexed))\n    return re.compile(\"|\".join(map(re.escape, sorted(found, key=len, reverse=True)))) if found else None\n\n\ndef values(text):\n    \"\"\"As systemd reads an EnvironmentFile.\"\"\"\n    for value in re.findall(r\"(?ms)^[ \\t]*(?:export[ \\t]+)?[A-Za-z_]\\w*[ \\t]*=[ \\t]*(\\\"(?:\\\\.|[^\\\"\\\\])*\\\"|'[^']*'|[^\\n]*)\", text):\n        if value[:1] == '\"':\n            value = re.sub(r\"(?s)\\\\(.)\", lambda seen: \"\" if seen.group(1) == \"\\n\" else seen.group(1), value[1:-1])\n        yield value[1:-1] if value[:1] == \"'\" else value\n", "\"\"\"What the app, its process manager and nginx have written, by time; as root, so secrets are taken out before anything leaves.\n\nOne JSON object a line: at (seconds since 1970), from (app, systemd, nginx), release, priority (syslog's, or none), text.\nWith FOLLOW a line {\"live\": true} ends what was there, and the end of stdin ends the program.\n\"\"\"\nimport glob\nimport json\nimport os\nimport re\nimport select\nimport subprocess\nimport sys\nimport time\n\napp, manager, count, since, follow, release, nginx, access, error = sys.argv[1:]\ncount, since, follow = int(count), int(since), follow == \"1\"\nID = \"[0-9]{8}T[0-9]{6}Z-[0-9a-f]{7,12}\"\nMOST = 4 << 20\nMONTHS = \"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec\".split()\n\n\ndef clean(text):\n    text = STEERS.sub(\"\", text)\n    return hidden.sub(\"***\", text) if hidden else text\n\n\ndef entry(at, source, text, of=\"\", priority=None):\n    return {\"at\": at, \"from\": source, \"release\": of, \"priority\": priority, \"text\": clean(text)}\n\n\ndef say(one):\n    one.pop(\"dated\", None)\n    os.write(1, (json.dumps(one) + \"\\n\").encode())\n\n\n# --- the journal ---\n\ndef matches():\n    \"\"\"What to look for, and the units that count of it: systemd speaks of many units in one voice.\"\"\"\n    one = \"%s@%s.service\" % (re.escape(app), re.escape(release) if release != \"-\" else ID)\n    if manager == \"systemd\":\n        units = \"%s|%s\" % (one, \"-\" if release != \"-\" else \"%s-proxy.service|%s.socket\" % (re.escape(app), re.escape(app)))\n        globs = [\"%s@%s.service\" % (app, release if release != \"-\" else \"*\")]\n        globs += [] if release != \"-\" else [app + \"-proxy.service\", app + \".socket\"]\n        live = [\"_SYSTEMD_SLICE=system-%s.slice\" % app.replace(\"-\", \"\\\\x2d\"), \"+\", \"_SYSTEMD_UNIT=%s-proxy.service\" % app]\n    elif manager == \"emperor\":\n        units, globs, live = \"%s-emperor.service\" % re.escape(app), [app + \"-emperor.service\"], [\"_SYSTEMD_UNIT=%s-emperor.service\" % app]\n    else:\n        return None, [], []\n    return re.compile(units), [word for unit in globs for word in (\"-u\", unit)], live + [\"+\", \"_PID=1\"]\n\n\nJOURNAL = [\"journalctl\", \"-q\", \"--no-pager\", \"-o\", \"json\", \"--output-fields=MESSAGE,PRIORITY,_SYSTEMD_UNIT,UNIT\"]\n\n\ndef of_journal(line):\n    try:\n        raw = json.loads(line)\n        at, message = int(raw[\"__REALTIME_TIMESTAMP\"]) / 1e6, raw.get(\"MESSAGE\")\n    except (ValueError, KeyError, TypeError):\n        return []\n    own, about = raw.get(\"_SYSTEMD_UNIT\") or \"\", raw.get(\"UNIT\") or \"\"\n    unit = own if wanted.fullmatch(own) else about\n    if not wanted.fullmatch(unit):\n        return []\n    if isinstance(message, list):  # bytes that are no text\n        message = bytes(byte & 255 for byte in message if isinstance(byte, int)).decode(\"utf-8\", \"replace\")\n    priority = int(raw[\"PRIORITY\"]) if str(raw.get(\"PRIORITY\", \"\")).isdigit() else None\n    of = re.search(\"@(%s)\\\\.service\" % ID, unit)\n    return [entry(at, \"app\" if unit == own else \"systemd\", text, of.group(1) if of else \"\", priority)\n            for text in (message or \"\").splitlines() or [\"\"]]\n\n\n# --- files ---\n\ndef moment(line):\n    \"\"\"Seconds since 1970 that a line tells; None when it tells none. Without a zone it is this machine's.\"\"\"\n    seen = re.search(r\"\\[(\\d\\d)/(\\w{3})/(\\d{4}):(\\d\\d):(\\d\\d):(\\d\\d) ([+-]\\d{4})\\]\", line)\n    if seen and seen.group(2) in MONTHS:\n        d, m, y, *clock, zone = seen.groups()\n        return seconds(y, MONTHS.index(m) + 1, d, *clock, zone=zone)\n    seen = re.search(r\"(\\d{4})[-/](\\d\\d)[-/](\\d\\d)[ T](\\d\\d):(\\d\\d):(\\d\\d)(?:[.,](\\d{1,6}))?(?: ?([+-]\\d\\d):?(\\d\\d)|(Z))?\", line[:80])\n    if seen:\n        *parts, part, hours, minutes, utc = seen.groups()\n        return seconds(*parts, zone=\"+0000\" if utc else hours + minutes if hours else \"\") + float(\"0.\" + (part or \"0\"))\n    seen = re.search(r\"\\b([A-Z][a-z]{2}) +(\\d{1,2}) (\\d\\d):(\\d\\d):(\\d\\d) (\\d{4})\\b\", line[:80])\n    if seen and seen.group(1) in MONTHS:\n        m, d, h, minute, s, y = seen.groups()\n        return seconds(y, MONTHS.index(m) + 1, d, h, minute, s)\n    return None\n\n\ndef seconds(*parts, zone=\"\"):\n    try:\n        local = time.mktime(tuple(map(int, parts)) + (0, 0, -1))\n        if not zone:\n            return local\n        away = int(zone[1:3]) * 3600 + int(zone[3:5]) * 60\n        return local + time.localtime(local).tm_gmtoff - (away if zone[0] == \"+\" else -away)\n    except (ValueError, OverflowError):\n        return 0.0\n\n\nclass File:\n    def __init__(self, path, source, of=\"\"):\n        self.path, self.source, self.of, self.rest, self.file = path, source, of, b\"\", None\n        stamp = of[:15].replace(\"T\", \"\")\n        self.last = seconds(stamp[:4], stamp[4:6], stamp[6:8], stamp[8:10], stamp[10:12], stamp[12:14], zone=\"+0000\") if of else 0.0\n\n    def open(self):\n        try:\n            self.file = open(self.path, \"rb\", buffering=0)\n        except OSError:\n            self.file = None\n        return self.file\n\n    def former(self):\n        \"\"\"What is there already, and of the file before the last rotation what may be asked for.\"\"\"\n        raw = b\"\"\n        try:\n            with open(self.path + \".1\", \"rb\") as file:\n                raw = tail_of(file)\n        except OSError:\n            pass\n        if not self.open():\n            return self.lines(raw)\n        found = self.lines(raw + tail_of(self.file))\n        # Lines without a time have that of the line before; the last ones were written when the file was.\n        written = os.fstat(self.file.fileno()).st_mtime\n        for one in reversed(found):\n            if one.pop(\"dated\"):\n                break\n            one[\"at\"] = self.last = written\n        return found\n\n    def more(self):\n        \"\"\"What has come since; a rotated file is read to its end before the new one.\"\"\"\n        raw = self.file.read() if self.file else b\"\"\n        try:\n            there = os.stat(self.path)\n        except OSError:\n            return self.lines(raw, live=True)\n        here = os.fstat(self.file.fileno()) if self.file else None\n        if here is None or (there.st_dev, there.st_ino) != (here.st_dev, here.st_ino):\n            fresh = self.open()\n            raw += fresh.read() if fresh else b\"\"\n        elif there.st_size < self.file.tell():\n            self.file.seek(0)\n            raw += self.file.read()\n        return self.lines(raw, live=True)\n\n    def lines(self, raw, live=False):\n        *whole, self.rest = (self.rest + raw).split(b\"\\n\")\n        if not live and self.source == \"nginx\":  # each line has its time, so those before the last ones are in nobody's way\n            whole = whole[max(0, len(whole) - count):]\n        found = []\n        for line in whole:\n            text = line.decode(\"utf-8\", \"replace\")\n            at = moment(text)\n            self.last = at if at else time.time() if live else self.last\n            found.append(dict(entry(self.last, self.source, text, self.of), dated=bool(at)))\n        return found\n\n\ndef tail_of(file):\n    size = file.seek(0, 2)\n    file.seek(max(0, size - MOST))\n    raw = file.read()\n    return raw if size <= MOST else raw.partition(b\"\\n\")[2]\n\n\ndef files(known):\n    found = [(path, \"nginx\", \"\") for path in (access, error) if path and nginx == \"1\"]\n    if manager == \"supervisor\":\n        pattern = \"/var/log/supervisor/%s-%s-stdout---*.log\" % (glob.escape(app), release if release != \"-\" else \"*\")\n        for path in glob.glob(pattern):\n            seen = re.match(\"%s-(%s)-stdout\" % (re.escape(app), ID), os.path.basename(path))\n            if seen:\n                found.append((path, \"app\", seen.group(1)))\n    return [File(*one) for one in found if one[0] not in known]\n\n\nhidden = secrets(app)\nif nginx == \"1\" and not access and not error:\n    say({\"note\": \"the site writes no log of its own into /var/log/nginx: see access_log and error_log in deploy/nginx.conf\"})\nwanted, named, live = matches()\nbegun = time.time()\nopen_files = files(())\npast = [one for file in open_files for one in file.former() if one[\"at\"] >= since]\nif wanted:\n    # Backwards, since `-n` together with `--since` gives the first ones.\n    argv = JOURNAL + named + [\"-r\", \"-n\", str(count)] + ([\"--since\", \"@%d\" % since] if since else [])\n    said = subprocess.run(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout\n    past += [one for line in reversed(said.splitlines()) for one in of_journal(line) if one[\"at\"] <= begun]\npast.sort(key=lambda one: one[\"at\"])\nfor one in past[len(past) - min(count, len(past)):]:\n    say(one)\nif not follow:\n    sys.exit(0)\nsay({\"live\": True})\n\njournal = None\nif wanted:\n    argv = JOURNAL + [\"-f\", \"-n\", \"all\", \"--since\", \"@%d\" % begun] + live\n    journal = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)\ntry:\n    rest = b\"\"\n    while True:\n        sources = [0] + ([journal.stdout.fileno()] if journal else [])\n        heard = select.select(sources, [], [], 0.25)[0]\n        if 0 in heard and not os.read(0, 4096):\n            break\n        if journal and journal.stdout.fileno() in heard:\n            chunk = os.read(journal.stdout.fileno(), 65536)\n            if not chunk:\n                break\n            *whole, rest = (rest + chunk).split(b\"\\n\")\n            for line in whole:\n                for one in of_journal(line):\n                    if one[\"at\"] > begun:\n                        say(one)\n        open_files += files([file.path for file in open_files])\n        for file in open_files:\n            for one in file.more():\n                say(one)\nexcept OSError:  # nobody reads any more\n    pass\nfinally:\n    if journal:\n        journal.kill()\n        journal.wait()\n"].join("\n");
/** One file on the server, so that it is replaced as one; in the order in which sh reads them. */
const template = [
	"#!/bin/sh\n# What the login that deploys may do as root, and nothing else. Installed by `create-flask-deploy setup` as\n# /usr/local/lib/flask-deploy/APP (root:root 0755), called through one sudoers line. Every argument is checked by its\n# shape; paths are made here, never taken. Each change to a file is a rename, so being killed at any point is safe.\n#\n#   start ID [SECONDS]   start the instance of a release; ends when it is up (1: it is not, with its last lines)\n#   stop ID [SECONDS]    stop it gracefully, now or in SECONDS (then only if it has no traffic); tidy what it left\n#   switch ID            all new requests go to it\n#   run ID SECONDS       the command on stdin, as the app's user in the release (124: it took too long)\n#   install ID           unit, site and socket files of the release, all or none (3: not allowed, 4: nginx was broken)\n#   env [ID]             stdin becomes the app's environment, for that release\n#   restore | settle     put back what `install` and `env` replaced | keep it for good\n#   drift ID             which of the release's unit, site and socket files are not what is installed\n#   tail ID              state of the instance, then its last log lines\n#   report SECONDS       instances, certificate, drift, and the traffic of so many seconds, for `status`\n#   logs LINES SINCE FOLLOW ID NGINX   what the app and the site have written, without the values of .env\n#   exec ID|current pty|pipe COMMAND   as the app's user in the release, with the caller's stdin and stdout\n#   facts ADDRESS        what `doctor` needs root to see\n#   boot                 bring back what /srv/APP/current names\n#   version              number of this protocol\nset -eu\nPATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C\nexport PATH LC_ALL\numask 022\n\n# Written by setup.\nAPP='@APP@'\nMANAGER='@MANAGER@'           # systemd, supervisor or emperor\nSOCKET='@SOCKET@'             # unix or tcp\nSITE='@SITE@'                 # where deploy/nginx.conf goes\nALLOW_CONFIG='@ALLOW_CONFIG@' # 1: `install` may replace unit, site and socket files\n\nPROTOCOL=2\nBASE=/srv/$APP\nRUN=/run/$APP\nUNITS=/etc/systemd/system\nLIB=/usr/local/lib/flask-deploy\nSAVED=/var/lib/flask-deploy/$APP # what `install` and `env` replaced, until `restore` or `settle`\n\nrefuse() { echo \"flask-deploy: $*\" >&2; exit 2; }\nfail() { echo \"flask-deploy: $*\" >&2; exit 1; }\nquietly() { \"$@\" >/dev/null 2>&1; }\n\n# A newline would make grep see two lines, so odd characters go first.\nchecked_id() {\n  case ${1-} in '' | *[!0-9TZa-f-]*) refuse \"not the id of a release\" ;; esac\n  echo \"$1\" | grep -Eqx '[0-9]{8}T[0-9]{6}Z-[0-9a-f]{7,12}' || refuse \"not the id of a release: $1\"\n  id=$1 release=$BASE/releases/$1\n}\nchecked_release() {\n  checked_id \"${1-}\"\n  if [ ! -d \"$release\" ] || [ -L \"$release\" ]; then fail \"there is no release $id in $BASE/releases\"; fi\n}\nchecked_seconds() {\n  case ${1-} in '' | *[!0-9]* | ??????*) refuse \"not a number of seconds\" ;; esac\n}\n\n# Until this process ends, nobody else does the same to the app, or to one of its releases.\none_at_a_time() { exec 9>\"/run/flask-deploy-$APP${1-}.lock\"; flock 9; }\n",
	"# --- one small interface over the three process managers: place, begin, state, log, finish ---------------------------\n\nsupervisor_conf() { echo \"/etc/supervisor/conf.d/$APP-$1.conf\"; }\nvassal() { echo \"$BASE/vassals/$1.ini\"; }\n\n# What must be on disk for the process manager to know the instance, also after a reboot.\nplace() {\n  case $MANAGER in\n  supervisor)\n    sed \"s/@RELEASE@/$id/g\" \"$LIB/$APP.supervisor.conf\" >\"$(supervisor_conf \"$id\").new\"\n    mv \"$(supervisor_conf \"$id\").new\" \"$(supervisor_conf \"$id\")\"\n    ;;\n  emperor)\n    [ -e \"$(vassal \"$id\")\" ] || ln -sfn \"$release/deploy/uwsgi.ini\" \"$(vassal \"$id\")\"\n    ;;\n  esac\n}\n\nsupervisor_state() { supervisorctl status \"$APP-$id\" 2>/dev/null | awk '{ print $2 }'; }\n\n# Ends when the instance is up or never will be; the manager's own limit on starting holds for systemd.\nbegin() {\n  end=$(($(date +%s) + $1))\n  case $MANAGER in\n  systemd) systemctl start \"$APP@$id.service\" && return 0 || return 1 ;;\n  supervisor)\n    quietly supervisorctl update \"$APP-$id\" || return 1\n    [ \"$(supervisor_state)\" != STOPPED ] || quietly supervisorctl start \"$APP-$id\" || :\n    while [ \"$(date +%s)\" -le $end ]; do\n      case $(supervisor_state) in\n      RUNNING) [ ! -S \"$RUN/$id.sock\" ] || return 0 ;;\n      FATAL | EXITED | UNKNOWN | '') return 1 ;;\n      esac\n      sleep 0.05\n    done\n    return 1\n    ;;\n  emperor)\n    begun=$(date +%s)\n    tries=0\n    systemctl start \"$APP-emperor.service\" || return 1\n    while [ \"$(date +%s)\" -le $end ]; do\n      [ ! -S \"$RUN/$id.sock\" ] || return 0\n      sleep 0.05\n      tries=$((tries + 1))\n      # A vassal that cannot import the app dies at once, and again each second: to wait for the limit helps nobody.\n      if [ $((tries % 10)) -eq 0 ] && journalctl -q --no-pager -o cat -u \"$APP-emperor.service\" --since \"@$begun\" |\n        grep -qF \"curse the uwsgi instance $(vassal \"$id\") \"; then return 1; fi\n    done\n    return 1\n    ;;\n  esac\n}\n\nstate() {\n  case $MANAGER in\n  systemd)\n    systemctl show \"$APP@$id.service\" -p ActiveState,SubState,Result,ExecMainStatus,NRestarts |\n      awk -F= '{ v[$1] = $2 } END { printf \"%s (%s), result %s, exit status %s, restarted %s times\\n\",\n        v[\"ActiveState\"], v[\"SubState\"], v[\"Result\"], v[\"ExecMainStatus\"], v[\"NRestarts\"] }'\n    ;;\n  supervisor) supervisorctl status \"$APP-$id\" 2>&1 | head -1 || : ;;\n  emperor) if [ -S \"$RUN/$id.sock\" ]; then echo \"vassal $id: listening\"; else echo \"vassal $id: not listening\"; fi ;;\n  esac\n}\n\nlog() {\n  case $MANAGER in\n  systemd) journalctl -q --no-pager -o cat -n 120 -u \"$APP@$id.service\" || : ;;\n  supervisor) supervisorctl tail -16000 \"$APP-$id\" 2>&1 | tail -n 120 || : ;;\n  emperor) journalctl -q --no-pager -o cat -n 120 -u \"$APP-emperor.service\" || : ;;\n  esac\n}\n\nfinish() {\n  # systemd puts a start behind the stop by itself.\n  [ \"$MANAGER\" = systemd ] || one_at_a_time \"-$id\"\n  case $MANAGER in\n  systemd)\n    systemctl stop \"$APP@$id.service\"\n    quietly systemctl reset-failed \"$APP@$id.service\" || :\n    ;;\n  supervisor)\n    rm -f \"$(supervisor_conf \"$id\")\"\n    quietly supervisorctl update \"$APP-$id\" || :\n    ;;\n  emperor)\n    rm -f \"$(vassal \"$id\")\"\n    # The emperor looks at its folder now and then, and the vassal ends in its own time.\n    tries=0\n    while [ -S \"$RUN/$id.sock\" ] && [ $tries -lt 200 ]; do sleep 0.05; tries=$((tries + 1)); done\n    ;;\n  esac\n  rm -f \"$RUN/$id.sock\"\n}\n",
	"# --- the verbs for instances and traffic -----------------------------------------------------------------------------\n\n# The service too: a timer that has fired would stop the instance between its start and its switch. Where the stop has\n# begun already, the start comes behind it.\nkeep_warm() { quietly systemctl stop \"$APP-stop-$id.timer\" \"$APP-stop-$id.service\" || :; }\nhas_traffic() { [ \"$(readlink \"$RUN/current.sock\")\" = \"$id.sock\" ]; }\n\nstart() {\n  checked_release \"${1-}\"\n  [ $# -lt 2 ] || checked_seconds \"$2\"\n  keep_warm\n  [ \"$MANAGER\" = systemd ] || one_at_a_time \"-$id\"\n  # What a stop that was just ended has not tidied yet.\n  if [ -S \"$RUN/$id.sock\" ] && [ \"$MANAGER\" = systemd ]; then\n    case $(systemctl is-active \"$APP@$id.service\") in inactive | failed | deactivating) rm -f \"$RUN/$id.sock\" ;; esac\n  fi\n  [ -d \"$RUN\" ] || install -d -o \"$APP\" -g \"$APP\" -m 0750 \"$RUN\"\n  place\n  begin \"${2:-60}\" && return 0\n  state >&2\n  log | tail -n 20 >&2\n  exit 1\n}\n\nstop() {\n  checked_id \"${1-}\"\n  if [ $# -gt 1 ]; then\n    checked_seconds \"$2\"\n    keep_warm\n    exec systemd-run --quiet --unit=\"$APP-stop-$id\" --on-active=\"$2\" --timer-property=AccuracySec=100ms \"$LIB/$APP\" drained \"$id\"\n  fi\n  keep_warm\n  quietly systemctl stop \"$APP-run-$id.service\" || :\n  finish\n  # Only a first deploy that is taken back ends like this: there is nobody else to have the traffic.\n  if has_traffic; then rm -f \"$RUN/current.sock\"; fi\n}\n\n# What the timer of `stop ID SECONDS` calls: meanwhile a rollback may have given it the traffic back.\ndrained() {\n  checked_id \"${1-}\"\n  has_traffic || finish\n}\n\nlink_current() {\n  ln -sfn \"$id.sock\" \"$RUN/current.sock.next\"\n  mv -fT \"$RUN/current.sock.next\" \"$RUN/current.sock\"\n}\n\nswitch() {\n  checked_release \"${1-}\"\n  [ -S \"$RUN/$id.sock\" ] || fail \"$id does not listen: there is no $RUN/$id.sock\"\n  link_current\n}\n\nrun() {\n  checked_release \"${1-}\"\n  checked_seconds \"${2-}\"\n  command=$(cat)\n  # A unit of its own, so that nothing it starts outlives it, and `stop` can end it.\n  # The command travels in the environment, because systemd would expand ${…} in an argument.\n  # shellcheck disable=SC2016  # the unit's sh expands it\n  exec systemd-run --quiet --pipe --wait --collect --unit=\"$APP-run-$id\" -p User=\"$APP\" -p Group=\"$APP\" \\\n    -p WorkingDirectory=\"$release\" -p EnvironmentFile=\"-$BASE/shared/.env\" -p NoNewPrivileges=yes -p PrivateTmp=yes \\\n    -E \"PATH=$release/.venv/bin:$PATH\" -E \"RELEASE=$id\" -E \"FLASK_DEPLOY_HOOK=$command\" \\\n    timeout -k 5 \"$2\" sh -c 'eval \"$FLASK_DEPLOY_HOOK\"' </dev/null\n}\n",
	"# --- unit, site and socket files -------------------------------------------------------------------------------------\n\n# Calls FUNCTION SOURCE TARGET for each file of the release that lives in /etc; ends with the first that fails.\neach_file() {\n  \"$1\" deploy/nginx.conf \"$SITE\" || return 1\n  case $MANAGER in\n  systemd) \"$1\" \"deploy/$APP@.service\" \"$UNITS/$APP@.service\" || return 1 ;;\n  supervisor) \"$1\" deploy/supervisor.conf \"$LIB/$APP.supervisor.conf\" || return 1 ;;\n  emperor) \"$1\" \"deploy/$APP-emperor.service\" \"$UNITS/$APP-emperor.service\" || return 1 ;;\n  esac\n  [ \"$SOCKET\" = tcp ] || return 0\n  \"$1\" \"deploy/$APP.socket\" \"$UNITS/$APP.socket\" && \"$1\" \"deploy/$APP-proxy.service\" \"$UNITS/$APP-proxy.service\"\n}\n\n# What was there before lies beside its file, as a hard link: to put it back is a rename, which a full disk allows.\nold=flask-deploy-old\ndiffers() { ! cmp -s \"$release/$1\" \"$2\"; }\nprint_drift() { if differs \"$@\"; then echo \"$1\"; fi; }\nrequire() { if [ ! -f \"$release/$1\" ] || [ -L \"$release/$1\" ]; then fail \"$1 of $id is missing or not a plain file\"; fi; }\nreplace() {\n  differs \"$@\" || return 0\n  install -o root -g root -m 0644 \"$release/$1\" \"$2.flask-deploy-new\" || return 1\n  # The oldest is kept: what was there before the deploy began.\n  if [ ! -e \"$2.$old\" ] && [ ! -e \"$2.$old-none\" ]; then\n    if [ -e \"$2\" ]; then ln \"$2\" \"$2.$old\" || return 1; else : >\"$2.$old-none\" || return 1; fi\n  fi\n  mv -f \"$2.flask-deploy-new\" \"$2\" || return 1\n  changed=\"$changed $1\"\n}\nput_back() {\n  rm -f \"$2.flask-deploy-new\"\n  if [ -e \"$2.$old\" ]; then\n    mv -f \"$2.$old\" \"$2\"\n  elif [ -e \"$2.$old-none\" ]; then\n    rm -f \"$2\"\n    rm -f \"$2.$old-none\"\n  else\n    return 0\n  fi\n  changed=\"$changed $1\"\n}\ndrop_old() { rm -f \"$2.$old\" \"$2.$old-none\"; }\n\n# Tells the running services about the files that changed.\napply() {\n  case $changed in *.service* | *.socket*) systemctl daemon-reload || return 1 ;; esac\n  case $changed in *.socket* | *-proxy.service*)\n    quietly systemctl stop \"$APP-proxy.service\" || :\n    systemctl restart \"$APP.socket\" || return 1\n    ;;\n  esac\n  case $changed in *-emperor.service*) systemctl restart \"$APP-emperor.service\" || return 1 ;; esac\n  case $changed in *nginx.conf*) reload_nginx || return 1 ;; esac\n}\n\n# A reload ends before nginx has read anything. Its former workers go on accepting until their titles say otherwise.\nreload_nginx() {\n  workers=$(cat \"/proc/$(cat /run/nginx.pid 2>/dev/null)/task/\"*/children 2>/dev/null) || :\n  systemctl reload-or-restart nginx.service || return 1\n  tries=0\n  for worker in $workers; do\n    while [ $tries -lt 60 ] && [ -e \"/proc/$worker\" ] && ! grep -aqs 'shutting down' \"/proc/$worker/cmdline\"; do\n      sleep 0.05\n      tries=$((tries + 1))\n    done\n  done\n}\n\nopen_saved() { mkdir -p \"${SAVED%/*}\"; [ -d \"$SAVED\" ] || mkdir -m 0700 \"$SAVED\"; }\n\ninstall_config() {\n  checked_release \"${1-}\"\n  drift=$(each_file print_drift | tr '\\n' ' ')\n  [ -n \"$drift\" ] || return 0\n  [ \"$ALLOW_CONFIG\" = 1 ] || { echo \"flask-deploy: setup was not told to allow changes of ${drift% }\" >&2; exit 3; }\n  one_at_a_time\n  each_file require\n  said=$(nginx -t 2>&1) || { printf '%s\\nflask-deploy: nginx refused its configuration before anything was changed\\n' \"$said\" >&2; exit 4; }\n  open_saved\n  echo \"$id\" >\"$SAVED/for\"\n  changed=''\n  said=''\n  # A file that nginx refuses, or a full disk in the middle: everything as it was.\n  if each_file replace && said=$(nginx -t 2>&1) && apply; then return 0; fi\n  restore\n  fail \"${said:-the files could not be put in place}\"\n}\n\nrestore() {\n  [ -d \"$SAVED\" ] || return 0\n  changed=''\n  # Both are told in any case: a restore that was killed may have put their files back already.\n  [ ! -e \"$SAVED/for\" ] || changed=nginx.conf.service\n  each_file put_back\n  put_env_back\n  apply\n  rm -rf \"$SAVED\"\n}\n\nsettle() {\n  each_file drop_old\n  rm -rf \"$SAVED\"\n}\n",
	"# --- the app's environment -------------------------------------------------------------------------------------------\n\nas_app() { runuser -u \"$APP\" -- \"$@\"; }\n# As the app's user, who owns it: root must not write by name in a folder where others may put links.\nwrite_env() {\n  # shellcheck disable=SC2016  # the inner sh expands it\n  as_app sh -c 'umask 077; head -c 1048576 >\"$1.new\" && mv -f \"$1.new\" \"$1\"' sh \"$BASE/shared/.env\" || fail \".env could not be written\"\n}\nput_env_back() {\n  if [ -e \"$SAVED/env\" ]; then\n    write_env <\"$SAVED/env\"\n  elif [ -e \"$SAVED/env.none\" ]; then\n    as_app rm -f \"$BASE/shared/.env\"\n  fi\n}\nenv_from_stdin() {\n  open_saved\n  if [ $# -gt 0 ]; then\n    checked_id \"$1\"\n    echo \"$id\" >\"$SAVED/env.for\"\n  fi\n  if [ ! -e \"$SAVED/env\" ] && [ ! -e \"$SAVED/env.none\" ]; then\n    if as_app test -e \"$BASE/shared/.env\"; then\n      as_app cat \"$BASE/shared/.env\" >\"$SAVED/.saving\"\n      mv \"$SAVED/.saving\" \"$SAVED/env\"\n    else\n      : >\"$SAVED/env.none\"\n    fi\n  fi\n  write_env\n}\n",
	"saved_for_another() { [ -e \"$SAVED/$1\" ] && [ \"$(cat \"$SAVED/$1\")\" != \"$id\" ]; }\n\n# Runs before nginx and the process manager: nothing here waits.\nboot() {\n  now=$(readlink \"$BASE/current\") || return 0\n  checked_release \"${now#releases/}\"\n  # Switched off behind `install` or `env`, before the new release had traffic.\n  if saved_for_another for || saved_for_another env.for; then\n    changed=''\n    each_file put_back\n    put_env_back\n    systemctl daemon-reload\n    rm -rf \"$SAVED\"\n  fi\n  [ -d \"$RUN\" ] || install -d -o \"$APP\" -g \"$APP\" -m 0750 \"$RUN\"\n  # Those that were draining have no timer any more.\n  for left in \"/etc/supervisor/conf.d/$APP\"-????????T??????Z-*.conf \"$BASE\"/vassals/????????T??????Z-*.ini; do\n    case $left in *\"$id\"*) ;; *) rm -f \"$left\" ;; esac\n  done\n  place\n  link_current\n  case $MANAGER in\n  systemd) systemctl start --no-block \"$APP@$id.service\" ;;\n  supervisor) if systemctl is-active -q supervisor.service; then quietly supervisorctl update || :; fi ;;\n  emperor) systemctl start --no-block \"$APP-emperor.service\" ;;\n  esac\n}\n",
	"# --- report: what `status` shows and the login may not see; one fact a line, its kind first ------------------------\n\nreport() {\n  checked_seconds \"${1-}\"\n  echo \"protocol $PROTOCOL\"\n  now=$(readlink \"$BASE/current\") || now=''\n  if [ -n \"$now\" ] && [ -d \"$BASE/releases/${now#releases/}\" ]; then\n    checked_release \"${now#releases/}\"\n    each_file print_drift | sed 's/^/drift /'\n  fi\n  report_instances\n  # process /proc/PID /srv/APP/releases/ID; a name in `ps` may be anything, and only root sees where a process is.\n  find /proc/[0-9]*/cwd -maxdepth 0 -lname \"$BASE/releases/*\" -printf 'process %h %l\\n' 2>/dev/null || :\n  report_certificate\n  report_traffic \"$1\"\n}\n\n# instance ID STATE RESULT RESTARTS\nreport_instances() {\n  case $MANAGER in\n  systemd)\n    systemctl show \"$APP@*.service\" -p Id,ActiveState,Result,NRestarts | awk -F= -v unit=\"$APP@\" '\n      function tell() { if (v[\"Id\"] != \"\") print \"instance\", v[\"Id\"], v[\"ActiveState\"], v[\"Result\"], v[\"NRestarts\"] + 0; split(\"\", v) }\n      $1 == \"Id\" { sub(unit, \"\", $2); sub(/\\.service$/, \"\", $2) }\n      NF < 2 { tell(); next }\n      { v[$1] = $2 }\n      END { tell() }'\n    ;;\n  supervisor)\n    supervisorctl status 2>/dev/null | awk -v unit=\"$APP-\" 'index($1, unit) == 1 { print \"instance\", substr($1, length(unit) + 1), tolower($2), \"-\", 0 }'\n    ;;\n  emperor)\n    for ini in \"$BASE\"/vassals/????????T??????Z-*.ini; do\n      [ -L \"$ini\" ] || continue\n      id=${ini##*/} id=${id%.ini} state=down\n      [ ! -S \"$RUN/$id.sock\" ] || state=listening\n      echo \"instance $id $state - 0\"\n    done\n    ;;\n  esac\n}\n\n# The first value that the site gives a directive, but for `off` and what nginx makes up at each request.\nsaid_in_site() {\n  awk -v name=\"$1\" '{ sub(/#.*/, \"\") } $1 == name { v = $2; sub(/;.*/, \"\", v); gsub(/[\"\\047]/, \"\", v)\n    if (v != \"off\" && v !~ /\\$/) { print v; exit } }' \"$SITE\" 2>/dev/null || :\n}\n\nreport_certificate() {\n  file=$(said_in_site ssl_certificate)\n  [ -n \"$file\" ] || return 0\n  case $file in /*) ;; *) file=/etc/nginx/$file ;; esac\n  echo \"certificate $file\"\n  # Nothing but a certificate gets out, whatever file the site names.\n  [ ! -f \"$file\" ] || head -c 65536 \"$file\" | sed -n '/^-----BEGIN CERTIFICATE-----$/,/^-----END CERTIFICATE-----$/{ s/^/pem /p; /END/q }'\n}\n\n# A log that the site writes for itself alone, and nothing that a link or `..` leads to.\nsite_log() {\n  file=$(said_in_site \"$1\")\n  case $file in *..* | /var/log/nginx/*/*) return 0 ;; /var/log/nginx/?*) ;; *) return 0 ;; esac\n  case ${file##*/} in access.log | error.log) [ \"$SITE\" = /etc/nginx/nginx.conf ] || return 0 ;; esac\n  [ ! -L \"$file\" ] || return 0\n  echo \"$file\"\n}\n\n# traffic FILE SECONDS-COVERED REQUESTS 5xx 4xx NOT-UNDERSTOOD; at most the last 4 MB are read\nreport_traffic() {\n  file=$(site_log access_log)\n  [ -n \"$file\" ] || return 0\n  end=$(date +%s)\n  from=$(date -d \"@$((end - $1))\" +%Y%m%d%H%M%S)\n  most=4194304\n  {\n    # Just rotated: what is missing is in the former file.\n    if [ -n \"$(find \"$file.1\" -maxdepth 0 -mmin \"-$((1 + $1 / 60))\" 2>/dev/null)\" ]; then tail -c $most \"$file.1\"; fi\n    [ ! -f \"$file\" ] || tail -c $most \"$file\"\n  } | awk -F'\"' -v from=\"$from\" -v most=$most '\n    BEGIN { split(\"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec\", names, \" \"); for (i in names) month[names[i]] = sprintf(\"%02d\", i) }\n    { bytes += length($0) + 1\n      t = substr($1, length($1) - 27, 20)\n      if (!((m = substr(t, 4, 3)) in month)) { odd++; next }\n      key = substr(t, 8, 4) month[m] substr(t, 1, 2) substr(t, 13, 2) substr(t, 16, 2) substr(t, 19, 2)\n      if (first == \"\") first = key\n      if (key < from || $6 == \"flask-deploy\") next\n      split($3, said, \" \")\n      n++; class[substr(said[1], 1, 1)]++ }\n    END { print n + 0, class[5] + 0, class[4] + 0, odd + 0, (bytes >= most && first > from) ? first : \"all\" }' | {\n    read -r requests fives fours odd first\n    seconds=$1\n    if [ \"$first\" != all ]; then\n      clock=$(echo \"$first\" | sed 's/\\(....\\)\\(..\\)\\(..\\)\\(..\\)\\(..\\)\\(..\\)/\\1-\\2-\\3 \\4:\\5:\\6/')\n      seconds=$((end - $(date -d \"$clock\" +%s)))\n    fi\n    echo \"traffic $file $seconds $requests $fives $fours $odd\"\n  }\n}\n",
	"# --- logs: what the app, its process manager and nginx have written, without the app's secrets -----------------------\n\n# logs LINES SINCE FOLLOW ID NGINX: so many of the last lines, since so many seconds after 1970, FOLLOW and NGINX 0 or 1, ID or -\nlogs() {\n  for number in \"${1-}\" \"${2-}\"; do\n    case $number in '' | *[!0-9]* | ???????????*) refuse \"not a number\" ;; esac\n  done\n  case ${3-}${5-} in [01][01]) ;; *) refuse \"neither 0 nor 1\" ;; esac\n  [ \"${4-}\" = - ] || checked_id \"${4-}\"\n  # The program comes by another way than stdin, whose end tells it that nobody listens any more.\n  exec python3 -I -S /dev/fd/3 \"$APP\" \"$MANAGER\" \"$1\" \"$2\" \"$3\" \"$4\" \"$5\" \"$(site_log access_log)\" \"$(site_log error_log)\" 3<<'PYTHON'\n# @LOGS@\nPYTHON\n}\n".replace("# @LOGS@\n", () => readsLogs),
	"# --- exec: a command of a person's, as the app's user in a release -------------------------------------------------\n\nparent_of() {\n  read -r stat <\"/proc/$1/stat\" || return 0\n  stat=${stat##*) }\n  stat=${stat#* }\n  echo \"${stat%% *}\"\n}\n\n# exec ID|current pty|pipe COMMAND; stdin, stdout and the exit code are the command's\nexec_in() {\n  if [ \"${1-}\" = current ]; then\n    now=$(readlink \"$BASE/current\") || fail \"nothing was deployed yet\"\n    shift\n    set -- \"${now#releases/}\" \"$@\"\n  fi\n  checked_release \"${1-}\"\n  command=${3-}\n  [ -n \"$command\" ] || refuse \"no command\"\n  unit=$APP-exec-$$\n  mode=${2-}\n  # shellcheck disable=SC2016  # the unit's sh expands it\n  set -- --quiet --wait --collect --unit=\"$unit\" -p User=\"$APP\" -p Group=\"$APP\" -p WorkingDirectory=\"$release\" \\\n    -p EnvironmentFile=\"-$BASE/shared/.env\" -p UMask=0027 -p NoNewPrivileges=yes -p PrivateTmp=yes \\\n    -E \"PATH=$release/.venv/bin:$PATH\" -E \"VIRTUAL_ENV=$release/.venv\" -E \"RELEASE=$id\" -E \"FLASK_DEPLOY_EXEC=$command\" \\\n    sh -c 'command=$FLASK_DEPLOY_EXEC; unset FLASK_DEPLOY_EXEC; eval \"$command\"'\n  case $mode in\n  pty)\n    case ${TERM-} in '' | *[!A-Za-z0-9._+-]*) TERM=dumb ;; esac\n    exec systemd-run --pty -E \"TERM=$TERM\" \"$@\"\n    ;;\n  pipe) ;;\n  *) refuse \"neither pty nor pipe\" ;;\n  esac\n  # The unit would outlive a caller who has hung up: sshd is gone then, and whoever it was the parent of has another.\n  above=$(parent_of $PPID)\n  exec 3<&0\n  systemd-run --pipe \"$@\" <&3 3<&- &\n  client=$!\n  (\n    while sleep 1; do\n      if [ \"$(parent_of $$)\" != $PPID ] || [ \"$(parent_of $PPID)\" != \"$above\" ]; then\n        systemctl stop \"$unit.service\"\n        exit\n      fi\n    done\n  ) </dev/null >/dev/null 2>&1 3<&- &\n  watcher=$!\n  trap 'quietly systemctl stop \"$unit.service\" || :' HUP INT TERM\n  code=0\n  wait $client || code=$?\n  kill $watcher\n  exit $code\n}\n",
	"# --- facts: what `doctor` needs root to see; one fact a line, its kind first. What is not installed says nothing -----\n\nwithin() { timeout -k 1 4 \"$@\" 2>&1 </dev/null || :; }\nhas() { command -v \"$1\" >/dev/null 2>&1; }\n\n# ADDRESS is where the question comes from: whether fail2ban has banned it.\nfacts() {\n  case ${1-} in '' | *[!0-9a-f.:]*) refuse \"not an address\" ;; esac\n  echo \"protocol $PROTOCOL\"\n  if has nginx; then\n    # Its own words come with a date and a process, or with its name in front.\n    within nginx -T | awk '/^# configuration file / { sub(/:$/, \"\", $4); print \"nginx-file\", $4 }\n      /^nginx: / || /^[0-9\\/]+ [0-9:]+ \\[[a-z]+\\] / { sub(/^nginx: |^[0-9\\/]+ [0-9:]+ /, \"\"); sub(/ [0-9]+#[0-9]+:/, \"\"); print \"nginx\", $0 }'\n  fi\n  sudoers=/etc/sudoers.d/flask-deploy-$APP\n  [ ! -f \"$sudoers\" ] || echo \"sudoers $(stat -c '%a %U' \"$sudoers\") $(sha256sum <\"$sudoers\" | cut -d' ' -f1)\"\n  [ ! -d \"$SAVED\" ] || echo \"saved $(stat -c %Y \"$SAVED\")\"\n  if has sshd; then within sshd -T | awk '$1 ~ /^(maxstartups|permitrootlogin|passwordauthentication)$/ { print \"sshd\", $0 }'; fi\n  facts_firewall \"$1\"\n  if has journalctl; then\n    # systemd's own word for it; the kernel's, where the killed process was in no unit's charge.\n    within journalctl -q --no-pager --since=-7d -o short-iso -n 5 MESSAGE_ID=fe6faa94e7774663a0da52717891d8ef | sed 's/^/oom /'\n    within journalctl -q --no-pager --since=-7d -o short-iso -n 5 -k -g 'Out of memory: Killed' | sed 's/^/oom /'\n  fi\n  profiles=/sys/kernel/security/apparmor/profiles\n  [ ! -r \"$profiles\" ] || grep -E 'nginx|uwsgi|gunicorn' \"$profiles\" | sed 's/^/apparmor /' || :\n  echo end\n}\n\nfacts_firewall() {\n  if has nft; then\n    within nft list ruleset | head -n 400 | sed 's/^/nft /'\n  elif has iptables; then\n    within iptables -w 2 -S | head -n 400 | sed 's/^/iptables /'\n  fi\n  if has ufw; then within ufw status | head -n 100 | sed 's/^/ufw /'; fi\n  if has fail2ban-client; then within fail2ban-client banned \"$1\" | head -n 1 | sed 's/^/banned /'; fi\n}\n",
	"# --- the call --------------------------------------------------------------------------------------------------------\n\nverb=${1-}\n[ $# -eq 0 ] || shift\ncase $verb in\nstart | stop | drained | switch | run | boot | restore | settle | report | logs | facts) \"$verb\" \"$@\" ;;\ninstall) install_config \"$@\" ;;\nenv) env_from_stdin \"$@\" ;;\nexec) exec_in \"$@\" ;;\ndrift) checked_release \"${1-}\"; each_file print_drift ;;\ntail) checked_id \"${1-}\"; state; log ;;\nversion) echo $PROTOCOL ;;\n*) refuse \"start, stop, switch, run, install, env, restore, settle, drift, tail, report, logs, exec, facts, boot or version, not '$verb'\" ;;\nesac\n"
].join("\n");
/** What the helper of this version answers to `version`. */
const helperProtocol = /^PROTOCOL=(\d+)$/m.exec(template)?.[1] ?? "";
/** The root-owned helper of one app, as it is installed at {@link helperPath}. */
function helperText({ name, processManager, socket, site, allowConfig }) {
	const values = {
		APP: name,
		MANAGER: processManager,
		SOCKET: socket,
		SITE: site,
		ALLOW_CONFIG: allowConfig ? "1" : "0"
	};
	return template.replace(/^([A-Z_]+)='@\1@'/gm, (_, key) => {
		const value = values[key] ?? "";
		if (!/^[A-Za-z0-9@/._-]+$/.test(value)) throw new Error(`the helper's ${key} would be ${JSON.stringify(value)}`);
		return `${key}='${value}'`;
	});
}
/** The only thing the login that deploys may do as root. */
function sudoersText(name, user) {
	return `# ${user} deploys ${name}. The program checks its arguments itself: a pattern here would also match blanks.\n${user} ALL=(root) NOPASSWD: ${helperPath(name)}\n`;
}
// action/deploy/setup/step.ts
/** Ends the script at the first command that fails, and keeps files from being readable before they have their mode. */
const head = "set -eu\numask 077\n";
const sh = (...lines) => head + lines.join("\n");
const command = (title, ...argvs) => ({
	title,
	script: sh(...argvs.map(quoteAll))
});
/** Writes beside, checks, then renames: whoever reads the path sees the old file or the new one. */
function file({ path, content, mode, check }) {
	const fresh = `${path}.new`;
	return {
		title: `write ${path}`,
		script: sh(`cat > ${quote(fresh)}`, quoteAll([
			"chown",
			"root:root",
			fresh
		]), quoteAll([
			"chmod",
			mode,
			fresh
		]), ...check ? [`${quoteAll(check.map((word) => word === "{}" ? fresh : word))} || { rm -f ${quote(fresh)}; exit 1; }`] : [], quoteAll([
			"mv",
			"-fT",
			fresh,
			path
		])),
		stdin: content
	};
}
const folder = (path, mode, owner, group) => command(`create ${path} (${mode} ${owner}:${group})`, [
	"mkdir",
	"-p",
	path
], [
	"chown",
	`${owner}:${group}`,
	path
], [
	"chmod",
	mode,
	path
]);
/** As that user, so that root writes nothing by name in a folder that is somebody else's. */
function authorize(user, key) {
	return {
		title: `let ${user} log in with the key ${key.split(" ").slice(2).join(" ") || key.slice(-16)}`,
		script: sh(`runuser -u ${quote(user)} -- sh -c ${quote([
			"set -eu",
			"umask 077",
			"cd \"$(getent passwd \"$(id -un)\" | cut -d: -f6)\"",
			"mkdir -p .ssh",
			"{ [ ! -e .ssh/authorized_keys ] || sed '$a\\' .ssh/authorized_keys; cat; } > .ssh/authorized_keys.new",
			"mv -f .ssh/authorized_keys.new .ssh/authorized_keys"
		].join("\n"))}`),
		stdin: `${key}\n`
	};
}
/** There while nginx may not have read the files yet, so that a setup that was killed tells it the next time. */
const pendingMark = (app) => `/var/lib/flask-deploy/${app}.nginx-to-reload`;
/** A reload ends before nginx has read anything: until its former workers say in their titles that they are leaving. */
const reloadNginx = [
	"workers=$(cat \"/proc/$(cat /run/nginx.pid 2>/dev/null)/task/\"*/children 2>/dev/null) || :",
	"systemctl reload-or-restart nginx.service",
	"tries=0",
	"for worker in $workers; do",
	"  while [ $tries -lt 60 ] && [ -e \"/proc/$worker\" ] && ! grep -aqs \"shutting down\" \"/proc/$worker/cmdline\"; do",
	"    sleep 0.05; tries=$((tries + 1))",
	"  done",
	"done"
];
/** The site in its place and nginx told, or, when nginx refuses it, everything as it was. */
function site(app, { path, content, link, removes }) {
	const [old, fresh, mark] = [
		`${path}.setup-old`,
		`${path}.setup-new`,
		pendingMark(app)
	].map(quote);
	const target = quote(path);
	const aside = (name) => quote(`${name.replace("/sites-enabled/", "/sites-available/")}.setup-old`);
	return {
		title: `let nginx serve ${app}: ${path}${removes.length ? `, instead of ${removes.join(" and ")}` : ""}`,
		script: sh(`mkdir -p /var/lib/flask-deploy; : > ${mark}`, `cat > ${fresh}; chown root:root ${fresh}; chmod 0644 ${fresh}`, `[ ! -e ${target} ] || [ -e ${old} ] || ln ${target} ${old}`, `mv -fT ${fresh} ${target}`, ...link ? [`ln -sfn ${quote(link.to)} ${quote(link.path)}`] : [], ...removes.map((name) => `if [ -e ${quote(name)} ]; then mv -fT ${quote(name)} ${aside(name)}; fi`), "if ! said=$(nginx -t 2>&1); then", `  if [ -e ${old} ]; then mv -fT ${old} ${target}; else rm -f ${target}${link ? ` ${quote(link.path)}` : ""}; fi`, ...removes.map((name) => `  if [ -e ${aside(name)} ]; then mv -fT ${aside(name)} ${quote(name)}; fi`), `  rm -f ${mark}`, `  printf '%s\\n' "$said" >&2; exit 1`, "fi", `rm -f ${[old, ...removes.map(aside)].join(" ")}`, ...reloadNginx, `rm -f ${mark}`),
		stdin: content
	};
}
// action/deploy/setup/wish.ts
const units = "/etc/systemd/system";
const paths = (name) => ({
	base: `/srv/${name}`,
	helper: helperPath(name),
	sudoers: `/etc/sudoers.d/flask-deploy-${name}`,
	tmpfiles: `/etc/tmpfiles.d/flask-deploy-${name}.conf`,
	run: `/run/${name}`,
	current: `${units}/${name}-current.service`,
	fullSite: "/etc/nginx/nginx.conf",
	available: `/etc/nginx/sites-available/${name}.conf`,
	enabled: `/etc/nginx/sites-enabled/${name}.conf`,
	confd: `/etc/nginx/conf.d/${name}.conf`,
	debianDefault: "/etc/nginx/sites-enabled/default",
	supervisor: `/usr/local/lib/flask-deploy/${name}.supervisor.conf`
});
/** Services that run all the time, by what has to be there for them. */
function services({ name, processManager, socket }) {
	return [
		"nginx.service",
		...processManager === "supervisor" ? ["supervisor.service"] : [],
		`${name}-current.service`,
		...processManager === "emperor" ? [`${name}-emperor.service`] : [],
		...socket === "tcp" ? [`${name}.socket`] : []
	];
}
/** Path in the repository → path in /etc, for all that the process manager reads; the site is apart, see {@link siteWish}. */
function targets({ name, processManager, socket }) {
	return [{
		systemd: [`deploy/${name}@.service`, `${units}/${name}@.service`],
		supervisor: ["deploy/supervisor.conf", paths(name).supervisor],
		emperor: [`deploy/${name}-emperor.service`, `${units}/${name}-emperor.service`]
	}[processManager], ...socket === "tcp" ? [[`deploy/${name}.socket`, `${units}/${name}.socket`], [`deploy/${name}-proxy.service`, `${units}/${name}-proxy.service`]] : []];
}
/** The files of the repository that live in /etc, as they must be. */
const unitFiles = ({ app, files }) => targets(app).map(([source, path]) => ({
	path,
	content: files.get(source) ?? "",
	mode: "0644"
}));
/** Files of the repository without which there is nothing to set up. */
const neededFiles = (app) => ["deploy/nginx.conf", ...targets(app).map(([source]) => source)];
/** Before nginx is there it can only be guessed; setup looks again once it is installed. */
const sitesFolder = (facts) => facts.nginx?.sites ?? (facts.packageManager === "apt-get" ? "sites-enabled" : "conf.d");
/** The account of nginx's workers: the one its configuration names, which may be ours. */
function nginxUser(facts, wish) {
	const ours = /^\s*user\s+([^\s;]+)/m.exec(wish.files.get("deploy/nginx.conf") ?? "")?.[1];
	if (wish.app.nginx === "full" && ours) return ours;
	return facts.nginx?.user ?? (facts.packageManager === "apt-get" ? "www-data" : "nginx");
}
function siteWish(facts, { app, files }) {
	const where = paths(app.name);
	const content = files.get("deploy/nginx.conf") ?? "";
	if (app.nginx === "full") return {
		path: where.fullSite,
		content,
		removes: []
	};
	if (sitesFolder(facts) === "conf.d") return {
		path: where.confd,
		content,
		removes: []
	};
	const taken = facts.nginx === void 0 || facts.nginx.enabled.includes(where.debianDefault);
	return {
		path: where.available,
		content,
		link: {
			path: where.enabled,
			to: `../sites-available/${app.name}.conf`
		},
		removes: app.domain === "_" && taken ? [where.debianDefault] : []
	};
}
/** Files that setup writes itself. */
const ownFiles = (facts, wish) => ownFilesFor(wish, {
	site: siteWish(facts, wish).path,
	allowConfig: wish.allowConfig ?? facts.allowConfig ?? false
});
/** The same, for a helper that was told these. */
function ownFilesFor({ app, login }, told) {
	const { name, processManager } = app;
	const where = paths(name);
	const managers = {
		systemd: "",
		supervisor: " supervisor.service",
		emperor: ` ${name}-emperor.service`
	};
	return [
		{
			path: where.helper,
			mode: "0755",
			content: helperText({
				...app,
				...told
			})
		},
		...login === "root" ? [] : [{
			path: where.sudoers,
			mode: "0440",
			content: sudoersText(name, login),
			check: [
				"visudo",
				"-cqf",
				"{}"
			]
		}],
		{
			path: where.tmpfiles,
			mode: "0644",
			content: `# Sockets of ${name}'s releases.\nd ${where.run} 0750 ${name} ${name}\n`
		},
		{
			path: where.current,
			mode: "0644",
			content: `# /run is empty after a reboot: starts the release that ${where.base}/current names, and gives it the traffic.
[Unit]
Description=${name}, the release in use
After=network.target local-fs.target
Before=nginx.service${managers[processManager]}
ConditionPathIsSymbolicLink=${where.base}/current

[Service]
Type=oneshot
ExecStart=${where.helper} boot

[Install]
WantedBy=multi-user.target
`
		}
	];
}
/** Folders with mode, owner and group. Releases and venvs take the app's group from theirs. */
function folders({ app, login }) {
	const { base } = paths(app.name);
	return [
		[
			"/usr/local/lib/flask-deploy",
			"755",
			"root",
			"root"
		],
		[
			base,
			"2750",
			login,
			app.name
		],
		[
			`${base}/releases`,
			"2750",
			login,
			app.name
		],
		[
			`${base}/venvs`,
			"2750",
			login,
			app.name
		],
		[
			`${base}/shared`,
			"2770",
			login,
			app.name
		],
		...app.processManager === "emperor" ? [[
			`${base}/vassals`,
			"2750",
			"root",
			app.name
		]] : []
	];
}
/** What the probe has to look at to tell what is missing. */
function question(wish) {
	const { app, login } = wish;
	const where = paths(app.name);
	const ours = /^\s*user\s+([^\s;]+)/m.exec(wish.files.get("deploy/nginx.conf") ?? "")?.[1] ?? "";
	return {
		app: app.name,
		login,
		users: [
			app.name,
			login,
			"www-data",
			"nginx",
			.../^[a-z_][a-z0-9_-]*$/.test(ours) ? [ours] : []
		],
		units: [...services(app), ...app.processManager === "systemd" ? [`${app.name}@probe.service`] : []],
		paths: [
			...folders(wish).map(([path]) => path),
			...unitFiles(wish).map(({ path }) => path),
			...[
				where.helper,
				where.sudoers,
				where.tmpfiles,
				where.current,
				where.run
			],
			...[
				where.fullSite,
				where.available,
				where.enabled,
				where.confd,
				pendingMark(app.name)
			]
		]
	};
}
export { site as _, ownFilesFor as a, helperPath as b, services as c, unitFiles as d, authorize as f, pendingMark as g, folder as h, ownFiles as i, siteWish as l, file as m, neededFiles as n, paths as o, command as p, nginxUser as r, question as s, folders as t, targets as u, helperProtocol as v, sudoersText as y };
