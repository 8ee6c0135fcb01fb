"""Whether root may install the unit, site and socket files of a release: copies them first, then judges the copies.

A file may be what `setup` installed, or go beyond it by what is on the lists here: directives that stay within the app's
own places. Whatever is on no list, and was not there when `setup` ran, is for root to install. Exit codes: 1 a file
cannot be read as what it is, 5 one is missing or no plain file, 3 something is beyond; each on stderr with its file and line.
"""
import os
import re
import stat
import sys

app, releases, release, incoming, approved = sys.argv[1:]
MOST = 1 << 20
problems, unreadable = [], []


def copy(source):
    """Every part of the path by its own descriptor: whoever deploys may swap any of them while this looks."""
    folder = os.open(releases, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    *parts, name = [release] + source.split("/")
    for part in parts:
        folder = os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=folder)
    file = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    info = os.fstat(file)
    if not stat.S_ISREG(info.st_mode) or info.st_size > MOST:
        raise OSError("not a plain file of at most 1 MB")
    text = os.read(file, MOST)
    with open(os.path.join(incoming, name), "xb") as kept:
        kept.write(text)
    return text.decode("utf-8", "surrogateescape")


def installed(name):
    try:
        with open(os.path.join(approved, name), encoding="utf-8", errors="surrogateescape") as file:
            return file.read(MOST)
    except OSError:
        return ""


# --- nginx: its own rules for words, so that it can read nothing that was not judged here ---


class Broken(Exception):
    pass


def tokens(text):
    """(line, word, is_quoted) and (line, one of `;{}`, None), as ngx_conf_read_token reads them."""
    at, line, size = 0, 1, len(text)
    while at < size:
        sign = text[at]
        if sign in " \t\r\n":
            line += sign == "\n"
            at += 1
        elif sign == "#":
            while at < size and text[at] != "\n":
                at += 1
        elif sign in ";{}":
            yield line, sign, None
            at += 1
        else:
            began, quote, word = line, sign if sign in "\"'" else "", ""
            at += bool(quote)
            while True:
                if at >= size:
                    raise Broken("line %d: a word has no end" % began)
                sign = text[at]
                if sign == "\\":
                    pair = text[at:at + 2]
                    word += {"\\\"": "\"", "\\'": "'", "\\\\": "\\", "\\t": "\t", "\\r": "\r", "\\n": "\n"}.get(pair, pair)
                    line += pair.endswith("\n")
                    at += 2
                    continue
                if quote:
                    if sign == quote:
                        at += 1
                        if at < size and text[at] not in " \t\r\n;{)":
                            raise Broken("line %d: a quoted word goes on behind its quote" % line)
                        break
                elif sign in " \t\r\n;" or sign == "{" and not text[at - 1:at] == "$":
                    break
                line += sign == "\n"
                word += sign
                at += 1
            yield began, word, bool(quote)


class Item:
    """A directive: its line, its words, and what is in its block (None when it has none)."""

    def __init__(self, line, words, inner):
        self.line, self.words, self.inner = line, tuple(words), inner
        self.name, self.args = words[0], list(words[1:])

    def same(self):
        return self.words, None if self.inner is None else tuple(item.same() for item in self.inner)


def tree(text):
    if re.search("[\0-\x08\x0b\x0c\x0e-\x1f\x7f]", text):
        raise Broken("it holds control characters")
    top, above, words, began = [], [], [], 1
    inner = top
    for line, word, quoted in tokens(text):
        if quoted is not None:
            began = began if words else line
            words.append(word)
        elif word == ";" and words:
            inner.append(Item(began, words, None))
            words = []
        elif word == "{" and words:
            if len(above) > 30:
                raise Broken("line %d: blocks within blocks without end" % line)
            inner.append(Item(began, words, []))
            above.append(inner)
            inner, words = inner[-1].inner, []
        elif word == "}" and not words and above:
            inner = above.pop()
        else:
            raise Broken("line %d: a `%s` out of place" % (line, word))
    if words or above:
        raise Broken("it ends in the middle of a directive or block")
    return top


