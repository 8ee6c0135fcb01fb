"""nginx's sites: what of one is within the app's own places."""
from __future__ import annotations

import re

from copies import app, problems, unreadable
from words import Broken, Item, tree

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import AbstractSet, Iterable, Sequence

PLAIN = set("""absolute_redirect add_header allow auth_basic autoindex break charset chunked_transfer_encoding client_body_buffer_size
client_body_timeout client_header_buffer_size client_header_timeout client_max_body_size default_type deny etag expires
gzip gzip_buffers gzip_comp_level gzip_disable gzip_http_version gzip_min_length gzip_proxied gzip_types gzip_vary gzip_static http2
if_modified_since internal keepalive_disable keepalive_requests keepalive_time keepalive_timeout large_client_header_buffers limit_conn
limit_conn_log_level limit_conn_status limit_rate limit_rate_after limit_req limit_req_log_level limit_req_status lingering_close
lingering_time lingering_timeout log_not_found max_ranges merge_slashes output_buffers port_in_redirect postpone_output
proxy_buffer_size proxy_buffering proxy_buffers proxy_busy_buffers_size proxy_connect_timeout proxy_cookie_domain proxy_cookie_flags
proxy_cookie_path proxy_force_ranges proxy_hide_header proxy_http_version proxy_ignore_client_abort proxy_ignore_headers
proxy_intercept_errors proxy_max_temp_file_size proxy_next_upstream proxy_next_upstream_timeout proxy_next_upstream_tries
proxy_pass_header proxy_pass_request_body proxy_pass_request_headers proxy_read_timeout proxy_redirect proxy_request_buffering
proxy_send_timeout proxy_set_header proxy_socket_keepalive real_ip_header real_ip_recursive recursive_error_pages
reset_timedout_connection return satisfy send_timeout sendfile server_name_in_redirect server_tokens set set_real_ip_from
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
OWN_TESTS = re.compile(r"^/srv/%s/(current|assets|shared|maintenance)(/|$)" % re.escape(app))
OWN_SOCKET = "unix:/run/%s/current.sock" % app
BASE = "/srv/%s" % app


# Directives whose value root approved together with the block around it, and with what keeps visitors from that block.
LEADS = {"root", "alias", "auth_basic_user_file", "include", "proxy_pass", "uwsgi_pass", "fastcgi_pass", "scgi_pass", "grpc_pass",
         "access_log", "error_log", "try_files", "index", "error_page", "rewrite"}
# Of nginx's variables only these hold a path without `..`, whatever the visitor and the other directives say.
SAFE = {"uri", "document_uri"}


def variables(word: str) -> set[str]:
    return set(re.findall(r"\$\{?(\w*)", word))


def stays_inside(word: str, safe: AbstractSet[str] = SAFE) -> bool:
    return ".." not in word.split("/") and variables(word) <= safe and "%" not in word


def is_own_path(path: str) -> bool:
    return bool(OWN_PLACES.match(path)) and stays_inside(path)


# A part of a rewrite's pattern that takes whole segments of a path, or no dots: what it takes cannot be put together to `..`.
SEGMENT = r"(?:[\w-]|\\[.-]|\.html?)+|\(\.[*+]\)|\(\[\^/\][*+]\)|\((?:\\[dw]|\[[0-9a-zA-Z_-]+\])[*+]\)"
SEGMENTS = re.compile(r"\^(?:/(?:%s)?)*/?\$?" % SEGMENT)


def is_safe_rewrite(args: Sequence[str]) -> bool:
    """Whether a path that comes of it can be looked for on the disk: a redirection is the visitor's own matter."""
    if len(args) < 2:
        return True
    pattern, to, flag = args[0], args[1], (args[2:] or [""])[0]
    if flag in ("redirect", "permanent") or re.match(r"(https?|\$scheme)://", to):
        return True
    path = to.partition("?")[0]
    whole = all(re.fullmatch(r"\$[1-9]|[^$]*|\$\{?(uri|document_uri)\}?", part) for part in path.split("/"))
    if variables(path) & set("123456789") and not SEGMENTS.fullmatch(pattern):
        return False
    return whole and stays_inside(path, SAFE | set("123456789"))


def inside(item: Item) -> str:
    """How a block is known: a server is one, whatever its place; others are by all their words."""
    return "server" if item.name == "server" else " ".join(item.words)


def is_shared(args: Sequence[str]) -> bool:
    return len(args) == 1 and args[0].replace("/etc/nginx/", "", 1) in SHARED_INCLUDES


class Nginx:
    def __init__(self, name: str, before: str) -> None:
        self.name = name
        self.known: dict[str, list[Item]] = {}
        self.upstreams: set[str] = set()
        try:
            self.learn(tree(before), "http")
        except Broken:  # then nothing counts as approved
            self.known = {}

    def learn(self, items: Iterable[Item], where: str) -> None:
        """What is known of each block, by its words: what one block may lead to, another one may not."""
        for item in items:
            self.known.setdefault(where, []).append(item)
            if item.inner is not None:
                self.learn(item.inner, "main" if item.name in ("events", "http") and where == "http" else inside(item))

    def approved(self, item: Item, where: str) -> bool:
        places = (where, "main") if where == "http" else (where,)
        return any(item.same() == one.same() for place in places for one in self.known.get(place, ()))

    def args_approved(self, name: str, where: str | None = None) -> set[tuple[str, ...]]:
        return {tuple(one.args) for place, items in self.known.items() if where in (None, place) for one in items if one.name == name}

    def beyond(self, item: Item, why: str) -> bool:
        problems.append("%s:%d: `%s` %s" % (self.name, item.line, " ".join(item.words)[:100], why))
        return False

    def judge(self, text: str) -> None:
        try:
            items = tree(text)
        except Broken as error:
            unreadable.append("%s: %s" % (self.name, error))
            return
        is_full = any(item.name == "http" for item in items)
        within_http = [one for item in items for one in ([item] + item.inner if item.inner is not None else [item])]
        self.upstreams = {one.args[0] for one in within_http if one.name == "upstream" and one.args}
        for item in items:
            if self.approved(item, "http"):
                continue
            if is_full and item.name in ("events", "http") and item.inner is not None:
                self.level(item.inner, "main" if item.name == "events" else "http", "main", {"is_full": True, "links": False})
            elif is_full and item.name in OF_MAIN and item.inner is None:
                continue
            elif is_full:
                self.beyond(item, "is not what setup approved")
            else:
                self.level([item], "http", "http", {"is_full": False, "links": False})

    def level(self, items: Sequence[Item], place: str, where: str, more: dict[str, bool]) -> bool:
        """`place` is the kind of block, `where` the block itself. Gives whether something in it counts as root approved it."""
        links = [item for item in items if item.name == "disable_symlinks"]
        more = dict(more, links=links[-1].args[:1] != ["off"] if links else more["links"])
        if not more["links"] and any(one.name == "disable_symlinks" and one.args[:1] != ["off"] for one in self.known.get(where, ())):
            problems.append("%s: `disable_symlinks` of `%s` is gone, which setup approved" % (self.name, where))
        relies = False
        for item in items:
            if self.approved(item, where):
                relies = relies or item.inner is not None or item.name in LEADS
            else:
                relies = self.one(item, place, where, more) or relies
        # What root approved in a block may rely on what keeps visitors from it.
        if relies and place in ("server", "location"):
            guards = [item.same() for item in items if item.name in GUARDS]
            known = [item.same() for item in self.known.get(where, ()) if item.name in GUARDS]
            if known and guards != known:
                problems.append("%s: `%s` of `%s` is not as setup approved it" % (self.name, " ".join(known[0][0]), where))
        return relies

    def one(self, item: Item, place: str, where: str, more: dict[str, bool]) -> bool:
        name, args = item.name, item.args
        if item.inner is not None:
            if place == "http" and name == "upstream" and re.fullmatch(r"%s(_[\w-]*)?" % re.escape(app), args[0] if args else ""):
                self.level(item.inner, "upstream", inside(item), more)
                return False
            if name == "types" and name in BLOCKS.get(place, ()) or place == "http" and more["is_full"] and name in OF_HTTP:
                return self.table(item)
            if name not in BLOCKS.get(place, ()):
                return self.beyond(item, "is a block that setup did not approve")
            tested = re.findall(r"-[fdex]\s+([^\s)]+)", " ".join(args)) if name == "if" else ()
            if not all(OWN_TESTS.match(path) and stays_inside(path, SAFE | {"remote_addr"}) for path in tested):
                return self.beyond(item, "looks outside the app's own places")
            if name == "server":
                for needed in ("listen", "server_name"):
                    if not any(one.name == needed for one in item.inner):
                        self.beyond(item, "says no %s, so it would answer for others" % needed)
            return self.level(item.inner, name, inside(item), more)
        why = self.why_not(name, args, place, where, more)
        if why:
            self.beyond(item, why)
        return False

    def table(self, item: Item) -> bool:
        """A block of values, of which one word reads a file."""
        for one in item.inner or ():
            if one.inner is not None or one.name == "include" and not is_shared(one.args):
                self.beyond(one, "includes what setup did not approve")
        return False

    def why_not(self, name: str, args: list[str], place: str, where: str, more: dict[str, bool]) -> str:
        """What is wrong with a directive without a block; "" when nothing is."""
        if place == "http" and not more["is_full"]:
            return "would hold for other sites as well"
        if place == "main":
            return "" if name in OF_MAIN else "is not what setup approved"
        if place == "upstream":
            known = self.args_approved("server", where)
            is_known = tuple(args) in known or tuple(args[:1]) in {one[:1] for one in known}
            return "" if is_known or name in ("keepalive", "keepalive_timeout", "keepalive_requests", "least_conn", "ip_hash") \
                or args[:1] == [OWN_SOCKET] and name == "server" else "is an address that setup did not approve"
        if name == "rewrite":
            return "" if is_safe_rewrite(args) else "can lead out of the app's own places"
        if name == "error_page":
            to = (args or [""])[-1]
            return "" if re.match(r"@|https?://", to) or stays_inside(to) else "can lead out of the app's own places"
        if name in PLAIN or place == "http" and name in OF_HTTP:
            return ""
        if name == "listen" or name.startswith("ssl_"):
            return "" if tuple(args) in self.args_approved(name) else "is not what setup approved"
        if name == "server_name":
            names = {word for one in self.args_approved(name) for word in one}
            return "" if set(args) <= names else "is a name that setup did not approve"
        if name in ("root", "alias", "auth_basic_user_file"):
            if len(args) != 1 or not is_own_path(args[0]):
                return "leads out of the app's own places"
            return "" if more["links"] or name == "auth_basic_user_file" else \
                "would follow links: it needs `disable_symlinks if_not_owner from=/srv/%s;`" % app
        if name == "disable_symlinks":
            return "" if args[:1] in (["on"], ["if_not_owner"]) and args[1:] in ([], ["from=" + BASE]) else "is not what setup approved"
        if name in ("try_files", "index"):
            return "" if all(stays_inside(word.partition("?")[0]) for word in args) else "leads out of the app's own places"
        if name in ("access_log", "error_log"):
            path, rest = (args or [""])[0], args[1:]
            own = OWN_LOG.match(path) and ".." not in path and all(re.match(r"^[\w.=:$-]+$", word) for word in rest)
            return "" if path == "off" and name == "access_log" or own else "writes outside /var/log/nginx/%s.*" % app
        if name == "include":
            return "" if is_shared(args) else "includes what setup did not approve"
        if name in ("uwsgi_pass", "proxy_pass"):
            address = re.sub(r"^https?://", "", (args or [""])[0])
            own = address == OWN_SOCKET or address.startswith(OWN_SOCKET + ":/") and "$" not in address
            named = address.partition("/")[0] in self.upstreams and "$" not in address
            return "" if own or named else "passes requests to another program"
        return "is not on the list of what a deploy may change"
