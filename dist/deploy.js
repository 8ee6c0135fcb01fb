import { At as paths, Ct as site, Dt as folders, En as isAtLeast, Et as environmentMode, Fn as processManagers, Ft as connect, Lt as quote, Ot as helperPath, Pt as httpsMismatch, Rt as quoteAll, Sn as canonicalName, St as sh, _n as readPlainFile, _t as command, ct as approvedFiles, dt as overrides, ft as ownFiles, gt as authorize, ht as unitFiles, jn as wordsOf, jt as services, k as served, kt as neededFiles, lt as desiredSite, mt as question, rn as knownHostsName, ut as nginxUser, vn as lastLines, vt as file, w as runRelease, wt as helperProtocol, xt as pendingMark, yt as folder, zt as deploy } from "./shared.js";
import { hash } from "node:crypto";
import { basename, join } from "node:path";
// action/engine/targets/server/setup/desired-state-of-app.ts
/**
* The wish of a repository: its flask-deploy.yml and the files below deploy/ that belong into /etc.
*
* @throws when one of them cannot be read; one that is missing is told together with everything else that is wrong.
*/
function desiredStateOf(app, root, more) {
	const files = /* @__PURE__ */ new Map();
	for (const path of neededFiles(app)) try {
		files.set(path, readPlainFile(join(root, path)));
	} catch (error) {
		if (error.code !== "ENOENT") throw error;
	}
	return {
		app,
		login: app.deploy.user,
		files,
		...more
	};
}
// action/engine/targets/server/setup/facts/facts.ts
const script = "#!/bin/sh\n# Looks at a server for `setup` and changes nothing. Says one fact a line: a word, then what it is.\n# usage: probe.sh APP LOGIN USER... -- UNIT... -- PATH...   (as root; none of the words holds a blank)\nset -u\nPATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C\nexport PATH LC_ALL\napp=$1 login=$2\nshift 2\n\nsay() { printf '%s\\n' \"$*\"; }\nhas() { command -v \"$1\" >/dev/null 2>&1; }\n\nsay uid \"$(id -u)\"\nsed -n 's/^PRETTY_NAME=\"\\{0,1\\}\\([^\"]*\\).*/system \\1/p' /etc/os-release 2>/dev/null\n[ ! -d /run/systemd/system ] || say systemd yes\nfor program in apt-get dnf nginx sudo visudo logrotate supervisord certbot; do\n  ! has $program || say program $program\ndone\nif has python3; then\n  say python \"$(python3 -c 'import sys; print(\"%d.%d\" % sys.version_info[:2])')\"\n  ! python3 -c 'import venv, ensurepip' 2>/dev/null || say venv yes\nfi\n\n# Whether a file is as its package brought it.\nis_stock() {\n  if has dpkg-query; then\n    sum=$(md5sum \"$1\" 2>/dev/null | cut -d' ' -f1)\n    [ -n \"$sum\" ] && dpkg-query -W -f '${Conffiles}\\n' 'nginx*' 2>/dev/null | grep -q \"^ $1 $sum\"\n  elif has rpm; then\n    owner=$(rpm -qf \"$1\" 2>/dev/null) && ! rpm -V \"$owner\" | grep -q \" $1\\$\"\n  else\n    return 1\n  fi\n}\nif has nginx; then\n  say nginx-user \"$(sed -n 's/^[[:space:]]*user[[:space:]]\\{1,\\}\\([^;[:space:]]*\\).*/\\1/p' /etc/nginx/nginx.conf | head -1)\"\n  nginx -V 2>&1 | sed -n 's/.*--user=\\([^ ]*\\).*/nginx-built-user \\1/p'\n  if grep -q '^[^#]*include.*sites-enabled' /etc/nginx/nginx.conf; then say nginx-sites sites-enabled; else say nginx-sites conf.d; fi\n  ! is_stock /etc/nginx/nginx.conf || say stock /etc/nginx/nginx.conf\n  ! is_stock /etc/nginx/sites-available/default || say stock /etc/nginx/sites-available/default\n  for site in /etc/nginx/sites-enabled/* /etc/nginx/conf.d/*.conf; do\n    [ -f \"$site\" ] || continue\n    say site \"$site\"\n    ! grep -Eq '^[^#]*listen[^#;]*[[:space:]]default(_server)?[[:space:];]' \"$site\" || say site-for-any \"$site\"\n  done\n  if told=$(nginx -t 2>&1); then say nginx-test ok; else printf '%s\\n' \"$told\" | sed 's/^/nginx-said /'; fi\n  workers=$(cat \"/proc/$(cat /run/nginx.pid 2>/dev/null)/task/\"*/children 2>/dev/null)\n  for worker in $workers; do\n    # One that only ends its last connections is not asked any more.\n    grep -aqs 'shutting down' \"/proc/$worker/cmdline\" ||\n      say nginx-worker \"$(sed -n 's/^Groups:[[:space:]]*//p' \"/proc/$worker/status\" 2>/dev/null)\"\n  done\nfi\n\nwhile [ $# -gt 0 ] && [ \"$1\" != -- ]; do\n  if entry=$(getent passwd \"$1\"); then\n    say user \"$entry\"\n    say groups \"$1\" \"$(id -nG \"$1\")\"\n  fi\n  shift\ndone\n[ $# -eq 0 ] || shift\n# What has the app's name already, and was not made by setup.\nfor unit in \"$app\" \"$app@\"; do\n  for kind in service socket target timer slice mount; do\n    for folder in /usr/lib/systemd/system /lib/systemd/system; do\n      if [ -e \"$folder/$unit.$kind\" ]; then say taken unit \"$folder/$unit.$kind\"; break; fi\n    done\n  done\ndone\nif [ ! -e \"/etc/tmpfiles.d/flask-deploy-$app.conf\" ] && [ ! -e \"/etc/flask-deploy/$app\" ]; then\n  [ ! -e \"/run/$app\" ] || say taken folder \"/run/$app\"\n  for entry in \"/srv/$app\"/* \"/srv/$app\"/.[!.]*; do\n    case ${entry##*/} in\n    releases | venvs | assets | deploys | maintenance | shared | vassals | tls | '*' | '.[!.]*') ;;\n    *) say taken folder \"/srv/$app\"; break ;;\n    esac\n  done\nfi\nsed -n 's/^[[:space:]]*nameserver[[:space:]]\\{1,\\}\\([^[:space:]]*\\).*/nameserver \\1/p' /etc/resolv.conf 2>/dev/null\nif gid=$(getent group \"$app\"); then say gid \"$(printf %s \"$gid\" | cut -d: -f3)\"; fi\n\nhome=$(getent passwd \"$login\" | cut -d: -f6)\n# As the login, whose folder it is: a link leads to what that may read, and a FIFO says nothing.\n[ -z \"$home\" ] || timeout 5 runuser -u \"$login\" -- head -c 1048576 \"$home/.ssh/authorized_keys\" 2>/dev/null </dev/null | sed -n 's/^[^#]/authorized &/p'\n\nwhile [ $# -gt 0 ] && [ \"$1\" != -- ]; do\n  say unit \"$1\" \"$(systemctl is-enabled \"$1\" 2>/dev/null || :)\" \"$(systemctl is-active \"$1\" 2>/dev/null || :)\" \\\n    \"$(systemctl show -p NeedDaemonReload --value \"$1\" 2>/dev/null)\"\n  shift\ndone\n[ $# -eq 0 ] || shift\n\nfor path in \"$@\"; do\n  if [ -L \"$path\" ]; then\n    say link \"$path\" \"$(readlink \"$path\")\"\n  elif [ -d \"$path\" ]; then\n    say folder \"$path\" \"$(stat -c '%a %U %G' \"$path\")\"\n  elif [ -f \"$path\" ]; then\n    say file \"$path\" \"$(stat -c '%a %U %G' \"$path\")\" \"$(sha256sum <\"$path\" | cut -d' ' -f1)\"\n  fi\ndone\n\nhelper=/usr/local/lib/flask-deploy/$app\nif [ -x \"$helper\" ]; then\n  say allow-config \"$(sed -n \"s/^ALLOW_CONFIG='\\([01]\\)'.*/\\1/p\" \"$helper\")\"\n  if [ \"$login\" = root ]; then\n    say helper \"$(\"$helper\" version 2>&1)\"\n  elif getent passwd \"$login\" >/dev/null && has sudo; then\n    say helper \"$(runuser -u \"$login\" -- sudo -n \"$helper\" version 2>&1 | tail -1)\"\n  fi\nfi\nfor key in /etc/ssh/ssh_host_ed25519_key.pub /etc/ssh/ssh_host_ecdsa_key.pub /etc/ssh/ssh_host_rsa_key.pub; do\n  [ ! -r \"$key\" ] || say hostkey \"$(cut -d' ' -f1,2 \"$key\")\"\ndone\nsay end\n";
/** The probe's command line, to be run as root. */
function probe({ app, login, users, units, paths }) {
	return [
		"sh",
		"-c",
		script,
		"sh",
		app,
		login,
		...users,
		"--",
		...units,
		"--",
		...paths
	];
}
/**
* Reads what the probe said.
*
* @throws when it did not come to its end.
*/
function readFacts(said) {
	const lines = said.split("\n").map((line) => /^(\S+) ?(.*)$/.exec(line)?.slice(1) ?? ["", ""]);
	const all = (word) => lines.filter(([key]) => key === word).map(([, value]) => value);
	const one = (word) => all(word)[0];
	if (one("end") === void 0) throw new Error(`the look at the server broke off:\n${said.slice(-500)}`);
	const programs = new Set(all("program"));
	const packageManager = ["apt-get", "dnf"].find((name) => programs.has(name));
	const split = (word) => all(word).map((value) => value.split(" "));
	return {
		system: one("system") ?? "unknown",
		isRoot: one("uid") === "0",
		systemd: one("systemd") === "yes",
		packageManager,
		programs,
		python: one("python") || void 0,
		venv: one("venv") === "yes",
		nginx: programs.has("nginx") ? {
			user: one("nginx-user") || one("nginx-built-user") || "nobody",
			sites: one("nginx-sites") === "sites-enabled" ? "sites-enabled" : "conf.d",
			stock: new Set(all("stock")),
			enabled: all("site"),
			forAny: all("site-for-any"),
			broken: one("nginx-test") === "ok" ? "" : all("nginx-said").join("\n") || "nginx -t failed",
			workers: all("nginx-worker").map((ids) => ids.split(" ").map(Number))
		} : void 0,
		users: new Map(all("user").map((entry) => {
			const [name = "", , uid = "", , , home = "", shell = ""] = entry.split(":");
			return [name, {
				uid: Number(uid),
				home,
				shell
			}];
		})),
		groups: new Map(split("groups").map(([user = "", ...names]) => [user, names])),
		taken: split("taken").map(([, path = ""]) => path),
		nameservers: all("nameserver"),
		gid: one("gid") === void 0 ? void 0 : Number(one("gid")),
		authorized: all("authorized"),
		units: new Map(all("unit").map((entry) => {
			const [name = "", enabled = "", active = "", stale = ""] = entry.split(" ");
			return [name, {
				enabled: enabled === "enabled",
				active: active === "active",
				stale: stale === "yes"
			}];
		})),
		paths: new Map([
			...split("link").map(([path = "", to = ""]) => [path, {
				kind: "link",
				to
			}]),
			...split("folder").map(([path = "", mode = "", owner = "", group = ""]) => [path, {
				kind: "folder",
				mode,
				owner,
				group
			}]),
			...split("file").map(([path = "", mode = "", owner = "", group = "", sha256 = ""]) => [path, {
				kind: "file",
				mode,
				owner,
				group,
				sha256
			}])
		]),
		allowConfig: one("allow-config") === void 0 ? void 0 : one("allow-config") === "1",
		helper: one("helper") ?? "",
		hostKeys: all("hostkey")
	};
}
// action/engine/targets/server/setup/problems.ts
/** Why this server cannot be set up for this app: the cause and what to do, a sentence or two each. */
function problemsOf(facts, wish) {
	return [
		...ofRepository(wish),
		...ofNames(facts, wish),
		...ofSystem(facts, wish),
		...ofUnits(facts, wish),
		...facts.nginx ? ofNginx(facts, facts.nginx, wish) : []
	];
}
function* ofRepository({ app, files }) {
	for (const path of neededFiles(app)) if (!files.has(path)) yield `${path} is missing: flask-deploy.yml says ${app.processManager} and a ${app.socket} socket, which need it. Where an older version made this repository, \`npx create-flask-deploy update\` merges it in.`;
}
/** Names on a server are anybody's: nothing of the system's, and no other's account, becomes this app's. */
function* ofNames(facts, { app, login }) {
	const { name } = app;
	const another = "Choose another name for the app in flask-deploy.yml.";
	for (const path of facts.taken) yield path.startsWith("/srv/") ? `${path} is there already, and setup did not make it. Move it away, or choose another name for the app in flask-deploy.yml.` : `the server has ${path} already, which is not this app's. ${another}`;
	const account = facts.users.get(name);
	if (account && account.home !== paths(name).base) yield `the server has an account ${name} already, which is not this app's (its home is ${account.home}). ${another}`;
	const owner = facts.users.get(login);
	if (owner && login !== "root" && owner.home.startsWith("/srv/")) yield `the account ${login}, which would deploy this app, runs the app in ${owner.home}. Name another one under deploy: user: in flask-deploy.yml.`;
	if (!account && facts.gid !== void 0) yield `the server has a group ${name} already, which is not this app's. ${another}`;
}
/** What a unit says that would not do on this server. */
function* ofUnits(facts, { files }) {
	for (const [path, text] of files) {
		const denied = [...text.matchAll(/^IPAddressDeny=(.*)$/gm)].flatMap(([, list = ""]) => list.split(/\s+/));
		const needed = facts.nameservers.find((address) => denied.includes(address));
		if (needed) yield `${path} keeps the app from ${needed}, which is this server's name server. Take that address out of IPAddressDeny=.`;
	}
}
function* ofSystem(facts, { app, login }) {
	if (!facts.isRoot) yield "setup did not become root on the server.";
	if (!facts.systemd) yield `${facts.system} does not run systemd, which starts the app and its sockets. Use a server with systemd (Debian, Ubuntu, Fedora, RHEL and their families).`;
	const lacking = [
		"nginx",
		"python3",
		"logrotate"
	].filter((name) => name === "python3" ? facts.python === void 0 : !facts.programs.has(name));
	if (!facts.packageManager && lacking.length > 0) yield `${facts.system} has neither apt-get nor dnf, so ${lacking.join(", ")} cannot be installed. Install them (with Python's venv), then run setup again.`;
	const { debianOnly } = processManagers[app.processManager];
	if (debianOnly && facts.packageManager !== "apt-get") yield debianOnly;
	if (facts.python && !isAtLeast(facts.python, app.python)) yield `the server's python3 is ${facts.python}, and flask-deploy.yml asks for ${app.python} or newer. Lower python: in flask-deploy.yml if the app allows it, or use a newer release of ${facts.system}.`;
	const account = facts.users.get(app.name);
	if (account?.home === paths(app.name).base && (account.uid === 0 || !/\/(nologin|false)$/.test(account.shell))) yield `the server has an account ${app.name} that can log in (${account.shell || "no shell given"}); the app needs one of its own. Rename the app, or take the login away: usermod -s /usr/sbin/nologin ${app.name}`;
	const owner = facts.users.get(login);
	if (owner && login !== "root" && /\/(nologin|false)$/.test(owner.shell)) yield `the account ${login} has no shell, so nobody can deploy with it. Name another one under deploy: user: in flask-deploy.yml.`;
}
function* ofNginx(facts, nginx, wish) {
	const { app } = wish;
	const where = paths(app.name);
	const wanted = desiredSite(facts, wish);
	if (nginx.broken && !nginx.broken.includes(wanted.path) && !(wanted.link && nginx.broken.includes(wanted.link.path))) yield `nginx on the server refuses its configuration already, before anything was changed. Repair it there, then run setup again. nginx said:\n${nginx.broken}`;
	const site = wish.files.get("deploy/nginx.conf");
	const https = site && httpsMismatch(app, site);
	if (https) yield https;
	const web = nginxUser(facts, wish);
	if (!facts.users.has(web)) yield `deploy/nginx.conf says \`user ${web};\`, and this server has no such account; nginx runs as ${nginx.user} here. Write \`user ${nginx.user};\`.`;
	const others = nginx.enabled.filter((site) => ![
		where.enabled,
		where.confd,
		where.debianDefault
	].includes(site));
	const replaced = facts.paths.get(where.fullSite);
	if (app.nginx === "full" && others.length > 0 && replaced && !isOurs(replaced, wish)) yield `deploy/nginx.conf is a whole nginx.conf, and would switch off ${others.join(", ")}. Say nginx: site in flask-deploy.yml, or remove them.`;
	const own = [
		where.enabled,
		where.confd,
		where.debianDefault
	];
	const any = app.domain === "_" ? nginx.forAny.find((site) => !own.includes(site)) : void 0;
	if (any) yield `${any} answers to any name already, as this app would (domain: "_"), and nginx takes one such site only. Give the app a domain in flask-deploy.yml.`;
	if (wanted.removes.length > 0 && !nginx.stock.has("/etc/nginx/sites-available/default")) yield `${where.debianDefault} was changed by somebody and answers to any name, as this app would (domain: "_"). Give the app a domain in flask-deploy.yml, or remove that file.`;
}
const isOurs = (fact, wish) => fact.kind === "file" && fact.sha256 === hash("sha256", wish.files.get("deploy/nginx.conf") ?? "");
// action/engine/targets/server/setup/plan.ts
/** What a server lacks of what an app wants. Pure: the same facts give the same plan. */
function planSetup(facts, wish) {
	const problems = problemsOf(facts, wish);
	if (problems.length > 0) return {
		problems,
		packages: [],
		steps: []
	};
	return {
		problems,
		packages: packageSteps(facts, wish),
		steps: [...accounts(facts, wish), ...onDisk(facts, wish)]
	};
}
/** Packages whose names are the same in Debian's and Red Hat's families, but for venv. */
function packageSteps(facts, wish) {
	const apt = facts.packageManager === "apt-get";
	const lacks = (program) => !facts.programs.has(program);
	const { needs } = processManagers[wish.app.processManager];
	const names = [
		...lacks("nginx") ? ["nginx"] : [],
		...facts.python === void 0 ? ["python3"] : [],
		...!facts.venv && apt ? ["python3-venv"] : [],
		...lacks("logrotate") ? ["logrotate"] : [],
		...lacks("sudo") && wish.login !== "root" ? ["sudo"] : [],
		...lacks("certbot") && wish.app.tls === "letsencrypt" ? ["certbot"] : [],
		...needs && lacks(needs.program) ? [needs.package] : []
	];
	if (names.length === 0) return [];
	const title = `install ${names.join(", ")}`;
	if (!apt) return [command(title, [
		"dnf",
		"install",
		"-y",
		"-q",
		...names
	])];
	const get = [
		"env",
		"DEBIAN_FRONTEND=noninteractive",
		"apt-get",
		"-q",
		"-o",
		"DPkg::Lock::Timeout=120"
	];
	return [command(title, [
		"env",
		"DEBIAN_FRONTEND=noninteractive",
		"dpkg",
		"--configure",
		"-a"
	], [...get, "update"], [
		...get,
		"install",
		"-y",
		"--no-install-recommends",
		...names
	])];
}
function accounts(facts, wish) {
	const { login, keys } = wish;
	const { name } = wish.app;
	const steps = [];
	if (!facts.users.has(name)) {
		const argv = [
			"useradd",
			...[
				"--system",
				"--user-group",
				"--no-create-home",
				"--home-dir",
				paths(name).base
			],
			"--shell",
			"/usr/sbin/nologin",
			name
		];
		steps.push(command(`create the account ${name}, which runs the app and cannot log in`, argv));
	} else if (facts.gid === void 0) steps.push(command(`create the group ${name}`, [
		"groupadd",
		"--system",
		name
	]));
	if (login !== "root" && !facts.users.has(login)) steps.push(command(`create the account ${login}, which logs in by key`, [
		"useradd",
		...[
			"--create-home",
			"--user-group",
			"--shell",
			"/bin/bash",
			"--password",
			"*"
		],
		login
	]));
	const known = new Set(facts.authorized.flatMap((line) => line.startsWith(`restrict,pty `) ? line.split(/\s+/) : []));
	for (const key of keys) if (!known.has(key.split(/\s+/)[1])) steps.push(authorize(login, key));
	return steps;
}
const proxies = "# Stops a proxy between two requests. Frozen, it takes no connection, and whoever comes waits in its socket; when it then holds\n# none either, its end cuts nobody off. After five seconds without such a moment it ends anyway. A command after its unit is\n# run between the former proxy and the next one.\nstop_proxy() {\n  unit=$1\n  shift\n  pid=$(systemctl show -P MainPID \"$unit\")\n  tries=0\n  seen=''\n  while [ \"$pid\" != 0 ] && [ \"$tries\" -lt 500 ]; do\n    kill -STOP \"$pid\" 2>/dev/null || break\n    # A connection has two sockets and four ends of pipes; what is more is the proxy's own, nearly always. One that it is just\n    # taking has sockets and no pipes yet.\n    open=$(find \"/proc/$pid/fd\" -type l -printf '%l\\n' 2>/dev/null |\n      awk '/^socket:/ { sockets++ } /^pipe:/ { pipes++ } END { print 2 * sockets - pipes, pipes + 0 }')\n    seen=\"$seen ${open% *}\"\n    if [ \"$tries\" -ge 10 ] && [ \"${open#* }\" = 0 ]; then\n      own=$(echo \"$seen\" | tr ' ' '\\n' | sed 1d | sort | uniq -c | sort -rn | awk 'NR == 1 { print $2 }')\n      [ \"${open% *}\" != \"$own\" ] || break\n    fi\n    kill -CONT \"$pid\"\n    tries=$((tries + 1))\n    sleep 0.01\n  done\n  [ \"$pid\" = 0 ] || kill -STOP \"$pid\" 2>/dev/null || :\n  \"$@\"\n  # As SIGTERM wakes it first, it could take one more.\n  [ \"$pid\" = 0 ] || kill -KILL \"$pid\" 2>/dev/null || :\n  systemctl stop \"$unit\" >/dev/null 2>&1 || :\n}\n\n# The emperor of APP takes its vassals with it and starts them anew. Whoever comes meanwhile waits in the release's socket.\nrestart_emperor() {\n  for unit in $(systemctl list-units --plain --no-legend --state=active \"$1-front@*.service\" | awk '{ print $1 }'); do stop_proxy \"$unit\" :; done\n  systemctl stop --no-block \"$1-emperor.service\"\n  tries=0\n  while [ \"$(systemctl show -P MainPID \"$1-emperor.service\")\" != 0 ] && [ \"$tries\" -lt 50 ]; do sleep 0.1; tries=$((tries + 1)); done\n  # Nobody waits for an answer by now, but an emperor may wait for a vassal for as long as that would have taken.\n  systemctl kill --signal=KILL \"$1-emperor.service\" 2>/dev/null || :\n  systemctl stop \"$1-emperor.service\"\n  # The socket file of a vassal that ended is no sign that the next one listens. As the app, whose folder it is: there may be\n  # anything by that name.\n  runuser -u \"$1\" -- rm -rf -- \"/run/$1/app/\"*.sock >/dev/null 2>&1 || :\n  systemctl start \"$1-emperor.service\"\n}\n";
const relayout = "\"\"\"Brings a server that an older version set up to the folders and owners of this one, while its release goes on serving.\n\nEverything below /srv/APP belonged to the login, and some of it was the app's to write, so nothing there is believed: what is\nchanged is opened by descriptors that follow no link. What was before is written down as a script that puts it back.\n\nusage: relayout.py APP LOGIN NGINX_GROUP ENV_MODE PUBLIC...   (as root; PUBLIC: paths of a release that nginx serves)\n\"\"\"\nfrom __future__ import annotations\n\nimport fcntl\nimport grp\nimport os\nimport pwd\nimport re\nimport shlex\nimport shutil\nimport stat\nimport subprocess\nimport sys\nimport time\n\napp, login, web, env_mode, *public = sys.argv[1:]\nBASE, RUN, ETC = \"/srv/\" + app, \"/run/\" + app, \"/etc/flask-deploy\"\nKEPT = \"/var/lib/flask-deploy/%s.before\" % app\nID = re.compile(r\"^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{7,12}$\")\nFOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW\nback: list[str] = []  # shell commands that undo, the last one first\n\n\ndef name_of(info: os.stat_result) -> str:\n    try:\n        user = pwd.getpwuid(info.st_uid).pw_name\n    except KeyError:\n        user = str(info.st_uid)\n    return \"%s:%d\" % (user, info.st_gid)\n\n\ndef undo(*argv: str) -> None:\n    back.insert(0, \" \".join(map(shlex.quote, argv)))\n\n\ndef take(fd: int, path: str, owner: tuple[int, int], mode: int, remember: bool = True) -> None:\n    \"\"\"Owner and mode of what a descriptor is open on, whatever has the path by now.\"\"\"\n    info = os.fstat(fd)\n    if remember:\n        undo(\"chown\", \"-h\", name_of(info), path)\n        undo(\"chmod\", \"%05o\" % stat.S_IMODE(info.st_mode), path)\n    # What it grants comes first: in between, nginx must not lose its way.\n    os.chmod(\"/proc/self/fd/%d\" % fd, stat.S_IMODE(info.st_mode) | mode)\n    os.chown(\"/proc/self/fd/%d\" % fd, *owner)\n    os.chmod(\"/proc/self/fd/%d\" % fd, mode)\n\n\ndef opened(name: str, at: int | None = None, flags: int = FOLDER) -> int | None:\n    try:\n        return os.open(name, flags, dir_fd=at)\n    except FileNotFoundError:\n        return None\n    except OSError as error:\n        raise SystemExit(\"%s is not what setup made: %s. Look at it, and move it away.\" % (name, error.strerror)) from error\n\n\ndef is_public(path: str) -> bool:\n    return any(path == one or path.startswith(one + \"/\") for one in public)\n\n\ndef is_on_the_way(path: str) -> bool:\n    return is_public(path) or any(one.startswith(path + \"/\") for one in public)\n\n\ndef hand_over(at: int, inside: str, old: int, new: int, group: int) -> None:\n    \"\"\"A release, or a venv: all that was the old login's becomes the new one's; nginx may read what it serves.\"\"\"\n    for name in os.listdir(at):\n        path = (inside + \"/\" + name) if inside else name\n        fd = os.open(name, os.O_PATH | os.O_NOFOLLOW, dir_fd=at)\n        try:\n            info = os.fstat(fd)\n            if info.st_uid != old or stat.S_ISREG(info.st_mode) and info.st_mode & 0o6000:\n                continue\n            os.chown(\"/proc/self/fd/%d\" % fd, new, group)\n            if stat.S_ISDIR(info.st_mode):\n                deeper = os.open(name, FOLDER, dir_fd=at)\n                try:\n                    os.chmod(\"/proc/self/fd/%d\" % deeper, stat.S_IMODE(info.st_mode) | (0o2001 if is_on_the_way(path) else 0o2000))\n                    hand_over(deeper, path, old, new, group)\n                finally:\n                    os.close(deeper)\n            elif stat.S_ISREG(info.st_mode) and is_public(path):\n                os.chmod(\"/proc/self/fd/%d\" % fd, stat.S_IMODE(info.st_mode) | 0o004)\n        finally:\n            os.close(fd)\n\n\ndef lead_over(release: int, id: str, former: str) -> None:\n    \"\"\"Under supervisor and the emperor it is the release's own files that say where its socket and the environment are.\"\"\"\n    deploy = opened(\"deploy\", release)\n    for name in (\"start\", \"uwsgi.ini\", \"gunicorn.conf.py\") if deploy is not None else ():\n        fd = opened(name, deploy, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)\n        if fd is None or not stat.S_ISREG(os.fstat(fd).st_mode):\n            continue\n        info = os.fstat(fd)\n        text = os.read(fd, 1 << 20)\n        os.close(fd)\n        moved = re.sub(rb\"(?m)^(socket = |bind = f?\\\"unix:)%s/\" % RUN.encode(), lambda found: found[0] + b\"app/\", text)\n        moved = moved.replace((\"%s/shared/.env\" % BASE).encode(), (\"%s/%s.env\" % (ETC, app)).encode())\n        if moved == text:\n            continue\n        os.makedirs(KEPT + \"/releases/\" + id, 0o700, exist_ok=True)\n        with open(\"%s/releases/%s/%s\" % (KEPT, id, name), \"wb\") as kept:\n            kept.write(text)\n        undo(\"install\", \"-o\", former, \"-g\", app, \"-m\", \"%o\" % stat.S_IMODE(info.st_mode),\n             \"%s/releases/%s/%s\" % (KEPT, id, name), \"%s/releases/%s/deploy/%s\" % (BASE, id, name))\n        # Other releases may share the file.\n        fresh = os.open(name + \".new\", os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600, dir_fd=deploy)\n        os.write(fresh, moved)\n        os.fchown(fresh, info.st_uid, info.st_gid)\n        os.fchmod(fresh, stat.S_IMODE(info.st_mode))\n        # The emperor starts a vassal anew when its file is newer than it was.\n        os.utime(fresh, ns=(info.st_atime_ns, info.st_mtime_ns))\n        os.close(fresh)\n        os.rename(name + \".new\", name, src_dir_fd=deploy, dst_dir_fd=deploy)\n\n\ndef copy_file(at: int, name: str, target: str, mode: int, owner: tuple[int, int] = (0, 0)) -> None:\n    \"\"\"A plain file of at most a megabyte, by its content.\"\"\"\n    fd = opened(name, at, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)\n    if fd is None:\n        return\n    info = os.fstat(fd)\n    if not stat.S_ISREG(info.st_mode) or info.st_nlink > 1 or info.st_size > 1 << 22:\n        raise SystemExit(\"%s in %s is not a plain file: look at it, and move it away.\" % (name, BASE))\n    text = os.read(fd, 1 << 22)\n    os.close(fd)\n    fresh = os.open(target + \".new\", os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)\n    os.write(fresh, text)\n    os.fchown(fresh, *owner)\n    os.fchmod(fresh, mode)\n    os.close(fresh)\n    os.rename(target + \".new\", target)\n\n\ndef folder(path: str, owner: tuple[int, int], mode: int) -> None:\n    if not os.path.isdir(path):\n        os.mkdir(path, 0o700)\n        undo(\"rm\", \"-rf\", path)\n    fd = os.open(path, FOLDER)\n    take(fd, path, owner, mode, remember=False)\n    os.close(fd)\n\n\ndef main() -> None:\n    base = os.open(BASE, FOLDER)\n    former = os.fstat(base).st_uid\n    new_uid, app_gid = pwd.getpwnam(login).pw_uid, grp.getgrnam(app).gr_gid\n    app_uid, web_gid = pwd.getpwnam(app).pw_uid, grp.getgrnam(web).gr_gid\n    lock = opened(\"lock\", base, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)\n    deadline = time.monotonic() + 40\n    while lock is not None:\n        try:\n            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)\n            break\n        except OSError:\n            if time.monotonic() > deadline:\n                raise SystemExit(\"a deploy is running; run setup again when it is over\") from None\n            time.sleep(0.2)\n\n    os.makedirs(KEPT, 0o700, exist_ok=True)\n    for path in (\"/usr/local/lib/flask-deploy/\" + app, \"/etc/sudoers.d/flask-deploy-\" + app, \"/etc/tmpfiles.d/flask-deploy-%s.conf\" % app,\n                 \"/etc/systemd/system/%s@.service\" % app, \"/etc/systemd/system/%s-emperor.service\" % app, \"/etc/systemd/system/%s-proxy.service\" % app,\n                 \"/usr/local/lib/flask-deploy/%s.supervisor.conf\" % app, \"/etc/nginx/sites-available/%s.conf\" % app,\n                 \"/etc/nginx/conf.d/%s.conf\" % app, \"/etc/nginx/nginx.conf\"):\n        if os.path.isfile(path) and not os.path.exists(KEPT + \"/\" + path.replace(\"/\", \"+\")):\n            shutil.copy2(path, KEPT + \"/\" + path.replace(\"/\", \"+\"))\n        if os.path.isfile(path):\n            undo(\"cp\", \"-p\", KEPT + \"/\" + path.replace(\"/\", \"+\"), path)\n    for name in (\"%s@.socket\", \"%s-front@.service\"):\n        undo(\"rm\", \"-f\", \"/etc/systemd/system/\" + name % app)\n\n    # Nobody but root can put anything else in the places below from here on.\n    take(base, BASE, (0, 0), 0o755)\n    for name, mode in ((\"releases\", 0o2751), (\"venvs\", 0o2750)):\n        fd = opened(name, base)\n        if fd is None:\n            continue\n        take(fd, \"%s/%s\" % (BASE, name), (0, 0), 0o711)\n        for each in os.listdir(fd):\n            inner = opened(each, fd, FOLDER)\n            if inner is None or os.fstat(inner).st_uid != former:\n                continue\n            hand_over(inner, \"\", former, new_uid, app_gid)\n            if name == \"releases\" and env_mode != \"600\":\n                lead_over(inner, each, pwd.getpwuid(former).pw_name)\n            take(inner, \"\", (new_uid, app_gid), 0o2751 if name == \"releases\" else 0o2750, remember=False)\n            os.close(inner)\n        take(fd, \"\", (new_uid, app_gid), mode, remember=False)\n        undo(\"chown\", \"-R\", \"-h\", pwd.getpwuid(former).pw_name, \"%s/%s\" % (BASE, name))\n    undo(\"chown\", \"-h\", \"%s:%s\" % (pwd.getpwuid(former).pw_name, app), BASE + \"/current\")\n    vassals = opened(\"vassals\", base)\n    if vassals is not None:\n        take(vassals, BASE + \"/vassals\", (0, 0), 0o755)\n\n    # nginx follows it only while it is of the owner of what it leads to.\n    if os.path.islink(BASE + \"/current\"):\n        os.chown(\"current\", new_uid, app_gid, dir_fd=base, follow_symlinks=False)\n\n    folder(BASE + \"/assets\", (new_uid, app_gid), 0o2751)\n    folder(BASE + \"/deploys\", (new_uid, app_gid), 0o2700)\n    folder(BASE + \"/maintenance\", (new_uid, app_gid), 0o2755)\n    folder(ETC, (0, 0), 0o755)\n    journal = BASE + \"/deploys/journal.jsonl\"\n    if os.path.lexists(BASE + \"/journal.jsonl\"):\n        copy_file(base, \"journal.jsonl\", journal, 0o600, (new_uid, app_gid))\n        os.unlink(\"journal.jsonl\", dir_fd=base)\n        undo(\"install\", \"-o\", pwd.getpwuid(former).pw_name, \"-g\", app, \"-m\", \"640\", journal, BASE + \"/journal.jsonl\")\n\n    shared = opened(\"shared\", base)\n    if shared is not None:\n        take(shared, BASE + \"/shared\", (0, 0), 0o755)\n        if os.path.lexists(\"%s/shared/.env\" % BASE):\n            env = \"%s/%s.env\" % (ETC, app)\n            copy_file(shared, \".env\", env, int(env_mode, 8), (0, app_gid if env_mode != \"600\" else 0))\n            os.unlink(\".env\", dir_fd=shared)\n            undo(\"rm\", \"-f\", env)\n            undo(\"install\", \"-o\", app, \"-g\", app, \"-m\", \"600\", env, BASE + \"/shared/.env\")\n        kept = opened(\"maintenance\", shared)\n        if kept is not None:\n            copy_file(kept, \"on\", BASE + \"/maintenance/on\", 0o644, (new_uid, app_gid))\n            allow = opened(\"allow\", kept)\n            for name in os.listdir(allow) if allow is not None else []:\n                if re.match(r\"^[0-9a-f.:]+$\", name):\n                    folder(BASE + \"/maintenance/allow\", (new_uid, app_gid), 0o755)\n                    os.close(os.open(\"%s/maintenance/allow/%s\" % (BASE, name), os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW, 0o644))\n        for name in os.listdir(shared):\n            fd = opened(name, shared, os.O_PATH | os.O_NOFOLLOW)\n            if fd is None:\n                continue\n            info = os.fstat(fd)\n            # What the login made for the app to write; whatever else is there is the app's own already.\n            if stat.S_ISDIR(info.st_mode) and info.st_uid == former and name != \"maintenance\":\n                deeper = os.open(name, FOLDER, dir_fd=shared)\n                take(deeper, \"%s/shared/%s\" % (BASE, name), (app_uid, app_gid), 0o2750)\n                os.close(deeper)\n            os.close(fd)\n\n    run = opened(RUN)\n    if run is not None:\n        take(run, RUN, (0, 0), 0o755)\n        # The former proxy of a TCP address is in the app's group alone: its sockets are handed over when it has ended.\n        has_proxy = os.path.exists(\"/etc/systemd/system/%s-proxy.service\" % app)\n        for name in [] if has_proxy else os.listdir(run):\n            fd = opened(name, run, os.O_PATH | os.O_NOFOLLOW)\n            if fd is not None and ID.match(name[:-5]) and stat.S_ISSOCK(os.fstat(fd).st_mode):\n                take(fd, \"%s/%s\" % (RUN, name), (new_uid, web_gid), 0o660)\n\n    with open(KEPT + \"/back.sh\", \"w\") as file:\n        file.write(\"#!/bin/sh\\n# Puts %s back to what it was before setup changed its folders and owners: sh %s/back.sh\\nset -u\\n\" % (app, KEPT))\n        file.write(\"\\n\".join(back) + \"\\n\")\n        for user in (pwd.getpwuid(former).pw_name, web):\n            file.write(\"usermod -aG %s %s\\n\" % (shlex.quote(app), shlex.quote(user)))\n        file.write(\"systemctl daemon-reload\\nsystemctl restart nginx\\n\")\n    old = pwd.getpwuid(former).pw_name\n    if old in grp.getgrnam(app).gr_mem:\n        subprocess.run([\"gpasswd\", \"-d\", old, app], check=True, stdout=subprocess.DEVNULL)\n\n\nmain()\n";
const webGroup = (facts, wish) => facts.groups.get(nginxUser(facts, wish))?.[0] ?? nginxUser(facts, wish);
/** A server whose /srv/APP belongs to a login was set up by a version before this layout. */
const isFormer = (facts, { name }) => {
	const base = facts.paths.get(paths(name).base);
	return base?.kind === "folder" && base.owner !== "root";
};
/** Leads it over, while its release serves on: first of all, as root does nothing by name below it before. */
function former(facts, wish) {
	const { app, login, files } = wish;
	const { name, processManager } = app;
	const site = served(files.get("deploy/nginx.conf") ?? "", `/srv/${name}/current`);
	const mode = environmentMode[processManagers[processManager].readsEnvironment];
	const words = [
		name,
		login,
		webGroup(facts, wish),
		mode,
		...site
	];
	return {
		title: `give the folders of ${name} the owners of this version (to undo: sh /var/lib/flask-deploy/${name}.before/back.sh)`,
		script: sh(quoteAll([
			"python3",
			"-I",
			"-",
			...words
		])),
		stdin: relayout
	};
}
function onDisk(facts, wish) {
	const { app } = wish;
	const steps = isFormer(facts, app) ? [former(facts, wish)] : [];
	for (const wanted of folders(app, wish.login)) if (!isFolder(facts.paths.get(wanted.path), wanted)) steps.push(folder(wanted));
	const ours = ownFiles(facts, wish).filter((one) => !isFile(facts.paths.get(one.path), one));
	const theirs = unitFiles(wish).filter((one) => !isFile(facts.paths.get(one.path), one));
	steps.push(...[...ours, ...theirs].map(file));
	const wanted = overrides(facts, wish).map(({ path }) => path);
	const { socketOverride, proxyOverride, renewal, renewalTimer } = paths(app.name);
	const gone = [socketOverride, proxyOverride].filter((path) => !wanted.includes(path));
	for (const path of gone) if (facts.paths.has(path)) steps.push(command(`remove ${path}`, ["rm", path], ["systemctl", "daemon-reload"]));
	if (app.tls === "none" && facts.paths.has(renewalTimer)) steps.push(command(`stop renewing the certificate of ${app.name}`, [
		"systemctl",
		"disable",
		"-q",
		"--now",
		basename(renewalTimer)
	], [
		"rm",
		"-f",
		renewalTimer,
		renewal
	], ["systemctl", "daemon-reload"]));
	if (app.tls !== "none") steps.push(...standIn(facts, app));
	const changed = [...ours, ...theirs].map(({ path }) => path);
	const isUnit = (path) => path.startsWith("/etc/systemd/");
	if (changed.some(isUnit) || [...facts.units.values()].some(({ stale }) => stale)) steps.push(command("let systemd read its units", ["systemctl", "daemon-reload"]));
	const handOver = handOverOf(facts, wish);
	for (const service of services(app)) steps.push(...serviceSteps(facts, app, service, changed, handOver));
	for (const user of /* @__PURE__ */ new Set([wish.login, nginxUser(facts, wish)])) if (user !== "root" && user !== app.name && facts.groups.get(user)?.includes(app.name)) steps.push(command(`take ${user} out of the group ${app.name}`, [
		"gpasswd",
		"-d",
		user,
		app.name
	]));
	steps.push(...siteSteps(facts, wish));
	steps.push(...approvedFiles(wish).filter((one) => !isFile(facts.paths.get(one.path), one)).map(file));
	return steps;
}
/** nginx does not start without the files that a site names, and the CA looks for its challenge by way of nginx. */
function standIn(facts, { name, domain }) {
	const { tls } = paths(name);
	if (facts.paths.get(`${tls}/current`)?.kind === "link") return [];
	const first = canonicalName(domain);
	const to = quote(`${tls}/stand-in`);
	const subject = first === "_" ? name : first;
	return [{
		title: `make a certificate that nobody signed, until there is another: ${tls}/stand-in`,
		script: sh(`rm -rf ${to}; mkdir ${to}`, quoteAll([
			...[
				"openssl",
				"req",
				"-x509",
				"-newkey",
				"ec",
				"-pkeyopt",
				"ec_paramgen_curve:prime256v1",
				"-nodes"
			],
			...[
				"-days",
				"1",
				"-subj",
				`/CN=${subject.slice(0, 64)}`,
				"-addext",
				`subjectAltName=DNS:${subject}`
			],
			...[
				"-keyout",
				`${tls}/stand-in/privkey.pem`,
				"-out",
				`${tls}/stand-in/fullchain.pem`
			]
		]), quoteAll([
			"ln",
			"-sfn",
			"stand-in",
			`${tls}/current.new`
		]), quoteAll([
			"mv",
			"-fT",
			`${tls}/current.new`,
			`${tls}/current`
		]))
	}];
}
/**
* The shell function hand_over, for what has to be while no proxy runs: the former one and the new one are in different
* groups, and before the emperor starts its vassal anew, systemd listens for it.
*/
function handOverOf(facts, wish) {
	const { name, processManager } = wish.app;
	if (!isFormer(facts, wish.app)) return "hand_over() { :; }";
	const run = quote(`/run/${name}`);
	const owner = quote(`${wish.login}:${webGroup(facts, wish)}`);
	return [
		"hand_over() {",
		`  find ${run} -maxdepth 1 -type s -user ${quote(name)} -exec chown -h ${owner} {} +`,
		...processManagers[processManager].service?.waits ? [`  release=$(basename "$(readlink ${run}/current.sock)" .sock)`, `  [ -z "$release" ] || systemctl start ${quote(`${name}@`)}"$release.socket"`] : [],
		"}"
	].join("\n");
}
function serviceSteps(facts, { name, processManager }, service, changed, handOver) {
	const { enabled = false, active = false } = facts.units.get(service) ?? {};
	const manager = processManagers[processManager].service;
	const steps = [];
	if (!enabled) steps.push(command(`enable ${service}`, [
		"systemctl",
		"enable",
		"-q",
		service
	]));
	if (service === `${name}-current.service`) return steps;
	const own = changed.some((path) => path.endsWith(`/${service}`));
	if (service === `${name}.socket` && active) {
		if (own || changed.some((path) => path.endsWith(`/${name}-proxy.service`))) steps.push({
			title: `renew ${name}-proxy.service`,
			script: sh(proxies, handOver, `stop_proxy ${quote(`${name}-proxy.service`)} hand_over`)
		});
		if (own) steps.push(command(`restart ${service}`, [
			"systemctl",
			"restart",
			service
		]));
	} else if (manager?.waits && service === manager.unit(name)) {
		if (active && own) steps.push({
			title: `restart ${service}`,
			script: sh(proxies, handOver, `stop_proxy ${quote(`${name}-proxy.service`)} hand_over`, `${manager.waits} ${quote(name)}`)
		});
	} else if (!active) steps.push(command(`start ${service}`, [
		"systemctl",
		"start",
		service
	]));
	return steps;
}
function siteSteps(facts, wish) {
	const wanted = desiredSite(facts, wish);
	const { name } = wish.app;
	const linked = wanted.link === void 0 || isLink(facts.paths.get(wanted.link.path), wanted.link.to);
	const inPlace = isFile(facts.paths.get(wanted.path), {
		...wanted,
		mode: "0644"
	});
	const told = !facts.paths.has(pendingMark(name));
	const outside = !facts.nginx?.workers.some((ids) => facts.gid !== void 0 && ids.includes(facts.gid));
	return inPlace && linked && told && outside && wanted.removes.length === 0 ? [] : [site(name, wanted)];
}
const isLink = (fact, to) => fact?.kind === "link" && fact.to === to;
const isFolder = (fact, { mode, owner, group }) => fact?.kind === "folder" && fact.mode === mode && fact.owner === owner && fact.group === group;
function isFile(fact, { content, mode }) {
	if (fact?.kind !== "file" || fact.owner !== "root" || fact.group !== "root") return false;
	return fact.mode === mode.replace(/^0/, "") && fact.sha256 === hash("sha256", content);
}
// action/engine/targets/server/setup/setup.ts
/** The server cannot be set up, or not to the end; each problem says the cause and what to do. */
var SetupError = class extends Error {
	name = "SetupError";
	problems;
	constructor(...problems) {
		super(problems.join("\n"));
		this.problems = problems;
	}
};
const INSTALL_MS = 9e5;
const LOOK_MS = 6e4;
const CERTIFICATE_MS = 3e5;
/**
* Makes a server ready for an app: looks, plans, does what is missing, looks again. Killed anywhere, it can be run again
* and goes on from there.
*
* @throws SetupError when the server is not fit, a step fails, or something is still missing at the end.
*/
async function setUp(wish, connection, options = {}) {
	const root = asRoot(connection);
	const look = async () => {
		const facts = await root.look(wish);
		return {
			facts,
			plan: checked(planSetup(facts, wish))
		};
	};
	const result = (status, facts, steps, warnings = []) => ({
		status,
		steps,
		warnings,
		authorized: facts.authorized,
		knownHosts: knownHosts(connection.target.host, connection.target.port ?? 22, facts.hostKeys)
	});
	const first = await look();
	const wanted = [...first.plan.packages, ...first.plan.steps];
	if (options.dryRun) return result("planned", first.facts, wanted);
	const done = [];
	const perform = async (steps, timeoutMs) => {
		for (const step of steps) {
			options.signal?.throwIfAborted();
			options.onStep?.(step);
			await root.perform(step, timeoutMs);
			done.push(step);
		}
	};
	await perform(first.plan.packages, INSTALL_MS);
	const { plan, facts } = first.plan.packages.length > 0 ? await look() : first;
	if (plan.packages.length > 0) throw new SetupError(`the package manager says it is done, but these are still to do: ${titles(plan.packages)}.`);
	await perform(plan.steps, LOOK_MS);
	const last = done.length > 0 ? await look() : {
		plan,
		facts
	};
	const left = [...last.plan.packages, ...last.plan.steps];
	if (left.length > 0) throw new SetupError(`every step succeeded, and yet the server still lacks: ${titles(left)}. Something on it takes them back (a configuration management, perhaps).`);
	if (last.facts.helper !== helperProtocol) throw new SetupError(`${wish.login} may not run the helper through sudo: ${last.facts.helper || "no answer"}. /etc/sudoers must end with the line: @includedir /etc/sudoers.d`);
	const warnings = wish.app.tls === "none" ? [] : await certificate(wish, last.facts, root, options);
	const seen = {
		...last.facts,
		authorized: first.facts.authorized
	};
	return result(done.length > 0 ? "changed" : "ready", seen, done, warnings);
}
/** Asks for a certificate where one is due. What is missing for it is a warning: the site is served as it was until then. */
async function certificate({ app }, facts, root, { onStep }) {
	if (!facts.paths.has(`${paths(app.name).webroot}/redirect-http`)) onStep?.({
		title: `get a certificate for ${wordsOf(app.domain).join(", ")}`,
		script: ""
	});
	const problem = await root.renew(app.name);
	return problem === "" ? [] : [`HTTPS is not as it should be: ${problem}`];
}
function checked(plan) {
	if (plan.problems.length > 0) throw new SetupError(...plan.problems);
	return plan;
}
const titles = (steps) => steps.map(({ title }) => title).join("; ");
/** Runs steps as root, through sudo where the login is not root. */
function asRoot(connection) {
	const { user, host } = connection.target;
	const prefix = user === "root" ? [] : [
		"sudo",
		"-n",
		"--"
	];
	const advice = `Give it one (as root on the server: echo '${user} ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/${user}), or run: create-flask-deploy setup root@${host}`;
	const exec = async (argv, options) => {
		const done = await connection.exec([...prefix, ...argv], options);
		if (prefix.length > 0 && /^sudo: |sudo: (command )?not found|is not in the sudoers/m.test(done.stderr) && done.code !== 0) throw new SetupError(`${user} cannot become root on ${host} without a password. ${advice}\n${done.stderr.trim()}`);
		return done;
	};
	return {
		async look(wish) {
			const { code, stdout, stderr } = await exec(probe(question(wish)), { timeoutMs: LOOK_MS });
			if (code !== 0) throw new SetupError(`the look at ${host} failed (exit code ${code}):\n${lastLines(stderr, 12)}`);
			return readFacts(stdout);
		},
		/** What keeps the certificate from being as it should be; "" when nothing does. */
		async renew(name) {
			const done = await exec([
				helperPath(name),
				"tls",
				"renew",
				"now"
			], { timeoutMs: CERTIFICATE_MS });
			if (done.code === 0) return "";
			if (done.timedOut) return `certbot did not end within ${CERTIFICATE_MS / 6e4} minutes`;
			return lastLines(done.stderr.trim(), 1).replace(/^flask-deploy: /, "");
		},
		async perform(step, timeoutMs) {
			const { code, stdout, stderr, timedOut } = await exec([
				"sh",
				"-c",
				step.script
			], {
				stdin: step.stdin ?? "",
				timeoutMs
			});
			if (code === 0) return;
			const how = timedOut ? `took over ${timeoutMs / 1e3} s` : `ended with ${code}`;
			throw new SetupError(`could not ${step.title} (${how}):\n${lastLines(stderr, 12) || lastLines(stdout, 12)}\nWhat was done before it stays; setup goes on from here when it is run again.`);
		}
	};
}
/** Lines of known_hosts. */
function knownHosts(host, port, keys) {
	return keys.map((key) => `${knownHostsName(host, port)} ${key}`);
}
// action/engine/targets/server/setup/deploy-with-setup.ts
/**
* A deploy that makes its server ready first where flask-deploy.yml says `setup: auto` and the server lacks something
* that setup brings. A server that is ready pays nothing for it: what it lacks is told by the deploy itself.
* Never throws, as {@link deploy}.
*/
async function deployWithSetup(request, effects) {
	const result = await deploy(request, effects);
	const { app, root, login, dryRun } = request;
	if (!(app.deploy.setup === "auto" && result.cause?.kind === "setup" && !dryRun)) return result;
	const { log, run, signal } = effects;
	log.line(`${result.cause?.message}: setting ${login.host} up`);
	const connection = await connect({
		...login,
		run
	});
	try {
		const { warnings } = await setUp(desiredStateOf({
			...app,
			deploy: { user: login.user }
		}, root, {
			keys: [],
			allowConfig: void 0
		}), connection, {
			onStep: ({ title }) => log.line(title),
			signal
		});
		for (const warning of warnings) log.warning(warning);
	} catch (error) {
		const next = `${result.cause?.next ?? ""}\nSetting it up from here failed: ${error.message}`.trim();
		return {
			...result,
			cause: result.cause && {
				...result.cause,
				next
			}
		};
	} finally {
		await connection.close();
	}
	return deploy(request, effects);
}
// action/commands/deploy.ts
/**
* The site is live when the probe requests begin, so a job can take longer than a terminal to trust it: a release that
* dies within its first moments fails the job, instead of leaving a green job and a release that the server has rolled
* back.
*/
const PROBE_SECONDS = 2;
/** Lints, then deploys unless a finding fails the job. */
async function deployCommand(inputs, job) {
	const findings = inputs.lintLevel === "off" ? void 0 : await lintFirst(inputs, job);
	if (findings?.failure !== void 0) return {
		...findings,
		failure: `Not deployed: ${findings.failure}. \`lint-level: off\` deploys anyway.`
	};
	const { env, force, dryRun } = inputs;
	const request = {
		...job.request,
		force,
		dryRun,
		probeSeconds: PROBE_SECONDS,
		...env && { env }
	};
	const report = await runRelease("deploy", inputs, job, () => deployWithSetup(request, job.effects));
	return {
		...report,
		outputs: {
			...report.outputs,
			findings: findings?.outputs.findings ?? ""
		},
		annotations: [...report.annotations, ...findings?.annotations ?? []]
	};
}
/** Imports the linter only here, since most commands do not need it. */
async function lintFirst(inputs, job) {
	const { lintCommand } = await import("./lint.js");
	return lintCommand(inputs, job);
}
export { deployCommand };