PLAIN = set("""absolute_redirect add_header allow auth_basic autoindex break charset chunked_transfer_encoding client_body_buffer_size
client_body_timeout client_header_buffer_size client_header_timeout client_max_body_size default_type deny error_page etag expires
gzip gzip_buffers gzip_comp_level gzip_disable gzip_http_version gzip_min_length gzip_proxied gzip_types gzip_vary gzip_static http2
if_modified_since internal keepalive_disable keepalive_requests keepalive_time keepalive_timeout large_client_header_buffers limit_conn
limit_conn_log_level limit_conn_status limit_rate limit_rate_after limit_req limit_req_log_level limit_req_status lingering_close
lingering_time lingering_timeout log_not_found max_ranges merge_slashes output_buffers port_in_redirect postpone_output
proxy_buffer_size proxy_buffering proxy_buffers proxy_busy_buffers_size proxy_connect_timeout proxy_cookie_domain proxy_cookie_flags
proxy_cookie_path proxy_force_ranges proxy_hide_header proxy_http_version proxy_ignore_client_abort proxy_ignore_headers
proxy_intercept_errors proxy_max_temp_file_size proxy_next_upstream proxy_next_upstream_timeout proxy_next_upstream_tries
proxy_pass_header proxy_pass_request_body proxy_pass_request_headers proxy_read_timeout proxy_redirect proxy_request_buffering
proxy_send_timeout proxy_set_header proxy_socket_keepalive real_ip_header real_ip_recursive recursive_error_pages
reset_timedout_connection return rewrite satisfy send_timeout sendfile server_name_in_redirect server_tokens set set_real_ip_from
sub_filter sub_filter_last_modified sub_filter_once sub_filter_types tcp_nodelay tcp_nopush types_hash_bucket_size
types_hash_max_size underscores_in_headers uwsgi_buffer_size uwsgi_buffering uwsgi_buffers uwsgi_busy_buffers_size
uwsgi_connect_timeout uwsgi_force_ranges uwsgi_hide_header uwsgi_ignore_client_abort uwsgi_ignore_headers uwsgi_intercept_errors
uwsgi_max_temp_file_size uwsgi_next_upstream uwsgi_next_upstream_timeout uwsgi_next_upstream_tries uwsgi_param uwsgi_pass_header
uwsgi_pass_request_body uwsgi_pass_request_headers uwsgi_read_timeout uwsgi_request_buffering uwsgi_send_timeout
uwsgi_socket_keepalive valid_referers ssl_buffer_size ssl_ciphers ssl_early_data ssl_ecdh_curve ssl_prefer_server_ciphers
ssl_protocols ssl_session_cache ssl_session_tickets ssl_session_timeout ssl_stapling ssl_stapling_verify""".split())
BLOCKS = {"http": {"server"}, "server": {"location", "if", "types"}, "location": {"location", "if", "limit_except", "types"},
          "if": set(), "limit_except": set(), "upstream": set()}
# In a whole nginx.conf, which is the app's alone.
OF_HTTP = set("client_header_buffer_size log_format map geo map_hash_bucket_size map_hash_max_size limit_conn_zone limit_req_zone "
              "server_names_hash_bucket_size server_names_hash_max_size variables_hash_bucket_size variables_hash_max_size".split())
OF_MAIN = set("worker_processes worker_connections worker_rlimit_nofile worker_shutdown_timeout multi_accept pcre_jit timer_resolution".split())
GUARDS = {"allow", "deny", "auth_basic", "auth_basic_user_file", "auth_request", "satisfy", "limit_req", "limit_conn", "internal"}
SHARED_INCLUDES = {"uwsgi_params", "mime.types", "fastcgi_params", "scgi_params", "proxy_params"}
OWN_PLACES = re.compile(r"^/srv/%s/(current|assets|shared)(/|$)" % re.escape(app))
OWN_LOG = re.compile(r"^/var/log/nginx/%s\.[a-z0-9_.-]+$" % re.escape(app))
OWN_SOCKET = "unix:/run/%s/current.sock" % app


