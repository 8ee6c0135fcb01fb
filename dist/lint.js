import { t as __exportAll } from "./rolldown-runtime.js";
import { $ as isBackup, $t as inline, A as ancestors, B as directives, F as levels$1, G as lineBelow, H as rowsOf, I as named, J as safe, K as newlineOf, L as walk, M as children, N as enclosing, Nt as certificateFolder, P as inherited, Pt as httpsMismatch, Q as holdsMarkup, R as parseNginx, U as byName, V as maybeThirdParty, Vt as lockOf, W as lineAbove, X as wholeLine, Xt as code, Y as suggested, Z as filledIn, a as isChanged, at as toFillIn, dn as isAtLeast, en as page, et as isExample, i as changedSince, it as renderedPath, j as around, nt as isTemplated, ot as placeNamed, pn as severities, q as replace, rt as mayBeTemplated, st as Source, tn as table, tt as isTemplate, un as byPlace, z as dataBlocks } from "./shared.js";
import { n as Tree, t as parser } from "./lezer.js";
import { join } from "node:path";
import { lstatSync, readFileSync, readdirSync, readlinkSync, statSync } from "node:fs";
// action/engine/process/disk.ts
/** A folder of this machine for the linter, which runs in a browser too. Paths are relative to it. */
const diskAt = (root) => ({
	entries: (folder) => readdirSync(join(root, folder), { withFileTypes: true }).map((entry) => ({
		name: entry.name,
		kind: entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "other"
	})),
	size: (path) => {
		const stat = statSync(join(root, path));
		if (!stat.isFile()) throw new Error("it is not a regular file");
		return stat.size;
	},
	read: (path) => readFileSync(join(root, path)),
	link: (path) => lstatSync(join(root, path)).isSymbolicLink() ? readlinkSync(join(root, path)) : void 0
});
// action/lint/gunicorn/settings.ts
/** gunicorn's settings by their names in a conf.py. */
const settings = {
	access_log_format: {
		"cli": ["--access-logformat"],
		"type": "str"
	},
	accesslog: {
		"cli": ["--access-logfile"],
		"type": "str"
	},
	asgi_disconnect_grace_period: {
		"cli": ["--asgi-disconnect-grace-period"],
		"type": "int"
	},
	asgi_lifespan: {
		"cli": ["--asgi-lifespan"],
		"type": "str"
	},
	asgi_loop: {
		"cli": ["--asgi-loop"],
		"type": "str"
	},
	backlog: {
		"cli": ["--backlog"],
		"type": "int"
	},
	bind: {
		"cli": ["-b", "--bind"],
		"type": "list"
	},
	ca_certs: {
		"cli": ["--ca-certs"],
		"type": "str"
	},
	capture_output: {
		"cli": ["--capture-output"],
		"type": "bool",
		"flag": 1
	},
	casefold_http_method: {
		"cli": ["--casefold-http-method"],
		"type": "bool",
		"flag": 1
	},
	cert_reqs: {
		"cli": ["--cert-reqs"],
		"type": "int"
	},
	certfile: {
		"cli": ["--certfile"],
		"type": "str"
	},
	chdir: {
		"cli": ["--chdir"],
		"type": "str"
	},
	check_config: {
		"cli": ["--check-config"],
		"type": "bool",
		"flag": 1
	},
	child_exit: {
		"cli": [],
		"type": "callable"
	},
	ciphers: {
		"cli": ["--ciphers"],
		"type": "str"
	},
	config: {
		"cli": ["-c", "--config"],
		"type": "str"
	},
	control_socket: {
		"cli": ["--control-socket"],
		"type": "str"
	},
	control_socket_disable: {
		"cli": ["--no-control-socket"],
		"type": "bool",
		"flag": 1
	},
	control_socket_mode: {
		"cli": ["--control-socket-mode"],
		"type": "int"
	},
	daemon: {
		"cli": ["-D", "--daemon"],
		"type": "bool",
		"flag": 1
	},
	default_proc_name: {
		"cli": [],
		"type": "str"
	},
	dirty_apps: {
		"cli": ["--dirty-app"],
		"type": "list"
	},
	dirty_graceful_timeout: {
		"cli": ["--dirty-graceful-timeout"],
		"type": "int"
	},
	dirty_post_fork: {
		"cli": [],
		"type": "callable"
	},
	dirty_threads: {
		"cli": ["--dirty-threads"],
		"type": "int"
	},
	dirty_timeout: {
		"cli": ["--dirty-timeout"],
		"type": "int"
	},
	dirty_worker_exit: {
		"cli": [],
		"type": "callable"
	},
	dirty_worker_init: {
		"cli": [],
		"type": "callable"
	},
	dirty_workers: {
		"cli": ["--dirty-workers"],
		"type": "int"
	},
	disable_redirect_access_to_syslog: {
		"cli": ["--disable-redirect-access-to-syslog"],
		"type": "bool",
		"flag": 1
	},
	do_handshake_on_connect: {
		"cli": ["--do-handshake-on-connect"],
		"type": "bool",
		"flag": 1
	},
	dogstatsd_tags: {
		"cli": ["--dogstatsd-tags"],
		"type": "str"
	},
	enable_backlog_metric: {
		"cli": ["--enable-backlog-metric"],
		"type": "bool",
		"flag": 1
	},
	enable_stdio_inheritance: {
		"cli": ["-R", "--enable-stdio-inheritance"],
		"type": "bool",
		"flag": 1
	},
	errorlog: {
		"cli": ["--error-logfile", "--log-file"],
		"type": "str"
	},
	forwarded_allow_ips: {
		"cli": ["--forwarded-allow-ips"],
		"type": "list"
	},
	forwarder_headers: {
		"cli": ["--forwarder-headers"],
		"type": "list"
	},
	graceful_timeout: {
		"cli": ["--graceful-timeout"],
		"type": "int"
	},
	group: {
		"cli": ["-g", "--group"],
		"type": "str"
	},
	header_map: {
		"cli": ["--header-map"],
		"type": "str"
	},
	http2_cleartext: {
		"cli": ["--http2-cleartext"],
		"type": "str"
	},
	http2_initial_window_size: {
		"cli": ["--http2-initial-window-size"],
		"type": "str"
	},
	http2_max_concurrent_streams: {
		"cli": ["--http2-max-concurrent-streams"],
		"type": "str"
	},
	http2_max_frame_size: {
		"cli": ["--http2-max-frame-size"],
		"type": "str"
	},
	http2_max_header_list_size: {
		"cli": ["--http2-max-header-list-size"],
		"type": "int"
	},
	http_parser: {
		"cli": ["--http-parser"],
		"type": "str"
	},
	http_protocols: {
		"cli": ["--http-protocols"],
		"type": "str"
	},
	initgroups: {
		"cli": ["--initgroups"],
		"type": "bool",
		"flag": 1
	},
	keepalive: {
		"cli": ["--keep-alive"],
		"type": "int"
	},
	keyfile: {
		"cli": ["--keyfile"],
		"type": "str"
	},
	limit_request_field_size: {
		"cli": ["--limit-request-field_size"],
		"type": "int"
	},
	limit_request_fields: {
		"cli": ["--limit-request-fields"],
		"type": "int"
	},
	limit_request_line: {
		"cli": ["--limit-request-line"],
		"type": "int"
	},
	logconfig: {
		"cli": ["--log-config"],
		"type": "str"
	},
	logconfig_dict: {
		"cli": [],
		"type": "dict"
	},
	logconfig_json: {
		"cli": ["--log-config-json"],
		"type": "str"
	},
	logger_class: {
		"cli": ["--logger-class"],
		"type": "str"
	},
	loglevel: {
		"cli": ["--log-level"],
		"type": "str"
	},
	max_requests: {
		"cli": ["--max-requests"],
		"type": "int"
	},
	max_requests_jitter: {
		"cli": ["--max-requests-jitter"],
		"type": "int"
	},
	nworkers_changed: {
		"cli": [],
		"type": "callable"
	},
	on_dirty_starting: {
		"cli": [],
		"type": "callable"
	},
	on_exit: {
		"cli": [],
		"type": "callable"
	},
	on_reload: {
		"cli": [],
		"type": "callable"
	},
	on_starting: {
		"cli": [],
		"type": "callable"
	},
	paste: {
		"cli": ["--paste", "--paster"],
		"type": "str"
	},
	permit_obsolete_folding: {
		"cli": ["--permit-obsolete-folding"],
		"type": "bool",
		"flag": 1
	},
	permit_unconventional_http_method: {
		"cli": ["--permit-unconventional-http-method"],
		"type": "bool",
		"flag": 1
	},
	permit_unconventional_http_version: {
		"cli": ["--permit-unconventional-http-version"],
		"type": "bool",
		"flag": 1
	},
	pidfile: {
		"cli": ["-p", "--pid"],
		"type": "str"
	},
	post_fork: {
		"cli": [],
		"type": "callable"
	},
	post_request: {
		"cli": [],
		"type": "callable"
	},
	post_worker_init: {
		"cli": [],
		"type": "callable"
	},
	pre_exec: {
		"cli": [],
		"type": "callable"
	},
	pre_fork: {
		"cli": [],
		"type": "callable"
	},
	pre_request: {
		"cli": [],
		"type": "callable"
	},
	preload_app: {
		"cli": ["--preload"],
		"type": "bool",
		"flag": 1
	},
	print_config: {
		"cli": ["--print-config"],
		"type": "bool",
		"flag": 1
	},
	proc_name: {
		"cli": ["-n", "--name"],
		"type": "str"
	},
	protocol: {
		"cli": ["--protocol"],
		"type": "str"
	},
	proxy_allow_ips: {
		"cli": ["--proxy-allow-from"],
		"type": "list"
	},
	proxy_protocol: {
		"cli": ["--proxy-protocol"],
		"type": "str"
	},
	pythonpath: {
		"cli": ["--pythonpath"],
		"type": "str"
	},
	raw_env: {
		"cli": ["-e", "--env"],
		"type": "list"
	},
	raw_paste_global_conf: {
		"cli": ["--paste-global"],
		"type": "list"
	},
	reload: {
		"cli": ["--reload"],
		"type": "bool",
		"flag": 1
	},
	reload_engine: {
		"cli": ["--reload-engine"],
		"type": "str"
	},
	reload_extra_files: {
		"cli": ["--reload-extra-file"],
		"type": "list"
	},
	reuse_port: {
		"cli": ["--reuse-port"],
		"type": "bool",
		"flag": 1
	},
	root_path: {
		"cli": ["--root-path"],
		"type": "str"
	},
	secure_scheme_headers: {
		"cli": [],
		"type": "dict"
	},
	sendfile: {
		"cli": ["--no-sendfile"],
		"type": "bool",
		"flag": 1
	},
	spew: {
		"cli": ["--spew"],
		"type": "bool",
		"flag": 1
	},
	ssl_context: {
		"cli": [],
		"type": "callable"
	},
	ssl_version: {
		"cli": ["--ssl-version"],
		"type": "str"
	},
	statsd_host: {
		"cli": ["--statsd-host"],
		"type": "str"
	},
	statsd_prefix: {
		"cli": ["--statsd-prefix"],
		"type": "str"
	},
	strip_header_spaces: {
		"cli": ["--strip-header-spaces"],
		"type": "bool",
		"flag": 1
	},
	suppress_ragged_eofs: {
		"cli": ["--suppress-ragged-eofs"],
		"type": "bool",
		"flag": 1
	},
	syslog: {
		"cli": ["--log-syslog"],
		"type": "bool",
		"flag": 1
	},
	syslog_addr: {
		"cli": ["--log-syslog-to"],
		"type": "str"
	},
	syslog_facility: {
		"cli": ["--log-syslog-facility"],
		"type": "str"
	},
	syslog_prefix: {
		"cli": ["--log-syslog-prefix"],
		"type": "str"
	},
	threads: {
		"cli": ["--threads"],
		"type": "int"
	},
	timeout: {
		"cli": ["-t", "--timeout"],
		"type": "int"
	},
	tmp_upload_dir: {
		"cli": [],
		"type": "str"
	},
	umask: {
		"cli": ["-m", "--umask"],
		"type": "int"
	},
	user: {
		"cli": ["-u", "--user"],
		"type": "str"
	},
	uwsgi_allow_ips: {
		"cli": ["--uwsgi-allow-from"],
		"type": "list"
	},
	websocket_max_message_size: {
		"cli": ["--websocket-max-message-size"],
		"type": "int"
	},
	when_ready: {
		"cli": [],
		"type": "callable"
	},
	worker_abort: {
		"cli": [],
		"type": "callable"
	},
	worker_class: {
		"cli": ["-k", "--worker-class"],
		"type": "str"
	},
	worker_connections: {
		"cli": ["--worker-connections"],
		"type": "int"
	},
	worker_exit: {
		"cli": [],
		"type": "callable"
	},
	worker_int: {
		"cli": [],
		"type": "callable"
	},
	worker_tmp_dir: {
		"cli": ["--worker-tmp-dir"],
		"type": "str"
	},
	workers: {
		"cli": ["-w", "--workers"],
		"type": "int"
	},
	wsgi_app: {
		"cli": [],
		"type": "str"
	}
};
const settingNames = Object.keys(settings);
const byOption$1 = new Map(Object.entries(settings).flatMap(([name, { cli, flag }]) => cli.map((option) => [option, {
	name,
	flag: flag === 1
}])));
/** The setting for `-b` or `--bind`; as in argparse, a long option may be abbreviated while it is unambiguous. */
function gunicornOption(option) {
	const exact = byOption$1.get(option);
	if (exact || !option.startsWith("--")) return exact;
	const meant = [...byOption$1].filter(([name]) => name.startsWith(option)).map(([, setting]) => setting);
	return new Set(meant.map((setting) => setting.name)).size === 1 ? meant[0] : void 0;
}
const optionSpellings = [...byOption$1.keys()];
// action/lint/uwsgi/options.ts
const known$4 = byName({
	"\"bool a\"": ["abstract-socket"],
	"\"list\"": [
		"add-cache-item add-gid add-header after-request-call after-request-hook alarm alarm-backlog alarm-fd alarm-listen-queue alarm-log alarm-lq alarm-metric alarm-segfault attach-control-daemon attach-daemon attach-daemon2",
		"backlog-alarm binsh brutal-reload-on-fd",
		"cache-udp-node cache-udp-server cache2 call-as-emperor call-as-emperor1 call-as-emperor2 call-as-emperor4 call-as-root call-as-user call-as-user-atexit call-as-vassal call-as-vassal1 call-as-vassal3 call-asap call-in-jail call-post-app call-post-jail call-pre-app call-pre-jail carbon cgi cgi-allowed-ext cgi-helper cgi-index cgi-loadlib cgi-map-helper cgi-safe cgi-unset cgroup cgroup-opt check-mount check-mountpoint check-static clojure-load collect-header config cron cron-curl cron-curl-legion cron-legion cron2 curl-cron curl-cron-legion",
		"declare-option declare-option2 del-header dlopen",
		"emperor emperor-extra-ext emperor-extra-extension emperor-wrapper-fallback emperor-wrapper-override envdir error-page-403 error-page-404 error-page-500 error-route error-route-host error-route-if error-route-if-not error-route-label error-route-qs error-route-referer error-route-remote-addr error-route-remote-user error-route-run error-route-status error-route-uri error-route-user-agent exception-handler exec-as-emperor exec-as-root exec-as-user exec-as-user-atexit exec-as-vassal exec-asap exec-in-jail exec-post-app exec-post-jail exec-pre-app exec-pre-jail",
		"farm fastcgi-nph-socket fastcgi-socket fastrouter fastrouter-fallback fastrouter-resubscribe fastrouter-subscription-fallback-key fastrouter-subscription-server fastrouter-to fastrouter-use-base fastrouter-use-code-string fastrouter-use-pattern fastrouter-use-socket fastrouter-zerg file-write final-route final-route-host final-route-if final-route-if-not final-route-label final-route-qs final-route-referer final-route-remote-addr final-route-remote-user final-route-run final-route-status final-route-uri final-route-user-agent forkptyrouter-fallback forkptyrouter-zerg fs-brutal-reload fs-reload fs-signal",
		"gccgo-load get glusterfs-mount go-load",
		"hook-accepting hook-accepting-once hook-accepting1 hook-accepting1-once hook-as-emperor hook-as-gateway hook-as-mule hook-as-root hook-as-user hook-as-user-atexit hook-as-vassal hook-asap hook-emperor-lost hook-emperor-reload hook-emperor-start hook-emperor-stop hook-in-jail hook-master-start hook-post-app hook-post-fork hook-post-jail hook-pre-app hook-pre-jail hook-touch http http-fallback http-resubscribe http-socket http-stud-prefix http-subscription-fallback-key http-subscription-server http-to http-use-base http-use-code-string http-use-pattern http-use-socket http-var http-zerg http11-socket httprouter https-socket",
		"import include inherit ini inject-after inject-before",
		"jail-ip4 jail-ip6 jail2 jvm-class jvm-classpath jvm-main-class jvm-opt",
		"ldap legion-attach-daemon legion-cron legion-cron-curl legion-curl-cron legion-death legion-join legion-lord legion-mcast legion-node legion-node-joined legion-node-left legion-quorum legion-scroll legion-setup legion-smart-attach-daemon legion-smart-attach-daemon2 legion-unlord libjail listen-queue-alarm load-file-in-cache load-file-in-cache-gzip log-alarm log-drain log-encoder log-filter log-req-encoder log-req-route log-route lq-alarm lua-load",
		"map-socket master-fifo metric metric-alarm metric-threshold mime-file mimefile mongrel2 mono-app mono-exec mono-index mono-key mount mount-as-emperor mount-as-root mount-as-vassal mount-asap mount-check mount-in-jail mount-post-jail mount-pre-jail mountpoint-check mule mules",
		"namespace-keep-mount need-plugin need-plugins not-alarm-log not-log-alarm",
		"perl-arg perl-auto-reload-ignore perl-exec perl-exec-post-fork php-allowed-docroot php-allowed-ext php-allowed-script php-app-bypass php-config-append php-constant php-exec-after php-exec-before php-exec-begin php-exec-end php-index php-ini-append php-set php-var plugin plugin-dir plugins plugins-dir post-pymodule-alias pp pull-header puwsgi-socket py py-auto-reload-ignore py-import py-sharedarea pyimport pymodule-alias pypy-eval pypy-eval-post-fork pypy-exec pypy-exec-post-fork pypy-pp pypy-python-path pypy-pythonpath pyrun python python-import python-path pythonpath",
		"rados-mount raw-socket rawrouter-fallback rawrouter-subscription-server rawrouter-to rawrouter-use-base rawrouter-use-code-string rawrouter-use-pattern rawrouter-use-socket rawrouter-zerg rb-lib rb-require rbrequire rbtimer reload-on-exception-repr reload-on-exception-type reload-on-exception-value reload-on-fd rem-header require response-header-collect response-route response-route-host response-route-if response-route-if-not response-route-label response-route-qs response-route-referer response-route-remote-addr response-route-remote-user response-route-run response-route-status response-route-uri response-route-user-agent ring-load route route-host route-if route-if-not route-label route-qs route-referer route-remote-addr route-remote-user route-run route-uri route-user-agent rrdtool ruby-lib ruby-require rubyrequire rvm-path",
		"scgi-nph-socket scgi-socket segfault-alarm set-ph set-placeholder setns-skip setns-socket-skip shared-import shared-py-import shared-pyimport shared-python-import shared-rb-require shared-rbrequire shared-require shared-ruby-require shared-rubyrequire shared-socket signal-rbtimer signal-timer smart-attach-daemon smart-attach-daemon2 sni sni-regexp spooler-external spooler-import spooler-py-import spooler-pyimport spooler-python-import sqlite sqlite3 ssl-socket sslrouter-fallback sslrouter-subscription-server sslrouter-to sslrouter-use-base sslrouter-use-code-string sslrouter-use-pattern sslrouter-use-socket sslrouter-zerg st static-check static-expires static-expires-mtime static-expires-path-info static-expires-path-info-mtime static-expires-type static-expires-type-mtime static-expires-uri static-expires-uri-mtime static-gzip static-gzip-dir static-gzip-ext static-gzip-prefix static-gzip-suffix static-index static-map static-map2 static-safe static-skip-ext stats-push subscribe subscribe-to subscribe2 subscriptions-credentials-check subscriptions-sign-skip-uid suwsgi-socket symcall symcall-post-fork symcall-register-rpc",
		"timer touch-chain-reload touch-exec touch-logreopen touch-logrotate touch-mules-reload touch-reload touch-signal touch-spoolers-reload touch-workers-reload tuntap-device tuntap-device-rule tuntap-router",
		"umount-as-emperor umount-as-root umount-as-vassal umount-asap umount-in-jail umount-post-jail umount-pre-jail undeferred-shared-socket unique-cron unique-cron-legion unique-legion-cron",
		"vassal-set vassals-include vassals-include-before vassals-inherit vassals-inherit-before vassals-set",
		"wait-for-dir wait-for-file wait-for-fs wait-for-iface wait-for-interface wait-for-mountpoint wait-for-socket wait-iface wait-interface webdav-add-collection-prop webdav-add-collection-prop-comp webdav-add-collection-prop-href webdav-add-object-prop webdav-add-object-prop-comp webdav-add-object-prop-href webdav-add-option webdav-add-prop webdav-add-prop-comp webdav-add-prop-href webdav-add-rtype-collection-prop webdav-add-rtype-object-prop webdav-add-rtype-prop webdav-css webdav-javascript webdav-js webdav-mount webdav-skip-prop worker-mount",
		"xslt-docroot xslt-ext xslt-stylesheet xslt-var",
		"zerg zerg-pool zergpool zeromq zeromq-socket zmq zmq-socket"
	],
	"\"bool\"": [
		"alarm-cheap alarm-list alarms-list auto-procname auto-weight autoload",
		"cache-no-expire cache-report-freed-items cache-use-last-modified carbon-name-resolve carbon-no-workers carbon-resolve-names carbon-use-metrics catch-exceptions cgi-close-stdin-on-eof cgi-do-not-kill-on-error cgi-from-docroot cgi-optimize cgi-optimized cgi-path-info cheap cheaper-algo-list cheaper-algos-list cheaper-busyness-verbose cheaper-list check-static-docroot clock-list clocks-list close-on-exec close-on-exec2 command-mode",
		"daemons-honour-stdin die-on-idle die-on-term disable-sendfile disable-write-exception drop-after-apps drop-after-init dump-options",
		"early-emperor emperor-graceful-shutdown emperor-magic-exec emperor-no-blacklist emperor-nofollow emperor-tyrant emperor-tyrant-nofollow enable-metrics enable-proxy-protocol exit-on-reload",
		"fastrouter-cheap fastrouter-fallback-on-no-key fastrouter-quiet fiber force-gateway forkptyrouter-cheap freebind",
		"geoip-use-disk gevent-early-monkey-patch gevent-monkey-patch gevent-wait-for-hub greenlet",
		"harakiri-no-arh harakiri-verbose honour-range honour-stdin http-auto-chunked http-auto-gzip http-cheap http-chunked-input http-enable-proxy-protocol http-manage-rtsp http-manage-source http-quiet http-raw-body http-server-name-as-http-host http-websockets https-export-cert",
		"ignore-script-name ignore-sigpipe ignore-write-errors imperial-monitor-list imperial-monitors-list",
		"jailed",
		"lazy lazy-apps log-4xx log-5xx log-format-strftime log-ioerror log-master log-master-req-stream log-master-stream log-micros log-reopen log-sendfile log-truncate log-x-forwarded-for log-zero logfile-chown logformat-strftime logger-list loggers-list loop-list loops-list",
		"manage-script-name master-as-root metric-dir-restore metrics-dir-restore metrics-no-cores",
		"nagios need-app never-swap no-default-app no-defer-accept no-fd-passing no-harakiri-after-req-hook no-harakiri-arh no-initgroups no-orphans no-server no-site no-threads-wait notfound-log",
		"paste-logger perl-no-die-catch perl-no-plack persistent-ipcsem php-dump-config plugin-list plugins-list propagate-touch psgi-enable-psgix-io pty-input pty-log pty-no-isig py-call-osafterfork py-call-uwsgi-fork-hooks",
		"rawrouter-cheap rawrouter-quiet rawrouter-xclient rb-thread rb-threads rbthread rbthreads re-fork re-fork-as-root re-fork-post-jail refork refork-as-root refork-post-jail reload-on-exception reload-os-env reuse-port router-list routers-list rsyslog-split-messages",
		"setns-preopen show-config shutdown-sockets skip-atexit skip-atexit-teardown skip-zero so-keepalive spooler-ordered spooler-quiet ssl-enable-sslv3 ssl-enable-tlsv1 ssl-enable3 ssl-verbose sslrouter-cheap sslrouter-quiet sslrouter-sni stackless start-unsubscribed start_response-nodelay static-gzip-all stats-http stats-min stats-minified stats-no-cores stats-no-metrics strict subscription-dotsplit subscriptions-use-credentials symcall-use-next",
		"tcp-fast-open-client tcp-fastopen-client tcp-nodelay threaded-logger thunder-lock",
		"ugreen unsubscribe-on-graceful-reload use-abort",
		"vacuum vhost vhost-host",
		"write-errors-exception-only wsgi-accept-buffer wsgi-accept-buffers wsgi-disable-file-wrapper wsgi-strict",
		"zerg-fallback"
	],
	"\"int\"": [
		"alarm-freq alarm-msg-size async",
		"backtrace-depth body-read-warning",
		"cache cache-blocksize cache-expire-freq cache-store-sync carbon-freq carbon-max-retry carbon-retry-delay carbon-timeout cgi-async-max-attempts cgi-buffer-size cgi-timeout cheaper cheaper-busyness-backlog-alert cheaper-busyness-backlog-multiplier cheaper-busyness-backlog-nonzero cheaper-busyness-backlog-step cheaper-busyness-max cheaper-busyness-min cheaper-busyness-multiplier cheaper-busyness-penalty cheaper-initial cheaper-overload cheaper-rss-limit-hard cheaper-rss-limit-soft cheaper-step check-interval chunked-input-limit chunked-input-timeout cpu-affinity cron-harakiri",
		"dumbloop-modifier1",
		"emperor-broodlord emperor-curse-tolerance emperor-freq emperor-max-throttle emperor-required-heartbeat emperor-throttle evil-reload-on-as evil-reload-on-rss",
		"fastcgi-modifier1 fastcgi-modifier2 fastrouter-buffer-size fastrouter-events fastrouter-gracetime fastrouter-harakiri fastrouter-post-buffering fastrouter-processes fastrouter-timeout fastrouter-workers forkbomb-delay forkptyrouter-cols forkptyrouter-events forkptyrouter-harakiri forkptyrouter-processes forkptyrouter-rows forkptyrouter-timeout forkptyrouter-workers",
		"glusterfs-timeout",
		"harakiri-graceful-signal harakiri-graceful-timeout harakiri-queue-threshold heartbeat http-buffer-size http-connect-timeout http-events http-gracetime http-harakiri http-headers-timeout http-keepalive http-manage-expect http-modifier1 http-modifier2 http-processes http-socket-modifier1 http-socket-modifier2 http-timeout http-workers https-socket-modifier1 https-socket-modifier2",
		"idle",
		"ksm",
		"legion-death-on-lord-error legion-freq legion-scroll-list-max-size legion-scroll-max-size legion-skew-tolerance legion-tolerance limit-as limit-nproc limit-post locks log-big log-master-bufsize log-maxsize log-slow lua-gc-freq",
		"max-apps max-fd max-requests-delta max-worker-lifetime max-worker-lifetime-delta mem-collector-freq min-worker-lifetime mono-gc-freq mule-harakiri mule-msg-size mule-reload-mercy multicast-loop multicast-ttl",
		"offload-thread offload-threads",
		"perl-auto-reload ping-timeout post-buffering post-buffering-bufsize prio py-auto-reload py-autoreload python-auto-reload python-autoreload",
		"queue queue-blocksize queue-store-sync",
		"rados-timeout raw-modifier1 raw-modifier2 rawrouter-buffer-size rawrouter-events rawrouter-gracetime rawrouter-harakiri rawrouter-max-retries rawrouter-processes rawrouter-timeout rawrouter-workers rb-gc-freq reload-mercy reload-on-as reload-on-rss response-headers-limit rpc-max rrdtool-freq rsyslog-packet-size ruby-gc-freq",
		"scgi-modifier1 scgi-modifier2 signal-bufsize signals-bufsize so-send-timeout so-write-timeout socket-rcvbuf socket-send-timeout socket-sndbuf socket-write-timeout spooler-freq spooler-frequency spooler-harakiri spooler-max-tasks spooler-processes ssl-session-timeout ssl-sessions-timeout ssl-verify-depth sslrouter-buffer-size sslrouter-events sslrouter-gracetime sslrouter-harakiri sslrouter-max-retries sslrouter-processes sslrouter-timeout sslrouter-workers static-cache-paths stats-pusher-default-freq stats-pushers-default-freq subscribe-freq subscription-tolerance subscriptions-sign-check-tolerance",
		"tcp-fast-open tcp-fastopen thread-stack-size thread-stacksize threads threads-stack-size threads-stacksize",
		"ugreen-stacksize",
		"vassal-sos vassal-sos-backlog",
		"wait-for-fs-timeout wait-for-iface-timeout wait-for-interface-timeout wait-for-socket-timeout wait-iface-timeout wait-interface-timeout websocket-max-size websocket-ping-freq websocket-pong-tolerance websockets-max-size websockets-ping-freq websockets-pong-tolerance weight worker-reload-mercy write-errors-tolerance"
	],
	"\"str\"": [
		"allowed-modifiers asyncio",
		"binary-append-data binary-path blacklist build-plugin",
		"cache-store cache-sync callable cap carbon-hostname-dots carbon-id carbon-idle-avg carbon-root cgroup-dir-mode chdir chdir2 cheaper-algo check-cache chown-socket chroot clock connect-and-read coroae",
		"daemonize2 dumbloop-code dumbloop-function",
		"early-envdir emperor-cap emperor-on-demand-dir emperor-on-demand-directory emperor-on-demand-exec emperor-on-demand-ext emperor-on-demand-extension emperor-pidfile emperor-procname emperor-proxy-socket emperor-stats emperor-stats-server emperor-use-clone emperor-wrapper end-for end-if endfor endif env eval exit extract",
		"fallback-config fastrouter-gid fastrouter-post-buffering-dir fastrouter-resubscribe-bind fastrouter-ss fastrouter-stats fastrouter-stats-server fastrouter-subscription-slot fastrouter-uid fastrouter-use-cache fd-safe file file-serve-mode fileserve-mode flock flock-wait flock-wait2 flock2 force-cwd forkpty-router forkpty-router-cmd forkpty-router-command forkpty-urouter forkptyrouter forkptyrouter-cmd forkptyrouter-command forkptyrouter-ss forkptyrouter-stats forkptyrouter-stats-server forkptyurouter ftok",
		"gccgo-args gemset geoip-city geoip-country gevent gid go-args goroutines",
		"http-gid http-ss http-stats http-stats-server http-to-https http-uid http-use-cache https https-session-context https2",
		"immediate-gid immediate-uid ini-paste ini-paste-logged iprint",
		"jail jail-attach jid-file jidfile jwsgi",
		"legion lock-engine log-backupname log-date log-format log-prefix log-socket log-syslog log-zeromq logdate logfile-chmod logformat logger logger-req logto logto2 loop lua",
		"metric-dir metrics-dir mode mono-assembly mono-config mono-version multicast",
		"namespace namespace-net notify-socket ns ns-net",
		"pam pam-user paste pause pecan perl-args perl-local-lib php-app php-app-qs php-config php-docroot php-fallback php-fallback-qs php-fallback2 php-ini php-sapi-name php-server-software pidfile pidfile2 ping pivot-root pivot_root plshell print print-sym print-symbol privileged-binary-patch privileged-binary-patch-arg procname procname-append procname-master procname-prefix procname-prefix-spaced profiler protocol psgi pty-connect pty-exec pty-socket pty-uconnect pump py-executable py-program-name py-programname py-sys-executable py-tracebacker pyargv pypy-home pypy-ini-paste pypy-lib pypy-paste pypy-setup pypy-wsgi pypy-wsgi-file pyshell pyshell-oneshot python-raw python-worker-override",
		"queue-store",
		"rack rails rawrouter rawrouter-ss rawrouter-stats rawrouter-stats-server rawrouter-subscription-slot rawrouter-use-cache rbshell reload remap-modifier req-logger resolve resume ring-app rrdtool-lib rvm",
		"safe-fd safe-pidfile safe-pidfile2 setns setns-socket signal sni-dir sni-dir-ciphers snmp snmp-community socket-protocol spooler-chdir ssl-session-use-cache ssl-sessions-use-cache ssl-tmp-dir sslrouter sslrouter-session-context sslrouter-ss sslrouter-stats sslrouter-stats-server sslrouter-use-cache sslrouter2 static-cache-paths-name stats stats-server stop subscribe-with-modifier1 subscription-algo subscription-notify-socket subscriptions-sign-check suspend",
		"tornado tuntap-router-firewall-in tuntap-router-firewall-out tuntap-router-route tuntap-router-stats tuntap-use-credentials",
		"udp uid umask unenv unprivileged-binary-patch unprivileged-binary-patch-arg unshare unshare2 upload-progress",
		"vassal-cap vassals-cap vassals-start-hook vassals-stop-hook",
		"web3 webdav-class-directory webdav-div webdav-lock-cache webdav-principal-base whitelist worker-exec worker-exec2 wsgi-env-behavior wsgi-env-behaviour wsgi-file wsgi-lite",
		"xslt-content-type",
		"zabbix-template zerg-server"
	],
	"\"int b\"": ["buffer-size"],
	"\"flag\"": [
		"cflags config-py",
		"dot-h",
		"end-blacklist end-whitelist",
		"if-not-reload if-reload",
		"ldap-schema ldap-schema-ldif lua-shell luashell",
		"pcre-jit perl-version plshell-oneshot python-version",
		"rbshell-oneshot",
		"ssl-option",
		"version"
	],
	"\"bool c\"": ["cgi-mode"],
	"\"str C\"": ["chmod chmod-socket"],
	"\"str d\"": ["daemonize"],
	"\"bool L\"": ["disable-logging"],
	"\"bool T\"": ["enable-threads"],
	"\"logic\"": ["for for-glob for-readline for-times", "if-dir if-directory if-env if-exists if-file if-hostname if-hostname-match if-not-dir if-not-env if-not-exists if-not-file if-not-hostname if-not-hostname-match if-not-opt if-not-plugin if-opt if-plugin ifdir ifenv ifexists ifplugin"],
	"\"int t\"": ["harakiri"],
	"\"flag h\"": ["help", "usage"],
	"\"str H\"": [
		"home",
		"pyhome",
		"venv virtualenv"
	],
	"\"list j\"": ["js json"],
	"\"int l\"": ["listen"],
	"\"bool M\"": ["master"],
	"\"int R\"": ["max-requests"],
	"\"str v\"": ["max-vars"],
	"\"bool m\"": ["memory-report"],
	"\"str w\"": ["module", "wsgi"],
	"\"int O\"": ["optimize"],
	"\"int p\"": ["processes", "workers"],
	"\"bool r\"": ["reaper"],
	"\"list S\"": ["set"],
	"\"list A\"": ["sharedarea"],
	"\"bool i\"": ["single-interpreter"],
	"\"list s\"": ["socket", "uwsgi-socket"],
	"\"int z\"": ["socket-timeout"],
	"\"list Q\"": ["spooler"],
	"\"str J\"": ["test"],
	"\"list x\"": ["xml xmlconfig"],
	"\"list y\"": ["yaml yml"]
});
/** Every option of uWSGI and its plugins. */
const optionNames = [...known$4.keys()];
/** The kind of value that an option takes; undefined if uWSGI has no such option. uWSGI treats `_` and `-` as equal. */
function kindOf(name) {
	return known$4.get(name)?.split(" ")[0];
}
const letters = new Map([...known$4].flatMap(([name, kind]) => kind.includes(" ") ? [[kind.split(" ")[1], name]] : []).sort(([, left], [, right]) => left < right ? -1 : 1));
/** A long name of a short option: s → uwsgi-socket. */
const shortOption = (letter) => letters.get(letter);
/** getopt_long accepts any unambiguous prefix of a long option, but only on a command line. */
function abbreviated(name) {
	return optionNames.filter((option) => option.startsWith(name)).sort();
}
const canonical = new Map([
	["processes", "workers"],
	["socket", "uwsgi-socket"],
	["module", "wsgi"],
	["wsgi-file", "file"],
	[
		"home",
		"virtualenv",
		"venv",
		"pyhome"
	],
	[
		"pythonpath",
		"python-path",
		"pp"
	],
	[
		"plugin",
		"plugins",
		"need-plugin",
		"need-plugins"
	],
	["buffer-size"],
	["daemonize", "daemonize2"],
	["chmod-socket", "chmod"],
	["chown-socket", "chown"],
	["protocol", "socket-protocol"],
	["set-placeholder", "set-ph"],
	["touch-reload"],
	[
		"single-interpreter",
		"single-interp",
		"i"
	],
	["chdir", "cd"],
	["harakiri"],
	["master"]
].flatMap((names) => names.map((name) => [name, names[0]])));
/** One name for all spellings of an option: workers → processes, virtualenv → home. */
const canonicalName = (name) => canonical.get(name) ?? name;
/** How uWSGI reads a boolean: only these words are false, anything else is true, even "off # why". */
const isFalse = (value) => /^(false|off|no|0)$/i.test(value);
// action/lint/command/lex.ts
/** `NAME=value` on lines of their own, where it is said once and is the same wherever it stands. */
function variablesIn(text) {
	const values = /* @__PURE__ */ new Map();
	const said = /* @__PURE__ */ new Set();
	for (const [, name, value] of text.matchAll(/^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)=([^\n#;&|]*?)[ \t]*(?:#.*)?$/gm)) {
		const full = (/^(?:"([\w./:@$-]*)"|'([\w./:@-]*)'|([\w./:@$-]*))$/.exec(value)?.slice(1).join(""))?.replace(/\$(\w+)/g, (whole, inner) => values.get(inner) ?? whole);
		if (full && !full.includes("$") && !said.has(name)) values.set(name, full);
		else values.delete(name);
		said.add(name);
	}
	return values;
}
const blank = (c) => c === " " || c === "	" || c === "\r";
/** Splits a range of a file into commands. Here-documents and functions are skipped, not parsed. */
function lexCommands(range, dialect, variables = /* @__PURE__ */ new Map()) {
	const { source, end } = range;
	const { text } = source;
	const shell = dialect === "shell";
	const commands = [];
	let words = [];
	let redirects = [];
	let i = range.start;
	const finish = (operator) => {
		const split = words.findIndex((word) => word.quoted || !/^[A-Za-z_]\w*=/.test(word.text));
		const count = shell ? split < 0 ? words.length : split : 0;
		const first = words[0];
		if (first) {
			const last = words.at(-1);
			commands.push({
				source,
				start: first.start,
				end: Math.max(last.end, redirects.at(-1)?.end ?? 0),
				assignments: words.slice(0, count).map((word) => {
					const equals = word.text.indexOf("=");
					return {
						name: word.text.slice(0, equals),
						value: {
							...word,
							text: word.text.slice(equals + 1)
						}
					};
				}),
				words: words.slice(count),
				redirects,
				operator
			});
		}
		words = [];
		redirects = [];
	};
	while (i < end) {
		const c = text[i];
		if (blank(c)) i++;
		else if (c === "\\" && /^\\\r?\n/.test(text.slice(i, i + 3))) i = afterNewline(text, i);
		else if (c === "\n") {
			if (shell) finish({
				source,
				start: i,
				end: i + 1,
				text: "\n"
			});
			i++;
			if (!shell) while (/^[ \t]*[#;]/.test(text.slice(i, Math.min(end, i + 200)).split("\n")[0] ?? "")) i = afterNewline(text, i);
		} else if (c === "#" && shell) i = lineEnd(text, i, end);
		else if (shell && /[;&|()]/.test(c)) {
			const two = text.slice(i, i + 2);
			const operator = two === "&&" || two === "||" ? two : c;
			finish({
				source,
				start: i,
				end: i + operator.length,
				text: operator
			});
			i += operator.length;
		} else if (dialect === "systemd" && c === ";" && /\s/.test(text[i + 1] ?? " ")) {
			finish({
				source,
				start: i,
				end: i + 1,
				text: ";"
			});
			i++;
		} else if (shell && /^\d*(&>|>>|>&|<<|[<>])/.test(text.slice(i, i + 4))) i = redirect(i);
		else {
			const word = wordAt(source, i, end, dialect, variables);
			words.push(word);
			i = Math.max(word.end, i + 1);
		}
	}
	finish();
	return commands;
	function redirect(from) {
		const operator = /^\d*(&>>?|>>|>&|<<-?|[<>])/.exec(text.slice(from, from + 5))[0];
		let at = from + operator.length;
		while (at < end && blank(text[at])) at++;
		const target = wordAt(source, at, end, dialect);
		const stop = Math.max(target.end, at);
		redirects.push({
			source,
			start: from,
			end: stop,
			text: text.slice(from, stop)
		});
		if (!operator.startsWith("<<")) return Math.max(stop, from + 1);
		const close = text.indexOf(`\n${target.text}`, stop);
		return close < 0 || close > end ? end : close + 1 + target.text.length;
	}
}
function wordAt(source, from, end, dialect, variables = /* @__PURE__ */ new Map()) {
	const { text } = source;
	let value = "";
	let dynamic = false;
	let quoted = false;
	let i = from;
	while (i < end) {
		const c = text[i];
		if (blank(c) || c === "\n") break;
		if (dialect === "shell" && /[;&|()<>]/.test(c)) break;
		if (c === "\\" && i + 1 < end) {
			if (/^\\\r?\n/.test(text.slice(i, i + 3))) break;
			value += text[i + 1];
			i += 2;
		} else if (c === "\"" || c === "'") {
			quoted = true;
			const close = quoteEnd(text, i, end);
			const inner = c === "\"" ? filled(text.slice(i + 1, close), variables) : text.slice(i + 1, close);
			value += c === "\"" ? inner.replace(/\\(["\\$`])/g, "$1") : inner;
			if (c === "\"" && /\$[\w{(]|`/.test(inner)) dynamic = true;
			i = Math.min(close + 1, end);
		} else if (c === "$" && /[\w{(@*#]/.test(text[i + 1] ?? "")) {
			const stop = substitutionEnd(text, i, end);
			const known = filled(text.slice(i, stop), variables);
			if (known.startsWith("$")) dynamic = true;
			value += known;
			i = stop;
		} else {
			if (c === "`" || (c === "*" || c === "?") && dialect === "shell") dynamic = true;
			value += c;
			i++;
		}
	}
	if (/\{\{|<%|\{%/.test(value)) dynamic = true;
	return {
		source,
		start: from,
		end: i,
		text: value,
		dynamic,
		quoted
	};
}
const filled = (text, variables) => variables.size === 0 ? text : text.replace(/\$(?:(\w+)|\{(\w+)\})/g, (whole, name, braced) => variables.get(name ?? braced) ?? whole);
function quoteEnd(text, from, end) {
	const quote = text[from];
	for (let i = from + 1; i < end; i++) if (text[i] === "\\" && quote === "\"") i++;
	else if (text[i] === quote) return i;
	return end;
}
/** A longer one is no substitution. Without the limit, searching the end of each would take quadratic time. */
const longestSubstitution = 300;
/** The end of $NAME, ${…} or $(…). */
function substitutionEnd(text, from, end) {
	const open = text[from + 1];
	if (open !== "{" && open !== "(") return from + 1 + (/^(\w+|[@*#])/.exec(text.slice(from + 1, from + 200))?.[0].length ?? 0);
	const close = open === "{" ? "}" : ")";
	let depth = 0;
	const stop = Math.min(end, from + longestSubstitution);
	for (let i = from + 1; i < stop && text[i] !== "\n"; i++) {
		if (text[i] === open) depth++;
		if (text[i] === close && --depth === 0) return i + 1;
	}
	return Math.min(from + 2, end);
}
function lineEnd(text, from, end) {
	const newline = text.indexOf("\n", from);
	return newline < 0 || newline > end ? end : newline;
}
const afterNewline = (text, from) => {
	const newline = text.indexOf("\n", from);
	return newline < 0 ? text.length : newline + 1;
};
// action/lint/command/invocation.ts
/** Every server that a piece of shell, a unit's ExecStart or a supervisor command starts. */
function invocationsIn(range, dialect, variables) {
	const found = [];
	const queue = [{
		range,
		dialect,
		nested: false
	}];
	for (let rounds = 0; queue.length > 0 && rounds < 1e3; rounds++) {
		const job = queue.shift();
		let cwd;
		for (const command of lexCommands(job.range, job.dialect, variables)) {
			if (command.words[0]?.text === "cd" && command.words[1]) cwd = command.words[1];
			const inner = shellScript(command);
			if (inner) queue.push({
				range: inner,
				dialect: "shell",
				nested: true
			});
			const invocation = inner ? void 0 : read(command, cwd, job.nested);
			if (invocation) found.push(invocation);
		}
	}
	return found;
}
/** The script of `sh -c '…'`, unless an escape makes its offsets inexact. */
function shellScript(command) {
	const at = command.words.findIndex((word) => /^[-@:+!]*(\/(usr\/)?bin\/)?(ba|da|z)?sh$/.test(word.text));
	if (at < 0 || at > 6) return void 0;
	const flag = command.words.findIndex((word, i) => i > at && /^-[a-z]*c$/.test(word.text));
	const script = flag < 0 ? void 0 : command.words[flag + 1];
	if (!script?.quoted) return void 0;
	const { source, start, end } = script;
	if (end - start - 2 === script.text.length) return {
		source,
		start: start + 1,
		end: end - 1
	};
	const plain = source.slice(script).replace(/\\\r?\n|\\(?=["\\$`])/g, (taken) => " ".repeat(taken.length));
	return new Source(source.path, source.text.slice(0, start) + plain + source.text.slice(end)).range(start + 1, end - 1);
}
/** Programs that run the rest of the line, with those of their options that take a value. */
const wrappers = {
	exec: ["-a"],
	nohup: [],
	setsid: [],
	time: [],
	nice: ["-n"],
	ionice: ["-c", "-n"],
	env: ["-u", "-C"],
	sudo: [
		"-u",
		"-g",
		"-C",
		"-h",
		"-p"
	],
	doas: ["-u"],
	command: [],
	"ddtrace-run": [],
	"opentelemetry-instrument": [],
	"newrelic-admin": [],
	"run-program": [],
	pipenv: [],
	poetry: [],
	uv: [
		"--with",
		"--python",
		"-p"
	],
	run: [],
	"dumb-init": [],
	tini: [],
	"--": [],
	setpriv: [],
	gosu: [],
	chroot: [],
	systemctl: []
};
function read(command, cwd, nested) {
	const { words } = command;
	let i = 0;
	let user;
	let detached = false;
	const environment = [...command.assignments];
	for (; i < words.length; i++) {
		const word = words[i];
		const name = base(word.text);
		const taking = wrappers[name];
		if (/^[A-Za-z_]\w*=/.test(word.text)) {
			const equals = word.text.indexOf("=");
			environment.push({
				name: word.text.slice(0, equals),
				value: {
					...word,
					text: word.text.slice(equals + 1)
				}
			});
		} else if (taking) {
			if (name === "nohup" || name === "setsid") detached = true;
			while (words[i + 1]?.text.startsWith("-") && words[i + 1]?.text !== "--") {
				i++;
				if (taking.includes(words[i].text)) {
					if (words[i].text === "-u" && (name === "sudo" || name === "doas")) user = words[i + 1];
					i++;
				}
			}
			if (name === "gosu") user = words[++i];
		} else break;
	}
	const executable = words[i];
	if (!executable) return void 0;
	let rest = words.slice(i + 1);
	let name = base(executable.text);
	if (/^python[\d.]*$/.test(name)) {
		const flag = rest.findIndex((word) => !/^-[a-zA-Z]$/.test(word.text) || word.text === "-m");
		if (rest[flag]?.text === "-m" && rest[flag + 1]) {
			name = rest[flag + 1].text;
			rest = rest.slice(flag + 2);
		} else rest = rest.slice(Math.max(flag, 0));
	}
	const program = programOf$1(name, rest);
	if (!program) return void 0;
	const { options, positional } = program === "uwsgi" ? argumentsOf$1(rest, uwsgiGrammar) : program === "gunicorn" ? argumentsOf$1(rest, gunicornGrammar) : argumentsOf$1(rest, plainGrammar);
	return {
		source: command.source,
		start: command.start,
		end: command.end,
		program,
		executable,
		options,
		positional,
		background: command.operator?.text === "&",
		detached,
		cwd,
		environment,
		user,
		command,
		nested
	};
}
/** The name without its directory and without systemd's prefixes. */
const base = (path) => path.replace(/^[-@:+!]+(?=[/.\w])/, "").replace(/^.*\//, "");
function programOf$1(name, rest) {
	if (/^uwsgi([-_].*)?$/.test(name) && !/^uwsgi[-_](curl|proxy|params)/.test(name)) return "uwsgi";
	if (/^gunicorn[\d.]*$/.test(name) || name === "gunicorn3" || name === "gunicorn.app.wsgiapp") return "gunicorn";
	if (name === "flask" && rest.some((word) => word.text === "run")) return "flask";
	if (/^python[\d.]*$/.test(name) && rest[0] && /\.py$/.test(rest[0].text)) return "python";
	if (name === "waitress-serve" || name === "waitress") return "waitress";
	if (name === "uvicorn" || name === "hypercorn" || name === "daphne") return "asgi";
}
/** Splits `--name=value`; both parts keep their offsets. */
function halves(word) {
	const equals = word.text.indexOf("=");
	const exact = word.end - word.start === word.text.length;
	const dashes = /^-+/.exec(word.text)?.[0].length ?? 0;
	const cut = equals < 0 ? word.text.length : equals;
	const name = {
		source: word.source,
		start: exact ? word.start + dashes : word.start,
		end: exact ? word.start + cut : word.end,
		text: word.text.slice(dashes, cut)
	};
	if (equals < 0) return {
		name,
		value: void 0
	};
	const start = exact ? word.start + equals + 1 : word.start;
	return {
		name,
		value: {
			...word,
			start,
			text: word.text.slice(equals + 1)
		}
	};
}
const uwsgiGrammar = (written) => {
	const name = written.startsWith("--") ? written.slice(2) : shortOption(written[1]) ?? written[1];
	return {
		name,
		takesValue: !/^(bool|flag)$/.test(kindOf(name) ?? "")
	};
};
const gunicornGrammar = (written) => {
	const known = gunicornOption(written);
	return {
		name: known?.name ?? written.replace(/^-+/, ""),
		takesValue: !known?.flag
	};
};
const plainGrammar = (written) => ({
	name: written.replace(/^-+/, ""),
	takesValue: false
});
function argumentsOf$1(words, grammar) {
	const out = {
		options: [],
		positional: []
	};
	for (let i = 0; i < words.length; i++) {
		const word = words[i];
		if (!/^-./.test(word.text)) {
			out.positional.push(word);
			continue;
		}
		let { name, value } = halves(word);
		const isLong = word.text.startsWith("--") || grammar === plainGrammar;
		const known = grammar(isLong ? word.text.replace(/=[\s\S]*$/, "") : word.text.slice(0, 2));
		if (!isLong) {
			const glued = word.text.slice(2).replace(/^=/, "");
			value = glued && known.takesValue ? {
				...word,
				start: word.start + 2,
				text: glued
			} : void 0;
		}
		let end = word.end;
		const next = words[i + 1];
		if (value === void 0 && known.takesValue && next && !(grammar === uwsgiGrammar ? /^--/ : /^-./).test(next.text)) {
			value = words[++i];
			end = value.end;
		}
		name = {
			...name,
			text: known.name
		};
		out.options.push({
			source: word.source,
			start: word.start,
			end,
			name,
			value
		});
	}
	return out;
}
// action/lint/python/value.ts
/** No setting nests deeper; the limit keeps a hostile file from overflowing the stack. */
const deepest$3 = 40;
function evaluate(source, node, depth = 0) {
	const range = {
		source,
		start: node?.from ?? 0,
		end: node?.to ?? 0
	};
	const unknown = {
		...range,
		kind: "unknown"
	};
	if (!node || depth > deepest$3) return unknown;
	const text = source.text.slice(node.from, node.to);
	const inner = (child) => evaluate(source, child, depth + 1);
	switch (node.name) {
		case "String": return {
			...range,
			kind: "str",
			value: unquote(text),
			exact: true
		};
		case "FormatString": return formatString(source, node, depth);
		case "ContinuedString": {
			const parts = childrenOf(node).map(inner);
			if (!parts.every((part) => part.kind === "str")) return unknown;
			return {
				...range,
				kind: "str",
				value: parts.map((p) => p.value).join(""),
				exact: parts.every((p) => p.exact)
			};
		}
		case "Number": {
			const value = Number(text.replaceAll("_", ""));
			return {
				...range,
				kind: /^\d[\d_]*$|^0[xob]/i.test(text) ? "int" : "float",
				value,
				raw: text
			};
		}
		case "Boolean": return {
			...range,
			kind: "bool",
			value: text === "True"
		};
		case "None": return {
			...range,
			kind: "none"
		};
		case "ParenthesizedExpression": return inner(node.firstChild?.nextSibling ?? null);
		case "ArrayExpression":
		case "TupleExpression":
		case "SetExpression": return {
			...range,
			kind: "list",
			items: childrenOf(node).filter(isExpression).map(inner)
		};
		case "DictionaryExpression": {
			const parts = childrenOf(node).filter(isExpression).map(inner);
			const entries = Array.from({ length: parts.length >> 1 }, (_, i) => [parts[2 * i], parts[2 * i + 1]]);
			return {
				...range,
				kind: "dict",
				entries
			};
		}
		case "VariableName": return {
			...range,
			kind: "name",
			name: text
		};
		case "MemberExpression": {
			const name = dotted(source, node);
			return name ? {
				...range,
				kind: "name",
				name
			} : unknown;
		}
		case "UnaryExpression": {
			const value = inner(node.lastChild);
			return text.startsWith("-") && (value.kind === "int" || value.kind === "float") ? {
				...value,
				...range,
				value: -value.value
			} : unknown;
		}
		case "BinaryExpression": return arithmetic(range, inner(node.firstChild), text, node, inner(node.lastChild));
		case "CallExpression": {
			const callee = dotted(source, node.firstChild);
			if (callee === void 0) return unknown;
			const args = argumentsOf(source, node, depth);
			if (/^(os\.)?(environ\.get|getenv)$/.test(callee)) return args[1] ? {
				...args[1].value,
				...range
			} : unknown;
			if ((callee === "int" || callee === "str") && args[0]) return converted(callee, args[0].value, range) ?? unknown;
			return {
				...range,
				kind: "call",
				callee,
				args
			};
		}
		default: return unknown;
	}
}
function converted(to, value, range) {
	if (to === "str" && value.kind === "str") return {
		...value,
		...range
	};
	if (to === "int" && value.kind === "int") return {
		...value,
		...range
	};
	if (to === "int" && value.kind === "str" && /^\d+$/.test(value.value)) return {
		...range,
		kind: "int",
		value: Number(value.value),
		raw: value.value
	};
}
function arithmetic(range, left, text, node, right) {
	const operatorNode = node.firstChild?.nextSibling;
	const operator = operatorNode ? text.slice(operatorNode.from - node.from, operatorNode.to - node.from) : "";
	if ((left.kind === "int" || left.kind === "float") && (right.kind === "int" || right.kind === "float")) {
		const value = {
			"+": left.value + right.value,
			"-": left.value - right.value,
			"*": left.value * right.value,
			"**": left.value ** right.value,
			"//": Math.floor(left.value / right.value)
		}[operator];
		if (value !== void 0 && Number.isFinite(value)) return {
			...range,
			kind: "int",
			value,
			raw: String(value)
		};
	}
	if (operator === "+" && left.kind === "str" && right.kind === "str") return {
		...range,
		kind: "str",
		value: left.value + right.value,
		exact: left.exact && right.exact
	};
	return {
		...range,
		kind: "unknown"
	};
}
function formatString(source, node, depth) {
	const range = {
		source,
		start: node.from,
		end: node.to
	};
	const raw = source.text.slice(node.from, node.to);
	const quote = /^[a-zA-Z]*("""|'''|"|')/.exec(raw)?.[0].length ?? 1;
	const closing = /("""|'''|"|')$/.exec(raw)?.[0].length ?? 0;
	let value = "";
	let exact = true;
	let at = node.from + quote;
	for (const part of childrenOf(node)) {
		if (part.name !== "FormatReplacement") continue;
		value += source.text.slice(at, part.from);
		const held = evaluate(source, part.firstChild?.nextSibling ?? null, depth + 1);
		if (held.kind === "str") [value, exact] = [value + held.value, exact && held.exact];
		else if (held.kind === "int") value += held.value;
		else [value, exact] = [`${value}{}`, false];
		at = part.to;
	}
	value += source.text.slice(at, node.to - closing);
	return {
		...range,
		kind: "str",
		value,
		exact
	};
}
function argumentsOf(source, call, depth = 0) {
	const list = childNamed(call, "ArgList");
	if (!list) return [];
	const out = [];
	const parts = childrenOf(list);
	for (let i = 0; i < parts.length; i++) {
		const part = parts[i];
		if (part.name === "VariableName" && parts[i + 1]?.name === "AssignOp") {
			out.push({
				keyword: source.slice({
					start: part.from,
					end: part.to
				}),
				value: evaluate(source, parts[i + 2] ?? null, depth + 1)
			});
			i += 2;
		} else if (isExpression(part)) out.push({
			keyword: void 0,
			value: evaluate(source, part, depth + 1)
		});
	}
	return out;
}
/** "a.b.c" of names and members; undefined for anything else. */
function dotted(source, node) {
	if (!node || node.name !== "VariableName" && node.name !== "MemberExpression") return void 0;
	const text = source.text.slice(node.from, node.to);
	return /^[\w.]+$/.test(text) ? text : void 0;
}
/** lezer's own getChild first walks up the tree, which takes quadratic time in deep trees. */
function childNamed(node, name) {
	let child = node.firstChild;
	while (child && child.name !== name) child = child.nextSibling;
	return child ?? void 0;
}
function childrenOf(node) {
	const out = [];
	for (let child = node.firstChild; child; child = child.nextSibling) out.push(child);
	return out;
}
const isExpression = (node) => /^[A-Z]/.test(node.name) && node.name !== "Comment" && node.name !== "⚠";
const simpleEscapes = {
	n: "\n",
	t: "	",
	r: "\r",
	"\\": "\\",
	"'": "'",
	"\"": "\"",
	"\n": ""
};
function unquote(text) {
	const prefix = /^[a-zA-Z]*/.exec(text)?.[0] ?? "";
	const body = text.slice(prefix.length);
	const size = /^("""|''')/.test(body) ? 3 : 1;
	const inner = body.slice(size, body.length >= 2 * size && body.endsWith(body.slice(0, size)) ? -size : void 0);
	return /r/i.test(prefix) ? inner : inner.replace(/\\([ntr\\'"\n])/g, (_, c) => simpleEscapes[c]);
}
// action/lint/python/read.ts
/** On longer lines, each unclosed quote makes lezer read the whole line again. */
const longestLine = 1e4;
const longestText = 1e6;
/** lezer subtracts about 200 points for each token it has to add or skip; half-written Python loses a few thousand. */
const lowestScore = -2e4;
/** The tree; an empty one, with `known: false`, for generated files and for what is no Python at all. */
function treeOf(source) {
	const { text, lineStarts } = source;
	const unknown = {
		tree: Tree.empty,
		known: false
	};
	if (text.length > longestText) return unknown;
	if (lineStarts.some((start, i) => (lineStarts[i + 1] ?? text.length) - start > longestLine)) return unknown;
	const parse = parser.startParse(text);
	for (;;) {
		const tree = parse.advance();
		if (tree) return {
			tree,
			known: true
		};
		if ((parse.stacks?.[0]?.score ?? 0) < lowestScore) return unknown;
	}
}
/** Parsed at first use: most rules only test that the file exists. */
function parsePython(source) {
	let known;
	const content = () => {
		known ??= contentOf$1(source);
		return known;
	};
	return {
		kind: "python",
		path: source.path,
		source,
		get names() {
			return content().names;
		},
		get assignments() {
			return content().assignments;
		},
		get stars() {
			return content().stars;
		},
		get calls() {
			return content().calls;
		},
		get tree() {
			return content().tree;
		}
	};
}
function contentOf$1(source) {
	const { tree, known } = treeOf(source);
	const names = /* @__PURE__ */ new Map();
	const assignments = [];
	const stars = known ? [] : ["?"];
	const text = (node) => ({
		source,
		start: node.from,
		end: node.to,
		text: source.text.slice(node.from, node.to)
	});
	const define = (name) => names.set(name.name.text, name);
	const queue = [{
		node: tree.topNode,
		conditional: false
	}];
	for (let job = queue.shift(); job; job = queue.shift()) for (let node = job.node.firstChild; node; node = node.nextSibling) {
		const { conditional } = job;
		const range = {
			source,
			start: node.from,
			end: node.to,
			conditional,
			node
		};
		if (node.name === "AssignStatement") for (const found of assigned$1(source, node, conditional)) {
			define(found);
			assignments.push(found);
		}
		else if (node.name === "ImportStatement") for (const found of imports(source, node, conditional, stars)) define(found);
		else if (node.name === "FunctionDefinition" || node.name === "ClassDefinition") {
			const name = childNamed(node, "VariableName");
			const isFunction = node.name === "FunctionDefinition";
			if (name) define({
				...range,
				name: text(name),
				kind: isFunction ? "function" : "class",
				...isFunction ? { required: requiredOf(node) } : {}
			});
		} else if (node.name === "DecoratedStatement") queue.push({
			node,
			conditional
		});
		else if (/^(If|Try|With|For|While)Statement$/.test(node.name)) queue.push({
			node,
			conditional: true
		});
		else if (node.name === "Body" && !isGuarded(source, node)) queue.push({
			node,
			conditional
		});
	}
	return {
		names,
		assignments,
		stars,
		calls: callsIn(source, tree),
		tree
	};
}
function assigned$1(source, node, conditional) {
	const parts = childrenOf(node);
	const lastOperator = parts.map((part) => part.name).lastIndexOf("AssignOp");
	if (lastOperator < 0) return [];
	const values = parts.slice(lastOperator + 1).filter((part) => part.name !== "," && part.name !== "Comment");
	const targets = parts.slice(0, lastOperator).filter((part) => part.name === "VariableName" || part.name === "TupleExpression");
	const value = parts.slice(0, lastOperator).some((part) => part.name === ",") || targets.some((t) => t.name === "TupleExpression") || values.length !== 1 ? {
		source,
		start: node.from,
		end: node.to,
		kind: "unknown"
	} : evaluate(source, values[0]);
	return targets.flatMap((target) => target.name === "TupleExpression" ? childrenOf(target).filter((part) => part.name === "VariableName") : [target]).map((target) => ({
		source,
		start: node.from,
		end: node.to,
		name: {
			source,
			start: target.from,
			end: target.to,
			text: source.text.slice(target.from, target.to)
		},
		kind: "assign",
		value,
		conditional,
		node
	}));
}
function imports(source, node, conditional, stars) {
	const written = source.text.slice(node.from, node.to).replace(/[()\\\r\n]/g, " ");
	const module = /^from\s+([\w.]+|\.+\s*[\w.]*)\s+import\b/.exec(written)?.[1]?.replace(/\s+/g, "");
	if (module !== void 0 && /import\s*\*/.test(written)) stars.push(module);
	const out = [];
	const parts = childrenOf(node);
	const begin = module === void 0 ? 1 : parts.findIndex((part) => part.name === "import") + 1;
	for (let i = begin; i < parts.length; i++) {
		const part = parts[i];
		if (part.name !== "VariableName") continue;
		let dottedName = source.text.slice(part.from, part.to);
		while (parts[i + 1]?.name === "." && parts[i + 2]) {
			dottedName += `.${source.text.slice(parts[i + 2].from, parts[i + 2].to)}`;
			i += 2;
		}
		let bound = part;
		const renamed = parts[i + 1]?.name === "as" && parts[i + 2];
		if (renamed) {
			bound = renamed;
			i += 2;
		}
		out.push({
			source,
			start: node.from,
			end: node.to,
			name: {
				source,
				start: bound.from,
				end: bound.to,
				text: source.text.slice(bound.from, bound.to)
			},
			kind: "import",
			imported: module === void 0 ? {
				module: dottedName,
				original: void 0
			} : {
				module,
				original: dottedName
			},
			conditional,
			node
		});
	}
	return out;
}
function requiredOf(definition) {
	const list = childNamed(definition, "ParamList");
	if (!list) return 0;
	let required = 0;
	const parts = childrenOf(list);
	for (let i = 0; i < parts.length; i++) {
		const before = parts[i - 1]?.name;
		if (parts[i]?.name !== "VariableName" || before === "*" || before === "**" || before === "AssignOp") continue;
		if ((parts[i + 1]?.name === "TypeDef" ? parts[i + 2] : parts[i + 1])?.name !== "AssignOp") required++;
	}
	return required;
}
function isMainGuard(source, node) {
	return node.name === "IfStatement" && /^if\s*\(?\s*__name__\s*==/.test(source.text.slice(node.from, node.from + 60));
}
/** Whether code runs only if the file is started by itself; the `else` of such a guard does not. */
const isGuarded = (source, body) => body.parent !== null && isMainGuard(source, body.parent) && body.prevSibling?.prevSibling?.name === "if";
function callsIn(source, tree) {
	const calls = [];
	let guardEnd = -1;
	tree.iterate({ enter(reference) {
		if (reference.name === "IfStatement" && isMainGuard(source, reference.node)) guardEnd = reference.to;
		if (reference.name !== "CallExpression") return;
		const node = reference.node;
		const callee = dotted(source, node.firstChild);
		if (!callee || !node.firstChild) return;
		calls.push({
			source,
			start: node.from,
			end: node.to,
			callee: {
				source,
				start: node.firstChild.from,
				end: node.firstChild.to,
				text: callee
			},
			args: argumentsOf(source, node),
			main: node.from < guardEnd,
			node
		});
	} });
	return calls;
}
// action/lint/gunicorn/conf.ts
const parseGunicorn = (source) => ({
	...parsePython(source),
	kind: "gunicorn"
});
/** Whether a Python file looks like a gunicorn configuration: several settings without indentation. */
function looksLikeGunicorn(text) {
	const names = new Set(text.slice(0, 5e4).match(/^[a-z_]+(?=\s*(?::\s*\w+\s*)?=[^=])/gm) ?? []);
	const known = settingNames.filter((name) => names.has(name));
	return known.includes("bind") ? known.length >= 2 : known.length >= 3;
}
// action/lint/nginx/context.ts
/**
* The tables' name for the context of a directive: "main", "http", "server", "location", "server-if", "location-if",
* "upstream", "stream-server", … undefined in unknown blocks, in data, and in snippets if it is unknown what includes
* them.
*/
function placeOf$2(directive, file) {
	const chain = [];
	let owner = directive.parent.owner;
	for (; owner && chain.length < 64; owner = owner.parent.owner) chain.push(owner.name.text);
	if (owner) return void 0;
	const names = chain.reverse();
	let place = file.context;
	let family = file.context === "stream" ? "stream-" : "";
	for (const name of names) {
		if (name === "stream" || name === "mail") [place, family] = [name, `${name}-`];
		else if (name === "http" || name === "events") [place, family] = [name, ""];
		else if (name === "server") place = `${family}server`;
		else if (name === "upstream") place = `${family}upstream`;
		else if (name === "location") place = "location";
		else if (name === "limit_except") place = "limit_except";
		else if (name === "if") place = place === "server" ? "server-if" : place === "location" ? "location-if" : void 0;
		else return void 0;
		if (place === void 0) return void 0;
	}
	return place;
}
// action/lint/nginx/included.ts
const found = /* @__PURE__ */ new WeakMap();
/**
* The files of the repository that an `include` names. On the server they are below /etc/nginx, in the repository
* anywhere: so those with the longest end of the path in common are chosen, and of several the nearest ones.
*/
function includedFiles(include, files) {
	const path = include.args[0]?.text ?? "";
	if (path === "" || /[${}]/.test(path)) return [];
	const known = found.get(files) ?? /* @__PURE__ */ new Map();
	found.set(files, known);
	const key = `${include.source.path}\0${path}`;
	const named = known.get(key) ?? search(path, include.source.path, files);
	known.set(key, named);
	return named;
}
function search(path, includer, files) {
	const wanted = path.split("/").filter((part) => part !== "" && part !== ".");
	const glob = /[*?[]/.test(wanted.at(-1) ?? "");
	const from = includer.split("/");
	let best = [];
	let most = glob ? [2, 0] : [1, 0];
	for (const file of files) {
		if (file.path === includer) continue;
		const there = file.path.split("/");
		const score = [alike(wanted.toReversed(), there.toReversed(), (a, b) => matches$1(a, b)), alike(from, there, (a, b) => a === b)];
		const [a, b] = [score[0] - most[0], score[1] - most[1]];
		if (a < 0 || a === 0 && b < 0) continue;
		if (a > 0 || b > 0) [best, most] = [[file], [...score]];
		else best.push(file);
	}
	return best;
}
function alike(left, right, same) {
	let count = 0;
	while (count < left.length && count < right.length && same(left[count], right[count])) count++;
	return count;
}
/** sites-enabled contains symlinks to sites-available only. */
const sites = /^sites-(?:available|enabled)$/;
function matches$1(wanted, there) {
	if (wanted === there || sites.test(wanted) && sites.test(there)) return true;
	if (!/[*?]/.test(wanted) || wanted.split("*").length > 4) return false;
	const pattern = wanted.replace(/[.+^$()|[\]\\{}]/g, "\\$&").replace(/\*+|\?/g, (sign) => sign === "?" ? "." : ".*");
	return new RegExp(`^${pattern}$`).test(there);
}
const contexts = [
	"main",
	"http",
	"server",
	"location",
	"stream"
];
/** Snippets are rarely nested three deep, and few places include the same one. */
const [deepest$2, mostPlaces] = [5, 100];
/** The file that a Dockerfile, a compose file or a script installs as the whole nginx.conf, if it is certain which. */
function installedBy({ path, text }, files) {
	const at = text.search(/\/etc\/nginx\/nginx\.conf(?![\w.])/);
	const said = text.slice(text.lastIndexOf("\n", at) + 1, at).slice(-300).match(/\S*[^\s"'](?=["']?[ \t:]["']?$)/)?.[0];
	const wanted = at < 0 ? void 0 : said?.replace(/^["']?(\.\/|\$\(pwd\)\/|\$\{?PWD\}?\/)*/, "");
	if (!wanted || wanted.startsWith("/")) return void 0;
	const beside = files.find((file) => file.path === path.replace(/[^/]*$/, wanted));
	const [only, ...others] = files.filter((file) => file.path === wanted || file.path.endsWith(`/${wanted}`));
	return beside ?? (others.length === 0 ? only : void 0);
}
/**
* Adds to each file the directives that include it, and with them the context of its outermost directives.
* @param installers files that may copy one of them to /etc/nginx/nginx.conf
*/
function placed(files, installers) {
	const includers = /* @__PURE__ */ new Map();
	for (const file of files) for (const include of walk(file)) {
		if (include.name.text !== "include") continue;
		for (const target of includedFiles(include, files)) {
			const places = includers.get(target) ?? [];
			if (places.length < mostPlaces) includers.set(target, [...places, {
				include,
				file
			}]);
		}
	}
	const context = new Map(files.map((file) => [file, file.context]));
	for (let round = 0; round < deepest$2; round++) for (const [target, from] of includers) {
		const places = from.map(({ include, file }) => placeOf$2(include, {
			...file,
			context: context.get(file)
		}));
		const [place] = places;
		if (!place || target.context === "main" || places.some((other) => other !== place)) continue;
		if (contexts.includes(place)) context.set(target, place);
	}
	const installed = installers.flatMap((source) => installedBy(source, files) ?? []);
	for (const file of files) if (!file.template && (installed.includes(file) || /(^|\/)etc\/nginx\/nginx\.conf$/.test(file.path))) context.set(file, "main");
	for (const [target, from] of includers) target.root.includedBy = from.map(({ include }) => include);
	return files.map((file) => context.get(file) === file.context ? file : {
		...file,
		context: context.get(file)
	});
}
// action/lint/files/lines.ts
/** The lines of a file without their line endings, as ranges. */
function* linesOf(source) {
	for (let i = 0; i < source.lineStarts.length; i++) yield source.line(i);
}
/** The part of a range without the spaces around it. No-break spaces are letters to all of these programs. */
function trimmed(source, start, end) {
	const { text } = source;
	const blank = (i) => {
		const code = text.charCodeAt(i);
		return code === 32 || code === 9 || code === 13 || code === 10;
	};
	while (start < end && blank(start)) start++;
	while (end > start && blank(end - 1)) end--;
	return {
		source,
		start,
		end,
		text: text.slice(start, end)
	};
}
/** Conflict markers of git; parsers skip them, one rule reports them. */
const isConflictLine = (text) => /^(<{7}|>{7}|\|{7})( |$)|^={7}$/.test(text);
/** A line with nothing but a template's statement: `{% if x %}`, `<% } %>`. */
const isMarkupLine = (text) => /^\s*(\{%.*%\}|\{#.*#\}|<%[^=-].*%>)\s*$/.test(text);
/** No-break spaces, invisible characters and typographic quotes from web pages: letters to all programs here. */
const pasted = /[\u00a0\u2007\u202f\u200b-\u200d\u2060\ufeff\u2018\u2019\u201c\u201d]/;
// action/lint/systemd/parse.ts
/**
* systemd's unit syntax: comments only at the start of a line; a backslash at the end, with nothing behind it, continues
* the line (comment lines in between are skipped); spaces around the key and the value are ignored.
*/
function parseUnit(source) {
	const sections = [];
	const stray = [];
	const comments = [];
	const problems = [];
	const template = isTemplate(source);
	const count = source.lineStarts.length;
	for (let i = 0; i < count; i++) {
		const line = source.line(i);
		const body = trimmed(source, line.start, line.end);
		if (body.text === "") continue;
		if (/^[#;]/.test(body.text) || isConflictLine(line.text) || template && isMarkupLine(line.text)) {
			comments.push(body);
			continue;
		}
		if (body.text.startsWith("[") && body.text.endsWith("]")) {
			sections.push(sectionAt(source, body, body.end - 1));
			continue;
		}
		const pieces = [];
		let last = body;
		let more = body;
		let goesOn = continues(line.text);
		while (goesOn) {
			pieces.push(more.text.slice(0, -1));
			let next;
			while (++i < count) {
				const candidate = source.line(i);
				next = trimmed(source, candidate.start, candidate.end);
				if (!/^[#;]/.test(next.text)) {
					goesOn = continues(candidate.text);
					break;
				}
				comments.push(next);
				next = void 0;
			}
			if (!next) break;
			last = more = next;
			if (next.text === "") break;
		}
		if (!goesOn) pieces.push(more.text);
		const end = Math.max(body.end, last.end);
		const section = sections.at(-1);
		const equals = body.text.indexOf("=");
		if (equals <= 0 || !section) {
			stray.push({
				...body,
				end
			});
			continue;
		}
		const key = trimmed(source, body.start, body.start + equals);
		const joined = pieces.map((piece) => piece.trim()).join(" ");
		const valueStart = trimmed(source, body.start + equals + 1, body.end).start;
		const value = {
			source,
			start: Math.min(valueStart, end),
			end,
			text: joined.slice(joined.indexOf("=") + 1).trim()
		};
		section.entries.push({
			source,
			start: body.start,
			end,
			key,
			value,
			section
		});
		section.end = end;
	}
	return {
		kind: "systemd",
		path: source.path,
		source,
		sections,
		stray,
		comments,
		problems,
		template
	};
}
const continues = (line) => /\\\r?$/.test(line);
/**
* supervisor's files (Python's ConfigParser): an indented line continues the value above it, ` ;` and ` #` start a
* comment after a value too, `:` is the same as `=`.
*/
function parseSupervisor(source) {
	const sections = [];
	const stray = [];
	const comments = [];
	const template = isTemplate(source);
	let open;
	for (const line of linesOf(source)) {
		const body = trimmed(source, line.start, line.end);
		if (body.text === "") continue;
		if (/^[#;]/.test(body.text) || isConflictLine(line.text) || template && isMarkupLine(line.text)) comments.push(body);
		else if (/^\s/.test(line.text) && open) {
			const more = withoutComment(source, body, comments);
			open.value = {
				source,
				start: open.value.start,
				end: more.end,
				text: `${open.value.text}\n${more.text}`.trim()
			};
			open.end = more.end;
		} else if (body.text.startsWith("[")) {
			const bracket = body.text.indexOf("]");
			sections.push(sectionAt(source, body, bracket < 0 ? body.end : body.start + bracket));
			open = void 0;
		} else {
			const section = sections.at(-1);
			const split = /[=:]/.exec(body.text)?.index ?? -1;
			if (!section || split <= 0) {
				stray.push(body);
				continue;
			}
			const key = trimmed(source, body.start, body.start + split);
			const value = withoutComment(source, trimmed(source, body.start + split + 1, body.end), comments);
			open = {
				source,
				start: body.start,
				end: value.end,
				key,
				value,
				section
			};
			section.entries.push(open);
			section.end = value.end;
		}
	}
	return {
		kind: "supervisor",
		path: source.path,
		source,
		sections,
		stray,
		comments,
		problems: [],
		template
	};
}
const sectionAt = (source, { start, end }, nameEnd) => ({
	source,
	start,
	end,
	name: trimmed(source, start + 1, nameEnd),
	entries: []
});
function withoutComment(source, value, comments) {
	const comment = /\s[;#]/.exec(value.text)?.index;
	if (comment === void 0) return value;
	comments.push(source.range(value.start + comment + 1, value.end));
	return trimmed(source, value.start, value.start + comment);
}
// action/lint/upstart/parse.ts
function parseUpstart(source) {
	const stanzas = [];
	const scripts = [];
	let scriptStart;
	for (const line of linesOf(source)) {
		const body = trimmed(source, line.start, line.end);
		if (scriptStart !== void 0) {
			if (body.text === "end script") {
				scripts.push({
					source,
					start: scriptStart,
					end: line.start,
					text: source.text.slice(scriptStart, line.start)
				});
				scriptStart = void 0;
			}
		} else if (/^(script|(pre|post)-(start|stop) script)$/.test(body.text)) scriptStart = source.lineStarts[source.lineAt(line.start) + 1] ?? source.text.length;
		else if (body.text !== "" && !body.text.startsWith("#")) {
			const name = /^\S+/.exec(body.text)?.[0] ?? "";
			stanzas.push({
				source,
				start: body.start,
				end: body.end,
				name: {
					source,
					start: body.start,
					end: body.start + name.length,
					text: name
				},
				value: trimmed(source, body.start + name.length, body.end)
			});
		}
	}
	if (scriptStart !== void 0) scripts.push({
		source,
		start: scriptStart,
		end: source.text.length,
		text: source.text.slice(scriptStart)
	});
	return {
		kind: "upstart",
		path: source.path,
		source,
		stanzas,
		scripts,
		template: isTemplate(source)
	};
}
/** Whether a file is an Upstart job: it has `start on` or `stop on`, and no section. */
const isUpstart = (text) => /^\s*(start|stop) on \S/m.test(text.slice(0, 5e4)) && !/^\s*\[\w+\]\s*$/m.test(text.slice(0, 5e4));
// action/lint/uwsgi/markup.ts
/** uWSGI's options as XML (`<uwsgi><socket>…</socket><master/></uwsgi>`) or in its small YAML (`uwsgi:` and pairs below). */
function parseMarkup(source) {
	const read = /<uwsgi\b/.test(source.text) ? fromXml : fromYaml;
	const text = (start, end) => ({
		source,
		start,
		end,
		text: source.text.slice(start, end)
	});
	const option = (name, value, start, end) => ({
		source,
		start,
		end,
		name,
		value
	});
	const sections = read(source.text).map(({ at, options }) => {
		const name = {
			...text(at, at + 5),
			text: "uwsgi"
		};
		const all = options.map(([start, end, from, to]) => {
			const value = from < to ? text(from, to) : void 0;
			return option(text(start, end), value, start, Math.max(end, to));
		});
		return {
			source,
			start: at,
			end: all.at(-1)?.end ?? name.end,
			name,
			options: all
		};
	});
	return {
		kind: "uwsgi",
		path: source.path,
		source,
		markup: true,
		sections,
		stray: [],
		comments: [],
		problems: [],
		template: isTemplate(source)
	};
}
function fromXml(text) {
	const plain = withoutComments$1(text);
	const opening = /<uwsgi\b[^<>]{0,500}>/.exec(plain);
	if (!opening) return [];
	const from = opening.index + opening[0].length;
	const close = plain.indexOf("</uwsgi>", from);
	const options = [...plain.slice(from, close < 0 ? void 0 : close).matchAll(/<([\w-]+)\s{0,9}(?:\/>|>([^<]*)<\/\1\s{0,9}>)/g)].map((one) => {
		const start = from + one.index + 1;
		const name = one[1];
		const value = one[2]?.trim() ?? "";
		const begin = value ? from + one.index + one[0].indexOf(value, name.length + 2) : start + name.length;
		return [
			start,
			start + name.length,
			begin,
			begin + value.length
		];
	});
	return [{
		at: opening.index + 1,
		options
	}];
}
/** The same text with spaces for each comment, so that every offset stays the same. */
function withoutComments$1(text) {
	let plain = "";
	let at = 0;
	for (let open = text.indexOf("<!--"); open >= 0; open = text.indexOf("<!--", at)) {
		const close = text.indexOf("-->", open + 4);
		const end = close < 0 ? text.length : close + 3;
		plain += text.slice(at, open) + text.slice(open, end).replace(/[^\n]/g, " ");
		at = end;
	}
	return plain + text.slice(at);
}
function fromYaml(text) {
	const found = [];
	let section;
	let depth = 0;
	let at = 0;
	for (const line of text.split("\n")) {
		const [, indent, dash, name, value] = /^(\s*)(- )?["']?([\w-]+)["']?\s*:(?:\s+|$)(.*)$/.exec(line) ?? [];
		if (name !== void 0 && indent !== void 0) {
			if (section && indent.length <= depth && !dash) section = void 0;
			if (!section && name === "uwsgi") {
				depth = indent.length;
				section = {
					at: at + line.indexOf(name),
					options: []
				};
				found.push(section);
			} else if (section) {
				const start = at + line.indexOf(name);
				const plain = (value ?? "").replace(/\s+#.*$/, "").trim();
				const bare = plain.replace(/^(["'])(.*)\1$/, "$2");
				const from = at + Math.max(line.lastIndexOf(value ?? ""), 0) + (bare === plain ? 0 : 1);
				section.options.push([
					start,
					start + name.length,
					from,
					from + bare.length
				]);
			}
		}
		at += line.length + 1;
	}
	return found;
}
// action/lint/uwsgi/parse.ts
/**
* uWSGI's own ini dialect (its core/ini.c): only a line that starts with `#` or `;` is a comment, no line continues, a
* key without `=` is a flag, a value includes the rest of its line, and a section's name is the text between `[` and
* the last character of the line.
*/
function parseUwsgi(source) {
	if (/\.(ya?ml|xml)$/.test(renderedPath(source.path).toLowerCase())) return parseMarkup(source);
	const sections = [];
	const stray = [];
	const comments = [];
	const problems = [];
	const template = isTemplate(source);
	for (const line of linesOf(source)) {
		const body = trimmed(source, line.start, line.end);
		const first = body.text[0];
		if (first === void 0) continue;
		if (first === "#" || first === ";" || isConflictLine(line.text) || template && isMarkupLine(line.text)) comments.push(body);
		else if (first === "[") {
			if (!body.text.endsWith("]")) problems.push({
				rule: "uwsgi/syntax",
				at: body,
				message: `uWSGI reads everything between \`[\` and the last character of the line as the section's name: this one is called \`${body.text.slice(1, -1)}\` and its options are not read.`
			});
			const bracket = body.text.indexOf("]");
			const end = bracket < 0 ? body.end : body.start + bracket;
			const name = trimmed(source, body.start + 1, end);
			sections.push({
				source,
				start: body.start,
				end: body.end,
				name,
				options: []
			});
		} else {
			const option = optionOf(source, body);
			const section = sections.at(-1);
			if (section) {
				section.options.push(option);
				section.end = option.end;
			} else stray.push(option);
		}
	}
	return {
		kind: "uwsgi",
		path: source.path,
		source,
		sections,
		stray,
		comments,
		problems,
		template
	};
}
function optionOf(source, body) {
	const equals = body.text.indexOf("=");
	if (equals < 0) return {
		source,
		start: body.start,
		end: body.end,
		name: body,
		value: void 0
	};
	const name = trimmed(source, body.start, body.start + equals);
	const value = trimmed(source, body.start + equals + 1, body.end);
	return {
		source,
		start: body.start,
		end: body.end,
		name,
		value
	};
}
// action/lint/nginx/recognise.ts
/** How many of the lines that set something must be nginx's: their share, and their weight. */
const needed = {
	name: {
		share: .3,
		weight: 0
	},
	folder: {
		share: .5,
		weight: .5
	},
	nothing: {
		share: .7,
		weight: 2
	}
};
/**
* Whether a text is an nginx configuration, not prose, a program or another format that shares some words with it. A
* line counts if it starts with a directive and ends as nginx's lines do; a block of nginx's counts twice.
*/
function looksLikeNginx(text, evidence) {
	let known = 0;
	let other = 0;
	let weight = 0;
	let half = 0;
	let open = 0;
	for (const line of text.split("\n")) {
		const body = line.trim();
		if (body === "" || /^(#|\{%|\{\{|<%|<{7}|={7}|>{7})/.test(body) || /^[{}\s;]+$/.test(body)) continue;
		if (evidence !== "name" && /^[A-Z][a-z]*(\s+[\w'’-]+){3,}[.:!?]?$/.test(body)) return false;
		const ends = /[;{}]\s*(#.*)?$/.test(body);
		const goesOn = open > 0;
		open = ends ? 0 : goesOn ? open - 1 : 0;
		if (goesOn && /^["'$~]|["'];?$/.test(body)) continue;
		const name = /^([a-z][a-z0-9_]*)(?=[\s;{]|$)/.exec(body)?.[1];
		const rest = name ? body.slice(name.length) : "";
		if (name !== void 0 && (name === "if" ? /^\s*\(\s*["']?[$!-]/ : /^(?!\s*[=:(])/).test(rest) && isKnown(name)) {
			if (!ends) open = longest$1;
			known += ends ? 1 : .5;
			if (!ends) half += .5;
			else weight += /^(server|http|upstream|location|events|map|types)$/.test(name) && /\{/.test(rest) ? 2 : 1;
		} else if (goesOn || ends && /^\S+\s+[^()=]*;\s*(#.*)?$/.test(body)) other += .2;
		else other++;
	}
	const { share, weight: least } = needed[evidence];
	if (known + other === 0) return evidence === "name";
	return weight + (evidence === "nothing" ? 0 : half) >= least && known / (known + other) >= share;
}
/** The most lines of one directive. */
const longest$1 = 30;
const isKnown = (name) => rowsOf(name) !== void 0 || maybeThirdParty(name);
// action/lint/files/file-kind.ts
/** A site's file may be named after its domain. */
const domain = /^[\w-]+(\.[\w-]+)*\.(com|org|net|io|dev|app|co|info|biz|eu|de|uk|fr|ru|cn|us|xyz|online|site|tech|cloud|local|edu)$/;
const unitSuffix = /\.(service|socket|timer|path|target|mount|automount|swap|slice|scope)$/;
const requirements = /(^|\/)(requirements[\w.-]*\.(txt|in)|pyproject\.toml|pipfile(\.lock)?|poetry\.lock|uv\.lock|pdm\.lock|pylock\.toml)$|\/requirements\/[^/]+\.(txt|in)$/;
const container = /(^|\/)((docker-)?compose[\w.-]*\.ya?ml|(dockerfile|containerfile)([._-][\w.-]+)?|[\w-]+\.dockerfile)$/;
const uwsgiMarkup = /(^|\/)[\w.-]*uwsgi[\w.-]*\.(ya?ml|xml)$|\/(vassals|uwsgi)\/[^/]+\.(ya?ml|xml)$/;
/** Documents and files of other programs, whatever words they contain. */
const otherText = /\.(md|markdown|rst|adoc|org|tex|html?|json|ya?ml|js|mjs|ts|tsx|jsx|vue|css|scss|xml|lock|toml|php|rb|pl|go|java|c|h|cpp|hpp|rs|lua|sql|csv|log|awk|sed|patch|diff|env|properties|gradle|tf|hcl|ipynb)$/;
const prose = /^(license|licence|copying|readme|makefile|gnumakefile|gemfile|rakefile|changelog|changes|history|news|todo|notes?|install|authors|contributors|notice|contributing|vagrantfile|jenkinsfile|brewfile|caddyfile|robots|humans|security|usage|help)\b/;
const sectionOf = (text, names) => new RegExp(`^[ \\t]*\\[(?:${names})\\][ \\t]*\\r?$`, "m").test(text);
const anySection = /^\[[\w:. -]+\][ \t]*\r?$/m;
/** Whether a file is worth reading, by its name; all others are never opened. */
function isCandidate(path) {
	const rendered = renderedPath(path);
	const name = rendered.replace(/^.*\//, "").toLowerCase();
	return /\.(conf|ini|nginx|nginxconf|vhost|py|sh|bash|cfg|uwsgi|site|txt|toml|lock|inc|params|types)$/.test(name) || unitSuffix.test(name) || /^(nginx|uwsgi|gunicorn|supervisord?|default|procfile|pipfile|mime\.types|.*_params)([-_.].*)?$/.test(name) || /(^|\/)(sites-(available|enabled)|conf\.d|nginx|systemd|supervisor|vassals|uwsgi|init)\/[^/]*$/.test(rendered) || /(^|\/)(conf(ig)?s?|deploy(ment)?|etc|server|sites?)\/[^/.]+$/.test(rendered) || domain.test(name) || container.test(name) || uwsgiMarkup.test(rendered.toLowerCase()) || /^[a-z][\w-]*$/.test(name) && !prose.test(name);
}
function detectFileKind(path, text) {
	const folders = `/${renderedPath(path).toLowerCase()}`;
	const name = folders.replace(/^.*\//, "");
	const head = text.slice(0, 1e5);
	if (name.endsWith(".py")) return /gunicorn/.test(name) || looksLikeGunicorn(head) ? "gunicorn" : "python";
	if (requirements.test(folders)) return "requirements";
	if (container.test(folders)) return "container";
	if (unitSuffix.test(name)) return isOtherService(head) ? void 0 : "systemd";
	if (/^procfile/.test(name)) return "procfile";
	if (/\.(ba)?sh$/.test(name) || /^#!.*\b(ba|da|z)?sh\b/.test(head.slice(0, 200))) return "script";
	if (head.startsWith("#!")) return void 0;
	if (uwsgiMarkup.test(folders)) return /^\s*uwsgi\s*:|<uwsgi\b/m.test(head) ? "uwsgi" : void 0;
	if (otherText.test(name) || prose.test(name)) return void 0;
	return byContent(folders, name, head);
}
function byContent(folders, name, head) {
	if (sectionOf(head, "uwsgi")) return "uwsgi";
	if (sectionOf(head, "(?:programs?|fcgi-program|eventlistener|groups?):[^\\]]*|supervisord|supervisorctl|unix_http_server")) return "supervisor";
	if (sectionOf(head, "Unit|Service|Install|Socket")) return "systemd";
	if (isUpstart(head) && !/[{}]/.test(head.replace(/\$\{[^}]*\}/g, ""))) return "upstart";
	const sections = anySection.test(head);
	if ((/^uwsgi.*\.(ini|conf|cfg)$|\.uwsgi$/.test(name) || /\/(vassals|uwsgi)\/[^/]+\.ini$/.test(folders)) && (!sections || /^\[\W*u?wsgi/im.test(head) || uwsgiKeys(head).known >= 2)) return "uwsgi";
	if (name.endsWith(".ini") && !sections) {
		const { known, all } = uwsgiKeys(head);
		return known >= 3 && known * 2 >= all ? "uwsgi" : void 0;
	}
	if (sections) return void 0;
	if (/^(gunicorn.*\.conf|.*\.gunicorn)$/.test(name) || name.endsWith(".conf") && looksLikeGunicorn(head) && !/[;{]\s*$/m.test(head)) return "gunicorn";
	if (/^[ \t]*<\/?(VirtualHost|Location|Directory|IfModule|Proxy)\b/m.test(head)) return void 0;
	const named = /^nginx.*\.conf$|\.(nginx|nginxconf|vhost)$|[-_.]nginx\.conf$|^mime\.types$|^(uwsgi|proxy|fastcgi|scgi)_params$/.test(name) || /\/sites-(available|enabled)\/[^/]+$/.test(folders);
	const open = domain.test(name) || /\.(conf|inc|cfg|site|txt)$|^[^.]+$|\.[a-z]{2,}\.[a-z]{2,4}$/.test(name) || /\/nginx\//.test(folders);
	const home = /\/(nginx|snippets)\//.test(folders);
	return (named || open) && looksLikeNginx(head, named ? "name" : home ? "folder" : "nothing") ? "nginx" : void 0;
}
/** Other files with the suffix .service: avahi's XML, D-Bus, a script for /etc/init.d. */
const isOtherService = (text) => /^\s*<\?xml|^\s*<service|^\[D-BUS Service\]|^### BEGIN INIT INFO/m.test(text);
/** How many lines set an option, and how many of them one of uWSGI's. */
function uwsgiKeys(text) {
	const keys = text.match(/^[ \t]*[a-z][a-z0-9-]+(?=[ \t]*=)/gm) ?? [];
	return {
		known: keys.filter((key) => kindOf(key.trim())).length,
		all: keys.length
	};
}
// action/lint/files/project.ts
/** In UTF-16 units. The largest configurations in use are lists of addresses; a larger file is something else. */
const longest = 16e6;
function readProject(files, extraPaths = [], whole = true, links = []) {
	const found = {
		nginx: [],
		uwsgi: [],
		gunicorn: [],
		units: [],
		supervisor: [],
		upstart: [],
		scripts: [],
		requirements: [],
		containers: [],
		unread: [],
		sources: []
	};
	const pythonSources = /* @__PURE__ */ new Map();
	const parsed = /* @__PURE__ */ new Map();
	for (const file of files) {
		const source = new Source(file.path, file.content);
		const reason = source.binary ? "it is not text" : source.text.length > longest ? "it is too large" : void 0;
		if (reason) {
			if (detectFileKind(file.path, "")) found.unread.push({
				source,
				reason
			});
			continue;
		}
		const kind = detectFileKind(file.path, source.text);
		if (!kind) continue;
		found.sources.push({
			source,
			kind
		});
		if (kind === "nginx") found.nginx.push(parseNginx(source));
		else if (kind === "uwsgi") found.uwsgi.push(parseUwsgi(source));
		else if (kind === "systemd") found.units.push(parseUnit(source));
		else if (kind === "supervisor") found.supervisor.push(parseSupervisor(source));
		else if (kind === "upstart") found.upstart.push(parseUpstart(source));
		else if (kind === "script" || kind === "procfile") found.scripts.push(parseScript(source, kind === "procfile"));
		else if (kind === "requirements") found.requirements.push(source);
		else if (kind === "container") found.containers.push(source);
		else {
			if (kind === "gunicorn") found.gunicorn.push(parseGunicorn(source));
			pythonSources.set(file.path, source);
		}
	}
	return {
		...found,
		nginx: placed(found.nginx, [...found.containers, ...found.scripts.map(({ source }) => source)]),
		whole,
		links,
		paths: /* @__PURE__ */ new Set([...files.map((file) => file.path), ...extraPaths]),
		pythonPaths: [...pythonSources.keys()],
		python(path) {
			const known = parsed.get(path);
			const source = pythonSources.get(path);
			if (known || !source) return known;
			const file = parsePython(source);
			parsed.set(path, file);
			return file;
		}
	};
}
function parseScript(source, procfile) {
	const ranges = procfile ? [...linesOf(source)].flatMap((line) => {
		const name = /^\s*[\w-]+:/.exec(line.text)?.[0];
		return name ? [{
			source,
			start: line.start + name.length,
			end: line.end
		}] : [];
	}) : [source.range(0, source.text.length)];
	const variables = procfile ? void 0 : variablesIn(source.text);
	const invocations = ranges.flatMap((range) => invocationsIn(range, "shell", variables));
	return {
		kind: "script",
		path: source.path,
		source,
		invocations,
		procfile,
		template: isTemplate(source)
	};
}
// action/lint/files/versions.ts
function parseVersion(text) {
	const found = /(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(text ?? "");
	return found ? [
		Number(found[1]),
		Number(found[2] ?? 0),
		Number(found[3] ?? 0)
	] : void 0;
}
/** Whether the version is known to be at least that one. */
function atLeast(version, major, minor = 0, patch = 0) {
	if (!version) return false;
	return version[0] - major || version[1] - minor || version[2] - patch ? compare(version, [
		major,
		minor,
		patch
	]) > 0 : true;
}
/** Whether the version is known to be before that one. */
const before = (version, major, minor = 0, patch = 0) => version !== void 0 && compare(version, [
	major,
	minor,
	patch
]) < 0;
const compare = (a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
/** A package's pinned (`==`) version in requirements or a lock file. */
function pinned(requirements, name) {
	const line = new RegExp(`(?:^|\\n)\\s*${name}\\s*==\\s*([\\d.]+)|name = "${name}"\\s*\\n\\s*version = "([\\d.]+)"`, "i");
	for (const text of requirements) {
		const found = line.exec(text);
		if (found) return parseVersion(found[1] ?? found[2]);
	}
}
// action/lint/files/address.ts
/** Without `.`, `..` and double slashes. /var/run is a symlink to /run wherever systemd runs. */
function normalPath(path) {
	const absolute = path.startsWith("/");
	const out = [];
	for (const part of path.split("/")) {
		if (part === "" || part === ".") continue;
		if (part === ".." && out.length > 0 && out.at(-1) !== "..") out.pop();
		else if (part !== ".." || !absolute) out.push(part);
	}
	return ((absolute ? "/" : "") + out.join("/")).replace(/^\/var\/run(?=\/|$)/, "/run");
}
/** A socket that is named after its release, as an ini ($(RELEASE)), a unit (%i) or an f-string ({}) has it. */
const eachRelease = (text) => text.replace(/^((?:unix:(?:\/\/)?)?\/[\w./-]*\/[\w.-]*)(?:\$\(\w+\)|%[iI]|\{\})(?=[\w.-]*\.sock$)/, "$1*");
/** The address that nginx connects to: for releases' sockets, the symlink that a deploy switches between them. */
const connectable = (address) => address.kind === "unix" && address.path.includes("*") ? {
	...address,
	path: address.path.replace(/[^/]*$/, "current.sock")
} : address;
const isHost = (text) => /^(\[[0-9a-fA-F:.]+\]|[\w.*-]*)$/.test(text);
/** Reads "unix:/a", "unix:///a", "/a", "a.sock", "127.0.0.1:80", ":80", "[::1]:80", "host" (with a default port). */
function parseAddress(at, text, defaultPort) {
	const plain = eachRelease(text.trim());
	if (plain === "" || isTemplated(plain) || /[$%{}]/.test(plain)) return {
		kind: "unknown",
		at
	};
	const unix = /^unix:(?:\/\/)?(.+)$/.exec(plain)?.[1];
	if (unix !== void 0) return {
		kind: "unix",
		path: normalPath(unix),
		abstract: /^[@\0]/.test(unix),
		at
	};
	if (plain.startsWith("@")) return {
		kind: "unix",
		path: plain,
		abstract: true,
		at
	};
	if (/^(fd|systemd):/.test(plain) || /^\d+$/.test(plain)) return defaultPort !== void 0 && /^\d+$/.test(plain) ? {
		kind: "tcp",
		host: "",
		port: Number(plain),
		at
	} : {
		kind: "unknown",
		at
	};
	const tcp = /^(.*):(\d{1,5})$/.exec(plain);
	if (tcp && isHost(tcp[1])) return {
		kind: "tcp",
		host: tcp[1].toLowerCase(),
		port: Number(tcp[2]),
		at
	};
	if (plain.includes("/") || /\.sock(et)?$/.test(plain)) return {
		kind: "unix",
		path: normalPath(plain),
		abstract: false,
		at
	};
	if (defaultPort !== void 0 && isHost(plain)) return {
		kind: "tcp",
		host: plain.toLowerCase(),
		port: defaultPort,
		at
	};
	return {
		kind: "unknown",
		at
	};
}
const anyHost = (host) => /^(|\*|0\.0\.0\.0|\[::\])$/.test(host);
const localHost = (host) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);
/** Whether a host is this machine's loopback. */
const isLoopback = localHost;
/** Whether a listener on this host can be reached from outside. */
const isPublic = anyHost;
/**
* Whether a connection to `to` reaches a listener on `on`. undefined if one of them is not fully known: a variable, a
* relative path that the other one ends in, the name of another machine.
*/
function reaches(to, on) {
	if (to.kind === "unknown" || on.kind === "unknown") return void 0;
	if (to.kind === "unix" && on.kind === "unix") {
		if (to.path === on.path) return true;
		if (/\*/.test(to.path + on.path)) return reachesRelease(to, on);
		if (on.path.startsWith("/") && to.path.startsWith("/")) return false;
		const [full, tail] = on.path.startsWith("/") ? [on.path, to.path] : [to.path, on.path];
		return full.endsWith(`/${tail.replace(/^(\.\.\/)+/, "")}`) ? void 0 : false;
	}
	if (to.kind === "tcp" && on.kind === "tcp") {
		if (to.port !== on.port) return false;
		if (anyHost(on.host) || to.host === on.host) return true;
		if (localHost(on.host) && (localHost(to.host) || anyHost(to.host))) return true;
		return /^[\d.[\]:a-f]+$/i.test(to.host) && /^[\d.[\]:a-f]+$/i.test(on.host) ? false : void 0;
	}
	return false;
}
/** With `*` in `to`, every socket that fits is reached; a single socket in `to` may be that of any release. */
function reachesRelease(to, on) {
	const [every, one] = on.path.includes("*") ? [on, to] : [to, on];
	if (one.path === connectable(every).path) return true;
	const [start, end] = every.path.split("*");
	return one.path.startsWith(start) && one.path.endsWith(end) && !one.path.slice(start.length).includes("/") ? every === to ? true : void 0 : false;
}
/** As configuration files spell it. */
function show(address) {
	if (address.kind === "unix") return address.path;
	if (address.kind === "tcp") return `${address.host || "*"}:${address.port}`;
	return address.at.text;
}
// action/lint/files/paths.ts
/** Paths in a repository have forward slashes on every system, and browsers have no node:path. */
/** Like dirname of `node:path/posix`. */
function dirname(path) {
	const slash = path.lastIndexOf("/", endOf(path) - 1);
	if (slash < 0) return ".";
	if (slash > 0) return path.slice(0, slash) === "/" ? "//" : path.slice(0, slash);
	return "/";
}
/** Like basename of `node:path/posix`. */
function basename(path) {
	const end = endOf(path);
	return path.slice(path.lastIndexOf("/", end - 1) + 1, end);
}
/** Where the trailing slashes begin. */
function endOf(path) {
	let end = path.length;
	while (end > 0 && path[end - 1] === "/") end--;
	return end;
}
/**
* The file of the repository for a path on the server: the one with the longest end of the path in common, and of
* several the one nearest to `beside`.
*/
function fileNamed(files, path, beside) {
	const wanted = path.split("/").filter((part) => part && part !== ".");
	const folders = beside.split("/").slice(0, -1);
	let best;
	let bestScore = 0;
	for (const file of files) {
		const have = file.path.replace(/\.(j2|ejs|erb|tmpl|tpl|template)$/, "").split("/");
		let shared = 0;
		while (shared < Math.min(have.length, wanted.length) && have.at(-1 - shared) === wanted.at(-1 - shared)) shared++;
		if (shared === 0) continue;
		let near = 0;
		while (near < folders.length && folders[near] === have[near]) near++;
		const score = shared * 100 + near;
		if (score > bestScore) [best, bestScore] = [file, score];
	}
	return best;
}
// action/lint/model/connections.ts
const passes = {
	uwsgi_pass: "uwsgi",
	proxy_pass: "http",
	fastcgi_pass: "fastcgi",
	scgi_pass: "scgi"
};
/** Every address that nginx passes requests to. Upstreams are looked up in all files, which may define a site's. */
function connectionsOf(files) {
	const upstreams = /* @__PURE__ */ new Map();
	for (const file of files) for (const directive of walk(file)) {
		const name = directive.args[0]?.text;
		if (directive.name.text === "upstream" && directive.block && name) upstreams.set(name, [...upstreams.get(name) ?? [], directive]);
	}
	const found = [];
	for (const file of files) for (const directive of walk(file)) {
		const protocol = passes[directive.name.text];
		const target = directive.args[0];
		if (!protocol || !target || enclosing(directive, "stream")) continue;
		const location = enclosing(directive, "location");
		const destination = destinationOf(target, protocol);
		const upstream = upstreams.get(destination.name);
		const here = upstream?.filter((u) => u.source === file.source);
		const servers = ((here?.length ? here : upstream) ?? []).flatMap((u) => children(u.block, "server"));
		if (upstream) for (const via of servers) {
			const at = via.args[0];
			if (at) found.push({
				file,
				directive,
				protocol,
				address: parseAddress(at, at.text, 80),
				via,
				location
			});
		}
		else found.push({
			file,
			directive,
			protocol,
			address: destination.address,
			via: void 0,
			location
		});
	}
	return found;
}
/** The destination of a *_pass: "http://unix:/a.sock:/uri", "http://name/uri", "unix:/a", "name". */
function destinationOf(target, protocol) {
	const scheme = /^(https?|s?uwsgi|scgi|fastcgi):\/\//.exec(target.text);
	let rest = target.text.slice(scheme?.[0].length ?? 0);
	if (rest.startsWith("unix:")) {
		const colon = rest.indexOf(":", 5);
		const address = parseAddress(target, colon < 0 ? rest : rest.slice(0, colon));
		return {
			name: rest,
			address
		};
	}
	rest = rest.replace(/\/.*$/, "");
	const port = protocol === "http" ? scheme?.[1] === "https" ? 443 : 80 : void 0;
	return {
		name: rest,
		address: parseAddress(target, rest, port)
	};
}
// action/lint/uwsgi/tree.ts
/** The options that uWSGI reads from the file: those of all sections called "uwsgi", and of `ini = :base`, in order. */
function optionsOf(file, section = "uwsgi") {
	const wanted = [section];
	let options = [];
	for (let i = 0; i < wanted.length; i++) {
		const mine = file.sections.filter((s) => s.name.text === wanted[i]).flatMap((s) => s.options);
		options = i === 0 ? mine : [...options, ...mine];
		for (const name of mine.flatMap((option) => ownSection(option) ?? [])) if (!wanted.includes(name)) wanted.push(name);
	}
	return options;
}
/** The section of the same file that an option such as `ini = :base` includes. */
const ownSection = ({ name, value }) => /^(ini|include|config)$/.test(name.text) ? /^:([\w-]+)$/.exec(value?.text ?? "")?.[1] : void 0;
// action/lint/model/fragments.ts
/** Options that include another file, which then shares placeholders and options with this one. */
const takesIn = /^(ini|include|inherit|inherit-template|config|vassal-include|xml|yaml)$/;
/** The inis that others include, and those of a command line with several. */
function fragmentsOf(project, starters) {
	const fragments = /* @__PURE__ */ new Set();
	const named = (path, by) => {
		const wanted = basename(path.replace(/:\w*$/, "").replace(/^%d/, ""));
		for (const file of project.uwsgi) if (file.path !== by && basename(file.path) === wanted) fragments.add(file);
	};
	for (const file of project.uwsgi) for (const option of file.sections.flatMap((section) => section.options)) if (option.value && takesIn.test(option.name.text) && !ownSection(option)) named(option.value.text, file.path);
	for (const { options, positional } of starters.flatMap((starter) => starter.invocations)) {
		const inis = [...options.flatMap(({ name, value }) => value && takesIn.test(name.text) ? [value.text] : []), ...positional.map((word) => word.text).filter((text) => /\.ini$/.test(text))];
		if (inis.length > 1) for (const path of inis) named(path, "");
	}
	return fragments;
}
// action/lint/systemd/tree.ts
/** All entries of that key in the sections of that name, in order; an empty value resets the earlier ones. */
function entries(file, section, key) {
	let found = [];
	for (const part of file.sections) {
		if (part.name.text !== section) continue;
		for (const entry of part.entries) {
			if (entry.key.text !== key) continue;
			if (entry.value.text === "") found = [];
			else found.push(entry);
		}
	}
	return found;
}
/** The effective entry of a key with a single value: the last one. */
const entry = (file, section, key) => entries(file, section, key).at(-1);
/** systemd's booleans. */
const isYes = (value) => value !== void 0 && /^(1|yes|y|true|t|on)$/i.test(value);
// action/lint/model/containers.ts
/** The images of the repository's containers: that of a Dockerfile's final stage, and each one in a compose file. */
function imagesOf(project) {
	return project.containers.flatMap(({ text }) => {
		const stages = /* @__PURE__ */ new Map();
		let final;
		for (const [, from = "", name] of text.matchAll(/^\s*FROM\s+(?:--\S+\s+)?(\S+)(?:\s+AS\s+(\S+))?/gim)) {
			final = stages.get(from.toLowerCase()) ?? from;
			stages.set(name?.toLowerCase(), final);
		}
		return final ? [final] : [...text.matchAll(/^\s*image:\s*["']?([^\s"'#]+)/gm)].map(([, image]) => image);
	});
}
/** nginx.org's image: its nginx.conf defines `log_format main`, includes mime.types, and reads conf.d. */
const isNginxImage = (image) => /(^|\/)nginx(-unprivileged)?(:|@|$)/.test(image);
/** What the final stage of each Dockerfile and each service of a compose file starts. */
function containerStarters(project) {
	return project.containers.flatMap((source) => {
		const invocations = commandsOf(source).flatMap(({ at, dialect }) => invocationsIn(at, dialect));
		if (invocations.length === 0) return [];
		const final = source.text.slice(Math.max(0, source.text.toUpperCase().lastIndexOf("\nFROM ")));
		const last = (name) => {
			const found = [...final.matchAll(new RegExp(`^\\s*${name}\\s+(\\S+)`, "gim"))].at(-1)?.[1];
			return found ? {
				source,
				start: 0,
				end: 0,
				text: found
			} : void 0;
		};
		const file = {
			kind: "container",
			path: source.path,
			source
		};
		const [user, directory] = [last("USER"), last("WORKDIR")];
		return [{
			by: "container",
			file,
			name: "",
			user,
			group: void 0,
			directory,
			environment: /* @__PURE__ */ new Map(),
			invocations
		}];
	});
}
/** `CMD`, `ENTRYPOINT`, `command:` and `entrypoint:`, as a shell command or as a list of words. */
function commandsOf(source) {
	const { text } = source;
	const begin = Math.max(0, text.toUpperCase().lastIndexOf("\nFROM "));
	return [...text.matchAll(/^[ \t]*(?:CMD|ENTRYPOINT|(?:command|entrypoint):)[ \t]+((?:[^\\\n]|\\[\s\S])*)/gim)].filter(({ index }) => index >= begin).map((match) => {
		const start = match.index + match[0].length - match[1].length;
		const end = match.index + match[0].length;
		const list = /^\s*\[/.test(match[1]);
		const words = list ? spaced(text, start, end) : text;
		return {
			at: new Source(source.path, words).range(start, end),
			dialect: list ? "shlex" : "shell"
		};
	});
}
const spaced = (text, start, end) => text.slice(0, start) + text.slice(start, end).replace(/"(?:[^"\\]|\\.)*"|'[^']*'|[[\],]/g, (part) => part.length > 1 ? part : " ") + text.slice(end);
// action/lint/model/launchers.ts
function startersOf(project) {
	const run = /* @__PURE__ */ new Set();
	return [
		...[...project.units.filter((unit) => unit.sections.some((s) => s.name.text === "Service")).map(ofUnit), ...project.supervisor.flatMap(ofSupervisor)].map((starter) => withScript(starter, project.scripts, run)),
		...project.upstart.map(ofUpstart),
		...project.scripts.filter((script) => script.invocations.length > 0 && !run.has(script)).map(ofScript),
		...containerStarters(project)
	];
}
/** If a unit or program runs a script that starts one server, the unit or program is the starter of that server. */
function withScript(starter, scripts, run) {
	if (starter.invocations.length > 0) return starter;
	const entry = processEntry(starter, "ExecStart", "command");
	const script = (entry ? lexCommands(entry.value, starter.section ? "shlex" : "systemd").flatMap(({ words }) => words) : []).filter(({ text }) => /\/|\.sh$/.test(text)).map((word) => fileNamed(scripts, word.text, starter.file.path)).find(Boolean);
	const [invocation, ...others] = script?.invocations ?? [];
	if (!script || !invocation || others.length > 0) return starter;
	run.add(script);
	const within = {
		...invocation,
		nested: true
	};
	return {
		...starter,
		directory: invocation.cwd ?? starter.directory,
		invocations: [within]
	};
}
const plainName = (path) => path.replace(/^.*\//, "").replace(/\.(j2|ejs|erb|tmpl|tpl|template)$/, "").replace(/@?\.[^.]*$/, "");
function ofUnit(file) {
	const environment = /* @__PURE__ */ new Map();
	for (const setting of entries(file, "Service", "Environment")) for (const word of lexCommands(setting.value, "systemd").flatMap((command) => command.words)) {
		const equals = word.text.indexOf("=");
		if (equals > 0) environment.set(word.text.slice(0, equals), {
			...word,
			text: word.text.slice(equals + 1)
		});
	}
	const value = (key) => entry(file, "Service", key)?.value;
	const directory = value("WorkingDirectory");
	return {
		by: "systemd",
		file,
		name: plainName(file.path),
		user: value("User"),
		group: value("Group"),
		directory: directory && {
			...directory,
			text: directory.text.replace(/^[-!]/, "")
		},
		environment,
		invocations: entries(file, "Service", "ExecStart").flatMap((e) => invocationsIn(e.value, "systemd"))
	};
}
/** An entry of a unit's [Service]; undefined for starters other than systemd. */
const unitEntry = (starter, key) => starter?.file.kind === "systemd" ? entry(starter.file, "Service", key) : void 0;
/** The effective entry for a process, by its key in units and its key in supervisor's files. */
const processEntry = (starter, unitKey, programKey) => starter?.section ? setting(starter.section, programKey) : unitEntry(starter, unitKey);
/** A program's setting from its own section. */
const setting = (section, key) => section.entries.filter((e) => e.key.text === key).at(-1);
function ofSupervisor(file) {
	return file.sections.filter((section) => /^(fcgi-)?program:/.test(section.name.text)).map((section) => {
		const environment = /* @__PURE__ */ new Map();
		const pairs = setting(section, "environment")?.value;
		for (const [, name, quoted, plain] of pairs?.text.matchAll(/(\w+)\s*=\s*(?:"([^"]*)"|([^,"]*))/g) ?? []) environment.set(name, {
			...pairs,
			text: quoted ?? plain ?? ""
		});
		const command = setting(section, "command")?.value;
		return {
			by: "supervisor",
			file,
			section,
			name: section.name.text.replace(/^.*?:/, ""),
			user: setting(section, "user")?.value,
			group: void 0,
			directory: setting(section, "directory")?.value,
			environment,
			invocations: command ? invocationsIn(command, "shlex") : []
		};
	});
}
function ofUpstart(file) {
	const stanza = (name) => file.stanzas.filter((s) => s.name.text === name).at(-1)?.value;
	const environment = /* @__PURE__ */ new Map();
	for (const { name, value } of file.stanzas) {
		const equals = value.text.indexOf("=");
		if (name.text === "env" && equals > 0) environment.set(value.text.slice(0, equals), {
			...value,
			text: value.text.slice(equals + 1)
		});
	}
	const exec = stanza("exec");
	const invocations = [...exec ? [exec] : [], ...file.scripts].flatMap((range) => invocationsIn(range, "shell"));
	return {
		by: "upstart",
		file,
		name: plainName(file.path),
		user: stanza("setuid"),
		group: stanza("setgid"),
		directory: stanza("chdir") ?? invocations.find((i) => i.cwd)?.cwd,
		environment,
		invocations
	};
}
function ofScript(file) {
	return {
		by: file.procfile ? "procfile" : "script",
		file,
		name: plainName(file.path),
		user: void 0,
		group: void 0,
		directory: file.invocations.find((i) => i.cwd)?.cwd,
		environment: /* @__PURE__ */ new Map(),
		invocations: file.invocations
	};
}
// action/lint/uwsgi/expand.ts
/**
* uWSGI replaces %(name) by an earlier placeholder or option, %n by the file's name without its suffix, %d by its
* directory, $(NAME) from the environment and @(file) by a file's content. `deployed` is the file's path on the server.
*/
function expand(value, file, environment, deployed) {
	let known = true;
	const lost = (text) => {
		known = false;
		return text;
	};
	let text = value;
	for (let round = 0; round < 8 && text.length < 4096; round++) {
		const next = text.replace(/%\(([^()%]*)\)/g, (whole, name) => placeholder(file, name.trim()) ?? whole);
		if (next === text) break;
		text = next;
	}
	text = text.replace(/\$\((\w+)\)/g, (whole, name) => environment?.get(name) ?? lost(whole));
	text = text.replace(/@\([^)]*\)/g, lost).replace(/%\([^)]*\)/g, lost);
	const base = (deployed ?? file?.path ?? "").replace(/^.*\//, "");
	text = text.replace(/%(.)/g, (whole, letter) => {
		if (letter === "n") return base.replace(/\.[^.]*$/, "");
		if (letter === "s") return base;
		if (letter === "%") return "%";
		if (letter === "d" && deployed) return deployed.slice(0, deployed.length - base.length);
		if (letter === "p" && deployed) return deployed;
		if (letter === "c" && deployed) return deployed.split("/").at(-2) ?? "";
		return lost(whole);
	});
	return {
		text,
		known
	};
}
function placeholder(file, name) {
	if (!file) return void 0;
	for (const option of optionsOf(file).reverse()) {
		if (option.name.text === name && option.value) return option.value.text;
		if (/^set(-ph|-placeholder)?$/.test(option.name.text) && option.value?.text.startsWith(`${name}=`)) return option.value.text.slice(name.length + 1).trim();
		if (canonicalName(option.name.text) === canonicalName(name) && option.value) return option.value.text;
	}
}
// action/lint/model/servers.ts
/** Every app server in the files: each command line with its config file, and each config file of its own. */
function serversOf(project, starters) {
	const servers = [];
	const used = /* @__PURE__ */ new Set();
	for (const starter of starters) for (const invocation of starter.invocations) if (invocation.program === "uwsgi") {
		const file = configFile(project.uwsgi, uwsgiConfig(invocation), starter);
		if (file) used.add(file);
		if (!invocation.options.some((o) => /^emperor/.test(o.name.text))) servers.push(uwsgiServer(file, invocation, starter));
	} else if (invocation.program === "gunicorn") {
		const named = invocation.options.find((o) => o.name.text === "config")?.value;
		const file = configFile(project.gunicorn, named, starter);
		if (file) used.add(file);
		servers.push(gunicornServer(file, invocation, starter));
	}
	for (const file of project.uwsgi) if (!used.has(file)) servers.push(uwsgiServer(file, void 0, void 0));
	for (const file of project.gunicorn) if (!used.has(file)) servers.push(gunicornServer(file, void 0, void 0));
	return servers;
}
/** The argument with uWSGI's ini, wherever it is. */
function uwsgiConfig(invocation) {
	return invocation.options.find((o) => /^(ini|ini-paste|ini-paste-logged|config)$/.test(o.name.text))?.value ?? invocation.positional.find((word) => /\.(ini|conf|cfg)(:\w*)?$/.test(word.text));
}
/** The file that a command line names, without what gunicorn and uWSGI allow around the path. */
const configFile = (files, named, starter) => named && fileNamed(files, normalPath(named.text.replace(/^(python|file):/, "").replace(/:\w*$/, "")), starter.file.path);
const socketProtocols = {
	socket: "uwsgi",
	"http-socket": "http",
	"http11-socket": "http",
	"https-socket": "http",
	http: "http",
	https: "http",
	"fastcgi-socket": "fastcgi",
	"scgi-socket": "scgi"
};
/** The protocol that `protocol` gives to a socket whose option has none in its name. */
const saidProtocol = ({ settings }) => {
	const said = settings.has("protocol") ? settings.get("protocol")?.text ?? "" : "uwsgi";
	return /^http/.test(said) ? "http" : said === "uwsgi" ? "uwsgi" : "unknown";
};
function uwsgiServer(file, invocation, starter) {
	const options = [...file ? optionsOf(file) : [], ...invocation?.options ?? []];
	const environment = new Map([...starter?.environment ?? []].map(([name, value]) => [name, value.text]));
	const named = invocation && uwsgiConfig(invocation)?.text;
	const deployed = named?.startsWith("/") ? named : void 0;
	const expanded = ({ value }) => value && expand(value.text, file, environment, deployed);
	const settings = /* @__PURE__ */ new Map();
	for (const option of options) {
		const { text = "", known = false } = expanded(option) ?? {};
		const value = option.value ?? void 0;
		settings.set(canonicalName(option.name.text), {
			at: option,
			value,
			text: known && !isTemplated(text) ? text : void 0
		});
	}
	const full = (name) => {
		const { at, value } = settings.get(name) ?? {};
		return value && "text" in value ? {
			...value,
			text: expanded(at).text
		} : void 0;
	};
	const directory = full("chdir") ?? starter?.directory;
	const listeners = options.flatMap((option) => {
		const name = canonicalName(option.name.text);
		const kind = socketProtocols[name];
		if (!kind || !option.value) return [];
		const plain = option.name.text === "socket" || option.name.text === "s";
		const text = expanded(option).text;
		return [{
			address: inDirectory(/\s[#;]|@\(/.test(text) ? {
				kind: "unknown",
				at: option.value
			} : parseAddress(option.value, text.replace(/,.*$/, "")), directory),
			protocol: plain ? saidProtocol({ settings }) : kind,
			at: option.value,
			option: name
		}];
	});
	const partial = options.some((o) => /^(if-|if$|ini$|include$|inherit|xml$|yaml$|json$|config$|optdef)/.test(o.name.text) && o.source === file?.source && !ownSection(o));
	return {
		program: "uwsgi",
		uwsgi: file,
		conf: void 0,
		invocation,
		starter,
		options,
		settings,
		listeners,
		callable: uwsgiCallable(settings.get("callable"), full("module"), full("wsgi-file")),
		directory,
		at: invocation ?? file.sections.find((s) => s.name.text === "uwsgi")?.name ?? file.source.range(0, 0),
		partial: partial || (file?.template ?? false) || (invocation?.command.words.some((w) => w.dynamic) ?? false)
	};
}
/** A setting of the server, if its value is known. */
function told({ settings }, name) {
	const { at, value, text } = settings.get(name) ?? {};
	return at && value && text !== void 0 ? {
		at,
		value,
		text
	} : void 0;
}
/** The same as an integer. */
function numberTold(server, name) {
	const found = told(server, name);
	return found && /^\d+$/.test(found.text) ? {
		...found,
		number: Number(found.text)
	} : void 0;
}
function uwsgiCallable(callable, module, file) {
	const said = module ?? file;
	if (!said || isTemplated(said.text) || /[%$@(]/.test(said.text.replace(/\(\)$/, ""))) return void 0;
	const [name, of] = module ? said.text.split(":") : [said.text, void 0];
	const own = callable?.value && "text" in callable.value ? callable.value : void 0;
	const chosen = of ?? own?.text ?? "application";
	return {
		module: name.trim(),
		name: chosen.replace(/\(.*\)$/, ""),
		called: /\(.*\)$/.test(chosen),
		file: module === void 0,
		at: of === void 0 && own ? own : said,
		moduleAt: said
	};
}
/** A relative socket is in the directory that the server changes to. */
function inDirectory(address, directory) {
	if (address.kind !== "unix" || address.abstract || address.path.startsWith("/")) return address;
	if (!directory?.text.startsWith("/") || /[%$]/.test(directory.text) || isTemplated(directory.text)) return address;
	return {
		...address,
		path: normalPath(`${directory.text}/${address.path}`)
	};
}
function gunicornServer(conf, invocation, starter) {
	const settings = /* @__PURE__ */ new Map();
	for (const name of conf?.assignments ?? []) {
		const known = conf?.names.get(name.name.text)?.conditional ? void 0 : name.value && plainText(name.value);
		settings.set(name.name.text, {
			at: name,
			value: name.value,
			text: known
		});
	}
	for (const option of invocation?.options ?? []) {
		const { name, value } = option;
		settings.set(name.text, {
			at: option,
			value,
			text: value && !isTemplated(value.text) ? value.text : void 0
		});
	}
	const text = (name) => {
		const value = settings.get(name)?.value;
		if (!value || "text" in value) return value;
		return value.kind === "str" ? {
			source: value.source,
			start: value.start,
			end: value.end,
			text: value.value
		} : void 0;
	};
	const directory = text("chdir") ?? starter?.directory;
	const binds = invocation?.options.filter((o) => o.name.text === "bind" && o.value).map((o) => o.value) ?? [];
	const fromFile = binds.length > 0 ? [] : stringsOf(conf?.names.get("bind")?.value);
	const listeners = [...binds, ...fromFile].map((at) => {
		return {
			address: inDirectory(parseAddress(at, at.text, 8e3), directory),
			protocol: "http",
			at
		};
	});
	if (listeners.length === 0 && invocation && !settings.has("bind") && !starter?.environment.has("PORT")) {
		const at = invocation.executable;
		listeners.push({
			address: {
				kind: "tcp",
				host: "127.0.0.1",
				port: 8e3,
				at
			},
			protocol: "http",
			at
		});
	}
	const app = invocation?.positional.find((word) => /^[\w./-]+(:[\w.]+(\(.*\))?)?$/.test(word.text)) ?? text("wsgi_app");
	const [module, name] = app?.text.split(":") ?? [];
	return {
		program: "gunicorn",
		uwsgi: void 0,
		conf,
		invocation,
		starter,
		options: [],
		settings,
		listeners,
		callable: app && module ? {
			module,
			name: (name ?? "application").replace(/\(.*\)$/, ""),
			called: /\(.*\)$/.test(name ?? ""),
			file: false,
			at: app
		} : void 0,
		directory,
		at: invocation ?? conf.source.range(0, 0),
		partial: (conf?.names.get("bind")?.conditional ?? false) || (conf?.stars.length ?? 0) > 0 || (invocation?.command.words.some((w) => w.dynamic) ?? false) || invocation !== void 0 && !conf && invocation.options.some((o) => o.name.text === "config")
	};
}
/** The text of a literal. */
function plainText(value) {
	if (value.kind === "str") return value.exact && !isTemplated(value.value) ? value.value : void 0;
	if (value.kind === "int" || value.kind === "float") return value.raw;
	return value.kind === "bool" ? String(value.value) : void 0;
}
/** The strings of a bind, one or a list. Unknown parts of an f-string are `{}`, which makes it an unknown address. */
function stringsOf(value) {
	if (value?.kind === "str") return [{
		source: value.source,
		start: value.start,
		end: value.end,
		text: value.value
	}];
	return value?.kind === "list" ? value.items.flatMap((item) => stringsOf(item)) : [];
}
// action/lint/model/sockets.ts
const isUnit = (starter) => starter.by === "systemd";
const unitName = ({ path }) => basename(renderedPath(path));
/** "shop@%i.service" is an instance of the template shop@.service. */
const templateOf = (name) => name.replace(/@[^.]+(?=\.)/, "@");
/** Every .socket unit, with the service that it starts. */
function socketUnitsOf(project, starters) {
	const services = starters.filter(isUnit);
	return project.units.flatMap((file) => {
		const listeners = entries(file, "Socket", "ListenStream").map(({ value }) => {
			return {
				address: parseAddress(value, /^\d+$/.test(value.text) ? `:${value.text}` : value.text.replace(/^%t(?=\/)/, "/run")),
				protocol: "unknown",
				at: value
			};
		});
		if (listeners.length === 0) return [];
		const name = unitName(file);
		const implied = name.replace(/\.socket$/, isYes(entry(file, "Socket", "Accept")?.value.text) ? "@.service" : ".service");
		const starts = templateOf(entry(file, "Socket", "Service")?.value.text ?? implied);
		const named = services.filter(({ file: unit }) => unitName(unit) === starts || namesSocket(unit, "Service", ["Sockets"], name));
		const near = named.filter((one) => dirname(one.file.path) === dirname(file.path));
		const [service, ...others] = near.length > 0 ? near : named;
		return [{
			file,
			name,
			listeners,
			service: others.length === 0 ? service : void 0
		}];
	});
}
/** Whether a service requires a socket unit, the named one or any. `Sockets=` requires and orders it too. */
const requiresSocket = (file, name) => namesSocket(file, "Unit", [
	"Requires",
	"Wants",
	"BindsTo"
], name) || namesSocket(file, "Service", ["Sockets"], name);
function namesSocket(file, section, keys, name) {
	return keys.flatMap((key) => entries(file, section, key)).flatMap(({ value }) => value.text.split(/\s+/)).some((word) => name === void 0 ? word.endsWith(".socket") : templateOf(word) === name);
}
/** Every unit that runs systemd-socket-proxyd, with what it connects to. */
const proxiesOf = (starters) => starters.filter(isUnit).flatMap((starter) => {
	const exec = entry(starter.file, "Service", "ExecStart")?.value;
	const found = /systemd-socket-proxyd\b.*?\s([^\s-]\S*)\s*$/.exec(exec?.text ?? "")?.[1];
	if (!exec || !found) return [];
	const start = exec.source.text.indexOf(found, exec.start);
	return [{
		starter,
		address: parseAddress({
			source: exec.source,
			start,
			end: start + found.length,
			text: found
		}, found)
	}];
});
/**
* The server with the sockets that systemd opens and passes to it. gunicorn uses them instead of its `bind`. uWSGI uses
* them besides its own other addresses, and speaks the protocol of `protocol` on them, whatever option has the address.
*/
function withHanded(server, sockets) {
	const { starter, listeners } = server;
	if (!starter || !isUnit(starter)) return server;
	const units = sockets.filter(({ service }) => service === starter);
	if (units.length === 0) return requiresSocket(starter.file) || namesSocket(starter.file, "Unit", ["After"]) ? {
		...server,
		listeners: listeners.map((one) => ({
			...one,
			handed: "unseen"
		}))
	} : server;
	const same = (a, b) => reaches(a, b) === true || reaches(b, a) === true;
	const handed = units.flatMap((unit) => unit.listeners.map(({ address, at }) => {
		const own = listeners.find((one) => same(one.address, address));
		const protocol = server.program === "gunicorn" ? "http" : saidProtocol(server);
		return {
			...own ?? { at },
			address,
			protocol,
			handed: unit
		};
	}));
	const others = server.program === "gunicorn" ? [] : listeners.filter((one) => !handed.some(({ address }) => same(one.address, address)));
	return {
		...server,
		listeners: [...handed, ...others]
	};
}
// action/lint/model/build.ts
/** Folders that hold configuration for the folder above them, so they do not identify an application. */
const configFolders = /^(deploy(ment)?s?|conf(ig)?(s|uration)?|etc|nginx|systemd|system|sites-(available|enabled)|conf\.d|supervisor(d)?|uwsgi|gunicorn|vassals|ops|infra|init|server|scripts?|bin|docker|templates|files|apps-(available|enabled)|lib|usr|units?|services?)$/i;
/** The folder of the repository with the application that a file belongs to. */
function homeOf(path) {
	const folders = path.split("/").slice(0, -1);
	const first = folders.findIndex((folder) => configFolders.test(folder));
	return (first < 0 ? folders : folders.slice(0, first)).join("/");
}
/** Which servers listen, what connects to them and what starts them, from all files together. */
function buildModel(project) {
	const starters = startersOf(project);
	const sockets = socketUnitsOf(project, starters);
	const proxies = proxiesOf(starters);
	const servers = serversOf(project, starters).map((server) => withHanded(server, sockets));
	const connections = connectionsOf(project.nginx);
	const homes = /* @__PURE__ */ new Map();
	for (const starter of starters) homes.set(starter, homeOf(starter.file.path));
	for (const socket of sockets) homes.set(socket, homeOf(socket.file.path));
	for (const server of servers) homes.set(server, homeOf((server.uwsgi ?? server.conf ?? server.starter.file).path));
	for (const connection of connections) homes.set(connection, homeOf(connection.file.path));
	const [only, ...others] = new Set(servers.map((server) => homes.get(server)));
	if (only !== void 0 && others.length === 0) for (const part of homes.keys()) homes.set(part, only);
	const byKey = /* @__PURE__ */ new Map();
	for (const server of servers) {
		if (server.starter?.by === "container" && !server.uwsgi && !server.conf) continue;
		for (const listener of server.listeners) {
			const alike = byKey.get(keyOf(listener.address));
			if (alike) alike.push({
				server,
				listener
			});
			else byKey.set(keyOf(listener.address), [{
				server,
				listener
			}]);
		}
	}
	const endsOf = (address, by, steps = 0) => {
		const on = sockets.filter(({ listeners }) => listeners.some((one) => reaches(address, one.address) === true));
		const onward = proxies.filter(({ starter }) => on.some(({ service }) => service === starter));
		if (onward.length === 0 || steps === longestWay) return [{
			address,
			by
		}];
		return onward.flatMap((proxy) => endsOf(proxy.address, proxy, steps + 1));
	};
	const ends = new Map(connections.map((connection) => [connection, endsOf(connection.address)]));
	const connectionsTo = /* @__PURE__ */ new Map();
	const reachedBy = /* @__PURE__ */ new Map();
	for (const connection of connections) {
		const all = ends.get(connection).flatMap(({ address, by }) => (byKey.get(keyOf(address)) ?? []).filter(({ listener }) => reaches(address, listener.address) === true).map((found) => ({
			...found,
			by
		})));
		const near = all.filter(({ server }) => homes.get(server) === homes.get(connection));
		const found = near.length > 0 ? near : all;
		reachedBy.set(connection, found);
		for (const { server } of found) {
			const there = connectionsTo.get(server);
			if (!there) connectionsTo.set(server, [connection]);
			else if (there.at(-1) !== connection) there.push(connection);
		}
		if (found[0]) homes.set(connection, homes.get(found[0].server));
	}
	const groups = [...new Set(homes.values())].sort().map((home) => {
		const mine = (part) => homes.get(part) === home;
		return {
			home,
			servers: servers.filter(mine),
			connections: connections.filter(mine),
			starters: starters.filter(mine),
			sockets: sockets.filter(mine)
		};
	});
	const byHome = new Map(groups.map((group) => [group.home, group]));
	return {
		fragments: fragmentsOf(project, starters),
		groups,
		servers,
		connections,
		starters,
		sockets,
		proxies,
		endsOf: (connection) => ends.get(connection) ?? [],
		reached: (connection) => reachedBy.get(connection) ?? [],
		connectionsTo: (server) => connectionsTo.get(server) ?? [],
		groupOf: (part) => byHome.get(homes.get(part))
	};
}
/** From nginx to a TCP proxy to a socket proxy to the app server; the limit ends a cycle. */
const longestWay = 4;
/** A key that two addresses share if one certainly reaches the other. */
const keyOf = (address) => address.kind === "unix" ? `unix ${dirname(address.path)}` : address.kind === "tcp" ? `tcp ${address.port}` : "unknown";
// action/lint/rule.ts
const defineRule = (rule) => rule;
/** Defines rules that check each of these parts. */
const rulesOver = (parts) => ({ check, ...rule }) => ({
	...rule,
	check(context) {
		for (const part of parts(context)) check(part, context);
	}
});
const serverRule = rulesOver(({ model }) => model.servers);
const unitRule = rulesOver(({ project }) => project.units);
const uwsgiRule = rulesOver(({ project }) => project.uwsgi);
const uwsgiOptionRule = rulesOver(({ project }) => project.uwsgi.flatMap(({ sections }) => sections.flatMap(({ options }) => options)));
const nginxFileRule = rulesOver(({ project }) => project.nginx);
/** A rule over nginx's directives of the names in `on`, or over all of them. */
const nginxRule = ({ on, check, ...rule }) => nginxFileRule({
	...rule,
	check(file, context) {
		const here = {
			...context,
			file
		};
		for (const directive of on ? named(file, ...on) : walk(file)) check(directive, here);
	}
});
// action/lint/rules/cmd/dev-server.ts
const devServer$1 = defineRule({
	id: "cmd/dev-server",
	severity: "warning",
	summary: "Flask's development server in production",
	why: `\`flask run\` and \`app.run()\` start werkzeug's development server: one process, no limits on requests, no restart, and with debug on a console that
runs Python for any visitor. It warns itself: "Do not use it in a production deployment". Start gunicorn or uWSGI.`,
	bad: { Procfile: "web: flask run --host=0.0.0.0\n" },
	good: { Procfile: "web: gunicorn --bind unix:/run/shop/shop.sock wsgi:app\n" },
	check({ project, model, report }) {
		for (const starter of model.starters) {
			if (starter.by === "systemd" || starter.by === "container") continue;
			for (const invocation of starter.invocations) {
				if (!isDevelopment(project, invocation) || !isServing(starter, invocation)) continue;
				report(invocation, `This starts Flask's development server: one process, no restart, and not made for production.`);
			}
		}
	}
});
/** Whether it starts Flask's own server: `flask run`, or a script of the repository that calls app.run(). */
function isDevelopment(project, invocation) {
	if (invocation.program === "flask") return true;
	const script = invocation.program === "python" ? invocation.positional[0] : void 0;
	if (!script || /gunicorn|uwsgi|waitress|gevent|production/i.test(invocation.source.slice(invocation))) return false;
	return project.pythonPaths.filter((path) => basename(path) === basename(script.text)).some((path) => {
		const file = project.python(path);
		return file !== void 0 && /\bflask\b/i.test(file.source.text) && file.calls.some((c) => /^(app|application|server)\.run$/.test(c.callee.text));
	});
}
/** A script may be for a developer's own machine, unless it leaves the server running in the background. */
function isServing(starter, invocation) {
	if (starter.by !== "script") return true;
	if (/(^|[/._-])(dev|debug|local|test|run-dev)([._-]|$)/i.test(starter.file.path)) return false;
	return invocation.background || invocation.detached;
}
// action/lint/files/containers.ts
const files$7 = /(^|\/)((docker-)?compose[\w.-]*\.ya?ml|dockerfile[\w.-]*|containerfile|[\w-]+\.dockerfile|chart\.yaml|kustomization\.ya?ml)$/i;
/** Whether the repository is for containers: there, "every address" and bare host names are in a network of its own. */
const inContainer = (project) => [...project.paths].some((path) => files$7.test(path)) || project.supervisor.some(isFirstProcess);
/** supervisord in the foreground is a container's first process; on a server it runs as a daemon. */
const isFirstProcess = (file) => /^(true|yes|on|1)$/i.test(entry(file, "supervisord", "nodaemon")?.value.text ?? "");
// action/lint/rules/cmd/shell-background.ts
const shellBackground = defineRule({
	id: "cmd/shell-background",
	severity: "warning",
	summary: "A server that a script leaves running in the background",
	why: `No process manager watches a server that is started with \`&\` or nohup: it does not come back after a crash or a reboot, its output goes to a terminal that
is closed, and the next deploy starts a second one that cannot bind its port. Let systemd (or supervisor) start it and watch it.`,
	bad: `.venv/bin/uwsgi --http-socket 127.0.0.1:3031 --module wsgi:app &
`,
	good: `exec .venv/bin/uwsgi --http-socket 127.0.0.1:3031 --module wsgi:app
`,
	check({ project, report }) {
		for (const script of project.scripts) {
			if (/\bwait\b|\btrap\b|daemon off/.test(script.source.text)) continue;
			if (inContainer(project) && /entrypoint|start|run/i.test(script.path)) continue;
			for (const invocation of script.invocations) {
				if (!invocation.background && !invocation.detached) continue;
				if (invocation.options.some((o) => /^(stop|reload|connect-and-read|version|help)$/.test(o.name.text))) continue;
				if (invocation.program === "python" && !/flask/i.test(script.source.text)) continue;
				report(invocation, `The server is left in the background: nothing starts it again after a crash or a reboot, and its errors are lost.`);
			}
		}
	}
});
// action/lint/rules/cmd/index.ts
var cmd_exports = /* @__PURE__ */ __exportAll({
	devServer: () => devServer$1,
	shellBackground: () => shellBackground
});
// action/lint/model/credentials.ts
/**
* The users that nginx's workers may run as: from a nginx.conf in the repository, else the distributions' defaults.
* `joins`: something outside these files may add nginx to the application's group.
*/
function nginxClient(project, joins) {
	for (const file of project.nginx) for (const directive of walk(file)) {
		const [user] = directive.args;
		if (directive.name.text === "user" && file.context === "main" && user) return {
			users: [user.text],
			groups: [],
			joins
		};
	}
	return {
		users: [
			"www-data",
			"nginx",
			"http",
			"nobody"
		],
		groups: [],
		joins
	};
}
/** A socket proxy connects as the user of its unit. */
function proxyClient({ starter }) {
	const said = entries(starter.file, "Service", "SupplementaryGroups").flatMap(({ value }) => value.text.split(/\s+/));
	return {
		users: [isYes(entry(starter.file, "Service", "DynamicUser")?.value.text) ? "a user of its own" : starter.user?.text ?? "root"],
		groups: [...said, ...starter.group ? [starter.group.text] : []],
		joins: false
	};
}
/** Whether it may connect, which needs write permission; undefined if that depends on unknown members of a group. */
function mayConnect({ users, groups, joins }, { user, group, mode }) {
	if (mode & 2 || users.includes("root")) return true;
	if (users.includes(user)) return Boolean(mode & 128);
	if (!(mode & 16)) return false;
	if (group !== void 0 && (users.includes(group) || groups.includes(group))) return true;
	if (group === "root") return false;
	if (users.length === 1 && /^(www-data|nginx|http|apache)$/.test(group ?? "")) return false;
	if (joins) return void 0;
	return group === void 0 ? false : void 0;
}
/** Owner and mode of a .socket unit's socket; by default it is root's and everyone may connect. */
function unitSocketFile({ file, listeners: [listener] }) {
	const said = entry(file, "Socket", "SocketMode")?.value;
	const owner = (key) => entry(file, "Socket", key)?.value.text;
	const [user = "root", group = "root"] = [owner("SocketUser"), owner("SocketGroup")];
	if (!listener || isTemplated(user + group) || said && !/^[0-7]{3,4}$/.test(said.text)) return void 0;
	return {
		user,
		group,
		mode: said ? Number.parseInt(said.text, 8) : 438,
		at: said ?? listener.at
	};
}
/** Whether it is part of a deployment; scripts, Procfiles and containers run as whoever starts them. */
const isDeployed = (starter) => !/^(script|procfile|container)$/.test(starter?.by ?? "");
/** Owner and mode of the socket that a server creates; undefined if the files do not determine them. */
function socketFile(server, { address, at, handed }) {
	const { starter, settings } = server;
	if (address.kind !== "unix" || address.abstract || handed || !starter || !isDeployed(starter)) return void 0;
	if ([starter.user?.text, starter.group?.text].some((name) => name !== void 0 && (isTemplated(name) || /[%$]/.test(name)))) return void 0;
	if (starter.file.kind === "systemd" && entry(starter.file, "Service", "DynamicUser")) return void 0;
	const told = (name) => settings.has(name) ? settings.get(name)?.text ?? "?" : void 0;
	const mine = server.program === "uwsgi" ? ofUwsgi$1(server, told, at) : ofGunicorn$1(server, told, at);
	return mine && /^\d+$|\?/.test(`${mine.user}`) ? void 0 : mine;
}
function ofUwsgi$1({ starter, options, settings }, told, at) {
	const isRoot = !starter?.user || starter.user.text === "root";
	let user = (isRoot ? told("uid") : void 0) ?? starter?.user?.text ?? "root";
	let group = (isRoot ? told("gid") : void 0) ?? starter?.group?.text;
	if (options.some(({ name, value }) => /^exec-/.test(name.text) || /^hook-/.test(name.text) && /ch(mod|own)|exec/.test(value?.text ?? ""))) return void 0;
	const chown = told("chown-socket");
	if (chown) {
		const [name, of] = chown.split(":");
		if (isRoot && name) user = name;
		if (of) group = of;
	}
	const mode = settings.get("chmod-socket");
	if (mode?.value && !/^[0-7]{3,4}$/.test(mode.text ?? "")) return void 0;
	const umask = told("umask") ?? "022";
	if (!/^[0-7]{1,4}$/.test(umask)) return void 0;
	const bits = mode ? mode.text ? Number.parseInt(mode.text, 8) : 438 : 511 & ~Number.parseInt(umask, 8);
	return {
		user,
		group,
		mode: bits,
		at: mode?.at ?? at
	};
}
function ofGunicorn$1({ starter, settings }, told, at) {
	const user = told("user") ?? starter?.user?.text ?? "root";
	const group = told("group") ?? starter?.group?.text;
	const umask = told("umask");
	if (group === "?") return void 0;
	const value = umask === void 0 ? 0 : /^0o?[0-7]+$/i.test(umask) ? Number.parseInt(umask.replace(/o/i, ""), 8) : Number(umask);
	if (!Number.isInteger(value) || value < 0 || value > 511) return void 0;
	return {
		user,
		group,
		mode: 511 & ~value,
		at: settings.get("umask")?.at ?? at
	};
}
// action/lint/rules/cross/app/answers-disagree.ts
const yml$2 = (more) => `name: shop\nstack: uwsgi\n${more}`;
const ini$2 = "[uwsgi]\nmodule = wsgi:app\nmaster = true\ndie-on-term = true\nsocket = /run/shop/shop.sock\nprocesses = 4\n";
const answersDisagree = defineRule({
	id: "cross/answers-disagree",
	severity: "warning",
	summary: "flask-deploy.yml differs from the files in deploy/",
	why: `\`setup\`, \`deploy\` and \`update\` act on the answers in flask-deploy.yml: which server they look for, whose socket they switch, how many workers fit into the memory. The files in deploy/ are what runs.
Where they differ, a deploy fails or has unexpected effects. Change the one that is wrong.`,
	bad: {
		"flask-deploy.yml": yml$2("workers: 2\n"),
		"deploy/uwsgi.ini": ini$2
	},
	good: {
		"flask-deploy.yml": yml$2("workers: 4\n"),
		"deploy/uwsgi.ini": ini$2
	},
	check({ project, model, app, report }) {
		if (!app) return;
		const group = model.groups.find(({ home, servers }) => home === "" && servers.length > 0);
		for (const { key, answer, found, at } of group ? differences(app, group, project, model) : []) report(at, `flask-deploy.yml says \`${key}: ${answer}\`, and this is ${found}: a deploy uses the answer, the server uses this file.`);
	}
});
function* differences(app, group, project, model) {
	const deployed = group.servers.filter(({ starter }) => isDeployed(starter));
	const [server] = deployed;
	const compare = function* (key, answer, found, at) {
		if (answer !== void 0 && found !== void 0 && at && String(answer) !== found) yield {
			key,
			answer: String(answer),
			found,
			at
		};
	};
	if (server) {
		yield* compare("server", app.server, deployed.every(({ program }) => program === server.program) ? server.program : void 0, server.at);
		for (const [key, name] of [["workers", server.program === "uwsgi" ? "processes" : "workers"], ["threads", "threads"]]) {
			const said = numberTold(server, name);
			yield* compare(key, app[key], said?.text, said?.at);
		}
		const connections = group.connections.filter(({ file, address }) => /^deploy\//.test(file.path) && (address.kind === "unix" || address.kind === "tcp" && isLoopback(address.host)));
		const kinds = new Set(connections.map(({ address }) => address.kind));
		const [kind] = kinds;
		yield* compare("socket", app.socket, kinds.size === 1 ? kind : void 0, connections[0]?.directive);
		const starters = group.starters.filter(({ by, invocations }) => (by === "systemd" || by === "supervisor") && invocations.length > 0);
		const isEmperor = (starter) => model.servers.some((one) => one.starter === starter && one.options.some(({ name }) => /^emperor$/.test(name.text))) || starter.invocations.some(({ options }) => options.some(({ name }) => /^emperor$/.test(name.text)));
		const by = new Set(starters.map((one) => isEmperor(one) ? "emperor" : one.by));
		const [manager] = by;
		yield* compare("process_manager", app.processManager, by.size === 1 ? manager : void 0, starters[0]?.invocations[0]);
	}
	const [site, ...others] = project.nginx.filter(({ path }) => /^deploy\/[^/]+$/.test(path));
	if (!site || others.length > 0) return;
	yield* compare("nginx", app.nginx, children(site.root, "http").length > 0 ? "full" : "site", site.root.children[0]?.name);
	const names = named(site, "server_name").flatMap(({ args }) => args);
	const placeholder = names.some(({ text }) => /_|example\.|^your|^default/.test(text) && text !== "_");
	if (names.length > 0 && !placeholder && !names.some(({ text }) => text === app.domain)) yield* compare("domain", app.domain, names.map(({ text }) => text).join(" "), names[0]);
}
// action/lint/distance.ts
/** Did-you-mean suggestions: the known name that is closest to a misspelled one. */
/** Edits (insert, delete, replace, swap two neighbours) from a to b, or `limit + 1` when there are more. */
function distance(a, b, limit = 2) {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let before = [];
	let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			let best = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + same);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2] + 1);
			row.push(best);
		}
		if (Math.min(...row) > limit) return limit + 1;
		[before, previous] = [previous, row];
	}
	return previous[b.length];
}
/** The closest known name; undefined if none is close. Short names must be closer. Ties go to the earlier name. */
function didYouMean(name, known) {
	if (name.length > 64) return void 0;
	const limit = name.length <= 3 ? 1 : 2;
	let best;
	let nearest = limit + 1;
	const flat = (s) => s.toLowerCase().replaceAll("_", "-");
	for (const candidate of known) {
		const d = flat(candidate) === flat(name) ? .5 : distance(name, candidate, limit);
		if (d < nearest) [best, nearest] = [candidate, d];
	}
	return best;
}
/** " Did you mean x?" to append to a message, or nothing. */
const meaning = (name) => name ? ` Did you mean \`${name}\`?` : "";
// action/lint/model/layout.ts
const under = (folder, path) => folder ? `${folder}/${path}` : path;
/** Every folder that has files in it. */
function foldersOf(project) {
	const folders = /* @__PURE__ */ new Set([""]);
	for (const path of project.paths) for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) folders.add(path.slice(0, end));
	return folders;
}
/** Where the repository is on the server, as far as the server's directory shows. */
function placeOf$1(project, model, server) {
	const directory = server.directory?.text.replace(/\/+$/, "");
	if (!directory?.startsWith("/") || /\$|\{\{|<%/.test(directory)) return void 0;
	const deployed = normalPath(directory);
	const folders = foldersOf(project);
	const parts = deployed.split("/").filter(Boolean);
	const tails = parts.map((_, i) => parts.slice(i).join("/")).filter((tail) => folders.has(tail));
	const { home } = model.groupOf(server);
	const roots = [.../* @__PURE__ */ new Set([
		...tails,
		home,
		""
	])];
	const { callable } = server;
	const known = callable && roots.find((root) => modulePaths(callable, root).some((path) => project.paths.has(path)));
	return known === void 0 ? {
		server: deployed,
		repository: roots[0] ?? "",
		sure: false
	} : {
		server: deployed,
		repository: known,
		sure: true
	};
}
/** The path in the repository for a path on the server; undefined outside the repository. */
function inRepository$1(path, place) {
	const plain = anyRelease(normalPath(path));
	const server = anyRelease(place.server);
	if (plain === server) return place.repository;
	if (plain.startsWith(`${server}/`)) return under(place.repository, plain.slice(server.length + 1));
	const tail = place.repository ? `/${place.repository}` : "";
	if (!tail || !server.endsWith(tail)) return void 0;
	const root = server.slice(0, -tail.length);
	return plain.startsWith(`${root}/`) ? plain.slice(root.length + 1) : void 0;
}
/** `current` is a symlink to one of the `releases` wherever such folders exist. */
const anyRelease = (path) => path.replace(/\/releases\/[^/]+(?=\/|$)/, "/current");
/** The paths that a callable's module can have below a folder. */
function modulePaths(callable, root) {
	if (callable.file) return [under(root, callable.module.replace(/^\.?\/+/, ""))];
	const path = callable.module.replaceAll(".", "/");
	return [under(root, `${path}.py`), under(root, `${path}/__init__.py`)];
}
/** Finds a callable's module in the repository: in the server's directory, else anywhere. */
function findModule(project, model, server, callable) {
	const place = placeOf$1(project, model, server);
	const { home } = model.groupOf(server);
	for (const root of /* @__PURE__ */ new Set([
		...place?.sure ? [place.repository] : [],
		home,
		""
	])) {
		const exact = modulePaths(callable, root).filter((path) => project.pythonPaths.includes(path));
		if (exact[0]) return {
			file: project.python(exact[0]),
			almost: [],
			count: exact.length
		};
	}
	const tails = callable.file ? [callable.module.replace(/^.*\//, "")] : modulePaths({
		...callable,
		file: false
	}, "").map((path) => path);
	const ends = (path, tail) => path === tail || path.endsWith(`/${tail}`);
	const anywhere = project.pythonPaths.filter((path) => tails.some((tail) => ends(path, tail)));
	const almost = project.pythonPaths.filter((path) => !anywhere.includes(path) && tails.some((tail) => ends(path.toLowerCase(), tail.toLowerCase())));
	return {
		file: anywhere.length === 1 ? project.python(anywhere[0]) : void 0,
		almost,
		count: anywhere.length
	};
}
/** The file of an imported module, resolved from the file that imports it. */
function importedFile(project, from, module) {
	const dots = /^\.*/.exec(module)?.[0].length ?? 0;
	const folders = from.split("/").slice(0, -1);
	const base = dots > 0 ? folders.slice(0, folders.length - (dots - 1)) : folders;
	const path = module.slice(dots).replaceAll(".", "/");
	const roots = dots > 0 ? [base.join("/")] : [base.join("/"), ""];
	for (const root of roots) {
		const full = path ? under(root, path) : root;
		for (const candidate of [`${full}/__init__.py`, `${full}.py`]) if (project.pythonPaths.includes(candidate)) return project.python(candidate);
	}
}
// action/lint/python/glance.ts
/** Longer chains of imports are left to the parser. */
const longestChain = 4;
/**
* Whether a module's name is obviously an object, judged by its lines alone: one assignment without indentation, or one
* import of such a name from a file of the repository. Almost every wsgi.py is like that. Then the parser, which takes
* longer to start than all rules together, is not needed. False means unknown, never no.
*/
function isPlainlyAnObject(project, file, name, steps = 0) {
	if (!/^\w+$/.test(name) || steps > longestChain) return false;
	const { text } = file.source;
	const binding = new RegExp(`(?<![\\w.])${name}(?=\\s*(?::[^=\\n]*)?=(?!=))|\\b(?:def|class|as|for|del|global)\\s+${name}\\b|\\bimport\\b.*(?<![\\w.])${name}\\b`, "g");
	const [found, ...more] = text.matchAll(binding);
	if (!found || more.length > 0 || isQuoted(text, found.index)) return false;
	const start = text.lastIndexOf("\n", found.index) + 1;
	const line = text.slice(start).split("\n", 1)[0];
	if (new RegExp(`^${name}\\s*=\\s*[\\w.]+\\(`).test(line)) return true;
	const imported = /^from\s+([\w.]+)\s+import\s+(\w+)\s*$/.exec(line);
	const next = imported?.[2] === name ? importedFile(project, file.path, imported[1]) : void 0;
	return next !== void 0 && next.path !== file.path && isPlainlyAnObject(project, next, name, steps + 1);
}
/** Whether an offset is inside a string over several lines, judged by counting quotes. */
function isQuoted(text, at) {
	const before = text.slice(0, at);
	return ["\"\"\"", "'''"].some((mark) => before.split(mark).length % 2 === 0);
}
// action/lint/rules/cross/examples.ts
/** Parts of a small valid repository, for the examples of the cross-file rules. */
const uwsgiSite = (address, more = "") => `server {
    listen 80;
    location / {
        include uwsgi_params;
        uwsgi_param HTTP_X_FORWARDED_PROTO $scheme;
        uwsgi_pass ${address};
${more}    }
}
`;
const gunicornSite = (address, more = "") => `server {
    listen 80;
    location / {
        proxy_set_header Host $host;
        proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
        proxy_set_header X-Forwarded-Proto $scheme;
        proxy_pass ${address};
${more}    }
}
`;
const uwsgiIni = (...lines) => `[uwsgi]
${[
	"module = wsgi:app",
	"master = true",
	"die-on-term = true"
].filter((line) => !lines.some((l) => l.startsWith(line.replace(/=.*/, "=")))).join("\n")}
${lines.join("\n")}
`;
const unit$1 = (...lines) => `[Unit]
Description=shop
After=network.target

[Service]
${[
	"User=shop",
	"Group=www-data",
	"WorkingDirectory=/srv/shop"
].filter((line) => !lines.some((l) => l.startsWith(line.replace(/=.*/, "=")))).join("\n")}
${lines.filter((line) => !/^(User|Group|WorkingDirectory)=$/.test(line)).join("\n")}

[Install]
WantedBy=multi-user.target
`;
const flaskApp = `from flask import Flask

app = Flask(__name__)
`;
// action/lint/rules/cross/app/callable-missing.ts
const callableMissing = serverRule({
	id: "cross/callable-missing",
	severity: "error",
	summary: "The module has no object of the name that the server is told to serve",
	why: `\`module = wsgi:app\` serves the object \`app\` of wsgi.py; without a name uWSGI and gunicorn both look for \`application\`. When the module has
none, uWSGI says "unable to load app 0 (callable not found or import error)" and answers 500 to everything, and gunicorn says "Failed to find
attribute 'app' in 'wsgi'" and does not come up.`,
	bad: {
		"deploy/uwsgi.ini": uwsgiIni("module = wsgi", "socket = /srv/shop/shop.sock", "chmod-socket = 660"),
		"wsgi.py": flaskApp
	},
	good: {
		"deploy/uwsgi.ini": uwsgiIni("module = wsgi:app", "socket = /srv/shop/shop.sock", "chmod-socket = 660"),
		"wsgi.py": flaskApp
	},
	check(server, { project, model, report }) {
		const { callable } = server;
		if (!callable || server.program === "uwsgi" && server.partial) return;
		const { file } = findModule(project, model, server, callable);
		if (!file) return;
		const name = callable.name.split(/[.[(]/)[0];
		if (!name || !/^\w+$/.test(name) || isPlainlyAnObject(project, file, name)) return;
		if (!defines(file, name)) {
			const other = candidate(file);
			const meant = didYouMean(name, file.names.keys()) ?? other;
			report(callable.at, `${file.path} has no \`${name}\`, so ${server.program === "uwsgi" ? "uWSGI loads no application and every request is a 500" : `gunicorn says "Failed to find attribute '${name}' in '${callable.module}'" and does not come up`}.${meant ? ` Did you mean \`${shown$1(callable, meant)}\`?` : ""}`, { related: meant && file.names.get(meant) ? [{
				at: file.names.get(meant).name,
				message: `\`${meant}\` is here`
			}] : [] });
			return;
		}
		const broken = brokenImport(project, file, name);
		if (broken) report(broken.at, broken.message, { related: [{
			at: callable.at,
			message: `${server.program} loads this module`
		}] });
	}
});
const shown$1 = (callable, name) => callable.file ? `callable = ${name}` : `${callable.module}:${name}`;
/** Whether a file defines a name; a star import or code at run time may define it too. */
const defines = (file, name) => file.names.has(name) || file.stars.length > 0 || /\bglobals\(\)|\bexec\(|__getattr__|\bglobal\s/.test(file.source.text) || inTuple(file, name);
const inTuple = (file, name) => new RegExp(`^[ \\t]*(?:[\\w.]+\\s*(?::[^=\\n]+)?=\\s*|[\\w, ]*,\\s*)${name}\\s*[=,]|^[ \\t]*${name}\\s*:[^=\\n]+=`, "m").test(file.source.text);
/** The likely application: a Flask object, or the only function with WSGI's two arguments. */
function candidate(file) {
	const apps = [...file.names.values()].filter((n) => {
		if (n.value?.kind === "call") return /(^|\.)(Flask|create_app|make_app)$/.test(n.value.callee);
		return /^(app|application|server)$/.test(n.name.text);
	});
	return apps.length === 1 ? apps[0]?.name.text : void 0;
}
/** `from app import app` if the repository's own app.py does not define it: the import fails at startup. */
function brokenImport(project, file, name) {
	const found = file.names.get(name);
	if (found?.kind !== "import" || found.conditional || !found.imported?.original) return void 0;
	const { module, original } = found.imported;
	const source = importedFile(project, file.path, module);
	if (!source || source.path === file.path || defines(source, original)) return void 0;
	const folder = source.path.endsWith("/__init__.py") ? source.path.replace(/__init__\.py$/, "") : void 0;
	if (folder && [...project.pythonPaths].some((path) => path === `${folder}${original}.py` || path === `${folder}${original}/__init__.py`)) return void 0;
	return {
		at: found,
		message: `${source.path} has no \`${original}\`: "ImportError: cannot import name '${original}' from '${module}'", and the application is not loaded.`
	};
}
// action/lint/rules/cross/app/factory-called-wrong.ts
const factory = `from flask import Flask


def create_app():
    return Flask(__name__)
`;
const factoryCalledWrong = serverRule({
	id: "cross/factory-called-wrong",
	severity: "error",
	summary: "An application factory that is served without being called, or an application that is called",
	why: `gunicorn calls \`app:create_app()\` once and serves what it returns. \`app:create_app\`, without the parentheses, is served as if it were the
application itself: "TypeError: create_app() takes 0 positional arguments but 2 were given", a 500 for every request, while the unit is up.
uWSGI has the same difference in \`module\` and \`callable\`.`,
	bad: {
		"deploy/shop.service": unit$1("ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 shop:create_app"),
		"shop.py": factory
	},
	good: {
		"deploy/shop.service": unit$1("ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 shop:create_app()"),
		"shop.py": factory
	},
	check(server, { project, model, report }) {
		const { callable } = server;
		if (!callable || !/^\w+$/.test(callable.name)) return;
		const { file } = findModule(project, model, server, callable);
		if (file && !callable.called && isPlainlyAnObject(project, file, callable.name)) return;
		const found = file && follow(project, file, callable.name);
		const name = callable.name;
		if (callable.called) {
			if (found?.kind === "assign" && found.value?.kind === "call" && /(^|\.)Flask$/.test(found.value.callee)) report(callable.at, `\`${name}\` is the Flask application itself: calling it ends with "TypeError: … missing 2 required positional arguments" and ${server.program} serves nothing.`, { related: [{
				at: found.name,
				message: "the application"
			}] });
			return;
		}
		const named = /^(create|make|build|get)_(flask_)?(app|application)$|_factory$|^factory$/.test(name);
		if (found ? found.kind !== "function" || found.required === 2 : !named) return;
		if (found?.kind === "function" && !named && (found.required ?? 0) > 0) return;
		if (found?.kind === "function" && isDecorated(found)) return;
		report(callable.at, `\`${name}\` makes the application and is not called: ${server.program} serves the function itself, and every request ends in "TypeError: ${name}() takes 0 positional arguments but 2 were given".`, {
			related: found ? [{
				at: found.name,
				message: "a function that returns the application"
			}] : [],
			fix: callable.at.source.text.slice(callable.at.start, callable.at.end).endsWith(name) ? {
				kind: "suggested",
				title: `call it: \`${name}()\``,
				edits: [replace({
					...callable.at,
					start: callable.at.end,
					end: callable.at.end
				}, "()")]
			} : void 0
		});
	}
});
const isDecorated = (name) => name.node.parent?.name === "DecoratedStatement";
/** The definition of a name, through imports inside the repository. */
function follow(project, file, name, steps = 0) {
	const found = file.names.get(name);
	if (found?.kind !== "import" || steps > 4) return found;
	const { module, original } = found.imported ?? {};
	if (!module || !original) return void 0;
	const next = importedFile(project, file.path, module);
	return next && next.path !== file.path ? follow(project, next, original, steps + 1) : void 0;
}
// action/lint/python/sources.ts
/** Tests, documentation and other projects' packages, which are not served. */
const aside = /(^|\/)(tests?|docs?|examples?|node_modules|site-packages|\.venv|venv)\/|(^|\/)(test_[^/]*|conftest)\.py$/;
/**
* The Python files in a folder of the repository whose text matches a pattern. Only those are parsed: a repository may
* have thousands of files, and a rule is about a few.
*/
function* pythonWith(project, pattern, folder = "") {
	for (const { source, kind } of project.sources) {
		if (kind !== "python" || aside.test(source.path) || folder && !source.path.startsWith(`${folder}/`)) continue;
		if (!pattern.test(source.text)) continue;
		const file = project.python(source.path);
		if (file) yield file;
	}
}
// action/lint/rules/cross/app/module-missing.ts
const moduleMissing = serverRule({
	id: "cross/module-missing",
	severity: "error",
	summary: "The server is told to load a module that the repository does not have",
	why: `\`module = wsgi:app\` imports wsgi.py from the directory the server runs in. When there is no such file the application is never loaded:
"ModuleNotFoundError: No module named 'wsgi'"; uWSGI goes on and answers 500 to everything, gunicorn does not come up.
Capital letters count on a server: WSGI.py is not \`wsgi\`.`,
	bad: {
		"deploy/uwsgi.ini": uwsgiIni("module = wsgi:app", "socket = /srv/shop/shop.sock", "chmod-socket = 660"),
		"WSGI.py": flaskApp
	},
	good: {
		"deploy/uwsgi.ini": uwsgiIni("module = wsgi:app", "socket = /srv/shop/shop.sock", "chmod-socket = 660"),
		"wsgi.py": flaskApp
	},
	check(server, { project, model, report }) {
		const { callable } = server;
		if (!callable || server.program === "uwsgi" && server.partial) return;
		if (server.starter?.by === "container") return;
		if (!callable.file && /^[\w.]+\.py$/.test(callable.module)) {
			const at = callable.moduleAt ?? callable.at;
			const name = callable.module.slice(0, -3);
			report(at, `A module name has no \`.py\`: \`${callable.module}\` means a module "py" in a package "${name}", which does not exist.`);
			return;
		}
		const found = findModule(project, model, server, callable);
		if (found.count > 0) return;
		const { home } = model.groupOf(server);
		const apps = [...applications(project, home), ...djangoModules(project, callable)];
		if (found.almost.length === 0 && (apps.length === 0 || isForeign$1(project, callable, apps))) return;
		if (project.scripts.some((script) => script.source.text.includes(basename(fileName(callable))))) return;
		const meant = found.almost[0] ?? didYouMean(fileName(callable), apps);
		const wanted = fileName(callable);
		const almost = found.almost[0];
		report(callable.moduleAt ?? callable.at, `There is no ${wanted} in the repository, so ${server.program === "uwsgi" ? "uWSGI loads no application and every request is a 500" : "gunicorn does not come up"}.${almost ? ` Linux tells ${basename(almost)} from ${basename(wanted)}.` : meant ? ` Did you mean ${meant}?` : ""}`, { related: relatedTo$1(project, meant ?? apps[0]) });
	}
});
const fileName = (callable) => callable.file ? callable.module : `${callable.module.replaceAll(".", "/")}.py`;
const isDjango = ({ module, file }) => !file && /^\w+\.wsgi$/.test(module);
/** The wsgi.py of a Django project, which is in the folder of its settings.py, in a folder next to manage.py. */
const djangoModules = ({ paths, pythonPaths }, callable) => isDjango(callable) ? pythonPaths.filter((path) => {
	const [, above] = /^((?:.*\/)?)[^/]+\/wsgi\.py$/.exec(path) ?? [];
	return above !== void 0 && paths.has(`${above}manage.py`) && paths.has(path.replace("wsgi.py", "settings.py"));
}) : [];
/** Files in that folder that create a Flask application. If there are none, the code may be elsewhere. */
function applications(project, home) {
	return [...pythonWith(project, /\bFlask\(/, home)].filter(({ path, calls }) => {
		const folder = dirname(path) === "." ? "" : dirname(path);
		if (folder !== home && dirname(folder) !== (home || ".")) return false;
		return calls.some((call) => /(^|\.)Flask$/.test(call.callee.text));
	}).map((file) => file.path);
}
/** Whether a dotted module is installed: its first part is no folder of the repository. */
function isForeign$1(project, callable, apps) {
	if (callable.file) return callable.module.startsWith("/");
	const [first] = callable.module.split(".");
	if (!callable.module.includes(".") || isDjango(callable) && apps.length > 0) return false;
	return ![...project.pythonPaths].some((path) => path.startsWith(`${first}/`) || path.includes(`/${first}/`));
}
function relatedTo$1(project, path) {
	const file = path ? project.python(path) : void 0;
	return file ? [{
		at: file.source.range(0, 0),
		message: "this is there"
	}] : [];
}
// action/lint/rules/cross/app/open-umask.ts
const openUmask = defineRule({
	id: "cross/open-umask",
	severity: "warning",
	summary: "A umask that leaves what the app writes open to every user",
	why: `With a umask of 000 every file that the app makes has mode 666 and every folder 777, and uWSGI's own socket is made with 777: any user and process of the machine changes uploads, a SQLite database
or a log, and sends requests past nginx. 027 keeps them to the app and its group.`,
	bad: { "deploy/uwsgi.ini": uwsgiIni("socket = /run/shop/shop.sock", "umask = 000") },
	good: { "deploy/uwsgi.ini": uwsgiIni("socket = /run/shop/shop.sock", "umask = 027") },
	check({ project, model, report }) {
		const said = [...model.servers.flatMap(({ options }) => options.filter(({ name }) => name.text === "umask")), ...model.starters.filter(({ invocations }) => invocations.length > 0).map((starter) => processEntry(starter, "UMask", "umask"))];
		for (const entry of new Set(said)) {
			const value = entry?.value;
			if (!value || !/^[0-7]{1,4}$/.test(value.text.trim()) || Number.parseInt(value.text, 8) & 2) continue;
			report(entry, `What the app writes is writable for every user of the machine: umask ${value.text} removes no permissions.`, {
				severity: inContainer(project) ? "info" : "warning",
				fix: suggested("027", replace(value, "027"))
			});
		}
	}
});
// action/lint/rules/cross/app/prefix-mismatch.ts
const site$11 = (location) => uwsgiSite("unix:/srv/shop/shop.sock").replace("location /", `location ${location}`);
const ini$1 = uwsgiIni("module =", "mount = /shop=wsgi:app", "manage-script-name = true", "socket = /srv/shop/shop.sock", "chmod-socket = 660").replace("module =\n", "");
const prefixMismatch = defineRule({
	id: "cross/prefix-mismatch",
	severity: "error",
	summary: "nginx passes one path on, and the application is mounted under another",
	why: `An application that is mounted at /shop, by uWSGI's \`mount\`, by SCRIPT_NAME or by APPLICATION_ROOT, answers for /shop only. When nginx passes
on /store instead, every page is a 404 (gunicorn: a 500, because it rejects a path that does not begin with SCRIPT_NAME), or the links and cookies
name a path that nginx does not pass on.`,
	bad: {
		"deploy/nginx.conf": site$11("/store"),
		"deploy/uwsgi.ini": ini$1
	},
	good: {
		"deploy/nginx.conf": site$11("/shop"),
		"deploy/uwsgi.ini": ini$1
	},
	check({ project, model, report }) {
		const known = /* @__PURE__ */ new Map();
		const about = (server) => {
			const found = known.get(server) ?? {
				said: [
					...mounts(server),
					...scriptName(server),
					...applicationRoot(project, model.groupOf(server).home)
				],
				all: model.connectionsTo(server).flatMap(pathsOf)
			};
			known.set(server, found);
			return found;
		};
		for (const connection of model.connections) {
			const paths = pathsOf(connection);
			if (paths.length === 0) continue;
			const where = paths[0];
			for (const said of inNginx(connection)) if (!fits(paths, said.text)) report(said.at, `nginx passes on ${where.text} and tells the application that it is at ${said.text}: requests for its routes and links do not reach it.`, { related: [{
				at: where.at,
				message: "the path that nginx passes on"
			}] });
			for (const { server } of model.reached(connection)) {
				const { said, all } = about(server);
				const wrong = said.find(({ text }) => !fits(all, text));
				if (wrong && said.every(({ text }) => !fits(all, text))) {
					report(where.at, `nginx passes on ${where.text}, and the application is mounted at ${wrong.text}: every page is a 404.`, { related: [{
						at: wrong.at,
						message: "where the application is mounted"
					}] });
					continue;
				}
				const target = connection.directive.args[0];
				const [script] = scriptName(server);
				if (script && server.program === "gunicorn" && target && where.text !== "/" && /^https?:\/\/[^/]+\/$|\.sock:\/$/.test(target.text)) report(target, `The slash at the end makes nginx strip ${where.text} from the path, and gunicorn's SCRIPT_NAME=${script.text} rejects a path without it: every request is a 500.`, { related: [{
					at: script.at,
					message: "SCRIPT_NAME"
				}] });
			}
		}
	}
});
const tidy = (text) => text.replace(/\/+$/, "") || "/";
/** Whether the application's prefix begins with one of nginx's paths, or the other way round. */
const fits = (paths, prefix) => paths.some(({ text }) => text === "/" || `${text}/`.startsWith(`${tidy(prefix)}/`) || `${tidy(prefix)}/`.startsWith(`${text}/`));
/** The literal prefixes of the locations that lead to a connection; none if any is a regex or unknown. */
function pathsOf(connection) {
	const { location } = connection;
	const name = location?.args.at(-1);
	if (!location || !name) return [];
	if (!name.text.startsWith("@")) return plain$2(location);
	const server = enclosing(location, "server");
	if (!server?.block) return [];
	const paths = [...walk({ root: server.block })].filter((d) => /^(try_files|error_page)$/.test(d.name.text) && d.args.at(-1)?.text === name.text).map((d) => {
		const from = enclosing(d, "location");
		return from ? plain$2(from) : [replace(d, "/")];
	});
	return paths.some((list) => list.length === 0) ? [] : paths.flat();
}
function plain$2(location) {
	const name = location.args.at(-1);
	const modifier = location.args.length > 1 ? location.args[0]?.text : void 0;
	if (!name?.text.startsWith("/") || modifier && modifier !== "^~" && modifier !== "=") return [];
	if (children(location.block, "rewrite").length > 0) return [];
	return [replace(name, tidy(name.text))];
}
/** Prefixes that nginx itself passes to the application. */
function inNginx({ directive }) {
	const block = directive.parent;
	return [...inherited(block, "uwsgi_param").filter((d) => d.args[0]?.text === "SCRIPT_NAME"), ...inherited(block, "proxy_set_header").filter((d) => /^x-(script-name|forwarded-prefix)$/i.test(d.args[0]?.text ?? ""))].flatMap((d) => {
		const value = d.args[1];
		return value?.text.startsWith("/") && value.text !== "/" && !value.text.includes("$") ? [replace(d, tidy(value.text))] : [];
	});
}
/** uWSGI's mounts, unless another application gets all other paths. */
function mounts(server) {
	const named = server.options.filter((o) => o.name.text === "mount" && o.value);
	if (server.partial || named.length === 0 || server.callable) return [];
	const paths = named.map((o) => ({
		text: o.value.text.split("=")[0].trim(),
		at: o
	}));
	return paths.every(({ text }) => /^\/\w/.test(text) && !/[%$]/.test(text)) ? paths : [];
}
/** gunicorn's SCRIPT_NAME, from the unit's environment or raw_env. */
function scriptName(server) {
	const said = server.starter?.environment.get("SCRIPT_NAME");
	if (said && /^\/\w/.test(said.text)) return [replace(said, tidy(said.text))];
	const raw = server.settings.get("raw_env")?.value;
	return (raw && "kind" in raw && raw.kind === "list" ? raw.items : []).flatMap((item) => {
		const found = item.kind === "str" && item.exact ? /^SCRIPT_NAME=(\/\w.*)$/.exec(item.value) : void 0;
		return found ? [replace(item, tidy(found[1]))] : [];
	});
}
function applicationRoot(project, home) {
	for (const { source, kind } of project.sources) {
		if (kind !== "python" || !source.text.includes("APPLICATION_ROOT") || home && !source.path.startsWith(`${home}/`)) continue;
		const found = /^[^#\n]*?\bAPPLICATION_ROOT\b["']?\]?\s*=\s*["'](\/\w[^"'\n]*)["']/m.exec(source.text);
		if (!found) continue;
		const start = found.index + found[0].indexOf("APPLICATION_ROOT");
		return [replace(source.range(start, found.index + found[0].length), tidy(found[1]))];
	}
	return [];
}
// action/lint/model/lock.ts
/** Whether a program is in a release's own venv, which our deploy builds from the chosen lock and nothing else. */
const isOfRelease = (program) => /^[-@:+!]*\/srv\/[\w.-]+\/(releases\/[^/\s]+|current)\/\.venv\/bin\//.test(program);
/**
* The files that a deploy installs the packages of a release from: the lock that it would choose, with included files.
* Empty if there is none, or if a part of it is not here.
*/
function lockSources({ requirements }, home) {
	const at = (folder, file) => normal(folder && folder !== "." ? `${folder}/${file}` : file);
	const find = (path) => requirements.find((source) => source.path === path);
	const chosen = lockOf((file) => find(at(home, file)) !== void 0);
	if ("problem" in chosen) return [];
	const found = [find(at(home, chosen.file))];
	for (const source of found) for (const [, file = ""] of source.text.matchAll(/^[ \t]*(?:-r|--requirement)[ \t=]?[ \t]*(\S+)/gm)) {
		const included = find(at(dirname(source.path), file));
		if (!included) return [];
		if (!found.includes(included)) found.push(included);
	}
	return found;
}
function normal(path) {
	const parts = [];
	for (const part of path.split("/")) if (part === "..") parts.pop();
	else if (part !== "." && part !== "") parts.push(part);
	return parts.join("/");
}
// action/lint/rules/cross/app/server-package-missing.ts
const serverPackageMissing = serverRule({
	id: "cross/server-package-missing",
	severity: "warning",
	summary: "The unit runs a server out of the virtualenv that no requirements file installs",
	why: `A virtualenv that is made from requirements.txt has only the packages in it. When the unit starts .venv/bin/gunicorn and nothing installs
gunicorn, the next deploy to a new virtualenv fails with "status=203/EXEC: No such file or directory".`,
	bad: {
		"deploy/shop.service": unit$1("ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app"),
		"requirements.txt": "flask==3.1.2\n"
	},
	good: {
		"deploy/shop.service": unit$1("ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app"),
		"requirements.txt": "flask==3.1.2\ngunicorn==23.0.0\n"
	},
	check(server, { project, model, report }) {
		const program = server.invocation?.executable;
		const by = server.starter?.by;
		if (!program || by !== "systemd" && by !== "supervisor" && by !== "upstart") return;
		if (/\/path\/to\/|<|your/i.test(program.text)) return;
		if (!/\/bin\/[\w.-]+$/.test(program.text) || /^[-@:+!]*\/(usr\/(local\/)?)?bin\//.test(program.text)) return;
		const { home } = model.groupOf(server);
		const lists = isOfRelease(program.text) ? lockSources(project, home) : requirementsOf(project, home);
		const packages = server.program === "uwsgi" ? /\b(uwsgi|pyuwsgi)\b/i : /\bgunicorn\b/i;
		if (lists.length === 0 || provisioned(project) || lists.some((source) => packages.test(withoutComments(source.text)))) return;
		if (project.scripts.some((s) => /\b(pip\d?|uv|poetry|pipenv)\b[^\n]*\b(install|add)\b/.test(s.source.text) && packages.test(s.source.text)) || lists.some((source) => /^\s*(-r|--requirement|-e|git\+)/m.test(source.text) && lists.length === 1 && !/flask/i.test(source.text))) return;
		const [first] = lists;
		report(program, `Nothing in ${lists.map((source) => source.path).join(", ")} installs ${server.program}, so ${program.text.replace(/^[-@:+!]+/, "")} is not there in a new virtualenv: the unit fails with status=203/EXEC.`, { related: first ? [{
			at: first.range(0, 0),
			message: "what the virtualenv is made from"
		}] : [] });
	}
});
/** Ansible, Salt, Puppet, Chef and Fabric install what they like, and are not read. */
const provisioned = ({ paths }) => [...paths].some((path) => /(^|\/)(fabfile\.py|playbook[\w-]*\.ya?ml|Puppetfile|(roles|tasks|playbooks|ansible)\/.*\.ya?ml|[^/]+\.(sls|pp)|recipes\/[^/]+\.rb)$/.test(path));
const withoutComments = (text) => text.replace(/(^|\s)#[^\n]*/g, "");
/** The requirements of the application's own venv: no file for tests, and no pyproject without dependencies. */
function requirementsOf(project, home) {
	return project.requirements.filter(({ path, text }) => {
		const folder = dirname(path) === "." ? "" : dirname(path);
		if (folder !== home && folder !== `${home ? `${home}/` : ""}requirements`) return false;
		if (/(^|[/._-])(dev|test|tests|testing|docs?|lint|ci)([._-]|$)/i.test(path.replace(/\.(txt|in)$/, ""))) return false;
		if (/pyproject\.toml$/.test(path)) return /^\s*dependencies\s*=|^\[tool\.poetry\.dependencies\]/m.test(text);
		return /flask/i.test(text) || /^\s*[\w-]+\s*([=<>~!]=|$)/m.test(text);
	});
}
// action/lint/rules/cross/app/static-path.ts
const site$10 = (alias) => uwsgiSite("unix:/srv/shop/shop.sock", `    }\n    location /static/ {\n        alias ${alias};\n`);
const rest = {
	"deploy/uwsgi.ini": uwsgiIni("chdir = /srv/shop", "module = shop:app", "socket = /srv/shop/shop.sock", "chmod-socket = 660"),
	"deploy/shop.service": unit$1("ExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini"),
	"shop/__init__.py": flaskApp,
	"shop/static/site.css": "body { margin: 0 }\n"
};
const staticPath = defineRule({
	id: "cross/static-path",
	severity: "error",
	summary: "nginx serves files from a folder of the application that the repository does not have",
	why: `nginx answers 404 for each style sheet and script when \`alias\` or \`root\` names a folder that is not there. The pages themselves come from
Flask and look fine in curl. Flask's own static folder lies in the package: app/static for a package called app, static for a single app.py.`,
	bad: {
		"deploy/nginx.conf": site$10("/srv/shop/static/"),
		...rest
	},
	good: {
		"deploy/nginx.conf": site$10("/srv/shop/shop/static/"),
		...rest
	},
	check({ project, model, report }) {
		if (project.pythonPaths.some((path) => /(^|\/)manage\.py$/.test(path))) return;
		const folders = foldersOf(project);
		for (const group of model.groups) {
			const places = group.servers.map((server) => placeOf$1(project, model, server)).filter((place) => place?.sure === true && place.server !== "/");
			if (places.length === 0) continue;
			const files = new Set(group.connections.map((connection) => connection.file));
			for (const file of files) for (const directive of walk(file)) {
				const [path] = directive.args;
				const location = enclosing(directive, "location");
				const prefix = location?.args.at(-1);
				if (!path || !location || !prefix || /[$%]|\{\{|<%/.test(path.text)) continue;
				const [modifier] = location.args.length > 1 ? location.args : [];
				if (modifier && !/^(\^~|=)$/.test(modifier.text)) continue;
				let served;
				if (directive.name.text === "alias") served = path.text;
				else if (directive.name.text === "root" && /^\/\w/.test(prefix.text)) {
					if (`${path.text.replace(/\/+$/, "")}/`.endsWith(`${prefix.text.replace(/\/+$/, "")}/`)) continue;
					served = `${path.text.replace(/\/+$/, "")}${prefix.text}`;
				} else continue;
				for (const place of places) {
					const inside = inRepository$1(served, place)?.replace(/\/+$/, "");
					if (!inside || folders.has(inside) || project.paths.has(inside)) continue;
					const name = inside.split("/").at(-1);
					if (modifier?.text === "=" && /\.\w+$/.test(name) && folders.has(inside.replace(/\/[^/]*$/, ""))) {
						report(path, `nginx looks for ${prefix.text} at ${served}, and the repository has no ${inside}: a 404.`, {
							severity: "warning",
							related: [{
								at: location,
								message: "the location"
							}]
						});
						break;
					}
					const others = [...folders].filter((folder) => (folder === name || folder.endsWith(`/${name}`)) && !/(^|\/)(node_modules|tests?|docs?|\.venv|venv)\//.test(folder));
					if (others.length !== 1 || others[0] === inside) continue;
					report(path, `nginx looks for the files of ${prefix.text} in ${served}, which is ${inside} of the repository, and they are in ${others[0]}: each of them is a 404.`, { related: [{
						at: location,
						message: "the location"
					}] });
					break;
				}
			}
		}
	}
});
// action/lint/rules/cross/app/unit-config-path.ts
const unitConfigPath = serverRule({
	id: "cross/unit-config-path",
	severity: "error",
	summary: "A command line names a config file that is not at that path",
	why: `uWSGI and gunicorn look for \`--ini\` and \`--config\` from the directory that the unit starts them in, which is / without WorkingDirectory=.
When the file is elsewhere in the repository, uWSGI ends with "unable to load configuration from uwsgi.ini" and gunicorn with
"doesn't exist": the unit fails at every start.`,
	bad: {
		"deploy/shop.service": unit$1("ExecStart=/srv/shop/.venv/bin/uwsgi --ini uwsgi.ini"),
		"deploy/uwsgi.ini": uwsgiIni("socket = /srv/shop/shop.sock", "chmod-socket = 660"),
		"wsgi.py": flaskApp
	},
	good: {
		"deploy/shop.service": unit$1("ExecStart=/srv/shop/.venv/bin/uwsgi --ini deploy/uwsgi.ini"),
		"deploy/uwsgi.ini": uwsgiIni("socket = /srv/shop/shop.sock", "chmod-socket = 660"),
		"wsgi.py": flaskApp
	},
	check(server, { project, model, report }) {
		const { starter, invocation } = server;
		if (!invocation || !starter || !isDeployed(starter)) return;
		const named = configOf(server);
		if (!named || /[%$*]|\{\{|<%|^https?:|^[a-z]+:\/\//.test(named.text)) return;
		const path = named.text.replace(/^(python|file):/, "").replace(/:\w*$/, "");
		if (!/\.(ini|py|conf|cfg)$/.test(path)) return;
		const absolute = path.startsWith("/");
		if (!absolute && !starter.directory && starter.by === "systemd" && !invocation.cwd) {
			report(named, `Without WorkingDirectory= the unit starts in /, so ${server.program} looks for /${path.replace(/^\.\//, "")} and the unit fails at every start.`);
			return;
		}
		const place = unitPlace(project, server, placeOf$1(project, model, server));
		if (!place) return;
		const inside = inRepository$1(absolute ? path : `${place.server}/${path}`, place);
		if (inside === void 0 || project.paths.has(inside)) return;
		const other = elsewhere(project, inside, place.sure);
		if (!other) return;
		report(named, `${server.program} will look for ${absolute ? path : `${place.server}/${path}`}, and the repository has ${other}: the unit fails at every start.`, { related: relatedTo(project, other) });
	}
});
function configOf(server) {
	if (!server.invocation) return void 0;
	return server.program === "uwsgi" ? uwsgiConfig(server.invocation) : server.invocation.options.find((o) => o.name.text === "config")?.value;
}
/** The unit's own directory decides here, not the ini's chdir. */
function unitPlace(project, server, place) {
	const directory = server.starter?.directory?.text.replace(/\/+$/, "");
	if (!directory?.startsWith("/")) return void 0;
	if (!place || place.server === directory) return place ?? void 0;
	const deeper = place.server.startsWith(`${directory}/`) ? place.server.slice(directory.length) : void 0;
	if (deeper && place.repository.endsWith(deeper.slice(1))) return {
		...place,
		server: directory,
		repository: place.repository.slice(0, -deeper.length)
	};
	return project.paths.size > 0 ? {
		server: directory,
		repository: place.repository,
		sure: false
	} : void 0;
}
/** The file that was probably meant: of the same name in another folder, or of a similar name in the same one. */
function elsewhere(project, missing, sure) {
	const name = basename(missing);
	const same = [...project.paths].filter((path) => basename(path) === name);
	if (same.length === 1) return sure ? same[0] : void 0;
	if (same.length > 1) return void 0;
	const kin = (/\.py$/.test(name) ? project.gunicorn : project.uwsgi).map((file) => file.path).filter((path) => !isExample(path));
	const near = kin.filter((path) => dirname(path) === dirname(missing) && distance(basename(path).toLowerCase(), name.toLowerCase(), 2) <= 2);
	const [only, ...others] = kin;
	if (near.length === 0 && others.length === 0 && only && dirname(only) === dirname(missing)) return only;
	return near.length === 1 ? near[0] : void 0;
}
function relatedTo(project, path) {
	const file = [...project.uwsgi, ...project.gunicorn].find((f) => f.path === path);
	return file ? [{
		at: file.source.range(0, 0),
		message: "the file that is there"
	}] : [];
}
// action/lint/rules/cross/app/venv-path.ts
const venvPath = defineRule({
	id: "cross/venv-path",
	severity: "error",
	summary: "The unit starts the server out of one virtualenv, and the files name another",
	why: `uWSGI takes its packages from \`home\` (or \`virtualenv\`), whatever virtualenv its own program lies in. When the two differ, one of them is
usually a typing mistake or left over from a move: "ModuleNotFoundError: No module named 'flask'", and every request is a 500.
\`home\` is the virtualenv's folder itself, never its bin.`,
	bad: {
		"deploy/shop.service": unit$1("ExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini"),
		"deploy/uwsgi.ini": uwsgiIni("home = /srv/shop/venv", "socket = /srv/shop/shop.sock", "chmod-socket = 660")
	},
	good: {
		"deploy/shop.service": unit$1("ExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini"),
		"deploy/uwsgi.ini": uwsgiIni("home = /srv/shop/.venv", "socket = /srv/shop/shop.sock", "chmod-socket = 660")
	},
	check({ project, model, report }) {
		const inPython = project.requirements.some((source) => /\bpyuwsgi\b/i.test(source.text));
		for (const server of model.servers) {
			const home = server.program === "uwsgi" && !inPython ? told(server, "home") : void 0;
			const program = server.invocation?.executable;
			const binary = program && venvOf(program.text);
			if (home && /\/bin\/?$/.test(home.text) && home.text.startsWith("/")) report(home.at, `\`home\` is the virtualenv's folder, not its bin: uWSGI looks for Python in ${normalPath(home.text)}/bin and does not start.`);
			else if (home?.text.startsWith("/") && binary && program && isMeantFor(server, binary, normalPath(home.text))) report(program, `The unit starts uWSGI out of ${binary}, and the packages come from ${normalPath(home.text)}: what is installed in the one is missing in the other.`, { related: [{
				at: home.at,
				message: "the virtualenv that uWSGI uses"
			}] });
			const path = server.starter?.environment.get("PATH");
			const first = path?.text.split(":")[0] ?? "";
			const listed = /\/bin\/?$/.test(first) ? venvOf(`${first.replace(/\/$/, "")}/python`) : void 0;
			if (path && program && binary && listed && listed !== binary && !path.text.split(":").some((p) => normalPath(p) === `${binary}/bin`)) report(program, `The unit starts ${server.program} out of ${binary}, and its PATH names ${listed}: one of the two is not there.`, {
				severity: "warning",
				related: [{
					at: path,
					message: "the other virtualenv"
				}]
			});
		}
	}
});
/** A uWSGI elsewhere may serve many applications; one beside the app or its virtualenv is a leftover. */
function isMeantFor({ directory }, binary, home) {
	if (binary === home) return false;
	const beside = (path) => path.replace(/\/[^/]*$/, "");
	return beside(binary) === beside(home) || !!directory && binary.startsWith(`${normalPath(directory.text)}/`);
}
/** The virtualenv of a program; undefined for the system's own programs and unknown paths. */
function venvOf(program) {
	const found = /^[-@:+!]*(\/[^%$*{}]+)\/bin\/[\w.-]+$/.exec(program)?.[1];
	if (!found || /^\/(usr(\/local)?|opt|snap|root\/\.local|home\/[^/]+\/\.local)?$/.test(found) || /conda|pyenv/.test(found)) return void 0;
	return normalPath(found);
}
// action/lint/nginx/includes.ts
/** Files that nginx has on every distribution, and the directives in them. */
const shipped = {
	"mime.types": ["types"],
	uwsgi_params: ["uwsgi_param"],
	scgi_params: ["scgi_param"],
	fastcgi_params: ["fastcgi_param"],
	"fastcgi.conf": ["fastcgi_param"],
	proxy_params: ["proxy_set_header"],
	"options-ssl-nginx.conf": [
		"ssl_session_cache",
		"ssl_protocols",
		"ssl_ciphers"
	]
};
/** Whether nginx has the file on every distribution. */
const isShipped = (name) => Object.hasOwn(shipped, name) || /^(koi-|win-|modules|snippets)/.test(name);
/** The headers that Debian's proxy_params sets. */
const proxyParams = [
	"host",
	"x-real-ip",
	"x-forwarded-for",
	"x-forwarded-proto"
];
/** The file name in an include. */
const includedName = (include) => include.args[0]?.text.split("/").at(-1) ?? "";
/** Snippets are rarely nested three deep. */
const deepest$1 = 5;
/** The directives of one name that an include adds. */
function broughtBy(include, name, project, depth = 0) {
	const path = include.args[0]?.text ?? "";
	const base = includedName(include);
	if (Object.hasOwn(shipped, base)) return {
		own: [],
		all: shipped[base].includes(name)
	};
	const files = includedFiles(include, project.nginx);
	if (files.length === 0 && /[*?$]/.test(path)) return /(?:sites-\w+|conf\.d|modules(?:-enabled)?|servers|vhosts?)\/\*/.test(path) ? {
		own: [],
		all: false
	} : "unknown";
	if (files.length === 0 || depth === deepest$1) return "unknown";
	const own = files.flatMap((file) => [...children(file.root, name)]);
	let all = false;
	for (const inner of files.flatMap((file) => children(file.root, "include"))) {
		const found = broughtBy(inner, name, project, depth + 1);
		if (found === "unknown") return found;
		own.push(...found.own);
		all ||= found.all;
	}
	return {
		own,
		all
	};
}
/**
* The directives of a name that apply in a block by inheritance, with includes whose files are in the repository. nginx
* uses those of the nearest block that has any, and no others.
*/
function holding(project, block, name) {
	let unknown = false;
	for (const level of levels$1(block)) {
		const directives = level.flatMap((part) => [...children(part, name)]);
		let brought;
		for (const include of level.flatMap((part) => children(part, "include"))) {
			const found = broughtBy(include, name, project);
			if (found === "unknown") unknown = true;
			else {
				directives.push(...found.own.filter((directive) => !directives.includes(directive)));
				if (found.all) brought = include;
			}
		}
		if (directives.length > 0 || brought) return {
			directives,
			shipped: brought,
			unknown
		};
	}
	return {
		directives: [],
		shipped: void 0,
		unknown
	};
}
/** Request headers that apply in a block, in lower case, with their values; undefined if an include may set more. */
function requestHeaders(project, block) {
	const { directives, shipped: params, unknown } = holding(project, block, "proxy_set_header");
	if (unknown) return void 0;
	return new Map([...params ? proxyParams.map((name) => [name, "$"]) : [], ...directives.map(({ args: [name, value] }) => [name?.text.toLowerCase() ?? "", value?.text ?? ""])]);
}
/**
* Whether nginx sets a request header itself, so that the visitor's own does not reach the app; undefined if an include
* that is not here may do it.
*/
function writesHeader(project, pass, header) {
	if (pass.name.text === "proxy_pass") return requestHeaders(project, pass.parent)?.has(header.toLowerCase());
	const variable = `HTTP_${header.toUpperCase().replaceAll("-", "_")}`;
	const { directives, unknown } = holding(project, pass.parent, "uwsgi_param");
	return directives.some(({ args: [name] }) => name?.text === variable) || (unknown ? void 0 : false);
}
/** Whether nginx trusts a proxy in front of it, a load balancer or a CDN, for what the visitor sent. */
const behindProxy = (project) => project.nginx.some((file) => named(file, "set_real_ip_from", "real_ip_header").length > 0 || /^[^#\n]*\$http_x_forwarded_proto/im.test(file.source.text)) || [...project.paths].some((path) => /(?<![a-z])(cloudflare|traefik|haproxy|elb|alb)(?![a-z])/i.test(path));
// action/lint/rules/nginx/proxy/proxied.ts
/** Every `proxy_pass` to an app of this machine or of an upstream. A site on the internet needs no headers of ours. */
function* localProxies(file) {
	for (const pass of named(file, "proxy_pass")) {
		const target = pass.args[0];
		if (!target || enclosing(pass, "stream") || isTemplated(target.text) || target.text.includes("$")) continue;
		const { name, address } = destinationOf(target, "http");
		if ((address.kind === "unix" || /^(?:localhost|127\.|0\.0\.0\.0|\[::1\]|[\w-]+(?::\d+)?$)/.test(name)) && !target.text.startsWith("https:")) yield pass;
	}
}
/** A rule over each `proxy_pass` to an app. */
const proxyRule = ({ check, ...rule }) => defineRule({
	...rule,
	check(context) {
		for (const file of context.project.nginx) for (const pass of localProxies(file)) {
			if (!enclosing(pass, "server") && file.context === void 0) continue;
			check(pass, {
				...context,
				file,
				headers: requestHeaders(context.project, pass.parent)
			});
		}
	}
});
/** Adds headers beside the existing ones: one in the location would drop all that are set outside it. */
function setHeaders(project, pass, kind, ...headers) {
	const name = pass.name.text === "uwsgi_pass" ? "uwsgi_param" : "proxy_set_header";
	const { directives, shipped } = holding(project, pass.parent, name);
	const beside = directives.at(-1) ?? shipped;
	if (beside && beside.source !== pass.source) return {};
	const lines = headers.map((header) => `${name} ${header};`);
	const edits = beside && beside.parent !== pass.parent ? lines.toReversed().map((line) => lineBelow(beside, line)) : lines.map((line) => lineAbove(pass, line));
	return { fix: {
		kind,
		title: `set ${headers.map((header) => header.split(" ")[0]).join(" and ")}`,
		edits
	} };
}
// action/lint/rules/cross/headers/chunked-body-lost.ts
const files$6 = (more) => ({
	"deploy/nginx.conf": uwsgiSite("unix:/run/shop/shop.sock", more),
	"deploy/uwsgi.ini": uwsgiIni("socket = /run/shop/shop.sock"),
	"wsgi.py": flaskApp
});
const chunkedBodyLost = defineRule({
	id: "cross/chunked-body-lost",
	severity: "info",
	summary: "A body in chunks is empty for Flask behind uwsgi_pass",
	why: `nginx reads a body with \`Transfer-Encoding: chunked\` whole and passes it on with its length, and with the header as it came. Werkzeug reads no body that is announced in chunks by a
server that does not end its input: request.data is empty and no error is logged. curl with \`-T -\`, Go's and Java's streams and some mobile clients send such bodies.
\`uwsgi_param HTTP_TRANSFER_ENCODING "";\` removes the header.`,
	bad: files$6(""),
	good: files$6("        uwsgi_param HTTP_TRANSFER_ENCODING \"\";\n"),
	check({ project, model, report }) {
		for (const { connections, home } of model.groups) {
			const pass = connections.find((one) => one.protocol === "uwsgi" && model.reached(one).length > 0)?.directive;
			if (!pass || writesHeader(project, pass, "Transfer-Encoding") !== false) continue;
			const { directives, shipped } = holding(project, pass.parent, "uwsgi_param");
			const [flask] = pythonWith(project, /^\s*(from|import) flask\b/m, home);
			const [ended] = pythonWith(project, /input_terminated/, home);
			if (!flask || ended || directives.length === 0 && !shipped) continue;
			report(pass, "A request body in chunks is empty for Flask: nginx forwards `Transfer-Encoding: chunked` for a body that it has already joined.", setHeaders(project, pass, "suggested", "HTTP_TRANSFER_ENCODING \"\"").fix);
		}
	}
});
// action/lint/nginx/listen.ts
/** The port of a `listen`; 80 if it has none, undefined for a unix socket or a variable. */
function listenPort(listen) {
	const where = listen.args[0]?.text ?? "";
	if (where.startsWith("unix:") || where.includes("$")) return void 0;
	const port = /^(\d{1,5})$/.exec(where) ?? /:(\d{1,5})$/.exec(where);
	return port ? Number(port[1]) : 80;
}
/** Whether a server speaks TLS on any of its addresses. */
function speaksTls(server) {
	return children(server.block, "listen").some((listen) => listen.args.some((arg) => /^(ssl|quic)$/.test(arg.text))) || children(server.block, "ssl").some((ssl) => ssl.args[0]?.text === "on");
}
// action/lint/rules/cross/headers/contradicting-scheme.ts
const overwritten = ["X-Forwarded-Ssl", "X-Forwarded-Protocol"];
const files$5 = (more) => ({
	"deploy/nginx.conf": gunicornSite("http://unix:/run/shop/shop.sock", more),
	"deploy/gunicorn.conf.py": "bind = \"unix:/run/shop/shop.sock\"\nworkers = 2\n"
});
const contradictingScheme = defineRule({
	id: "cross/contradicting-scheme",
	severity: "info",
	summary: "gunicorn reads the scheme from two more headers that the visitor sends",
	why: `gunicorn trusts X-Forwarded-Proto, X-Forwarded-Protocol and X-Forwarded-Ssl on a unix socket and from 127.0.0.1 (secure_scheme_headers), and nginx overwrites only those that it is told to.
A visitor's \`X-Forwarded-Ssl: on\` contradicts nginx's \`X-Forwarded-Proto: http\`: gunicorn 27 answers 400 "Contradictory scheme headers". Where nginx sets no X-Forwarded-Proto the visitor chooses the scheme.
An empty value removes the header: \`proxy_set_header X-Forwarded-Ssl "";\``,
	bad: files$5(""),
	good: files$5(overwritten.map((header) => `        proxy_set_header ${header} "";\n`).join("")),
	check({ project, model, report }) {
		for (const server of model.servers) {
			if (server.program !== "gunicorn" || server.partial) continue;
			if (server.settings.has("forwarded_allow_ips") || server.settings.has("secure_scheme_headers")) continue;
			if (/uvicorn|aiohttp/.test(told(server, "worker_class")?.text ?? "")) continue;
			for (const connection of model.connectionsTo(server)) {
				const { directive: pass, address } = connection;
				if (address.kind !== "unix" && !(address.kind === "tcp" && isLoopback(address.host))) continue;
				const missing = overwritten.filter((header) => writesHeader(project, pass, header) === false);
				const sets = writesHeader(project, pass, "X-Forwarded-Proto");
				const site = enclosing(pass, "server");
				if (missing.length === 0 || sets && site && speaksTls(site)) continue;
				report(pass, sets ? `nginx forwards the visitor's ${missing.join(" and ")}, which gunicorn trusts here: \`X-Forwarded-Ssl: on\` over plain HTTP is answered with 400.` : `nginx forwards the visitor's ${missing.join(" and ")}, which gunicorn trusts here: the visitor chooses whether the app sees https.`, setHeaders(project, pass, "suggested", ...missing.map((header) => `${header} ""`)).fix);
				break;
			}
		}
	}
});
// action/lint/rules/cross/headers/scheme-from-visitor.ts
const files$4 = (site) => ({
	"deploy/nginx.conf": site,
	"deploy/uwsgi.ini": uwsgiIni("socket = /run/shop/shop.sock")
});
const site$9 = uwsgiSite("unix:/run/shop/shop.sock");
const schemeFromVisitor = defineRule({
	id: "cross/scheme-from-visitor",
	severity: "warning",
	summary: "uWSGI takes the URL's scheme from a header that the visitor sends",
	why: `uWSGI trusts X-Forwarded-Proto and X-Forwarded-Ssl from whoever connects, and uwsgi_pass forwards both from the visitor. Measured with uWSGI 2.0.30: \`X-Forwarded-Proto: javascript\`
makes Flask's request.url \`javascript://shop.example/\`, and \`X-Forwarded-Ssl: on\` makes request.is_secure true over plain HTTP. Links in mails and redirects that a cache keeps carry that scheme to others.
\`uwsgi_param HTTP_X_FORWARDED_PROTO $scheme;\` replaces the visitor's header, and uWSGI prefers it to X-Forwarded-Ssl. UWSGI_SCHEME does not help: the header overrides it. Behind another proxy that ends TLS, forward the header of that proxy.`,
	bad: files$4(site$9.replace(/.*HTTP_X_FORWARDED_PROTO.*\n/, "")),
	good: files$4(site$9),
	check({ project, model, report }) {
		if (behindProxy(project)) return;
		for (const file of project.nginx) {
			const open = [...named(file, "uwsgi_pass")].filter((pass) => isOpen$3(project, pass));
			const [pass] = open;
			if (!pass) continue;
			const [reached] = model.connections.filter((one) => open.includes(one.directive)).flatMap((one) => model.reached(one));
			const edits = open.flatMap((one) => setHeaders(project, one, "suggested", header).fix?.edits ?? []);
			report(pass, "uWSGI trusts the visitor's X-Forwarded-Proto: a request with `X-Forwarded-Proto: javascript` makes that the scheme of the URLs that the app builds.", {
				severity: reached && !inContainer(project) ? "warning" : "info",
				related: [...reached ? [{
					at: reached.server.at,
					message: "the uWSGI that trusts it"
				}] : [], ...open.slice(1, 4).map((at) => ({
					at,
					message: "the same here"
				}))],
				fix: edits.length > 0 ? suggested("set HTTP_X_FORWARDED_PROTO", ...edits) : void 0
			});
		}
	}
});
const header = "HTTP_X_FORWARDED_PROTO $scheme";
/** Whether the visitor's headers reach uWSGI there; without any uwsgi_param the request itself does not. */
function isOpen$3(project, pass) {
	const { directives, shipped } = holding(project, pass.parent, "uwsgi_param");
	return (directives.length > 0 || shipped !== void 0) && inherited(pass.parent, "uwsgi_pass_request_headers").at(-1)?.args[0]?.text !== "off" && writesHeader(project, pass, "X-Forwarded-Proto") === false;
}
// action/lint/rules/cross/https/certificate-not-made.ts
const yml$1 = "name: shop\ndomain: shop.test\ntls: letsencrypt\n";
const site$8 = (www) => `server {
    listen 443 ssl;
    ssl_certificate /etc/flask-deploy/tls/shop/current/fullchain.pem;
    ssl_certificate_key /etc/flask-deploy/tls/shop/current/privkey.pem;
    server_name shop.test;
    return 204;
}
server {
    listen 443 ssl;
    ssl_certificate ${www}/fullchain.pem;
    ssl_certificate_key ${www}/privkey.pem;
    server_name www.shop.test;
    return 204;
}
`;
const certificateNotMade = defineRule({
	id: "cross/certificate-not-made",
	severity: "error",
	summary: "A certificate path that nothing creates for this app",
	why: `nginx does not start without the file of an \`ssl_certificate\` ("cannot load certificate"), and \`setup\` creates and renews one pair for each app:
/etc/flask-deploy/tls/NAME/current/fullchain.pem and privkey.pem. The pair of another app is for other names and disappears with that app; a folder of certbot's, /etc/letsencrypt/live/X, exists
only where somebody ran certbot by hand. The rule is silent where the repository itself runs certbot.`,
	bad: {
		"flask-deploy.yml": yml$1,
		"deploy/nginx.conf": site$8("/etc/flask-deploy/tls/www/current")
	},
	good: {
		"flask-deploy.yml": yml$1,
		"deploy/nginx.conf": site$8("/etc/flask-deploy/tls/shop/current")
	},
	check({ project, app, report }) {
		const file = project.nginx.find(({ path }) => path === "deploy/nginx.conf");
		if (!app || !file || httpsMismatch(app, file.source.text)) return;
		for (const { args } of named(file, "ssl_certificate")) {
			const [message, severity] = (args[0] && judged(args[0].text, app, project)) ?? [];
			if (args[0] && message) report(args[0], message, severity ? { severity } : {});
		}
	}
});
function judged(path, app, project) {
	const { name, tls, tlsCertificate } = app;
	const own = `${certificateFolder(name)}/current/fullchain.pem`;
	const owner = /^\/etc\/flask-deploy\/tls\/([^/$]+)\//.exec(path)?.[1];
	if (owner !== void 0 && owner !== name) return [`This is the certificate of an app called \`${owner}\`, for its own names. The one of this app is ${own}.`];
	if (owner !== void 0 && path !== own) return [`Nothing creates this file, so nginx does not start: \`setup\` puts the certificate at ${own}.`];
	const lineage = /^\/etc\/letsencrypt\/live\/([^/$]+)\//.exec(path);
	if (!lineage || runsCertbot(project)) return void 0;
	if (tls === "none") return ["flask-deploy.yml says tls: none, so `setup` does not create this certificate: that is up to you.", "info"];
	return (tls === "letsencrypt" ? `/etc/letsencrypt/live/${name}/` : tlsCertificate).startsWith(lineage[0]) ? void 0 : [`flask-deploy.yml says tls: ${tls}, so \`setup\` does not create this certificate. The one that it renews is ${own}.`, "warning"];
}
/** A client of ACME in a script or a playbook. */
const runsCertbot = (project) => project.scripts.some(({ source }) => /\b(certbot|acme\.sh|dehydrated|lego)\b/.test(source.text)) || [...project.paths].some((path) => /certbot|letsencrypt|acme|(^|\/)(playbook[\w-]*\.ya?ml|fabfile\.py)$/i.test(path));
// action/lint/rules/cross/https/https-disagrees.ts
const yml = (tls) => `name: shop\ndomain: shop.test\ntls: ${tls}\n`;
const pair = "/etc/flask-deploy/tls/shop/current";
const site$7 = `server {
    listen 443 ssl;
    ssl_certificate ${pair}/fullchain.pem;
    ssl_certificate_key ${pair}/privkey.pem;
    server_name shop.test;
    return 204;
}
`;
const httpsDisagrees = defineRule({
	id: "cross/https-disagrees",
	severity: "error",
	summary: "tls: in flask-deploy.yml and the site file differ",
	why: `\`tls:\` decides whether \`setup\` gets a certificate and renews it, and deploy/nginx.conf whether nginx serves it. With only one of them the site has no HTTPS, or nginx does not
start because nothing creates its certificate. \`setup\` refuses such a repository with the same words.`,
	bad: {
		"flask-deploy.yml": yml("none"),
		"deploy/nginx.conf": site$7
	},
	good: {
		"flask-deploy.yml": yml("letsencrypt"),
		"deploy/nginx.conf": site$7
	},
	check({ project, app, report }) {
		const file = project.nginx.find(({ path }) => path === "deploy/nginx.conf");
		const problem = app && file && httpsMismatch(app, file.source.text);
		const at = file && (named(file, "ssl_certificate")[0] ?? named(file, "server")[0]?.name ?? file.root.children[0]);
		if (problem && at) report(at, problem);
	}
});
// action/lint/rules/cross/limits/body-size.ts
const app$2 = `${flaskApp}app.config["MAX_CONTENT_LENGTH"] = 16 * 1024 * 1024
`;
const bodySize = defineRule({
	id: "cross/body-size",
	severity: "warning",
	summary: "nginx or uWSGI rejects uploads that the application accepts",
	why: `nginx answers "413 Request Entity Too Large" to every body above \`client_max_body_size\`, which is 1 MB by default, before Flask
sees the request. With MAX_CONTENT_LENGTH = 16 MB in the application, a photo of 3 MB is rejected by nginx, and the application's own error page never shows.
Give nginx at least what the application allows. uWSGI's \`limit-post\` is a third limit of the same kind.`,
	bad: {
		"deploy/nginx.conf": uwsgiSite("unix:/srv/shop/shop.sock", "        client_max_body_size 8m;\n"),
		"deploy/uwsgi.ini": uwsgiIni("socket = /srv/shop/shop.sock", "chmod-socket = 660"),
		"wsgi.py": app$2
	},
	good: {
		"deploy/nginx.conf": uwsgiSite("unix:/srv/shop/shop.sock", "        client_max_body_size 16m;\n"),
		"deploy/uwsgi.ini": uwsgiIni("socket = /srv/shop/shop.sock", "chmod-socket = 660"),
		"wsgi.py": app$2
	},
	check({ project, model, report }) {
		for (const group of model.groups) {
			const allowed = maxContentLength(project, group.home);
			const connections = group.connections.filter((c) => model.reached(c).length > 0 && c.protocol !== "fastcgi");
			if (connections.length === 0) continue;
			let most = -1;
			let at;
			for (const { directive } of connections) {
				const [setting] = inherited(directive.parent, "client_max_body_size").slice(-1);
				const bytes = setting ? sizeOf(setting.args[0]?.text ?? "") : 1048576;
				if (bytes === void 0 || bytes === 0) most = Number.POSITIVE_INFINITY;
				else if (bytes > most) [most, at] = [bytes, setting];
			}
			if (allowed && most < allowed.bytes) report(at ?? allowed.at, `nginx takes ${megabytes(most)}${at ? "" : " (client_max_body_size is not set)"} and the application ${megabytes(allowed.bytes)}: whatever is larger gets nginx's "413 Request Entity Too Large".`, {
				...takeAll(at ?? connections[0].directive, allowed.bytes, at?.args[0], connections.length),
				related: [at ? {
					at: allowed.at,
					message: "what the application accepts"
				} : {
					at: connections[0].directive,
					message: "nginx passes the uploads on here"
				}]
			});
			const outer = allowed ?? (at && Number.isFinite(most) ? {
				bytes: most,
				at
			} : void 0);
			for (const server of outer ? group.servers : []) {
				const limit = numberTold(server, "limit-post");
				if (!limit || !outer || limit.number === 0 || limit.number >= outer.bytes) continue;
				const who = allowed ? "the application" : "nginx";
				report(limit.at, `uWSGI takes ${megabytes(limit.number)} and ${who} ${megabytes(outer.bytes)}: larger bodies are truncated.`, {
					fix: suggested(`take what ${who} takes`, replace(limit.value, String(outer.bytes))),
					related: [{
						at: outer.at,
						message: `what ${who} takes`
					}]
				});
			}
		}
	}
});
/** Sets the same limit in nginx; not if there is none yet and any of several locations may take the uploads. */
function takeAll(at, bytes, written, places) {
	const size = bytes % 1048576 === 0 ? `${bytes / 1048576}m` : bytes % 1024 === 0 ? `${bytes / 1024}k` : `${bytes}`;
	if (!written && places > 1) return {};
	const edit = written ? replace(written, size) : lineAbove(at, `client_max_body_size ${size};`);
	return { fix: suggested(`let nginx take ${size}`, edit) };
}
const megabytes = (bytes) => bytes >= 1048576 ? `${Math.round(bytes / 1048576 * 10) / 10} MB` : `${Math.round(bytes / 1024)} kB`;
/** "10m", "1024k", "500"; undefined for a variable. */
function sizeOf(text) {
	const found = /^(\d+)([kmg]?)$/i.exec(text);
	return found ? Number(found[1]) * {
		"": 1,
		k: 1024,
		m: 1024 ** 2,
		g: 1024 ** 3
	}[found[2].toLowerCase()] : void 0;
}
/** The application's MAX_CONTENT_LENGTH, if it is a literal number; undefined if several differ. */
function maxContentLength(project, home) {
	let found;
	for (const { source, kind } of project.sources) {
		if (kind !== "python" || !source.text.includes("MAX_CONTENT_LENGTH") || home && !source.path.startsWith(`${home}/`) || /(^|\/)tests?\//.test(source.path)) continue;
		for (const match of source.text.matchAll(/^[^#\n]*?\bMAX_CONTENT_LENGTH\b["']?\]?\s*[=:]\s*([\d_]+(?:\s*\*{1,2}\s*[\d_]+)*)\s*(?:[,)#\n\r]|$)/gm)) {
			const bytes = product(match[1]);
			if (!bytes || found && found.bytes !== bytes) return void 0;
			const start = match.index + match[0].indexOf("MAX_CONTENT_LENGTH");
			found ??= {
				bytes,
				at: source.range(start, start + 18)
			};
		}
	}
	return found;
}
/** `16 * 1024 * 1024`, `16 * 1024 ** 2`. */
function product(text) {
	let total = 1;
	for (const factor of text.replaceAll("_", "").split(/(?<!\*)\*(?!\*)/)) {
		const [base, power] = factor.split("**").map(Number);
		total *= (base ?? 0) ** (power ?? 1);
	}
	return total;
}
// action/lint/rules/cross/limits/emperor-and-unit.ts
const emperorAndUnit = serverRule({
	id: "cross/emperor-and-unit",
	severity: "warning",
	summary: "The ini sets what the unit that starts it already sets",
	why: `Only root can switch to another user: under \`User=shop\` uWSGI ignores \`uid = www-data\` and goes on as shop, so the socket and the files are not
owned as the ini says. And \`daemonize\` makes uWSGI leave the process that systemd or supervisor watches: they see it end, and stop or
restart it indefinitely. Leave the user and daemonizing to the unit.`,
	bad: {
		"deploy/shop.service": unit$1("ExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini"),
		"deploy/uwsgi.ini": uwsgiIni("uid = www-data", "socket = /srv/shop/shop.sock", "chmod-socket = 660")
	},
	good: {
		"deploy/shop.service": unit$1("ExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini"),
		"deploy/uwsgi.ini": uwsgiIni("socket = /srv/shop/shop.sock", "chmod-socket = 660")
	},
	check(server, { report }) {
		const { starter } = server;
		if (server.program !== "uwsgi" || starter?.by !== "systemd" && starter?.by !== "supervisor") return;
		const user = starter.user;
		for (const [option, owner] of [["uid", user], ["gid", starter.group]]) {
			const said = told(server, option);
			if (!said || !user || !owner || user.text === "root" || /[%$]/.test(owner.text + said.text)) continue;
			if (said.text === owner.text || /^\d+$/.test(said.text) !== /^\d+$/.test(owner.text)) continue;
			report(said.at, `uWSGI is started as ${user.text} and cannot become ${said.text}: \`${option}\` is ignored.`, {
				related: [{
					at: owner,
					message: "who it runs as"
				}],
				fix: safe(`remove \`${option}\``, wholeLine(said.at))
			});
		}
		const daemonize = server.settings.get("daemonize")?.at;
		const type = unitEntry(starter, "Type")?.value.text;
		if (daemonize && type !== "forking" && type !== "oneshot") report(daemonize, starter.by === "systemd" ? `uWSGI goes into the background, systemd sees the process it started end, and considers the service stopped.` : `uWSGI goes into the background, supervisor sees the process it started end, and restarts it until it is FATAL.`, { related: [{
			at: starter.invocations[0] ?? daemonize,
			message: `${starter.by} starts it here`
		}] });
	}
});
// action/lint/rules/cross/limits/proxyfix-count.ts
const app$1 = (more) => `from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

app = Flask(__name__)
app.wsgi_app = ProxyFix(app.wsgi_app, ${more})
`;
const conf$2 = `bind = "127.0.0.1:8000"
workers = 2
`;
/** ProxyFix's arguments, with the headers that they trust and what a visitor can forge by them. */
const trusted = [
	{
		keyword: "x_for",
		fallback: 1,
		header: "X-Forwarded-For",
		forged: "request.remote_addr"
	},
	{
		keyword: "x_proto",
		fallback: 1,
		header: "X-Forwarded-Proto",
		forged: "request.scheme"
	},
	{
		keyword: "x_host",
		fallback: 0,
		header: "X-Forwarded-Host",
		forged: "request.host and every external URL"
	},
	{
		keyword: "x_prefix",
		fallback: 0,
		header: "X-Forwarded-Prefix",
		forged: "the prefix of every URL"
	}
];
const proxyfixCount = defineRule({
	id: "cross/proxyfix-count",
	severity: "warning",
	summary: "ProxyFix trusts a header that nginx does not set",
	why: `nginx forwards every header of the client that it does not set itself. ProxyFix trusts as many values as it is configured to, so a header
that nginx does not write is the visitor's to choose: \`curl -H 'X-Forwarded-Host: evil.example'\` then turns up in password-reset links.
Set the header in nginx with proxy_set_header, or remove it from ProxyFix. With uwsgi_pass Flask already gets address and scheme.`,
	bad: {
		"deploy/nginx.conf": gunicornSite("http://127.0.0.1:8000"),
		"deploy/gunicorn.conf.py": conf$2,
		"wsgi.py": app$1("x_for=1, x_proto=1, x_host=1")
	},
	good: {
		"deploy/nginx.conf": gunicornSite("http://127.0.0.1:8000"),
		"deploy/gunicorn.conf.py": conf$2,
		"wsgi.py": app$1("x_for=1, x_proto=1")
	},
	check({ project, model, report }) {
		for (const group of model.groups) {
			const connections = group.connections.filter((c) => model.reached(c).length > 0);
			if (connections.length === 0) continue;
			const calls = proxyFixes(project, group.home);
			if (calls.length !== 1) continue;
			const call = calls[0];
			if (call.args.filter((a) => a.keyword === void 0).length > 1) continue;
			const open = trusted.flatMap(({ keyword, fallback, header, forged }) => {
				const argument = call.args.find((a) => a.keyword === keyword);
				const connection = (argument ? argument.value.kind === "int" ? argument.value.value : 0 : fallback) > 0 ? connections.find((c) => writesHeader(project, c.directive, header) === false) : void 0;
				return connection ? [{
					at: argument?.value ?? call.callee,
					header,
					forged,
					connection
				}] : [];
			});
			for (const { keyword, header, forged } of trusted) {
				const count = call.args.find((a) => a.keyword === keyword)?.value;
				const proxies = connections.every((c) => enclosing(c.directive, "server")) ? 1 : void 0;
				if (!proxies || count?.kind !== "int" || count.value <= proxies || behindProxy(project)) continue;
				report(count, `ProxyFix counts ${count.value} proxies that add ${header}, and the repository has one nginx: a visitor who sends the header chooses ${forged}.`, { related: [{
					at: connections[0].directive,
					message: "the one proxy"
				}] });
				break;
			}
			const [first] = open;
			if (!first) continue;
			const headers = open.map((o) => o.header).join(" and ");
			report(first.at, `ProxyFix trusts ${headers}, and ${first.connection.protocol === "uwsgi" ? "with uwsgi_pass nothing sets" : "nginx does not set"} ${open.length > 1 ? "them" : "it"}: a visitor who sends such a header chooses ${first.forged}.`, { related: [{
				at: first.connection.directive,
				message: "nginx passes requests on here"
			}] });
		}
	}
});
const proxyFixes = (project, home) => [...pythonWith(project, /\bProxyFix\(/, home)].flatMap((file) => file.calls).filter((call) => /(^|\.)ProxyFix$/.test(call.callee.text));
// action/lint/rules/cross/limits/stop-signal.ts
const stopSignal = serverRule({
	id: "cross/stop-signal",
	severity: "warning",
	summary: "A stop of the unit interrupts requests or leaves workers behind",
	why: `gunicorn finishes its requests on SIGTERM; SIGINT and SIGQUIT make it drop them. Whatever is still running after \`TimeoutStopSec=\` (supervisor:
\`stopwaitsecs\`) is killed, so it has to be longer than \`graceful_timeout\`. With \`KillMode=process\` only the master gets a signal, and workers that
it does not stop keep the socket of the old release.`,
	bad: { "deploy/shop.service": unit$1("ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app", "KillSignal=SIGQUIT") },
	good: { "deploy/shop.service": unit$1("ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app", "KillMode=mixed") },
	check(server, { report }) {
		const { starter } = server;
		if (starter?.by !== "systemd" && starter?.by !== "supervisor") return;
		const said = (unitKey, programKey) => processEntry(starter, unitKey, programKey)?.value;
		const signal = said("KillSignal", "stopsignal");
		const name = signal?.text.toUpperCase().replace(/^SIG/, "");
		if (signal && name === "KILL") report(signal, `${server.program} is killed at once: every request in progress is a 502, and its socket file stays behind.`);
		else if (signal && server.program === "gunicorn" && /^(INT|QUIT)$/.test(name ?? "")) report(signal, `On SIG${name} gunicorn quits at once: each restart fails every request in progress. SIGTERM lets it finish them.`);
		const mode = unitEntry(starter, "KillMode")?.value;
		if (mode && /^(process|none)$/.test(mode.text)) report(mode, `KillMode=${mode.text} leaves the workers alone: what does not end with its master keeps running the old release.`);
		const wait = said("TimeoutStopSec", "stopwaitsecs");
		const graceful = gracefulOf(server);
		const most = graceful?.number ?? (server.program === "gunicorn" && !server.partial ? 30 : 0);
		const seconds = wait && /^\d+s?$/.test(wait.text) ? Number.parseInt(wait.text, 10) : void 0;
		if (wait && seconds !== void 0 && seconds > 0 && seconds < most) report(wait, `The server is killed after ${seconds} seconds, and its workers may take ${most} to finish: requests are interrupted at each restart.`, {
			severity: graceful ? "warning" : "info",
			related: graceful ? [{
				at: graceful.at,
				message: "how long the workers may take"
			}] : []
		});
	}
});
/** How long the workers may take for a graceful stop, if the files set it. */
const gracefulOf = (server) => server.program === "uwsgi" ? numberTold(server, "worker-reload-mercy") ?? numberTold(server, "reload-mercy") : numberTold(server, "graceful_timeout");
// action/lint/rules/cross/limits/streaming-location.ts
const files$3 = (site) => ({
	"deploy/nginx.conf": site,
	"deploy/gunicorn.conf.py": "bind = \"127.0.0.1:8000\"\nworkers = 1\nworker_class = \"gthread\"\nthreads = 8\n",
	"wsgi.py": "from flask import Flask\nfrom flask_socketio import SocketIO\n\napp = Flask(__name__)\nsocketio = SocketIO(app)\n"
});
const streamingLocation = defineRule({
	id: "cross/streaming-location",
	severity: "warning",
	summary: "Websockets or server-sent events without the settings in nginx that they need",
	why: `Flask-SocketIO and flask-sock need the Upgrade and Connection headers, which nginx does not forward by itself: every websocket fails with 400, and Socket.IO falls back to polling. Server-sent events
are held back by nginx until a buffer is full: \`proxy_buffering off;\` in their location, or the response header X-Accel-Buffering: no, lets them through. uwsgi_pass cannot carry a websocket.`,
	bad: files$3(gunicornSite("http://127.0.0.1:8000")),
	good: files$3(gunicornSite("http://127.0.0.1:8000", `        proxy_http_version 1.1;
        proxy_set_header Upgrade $http_upgrade;
        proxy_set_header Connection "upgrade";
`)),
	check({ project, model, report }) {
		for (const group of model.groups) {
			const connections = group.connections.filter((one) => model.reached(one).length > 0 && /^(http|uwsgi)$/.test(one.protocol));
			const [first] = connections;
			if (!first) continue;
			const said = (pattern) => {
				for (const { source } of pythonWith(project, pattern, group.home)) return source.range(...placeOf(source.text, pattern));
			};
			const socket = said(/\bSocketIO\(\s*\w|\bSock\(\s*\w/);
			const headers = connections.map((one) => requestHeaders(project, one.directive.parent));
			if (socket && headers.every((set) => set !== void 0 && !set.has("upgrade"))) report(first.directive, `The app speaks websockets, and nginx forwards no Upgrade header: they fail with 400.`, { related: [{
				at: socket,
				message: "websockets are served here"
			}] });
			const events = said(/["']text\/event-stream["']/);
			const buffered = connections.every((one) => {
				const name = one.protocol === "uwsgi" ? "uwsgi_buffering" : "proxy_buffering";
				return inherited(one.directive.parent, name).at(-1)?.args[0]?.text !== "off";
			});
			if (events && buffered && !said(/X-Accel-Buffering/i)) report(first.directive, "The app sends server-sent events, and nginx holds them back until a buffer is full.", { related: [{
				at: events,
				message: "events are sent here"
			}] });
		}
	}
});
function placeOf(text, pattern) {
	const found = pattern.exec(text);
	return [found?.index ?? 0, (found?.index ?? 0) + (found?.[0].length ?? 0)];
}
// action/lint/nginx/time.ts
/** "35", "35s", "5m", "1h 30m" in seconds; undefined if it is no time. */
function secondsOf(text) {
	if (!/^(\d+(ms|[smhdw])?)+$/.test(text)) return void 0;
	const units = {
		"": 1,
		ms: .001,
		s: 1,
		m: 60,
		h: 3600,
		d: 86400,
		w: 604800
	};
	let total = 0;
	for (const [, count, name] of text.matchAll(/(\d+)(ms|[smhdw])?/g)) total += Number(count) * units[name ?? ""];
	return total;
}
// action/lint/rules/cross/limits/timeout-order.ts
const timeoutOrder = defineRule({
	id: "cross/timeout-order",
	severity: "warning",
	summary: "nginx gives up on a request before the application server does",
	why: `After \`uwsgi_read_timeout\` or \`proxy_read_timeout\` (60 seconds by default) nginx answers "504 Gateway Time-out" and forgets the
request, while the worker goes on with it until uWSGI's \`harakiri\` or gunicorn's \`timeout\`: people try again, and each try blocks a worker.
Let the inner limit be the smaller one: harakiri = 30, uwsgi_read_timeout 35s.`,
	bad: {
		"deploy/nginx.conf": uwsgiSite("unix:/srv/shop/shop.sock", "        uwsgi_read_timeout 30s;\n"),
		"deploy/uwsgi.ini": uwsgiIni("harakiri = 120", "socket = /srv/shop/shop.sock", "chmod-socket = 660")
	},
	good: {
		"deploy/nginx.conf": uwsgiSite("unix:/srv/shop/shop.sock", "        uwsgi_read_timeout 125s;\n"),
		"deploy/uwsgi.ini": uwsgiIni("harakiri = 120", "socket = /srv/shop/shop.sock", "chmod-socket = 660")
	},
	check({ model, report }) {
		for (const connection of model.connections) {
			const prefix = connection.protocol === "uwsgi" ? "uwsgi" : connection.protocol === "http" ? "proxy" : void 0;
			if (!prefix) continue;
			for (const { server } of model.reached(connection)) {
				const inner = limitOf(server);
				if (!inner) continue;
				const [setting] = inherited(connection.directive.parent, `${prefix}_read_timeout`).slice(-1);
				const outer = setting ? secondsOf(setting.args[0]?.text ?? "") : 60;
				if (outer === void 0 || outer >= inner.number) continue;
				if (model.connections.some((other) => {
					if (!model.reached(other).some((r) => r.server === server)) return false;
					const [own] = inherited(other.directive.parent, `${prefix}_read_timeout`).slice(-1);
					return own !== void 0 && (secondsOf(own.args[0]?.text ?? "") ?? Number.POSITIVE_INFINITY) >= inner.number;
				})) continue;
				report(setting ?? inner.at, `nginx waits ${outer} seconds${setting ? "" : ` (${prefix}_read_timeout is not set)`} and ${inner.name} is ${inner.number}: a slow request is a 504 while its worker goes on for ${inner.number - outer} seconds more.`, {
					fix: suggested(`let nginx wait ${inner.number + 5} seconds`, setting?.args[0] ? replace(setting.args[0], `${inner.number + 5}s`) : lineBelow(connection.directive, `${prefix}_read_timeout ${inner.number + 5}s;`)),
					related: [setting ? {
						at: inner.at,
						message: `${inner.name} of ${server.program}`
					} : {
						at: connection.directive,
						message: "nginx passes requests on here"
					}]
				});
			}
		}
	}
});
/** The time limit of one request. Only gunicorn's sync workers are killed by `timeout` for that. */
function limitOf(server) {
	const name = server.program === "uwsgi" ? "harakiri" : "timeout";
	const isDefault = (key, value) => !server.settings.has(key) || value.test(told(server, key)?.text ?? "");
	if (server.program === "gunicorn" && !(isDefault("worker_class", /^sync$/) && isDefault("threads", /^1$/))) return void 0;
	const limit = numberTold(server, name);
	return limit && limit.number > 0 ? {
		...limit,
		name
	} : void 0;
}
// action/lint/rules/cross/sockets/bad-address.ts
const badAddress = serverRule({
	id: "cross/bad-address",
	severity: "error",
	summary: "An address that gunicorn or uWSGI reads as something else",
	why: `gunicorn reads a path without \`unix:\` in front as a host name, and \`http\` of a URL too: it fails to start with "Invalid address".
uWSGI takes an address without a port for the name of a file: it makes a socket called "0.0.0.0" in its folder, and listens on no port.`,
	bad: { "deploy/shop.service": unit$1("ExecStart=/srv/shop/.venv/bin/gunicorn --bind /srv/shop/shop.sock wsgi:app") },
	good: { "deploy/shop.service": unit$1("ExecStart=/srv/shop/.venv/bin/gunicorn --bind unix:/srv/shop/shop.sock wsgi:app") },
	check({ program, listeners, invocation }, { report }) {
		for (const { at, option, address, handed } of listeners) {
			if (handed || address.at === invocation?.executable) continue;
			const said = address.at.text.trim();
			const [message, right] = (program === "gunicorn" ? ofGunicorn(said) : ofUwsgi(said, option)) ?? [];
			if (!message || !right) continue;
			const start = at.source.text.indexOf(said, at.start);
			const fix = suggested(`write \`${right}\``, replace(at.source.range(start, start + said.length), right));
			report(at, message, start >= at.start && start < at.end ? { fix } : {});
		}
	}
});
function ofGunicorn(said) {
	if (/^\.{0,2}\/[\w./-]+$/.test(said)) return [`gunicorn reads \`${said}\` as a host name and does not start: a socket is written \`unix:${said}\`.`, `unix:${said}`];
	const url = /^https?:\/\/([\w.-]+:\d+)\/?$/.exec(said)?.[1];
	return url ? [`gunicorn reads \`http\` as the host name and does not start: an address is not a URL.`, url] : void 0;
}
/** A bare number is uwsgi/bad-number's. */
const ofUwsgi = (said, option) => (option === "socket" || option === "http-socket") && /^(?:localhost|\d+(?:\.\d+){3})$/.test(said) ? [`uWSGI creates a unix socket in a file named \`${said}\` and listens on no port.`, `${said}:8000`] : void 0;
// action/lint/rules/cross/sockets/private-tmp-socket.ts
const privateTmpSocket = serverRule({
	id: "cross/private-tmp-socket",
	severity: "error",
	summary: "A socket in /tmp under PrivateTmp, where nginx cannot see it",
	why: `With \`PrivateTmp=true\` the service has a /tmp of its own, so a socket that it makes there exists for it alone. nginx looks into the real /tmp,
logs "(2: No such file or directory)", and every request is a 502, while the service runs normally.
Keep PrivateTmp and put the socket into /run with \`RuntimeDirectory=\`.`,
	bad: { "deploy/shop.service": unit$1("PrivateTmp=true", "ExecStart=/srv/shop/.venv/bin/gunicorn --bind unix:/tmp/shop.sock wsgi:app") },
	good: {
		"deploy/shop.service": unit$1("PrivateTmp=true", "RuntimeDirectory=shop", "ExecStart=/srv/shop/.venv/bin/gunicorn --bind unix:/run/shop/shop.sock wsgi:app"),
		"deploy/nginx.conf": gunicornSite("http://unix:/run/shop/shop.sock")
	},
	check(server, { model, report }) {
		const callers = model.connectionsTo(server);
		for (const { at, address, handed } of server.listeners) {
			if (handed || address.kind !== "unix" || !/^\/(var\/)?tmp\//.test(address.path)) continue;
			const by = callers.flatMap(model.reached).find((one) => one.server === server)?.by;
			const own = privateTmp(server.starter);
			const setting = own ?? (by && privateTmp(by.starter));
			if (!setting) continue;
			const to = callers[0];
			report(setting, own ? `${show(address)} is made in a /tmp that only this service sees: nginx gets "2: No such file or directory" and every request is a 502.` : `This service has a /tmp of its own, and the socket that it connects to, ${show(address)}, is in the real one: every request is a 502.`, { related: [{
				at,
				message: "the socket"
			}, ...to ? [{
				at: to.directive,
				message: "nginx connects here"
			}] : []] });
		}
	}
});
function privateTmp(starter) {
	const setting = unitEntry(starter, "PrivateTmp");
	return setting && (isYes(setting.value.text) || setting.value.text === "disconnected") ? setting : void 0;
}
// action/lint/rules/cross/sockets/protect-home.ts
const protectHome = unitRule({
	id: "cross/protect-home",
	severity: "error",
	summary: "A sandbox that hides or locks paths that the service uses",
	why: `\`ProtectHome=true\` makes /home, /root and /run/user empty for the service: a WorkingDirectory, a virtualenv or a socket there fails with
"status=200/CHDIR" or "203/EXEC" before the application is even loaded. \`ProtectSystem=strict\` makes everything but /dev, /proc and /sys read-only,
so a log file or a socket needs its folder in \`ReadWritePaths=\`, \`RuntimeDirectory=\`, \`StateDirectory=\` or \`LogsDirectory=\`.`,
	bad: { "deploy/shop.service": unit$1("WorkingDirectory=/home/shop/app", "ProtectHome=true", "ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app") },
	good: {
		"deploy/shop.service": unit$1("ProtectHome=true", "ProtectSystem=strict", "RuntimeDirectory=shop", "LogsDirectory=shop", "ExecStart=/srv/shop/.venv/bin/gunicorn --bind unix:/run/shop/shop.sock --error-logfile /var/log/shop/error.log wsgi:app"),
		"deploy/nginx.conf": gunicornSite("http://unix:/run/shop/shop.sock")
	},
	check(file, { model, report }) {
		const home = entry(file, "Service", "ProtectHome");
		const system = entry(file, "Service", "ProtectSystem");
		const servers = model.servers.filter((server) => server.starter?.file === file);
		if (home && (isYes(home.value.text) || home.value.text === "tmpfs")) {
			const used = usedPaths(file, servers).find(({ path }) => /^\/(home|root|run\/user)(\/|$)/.test(path) && !bound(file, path));
			if (used) report(home, `ProtectHome=${home.value.text} leaves ${/^\/[^/]+/.exec(used.path)?.[0]} empty for this service, and ${used.what} is ${used.path}: the unit fails to start.`, { related: [{
				at: used.at,
				message: used.what
			}] });
		}
		const level = system?.value.text ?? "";
		if (!system) return;
		for (const { path, what, at } of writtenPaths(servers)) {
			if (!isLocked(path, level) || writable(file, path)) continue;
			report(system, `ProtectSystem=${system.value.text} makes ${path} read-only for this service, and ${what} is there: "Read-only file system", and the server does not start.`, { related: [{
				at,
				message: what
			}] });
			break;
		}
	}
});
/** What ProtectSystem= makes read-only. Folders in /run have their own check. */
function isLocked(path, level) {
	if (level === "strict") return !/^\/(dev|proc|sys|run)\//.test(path);
	if (level === "full") return /^\/(usr|boot|efi|etc)\//.test(path);
	return isYes(level) && /^\/(usr|boot|efi)\//.test(path);
}
function usedPaths(file, servers) {
	const out = [];
	const add = (what, at, text) => {
		if (text?.startsWith("/")) out.push({
			path: normalPath(text),
			what,
			at
		});
	};
	const directory = entry(file, "Service", "WorkingDirectory");
	if (directory && !directory.value.text.startsWith("-")) add("its WorkingDirectory", directory, directory.value.text.replace(/^!/, ""));
	for (const exec of entries(file, "Service", "ExecStart")) add("its program", exec, exec.value.text.replace(/^[-@:+!|]+/, "").split(/\s/)[0]);
	for (const server of servers) {
		for (const { address, at, handed } of server.listeners) if (address.kind === "unix" && !address.abstract && !handed) add("its socket", at, address.path);
		const config = server.options.find((o) => o.name.text === "ini")?.value ?? void 0;
		if (config) add("its ini", config, config.text);
	}
	return out;
}
function writtenPaths(servers) {
	const out = [];
	for (const server of servers) {
		if (server.partial) continue;
		const directory = server.directory?.text;
		const add = (what, at, text) => {
			if (!text || /[%$:{]/.test(text)) return;
			const path = text.startsWith("/") ? text : directory?.startsWith("/") && /\w\.\w|\//.test(text) ? `${directory}/${text}` : void 0;
			if (path && !/[%$]/.test(path)) out.push({
				path: normalPath(path),
				what,
				at
			});
		};
		for (const { address, at, handed } of server.listeners) if (address.kind === "unix" && !address.abstract && !handed) add("its socket", at, address.path);
		const [who, files] = server.program === "uwsgi" ? ["uWSGI", [
			"logto",
			"logto2",
			"daemonize",
			"pidfile"
		]] : ["gunicorn", [
			"accesslog",
			"errorlog",
			"pidfile"
		]];
		for (const name of files) {
			const { at, text } = server.settings.get(name) ?? {};
			if (at) add(`${who}'s ${name}`, at, text);
		}
	}
	return out;
}
const listed = (file, key) => entries(file, "Service", key).flatMap((e) => e.value.text.split(/\s+/));
const inside = (path, folder) => path === folder || path.startsWith(`${folder.replace(/\/$/, "")}/`);
const bound = (file, path) => ["BindPaths", "BindReadOnlyPaths"].some((key) => listed(file, key).some((p) => inside(path, normalPath(p.replace(/^[-+]+/, "").split(":").at(-1) ?? ""))));
function writable(file, path) {
	if (/^\/(var\/)?tmp\//.test(path) && isYes(entry(file, "Service", "PrivateTmp")?.value.text)) return true;
	const open = [...listed(file, "ReadWritePaths"), ...listed(file, "ReadWriteDirectories")].map((p) => p.replace(/^[-+]+/, ""));
	const made = (key, root) => listed(file, key).map((name) => `${root}/${name.replace(/:.*$/, "")}`);
	const folders = [
		...open,
		...made("RuntimeDirectory", "/run"),
		...made("StateDirectory", "/var/lib"),
		...made("LogsDirectory", "/var/log"),
		...made("CacheDirectory", "/var/cache")
	];
	return bound(file, path) || folders.some((folder) => /[%$]/.test(folder) || inside(path, normalPath(folder)));
}
// action/lint/rules/examples.ts
/** An nginx configuration in the usual layout: a directive a line, indented by four spaces a block. */
const nginx = (...statements) => () => laidOut(statements.join(" "));
/** A server on port 80 with further directives. */
const server = (...statements) => nginx("server { listen 80;", ...statements, "}");
function laidOut(statements) {
	let depth = 0;
	let text = "";
	for (const [part] of statements.matchAll(/(?:[^\s;{}"'$]|\$\{\w+\}|\$|"[^"]*"|'[^']*'|[ \t](?! *[{}]))+[;]?|[{}]|#[^\n]*/g)) if (part === "{") {
		depth++;
		text = `${text.trimEnd()} {\n`;
	} else {
		if (part === "}") depth--;
		text += `${"    ".repeat(depth)}${part.trim()}\n`;
	}
	return text;
}
/** Lines `KEY=value`, each in place of the standard one of its key; one without a value leaves that out. */
function replacing(standard, lines) {
	const keys = new Set(lines.map((line) => line.split("=")[0]));
	return [...standard.filter((line) => !keys.has(line.split("=")[0])), ...lines].filter((line) => !line.endsWith("=")).join("\n");
}
// action/lint/rules/cross/sockets/protocol-mismatch.ts
const protocolMismatch = defineRule({
	id: "cross/protocol-mismatch",
	severity: "error",
	summary: "nginx speaks another protocol than the server that listens there",
	why: `uWSGI's \`socket\` speaks the uwsgi protocol, \`http-socket\` and gunicorn speak HTTP. \`proxy_pass\` to a \`socket\`, or \`uwsgi_pass\` to an
HTTP one, is a 502 for every request; uWSGI logs "invalid request block size: 21573", which are the letters "ET" of "GET".`,
	bad: {
		"deploy/nginx.conf": server("location / { proxy_set_header Host $host; proxy_pass http://unix:/run/shop/shop.sock; }"),
		"deploy/uwsgi.ini": uwsgiIni("socket = /run/shop/shop.sock")
	},
	good: {
		"deploy/nginx.conf": uwsgiSite("unix:/run/shop/shop.sock"),
		"deploy/uwsgi.ini": uwsgiIni("socket = /run/shop/shop.sock")
	},
	check({ model, report }) {
		const told = /* @__PURE__ */ new Set();
		for (const connection of model.connections) {
			if (connection.protocol !== "uwsgi" && connection.protocol !== "http" || told.has(connection.directive)) continue;
			const reached = model.reached(connection).filter(({ listener }) => listener.protocol !== "unknown");
			if (reached.some(({ listener }) => listener.protocol === connection.protocol)) continue;
			const { name } = connection.directive;
			for (const { server, listener } of reached.slice(0, 1)) {
				told.add(connection.directive);
				report(connection.directive, `\`${name.text}\` speaks ${connection.protocol} to ${show(connection.address)}, where ${server.program} listens for ${listener.protocol}: every request is a 502.`, { related: [{
					at: listener.at,
					message: `${server.program} listens here for ${listener.protocol}`
				}] });
			}
		}
	}
});
// action/lint/rules/cross/sockets/socket-dir-missing.ts
const socketDirMissing = serverRule({
	id: "cross/socket-dir-missing",
	severity: "error",
	summary: "A socket in a folder of /run that nothing creates",
	why: `/run is empty after every boot and belongs to root. A server that binds /run/shop/shop.sock needs the folder to be made for it, and one that
does not run as root cannot bind /run/shop.sock at all: "bind(): No such file or directory" or "Permission denied", the unit fails and nginx
answers 502. \`RuntimeDirectory=shop\` in the unit makes /run/shop, owned by User=, at every start; tmpfiles.d or a .socket unit do as well.`,
	bad: {
		"deploy/nginx.conf": uwsgiSite("unix:/run/shop/shop.sock"),
		"deploy/uwsgi.ini": uwsgiIni("socket = /run/shop/shop.sock", "chmod-socket = 660"),
		"deploy/shop.service": unit$1("ExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini")
	},
	good: {
		"deploy/nginx.conf": uwsgiSite("unix:/run/shop/shop.sock"),
		"deploy/uwsgi.ini": uwsgiIni("socket = /run/shop/shop.sock", "chmod-socket = 660"),
		"deploy/shop.service": unit$1("RuntimeDirectory=shop", "ExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini")
	},
	check(server, { project, app, report }) {
		const { starter } = server;
		if (!starter || server.partial || !(starter.by === "systemd" || starter.by === "supervisor" && app)) return;
		for (const { address, at, handed } of server.listeners) {
			if (handed || address.kind !== "unix" || address.abstract || !address.path.startsWith("/run/")) continue;
			const folder = dirname(address.path);
			if (app && folder === `/run/${app.name}/app` && app.processManager !== "systemd") continue;
			if (folder === "/run" || folder === `/run/${app?.name}`) {
				if (bindsAsRoot(server)) continue;
				const user = userOf(server);
				report(at, `Only root may make files in ${folder}, and ${server.program} runs as ${user}: binding ${address.path} fails with "Permission denied" and the unit does not come up.`, { related: [{
					at: starter.user ?? starter.invocations[0] ?? at,
					message: `runs as ${user}`
				}] });
				continue;
			}
			if (isPackaged(folder) || isMade(project, folder)) continue;
			const name = folder.slice(5);
			const exec = unitEntry(starter, "ExecStart");
			report(at, `Nothing creates ${folder}, and /run is empty after every boot: binding ${address.path} fails with "No such file or directory" and nginx answers 502.`, {
				related: exec ? [{
					at: exec,
					message: "the unit that starts it has no RuntimeDirectory="
				}] : [],
				fix: exec && /^[\w.@-]+$/.test(name) ? suggested(`add RuntimeDirectory=${name} to the unit`, lineBelow(exec, `RuntimeDirectory=${name}`)) : void 0
			});
		}
	}
});
const userOf = (server) => server.starter?.user?.text ?? server.settings.get("uid")?.text ?? "root";
/** With these uWSGI binds first and becomes somebody else afterwards. */
const late = [
	"chown-socket",
	"master-as-root",
	"drop-after-init",
	"drop-after-apps"
];
const bindsAsRoot = (server) => {
	const user = userOf(server);
	if (!server.starter?.user && late.some((name) => server.settings.has(name))) return true;
	return user === "root" || user === "0" || /[%$]/.test(user);
};
/** Folders that Debian's packages create. */
const isPackaged = (folder) => /^\/run\/(uwsgi\/app|nginx|user|lock|systemd)(\/|$)/.test(folder);
const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
/** Whether any file creates the folder: a unit of this or another program, tmpfiles.d, or a mkdir. */
function isMade(project, folder) {
	const name = folder.slice(5);
	const made = new RegExp(`(?:\\b(?:mkdir|install)\\s[^\\n]*|^[ \\t]*[dD]!?[ \\t]+)(?:/var)?/run/${literally(name)}(?![\\w-])`, "m");
	for (const unitFile of project.units) {
		for (const { value } of entries(unitFile, "Service", "RuntimeDirectory")) if (value.text.split(/\s+/).some((dir) => name === dir || name.startsWith(`${dir}/`) || /[%$]/.test(dir))) return true;
		if (unitFile.sections.some((section) => section.entries.some((e) => /^ExecStartPre|^ExecStart$/.test(e.key.text) && made.test(`${e.value.text}`)))) return true;
	}
	if (project.sources.some(({ source, kind }) => kind !== "nginx" && made.test(source.text))) return true;
	return [...project.paths].some((path) => /tmpfiles/.test(path)) || normalPath(folder) === "/run";
}
// action/lint/rules/cross/sockets/socket-path-mismatch.ts
const socketPathMismatch = defineRule({
	id: "cross/socket-path-mismatch",
	severity: "error",
	summary: "nginx passes requests to an address where the application server does not listen",
	why: `nginx connects to exactly what \`uwsgi_pass\` or \`proxy_pass\` says. When uWSGI or gunicorn listens somewhere else, every request is a
502, and error.log says "connect() to unix:… failed (2: No such file or directory)" or "(111: Connection refused)".
Write the same address on both sides. /var/run is /run, a relative socket lies in the server's directory, and :8000 listens on every address.`,
	bad: {
		"deploy/nginx.conf": uwsgiSite("unix:/run/shop/shop.sock"),
		"deploy/uwsgi.ini": uwsgiIni("socket = /run/shop/uwsgi.sock")
	},
	good: {
		"deploy/nginx.conf": uwsgiSite("unix:/run/shop/shop.sock"),
		"deploy/uwsgi.ini": uwsgiIni("socket = /run/shop/shop.sock"),
		"other/nginx.conf": gunicornSite("http://127.0.0.1:8000"),
		"other/gunicorn.conf.py": `bind = "127.0.0.1:8000"
workers = 2
`
	},
	check({ project, model, app, report }) {
		const ours = app !== void 0;
		const node = [...project.paths].some((path) => /(^|\/)package\.json$/.test(path));
		for (const connection of model.connections) {
			if (connection.protocol !== "uwsgi" && connection.protocol !== "http") continue;
			const [end, ...others] = model.endsOf(connection);
			if (!end || others.length > 0 || model.reached(connection).length > 0) continue;
			const { address, by } = end;
			if (!(by || comparable(address, false) || isService(connection))) continue;
			if (address.kind === "unknown" || address.kind === "unix" && !address.path.startsWith("/")) continue;
			const group = model.groupOf(connection);
			const servers = group.servers.filter(isProduction);
			if (servers.length === 0 || servers.some((server) => !wholeOf(server, ours))) continue;
			if (mayReach(model, end, ours)) continue;
			const free = servers.filter((server) => !isReached(model, server));
			const missed = free.filter((server) => speaks(server, connection.protocol, address));
			if (missed.length === 0 || missed.length < free.length) continue;
			if (connection.protocol === "http" && address.kind === "tcp") {
				if (node || group.connections.some((other) => model.reached(other).length > 0)) continue;
				if (missed.some((server) => server.program !== "gunicorn")) continue;
			}
			const socket = group.sockets.find((unit) => comparable(unit.listeners[0].address, ours) && !isCalled(model, unit, ours));
			const listeners = socket?.listeners ?? missed.flatMap((server) => server.listeners);
			const [nearest] = listeners;
			if (!nearest) continue;
			const who = socket?.name ?? missed[0].program;
			const where = [...new Set(listeners.map((l) => show(by && !socket ? l.address : connectable(l.address))))].join(" and ");
			report(by ? address.at : (connection.via ?? connection.directive).args[0] ?? connection.directive, `${by ? basename(by.starter.file.path) : "nginx"} connects to ${show(address)}, but ${who} listens on ${where}: every request is a 502.`, {
				related: [{
					at: nearest.at,
					message: `${who} listens here`
				}],
				...listeners.length === 1 && !by ? connectThere(connection, connectable(nearest.address)) : {}
			});
		}
	}
});
/** A server that a script starts is a manual test, not a deployment; an emperor serves nothing itself. */
const isProduction = (server) => (!/^(script|container)$/.test(server.starter?.by ?? "") || !!server.uwsgi || !!server.conf) && !server.options.some((option) => option.name.text === "emperor");
/** Whether all listeners of the server are known. */
const wholeOf = (server, ours) => !server.partial && server.listeners.length > 0 && server.listeners.every(({ address }) => comparable(address, ours));
/** `ours`: only a deploy of ours creates current.sock beside the sockets of releases. */
const comparable = (address, ours) => address.kind === "unix" && !address.abstract && (ours || !address.path.includes("*")) && !/[%$]/.test(address.path) || address.kind === "tcp" && (isLoopback(address.host) || isPublic(address.host));
/** A container's name (web:5000): its port is that of the server in it, and nothing else speaks uwsgi. */
const isService = ({ address, protocol }) => protocol === "uwsgi" && address.kind === "tcp" && /^[a-z][\w-]*$/.test(address.host);
const speaks = (server, protocol, to) => server.listeners.some((l) => l.protocol === protocol || l.address.kind === to.kind);
const isReached = (model, server) => model.connections.some((c) => server.listeners.some((l) => reaches(c.address, connectable(l.address)) !== false));
const isCalled = (model, { listeners }, ours) => [...model.connections, ...model.proxies].some((one) => listeners.some((l) => mayBe(one.address, l.address, ours)));
/** Whether the connection may end at a server of any folder, or at a socket unit. */
const mayReach = (model, { address, by }, ours) => [...model.servers, ...model.sockets.filter(({ service }) => !by || service !== by.starter)].some(({ listeners }) => listeners.some((listener) => mayBe(address, listener.address, ours)));
/** An address that does not name a release can only be current.sock. */
const mayBe = (to, on, ours) => reaches(to, ours && !show(to).includes("*") ? connectable(on) : on) !== false;
/** Replaces nginx's address by the server's only one, and keeps what is around it: `http://`, a path, `weight=2`. */
function connectThere({ directive, via, address, protocol }, to) {
	const at = (via ?? directive).args[0];
	const written = /unix:(?:\/\/)?[^:]+|[\w.-]*:\d+/.exec(at?.text.replace(/^\w+:\/\//, (s) => " ".repeat(s.length)) ?? "");
	if (!at || !written || at.quote || address.kind === "unknown" || to.kind === "unknown") return {};
	if (to.kind === "unix" && (to.abstract || !to.path.startsWith("/") || address.kind !== "unix")) return {};
	if (to.kind === "tcp" && (address.kind !== "tcp" || protocol === "uwsgi" && isService({
		address,
		protocol
	}))) return {};
	const text = to.kind === "unix" ? `unix:${to.path}` : `${isPublic(to.host) ? "127.0.0.1" : to.host}:${to.port}`;
	const start = at.start + written.index;
	const edit = replace(at.source.range(start, start + written[0].length), text);
	return { fix: suggested(`connect to ${text}`, edit) };
}
// action/lint/rules/cross/sockets/socket-permission.ts
const socketPermission = defineRule({
	id: "cross/socket-permission",
	severity: "error",
	summary: "nginx may not write to the unix socket of the application server",
	why: `To connect to a unix socket a process needs write permission on it. uWSGI leaves the socket at 755 unless \`chmod-socket\` says otherwise, so
only its own user can connect; a mode of 660 is for its group, and nginx's user (www-data on Debian, nginx on Red Hat) has to be in that group.
Otherwise every request is a 502, and error.log says "(13: Permission denied) while connecting to upstream".
Run the server with \`Group=www-data\` and \`chmod-socket = 660\` (gunicorn: \`umask = 0o007\`).`,
	bad: {
		"deploy/nginx.conf": uwsgiSite("unix:/srv/shop/shop.sock"),
		"deploy/uwsgi.ini": uwsgiIni("socket = /srv/shop/shop.sock"),
		"deploy/shop.service": unit$1("ExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini")
	},
	good: {
		"deploy/nginx.conf": uwsgiSite("unix:/srv/shop/shop.sock"),
		"deploy/uwsgi.ini": uwsgiIni("socket = /srv/shop/shop.sock", "chmod-socket = 660"),
		"deploy/shop.service": unit$1("ExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini")
	},
	check({ project, model, app, report }) {
		const joins = project.scripts.some((script) => /usermod|gpasswd|adduser/.test(script.source.text));
		const nginx = nginxClient(project, app !== void 0 || joins);
		for (const connection of model.connections) for (const { server, listener, by } of model.reached(connection)) {
			const socket = socketFile(server, listener);
			const client = by ? proxyClient(by) : nginx;
			if (!socket || server.partial || mayConnect(client, socket) !== false) continue;
			const { user, group, mode } = socket;
			const only = mode & 16 ? `${user} and its group ${group ?? ""}`.trim() : user;
			report(socket.at, `${show(listener.address)} is made with mode ${(mode & 511).toString(8)} by ${user}${group ? `:${group}` : ""}, so only ${only} can connect: ${by ? basename(by.starter.file.path) : "nginx"}, as ${client.users[0]}, gets "13: Permission denied" and every request is a 502.`, { related: [{
				at: by?.address.at ?? connection.directive,
				message: `${by ? "the proxy" : "nginx"} connects here`
			}, ...server.starter?.user ? [{
				at: server.starter.user,
				message: "the user that makes the socket"
			}] : []] });
		}
	}
});
// action/lint/rules/cross/sockets/socket-unit-address.ts
const files$2 = (socket) => ({
	"deploy/nginx.conf": uwsgiSite("unix:/run/shop.sock"),
	"deploy/uwsgi.ini": uwsgiIni(`socket = ${socket}`),
	"deploy/shop.socket": "[Socket]\nListenStream=/run/shop.sock\nSocketUser=www-data\nSocketMode=0600\n\n[Install]\nWantedBy=sockets.target\n",
	"deploy/shop.service": unit$1("RuntimeDirectory=shop", "ExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini")
});
const socketUnitAddress = serverRule({
	id: "cross/socket-unit-address",
	severity: "warning",
	summary: "The server's own address is not the one of its .socket unit",
	why: `systemd opens what ListenStream= says and hands it over. uWSGI recognises a socket by its address: one that no \`socket =\` names is used all the same, and what the ini names
is opened beside it, as uWSGI's user, which fails in a folder of root's. gunicorn takes what it is handed and ignores \`bind\`, so nothing listens on the address that \`bind\` shows.
Write the same address in both.`,
	bad: files$2("/run/shop/shop.sock"),
	good: files$2("/run/shop.sock"),
	check({ program, listeners, settings, partial }, { report }) {
		const handed = listeners.find(({ at, handed }) => typeof handed === "object" && at.source === handed.file.source);
		if (!handed || partial || typeof handed.handed !== "object") return;
		const related = [{
			at: handed.at,
			message: `${handed.handed.name} opens this one`
		}];
		const own = listeners.find((one) => !one.handed && one.address.kind === handed.address.kind && one.option === "socket");
		const bind = settings.get("bind");
		if (own) report(own.at, `systemd hands ${show(handed.address)} to uWSGI, which opens ${show(own.address)} beside it: neither nginx nor the unit uses this second socket.`, { related });
		else if (program === "gunicorn" && bind && parseAddress(handed.address.at, textOf$2(bind)).kind !== "unknown") report(bind.at, `gunicorn takes ${show(handed.address)} from systemd and ignores this address.`, {
			severity: "info",
			related
		});
	}
});
/** The text of a setting; an f-string has `{}` for unknown parts, as in the sockets of releases. */
const textOf$2 = ({ value }) => !value ? "" : "text" in value ? value.text : value.kind === "str" ? value.value : "";
// action/lint/rules/cross/sockets/socket-unit-permission.ts
const socketUnitPermission = defineRule({
	id: "cross/socket-unit-permission",
	severity: "error",
	summary: "A .socket unit that makes a socket nginx may not write to",
	why: `systemd makes the socket of a .socket unit as root with mode 666. A \`SocketMode=\` without write permission for others needs a
\`SocketUser=\` or \`SocketGroup=\` that nginx runs as; otherwise nginx logs "13: Permission denied" and every request is a 502.`,
	bad: {
		"deploy/shop.socket": "[Socket]\nListenStream=/run/shop.sock\nSocketMode=0600\n\n[Install]\nWantedBy=sockets.target\n",
		"deploy/nginx.conf": uwsgiSite("unix:/run/shop.sock")
	},
	good: {
		"deploy/shop.socket": "[Socket]\nListenStream=/run/shop.sock\nSocketMode=0660\nSocketGroup=www-data\n\n[Install]\nWantedBy=sockets.target\n",
		"deploy/nginx.conf": uwsgiSite("unix:/run/shop.sock")
	},
	check({ project, model, report }) {
		const nginx = nginxClient(project, true);
		for (const unit of model.sockets) {
			const socket = unitSocketFile(unit);
			const on = (address) => unit.listeners.some((one) => address.kind === "unix" && reaches(address, one.address));
			const to = model.connections.find(({ address }) => on(address));
			const proxy = model.proxies.find(({ address, starter }) => starter !== unit.service && on(address));
			for (const [client, at, who] of [...to ? [[
				nginx,
				to.directive,
				"nginx"
			]] : [], ...proxy ? [[
				proxyClient(proxy),
				proxy.address.at,
				basename(proxy.starter.file.path)
			]] : []]) {
				if (!socket || mayConnect(client, socket) !== false) continue;
				const owner = `${socket.user}${socket.group === "root" ? "" : `:${socket.group}`}`;
				report(socket.at, `The socket is ${owner}'s with mode ${(socket.mode & 511).toString(8)}: ${who}, as ${client.users[0]}, gets "13: Permission denied" and every request is a 502.`, { related: [{
					at,
					message: `${who} connects here`
				}] });
				break;
			}
		}
	}
});
// action/lint/rules/cross/index.ts
var cross_exports = /* @__PURE__ */ __exportAll({
	answersDisagree: () => answersDisagree,
	badAddress: () => badAddress,
	bodySize: () => bodySize,
	callableMissing: () => callableMissing,
	certificateNotMade: () => certificateNotMade,
	chunkedBodyLost: () => chunkedBodyLost,
	contradictingScheme: () => contradictingScheme,
	emperorAndUnit: () => emperorAndUnit,
	factoryCalledWrong: () => factoryCalledWrong,
	httpsDisagrees: () => httpsDisagrees,
	moduleMissing: () => moduleMissing,
	openUmask: () => openUmask,
	prefixMismatch: () => prefixMismatch,
	privateTmpSocket: () => privateTmpSocket,
	protectHome: () => protectHome,
	protocolMismatch: () => protocolMismatch,
	proxyfixCount: () => proxyfixCount,
	schemeFromVisitor: () => schemeFromVisitor,
	serverPackageMissing: () => serverPackageMissing,
	socketDirMissing: () => socketDirMissing,
	socketPathMismatch: () => socketPathMismatch,
	socketPermission: () => socketPermission,
	socketUnitAddress: () => socketUnitAddress,
	socketUnitPermission: () => socketUnitPermission,
	staticPath: () => staticPath,
	stopSignal: () => stopSignal,
	streamingLocation: () => streamingLocation,
	timeoutOrder: () => timeoutOrder,
	unitConfigPath: () => unitConfigPath,
	venvPath: () => venvPath
});
// action/lint/rules/systemd/units.ts
function* appUnits(model) {
	for (const starter of model.starters) {
		const { file, invocations } = starter;
		if (starter.by !== "systemd" || file.kind !== "systemd" || invocations.length === 0 || isDropIn(file.path)) continue;
		yield {
			starter: {
				...starter,
				file
			},
			file,
			invocations
		};
	}
}
/** The server of each command line, including its config file. */
const serversByInvocation = (model) => new Map(model.servers.flatMap((server) => server.invocation ? [[server.invocation, server]] : []));
const isDropIn = (path) => /\.[a-z]+\.d\/[^/]*$/.test(path);
/** Units of `systemctl --user`, which run as the user who started them. */
const isUserUnit = (file) => /(^|\/)systemd\/user\//.test(file.path) || /^WantedBy=.*\bdefault\.target|systemctl --user |\.config\/systemd\/user\//m.test(file.source.text);
/** Entries whose value is a command line. */
const execKeys = /^Exec(Start|StartPre|StartPost|Condition|Reload|Stop|StopPost)$/;
function* execEntries(file) {
	for (const section of file.sections) for (const { key, value, ...entry } of section.entries) if (section.name.text === "Service" && execKeys.test(key.text) && value.text !== "" && !/<\w[\w ]*>/.test(value.text)) yield {
		key,
		value,
		...entry
	};
}
/** A valid unit with some lines replaced, for examples. */
const unit = (...lines) => {
	return `[Unit]
Description=shop
After=network.target

[Service]
${replacing([
		"User=shop",
		"WorkingDirectory=/srv/shop",
		"ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app",
		"Restart=on-failure"
	], lines)}

[Install]
WantedBy=multi-user.target
`;
};
const appUnitRule = rulesOver(({ model }) => appUnits(model));
// action/lint/rules/gunicorn/said.ts
/** Every setting with a known value, in every conf.py and every command line. */
function* saidIn(project, model) {
	for (const conf of project.gunicorn) yield* saidInConf(conf);
	for (const starter of model.starters) for (const invocation of starter.invocations) if (invocation.program === "gunicorn") yield* saidOnLine(invocation, starter);
}
function* saidInConf(conf) {
	for (const assignment of conf.assignments) {
		const { name, value, conditional } = assignment;
		const last = conf.names.get(name.text);
		if (!value || !conditional && last && !last.conditional && last.start !== assignment.start) continue;
		const text = textOf$1(value);
		if (text === void 0 || value.kind === "call" || value.kind === "name" || value.kind === "unknown") continue;
		yield {
			name: name.text,
			at: assignment,
			valueAt: value,
			kind: value.kind,
			text,
			literal: /^(?:[rbu]?["']|\d|-\d|True|False|None|[[({])/i.test(value.source.slice(value)),
			conditional,
			conf
		};
	}
}
function* saidOnLine(invocation, starter) {
	for (const option of invocation.options) {
		const { name, value } = option;
		if (value && (isTemplated(value.text) || "dynamic" in value && value.dynamic)) continue;
		if (value && starter.by !== "script" && /%[(\w]/.test(value.text)) continue;
		yield {
			name: name.text,
			at: option,
			valueAt: value ?? option,
			kind: value ? "str" : "bool",
			text: value?.text ?? "true",
			literal: true,
			conditional: false,
			invocation,
			starter
		};
	}
}
function textOf$1(value) {
	switch (value.kind) {
		case "str": return value.exact && !isTemplated(value.value) ? value.value : void 0;
		case "int":
		case "float": return value.raw;
		case "bool": return String(value.value);
		case "none": return "None";
		case "list":
		case "dict": return value.source.slice(value);
		default: return;
	}
}
/** Whether a boolean setting is on: True, "true", or a switch of the command line. */
const isOn$1 = (said) => (said.kind === "bool" || said.kind === "str") && said.text.trim().toLowerCase() === "true";
/** The number in a conf.py or a command line: `4`, "4". */
const numberOf = (said) => (said.kind === "int" || said.kind === "str") && /^\d+$/.test(said.text) ? Number(said.text) : void 0;
/** An option of a command line with the spaces before it, which a removal includes. */
function withBlanksBefore(option) {
	const { text } = option.source;
	let { start } = option;
	while (start > 0 && /[ \t]/.test(text[start - 1])) start--;
	return {
		source: option.source,
		start,
		end: option.end
	};
}
/** Another text in the quotes of the written string; a bare word has none. */
function rewritten(valueAt, text) {
	const written = valueAt.source.slice(valueAt);
	const quote = /^[rbuRBU]?("""|'''|"|')/.exec(written)?.[1] ?? "";
	return quote + text + quote;
}
/** A setting as a finding quotes it: "`umask = 777`", "`-m 777`". */
const shown = (said) => said.at.source.slice(said.at).replace(/\s+/g, " ").slice(0, 80);
const saidRule = rulesOver(({ project, model }) => saidIn(project, model));
// action/lint/rules/gunicorn/process/daemon-under-supervisor.ts
const daemonUnderSupervisor = serverRule({
	id: "gunicorn/daemon-under-supervisor",
	severity: "error",
	summary: "`daemon = True` under a process manager",
	why: `With \`daemon = True\` the process that systemd or supervisor started ends at once. systemd considers the service stopped and, with
Restart=, starts the next one, which cannot bind the socket; supervisor restarts it until it is FATAL. A process manager needs gunicorn
in the foreground.`,
	bad: { "deploy/shop.service": unit("Group=www-data", "ExecStart=/srv/shop/.venv/bin/gunicorn --daemon --bind 127.0.0.1:8000 wsgi:app") },
	good: { "deploy/shop.service": unit("Group=www-data", "ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app") },
	check({ program, conf, invocation, starter }, { report }) {
		if (program !== "gunicorn" || !starter || !invocation || !watches(starter)) return;
		const said = [...conf ? saidInConf(conf) : [], ...saidOnLine(invocation, starter)].find((one) => one.name === "daemon" && isOn$1(one) && one.literal && !one.conditional);
		if (!said) return;
		report(said.at, starter.by === "supervisor" ? "gunicorn goes into the background: supervisor sees the process it started end, and restarts it until it is FATAL." : `gunicorn goes into the background: ${starter.by === "systemd" ? "systemd" : "the process manager"} sees the process it started end, and considers the service stopped.`, {
			...said.conf ? { related: [{
				at: invocation,
				message: `${starter.by} starts it here`
			}] } : {},
			fix: safe("stay in the foreground", without(said))
		});
	}
});
/** Whether its starter expects it to stay in the foreground; Type=forking and oneshot do not. */
function watches({ by, file }) {
	if (by === "supervisor" || by === "procfile") return true;
	return by === "systemd" && !/^(forking|oneshot)$/.test(entry(file, "Service", "Type")?.value.text ?? "");
}
const without = (said) => said.conf ? wholeLine(said.at) : replace(withBlanksBefore(said.at), "");
// action/lint/rules/gunicorn/process/debug-in-production.ts
const debugInProduction = saidRule({
	id: "gunicorn/debug-in-production",
	severity: "warning",
	summary: "A development setting in production",
	why: `\`reload\` watches every module and restarts the workers, in the middle of requests, whenever a file changes: also while a deploy copies
them. \`spew\` prints each line of Python that runs. \`loglevel = "debug"\` writes every header of every request, cookies too, to the log. A conf
for developers is best a file of its own (gunicorn.dev.conf.py).`,
	bad: `bind = "unix:/run/shop/shop.sock"
reload = True
`,
	good: `import os

bind = "unix:/run/shop/shop.sock"
if os.environ.get("FLASK_DEBUG"):
    reload = True
`,
	check(said, { report }) {
		if (said.conditional || !said.literal || isForDevelopers(said)) return;
		const message = judge$1(said);
		if (!message) return;
		report(said.at, message, { fix: {
			kind: said.name === "reload" ? "suggested" : "safe",
			title: "remove it",
			edits: [mended(said)]
		} });
	}
});
function judge$1(said) {
	if (said.name === "reload" && isOn$1(said)) return "`reload` restarts the workers in the middle of requests whenever a file changes, also while a deploy copies them.";
	if (said.name === "spew" && isOn$1(said)) return "`spew` prints every line of Python that runs: the app crawls.";
	if (said.name === "loglevel" && said.kind === "str" && said.text.trim().toLowerCase() === "debug") return "The log level `debug` writes every request's headers, with its cookies, to the log.";
}
/** Whether it is for development: a file with such a name, or a script or unit for a developer's own machine. */
function isForDevelopers(said) {
	const path = said.at.source.path;
	if (/(^|[/._-])(dev|develop|development|local|debug|test|tests|testing|example)([/._-]|$)/i.test(path)) return true;
	const starter = said.starter;
	if (!starter) return basename(path) === "conftest.py";
	return starter.by === "script" || /(^|[-_.])(dev|debug|local|test)([-_.]|$)/i.test(starter.name);
}
function mended(said) {
	if (said.name === "loglevel") return replace(said.valueAt, rewritten(said.valueAt, "info"));
	return said.conf ? wholeLine(said.at) : replace(withBlanksBefore(said.at), "");
}
// action/lint/rules/gunicorn/process/forwarded-allow-ips.ts
const forwardedAllowIps = defineRule({
	id: "gunicorn/forwarded-allow-ips",
	severity: "warning",
	summary: "X-Forwarded-Proto is trusted from every client, and every client can connect",
	why: `\`forwarded_allow_ips = "*"\` says that every client is your proxy. With a bind that is open to every client, a visitor of the port tells the
app that his request came by https, or sets SCRIPT_NAME. On a unix socket, on 127.0.0.1 or in a container's own network only the proxy connects.`,
	bad: { "deploy/shop.service": unit("ExecStart=/srv/shop/.venv/bin/gunicorn --bind 0.0.0.0:8000 --forwarded-allow-ips=* wsgi:app") },
	good: { "deploy/shop.service": unit("ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 --forwarded-allow-ips=* wsgi:app") },
	check({ project, model, report }) {
		if (inContainer(project)) return;
		for (const { program, conf, invocation, starter, listeners } of model.servers) {
			if (program !== "gunicorn" || (starter ? !/^(systemd|supervisor|upstart)$/.test(starter.by) : isElsewhere(conf))) continue;
			const open = listeners.find(({ address }) => address.kind === "tcp" && isPublic(address.host));
			const said = [...invocation && starter ? saidOnLine(invocation, starter) : [], ...conf ? saidInConf(conf) : []].find((one) => one.name === "forwarded_allow_ips" && one.text.trim() === "*" && one.literal && !one.conditional);
			if (!open || !said) continue;
			report(said.at, "gunicorn trusts every client of this port as a proxy: a visitor can set X-Forwarded-Proto and SCRIPT_NAME.", {
				related: [{
					at: open.at,
					message: "open to every client"
				}],
				fix: suggested("believe 127.0.0.1 only", said.conf ? wholeLine(said.at) : replace(withBlanksBefore(said.at), ""))
			});
		}
	}
});
/** A conf.py alone may be for a container or a platform where only a load balancer connects; it often says so. */
const isElsewhere = (conf) => !conf || /docker|container|kubernetes|k8s|\becs\b|\balb\b|\belb\b|heroku|render|railway|cloud ?run|fly\.io|balancer|\bPORT\b/i.test(conf.source.text);
// action/lint/rules/gunicorn/process/known-fault.ts
const conf$1 = "bind = \"unix:/run/shop/shop.sock\"\n";
const knownFault = defineRule({
	id: "gunicorn/known-fault",
	severity: "warning",
	summary: "A pinned gunicorn with a known bug that affects this setup",
	why: `gunicorn before 22 takes requests whose end a proxy sees elsewhere (CVE-2024-1135, request smuggling): the rest of one visitor's request becomes the beginning of another's. From 25.1 to
26.0 each reload by SIGHUP leaves a thread, a descriptor and a socket behind, until "too many open files".`,
	versions: "gunicorn before 22.0, and 25.1 to 26.0",
	bad: {
		"deploy/gunicorn.conf.py": conf$1,
		"requirements.txt": "flask==3.1.2\ngunicorn==20.1.0\n"
	},
	good: {
		"deploy/gunicorn.conf.py": conf$1,
		"requirements.txt": "flask==3.1.2\ngunicorn==26.1.0\n"
	},
	check({ project, model, versions, report }) {
		const version = versions.gunicorn;
		if (!version || !model.servers.some(({ program }) => program === "gunicorn")) return;
		const source = project.requirements.find(({ text }) => /gunicorn/i.test(text));
		if (!source) return;
		const index = source.text.search(/gunicorn/i);
		const at = source.line(source.lineAt(index));
		const name = `gunicorn ${version.join(".")}`;
		if (before(version, 22)) report(at, `${name} takes requests whose end nginx or a balancer sees elsewhere (CVE-2024-1135, request smuggling): 22.0 refuses them.`);
		if (project.units.some((unit) => entries(unit, "Service", "ExecReload").some(({ value }) => /HUP/.test(value.text))) && !before(version, 25, 1) && before(version, 26, 1)) report(at, `${name} leaves a thread, a descriptor and a socket behind at each reload by SIGHUP, as the unit does it: 26.1 does not.`);
	}
});
// action/lint/rules/gunicorn/process/public-bind-behind-nginx.ts
const publicBindBehindNginx = defineRule({
	id: "gunicorn/public-bind-behind-nginx",
	severity: "warning",
	summary: "A gunicorn open to every client, which nginx reaches on 127.0.0.1",
	why: `nginx connects to 127.0.0.1, but with 0.0.0.0 every other client can connect, too: past TLS, past nginx's limits and access rules, with whatever
X-Forwarded-For the client likes. Bind 127.0.0.1 or a unix socket.`,
	bad: {
		"deploy/shop.service": unit("ExecStart=/srv/shop/.venv/bin/gunicorn --bind 0.0.0.0:8000 wsgi:app"),
		"deploy/nginx.conf": server("location / { proxy_set_header Host $host; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; proxy_set_header X-Forwarded-Proto $scheme; proxy_pass http://127.0.0.1:8000; }")
	},
	good: {
		"deploy/shop.service": unit("ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app"),
		"deploy/nginx.conf": server("location / { proxy_set_header Host $host; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; proxy_set_header X-Forwarded-Proto $scheme; proxy_pass http://127.0.0.1:8000; }")
	},
	check({ project, model, report }) {
		if (inContainer(project)) return;
		for (const server of model.servers) {
			const by = server.starter?.by;
			if (server.program !== "gunicorn" || by !== "systemd" && by !== "supervisor" && by !== "upstart") continue;
			for (const { address, at } of server.listeners) {
				if (address.kind !== "tcp" || !isPublic(address.host)) continue;
				const connection = model.connectionsTo(server).find((one) => one.address.kind === "tcp" && one.address.port === address.port && isLoopback(one.address.host));
				if (!connection) continue;
				const text = address.at.text.trim();
				const start = at.source.text.indexOf(text, at.start);
				const right = `127.0.0.1:${address.port}`;
				report(at, `Port ${address.port} is open to every client, past nginx, although nginx reaches it on ${connection.address.at.text.trim().replace(/^https?:\/\//, "").replace(/\/.*$/, "")}.`, {
					related: [{
						at: connection.directive,
						message: "nginx connects here"
					}],
					fix: start >= 0 && start < at.end ? suggested("listen on 127.0.0.1", replace(at.source.range(start, start + text.length), right)) : void 0
				});
			}
		}
	}
});
// action/lint/rules/nginx/proxy/home-and-tmp.ts
/** Arguments with a unix socket that nginx connects to, and the socket's path. */
function* socketPaths(file) {
	for (const directive of walk(file)) {
		const inUpstream = directive.name.text === "server" && directive.parent.owner?.name.text === "upstream";
		const at = directive.args[0];
		if (!at || !inUpstream && !/^(?:proxy|uwsgi|fastcgi|scgi)_pass$/.test(directive.name.text)) continue;
		const path = /unix:(?:\/\/)?(\/[^:]*)/.exec(at.text)?.[1];
		if (path && !isTemplated(path) && !path.includes("$")) yield {
			at,
			path
		};
	}
}
/** The `user` directive of nginx's workers, if they may be able to read homes: it names no account of a package. */
function ownUser(file) {
	return children(file.root, "user").find((user) => !/^(?:www-data|nginx|nobody|http)$/.test(user.args[0]?.text ?? ""));
}
const inHome = (path) => /^(?:\/home\/[^/]+|\/root|~[^/]*)\//.test(path);
/** The home of a user on a machine; what an image creates at such a path is readable for everyone. */
function homeOnMachine(project, path) {
	const home = path.split("/").slice(0, 3).join("/");
	return inHome(path) && !project.containers.some(({ text }) => text.includes(home)) ? home : void 0;
}
// action/lint/rules/gunicorn/process/socket-in-home.ts
const socketInHome$2 = serverRule({
	id: "gunicorn/socket-in-home",
	severity: "warning",
	summary: "A socket in a user's home directory",
	why: `Home directories are closed to other users: 0750 on Ubuntu since 21.04, 0700 on Debian 12. nginx's user cannot reach a socket in one, so every request
is a 502 with "(13: Permission denied)" in its error log; gunicorn itself starts and says nothing, so it stands here also where nginx's file does not.
Put sockets in /run/<app>, created by RuntimeDirectory= of the unit.`,
	bad: `bind = "unix:/home/ann/shop/shop.sock"
`,
	good: `bind = "unix:/run/shop/shop.sock"
`,
	check(server, { project, model, report }) {
		if (server.program !== "gunicorn") return;
		const connections = model.connectionsTo(server);
		if (connections.length > 0 && connections.every(({ file }) => ownUser(file))) return;
		for (const { address, at } of server.listeners) {
			const written = address.at.text.trim().replace(/^unix:(\/\/)?/, "");
			if (address.kind !== "unix" || !homeOnMachine(project, written)) continue;
			report(at, `nginx's user cannot enter ${address.path.split("/").slice(0, 3).join("/")} on current distributions: 502, permission denied. Sockets belong in /run.`);
		}
	}
});
// action/lint/rules/gunicorn/settings/bad-type.ts
const badType = saidRule({
	id: "gunicorn/bad-type",
	severity: "error",
	summary: "A setting with a value of the wrong type",
	why: `gunicorn checks each value when it starts: numbers have to be whole numbers (in a string, too), switches True or False, names and paths
strings. \`timeout = "30s"\`, \`reload = 1\` and \`accesslog = True\` end it at once: "Invalid value for timeout".`,
	bad: `bind = "unix:/run/shop/shop.sock"
timeout = "30s"
`,
	good: `bind = "unix:/run/shop/shop.sock"
timeout = 30
`,
	check(said, { report }) {
		const wanted = Object.hasOwn(settings, said.name) ? (said.conf ? wantedIn : wantedOn)(said) : void 0;
		if (wanted) report(said.valueAt, `gunicorn does not start: \`${said.name}\` takes ${wanted}, not ${value(said)}.`);
	}
});
const value = (said) => `\`${shown({ at: said.valueAt })}\``;
/** What Python's int(text, 0) accepts. */
const integer = /^\s*[+]?(0x[\da-f_]+|0o[0-7_]+|0b[01_]+|0+|[1-9][\d_]*)\s*$/i;
const plainStrings = /^(pidfile|worker_tmp_dir|accesslog|errorlog|loglevel|access_log_format|logconfig|logconfig_json|syslog_addr|syslog_prefix|proc_name|pythonpath|keyfile|certfile|ca_certs|ciphers|wsgi_app|worker_class)$/;
/** The type that a conf.py needs instead; undefined if the value is valid. */
function wantedIn(said) {
	const type = settings[said.name]?.type;
	const negative = said.valueAt.source.text[said.valueAt.start] === "-";
	if (type === "int") {
		if (said.kind === "bool" || said.kind === "int" && !negative) return void 0;
		return said.kind === "str" && integer.test(said.text) ? void 0 : "a whole number";
	}
	if (type === "bool") {
		if (said.kind === "bool" || said.kind === "none") return void 0;
		return said.kind === "str" && /^\s*(true|false)\s*$/i.test(said.text) ? void 0 : "True or False";
	}
	if (type === "dict") return said.kind === "dict" || said.kind === "none" ? void 0 : "a dictionary";
	if (/^(forwarded_allow_ips|proxy_allow_ips|forwarder_headers)$/.test(said.name)) return said.kind === "str" || said.kind === "none" ? void 0 : "one string with commas";
	if (said.name === "bind" || said.name === "raw_env") return said.kind === "int" && !/^0+$/.test(said.text) || said.kind === "float" ? "a string or a list of strings" : void 0;
	return plainStrings.test(said.name) && said.kind !== "str" && said.kind !== "none" ? "a string" : void 0;
}
const numbers = /^(workers|threads|timeout|graceful_timeout|keepalive|max_requests|max_requests_jitter|backlog|worker_connections|limit_request_\w+)$/;
/** The type that a command line needs instead: argparse parses numbers there, in base 10. */
function wantedOn(said) {
	if (!numbers.test(said.name) || said.kind !== "str" || said.text.startsWith("<")) return void 0;
	return /^\s*\+?\d[\d_]*\s*$/.test(said.text) ? void 0 : "a whole number";
}
// action/lint/rules/gunicorn/settings/max-requests-too-low.ts
/** Below this, a worker restarts more than once a second under ordinary load. */
const low = 50;
const maxRequestsTooLow = saidRule({
	id: "gunicorn/max-requests-too-low",
	severity: "warning",
	summary: "Workers that end after a handful of requests",
	why: `After \`max_requests\` requests a worker ends and a new one imports the whole app. With 5 that is every few requests of a single page: most of
the time goes into starting, and visitors wait for it. It is meant for slow memory leaks: 1000 or more, with a jitter.`,
	bad: `bind = "unix:/run/shop/shop.sock"
max_requests = 5
max_requests_jitter = 2
`,
	good: `bind = "unix:/run/shop/shop.sock"
max_requests = 1000
max_requests_jitter = 100
`,
	check(said, { report }) {
		const count = said.name === "max_requests" && said.literal && !said.conditional ? numberOf(said) : void 0;
		if (!count || count >= low) return;
		report(said.at, `Each worker ends after ${count} request${count === 1 ? "" : "s"} and imports the whole app again: visitors wait for it.`);
	}
});
// action/lint/rules/gunicorn/settings/max-requests-without-jitter.ts
const maxRequestsWithoutJitter = serverRule({
	id: "gunicorn/max-requests-without-jitter",
	severity: "info",
	summary: "Workers that all restart at the same moment",
	why: `Requests are spread evenly over the workers, so they all come to \`max_requests\` at about the same time and restart together. With
\`max_requests_jitter\` each gets a limit of its own.`,
	bad: `bind = "unix:/run/shop/shop.sock"
max_requests = 1000
`,
	good: `bind = "unix:/run/shop/shop.sock"
max_requests = 1000
max_requests_jitter = 100
`,
	check({ program, settings, conf }, { report }) {
		const said = settings.get("max_requests");
		const value = said?.value;
		if (program !== "gunicorn" || !said || !value || settings.has("max_requests_jitter")) return;
		const count = "text" in value ? Number(value.text) : value.kind === "int" ? value.value : 0;
		if (!(count > 0) || settings.get("workers")?.value?.source.slice(settings.get("workers").value) === "1") return;
		const jitter = Math.max(1, Math.round(count / 10));
		const inConf = conf && said.at.source === conf.source;
		report(said.at, "Without `max_requests_jitter` all workers reach their last request, and restart, at the same time.", safe(`add a jitter of ${jitter}`, ...inConf ? [lineBelow(said.at, `max_requests_jitter = ${jitter}`)] : [replace(said.at.source.range(said.at.end, said.at.end), ` --max-requests-jitter ${jitter}`)]));
	}
});
// action/lint/rules/gunicorn/settings/package.ts
/** `name = "gunicorn"` of poetry.lock and uv.lock, `"gunicorn": { … "version": "==…"` of Pipfile.lock. */
const locked = /name = "gunicorn"\s{1,9}version = "(\d+)|"gunicorn":\s{0,9}\{[^}]{0,4000}?"version":\s{0,9}"==(\d+)/g;
/** A requirement on a line, in a list of pyproject.toml, or as poetry and pipenv write it: gunicorn = "^20". */
const required = /(?:^|[\s"'])gunicorn(?:\[[\w, -]{0,80}\])?(["']?[ \t]{0,9}=[ \t]{0,9}(?:\{[ \t]{0,9}version[ \t]{0,9}=[ \t]{0,9})?["'])?[ \t(]{0,9}([~=<>!^\d.,*\t ]{1,80})/gim;
/** Whether a requirements or lock file of the repository allows only releases of gunicorn below that major version. */
function allowsOnlyBefore(project, major) {
	return project.requirements.some(({ text }) => {
		for (const found of text.matchAll(locked)) if (Number(found[1] ?? found[2]) < major) return true;
		for (const [, assigned, range] of text.matchAll(required)) for (const [, operator = "", version] of range.matchAll(/([~=<>!^]*)[ \t]*(\d+)(?:\.[\d.*]+)?/g)) {
			const exact = operator === "" && assigned !== void 0;
			const number = Number(version);
			if (operator === "<" ? number <= major : (exact || /^(~=|===?|<=|\^|~)$/.test(operator)) && number < major) return true;
		}
		return false;
	});
}
// action/lint/rules/gunicorn/settings/removed-worker-class.ts
const workerNames = [
	"sync",
	"gevent",
	"gevent_wsgi",
	"gevent_pywsgi",
	"tornado",
	"gthread",
	"asgi"
];
/** Servers whose worker class for gunicorn has a name of its own. */
const classes = {
	uvicorn: "uvicorn.workers.UvicornWorker",
	meinheld: "egg:meinheld#gunicorn_worker"
};
const removedWorkerClass = defineRule({
	id: "gunicorn/removed-worker-class",
	severity: "error",
	summary: "A worker class that gunicorn does not have",
	why: `gunicorn 26 no longer has an eventlet worker (it was deprecated in 25), and an unknown name is looked up among its plugins:
"class uri 'eventlet' invalid or not found", and it does not start. \`gunicorn --check-config\` does not notice. Take gthread (it needs no
package and holds long connections in threads) or gevent, or pin gunicorn below 26.`,
	versions: "gunicorn 26.0 and later",
	bad: `bind = "unix:/run/shop/shop.sock"
worker_class = "eventlet"
`,
	good: `bind = "unix:/run/shop/shop.sock"
worker_class = "gthread"
threads = 8
`,
	check({ project, model, report }) {
		const older = allowsOnlyBefore(project, 26);
		for (const said of saidIn(project, model)) {
			if (said.name !== "worker_class" || said.kind !== "str" || said.conditional) continue;
			const name = said.text.trim().replace(/^#+/, "");
			const eventlet = /^(egg:gunicorn#)?eventlet$|^gunicorn\.workers\.geventlet\b/.test(name);
			if (eventlet && older) continue;
			if (!eventlet && (name === "" || workerNames.includes(name) || /[.:#/]/.test(name))) continue;
			const meant = eventlet ? "gthread" : classes[name.toLowerCase()] ?? didYouMean(name, workerNames);
			const message = eventlet ? "gunicorn has no eventlet worker since 26.0: it ends with `class uri 'eventlet' invalid or not found`. Take gthread or gevent, or pin gunicorn below 26." : `gunicorn has no worker class \`${name.slice(0, 60)}\` and does not start.${meaning(meant)}`;
			report(said.valueAt, message, meant ? suggested(`write \`${meant}\``, replace(said.valueAt, rewritten(said.valueAt, meant))) : {});
		}
	}
});
// action/lint/rules/gunicorn/settings/setting-ignored-by-worker.ts
const settingIgnoredByWorker = serverRule({
	id: "gunicorn/setting-ignored-by-worker",
	severity: "info",
	summary: "A setting that the worker class does not use",
	why: `The sync worker answers one request and closes the connection: \`keepalive\` and \`worker_connections\` mean nothing to it. With
\`threads\` above 1 gunicorn uses gthread instead of sync, whatever worker_class says, and gevent does not use \`threads\`.`,
	bad: `bind = "unix:/run/shop/shop.sock"
worker_class = "sync"
keepalive = 5
`,
	good: `bind = "unix:/run/shop/shop.sock"
worker_class = "gthread"
threads = 4
keepalive = 5
`,
	check(server, { report }) {
		if (server.program !== "gunicorn" || server.partial) return;
		const named = textOf(server, "worker_class") ?? (server.invocation ? "sync" : void 0);
		const threads = server.settings.has("threads") ? Number(textOf(server, "threads") ?? NaN) : 1;
		const say = (name, message) => {
			const said = server.settings.get(name);
			if (said) report(said.at, message);
		};
		if (named === "sync" && server.settings.has("worker_class") && threads > 1) say("threads", `With ${threads} threads gunicorn uses the gthread worker, not sync.`);
		else if (named === "sync" && threads === 1) for (const name of ["keepalive", "worker_connections"]) say(name, `The sync worker does not use \`${name}\`: it closes each connection after one request.`);
		else if (named && /^gevent/.test(named)) say("threads", "The gevent worker does not use `threads`.");
	}
});
/** A setting's value as text; "?" if it is set conditionally. */
function textOf(server, name) {
	if (server.conf?.names.get(name)?.conditional) return "?";
	const value = server.settings.get(name)?.value;
	if (!value) return void 0;
	if ("text" in value) return value.text;
	return value.kind === "str" ? value.value : value.kind === "int" ? value.raw : "?";
}
// action/lint/rules/gunicorn/settings/umask-confused-with-mode.ts
const umaskConfusedWithMode = saidRule({
	id: "gunicorn/umask-confused-with-mode",
	severity: "error",
	summary: "A file mode, or decimal digits, given as the umask",
	why: `A umask takes permissions away, and without a leading 0 gunicorn reads it as a decimal number. \`-m 777\` is 0o1411: the socket
gets the mode 0366, which not even its owner may read, and nginx usually cannot connect. \`umask = 0o755\` takes from the owner
all that it should leave. For a socket that the group may use (0770) write 0o007 in a conf.py and 007 on a command line.`,
	bad: `bind = "unix:/run/shop/shop.sock"
umask = 777
`,
	good: `bind = "unix:/run/shop/shop.sock"
umask = 0o007
`,
	check(said, { report }) {
		if (said.name !== "umask" || said.kind !== "int" && said.kind !== "str") return;
		const wrong = judge(said);
		if (!wrong) return;
		const text = said.conf ? `0o${wrong.meant}` : wrong.meant;
		report(said.valueAt, `${wrong.message} A umask takes permissions away: 007 gives a socket of mode 0770.`, suggested(`write \`${text}\``, replace(said.valueAt, text)));
	}
});
/** Decimal numbers that happen to be a sensible umask: 0o27, 0o77. */
const sensible = /* @__PURE__ */ new Set([23, 63]);
function judge(said) {
	const text = said.text.trim();
	if (/^[1-7][0-7]{1,3}$/.test(text) && !sensible.has(Number(text))) {
		const octal = Number(text).toString(8);
		const mode = (511 & ~Number(text)).toString(8).padStart(3, "0");
		return {
			message: `\`${shown(said)}\` is read as a decimal number, 0o${octal}: the socket gets the mode 0${mode}.`,
			meant: text.length < 3 ? text.padStart(3, "0") : "007"
		};
	}
	const octal = /^0o?([0-7]{1,4})$/i.exec(text)?.[1];
	const value = octal && Number.parseInt(octal, 8);
	if (!value || (value & 384) === 0) return void 0;
	const mode = (511 & ~value).toString(8).padStart(3, "0");
	return {
		message: `\`${shown(said)}\` leaves the socket the mode 0${mode}: its owner cannot use it.`,
		meant: "007"
	};
}
// action/lint/rules/gunicorn/settings/unknown-setting.ts
const unknownSetting = defineRule({
	id: "gunicorn/unknown-setting",
	severity: "error",
	summary: "A setting that gunicorn does not have",
	why: `gunicorn reads only its own settings from conf.py and silently ignores other names: with \`wrokers = 4\` a single worker runs.
Options of the command line often have another name there: \`--access-logfile\` is \`accesslog\`, \`--preload\` is \`preload_app\`. On a command line it
rejects unknown options: "unrecognized arguments".`,
	bad: `bind = "unix:/run/shop/shop.sock"
wrokers = 4
`,
	good: `bind = "unix:/run/shop/shop.sock"
workers = 4
`,
	check({ project, model, report }) {
		for (const file of project.gunicorn) for (const { at, meant, message } of inConf(file)) report(at, message, suggested(`write \`${meant}\``, replace(at, meant)));
		for (const { invocations } of model.starters) for (const { program, options } of invocations) {
			if (program !== "gunicorn") continue;
			for (const { name, start } of options) {
				const written = name.source.slice(name).replace(/^--/, "");
				if (!name.source.text.startsWith("--", start) || !isUnknownOption(written)) continue;
				const meant = didYouMean(`--${written}`, optionSpellings)?.replace(/^--/, "");
				report(name, `gunicorn has no option \`--${written.slice(0, 60)}\` and does not start: "unrecognized arguments".${meaning(meant && `--${meant}`)}`, meant ? suggested(`write \`--${meant}\``, replace(name, meant)) : {});
			}
		}
	}
});
/** An unknown long option, except an ambiguous abbreviation (which gunicorn rejects for another reason). */
const isUnknownOption = (written) => /^[a-z][a-z0-9_-]+$/.test(written) && !/^(help|version)$/.test(written) && !optionSpellings.some((option) => option.startsWith(`--${written}`));
/** A variable may be declared before it gets its value: `workers: int`. */
const types = /^["']?(?:int|str|float|bool|bytes|list|dict|tuple|set|Any|None|[A-Z]\w*)\b/;
/** Names that are common for variables too, and so no evidence of a wrong setting. */
const ordinary = /* @__PURE__ */ new Set([
	"name",
	"env",
	"pid",
	"paster",
	"paste_global",
	"log_file",
	"app",
	"dirty_app"
]);
const byOption = new Map(Object.entries(settings).flatMap(([name, { cli }]) => cli.map((option) => [option.replace(/^--/, "").replaceAll("-", "_"), name])));
function* inConf(file) {
	const { source } = file;
	if (!file.assignments.some((one) => Object.hasOwn(settings, one.name.text))) return;
	const used = wordsOf(source.text);
	for (const { name } of file.assignments) used.set(name.text, (used.get(name.text) ?? 1) - 1);
	for (const { name } of file.assignments) {
		const { text } = name;
		if (Object.hasOwn(settings, text) || !/^[a-z][a-z0-9_]{3,}$/.test(text)) continue;
		if ((used.get(text) ?? 0) > 0) continue;
		const meant = (ordinary.has(text) ? void 0 : byOption.get(text)) ?? settingNames.find((known) => distance(text, known, 1) === 1);
		if (!meant) continue;
		yield {
			at: name,
			meant,
			message: `gunicorn has no setting \`${text}\` and ignores it.${meaning(meant)}`
		};
	}
	for (const found of source.text.matchAll(/^([a-z_]+)[ \t]*:[ \t]*([^\s=][^=\n]*)$/gm)) {
		const [, written, value] = found;
		if (!Object.hasOwn(settings, written) || types.test(value)) continue;
		if (file.tree.resolveInner(found.index + 1, 0).name === "String") continue;
		yield {
			at: source.range(found.index, found.index + written.length),
			meant: written,
			message: `\`${written}:\` is YAML; in Python it is not an assignment, so gunicorn does not get the value.`
		};
	}
	for (const found of source.text.matchAll(/^([a-z]+(?:-[a-z]+)+)[ \t]*=(?!=)/gm)) {
		const written = found[1];
		const meant = written.replaceAll("-", "_");
		const known = Object.hasOwn(settings, meant) ? meant : byOption.get(meant);
		if (!known || file.tree.resolveInner(found.index + 1, 0).name === "String") continue;
		yield {
			at: source.range(found.index, found.index + written.length),
			meant: known,
			message: `\`${written} =\` is not Python: the file is a SyntaxError and gunicorn does not start. Did you mean \`${known}\`?`
		};
	}
}
/** How often each word occurs in the text, without comments. */
function wordsOf(text) {
	const words = /* @__PURE__ */ new Map();
	for (const [word] of text.replace(/#[^\n]*/g, "").matchAll(/\w+/g)) words.set(word, (words.get(word) ?? 0) + 1);
	return words;
}
// action/lint/rules/gunicorn/settings/worker-needs-package.ts
const workerNeedsPackage = defineRule({
	id: "gunicorn/worker-needs-package",
	severity: "error",
	summary: "A worker class whose package no requirements file installs",
	why: `gunicorn brings the names of its gevent and tornado workers, not the packages: without them it ends with "gevent worker requires gevent". A
class of another project (uvicorn.workers.UvicornWorker) needs that project: "class uri … invalid or not found". \`gunicorn[gevent]\` in
requirements.txt installs both.`,
	bad: {
		"deploy/gunicorn.conf.py": "bind = \"unix:/run/shop/shop.sock\"\nworker_class = \"gevent\"\n",
		"requirements.txt": "flask==3.1.2\ngunicorn==23.0.0\n"
	},
	good: {
		"deploy/gunicorn.conf.py": "bind = \"unix:/run/shop/shop.sock\"\nworker_class = \"gevent\"\n",
		"requirements.txt": "flask==3.1.2\ngunicorn[gevent]==23.0.0\n"
	},
	check({ project, model, report }) {
		if (inContainer(project)) return;
		for (const server of model.servers) {
			const said = server.program === "gunicorn" ? server.settings.get("worker_class") : void 0;
			const value = said?.value;
			const name = value && ("text" in value ? value.text : value.kind === "str" ? value.value : void 0);
			const needed = name && packageOf(name);
			if (!said || !value || !needed) continue;
			const assignment = server.conf?.names.get("worker_class");
			if (assignment?.conditional && said.at === assignment) continue;
			const { home } = model.groupOf(server);
			const lists = isOfRelease(server.invocation?.executable.text ?? "") ? lockSources(project, home) : requirementsOf(project, home);
			const text = lists.map((source) => withoutComments(source.text)).join("\n");
			if (!/\bgunicorn\b/i.test(text) || needed.pattern.test(text)) continue;
			if (/^[ \t]*(-r|--requirement|-e|git\+)/m.test(text)) continue;
			if (project.scripts.some((script) => /\binstall\b/.test(script.source.text) && needed.pattern.test(script.source.text))) continue;
			report(value, `The worker class \`${name}\` needs the package ${needed.name}, which nothing in ${lists.map((source) => source.path).join(", ")} installs: gunicorn does not start.`, { related: [{
				at: lists[0].range(0, 0),
				message: "what the virtualenv is made from"
			}] });
		}
	}
});
/** The package of a worker class, and a pattern for packages that depend on it. */
function packageOf(name) {
	if (/^(gevent(_wsgi|_pywsgi)?|gunicorn\.workers\.ggevent\.\w+)$/.test(name)) return {
		name: "gevent",
		pattern: /gevent|locust|grequests/i
	};
	if (/^(tornado|gunicorn\.workers\.gtornado\.\w+)$/.test(name)) return {
		name: "tornado",
		pattern: /tornado/i
	};
	if (/^uvicorn\.workers\./.test(name)) return {
		name: "uvicorn",
		pattern: /uvicorn|fastapi\[|fastapi-cli/i
	};
	if (/^uvicorn_worker\./.test(name)) return {
		name: "uvicorn-worker",
		pattern: /uvicorn[-_]worker/i
	};
}
// action/lint/rules/gunicorn/index.ts
var gunicorn_exports = /* @__PURE__ */ __exportAll({
	badType: () => badType,
	daemonUnderSupervisor: () => daemonUnderSupervisor,
	debugInProduction: () => debugInProduction,
	forwardedAllowIps: () => forwardedAllowIps,
	knownFault: () => knownFault,
	maxRequestsTooLow: () => maxRequestsTooLow,
	maxRequestsWithoutJitter: () => maxRequestsWithoutJitter,
	publicBindBehindNginx: () => publicBindBehindNginx,
	removedWorkerClass: () => removedWorkerClass,
	settingIgnoredByWorker: () => settingIgnoredByWorker,
	socketInHome: () => socketInHome$2,
	umaskConfusedWithMode: () => umaskConfusedWithMode,
	unknownSetting: () => unknownSetting,
	workerNeedsPackage: () => workerNeedsPackage
});
// action/lint/rules/lint/not-read.ts
const notRead = defineRule({
	id: "lint/not-read",
	severity: "info",
	summary: "A file with the name of a configuration file that is not one",
	why: `A binary file, or one of many megabytes, under a name such as nginx.conf is most often there by accident: a download page, a
dump, a compiled program. It was not read, so it has no findings.`,
	bad: "\0\0\0\0\0\0",
	good: "server {\n    listen 80;\n    return 204;\n}\n",
	check({ project, report }) {
		for (const { source, reason } of project.unread) report(source.range(0, 0), `This file was not read: ${reason}.`);
	}
});
// action/lint/rules/lint/suppressions.ts
const site$6 = (comment) => `server {
    listen 80;
    location /static/ {${comment}
        alias /srv/shop/static/;
    }
}
`;
const suppressed = `server {
    listen 80;
    location /assets/ {
        # flask-deploy-ignore nginx/alias-slash-mismatch: the folders are called assets-v1, assets-v2
        alias /srv/shop/assets-;
    }
}
`;
/** The engine itself reports these two, after all other rules; see suppress.ts. */
const byTheEngine = () => void 0;
const suppressionRules = [defineRule({
	id: "lint/suppression-without-reason",
	severity: "warning",
	summary: "A suppression that names no rule or gives no reason",
	why: `A suppression outlives the memory of why it was written. \`# flask-deploy-ignore RULE: reason\` says both; without them it is a
comment like any other and suppresses nothing.`,
	bad: site$6("\n        # flask-deploy-ignore nginx/alias-slash-mismatch"),
	good: suppressed,
	check: byTheEngine
}), defineRule({
	id: "lint/unused-suppression",
	severity: "warning",
	summary: "A suppression without a finding",
	why: `The line below was fixed, or never broke the rule. A suppression that stays behind hides the next real mistake on that
line, and warns its reader of a problem that is gone.`,
	bad: site$6("\n        # flask-deploy-ignore nginx/alias-slash-mismatch: the folder is called staticfiles"),
	good: suppressed,
	check: byTheEngine
})];
// action/lint/rules/nginx/files/alias-in-regex-without-capture.ts
const aliasInRegexWithoutCapture = nginxRule({
	id: "nginx/alias-in-regex-without-capture",
	severity: "error",
	summary: "An alias in a regex location that uses no capture",
	why: `In a regex location \`alias\` replaces the whole path of the request. Without a capture such as $1 in it, every request that
matches gets the same path: the folder itself, so a 403 or a 404 for each file.`,
	bad: server("location ~ ^/media/ { alias /srv/shop/media/; }"),
	good: server("location ~ ^/media/(.*)$ { alias /srv/shop/media/$1; }"),
	check(alias, { report }) {
		const path = alias.args[0];
		if (alias.name.text !== "alias" || !path || path.text.includes("$")) return;
		const place = placeNamed(enclosing(alias, "location"));
		if (children(alias.parent, "try_files").length > 0) return;
		if (place?.match !== "regex" || /\/[^/]+\.\w+$/.test(path.text)) return;
		report(path, `Whatever matches \`${place.path.text}\` becomes ${path.text} itself: no file in it is ever served (403 or 404).`, { related: [{
			at: place.path,
			message: "a regex: nothing of the request is added to the alias"
		}] });
	}
});
// action/lint/rules/nginx/files/alias-slash-mismatch.ts
const aliasSlashMismatch = nginxRule({
	id: "nginx/alias-slash-mismatch",
	severity: "error",
	summary: "A location that ends in / with an alias that does not",
	why: `nginx puts what follows the location's name straight behind the alias. \`location /static/\` with \`alias /srv/shop/static\`
looks for /static/site.css at /srv/shop/staticsite.css: every style sheet and script is a 404, while the pages still come.`,
	bad: server("location /static/ { alias /srv/shop/static; }"),
	good: server("location /static/ { alias /srv/shop/static/; }"),
	on: ["alias"],
	check(directive, { report }) {
		const location = enclosing(directive, "location");
		const prefix = location?.args.at(-1);
		const [modifier] = location && location.args.length > 1 ? location.args : [];
		const path = directive.args[0];
		if (!prefix || !path || modifier && modifier.text !== "^~" || prefix.quote || path.text.includes("$")) return;
		if (!prefix.text.endsWith("/") || prefix.text === "/" || path.text.endsWith("/")) return;
		const end = path.quote ? path.end - 1 : path.end;
		report(path, `nginx will look for ${prefix.text}site.css at ${path.text}site.css, so every file under ${prefix.text} is a 404.`, {
			related: [{
				at: prefix,
				message: "the location ends in `/`"
			}],
			fix: safe("end the alias in `/`", replace({
				...path,
				start: end,
				end
			}, "/"))
		});
	}
});
// action/lint/rules/nginx/files/alias-traversal.ts
const aliasTraversal = nginxRule({
	id: "nginx/alias-traversal",
	severity: "error",
	summary: "A location without a final / over an alias with one: files beside the folder can be read",
	why: `\`location /static\` with \`alias /srv/shop/static/\` also matches /static../app.py, for which nginx opens
/srv/shop/static/../app.py: anyone can read the app's source, its .env and its database. The slash at the end of the
location closes that.`,
	bad: server("location /static { alias /srv/shop/static/; }"),
	good: server("location /static/ { alias /srv/shop/static/; }"),
	on: ["alias"],
	check(directive, { report }) {
		const place = placeNamed(enclosing(directive, "location"));
		const path = directive.args[0]?.text ?? "";
		if (place?.match !== "prefix" || place.path.text.endsWith("/") || path === "" || path.includes("$")) return;
		if (!path.endsWith("/")) {
			const why = `${place.path.text}-old is ${path}-old to nginx: files beside the folder whose names begin like it can be read.`;
			if (!/\.\w+$/.test(path)) report(place.path, why, { severity: "info" });
			return;
		}
		const { path: prefix } = place;
		const end = prefix.quote ? prefix.end - 1 : prefix.end;
		report(prefix, `${prefix.text}../app.py is ${path}../app.py to nginx: everything beside the folder can be read, source and .env too.`, {
			related: [{
				at: directive,
				message: "the alias ends in `/`"
			}],
			fix: suggested("end the location in `/`", replace(prefix.source.range(end, end), "/"))
		});
	}
});
// action/lint/rules/nginx/files/content-type-twice.ts
const contentTypeTwice = nginxRule({
	id: "nginx/content-type-twice",
	severity: "info",
	summary: "add_header Content-Type, which sends the header a second time",
	why: `\`add_header\` adds, and nginx sends a Content-Type of its own as well: two headers, of which most clients take the first. \`default_type\` sets the one that nginx sends.`,
	bad: server("location = /health { add_header Content-Type text/plain; return 200 \"ok\"; }"),
	good: server("location = /health { default_type text/plain; return 200 \"ok\"; }"),
	on: ["add_header"],
	check({ name, args, parent }, { report }) {
		const [header, type] = args;
		if (header?.text.toLowerCase() !== "content-type" || !type) return;
		report(header, `The response has two Content-Type headers, nginx's own and this one: \`default_type ${type.text};\` sets the one.`, parent.owner?.name.text === "if" ? {} : suggested("write `default_type`", replace({
			...name,
			end: header.end
		}, "default_type")));
	}
});
// action/lint/nginx/variables.ts
/** The most `set` directives that refer to each other. */
const deepest = 5;
/** The parts of a directive's argument; `set` is resolved, $1 and named captures have their regex. */
function partsOf(text, at, depth = 0) {
	const captured = capturesAt(at);
	return text.split(/(\$\{\w+\}|\$\w+)/).flatMap((piece) => {
		if (piece === "") return [];
		const name = /^\$\{?(\w+)\}?$/.exec(piece)?.[1];
		if (name === void 0) return [{
			kind: "text",
			text: piece
		}];
		const set = depth < deepest ? setOf(name, at) : void 0;
		if (set) return partsOf(set.args[1]?.text ?? "", set, depth + 1);
		const regex = captured.get(name);
		return [regex === void 0 ? {
			kind: "variable",
			name
		} : {
			kind: "capture",
			name,
			regex
		}];
	});
}
/** The `set` of a variable that applies to a directive: in the nearest block around it, and before it there. */
function setOf(name, at) {
	for (const level of levels$1(at.parent)) {
		const found = level.flatMap((block) => children(block, "set")).filter((set) => set !== at && set.args[0]?.text === `$${name}`).at(-1);
		if (found) return found;
	}
}
/** The captures that apply to a directive by name or number: those of the nearest regex around it. */
function capturesAt(at) {
	for (const owner of ancestors(at)) {
		if (owner.name.text === "if") {
			const regex = owner.args.map((arg) => arg.text).join(" ").match(/!?~\*?\s+"?'?(.*?)"?'?\)?$/)?.[1];
			if (regex) return groupsOf(regex);
		}
		const place = placeNamed(owner);
		if (place) return place.match === "regex" ? groupsOf(place.path.text) : /* @__PURE__ */ new Map();
	}
	return /* @__PURE__ */ new Map();
}
/** The capturing groups of a regex by number, and by name if they have one. */
function groupsOf(regex) {
	const groups = /* @__PURE__ */ new Map();
	const open = [];
	let count = 0;
	let set = false;
	for (let i = 0; i < regex.length; i++) {
		const c = regex[i];
		if (c === "\\") i++;
		else if (set) set = c !== "]" || regex[i - 1] === "[";
		else if (c === "[") set = true;
		else if (c === "(") {
			const head = regex.slice(i + 1, i + 40);
			const name = /^\?P?[<'](\w+)[>']/.exec(head);
			const plain = !head.startsWith("?") || name;
			const start = i + 1 + (name?.[0].length ?? 0);
			open.push({
				number: plain ? ++count : 0,
				start,
				...name?.[1] ? { name: name[1] } : {}
			});
		} else if (c === ")") {
			const group = open.pop();
			if (!group?.number) continue;
			const body = regex.slice(group.start, i);
			groups.set(String(group.number), body);
			if (group.name) groups.set(group.name, body);
		}
	}
	return groups;
}
/** Whether a regex can match a line break: a negated set that does not exclude it, or a class such as \s. */
const matchesLineEnd = (regex) => [...regex.matchAll(/\[\^((?:\\.|[^\]\\])*)\]/g)].some(([, set]) => !/\\[nsv]/.test(set)) || /\\[WDs]/.test(regex.replace(/\[\^(?:\\.|[^\]\\])*\]/g, ""));
/** Whether a regex can match any text that a visitor sends, such as another host name. */
const matchesAnything = (regex) => /(^|[^\\])\.(?=[*+{?])|\[\^|\\[SWD]/.test(regex);
/** Variables with the decoded path, which contains line breaks if the visitor sent %0a. */
const decodedPaths = /* @__PURE__ */ new Set(["uri", "document_uri"]);
/** Whether a location matches one path only, so that $uri contains nothing from the visitor. */
const isExact = (at) => placeNamed(enclosing(at, "location"))?.match === "exact";
// action/lint/rules/nginx/files/files-in-home.ts
const filesInHome = nginxFileRule({
	id: "nginx/files-in-home",
	severity: "warning",
	summary: "Files served from a user's home directory",
	why: `Home directories are closed to other users: 0750 on Ubuntu since 21.04, 0700 on Debian 12. nginx's user cannot read files in one, so
style sheets and pictures are a 403. Opening the home directory to all users also opens its keys and histories; put what is served
under /srv instead.`,
	bad: server("location /static/ { alias /home/ann/shop/static/; }"),
	good: server("location /static/ { alias /srv/shop/static/; }"),
	check(file, { project, report }) {
		if (ownUser(file)) return;
		for (const directive of walk(file)) {
			const path = /^(?:root|alias)$/.test(directive.name.text) ? directive.args[0] : void 0;
			if (!path || isTemplated(path.text)) continue;
			const home = homeOnMachine(project, beginning(partsOf(path.text, directive)));
			if (home) report(path, `nginx's user cannot enter ${home} on current distributions: every file is a 403. Files to serve belong under /srv.`);
		}
	}
});
/** What a path begins with, up to the first variable that is not known. */
function beginning(parts) {
	const open = parts.findIndex(({ kind }) => kind !== "text");
	return parts.slice(0, open < 0 ? parts.length : open).map((part) => part.kind === "text" ? part.text : "").join("");
}
// action/lint/rules/nginx/files/no-mime-types.ts
const noMimeTypes = nginxRule({
	id: "nginx/no-mime-types",
	severity: "error",
	summary: "An http block that serves files without mime.types",
	why: `Without \`include mime.types;\` nginx has no type for .css and .js and sends them as text/plain. Browsers reject a style
sheet of that type, so the page has no styles although every file is a 200.`,
	bad: nginx("events {} http { server { listen 80; location /static/ { alias /srv/shop/static/; } } }"),
	good: nginx("events {} http { include mime.types; server { listen 80; location /static/ { alias /srv/shop/static/; } } }"),
	on: ["http"],
	check(http, { report }) {
		if (!http.block) return;
		if (children(http.block, "types").length > 0) return;
		const includes = children(http.block, "include");
		if (includes.some((include) => /mime|types/i.test(includedName(include)) || !/[*]/.test(includedName(include)))) return;
		const serving = walk({ root: http.block }).filter(({ name }) => name.text === "root" || name.text === "alias");
		if (serving.length === 0 && includes.length === 0) return;
		if (serving.length > 0 && serving.every(hasTypes)) return;
		const first = http.block.children[0];
		report(http.name, "No mime.types here: style sheets and scripts go out as text/plain, and browsers ignore them.", first ? suggested("include mime.types", lineAbove(first, "include mime.types;")) : void 0);
	}
});
/** Whether types apply to a directive, from any block around it. */
function hasTypes(directive) {
	for (let block = directive.parent; block; block = around(block)) {
		if (children(block, "types").length > 0) return true;
		if (children(block, "include").some((include) => /mime|types/i.test(includedName(include)))) return true;
	}
	return false;
}
// action/lint/rules/nginx/files/root-exposes-app.ts
const rootExposesApp = nginxFileRule({
	id: "nginx/root-exposes-app",
	severity: "error",
	summary: "The app's own folder served as files",
	why: `With the root at the project's folder, \`try_files $uri @app\` serves any file in it before it passes the request to the app: /app.py,
/.env, /.git/config, the database. A location that serves files only, with that folder as its \`alias\` or \`root\`, does the same. Point the root at a folder that holds public files only, or pass to the app at once.`,
	bad: { "deploy/nginx.conf": server("root /srv/shop;", "location / { try_files $uri @app; }", "location @app { include uwsgi_params; uwsgi_pass unix:/srv/shop/shop.sock; }") },
	good: { "deploy/nginx.conf": server("root /srv/shop/public;", "location / { try_files $uri @app; }", "location @app { include uwsgi_params; uwsgi_pass unix:/srv/shop/shop.sock; }") },
	check(file, { project, model, report }) {
		const connections = model.connections.filter((connection) => connection.file === file);
		for (const server of named(file, "server")) {
			const here = connections.filter(({ directive }) => enclosing(directive, "server") === server);
			if (here.length === 0 || !server.block) continue;
			for (const block of servingFiles(server.block)) {
				const [said] = ["alias", "root"].flatMap((name) => holding(project, block, name).directives);
				const folder = said?.args[0];
				if (!said || !folder || folder.text.includes("$")) continue;
				const path = said.name.text === "root" ? placeNamed(block.owner)?.path.text ?? "" : "";
				const home = anyRelease(normalPath(`${folder.text}${path}`));
				const socket = here.find(({ address }) => address.kind === "unix" && address.path.replace(/\/[^/]+$/, "") === home && !/^\/(?:run|tmp)\b/.test(home));
				const runs = here.flatMap((connection) => model.groupOf(connection).servers).find(({ directory }) => directory && anyRelease(normalPath(directory.text)) === home);
				const proof = socket?.directive ?? runs?.directory;
				if (!proof) continue;
				report(folder, `The app's own folder is served: ${home}/app.py and ${home}/.env can be downloaded.`, { related: [{
					at: proof,
					message: "the app is there"
				}] });
			}
		}
	}
});
/** What answers by itself, or asks who comes. */
const otherwise = /_pass$|^(?:return|rewrite|deny|internal|auth_basic|auth_request|satisfy|include|if)$/;
/** The blocks of a server in which a visitor's path is a file's: prefix locations, and the server where none takes the rest. */
function* servingFiles(server) {
	const locations = children(server, "location").flatMap(({ block }) => block ?? []);
	const rest = locations.some(({ owner }) => placeNamed(owner)?.path.text === "/");
	for (const block of rest ? locations : [server, ...locations]) {
		if (block !== server && placeNamed(block.owner)?.match !== "prefix") continue;
		if (block.children.some(({ name }) => otherwise.test(name.text))) continue;
		const tried = children(block, "try_files")[0]?.args.slice(0, -1);
		if (!tried || tried.some(({ text }) => text === "$uri")) yield block;
	}
}
// action/lint/rules/nginx/files/root-is-file.ts
const file = /\/[^/]+\.(?:ico|txt|html?|xml|png|jpe?g|gif|svg|css|js|json|webmanifest|pdf)$/i;
const rootIsFile = nginxFileRule({
	id: "nginx/root-is-file",
	severity: "error",
	summary: "A root that names a file",
	why: `\`root\` is a folder, and the path of the request is put behind it. \`root /srv/shop/favicon.ico\` makes nginx look for
/srv/shop/favicon.ico/favicon.ico: always a 404. For one file use \`alias\` in an exact location.`,
	bad: server("location = /favicon.ico { root /srv/shop/favicon.ico; }"),
	good: server("location = /favicon.ico { alias /srv/shop/favicon.ico; }"),
	check(nginx, { report }) {
		for (const root of walk(nginx)) {
			const path = root.args[0];
			if (root.name.text !== "root" || !path || !file.test(path.text)) continue;
			const place = placeNamed(enclosing(root, "location"));
			const asked = place && place.match !== "regex" ? place.path.text : "/x";
			report(path, `A root is a folder: nginx will look for ${path.text}${asked}, which is never there (404).`, { fix: {
				kind: place?.match === "exact" ? "safe" : "suggested",
				title: "make it an alias",
				edits: [replace(root.name, "alias")]
			} });
		}
	}
});
// action/lint/rules/nginx/files/root-repeats-location.ts
const rootRepeatsLocation = nginxRule({
	id: "nginx/root-repeats-location",
	severity: "error",
	summary: "A root that ends in the location's own path",
	why: `nginx puts the whole path of the request behind \`root\`. In \`location /static/\` with \`root /srv/shop/static/\` it looks for
/srv/shop/static/static/site.css: every file is a 404. Either the root is the folder above, or it is an \`alias\`, which
replaces the location's path.`,
	bad: server("location /static/ { root /srv/shop/static/; }"),
	good: server("location /static/ { alias /srv/shop/static/; }"),
	check(root, { report }) {
		const folder = root.args[0];
		if (root.name.text !== "root" || !folder) return;
		const location = enclosing(root, "location");
		if (root.parent.owner !== location) return;
		if (children(root.parent, "rewrite", "try_files").length > 0) return;
		const place = placeNamed(location);
		const prefix = place?.path.text.replace(/^\^~/, "").replace(/\/+$/, "") ?? "";
		if (place?.match !== "prefix" || !prefix.startsWith("/") || !folder.text.replace(/\/+$/, "").endsWith(prefix)) return;
		const base = folder.text.replace(/\/+$/, "");
		report(folder, `nginx will look for ${prefix}/site.css at ${base}${prefix}/site.css, so every file under ${prefix}/ is a 404.`, {
			related: [{
				at: place.path,
				message: "the location's path is added to the root"
			}],
			fix: suggested("make it an alias", replace(root.name, "alias"), replace(folder, place.path.text.endsWith("/") ? `${base}/` : base))
		});
	}
});
// action/lint/rules/nginx/files/try-files-fallback-missing.ts
const tryFilesFallbackMissing = nginxRule({
	id: "nginx/try-files-fallback-missing",
	severity: "error",
	summary: "A fallback of try_files that does not exist",
	why: `The last word of \`try_files\` is not tried as a file: every other request goes there. nginx accepts \`try_files … @app\` without checking that
\`location @app\` exists: each request that falls through to it is then a 500, with 'could not find named location "@app"' in the error log.
With \`$uri/\` as the last word nginx redirects in a circle ("rewrite or internal redirection cycle") until it answers 500, and a path without its first slash is a 404.`,
	bad: server("root /srv/shop/public;", "location / { try_files $uri @app; }"),
	good: server("root /srv/shop/public;", "location / { try_files $uri @app; }", "location @app { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; }"),
	check(directive, { report }) {
		const name = directive.name.text;
		const target = name === "try_files" || name === "error_page" ? directive.args.at(-1) : void 0;
		if (!target || isTemplated(target.text)) return;
		const round = name === "try_files" && /^\$uri\/?$/.test(target.text);
		const bare = name === "try_files" && /^[\w-]+(?:\/[\w.-]+)*\.\w+$/.test(target.text);
		if (round || bare) report(target, round ? `\`${target.text}\` is the last word, so nginx does not try it but redirects to it internally: a path without a file is a 500.` : `\`${target.text}\` does not begin with a slash: a request that falls through to it is a 404.`, bare ? suggested(`write \`/${target.text}\``, replace(target, `/${target.text}`)) : suggested("add =404", replace(target, `${target.text} =404`)));
		if (!/^@[\w-]+$/.test(target.text)) return;
		const server = enclosing(directive, "server");
		if (!server?.block || children(server.block, "include").length > 0) return;
		const named = children(server.block, "location").flatMap((location) => location.args.at(-1)?.text ?? []);
		if (named.includes(target.text)) return;
		if (children(server.block, "location").some((location) => location.args.length > 2 || location.args.some((arg) => isTemplated(arg.text)))) return;
		const meant = didYouMean(target.text, named.filter((other) => other.startsWith("@")));
		report(target, `This server has no \`location ${target.text}\`: what falls through to it is answered with 500.${meaning(meant)}`, meant ? suggested(`write \`${meant}\``, replace(target, meant)) : void 0);
	}
});
// action/lint/rules/nginx/files/try-files-without-root.ts
const tryFilesWithoutRoot = nginxFileRule({
	id: "nginx/try-files-without-root",
	severity: "warning",
	summary: "try_files $uri where no root is set",
	why: `Without a \`root\` nginx looks for files in the folder that was compiled in, which holds its own welcome page:
\`try_files $uri $uri/ @app\` then answers / with "Welcome to nginx!" instead of the app. Name the folder that may be served,
or leave the request to the app at once.`,
	bad: server("location / { try_files $uri @app; }", "location @app { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; }"),
	good: server("root /srv/shop/public;", "location / { try_files $uri @app; }", "location @app { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; }"),
	check(file, { project, report }) {
		if (file.context === void 0 || file.context === "location") return;
		for (const directive of walk(file)) {
			if (directive.name.text !== "try_files") continue;
			const tried = directive.args.slice(0, -1).filter((arg) => arg.text.includes("$uri"));
			if (tried.length === 0 || !enclosing(directive, "server")) continue;
			const root = holding(project, directive.parent, "root");
			const aliased = children(enclosing(directive, "location")?.block, "alias").length > 0;
			if (root.directives.length > 0 || root.unknown || aliased) continue;
			const welcome = tried.some((arg) => arg.text === "$uri/");
			report(directive, `No root applies here, so nginx looks for \`${tried[0]?.text}\` in the folder it was built with${welcome ? ", and answers / with its welcome page instead of the app" : ""}.`);
		}
	}
});
// action/lint/rules/nginx/files/uploads-follow-links.ts
const uploadsFollowLinks = nginxRule({
	id: "nginx/uploads-follow-links",
	severity: "info",
	summary: "A folder that the app writes, served with links followed",
	why: `nginx follows symbolic links. In a folder that the app may write, a vulnerability of the app, or an archive that it unpacks, can leave a link to /etc/passwd, to the database or to another app's files,
and nginx serves what its own user may read. \`disable_symlinks if_not_owner from=…\` follows only links whose owner owns the file as well.`,
	bad: server("location /uploads/ { alias /srv/shop/shared/uploads/; }"),
	good: server("location /uploads/ { alias /srv/shop/shared/uploads/; disable_symlinks if_not_owner from=/srv/shop/shared; }"),
	on: ["alias", "root"],
	check(directive, { project, report }) {
		const path = directive.args[0];
		const place = placeNamed(enclosing(directive, "location"));
		if (!path || !place || place.match === "exact") return;
		const words = `${place.path.text} ${path.text}`;
		if (!/(^|[/ _-])(uploads?|user[-_]?files|attachments)([/ _-]|$)/i.test(words)) return;
		const links = holding(project, directive.parent, "disable_symlinks");
		if (links.directives.length > 0 || links.unknown) return;
		report(path, "nginx follows links here, and the app may write here: a link to another file is served to every visitor.");
	}
});
// action/lint/rules/nginx/grammar/bad-arguments.ts
const badArguments = nginxRule({
	id: "nginx/bad-arguments",
	severity: "error",
	summary: "Too few or too many arguments, or an unexpected block",
	why: `nginx counts the arguments of each directive when it reads its configuration, and does not start when there are too few or
too many. The usual causes are a space inside of a name that was to be replaced ("location @my app {"), a forgotten quote,
and a value that is missing.`,
	bad: server("location @my app { return 204; }"),
	good: server("location @app { return 204; }"),
	check(directive, { file, report }) {
		const rows = rowsOf(directive.name.text);
		const owner = directive.parent.owner?.name.text;
		if (owner !== void 0 && !rowsOf(owner)) return;
		if (!rows || !directive.terminated || directive.args.some((arg) => isTemplated(arg.text))) return;
		const place = placeOf$2(directive, file);
		const fitting = rows.filter(([contexts]) => !place || contexts === "any" || contexts.split(" ").includes(place));
		if (fitting.length === 0 || directive.name.text === "if") return;
		const wantsBlock = fitting.every(([, , , block]) => block === 1);
		const allowsBlock = fitting.some(([, , , block]) => block === 1);
		const name = `\`${directive.name.text}\``;
		if (directive.block ? !allowsBlock : wantsBlock) {
			const what = directive.block ? "ends in `;` and has no block" : "needs a block, `{ … }`";
			report(directive.name, `${name} ${what}; nginx does not start.`);
			return;
		}
		const count = directive.args.length;
		if (directive.name.text === "location" && count === 2 && !/^(?:=|~\*?|\^~)$/.test(directive.args[0].text)) {
			report(directive.args[0], `\`${directive.args[0].text}\` before the path is none of \`=\`, \`~\`, \`~*\`, \`^~\`: nginx calls it an invalid location modifier and does not start.`);
			return;
		}
		if (fitting.some(([, min, max]) => count >= min && (max < 0 || count <= max))) return;
		const [, min, max] = fitting[0];
		const right = max < 0 ? `at least ${min}` : min === max ? String(min) : `${min} to ${max}`;
		const plural = right === "1" || right === "at least 1" ? "argument" : "arguments";
		report(directive.name, `${name} takes ${right} ${plural} and has ${count}; nginx does not start.`);
	}
});
// action/lint/rules/nginx/grammar/bad-value.ts
const forms$2 = {
	flag: [/^(on|off)$/i, "`on` or `off`"],
	size: [/^\d+[kmg]?$/i, "a number followed by `k`, `m` or nothing"],
	time: [/^(\d+(ms|[yMwdhms])?\s*)+$/, "a number followed by `s`, `m`, `h` or `d`"],
	number: [/^-?\d+$/, "a whole number"]
};
const level = [/^(debug\w*|info|notice|warn|error|crit|alert|emerg)$/, "a level: `warn`, `error`, `crit` …"];
const one$1 = (words, more = "(?!)") => [new RegExp(`^(?:${words.replaceAll(" ", "|")}|${more})$`), `one of ${words.split(" ").slice(0, 4).map((word) => `\`${word}\``).join(", ")} …`];
const listening = one$1("default_server ssl http2 reuseport proxy_protocol default quic http3 spdy deferred bind udp multipath", "(ipv6only|so_keepalive|backlog|rcvbuf|sndbuf|setfib|fastopen|accept_filter|mode|user|group)=.+");
/** Values that the documentation describes in words: what each argument has to be, by its place; the last one for all behind. */
const others$1 = {
	add_header: [
		void 0,
		void 0,
		one$1("always")
	],
	error_log: [void 0, level],
	expires: [[/^(epoch|max|off|modified|[-+]?\d[\dyMwdhms ]*|@\d[\dhms]*)$/, "a time such as `30d`, `max` or `off`"]],
	gzip_comp_level: [[/^[1-9]$/, "1 to 9"]],
	keepalive_timeout: [forms$2.time],
	listen: [void 0, listening],
	proxy_buffers: [forms$2.number, forms$2.size],
	uwsgi_buffers: [forms$2.number, forms$2.size],
	large_client_header_buffers: [forms$2.number, forms$2.size],
	return: [[/^(\d{1,3}|https?:\/\/.*|\$.*)$/s, "a code such as 404, or a URL with http:// or https://"]],
	rewrite: [
		void 0,
		void 0,
		one$1("last break redirect permanent")
	],
	set: [[/^\$\w/, "a name that begins with `$`"]],
	ssl_protocols: [one$1("TLSv1.2 TLSv1.3 TLSv1.1 TLSv1 SSLv3 SSLv2")],
	worker_processes: [[/^(auto|\d+)$/, "`auto` or a number"]]
};
const badValue$2 = nginxRule({
	id: "nginx/bad-value",
	severity: "error",
	summary: "A value that nginx does not accept",
	why: `nginx checks each value when it starts, and one invalid value keeps it from starting: sizes are \`20m\`, not \`20MB\`; times \`30s\`, not
\`30sec\`; switches \`on\` and \`off\`, not \`yes\` and \`true\`. A condition compares with one \`=\`, and there is no \`&&\` or \`||\`.`,
	bad: server("client_max_body_size 20MB;", "return 204;"),
	good: server("client_max_body_size 20m;", "return 204;"),
	check(directive, { file, report }) {
		const { name, args, parent, terminated } = directive;
		if (!terminated || file.template || parent.owner && !rowsOf(parent.owner.name.text)) return;
		if (name.text === "if") return condition(directive, (at, sign) => report(at, `\`${sign}\` is not a condition that nginx supports: each has one test (\`=\`, \`!=\`, \`~\`, \`-f\` …): nginx does not start.`));
		const place = placeOf$2(directive, file);
		const fitting = rowsOf(name.text)?.filter(([contexts]) => !place || contexts.split(" ").includes(place)) ?? [];
		const kinds = [...new Set(fitting.map(([, , , , kind]) => kind))];
		const kind = kinds.length === 1 && args.length === 1 ? kinds[0] : void 0;
		const wanted = kind ? [forms$2[kind]] : place?.startsWith("stream") || place?.startsWith("mail") ? [] : others$1[name.text] ?? [];
		args.forEach((arg, index) => {
			const form = wanted[Math.min(index, wanted.length - 1)];
			if (!form || form[0].test(arg.text) || isOpen$2(name.text, arg, index, args.length)) return;
			report(arg, `\`${name.text}\` expects ${form[1]}, not \`${arg.text.slice(0, 60)}\`: nginx does not start.`);
		});
	}
});
/** What nginx works out for each request, or takes in another way. */
const isOpen$2 = (name, { text }, index, count) => isTemplated(text) || text.includes("$") && name !== "set" || index > 0 && (name === "return" || name === "set") || name === "return" && count > 1 && /^\d+$/.test(text) || name === "keepalive_timeout" && text.startsWith("timeout=");
/** A second `=`, and what joins two tests. */
function condition({ args }, refuse) {
	const at = args.find(({ text, quote }) => !quote && /^(==|===|&&|\|\||and|or|not)$/i.test(text));
	if (at) refuse(at, at.text);
}
// action/lint/rules/nginx/grammar/deprecated-parameter.ts
const deprecatedParameter = nginxRule({
	id: "nginx/deprecated-parameter",
	severity: "warning",
	summary: "`listen … http2` where nginx has `http2 on`",
	why: `Since nginx 1.25.1 the parameter \`http2\` of \`listen\` is deprecated: it still works, with a warning at each start and reload,
and \`http2 on;\` in the server takes its place. Older versions have only the parameter, so this is info, and a warning where
flask-deploy.yml says that the server's nginx is new enough (\`nginx_version\`).`,
	versions: "nginx 1.25.1 and later",
	bad: {
		"flask-deploy.yml": "name: shop\nnginx_version: 1.26.3\n",
		"deploy/nginx.conf": nginx("server { listen 443 ssl http2; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; return 204; }")
	},
	good: {
		"flask-deploy.yml": "name: shop\nnginx_version: 1.26.3\n",
		"deploy/nginx.conf": nginx("server { listen 443 ssl; http2 on; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; return 204; }")
	},
	on: ["listen"],
	check(listen, { versions, report }) {
		const known = atLeast(versions.nginx, 1, 25, 1);
		const http2 = listen.args.findIndex((arg) => arg.text === "http2");
		if (http2 < 0 || versions.nginx && !known) return;
		const at = {
			...listen.args[http2],
			start: listen.args[http2 - 1]?.end ?? listen.args[http2].start
		};
		const add = children(listen.parent, "listen").filter((one) => one.args.some((arg) => arg.text === "http2")).at(-1) === listen && children(listen.parent, "http2").length === 0;
		const edits = [replace(at, ""), ...add ? [lineBelow(listen, "http2 on;")] : []];
		report(listen.args[http2], "nginx 1.25.1 and later warn of `http2` in `listen` at each start: write `http2 on;` in the server.", {
			severity: known ? "warning" : "info",
			fix: known ? safe("write `http2 on;`", ...edits) : void 0
		});
	}
});
// action/lint/rules/nginx/grammar/duplicate-directive.ts
/** Directives that nginx accepts once in a block; the second one "is duplicate". */
const once$1 = new Set(`root alias try_files uwsgi_pass proxy_pass fastcgi_pass client_max_body_size client_body_timeout client_header_timeout
  client_body_buffer_size client_header_buffer_size send_timeout keepalive_timeout sendfile tcp_nopush tcp_nodelay gzip
  gzip_comp_level gzip_min_length gzip_http_version gzip_vary default_type server_tokens autoindex charset expires etag
  proxy_read_timeout proxy_connect_timeout proxy_send_timeout proxy_buffering proxy_http_version proxy_buffers
  proxy_buffer_size uwsgi_read_timeout uwsgi_connect_timeout uwsgi_send_timeout uwsgi_buffering uwsgi_buffers
  uwsgi_buffer_size ssl_protocols ssl_ciphers ssl_prefer_server_ciphers ssl_session_timeout ssl_dhparam ssl_stapling
  worker_processes worker_connections worker_rlimit_nofile pid user multi_accept use daemon types_hash_max_size
  server_names_hash_bucket_size log_not_found underscores_in_headers`.split(/\s+/));
const duplicateDirective = nginxFileRule({
	id: "nginx/duplicate-directive",
	severity: "error",
	summary: "A directive twice in one block that allows it once",
	why: `nginx rejects a second \`root\`, \`uwsgi_pass\` or \`client_max_body_size\` in the same block ('"root" directive is duplicate')
and does not start. Most often two tutorials were mixed in one file: keep the line that you need.`,
	bad: server("root /srv/shop/static;", "root /srv/shop/public;"),
	good: server("root /srv/shop/public;"),
	check(file, { report }) {
		const seen = /* @__PURE__ */ new Map();
		for (const directive of walk(file)) {
			const { name, parent, args } = directive;
			const upstream = name.text === "upstream" && args[0];
			if (!once$1.has(name.text) && !upstream) continue;
			const here = seen.get(parent) ?? /* @__PURE__ */ new Map();
			seen.set(parent, here);
			const key = upstream ? `upstream ${upstream.text}` : name.text;
			const first = here.get(key);
			if (!first) {
				here.set(key, directive);
				continue;
			}
			const same = first.args.map((a) => a.text).join(" ") === args.map((a) => a.text).join(" ");
			report(upstream || name, `\`${key}\` is set here a second time: nginx reports a duplicate and does not start.`, {
				related: [{
					at: upstream ? first.args[0] : first.name,
					message: "the first"
				}],
				...upstream || directive.block ? {} : { fix: {
					kind: same ? "safe" : "suggested",
					title: "remove the second",
					edits: [wholeLine(directive)]
				} }
			});
		}
	}
});
// action/lint/rules/nginx/grammar/duplicate-listen.ts
const duplicateListen = nginxFileRule({
	id: "nginx/duplicate-listen",
	severity: "error",
	summary: "An address twice in one server, or with two default servers",
	why: `\`listen 80;\` and \`listen *:80;\` are one address. In one server nginx refuses the second ("a duplicate listen 0.0.0.0:80"), and of all
servers of an address only one may be its \`default_server\`: with two of them nginx does not start.`,
	bad: nginx("server { listen 80; listen *:80; return 204; }"),
	good: nginx("server { listen 80; listen [::]:80; return 204; }"),
	check(file, { report }) {
		const defaults = /* @__PURE__ */ new Map();
		const twice = (listen, first, what) => {
			const related = first ? [{
				at: first,
				message: "the first"
			}] : [];
			if (first) report(listen, `${what} nginx does not start.`, { related });
		};
		for (const server of named(file, "server")) {
			const own = /* @__PURE__ */ new Map();
			for (const listen of children(server.block, "listen")) {
				const address = addressOf(listen);
				if (!address) continue;
				twice(listen, own.get(address), `This server listens on ${address} already:`);
				own.set(address, own.get(address) ?? listen);
				const key = `${address} ${server.parent.start}`;
				if (!listen.args.some(({ text }) => /^default(_server)?$/.test(text))) continue;
				if (defaults.get(key)?.parent !== listen.parent) twice(listen, defaults.get(key), `Another server is the default one of ${address} already:`);
				defaults.set(key, defaults.get(key) ?? listen);
			}
		}
	}
});
/** An address as nginx compares it; undefined for what is not known. TCP and UDP have ports of their own. */
function addressOf({ args: [where, ...words], terminated }) {
	if (!where || !terminated || where.text.includes("$") || isTemplated(where.text)) return void 0;
	const full = (/^\d+$/.test(where.text) ? `*:${where.text}` : where.text.replace(/^0\.0\.0\.0(?=:|$)/, "*")).replace(/^[^:[\]]+$/, "$&:80");
	return words.some(({ text }) => text === "quic" || text === "udp") ? `${full} (UDP)` : full;
}
// action/lint/rules/nginx/grammar/no-events.ts
const noEvents = nginxFileRule({
	id: "nginx/no-events",
	severity: "error",
	summary: "A whole nginx.conf without events",
	why: `nginx requires an \`events\` block next to \`http\`, even an empty one: without it, it fails to start with 'no "events" section in configuration'.`,
	bad: nginx("http { server { listen 80; return 204; } }"),
	good: nginx("events { }", "http { server { listen 80; return 204; } }"),
	check({ root, context, template, path }, { report }) {
		const [http] = children(root, "http");
		if (!http || context !== "main" || template || root.includedBy?.length || children(root, "include").length > 0) return;
		if (children(root, "events").length > 0 || !/(^|\/)nginx\.conf$/.test(path)) return;
		report(http.name, "There is no `events` block next to it: nginx does not start.");
	}
});
// action/lint/rules/nginx/grammar/removed-directive.ts
/** From nginx's changelogs; `ssl`, spdy and others were deprecated long before they were removed. */
const gone = {
	ssl: {
		since: [
			1,
			25,
			1
		],
		earlier: "warning",
		instead: "`ssl` behind the address in `listen`"
	},
	spdy_headers_comp: {
		since: [
			1,
			9,
			5
		],
		earlier: void 0,
		instead: "http2"
	},
	spdy_chunk_size: {
		since: [
			1,
			9,
			5
		],
		earlier: void 0,
		instead: "http2"
	},
	limit_zone: {
		since: [
			1,
			7,
			6
		],
		earlier: void 0,
		instead: "`limit_conn_zone`"
	},
	optimize_server_names: {
		since: [
			1,
			3,
			0
		],
		earlier: void 0,
		instead: "`server_name_in_redirect`"
	},
	satisfy_any: {
		since: [
			1,
			3,
			0
		],
		earlier: void 0,
		instead: "`satisfy any`"
	}
};
/** Still accepted with a warning, but without effect. */
const obsolete = /* @__PURE__ */ new Set([
	"http2_push",
	"http2_push_preload",
	"http2_idle_timeout",
	"http2_recv_timeout",
	"http2_max_requests",
	"http2_max_field_size",
	"http2_max_header_size"
]);
const removedDirective = nginxRule({
	id: "nginx/removed-directive",
	severity: "error",
	summary: "A directive or parameter that current nginx no longer has",
	why: `\`ssl on;\` was removed in nginx 1.25.1, \`spdy\` in 1.9.5: a server with a current nginx does not start with them. The
modern forms work on every nginx in use. Set \`nginx_version\` in flask-deploy.yml where an older one is meant.`,
	versions: "`ssl` and server push: nginx 1.25.1; spdy: 1.9.5",
	bad: nginx("server { listen 443; ssl on; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; return 204; }"),
	good: nginx("server { listen 443 ssl; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; return 204; }"),
	check(directive, { versions, report }) {
		const name = directive.name.text;
		const spdy = name === "listen" ? directive.args.find((arg) => arg.text === "spdy") : void 0;
		if (spdy) report(spdy, "nginx has had no `spdy` since 1.9.5 and does not start with it; `http2` took its place.", safe("write `http2`", replace(spdy, "http2")));
		else if (Object.hasOwn(gone, name)) {
			const { since, earlier, instead } = gone[name];
			if (name === "ssl" && !/^(on|off)$/.test(directive.args[0]?.text ?? "")) return;
			const severity = before(versions.nginx, ...since) || earlier && !versions.nginx ? earlier : "error";
			if (!severity) return;
			const fix = name === "ssl" ? sslFix(directive) : void 0;
			report(directive, `${`nginx ${since.join(".")} removed \`${name}\` and does not start with it`}${severity === "warning" ? "; older ones warn" : ""}. Write ${instead}.`, {
				severity,
				...fix ? { fix } : {}
			});
		} else if (obsolete.has(name) && !before(versions.nginx, 1, 25, 1)) report(directive, `\`${name}\` does nothing in nginx 1.25.1 and later, which warns of it at each start.`, {
			severity: "warning",
			fix: safe("remove it", wholeLine(directive))
		});
	}
});
function rootOf(directive) {
	let block = directive.parent;
	while (block.owner) block = block.owner.parent;
	return block;
}
/** Turns `ssl on` into the parameter of each `listen` without it. */
function sslFix(directive) {
	const remove = wholeLine(directive);
	if (directive.args[0]?.text === "off") return safe("remove it", remove);
	const listens = children(directive.parent, "listen");
	const bare = listens.filter((listen) => !listen.args.some((arg) => arg.text === "ssl"));
	if (directive.parent.owner?.name.text !== "server") return void 0;
	if (listens.length === 0) return suggested("listen with ssl", lineBelow(directive, "listen 443 ssl;"), remove);
	return {
		kind: named({ root: rootOf(directive) }, "listen").some((other) => !listens.includes(other) && bare.some((listen) => listenPort(listen) === listenPort(other))) ? "suggested" : "safe",
		title: "move `ssl` into `listen`",
		edits: [...bare.map((listen) => {
			const end = listen.args[0].end;
			return {
				at: listen.source.range(end, end),
				text: " ssl"
			};
		}), remove]
	};
}
// action/lint/rules/nginx/grammar/syntax.ts
const syntax = defineRule({
	id: "nginx/syntax",
	severity: "error",
	summary: "A missing `;` or `}`, a stray word, an unclosed quote",
	why: `nginx reads its whole configuration before it starts or reloads, and rejects all of it for one missing character.
A reload with a broken file leaves the old configuration in place and says so in the error log only; the next restart of
the machine then comes up without a web server.`,
	bad: `server {
    listen 80
    server_name shop.test;
    location / {
        include uwsgi_params;
        uwsgi_pass unix:/run/shop/shop.sock;
    }
}
`,
	good: server("server_name shop.test;", "location / { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; }"),
	check({ problems, report }) {
		for (const { rule, at, message, fix } of problems) if (rule === "nginx/syntax") report(at, message, fix ? { fix } : {});
	}
});
// action/lint/rules/nginx/grammar/unknown-directive.ts
const names$3 = [...directives.keys()];
const unknownDirective = nginxRule({
	id: "nginx/unknown-directive",
	severity: "error",
	summary: "A directive that nginx does not have",
	why: `nginx does not start with an unknown directive, and does not suggest the right one. The linter covers the modules
that distributions package; anything else is most often a typo.`,
	bad: server("sever_name shop.test;", "return 204;"),
	good: server("server_name shop.test;", "return 204;"),
	check({ name, parent, ...directive }, { report }) {
		if (name.text === "" || rowsOf(name.text) || maybeThirdParty(name.text) || isTemplated(name.text)) return;
		if (pasted.test(name.text) || /%\(\w+\)s/.test(name.text)) return;
		const owner = parent.owner?.name.text;
		if (owner !== void 0 && (dataBlocks.has(owner) || !rowsOf(owner))) return;
		if ([...ancestors({
			name,
			parent,
			...directive
		})].some((around) => dataBlocks.has(around.name.text))) return;
		if (name.quote || !/^[\w.-]+$/.test(name.text)) {
			report(name, `\`${name.text.slice(0, 60)}\` is not a directive; nginx does not start.`);
			return;
		}
		const meant = didYouMean(name.text, names$3);
		const severity = /^[A-Z][A-Z0-9_]+$/.test(name.text) ? "info" : "error";
		report(name, `nginx has no directive \`${name.text}\` and does not start.${meaning(meant)}`, {
			severity,
			fix: meant ? suggested(`write \`${meant}\``, replace(name, meant)) : void 0
		});
	}
});
// action/lint/rules/nginx/grammar/wrong-context.ts
const wrongContext = nginxRule({
	id: "nginx/wrong-context",
	severity: "error",
	summary: "A directive in a block where nginx does not allow it",
	why: `Every directive has its contexts: \`upstream\` belongs beside \`server\`, not in it; \`uwsgi_pass\` belongs in a \`location\`.
Elsewhere nginx says "directive is not allowed here" and does not start.`,
	bad: server("include uwsgi_params;", "uwsgi_pass unix:/run/shop/shop.sock;"),
	good: server("location / { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; }"),
	check(directive, { file, report }) {
		const rows = rowsOf(directive.name.text);
		const place = rows && placeOf$2(directive, file);
		if (!rows || !place) return;
		const allowed = new Set(rows.flatMap(([contexts]) => contexts.split(" ")));
		if (allowed.has("any") || allowed.has(place)) return;
		const where = place === "main" ? "outside of every block" : `in \`${place.replace("-", " ")}\``;
		report(directive.name, `\`${directive.name.text}\` is not allowed ${where}, only in ${[...allowed].map((name) => `\`${name}\``).join(", ")}; nginx does not start.`);
	}
});
// action/lint/rules/nginx/names/default-server-name.ts
const defaultServerName = nginxRule({
	id: "nginx/default-server-name",
	severity: "warning",
	summary: "server_name default_server, which is a parameter of listen",
	why: `\`default_server\` behind an address in \`listen\` makes a server the one for all other names. As a \`server_name\` it is a host called "default_server", which no client requests;
the server for all other names is then the first one of the port.`,
	bad: nginx("server { listen 80; server_name default_server; return 204; }"),
	good: nginx("server { listen 80 default_server; server_name _; return 204; }"),
	on: ["server_name"],
	check({ args }, { report }) {
		const name = args.find(({ text }) => text === "default_server" || text === "default");
		if (!name) return;
		report(name, `\`${name.text}\` is a host name here, which no client requests: it belongs behind the address in \`listen\`.`, suggested("write `_`", replace(name, "_")));
	}
});
// action/lint/rules/nginx/names/duplicate-location.ts
const duplicateLocation = nginxFileRule({
	id: "nginx/duplicate-location",
	severity: "error",
	summary: "Two locations of one server for the same path",
	why: `nginx rejects a server with two locations of the same path ('duplicate location "/"') and does not start. Where both were
written on purpose, one of them was usually meant for another path, such as /static/.`,
	bad: server("location / { root /srv/shop/static; }", "location / { return 204; }"),
	good: server("location /static/ { root /srv/shop; }", "location / { return 204; }"),
	check(file, { report }) {
		const seen = /* @__PURE__ */ new Map();
		for (const location of walk(file)) {
			const place = placeNamed(location);
			if (!place || place.match === "regex" || isTemplated(place.path.text)) continue;
			const here = seen.get(location.parent) ?? /* @__PURE__ */ new Map();
			seen.set(location.parent, here);
			const key = `${place.match} ${place.path.text}`;
			const first = here.get(key);
			if (first) report(place.path, `There already is a location for \`${place.path.text}\`: nginx reports a duplicate and does not start.`, { related: [{
				at: first.args.at(-1),
				message: "the first"
			}] });
			else here.set(key, location);
		}
	}
});
// action/lint/rules/nginx/names/duplicate-server-name.ts
/** The addresses of a server in the form in which nginx compares them. */
function addresses(server) {
	const listens = children(server.block, "listen").map((listen) => listen.args[0]?.text ?? "");
	return (listens.length > 0 ? listens : ["80"]).map((where) => /^\d+$/.test(where) ? `*:${where}` : /:\d+$/.test(where) || where.startsWith("unix:") ? where : `${where}:80`);
}
const duplicateServerName = nginxFileRule({
	id: "nginx/duplicate-server-name",
	severity: "warning",
	summary: "Two servers with the same name on the same port",
	why: `Of two servers with one name and one port nginx uses the first and ignores the second, with a warning ("conflicting server
name") that a reload hides. The second is never served.`,
	bad: nginx("server { listen 80; server_name shop.test; return 204; }", "server { listen 80; server_name shop.test; return 404; }"),
	good: nginx("server { listen 80; server_name shop.test; return 204; }", "server { listen 80; server_name www.shop.test; return 404; }"),
	check(file, { report }) {
		const seen = /* @__PURE__ */ new Map();
		for (const server of walk(file)) {
			const owner = server.parent.owner?.name.text;
			if (server.name.text !== "server" || !server.block || owner !== void 0 && owner !== "http") continue;
			const said = /* @__PURE__ */ new Set();
			for (const name of children(server.block, "server_name").flatMap((directive) => directive.args)) {
				if (isTemplated(name.text) || name.text.includes("$")) continue;
				for (const address of addresses(server)) {
					const key = `${address} ${name.text.toLowerCase()}`;
					const first = seen.get(key);
					if (!first) seen.set(key, name);
					else if (first.start !== name.start && !said.has(name.text) && !children(server.block, "server_name").some((d) => d.args.includes(first))) {
						said.add(name.text);
						const port = address.replace("*:", "port ");
						report(name, `Another server has the name \`${name.text}\` on ${port}: nginx ignores it here, so this server is not reached by it.`, { related: [{
							at: first,
							message: "the one that answers"
						}] });
					}
				}
			}
		}
	}
});
// action/lint/rules/nginx/names/favicon-typo.ts
/** Paths that browsers and robots request by themselves. */
const asked$1 = ["/favicon.ico", "/robots.txt"];
const faviconTypo = nginxRule({
	id: "nginx/favicon-typo",
	severity: "warning",
	summary: "A misspelled location of /favicon.ico or /robots.txt",
	why: `Browsers ask for /favicon.ico and robots for /robots.txt, always spelled so. A location for another spelling is never requested;
the requests go to the app, which answers 404 and logs each of them.`,
	bad: server("location = /favcion.ico { alias /srv/shop/favicon.ico; }"),
	good: server("location = /favicon.ico { alias /srv/shop/favicon.ico; }"),
	on: ["location"],
	check(location, { report }) {
		const place = placeNamed(location);
		if (!place || place.match === "regex" || place.match === "named" || !place.path.text.startsWith("/")) return;
		const meant = asked$1.find((path) => path !== place.path.text && distance(place.path.text, path, 2) <= 2);
		if (!meant) return;
		report(place.path, `No client requests ${place.path.text}: browsers request ${meant}.`, suggested(`write \`${meant}\``, replace(place.path, meant)));
	}
});
// action/lint/rules/nginx/names/header-typo.ts
const known$3 = `X-Real-IP X-Forwarded-For X-Forwarded-Proto X-Forwarded-Host X-Forwarded-Port X-Forwarded-Prefix X-Forwarded-Server
  X-Forwarded-Scheme X-Forwarded-Protocol X-Forwarded-Path X-Forwarded-Ssl X-Forwarded-User X-Script-Name X-Request-ID
  X-Original-URI Accept-Encoding Authorization Upgrade Connection Content-Length Content-Type User-Agent`.split(/\s+/);
const lower = new Set(known$3.map((name) => name.toLowerCase()));
const headerTypo = nginxRule({
	id: "nginx/header-typo",
	severity: "warning",
	summary: "A misspelled request header",
	why: `nginx sends any header name, and the app reads only the right one: with X-Forwared-Proto the app is not told of https, and
no error shows it until a redirect is wrong.`,
	bad: server("location / { proxy_set_header Host $host; proxy_set_header X-Forwared-For $remote_addr; proxy_pass http://127.0.0.1:8000; }"),
	good: server("location / { proxy_set_header Host $host; proxy_set_header X-Forwarded-For $remote_addr; proxy_pass http://127.0.0.1:8000; }"),
	check(directive, { report }) {
		const name = directive.name.text === "proxy_set_header" ? directive.args[0] : void 0;
		if (!name || name.text.length < 7 || lower.has(name.text.toLowerCase()) || !/^[\w-]+$/.test(name.text)) return;
		const flat = name.text.toLowerCase().replaceAll("_", "-");
		const meant = known$3.find((right) => distance(flat, right.toLowerCase(), 2) <= (right.length < 9 ? 1 : 2));
		if (!meant) return;
		report(name, `No app reads \`${name.text}\`: the header is called \`${meant}\`.`, safe(`write \`${meant}\``, replace(name, meant)));
	}
});
// action/lint/rules/nginx/names/include-missing.ts
const includeMissing = nginxRule({
	id: "nginx/include-missing",
	severity: "info",
	summary: "An include of a file that the repository does not have",
	why: `nginx does not start when an included file is not there (a pattern with * may find nothing). A relative path is looked for below /etc/nginx, so the file may be the server's own;
where it is meant to come from the repository, it was not committed or has another name.`,
	bad: server("include snippets/shop.conf;", "return 204;"),
	good: server("include mime.types;", "return 204;"),
	on: ["include"],
	check(include, { project, report }) {
		const [path] = include.args;
		if (!path || !project.whole || path.text.startsWith("/") || isTemplated(path.text) || /[*?[$]/.test(path.text)) return;
		if (isShipped(includedName(include)) || includedFiles(include, project.nginx).length > 0) return;
		const name = includedName(include);
		if ([...project.paths].some((one) => one.endsWith(`/${name}`) || one === name)) return;
		report(path, `${path.text} is not in the repository: nginx does not start unless the server has it.`);
	}
});
// action/lint/rules/nginx/names/include-typo.ts
const files$1 = [
	"uwsgi_params",
	"proxy_params",
	"fastcgi_params",
	"scgi_params",
	"mime.types",
	"fastcgi.conf"
];
const folders = [
	"nginx",
	"sites-enabled",
	"conf.d",
	"snippets",
	"modules-enabled"
];
const includeTypo = defineRule({
	id: "nginx/include-typo",
	severity: "error",
	summary: "A misspelled include of a file that nginx ships",
	why: `nginx does not start when an included file is not there. \`include uswgi_params;\` and \`include /etc/nginex/mime.types;\`
name no file; they are typos of one that exists.`,
	bad: server("location / { include uwsgi_parms; include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; }"),
	good: server("location / { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; }"),
	check({ project, report }) {
		const here = new Set([...project.paths].map((path) => path.split("/").at(-1)));
		for (const file of project.nginx) for (const include of walk(file)) {
			const target = include.args[0];
			if (include.name.text !== "include" || !target || isTemplated(target.text) || /[*?$]/.test(target.text)) continue;
			const parts = target.text.split("/");
			const base = parts.at(-1);
			if (here.has(base)) continue;
			const meant = parts.map((part, i) => {
				const known = i === parts.length - 1 ? files$1 : parts[1] === "etc" ? folders : [];
				if (known.includes(part) || part.length < 5 || part === "uwsgi_param") return part === "uwsgi_param" && i === parts.length - 1 ? "uwsgi_params" : part;
				return didYouMean(part, known) ?? part;
			});
			const right = meant.join("/");
			if (right === target.text || files$1.includes(base) && meant.slice(0, -1).join() === parts.slice(0, -1).join()) continue;
			report(target, `nginx ships no \`${target.text}\` and does not start without it. Did you mean \`${right}\`?`, suggested(`include \`${right}\``, replace(target, right)));
		}
	}
});
// action/lint/rules/nginx/names/location-without-slash.ts
const locationWithoutSlash = nginxRule({
	id: "nginx/location-without-slash",
	severity: "error",
	summary: "A location that does not start with / and so matches nothing",
	why: `Every path that a browser requests starts with a slash. \`location static/\` is accepted by nginx and matches no request ever;
what was meant for it goes to \`location /\` and most often to the app, which answers 404.`,
	bad: server("location static/ { root /srv/shop; }"),
	good: server("location /static/ { root /srv/shop; }"),
	on: ["location"],
	check(location, { report }) {
		const place = placeNamed(location);
		if (!place || place.match !== "prefix" && place.match !== "exact" || !location.block) return;
		const { path } = place;
		const bare = path.text.replace(/^(?:\^~|=)/, "");
		if (bare.startsWith("/") || bare.includes("$") || isTemplated(bare) || !/^[\w.]/.test(bare)) return;
		const start = path.end - (path.quote ? 1 : 0) - bare.length;
		report(path, `No path starts with \`${bare}\`: they all start with \`/\`, so this location is never used.`, suggested("add the slash", replace(path.source.range(start, start), "/")));
	}
});
// action/lint/rules/nginx/names/placeholder-value.ts
/** Placeholders in tutorials for a name of the reader's own. */
const anywhere = /\/path\/to\/|\bCHANGE_?ME\b|\[?\byour[ _-](?:domain|server|app|project|site|ip|name|user|host)|^@?\[(?:YOUR|MY)\b|(?<!\?P?)<(?:your|my|domain|server|app|project|user|name|ip|path)[\w .-]*>/i;
const names$2 = /^(?:server_domain_or_ip|(?:[\w-]+\.)*example\.(?:com|org|net)|(?:[\w-]+\.)*your[-_.]?(?:domain|site|server|website|ip)(?:[-_]?name)?(?:\.\w+)*|domain\.(?:com|tld)|(?:www\.)?mydomain\.\w+|(?:server|public)[-_]ip(?:[-_]address)?|ip_address(?:_or_domain)?|domain_name)$/i;
const placeholderValue$2 = nginxRule({
	id: "nginx/placeholder-value",
	severity: "warning",
	summary: "A placeholder value",
	why: `A \`server_name\` of "your_domain" matches no request: nginx answers with whichever server comes first, often the
distribution's welcome page. A path of "/path/to/" is a 404 or keeps nginx from starting. Replace it by the real one;
\`server_name _;\` on a sole server answers to any name.`,
	bad: server("server_name your_domain;", "return 204;"),
	good: server("server_name shop.test;", "return 204;"),
	check(directive, { report }) {
		const { name, args } = directive;
		if (name.text === "location" || name.text === "log_format" || directive.block) return;
		const named = name.text === "server_name";
		const arg = args.find(({ text }) => !isTemplated(text) && (anywhere.test(text) || named && names$2.test(text)));
		if (!arg) return;
		const all = args.slice(args.indexOf(arg)).map((word) => word.text);
		if (name.text === "try_files") report(arg, `\`${all.join(" ")}\` is still a placeholder: nginx uses \`${args.at(-1)?.text}\` for the fallback and answers 500 or 404.`, { severity: "error" });
		else if (named) report(arg, `\`${all.join(" ")}\` is a placeholder for your domain: no browser requests it, so nginx uses this server only as the default one of its port.`);
		else report(arg, `\`${arg.text}\` is a placeholder: the server has nothing of that name.`);
	}
});
// action/lint/rules/nginx/names/redirect-to-itself.ts
const redirectToItself = rulesOver(({ project }) => project.nginx.flatMap((file) => named(file, "server")))({
	id: "nginx/redirect-to-itself",
	severity: "error",
	summary: "A server that redirects every request to itself",
	why: `\`return 301 https://$host$request_uri;\` belongs in a server of its own on port 80. In the server that listens on 443 as well, each page
redirects to itself until the browser gives up: "too many redirects" (ERR_TOO_MANY_REDIRECTS).`,
	bad: server("listen 443 ssl;", "ssl_certificate /etc/ssl/a.pem;", "ssl_certificate_key /etc/ssl/a.key;", "return 301 https://$host$request_uri;"),
	good: server("return 301 https://$host$request_uri;"),
	check({ block }, { report }) {
		const [answer] = children(block, "return");
		const to = answer?.args.at(-1);
		const [, scheme, host] = /^(https?|\$scheme):\/\/([^/$]+|\$\w+)\$(?:request_)?uri(?:\$is_args\$args)?$/.exec(to?.text ?? "") ?? [];
		if (!to || !scheme || !host) return;
		const names = children(block, "server_name").flatMap(({ args }) => args.map(({ text }) => text));
		const own = /^\$(?:host|http_host)$/.test(host) || names.length === 1 && (host === "$server_name" || host === names[0]);
		const listens = children(block, "listen");
		const tls = listens.filter((listen) => listenPort(listen) === 443 && listen.args.some(({ text }) => text === "ssl"));
		const plain = listens.filter((listen) => listenPort(listen) === 80 && !listen.args.some(({ text }) => text === "ssl"));
		const [again] = scheme === "https" ? tls : scheme === "http" ? plain : listens;
		if (own && again) report(to, "Every request is redirected to its own URL, until the browser gives up.", { related: [{
			at: again,
			message: "this server serves that URL"
		}] });
	}
});
// action/lint/rules/nginx/names/unasked-server-name.ts
const unaskedServerName = nginxRule({
	id: "nginx/unasked-server-name",
	severity: "warning",
	summary: "A server_name with a scheme, a port, a path or a comma",
	why: `A browser asks for a host by its bare name, "shop.test": \`https://shop.test\`, \`shop.test:8000\`, \`shop.test/\` and \`shop.test,\` are never requested. nginx then uses
the first server of the port, which is the right one only while there is no other.`,
	bad: server("server_name http://shop.test;", "return 204;"),
	good: server("server_name shop.test;", "return 204;"),
	on: ["server_name"],
	check({ args }, { report }) {
		for (const arg of args) {
			if (arg.text.startsWith("~") || isTemplated(arg.text) || /[<>$[\]]/.test(arg.text)) continue;
			const bare = arg.text.replace(/^https?:\/\//, "").replace(/(?::\d+)?(?:\/.*)?,?$/, "");
			if (bare === arg.text || !/^[\w*.-]+$/.test(bare)) continue;
			report(arg, `No browser requests a host named \`${arg.text}\`: the name is \`${bare}\`.`, suggested(`write \`${bare}\``, replace(arg, bare)));
		}
	}
});
// action/lint/rules/nginx/names/undefined-log-format.ts
const undefinedLogFormat = defineRule({
	id: "nginx/undefined-log-format",
	severity: "error",
	summary: "access_log with an undefined format",
	why: `nginx has one built-in format, \`combined\`. Any other needs a \`log_format\`; without it nginx does not start ('unknown log
format "main"'). The nginx.conf of nginx.org defines \`main\`; Debian's and Ubuntu's do not.`,
	bad: server("access_log /var/log/nginx/shop.log main;", "return 204;"),
	good: nginx(`log_format main '$remote_addr "$request" $status';`, "server { listen 80; access_log /var/log/nginx/shop.log main; return 204; }"),
	check({ project, report }) {
		const defined = project.nginx.flatMap((file) => [...walk(file)].flatMap(({ name, args }) => name.text === "log_format" && args[0] ? args[0].text : []));
		if (imagesOf(project).some(isNginxImage)) defined.push("main");
		for (const file of project.nginx) {
			if (file.context === void 0) continue;
			for (const { name, args } of walk(file)) {
				const format = name.text === "access_log" ? args[1] : void 0;
				if (!format || isTemplated(format.text) || /^(?:combined|if=.*|buffer=.*|gzip.*|flush=.*)$/.test(format.text)) continue;
				if (defined.includes(format.text) || format.text.includes("$")) continue;
				const meant = meaning(didYouMean(format.text, [...defined, "combined"]));
				report(format, `No \`log_format ${format.text}\` is defined here (Debian's nginx has none): nginx does not start.${meant}`, {
					severity: file.context === "main" ? "error" : "warning",
					fix: suggested("log in the `combined` format", replace(format, "combined"))
				});
			}
		}
	}
});
// action/lint/rules/nginx/names/undefined-zone.ts
/** The directive that uses a zone, the argument with its name, and the directive that declares it. */
const uses = {
	limit_req: {
		declared: "limit_req_zone",
		name: /^zone=(.+)$/
	},
	limit_conn: {
		declared: "limit_conn_zone",
		name: /^([A-Za-z_]\w*)$/
	},
	proxy_cache: {
		declared: "proxy_cache_path",
		name: /^(?!off$)([A-Za-z_][\w-]*)$/
	},
	uwsgi_cache: {
		declared: "uwsgi_cache_path",
		name: /^(?!off$)([A-Za-z_][\w-]*)$/
	}
};
const declarations = /^(?:keys_)?zone=([^:]+)/;
const undefinedZone = defineRule({
	id: "nginx/undefined-zone",
	severity: "error",
	summary: "A limit or a cache in an undeclared zone",
	why: `\`limit_req zone=…\`, \`limit_conn\` and \`proxy_cache\` name a zone of shared memory, which \`limit_req_zone\`, \`limit_conn_zone\` or
\`proxy_cache_path\` has to declare in the http block. Without that nginx does not start ('zero size shared memory zone').`,
	bad: server("limit_req zone=logins burst=5;", "return 204;"),
	good: nginx("limit_req_zone $binary_remote_addr zone=logins:10m rate=1r/s;", "server { listen 80; limit_req zone=logins burst=5; return 204; }"),
	check({ project, report }) {
		const declared = /* @__PURE__ */ new Map();
		for (const file of project.nginx) for (const { name, args } of walk(file)) {
			if (!Object.values(uses).some((use) => use.declared === name.text)) continue;
			const zones = declared.get(name.text) ?? /* @__PURE__ */ new Set();
			declared.set(name.text, zones);
			for (const arg of args) {
				const zone = declarations.exec(arg.text)?.[1];
				if (zone) zones.add(zone);
			}
		}
		for (const file of project.nginx) {
			if (file.context === void 0) continue;
			for (const { name, args } of walk(file)) {
				const use = Object.hasOwn(uses, name.text) ? uses[name.text] : void 0;
				if (!use) continue;
				const at = args.find((arg) => use.name.test(arg.text));
				const zone = at && use.name.exec(at.text)?.[1];
				if (!at || !zone || isTemplated(zone) || zone.includes("$") || declared.get(use.declared)?.has(zone)) continue;
				const meant = didYouMean(zone, declared.get(use.declared) ?? []);
				report(at, `No \`${use.declared}\` declares the zone \`${zone}\`: nginx does not start.${meaning(meant)}`, meant ? suggested(`write \`${meant}\``, replace(at, at.text.replace(zone, meant))) : void 0);
			}
		}
	}
});
// action/lint/rules/nginx/names/unknown-variable.ts
/** Those that people write by hand, and misspell; a name is only judged by what it is close to. */
const known$2 = `proxy_add_x_forwarded_for remote_addr remote_user remote_port request_uri request_method request_filename request_body
  server_name server_port server_addr server_protocol http_host http_upgrade http_user_agent http_referer http_x_forwarded_for
  http_x_forwarded_proto http_authorization scheme document_root document_uri query_string content_type content_length binary_remote_addr
  time_local body_bytes_sent upstream_addr upstream_response_time fastcgi_script_name ssl_protocol realpath_root`.split(/\s+/);
const unknownVariable = nginxFileRule({
	id: "nginx/unknown-variable",
	severity: "error",
	summary: "A variable that nothing defines, a letter from one that nginx has",
	why: `A variable is one of nginx's own or defined by \`set\`, \`map\`, a capture or a module. With any other nginx fails to start: 'unknown "remote_add" variable'.`,
	bad: server("add_header X-From $remote_add;", "return 204;"),
	good: server("add_header X-From $remote_addr;", "return 204;"),
	check(file, { project, report }) {
		if (file.template) return;
		for (const { args } of walk(file)) for (const arg of args) for (const [whole, name] of arg.text.matchAll(/\$([a-z]\w{5,})/g)) {
			if (!name || known$2.includes(name) || /^(http|arg|cookie|sent|upstream|ssl|jwt|geoip2?)_/.test(name)) continue;
			const meant = didYouMean(name, known$2);
			if (!meant || distance(name, meant, 1) > 1 || isDefined(name)) continue;
			const fix = suggested(`write \`$${meant}\``, replace(arg, arg.text.replace(whole, `$${meant}`)));
			report(arg, `nginx has no variable \`${whole}\` and does not start. Did you mean \`$${meant}\`?`, arg.quote ? {} : fix);
		}
		/** By `set`, `map` and the like of any file, or as a named capture. */
		function isDefined(name) {
			const definition = new RegExp(`\\b(?:set|map|geo|split_clients|auth_request_set|js_\\w+|perl_set|geoip2?\\w*|set_\\w+|userid\\w*|eval)\\b[^;{}]*\\$${name}\\b|\\?P?[<']${name}[>']|^\\s*\\$${name}\\b`, "m");
			return project.nginx.some(({ source }) => definition.test(source.text));
		}
	}
});
// action/lint/rules/nginx/names/upstream-undefined.ts
const upstreamUndefined = defineRule({
	id: "nginx/upstream-undefined",
	severity: "error",
	summary: "A *_pass to an undefined upstream",
	why: `\`proxy_pass http://shop;\` goes to the upstream called shop. If there is none, nginx reads it as a host name, finds no
address for it, and does not start ("host not found in upstream"). In containers a bare name can be another service, so
the rule is silent beside a compose file or a Dockerfile.`,
	bad: nginx("upstream shop { server unix:/run/shop/current.sock; }", "server { listen 80; location / { include uwsgi_params; uwsgi_pass shpo; } }"),
	good: nginx("upstream shop { server unix:/run/shop/current.sock; }", "server { listen 80; location / { include uwsgi_params; uwsgi_pass shop; } }"),
	check({ project, report }) {
		if (inContainer(project)) return;
		const upstreams = project.nginx.flatMap((file) => [...walk(file)].flatMap(({ name, args }) => name.text === "upstream" && args[0] ? args[0].text : []));
		for (const file of project.nginx) for (const pass of walk(file)) {
			const protocol = {
				uwsgi_pass: "uwsgi",
				proxy_pass: "http",
				fastcgi_pass: "fastcgi"
			}[pass.name.text];
			const target = pass.args[0];
			if (!protocol || !target || isTemplated(target.text) || target.text.includes("$") || enclosing(pass, "stream")) continue;
			const { name } = destinationOf(target, protocol);
			if (!/^[\w-]+$/.test(name) || name === "localhost" || upstreams.includes(name)) continue;
			if (upstreams.length === 0 && file.context === void 0) continue;
			const meant = didYouMean(name, upstreams);
			const at = target.text.indexOf(name) + target.start + (target.quote ? 1 : 0);
			report(target, `There is no upstream \`${name}\`, and no host has that name: nginx does not start ("host not found in upstream").${meaning(meant)}`, meant ? suggested(`write \`${meant}\``, replace(target.source.range(at, at + name.length), meant)) : void 0);
		}
	}
});
// action/lint/rules/nginx/names/upstream-unused.ts
const upstreamUnused = defineRule({
	id: "nginx/upstream-unused",
	severity: "info",
	summary: "An upstream that nothing passes to",
	why: `An upstream that no \`proxy_pass\` or \`uwsgi_pass\` names does nothing. Often it is one half of a rename: the requests go to
an address written out elsewhere, and changes to the upstream have no effect.`,
	bad: nginx("upstream shop { server unix:/run/shop/current.sock; }", "server { listen 80; location / { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; } }"),
	good: nginx("upstream shop { server unix:/run/shop/current.sock; }", "server { listen 80; location / { include uwsgi_params; uwsgi_pass shop; } }"),
	check({ project, report }) {
		const passed = project.nginx.flatMap((file) => [...walk(file)].flatMap(({ name, args }) => /_pass$|^set$|^map$/.test(name.text) || name.text.includes(".") ? args.map((arg) => arg.text) : []));
		const variable = passed.some((text) => text.includes("$"));
		for (const file of project.nginx) for (const upstream of walk(file)) {
			const name = upstream.args[0];
			if (upstream.name.text !== "upstream" || !name || variable) continue;
			const used = passed.some((text) => text.replace(/^\w+:\/\//, "").replace(/[/:].*$/, "") === name.text);
			const passes = [...walk(file)].some((directive) => /_pass$/.test(directive.name.text));
			if (!used && passes) report(name, `Nothing passes to the upstream \`${name.text}\`: changing it changes nothing.`);
		}
	}
});
// action/lint/rules/nginx/proxy/connect-timeout.ts
/** The usual maximum, according to nginx's documentation. */
const most$1 = 75;
const connectTimeout = nginxRule({
	id: "nginx/connect-timeout",
	severity: "warning",
	summary: "A connect timeout above 75 seconds, or one that was meant for reading",
	why: `A connection to an app on the same network is established within milliseconds or never; nginx's documentation says that it usually cannot exceed 75 seconds. A value of minutes
makes visitors wait for a dead app. A slow page needs \`proxy_read_timeout\` (\`uwsgi_read_timeout\`).`,
	bad: server("location / { include uwsgi_params; uwsgi_connect_timeout 300s; uwsgi_pass unix:/run/shop/shop.sock; }"),
	good: server("location / { include uwsgi_params; uwsgi_connect_timeout 5s; uwsgi_pass unix:/run/shop/shop.sock; }"),
	on: ["proxy_connect_timeout", "uwsgi_connect_timeout"],
	check({ name, args: [value] }, { report }) {
		const seconds = value && secondsOf(value.text);
		if (!value || !seconds || seconds <= most$1) return;
		const read = name.text.replace("connect", "read");
		report(value, `nginx waits ${seconds} seconds for a connection, and more than ${most$1} usually do not count: \`${read}\` is the one for slow pages.`, suggested("wait 5 seconds", replace(value, "5s")));
	}
});
// action/lint/rules/nginx/proxy/keepalive-without-http11.ts
const site$5 = (lines) => nginx("upstream shop { server 127.0.0.1:8000; keepalive 8; }", `server { listen 80; location / { ${lines} proxy_set_header Host $host; proxy_set_header X-Forwarded-For $remote_addr; proxy_pass http://shop; } }`);
const keepaliveWithoutHttp11 = defineRule({
	id: "nginx/keepalive-without-http11",
	severity: "warning",
	summary: "keepalive in an upstream that gets Connection: close",
	why: `Before 1.29.7 nginx uses HTTP/1.0 to an upstream and sends \`Connection: close\`, so \`keepalive\` keeps no connection. It takes effect with
\`proxy_http_version 1.1;\` and \`proxy_set_header Connection "";\` in the location.`,
	versions: "nginx before 1.29.7",
	bad: site$5(""),
	good: site$5("proxy_http_version 1.1; proxy_set_header Connection \"\";"),
	check({ project, versions, report }) {
		if (atLeast(versions.nginx, 1, 29, 7)) return;
		const kept = new Map(project.nginx.flatMap((file) => named(file, "upstream").flatMap((upstream) => {
			const [keepalive] = children(upstream.block, "keepalive");
			return keepalive ? [[upstream.args[0]?.text ?? "", keepalive]] : [];
		})));
		for (const pass of project.nginx.flatMap((file) => named(file, "proxy_pass"))) {
			const keepalive = pass.args[0] && kept.get(destinationOf(pass.args[0], "http").name);
			if (!keepalive || children(pass.parent, "include").length > 0) continue;
			const version = inherited(pass.parent, "proxy_http_version").at(-1)?.args[0]?.text;
			const connection = inherited(pass.parent, "proxy_set_header").find(({ args }) => /^connection$/i.test(args[0]?.text ?? ""));
			if (version === "1.1" && connection && !/^close$/i.test(connection.args[1]?.text ?? "")) continue;
			const missing = [...version === "1.1" ? [] : ["`proxy_http_version 1.1;`"], ...connection ? [] : ["`proxy_set_header Connection \"\";`"]];
			report(pass, `nginx closes each connection to this upstream, so its \`keepalive\` does nothing: ${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} missing.`, { related: [{
				at: keepalive,
				message: "what is meant to keep connections"
			}] });
		}
	}
});
// action/lint/rules/nginx/proxy/missing-forwarded-for.ts
const others = [
	"x-forwarded-for",
	"x-real-ip",
	"forwarded"
];
const missingForwardedFor = proxyRule({
	id: "nginx/missing-forwarded-for",
	severity: "info",
	summary: "proxy_pass without the visitor's address",
	why: `Without X-Forwarded-For the app sees only nginx's own address: request.remote_addr is 127.0.0.1 for everyone, in logs, in
rate limits and in bans. Set it here, and let ProxyFix(x_for=1) read it.`,
	bad: server("location / { proxy_set_header Host $host; proxy_pass http://127.0.0.1:8000; }"),
	good: server("location / { proxy_set_header Host $host; proxy_set_header X-Forwarded-For $remote_addr; proxy_pass http://127.0.0.1:8000; }"),
	check(pass, { project, headers, report }) {
		if (!headers || others.some((name) => headers.has(name))) return;
		report(pass, "The app sees 127.0.0.1 as everyone's address: no X-Forwarded-For is set.", setHeaders(project, pass, "safe", "X-Forwarded-For $proxy_add_x_forwarded_for"));
	}
});
// action/lint/rules/nginx/proxy/missing-forwarded-proto.ts
/** Headers that tell the app that the visitor used https. */
const schemes = [
	"x-forwarded-proto",
	"x-forwarded-protocol",
	"x-forwarded-scheme",
	"x-forwarded-ssl",
	"x-scheme",
	"x-url-scheme",
	"forwarded"
];
const missingForwardedProto = proxyRule({
	id: "nginx/missing-forwarded-proto",
	severity: "warning",
	summary: "A TLS server without X-Forwarded-Proto",
	why: `nginx speaks TLS with the visitor and plain HTTP with the app. Without X-Forwarded-Proto the app assumes http: url_for
gives http:// links, redirects go in circles, OAuth call-backs do not match, Secure cookies are not set.`,
	bad: nginx("server { listen 443 ssl; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; location / { proxy_set_header Host $host; proxy_pass http://127.0.0.1:8000; } }"),
	good: nginx("server { listen 443 ssl; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; location / { proxy_set_header Host $host; proxy_set_header X-Forwarded-Proto $scheme; proxy_pass http://127.0.0.1:8000; } }"),
	check(pass, { project, headers, report }) {
		const server = enclosing(pass, "server");
		if (!server || !speaksTls(server) || !headers || schemes.some((name) => headers.get(name))) return;
		report(pass, "The app gets no X-Forwarded-Proto, so its links and redirects say http:// on an https:// site.", {
			related: [{
				at: server.name,
				message: "this server speaks TLS"
			}],
			...setHeaders(project, pass, "safe", "X-Forwarded-Proto $scheme")
		});
	}
});
// action/lint/rules/nginx/proxy/proxy-directive-with-uwsgi-pass.ts
/** Directives for one protocol only, by the *_pass that they apply to. */
const families = [
	"proxy",
	"uwsgi",
	"fastcgi",
	"scgi",
	"grpc"
];
const proxyDirectiveWithUwsgiPass = nginxRule({
	id: "nginx/proxy-directive-with-uwsgi-pass",
	severity: "warning",
	summary: "proxy_… beside uwsgi_pass (or uwsgi_… beside proxy_pass) does nothing",
	why: `Directives that start with \`proxy_\` apply to \`proxy_pass\` only. Beside \`uwsgi_pass\` nginx accepts them and never uses them:
a \`proxy_set_header\` does not reach the app, a \`proxy_read_timeout\` changes no timeout. With the uwsgi protocol the
headers of the request pass as they are, and \`include uwsgi_params\` adds the rest; timeouts are \`uwsgi_read_timeout\`.`,
	bad: server("location / { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; proxy_set_header X-Shop one; }"),
	good: server("location / { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; uwsgi_param HTTP_X_SHOP one; }"),
	on: ["location"],
	check(location, { report }) {
		if (!location.block) return;
		const pass = location.block.children.find((child) => families.some((family) => child.name.text === `${family}_pass`));
		if (!pass) return;
		const spoken = pass.name.text.replace("_pass", "");
		if (location.block.children.some((child) => child.block && children(child.block, ...families.map((f) => `${f}_pass`)).length > 0)) return;
		for (const child of location.block.children) {
			const family = child.name.text.split("_")[0];
			if (family === spoken || !families.includes(family) || child.name.text === `${family}_pass`) continue;
			report(child, `\`${child.name.text}\` does nothing beside \`${pass.name.text}\`: nginx never uses it here.`, {
				related: [{
					at: pass,
					message: `requests leave by \`${pass.name.text}\``
				}],
				fix: safe("remove it", wholeLine(child))
			});
		}
	}
});
// action/lint/rules/nginx/proxy/proxy-missing-host.ts
const proxyMissingHost = proxyRule({
	id: "nginx/proxy-missing-host",
	severity: "warning",
	summary: "proxy_pass without the Host of the request",
	why: `nginx sends the address that it connects to as Host: Flask sees "127.0.0.1:8000" or "localhost" (the upstream's name, where
there is one). url_for(…, _external=True), redirects and cookies then name a host that visitors cannot reach.`,
	bad: server("location / { proxy_pass http://127.0.0.1:8000; }"),
	good: server("location / { proxy_set_header Host $host; proxy_pass http://127.0.0.1:8000; }"),
	check(pass, { project, headers, report }) {
		if (!headers || headers.has("host")) return;
		const target = pass.args[0].text;
		const seen = /^http:\/\/unix:/.test(target) ? "localhost" : target.replace(/^http:\/\//, "").replace(/\/.*$/, "");
		const fix = setHeaders(project, pass, "suggested", "Host $host");
		report(pass, `The app gets \`Host: ${seen}\`, so the links and redirects that it builds lead to ${seen}.`, fix);
	}
});
// action/lint/rules/nginx/proxy/proxy-pass-uri-refused.ts
const proxyPassUriRefused = nginxRule({
	id: "nginx/proxy-pass-uri-refused",
	severity: "error",
	summary: "proxy_pass with a path where nginx accepts none",
	why: `A path after the address replaces the part of the URL that the location matched. In a regular expression, a named location or an \`if\` there is no such
part, and nginx fails to start: '"proxy_pass" cannot have URI part in location given by regular expression'. A slash is a path too.`,
	bad: server("location ~ ^/api { proxy_set_header Host $host; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; proxy_pass http://127.0.0.1:8000/; }"),
	good: server("location ~ ^/api { proxy_set_header Host $host; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; proxy_pass http://127.0.0.1:8000; }"),
	on: ["proxy_pass"],
	check(directive, { report }) {
		const [to] = directive.args;
		const path = /^https?:\/\/(?:unix:[^:]*:|(?!unix:)[^/]+)(\/.*)$/.exec(to?.text ?? "")?.[1];
		const [owner] = ancestors(directive);
		if (!to || !path || !owner || to.text.includes("$") || isTemplated(to.text)) return;
		const match = placeNamed(owner)?.match;
		const where = match === "regex" || match === "named" ? `a ${match === "regex" ? "location with a regular expression" : "named location"}` : /^(?:if|limit_except)$/.test(owner.name.text) ? `\`${owner.name.text}\`` : void 0;
		if (where) report(to, `\`${path}\` after the address is a path, which nginx does not accept in ${where}: it does not start.`);
	}
});
// action/lint/rules/nginx/proxy/proxy-pass-uri-strip.ts
const proxyPassUriStrip = proxyRule({
	id: "nginx/proxy-pass-uri-strip",
	severity: "info",
	summary: "A proxy_pass that ends in / strips the location's path",
	why: `\`location /api/\` with \`proxy_pass http://127.0.0.1:8000/;\` sends /api/users as /users. That may be meant; but then the app's
own links miss the prefix, unless it is told by X-Forwarded-Prefix (ProxyFix x_prefix=1) or SCRIPT_NAME. With \`location /api\` the app gets
//users, which Werkzeug redirects to a path that the location does not have.`,
	bad: server("location /api/ { include proxy_params; proxy_pass http://127.0.0.1:8000/; }"),
	good: server("location /api/ { include proxy_params; proxy_pass http://127.0.0.1:8000; }"),
	check(pass, { report }) {
		const place = placeNamed(enclosing(pass, "location"));
		const target = pass.args[0];
		if (place?.match !== "prefix" || place.path.text === "/") return;
		if (!/^http:\/\/(?:unix:[^:]+:|[^/]+)\/$/.test(target.text)) return;
		const path = place.path.text;
		const double = !path.endsWith("/");
		report(target, double ? `${path} becomes / and the rest stays: ${path}/users reaches the app as //users. Write \`location ${path}/\`, or leave the final / out.` : `The final / strips ${path}: ${path}users reaches the app as /users, and the app's own links are missing ${path}.`, {
			severity: double ? "warning" : "info",
			related: [{
				at: place.path,
				message: "the path that is stripped"
			}]
		});
	}
});
// action/lint/rules/nginx/proxy/set-header-inheritance.ts
const nameOf$1 = (directive) => directive.args[0]?.text.toLowerCase() ?? "";
/** The block's own directives of that name; undefined if an include may add some. */
function own(block, name) {
	return children(block, "include").length > 0 ? void 0 : children(block, name);
}
const setHeaderInheritance = nginxRule({
	id: "nginx/set-header-inheritance",
	severity: "warning",
	summary: "A header in a location that silently drops all headers set outside of it",
	why: `nginx inherits \`proxy_set_header\` and \`add_header\` whole or not at all: one of them in a location, and none of those in the
server apply there any more. The location then is missing the Host or the security headers that seem to be set for all.`,
	bad: server("proxy_set_header Host $host;", "proxy_set_header X-Forwarded-For $remote_addr;", "location / { proxy_set_header X-Forwarded-Prefix /shop; proxy_set_header Host $host; proxy_pass http://127.0.0.1:8000; }"),
	good: server("location / { proxy_set_header Host $host; proxy_set_header X-Forwarded-For $remote_addr; proxy_set_header X-Forwarded-Prefix /shop; proxy_pass http://127.0.0.1:8000; }"),
	on: ["location", "if"],
	check(location, { report }) {
		if (!location.block || location.name.text === "if" && children(location.block, "return").length > 0) return;
		for (const name of ["proxy_set_header", "add_header"]) {
			const mine = own(location.block, name);
			if (!mine || mine.length === 0) continue;
			if (name === "proxy_set_header" && children(location.block, "proxy_pass").length === 0) continue;
			const around = outer(location, name);
			const kept = new Set(mine.map(nameOf$1));
			const lost = around.filter((directive) => !kept.has(nameOf$1(directive)));
			if (lost.length === 0) continue;
			const list = lost.map((directive) => directive.args[0]?.text).join(", ");
			report(mine[0], `A \`${name}\` here drops all of those outside: ${list} ${lost.length > 1 ? "are" : "is"} not set in this ${location.name.text === "if" ? "`if`" : "location"}.`, { related: [{
				at: lost[0],
				message: "set here for all others"
			}] });
		}
	}
});
/** What would apply if the location had none: the directives of the nearest outer block that has some. */
function outer(location, name) {
	for (let block = location.parent; block; block = around(block)) {
		const there = children(block, name);
		if (there.length > 0) return there;
	}
	return [];
}
// action/lint/rules/nginx/proxy/socket-in-home.ts
const socketInHome$1 = nginxFileRule({
	id: "nginx/socket-in-home",
	severity: "warning",
	summary: "A socket in a user's home directory",
	why: `Home directories are closed to other users: 0750 on Ubuntu since 21.04, 0700 on Debian 12. nginx's user cannot reach a socket in one, so
every request is a 502 with "(13: Permission denied)" in the error log. The place for sockets is /run/<app>, made by
RuntimeDirectory= of the unit.`,
	bad: server("location / { include uwsgi_params; uwsgi_pass unix:/home/ann/shop/shop.sock; }"),
	good: server("location / { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; }"),
	check(file, { project, report }) {
		if (ownUser(file)) return;
		for (const { at, path } of socketPaths(file)) {
			const home = homeOnMachine(project, path);
			if (home) report(at, `nginx's user cannot enter ${home} on current distributions: 502, permission denied. Sockets belong in /run.`);
		}
	}
});
// action/lint/rules/nginx/proxy/socket-in-tmp.ts
const socketInTmp$1 = nginxFileRule({
	id: "nginx/socket-in-tmp",
	severity: "warning",
	summary: "A socket in /tmp",
	why: `With PrivateTmp=yes on either side, as nginx and many units have it, nginx and the app see different /tmp folders: a 502, "no
such file". And any user of the machine may make a socket of that name first. The place for sockets is /run/<app>, made by
RuntimeDirectory= of the unit.`,
	bad: server("location / { include uwsgi_params; uwsgi_pass unix:/tmp/shop.sock; }"),
	good: server("location / { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; }"),
	check(file, { report }) {
		for (const { at, path } of socketPaths(file)) if (/^\/(?:var\/)?tmp\//.test(path)) report(at, `${path} may be another file to nginx than to the app (PrivateTmp), and any user can create it first. Sockets belong in /run.`);
	}
});
// action/lint/rules/nginx/proxy/try-files-with-proxy.ts
const tryFilesWithProxy = nginxRule({
	id: "nginx/try-files-with-proxy",
	severity: "warning",
	summary: "try_files beside proxy_pass or uwsgi_pass: no file is ever served",
	why: `In a location with a *_pass nginx forwards every request that stays there: \`try_files $uri …\` finds the file, and the request goes to the app all the same. What is not found leaves
for the last argument, past the app. Serve files in one location, and name the other for the app: \`try_files $uri @app;\`.`,
	bad: server("root /srv/shop/public;", "location / { include uwsgi_params; try_files $uri /index.html; uwsgi_pass unix:/run/shop/shop.sock; }"),
	good: server("root /srv/shop/public;", "location / { try_files $uri @app; }", "location @app { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; }"),
	on: ["try_files"],
	check(tried, { report }) {
		const [pass] = children(tried.parent, "proxy_pass", "uwsgi_pass");
		if (!pass || !tried.args.slice(0, -1).some(({ text }) => text.includes("$uri")) || /^=404$/.test(tried.args.at(-1)?.text ?? "")) return;
		report(tried, `A file that is found goes to \`${pass.name.text}\` all the same, and what is not found never reaches the app.`, { related: [{
			at: pass,
			message: "every request that stays here goes this way"
		}] });
	}
});
// action/lint/rules/nginx/proxy/upstream-any-address.ts
const upstreamAnyAddress = nginxRule({
	id: "nginx/upstream-any-address",
	severity: "warning",
	summary: "0.0.0.0 as the address to connect to",
	why: `0.0.0.0 means "all addresses of this machine" to a server that listens. As an address to connect to it has no meaning of
its own; Linux treats it as 127.0.0.1, other systems reject it. It usually shows that the app listens on 0.0.0.0 too, where
every client can reach it past nginx.`,
	bad: server("location / { include proxy_params; proxy_pass http://0.0.0.0:8000; }"),
	good: server("location / { include proxy_params; proxy_pass http://127.0.0.1:8000; }"),
	check(directive, { project, report }) {
		const inUpstream = directive.name.text === "server" && directive.parent.owner?.name.text === "upstream";
		const target = directive.args[0];
		if (!target || !inUpstream && !/^(?:proxy|uwsgi|fastcgi|scgi)_pass$/.test(directive.name.text)) return;
		if (!/(?:^|\/\/)(0\.0\.0\.0)(?=:|\/|$)/.exec(target.text) || inContainer(project)) return;
		const right = target.text.replace("0.0.0.0", "127.0.0.1");
		report(target, `0.0.0.0 is for listening: nginx should connect to 127.0.0.1, and the app should listen there too.`, safe("write 127.0.0.1", replace(target, right)));
	}
});
// action/lint/rules/nginx/proxy/upstream-bad-socket-url.ts
/** What is wrong with an address in that directive, and the right spelling. */
function mistake(kind, text) {
	if (text.includes("$")) return void 0;
	if (kind === "proxy") {
		if (/^unix:/.test(text)) return {
			what: "proxy_pass needs a scheme, and nginx does not start without it",
			right: `http://${text.replace(/^unix:\/\/(?=\/)/, "unix:")}`
		};
		if (/^(?:[\w-]+|\d+(?:\.\d+){3}):\d+/.test(text)) return {
			what: "proxy_pass needs a scheme, and nginx does not start without it",
			right: `http://${text}`
		};
		if (/^\/.*\.sock/.test(text)) return {
			what: "proxy_pass needs a scheme, and nginx does not start without it",
			right: `http://unix:${text}`
		};
		if (/^https?:\/{0,1}\w[\w.-]*(?=[:/]|$)/.test(text)) return {
			what: "nginx needs two slashes after the scheme and does not start",
			right: text.replace(/^(https?:)\/?/, "$1//")
		};
		if (/^http:\/\/\/.*\.sock/.test(text)) return {
			what: "nginx reads an empty host name and does not start",
			right: text.replace("http://", "http://unix:")
		};
		if (/^http:\/\/unix:[^:]*\.sock\/$/.test(text)) return {
			what: "without a second colon the slash is part of the socket's name, and every request is a 502",
			right: text.replace(/\/$/, ":/")
		};
		return;
	}
	if (/^https?:\/\//.test(text)) {
		const where = text.replace(/^https?:\/\//, "");
		return {
			what: kind === "uwsgi" ? "uwsgi_pass does not accept an http scheme, and nginx does not start with it" : "a server of an upstream has no scheme, and nginx does not start with it",
			right: where.replace(/\/+$/, "")
		};
	}
	if (/^\/.*\.sock/.test(text)) return {
		what: "without `unix:` nginx reads the path as a host name and does not start",
		right: `unix:${text}`
	};
}
const upstreamBadSocketUrl = nginxRule({
	id: "nginx/upstream-bad-socket-url",
	severity: "error",
	summary: "An address in the wrong form for the directive",
	why: `A unix socket is \`unix:/run/shop.sock\` for uwsgi_pass and in an upstream, and \`http://unix:/run/shop.sock\` for
proxy_pass; a path behind it takes another colon (\`http://unix:/run/shop.sock:/\`). proxy_pass always needs a scheme, the
others never have one. In any other form nginx does not start, or answers 502.`,
	bad: server("location / { include proxy_params; proxy_pass unix:/run/shop/shop.sock; }"),
	good: server("location / { include proxy_params; proxy_pass http://unix:/run/shop/shop.sock; }"),
	check(directive, { report }) {
		const owner = directive.parent.owner?.name.text;
		const kind = directive.name.text === "proxy_pass" && !enclosing(directive, "stream") ? "proxy" : directive.name.text === "uwsgi_pass" ? "uwsgi" : directive.name.text === "server" && owner === "upstream" ? "server" : void 0;
		const target = directive.args[0];
		if (!kind || !target || isTemplated(target.text)) return;
		const found = mistake(kind, target.text);
		if (!found) return;
		report(target, `\`${target.text}\`: ${found.what}. Write \`${found.right}\`.`, safe(`write \`${found.right}\``, replace(target, found.right)));
	}
});
// action/lint/rules/nginx/proxy/uwsgi-params-missing.ts
const uwsgiParamsMissing = nginxRule({
	id: "nginx/uwsgi-params-missing",
	severity: "error",
	summary: "uwsgi_pass without include uwsgi_params",
	why: `With uwsgi_pass nginx sends none of the request's variables by itself. Without \`include uwsgi_params;\` the app gets no REQUEST_METHOD
and no PATH_INFO, and every request ends in a 500 (KeyError).`,
	bad: server("location / { uwsgi_pass unix:/run/shop/shop.sock; }"),
	good: server("location / { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; }"),
	on: ["uwsgi_pass"],
	check(pass, { project, file, report }) {
		if (!enclosing(pass, "server") && file.context === void 0) return;
		const { directives, shipped, unknown } = holding(project, pass.parent, "uwsgi_param");
		if (unknown || shipped) return;
		const names = new Set(directives.map((directive) => directive.args[0]?.text));
		if (names.has("REQUEST_METHOD") || names.has("PATH_INFO")) return;
		report(pass, directives.length > 0 ? "A `uwsgi_param` here replaces all outer ones, and REQUEST_METHOD is not among them: every request is a 500." : "Nothing of the request reaches the app without `include uwsgi_params;`: every request is a 500 (KeyError: REQUEST_METHOD).", safe("include uwsgi_params", lineAbove(pass, "include uwsgi_params;")));
	}
});
// action/lint/rules/nginx/proxy/websocket-upgrade-missing.ts
const websocketUpgradeMissing = proxyRule({
	id: "nginx/websocket-upgrade-missing",
	severity: "warning",
	summary: "A websocket path without the Upgrade headers",
	why: `nginx does not forward the Upgrade and Connection headers by itself, and uses HTTP/1.0 to the app. A websocket under
/socket.io/ or /ws then fails with 400, and Socket.IO falls back to polling, slowly, with an error in the browser for each try.`,
	bad: server("location /socket.io { include proxy_params; proxy_pass http://127.0.0.1:8000; }"),
	good: server("location /socket.io { proxy_http_version 1.1; proxy_set_header Host $host; proxy_set_header X-Forwarded-For $remote_addr; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection \"upgrade\"; proxy_pass http://127.0.0.1:8000; }"),
	check(pass, { project, headers, report }) {
		const place = placeNamed(enclosing(pass, "location"));
		if (!place || !/^\^?\/(?:socket\.io|ws|wss|websocket)(?:\/|$)/i.test(place.path.text.replaceAll("\\", ""))) return;
		if (!headers || headers.has("upgrade")) return;
		const { fix } = setHeaders(project, pass, "suggested", "Upgrade $http_upgrade", "Connection \"upgrade\"");
		const here = fix?.edits.every(({ at }) => at.start > pass.parent.start && at.end <= pass.start);
		const edits = [...inherited(pass.parent, "proxy_http_version").some(({ args }) => args[0]?.text === "1.1") ? [] : [lineAbove(pass, "proxy_http_version 1.1;")], ...fix?.edits ?? []];
		report(pass, `nginx forwards no Upgrade header, so the websocket under ${place.path.text} never opens (400).`, { fix: fix && here ? {
			...fix,
			title: "forward the upgrade",
			edits
		} : void 0 });
	}
});
// action/lint/rules/nginx/requests/allow-without-deny.ts
const allowWithoutDeny = nginxRule({
	id: "nginx/allow-without-deny",
	severity: "warning",
	summary: "allow without a deny: every client is let in",
	why: `nginx checks \`allow\` and \`deny\` until one matches, and lets in a client that none matches. A list of \`allow\` alone blocks no client; it needs \`deny all;\` as its last
line. A block inherits the lists only if it has none of its own.`,
	bad: server("location /admin/ { allow 10.0.0.0/8; return 204; }"),
	good: server("location /admin/ { allow 10.0.0.0/8; deny all; return 204; }"),
	on: ["allow"],
	check(allow, { report }) {
		const { parent } = allow;
		const lines = children(parent, "allow", "deny");
		if (lines[0] !== allow || lines.some(({ name, args }) => name.text === "deny" || args[0]?.text === "all")) return;
		if (children(parent, "include", "deny").length > 0 || enclosing(allow, "rtmp", "application")) return;
		report(allow, "No `deny all;` follows, so every other client is let in as well.");
	}
});
// action/lint/rules/nginx/requests/header-injection.ts
const headerInjection = nginxRule({
	id: "nginx/header-injection",
	severity: "error",
	summary: "A header or a redirect made of the decoded path: visitors write headers of their own",
	why: `\`$uri\` and \`$document_uri\` hold the path with its %xx decoded, so %0d%0a is a line end. In \`return 301 https://$host$uri\` a link to
/%0d%0aSet-Cookie:%20session=1 sets that cookie for whoever follows it. A capture such as ([^/]+) takes line ends too; (.*) does not. Towards the
app the same splits a request in two. \`$request_uri\` is the path as it was sent, encoded.`,
	bad: server("return 301 https://$host$uri;"),
	good: server("return 301 https://$host$request_uri;"),
	on: [
		"return",
		"rewrite",
		"add_header",
		"proxy_set_header",
		"proxy_pass",
		"more_set_headers"
	],
	check(directive, { report }) {
		const name = directive.name.text;
		if (name === "rewrite" && !/^(https?:\/\/|\$scheme)/.test(directive.args[1]?.text ?? "") || name === "return" && !/^30\d$|^https?:/.test(directive.args[0]?.text ?? "")) return;
		for (const arg of directive.args.slice(name === "proxy_pass" || name === "more_set_headers" ? 0 : 1)) {
			const bad = partsOf(arg.text, directive).find((part) => part.kind === "variable" && decodedPaths.has(part.name) && !isExact(directive) || part.kind === "capture" && name !== "rewrite" && matchesLineEnd(part.regex));
			if (!bad || bad.kind === "text") continue;
			const written = `$${bad.name}`;
			const why = bad.kind === "capture" ? `\`${bad.regex}\` matches line ends` : "it is decoded";
			const where = /^proxy_/.test(name) ? "the request to the app" : "the response";
			const direct = bad.kind === "variable" && arg.text.includes(written) && name !== "proxy_pass";
			report(arg, `\`${written}\` can hold %0d%0a (${why}): a visitor adds headers of their own to ${where}.`, {
				severity: /^proxy_/.test(name) ? "warning" : "error",
				fix: direct ? suggested("write `$request_uri`", replace(arg, arg.source.slice(arg).replace(written, "$request_uri"))) : void 0
			});
			return;
		}
	}
});
// action/lint/rules/nginx/requests/header-with-line-break.ts
const headerWithLineBreak = nginxRule({
	id: "nginx/header-with-line-break",
	severity: "warning",
	summary: "A header value that contains a line break",
	why: `A long Content-Security-Policy is often written over several lines, and nginx sends them as they are. Header lines that go on are obsolete (RFC 9112): HTTP/2 clients
reject the whole response, others truncate the header after its first line. Write it on one line, or put it together from variables.`,
	bad: nginx(`server { listen 80; add_header Content-Security-Policy "default-src 'self';\n        img-src *"; return 204; }`),
	good: nginx(`server { listen 80; add_header Content-Security-Policy "default-src 'self'"; return 204; }`),
	on: [
		"add_header",
		"proxy_set_header",
		"more_set_headers"
	],
	check({ name, args }, { report }) {
		const value = args.find(({ text }, i) => /[\r\n]/.test(text) && (name.text !== "more_set_headers" || !/^-[ts]$/.test(args[i - 1]?.text ?? "")));
		if (value) report(value, "The value contains line breaks: HTTP/2 clients reject the response, others truncate the header there.");
	}
});
// action/lint/rules/nginx/requests/host-from-client.ts
const hostFromClient = nginxRule({
	id: "nginx/host-from-client",
	severity: "info",
	summary: "The app's Host is set to the client's unchecked header",
	why: `\`$http_host\` is the client's header to the letter, \`$arg_…\` a parameter; with an absolute URL in the request line the header and the host that nginx chose
the server by may differ. An app that builds links or reset mails from it can be made to name another host. \`$host\` is the name that nginx itself uses.`,
	bad: server("location / { proxy_set_header Host $http_host; proxy_set_header X-Forwarded-For $remote_addr; proxy_pass http://127.0.0.1:8000; }"),
	good: server("location / { proxy_set_header Host $host; proxy_set_header X-Forwarded-For $remote_addr; proxy_pass http://127.0.0.1:8000; }"),
	on: ["proxy_set_header"],
	check({ args: [name, value] }, { report }) {
		if (name?.text.toLowerCase() !== "host" || !/^\$(http_host|arg_\w+|cookie_\w+)$/.test(value?.text ?? "")) return;
		report(value, `The app's Host is what the client sent: \`$host\` is the name by which nginx chose this server.`, { severity: value?.text === "$http_host" ? "info" : "warning" });
	}
});
// action/lint/rules/nginx/requests/proxy-to-anywhere.ts
/** Variables that contain data from the visitor. */
const sent = /^(arg_|http_|cookie_|args$|query_string$|request_body$)/;
/** They begin with a slash, so the host ends before them. */
const paths = /^(request_uri|uri|document_uri|is_args)$/;
const proxyToAnywhere = nginxRule({
	id: "nginx/proxy-to-anywhere",
	severity: "error",
	summary: "proxy_pass to a host that the visitor chooses",
	why: `With a variable of the request in the host of \`proxy_pass\`, nginx fetches whatever a visitor names: other services of the machine and its network,
the cloud's metadata address with its keys (server-side request forgery), or a page of their own under your name. \`http://shop$path\` is no better:
a path of .evil.example makes another host of it. Name the hosts in a map with a fixed default, or put a slash before what comes from outside.`,
	bad: server("location /fetch/ { proxy_pass http://$arg_host; }"),
	good: server("location /fetch/ { internal; proxy_pass http://$arg_host; }"),
	on: ["proxy_pass"],
	check(pass, { report }) {
		const [target] = pass.args;
		const location = enclosing(pass, "location");
		if (!target || enclosing(pass, "stream") || children(location?.block, "internal").length > 0) return;
		const chosen = inHost(partsOf(target.text, pass));
		if (!chosen) return;
		report(target, `A visitor chooses where nginx connects to, by \`$${chosen}\`: also services that only this machine can reach.`);
	}
});
/** The variable in the scheme or the host that a visitor controls. */
function inHost(parts) {
	for (const [i, part] of parts.entries()) if (part.kind === "text") {
		if ((parts.slice(0, i).some((before) => before.kind === "text" && before.text.includes("://")) ? part.text : part.text.replace(/^[^/]*:\/\//, "")).includes("/")) return void 0;
	} else if (part.kind === "variable") {
		if (paths.test(part.name)) return void 0;
		if (sent.test(part.name)) return part.name;
	} else if (matchesAnything(part.regex)) return part.name;
}
// action/lint/rules/nginx/requests/real-ip-from-anybody.ts
const realIpFromAnybody = nginxRule({
	id: "nginx/real-ip-from-anybody",
	severity: "warning",
	summary: "Every visitor can forge their address",
	why: `\`set_real_ip_from\` names the proxies whose header nginx trusts. With 0.0.0.0/0 any client sends \`X-Forwarded-For: 10.0.0.1\` and is that address to \`allow\`, to \`limit_req\`,
to the logs, to fail2ban and to request.remote_addr. Name the balancer's own network, or the list that the CDN publishes.`,
	bad: server("set_real_ip_from 0.0.0.0/0;", "real_ip_header X-Forwarded-For;", "return 204;"),
	good: server("set_real_ip_from 10.0.0.0/8;", "real_ip_header X-Forwarded-For;", "return 204;"),
	on: ["set_real_ip_from"],
	check({ args: [from] }, { report }) {
		if (from && /^(0\.0\.0\.0|::|0:0:0:0:0:0:0:0)\/0$/.test(from.text)) report(from, `nginx trusts the address in the header from every client (${from.text}): a visitor chooses whose address the logs, limits and \`allow\` see.`);
	}
});
// action/lint/rules/nginx/requests/rewrite-traversal.ts
const rewriteTraversal = nginxRule({
	id: "nginx/rewrite-traversal",
	severity: "error",
	summary: "A rewrite that strips a prefix without its slash: files outside of the root can be read",
	why: `\`rewrite ^/static(.*) /$1 break;\` makes /../app.py of /static../app.py, and with \`break\` nginx no longer checks the path: it opens root/../app.py, the app's source, its
.env and its keys. Many have the line from one tutorial. \`alias\` needs no rewrite; or let the regex hold the slash: ^/static/(.*).`,
	bad: server("location /static { root /srv/shop/static; rewrite ^/static(.*) /$1 break; }"),
	good: server("location /static/ { alias /srv/shop/static/; }"),
	on: ["rewrite"],
	check(rewrite, { report }) {
		const [regex, to, flag] = rewrite.args;
		const prefix = /^\^?(\/[\w/-]*\w)\((?:\.\*|\.\+|\?<\w+>\.\*)\)\$?$/.exec(regex?.text ?? "")?.[1];
		if (!prefix || !regex || !/^\/\$(1|\w+)$/.test(to?.text ?? "") || flag?.text !== "break") return;
		if (children(rewrite.parent, "proxy_pass", "uwsgi_pass", "fastcgi_pass").length > 0) return;
		const at = regex.start + (regex.quote ? 1 : 0) + regex.text.indexOf("(");
		report(regex, `${prefix}../app.py becomes /../app.py, which nginx opens outside of the root: source, .env and keys can be read.`, suggested("let the regex hold the slash", replace({
			...regex,
			start: at,
			end: at
		}, "/")));
	}
});
// action/lint/rules/nginx/requests/unanchored-origin.ts
const unanchoredOrigin = nginxFileRule({
	id: "nginx/unanchored-origin",
	severity: "warning",
	summary: "An Origin or Referer checked by a regex that other sites also match",
	why: `A site is let in by its name, and a regex that is not anchored finds the name anywhere: \`https://shop\\.test\` is also in https://shop.test.evil.example, and a dot
without a backslash is any letter. Begin with ^, write \\. for dots, and end with $ (Origin) or / (Referer). A plain map of names needs no regex.`,
	bad: server("location / { if ($http_origin !~ '^https://shop.test') { return 403; } return 204; }"),
	good: server(String.raw`location / { if ($http_origin !~ '^https://shop\.test$') { return 403; } return 204; }`),
	check(file, { report }) {
		for (const directive of walk(file)) {
			const found = regexOf(directive);
			const wrong = found && mistakeIn(found.regex);
			if (!found || !wrong) continue;
			report(found.at, `\`${found.regex.slice(0, 80)}\` ${wrong.what}`, { severity: wrong.slight ? "info" : "warning" });
		}
	}
});
/** The regex that accepts an Origin or Referer. Not that of a deny list, which matches anywhere on purpose. */
function regexOf(directive) {
	if (directive.name.text === "if") {
		const text = directive.args.map((arg) => arg.text).join(" ");
		const [, name, operator, regex] = /\$http_(origin|referer)\s+(!?~\*?)\s*["']?(.*?)["']?\)?$/.exec(text) ?? [];
		if (!regex || !operator?.startsWith("!") && name !== "origin") return void 0;
		return {
			at: {
				...directive.args.at(-1),
				start: directive.args[0].start
			},
			regex
		};
	}
	const map = enclosing(directive, "map");
	const regex = /^~\*?\s*(.+)$/.exec(directive.name.text)?.[1];
	if (!regex || map?.args[0]?.text !== "$http_origin" || /^(0|""|'')?$/.test(directive.args[0]?.text ?? "")) return void 0;
	return {
		at: directive.name,
		regex
	};
}
function mistakeIn(regex) {
	if (!/[a-z0-9]\\?\.[a-z(]|localhost|:\/\/|:\\\/\\\//i.test(regex)) return void 0;
	const plain = alternatives(regex).map((branch) => branch.replaceAll("\\/", "/"));
	if (plain.some((branch) => !/^\(*\^/.test(branch))) return { what: "finds the name anywhere: begin it, and each alternative, with ^." };
	for (const branch of plain) {
		const host = branch.replace(/^.*?:\/\//, "");
		const named = host.split(/\/(?!\))/)[0];
		if (/(^|[^\\[])\.[*+]/.test(named)) return { what: "lets `.*` match a slash, and so another site's host." };
		if (/(^|[^\\])\.(?![*+?{])/.test(named.replace(/\[[^\]]*\]/g, ""))) return { what: "has a dot without a backslash, which is any letter." };
		if (!/[/$]/.test(host)) return { what: "goes on with anything: end it with $ or /." };
	}
	return /^\^?\(?https\?/.test(regex) ? {
		what: "lets http:// in as well, which anyone on the way can forge.",
		slight: true
	} : void 0;
}
/** The top-level alternatives of a regex. */
function alternatives(regex) {
	const out = [""];
	let depth = 0;
	for (let i = 0; i < regex.length; i++) {
		const c = regex[i];
		if (c === "\\") {
			out[out.length - 1] += c + (regex[++i] ?? "");
			continue;
		}
		if (c === "(" || c === "[") depth++;
		if (c === ")" || c === "]") depth--;
		if (c === "|" && depth === 0) out.push("");
		else out[out.length - 1] += c;
	}
	return out;
}
// action/lint/rules/nginx/requests/valid-referers-none.ts
const validReferersNone = nginxRule({
	id: "nginx/valid-referers-none",
	severity: "info",
	summary: "valid_referers that also accepts requests without a Referer",
	why: `With \`none\` a request that has no Referer is valid. Any page can omit the header (\`<meta name="referrer" content="no-referrer">\`), so the check stops
no attacker; it still helps against careless hot links.`,
	bad: server("location /media/ { valid_referers none shop.test; if ($invalid_referer) { return 403; } }"),
	good: server("location /media/ { valid_referers shop.test; if ($invalid_referer) { return 403; } }"),
	on: ["valid_referers"],
	check({ args }, { report }) {
		const none = args.find((arg) => arg.text === "none");
		if (none) report(none, "A request without a Referer passes, and any page can omit it: this stops no attacker.");
	}
});
// action/lint/rules/nginx/requests/workers-as-root.ts
const workersAsRoot = nginxRule({
	id: "nginx/workers-as-root",
	severity: "warning",
	summary: "nginx workers that run as root",
	why: `\`user root;\` is often added when nginx may not read a folder or a socket. It may then read everything: a path that leads out of \`root\`, a symlink in an upload or a
vulnerability in nginx discloses keys and passwords of the whole machine. Run nginx as www-data, and give that group access to what nginx serves.`,
	bad: nginx("user root;", "events { }", "http { server { listen 80; return 204; } }"),
	good: nginx("user www-data;", "events { }", "http { server { listen 80; return 204; } }"),
	on: ["user"],
	check({ args: [who] }, { project, report }) {
		if (who?.text === "root") report(who, "Every worker is root: it may open any file that a visitor can make nginx open.", { severity: inContainer(project) ? "info" : "warning" });
	}
});
// action/lint/rules/nginx/taste/autoindex.ts
const autoindex = nginxRule({
	id: "nginx/autoindex",
	severity: "info",
	summary: "nginx lists the files of a folder",
	why: `With \`autoindex on\` a folder without an index file is shown with all that is in it: uploads, backups, temporary files. For a download area
that is intended; elsewhere it reveals more than intended.`,
	bad: server("location /media/ { alias /srv/shop/media/; autoindex on; }"),
	good: server("location /media/ { alias /srv/shop/media/; }"),
	on: ["autoindex"],
	check(directive, { report }) {
		if (directive.args[0]?.text === "on") report(directive, "Every visitor gets a list of all files in this folder.");
	}
});
// action/lint/rules/nginx/taste/if-in-location.ts
const harmless = /^(return|rewrite|set|break|limit_rate|access_log|include|set_by_lua\w*)$/;
const ifInLocation = nginxRule({
	id: "nginx/if-in-location",
	severity: "info",
	summary: "Directives other than return, rewrite and set in an if of a location",
	why: `An \`if\` in a location is a location of its own: of two that are true only the last one counts, and headers, try_files and other settings outside of it may not hold
there. \`return\`, \`rewrite\` and \`set\` do what they say; for everything else use a map, or a location that matches.`,
	bad: server("location / { if ($http_user_agent ~ bot) { expires 1d; } return 204; }"),
	good: server("location / { if ($http_user_agent ~ bot) { return 403; } return 204; }"),
	on: ["if"],
	check(block, { report }) {
		const inside = block.block?.children ?? [];
		const odd = inside.find(({ name }) => !harmless.test(name.text));
		if (!odd || inside.some(({ name }) => name.text === "return") || !enclosing(block, "location")) return;
		report(odd, `\`${odd.name.text}\` in an \`if\`: of several that are true only the last one counts, and outer settings may not apply here.`);
	}
});
// action/lint/rules/nginx/taste/known-vulnerability.ts
const unnamed = (text) => /\$[1-9]/.test(text ?? "");
const vulnerabilities = [
	{
		cve: "CVE-2026-42945",
		fixed: [
			1,
			30,
			1
		],
		what: "a rewrite to `…?…` with a `set` or rewrite of $1 behind it overruns the worker's memory",
		uses: ({ name, args, parent, start }) => name.text === "rewrite" && (args[1]?.text ?? "").includes("?") && children(parent, "set", "rewrite").some((next) => next.start > start && unnamed(next.args[1]?.text))
	},
	{
		cve: "CVE-2026-9256",
		fixed: [
			1,
			30,
			2
		],
		what: "a redirecting rewrite to `…?…$1` overruns the worker's memory",
		uses: ({ name, args }) => name.text === "rewrite" && (/^(redirect|permanent)$/.test(args[2]?.text ?? "") || /^(https?:\/\/|\$scheme)/.test(args[1]?.text ?? "")) && (args[1]?.text ?? "").includes("?") && unnamed(args[1]?.text)
	},
	{
		cve: "CVE-2026-42533",
		fixed: [
			1,
			30,
			4
		],
		what: "a volatile map with a capture of a number reads memory that is not its own in subrequests; a named capture does not",
		uses: ({ name, block }) => name.text === "map" && children(block, "volatile").length > 0 && (block?.children ?? []).some(({ args }) => unnamed(args[0]?.text))
	},
	{
		cve: "CVE-2024-7347",
		fixed: [
			1,
			26,
			2
		],
		what: "a crafted video ends a worker of the mp4 module",
		uses: ({ name, block, args }) => name.text === "mp4" && !block && args.length === 0
	},
	{
		cve: "CVE-2025-23419",
		fixed: [
			1,
			26,
			3
		],
		what: "a TLS session of one server is resumed at another that asks for client certificates",
		uses: ({ name, args }) => name.text === "ssl_verify_client" && args[0]?.text !== "off"
	}
];
const knownVulnerability = defineRule({
	id: "nginx/known-vulnerability",
	severity: "info",
	summary: "A directive that a known vulnerability of nginx needs",
	why: `Some vulnerabilities of nginx need a directive used in a certain way. Distributions fix them without a new version number, so the version alone proves nothing: check
whether the package is up to date (\`apt list --upgradable\`). Where nginx_version in flask-deploy.yml is new enough the rule is silent.`,
	bad: server("location /api/ { rewrite ^/api/(.*)$ /v2?path=$1 last; set $old $1; }"),
	good: server("location /api/ { rewrite ^/api/(?<path>.*)$ /v2?path=$path last; set $old $path; }"),
	check({ project, versions, report }) {
		const open = vulnerabilities.filter(({ fixed }) => !versions.nginx || before(versions.nginx, ...fixed));
		for (const file of project.nginx) for (const directive of walk(file)) for (const { cve, fixed, what, uses } of open) if (uses(directive)) report(directive.name, `${cve}: before nginx ${fixed.join(".")} ${what}. Your distribution may have fixed it.`);
	}
});
// action/lint/rules/nginx/taste/map-without-default.ts
const mapWithoutDefault = nginxRule({
	id: "nginx/map-without-default",
	severity: "info",
	summary: "A map without a default",
	why: `A value that no line of a \`map\` matches becomes the empty string: an empty upstream name is a 500, an empty redirect leads to the page itself. \`default\` says what is meant.`,
	bad: nginx("map $uri $target { /old /new; }", "server { listen 80; return 204; }"),
	good: nginx("map $uri $target { default /; /old /new; }", "server { listen 80; return 204; }"),
	on: ["map"],
	check(map, { report }) {
		const { block } = map;
		if (!block || block.children.length === 0 || children(block, "default", "include").length > 0) return;
		if (block.children.some(({ name }) => /^~\*?\^?\.\*\$?$|^~\*?\.$/.test(name.text))) return;
		report(map.name, `\`${map.args[1]?.text ?? "The variable"}\` is empty for values that no line here matches: there is no \`default\`.`);
	}
});
// action/lint/rules/nginx/taste/resolver-outside.ts
const local = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|\[?(::1|f[cd][0-9a-f]{2}:|fe80:))/i;
const resolverOutside = nginxRule({
	id: "nginx/resolver-outside",
	severity: "info",
	summary: "nginx uses a name server on the internet",
	why: `nginx's resolver trusts an answer by a random number of 16 bits and a port alone, so an attacker who can send packets may forge addresses, above all over a long
path. The name server of the machine or its network (systemd-resolved: 127.0.0.53) is nearer, and keeps answers for all programs.`,
	bad: nginx("resolver 1.1.1.1;", "server { listen 80; return 204; }"),
	good: nginx("resolver 127.0.0.53;", "server { listen 80; return 204; }"),
	on: ["resolver"],
	check({ args }, { report }) {
		const outside = args.find(({ text }) => /^[\d.]+(:\d+)?$|^\[/.test(text) && !local.test(text));
		if (outside) report(outside, `${outside.text} is on the internet: its answers can be forged on the way, and every lookup takes longer.`);
	}
});
// action/lint/rules/nginx/taste/unset.ts
/** A directive that a whole nginx.conf leaves at its default, and that no file of the repository sets. */
const unset = (directive, line, message, rule) => nginxFileRule({
	...rule,
	severity: "info",
	bad: nginx(conf("")),
	good: nginx(conf(line)),
	check(file, { project, report }) {
		const [http] = children(file.root, "http");
		if (!http || named(file, directive).length > 0 || brings(http)) return;
		if (project.nginx.some((other) => other !== file && other.context !== "main" && named(other, directive).length > 0)) return;
		report(http.name, message);
	}
});
/** Whether an include may set it: one of sites or types does not. */
const brings = (http) => children(http.block, "include").some(({ args }) => !/mime\.types$|sites-|conf\.d|servers/.test(args[0]?.text ?? ""));
const conf = (line) => `events {} http { include mime.types; LINE server { listen 80; return 204; } }`.replace("LINE", line);
const noErrorLog = unset("error_log", "error_log /var/log/nginx/error.log warn;", "No `error_log` is set: errors go to the file that this nginx was built with.", {
	id: "nginx/no-error-log",
	summary: "An nginx.conf that names no error log",
	why: `Without \`error_log\` nginx writes to the file that was compiled in (logs/error.log below its prefix where nobody looks, on some builds), from the level \`error\` up.
The cause of a 502 is logged only there.`
});
const noGzip = unset("gzip", "gzip on;", "`gzip` is off: pages, style sheets and scripts go out at three to five times their size.", {
	id: "nginx/no-gzip",
	summary: "An nginx.conf that compresses nothing",
	why: `gzip is off by default, and with \`gzip on\` alone only HTML is compressed: \`gzip_types text/css application/javascript application/json\` adds what pages load.
A proxy or CDN before nginx may do it as well.`
});
const defaultBodyLimit = unset("client_max_body_size", "client_max_body_size 16m;", "`client_max_body_size` is not set: a body above 1 MB gets nginx's 413, whatever the app accepts.", {
	id: "nginx/default-body-limit",
	summary: "An nginx.conf that leaves bodies at 1 MB",
	why: `nginx answers 413 to every body above \`client_max_body_size\`, which is 1 MB by default: a photo from a phone is larger. Set it to what the app accepts
(MAX_CONTENT_LENGTH), where it takes it.`
});
// action/lint/rules/nginx/taste/upstream-without-resolve.ts
const upstreamWithoutResolve = nginxFileRule({
	id: "nginx/upstream-without-resolve",
	severity: "info",
	summary: "A host name that nginx looks up once, when it starts",
	why: `nginx resolves a name in \`proxy_pass\` or an upstream when it reads its configuration, and keeps the addresses until the next reload; and it does not start where the name
server is not up yet. For a host whose address changes (a load balancer, a CDN) write \`server NAME resolve;\` with \`zone\` (nginx 1.27.3), or put the name
into a variable beside a \`resolver\`.`,
	bad: server("location /api/ { proxy_pass https://api.shop.test; }"),
	good: server("resolver 127.0.0.53;", "set $api api.shop.test;", "location /api/ { proxy_pass https://$api; }"),
	check(file, { report }) {
		for (const directive of [...named(file, "proxy_pass"), ...named(file, "server")]) {
			const [target, ...more] = directive.args;
			if (directive.name.text === "server" && !enclosing(directive, "upstream")) continue;
			if (!target || target.text.includes("$") || isTemplated(target.text) || more.some(({ text }) => text === "resolve")) continue;
			const host = /^(?:https?:\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?=[:/]|$)/i.exec(target.text)?.[1];
			if (host) report(target, `nginx looks ${host} up once, when it starts: a new address takes a reload.`);
		}
	}
});
// action/lint/rules/nginx/taste/version-shown.ts
const versionShown = nginxRule({
	id: "nginx/version-shown",
	severity: "info",
	summary: "nginx shows its version in headers and error pages",
	why: `\`server_tokens on\` puts the version into the Server header and below error pages. It is no vulnerability by itself; it saves an attacker who looks for one version the trouble
of asking.`,
	bad: server("server_tokens on;", "return 204;"),
	good: server("server_tokens off;", "return 204;"),
	on: ["server_tokens"],
	check(tokens, { report }) {
		if (tokens.args[0]?.text === "on") report(tokens, "The Server header and error pages show nginx's version.");
	}
});
// action/lint/rules/nginx/tls/challenge-unreachable.ts
const site$4 = (modifier) => server(`location ${modifier}/.well-known/acme-challenge/ { root /srv/shop/tls; }`, "location ~ /\\. { deny all; }", "location / { return 204; }");
/** What a CA asks for; a token is made of these characters. */
const asked = "/.well-known/acme-challenge/k3-_Zq9";
const challengeUnreachable = nginxRule({
	id: "nginx/challenge-unreachable",
	severity: "warning",
	summary: "A location for the CA's challenge that nginx never uses",
	why: `Let's Encrypt and other CAs ask for a file below /.well-known/acme-challenge/ before they issue or renew a certificate. nginx uses the location for it only if nothing comes before: a
\`return\` in the server answers everything, and a regular expression such as \`location ~ /\\.\` takes precedence over a prefix without \`^~\`. The renewal fails, and the certificate expires.
Write \`location ^~ /.well-known/acme-challenge/\`, and put a \`return\` for everything else into \`location /\`.`,
	bad: site$4(""),
	good: site$4("^~ "),
	on: ["server"],
	check(site, { project, report }) {
		if (!site.block) return;
		const locations = holding(project, site.block, "location").directives;
		const own = used(locations);
		if (!own) return;
		const answer = children(site.block, "return", "rewrite").find(isForAll);
		if (answer) {
			if (children(site.block, "if").some((test) => leavesOut(test, answer))) return;
			const follows = answer.args.some(({ text }) => text.startsWith("https://")) && !speaksTls(site);
			const there = project.nginx.some((file) => named(file, "server").some((one) => speaksTls(one) && used(children(one.block, "location"))));
			if (follows && there) return;
			return report(answer, "nginx answers every request here, so the CA never gets the file of its challenge.", { related: [{
				at: own,
				message: "this location is never used"
			}] });
		}
		const place = placeNamed(own);
		if (!place || place.modifier?.text === "^~" || place.path.text.startsWith("^~")) return;
		const first = locations.find((one) => one !== own && comesBefore(one, own));
		if (!first) return;
		report(own, `\`location ${first.args.map(({ text }) => text).join(" ")}\` answers the CA's request before this location: no certificate is issued or renewed.`, {
			related: [{
				at: first,
				message: "this regular expression matches /.well-known/acme-challenge/"
			}],
			fix: place.match === "prefix" ? safe("write `^~`", replace(own.source.range(place.path.start, place.path.start), "^~ ")) : void 0
		});
	}
});
/** A redirect or an answer to every request, which nginx gives before it looks for a location. */
const isForAll = ({ name, args: [what, to] }) => name.text === "return" || /^\^?\(?\/?(\.\*)?\)?\$?$/.test(what?.text ?? "") && /^(https?|\$scheme):/.test(to?.text ?? "");
/** Whether a condition before the answer breaks off for the challenge, so that nginx looks for a location after all. */
const leavesOut = (test, answer) => (test.source !== answer.source || test.start < answer.start) && children(test.block, "break", "rewrite").length > 0 && /well-known|acme/.test(test.source.slice(test));
/** The location that is meant for the challenge: of several prefixes nginx takes the longest. */
function used(locations) {
	return locations.filter((one) => {
		const place = placeNamed(one);
		if (!place?.path.text.includes(".well-known")) return false;
		return place.match === "prefix" ? asked.startsWith(place.path.text.replace(/^\^~/, "")) : place.match === "regex" && /acme-challenge/.test(place.path.text);
	}).toSorted((a, b) => (b.args.at(-1)?.text.length ?? 0) - (a.args.at(-1)?.text.length ?? 0))[0];
}
/** A regular expression that matches the challenge and is not meant for it; of two, the first in the text is used. */
function comesBefore(one, own) {
	const place = placeNamed(one);
	if (place?.match !== "regex" || /well-known|acme/.test(place.path.text)) return false;
	if (placeNamed(own)?.match === "regex" && (one.source !== own.source || one.start > own.start)) return false;
	return matches(place.path.text.replace(/^~\*?/, ""), /^~\*/.test(place.modifier?.text ?? place.path.text));
}
/** Whether a short expression matches; false for what could take long or is not JavaScript's. */
function matches(pattern, anyCase) {
	if (pattern.length > 200 || /\)[*+{]/.test(pattern) || (pattern.match(/[*+{]/g)?.length ?? 0) > 4) return false;
	try {
		return new RegExp(pattern, anyCase ? "i" : "").test(asked);
	} catch {
		return false;
	}
}
// action/lint/rules/nginx/tls/hsts-without-https.ts
const hsts = "add_header Strict-Transport-Security max-age=86400;";
const site$3 = (plain, tls) => nginx(`server { listen 80; server_name shop.test; ${plain} return 301 https://shop.test$request_uri; }`, `server { listen 443 ssl; server_name shop.test; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; ${tls} return 204; }`);
const hstsWithoutHttps = nginxRule({
	id: "nginx/hsts-without-https",
	severity: "warning",
	summary: "HSTS where no browser believes it: over plain HTTP",
	why: `Browsers ignore Strict-Transport-Security in a response that came by plain HTTP (RFC 6797, 8.1), because anybody on the way could have added it. A site that sends it on port 80
only has no HSTS. Put the line into the server that listens with \`ssl\`.`,
	bad: site$3(hsts, ""),
	good: site$3("", hsts),
	on: ["add_header"],
	check(header, { project, file, report }) {
		const site = enclosing(header, "server");
		if (!isHsts(header) || header.args[1]?.text.includes("$") || !site?.block || speaksTls(site) || file.template) return;
		if (children(site.block, "listen").some((listen) => listenPort(listen) !== 80) || inContainer(project) || behindProxy(project)) return;
		const names = namesOf(site);
		const tls = project.nginx.flatMap((one) => named(one, "server")).filter((one) => speaksTls(one) && namesOf(one).some((name) => names.includes(name)));
		const sends = (one) => {
			const held = one.block && holding(project, one.block, "add_header");
			return !held || held.unknown || [...held.directives, ...walk({ root: one.block })].some(isHsts);
		};
		if (tls.some(sends)) return;
		report(header, tls[0] ? "Browsers ignore this header over plain HTTP, and the server with TLS does not send it: the site has no HSTS." : "Browsers ignore this header over plain HTTP: the site has no HSTS unless TLS ends in front of nginx.", tls[0] ? { related: [{
			at: tls[0].name,
			message: "the server with TLS"
		}] } : { severity: "info" });
	}
});
const isHsts = ({ name, args: [header] }) => name.text === "add_header" && header?.text.toLowerCase() === "strict-transport-security";
const namesOf = (server) => children(server.block, "server_name").flatMap(({ args }) => args.map(({ text }) => text));
// action/lint/rules/nginx/tls/redirect-loop-behind-proxy.ts
const site$2 = (test) => server("server_name shop.test;", "set_real_ip_from 173.245.48.0/20;", "real_ip_header X-Forwarded-For;", `if (${test}) { return 301 https://$host$request_uri; }`, "return 204;");
const redirectLoopBehindProxy = nginxRule({
	id: "nginx/redirect-loop-behind-proxy",
	severity: "warning",
	summary: "A redirect to https by nginx's own scheme, behind a proxy that ends TLS",
	why: `A CDN or load balancer that ends TLS asks nginx by plain HTTP, so \`$scheme\` is http for every visitor. A redirect that depends on it sends each one to the https URL that the browser is
at already, until it gives up: "too many redirects" (ERR_TOO_MANY_REDIRECTS). Such a proxy says in X-Forwarded-Proto how the visitor came: redirect where \`$http_x_forwarded_proto\` is http.`,
	bad: site$2("$scheme = http"),
	good: site$2("$http_x_forwarded_proto = http"),
	on: ["if"],
	check(test, { project, report }) {
		const site = enclosing(test, "server");
		const redirect = children(test.block, "return", "rewrite").find((one) => leadsToHttps(one, site));
		if (!site?.block || !redirect || !asksNginx(test, site)) return;
		const trusted = holding(project, site.block, "set_real_ip_from").directives[0];
		const told = [...walk({ root: site.block })].find((one) => tellsSchemeOfProxy(one, project.nginx));
		const shown = !project.whole || project.nginx.some((file) => named(file, "server").some(speaksTls)) ? trusted && told : told ?? trusted;
		if (!shown) return;
		report(redirect, "The proxy in front asks by plain HTTP for visitors who came by https, and each of them is redirected to the same URL again.", { related: [{
			at: shown,
			message: "this shows a proxy in front"
		}] });
	}
});
/** Whether a redirect leads to the https URL of the same site. */
function leadsToHttps({ name, args }, site) {
	const host = /^https:\/\/(\$\{?\w+\}?|[\w.-]+)/.exec(args[name.text === "return" ? args.length - 1 : 1]?.text ?? "")?.[1];
	if (!host) return false;
	const names = children(site?.block, "server_name").flatMap((one) => one.args.map(({ text }) => text));
	return /^\$\{?(host|http_host|server_name)\b/.test(host) || names.includes(host);
}
/** Whether a condition holds for plain HTTP as nginx sees it, and asks nothing of the visitor's headers. */
function asksNginx({ name, block, source }, site) {
	const said = source.text.slice(name.end, block?.start);
	const values = /* @__PURE__ */ new Map();
	for (const { args } of children(site.block, "set")) values.set(args[0]?.text ?? "", `${values.get(args[0]?.text ?? "") ?? ""} ${args[1]?.text ?? ""}`);
	const test = said.replace(/\$\{?\w+\}?/g, (one) => values.get(one.replace(/[{}]/g, "")) ?? one);
	return !test.includes("$http_") && (/\$scheme\s+(=\s*["']?http\b|!=\s*["']?https\b)/.test(test) || /\$https\s+(=\s*(""|'')|!=\s*["']?on\b)/.test(test) || /\$server_port\s+(=\s*["']?80\b|!=\s*["']?443\b)/.test(test) || /^\s*\(\s*-f\s.*\$\{?scheme\b/s.test(test));
}
const fromProxy = /\$\{?http_(x_forwarded_(proto|ssl|scheme)|cf_visitor|cloudfront_forwarded_proto)\b/;
/** Whether a directive tells the app a scheme that nginx itself got from the proxy, directly or by a `map`. */
function tellsSchemeOfProxy({ name, args: [header, value] }, files) {
	if (!/^(proxy_set_header|uwsgi_param)$/.test(name.text) || !value) return false;
	if (!/^(http_)?x[-_]forwarded[-_](proto|scheme)|^(uwsgi|request)_scheme$/i.test(header?.text ?? "")) return false;
	return fromProxy.test(value.text) || files.some((file) => named(file, "map").some(({ args: [from, to] }) => fromProxy.test(from?.text ?? "") && to?.text === value.text));
}
// action/lint/rules/nginx/tls/ssl-cert-missing-key.ts
const sslCertMissingKey = nginxRule({
	id: "nginx/ssl-cert-missing-key",
	severity: "error",
	summary: "A TLS server without certificate or without key",
	why: `nginx needs both \`ssl_certificate\` and \`ssl_certificate_key\` for a server that listens with \`ssl\`; without one of them it does
not start ('no "ssl_certificate_key" is defined').`,
	bad: nginx("server { listen 443 ssl; ssl_certificate /etc/ssl/shop.pem; return 204; }"),
	good: nginx("server { listen 443 ssl; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; return 204; }"),
	on: ["server"],
	check(server, { project, file, report }) {
		if (!server.block || !speaksTls(server)) return;
		if (server.block.children.some((child) => child.name.text === "ssl_reject_handshake")) return;
		const certificate = holding(project, server.block, "ssl_certificate");
		const key = holding(project, server.block, "ssl_certificate_key");
		if (certificate.unknown || key.unknown || file.context === void 0) return;
		const given = certificate.directives[0] ?? key.directives[0];
		const commented = /^\s*#\s*ssl_certificate\s/m.test(server.source.slice(server));
		if (!given && commented && !file.template) report(server.name, "This server listens with `ssl` and its certificate is commented out: nginx does not start.");
		if (!given || certificate.directives.length > 0 && key.directives.length > 0) return;
		const lacking = certificate.directives.length > 0 ? "ssl_certificate_key" : "ssl_certificate";
		if ([...walk({ root: server.block })].some(({ args }) => args.some(({ text }) => text === lacking))) return;
		report(given, `\`${lacking}\` is missing beside it: nginx does not start.`);
	}
});
// action/lint/rules/nginx/tls/ssl-listen-without-ssl.ts
const sslListenWithoutSsl = nginxRule({
	id: "nginx/ssl-listen-without-ssl",
	severity: "error",
	summary: "listen 443 without ssl",
	why: `The port alone does not make TLS: without \`ssl\` nginx speaks plain HTTP on 443, and every browser fails with "wrong version
number" or ERR_SSL_PROTOCOL_ERROR, certificate or not.`,
	bad: nginx("server { listen 443; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; return 204; }"),
	good: nginx("server { listen 443 ssl; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; return 204; }"),
	on: ["server"],
	check(server, { project, file, report }) {
		if (!server.block || children(server.block, "ssl").length > 0) return;
		const certificate = holding(project, server.block, "ssl_certificate");
		if (certificate.directives.length === 0 || certificate.unknown) return;
		const tls = speaksTls(server);
		for (const listen of children(server.block, "listen")) {
			const where = listen.args[0];
			if (!where || listenPort(listen) !== 443 || listen.args.some((arg) => /^(?:ssl|quic|http3)$/.test(arg.text))) continue;
			if (!tls && [...walk(file)].some((other) => other !== listen && other.name.text === "listen" && other.args[0]?.text === where.text && other.args.some((arg) => arg.text === "ssl"))) continue;
			report(listen, "nginx speaks plain HTTP on 443 here: no browser can connect by https.", {
				related: [{
					at: certificate.directives[0],
					message: "the certificate is never used"
				}],
				fix: suggested("add `ssl`", replace(where.source.range(where.end, where.end), " ssl"))
			});
		}
	}
});
// action/lint/rules/nginx/tls/stapling.ts
const site$1 = (certificate, lines) => nginx(`server { listen 443 ssl; ssl_certificate ${certificate}; ssl_certificate_key /etc/ssl/shop.key; ${lines} return 204; }`);
const stapling = nginxRule({
	id: "nginx/stapling",
	severity: "warning",
	summary: "OCSP stapling that cannot work",
	why: `Let's Encrypt has had no OCSP since 2025: nginx warns at each start ('"ssl_stapling" ignored, no OCSP responder URL in the certificate') and staples nothing. For other CAs
nginx has to look the responder up again when its address changes, and needs a \`resolver\` for that.`,
	versions: "Let's Encrypt since 2025; nginx 1.19.0 and later warn",
	bad: site$1("/etc/letsencrypt/live/shop.test/fullchain.pem", "ssl_stapling on;"),
	good: site$1("/etc/ssl/shop.pem", "ssl_stapling on; resolver 127.0.0.53;"),
	on: ["ssl_stapling"],
	check(directive, { project, app, report }) {
		if (directive.args[0]?.text !== "on") return;
		const [certificate] = holding(project, directive.parent, "ssl_certificate").directives;
		const resolver = holding(project, directive.parent, "resolver");
		const path = certificate?.args[0]?.text ?? "";
		const own = app?.tls === "letsencrypt" && /letsencrypt\.org/.test(app.tlsServer) && certificateFolder(app.name);
		if (/\/letsencrypt\//.test(path) || own && path.startsWith(`${own}/`)) report(directive, "Let's Encrypt no longer has OCSP: nginx warns at each start and staples nothing.", {
			related: [{
				at: certificate,
				message: "a certificate of Let's Encrypt"
			}],
			fix: safe("remove it", wholeLine(directive))
		});
		else if (resolver.directives.length === 0 && !resolver.unknown) report(directive, "No `resolver` is set: nginx keeps the responder's address from its start, and staples nothing when it changes.");
	}
});
// action/lint/rules/nginx/tls/weak-ciphers.ts
const site = (ciphers) => nginx(`server { listen 443 ssl; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; ssl_ciphers ${ciphers}; return 204; }`);
/** Names that enable broken ciphers, unless a `!NAME` removes them again. */
const broken = /^(ALL|COMPLEMENTOFDEFAULT|COMPLEMENTOFALL|e?NULL|aNULL|ADH|AECDH|EXP(ORT)?\d*|LOW|R?C?DES|DES|RC4|MD5|SSLv2)$|-(RC4|DES|MD5|NULL)(-|$)|^(EXP|NULL|RC4|DES|ADH|AECDH)-/;
const weakCiphers = nginxRule({
	id: "nginx/weak-ciphers",
	severity: "warning",
	summary: "Broken ciphers allowed",
	why: `RC4, DES, 3DES, MD5, export ciphers and those without encryption or authentication are broken; \`ALL\` and \`LOW\` bring them along where OpenSSL still has them.
nginx's default (HIGH:!aNULL:!MD5) is good, and the line can go.`,
	bad: site("ALL:!aNULL:RC4-SHA"),
	good: site("HIGH:!aNULL:!MD5"),
	on: ["ssl_ciphers"],
	check({ args: [list] }, { report }) {
		const words = list?.text.split(/[:, ]+/) ?? [];
		const out = new Set(words.filter((word) => /^[!-]/.test(word)).map((word) => word.slice(1)));
		const bad = words.filter((word) => /^[A-Za-z]/.test(word) && broken.test(word) && !/CBC3/.test(word) && !out.has(word)).find((word) => word !== "ALL" || !(out.has("RC4") || out.has("LOW")));
		if (list && bad) return report(list, `\`${bad}\` allows broken ciphers: an eavesdropper can read the traffic, or change it.`);
		const triple = words.find((word) => /^3DES$|(^|-)DES-CBC3-/.test(word) && !out.has(word));
		if (list && triple && !out.has("3DES")) report(list, `\`${triple}\` allows 3DES, which is broken (Sweet32) and fails audits; OpenSSL 1.1.0 and later have none.`, { severity: "info" });
	}
});
// action/lint/rules/nginx/tls/weak-tls.ts
const weakTls = nginxRule({
	id: "nginx/weak-tls",
	severity: "warning",
	summary: "TLS 1.1 or older allowed",
	why: `SSLv3, TLS 1.0 and TLS 1.1 are broken or retired (RFC 8996); browsers have rejected them for years. Allowing them helps
nobody but an attacker, and fails every audit. TLS 1.2 and 1.3 are what is needed.`,
	bad: nginx("server { listen 443 ssl; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; ssl_protocols TLSv1 TLSv1.2; return 204; }"),
	good: nginx("server { listen 443 ssl; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; ssl_protocols TLSv1.2 TLSv1.3; return 204; }"),
	check(directive, { report }) {
		const { name, args } = directive;
		if (name.text !== "ssl_protocols") return;
		const weak = args.filter((arg) => /^(?:SSLv[23]|TLSv1(?:\.1)?)$/.test(arg.text));
		if (weak.length === 0) return;
		const kept = args.flatMap((arg) => weak.includes(arg) ? [] : [arg.text]).join(" ");
		report(directive, `${weak.map((arg) => arg.text).join(", ")}: retired in 2021 (RFC 8996); no current browser uses it, and audits fail on it.`, suggested("allow TLS 1.2 and later only", replace(name.source.range(args[0].start, args.at(-1).end), kept || "TLSv1.2")));
	}
});
// action/lint/rules/nginx/index.ts
var nginx_exports = /* @__PURE__ */ __exportAll({
	aliasInRegexWithoutCapture: () => aliasInRegexWithoutCapture,
	aliasSlashMismatch: () => aliasSlashMismatch,
	aliasTraversal: () => aliasTraversal,
	allowWithoutDeny: () => allowWithoutDeny,
	autoindex: () => autoindex,
	badArguments: () => badArguments,
	badValue: () => badValue$2,
	challengeUnreachable: () => challengeUnreachable,
	connectTimeout: () => connectTimeout,
	contentTypeTwice: () => contentTypeTwice,
	defaultBodyLimit: () => defaultBodyLimit,
	defaultServerName: () => defaultServerName,
	deprecatedParameter: () => deprecatedParameter,
	duplicateDirective: () => duplicateDirective,
	duplicateListen: () => duplicateListen,
	duplicateLocation: () => duplicateLocation,
	duplicateServerName: () => duplicateServerName,
	faviconTypo: () => faviconTypo,
	filesInHome: () => filesInHome,
	headerInjection: () => headerInjection,
	headerTypo: () => headerTypo,
	headerWithLineBreak: () => headerWithLineBreak,
	hostFromClient: () => hostFromClient,
	hstsWithoutHttps: () => hstsWithoutHttps,
	ifInLocation: () => ifInLocation,
	includeMissing: () => includeMissing,
	includeTypo: () => includeTypo,
	keepaliveWithoutHttp11: () => keepaliveWithoutHttp11,
	knownVulnerability: () => knownVulnerability,
	locationWithoutSlash: () => locationWithoutSlash,
	mapWithoutDefault: () => mapWithoutDefault,
	missingForwardedFor: () => missingForwardedFor,
	missingForwardedProto: () => missingForwardedProto,
	noErrorLog: () => noErrorLog,
	noEvents: () => noEvents,
	noGzip: () => noGzip,
	noMimeTypes: () => noMimeTypes,
	placeholderValue: () => placeholderValue$2,
	proxyDirectiveWithUwsgiPass: () => proxyDirectiveWithUwsgiPass,
	proxyMissingHost: () => proxyMissingHost,
	proxyPassUriRefused: () => proxyPassUriRefused,
	proxyPassUriStrip: () => proxyPassUriStrip,
	proxyToAnywhere: () => proxyToAnywhere,
	realIpFromAnybody: () => realIpFromAnybody,
	redirectLoopBehindProxy: () => redirectLoopBehindProxy,
	redirectToItself: () => redirectToItself,
	removedDirective: () => removedDirective,
	resolverOutside: () => resolverOutside,
	rewriteTraversal: () => rewriteTraversal,
	rootExposesApp: () => rootExposesApp,
	rootIsFile: () => rootIsFile,
	rootRepeatsLocation: () => rootRepeatsLocation,
	setHeaderInheritance: () => setHeaderInheritance,
	socketInHome: () => socketInHome$1,
	socketInTmp: () => socketInTmp$1,
	sslCertMissingKey: () => sslCertMissingKey,
	sslListenWithoutSsl: () => sslListenWithoutSsl,
	stapling: () => stapling,
	syntax: () => syntax,
	tryFilesFallbackMissing: () => tryFilesFallbackMissing,
	tryFilesWithProxy: () => tryFilesWithProxy,
	tryFilesWithoutRoot: () => tryFilesWithoutRoot,
	unanchoredOrigin: () => unanchoredOrigin,
	unaskedServerName: () => unaskedServerName,
	undefinedLogFormat: () => undefinedLogFormat,
	undefinedZone: () => undefinedZone,
	unknownDirective: () => unknownDirective,
	unknownVariable: () => unknownVariable,
	uploadsFollowLinks: () => uploadsFollowLinks,
	upstreamAnyAddress: () => upstreamAnyAddress,
	upstreamBadSocketUrl: () => upstreamBadSocketUrl,
	upstreamUndefined: () => upstreamUndefined,
	upstreamUnused: () => upstreamUnused,
	upstreamWithoutResolve: () => upstreamWithoutResolve,
	uwsgiParamsMissing: () => uwsgiParamsMissing,
	validReferersNone: () => validReferersNone,
	versionShown: () => versionShown,
	weakCiphers: () => weakCiphers,
	weakTls: () => weakTls,
	websocketUpgradeMissing: () => websocketUpgradeMissing,
	workersAsRoot: () => workersAsRoot,
	wrongContext: () => wrongContext
});
// action/lint/rules/python/outbound.ts
const requests = /^requests\.(get|post|put|delete|patch|head|options|request)$/;
const urlopen = /^(urllib\.request\.)?urlopen$/;
/** Calls in functions of files with views: elsewhere no visitor waits for them. */
function* outboundCalls(project) {
	for (const file of pythonWith(project, /\brequests\.\w+\(|\burlopen\(/)) {
		if (!/\bflask\b/i.test(file.source.text) || !/\bFlask\(|\bBlueprint\(|^\s*@[\w.]+\.(route|get|post)\(/m.test(file.source.text)) continue;
		for (const call of file.calls) {
			if (call.main || !isInFunction(call)) continue;
			if (requests.test(call.callee.text) || urlopen.test(call.callee.text)) yield {
				file,
				call
			};
		}
	}
}
function isInFunction(call) {
	for (let node = call.node.parent; node; node = node.parent) if (node.name === "FunctionDefinition") return true;
	return false;
}
// action/lint/rules/python/http-url.ts
const view$1 = (scheme) => `import requests
from flask import Flask

app = Flask(__name__)


@app.route("/")
def index():
    return requests.get("${scheme}://quotes.example.org/random", timeout=3).text
`;
const httpUrl = defineRule({
	id: "python/http-url",
	severity: "warning",
	summary: "A call to another server over plain HTTP",
	why: `What comes back over plain http can be read and changed on the way, and goes straight into the page. Most servers have redirected
to https for years; those that do not are often gone.`,
	bad: view$1("http"),
	good: view$1("https"),
	check({ project, report }) {
		for (const { file, call } of outboundCalls(project)) {
			const index = call.callee.text.endsWith(".request") && !call.callee.text.includes("urllib") ? 1 : 0;
			const given = call.args.find((a) => a.keyword === "url") ?? call.args.filter((a) => a.keyword === void 0)[index];
			const value = given?.value.kind === "name" ? assigned(file, given.value.name) : given?.value;
			if (value?.kind !== "str") continue;
			const host = /^http:\/\/([^/:?#]+)/i.exec(value.value)?.[1];
			if (!host || !isForeign(host)) continue;
			const scheme = file.source.text.slice(value.start, value.end).search(/http:/i);
			report(value, `${host} is requested over plain HTTP: an attacker on the way can read and change the response.`, scheme >= 0 ? suggested("use https", replace({
				...value,
				start: value.start + scheme + 4,
				end: value.start + scheme + 4
			}, "s")) : void 0);
		}
	}
});
/** Whether a host is on the public internet: not this machine, not a container, not a private network. */
const isForeign = (host) => /^[\w-]+(\.[\w-]+)+$/.test(host) && !/^\d+(\.\d+){3}$|(^|\.)(localhost|local|internal|lan|home|test|intranet|svc|consul)$/i.test(host);
/** The only value that is assigned to a name anywhere in the file. */
function assigned(file, name) {
	const values = [];
	file.tree.iterate({ enter({ name: kind, node }) {
		if (kind !== "AssignStatement") return;
		const [target, operator, value] = [
			node.firstChild,
			node.firstChild?.nextSibling,
			node.lastChild
		];
		if (target?.name !== "VariableName" || operator?.name !== "AssignOp" || !value) return;
		if (file.source.text.slice(target.from, target.to) === name) values.push(evaluate(file.source, value));
	} });
	return values.length === 1 ? values[0] : void 0;
}
// action/lint/rules/python/outbound-call-without-timeout.ts
const view = (call) => `import requests
from flask import Flask

app = Flask(__name__)


@app.route("/")
def index():
    return ${call}.text
`;
const outboundCallWithoutTimeout = defineRule({
	id: "python/outbound-call-without-timeout",
	severity: "warning",
	summary: "A request handler that calls another server without a timeout",
	why: `requests and urllib wait indefinitely unless a timeout is set. When the other server hangs, each visitor blocks a worker until gunicorn kills
it after 30 seconds (uWSGI: until harakiri, if there is one), and a handful of visitors is enough to take the whole site down.`,
	bad: view("requests.get(\"https://quotes.example.org/random\")"),
	good: view("requests.get(\"https://quotes.example.org/random\", timeout=3)"),
	check({ project, report }) {
		for (const { call } of outboundCalls(project)) {
			const text = call.source.text.slice(call.start, call.end);
			if (call.args.some((a) => a.keyword === "timeout") || /\*\*/.test(text) || /\btimeout\s*=/.test(text)) continue;
			if (/urlopen$/.test(call.callee.text) && call.args.filter((a) => a.keyword === void 0).length >= 3) continue;
			report(call.callee, `\`${call.callee.text}\` has no timeout: while the other server hangs, the worker hangs with it, and is killed at its own timeout.`, text.endsWith(")") && call.args.length > 0 ? suggested("give it 5 seconds", replace(call.source.range(call.end - 1, call.end - 1), ", timeout=5")) : {});
		}
	}
});
// action/lint/rules/python/run-at-import.ts
const app = (last) => `from flask import Flask

app = Flask(__name__)
${last}
`;
const runAtImport = serverRule({
	id: "python/run-at-import",
	severity: "error",
	summary: "app.run() in a module that the server imports",
	why: `uWSGI and gunicorn import the module and take \`app\` from it. An \`app.run()\` outside of \`if __name__ == "__main__":\` starts Flask's development server in the middle of that import and never
returns: workers time out one after the other, uWSGI never gets ready, and nginx answers 502 or 504.`,
	bad: {
		"deploy/uwsgi.ini": uwsgiIni("socket = /srv/shop/shop.sock", "chmod-socket = 660"),
		"wsgi.py": app("app.run(host=\"127.0.0.1\")")
	},
	good: {
		"deploy/uwsgi.ini": uwsgiIni("socket = /srv/shop/shop.sock", "chmod-socket = 660"),
		"wsgi.py": app("\nif __name__ == \"__main__\":\n    app.run(host=\"127.0.0.1\")")
	},
	check(server, { project, model, report }) {
		const { callable } = server;
		const loaded = callable && findModule(project, model, server, callable).file;
		if (!loaded) return;
		for (const { file, name } of imported(project, loaded, callable.name)) {
			if (!/^\w+\.run\(/m.test(file.source.text)) continue;
			for (const call of file.calls) {
				const object = /^(\w+)\.run$/.exec(call.callee.text)?.[1];
				if (!object || call.main || object !== name) continue;
				if (call.start !== file.source.lineStarts[file.source.lineAt(call.start)]) continue;
				report(call, `${server.program} imports this module, and \`${call.callee.text}()\` starts Flask's development server in the import, which then never finishes.`, { related: [{
					at: callable.at,
					message: `${server.program} loads ${file === loaded ? "this module" : loaded.path}`
				}] });
			}
		}
	}
});
/** The loaded module and each one that it imports the app from, which run completely too; with the app's name. */
function* imported(project, loaded, callable) {
	const seen = /* @__PURE__ */ new Set();
	let file = loaded;
	let name = callable;
	while (file && !seen.has(file.path)) {
		seen.add(file.path);
		yield {
			file,
			name
		};
		const { module, original } = file.names.get(name)?.imported ?? {
			module: "",
			original: void 0
		};
		if (original === void 0) return;
		file = importedFile(project, file.path, module);
		name = original;
	}
}
// action/lint/rules/python/wsgi-str-body.ts
const wsgiStrBody = defineRule({
	id: "python/wsgi-str-body",
	severity: "error",
	summary: "A WSGI application that returns text instead of bytes",
	why: `In Python 3 the body of a WSGI response is bytes. \`return ["<h1>Hello</h1>"]\` worked in Python 2; now uWSGI silently sends an empty
page, and gunicorn breaks off behind the headers and logs "TypeError: 'Hello' is not a byte". Write b"…", or text.encode().`,
	bad: `def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/html")])
    return ["<h1>Hello</h1>"]
`,
	good: `def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/html")])
    return [b"<h1>Hello</h1>"]
`,
	check({ project, report }) {
		for (const file of pythonWith(project, /\bdef \w+\([^)]*start_response/)) {
			const { source } = file;
			const text = (node) => source.text.slice(node.from, node.to);
			for (const { kind, node } of file.names.values()) {
				const parameters = kind === "function" ? node.getChild("ParamList") : null;
				if (!parameters || !/\bstart_response\b/.test(text(parameters))) continue;
				for (const answer of returnsOf(node.getChild("Body"))) {
					const value = childrenOf(answer)[1];
					if (!value) continue;
					const item = (/^(Array|Tuple)Expression$/.test(value.name) ? childrenOf(value) : [value]).find((part) => /^(Format)?String$/.test(part.name) && !/^[rR]?[bB]/.test(text(part)));
					if (!item) continue;
					const range = source.range(item.from, item.to);
					report(range, `The body of a response is bytes in Python 3: for this text uWSGI and gunicorn send an empty page.`, item.name === "String" && isAscii(text(item)) && /^["']/.test(text(item)) ? safe("make it bytes", replace({
						...range,
						end: range.start
					}, "b")) : void 0);
				}
			}
		}
	}
});
const isAscii = (text) => [...text].every((c) => c.charCodeAt(0) < 128);
/** The return statements of a function, without those of nested functions. */
function returnsOf(body) {
	const found = [];
	const queue = body ? [body] : [];
	for (let node = queue.pop(); node; node = queue.pop()) for (const child of childrenOf(node)) if (child.name === "ReturnStatement") found.push(child);
	else if (/Statement$|^Body$/.test(child.name)) queue.push(child);
	return found;
}
// action/lint/rules/python/index.ts
var python_exports = /* @__PURE__ */ __exportAll({
	httpUrl: () => httpUrl,
	outboundCallWithoutTimeout: () => outboundCallWithoutTimeout,
	runAtImport: () => runAtImport,
	wsgiStrBody: () => wsgiStrBody
});
// action/lint/rules/supervisor/programs.ts
/** A rule over each program of supervisor; `file` has supervisord's own sections. */
const programRule = ({ check, ...rule }) => defineRule({
	...rule,
	check(context) {
		for (const file of context.project.supervisor) {
			if (file.template) continue;
			for (const section of file.sections) {
				if (!/^(fcgi-)?program:/.test(section.name.text)) continue;
				check({
					section,
					starter: context.model.starters.find((one) => one.section === section),
					setting: (key) => setting(section, key)
				}, {
					...context,
					file
				});
			}
		}
	}
});
/** A valid program with some lines replaced, for examples. */
const program = (...lines) => {
	return `[program:shop]\n${replacing([
		"command=/srv/shop/.venv/bin/gunicorn --bind unix:/run/shop/shop.sock wsgi:app",
		"directory=/srv/shop",
		"user=shop",
		"autorestart=true"
	], lines)}\n`;
};
// action/lint/rules/supervisor/bad-value.ts
const yes$1 = [/^(yes|no|true|false|on|off|0|1)$/i, "`true` or `false`"];
const number = [/^-?\d+$/, "a whole number"];
const forms$1 = {
	autorestart: [/^(yes|no|true|false|on|off|0|1|unexpected)$/i, "`true`, `false` or `unexpected`"],
	stopsignal: [new RegExp(`^(SIG)?(${"ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT RTMAX RTMIN SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ".replaceAll(" ", "|")})$|^\\d+$`, "i"), "a signal such as `QUIT`"],
	...Object.fromEntries([
		"autostart",
		"redirect_stderr",
		"stopasgroup",
		"killasgroup"
	].map((key) => [key, yes$1])),
	...Object.fromEntries([
		"startsecs",
		"startretries",
		"stopwaitsecs",
		"numprocs",
		"priority"
	].map((key) => [key, number]))
};
const badValue$1 = programRule({
	id: "supervisor/bad-value",
	severity: "error",
	summary: "A program section that keeps supervisord from starting",
	why: `supervisord reads all programs before it starts one, and exits with "Error: invalid 'autorestart' value 'always'", "does not specify a command" or
"Format string … is badly formatted": then no program runs. A literal \`%\` is written \`%%\`; several processes need distinct names,
\`process_name=%(program_name)s_%(process_num)d\`.`,
	bad: program("autorestart=always"),
	good: program("autorestart=true"),
	check({ section, setting: said }, { report }) {
		const refuse = (at, what) => report(at, `${what}: supervisord does not start.`);
		for (const [key, [right, meant]] of Object.entries(forms$1)) {
			const value = said(key)?.value;
			if (value && !right.test(value.text) && !isOpen$1(value.text)) refuse(value, `\`${key}\` expects ${meant}, not \`${value.text.slice(0, 60)}\``);
		}
		for (const { value } of section.entries) if ((isTemplated(value.text) ? -1 : value.text.replaceAll("%%", "  ").search(/%(?!\()/)) >= 0) refuse(value, "A `%` outside `%(name)s` must be written `%%`");
		if (!said("command")) refuse(section.name, "This program has no `command`");
		const several = setting(section, "numprocs");
		if (several && Number(several.value.text) > 1 && !said("process_name")?.value.text.includes("%(process_num)")) refuse(several, "Several processes have the same name: `process_name` has no `%(process_num)d`");
	}
});
const isOpen$1 = (text) => isTemplated(text) || /[%<>{}$]/.test(text);
// action/lint/rules/supervisor/command-is-folder.ts
const commandIsFolder = programRule({
	id: "supervisor/command-is-folder",
	severity: "error",
	summary: "A command that names a folder",
	why: `supervisor starts the program itself. A path that ends in / is a folder: "can't find command" or "permission denied", the program is FATAL and nothing runs.`,
	bad: program("command=/srv/shop/.venv/bin/"),
	good: program(),
	check({ setting }, { report }) {
		const command = setting("command");
		const [first = ""] = command?.value.text.split(/\s+/) ?? [];
		if (command && /^\/.*\/$/.test(first)) report(command.value, `${first} is a folder: supervisor cannot start it, and the program is FATAL.`);
	}
});
// action/lint/rules/supervisor/no-autorestart.ts
const noAutorestart = programRule({
	id: "supervisor/no-autorestart",
	severity: "warning",
	summary: "A server that supervisor does not restart after a crash",
	why: `\`autorestart=false\` does not restart a program that ended, for whatever reason: the site is down until you start it. The default, \`unexpected\`, starts it again after a crash;
\`true\` always.`,
	bad: program("autorestart=false"),
	good: program(),
	check({ starter, setting }, { report }) {
		const said = setting("autorestart");
		if (!said || !/^(false|no|off|0)$/i.test(said.value.text) || !starter?.invocations.length) return;
		report(said, "Nothing restarts it after a crash: the site is down until you start it.", suggested("write `true`", replace(said.value, "true")));
	}
});
// action/lint/rules/supervisor/no-rpcinterface.ts
const whole = (more) => `[supervisord]\nuser=shop\n\n[unix_http_server]\nfile=/run/supervisor.sock\n${more}\n${program()}`;
const noRpcinterface = rulesOver(({ project }) => project.supervisor)({
	id: "supervisor/no-rpcinterface",
	severity: "warning",
	summary: "A supervisord that supervisorctl cannot control",
	why: `supervisorctl needs an interface that the section [rpcinterface:supervisor] switches on. Without it each \`supervisorctl restart shop\`
fails with "supervisord responded but did not recognize the supervisor namespace commands", in a deploy too.`,
	bad: whole(""),
	good: whole("\n[rpcinterface:supervisor]\nsupervisor.rpcinterface_factory = supervisor.rpcinterface:make_main_rpcinterface\n"),
	check({ sections, template }, { project, report }) {
		const has = (name) => sections.find((section) => name.test(section.name.text));
		const server = has(/^(unix|inet)_http_server$/);
		if (!server || template || !has(/^supervisord$/) || has(/^(rpcinterface:|include$)/)) return;
		report(server.name, "There is no [rpcinterface:supervisor], so supervisorctl cannot start, stop or ask for anything.", { severity: inContainer(project) ? "info" : "warning" });
	}
});
// action/lint/rules/supervisor/public-port.ts
const http$1 = (lines) => `[inet_http_server]\n${lines}\n\n${program()}`;
const publicPort = defineRule({
	id: "supervisor/public-port",
	severity: "error",
	summary: "The web interface of supervisord is open to every client",
	why: `\`[inet_http_server]\` starts and stops programs over HTTP, and its XML-RPC interface runs any command. On a port of every address every client can use it as root, without a
password at once, with one in clear text. Listen on 127.0.0.1:9001, or on no port: supervisorctl uses the unix socket.`,
	bad: http$1("port=*:9001"),
	good: http$1("port=127.0.0.1:9001"),
	check({ project, report }) {
		for (const section of project.supervisor.flatMap((file) => file.sections)) {
			const port = section.name.text === "inet_http_server" ? setting(section, "port") : void 0;
			const [, host, number] = /^(?:(.*):)?(\d+)$/.exec(port?.value.text ?? "") ?? [];
			if (!port || !number || !isPublic(host ?? "")) continue;
			const open = !setting(section, "password");
			report(port, `Every client that reaches port ${number} can start and stop programs as supervisord's user${open ? ": no password is set" : ", with a password that is sent in clear text"}.`, {
				severity: open ? "error" : "warning",
				fix: suggested("listen on 127.0.0.1", replace(port.value, `127.0.0.1:${number}`))
			});
		}
	}
});
// action/lint/rules/supervisor/runs-as-root.ts
const runsAsRoot$2 = programRule({
	id: "supervisor/runs-as-root",
	severity: "warning",
	summary: "A program of supervisor that runs the app as root",
	why: `supervisord is started as root by the distributions' packages, and a program without \`user=\` runs as what supervisord is. A vulnerability of the app then gives control of the whole machine. Give
the program a user of its own that owns nothing but its data.`,
	bad: program("user="),
	good: program(),
	check({ section, starter, setting: said }, { project, file, report }) {
		if (inContainer(project)) return;
		const user = said("user");
		if (user ? !/^(root|0)$/.test(user.value.text) : !starter?.invocations.some(({ program }) => program !== "python")) return;
		const own = file.sections.find((one) => one.name.text === "supervisord");
		if (!user && own && setting(own, "user") && !/^root$/.test(setting(own, "user").value.text)) return;
		if (starter?.invocations.some(({ program, options }) => program === "uwsgi" || options.some(({ name }) => name.text === "user")) && !user) return;
		report(user ?? section.name, user ? "The app runs as root: whoever exploits a vulnerability in it controls the whole machine." : "No `user=`: the app runs as supervisord does, which packages start as root.");
	}
});
// action/lint/rules/supervisor/unknown-section.ts
const known$1 = "program fcgi-program eventlistener group supervisord supervisorctl unix_http_server inet_http_server rpcinterface include ctlplugin".split(" ");
const unknownSection$1 = rulesOver(({ project }) => project.supervisor)({
	id: "supervisor/unknown-section",
	severity: "warning",
	summary: "A section that supervisor does not have",
	why: `supervisord reads the sections that it supports and silently ignores others: the programs of \`[groups:shop]\` are in no group, and those of \`[programs:shop]\` are never started.`,
	bad: `${program()}\n[groups:all]\nprograms=shop\n`,
	good: `${program()}\n[group:all]\nprograms=shop\n`,
	check({ sections }, { report }) {
		for (const { name } of sections) {
			const [kind = ""] = name.text.split(":");
			const meant = known$1.includes(kind) ? void 0 : didYouMean(kind, known$1);
			if (!meant) continue;
			const at = name.source.range(name.start, name.start + kind.length);
			report(name, `supervisor has no section \`${kind}\`: it ignores this one. Did you mean \`${meant}\`?`, suggested(meant, replace(at, meant)));
		}
	}
});
// action/lint/rules/supervisor/weak-password.ts
const http = (password) => `[inet_http_server]\nport=127.0.0.1:9001\nusername=shop\npassword=${password}\n\n${program()}`;
const weakPassword = defineRule({
	id: "supervisor/weak-password",
	severity: "warning",
	summary: "A weak password of supervisord's web interface",
	why: `The page of supervisord starts and stops programs as its own user, most often root. \`123\`, \`admin\`, \`user\` and \`thepassword\` of the sample configuration are what is tried first. Without
a port no password is needed: supervisorctl uses the unix socket.`,
	bad: http("123"),
	good: http("%(ENV_SUPERVISOR_PASSWORD)s"),
	check({ project, report }) {
		for (const section of project.supervisor.flatMap((file) => file.sections)) {
			const password = /^(inet|unix)_http_server$/.test(section.name.text) ? setting(section, "password") : void 0;
			const text = password?.value.text ?? "";
			if (!password || isTemplated(text) || text.startsWith("%(") || section.name.text.startsWith("unix")) continue;
			if (!/^(\d{1,8}|admin|user|root|pass(word|wd)?|thepassword|secret|test|dummy|supervisor|changeme)$/i.test(text)) continue;
			report(password, "This password is among the first that are tried, and the web interface can stop and start programs as supervisord's user.");
		}
	}
});
// action/lint/rules/supervisor/index.ts
var supervisor_exports = /* @__PURE__ */ __exportAll({
	badValue: () => badValue$1,
	commandIsFolder: () => commandIsFolder,
	noAutorestart: () => noAutorestart,
	noRpcinterface: () => noRpcinterface,
	publicPort: () => publicPort,
	runsAsRoot: () => runsAsRoot$2,
	unknownSection: () => unknownSection$1,
	weakPassword: () => weakPassword
});
// action/lint/rules/systemd/process/dev-server.ts
const devServer = appUnitRule({
	id: "systemd/dev-server",
	severity: "warning",
	summary: "A unit that starts Flask's development server",
	why: `\`flask run\` and \`python app.py\` start werkzeug's development server: one process, no limits on requests, and with debug on a console that runs
Python for any visitor. It warns itself: "Do not use it in a production deployment". Start gunicorn or uWSGI.`,
	bad: unit("ExecStart=/srv/shop/.venv/bin/flask run --port 8000"),
	good: unit(),
	check({ file, invocations }, { project, report }) {
		for (const invocation of invocations) {
			if (!isDevelopment(project, invocation)) {
				const script = invocation.program === "python" ? invocation.positional[0] : void 0;
				const known = script && project.pythonPaths.some((path) => basename(path) === basename(script.text));
				if (!script || known || !/flask/i.test(file.source.text.replace(/^[ \t]*[#;].*$/gm, ""))) continue;
				if (/waitress|gunicorn|uwsgi|gevent|celery|worker|bot\b|migrate|cron/i.test(file.source.text)) continue;
			}
			report(invocation, "This starts Flask's development server: one process, no limits, and not made for production.");
		}
	}
});
// action/lint/rules/systemd/process/environment-file-writable.ts
/** Settings that make systemd create a folder for the service's user, and where it is. */
const made = {
	StateDirectory: "/var/lib",
	CacheDirectory: "/var/cache",
	LogsDirectory: "/var/log",
	RuntimeDirectory: "/run"
};
const environmentFileWritable = unitRule({
	id: "systemd/environment-file-writable",
	severity: "warning",
	summary: "An EnvironmentFile in a folder that the service's own user may write to",
	why: `systemd reads EnvironmentFile= as root at every start and follows links. An attacker who runs code in the app replaces the file by a link to a file of root's, such as the .env of another site, and has its lines
in the app's environment after the next restart: tried with systemd 252, a file of mode 600 of root's was read so. Put the file into a folder of root's: /etc/shop/env, mode 600.`,
	bad: unit("EnvironmentFile=/home/shop/app/.env"),
	good: unit("EnvironmentFile=/etc/shop/env"),
	check(file, { report }) {
		const user = entry(file, "Service", "User")?.value.text;
		if (!user || /^(root|0)$/.test(user) || isTemplated(user) || isDropIn(file.path) || isUserUnit(file)) return;
		const folders = [`/home/${user}`, ...writableFolders(file)];
		for (const { value } of entries(file, "Service", "EnvironmentFile")) {
			const path = value.text.replace(/^-/, "");
			const folder = folders.find((one) => path.startsWith(`${one}/`));
			if (folder && !path.includes("/../")) report(value, `root reads this file at every start and follows links, and ${user} may write to ${folder}: a link there brings any file of root's into the app's environment.`);
		}
	}
});
const words = (file, key) => entries(file, "Service", key).flatMap(({ value }) => value.text.split(/\s+/));
const writableFolders = (file) => [...Object.entries(made).flatMap(([key, below]) => words(file, key).map((name) => `${below}/${name}`)), ...["ReadWritePaths", "ReadWriteDirectories"].flatMap((key) => words(file, key)).map((path) => path.replace(/^[-+]+/, "").replace(/\/$/, "")).filter((path) => /^\/[^/]+\/[^/]/.test(path))];
// action/lint/rules/systemd/process/environment-path-only-venv.ts
const environmentPathOnlyVenv = unitRule({
	id: "systemd/environment-path-only-venv",
	severity: "warning",
	summary: "A PATH that contains only the virtualenv",
	why: `\`Environment=PATH=\` replaces systemd's PATH, and systemd expands no variables there: with nothing but the virtualenv in it, the programs that the app
or a library starts are not found: subprocess.run(["git", …]) and ["ffmpeg", …] end with FileNotFoundError, a shell finds no ls. Append the system's folders.`,
	bad: unit("Environment=\"PATH=/srv/shop/.venv/bin\""),
	good: unit("Environment=\"PATH=/srv/shop/.venv/bin:/usr/local/bin:/usr/bin:/bin\""),
	check(file, { report }) {
		for (const setting of entries(file, "Service", "Environment")) for (const word of lexCommands(setting.value, "systemd").flatMap((command) => command.words)) {
			const path = /^PATH=(.+)$/.exec(word.text)?.[1];
			if (!path || isTemplated(path.replace(/\$\{?PATH\}?/, ""))) continue;
			const folders = path.split(":").filter((folder) => !/^\$\{?PATH\}?$/.test(folder));
			if (folders.some((folder) => /^\/(usr\/)?bin\/?$/.test(folder) || !folder.startsWith("/"))) continue;
			if (!folders.some((folder) => /\/bin\/?$/.test(folder) && !/^\/(usr|snap)\//.test(folder))) continue;
			if (!folders.some((folder) => isVenv(folder) || runsOutOf(file, folder))) continue;
			const literal = folders.length < path.split(":").length;
			const first = folders.find((folder) => /\/bin\/?$/.test(folder));
			const meant = [
				...folders,
				"/usr/local/bin",
				"/usr/bin",
				"/bin"
			].join(":");
			const start = setting.source.text.indexOf(path, word.start);
			const exact = start >= 0 && start + path.length <= setting.end;
			report(setting, `${literal ? "systemd does not expand $PATH here, so the" : "The"} app's PATH is ${first.slice(0, 80)} and nothing else: subprocess.run(["git"]) finds no git.`, exact ? safe("add the system's folders", replace(setting.source.range(start, start + path.length), meant)) : {});
		}
	}
});
const isVenv = (folder) => /venv|virtualenv|conda|pyenv|[/._-]env\b/i.test(folder);
/** Whether the folder contains the unit's own Python, as with a virtualenv of any name. */
const runsOutOf = (file, folder) => entries(file, "Service", "ExecStart").some(({ value }) => value.text.startsWith(`${folder.replace(/\/$/, "")}/`) && /^\S*\/(python[\d.]*|gunicorn|uwsgi|flask)\b/.test(value.text));
// action/lint/rules/systemd/process/no-restart.ts
const noRestart = appUnitRule({
	id: "systemd/no-restart",
	severity: "info",
	summary: "A server that is not restarted after a crash",
	why: `Without \`Restart=\` systemd starts a service once: when its master is killed (no memory left, say), the site is down until you start it.
\`Restart=on-failure\` brings it back, and leaves it alone after \`systemctl stop\`.`,
	bad: unit("Restart="),
	good: unit(),
	check({ file, invocations }, { report }) {
		if (isDropIn(file.path) || invocations.every((one) => one.program === "python")) return;
		const said = entry(file, "Service", "Restart");
		const start = entry(file, "Service", "ExecStart");
		if (!start || entry(file, "Service", "Type")?.value.text === "oneshot") return;
		if (said && said.value.text !== "no") return;
		report(said ?? start, "Nothing restarts it after a crash: the site is down until you start it.", safe("add `Restart=on-failure`", said ? replace(said.value, "on-failure") : lineBelow(start, "Restart=on-failure")));
	}
});
// action/lint/rules/systemd/process/one-time-command.ts
/** Commands that set up an app, and why they must not run at each start. */
const once = [
	[/\bpip3?\s+install\b|\buv\s+(pip\s+install|sync)\b|\bpoetry\s+install\b|\bpipenv\s+install\b/, "needs the package index at each start, and may install other versions than were tried"],
	[/\bflask\s+db\s+(init|migrate)\b|\bmakemigrations\b|\bdb\.create_all\b/, "is done once, by a developer, and fails or makes new files at each start"],
	[/\bpython[\d.]*\s+-m\s+venv\b|\bvirtualenv\s+[\w./-]+/, "recreates the virtual environment while the app runs from it"],
	[/\bgit\s+(pull|clone)\b/, "changes the code at each restart, after a crash too"],
	[/\bnpm\s+(install|ci|run\s+build)\b/, "builds at each start, and delays the site"]
];
const oneTimeCommand = unitRule({
	id: "systemd/one-time-command",
	severity: "warning",
	summary: "A one-time command in a unit that runs at every start",
	why: `ExecStart= and ExecStartPre= run at each start: after a crash, after a reboot, five times in a loop when the app is broken. \`pip install\` then waits for the network while
the site is down, \`git pull\` deploys unasked. Run these commands when you deploy, and let the unit only start the server.`,
	bad: unit("ExecStartPre=/srv/shop/.venv/bin/pip install -r requirements.txt"),
	good: unit(),
	check(file, { report }) {
		if (entry(file, "Service", "Type")?.value.text === "oneshot" || isDropIn(file.path)) return;
		for (const { key, value } of execEntries(file)) {
			if (!/^ExecStart(Pre)?$/.test(key.text)) continue;
			for (const command of lexCommands(value, "systemd")) {
				const text = command.words.map((word) => word.text).join(" ");
				const found = once.find(([pattern]) => pattern.test(text));
				if (!found) continue;
				report(value, `\`${(found[0].exec(text)?.[0] ?? "").replace(/\s+/g, " ")}\` ${found[1]}.`);
				break;
			}
		}
	}
});
// action/lint/rules/systemd/process/requires-without-after.ts
const requiresWithoutAfter = appUnitRule({
	id: "systemd/requires-without-after",
	severity: "warning",
	summary: "A unit that requires another one and does not wait for it",
	why: `\`Requires=\` and \`BindsTo=\` say that the other unit is started as well, not that it is up first: without \`After=\` both start at the same time, and
after a reboot the app looks for a database that is not there yet.`,
	bad: unit().replace("After=network.target", "After=network.target\nRequires=postgresql.service"),
	good: unit().replace("After=network.target", "After=network.target postgresql.service\nRequires=postgresql.service"),
	check({ file }, { report }) {
		const named = (key) => entries(file, "Unit", key).flatMap((e) => e.value.text.split(/[\s,]+/));
		const ordered = /* @__PURE__ */ new Set([...named("After"), ...named("Before")]);
		for (const key of ["Requires", "BindsTo"]) for (const said of entries(file, "Unit", key)) {
			const missing = said.value.text.split(/\s+/).filter((name) => /\.(service|target)$/.test(name) && !ordered.has(name) && !isTemplated(name));
			if (missing.length === 0) continue;
			const after = entries(file, "Unit", "After").at(-1);
			const onOneLine = after && after.value.end - after.value.start === after.value.text.length;
			const names = missing.join(" ");
			report(said, `\`${key}=\` starts ${missing.join(", ")} as well, but does not wait for it: without \`After=\` both start at the same time.`, safe(`wait for ${names}`, onOneLine ? replace(after.source.range(after.value.end, after.value.end), ` ${names}`) : lineBelow(said, `After=${names}`)));
		}
	}
});
// action/lint/rules/systemd/process/runs-as-root.ts
const runsAsRoot$1 = defineRule({
	id: "systemd/runs-as-root",
	severity: "warning",
	summary: "A unit that runs the app as root",
	why: `Without \`User=\` a system service is root, and so is every line of the app: a vulnerability gives control of the whole machine, and the files that
it writes belong to root. Give the app a user of its own that owns nothing but its data. \`DynamicUser=yes\`, or \`uid\` in uWSGI's ini, does as well.`,
	bad: unit("User="),
	good: unit(),
	check({ model, report }) {
		const servers = serversByInvocation(model);
		for (const { by, file, user, invocations } of model.starters) {
			if (by !== "systemd" || file.kind !== "systemd" || isDropIn(file.path) || isUserUnit(file)) continue;
			if (isYes(entry(file, "Service", "DynamicUser")?.value.text)) continue;
			if (user && (!/^(root|0)$/.test(user.text) || isTemplated(user.text))) continue;
			const start = entry(file, "Service", "ExecStart");
			const known = invocations.some((one) => isServer(one, file.source.text));
			if (!start || !(known || isOwnProgram(file, start.value.text)) || invocations.some((one) => leavesRoot(servers, one))) continue;
			const section = file.sections.find((s) => s.name.text === "Service");
			const at = user ? file.sections.flatMap((s) => s.entries).find((e) => e.value === user) : section?.name;
			if (!at) continue;
			const who = known ? "The app" : isShell$1(start.value.text) ? "What the shell starts" : programOf(start.value.text);
			report(at, `${user ? "" : "No `User=`: "}${known && !user ? "the app" : who} runs as root: whoever exploits a vulnerability in it controls the whole machine.`, { related: [{
				at: invocations[0] ?? start,
				message: "what runs as root"
			}] });
		}
	}
});
const programOf = (command) => command.replace(/^[-@:+!|]+/, "").split(/\s/)[0];
const isShell$1 = (command) => /^(\/usr)?\/bin\/(ba|da)?sh$/.test(programOf(command));
/** A program or script that is not the distribution's; a oneshot that prepares the machine has to be root. */
const isOwnProgram = (file, command) => entry(file, "Service", "Type")?.value.text !== "oneshot" && !isTemplated(command) && (/^\/(home|srv|opt|var\/www|root)\/.*\/(python[\d.]*|node|gunicorn|flask|celery)$/.test(programOf(command)) || /^(\/usr)?(\/local)?\/bin\/python[\d.]*$/.test(programOf(command)) && /\s\/(home|srv|opt|var\/www|root)\/\S+\.py\b/.test(command) || isShell$1(command) && /[\s"'=]\/(home|srv|opt|var\/www|root)\//.test(command) && /\.py\b|\b(python[\d.]*|node|gunicorn|flask|celery)\s|bin\/activate/.test(command));
/** `python x.py` may be anything; it is a server if the unit mentions Flask. */
const isServer = ({ program }, text) => program !== "python" || /flask/i.test(text);
/** Whether the server changes its user itself. */
function leavesRoot(servers, invocation) {
	if (invocation.user && invocation.user.text !== "root") return true;
	if (invocation.options.some((o) => /^(emperor|uid|user)$/.test(o.name.text) && o.value?.text !== "root")) return true;
	const server = servers.get(invocation);
	if (!server) return false;
	if (invocation.program === "uwsgi" && uwsgiConfig(invocation) && !server.uwsgi) return true;
	return server.options.some((o) => o.name.text === "uid" && o.value?.text !== "root") || becomes(server);
}
/** `user = None` is the user that starts it. */
function becomes({ settings }) {
	const user = settings.get("user");
	return user !== void 0 && user.text !== "root" && !(user.value && "kind" in user.value && user.value.kind === "none");
}
// action/lint/rules/systemd/process/runtime-directory-shared.ts
const runtimeDirectoryShared = defineRule({
	id: "systemd/runtime-directory-shared",
	severity: "warning",
	summary: "A folder of /run that is removed when another service stops",
	why: `systemd removes RuntimeDirectory= when the unit stops, also if other units have files there. Tried with systemd 252: of shop@1 and shop@2 with \`RuntimeDirectory=shop\`, stopping shop@2 removes /run/shop
with the socket of shop@1, which runs on and is no longer reached: 502. A .socket unit's socket in the folder is
gone after the service's first restart. A worker with the web server's RuntimeDirectory= does the same at each restart. Give each its own (\`RuntimeDirectory=shop/%i\`), or write
\`RuntimeDirectoryPreserve=yes\` in all of them; \`restart\` keeps the folder at a restart only.`,
	bad: { "deploy/shop@.service": unit("RuntimeDirectory=shop", "Environment=RELEASE=%i") },
	good: { "deploy/shop@.service": unit("RuntimeDirectory=shop-%i", "Environment=RELEASE=%i") },
	check({ project, model, report }) {
		for (const { file, name, entry: said, folder } of owners(project.units)) {
			const preserve = entry(file, "Service", "RuntimeDirectoryPreserve")?.value;
			if (preserve?.text === "yes") continue;
			const other = model.servers.find(({ starter, listeners }) => starter?.file.kind === "systemd" && starter.file !== file && starter.name !== name && dirname(starter.file.path) === dirname(file.path) && !model.servers.some((server) => server.starter?.file === file) && runtimeFolders(starter.file).some((one) => one.folder === folder) && listeners.some(({ address }) => address.kind === "unix" && address.path.startsWith(`/run/${folder}/`)))?.starter;
			const handed = model.sockets.find(({ service, listeners: [first] }) => service?.file === file && first?.address.kind === "unix" && first.address.path.startsWith(`/run/${folder}/`));
			if (handed && !/@\.service/.test(file.path)) report(said, `/run/${folder} is removed when ${name} stops, with the socket that ${handed.name} has opened in it: systemd still listens, and nobody can connect.`, { related: [{
				at: handed.listeners[0].at,
				message: "the socket"
			}] });
			const shared = /@\.service/.test(file.path) && !/%[iIjJnN]/.test(folder);
			if (!shared && !other) continue;
			report(said, `/run/${folder} is removed when ${shared ? "any instance" : name} stops, with the socket of ${shared ? "every other one" : other?.name} in it: nginx answers 502.`, {
				related: other ? [{
					at: runtimeFolders(other.file)[0].entry,
					message: "the same folder"
				}] : [],
				fix: preserve ? void 0 : suggested("keep the folder", lineBelow(said, "RuntimeDirectoryPreserve=yes"))
			});
		}
	}
});
const runtimeFolders = (file) => entries(file, "Service", "RuntimeDirectory").flatMap((entry) => entry.value.text.split(/\s+/).map((folder) => ({
	entry,
	folder: folder.replace(/:.*$/, "")
})));
const owners = (units) => units.flatMap((file) => {
	const name = file.path.replace(/^.*\/|@?\.service.*$/g, "");
	return runtimeFolders(file).map((one) => ({
		file,
		name,
		...one
	}));
});
// action/lint/rules/systemd/process/socket-not-required.ts
const socket = "[Socket]\nListenStream=/run/shop/%i.sock\nSocketGroup=www-data\nSocketMode=0660\n";
const socketNotRequired = rulesOver(({ model }) => model.sockets)({
	id: "systemd/socket-not-required",
	severity: "warning",
	summary: "A template service that starts without the socket of its instance",
	why: `The sockets of a template's instances are not enabled. \`systemctl start shop@7.service\` starts the service alone unless it requires shop@7.socket: LISTEN_FDS is empty, the server opens
an address of its own or none, and \`systemctl start shop@7.socket\` then fails for as long as the service runs. With \`Requires=shop@%i.socket\` systemd opens the socket first (it orders the two by itself).`,
	bad: {
		"deploy/shop@.socket": socket,
		"deploy/shop@.service": unit()
	},
	good: {
		"deploy/shop@.socket": socket,
		"deploy/shop@.service": unit().replace("Description=", "Requires=shop@%i.socket\nDescription=")
	},
	check({ name, service, listeners }, { report }) {
		if (!name.includes("@.") || service?.file.kind !== "systemd" || requiresSocket(service.file, name)) return;
		const section = service.file.sections.find((part) => part.name.text === "Unit");
		const required = name.replace("@.", "@%i.");
		report(section?.name ?? service.invocations[0] ?? listeners[0].at, `Nothing here requires ${required}: \`systemctl start\` of an instance starts the server without its socket, and the socket cannot be opened while the server runs.`, {
			related: [{
				at: listeners[0].at,
				message: "the socket of an instance"
			}],
			fix: section && suggested("require it", lineBelow(section.name, `Requires=${required}`))
		});
	}
});
// action/lint/rules/systemd/process/type-forking-with-foreground.ts
const typeForkingWithForeground = defineRule({
	id: "systemd/type-forking-with-foreground",
	severity: "error",
	summary: "Type=forking for a server that stays in the foreground",
	why: `With \`Type=forking\` systemd waits for the process it started to end and leave another one behind. A server in the foreground does not: after 90
seconds the start "timed out", and systemd kills the running server. Type=notify is what uWSGI and gunicorn are made for.`,
	bad: unit("Type=forking"),
	good: unit("Type=notify"),
	check({ model, report }) {
		const servers = serversByInvocation(model);
		for (const { file, invocations } of appUnits(model)) {
			const type = entry(file, "Service", "Type");
			if (type?.value.text !== "forking" || !invocations.every((one) => isForeground(servers, one))) continue;
			const meant = invocations.every((one) => one.program === "uwsgi" || one.program === "gunicorn") ? "notify" : "exec";
			report(type, `${invocations[0].program} stays in the foreground: systemd waits 90 s for it to daemonize, and kills it.`, {
				related: [{
					at: invocations[0],
					message: "what stays in the foreground"
				}],
				fix: suggested(`write \`Type=${meant}\``, replace(type.value, meant))
			});
		}
	}
});
/** Whether the command line is completely known, and nothing in it runs the server in the background. */
function isForeground(servers, invocation) {
	const { program, options, background, detached, nested, command } = invocation;
	if (background || detached || nested || command.words.some((word) => word.dynamic)) return false;
	if (program === "flask" || program === "waitress" || program === "asgi") return true;
	if (program === "python" || options.some((o) => /^(daemon|daemonize2?|emperor)$/.test(o.name.text))) return false;
	const server = servers.get(invocation);
	if (!server || server.partial || server.settings.has("daemon")) return false;
	if (program === "gunicorn") return server.conf !== void 0 || !options.some((o) => o.name.text === "config");
	if (!server.uwsgi && (options.some((o) => /^(ini|xml|yaml|json|config)/.test(o.name.text)) || hasFile(invocation))) return false;
	return !server.options.some((o) => /^daemonize2?$/.test(o.name.text));
}
const hasFile = ({ positional }) => positional.some((word) => /\.(ini|ya?ml|xml|json|conf)/.test(word.text));
// action/lint/rules/systemd/process/type-notify-mismatch.ts
const typeNotifyMismatch = appUnitRule({
	id: "systemd/type-notify-mismatch",
	severity: "error",
	summary: "Type=notify for a program that never tells systemd that it is ready",
	why: `With \`Type=notify\` systemd waits for the main process to say READY=1. uWSGI and gunicorn do; flask run, waitress and uvicorn do not, and behind
\`bash -c '…; exit'\` the sender is not the main process, which counts only with NotifyAccess=all. After 90 seconds systemd says "start
operation timed out" and kills the running server, again and again.`,
	bad: unit("Type=notify", "ExecStart=/srv/shop/.venv/bin/waitress-serve --listen 127.0.0.1:8000 wsgi:app"),
	good: unit("Type=exec", "ExecStart=/srv/shop/.venv/bin/waitress-serve --listen 127.0.0.1:8000 wsgi:app"),
	check({ file, invocations }, { project, report }) {
		const type = entry(file, "Service", "Type");
		if (type?.value.text !== "notify") return;
		const wait = entry(file, "Service", "TimeoutStartSec")?.value.text ?? "90";
		const seen = /^(0|infinity)$/.test(wait) ? "the unit never becomes active" : `systemd kills the service after ${/^\d+$/.test(wait) ? `${wait} s` : wait}`;
		const access = entry(file, "Service", "NotifyAccess")?.value.text;
		for (const invocation of invocations) {
			const silent = /^(flask|waitress|asgi)$/.test(invocation.program) || invocation.program === "python" && isDevelopment(project, invocation);
			const behind = !silent && !/^(all|exec)$/.test(access ?? "") && behindShell(file, invocation);
			if (!silent && !behind) continue;
			report(type, behind ? `The shell is the main process, not ${invocation.program} behind it, whose READY=1 does not count: ${seen}. Write \`exec\` before it.` : `${nameOf(invocation)} never sends READY=1: ${seen}.`, {
				related: [{
					at: invocation,
					message: "the program that should send READY=1"
				}],
				fix: behind ? suggested("let every process of the service send it", replace(type, `${file.source.slice(type)}\nNotifyAccess=all`)) : suggested("write `Type=exec`", replace(type.value, "exec"))
			});
			break;
		}
	}
});
const nameOf = ({ program, executable }) => program === "flask" ? "flask run" : program === "python" ? "The script" : executable.text.replace(/^.*\//, "");
/** Whether a shell stays the main process: there is no `exec`, and it does not replace itself by its last command. */
function behindShell(file, invocation) {
	if (!invocation.nested || invocation.command.words[0]?.text === "exec") return false;
	for (const start of entries(file, "Service", "ExecStart")) {
		const words = lexCommands(start.value, "systemd").flatMap((command) => command.words);
		const script = words.find((word) => word.start <= invocation.start && invocation.end <= word.end);
		if (!script?.quoted) continue;
		const commands = lexCommands({
			source: script.source,
			start: script.start + 1,
			end: script.end - 1
		}, "shell");
		return !(words.some((word) => /(^|\/)bash$/.test(word.text)) && commands.at(-1)?.start === invocation.command.start);
	}
	return false;
}
// action/lint/rules/systemd/process/worker-stop.ts
const worker = /\bcelery\b(?=.*\bworker\b)|\brq\s+worker|\brqworker\b/;
const workerStop = defineRule({
	id: "systemd/worker-stop",
	severity: "warning",
	summary: "A queue worker whose job is killed at each stop",
	why: `Celery's and RQ's main process answers SIGTERM by letting the running job finish. systemd's default, KillMode=control-group, sends SIGTERM to the process that is at the job as well, which ends
at once: the job is lost. \`KillMode=mixed\` tells the main process alone. RQ takes a second TERM for "kill the job": an ExecStop= that sends one is followed by systemd's own. supervisor's
stopasgroup=true does the same as control-group.`,
	bad: unit("ExecStart=/srv/shop/.venv/bin/celery --app shop worker"),
	good: unit("ExecStart=/srv/shop/.venv/bin/celery --app shop worker", "KillMode=mixed"),
	check({ project, report }) {
		for (const file of project.units) {
			const start = entry(file, "Service", "ExecStart");
			const name = start && worker.exec(start.value.text)?.[0].split(/\s/)[0];
			if (!start || !name || isDropIn(file.path) || /multi\b|--detach/.test(start.value.text)) continue;
			const mode = entry(file, "Service", "KillMode");
			const stop = entry(file, "Service", "ExecStop");
			if (!mode || mode.value.text === "control-group") report(mode ?? start, `systemd sends SIGTERM to the process at the job as well, not to ${name}'s main process alone: each stop and restart loses the running job.`, suggested("add `KillMode=mixed`", lineBelow(start, "KillMode=mixed")));
			if (stop && /^rq/.test(name) && /\bkill\b.*TERM/.test(stop.value.text)) report(stop, "systemd sends its own SIGTERM after this one, and RQ takes the second for \"kill the job\".");
		}
		for (const section of project.supervisor.flatMap((file) => file.sections)) {
			const command = /^program:/.test(section.name.text) ? setting(section, "command") : void 0;
			const group = setting(section, "stopasgroup");
			if (command && group && worker.test(command.value.text) && /^(true|yes|on|1)$/i.test(group.value.text)) report(group, "supervisor sends the stop signal to the process at the job as well: each stop and restart loses the running job.");
		}
	}
});
// action/lint/rules/systemd/unit/bad-value.ts
const one = (words) => [new RegExp(`^(?:${words.replaceAll(" ", "|")})$`), `one of ${words.replaceAll(/\S+/g, "`$&`").replaceAll(" ", ", ")}`];
const path = [/^-?[/%~]/, "an absolute path"];
const inRun = [/^[^/]/, "a relative path: systemd creates the folder"];
const yes = [/^(1|yes|y|true|t|on|0|no|n|false|f|off)$/i, "yes or no"];
const name = [/^[^:/\s]+$/, "one account name"];
/** Values that [Service] accepts. systemd ignores any other, or refuses the unit. */
const forms = {
	Type: one("simple exec forking oneshot dbus notify notify-reload idle"),
	Restart: one("no always on-success on-failure on-abnormal on-abort on-watchdog"),
	KillMode: one("control-group mixed process none"),
	NotifyAccess: one("none main exec all"),
	KillSignal: [/^((SIG)?[A-Z]+\d*([+-]\d+)?|\d+)$/, "a signal such as SIGTERM"],
	User: name,
	Group: name,
	UMask: [/^[0-7]{1,4}$/, "an octal mode such as 0027"],
	WorkingDirectory: path,
	EnvironmentFile: path,
	RuntimeDirectory: inRun,
	StateDirectory: inRun,
	LogsDirectory: inRun,
	CacheDirectory: inRun,
	...Object.fromEntries([
		"NoNewPrivileges",
		"PrivateTmp",
		"PrivateDevices",
		"RemainAfterExit",
		"DynamicUser"
	].map((key) => [key, yes]))
};
/** With these the unit is not started at all; what else is none, systemd leaves out. */
const refused$1 = /* @__PURE__ */ new Set([
	"User",
	"Group",
	"WorkingDirectory"
]);
const badValue = unitRule({
	id: "systemd/bad-value",
	severity: "error",
	summary: "A value that systemd does not accept",
	why: `systemd writes "Failed to parse …, ignoring" to the journal and goes on without the line: \`Restart=true\` restarts nothing, and with
\`EnvironmentFile=.env\` the app has no settings. Two ExecStart= outside of Type=oneshot, a relative WorkingDirectory= and a User= that can
be no account are refused: "Unit has a bad unit file setting".`,
	bad: unit("Restart=true"),
	good: unit("Restart=always"),
	check(file, { report }) {
		if (file.template) return;
		for (const [key, [right, said]] of Object.entries(forms)) for (const { value } of entries(file, "Service", key)) {
			if (right.test(value.text) || isOpen(value.text)) continue;
			const seen = refused$1.has(key) ? "the unit is refused" : "systemd ignores the line";
			report(value, `\`${key}=\` expects ${said}, not \`${value.text.slice(0, 60)}\`: ${seen}.`);
		}
		const [, second] = entries(file, "Service", "ExecStart");
		const type = entries(file, "Service", "Type").at(-1)?.value.text ?? "";
		if (second && type !== "oneshot" && !isDropIn(file.path)) report(second.key, "This is a second ExecStart=, which only Type=oneshot may have: systemd refuses the unit.");
		for (const entry of entries(file, "Service", "Environment")) assignments(entry, report);
	}
});
const isOpen = (text) => isTemplated(text) || pasted.test(text) || /^[A-Z]+_[A-Z_]+\b/.test(text) || /[<>{}%$\\]|\s[#;]|^["'“”]/.test(text);
/** Words without a sign of equality are left out; quotes hold a value with blanks together. */
function assignments({ value }, report) {
	if (isOpen(value.text)) return;
	const words = lexCommands(value, "systemd").flatMap((command) => command.words);
	const stray = words.find(({ text }) => !text.includes("="));
	if (!stray || !words.some(({ text }) => text.includes("="))) return;
	report(stray, `\`${stray.text}\` is no assignment, so systemd ignores it: ${stray === words[0] ? "this is no shell" : "a value with blanks stands in quotes, `Environment=\"NAME=a b\"`"}.`);
}
// action/lint/rules/systemd/unit/exec-not-absolute.ts
const execNotAbsolute = unitRule({
	id: "systemd/exec-not-absolute",
	severity: "error",
	summary: "A program named by a relative path, ~ or a variable",
	why: `systemd looks a bare name up in its own PATH; anything with a slash has to be an absolute path. For \`ExecStart=.venv/bin/gunicorn\` and
\`ExecStart=~/shop/run\` it says "Neither a valid executable name nor an absolute path", and the unit has no ExecStart any more: "Unit is not loaded
properly: Bad unit file setting". Neither WorkingDirectory= nor variables change that.`,
	bad: unit("ExecStart=.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app"),
	good: unit("ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app"),
	check(file, { report }) {
		for (const entry of execEntries(file)) for (const { words } of lexCommands(entry.value, "systemd")) {
			const [program] = words;
			const path = program?.text.replace(/^[-@:+!|]+/, "") ?? "";
			if (!program || !path.includes("/") || /^[/%]/.test(path)) continue;
			if (isTemplated(path) && !path.startsWith("$")) continue;
			if (file.template) continue;
			const why = path.startsWith("~") ? "systemd does not expand ~" : path.startsWith("$") ? "systemd replaces no variables in the program's name" : "systemd does not accept a relative path";
			report(program, `\`${path.slice(0, 80)}\` is not an absolute path, and ${why}: systemd rejects the unit with "Bad unit file setting".`);
		}
	}
});
// action/lint/rules/systemd/unit/exec-shell-syntax.ts
const execShellSyntax = defineRule({
	id: "systemd/exec-shell-syntax",
	severity: "error",
	summary: "Shell syntax in a command that does not run in a shell",
	why: `systemd and supervisor start programs themselves: "&&", "|", ">", "$(…)" and "~" are arguments like any other. \`ExecStart=cd /srv/shop && gunicorn …\`
looks for a program called cd; \`… > /var/log/shop.log\` hands gunicorn a ">" and a path, and no log is written. Use WorkingDirectory=, Environment=,
StandardOutput=append:…, ExecStartPre=, or \`/bin/sh -c 'exec …'\`.`,
	bad: unit("ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app > /var/log/shop.log"),
	good: unit("ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app", "StandardOutput=append:/var/log/shop.log"),
	check({ project, report }) {
		const look = (command, dialect, who) => {
			const words = lexCommands(command, dialect).flatMap((one) => one.words);
			const at = words.findIndex((word, i) => isShell(word, i));
			if (at < 0) return;
			const word = words[at];
			const fix = inShell(command, words[0]);
			report(word, `${who} starts programs without a shell: \`${word.text.slice(0, 60)}\` is an ordinary argument, or the name of a program.`, fix ? { fix } : {});
		};
		for (const file of project.units) for (const { value } of execEntries(file)) look(value, "systemd", "systemd");
		for (const file of project.supervisor) for (const section of file.sections) {
			const command = /^(fcgi-)?program:/.test(section.name.text) ? setting(section, "command") : void 0;
			if (command) look(command.value, "shlex", "supervisor");
		}
	}
});
/** A whole word that only a shell understands; a quoted one is intended. */
function isShell({ text, quoted }, index) {
	if (quoted || isTemplated(text)) return false;
	if (index > 0 && /^(&&|\|\|?|&|<|\d?>>?|\d?>>?(\/.*|&\d)|&>>?.*|<\/.*)$/.test(text)) return true;
	if (index === 0 && /^(cd|source|\.|export|ulimit|alias|eval)$/.test(text)) return true;
	if (/\$\([^)]|`[^`]*`?/.test(text)) return true;
	return index > 0 && /^(--?[\w-]+=)?~\//.test(text);
}
/** The same command in a shell, if neither quotes nor systemd's own characters would change its meaning. */
function inShell(command, first) {
	const { text } = command;
	if (/['%$\\\n;]/.test(text) || /^[-@:+!|]/.test(first.text)) return void 0;
	if (command.end - command.start !== text.length || /\b(ba|da|z)?sh$/.test(first.text)) return void 0;
	return suggested("run it in a shell", replace(command, `/bin/sh -c '${text}'`));
}
// action/lint/rules/systemd/unit/inline-comment.ts
const inlineComment$1 = unitRule({
	id: "systemd/inline-comment",
	severity: "error",
	summary: "A comment after a value is part of the value",
	why: `systemd supports comments only on lines of their own. \`ExecStart=… wsgi:app  # the shop\` hands "#", "the" and "shop" to the program, \`User=shop # x\` is
nobody (status=217/USER), \`PIDFile=/run/x.pid # note\` is a file of that very name.`,
	bad: unit("ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app  # the shop"),
	good: unit("ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app\n# the shop"),
	check(file, { report }) {
		for (const entry of file.sections.flatMap((section) => section.entries)) {
			const comment = commentIn(entry);
			if (!comment) continue;
			const { source } = entry;
			const lineStart = source.lineStarts[source.lineAt(entry.start)];
			const text = source.slice(comment).trim();
			const seen = entry.key.text.startsWith("Exec") ? "the program gets each of its words as an argument" : `the value of \`${entry.key.text}=\` is all of \`${entry.value.text.slice(0, 80)}\``;
			report({
				...comment,
				start: comment.end - text.length
			}, `systemd does not support comments after a value: ${seen}.`, safe("move the comment to its own line", replace(source.range(lineStart, lineStart), text + newlineOf(entry)), replace(comment, "")));
		}
	}
});
/** Keys with free text, in which both characters are common. */
const free = /^(Description|Documentation|X-.*|Condition.*|Assert.*|SyslogIdentifier|Log.*Patterns|SetCredential)$/;
/** The comment at the end of one of the entry's lines, with the spaces before it; quoted text is no comment. */
function commentIn(entry) {
	const { source, key, value } = entry;
	if (free.test(key.text)) return void 0;
	const sign = /^(Exec|Environment)/.test(key.text) ? /\s+#+(?=\s+\S|[A-Za-z])/g : /\s+[#;]+(?=\s+\S|[A-Za-z])/g;
	for (let i = source.lineAt(value.start); i <= source.lineAt(Math.max(value.start, value.end - 1)); i++) {
		const line = source.line(i);
		const start = Math.max(line.start, value.start);
		const text = source.text.slice(start, Math.min(line.end, value.end));
		if (i > source.lineAt(value.start) && /^\s*[#;]/.test(text)) continue;
		let scanned = 0;
		let quote;
		for (const found of text.matchAll(sign)) {
			for (; scanned < found.index; scanned++) {
				const c = text[scanned];
				if (quote ? c === quote : c === "\"" || c === "'") quote = quote ? void 0 : c;
			}
			if (found.index > 0 && !quote) return {
				source,
				start: start + found.index,
				end: start + text.replace(/\\$/, "").trimEnd().length
			};
		}
	}
}
// action/lint/rules/systemd/unit/not-a-unit.ts
const notAUnit = unitRule({
	id: "systemd/not-a-unit",
	severity: "error",
	summary: "A .service file that systemd rejects",
	why: `A service has to say what it starts: without ExecStart= (or ExecStop=, SuccessAction=) systemd says "Service has no ExecStart=, ExecStop=, or
SuccessAction=. Refusing." That is also what it says of an init script that was given the name of a unit.`,
	bad: unit("ExecStart="),
	good: unit(),
	check(file, { report }) {
		const { source, sections } = file;
		if (!/\.service$/.test(renderedPath(file.path)) || isDropIn(file.path) || file.template) return;
		if (source.text.replace(/^[ \t]*[#;].*$/gm, "").trim() === "" && !source.text.startsWith("#!")) return;
		const script = source.text.startsWith("#!");
		const service = sections.find(({ name }) => /^service$/i.test(name.text));
		if (sections.flatMap((section) => section.entries.map((entry) => entry.key.text)).some((key) => /^(exec|success)/i.test(key) || distance(key, "ExecStart", 3) <= 3)) return;
		if (sections.some(({ name }) => /^(service|install)$/i.test(name.text) && !/^(Service|Install)$/.test(name.text))) return;
		report(service?.name ?? source.line(0), script ? "This is a script, not a unit: systemd rejects it, because it has no ExecStart=." : "systemd rejects the unit: it has no ExecStart=, ExecStop= or SuccessAction=.");
	}
});
// action/lint/rules/systemd/unit/obsolete-syslog.ts
const obsoleteSyslog = unitRule({
	id: "systemd/obsolete-syslog",
	severity: "warning",
	summary: "Output to syslog, which systemd sends to the journal",
	why: `systemd 246 removed the output type \`syslog\`: "Standard output type syslog is obsolete, automatically updating to journal". The lines are in
\`journalctl -u\`, not where the unit says, and each daemon-reload complains.`,
	versions: "systemd 246 and later",
	bad: unit("StandardError=syslog"),
	good: unit("StandardError=journal"),
	check(file, { report }) {
		for (const { key, value } of file.sections.flatMap((section) => section.entries)) {
			if (!/^Standard(Output|Error)$/.test(key.text) || !/^syslog(\+console)?$/.test(value.text)) continue;
			const meant = value.text.replace("syslog", "journal");
			report(value, `\`${key.text}=${value.text}\` is obsolete: systemd complains at each reload and sends the output to the journal.`, safe(`write \`${meant}\``, replace(value, meant)));
		}
	}
});
// action/lint/rules/systemd/unit/placeholder-value.ts
const names$1 = /^(?:<[\w .-]+>|\[[\w .-]+\]|\{[\w .-]+\}|your[-_ ]?(?:user(?:name)?|name|group|app)|(?:YOUR|MY)_\w+|CHANGE_?ME|username|user_?name_?here|some_?user|yourusername)$/i;
const placeholderValue$1 = unitRule({
	id: "systemd/placeholder-value",
	severity: "warning",
	summary: "A placeholder value in a unit",
	why: `A tutorial's \`User=your_username\` is a user that does not exist: the unit fails with status=217/USER. A path of /path/to/ fails with 200/CHDIR or 203/EXEC. Replace them by the
real ones.`,
	bad: unit("User=your_username"),
	good: unit("User=shop"),
	check(file, { report }) {
		if (file.template || isExample(file.path)) return;
		for (const { key, value } of file.sections.flatMap((section) => section.entries)) {
			if (/^(Description|Documentation)$/.test(key.text) || isTemplated(value.text)) continue;
			const name = /^(User|Group|SocketUser|SocketGroup)$/.test(key.text) && names$1.test(value.text);
			const found = name ? value.text : toFillIn.exec(value.text)?.[0];
			if (!found) continue;
			const code = name ? "217/USER" : key.text === "WorkingDirectory" ? "200/CHDIR" : "203/EXEC";
			report(value, `\`${found}\` is a placeholder: the server has nothing of that name${/^(Exec|User|Group|WorkingDirectory)/.test(key.text) ? ` and the unit fails with status=${code}` : ""}.`);
		}
	}
});
// action/lint/rules/systemd/unit/stray-line.ts
const strayLine = defineRule({
	id: "systemd/stray-line",
	severity: "error",
	summary: "A line that is not key=value, or is before the first section",
	why: `systemd writes "Missing '=', ignoring line" or "Assignment outside of section. Ignoring." to the journal and goes on without the line: options on the
line below ExecStart= never reach the program when the backslash before them is missing. supervisor says "Source contains parsing errors" and does not start.`,
	bad: unit("ExecStart=/srv/shop/.venv/bin/gunicorn wsgi:app\n    --bind 127.0.0.1:8000"),
	good: unit("ExecStart=/srv/shop/.venv/bin/gunicorn wsgi:app \\\n    --bind 127.0.0.1:8000"),
	check({ project, report }) {
		for (const file of [...project.units, ...project.supervisor]) {
			if (file.template || file.sections.length === 0 || file.source.text.startsWith("#!")) continue;
			const entries = file.sections.flatMap((section) => section.entries);
			if (file.stray.length > entries.length) continue;
			let previous = -2;
			for (const stray of file.stray) {
				const line = file.source.lineAt(stray.start);
				const goesOn = line === previous + 1;
				previous = file.source.lineAt(stray.end);
				if (goesOn || pasted.test(stray.text)) continue;
				const above = entries.find((entry) => file.source.lineAt(entry.end) === line - 1);
				report(stray, said(file, stray), continued(above, stray));
			}
		}
	}
});
function said({ kind, sections }, stray) {
	const early = stray.start < (sections[0]?.start ?? 0);
	if (kind === "supervisor") return early ? "This is before the first section: supervisor says \"File contains no section headers\" and does not start." : "This is no `key=value`: supervisor says \"Source contains parsing errors\" and does not start.";
	if (stray.text.startsWith("[")) return "This section has no `]` at its end: systemd rejects the whole file (Invalid section header).";
	return early && stray.text.includes("=") ? "This is before the first section, so systemd ignores it." : "This is no `key=value`, so systemd ignores the line.";
}
/** Options right below a command were meant to continue it. */
function continued(above, stray) {
	if (!above || !execKeys.test(above.key.text) || !/^-{1,2}\w/.test(stray.text)) return {};
	const at = {
		source: above.source,
		start: above.end,
		end: above.end
	};
	return { fix: {
		kind: "suggested",
		title: "go on with the line above",
		edits: [replace(at, " \\")]
	} };
}
// action/lint/rules/systemd/unit/target-missing.ts
const targets = "multi-user graphical default sockets timers network network-online basic sysinit local-fs remote-fs paths".split(" ").map((name) => `${name}.target`);
const targetMissing = unitRule({
	id: "systemd/target-missing",
	severity: "warning",
	summary: "A unit wanted by a target that is never started",
	why: `\`systemctl enable\` makes a link in the folder of any target that WantedBy= names, and says nothing when there is no such target: after a reboot the unit is not there. A user's systemd
(\`systemctl --user\`) has no multi-user.target: write default.target, and run \`loginctl enable-linger\` once, so that the units start without a login.`,
	bad: unit().replace("multi-user.target", "mutli-user.target"),
	good: unit(),
	check(file, { report }) {
		for (const { value } of entries(file, "Install", "WantedBy")) {
			const near = targets.includes(value.text) ? void 0 : didYouMean(value.text, targets);
			const own = isUserUnit(file) && value.text === "multi-user.target";
			const meant = own ? "default.target" : near;
			if (!meant || !value.text.endsWith(".target")) continue;
			report(value, `${own ? "A user's systemd has no multi-user.target" : `systemd has no ${value.text}`}: the unit is enabled, and nothing starts it after a reboot.`, suggested(`write ${meant}`, replace(value, meant)));
		}
	}
});
// action/lint/rules/systemd/unit/unbalanced-quote.ts
const unbalancedQuote = defineRule({
	id: "systemd/unbalanced-quote",
	severity: "error",
	summary: "A quote that nothing closes",
	why: `systemd ignores the whole line: "Invalid syntax, ignoring" for Environment=, so that PATH or a secret is not set; "Unbalanced quoting, ignoring" for
ExecStart=, after which the unit cannot be started at all. An apostrophe is a quote, too. supervisor says "No closing quotation" and does not start the program.`,
	bad: unit("Environment=\"FLASK_ENV=production"),
	good: unit("Environment=\"FLASK_ENV=production\""),
	check({ project, report }) {
		for (const file of project.units) for (const entry of file.sections.flatMap((section) => section.entries)) {
			const { key, value } = entry;
			if (!execKeys.test(key.text) && key.text !== "Environment") continue;
			const quote = openQuote(value.text);
			if (!quote || isTemplated(value.text)) continue;
			report(value, `The ${quote} is not closed: systemd ignores the whole line, and ${key.text === "Environment" ? "the variable is not set" : "the unit cannot be started"}.`, closing(entry, quote));
		}
		for (const file of project.supervisor) for (const section of file.sections) {
			const command = /^(fcgi-)?program:/.test(section.name.text) ? setting(section, "command") : void 0;
			const quote = command && openQuote(command.value.text);
			if (!command || !quote || isTemplated(command.value.text)) continue;
			report(command.value, `The ${quote} is not closed: supervisor cannot parse the command ("No closing quotation") and does not start the program.`);
		}
	}
});
/** The quote that is still open at the end; a backslash escapes the next character. */
function openQuote(text) {
	let open;
	for (let i = 0; i < text.length; i++) {
		const c = text[i];
		if (c === "\\") i++;
		else if (open) open = c === open ? void 0 : open;
		else if (c === "\"" || c === "'") open = c;
	}
	return open;
}
/** A single quote at the beginning: the missing one belongs at the end of the line. */
function closing({ value }, quote) {
	if (!(value.text.startsWith(quote) && !/["'\\]/.test(value.text.slice(1))) || value.end - value.start !== value.text.length) return {};
	const at = {
		source: value.source,
		start: value.end,
		end: value.end
	};
	return { fix: {
		kind: "safe",
		title: `close the ${quote}`,
		edits: [replace(at, quote)]
	} };
}
// action/lint/systemd/keys.ts
const known = {
	Automount: {
		"DirectoryMode": "MODE",
		"ExtraOptions": "STRING",
		"TimeoutIdleSec": "OTHER",
		"Where": "PATH"
	},
	Install: {
		"Alias": "OTHER",
		"Also": "OTHER",
		"DefaultInstance": "OTHER",
		"RequiredBy": "OTHER",
		"WantedBy": "OTHER"
	},
	Mount: {
		"AllowedCPUs": "OTHER",
		"AllowedMemoryNodes": "OTHER",
		"AmbientCapabilities": "BOUNDINGSET",
		"AppArmorProfile": "OTHER",
		"BPFProgram": "OTHER",
		"BindPaths": "PATH[:PATH[:OPTIONS]] [...]",
		"BindReadOnlyPaths": "PATH[:PATH[:OPTIONS]] [...]",
		"BlockIOAccounting": "BOOLEAN",
		"BlockIODeviceWeight": "DEVICEWEIGHT",
		"BlockIOReadBandwidth": "BANDWIDTH",
		"BlockIOWeight": "WEIGHT",
		"BlockIOWriteBandwidth": "BANDWIDTH",
		"CPUAccounting": "BOOLEAN",
		"CPUAffinity": "CPUAFFINITY",
		"CPUQuota": "OTHER",
		"CPUQuotaPeriodSec": "OTHER",
		"CPUSchedulingPolicy": "CPUSCHEDPOLICY",
		"CPUSchedulingPriority": "CPUSCHEDPRIO",
		"CPUSchedulingResetOnFork": "BOOLEAN",
		"CPUShares": "SHARES",
		"CPUWeight": "CPUWEIGHT",
		"CacheDirectory": "OTHER",
		"CacheDirectoryMode": "MODE",
		"CapabilityBoundingSet": "BOUNDINGSET",
		"ConfigurationDirectory": "OTHER",
		"ConfigurationDirectoryMode": "MODE",
		"CoredumpFilter": "OTHER",
		"DefaultMemoryLow": "LIMIT",
		"DefaultMemoryMin": "LIMIT",
		"Delegate": "OTHER",
		"DeviceAllow": "DEVICE",
		"DevicePolicy": "POLICY",
		"DirectoryMode": "MODE",
		"DisableControllers": "OTHER",
		"DynamicUser": "BOOLEAN",
		"Environment": "ENVIRON",
		"EnvironmentFile": "FILE",
		"ExecPaths": "PATH [...]",
		"ExecSearchPath": "PATH",
		"ExtensionDirectories": "PATH [...]",
		"ExtensionImages": "OTHER",
		"FinalKillSignal": "SIGNAL",
		"ForceUnmount": "BOOLEAN",
		"Group": "OTHER",
		"IOAccounting": "BOOLEAN",
		"IODeviceLatencyTargetSec": "DEVICELATENCY",
		"IODeviceWeight": "DEVICEWEIGHT",
		"IOReadBandwidthMax": "LIMIT",
		"IOReadIOPSMax": "LIMIT",
		"IOSchedulingClass": "IOCLASS",
		"IOSchedulingPriority": "IOPRIORITY",
		"IOWeight": "WEIGHT",
		"IOWriteBandwidthMax": "LIMIT",
		"IOWriteIOPSMax": "LIMIT",
		"IPAccounting": "BOOLEAN",
		"IPAddressAllow": "OTHER",
		"IPAddressDeny": "OTHER",
		"IPCNamespacePath": "PATH",
		"IPEgressFilterPath": "OTHER",
		"IPIngressFilterPath": "OTHER",
		"IgnoreSIGPIPE": "BOOLEAN",
		"InaccessibleDirectories": "PATH [...]",
		"InaccessiblePaths": "PATH [...]",
		"KeyringMode": "OTHER",
		"KillMode": "KILLMODE",
		"KillSignal": "SIGNAL",
		"LazyUnmount": "BOOLEAN",
		"LimitAS": "LIMIT",
		"LimitCORE": "LIMIT",
		"LimitCPU": "LIMIT",
		"LimitDATA": "LIMIT",
		"LimitFSIZE": "LIMIT",
		"LimitLOCKS": "LIMIT",
		"LimitMEMLOCK": "LIMIT",
		"LimitMSGQUEUE": "LIMIT",
		"LimitNICE": "LIMIT",
		"LimitNOFILE": "LIMIT",
		"LimitNPROC": "LIMIT",
		"LimitRSS": "LIMIT",
		"LimitRTPRIO": "LIMIT",
		"LimitRTTIME": "LIMIT",
		"LimitSIGPENDING": "LIMIT",
		"LimitSTACK": "LIMIT",
		"LoadCredential": "OTHER",
		"LoadCredentialEncrypted": "OTHER",
		"LockPersonality": "BOOLEAN",
		"LogExtraFields": "OTHER",
		"LogLevelMax": "LEVEL",
		"LogNamespace": "OTHER",
		"LogRateLimitBurst": "UNSIGNED",
		"LogRateLimitIntervalSec": "SECONDS",
		"LogsDirectory": "OTHER",
		"LogsDirectoryMode": "MODE",
		"ManagedOOMMemoryPressure": "OTHER",
		"ManagedOOMMemoryPressureLimit": "OTHER",
		"ManagedOOMPreference": "OTHER",
		"ManagedOOMSwap": "OTHER",
		"MemoryAccounting": "BOOLEAN",
		"MemoryDenyWriteExecute": "BOOLEAN",
		"MemoryHigh": "LIMIT",
		"MemoryLimit": "LIMIT",
		"MemoryLow": "LIMIT",
		"MemoryMax": "LIMIT",
		"MemoryMin": "LIMIT",
		"MemorySwapMax": "LIMIT",
		"MountAPIVFS": "OTHER",
		"MountFlags": "MOUNTFLAG [...]",
		"MountImages": "OTHER",
		"NUMAMask": "OTHER",
		"NUMAPolicy": "OTHER",
		"NetworkNamespacePath": "PATH",
		"Nice": "NICE",
		"NoExecPaths": "PATH [...]",
		"NoNewPrivileges": "BOOLEAN",
		"OOMScoreAdjust": "OOMSCOREADJUST",
		"Options": "STRING",
		"PAMName": "STRING",
		"PassEnvironment": "OTHER",
		"Personality": "PERSONALITY",
		"PrivateDevices": "BOOLEAN",
		"PrivateIPC": "BOOLEAN",
		"PrivateMounts": "BOOLEAN",
		"PrivateNetwork": "BOOLEAN",
		"PrivateTmp": "BOOLEAN",
		"PrivateUsers": "BOOLEAN",
		"ProcSubset": "OTHER",
		"ProtectClock": "BOOLEAN",
		"ProtectControlGroups": "BOOLEAN",
		"ProtectHome": "OTHER",
		"ProtectHostname": "BOOLEAN",
		"ProtectKernelLogs": "BOOLEAN",
		"ProtectKernelModules": "BOOLEAN",
		"ProtectKernelTunables": "BOOLEAN",
		"ProtectProc": "OTHER",
		"ProtectSystem": "OTHER",
		"ReadOnlyDirectories": "PATH [...]",
		"ReadOnlyPaths": "PATH [...]",
		"ReadWriteDirectories": "PATH [...]",
		"ReadWriteOnly": "BOOLEAN",
		"ReadWritePaths": "PATH [...]",
		"RemoveIPC": "BOOLEAN",
		"RestartKillSignal": "SIGNAL",
		"RestrictAddressFamilies": "FAMILIES",
		"RestrictFileSystems": "FILESYSTEMS",
		"RestrictNamespaces": "NAMESPACES",
		"RestrictNetworkInterfaces": "OTHER",
		"RestrictRealtime": "BOOLEAN",
		"RestrictSUIDSGID": "BOOLEAN",
		"RootDirectory": "PATH",
		"RootHash": "OTHER",
		"RootHashSignature": "OTHER",
		"RootImage": "PATH",
		"RootImageOptions": "OTHER",
		"RootVerity": "PATH",
		"RuntimeDirectory": "OTHER",
		"RuntimeDirectoryMode": "MODE",
		"RuntimeDirectoryPreserve": "OTHER",
		"SELinuxContext": "LABEL",
		"SecureBits": "SECUREBITS",
		"SendSIGHUP": "BOOLEAN",
		"SendSIGKILL": "BOOLEAN",
		"SetCredential": "OTHER",
		"SetCredentialEncrypted": "OTHER",
		"Slice": "SLICE",
		"SloppyOptions": "BOOLEAN",
		"SmackProcessLabel": "OTHER",
		"SocketBindAllow": "OTHER",
		"SocketBindDeny": "OTHER",
		"StandardError": "OUTPUT",
		"StandardInput": "INPUT",
		"StandardInputData": "OTHER",
		"StandardInputText": "OTHER",
		"StandardOutput": "OUTPUT",
		"StartupAllowedCPUs": "OTHER",
		"StartupAllowedMemoryNodes": "OTHER",
		"StartupBlockIOWeight": "WEIGHT",
		"StartupCPUShares": "SHARES",
		"StartupCPUWeight": "CPUWEIGHT",
		"StartupIOWeight": "WEIGHT",
		"StateDirectory": "OTHER",
		"StateDirectoryMode": "MODE",
		"SupplementaryGroups": "OTHER",
		"SyslogFacility": "FACILITY",
		"SyslogIdentifier": "STRING",
		"SyslogLevel": "LEVEL",
		"SyslogLevelPrefix": "BOOLEAN",
		"SystemCallArchitectures": "ARCHS",
		"SystemCallErrorNumber": "ERRNO",
		"SystemCallFilter": "SYSCALLS",
		"SystemCallLog": "SYSCALLS",
		"TTYColumns": "OTHER",
		"TTYPath": "PATH",
		"TTYReset": "BOOLEAN",
		"TTYRows": "OTHER",
		"TTYVHangup": "BOOLEAN",
		"TTYVTDisallocate": "BOOLEAN",
		"TasksAccounting": "BOOLEAN",
		"TasksMax": "OTHER",
		"TemporaryFileSystem": "OTHER",
		"TimeoutCleanSec": "SECONDS",
		"TimeoutSec": "OTHER",
		"TimerSlackNSec": "NANOSECONDS",
		"Type": "STRING",
		"UMask": "MODE",
		"UnsetEnvironment": "OTHER",
		"User": "OTHER",
		"UtmpIdentifier": "STRING",
		"UtmpMode": "OTHER",
		"WatchdogSignal": "SIGNAL",
		"What": "STRING",
		"Where": "PATH",
		"WorkingDirectory": "OTHER"
	},
	Path: {
		"DirectoryMode": "MODE",
		"DirectoryNotEmpty": "PATH",
		"MakeDirectory": "BOOLEAN",
		"PathChanged": "PATH",
		"PathExists": "PATH",
		"PathExistsGlob": "PATH",
		"PathModified": "PATH",
		"TriggerLimitBurst": "UNSIGNED",
		"TriggerLimitIntervalSec": "SECONDS",
		"Unit": "UNIT"
	},
	Scope: {
		"AllowedCPUs": "OTHER",
		"AllowedMemoryNodes": "OTHER",
		"BPFProgram": "OTHER",
		"BlockIOAccounting": "BOOLEAN",
		"BlockIODeviceWeight": "DEVICEWEIGHT",
		"BlockIOReadBandwidth": "BANDWIDTH",
		"BlockIOWeight": "WEIGHT",
		"BlockIOWriteBandwidth": "BANDWIDTH",
		"CPUAccounting": "BOOLEAN",
		"CPUQuota": "OTHER",
		"CPUQuotaPeriodSec": "OTHER",
		"CPUShares": "SHARES",
		"CPUWeight": "CPUWEIGHT",
		"DefaultMemoryLow": "LIMIT",
		"DefaultMemoryMin": "LIMIT",
		"Delegate": "OTHER",
		"DeviceAllow": "DEVICE",
		"DevicePolicy": "POLICY",
		"DisableControllers": "OTHER",
		"FinalKillSignal": "SIGNAL",
		"IOAccounting": "BOOLEAN",
		"IODeviceLatencyTargetSec": "DEVICELATENCY",
		"IODeviceWeight": "DEVICEWEIGHT",
		"IOReadBandwidthMax": "LIMIT",
		"IOReadIOPSMax": "LIMIT",
		"IOWeight": "WEIGHT",
		"IOWriteBandwidthMax": "LIMIT",
		"IOWriteIOPSMax": "LIMIT",
		"IPAccounting": "BOOLEAN",
		"IPAddressAllow": "OTHER",
		"IPAddressDeny": "OTHER",
		"IPEgressFilterPath": "OTHER",
		"IPIngressFilterPath": "OTHER",
		"KillMode": "KILLMODE",
		"KillSignal": "SIGNAL",
		"ManagedOOMMemoryPressure": "OTHER",
		"ManagedOOMMemoryPressureLimit": "OTHER",
		"ManagedOOMPreference": "OTHER",
		"ManagedOOMSwap": "OTHER",
		"MemoryAccounting": "BOOLEAN",
		"MemoryHigh": "LIMIT",
		"MemoryLimit": "LIMIT",
		"MemoryLow": "LIMIT",
		"MemoryMax": "LIMIT",
		"MemoryMin": "LIMIT",
		"MemorySwapMax": "LIMIT",
		"OOMPolicy": "OTHER",
		"RestartKillSignal": "SIGNAL",
		"RestrictNetworkInterfaces": "OTHER",
		"RuntimeMaxSec": "SECONDS",
		"RuntimeRandomizedExtraSec": "SECONDS",
		"SendSIGHUP": "BOOLEAN",
		"SendSIGKILL": "BOOLEAN",
		"Slice": "SLICE",
		"SocketBindAllow": "OTHER",
		"SocketBindDeny": "OTHER",
		"StartupAllowedCPUs": "OTHER",
		"StartupAllowedMemoryNodes": "OTHER",
		"StartupBlockIOWeight": "WEIGHT",
		"StartupCPUShares": "SHARES",
		"StartupCPUWeight": "CPUWEIGHT",
		"StartupIOWeight": "WEIGHT",
		"TasksAccounting": "BOOLEAN",
		"TasksMax": "OTHER",
		"TimeoutStopSec": "SECONDS",
		"WatchdogSignal": "SIGNAL"
	},
	Service: {
		"AllowedCPUs": "OTHER",
		"AllowedMemoryNodes": "OTHER",
		"AmbientCapabilities": "BOUNDINGSET",
		"AppArmorProfile": "OTHER",
		"BPFProgram": "OTHER",
		"BindPaths": "PATH[:PATH[:OPTIONS]] [...]",
		"BindReadOnlyPaths": "PATH[:PATH[:OPTIONS]] [...]",
		"BlockIOAccounting": "BOOLEAN",
		"BlockIODeviceWeight": "DEVICEWEIGHT",
		"BlockIOReadBandwidth": "BANDWIDTH",
		"BlockIOWeight": "WEIGHT",
		"BlockIOWriteBandwidth": "BANDWIDTH",
		"BusName": "OTHER",
		"CPUAccounting": "BOOLEAN",
		"CPUAffinity": "CPUAFFINITY",
		"CPUQuota": "OTHER",
		"CPUQuotaPeriodSec": "OTHER",
		"CPUSchedulingPolicy": "CPUSCHEDPOLICY",
		"CPUSchedulingPriority": "CPUSCHEDPRIO",
		"CPUSchedulingResetOnFork": "BOOLEAN",
		"CPUShares": "SHARES",
		"CPUWeight": "CPUWEIGHT",
		"CacheDirectory": "OTHER",
		"CacheDirectoryMode": "MODE",
		"CapabilityBoundingSet": "BOUNDINGSET",
		"ConfigurationDirectory": "OTHER",
		"ConfigurationDirectoryMode": "MODE",
		"CoredumpFilter": "OTHER",
		"DefaultMemoryLow": "LIMIT",
		"DefaultMemoryMin": "LIMIT",
		"Delegate": "OTHER",
		"DeviceAllow": "DEVICE",
		"DevicePolicy": "POLICY",
		"DisableControllers": "OTHER",
		"DynamicUser": "BOOLEAN",
		"Environment": "ENVIRON",
		"EnvironmentFile": "FILE",
		"ExecCondition": "PATH [ARGUMENT [...]]",
		"ExecPaths": "PATH [...]",
		"ExecReload": "PATH [ARGUMENT [...]]",
		"ExecSearchPath": "PATH",
		"ExecStart": "PATH [ARGUMENT [...]]",
		"ExecStartPost": "PATH [ARGUMENT [...]]",
		"ExecStartPre": "PATH [ARGUMENT [...]]",
		"ExecStop": "PATH [ARGUMENT [...]]",
		"ExecStopPost": "PATH [ARGUMENT [...]]",
		"ExitType": "SERVICEEXITTYPE",
		"ExtensionDirectories": "PATH [...]",
		"ExtensionImages": "OTHER",
		"FailureAction": "ACTION",
		"FileDescriptorStoreMax": "UNSIGNED",
		"FinalKillSignal": "SIGNAL",
		"Group": "OTHER",
		"GuessMainPID": "BOOLEAN",
		"IOAccounting": "BOOLEAN",
		"IODeviceLatencyTargetSec": "DEVICELATENCY",
		"IODeviceWeight": "DEVICEWEIGHT",
		"IOReadBandwidthMax": "LIMIT",
		"IOReadIOPSMax": "LIMIT",
		"IOSchedulingClass": "IOCLASS",
		"IOSchedulingPriority": "IOPRIORITY",
		"IOWeight": "WEIGHT",
		"IOWriteBandwidthMax": "LIMIT",
		"IOWriteIOPSMax": "LIMIT",
		"IPAccounting": "BOOLEAN",
		"IPAddressAllow": "OTHER",
		"IPAddressDeny": "OTHER",
		"IPCNamespacePath": "PATH",
		"IPEgressFilterPath": "OTHER",
		"IPIngressFilterPath": "OTHER",
		"IgnoreSIGPIPE": "BOOLEAN",
		"InaccessibleDirectories": "PATH [...]",
		"InaccessiblePaths": "PATH [...]",
		"KeyringMode": "OTHER",
		"KillMode": "KILLMODE",
		"KillSignal": "SIGNAL",
		"LimitAS": "LIMIT",
		"LimitCORE": "LIMIT",
		"LimitCPU": "LIMIT",
		"LimitDATA": "LIMIT",
		"LimitFSIZE": "LIMIT",
		"LimitLOCKS": "LIMIT",
		"LimitMEMLOCK": "LIMIT",
		"LimitMSGQUEUE": "LIMIT",
		"LimitNICE": "LIMIT",
		"LimitNOFILE": "LIMIT",
		"LimitNPROC": "LIMIT",
		"LimitRSS": "LIMIT",
		"LimitRTPRIO": "LIMIT",
		"LimitRTTIME": "LIMIT",
		"LimitSIGPENDING": "LIMIT",
		"LimitSTACK": "LIMIT",
		"LoadCredential": "OTHER",
		"LoadCredentialEncrypted": "OTHER",
		"LockPersonality": "BOOLEAN",
		"LogExtraFields": "OTHER",
		"LogLevelMax": "LEVEL",
		"LogNamespace": "OTHER",
		"LogRateLimitBurst": "UNSIGNED",
		"LogRateLimitIntervalSec": "SECONDS",
		"LogsDirectory": "OTHER",
		"LogsDirectoryMode": "MODE",
		"ManagedOOMMemoryPressure": "OTHER",
		"ManagedOOMMemoryPressureLimit": "OTHER",
		"ManagedOOMPreference": "OTHER",
		"ManagedOOMSwap": "OTHER",
		"MemoryAccounting": "BOOLEAN",
		"MemoryDenyWriteExecute": "BOOLEAN",
		"MemoryHigh": "LIMIT",
		"MemoryLimit": "LIMIT",
		"MemoryLow": "LIMIT",
		"MemoryMax": "LIMIT",
		"MemoryMin": "LIMIT",
		"MemorySwapMax": "LIMIT",
		"MountAPIVFS": "OTHER",
		"MountFlags": "MOUNTFLAG [...]",
		"MountImages": "OTHER",
		"NUMAMask": "OTHER",
		"NUMAPolicy": "OTHER",
		"NetworkNamespacePath": "PATH",
		"Nice": "NICE",
		"NoExecPaths": "PATH [...]",
		"NoNewPrivileges": "BOOLEAN",
		"NonBlocking": "BOOLEAN",
		"NotifyAccess": "ACCESS",
		"OOMPolicy": "OTHER",
		"OOMScoreAdjust": "OOMSCOREADJUST",
		"PAMName": "STRING",
		"PIDFile": "OTHER",
		"PassEnvironment": "OTHER",
		"PermissionsStartOnly": "BOOLEAN",
		"Personality": "PERSONALITY",
		"PrivateDevices": "BOOLEAN",
		"PrivateIPC": "BOOLEAN",
		"PrivateMounts": "BOOLEAN",
		"PrivateNetwork": "BOOLEAN",
		"PrivateTmp": "BOOLEAN",
		"PrivateUsers": "BOOLEAN",
		"ProcSubset": "OTHER",
		"ProtectClock": "BOOLEAN",
		"ProtectControlGroups": "BOOLEAN",
		"ProtectHome": "OTHER",
		"ProtectHostname": "BOOLEAN",
		"ProtectKernelLogs": "BOOLEAN",
		"ProtectKernelModules": "BOOLEAN",
		"ProtectKernelTunables": "BOOLEAN",
		"ProtectProc": "OTHER",
		"ProtectSystem": "OTHER",
		"ReadOnlyDirectories": "PATH [...]",
		"ReadOnlyPaths": "PATH [...]",
		"ReadWriteDirectories": "PATH [...]",
		"ReadWritePaths": "PATH [...]",
		"RebootArgument": "STRING",
		"RemainAfterExit": "BOOLEAN",
		"RemoveIPC": "BOOLEAN",
		"Restart": "SERVICERESTART",
		"RestartForceExitStatus": "STATUS",
		"RestartKillSignal": "SIGNAL",
		"RestartPreventExitStatus": "STATUS",
		"RestartSec": "SECONDS",
		"RestrictAddressFamilies": "FAMILIES",
		"RestrictFileSystems": "FILESYSTEMS",
		"RestrictNamespaces": "NAMESPACES",
		"RestrictNetworkInterfaces": "OTHER",
		"RestrictRealtime": "BOOLEAN",
		"RestrictSUIDSGID": "BOOLEAN",
		"RootDirectory": "PATH",
		"RootDirectoryStartOnly": "BOOLEAN",
		"RootHash": "OTHER",
		"RootHashSignature": "OTHER",
		"RootImage": "PATH",
		"RootImageOptions": "OTHER",
		"RootVerity": "PATH",
		"RuntimeDirectory": "OTHER",
		"RuntimeDirectoryMode": "MODE",
		"RuntimeDirectoryPreserve": "OTHER",
		"RuntimeMaxSec": "SECONDS",
		"RuntimeRandomizedExtraSec": "SECONDS",
		"SELinuxContext": "LABEL",
		"SecureBits": "SECUREBITS",
		"SendSIGHUP": "BOOLEAN",
		"SendSIGKILL": "BOOLEAN",
		"SetCredential": "OTHER",
		"SetCredentialEncrypted": "OTHER",
		"Slice": "SLICE",
		"SmackProcessLabel": "OTHER",
		"SocketBindAllow": "OTHER",
		"SocketBindDeny": "OTHER",
		"Sockets": "SOCKETS",
		"StandardError": "OUTPUT",
		"StandardInput": "INPUT",
		"StandardInputData": "OTHER",
		"StandardInputText": "OTHER",
		"StandardOutput": "OUTPUT",
		"StartLimitAction": "ACTION",
		"StartLimitBurst": "UNSIGNED",
		"StartLimitInterval": "SECONDS",
		"StartupAllowedCPUs": "OTHER",
		"StartupAllowedMemoryNodes": "OTHER",
		"StartupBlockIOWeight": "WEIGHT",
		"StartupCPUShares": "SHARES",
		"StartupCPUWeight": "CPUWEIGHT",
		"StartupIOWeight": "WEIGHT",
		"StateDirectory": "OTHER",
		"StateDirectoryMode": "MODE",
		"SuccessExitStatus": "STATUS",
		"SupplementaryGroups": "OTHER",
		"SyslogFacility": "FACILITY",
		"SyslogIdentifier": "STRING",
		"SyslogLevel": "LEVEL",
		"SyslogLevelPrefix": "BOOLEAN",
		"SystemCallArchitectures": "ARCHS",
		"SystemCallErrorNumber": "ERRNO",
		"SystemCallFilter": "SYSCALLS",
		"SystemCallLog": "SYSCALLS",
		"TTYColumns": "OTHER",
		"TTYPath": "PATH",
		"TTYReset": "BOOLEAN",
		"TTYRows": "OTHER",
		"TTYVHangup": "BOOLEAN",
		"TTYVTDisallocate": "BOOLEAN",
		"TasksAccounting": "BOOLEAN",
		"TasksMax": "OTHER",
		"TemporaryFileSystem": "OTHER",
		"TimeoutAbortSec": "OTHER",
		"TimeoutCleanSec": "SECONDS",
		"TimeoutSec": "SECONDS",
		"TimeoutStartFailureMode": "TIMEOUTMODE",
		"TimeoutStartSec": "SECONDS",
		"TimeoutStopFailureMode": "TIMEOUTMODE",
		"TimeoutStopSec": "OTHER",
		"TimerSlackNSec": "NANOSECONDS",
		"Type": "SERVICETYPE",
		"UMask": "MODE",
		"USBFunctionDescriptors": "PATH",
		"USBFunctionStrings": "PATH",
		"UnsetEnvironment": "OTHER",
		"User": "OTHER",
		"UtmpIdentifier": "STRING",
		"UtmpMode": "OTHER",
		"WatchdogSec": "SECONDS",
		"WatchdogSignal": "SIGNAL",
		"WorkingDirectory": "OTHER"
	},
	Slice: {
		"AllowedCPUs": "OTHER",
		"AllowedMemoryNodes": "OTHER",
		"BPFProgram": "OTHER",
		"BlockIOAccounting": "BOOLEAN",
		"BlockIODeviceWeight": "DEVICEWEIGHT",
		"BlockIOReadBandwidth": "BANDWIDTH",
		"BlockIOWeight": "WEIGHT",
		"BlockIOWriteBandwidth": "BANDWIDTH",
		"CPUAccounting": "BOOLEAN",
		"CPUQuota": "OTHER",
		"CPUQuotaPeriodSec": "OTHER",
		"CPUShares": "SHARES",
		"CPUWeight": "CPUWEIGHT",
		"DefaultMemoryLow": "LIMIT",
		"DefaultMemoryMin": "LIMIT",
		"Delegate": "OTHER",
		"DeviceAllow": "DEVICE",
		"DevicePolicy": "POLICY",
		"DisableControllers": "OTHER",
		"IOAccounting": "BOOLEAN",
		"IODeviceLatencyTargetSec": "DEVICELATENCY",
		"IODeviceWeight": "DEVICEWEIGHT",
		"IOReadBandwidthMax": "LIMIT",
		"IOReadIOPSMax": "LIMIT",
		"IOWeight": "WEIGHT",
		"IOWriteBandwidthMax": "LIMIT",
		"IOWriteIOPSMax": "LIMIT",
		"IPAccounting": "BOOLEAN",
		"IPAddressAllow": "OTHER",
		"IPAddressDeny": "OTHER",
		"IPEgressFilterPath": "OTHER",
		"IPIngressFilterPath": "OTHER",
		"ManagedOOMMemoryPressure": "OTHER",
		"ManagedOOMMemoryPressureLimit": "OTHER",
		"ManagedOOMPreference": "OTHER",
		"ManagedOOMSwap": "OTHER",
		"MemoryAccounting": "BOOLEAN",
		"MemoryHigh": "LIMIT",
		"MemoryLimit": "LIMIT",
		"MemoryLow": "LIMIT",
		"MemoryMax": "LIMIT",
		"MemoryMin": "LIMIT",
		"MemorySwapMax": "LIMIT",
		"RestrictNetworkInterfaces": "OTHER",
		"Slice": "SLICE",
		"SocketBindAllow": "OTHER",
		"SocketBindDeny": "OTHER",
		"StartupAllowedCPUs": "OTHER",
		"StartupAllowedMemoryNodes": "OTHER",
		"StartupBlockIOWeight": "WEIGHT",
		"StartupCPUShares": "SHARES",
		"StartupCPUWeight": "CPUWEIGHT",
		"StartupIOWeight": "WEIGHT",
		"TasksAccounting": "BOOLEAN",
		"TasksMax": "OTHER"
	},
	Socket: {
		"Accept": "BOOLEAN",
		"AllowedCPUs": "OTHER",
		"AllowedMemoryNodes": "OTHER",
		"AmbientCapabilities": "BOUNDINGSET",
		"AppArmorProfile": "OTHER",
		"BPFProgram": "OTHER",
		"Backlog": "UNSIGNED",
		"BindIPv6Only": "SOCKETBIND",
		"BindPaths": "PATH[:PATH[:OPTIONS]] [...]",
		"BindReadOnlyPaths": "PATH[:PATH[:OPTIONS]] [...]",
		"BindToDevice": "NETWORKINTERFACE",
		"BlockIOAccounting": "BOOLEAN",
		"BlockIODeviceWeight": "DEVICEWEIGHT",
		"BlockIOReadBandwidth": "BANDWIDTH",
		"BlockIOWeight": "WEIGHT",
		"BlockIOWriteBandwidth": "BANDWIDTH",
		"Broadcast": "BOOLEAN",
		"CPUAccounting": "BOOLEAN",
		"CPUAffinity": "CPUAFFINITY",
		"CPUQuota": "OTHER",
		"CPUQuotaPeriodSec": "OTHER",
		"CPUSchedulingPolicy": "CPUSCHEDPOLICY",
		"CPUSchedulingPriority": "CPUSCHEDPRIO",
		"CPUSchedulingResetOnFork": "BOOLEAN",
		"CPUShares": "SHARES",
		"CPUWeight": "CPUWEIGHT",
		"CacheDirectory": "OTHER",
		"CacheDirectoryMode": "MODE",
		"CapabilityBoundingSet": "BOUNDINGSET",
		"ConfigurationDirectory": "OTHER",
		"ConfigurationDirectoryMode": "MODE",
		"CoredumpFilter": "OTHER",
		"DefaultMemoryLow": "LIMIT",
		"DefaultMemoryMin": "LIMIT",
		"DeferAcceptSec": "SECONDS",
		"Delegate": "OTHER",
		"DeviceAllow": "DEVICE",
		"DevicePolicy": "POLICY",
		"DirectoryMode": "MODE",
		"DisableControllers": "OTHER",
		"DynamicUser": "BOOLEAN",
		"Environment": "ENVIRON",
		"EnvironmentFile": "FILE",
		"ExecPaths": "PATH [...]",
		"ExecSearchPath": "PATH",
		"ExecStartPost": "PATH [ARGUMENT [...]]",
		"ExecStartPre": "PATH [ARGUMENT [...]]",
		"ExecStopPost": "PATH [ARGUMENT [...]]",
		"ExecStopPre": "PATH [ARGUMENT [...]]",
		"ExtensionDirectories": "PATH [...]",
		"ExtensionImages": "OTHER",
		"FileDescriptorName": "OTHER",
		"FinalKillSignal": "SIGNAL",
		"FlushPending": "BOOLEAN",
		"FreeBind": "BOOLEAN",
		"Group": "OTHER",
		"IOAccounting": "BOOLEAN",
		"IODeviceLatencyTargetSec": "DEVICELATENCY",
		"IODeviceWeight": "DEVICEWEIGHT",
		"IOReadBandwidthMax": "LIMIT",
		"IOReadIOPSMax": "LIMIT",
		"IOSchedulingClass": "IOCLASS",
		"IOSchedulingPriority": "IOPRIORITY",
		"IOWeight": "WEIGHT",
		"IOWriteBandwidthMax": "LIMIT",
		"IOWriteIOPSMax": "LIMIT",
		"IPAccounting": "BOOLEAN",
		"IPAddressAllow": "OTHER",
		"IPAddressDeny": "OTHER",
		"IPCNamespacePath": "PATH",
		"IPEgressFilterPath": "OTHER",
		"IPIngressFilterPath": "OTHER",
		"IPTOS": "TOS",
		"IPTTL": "INTEGER",
		"IgnoreSIGPIPE": "BOOLEAN",
		"InaccessibleDirectories": "PATH [...]",
		"InaccessiblePaths": "PATH [...]",
		"KeepAlive": "BOOLEAN",
		"KeepAliveIntervalSec": "SECONDS",
		"KeepAliveProbes": "UNSIGNED",
		"KeepAliveTimeSec": "SECONDS",
		"KeyringMode": "OTHER",
		"KillMode": "KILLMODE",
		"KillSignal": "SIGNAL",
		"LimitAS": "LIMIT",
		"LimitCORE": "LIMIT",
		"LimitCPU": "LIMIT",
		"LimitDATA": "LIMIT",
		"LimitFSIZE": "LIMIT",
		"LimitLOCKS": "LIMIT",
		"LimitMEMLOCK": "LIMIT",
		"LimitMSGQUEUE": "LIMIT",
		"LimitNICE": "LIMIT",
		"LimitNOFILE": "LIMIT",
		"LimitNPROC": "LIMIT",
		"LimitRSS": "LIMIT",
		"LimitRTPRIO": "LIMIT",
		"LimitRTTIME": "LIMIT",
		"LimitSIGPENDING": "LIMIT",
		"LimitSTACK": "LIMIT",
		"ListenDatagram": "SOCKET [...]",
		"ListenFIFO": "SOCKET [...]",
		"ListenMessageQueue": "SOCKET [...]",
		"ListenNetlink": "SOCKET [...]",
		"ListenSequentialPacket": "SOCKET [...]",
		"ListenSpecial": "SOCKET [...]",
		"ListenStream": "SOCKET [...]",
		"ListenUSBFunction": "SOCKET [...]",
		"LoadCredential": "OTHER",
		"LoadCredentialEncrypted": "OTHER",
		"LockPersonality": "BOOLEAN",
		"LogExtraFields": "OTHER",
		"LogLevelMax": "LEVEL",
		"LogNamespace": "OTHER",
		"LogRateLimitBurst": "UNSIGNED",
		"LogRateLimitIntervalSec": "SECONDS",
		"LogsDirectory": "OTHER",
		"LogsDirectoryMode": "MODE",
		"ManagedOOMMemoryPressure": "OTHER",
		"ManagedOOMMemoryPressureLimit": "OTHER",
		"ManagedOOMPreference": "OTHER",
		"ManagedOOMSwap": "OTHER",
		"Mark": "INTEGER",
		"MaxConnections": "UNSIGNED",
		"MaxConnectionsPerSource": "UNSIGNED",
		"MemoryAccounting": "BOOLEAN",
		"MemoryDenyWriteExecute": "BOOLEAN",
		"MemoryHigh": "LIMIT",
		"MemoryLimit": "LIMIT",
		"MemoryLow": "LIMIT",
		"MemoryMax": "LIMIT",
		"MemoryMin": "LIMIT",
		"MemorySwapMax": "LIMIT",
		"MessageQueueMaxMessages": "LONG",
		"MessageQueueMessageSize": "LONG",
		"MountAPIVFS": "OTHER",
		"MountFlags": "MOUNTFLAG [...]",
		"MountImages": "OTHER",
		"NUMAMask": "OTHER",
		"NUMAPolicy": "OTHER",
		"NetworkNamespacePath": "PATH",
		"Nice": "NICE",
		"NoDelay": "BOOLEAN",
		"NoExecPaths": "PATH [...]",
		"NoNewPrivileges": "BOOLEAN",
		"OOMScoreAdjust": "OOMSCOREADJUST",
		"PAMName": "STRING",
		"PassCredentials": "BOOLEAN",
		"PassEnvironment": "OTHER",
		"PassPacketInfo": "BOOLEAN",
		"PassSecurity": "BOOLEAN",
		"Personality": "PERSONALITY",
		"PipeSize": "SIZE",
		"Priority": "INTEGER",
		"PrivateDevices": "BOOLEAN",
		"PrivateIPC": "BOOLEAN",
		"PrivateMounts": "BOOLEAN",
		"PrivateNetwork": "BOOLEAN",
		"PrivateTmp": "BOOLEAN",
		"PrivateUsers": "BOOLEAN",
		"ProcSubset": "OTHER",
		"ProtectClock": "BOOLEAN",
		"ProtectControlGroups": "BOOLEAN",
		"ProtectHome": "OTHER",
		"ProtectHostname": "BOOLEAN",
		"ProtectKernelLogs": "BOOLEAN",
		"ProtectKernelModules": "BOOLEAN",
		"ProtectKernelTunables": "BOOLEAN",
		"ProtectProc": "OTHER",
		"ProtectSystem": "OTHER",
		"ReadOnlyDirectories": "PATH [...]",
		"ReadOnlyPaths": "PATH [...]",
		"ReadWriteDirectories": "PATH [...]",
		"ReadWritePaths": "PATH [...]",
		"ReceiveBuffer": "SIZE",
		"RemoveIPC": "BOOLEAN",
		"RemoveOnStop": "BOOLEAN",
		"RestartKillSignal": "SIGNAL",
		"RestrictAddressFamilies": "FAMILIES",
		"RestrictFileSystems": "FILESYSTEMS",
		"RestrictNamespaces": "NAMESPACES",
		"RestrictNetworkInterfaces": "OTHER",
		"RestrictRealtime": "BOOLEAN",
		"RestrictSUIDSGID": "BOOLEAN",
		"ReusePort": "BOOLEAN",
		"RootDirectory": "PATH",
		"RootHash": "OTHER",
		"RootHashSignature": "OTHER",
		"RootImage": "PATH",
		"RootImageOptions": "OTHER",
		"RootVerity": "PATH",
		"RuntimeDirectory": "OTHER",
		"RuntimeDirectoryMode": "MODE",
		"RuntimeDirectoryPreserve": "OTHER",
		"SELinuxContext": "LABEL",
		"SELinuxContextFromNet": "BOOLEAN",
		"SecureBits": "SECUREBITS",
		"SendBuffer": "SIZE",
		"SendSIGHUP": "BOOLEAN",
		"SendSIGKILL": "BOOLEAN",
		"Service": "SERVICE",
		"SetCredential": "OTHER",
		"SetCredentialEncrypted": "OTHER",
		"Slice": "SLICE",
		"SmackLabel": "STRING",
		"SmackLabelIPIn": "STRING",
		"SmackLabelIPOut": "STRING",
		"SmackProcessLabel": "OTHER",
		"SocketBindAllow": "OTHER",
		"SocketBindDeny": "OTHER",
		"SocketGroup": "OTHER",
		"SocketMode": "MODE",
		"SocketProtocol": "OTHER",
		"SocketUser": "OTHER",
		"StandardError": "OUTPUT",
		"StandardInput": "INPUT",
		"StandardInputData": "OTHER",
		"StandardInputText": "OTHER",
		"StandardOutput": "OUTPUT",
		"StartupAllowedCPUs": "OTHER",
		"StartupAllowedMemoryNodes": "OTHER",
		"StartupBlockIOWeight": "WEIGHT",
		"StartupCPUShares": "SHARES",
		"StartupCPUWeight": "CPUWEIGHT",
		"StartupIOWeight": "WEIGHT",
		"StateDirectory": "OTHER",
		"StateDirectoryMode": "MODE",
		"SupplementaryGroups": "OTHER",
		"Symlinks": "OTHER",
		"SyslogFacility": "FACILITY",
		"SyslogIdentifier": "STRING",
		"SyslogLevel": "LEVEL",
		"SyslogLevelPrefix": "BOOLEAN",
		"SystemCallArchitectures": "ARCHS",
		"SystemCallErrorNumber": "ERRNO",
		"SystemCallFilter": "SYSCALLS",
		"SystemCallLog": "SYSCALLS",
		"TCPCongestion": "STRING",
		"TTYColumns": "OTHER",
		"TTYPath": "PATH",
		"TTYReset": "BOOLEAN",
		"TTYRows": "OTHER",
		"TTYVHangup": "BOOLEAN",
		"TTYVTDisallocate": "BOOLEAN",
		"TasksAccounting": "BOOLEAN",
		"TasksMax": "OTHER",
		"TemporaryFileSystem": "OTHER",
		"TimeoutCleanSec": "SECONDS",
		"TimeoutSec": "OTHER",
		"TimerSlackNSec": "NANOSECONDS",
		"Timestamping": "OTHER",
		"Transparent": "BOOLEAN",
		"TriggerLimitBurst": "UNSIGNED",
		"TriggerLimitIntervalSec": "SECONDS",
		"UMask": "MODE",
		"UnsetEnvironment": "OTHER",
		"User": "OTHER",
		"UtmpIdentifier": "STRING",
		"UtmpMode": "OTHER",
		"WatchdogSignal": "SIGNAL",
		"WorkingDirectory": "OTHER",
		"Writable": "BOOLEAN"
	},
	Swap: {
		"AllowedCPUs": "OTHER",
		"AllowedMemoryNodes": "OTHER",
		"AmbientCapabilities": "BOUNDINGSET",
		"AppArmorProfile": "OTHER",
		"BPFProgram": "OTHER",
		"BindPaths": "PATH[:PATH[:OPTIONS]] [...]",
		"BindReadOnlyPaths": "PATH[:PATH[:OPTIONS]] [...]",
		"BlockIOAccounting": "BOOLEAN",
		"BlockIODeviceWeight": "DEVICEWEIGHT",
		"BlockIOReadBandwidth": "BANDWIDTH",
		"BlockIOWeight": "WEIGHT",
		"BlockIOWriteBandwidth": "BANDWIDTH",
		"CPUAccounting": "BOOLEAN",
		"CPUAffinity": "CPUAFFINITY",
		"CPUQuota": "OTHER",
		"CPUQuotaPeriodSec": "OTHER",
		"CPUSchedulingPolicy": "CPUSCHEDPOLICY",
		"CPUSchedulingPriority": "CPUSCHEDPRIO",
		"CPUSchedulingResetOnFork": "BOOLEAN",
		"CPUShares": "SHARES",
		"CPUWeight": "CPUWEIGHT",
		"CacheDirectory": "OTHER",
		"CacheDirectoryMode": "MODE",
		"CapabilityBoundingSet": "BOUNDINGSET",
		"ConfigurationDirectory": "OTHER",
		"ConfigurationDirectoryMode": "MODE",
		"CoredumpFilter": "OTHER",
		"DefaultMemoryLow": "LIMIT",
		"DefaultMemoryMin": "LIMIT",
		"Delegate": "OTHER",
		"DeviceAllow": "DEVICE",
		"DevicePolicy": "POLICY",
		"DisableControllers": "OTHER",
		"DynamicUser": "BOOLEAN",
		"Environment": "ENVIRON",
		"EnvironmentFile": "FILE",
		"ExecPaths": "PATH [...]",
		"ExecSearchPath": "PATH",
		"ExtensionDirectories": "PATH [...]",
		"ExtensionImages": "OTHER",
		"FinalKillSignal": "SIGNAL",
		"Group": "OTHER",
		"IOAccounting": "BOOLEAN",
		"IODeviceLatencyTargetSec": "DEVICELATENCY",
		"IODeviceWeight": "DEVICEWEIGHT",
		"IOReadBandwidthMax": "LIMIT",
		"IOReadIOPSMax": "LIMIT",
		"IOSchedulingClass": "IOCLASS",
		"IOSchedulingPriority": "IOPRIORITY",
		"IOWeight": "WEIGHT",
		"IOWriteBandwidthMax": "LIMIT",
		"IOWriteIOPSMax": "LIMIT",
		"IPAccounting": "BOOLEAN",
		"IPAddressAllow": "OTHER",
		"IPAddressDeny": "OTHER",
		"IPCNamespacePath": "PATH",
		"IPEgressFilterPath": "OTHER",
		"IPIngressFilterPath": "OTHER",
		"IgnoreSIGPIPE": "BOOLEAN",
		"InaccessibleDirectories": "PATH [...]",
		"InaccessiblePaths": "PATH [...]",
		"KeyringMode": "OTHER",
		"KillMode": "KILLMODE",
		"KillSignal": "SIGNAL",
		"LimitAS": "LIMIT",
		"LimitCORE": "LIMIT",
		"LimitCPU": "LIMIT",
		"LimitDATA": "LIMIT",
		"LimitFSIZE": "LIMIT",
		"LimitLOCKS": "LIMIT",
		"LimitMEMLOCK": "LIMIT",
		"LimitMSGQUEUE": "LIMIT",
		"LimitNICE": "LIMIT",
		"LimitNOFILE": "LIMIT",
		"LimitNPROC": "LIMIT",
		"LimitRSS": "LIMIT",
		"LimitRTPRIO": "LIMIT",
		"LimitRTTIME": "LIMIT",
		"LimitSIGPENDING": "LIMIT",
		"LimitSTACK": "LIMIT",
		"LoadCredential": "OTHER",
		"LoadCredentialEncrypted": "OTHER",
		"LockPersonality": "BOOLEAN",
		"LogExtraFields": "OTHER",
		"LogLevelMax": "LEVEL",
		"LogNamespace": "OTHER",
		"LogRateLimitBurst": "UNSIGNED",
		"LogRateLimitIntervalSec": "SECONDS",
		"LogsDirectory": "OTHER",
		"LogsDirectoryMode": "MODE",
		"ManagedOOMMemoryPressure": "OTHER",
		"ManagedOOMMemoryPressureLimit": "OTHER",
		"ManagedOOMPreference": "OTHER",
		"ManagedOOMSwap": "OTHER",
		"MemoryAccounting": "BOOLEAN",
		"MemoryDenyWriteExecute": "BOOLEAN",
		"MemoryHigh": "LIMIT",
		"MemoryLimit": "LIMIT",
		"MemoryLow": "LIMIT",
		"MemoryMax": "LIMIT",
		"MemoryMin": "LIMIT",
		"MemorySwapMax": "LIMIT",
		"MountAPIVFS": "OTHER",
		"MountFlags": "MOUNTFLAG [...]",
		"MountImages": "OTHER",
		"NUMAMask": "OTHER",
		"NUMAPolicy": "OTHER",
		"NetworkNamespacePath": "PATH",
		"Nice": "NICE",
		"NoExecPaths": "PATH [...]",
		"NoNewPrivileges": "BOOLEAN",
		"OOMScoreAdjust": "OOMSCOREADJUST",
		"Options": "STRING",
		"PAMName": "STRING",
		"PassEnvironment": "OTHER",
		"Personality": "PERSONALITY",
		"Priority": "OTHER",
		"PrivateDevices": "BOOLEAN",
		"PrivateIPC": "BOOLEAN",
		"PrivateMounts": "BOOLEAN",
		"PrivateNetwork": "BOOLEAN",
		"PrivateTmp": "BOOLEAN",
		"PrivateUsers": "BOOLEAN",
		"ProcSubset": "OTHER",
		"ProtectClock": "BOOLEAN",
		"ProtectControlGroups": "BOOLEAN",
		"ProtectHome": "OTHER",
		"ProtectHostname": "BOOLEAN",
		"ProtectKernelLogs": "BOOLEAN",
		"ProtectKernelModules": "BOOLEAN",
		"ProtectKernelTunables": "BOOLEAN",
		"ProtectProc": "OTHER",
		"ProtectSystem": "OTHER",
		"ReadOnlyDirectories": "PATH [...]",
		"ReadOnlyPaths": "PATH [...]",
		"ReadWriteDirectories": "PATH [...]",
		"ReadWritePaths": "PATH [...]",
		"RemoveIPC": "BOOLEAN",
		"RestartKillSignal": "SIGNAL",
		"RestrictAddressFamilies": "FAMILIES",
		"RestrictFileSystems": "FILESYSTEMS",
		"RestrictNamespaces": "NAMESPACES",
		"RestrictNetworkInterfaces": "OTHER",
		"RestrictRealtime": "BOOLEAN",
		"RestrictSUIDSGID": "BOOLEAN",
		"RootDirectory": "PATH",
		"RootHash": "OTHER",
		"RootHashSignature": "OTHER",
		"RootImage": "PATH",
		"RootImageOptions": "OTHER",
		"RootVerity": "PATH",
		"RuntimeDirectory": "OTHER",
		"RuntimeDirectoryMode": "MODE",
		"RuntimeDirectoryPreserve": "OTHER",
		"SELinuxContext": "LABEL",
		"SecureBits": "SECUREBITS",
		"SendSIGHUP": "BOOLEAN",
		"SendSIGKILL": "BOOLEAN",
		"SetCredential": "OTHER",
		"SetCredentialEncrypted": "OTHER",
		"Slice": "SLICE",
		"SmackProcessLabel": "OTHER",
		"SocketBindAllow": "OTHER",
		"SocketBindDeny": "OTHER",
		"StandardError": "OUTPUT",
		"StandardInput": "INPUT",
		"StandardInputData": "OTHER",
		"StandardInputText": "OTHER",
		"StandardOutput": "OUTPUT",
		"StartupAllowedCPUs": "OTHER",
		"StartupAllowedMemoryNodes": "OTHER",
		"StartupBlockIOWeight": "WEIGHT",
		"StartupCPUShares": "SHARES",
		"StartupCPUWeight": "CPUWEIGHT",
		"StartupIOWeight": "WEIGHT",
		"StateDirectory": "OTHER",
		"StateDirectoryMode": "MODE",
		"SupplementaryGroups": "OTHER",
		"SyslogFacility": "FACILITY",
		"SyslogIdentifier": "STRING",
		"SyslogLevel": "LEVEL",
		"SyslogLevelPrefix": "BOOLEAN",
		"SystemCallArchitectures": "ARCHS",
		"SystemCallErrorNumber": "ERRNO",
		"SystemCallFilter": "SYSCALLS",
		"SystemCallLog": "SYSCALLS",
		"TTYColumns": "OTHER",
		"TTYPath": "PATH",
		"TTYReset": "BOOLEAN",
		"TTYRows": "OTHER",
		"TTYVHangup": "BOOLEAN",
		"TTYVTDisallocate": "BOOLEAN",
		"TasksAccounting": "BOOLEAN",
		"TasksMax": "OTHER",
		"TemporaryFileSystem": "OTHER",
		"TimeoutCleanSec": "SECONDS",
		"TimeoutSec": "OTHER",
		"TimerSlackNSec": "NANOSECONDS",
		"UMask": "MODE",
		"UnsetEnvironment": "OTHER",
		"User": "OTHER",
		"UtmpIdentifier": "STRING",
		"UtmpMode": "OTHER",
		"WatchdogSignal": "SIGNAL",
		"What": "PATH",
		"WorkingDirectory": "OTHER"
	},
	Timer: {
		"AccuracySec": "SECONDS",
		"FixedRandomDelay": "BOOLEAN",
		"OnActiveSec": "TIMER",
		"OnBootSec": "TIMER",
		"OnCalendar": "TIMER",
		"OnClockChange": "BOOLEAN",
		"OnStartupSec": "TIMER",
		"OnTimezoneChange": "BOOLEAN",
		"OnUnitActiveSec": "TIMER",
		"OnUnitInactiveSec": "TIMER",
		"Persistent": "BOOLEAN",
		"RandomizedDelaySec": "SECONDS",
		"RemainAfterElapse": "BOOLEAN",
		"Unit": "UNIT",
		"WakeSystem": "BOOLEAN"
	},
	Unit: {
		"After": "UNIT [...]",
		"AllowIsolate": "BOOLEAN",
		"AssertACPower": "CONDITION",
		"AssertArchitecture": "CONDITION",
		"AssertCPUFeature": "CONDITION",
		"AssertCPUPressure": "CONDITION",
		"AssertCPUs": "CONDITION",
		"AssertCapability": "CONDITION",
		"AssertControlGroupController": "CONDITION",
		"AssertCredential": "CONDITION",
		"AssertDirectoryNotEmpty": "CONDITION",
		"AssertEnvironment": "CONDITION",
		"AssertFileIsExecutable": "CONDITION",
		"AssertFileNotEmpty": "CONDITION",
		"AssertFirstBoot": "CONDITION",
		"AssertGroup": "CONDITION",
		"AssertHost": "CONDITION",
		"AssertIOPressure": "CONDITION",
		"AssertKernelCommandLine": "CONDITION",
		"AssertKernelVersion": "CONDITION",
		"AssertMemory": "CONDITION",
		"AssertMemoryPressure": "CONDITION",
		"AssertNeedsUpdate": "CONDITION",
		"AssertOSRelease": "CONDITION",
		"AssertPathExists": "CONDITION",
		"AssertPathExistsGlob": "CONDITION",
		"AssertPathIsDirectory": "CONDITION",
		"AssertPathIsEncrypted": "CONDITION",
		"AssertPathIsMountPoint": "CONDITION",
		"AssertPathIsReadWrite": "CONDITION",
		"AssertPathIsSymbolicLink": "CONDITION",
		"AssertSecurity": "CONDITION",
		"AssertUser": "CONDITION",
		"AssertVirtualization": "CONDITION",
		"Before": "UNIT [...]",
		"BindTo": "UNIT [...]",
		"BindsTo": "UNIT [...]",
		"CollectMode": "OTHER",
		"ConditionACPower": "CONDITION",
		"ConditionArchitecture": "CONDITION",
		"ConditionCPUFeature": "CONDITION",
		"ConditionCPUPressure": "CONDITION",
		"ConditionCPUs": "CONDITION",
		"ConditionCapability": "CONDITION",
		"ConditionControlGroupController": "CONDITION",
		"ConditionCredential": "CONDITION",
		"ConditionDirectoryNotEmpty": "CONDITION",
		"ConditionEnvironment": "CONDITION",
		"ConditionFileIsExecutable": "CONDITION",
		"ConditionFileNotEmpty": "CONDITION",
		"ConditionFirmware": "CONDITION",
		"ConditionFirstBoot": "CONDITION",
		"ConditionGroup": "CONDITION",
		"ConditionHost": "CONDITION",
		"ConditionIOPressure": "CONDITION",
		"ConditionKernelCommandLine": "CONDITION",
		"ConditionKernelVersion": "CONDITION",
		"ConditionMemory": "CONDITION",
		"ConditionMemoryPressure": "CONDITION",
		"ConditionNeedsUpdate": "CONDITION",
		"ConditionOSRelease": "CONDITION",
		"ConditionPathExists": "CONDITION",
		"ConditionPathExistsGlob": "CONDITION",
		"ConditionPathIsDirectory": "CONDITION",
		"ConditionPathIsEncrypted": "CONDITION",
		"ConditionPathIsMountPoint": "CONDITION",
		"ConditionPathIsReadWrite": "CONDITION",
		"ConditionPathIsSymbolicLink": "CONDITION",
		"ConditionSecurity": "CONDITION",
		"ConditionUser": "CONDITION",
		"ConditionVirtualization": "CONDITION",
		"Conflicts": "UNIT [...]",
		"DefaultDependencies": "BOOLEAN",
		"Description": "STRING",
		"Documentation": "URL",
		"FailureAction": "ACTION",
		"FailureActionExitStatus": "OTHER",
		"IgnoreOnIsolate": "BOOLEAN",
		"JobRunningTimeoutSec": "OTHER",
		"JobTimeoutAction": "ACTION",
		"JobTimeoutRebootArgument": "OTHER",
		"JobTimeoutSec": "OTHER",
		"JoinsNamespaceOf": "UNIT [...]",
		"OnFailure": "UNIT [...]",
		"OnFailureIsolate": "BOOLEAN",
		"OnFailureJobMode": "MODE",
		"OnSuccess": "UNIT [...]",
		"OnSuccessJobMode": "MODE",
		"PartOf": "UNIT [...]",
		"PropagateReloadFrom": "UNIT [...]",
		"PropagateReloadTo": "UNIT [...]",
		"PropagatesReloadTo": "UNIT [...]",
		"PropagatesStopTo": "UNIT [...]",
		"RebootArgument": "OTHER",
		"RefuseManualStart": "BOOLEAN",
		"RefuseManualStop": "BOOLEAN",
		"ReloadPropagatedFrom": "UNIT [...]",
		"Requires": "UNIT [...]",
		"RequiresMountsFor": "PATH [...]",
		"RequiresOverridable": "OTHER",
		"Requisite": "UNIT [...]",
		"RequisiteOverridable": "OTHER",
		"SourcePath": "PATH",
		"StartLimitAction": "ACTION",
		"StartLimitBurst": "UNSIGNED",
		"StartLimitInterval": "SECONDS",
		"StartLimitIntervalSec": "SECONDS",
		"StopPropagatedFrom": "UNIT [...]",
		"StopWhenUnneeded": "BOOLEAN",
		"SuccessAction": "ACTION",
		"SuccessActionExitStatus": "OTHER",
		"Upholds": "UNIT [...]",
		"Wants": "UNIT [...]"
	}
};
const sectionNames = [.../* @__PURE__ */ new Set([...Object.keys(known), "Install"])];
/** Keys that are newer than the release that the table is from (252). */
const newer = {
	Service: [
		"ExitType",
		"RestartSteps",
		"RestartMaxDelaySec",
		"RestartMode",
		"OpenFile",
		"FileDescriptorStorePreserve",
		"MemoryPressureWatch",
		"MemoryPressureThresholdSec",
		"RootEphemeral",
		"ImportCredential",
		"SetLoginEnvironment",
		"LoadCredentialEncrypted",
		"CoredumpReceive",
		"MemoryZSwapWriteback",
		"NFTSet",
		"ExtensionImagePolicy",
		"MountImagePolicy",
		"RootImagePolicy",
		"LogNamespace",
		"LogFilterPatterns",
		"ProtectHostname",
		"PrivatePIDs",
		"SurviveFinalKillSignal",
		"StartupMemoryHigh",
		"StartupMemoryLow",
		"StartupMemoryMax",
		"StartupMemorySwapMax",
		"StartupMemoryZSwapMax",
		"StartupAllowedCPUs",
		"StartupAllowedMemoryNodes",
		"BindNetworkInterface",
		"ReloadSignal",
		"DelegateSubgroup",
		"UserNamespacePath",
		"RestrictFileSystems",
		"PrivateBPF"
	],
	Unit: [
		"ConditionCPUFeature",
		"ConditionCredential",
		"ConditionVersion",
		"ConditionPathIsSocket",
		"AssertPathIsSocket",
		"PropagatesStopTo",
		"StopPropagatedFrom",
		"OnSuccess",
		"Upholds"
	],
	Socket: [
		"PollLimitIntervalSec",
		"PollLimitBurst",
		"PassFileDescriptorsToExec",
		"AcceptFileDescriptors",
		"DeferTrigger",
		"PassPIDFD"
	]
};
const install = [
	"WantedBy",
	"RequiredBy",
	"UpheldBy",
	"Also",
	"Alias",
	"DefaultInstance"
];
/** The keys of a section; undefined for a section that systemd does not have, such as the free `X-…`. */
function keysOf(section) {
	if (section === "Install") return new Set(install);
	return Object.hasOwn(known, section) ? /* @__PURE__ */ new Set([...Object.keys(known[section]), ...newer[section] ?? []]) : void 0;
}
// action/lint/rules/systemd/unit/unknown-key.ts
const unknownKey = unitRule({
	id: "systemd/unknown-key",
	severity: "error",
	summary: "A key that systemd does not have in that section",
	why: `systemd writes "Unknown key name … ignoring" to the journal and starts the unit without it. \`Environmentfile=\` (small f) means
that no variable is set; \`WantedBy=\` in [Service] means that nothing starts at boot. Keys are case-sensitive.`,
	bad: unit("Environmentfile=/srv/shop/shared/.env", "ExecStart=/srv/shop/current/.venv/bin/uwsgi --ini deploy/uwsgi.ini"),
	good: unit("EnvironmentFile=/srv/shop/shared/.env", "ExecStart=/srv/shop/current/.venv/bin/uwsgi --ini deploy/uwsgi.ini"),
	check(file, { report }) {
		for (const section of file.sections) {
			const keys = keysOf(section.name.text);
			if (!keys) continue;
			for (const { key } of section.entries) {
				if (keys.has(key.text) || key.text.startsWith("X-") || pasted.test(key.text)) continue;
				const home = sectionNames.find((name) => [
					"Unit",
					"Service",
					"Install",
					"Socket"
				].includes(name) && keysOf(name)?.has(key.text));
				const meant = home ? void 0 : didYouMean(key.text, keys);
				const fix = meant ? suggested(`write \`${meant}\``, replace(key, meant)) : void 0;
				const hint = home ? ` It belongs in [${home}].` : meaning(meant);
				report(key, `systemd has no \`${key.text.slice(0, 60)}=\` in [${section.name.text}] and ignores the line.${hint}`, fix ? { fix } : {});
			}
		}
	}
});
// action/lint/rules/systemd/unit/unknown-section.ts
const unknownSection = unitRule({
	id: "systemd/unknown-section",
	severity: "error",
	summary: "A section that systemd does not have",
	why: `systemd ignores an unknown section and its contents: "Unknown section 'install'. Ignoring." Names are case-sensitive, so
with [install] \`systemctl enable\` says that the unit is not meant to be enabled, and nothing starts after a reboot. Sections of one's own begin with X-.`,
	bad: unit().replace("[Install]", "[install]"),
	good: unit(),
	check(file, { report }) {
		for (const { name } of file.sections) {
			const blank = file.source.text[name.start - 1] !== "[" || file.source.text[name.end] !== "]";
			if (name.text === "" || sectionNames.includes(name.text) && !blank) continue;
			if (name.text.startsWith("X-") || isTemplated(name.text)) continue;
			const common = [
				"Unit",
				"Service",
				"Install",
				"Socket",
				"Timer",
				"Path"
			];
			const meant = common.find((known) => known.toLowerCase() === name.text.toLowerCase()) ?? didYouMean(name.text, common);
			if (blank) {
				const whole = file.source.range(file.source.text.lastIndexOf("[", name.start), file.source.text.indexOf("]", name.end) + 1);
				report(name, `systemd reads the spaces as part of the name: it has no section [ ${name.text.slice(0, 60)} ] and ignores its contents.`, safe(`write [${name.text}]`, replace(whole, `[${name.text}]`)));
				continue;
			}
			report(name, `systemd has no section [${name.text.slice(0, 60)}] and ignores its contents.${meaning(meant)}`, meant ? suggested(`write [${meant}]`, replace(name, meant)) : {});
		}
	}
});
// action/lint/rules/systemd/index.ts
var systemd_exports = /* @__PURE__ */ __exportAll({
	badValue: () => badValue,
	devServer: () => devServer,
	environmentFileWritable: () => environmentFileWritable,
	environmentPathOnlyVenv: () => environmentPathOnlyVenv,
	execNotAbsolute: () => execNotAbsolute,
	execShellSyntax: () => execShellSyntax,
	inlineComment: () => inlineComment$1,
	noRestart: () => noRestart,
	notAUnit: () => notAUnit,
	obsoleteSyslog: () => obsoleteSyslog,
	oneTimeCommand: () => oneTimeCommand,
	placeholderValue: () => placeholderValue$1,
	requiresWithoutAfter: () => requiresWithoutAfter,
	runsAsRoot: () => runsAsRoot$1,
	runtimeDirectoryShared: () => runtimeDirectoryShared,
	socketNotRequired: () => socketNotRequired,
	strayLine: () => strayLine,
	targetMissing: () => targetMissing,
	typeForkingWithForeground: () => typeForkingWithForeground,
	typeNotifyMismatch: () => typeNotifyMismatch,
	unbalancedQuote: () => unbalancedQuote,
	unknownKey: () => unknownKey,
	unknownSection: () => unknownSection,
	workerStop: () => workerStop
});
// action/lint/rules/text/crlf.ts
const crlf = defineRule({
	id: "common/crlf",
	severity: "info",
	summary: "Windows line endings in a file for a server",
	why: `nginx, systemd, gunicorn and uWSGI take \\r\\n for a line end. A shell does not: \`#!/bin/sh\\r\` is "No such file or directory", and every argument at
the end of a line has a carriage return in it. \`* text=auto eol=lf\` in .gitattributes keeps them out.`,
	bad: "server {\r\n    listen 80;\r\n    return 204;\r\n}\r\n",
	good: "server {\n    listen 80;\n    return 204;\n}\n",
	check({ project, report }) {
		for (const { source, kind } of project.sources) {
			if (kind === "python" || kind === "requirements") continue;
			const at = source.text.indexOf("\r\n");
			if (at < 0) continue;
			report(source.range(at, at + 1), kind === "script" ? "The file has Windows line endings: a shell reads the carriage return as part of the last word of each line." : "The file has Windows line endings.", { fix: unixEnds(source, at) });
		}
	}
});
/** One edit for all lines: an edit for each would be too many in a long file. */
function unixEnds(source, first) {
	const all = source.range(first, source.text.lastIndexOf("\r\n") + 2);
	return safe("write Unix line endings", replace(all, source.slice(all).replaceAll("\r\n", "\n")));
}
// action/lint/rules/text/encoding.ts
/** The effect of a byte order mark on each program that does not skip it, as systemd and Python do. */
const mark = {
	nginx: ["error", "nginx takes it for a part of the first word: unknown directive, and it does not start."],
	uwsgi: ["error", "uWSGI does not see the [uwsgi] behind it, ignores all options and starts without an app."],
	supervisor: ["error", "supervisor finds \"no section headers\" and does not start."],
	script: ["warning", "the system does not see the #! behind it, and the shell looks for a program of that name."]
};
/** Programs that cannot read UTF-16. */
const eightBit = [
	"nginx",
	"uwsgi",
	"gunicorn",
	"systemd",
	"supervisor",
	"upstart",
	"script",
	"procfile"
];
const encoding = defineRule({
	id: "common/encoding",
	severity: "error",
	summary: "A file in an encoding that its program cannot read",
	why: `Editors on Windows save "Unicode" as UTF-16, and UTF-8 with a byte order mark before the first character. nginx says "unknown directive", uWSGI
"Can't find section "uwsgi"" and starts without an app, supervisor "File contains no section headers". systemd skips the mark, but a unit with
bytes that are no UTF-8 fails to load. Save the file as UTF-8 without a byte order mark.`,
	bad: "﻿server {\n    listen 80;\n    return 204;\n}\n",
	good: "server {\n    listen 80;\n    return 204;\n}\n",
	check({ project, report }) {
		for (const { source, kind } of project.sources) {
			const first = source.line(0);
			if (source.encoding === "utf8-bom") {
				const [severity, seen] = mark[kind] ?? [];
				if (!severity || kind === "script" && !source.text.startsWith("#!")) continue;
				report(first, `The file begins with a byte order mark: ${seen}`, { severity });
			} else if (/^utf16/.test(source.encoding) && eightBit.includes(kind)) report(first, "The file is UTF-16, which is nothing but odd characters to the program that reads it. Save it as UTF-8.");
			else if (source.encoding === "latin1" && kind === "systemd") {
				const at = source.text.search(/[\u0080-\u00ff]/);
				report(source.line(source.lineAt(Math.max(at, 0))), "The file is not UTF-8: systemd says \"String is not UTF-8 clean\", ignores the line and does not load the unit.");
			}
		}
	}
});
// action/lint/rules/text/merge-conflict-marker.ts
const mergeConflictMarker = defineRule({
	id: "common/merge-conflict-marker",
	severity: "error",
	summary: "A merge that was committed with conflicts",
	why: `git leaves both sides of a conflict in the file, between <<<<<<< and >>>>>>>. nginx calls the marker an unknown directive and does not start,
Python and gunicorn a SyntaxError; uWSGI and systemd skip the lines and take both sides, of which the last one counts.`,
	bad: `server {
    listen 80;
<<<<<<< HEAD
    server_name shop.test;
=======
    server_name www.shop.test;
>>>>>>> shop
    return 204;
}
`,
	good: server("server_name shop.test www.shop.test;", "return 204;"),
	check({ project, report }) {
		for (const { source } of project.sources) {
			if (!/^(<{7}|>{7}) /m.test(source.text)) continue;
			let open = false;
			for (const line of linesOf(source)) {
				const begins = line.text.startsWith("<<<<<<< ");
				const ends = line.text.startsWith(">>>>>>> ");
				if (begins || ends && !open) report(line, "Unresolved merge conflict: the file contains both sides.");
				if (begins || ends) open = begins;
			}
		}
	}
});
// action/lint/rules/text/symlink-outside.ts
const symlinkOutside = defineRule({
	id: "common/symlink-outside",
	severity: "warning",
	summary: "A symbolic link that leads out of the repository",
	why: `git keeps where a link leads, not what is there. Deployed, /home/ann/shop/.env is a file of the server, or none; and below static/ nginx follows it, so that a link to /etc or to another
app's folder is served to every visitor. Commit the file itself, or put what belongs to the server into shared/.`,
	bad: {
		"deploy/nginx.conf": "server {\n    listen 80;\n    return 204;\n}\n",
		"static/uploads -> /srv/uploads": ""
	},
	good: {
		"deploy/nginx.conf": "server {\n    listen 80;\n    return 204;\n}\n",
		"static/uploads -> ../uploads": ""
	},
	check({ project, app, report }) {
		const folders = (path) => path.split("/").length - 1;
		for (const { path, target } of project.links) {
			const up = /^(\.\.\/?)+/.exec(normalPath(target))?.[0].split("..").length ?? 1;
			if (!target.startsWith("/") && up - 1 <= folders(path)) continue;
			if (!app && !/(^|\/)(static|public|assets|media|uploads?)\//.test(path)) continue;
			if (/(^|\/)(bin\/(python|activate)[\w.]*|lib64|\.?venv)$/.test(path)) continue;
			report(new Source(path, "").range(0, 0), `This link leads to ${target}, out of the repository: on the server that is another file, or none, and nginx serves it where it lies below static/.`);
		}
	}
});
// action/lint/rules/text/tabs-nbsp.ts
const tabsNbsp = defineRule({
	id: "common/tabs-nbsp",
	severity: "error",
	summary: "No-break spaces, invisible characters and curly quotes from a web page",
	why: `Text that is copied from a web page often has no-break spaces for spaces and curly quotes for quotes. They look right, and to nginx, uWSGI and
systemd they are letters: nginx says 'unknown directive "listen 80"', uWSGI ignores "master " as an option of your own, systemd ignores
\`Restart=always \` as no value it knows, and Python stops with "invalid non-printable character U+00A0".`,
	bad: { "deploy/uwsgi.ini": "[uwsgi]\nmodule = wsgi:app\nmaster = true\ndie-on-term = true\nsocket =\xA0/run/shop/shop.sock\n" },
	good: { "deploy/uwsgi.ini": "[uwsgi]\nmodule = wsgi:app\nmaster = true\ndie-on-term = true\nsocket = /run/shop/shop.sock\n" },
	check({ project, report }) {
		for (const { at, program } of oddities(project)) {
			const { source } = at;
			const text = source.slice(at);
			const odd = pasted.exec(text);
			if (!odd) continue;
			const code = odd[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
			report(source.range(at.start + odd.index, at.start + odd.index + odd[0].length), `${names[code] ?? "An invisible character"} (U+${code}) is a letter like any other to ${program}: \`${text.trim().slice(0, 60)}\` is not what it looks like.`, safe("write plain spaces and quotes", replace(at, plain$1(text))));
		}
	}
});
const names = {
	"00A0": "A no-break space",
	"200B": "A zero-width space",
	"201C": "A curly quote",
	"201D": "A curly quote",
	"2018": "A curly quote",
	"2019": "A curly quote"
};
const spaces = /[\u00a0\u2007\u202f]/g;
const invisible = /[\u200b-\u200d\u2060\ufeff]/g;
const plain$1 = (text) => text.replace(spaces, " ").replace(invisible, "").replace(/[\u201c\u201d]/g, "\"").replace(/[\u2018\u2019]/g, "'");
/** Words outside quotes and comments in which such a character changes the meaning. */
function* oddities(project) {
	for (const file of project.nginx) {
		if (!pasted.test(file.source.text)) continue;
		for (const directive of walk(file)) for (const word of [directive.name, ...directive.args]) if (!("quote" in word && word.quote) && breaks(word.text)) yield {
			at: word,
			program: "nginx"
		};
	}
	for (const file of project.uwsgi) {
		if (!pasted.test(file.source.text)) continue;
		for (const { name, value } of file.sections.flatMap((section) => section.options)) {
			if (pasted.test(name.text)) yield {
				at: name,
				program: "uWSGI"
			};
			if (value && atEnds(value.text)) yield {
				at: value,
				program: "uWSGI"
			};
		}
	}
	for (const file of project.units) {
		if (!pasted.test(file.source.text)) continue;
		for (const { key, value } of file.sections.flatMap((section) => section.entries)) {
			if (pasted.test(key.text)) yield {
				at: key,
				program: "systemd"
			};
			if (/^(Description|Documentation|X-.*)$/.test(key.text)) continue;
			if (/^(Exec.*|Environment)$/.test(key.text)) yield* inCommand(value, "systemd");
			else if (atEnds(value.source.slice(value))) yield {
				at: value,
				program: "systemd"
			};
		}
	}
	for (const file of project.supervisor) {
		if (!pasted.test(file.source.text)) continue;
		for (const { key, value } of file.sections.flatMap((section) => section.entries)) if (key.text === "command") yield* inCommand(stripped(value), "supervisor");
	}
	for (const file of project.gunicorn) yield* inPython(file);
}
function stripped(value) {
	const text = value.source.slice(value);
	return {
		...value,
		start: value.start + text.length - text.trimStart().length,
		end: value.start + text.trimEnd().length
	};
}
function* inCommand(value, program) {
	const dialect = program === "systemd" ? "systemd" : "shlex";
	for (const word of lexCommands(value, dialect).flatMap((command) => command.words)) if (!word.quoted && breaks(word.text)) yield {
		at: word,
		program
	};
}
/** Whether a text has a space or an invisible character anywhere, or a typographic quote at an end. */
const breaks = (text) => new RegExp(`${spaces.source}|${invisible.source}`).test(text) || atEnds(text);
const atEnds = (text) => pasted.test(text[0] ?? "") || pasted.test(text.at(-1) ?? "") || new RegExp(invisible.source).test(text);
function* inPython(file) {
	if (!pasted.test(file.source.text)) return;
	for (const line of linesOf(file.source)) for (const found of line.text.matchAll(new RegExp(pasted.source, "g"))) {
		const at = line.start + found.index;
		let node = file.tree.resolveInner(at, 1);
		while (node.parent && !/String|Comment/.test(node.name)) node = node.parent;
		if (/String|Comment/.test(node.name)) continue;
		yield {
			at: file.source.range(line.start, line.end),
			program: "Python"
		};
		break;
	}
}
// action/lint/rules/text/index.ts
var text_exports = /* @__PURE__ */ __exportAll({
	crlf: () => crlf,
	encoding: () => encoding,
	mergeConflictMarker: () => mergeConflictMarker,
	symlinkOutside: () => symlinkOutside,
	tabsNbsp: () => tabsNbsp
});
// action/lint/rules/upstart/path-replaced.ts
const job = (env) => `# flask-deploy-ignore common/upstart-obsolete: this example is about its PATH
description "shop"
start on runlevel [2345]
setuid shop
env PATH=${env}
exec uwsgi --ini /srv/shop/deploy/uwsgi.ini
`;
const pathReplaced = defineRule({
	id: "upstart/path-replaced",
	severity: "warning",
	summary: "A PATH that holds the virtualenv and nothing else",
	why: `\`env PATH=\` replaces the whole PATH. With the virtualenv alone in it, whatever the application starts itself (git, convert, pdftotext, sh) is
"No such file or directory". Add the system's folders behind it: :/usr/local/bin:/usr/bin:/bin.`,
	bad: job("/srv/shop/.venv/bin"),
	good: job("/srv/shop/.venv/bin:/usr/local/bin:/usr/bin:/bin"),
	check({ project, report }) {
		for (const file of project.upstart) for (const { name, value } of file.stanzas) {
			const path = name.text === "env" ? /^PATH=["']?([^"']*)/.exec(value.text)?.[1] : void 0;
			if (path === void 0 || /(^|:)(\/usr)?\/bin(:|\/?$)|\$/.test(path)) continue;
			report(value, `PATH is ${path} alone: programs that the application starts, such as git or sh, are not found.`, safe("keep the system's folders", replace({
				...value,
				start: end(value, path),
				end: end(value, path)
			}, ":/usr/local/bin:/usr/bin:/bin")));
		}
	}
});
/** The offset after the path itself, before a closing quote. */
const end = (value, path) => value.start + value.text.indexOf(path) + path.length;
// action/lint/rules/upstart/upstart-obsolete.ts
const upstartObsolete = defineRule({
	id: "common/upstart-obsolete",
	severity: "warning",
	summary: "An Upstart job, which current systems no longer read",
	why: `Upstart was Ubuntu's init up to 14.10. Every distribution of today runs systemd, which does not read /etc/init/*.conf: the job is never started
and no error is reported. Write a unit: \`exec\` becomes ExecStart= with the full path, \`setuid\` and \`setgid\` become User= and Group=, \`chdir\` becomes
WorkingDirectory=, \`env\` becomes Environment=, \`respawn\` becomes Restart=, and \`start on runlevel [2345]\` becomes WantedBy=multi-user.target.`,
	bad: { "deploy/shop.conf": `description "shop"

start on runlevel [2345]
stop on runlevel [!2345]

setuid shop
exec /srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini
` },
	good: { "deploy/shop.service": `[Unit]
Description=shop

[Service]
User=shop
ExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini

[Install]
WantedBy=multi-user.target
` },
	check({ project, report }) {
		for (const file of project.upstart) report(file.stanzas[0] ?? file.source.line(0), `This is an Upstart job: Upstart is gone since Ubuntu 15.04, so it is never read and the application is never started. It has to be a systemd unit.`);
	}
});
// action/lint/rules/upstart/index.ts
var upstart_exports = /* @__PURE__ */ __exportAll({
	pathReplaced: () => pathReplaced,
	upstartObsolete: () => upstartObsolete
});
// action/lint/rules/uwsgi/ini/abbreviated-option.ts
const abbreviatedOption = defineRule({
	id: "uwsgi/abbreviated-option",
	severity: "warning",
	summary: "A shortened option, which works on a command line only",
	why: `On a command line uWSGI accepts any unambiguous prefix of a long option: --callab is --callable. In an ini the same word is
an unknown option, and a later uWSGI with another option of that prefix rejects it. Write it in full.`,
	bad: { "run.sh": "exec .venv/bin/uwsgi --socket 127.0.0.1:3031 --module wsgi --callab app\n" },
	good: { "run.sh": "exec .venv/bin/uwsgi --socket 127.0.0.1:3031 --module wsgi --callable app\n" },
	check({ model, report }) {
		for (const invocation of model.starters.flatMap((starter) => starter.invocations)) {
			if (invocation.program !== "uwsgi") continue;
			for (const { name } of invocation.options) {
				if (!/^[a-z][\w-]+$/.test(name.text) || kindOf(name.text)) continue;
				const meant = [...new Set(abbreviated(name.text).map(canonicalName))];
				const [only] = meant;
				if (meant.length !== 1 || !only) continue;
				report(name, `\`--${name.text}\` is taken for \`--${only}\` on a command line; in an ini it is an unknown option.`, safe(`write \`${only}\``, replace(name, only)));
			}
		}
	}
});
// action/lint/rules/uwsgi/one-file.ts
/** The last option of that canonical name. */
const last = (options, name) => options.filter((option) => canonicalName(option.name.text) === name).at(-1);
/** Whether a boolean option is on; false if it is not set. */
function isOn(options, name) {
	const option = last(options, name);
	return option !== void 0 && !(option.value && isFalse(option.value.text.trim()));
}
const loaders = [
	"module",
	"wsgi-file",
	"mount",
	"paste",
	"pyrun",
	"eval",
	"wsgi-env-behaviour"
];
const listeners = [
	"socket",
	"http",
	"http-socket",
	"https",
	"fastcgi-socket",
	"scgi-socket",
	"so-keepalive"
];
/**
* Servers whose ini is here, loads or serves an app, and is completely known. A fragment that another file includes, an
* emperor, or an ini with conditions does not show what is missing in it.
*/
function* ownServers(model) {
	for (const server of model.servers) {
		const { uwsgi, options } = server;
		if (server.program !== "uwsgi" || !uwsgi || server.partial || uwsgi.template) continue;
		if (model.fragments.has(uwsgi)) continue;
		if (last(options, "emperor") || !options.some(({ name }) => loaders.includes(canonicalName(name.text)) || listeners.includes(canonicalName(name.text)))) continue;
		yield server;
	}
}
/** A valid ini with some lines replaced, for examples. */
const ini = (...lines) => {
	const standard = [
		"module = wsgi:app",
		"master = true",
		"die-on-term = true",
		"socket = /run/shop/shop.sock"
	];
	const names = new Set(lines.map((line) => line.split("=")[0].trim()));
	return `[uwsgi]\n${[...standard.filter((line) => !names.has(line.split("=")[0].trim())), ...lines].filter((line) => !line.endsWith("=")).join("\n")}\n`;
};
const ownServerRule = rulesOver(({ model }) => ownServers(model));
// action/lint/rules/uwsgi/ini/bad-boolean.ts
/** Spellings of "no" besides the four words that uWSGI accepts. */
const negative = /^(?:disabled?|n|none|never|null|nil|f|inactive|-1|["'](?:false|no|off|0)["'])$/i;
const badBoolean = uwsgiOptionRule({
	id: "uwsgi/bad-boolean",
	severity: "error",
	summary: "A boolean that means no and counts as yes",
	why: `To uWSGI only the bare words false, off, no and 0 are false; everything else is true, "disabled", "none" and a quoted
"false" too. The option is on although it reads as off.`,
	bad: ini("lazy-apps = none"),
	good: ini("lazy-apps = false"),
	check({ name, value }, { report }) {
		if (!value || kindOf(name.text) !== "bool" || !negative.test(value.text.trim())) return;
		report(value, `uWSGI takes \`${value.text.trim()}\` for true: \`${name.text}\` is on.`, suggested("write `false`", replace(value, "false")));
	}
});
// action/lint/rules/uwsgi/ini/bad-number.ts
/** Options that take an address, including `http` and `https`, which start a router. */
const sockets = /* @__PURE__ */ new Set([
	"socket",
	"uwsgi-socket",
	"http",
	"http-socket",
	"https",
	"fastcgi-socket",
	"scgi-socket",
	"stats"
]);
const badNumber = uwsgiOptionRule({
	id: "uwsgi/bad-number",
	severity: "error",
	summary: "A number that uWSGI reads as another value",
	why: `uWSGI reads digits until something else comes. \`processes = auto\` is 0, \`buffer-size = 32k\` is 32, and \`harakiri = 30s\` is 30
by luck only: uWSGI 2.1 warns of it. There are no units and no words; \`%k\` is the number of cores. A port needs its colon:
\`socket = 3031\` is a unix socket in a file named "3031".`,
	bad: ini("processes = auto"),
	good: ini("processes = %k"),
	check({ name, value }, { report }) {
		const text = value?.text.trim() ?? "";
		if (value && sockets.has(canonicalName(name.text)) && /^\d{2,5}$/.test(text)) {
			report(value, `uWSGI makes a unix socket of the name \`${text}\` in its folder and listens on no port.`, suggested(`write \`127.0.0.1:${text}\``, replace(value, `127.0.0.1:${text}`)));
			return;
		}
		if (!value || kindOf(name.text) !== "int" || text === "" || /[%$@#;{<]/.test(text) || /^[-+]?(?:\d+|0x[\da-f]+)$/i.test(text)) return;
		const read = Number.parseInt(text, 10);
		if (Number.isNaN(read) && /^(?:true|yes|on)$/i.test(text)) return;
		const harmless = /^\d+\s*(?:s|sec|secs|seconds?)$/i.test(text);
		report(value, `uWSGI reads \`${text}\` as ${Number.isNaN(read) ? 0 : read}: it supports neither words nor units here.`, { ...harmless ? {
			severity: "warning",
			fix: safe(`write \`${read}\``, replace(value, String(read)))
		} : {} });
	}
});
// action/lint/rules/uwsgi/ini/colon-separator.ts
const colonSeparator = uwsgiOptionRule({
	id: "uwsgi/colon-separator",
	severity: "error",
	summary: "An option and its value joined by a colon or a space",
	why: `uWSGI's ini has one separator between name and value: \`=\`. \`processes: 4\` is a flag called "processes: 4" to it, which it ignores
(or rejects, with \`strict\`). Python's ConfigParser accepts both, hence the mistake.`,
	bad: ini("processes: 4"),
	good: ini("processes = 4"),
	check({ name, value, ...option }, { report }) {
		const found = value ? void 0 : /^([a-z][\w-]*)\s*(?::\s*|\s+)(\S.*)$/.exec(name.text);
		if (!found || !kindOf(found[1])) return;
		const right = `${found[1]} = ${found[2]}`;
		report({ ...option }, `uWSGI reads \`${name.text.slice(0, 60)}\` as the name of a flag and ignores it: name and value are joined by \`=\`.`, suggested(`write \`${right}\``, replace(option, right)));
	}
});
// action/lint/rules/uwsgi/ini/duplicate-option.ts
/** Options of the string kind of which each occurrence counts. */
const several = /socket|^(?:http|https|env|plugins?|mount|route.*|log.*|req-log.*|touch.*|chdir2?|set.*|ini|include|for|end.*|if.*|static.*|import|attach.*|mule|spooler|queue|cron.*|declare.*|print|pythonpath|module|cache.*|alarm.*|add.*)$/;
const duplicateOption = uwsgiRule({
	id: "uwsgi/duplicate-option",
	severity: "warning",
	summary: "One option twice, with different values",
	why: `Of an option that holds one value uWSGI takes the last it reads and says nothing about the others. With two \`buffer-size\` lines
the one that you edit may be the one that is ignored.`,
	bad: ini("buffer-size = 8192", "buffer-size = 32768"),
	good: ini("buffer-size = 32768"),
	check(file, { report }) {
		for (const section of file.sections) {
			if (section.options.some(({ name }) => /^(?:if|for|end|else)/.test(name.text) && kindOf(name.text) === "logic")) continue;
			const seen = /* @__PURE__ */ new Map();
			for (const option of section.options) {
				const name = canonicalName(option.name.text);
				const kind = kindOf(option.name.text);
				if (kind !== "int" && kind !== "bool" && kind !== "str" || several.test(name)) continue;
				const before = seen.get(name);
				seen.set(name, option);
				if (!before || before.value?.text.trim() === option.value?.text.trim()) continue;
				report(before, `\`${before.name.text}\` is set again below, and only the last one counts: \`${(option.value?.text ?? "true").slice(0, 60)}\`.`, {
					related: [{
						at: option,
						message: "this one counts"
					}],
					fix: suggested("remove the one that does not count", wholeLine(before))
				});
			}
		}
	}
});
// action/lint/rules/uwsgi/ini/env-is-no-virtualenv.ts
const envIsNoVirtualenv = uwsgiOptionRule({
	id: "uwsgi/env-is-no-virtualenv",
	severity: "error",
	summary: "env with a path, where virtualenv is meant",
	why: `\`env = NAME=value\` sets a variable of the environment. \`env = /srv/shop/.venv\` sets a variable of that name, and the app is loaded without its packages:
"ModuleNotFoundError: No module named 'flask'". The option for a virtual environment is \`virtualenv\` (or \`home\`).`,
	bad: ini("env = /srv/shop/.venv"),
	good: ini("virtualenv = /srv/shop/.venv"),
	check({ name, value }, { report }) {
		if (name.text !== "env" || !value || value.text.includes("=") || /%\(_|\$\(|@\(/.test(value.text) || !/^[./~%$]|\/|^\w*(env|venv)$/.test(value.text)) return;
		report(name, `\`env\` sets a variable NAME=value: \`${value.text.slice(0, 60)}\` is a path, and the app is loaded without its virtual environment.`, suggested("write `virtualenv`", replace(name, "virtualenv")));
	}
});
// action/lint/rules/uwsgi/ini/inline-comment.ts
const inlineComment = uwsgiRule({
	id: "uwsgi/inline-comment",
	severity: "error",
	summary: "A comment after a value is part of the value",
	why: `uWSGI's ini supports comments only on lines of their own. \`module = wsgi:app  # the app\` looks for a callable called
\`app  # the app\`, does not find it, and answers every request with a 500. \`master = false  # not yet\` is true, since only the
bare words false, off, no and 0 are false. Numbers and ports hide it: \`processes = 2 # two\` is 2.`,
	bad: ini("module = wsgi:app  # the shop"),
	good: ini("# the shop"),
	check(file, { report }) {
		for (const section of file.sections) for (const option of section.options) check(option, report);
	}
});
function check(option, report) {
	const { value } = option;
	const kind = kindOf(option.name.text);
	const comment = value && /\s+[#;](?=\s|\p{L}|$)/u.exec(value.text);
	if (!value || !comment || /^(exec|hook|route|cron|attach|smart|legion|on-|add-header|if-|alarm|log-prefix)|daemon(?!ize)|format|encoder|header/.test(option.name.text)) return;
	const kept = value.text.slice(0, comment.index);
	const port = /socket$|^https?$/.test(option.name.text) ? /:(\d+)$/.exec(kept)?.[1] : void 0;
	const seen = kind === "bool" ? `\`${option.name.text}\` is on, whatever is before the comment` : kind === "int" && /^\d/.test(kept) ? `uWSGI stops reading the number at the space and uses ${Number.parseInt(kept, 10)}` : port ? `uWSGI stops reading the port at the space and uses ${port}` : `the value is all of \`${value.text.slice(0, 80)}\``;
	const harmless = port !== void 0 || kind === "int" || kind === "bool" && !isFalse(kept.trim());
	const cut = {
		source: value.source,
		start: value.start + comment.index,
		end: value.end
	};
	const lineStart = value.source.lineStarts[value.source.lineAt(option.start)];
	const text = value.text.slice(comment.index).trim();
	report({
		...cut,
		start: cut.start + comment[0].search(/[#;]/)
	}, `uWSGI does not support comments after a value: ${seen}.`, {
		severity: harmless ? "info" : "error",
		fix: {
			kind: kind === "bool" && isFalse(kept.trim()) ? "suggested" : "safe",
			title: "move the comment to its own line",
			edits: [replace({
				...cut,
				start: lineStart,
				end: lineStart
			}, `${text}\n`), replace(cut, "")]
		}
	});
}
// action/lint/rules/uwsgi/ini/magic-percent.ts
/** Options whose values are strftime formats, after uWSGI has replaced its own % placeholders in them. */
const dated = /^(?:log-date|logdate|log-reopen|logto2?|daemonize2?|logger|req-logger|log-backupname|touch-\w+)$/;
const magicPercent = uwsgiOptionRule({
	id: "uwsgi/magic-percent",
	severity: "error",
	summary: "A date's % sign that uWSGI replaces itself",
	why: `uWSGI replaces % and the letter behind it in every value: %d is the config's directory, %s its name, and what it does not support
(%Y, %H, %M) vanishes. \`log-date = %Y-%m-%d\` becomes "--/etc/uwsgi/". A % that is meant is written twice: \`%%Y-%%m-%%d\`.`,
	bad: ini("log-date = %Y-%m-%d"),
	good: ini("log-date = %%Y-%%m-%%d"),
	check({ name, value }, { report }) {
		if (!value || !dated.test(name.text)) return;
		if (!/(?<!%)(?:%%)*%[YmHMSyBbjFT](?![a-z]{2})/.test(value.text)) return;
		const right = value.text.replace(/%%|%(?=[A-Za-z])/g, "%%");
		report(value, `uWSGI replaces each of these % signs itself: \`${value.text.slice(0, 60)}\` loses %Y, %H, %M, and %d is a directory.`, safe("double the % signs", replace(value, right)));
	}
});
// action/lint/rules/uwsgi/ini/placeholder-value.ts
const placeholderValue = uwsgiRule({
	id: "uwsgi/placeholder-value",
	severity: "warning",
	summary: "A placeholder path in an ini",
	why: `A tutorial's \`chdir = /path/to/project\` is a folder that no server has: uWSGI says "chdir(): No such file or directory" and exits. Write the real path.`,
	bad: ini("chdir = /path/to/project"),
	good: ini("chdir = /srv/shop"),
	check(file, { report }) {
		if (file.template || isExample(file.path)) return;
		for (const { value } of optionsOf(file)) {
			const found = value && !isTemplated(value.text) && toFillIn.exec(value.text)?.[0];
			if (found) report(value, `\`${found}\` is a placeholder: the server has nothing of that name.`);
		}
	}
});
// action/lint/rules/uwsgi/ini/quoted-value.ts
/** Names and paths; a format or a command may need its quotes. */
const plain = /^(?:chdir2?|module|wsgi-file|callable|home|pythonpath|uid|gid|mount|plugin|pidfile2?|logto2?|daemonize)$/;
const quotedValue = uwsgiRule({
	id: "uwsgi/quoted-value",
	severity: "error",
	summary: "Quotes around a value, which become part of it",
	why: `uWSGI does not remove quotes: \`chdir = "/srv/shop"\` is a folder whose name begins with a quote ("chdir(): No such file or directory"), and
\`module = "wsgi:app"\` a module that does not exist.`,
	bad: ini("chdir = \"/srv/shop\""),
	good: ini("chdir = /srv/shop"),
	check(file, { report }) {
		if (file.markup) return;
		for (const { name, value } of optionsOf(file)) {
			const inner = /^(["'])([^"']*)\1$/.exec(value?.text.trim() ?? "")?.[2];
			if (!value || inner === void 0) continue;
			if (!plain.test(canonicalName(name.text))) continue;
			report(value, `The quotes are part of the value: uWSGI looks for \`${value.text.trim().slice(0, 60)}\`, with the quotes.`, safe("remove the quotes", replace(value, inner)));
		}
	}
});
// action/lint/rules/uwsgi/ini/relative-home.ts
const relativeHome = uwsgiOptionRule({
	id: "uwsgi/relative-home",
	severity: "error",
	summary: "A path of the system that lost its first slash",
	why: `\`home = usr/local/venv\` is looked up below the directory that uWSGI was started in, where it is not: the start ends with "no
such file or directory", or Python comes up without its packages.`,
	bad: ini("home = srv/shop/.venv"),
	good: ini("home = /srv/shop/.venv"),
	check({ name, value }, { project, report }) {
		if (!value || !/^(?:home|chdir|pythonpath|wsgi-file)$/.test(canonicalName(name.text))) return;
		if (!/^(?:usr|var|home|opt|srv|etc|root|run)\//.test(value.text)) return;
		const top = value.text.split("/")[0];
		if ([...project.paths].some((path) => path.startsWith(`${top}/`))) return;
		report(value, `uWSGI looks for \`${value.text}\` below the directory it was started in: the first \`/\` is missing.`, suggested("add the slash", replace(value, `/${value.text}`)));
	}
});
// action/lint/rules/uwsgi/ini/section-missing.ts
const sectionMissing = uwsgiRule({
	id: "uwsgi/section-missing",
	severity: "error",
	summary: "Options outside of [uwsgi]",
	why: `uWSGI reads the options of the section [uwsgi] only. What is above the first section, or in a file without any, is
ignored with a warning, and the server starts with nothing: no app, no socket.`,
	bad: `module = wsgi:app
master = true
die-on-term = true
socket = /run/shop/shop.sock
`,
	good: ini(),
	check(file, { report }) {
		const [first] = file.stray;
		if (!first || file.template) return;
		report(first, `This is above ${file.sections.length === 0 ? "no section at all" : `[${file.sections[0].name.text}]`}: uWSGI ignores it, with a warning at most.`);
	}
});
// action/lint/rules/uwsgi/ini/undefined-placeholder.ts
const undefinedPlaceholder = uwsgiRule({
	id: "uwsgi/undefined-placeholder",
	severity: "error",
	summary: "A placeholder that is never set",
	why: `\`%(base)\` stands for an option or a name of your own that was set further up. Where there is none uWSGI leaves the text as it
is: \`chdir = %(bse)\` is a directory called "%(bse)", and the server does not start, or the socket is made under a strange name.`,
	bad: ini("home = /srv/shop/.venv", "logto = %(hme)/shop.log"),
	good: ini("home = /srv/shop/.venv", "logto = %(home)/shop.log"),
	check(file, { model, report }) {
		const options = file.sections.flatMap((section) => section.options);
		if (file.template || model.fragments.has(file) || options.some(({ name }) => /^(?:ini|include|inherit\w*|xml|yaml|json|for\w*|config.*|set\w*|declare-.*|if-.*)$/.test(name.text))) return;
		const set = options.filter(({ value }) => value).map(({ name }) => name.text);
		const spellings = /* @__PURE__ */ new Set([...set, ...set.map(canonicalName)]);
		for (const { name, value } of options) {
			if (!value || /format|encoder|log-master|alarm|metric|hook/.test(name.text)) continue;
			for (const found of value.text.matchAll(/%\(([\w-]+)\)/g)) {
				const wanted = found[1];
				if (spellings.has(wanted) || spellings.has(canonicalName(wanted)) || wanted === "_") continue;
				const start = value.start + found.index + 2;
				const at = {
					source: value.source,
					start,
					end: start + wanted.length
				};
				const meant = didYouMean(wanted, set.filter((other) => !kindOf(other) || other.length > 3));
				report(at, `Nothing sets \`${wanted}\`: uWSGI keeps the text \`%(${wanted})\` as it is.${meaning(meant)}`, meant ? suggested(`write \`${meant}\``, replace(at, meant)) : void 0);
			}
		}
	}
});
// action/lint/rules/uwsgi/ini/unknown-option.ts
const unknownOption = uwsgiRule({
	id: "uwsgi/unknown-option",
	severity: "error",
	summary: "An option that uWSGI does not have",
	why: `Without \`strict = true\` uWSGI treats an unknown option as a placeholder of your own and silently ignores it: with
\`process = 5\` it runs a single process. With \`strict\` it does not start. Names that are used as \`%(name)\` somewhere in the
file are placeholders and are left alone.`,
	bad: ini("process = 5"),
	good: ini("processes = 5"),
	check(file, { model, report }) {
		const options = optionsOf(file);
		const names = new Set(options.filter(({ name }) => !kindOf(name.text)).map(({ name }) => name.text));
		if (names.size === 0) return;
		const own = variablesOf(file, options);
		const shared = file.template || file.sections.length > 1 || model.fragments.has(file) || options.some(({ name }) => /^(?:ini|include|inherit|if-|plugins?-dir)/.test(name.text));
		for (const { name, value } of options) {
			const { text } = name;
			if (!names.delete(text) || own.has(text) || isTemplated(text)) continue;
			if (pasted.test(text) || kindOf(/^[\w-]*(?!\/)\b/.exec(text)?.[0] ?? "")) continue;
			const meant = meantBy(text);
			if (!meant && (shared || value === void 0)) continue;
			report(name, `uWSGI has no option \`${text.slice(0, 60)}\`: it ignores the line, or does not start with \`strict\`.` + meaning(meant), {
				severity: meant ? "error" : "info",
				fix: meant ? suggested(`write \`${meant}\``, replace(name, meant)) : void 0
			});
		}
	}
});
/** Names that the file declares, or uses as `%(name)`: its own variables. */
function variablesOf(file, options) {
	const used = [...file.source.text.matchAll(/%\(([^)\n]{1,80})\)/g)].map(([, name]) => name);
	const declared = options.filter((option) => /^(declare-option2?|set-placeholder|set-ph|set)$/.test(option.name.text)).map((option) => option.value?.text.split("=")[0]?.trim() ?? "");
	return /* @__PURE__ */ new Set([...used, ...declared]);
}
/** Common misnomers of options. */
const other = {
	process: "processes",
	worker: "workers",
	thread: "threads",
	static: "static-map",
	"static-files": "static-map",
	log: "logto",
	logfile: "logto",
	"log-file": "logto",
	user: "uid",
	group: "gid",
	git: "gid",
	app: "module",
	virtual_env: "virtualenv",
	"wsgi-module": "module"
};
/** The option that a name certainly means: short names are similar to too many for a guess. */
function meantBy(name) {
	if (Object.hasOwn(other, name)) return other[name];
	const [first = "", second] = name.split("/");
	if (second && kindOf(first)) return first;
	const near = name.length >= 4 ? didYouMean(name, optionNames) : void 0;
	if (near && (flat(near) === flat(name) || distance(name, near, 2) <= (name.length < 8 ? 1 : 2)) && !/^(base|path|port|name|host|root|home_dir|project|domain|proj|site|env_name)$/.test(name)) return near;
	return onlyBeginning(name);
}
const flat = (name) => name.toLowerCase().replaceAll("_", "-");
/** `--callab` is `--callable` on a command line, but unknown in a file. */
function onlyBeginning(name) {
	const meant = name.length >= 6 ? abbreviated(name) : [];
	return meant.length === 1 ? meant[0] : void 0;
}
// action/lint/rules/uwsgi/process/for-developers.ts
/** What a name or a program of a developer's own machine is called. */
const developing = /(^|[/._-])(dev|develop|development|local|debug|tests?|testing|example)([/._-]|$)/i;
const forDevelopers = serverRule({
	id: "uwsgi/for-developers",
	severity: "warning",
	summary: "A development option in production",
	why: `\`py-autoreload\` checks every module for changes, and restarts the app in the middle of requests when a deploy copies one. \`catch-exceptions\`
shows visitors the traceback of every error, with paths and lines of the code. Keep an ini for development in a file of its own (uwsgi.dev.ini).`,
	bad: ini("py-autoreload = 1"),
	good: ini("touch-reload = /srv/shop/restart"),
	check({ program, options, starter }, { project, report }) {
		if (program !== "uwsgi" || starter && (starter.by === "script" || developing.test(starter.name))) return;
		for (const { name, value, source, ...at } of options) {
			const shows = name.text === "catch-exceptions";
			if (!shows && !/^py(thon)?-auto-?reload$/.test(name.text)) continue;
			if (isFalse(value?.text.trim() ?? "true") || developing.test(source.path)) continue;
			report({
				...at,
				source
			}, shows ? "Visitors see the traceback of every error, with paths and lines of the code." : "The workers restart in the middle of requests when a module changes, for example while a deploy copies it.", { severity: inContainer(project) ? "info" : "warning" });
		}
	}
});
// action/lint/rules/uwsgi/process/module-and-wsgi-file.ts
const moduleAndWsgiFile = ownServerRule({
	id: "uwsgi/module-and-wsgi-file",
	severity: "warning",
	summary: "Two ways to load the app at once",
	why: `With \`module\` and \`wsgi-file\` together uWSGI loads the module and leaves the file alone, in either order: edits of the file have no effect. With \`mount = /=…\` it loads both
and mounts one over the other, at the cost of both. Keep one.`,
	bad: ini("wsgi-file = wsgi.py"),
	good: ini(),
	check({ options }, { report }) {
		const module = last(options, "module");
		const file = last(options, "wsgi-file");
		const mount = options.find(({ name, value }) => name.text === "mount" && /^\/=/.test(value?.text ?? ""));
		const second = file ?? mount;
		if (!module || !second) return;
		report(second, file ? `\`${module.name.text}\` wins over \`${file.name.text}\`, in either order: this file is never loaded.` : `\`${module.name.text}\` and \`mount\` both load an app for /: one hides the other.`, {
			related: [{
				at: module,
				message: file ? "this is loaded" : "the other one"
			}],
			fix: suggested(`remove \`${second.name.text}\``, wholeLine(second))
		});
	}
});
// action/lint/rules/uwsgi/process/mount-without-manage-script-name.ts
const mountWithoutManageScriptName = ownServerRule({
	id: "uwsgi/mount-without-manage-script-name",
	severity: "warning",
	summary: "An app mounted under a path that uWSGI does not strip",
	why: `\`mount = /shop=wsgi:app\` chooses the app by the path, but leaves the path as it is: the app sees /shop/cart instead of /cart and
answers 404. \`manage-script-name = true\` moves /shop into SCRIPT_NAME, where url_for finds it too.`,
	bad: ini("module =", "mount = /shop=wsgi:app"),
	good: ini("module =", "mount = /shop=wsgi:app", "manage-script-name = true"),
	check({ options }, { report }) {
		const mount = options.find(({ name, value }) => name.text === "mount" && /^\/[^=]/.test(value?.text ?? ""));
		if (!mount || isOn(options, "manage-script-name")) return;
		report(mount, "uWSGI does not strip the mount path: the app gets the full path and answers 404.", suggested("add `manage-script-name`", lineBelow(mount, "manage-script-name = true")));
	}
});
// action/lint/rules/uwsgi/process/need-app.ts
const needApp = ownServerRule({
	id: "uwsgi/need-app",
	severity: "info",
	summary: "A broken app keeps serving errors instead of failing the start",
	why: `When the app cannot be imported uWSGI comes up all the same, "in full dynamic mode", and answers 500 to everything. With
\`need-app = true\` the start fails, so a deploy can detect it and keep the previous release live.`,
	bad: ini(),
	good: ini("need-app = true"),
	check({ options, uwsgi }, { report }) {
		const section = uwsgi.sections.find(({ name }) => name.text === "uwsgi");
		if (!section || isOn(options, "need-app")) return;
		report(section, "Without `need-app` an app that cannot be imported causes a 500 for every request instead of a failed start.", suggested("add `need-app = true`", lineBelow(section.name, "need-app = true")));
	}
});
// action/lint/rules/uwsgi/process/no-die-on-term.ts
const noDieOnTerm = defineRule({
	id: "uwsgi/no-die-on-term",
	severity: "warning",
	summary: "SIGTERM reloads uWSGI instead of stopping it",
	why: `uWSGI 2.0 takes SIGTERM for "reload brutally". \`systemctl stop\` then waits 90 seconds and kills it, \`docker stop\` 10 seconds.
\`die-on-term = true\` makes it stop; \`hook-master-start = unix_signal:15 gracefully_kill_them_all\` makes it stop after answering
what it has begun. KillSignal=SIGQUIT (or SIGINT) in the unit does as well, and uWSGI 2.1 needs none of them.`,
	versions: "uWSGI before 2.1",
	bad: `[uwsgi]
module = wsgi:app
master = true
socket = /run/shop/shop.sock
`,
	good: ini(),
	check({ model, versions, report }) {
		if (atLeast(versions.uwsgi, 2, 1)) return;
		const emperor = model.starters.find(({ invocations }) => invocations.some(({ options }) => options.some((option) => /^emperor/.test(option.name.text))));
		for (const { options, uwsgi, starter } of ownServers(model)) {
			if (isOn(options, "die-on-term") || isOn(options, "exit-on-reload") || !isOn(options, "master")) continue;
			if (options.some(({ name, value }) => name.text.startsWith("hook-") && /unix_signal:(?:15|SIGTERM)|kill/.test(value?.text ?? ""))) continue;
			const stops = starter ?? emperor;
			if (stops && stopsOtherwise(stops)) continue;
			const section = uwsgi.sections.find(({ name }) => name.text === "uwsgi");
			const said = last(options, "die-on-term");
			if (!section) continue;
			report(said ?? section, "SIGTERM reloads this uWSGI instead of stopping it: `systemctl stop` waits 90 s and kills it.", {
				related: [{
					at: last(options, "master"),
					message: "the master that gets the signal"
				}],
				fix: said ? suggested("die-on-term = true", replace(said, "die-on-term = true")) : safe("add `die-on-term = true`", lineBelow(section.name, "die-on-term = true"))
			});
		}
	}
});
/** Whether its starter stops it by a signal that makes uWSGI stop. */
function stopsOtherwise({ by, file, section }) {
	if (by === "systemd" && file.kind === "systemd") return /^(?:SIG)?(?:QUIT|INT)$/.test(entry(file, "Service", "KillSignal")?.value.text ?? "") || entry(file, "Service", "ExecStop") !== void 0;
	if (by === "supervisor" && section) return /^(?:SIG)?(?:QUIT|INT)$/.test(setting(section, "stopsignal")?.value.text ?? "");
	return by === "upstart" && /kill signal (?:SIG)?(?:QUIT|INT)/.test(file.source.text);
}
// action/lint/rules/uwsgi/process/no-master.ts
const noMaster = ownServerRule({
	id: "uwsgi/no-master",
	severity: "warning",
	summary: "uWSGI without its master process",
	why: `Without \`master = true\` no process restarts a worker that died, harakiri and max-requests do nothing, and a reload drops what is
being answered. uWSGI itself warns of it at each start ("you are running uWSGI without its master process manager").`,
	bad: `[uwsgi]
module = wsgi:app
die-on-term = true
socket = /run/shop/shop.sock
`,
	good: ini(),
	check({ options, uwsgi }, { report }) {
		if (isOn(options, "master")) return;
		const section = uwsgi.sections.find(({ name }) => name.text === "uwsgi");
		const said = last(options, "master");
		if (!section) return;
		report(said ?? section, "No master process: a worker that dies stays dead, and harakiri does nothing.", {
			related: [last(options, "processes"), last(options, "module")].flatMap((at) => at ? [{
				at,
				message: "these workers"
			}] : []).slice(0, 1),
			fix: said ? suggested("master = true", replace(said, "master = true")) : safe("add `master = true`", lineBelow(section.name, "master = true"))
		});
	}
});
// action/lint/rules/uwsgi/process/plugin-with-pip-uwsgi.ts
const pluginWithPipUwsgi = defineRule({
	id: "uwsgi/plugin-with-pip-uwsgi",
	severity: "warning",
	summary: "A Python plugin for a uWSGI that has Python built in",
	why: `The uWSGI that pip installs has Python in it and no plugin folder: \`plugin = python3\` ends in "unable to load plugin" and, with
\`need-plugin\`, in no start at all. Only the distribution's package (uwsgi-core) needs the line.`,
	bad: {
		"deploy/uwsgi.ini": ini("plugin = python3"),
		"requirements.txt": "flask==3.1.3\nuwsgi==2.0.30\n"
	},
	good: {
		"deploy/uwsgi.ini": ini(),
		"requirements.txt": "flask==3.1.3\nuwsgi==2.0.30\n"
	},
	check({ project, model, report }) {
		const pinned = project.requirements.find((source) => /^(?:py)?uwsgi\b/im.test(source.text));
		for (const { options, invocation } of ownServers(model)) {
			const own = invocation && /\/(?:\.?v?env|virtualenv|\w*env)\/bin\//.test(invocation.executable.text);
			const system = invocation && /^\/usr\/bin\//.test(invocation.executable.text);
			if (!(own || pinned) || system) continue;
			for (const option of options) if (canonicalName(option.name.text) === "plugin" && isPython.test(option.value?.text.trim() ?? "") && (own || !option.value?.text.includes("/usr/lib/"))) report(option, "A uWSGI from pip has Python built in and finds no such plugin.", suggested("remove it", wholeLine(option)));
		}
	}
});
/** By its name or its path, one of several or alone. */
const isPython = /(^|[,/])python[\d.]*(_plugin(\.so)?)?(,|$)/;
// action/lint/rules/uwsgi/process/runs-as-root.ts
const runsAsRoot = serverRule({
	id: "uwsgi/runs-as-root",
	severity: "warning",
	summary: "The app runs as root, or in root's group",
	why: `With \`uid = root\` a vulnerability of the app gives control of the whole machine: uWSGI itself warns of it at each start. \`gid = root\` lets it read and write what is for root's group. Give the
app a user and a group of its own that own nothing but its data.`,
	bad: ini("uid = root"),
	good: ini("uid = shop"),
	check({ program, options, starter }, { report }) {
		if (program !== "uwsgi" || starter?.user && starter.user.text !== "root") return;
		for (const option of options) {
			if (!/^(uid|gid)$/.test(option.name.text) || !/^(?:root|0)$/.test(option.value?.text.trim() ?? "")) continue;
			report(option, option.name.text === "uid" ? "The app runs as root: whoever exploits a vulnerability in it controls the whole machine." : "The app runs in root's group: it can read and write whatever is for that group.");
		}
	}
});
// action/lint/rules/uwsgi/process/threads-disabled.ts
/** Packages that work in threads of their own. */
const threaded = /^(?:sentry[-_]sdk|apscheduler|flask[-_]apscheduler|newrelic|ddtrace|elastic-apm|statsd|rq-scheduler)\b/im;
const threadsDisabled = defineRule({
	id: "uwsgi/threads-disabled",
	severity: "warning",
	summary: "Background threads that uWSGI never lets run",
	why: `Unless \`enable-threads = true\` (or \`threads\`) is set uWSGI starts Python without its thread support, and threads that the app or a
library starts never get a turn: Sentry sends nothing, APScheduler fires nothing, and no error is reported.`,
	bad: {
		"deploy/uwsgi.ini": ini(),
		"requirements.txt": "flask==3.1.3\npyuwsgi==2.0.30\nsentry-sdk==2.19.2\n"
	},
	good: {
		"deploy/uwsgi.ini": ini("enable-threads = true"),
		"requirements.txt": "flask==3.1.3\npyuwsgi==2.0.30\nsentry-sdk==2.19.2\n"
	},
	check({ project, model, report }) {
		const wanting = project.requirements.map((source) => threaded.exec(source.text)?.[0]).find((name) => name !== void 0);
		if (!wanting) return;
		for (const { options, uwsgi } of ownServers(model)) {
			if (isOn(options, "enable-threads") || last(options, "threads") || last(options, "gevent")) continue;
			const section = uwsgi.sections.find(({ name }) => name.text === "uwsgi");
			if (!section) continue;
			report(section, `${wanting} works in a thread of its own, and without \`enable-threads\` that never runs.`, safe("add `enable-threads = true`", lineBelow(section.name, "enable-threads = true")));
		}
	}
});
// action/lint/rules/uwsgi/sockets/chmod-without-unix-socket.ts
const chmodWithoutUnixSocket = serverRule({
	id: "uwsgi/chmod-without-unix-socket",
	severity: "info",
	summary: "chmod-socket where all sockets are TCP",
	why: `A TCP socket has no mode: \`chmod-socket\` does nothing for it. Every process of the machine may connect to 127.0.0.1:8000;
where that matters, use a unix socket.`,
	bad: ini("socket =", "http-socket = 127.0.0.1:8000", "chmod-socket = 660"),
	good: ini("socket =", "http-socket = 127.0.0.1:8000"),
	check({ program, options, listeners, partial }, { report }) {
		if (program !== "uwsgi" || partial || listeners.length === 0 || listeners.some(({ address }) => address.kind !== "tcp")) return;
		for (const option of options) if (canonicalName(option.name.text) === "chmod-socket") report(option, "A TCP socket has no mode: this does nothing.", safe("remove it", wholeLine(option)));
	}
});
// action/lint/rules/uwsgi/sockets/http-instead-of-http-socket.ts
const httpInsteadOfHttpSocket = serverRule({
	id: "uwsgi/http-instead-of-http-socket",
	severity: "warning",
	summary: "uWSGI's own HTTP router behind nginx",
	why: `\`http\` starts one more process that accepts HTTP and forwards it to the workers, for servers without a web server in front.
Behind nginx it is an extra hop, with timeouts and header limits of its own: use \`socket\` with uwsgi_pass, or \`http-socket\`.`,
	bad: ini("socket =", "http = 127.0.0.1:8000"),
	good: ini("socket =", "http-socket = 127.0.0.1:8000"),
	check({ program, options, listeners, uwsgi }, { project, report }) {
		if (program !== "uwsgi" || !uwsgi || inContainer(project)) return;
		for (const { address, at } of listeners) {
			const option = options.find(({ name, value }) => name.text === "http" && value === at);
			const isFront = address.kind === "tcp" && !isLoopback(address.host) && /^(?:80|443)$/.test(`${address.port}`);
			if (!option || address.kind === "unknown" || isFront) continue;
			report(option, "`http` puts a router process of its own between nginx and the workers.", suggested("write `http-socket`", replace(option.name, "http-socket")));
		}
	}
});
// action/lint/rules/uwsgi/sockets/local-uwsgi-socket.ts
const localUwsgiSocket = defineRule({
	id: "uwsgi/local-uwsgi-socket",
	severity: "error",
	summary: "The uwsgi protocol on a local port: every user of the machine can run code as the app",
	why: `A port of 127.0.0.1 has no owner and no mode: every process of the machine can connect. The uwsgi protocol lets it set the variables of the request, and
UWSGI_FILE=/tmp/x.py makes uWSGI load and run that file as the app's user. A unix socket with \`chmod-socket = 660\` is for the app and nginx alone. Where it has to be a port, refuse such
requests by a route: \`route-if-not = empty:\${UWSGI_FILE} break:403\`, and the same for UWSGI_SCRIPT, UWSGI_MODULE and UWSGI_HOME. An HTTP socket takes none of these variables.`,
	bad: ini("socket = 127.0.0.1:3031"),
	good: ini("socket = 127.0.0.1:3031", "route-if-not = empty:${UWSGI_FILE} break:403"),
	check({ project, model, report }) {
		if (inContainer(project)) return;
		for (const { program, uwsgi, listeners, options, starter, invocation } of model.servers) {
			if (program !== "uwsgi" || !(isDeployed(starter) || invocation?.background)) continue;
			if (options.some(({ name, value }) => name.text.startsWith("route") && /UWSGI_/.test(value?.text ?? ""))) continue;
			if (uwsgi?.template || uwsgi && model.fragments.has(uwsgi)) continue;
			for (const { address, protocol, at } of listeners) {
				if (protocol !== "uwsgi" || address.kind !== "tcp" || !isLoopback(address.host)) continue;
				report(at, `${`Every process of this machine can connect to port ${address.port} and have uWSGI run a file of its own as the app (UWSGI_FILE).`} A unix socket with chmod-socket = 660 is for nginx alone.`);
			}
		}
	}
});
// action/lint/rules/uwsgi/sockets/privileged-port.ts
/** Makes a port with the uwsgi protocol safe beside other users: denies requests that name a file to load. */
const refused = "route-if-not = empty:${UWSGI_FILE} break:403";
const privilegedPort = serverRule({
	id: "uwsgi/privileged-port",
	severity: "warning",
	summary: "The uwsgi protocol on nginx's own port",
	why: `Ports 80 and 443 are nginx's: the second of the two to start fails with "address already in use". And browsers do not speak
the uwsgi protocol. Choose a port above 1023, or a unix socket.`,
	bad: ini("socket = 127.0.0.1:80", refused),
	good: ini("socket = 127.0.0.1:8080", refused),
	check({ program, listeners }, { report }) {
		if (program !== "uwsgi") return;
		for (const { address, protocol, at } of listeners) {
			if (protocol !== "uwsgi" || address.kind !== "tcp" || address.port !== 80 && address.port !== 443) continue;
			report(at, `Port ${address.port} belongs to nginx: the second of the two to start finds it in use.`);
		}
	}
});
// action/lint/rules/uwsgi/sockets/public-uwsgi-socket.ts
const publicUwsgiSocket = defineRule({
	id: "uwsgi/public-uwsgi-socket",
	severity: "error",
	summary: "The uwsgi protocol open to every client",
	why: `\`socket = :8000\` listens on every address of the machine. A client that reaches it sets the variables of the request: with
UWSGI_FILE it names the code to run, which is remote code execution. nginx on the same machine needs 127.0.0.1 or a unix
socket.`,
	bad: ini("socket = :8000"),
	good: ini("socket = /run/shop/shop.sock"),
	check({ project, model, report }) {
		if (inContainer(project)) return;
		for (const server of model.servers) {
			if (server.program !== "uwsgi") continue;
			for (const { address, protocol, at } of server.listeners) {
				if (protocol !== "uwsgi" || address.kind !== "tcp" || !isPublic(address.host)) continue;
				report(at, `Every client that reaches port ${address.port} can have uWSGI run a file of its choice as the app (UWSGI_FILE). A unix socket with chmod-socket = 660 is for nginx alone.`);
			}
		}
	}
});
// action/lint/rules/uwsgi/sockets/socket-of-systemd.ts
const files = (...lines) => ({
	"deploy/uwsgi.ini": ini(...lines),
	"deploy/shop.socket": "[Socket]\nListenStream=/run/shop/shop.sock\nSocketGroup=www-data\nSocketMode=0660\n\n[Install]\nWantedBy=sockets.target\n",
	"deploy/shop.service": unit("ExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini")
});
/** The .socket unit's setting for each of uWSGI's. */
const instead = {
	"chmod-socket": "SocketMode=",
	"chown-socket": "SocketUser= and SocketGroup=",
	vacuum: "RemoveOnStop=",
	listen: "Backlog="
};
const socketOfSystemd = serverRule({
	id: "uwsgi/socket-of-systemd",
	severity: "info",
	summary: "Options for a socket that systemd opens",
	why: `systemd has opened the socket before uWSGI starts, with the mode, the owner and the backlog of its .socket unit. uWSGI leaves all three as they are, and \`vacuum\` removes nothing
("unix socket … changed inode. Skip removal"). A \`chmod-socket = 660\` there is misleading about who may connect.`,
	bad: files("chmod-socket = 660"),
	good: files(),
	check({ options, listeners }, { report }) {
		const [first] = listeners;
		if (typeof first?.handed !== "object" || listeners.some(({ handed }) => !handed)) return;
		for (const option of options) {
			const key = instead[canonicalName(option.name.text)];
			if (!key) continue;
			report(option, `systemd opens this server's socket, so ${option.name.text} changes nothing: ${key} of ${first.handed.name} counts.`, {
				related: [{
					at: first.handed.listeners[0].at,
					message: "systemd opens it here"
				}],
				fix: option.source.path.endsWith(".ini") ? safe("remove it", wholeLine(option)) : void 0
			});
		}
	}
});
// action/lint/rules/uwsgi/sockets/socket-place.ts
/** Unix sockets of uWSGI that nginx cannot reach. If nginx connects to one in these files, its own rules report it. */
const socketRule = (isBad, message, rule) => serverRule({
	...rule,
	severity: "warning",
	check(server, { project, model, report }) {
		if (server.program !== "uwsgi" || server.starter?.by === "container" || model.connectionsTo(server).length > 0) return;
		for (const { address, at, protocol } of server.listeners) if (address.kind === "unix" && protocol !== "unknown" && isBad(address.path, project)) report(at, message(address.path));
	}
});
const socketInHome = socketRule((path, project) => homeOnMachine(project, path) !== void 0, (path) => `nginx's user cannot enter ${path.split("/").slice(0, 3).join("/")} on current distributions: 502, permission denied. Use /run with RuntimeDirectory=.`, {
	id: "uwsgi/socket-in-home",
	summary: "A socket in a user's home directory",
	why: `Home directories are closed to other users: 0750 on Ubuntu since 21.04, 0700 on Debian 12. nginx's user cannot reach a socket in one, so every request is a 502 with
"(13: Permission denied)" in its error log, while uWSGI runs normally. Put sockets in /run/<app>, created by RuntimeDirectory= of the unit.`,
	bad: ini("socket = /home/ann/shop/shop.sock"),
	good: ini("socket = /run/shop/shop.sock")
});
const socketInTmp = socketRule((path) => /^\/(var\/)?tmp\//.test(path), (path) => `nginx with PrivateTmp sees another /tmp and answers 502, and any user can create ${path} first. Use /run with RuntimeDirectory=.`, {
	id: "uwsgi/socket-in-tmp",
	summary: "A socket in /tmp",
	why: `With PrivateTmp=yes on either side, as nginx and many units have it, nginx and the app see different /tmp folders: a 502, "no such file". And any user of the
machine may make a socket of that name first. Put sockets in /run/<app>, created by RuntimeDirectory= of the unit.`,
	bad: ini("socket = /tmp/shop.sock"),
	good: ini("socket = /run/shop/shop.sock")
});
// action/lint/rules/uwsgi/sockets/world-writable-socket.ts
const worldWritableSocket = serverRule({
	id: "uwsgi/world-writable-socket",
	severity: "warning",
	summary: "A socket that every user of the machine may write to",
	why: `With \`chmod-socket = 666\` any process on the machine can send requests past nginx, with headers, remote address and uwsgi
variables of its choice. 660 is enough, with nginx's user in the socket's group. A bare \`chmod-socket\` is 666 too.`,
	bad: ini("chmod-socket = 666"),
	good: ini("chmod-socket = 660"),
	check({ program, options, listeners }, { project, report }) {
		if (program !== "uwsgi" || listeners.every(({ address }) => isPort(address))) return;
		for (const option of options) {
			const text = option.value?.text.trim() ?? "";
			if (canonicalName(option.name.text) !== "chmod-socket" || !/^0?[0-7]{2}[2367]$|^$/.test(text)) continue;
			const at = option.value && text !== "" ? option.value : option;
			report(option, `Mode ${text || "666"}: every user and process of the machine can write to this socket, past nginx.`, {
				severity: inContainer(project) ? "info" : "warning",
				fix: suggested("660", replace(at, at === option ? `${option.name.text} = 660` : "660"))
			});
		}
	}
});
/** A TCP port, including one that a template fills in: `:{{ port }}`. */
const isPort = (address) => address.kind === "tcp" || address.kind === "unknown" && /^[\w.*-]*:/.test(address.at.text.trim());
// action/lint/rules/index.ts
/** All rules. Each family has its list in its folder. */
const rules = [
	...[
		nginx_exports,
		/* @__PURE__ */ __exportAll({
			abbreviatedOption: () => abbreviatedOption,
			badBoolean: () => badBoolean,
			badNumber: () => badNumber,
			chmodWithoutUnixSocket: () => chmodWithoutUnixSocket,
			colonSeparator: () => colonSeparator,
			duplicateOption: () => duplicateOption,
			envIsNoVirtualenv: () => envIsNoVirtualenv,
			forDevelopers: () => forDevelopers,
			httpInsteadOfHttpSocket: () => httpInsteadOfHttpSocket,
			inlineComment: () => inlineComment,
			localUwsgiSocket: () => localUwsgiSocket,
			magicPercent: () => magicPercent,
			moduleAndWsgiFile: () => moduleAndWsgiFile,
			mountWithoutManageScriptName: () => mountWithoutManageScriptName,
			needApp: () => needApp,
			noDieOnTerm: () => noDieOnTerm,
			noMaster: () => noMaster,
			placeholderValue: () => placeholderValue,
			pluginWithPipUwsgi: () => pluginWithPipUwsgi,
			privilegedPort: () => privilegedPort,
			publicUwsgiSocket: () => publicUwsgiSocket,
			quotedValue: () => quotedValue,
			relativeHome: () => relativeHome,
			runsAsRoot: () => runsAsRoot,
			sectionMissing: () => sectionMissing,
			socketInHome: () => socketInHome,
			socketInTmp: () => socketInTmp,
			socketOfSystemd: () => socketOfSystemd,
			threadsDisabled: () => threadsDisabled,
			undefinedPlaceholder: () => undefinedPlaceholder,
			unknownOption: () => unknownOption,
			worldWritableSocket: () => worldWritableSocket
		}),
		gunicorn_exports,
		systemd_exports,
		supervisor_exports,
		cross_exports,
		text_exports,
		cmd_exports,
		python_exports,
		upstart_exports
	].flatMap((family) => Object.values(family)),
	notRead,
	...suppressionRules
];
// action/lint/suppress.ts
const form = /^\s*[#;]\s*flask-deploy-ignore\b[ \t]*([\w/*,\- \t]*?)[ \t]*(?::[ \t]*(.*?))?\s*$/;
function suppressionsOf(project) {
	return project.sources.flatMap(({ source }) => {
		if (!source.text.includes("flask-deploy-ignore")) return [];
		return source.lineStarts.flatMap((_, index) => {
			const at = source.line(index);
			const found = at.text.length < 2e3 ? form.exec(at.text) : null;
			if (!found) return [];
			let line = index + 1;
			while (form.test(source.line(line).text) && line < source.lineStarts.length) line++;
			return [{
				at,
				rules: found[1].split(/[\s,]+/).filter(Boolean),
				reason: found[2] ?? "",
				line
			}];
		});
	});
}
/** The findings that remain, and those about suppressions themselves: no reason, or nothing to suppress. */
function suppress(findings, suppressions, levels) {
	if (suppressions.length === 0) return [...findings];
	const used = /* @__PURE__ */ new Set();
	const byPlace = /* @__PURE__ */ new Map();
	suppressions.forEach((suppression, i) => {
		const key = `${suppression.at.source.path}:${suppression.line}`;
		byPlace.set(key, [...byPlace.get(key) ?? [], i]);
	});
	const kept = findings.filter((finding) => {
		const { source, start } = finding.at;
		const hit = (byPlace.get(`${source.path}:${source.lineAt(start)}`) ?? []).find((i) => suppressions[i].rules.includes(finding.rule) && suppressions[i].reason !== "");
		if (hit !== void 0) used.add(`${hit} ${finding.rule}`);
		return hit === void 0;
	});
	suppressions.forEach((suppression, i) => {
		const line = suppression.at;
		const about = (rule, message) => {
			const severity = levels.get(rule) ?? "off";
			const fix = suggested("remove it", wholeLine(line));
			if (severity !== "off") kept.push({
				rule,
				severity,
				at: line,
				message,
				related: [],
				fix
			});
		};
		if (suppression.rules.length === 0 || suppression.reason === "") {
			about("lint/suppression-without-reason", "A suppression names a rule and says why: `# flask-deploy-ignore RULE: reason`. This one suppresses nothing.");
			return;
		}
		for (const rule of suppression.rules) {
			if (used.has(`${i} ${rule}`) || levels.get(rule) === "off") continue;
			if (!levels.has(rule)) about("lint/unused-suppression", `There is no rule \`${rule}\`, so this suppresses nothing.`);
			else about("lint/unused-suppression", `Nothing on the next line breaks \`${rule}\`: this suppression can go.`);
		}
	});
	return kept;
}
// action/lint/engine.ts
/** Lints the files of one repository. Pure: the same files give the same findings. */
function lint(files, options = {}) {
	const project = readProject(files, options.paths, options.whole, options.links);
	const requirements = project.requirements.map((source) => source.text);
	const problems = [
		...project.nginx,
		...project.uwsgi,
		...project.units,
		...project.supervisor
	].flatMap((file) => file.problems);
	const base = {
		project,
		model: buildModel(project),
		app: options.app,
		versions: {
			nginx: parseVersion(options.nginxVersion),
			gunicorn: pinned(requirements, "gunicorn"),
			uwsgi: pinned(requirements, "uwsgi") ?? pinned(requirements, "pyuwsgi")
		},
		problems
	};
	const rules$1 = options.only ?? rules;
	const isIgnored = globs(options.ignore ?? []);
	const { named } = options;
	const ignored = (path) => isIgnored(path) || named !== void 0 && !named.has(path);
	const markup = new Set(project.uwsgi.flatMap((file) => file.markup ? [file.source] : []));
	const editable = new Set(project.sources.flatMap(({ source }) => markup.has(source) || named?.has(source.path) === false ? [] : [source]));
	const filled = filledIn(project.scripts);
	const findings = [];
	const seen = /* @__PURE__ */ new Set();
	const levels = /* @__PURE__ */ new Map();
	for (const rule of rules$1) {
		const level = options.rules?.[rule.id] ?? (rule.enabled === false ? "off" : void 0);
		levels.set(rule.id, level ?? rule.severity);
		if (level === "off") continue;
		const report = (at, text, given = {}) => {
			const { related = [], fix, severity: own } = "edits" in given ? { fix: given } : given;
			const message = text.replace(controls, " ");
			const key = `${rule.id} ${at.source.path} ${at.start} ${message}`;
			if (seen.has(key) || ignored(at.source.path)) return;
			seen.add(key);
			const severity = weigh(at, level ?? own ?? rule.severity, filled);
			findings.push({
				rule: rule.id,
				severity,
				at,
				message,
				related,
				...fix?.edits.every((edit) => editable.has(edit.at.source)) ? { fix } : {}
			});
		};
		rule.check({
			...base,
			report
		});
	}
	return {
		findings: suppress(findings, suppressionsOf(project), levels).sort(byPlace),
		project
	};
}
/** Messages quote files, which may contain control characters for a terminal. */
const controls = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
/** The value of template markup is unknown, so a finding on such a line is only info. */
function weigh(at, severity, filled) {
	const { source } = at;
	if (isBackup(source.path)) return "info";
	if (filled?.test(source.line(source.lineAt(at.start)).text)) return "info";
	if (!mayBeTemplated(source)) return severity;
	const line = source.line(source.lineAt(at.start));
	return holdsMarkup(line.text.slice(0, 2e3)) ? "info" : severity;
}
function globs(patterns) {
	const tests = patterns.map((pattern) => {
		const body = pattern.replace(/^\.?\//, "").replace(/[.+^$()|[\]\\{}]/g, "\\$&").replace(/\*\*\/?|\*|\?/g, (glob) => glob.startsWith("**") ? ".*" : glob === "*" ? "[^/]*" : "[^/]");
		return new RegExp(`^${body}(/.*)?$`);
	});
	return (path) => tests.some((test) => test.test(path));
}
// action/lint/files/collect.ts
/** Folders for installed or generated files and for version control: their content is not the user's. */
const skipped = /^(\.git|\.hg|\.svn|node_modules|bower_components|\.?v?env(\d|-.*)?|virtualenv|site-packages|__pycache__|\.tox|\.nox|\.mypy_cache|\.ruff_cache|\.pytest_cache|\.eggs|\.idea|\.vscode|\.terraform|\.cache)$/;
/** Limits a folder that generates files without end. */
const most = 2e5;
/** The files below a folder that may be relevant, in a stable order. */
function collect(disk) {
	const files = [];
	const paths = [];
	const unread = [];
	const links = [];
	const folders = [""];
	while (folders.length > 0 && paths.length < most) {
		const folder = folders.pop();
		const found = attempt(() => disk.entries(folder), folder || ".", unread) ?? [];
		if (folder !== "" && found.some(({ name }) => name === "pyvenv.cfg")) continue;
		const inner = [];
		for (const { name, kind } of [...found].sort((a, b) => a.name < b.name ? -1 : 1)) {
			const path = folder === "" ? name : `${folder}/${name}`;
			if (kind === "folder" && !skipped.test(name)) inner.push(path);
			if (kind === "other") {
				const target = disk.link?.(path);
				if (target !== void 0) links.push({
					path,
					target
				});
				else if (disk.link && isCandidate(path)) unread.push({
					path,
					reason: "it is not a regular file"
				});
			}
			if (kind !== "file") continue;
			paths.push(path);
			if (!isCandidate(path)) continue;
			const content = attempt(() => contentOf(disk, path), path, unread);
			if (content) files.push({
				path,
				content
			});
		}
		folders.push(...inner.reverse());
	}
	files.sort((a, b) => a.path < b.path ? -1 : 1);
	return {
		files,
		paths,
		links,
		unread
	};
}
/** @throws with a reason for the user */
function contentOf(disk, path) {
	if (disk.size(path) > 67108864) throw new Error(`it is larger than 64 MB`);
	return disk.read(path);
}
function attempt(what, path, unread) {
	try {
		return what();
	} catch (error) {
		unread.push({
			path,
			reason: error instanceof Error ? error.message : String(error)
		});
		return;
	}
}
// action/lint/report.ts
const byPath = (source) => source.path;
function reportOf(findings, shown = byPath) {
	const place = (at) => ({
		file: shown(at.source),
		...at.source.span(at)
	});
	return { findings: findings.map(({ rule, severity, at, message, related, fix }) => {
		const { file, line, column, endLine, endColumn } = place(at);
		return {
			rule,
			severity,
			file,
			line,
			column,
			endLine,
			endColumn,
			message,
			related: related.map((r) => ({
				...place(r.at),
				message: r.message
			})),
			fix: fix ? {
				kind: fix.kind,
				title: fix.title,
				edits: fix.edits.map((edit) => ({
					...place(edit.at),
					text: edit.text
				}))
			} : null
		};
	}) };
}
/** "2 errors and 1 warning"; infos are omitted unless there is nothing else. */
function countsOf(findings) {
	const words = severities.flatMap((severity) => {
		const count = findings.filter((f) => f.severity === severity).length;
		return count > 0 ? [`${count} ${severity === "info" ? "note" : severity}${count === 1 ? "" : "s"}`] : [];
	});
	return words.length === 0 ? "no findings" : words.join(", ").replace(/, ([^,]*)$/, " and $1");
}
// action/report/lint.ts
const levels = {
	error: "error",
	warning: "warning",
	info: "notice"
};
const order = [
	"error",
	"warning",
	"info"
];
/** GitHub shows about ten annotations of each kind from a step, and drops the others silently. */
const SHOWN = 10;
/** More rows would not be read, and may exceed GitHub's limit. */
const ROWS = 500;
/** The report of a lint; a pure function of the findings. */
function lintReport(findings, context) {
	const sorted = mostImportantFirst(findings, context);
	const failing = findings.filter(({ severity }) => isAtLeast(severity, context.level)).length;
	return {
		failure: failing > 0 ? `${countsOf(findings)}; lint-level is ${context.level}` : void 0,
		outputs: {
			status: failing > 0 ? "failed" : "linted",
			findings: String(findings.length)
		},
		annotations: order.flatMap((severity) => sorted.filter((finding) => finding.severity === severity).slice(0, SHOWN).map((finding) => annotation(finding, context))),
		summary: lintSummary(sorted, failing, context)
	};
}
/** Findings in lines that the pull request changes come first, then the most severe, then by file. */
function mostImportantFirst(findings, { changed, folder }) {
	const touched = ({ file, line, endLine }) => changed && isChanged(changed, inRepository(folder, file), line, endLine) ? 0 : 1;
	return findings.map((finding) => ({
		finding,
		touched: touched(finding),
		severity: order.indexOf(finding.severity)
	})).sort((a, b) => a.touched - b.touched || a.severity - b.severity || (a.finding.file < b.finding.file ? -1 : a.finding.file > b.finding.file ? 1 : a.finding.line - b.finding.line)).map(({ finding }) => finding);
}
/** A finding as GitHub's annotation. GitHub accepts columns only within one line. */
function annotation(finding, { folder }) {
	const { severity, rule, message, file, line, column, endLine, endColumn } = finding;
	const columns = endLine === line && endColumn > column ? {
		startColumn: column,
		endColumn: endColumn - 1
	} : {};
	const place = {
		file: inRepository(folder, file),
		startLine: line,
		endLine: Math.max(line, endLine),
		...columns
	};
	return {
		level: levels[severity],
		title: rule,
		message,
		...place
	};
}
const inRepository = (folder, file) => folder ? `${folder}/${file}` : file;
function lintSummary(sorted, failing, context) {
	const looked = `${context.files} file${context.files === 1 ? "" : "s"}`;
	if (sorted.length === 0) return `### ✅ Lint: no findings in ${looked}\n`;
	const signs = {
		error: "❌ error",
		warning: "⚠️ warning",
		info: "ℹ️ note"
	};
	const rows = sorted.slice(0, ROWS).map((finding) => {
		const path = inRepository(context.folder, finding.file);
		const place = code(`${path}:${finding.line}`);
		const url = `${context.blobUrl}/${path.split("/").map(encodeURIComponent).join("/")}#L${finding.line}`;
		const linked = context.blobUrl ? `[${place}](${url})` : place;
		return [
			signs[finding.severity],
			linked,
			`${inline(finding.message)} ${code(finding.rule)}`
		];
	});
	const more = sorted.length > ROWS ? `… and ${sorted.length - ROWS} more: see the log.` : "";
	return page(`### ${failing > 0 ? "❌" : "⚠️"} Lint: ${countsOf(sorted)} in ${looked}`, context.changed ? "What this pull request changes comes first." : "", table([
		"",
		"where",
		"what"
	], rows), more, "Explain a rule: `npx create-flask-deploy explain RULE`. Apply the safe fixes: `npx create-flask-deploy lint --fix`.");
}
// action/runner/event.ts
function readEvent(file) {
	const commit = (value) => typeof value === "string" && /^[0-9a-f]{40,64}$/.test(value) ? value : "";
	try {
		const { pull_request: pull, merge_group: group } = JSON.parse(readFileSync(file, "utf8"));
		const number = Number.isSafeInteger(pull?.number) ? pull.number : void 0;
		return {
			base: commit(pull?.base?.sha ?? group?.base_sha),
			head: commit(pull?.head?.sha ?? group?.head_sha),
			pull: number
		};
	} catch {
		return {
			base: "",
			head: "",
			pull: void 0
		};
	}
}
// action/commands/lint.ts
/** Lints the app's folder: findings go to the log, the most important to their lines, all of them to the summary. */
async function lintCommand(inputs, job) {
	const { app, directory, folder, lintLevel } = inputs;
	const { runner, log } = job;
	const { files, paths, links, unread } = collect(diskAt(directory));
	for (const { path, reason } of unread) log.warning(`${path} was not read: ${reason}`);
	const { findings: found, project } = lint(files, {
		paths,
		links,
		...app && {
			app,
			rules: app.lint.rules,
			ignore: app.lint.ignore
		},
		...app?.nginxVersion && { nginxVersion: app.nginxVersion }
	});
	const { findings } = reportOf(found);
	const event = readEvent(runner.eventFile);
	const context = {
		level: lintLevel,
		folder,
		files: project.sources.length,
		changed: findings.length > 0 ? await changedLines(event, inputs, job) : void 0,
		blobUrl: runner.repository && runner.sha ? `${runner.serverUrl}/${runner.repository}/blob/${runner.sha}` : ""
	};
	const sorted = mostImportantFirst(findings, context);
	for (const finding of sorted) log.line(logLine(finding));
	const strange = files.length - project.sources.length;
	log.line(`${files.length} files read, ${strange} not recognised, ${findings.length} findings`);
	const report = lintReport(findings, context);
	if (!reachesGitHub(event, inputs, job)) return report;
	const { tellPullRequest } = await import("./pull-request.js");
	return tellPullRequest({
		report,
		annotations: sorted.map((finding) => annotation(finding, context)),
		folder,
		token: inputs.githubToken,
		event
	}, job);
}
const logLine = ({ file, line, column, severity, rule, message }) => `${file}:${line}:${column}: ${severity} ${rule}: ${message}`;
const reachesGitHub = (event, { githubToken }, { runner }) => githubToken !== "" && runner.repository !== "" && (event.pull !== void 0 || event.head !== "");
/** From git if the checkout reaches back to the base; otherwise from GitHub, since checkouts are shallow by default. */
async function changedLines(event, inputs, job) {
	const local = await changedSince(job.git, inputs.directory, event.base);
	if (local || event.pull === void 0 || !reachesGitHub(event, inputs, job)) return local;
	const { changedInPull } = await import("./changed-in-pull.js");
	return changedInPull(event.pull, inputs.githubToken, job);
}
export { lintCommand };