def is_own_path(path):
    plain = re.sub(r"\$(?:[1-9]|uri|document_uri)\b", "x", path)
    return bool(OWN_PLACES.match(plain)) and ".." not in plain.split("/") and "$" not in plain


def inner_of(item):
    return item.inner or []


class Nginx:
    def __init__(self, name, before):
        self.name, self.known = name, {}
        try:
            self.learn(tree(before), "http")
        except Broken:  # then nothing counts as approved
            self.known = {}

    def learn(self, items, place):
        for item in items:
            self.known.setdefault(place, set()).add(item.same())
            if item.inner is not None:
                self.learn(item.inner, "main" if item.name in ("events", "http") and place == "http" else item.name)

    def approved(self, item, place):
        return item.same() in self.known.get(place, ()) or place == "http" and item.same() in self.known.get("main", ())

    def args_approved(self, name):
        return {same[0][1:] for place in self.known.values() for same in place if same[0][0] == name}

    def beyond(self, item, why):
        problems.append("%s:%d: `%s` %s" % (self.name, item.line, " ".join(item.words)[:100], why))

    def judge(self, text):
        try:
            items = tree(text)
        except Broken as error:
            unreadable.append("%s: %s" % (self.name, error))
            return
        is_full = any(item.name == "http" for item in items)
        for item in items:
            if self.approved(item, "http"):
                continue
            if is_full and item.name in ("events", "http") and item.inner is not None:
                self.level(item.inner, "main" if item.name == "events" else "http", {"is_full": True})
            elif is_full and item.name in OF_MAIN and item.inner is None:
                continue
            elif is_full:
                self.beyond(item, "is not what setup approved")
            else:
                self.level([item], "http", {"is_full": False})

    def level(self, items, place, more):
        accepted = False
        for item in items:
            if item.inner is not None and self.approved(item, place):
                accepted = True
            elif not self.approved(item, place):
                self.one(item, place, more)
        # What root approved within a server may rely on what keeps visitors from it.
        if accepted and place == "server":
            kept = {item.same() for item in items}
            lost = [same for same in self.known.get("server", ()) if same[0][0] in GUARDS and same not in kept]
            for same in lost:
                problems.append("%s: `%s` is gone, which setup approved" % (self.name, " ".join(same[0])))

    def one(self, item, place, more):
        name, args = item.name, item.args
        if item.inner is not None:
            if place == "http" and name == "upstream" and re.match(r"^%s([_-]|$)" % re.escape(app), args[0] if args else ""):
                return self.level(item.inner, "upstream", more)
            if place == "http" and more["is_full"] and name in OF_HTTP:
                return None
            if name not in BLOCKS.get(place, ()):
                return self.beyond(item, "is a block that setup did not approve")
            if name == "if" and not all(OWN_PLACES.match(path) or path.startswith("/srv/%s/maintenance/" % app)
                                        for path in re.findall(r"-[fdex]\s+([^\s)]+)", " ".join(args))):
                return self.beyond(item, "looks outside the app's own places")
            if name == "server":
                for needed in ("listen", "server_name"):
                    if not any(one.name == needed for one in item.inner):
                        self.beyond(item, "says no %s, so it would answer for others" % needed)
            return None if name == "types" else self.level(item.inner, name, more)
        why = self.why_not(name, args, place, more)
        if why:
            self.beyond(item, why)

    def why_not(self, name, args, place, more):
        """What is wrong with a directive without a block; "" when nothing is."""
        if place == "http" and not more["is_full"]:
            return "would hold for other sites as well"
        if place == "main":
            return "" if name in OF_MAIN else "is not what setup approved"
        if place == "upstream":
            is_known = tuple(args) in self.args_approved("server") or args[:1] in [list(one[:1]) for one in self.args_approved("server")]
            return "" if is_known or name in ("keepalive", "keepalive_timeout", "keepalive_requests", "least_conn", "ip_hash") \
                or args[:1] == [OWN_SOCKET] and name == "server" else "is an address that setup did not approve"
        if name in PLAIN or place == "http" and name in OF_HTTP:
            return ""
        if name == "listen" or name.startswith("ssl_"):
            return "" if tuple(args) in self.args_approved(name) else "is not what setup approved"
        if name == "server_name":
            known = {word for one in self.args_approved(name) for word in one}
            return "" if set(args) <= known else "is a name that setup did not approve"
        if name in ("root", "alias", "auth_basic_user_file"):
            return "" if len(args) == 1 and is_own_path(args[0]) else "leads out of the app's own places"
        if name == "disable_symlinks":
            return "" if args[:1] in (["on"], ["if_not_owner"]) else "is not what setup approved"
        if name in ("try_files", "index"):
            inside = all(".." not in word.split("/") and not set(re.findall(r"\$\{?(\w+)", word)) - {"uri", "is_args", "args", "document_uri"}
                         - set("123456789") for word in args)
            return "" if inside else "leads out of the app's own places"
        if name in ("access_log", "error_log"):
            path, rest = (args or [""])[0], args[1:]
            own = OWN_LOG.match(path) and ".." not in path and all(re.match(r"^[\w.=:$-]+$", word) for word in rest)
            return "" if path == "off" and name == "access_log" or own else "writes outside /var/log/nginx/%s.*" % app
        if name == "include":
            path = (args or [""])[0]
            return "" if path.replace("/etc/nginx/", "", 1) in SHARED_INCLUDES else "includes what setup did not approve"
        if name in ("uwsgi_pass", "proxy_pass"):
            address = re.sub(r"^https?://", "", (args or [""])[0])
            own = address == OWN_SOCKET or address.startswith(OWN_SOCKET + ":/") and "$" not in address
            named = re.match(r"^%s([_-][\w-]*)?(/[^$]*)?$" % re.escape(app), address)
            return "" if own or named or tuple(args) in self.args_approved(name) else "passes requests to another program"
        return "is not on the list of what a deploy may change"


# --- units of systemd, and supervisor's program ---

NAMES = r"(%s[@.-][\w@.%%:-]*)" % re.escape(app)
COMMON = {"Description": ".*", "Documentation": ".*"}
SECONDS = r"(infinity|[0-9a-z ]+)"
UNIT = dict(COMMON, After=r"[\w@.%: -]*", Before=r"[\w@.%: -]*", Requires=NAMES, Wants=NAMES, BindsTo=NAMES, PartOf=NAMES,
            StartLimitIntervalSec=SECONDS, StartLimitBurst="[0-9]+")
SERVICE = dict(Type="notify|exec|simple|notify-reload", UMask="0*[0-7]?[0-7]7", Environment=".*",
               WorkingDirectory=r"/srv/%s/releases/%%i(/(?!\.\.)[\w.-]+)*" % re.escape(app),
               ExecStart="exec", ExecStartPre="exec", ExecStartPost="exec", ExecReload="exec", ExecStop="exec", ExecStopPost="exec",
               ExecCondition="exec", TimeoutStartSec=SECONDS, TimeoutStopSec=SECONDS, TimeoutSec=SECONDS, Restart=r"[\w-]+",
               RestartSec=SECONDS, RestartSteps="[0-9]+", RestartMaxDelaySec=SECONDS, KillMode="control-group|mixed",
               KillSignal="[A-Z0-9+]+", SendSIGKILL="yes|true", WatchdogSec=SECONDS, NotifyAccess=r"\w+", MemoryMax=r"[\w%.]+",
               MemoryHigh=r"[\w%.]+", CPUQuota=r"[\w%.]+", CPUWeight=r"[\w]+", IOWeight="[0-9]+", TasksMax=r"[\w%]+",
               LimitNOFILE="[0-9:]+", LimitCORE="[0-9:]+", Nice=r"(1?[0-9])", OOMScoreAdjust="[0-9]+", SyslogIdentifier=r"[\w.@%-]+",
               StandardOutput="journal|inherit|null", StandardError="journal|inherit|null")
SECTIONS = {"Unit": UNIT, "Service": SERVICE, "Socket": {"Backlog": "[0-9]+"}, "Install": {}}
PROGRAM = dict(startsecs="[0-9]+", startretries="[0-9]+", stopwaitsecs="[0-9]+", stopsignal="[A-Z0-9]+", autorestart=r"\w+",
               autostart=r"\w+", priority="[0-9]+", environment=".*", umask="0*[0-7]?[0-7]7", stdout_logfile_maxbytes=r"\w+",
               stdout_logfile_backups="[0-9]+", redirect_stderr=r"\w+", stopasgroup=r"\w+", killasgroup=r"\w+")
# Without these lines the app would be somebody else, or in no sandbox.
KEPT = re.compile(r"^(User|Group|DynamicUser|user|NoNewPrivileges|CapabilityBoundingSet|AmbientCapabilities|KeyringMode|LockPersonality|"
                  r"MemoryDenyWriteExecute|RemoveIPC|ProcSubset|IPAddressDeny|Private\w+|Protect\w+|Restrict\w+|"
                  r"SystemCall\w+|Socket\w+|ListenStream)$")


def lines_of(text, comments):
    """(line, section, key, value); what would be read in more than one way is Broken."""
    section, found = "", []
    for number, line in enumerate(text.split("\n"), 1):
        plain = line.strip(" \t")
        if not plain or plain[0] in comments:
            continue
        if line[0] in " \t" or line.endswith("\\") or re.search("[\0-\x08\x0b-\x1f\x7f]", line):
            raise Broken("line %d: it is indented, goes on in the next line, or holds control characters" % number)
        heading = re.match(r"^\[([^\]]+)\]$", plain)
        if heading:
            section = heading.group(1)
            continue
        key, equals, value = plain.partition("=")
        if not equals or not section:
            raise Broken("line %d: neither a section nor KEY=value" % number)
        found.append((number, section, key.strip(" \t"), value.strip(" \t")))
    return found


def judge_lines(name, text, before, comments, allowed):
    try:
        known = {entry[1:] for entry in lines_of(before, comments)}
    except Broken:
        known = set()
    try:
        entries = lines_of(text, comments)
    except Broken as error:
        unreadable.append("%s: %s" % (name, error))
        return
    # A command of root's is approved with the file around it, and with nothing else around it.
    if any(key.startswith("Exec") and re.match(r"^[@:|-]*[+!]", value) for _, key, value in known):
        problems.append("%s: it has a command that runs as root, so only setup may change it" % name)
        return
    for number, section, key, value in entries:
        pattern = allowed(section).get(key)
        if (section, key, value) in known:
            continue
        fits = pattern is not None and (not re.match(r"^[@:|-]*[+!]", value) if pattern == "exec" else re.fullmatch(pattern, value))
        if not fits:
            problems.append("%s:%d: `%s=%s` is not what setup approved, nor on the list of what a deploy may change"
                            % (name, number, key, value[:80]))
    kept = {entry[1:] for entry in entries}
    for section, key, value in sorted(known - kept):
        if KEPT.match(key):
            problems.append("%s: `%s=%s` is gone, which setup approved" % (name, key, value[:80]))


for source in sys.stdin.read().split():
    name = source.split("/")[-1]
    try:
        text = copy(source)
    except OSError as error:
        sys.stderr.write("flask-deploy: %s of %s is missing or not a plain file (%s)\n" % (source, release, error.strerror or error))
        sys.exit(5)
    before = installed(name)
    if text == before:
        continue
    if name == "nginx.conf":
        Nginx(source, before).judge(text)
    elif name == "supervisor.conf":
        only = "program:%s-@RELEASE@" % app
        judge_lines(source, text, before, ";#", lambda section: PROGRAM if section == only else {})
    else:
        judge_lines(source, text, before, "#;", lambda section: SECTIONS.get(section, {}))
if unreadable:
    sys.stderr.write("".join(line + "\n" for line in unreadable))
    sys.exit(1)
if problems:
    sys.stderr.write("".join(line + "\n" for line in problems[:20]))
    sys.exit(3)
