import{b as e,lt as t,ot as n,x as r}from"./cli-shared.js";import{C as i,S as a,b as o,w as s,y as c}from"./cli-server-flags.js";function l(e){let t=RegExp(`^from (?:${Object.keys(e).join(`|`)}) import .*\n`,`gm`),[n=``,...r]=Object.values(e).map(e=>e.replace(t,``));return[n,...r.map(e=>e.replace(`from __future__ import annotations
`,``))].join(`

`)}const u=l({masking:`"""Takes out of a line what must not leave the server: the values of the app's environment. The first part of \`logs\`."""
from __future__ import annotations

import json
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterator

HARMLESS = ("true", "false", "none", "null", "production", "development", "testing")
# A secret with a colour in the middle would come together again where the colour is taken out.
STEERS = re.compile("\\x1b\\\\][^\\x07\\x1b]*(?:\\x07|\\x1b\\\\\\\\)?|(?:\\x1b\\\\[|\\x9b)[0-?]*[ -/]*[@-~]?|\\x1b[ -/]*[0-~]?|[\\0-\\x08\\x0b-\\x1f\\x7f-\\x9f"
                    "\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]")


def secrets(path: str) -> re.Pattern[str] | None:
    """A pattern for every value of the environment in a file, as it is and as logs write it; None when there is none."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            said = file.read(1 << 20)
    except OSError:
        said = ""
    found: set[str] = set()
    for value in values(said):
        for part in map(str.strip, [value, *value.splitlines()]):
            if len(part) >= 4 and part.lower() not in HARMLESS:
                percent = "".join(c if c.isalnum() and c < "\\x7f" or c in "_.-~" else "".join("%%%02X" % b for b in c.encode()) for c in part)
                # As nginx writes what is not plain ASCII.
                hexed = "".join(chr(b) if 31 < b < 127 and b not in b'"\\\\' else "\\\\x%02X" % b for b in part.encode())
                found.update((part, percent, percent.replace("%20", "+"), percent.replace("%2F", "/"), json.dumps(part)[1:-1],
                              json.dumps(part, ensure_ascii=False)[1:-1], repr(part)[1:-1], hexed))
    return re.compile("|".join(map(re.escape, sorted(found, key=len, reverse=True)))) if found else None


def values(text: str) -> Iterator[str]:
    """As systemd reads an EnvironmentFile; of a bare value also what a shell takes of it, which has no comment behind."""
    for value in re.findall(r"(?ms)^[ \\t]*(?:export[ \\t]+)?[A-Za-z_]\\w*[ \\t]*=[ \\t]*(\\"(?:\\\\.|[^\\"\\\\])*\\"|'[^']*'|[^\\n]*)", text):
        if value[:1] == '"' and value[1:]:
            yield re.sub(r"(?s)\\\\([\\"\\\\$\`\\n])", lambda seen: seen.group(1).strip("\\n"), value[1:-1])
        elif value[:1] == "'" and value[1:]:
            yield value[1:-1]
        else:
            bare = value.strip()
            yield re.sub(r"\\\\(.)", r"\\1", bare)
            if " #" in bare:
                yield bare.split(" #")[0].strip()
`,log_reader:`"""What the app, its process manager and nginx have written, by time; as root, so secrets are taken out before anything leaves.

One JSON object a line: at (seconds since 1970), from (app, systemd, nginx), release, priority (syslog's, or none), text.
With FOLLOW a line {"live": true} ends what was there, and the end of stdin ends the program.
"""
from __future__ import annotations

import glob
import io
import json
import os
import re
import select
import subprocess
import sys
import time

from masking import STEERS, secrets

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO, Collection, Mapping

    from messages import Line

app, manager, lines_wanted, begin, following, release, nginx, access, error = sys.argv[1:]
count, since, follow = int(lines_wanted), int(begin), following == "1"
ID = "[0-9]{8}T[0-9]{6}Z-[0-9a-f]{7,12}"
MOST = 4 << 20
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def clean(text: str) -> str:
    text = STEERS.sub("", text)
    return hidden.sub("***", text) if hidden else text


def entry(at: float, source: str, text: str, of: str = "", priority: int | None = None) -> Line:
    return {"at": at, "from": source, "release": of, "priority": priority, "text": clean(text)}


def say(one: Mapping[str, object]) -> None:
    os.write(1, (json.dumps({name: value for name, value in one.items() if name != "dated"}) + "\\n").encode())


# --- the journal ---

def matches() -> tuple[re.Pattern[str] | None, list[str], list[str]]:
    """What to look for, and the units that count of it: systemd speaks of many units in one voice."""
    one = "%s@%s.service" % (re.escape(app), re.escape(release) if release != "-" else ID)
    if manager == "systemd":
        units = "%s|%s" % (one, "-" if release != "-" else "%s-proxy.service|%s.socket" % (re.escape(app), re.escape(app)))
        globs = ["%s@%s.service" % (app, release if release != "-" else "*")]
        globs += [] if release != "-" else [app + "-proxy.service", app + ".socket"]
        live = ["_SYSTEMD_SLICE=system-%s.slice" % app.replace("-", "\\\\x2d"), "+", "_SYSTEMD_UNIT=%s-proxy.service" % app]
    elif manager == "emperor":
        units, globs, live = "%s-emperor.service" % re.escape(app), [app + "-emperor.service"], ["_SYSTEMD_UNIT=%s-emperor.service" % app]
    else:
        return None, [], []
    return re.compile(units), [word for unit in globs for word in ("-u", unit)], live + ["+", "_PID=1"]


JOURNAL = ["journalctl", "-q", "--no-pager", "-o", "json", "--output-fields=MESSAGE,PRIORITY,_SYSTEMD_UNIT,UNIT"]


def of_journal(line: bytes, wanted: re.Pattern[str]) -> list[Line]:
    try:
        raw = json.loads(line)
        at, message = int(raw["__REALTIME_TIMESTAMP"]) / 1e6, raw.get("MESSAGE")
    except (ValueError, KeyError, TypeError):
        return []
    own, about = raw.get("_SYSTEMD_UNIT") or "", raw.get("UNIT") or ""
    unit = own if wanted.fullmatch(own) else about
    if not wanted.fullmatch(unit):
        return []
    if isinstance(message, list):  # bytes that are no text
        message = bytes(byte & 255 for byte in message if isinstance(byte, int)).decode("utf-8", "replace")
    priority = int(raw["PRIORITY"]) if str(raw.get("PRIORITY", "")).isdigit() else None
    of = re.search("@(%s)\\\\.service" % ID, unit)
    return [entry(at, "app" if unit == own else "systemd", text, of.group(1) if of else "", priority)
            for text in (message or "").splitlines() or [""]]


# --- files ---

def moment(line: str) -> float | None:
    """Seconds since 1970 that a line tells; None when it tells none. Without a zone it is this machine's."""
    seen = re.search(r"\\[(\\d\\d)/(\\w{3})/(\\d{4}):(\\d\\d):(\\d\\d):(\\d\\d) ([+-]\\d{4})\\]", line)
    if seen and seen.group(2) in MONTHS:
        d, m, y, *clock, zone = seen.groups()
        return seconds(y, MONTHS.index(m) + 1, d, *clock, zone=zone)
    seen = re.search(r"(\\d{4})[-/](\\d\\d)[-/](\\d\\d)[ T](\\d\\d):(\\d\\d):(\\d\\d)(?:[.,](\\d{1,6}))?(?: ?([+-]\\d\\d):?(\\d\\d)|(Z))?", line[:80])
    if seen:
        *parts, part, hours, minutes, utc = seen.groups()
        return seconds(*parts, zone="+0000" if utc else hours + minutes if hours else "") + float("0." + (part or "0"))
    seen = re.search(r"\\b([A-Z][a-z]{2}) +(\\d{1,2}) (\\d\\d):(\\d\\d):(\\d\\d) (\\d{4})\\b", line[:80])
    if seen and seen.group(1) in MONTHS:
        m, d, h, minute, s, y = seen.groups()
        return seconds(y, MONTHS.index(m) + 1, d, h, minute, s)
    return None


def seconds(*parts: str | int, zone: str = "") -> float:
    try:
        year, month, day, hour, minute, second = map(int, parts)
        local = time.mktime((year, month, day, hour, minute, second, 0, 0, -1))
        if not zone:
            return local
        away = int(zone[1:3]) * 3600 + int(zone[3:5]) * 60
        return local + time.localtime(local).tm_gmtoff - (away if zone[0] == "+" else -away)
    except (ValueError, OverflowError):
        return 0.0


class File:
    def __init__(self, path: str, source: str, of: str = "") -> None:
        self.path, self.source, self.of, self.rest = path, source, of, b""
        self.file: io.FileIO | None = None
        stamp = of[:15].replace("T", "")
        self.last = seconds(stamp[:4], stamp[4:6], stamp[6:8], stamp[8:10], stamp[10:12], stamp[12:14], zone="+0000") if of else 0.0

    def open(self) -> io.FileIO | None:
        try:
            self.file = open(self.path, "rb", buffering=0)
        except OSError:
            self.file = None
        return self.file

    def former(self) -> list[Line]:
        """What is there already, and of the file before the last rotation what may be asked for."""
        raw = b""
        try:
            with open(self.path + ".1", "rb") as file:
                raw = tail_of(file)
        except OSError:
            pass
        now = self.open()
        if not now:
            return self.lines(raw)
        found = self.lines(raw + tail_of(now))
        # Lines without a time have that of the line before; the last ones were written when the file was.
        written = os.fstat(now.fileno()).st_mtime
        for one in reversed(found):
            if one["dated"]:
                break
            one["at"] = self.last = written
        return found

    def more(self) -> list[Line]:
        """What has come since; a rotated file is read to its end before the new one."""
        raw = self.file.read() if self.file else b""
        try:
            there = os.stat(self.path)
        except OSError:
            return self.lines(raw, live=True)
        if not self.file or not os.path.samestat(there, os.fstat(self.file.fileno())):
            fresh = self.open()
            raw += fresh.read() if fresh else b""
        elif there.st_size < self.file.tell():
            self.file.seek(0)
            raw += self.file.read()
        return self.lines(raw, live=True)

    def lines(self, raw: bytes, live: bool = False) -> list[Line]:
        *whole, self.rest = (self.rest + raw).split(b"\\n")
        if not live and self.source == "nginx":  # each line has its time, so those before the last ones are in nobody's way
            whole = whole[max(0, len(whole) - count):]
        found: list[Line] = []
        for line in whole:
            text = line.decode("utf-8", "replace")
            at = moment(text)
            self.last = at if at else time.time() if live else self.last
            found.append({**entry(self.last, self.source, text, self.of), "dated": bool(at)})
        return found


def tail_of(file: BinaryIO | io.FileIO) -> bytes:
    size = file.seek(0, 2)
    file.seek(max(0, size - MOST))
    raw = file.read()
    return raw if size <= MOST else raw.partition(b"\\n")[2]


def files(known: Collection[str]) -> list[File]:
    found = [(path, "nginx", "") for path in (access, error) if path and nginx == "1"]
    if manager == "supervisor":
        pattern = "/var/log/supervisor/%s-%s-stdout---*.log" % (glob.escape(app), release if release != "-" else "*")
        for path in glob.glob(pattern):
            seen = re.match("%s-(%s)-stdout" % (re.escape(app), ID), os.path.basename(path))
            if seen:
                found.append((path, "app", seen.group(1)))
    return [File(*one) for one in found if one[0] not in known]


hidden = secrets("/etc/flask-deploy/%s.env" % app)
if nginx == "1" and not access and not error:
    say({"note": "the site writes no log of its own into /var/log/nginx: see access_log and error_log in deploy/nginx.conf"})
wanted, named, live = matches()
begun = time.time()
open_files = files(())
past = [one for file in open_files for one in file.former() if one["at"] >= since]
if wanted:
    # Backwards, since \`-n\` together with \`--since\` gives the first ones.
    argv = JOURNAL + named + ["-r", "-n", str(count)] + (["--since", "@%d" % since] if since else [])
    said = subprocess.run(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout
    past += [one for line in reversed(said.splitlines()) for one in of_journal(line, wanted) if one["at"] <= begun]
past.sort(key=lambda one: one["at"])
for one in past[len(past) - min(count, len(past)):]:
    say(one)
if not follow:
    sys.exit(0)
say({"live": True})

journal = None
if wanted:
    argv = JOURNAL + ["-f", "-n", "all", "--since", "@%d" % begun] + live
    journal = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
voice = journal.stdout if journal else None
try:
    rest = b""
    while True:
        sources = [0] + ([voice.fileno()] if voice else [])
        heard = select.select(sources, [], [], 0.25)[0]
        if 0 in heard and not os.read(0, 4096):
            break
        if wanted and voice and voice.fileno() in heard:
            chunk = os.read(voice.fileno(), 65536)
            if not chunk:
                break
            *whole, rest = (rest + chunk).split(b"\\n")
            for line in whole:
                for one in of_journal(line, wanted):
                    if one["at"] > begun:
                        say(one)
        open_files += files([file.path for file in open_files])
        for file in open_files:
            for one in file.more():
                say(one)
except OSError:  # nobody reads any more
    pass
finally:
    if journal:
        journal.kill()
        journal.wait()
`}),d=l({copies:`"""Whether root may install the unit, site and socket files of a release: copies them first, then judges the copies.

A file may be what \`setup\` installed, or go beyond it by what is on the lists here: directives that stay within the app's
own places. Whatever is on no list, and was not there when \`setup\` ran, is for root to install. Exit codes: 1 a file
cannot be read as what it is, 5 one is missing or no plain file, 3 something is beyond; each on stderr with its file and line.
"""
from __future__ import annotations

import os
import stat
import sys

app, releases, release, incoming, approved = sys.argv[1:]
MOST = 1 << 20
problems: list[str] = []
unreadable: list[str] = []


def copy(source: str) -> str:
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


def installed(name: str) -> str:
    try:
        with open(os.path.join(approved, name), encoding="utf-8", errors="surrogateescape") as file:
            return file.read(MOST)
    except OSError:
        return ""
`,words:`"""nginx: its own rules for words, so that it can read nothing that was not judged here."""
from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterator, Optional, Sequence, Tuple

    Same = Tuple[Tuple[str, ...], Optional[Tuple["Same", ...]]]


class Broken(Exception):
    pass


def tokens(text: str) -> Iterator[tuple[int, str, bool | None]]:
    """(line, word, is_quoted) and (line, one of \`;{}\`, None), as ngx_conf_read_token reads them."""
    at, line, size = 0, 1, len(text)
    while at < size:
        sign = text[at]
        if sign in " \\t\\r\\n":
            line += sign == "\\n"
            at += 1
        elif sign == "#":
            while at < size and text[at] != "\\n":
                at += 1
        elif sign in ";{}":
            yield line, sign, None
            at += 1
        else:
            began, quote, word, variable = line, sign if sign in "\\"'" else "", "", False
            at += bool(quote)
            while True:
                if at >= size:
                    raise Broken("line %d: a word has no end" % began)
                sign = text[at]
                # As many as follow an unescaped \`$\` are part of the word, and begin no block.
                if sign == "{" and variable:
                    word += sign
                    at += 1
                    continue
                variable = sign == "$"
                if sign == "\\\\":
                    pair = text[at:at + 2]
                    word += {"\\\\\\"": "\\"", "\\\\'": "'", "\\\\\\\\": "\\\\", "\\\\t": "\\t", "\\\\r": "\\r", "\\\\n": "\\n"}.get(pair, pair)
                    line += pair.endswith("\\n")
                    at += 2
                    continue
                if quote:
                    if sign == quote:
                        at += 1
                        if at < size and text[at] not in " \\t\\r\\n;{)":
                            raise Broken("line %d: a quoted word goes on behind its quote" % line)
                        break
                elif sign in " \\t\\r\\n;{":
                    break
                line += sign == "\\n"
                word += sign
                at += 1
            yield began, word, bool(quote)


class Item:
    """A directive: its line, its words, and what is in its block (None when it has none)."""

    def __init__(self, line: int, words: Sequence[str], inner: list[Item] | None) -> None:
        self.line, self.words, self.inner = line, tuple(words), inner
        self.name, self.args = words[0], list(words[1:])

    def same(self) -> Same:
        return self.words, None if self.inner is None else tuple(item.same() for item in self.inner)


def tree(text: str) -> list[Item]:
    if re.search("[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]", text):
        raise Broken("it holds control characters")
    top: list[Item] = []
    above: list[list[Item]] = []
    words: list[str] = []
    inner, began = top, 1
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
            below: list[Item] = []
            inner.append(Item(began, words, below))
            above.append(inner)
            inner, words = below, []
        elif word == "}" and not words and above:
            inner = above.pop()
        else:
            raise Broken("line %d: a \`%s\` out of place" % (line, word))
    if words or above:
        raise Broken("it ends in the middle of a directive or block")
    return top
`,sites:`"""nginx's sites: what of one is within the app's own places."""
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
OWN_LOG = re.compile(r"^/var/log/nginx/%s\\.[a-z0-9_.-]+$" % re.escape(app))
OWN_TESTS = re.compile(r"^/srv/%s/(current|assets|shared|maintenance)(/|$)" % re.escape(app))
OWN_SOCKET = "unix:/run/%s/current.sock" % app
BASE = "/srv/%s" % app


# Directives whose value root approved together with the block around it, and with what keeps visitors from that block.
LEADS = {"root", "alias", "auth_basic_user_file", "include", "proxy_pass", "uwsgi_pass", "fastcgi_pass", "scgi_pass", "grpc_pass",
         "access_log", "error_log", "try_files", "index", "error_page", "rewrite"}
# Of nginx's variables only these hold a path without \`..\`, whatever the visitor and the other directives say.
SAFE = {"uri", "document_uri"}


def variables(word: str) -> set[str]:
    return set(re.findall(r"\\$\\{?(\\w*)", word))


def stays_inside(word: str, safe: AbstractSet[str] = SAFE) -> bool:
    return ".." not in word.split("/") and variables(word) <= safe and "%" not in word


def is_own_path(path: str) -> bool:
    return bool(OWN_PLACES.match(path)) and stays_inside(path)


# A part of a rewrite's pattern that takes whole segments of a path, or no dots: what it takes cannot be put together to \`..\`.
SEGMENT = r"(?:[\\w-]|\\\\[.-]|\\.html?)+|\\(\\.[*+]\\)|\\(\\[\\^/\\][*+]\\)|\\((?:\\\\[dw]|\\[[0-9a-zA-Z_-]+\\])[*+]\\)"
SEGMENTS = re.compile(r"\\^(?:/(?:%s)?)*/?\\$?" % SEGMENT)


def is_safe_rewrite(args: Sequence[str]) -> bool:
    """Whether a path that comes of it can be looked for on the disk: a redirection is the visitor's own matter."""
    if len(args) < 2:
        return True
    pattern, to, flag = args[0], args[1], (args[2:] or [""])[0]
    if flag in ("redirect", "permanent") or re.match(r"(https?|\\$scheme)://", to):
        return True
    path = to.partition("?")[0]
    whole = all(re.fullmatch(r"\\$[1-9]|[^$]*|\\$\\{?(uri|document_uri)\\}?", part) for part in path.split("/"))
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
        problems.append("%s:%d: \`%s\` %s" % (self.name, item.line, " ".join(item.words)[:100], why))
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
        """\`place\` is the kind of block, \`where\` the block itself. Gives whether something in it counts as root approved it."""
        links = [item for item in items if item.name == "disable_symlinks"]
        more = dict(more, links=links[-1].args[:1] != ["off"] if links else more["links"])
        if not more["links"] and any(one.name == "disable_symlinks" and one.args[:1] != ["off"] for one in self.known.get(where, ())):
            problems.append("%s: \`disable_symlinks\` of \`%s\` is gone, which setup approved" % (self.name, where))
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
                problems.append("%s: \`%s\` of \`%s\` is not as setup approved it" % (self.name, " ".join(known[0][0]), where))
        return relies

    def one(self, item: Item, place: str, where: str, more: dict[str, bool]) -> bool:
        name, args = item.name, item.args
        if item.inner is not None:
            if place == "http" and name == "upstream" and re.fullmatch(r"%s(_[\\w-]*)?" % re.escape(app), args[0] if args else ""):
                self.level(item.inner, "upstream", inside(item), more)
                return False
            if name == "types" and name in BLOCKS.get(place, ()) or place == "http" and more["is_full"] and name in OF_HTTP:
                return self.table(item)
            if name not in BLOCKS.get(place, ()):
                return self.beyond(item, "is a block that setup did not approve")
            tested = re.findall(r"-[fdex]\\s+([^\\s)]+)", " ".join(args)) if name == "if" else ()
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
            return "" if is_known or name in ("keepalive", "keepalive_timeout", "keepalive_requests", "least_conn", "ip_hash") \\
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
            return "" if more["links"] or name == "auth_basic_user_file" else \\
                "would follow links: it needs \`disable_symlinks if_not_owner from=/srv/%s;\`" % app
        if name == "disable_symlinks":
            return "" if args[:1] in (["on"], ["if_not_owner"]) and args[1:] in ([], ["from=" + BASE]) else "is not what setup approved"
        if name in ("try_files", "index"):
            return "" if all(stays_inside(word.partition("?")[0]) for word in args) else "leads out of the app's own places"
        if name in ("access_log", "error_log"):
            path, rest = (args or [""])[0], args[1:]
            own = OWN_LOG.match(path) and ".." not in path and all(re.match(r"^[\\w.=:$-]+$", word) for word in rest)
            return "" if path == "off" and name == "access_log" or own else "writes outside /var/log/nginx/%s.*" % app
        if name == "include":
            return "" if is_shared(args) else "includes what setup did not approve"
        if name in ("uwsgi_pass", "proxy_pass"):
            address = re.sub(r"^https?://", "", (args or [""])[0])
            own = address == OWN_SOCKET or address.startswith(OWN_SOCKET + ":/") and "$" not in address
            named = address.partition("/")[0] in self.upstreams and "$" not in address
            return "" if own or named else "passes requests to another program"
        return "is not on the list of what a deploy may change"
`,units:`"""Units of systemd, and supervisor's program."""
from __future__ import annotations

import re

from copies import app, problems, unreadable
from words import Broken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Mapping

# The app's own units, one by one: an app's name may begin with another app's.
NAME = r"{0}(@%i)?\\.socket|{0}(-front)?@%i\\.service|{0}-(proxy|emperor)\\.service".format(re.escape(app))
NAMES = r"(?:%s)(?: (?:%s))*" % (NAME, NAME)
COMMON = {"Description": ".*", "Documentation": ".*"}
SECONDS = r"(infinity|[0-9a-z ]+)"
UNIT = dict(COMMON, After=r"[\\w@.%: -]*", Before=NAMES, Requires=NAMES, Wants=NAMES, BindsTo=NAMES, PartOf=NAMES,
            StartLimitIntervalSec=SECONDS, StartLimitBurst="[0-9]+")
SERVICE = dict(Type="notify|exec|simple|notify-reload", UMask="0*[0-7]?[0-7]7", Environment=".*",
               WorkingDirectory=r"/srv/%s/releases/%%i(/(?!\\.\\.)[\\w.-]+)*" % re.escape(app),
               ExecStart="exec", ExecStartPre="exec", ExecStartPost="exec", ExecReload="exec", ExecStop="exec", ExecStopPost="exec",
               ExecCondition="exec", TimeoutStartSec=SECONDS, TimeoutStopSec=SECONDS, TimeoutSec=SECONDS, Restart=r"[\\w-]+",
               RestartSec=SECONDS, RestartSteps="[0-9]+", RestartMaxDelaySec=SECONDS, KillMode="control-group|mixed",
               KillSignal="[A-Z0-9+]+", SendSIGKILL="yes|true", WatchdogSec=SECONDS, NotifyAccess=r"\\w+", MemoryMax=r"[\\w%.]+",
               MemoryHigh=r"[\\w%.]+", CPUQuota=r"[\\w%.]+", CPUWeight=r"[\\w]+", IOWeight="[0-9]+", TasksMax=r"[\\w%]+",
               LimitNOFILE="[0-9:]+", LimitCORE="[0-9:]+", Nice=r"(1?[0-9])", OOMScoreAdjust="[0-9]+", SyslogIdentifier=r"[\\w.@%-]+",
               StandardOutput="journal|inherit|null", StandardError="journal|inherit|null")
SECTIONS: dict[str, dict[str, str]] = {"Unit": UNIT, "Service": SERVICE, "Socket": {"Backlog": "[0-9]+"}, "Install": {}}
# One that supervisord cannot read keeps it from starting any program, so each has the very form that it reads.
PAIR, SMALL, YES_NO = r'\\w+=(?:"[^"%\\\\]*"|[\\w./:-]+)', "[0-9]{1,6}", "true|false"
PROGRAM = dict(startsecs=SMALL, startretries=SMALL, stopwaitsecs=SMALL, stopsignal="TERM|HUP|INT|QUIT|KILL|USR1|USR2",
               autorestart="true|false|unexpected", autostart=YES_NO, priority=SMALL, environment="%s(,%s)*" % (PAIR, PAIR),
               umask="0{0,2}[0-7]?[0-7]7", stdout_logfile_maxbytes="[0-9]{1,6}(KB|MB)?", stdout_logfile_backups="[0-9]{1,2}",
               redirect_stderr=YES_NO, stopasgroup="false", killasgroup="true")


def is_plain_command(value: str) -> bool:
    """Whether systemd runs it as the app: it looks for its \`+\` and \`!\` behind quotes and escapes, and again behind each \` ; \`."""
    return value == "" or bool(re.match(r"[@:-]*/[\\w./%@:+-]+(\\s|$)", value)) and not re.search(r"(^|\\s);(\\s|$)", value)


def lines_of(text: str, comments: str) -> list[tuple[int, str, str, str]]:
    """(line, section, key, value); what would be read in more than one way is Broken."""
    section = ""
    found: list[tuple[int, str, str, str]] = []
    for number, line in enumerate(text.split("\\n"), 1):
        plain = line.strip(" \\t")
        if not plain or plain[0] in comments:
            continue
        if line[0] in " \\t" or line.endswith("\\\\") or re.search("[\\0-\\x08\\x0b-\\x1f\\x7f]", line):
            raise Broken("line %d: it is indented, goes on in the next line, or holds control characters" % number)
        heading = re.match(r"^\\[([^\\]]+)\\]$", plain)
        if heading:
            section = heading.group(1)
            found.append((number, section, "", ""))
            continue
        key, equals, value = plain.partition("=")
        if not equals or not section:
            raise Broken("line %d: neither a section nor KEY=value" % number)
        found.append((number, section, key.strip(" \\t"), value.strip(" \\t")))
    return found


def only_setups(there: Mapping[str, str] | None, key: str) -> bool:
    return there is None or key != "" and key not in there


def judge_lines(name: str, text: str, before: str, comments: str, allowed: Callable[[str], Mapping[str, str] | None]) -> None:
    """\`allowed\`: section -> key -> what its value must be; None for a section that there may not be."""
    try:
        known = [entry[1:] for entry in lines_of(before, comments)]
    except Broken:
        known = []
    try:
        entries = lines_of(text, comments)
    except Broken as error:
        unreadable.append("%s: %s" % (name, error))
        return
    # A command of root's is approved with the file around it, and with nothing else around it.
    if any(key.startswith("Exec") and not is_plain_command(value) for _, key, value in known):
        problems.append("%s: it has a command that runs as root, so only setup may change it" % name)
        return
    for number, section, key, value in entries:
        there = allowed(section)
        pattern = (there or {}).get(key)
        fits = pattern is not None and (is_plain_command(value) if pattern == "exec" else re.fullmatch(pattern, value))
        if not fits and (section, key, value) not in known and (key or there is None):
            problems.append("%s:%d: \`%s\` is not what setup approved, nor on the list of what a deploy may change"
                            % (name, number, "%s=%s" % (key, value[:80]) if key else "[%s]" % section))
    # What a deploy may not add it may not take away: without these lines the app would be somebody else, or in no sandbox.
    # Nor may it say one twice or in another order, as the later of two may undo the earlier.
    ours = [entry for entry in known if only_setups(allowed(entry[0]), entry[1])]
    theirs = [entry[1:] for entry in entries if only_setups(allowed(entry[1]), entry[2])]
    for _, key, value in sorted(set(ours) - set(theirs)):
        problems.append("%s: \`%s=%s\` is gone, which setup approved" % (name, key, value[:80]))
    if not problems and ours != theirs:
        problems.append("%s: lines that only setup may change are there twice, or in another order" % name)
`,verdict:`"""The verdict on the files that stdin names."""
import sys

from copies import app, copy, installed, problems, release, unreadable
from sites import Nginx
from units import PROGRAM, SECTIONS, judge_lines

only = "program:%s-@RELEASE@" % app
for source in sys.stdin.read().split():
    name = source.split("/")[-1]
    try:
        text = copy(source)
    except OSError as error:
        sys.stderr.write("flask-deploy: %s of %s is missing or not a plain file (%s)\\n" % (source, release, error.strerror or error))
        sys.exit(5)
    before = installed(name)
    if text == before:
        continue
    if name == "nginx.conf":
        Nginx(source, before).judge(text)
    elif name == "supervisor.conf":
        judge_lines(source, text, before, ";#", lambda section: PROGRAM if section == only else None)
    else:
        judge_lines(source, text, before, "#;", SECTIONS.get)
if unreadable:
    sys.stderr.write("".join(line + "\\n" for line in unreadable))
    sys.exit(1)
if problems:
    sys.stderr.write("".join(line + "\\n" for line in problems[:20]))
    sys.exit(3)
`}),f=[`#!/bin/sh
# What the login that deploys may do as root, and nothing else. Installed by \`create-flask-deploy setup\` as
# /usr/local/lib/flask-deploy/APP (root:root 0755), called through one sudoers line. Every argument is checked by its
# shape; paths are made here, never taken. Each change to a file is a rename, so being killed at any point is safe.
# It reads a release by descriptors, as somebody less trusted owns it, and nothing at all below what the app may write.
#
#   start ID [SECONDS]   start the instance of a release; ends when it is up (1: it is not, with its last lines)
#   stop ID [SECONDS]    stop it gracefully, now or in SECONDS (then only if it has no traffic); tidy what it left
#   switch ID|none       all new requests go to it, and /srv/APP/current leads to it
#   run ID SECONDS       the command on stdin, as the app's user in the release (124: it took too long)
#   install ID           unit, site and socket files of the release, all or none (3: not allowed, 4: nginx was broken, 5: one is missing)
#   env [ID]             stdin becomes the app's environment, for that release
#   share                folders named on stdin, one a line, made in /srv/APP/shared for the app to write
#   restore | settle     put back what \`install\` and \`env\` replaced | keep it for good
#   tidy                 forget instances that failed, and what they left
#   tail ID [SINCE]      state of the instance, then its last log lines, since so many seconds after 1970
#   report SECONDS       instances, certificate, and the traffic of so many seconds, for \`status\`
#   logs LINES SINCE FOLLOW ID NGINX   what the app and the site have written, without the values of the environment
#   exec ID|current pty|pipe COMMAND   as the app's user in the release, with the caller's stdin and stdout
#   facts ADDRESS        what \`doctor\` needs root to see
#   boot                 bring back what /srv/APP/current names
#   version              number of this protocol
set -eu
PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C
export PATH LC_ALL
umask 022

# Written by setup.
APP='@APP@'
MANAGER='@MANAGER@'           # systemd, supervisor or emperor
SOCKET='@SOCKET@'             # unix or tcp
SITE='@SITE@'                 # where deploy/nginx.conf goes
ALLOW_CONFIG='@ALLOW_CONFIG@' # 1: \`install\` may replace unit, site and socket files within what setup approved

PROTOCOL=3
BASE=/srv/$APP
RUN=/run/$APP
UNITS=/etc/systemd/system
LIB=/usr/local/lib/flask-deploy
ENV=/etc/flask-deploy/$APP.env
APPROVED=/etc/flask-deploy/$APP   # unit, site and socket files as setup last installed them
SAVED=/var/lib/flask-deploy/$APP  # what \`install\` and \`env\` replaced, until \`restore\` or \`settle\`

refuse() { echo "flask-deploy: $*" >&2; exit 2; }
fail() { echo "flask-deploy: $*" >&2; exit 1; }
quietly() { "$@" >/dev/null 2>&1; }

# A newline would make grep see two lines, so odd characters go first.
checked_id() {
  case \${1-} in '' | *[!0-9TZa-f-]*) refuse "not the id of a release" ;; esac
  echo "$1" | grep -Eqx '[0-9]{8}T[0-9]{6}Z-[0-9a-f]{7,12}' || refuse "not the id of a release: $1"
  id=$1 release=$BASE/releases/$1
}
checked_release() {
  checked_id "\${1-}"
  if [ ! -d "$release" ] || [ -L "$release" ]; then fail "there is no release $id in $BASE/releases"; fi
}
checked_seconds() {
  case \${1-} in '' | *[!0-9]* | ??????*) refuse "not a number of seconds" ;; esac
}
current() { now=$(readlink "$BASE/current") && checked_release "\${now#releases/}"; }

# Until this process ends, nobody else does the same to the app, or to one of its releases.
one_at_a_time() { exec 9>"/run/flask-deploy-$APP\${1-}.lock"; flock 9; }
`,`# --- one small interface over the three process managers: place, begin, state, log, finish ---------------------------

supervisor_conf() { echo "/etc/supervisor/conf.d/$APP-$1.conf"; }
vassal() { echo "$BASE/vassals/$1.ini"; }
# Where the app server itself listens when systemd cannot hand it the release's socket.
own_socket() { echo "$RUN/app/$id.sock"; }

# What must be on disk for the process manager to know the instance, also after a reboot.
place() {
  case $MANAGER in
  supervisor)
    sed "s/@RELEASE@/$id/g" "$LIB/$APP.supervisor.conf" >"$(supervisor_conf "$id").new"
    mv "$(supervisor_conf "$id").new" "$(supervisor_conf "$id")"
    ;;
  emperor)
    [ -e "$(vassal "$id")" ] || ln -sfn "$release/deploy/uwsgi.ini" "$(vassal "$id")"
    ;;
  esac
}

supervisor_state() { supervisorctl status "$APP-$id" 2>/dev/null | awk '{ print $2 }'; }

# One that was made before systemd held the sockets, and is still draining: it listens where systemd's socket has to be.
is_former() { [ "$MANAGER" != systemd ] && [ -S "$RUN/$id.sock" ] && ! quietly systemctl is-active "$APP@$id.socket"; }
listens() { python3 -I -c 'import socket, sys; socket.socket(socket.AF_UNIX).connect(sys.argv[1])' "$1" 2>/dev/null; }

# Ends when the instance is up or never will be; the manager's own limit on starting holds for systemd. The release's
# socket comes last where it leads to another one: as soon as it is there, requests may come.
begin() {
  end=$(($(date +%s) + $1))
  case $MANAGER in
  systemd)
    # Up already; a release that was made before systemd held the sockets has no unit for its own.
    if [ -S "$RUN/$id.sock" ] && quietly systemctl is-active "$APP@$id.service"; then return 0; fi
    systemctl start "$APP@$id.socket" "$APP@$id.service" && return 0 || return 1
    ;;
  supervisor)
    quietly supervisorctl update "$APP-$id" || return 1
    while [ "$(date +%s)" -le $end ]; do
      case $(supervisor_state) in
      RUNNING) if [ -S "$(own_socket)" ]; then systemctl start "$APP@$id.socket" && return 0 || return 1; fi ;;
      # Also one that a stop, which was just called off, has ended after all.
      STOPPED) quietly supervisorctl start "$APP-$id" || : ;;
      FATAL | EXITED | UNKNOWN | '') return 1 ;;
      esac
      sleep 0.05
    done
    return 1
    ;;
  emperor)
    begun=$(date +%s)
    tries=0
    systemctl start "$APP-emperor.service" || return 1
    while [ "$(date +%s)" -le $end ]; do
      if [ -S "$(own_socket)" ]; then systemctl start "$APP@$id.socket" && return 0 || return 1; fi
      sleep 0.05
      tries=$((tries + 1))
      # A vassal that cannot import the app dies at once, and again each second: to wait for the limit helps nobody.
      if [ $((tries % 10)) -eq 0 ] && journalctl -q --no-pager -o cat -u "$APP-emperor.service" --since "@$begun" |
        grep -qF "curse the uwsgi instance $(vassal "$id") "; then return 1; fi
    done
    return 1
    ;;
  esac
}

state() {
  case $MANAGER in
  systemd)
    systemctl show "$APP@$id.service" -p ActiveState,SubState,Result,ExecMainStatus,NRestarts |
      awk -F= '{ v[$1] = $2 } END { printf "%s (%s), result %s, exit status %s, restarted %s times\\n",
        v["ActiveState"], v["SubState"], v["Result"], v["ExecMainStatus"], v["NRestarts"] }'
    ;;
  supervisor) supervisorctl status "$APP-$id" 2>&1 | head -1 || : ;;
  emperor) if [ -S "$(own_socket)" ]; then echo "vassal $id: listening"; else echo "vassal $id: not listening"; fi ;;
  esac
}

# SINCE: seconds after 1970
log() {
  case $MANAGER in
  systemd) journalctl -q --no-pager -o cat -n 120 --since "@$1" -u "$APP@$id.service" || : ;;
  supervisor) supervisorctl tail -16000 "$APP-$id" 2>&1 | tail -n 120 || : ;;
  emperor) journalctl -q --no-pager -o cat -n 120 --since "@$1" -u "$APP-emperor.service" || : ;;
  esac
}

# "no" while it starts, and while it ends without having been ready.
was_ready() {
  systemctl show "$APP@$id.service" -p ActiveState,ActiveEnterTimestampMonotonic |
    awk -F= '{ v[$1] = $2 } END {
      state = v["ActiveState"]
      print (state == "activating" || state == "deactivating" && v["ActiveEnterTimestampMonotonic"] == 0) ? "no" : "yes" }'
}

# An app may put off its own end for ever by what it tells systemd (EXTEND_TIMEOUT_USEC): the limit of the unit holds all the same.
stop_service() {
  limit=$(systemctl show -P TimeoutStopUSec "$APP@$id.service" | awk '$0 == "infinity" { print 0; exit } {
    for (i = 1; i <= NF; i++) sum += $i * ($i ~ /[mu]s$/ ? 0 : $i ~ /min$/ ? 60 : $i ~ /h$/ ? 3600 : $i ~ /d$/ ? 86400 : 1)
    print sum + 5 }')
  if timeout "$limit" systemctl stop "$APP@$id.service"; then return 0; fi
  quietly systemctl kill --signal=KILL "$APP@$id.service" || :
  systemctl stop "$APP@$id.service"
}

finish() {
  # systemd puts a start behind the stop by itself.
  [ "$MANAGER" = systemd ] || one_at_a_time "-$id"
  [ "$MANAGER" != systemd ] || ready=$(was_ready)
  # Asked before the socket is stopped, while which any release looks like a former one.
  if is_former; then listening=$RUN/$id.sock; else listening=$(own_socket); fi
  # First of all, or a connection that waits in it starts the service again. systemd stops the service with it, and before it.
  quietly systemctl stop --no-block "$APP@$id.socket" || :
  case $MANAGER in
  systemd)
    # It serves nobody yet, and an app server that is still loading may not hear the polite signal.
    [ "$ready" = yes ] || quietly systemctl kill --signal=KILL "$APP@$id.service" || :
    stop_service
    quietly systemctl stop "$APP@$id.socket" || :
    quietly systemctl reset-failed "$APP@$id.service" || :
    ;;
  supervisor)
    rm -f "$(supervisor_conf "$id")"
    # supervisord refuses while it is at another stop or start, of this program or of its own.
    tries=0
    while [ "$tries" -lt 50 ]; do
      quietly supervisorctl update "$APP-$id" || :
      case $(supervisor_state) in '' | ERROR) break ;; esac
      sleep 0.1
      tries=$((tries + 1))
    done
    ;;
  emperor)
    rm -f "$(vassal "$id")"
    # The emperor looks at its folder now and then, and the vassal ends in its own time.
    tries=0
    while [ -S "$listening" ] && listens "$listening" && [ $tries -lt 200 ]; do sleep 0.05; tries=$((tries + 1)); done
    ;;
  esac
  if [ "$MANAGER" != systemd ]; then
    quietly systemctl stop "$APP-front@$id.service" || :
    quietly systemctl reset-failed "$APP-front@$id.service" || :
    # As the app, whose folder it lies in: there may be anything by that name.
    quietly runuser -u "$APP" -- rm -rf -- "$(own_socket)" || :
  fi
  quietly systemctl reset-failed "$APP@$id.socket" || :
  # Of a release that was made before systemd held the sockets.
  rm -f "$RUN/$id.sock"
}

# What no longer runs, and has failed, is nobody's business any more; neither is a socket that nobody holds.
tidy() {
  for unit in $(systemctl list-units --all --plain --no-legend --state=failed "$APP@*.service" "$APP@*.socket" "$APP-front@*.service" | awk '{ print $1 }'); do
    id=\${unit#*@}
    id=\${id%.*}
    has_traffic || quietly systemctl reset-failed "$unit" || :
  done
  for socket in "$RUN"/????????T??????Z-*.sock; do
    id=\${socket##*/}
    id=\${id%.sock}
    [ -S "$socket" ] || continue
    if ! has_traffic && ! quietly systemctl is-active "$APP@$id.socket" && ! listens "$socket"; then rm -f "$socket"; fi
  done
}
`,`# --- the verbs for instances and traffic -----------------------------------------------------------------------------

# The service too: a timer that has fired would stop the instance between its start and its switch. A stop that has begun
# already comes to its end, and the start comes behind it: of a job's own accord under systemd, elsewhere by the lock.
keep_warm() {
  quietly systemctl stop "$APP-stop-$id.timer" || :
  [ "$MANAGER" = systemd ] || one_at_a_time "-$id"
  quietly systemctl stop "$APP-stop-$id.service" || :
}
has_traffic() { [ "$(readlink "$RUN/current.sock")" = "$id.sock" ]; }

start() {
  checked_release "\${1-}"
  [ $# -lt 2 ] || checked_seconds "$2"
  begun=$(date +%s)
  keep_warm
  if is_former; then finish; fi
  place
  begin "\${2:-60}" && return 0
  state >&2
  log "$begun" | tail -n 20 >&2
  exit 1
}

stop() {
  checked_id "\${1-}"
  if [ $# -gt 1 ]; then
    checked_seconds "$2"
    keep_warm
    exec systemd-run --quiet --unit="$APP-stop-$id" --on-active="$2" --timer-property=AccuracySec=100ms "$LIB/$APP" drained "$id"
  fi
  keep_warm
  quietly systemctl stop "$APP-run-$id.service" || :
  finish
  if has_traffic; then rm -f "$RUN/current.sock"; fi
}

# What the timer of \`stop ID SECONDS\` calls: meanwhile a rollback may have given it the traffic back.
drained() {
  checked_id "\${1-}"
  has_traffic || finish
}

# TARGET PATH [LIKE]: a symlink in one step, with the owner of LIKE
link() {
  ln -sfn "$1" "$2.next"
  [ $# -lt 3 ] || chown -h --reference="$3" "$2.next"
  mv -fT "$2.next" "$2"
}
# It gets the owner of what it leads to, or nginx, which follows links only then, would refuse to go on from here.
link_live() { link "releases/$id" "$BASE/current" "$BASE/releases"; }
link_current() { link "$id.sock" "$RUN/current.sock"; }

# switch ID|none: only a first deploy that is taken back leaves nobody to have the traffic
switch() {
  if [ "\${1-}" = none ]; then
    rm -f "$RUN/current.sock" "$BASE/current"
    return 0
  fi
  checked_release "\${1-}"
  [ -S "$RUN/$id.sock" ] || fail "$id does not listen: there is no $RUN/$id.sock"
  link_current
  link_live
}
`,`# --- commands as the app's user in a release, in the sandbox of its unit: hooks, and those of a person ------------------

# The lines of the unit that keep the app in, as arguments of systemd-run: what a hook or a person starts is as safe.
sandbox() {
  case $MANAGER in
  systemd) unit=$UNITS/$APP@.service ;;
  emperor) unit=$UNITS/$APP-emperor.service ;;
  *) echo NoNewPrivileges=yes; echo PrivateTmp=yes; return 0 ;;
  esac
  # The last line first: each goes in front of the one before.
  awk '/^\\[/ { inside = ($0 == "[Service]") } inside && /^(UMask|NoNewPrivileges|CapabilityBoundingSet|AmbientCapabilities|KeyringMode|LockPersonality|MemoryDenyWriteExecute|RemoveIPC|ReadWritePaths|ReadOnlyPaths|InaccessiblePaths|Private[A-Za-z]*|Protect[A-Za-z]*|ProcSubset|Restrict[A-Za-z]*|SystemCall[A-Za-z]*|IPAddress[A-Za-z]*)=/' "$unit" | tac
}

# The command lies in a file of root's that the app may read: on a command line everybody could, and in the environment
# a variable of the app's own could take its place.
TASKS=/run/flask-deploy
keep_script() {
  mkdir -p "$TASKS"
  chmod 0755 "$TASKS"
  (umask 077 && cat >"$script.new")
  chgrp "$APP" "$script.new"
  chmod 0640 "$script.new"
  mv -f "$script.new" "$script"
}

# in_unit UNIT --pipe|--pty OPTION... COMMAND...
in_unit() {
  unit_name=$1 how=$2
  shift 2
  while read -r line; do
    [ -z "$line" ] || set -- -p "$line" "$@"
  done <<EOF
$(sandbox)
EOF
  systemd-run --quiet --wait --collect "$how" --unit="$unit_name" -p User="$APP" -p Group="$APP" -p WorkingDirectory="$release" \\
    -p EnvironmentFile="-$ENV" -E "PATH=$release/.venv/bin:$PATH" -E "VIRTUAL_ENV=$release/.venv" -E "RELEASE=$id" "$@"
}

run() {
  checked_release "\${1-}"
  checked_seconds "\${2-}"
  script=$TASKS/$APP-run-$id
  head -c 1048576 | keep_script
  # A unit of its own, so that nothing it starts outlives it, and \`stop\` can end it.
  code=0
  in_unit "$APP-run-$id" --pipe timeout -k 5 "$2" sh "$script" </dev/null || code=$?
  rm -f "$script"
  exit $code
}

parent_of() {
  read -r stat <"/proc/$1/stat" || return 0
  stat=\${stat##*) }
  stat=\${stat#* }
  echo "\${stat%% *}"
}

# exec ID|current pty|pipe COMMAND; stdin, stdout and the exit code are the command's
exec_in() {
  if [ "\${1-}" = current ]; then current || fail "nothing was deployed yet"; else checked_release "\${1-}"; fi
  [ -n "\${3-}" ] || refuse "no command"
  unit=$APP-exec-$$
  script=$TASKS/$unit
  printf '%s\\n' "$3" | keep_script
  code=0
  case \${2-} in
  pty)
    case \${TERM-} in '' | *[!A-Za-z0-9._+-]*) TERM=dumb ;; esac
    in_unit "$unit" --pty -E "TERM=$TERM" sh "$script" || code=$?
    rm -f "$script"
    exit $code
    ;;
  pipe) ;;
  *) rm -f "$script"; refuse "neither pty nor pipe" ;;
  esac
  # The unit would outlive a caller who has hung up: sshd is gone then, and whoever it was the parent of has another.
  above=$(parent_of $PPID)
  exec 3<&0
  in_unit "$unit" --pipe sh "$script" <&3 3<&- &
  client=$!
  (
    while sleep 1; do
      if [ "$(parent_of $$)" != $PPID ] || [ "$(parent_of $PPID)" != "$above" ]; then
        systemctl stop "$unit.service"
        exit
      fi
    done
  ) </dev/null >/dev/null 2>&1 3<&- &
  watcher=$!
  trap 'quietly systemctl stop "$unit.service" || :; rm -f "$script"' HUP INT TERM
  wait $client || code=$?
  kill $watcher
  rm -f "$script"
  exit $code
}
`,`# Stops a proxy between two requests. Frozen, it takes no connection, and whoever comes waits in its socket; when it then holds
# none either, its end cuts nobody off. After five seconds without such a moment it ends anyway. A command after its unit is
# run between the former proxy and the next one.
stop_proxy() {
  unit=$1
  shift
  pid=$(systemctl show -P MainPID "$unit")
  tries=0
  while [ "$pid" != 0 ] && [ "$tries" -lt 500 ]; do
    kill -STOP "$pid" 2>/dev/null || break
    # It has pipes for as long as it has connections.
    [ -n "$(find "/proc/$pid/fd" -lname 'pipe:*' 2>/dev/null)" ] || break
    kill -CONT "$pid"
    tries=$((tries + 1))
    sleep 0.01
  done
  [ "$pid" = 0 ] || kill -STOP "$pid" 2>/dev/null || :
  "$@"
  # As SIGTERM wakes it first, it could take one more.
  [ "$pid" = 0 ] || kill -KILL "$pid" 2>/dev/null || :
  systemctl stop "$unit" >/dev/null 2>&1 || :
}

# The emperor of APP takes its vassals with it and starts them anew. Whoever comes meanwhile waits in the release's socket.
restart_emperor() {
  for unit in $(systemctl list-units --plain --no-legend --state=active "$1-front@*.service" | awk '{ print $1 }'); do stop_proxy "$unit" :; done
  systemctl stop --no-block "$1-emperor.service"
  tries=0
  while [ "$(systemctl show -P MainPID "$1-emperor.service")" != 0 ] && [ "$tries" -lt 50 ]; do sleep 0.1; tries=$((tries + 1)); done
  # Nobody waits for an answer by now, but an emperor may wait for a vassal for as long as that would have taken.
  systemctl kill --signal=KILL "$1-emperor.service" 2>/dev/null || :
  systemctl stop "$1-emperor.service"
  # The socket file of a vassal that ended is no sign that the next one listens. As the app, whose folder it is: there may be
  # anything by that name.
  runuser -u "$1" -- rm -rf -- "/run/$1/app/"*.sock >/dev/null 2>&1 || :
  systemctl start "$1-emperor.service"
}
`,`# --- unit, site and socket files -------------------------------------------------------------------------------------

# Calls FUNCTION SOURCE TARGET for each file of the release that lives in /etc; ends with the first that fails.
each_file() {
  "$1" deploy/nginx.conf "$SITE" || return 1
  "$1" "deploy/$APP@.socket" "$UNITS/$APP@.socket" || return 1
  case $MANAGER in
  systemd) "$1" "deploy/$APP@.service" "$UNITS/$APP@.service" || return 1 ;;
  supervisor) "$1" deploy/supervisor.conf "$LIB/$APP.supervisor.conf" || return 1 ;;
  emperor) "$1" "deploy/$APP-emperor.service" "$UNITS/$APP-emperor.service" || return 1 ;;
  esac
  [ "$MANAGER" = systemd ] || "$1" "deploy/$APP-front@.service" "$UNITS/$APP-front@.service" || return 1
  [ "$SOCKET" = tcp ] || return 0
  "$1" "deploy/$APP.socket" "$UNITS/$APP.socket" && "$1" "deploy/$APP-proxy.service" "$UNITS/$APP-proxy.service"
}

# What was there before lies beside its file, as a hard link: to put it back is a rename, which a full disk allows.
old=flask-deploy-old
name_source() { printf '%s\\n' "$1"; }
replace() {
  cmp -s "$incoming/\${1##*/}" "$2" && return 0
  install -o root -g root -m 0644 "$incoming/\${1##*/}" "$2.flask-deploy-new" || return 1
  # The oldest is kept: what was there before the deploy began.
  if [ ! -e "$2.$old" ] && [ ! -e "$2.$old-none" ]; then
    if [ -e "$2" ]; then ln "$2" "$2.$old" || return 1; else : >"$2.$old-none" || return 1; fi
  fi
  mv -f "$2.flask-deploy-new" "$2" || return 1
  changed="$changed $1"
}
put_back() {
  rm -f "$2.flask-deploy-new"
  if [ -e "$2.$old" ]; then
    mv -f "$2.$old" "$2"
  elif [ -e "$2.$old-none" ]; then
    rm -f "$2"
    rm -f "$2.$old-none"
  else
    return 0
  fi
  changed="$changed $1"
}
drop_old() { rm -f "$2.$old" "$2.$old-none"; }

# Tells the running services about the files that changed.
apply() {
  case $changed in *.service* | *.socket*) systemctl daemon-reload || return 1 ;; esac
  case $changed in *"/$APP.socket"* | *-proxy.service*) stop_proxy "$APP-proxy.service" : ;; esac
  case $changed in *"/$APP.socket"*) systemctl restart "$APP.socket" || return 1 ;; esac
  case $changed in *-emperor.service*) restart_emperor "$APP" || return 1 ;; esac
  case $changed in *nginx.conf*) reload_nginx || return 1 ;; esac
}

# A reload ends before nginx has read anything. Its former workers go on accepting until their titles say otherwise.
reload_nginx() {
  workers=$(cat "/proc/$(cat /run/nginx.pid 2>/dev/null)/task/"*/children 2>/dev/null) || :
  systemctl reload-or-restart nginx.service || return 1
  tries=0
  for worker in $workers; do
    while [ $tries -lt 60 ] && [ -e "/proc/$worker" ] && ! grep -aqs 'shutting down' "/proc/$worker/cmdline"; do
      sleep 0.05
      tries=$((tries + 1))
    done
  done
}

open_saved() { mkdir -p "\${SAVED%/*}"; [ -d "$SAVED" ] || mkdir -m 0700 "$SAVED"; }

# The files of the release, copied to where only root writes and found to stay within what setup approved. Their program
# comes by a descriptor of its own; what it says on stderr says which line is beyond, and 3 means so.
approve() {
  incoming=$SAVED/incoming
  rm -rf "$incoming"
  mkdir -m 0700 "$incoming"
  each_file name_source | python3 -I -S /dev/fd/3 "$APP" "$BASE/releases" "$id" "$incoming" "$APPROVED" 3<<'PYTHON'
# @APPROVE@
PYTHON
}

install_config() {
  checked_release "\${1-}"
  [ "$ALLOW_CONFIG" = 1 ] || { echo "flask-deploy: setup was told not to let deploys change unit and site files" >&2; exit 3; }
  one_at_a_time
  open_saved
  code=0
  approve || code=$?
  [ $code = 0 ] || { rm -rf "$incoming"; [ -e "$SAVED/for" ] || [ -e "$SAVED/env.for" ] || rm -rf "$SAVED"; exit $code; }
  said=$(nginx -t 2>&1) || { printf '%s\\nflask-deploy: nginx refused its configuration before anything was changed\\n' "$said" >&2; exit 4; }
  echo "$id" >"$SAVED/for"
  changed=''
  said=''
  # A file that nginx refuses, or a full disk in the middle: everything as it was.
  if each_file replace && said=$(nginx -t 2>&1) && apply; then return 0; fi
  restore
  fail "\${said:-the files could not be put in place}"
}

restore() {
  [ -d "$SAVED" ] || return 0
  changed=''
  # Both are told in any case: a restore that was killed may have put their files back already.
  [ ! -e "$SAVED/for" ] || changed=nginx.conf.service
  each_file put_back
  put_env_back
  apply
  rm -rf "$SAVED"
}

settle() {
  each_file drop_old
  rm -rf "$SAVED"
}
`.replace(`# @APPROVE@
`,()=>d),`# --- the app's environment, and the folders that it may write --------------------------------------------------------

# systemd reads it as root. Neither supervisord nor the emperor does: there the app's own start script has to.
write_env() {
  mkdir -p "\${ENV%/*}"
  (umask 077 && head -c 1048576 >"$ENV.new") || fail "the environment could not be written"
  if [ "$MANAGER" != systemd ]; then chgrp "$APP" "$ENV.new" && chmod 0640 "$ENV.new"; fi
  mv -f "$ENV.new" "$ENV"
}
put_env_back() {
  if [ -e "$SAVED/env" ]; then
    write_env <"$SAVED/env"
  elif [ -e "$SAVED/env.none" ]; then
    rm -f "$ENV"
  fi
}
env_from_stdin() {
  open_saved
  if [ $# -gt 0 ]; then
    checked_id "$1"
    echo "$id" >"$SAVED/env.for"
  fi
  if [ ! -e "$SAVED/env" ] && [ ! -e "$SAVED/env.none" ]; then
    if [ -e "$ENV" ]; then
      (umask 077 && cat "$ENV" >"$SAVED/.saving")
      mv "$SAVED/.saving" "$SAVED/env"
    else
      : >"$SAVED/env.none"
    fi
  fi
  write_env
}

# share: one path a line, made below /srv/APP/shared; only the last folder of each is the app's to write. A line that begins
# with "web " is for nginx to read as well. Only root writes above them, so what is found here cannot be swapped meanwhile.
share() {
  web=$(sed -n "s/^SocketGroup=//p" "$UNITS/$APP@.socket" 2>/dev/null)
  while IFS= read -r path; do
    group=$APP
    case $path in 'web '*) path=\${path#web } group=\${web:-www-data} ;; esac
    case /$path/ in *//* | */./* | */../* | */-*) refuse "not a path in shared: $path" ;; esac
    at=$BASE/shared
    rest=$path
    while [ -n "$rest" ]; do
      part=\${rest%%/*}
      case $rest in */*) rest=\${rest#*/} ;; *) rest='' ;; esac
      at=$at/$part
      if [ -L "$at" ]; then fail "$at is a link: remove it, or move what it leads to in its place"; fi
      if [ -n "$rest" ]; then
        [ -d "$at" ] || mkdir -m 0755 "$at"
        [ "$(stat -c %U "$at")" = root ] || fail "$at is not root's, so $path cannot be made in it"
      elif [ ! -d "$at" ]; then
        mkdir -m 0700 "$at"
        chown "$APP:$group" "$at"
        chmod 2750 "$at"
      fi
    done
  done
}
`,`saved_for_another() { [ -e "$SAVED/$1" ] && [ "$(cat "$SAVED/$1")" != "$id" ]; }

# Runs before nginx and the process manager: nothing here waits.
boot() {
  current || return 0
  # Switched off behind \`install\` or \`env\`, before the new release had traffic.
  if saved_for_another for || saved_for_another env.for; then
    changed=''
    each_file put_back
    put_env_back
    systemctl daemon-reload
    rm -rf "$SAVED"
  fi
  # Those that were draining have no timer any more.
  for left in "/etc/supervisor/conf.d/$APP"-????????T??????Z-*.conf "$BASE"/vassals/????????T??????Z-*.ini; do
    case $left in *"$id"*) ;; *) rm -f "$left" ;; esac
  done
  place
  link_live
  link_current
  case $MANAGER in
  systemd) systemctl start --no-block "$APP@$id.socket" "$APP@$id.service" ;;
  supervisor)
    systemctl start --no-block "$APP@$id.socket"
    if systemctl is-active -q supervisor.service; then quietly supervisorctl update || :; fi
    ;;
  emperor) systemctl start --no-block "$APP@$id.socket" "$APP-emperor.service" ;;
  esac
}
`,`# --- report: what \`status\` shows and the login may not see; one fact a line, its kind first ------------------------

report() {
  checked_seconds "\${1-}"
  echo "protocol $PROTOCOL"
  report_instances
  # process /proc/PID /srv/APP/releases/ID; a name in \`ps\` may be anything, and only root sees where a process is.
  find /proc/[0-9]*/cwd -maxdepth 0 -user "$APP" -lname "$BASE/releases/*" -printf 'process %h %l\\n' 2>/dev/null || :
  report_certificate
  report_traffic "$1"
}

# instance ID STATE RESULT RESTARTS
report_instances() {
  case $MANAGER in
  systemd)
    systemctl show "$APP@*.service" -p Id,ActiveState,Result,NRestarts | awk -F= -v unit="$APP@" '
      function tell() { if (v["Id"] != "") print "instance", v["Id"], v["ActiveState"], v["Result"], v["NRestarts"] + 0; split("", v) }
      $1 == "Id" { sub(unit, "", $2); sub(/\\.service$/, "", $2) }
      NF < 2 { tell(); next }
      { v[$1] = $2 }
      END { tell() }'
    ;;
  supervisor)
    supervisorctl status 2>/dev/null | awk -v unit="$APP-" 'index($1, unit) == 1 { print "instance", substr($1, length(unit) + 1), tolower($2), "-", 0 }'
    ;;
  emperor)
    for ini in "$BASE"/vassals/????????T??????Z-*.ini; do
      [ -L "$ini" ] || continue
      id=\${ini##*/} id=\${id%.ini} state=down
      [ ! -S "$(own_socket)" ] || state=listening
      echo "instance $id $state - 0"
    done
    ;;
  esac
}

# The first value that the site gives a directive, but for \`off\` and what nginx makes up at each request.
said_in_site() {
  awk -v name="$1" '{ sub(/#.*/, "") } $1 == name { v = $2; sub(/;.*/, "", v); gsub(/["\\047]/, "", v)
    if (v != "off" && v !~ /\\$/) { print v; exit } }' "$SITE" 2>/dev/null || :
}

report_certificate() {
  file=$(said_in_site ssl_certificate)
  [ -n "$file" ] || return 0
  case $file in /*) ;; *) file=/etc/nginx/$file ;; esac
  echo "certificate $file"
  # Nothing but a certificate gets out, whatever file the site names.
  [ ! -f "$file" ] || head -c 65536 "$file" | sed -n '/^-----BEGIN CERTIFICATE-----$/,/^-----END CERTIFICATE-----$/{ s/^/pem /p; /END/q }'
}

# A log that the site writes for itself alone, and nothing that a link or \`..\` leads to.
site_log() {
  file=$(said_in_site "$1")
  # What looks like a directive may stand in a text over several lines: a name that setup did not approve is the app's own.
  case $file in
  "/var/log/nginx/$APP."*) ;;
  *) grep -qsF -e "$1 $file;" -e "$1 $file " "$APPROVED/nginx.conf" || return 0 ;;
  esac
  case $file in *..* | /var/log/nginx/*/*) return 0 ;; /var/log/nginx/?*) ;; *) return 0 ;; esac
  case \${file##*/} in access.log | error.log) [ "$SITE" = /etc/nginx/nginx.conf ] || return 0 ;; esac
  [ ! -L "$file" ] || return 0
  echo "$file"
}

# traffic FILE SECONDS-COVERED REQUESTS 5xx 4xx NOT-UNDERSTOOD; at most the last 4 MB are read
report_traffic() {
  file=$(site_log access_log)
  [ -n "$file" ] || return 0
  end=$(date +%s)
  from=$(date -d "@$((end - $1))" +%Y%m%d%H%M%S)
  most=4194304
  {
    # Just rotated: what is missing is in the former file.
    if [ -n "$(find "$file.1" -maxdepth 0 -mmin "-$((1 + $1 / 60))" 2>/dev/null)" ]; then tail -c $most "$file.1"; fi
    [ ! -f "$file" ] || tail -c $most "$file"
  } | awk -F'"' -v from="$from" -v most=$most '
    BEGIN { split("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", names, " "); for (i in names) month[names[i]] = sprintf("%02d", i) }
    { bytes += length($0) + 1
      t = substr($1, length($1) - 27, 20)
      if (!((m = substr(t, 4, 3)) in month)) { odd++; next }
      key = substr(t, 8, 4) month[m] substr(t, 1, 2) substr(t, 13, 2) substr(t, 16, 2) substr(t, 19, 2)
      if (first == "") first = key
      if (key < from || $6 == "flask-deploy") next
      split($3, said, " ")
      n++; class[substr(said[1], 1, 1)]++ }
    END { print n + 0, class[5] + 0, class[4] + 0, odd + 0, (bytes >= most && first > from) ? first : "all" }' | {
    read -r requests fives fours odd first
    seconds=$1
    if [ "$first" != all ]; then
      clock=$(echo "$first" | sed 's/\\(....\\)\\(..\\)\\(..\\)\\(..\\)\\(..\\)\\(..\\)/\\1-\\2-\\3 \\4:\\5:\\6/')
      seconds=$((end - $(date -d "$clock" +%s)))
    fi
    echo "traffic $file $seconds $requests $fives $fours $odd"
  }
}
`,`# --- logs: what the app, its process manager and nginx have written, without the app's secrets -----------------------

# logs LINES SINCE FOLLOW ID NGINX: so many of the last lines, since so many seconds after 1970, FOLLOW and NGINX 0 or 1, ID or -
logs() {
  for number in "\${1-}" "\${2-}"; do
    case $number in '' | *[!0-9]* | ???????????*) refuse "not a number" ;; esac
  done
  case \${3-}\${5-} in [01][01]) ;; *) refuse "neither 0 nor 1" ;; esac
  [ "\${4-}" = - ] || checked_id "\${4-}"
  # The program comes by another way than stdin, whose end tells it that nobody listens any more.
  exec python3 -I -S /dev/fd/3 "$APP" "$MANAGER" "$1" "$2" "$3" "$4" "$5" "$(site_log access_log)" "$(site_log error_log)" 3<<'PYTHON'
# @LOGS@
PYTHON
}
`.replace(`# @LOGS@
`,()=>u),`# --- facts: what \`doctor\` needs root to see; one fact a line, its kind first. What is not installed says nothing -----

within() { timeout -k 1 4 "$@" 2>&1 </dev/null || :; }
has() { command -v "$1" >/dev/null 2>&1; }

# ADDRESS is where the question comes from: whether fail2ban has banned it.
facts() {
  case \${1-} in '' | *[!0-9a-f.:]*) refuse "not an address" ;; esac
  echo "protocol $PROTOCOL"
  if has nginx; then
    # Its own words come with a date and a process, or with its name in front.
    within nginx -T | awk '/^# configuration file / { sub(/:$/, "", $4); print "nginx-file", $4 }
      /^nginx: / || /^[0-9\\/]+ [0-9:]+ \\[[a-z]+\\] / { sub(/^nginx: |^[0-9\\/]+ [0-9:]+ /, ""); sub(/ [0-9]+#[0-9]+:/, ""); print "nginx", $0 }'
  fi
  sudoers=/etc/sudoers.d/flask-deploy-$APP
  [ ! -f "$sudoers" ] || echo "sudoers $(stat -c '%a %U' "$sudoers") $(sha256sum <"$sudoers" | cut -d' ' -f1)"
  [ ! -d "$SAVED" ] || echo "saved $(stat -c %Y "$SAVED")"
  if has sshd; then within sshd -T | awk '$1 ~ /^(maxstartups|permitrootlogin|passwordauthentication)$/ { print "sshd", $0 }'; fi
  facts_firewall "$1"
  if has journalctl; then
    # systemd's own word for it (anybody may write a line like it, but not as process 1); the kernel's, where the killed process was in no unit's charge.
    within journalctl -q --no-pager --since=-7d -o short-iso -n 5 MESSAGE_ID=fe6faa94e7774663a0da52717891d8ef _PID=1 | sed 's/^/oom /'
    within journalctl -q --no-pager --since=-7d -o short-iso -n 5 -k -g 'Out of memory: Killed' | sed 's/^/oom /'
  fi
  profiles=/sys/kernel/security/apparmor/profiles
  [ ! -r "$profiles" ] || grep -E 'nginx|uwsgi|gunicorn' "$profiles" | sed 's/^/apparmor /' || :
  echo end
}

facts_firewall() {
  if has nft; then
    within nft list ruleset | head -n 400 | sed 's/^/nft /'
  elif has iptables; then
    within iptables -w 2 -S | head -n 400 | sed 's/^/iptables /'
  fi
  if has ufw; then within ufw status | head -n 100 | sed 's/^/ufw /'; fi
  if has fail2ban-client; then within fail2ban-client banned "$1" | head -n 1 | sed 's/^/banned /'; fi
}
`,`# --- the call --------------------------------------------------------------------------------------------------------

verb=\${1-}
[ $# -eq 0 ] || shift
case $verb in
start | stop | drained | switch | run | share | boot | restore | settle | tidy | report | logs | facts) "$verb" "$@" ;;
install) install_config "$@" ;;
env) env_from_stdin "$@" ;;
exec) exec_in "$@" ;;
tail)
  checked_id "\${1-}"
  case \${2-0} in *[!0-9]* | ???????????*) refuse "not a number of seconds" ;; esac
  state
  log "\${2-0}"
  ;;
version) echo $PROTOCOL ;;
*) refuse "start, stop, switch, run, install, env, share, restore, settle, tidy, tail, report, logs, exec, facts, boot or version, not '$verb'" ;;
esac
`].join(`
`),p=/^PROTOCOL=(\d+)$/m.exec(f)?.[1]??``;function m({name:e,processManager:t,socket:n,site:r,allowConfig:i}){let a={APP:e,MANAGER:t,SOCKET:n,SITE:r,ALLOW_CONFIG:i?`1`:`0`};return f.replace(/^([A-Z_]+)='@\1@'/gm,(e,t)=>{let n=a[t]??``;if(!/^[A-Za-z0-9@/._-]+$/.test(n))throw Error(`the helper's ${t} would be ${JSON.stringify(n)}`);return`${t}='${n}'`})}function h(e,t){return`# ${t} deploys ${e}. The program checks its arguments itself: a pattern here would also match blanks.\n${t} ALL=(root) NOPASSWD: ${o(e)}\n`}const g=(...e)=>`set -eu
umask 077
`+e.join(`
`),_=(e,...t)=>({title:e,script:g(...t.map(r))});function v({path:n,content:i,mode:a,check:o}){let s=`${n}.new`;return{title:`write ${n}`,script:g(...t(n).endsWith(`.d`)?[r([`mkdir`,`-p`,`-m`,`0755`,t(n)])]:[],`cat > ${e(s)}`,r([`chown`,`root:root`,s]),r([`chmod`,a,s]),...o?[`${r(o.map(e=>e===`{}`?s:e))} || { rm -f ${e(s)}; exit 1; }`]:[],r([`mv`,`-fT`,s,n])),stdin:i}}const y=({path:t,mode:n,owner:i,group:a})=>({title:`create ${t} (${n} ${i}:${a})`,script:g(`if [ -L ${e(t)} ]; then echo ${e(`${t} is a link: whoever made it wants root to follow it. Look where it leads, and remove it`)} >&2; exit 1; fi`,`[ -d ${e(t)} ] || mkdir ${e(t)}`,r([`chown`,`${i}:${a}`,t]),r([`chmod`,n.padStart(5,`0`),t]))}),b=`restrict,pty`;function x(t,n){let[,r=``]=n.split(/\s+/);return{title:`let ${t} log in with the key ${n.split(` `).slice(2).join(` `)||n.slice(-16)}`,script:g(`runuser -u ${e(t)} -- sh -c ${e([`set -eu`,`umask 077`,`cd "$(getent passwd "$(id -un)" | cut -d: -f6)"`,`mkdir -p .ssh`,`{ [ ! -f .ssh/authorized_keys ] || sed '$a\\' .ssh/authorized_keys | { grep -vF ${e(r)} || :; }; cat; } > .ssh/authorized_keys.new`,`mv -f .ssh/authorized_keys.new .ssh/authorized_keys`].join(`
`))}`),stdin:`${b} ${n}\n`}}const S=e=>`/var/lib/flask-deploy/${e}.nginx-to-reload`,C=[`workers=$(cat "/proc/$(cat /run/nginx.pid 2>/dev/null)/task/"*/children 2>/dev/null) || :`,`systemctl reload-or-restart nginx.service`,`tries=0`,`for worker in $workers; do`,`  while [ $tries -lt 60 ] && [ -e "/proc/$worker" ] && ! grep -aqs "shutting down" "/proc/$worker/cmdline"; do`,`    sleep 0.05; tries=$((tries + 1))`,`  done`,`done`];function w(t,{path:n,content:r,link:i,removes:a}){let[o,s,c]=[`${n}.setup-old`,`${n}.setup-new`,S(t)].map(e),l=e(n),u=t=>e(`${t.replace(`/sites-enabled/`,`/sites-available/`)}.setup-old`);return{title:`let nginx serve ${t}: ${n}${a.length?`, instead of ${a.join(` and `)}`:``}`,script:g(`mkdir -p /var/lib/flask-deploy; : > ${c}`,`cat > ${s}; chown root:root ${s}; chmod 0644 ${s}`,`[ ! -e ${l} ] || [ -e ${o} ] || ln ${l} ${o}`,`mv -fT ${s} ${l}`,...i?[`ln -sfn ${e(i.to)} ${e(i.path)}`]:[],...a.map(t=>`if [ -e ${e(t)} ]; then mv -fT ${e(t)} ${u(t)}; fi`),`if ! said=$(nginx -t 2>&1); then`,`  if [ -e ${o} ]; then mv -fT ${o} ${l}; else rm -f ${l}${i?` ${e(i.path)}`:``}; fi`,...a.map(t=>`  if [ -e ${u(t)} ]; then mv -fT ${u(t)} ${e(t)}; fi`),`  rm -f ${c}`,`  printf '%s\\n' "$said" >&2; exit 1`,`fi`,`rm -f ${[o,...a.map(u)].join(` `)}`,...C,`rm -f ${c}`),stdin:r}}function T({script:e,stdin:t}){let n=e.slice(18);return t===void 0?n:`${n}\n<<<\n${t.replace(/\n$/,``)}\n>>>`}const E=({app:e,files:t})=>s(e).map(([e,n])=>({path:n,content:t.get(e)??``,mode:`0644`})),D=({app:e,files:t})=>[`deploy/nginx.conf`,...s(e).map(([e])=>e)].map(r=>({path:`${a(e.name).approved}/${n(r)}`,content:t.get(r)??``,mode:`0644`})),O=e=>e.nginx?.sites??(e.packageManager===`apt-get`?`sites-enabled`:`conf.d`);function k(e,t){let n=/^\s*user\s+([^\s;]+)/m.exec(t.files.get(`deploy/nginx.conf`)??``)?.[1];return t.app.nginx===`full`&&n?n:e.nginx?.user??(e.packageManager===`apt-get`?`www-data`:`nginx`)}function A(e,{app:t,files:n}){let r=a(t.name),i=n.get(`deploy/nginx.conf`)??``;if(t.nginx===`full`)return{path:r.fullSite,content:i,removes:[]};if(O(e)===`conf.d`)return{path:r.confd,content:i,removes:[]};let o=e.nginx===void 0||e.nginx.enabled.includes(r.debianDefault);return{path:r.available,content:i,link:{path:r.enabled,to:`../sites-available/${t.name}.conf`},removes:t.domain===`_`&&o?[r.debianDefault]:[]}}function j(e,t){let{app:n,login:r,files:i}=t,o=a(n.name),s=(e,t)=>RegExp(`^${t}=(.*)$`,`m`).exec(i.get(e)??``)?.[1],[c,l]=[`deploy/${n.name}@.socket`,`deploy/${n.name}-proxy.service`],u=e.groups.get(k(e,t))??[],[d=``]=u,f=e=>d!==``&&!u.includes(e??``),p=(e,t,...n)=>{let r=n.filter(Boolean);return r.length>0?[{path:e,mode:`0644`,content:`${[`# On this server another login deploys, or nginx has another group, than the unit says.`,`[${t}]`,...r].join(`
`)}\n`}]:[]};return[...p(o.socketOverride,`Socket`,s(c,`SocketUser`)!==r&&`SocketUser=${r}`,f(s(c,`SocketGroup`))&&`SocketGroup=${d}`),...n.socket===`tcp`&&f(s(l,`SupplementaryGroups`))?p(o.proxyOverride,`Service`,`SupplementaryGroups=`,`SupplementaryGroups=${d}`):[]]}function M(e,t){let n=t.allowConfig??e.allowConfig??!0;return[...N(t,{site:A(e,t).path,allowConfig:n}),...j(e,t)]}function N({app:e,login:t},n){let{name:r,processManager:i}=e,o=a(r),s={systemd:``,supervisor:` supervisor.service`,emperor:` ${r}-emperor.service`};return[{path:o.helper,mode:`0755`,content:m({...e,...n})},...t===`root`?[]:[{path:o.sudoers,mode:`0440`,content:h(r,t),check:[`visudo`,`-cqf`,`{}`]}],{path:o.tmpfiles,mode:`0644`,content:[`# Sockets of ${r}'s releases.`,...c(e,t).filter(({path:e})=>e.startsWith(`/run/`)).map(({path:e,mode:t,owner:n,group:r})=>`d ${e} 0${t} ${n} ${r}`),``].join(`
`)},{path:o.current,mode:`0644`,content:`# /run is empty after a reboot: starts the release that ${o.base}/current names, and gives it the traffic.
[Unit]
Description=${r}, the release in use
After=network.target local-fs.target
Before=nginx.service${s[i]}
ConditionPathIsSymbolicLink=${o.base}/current

[Service]
Type=oneshot
ExecStart=${o.helper} boot

[Install]
WantedBy=multi-user.target
`}]}function P(e){let{app:t,login:n}=e,r=a(t.name),o=/^\s*user\s+([^\s;]+)/m.exec(e.files.get(`deploy/nginx.conf`)??``)?.[1]??``;return{app:t.name,login:n,users:[t.name,n,`www-data`,`nginx`,.../^[a-z_][a-z0-9_-]*$/.test(o)?[o]:[]],units:[...i(t),`${t.name}@probe.socket`,...t.processManager===`systemd`?[`${t.name}@probe.service`]:[]],paths:[...c(t,n).map(({path:e})=>e),...E(e).map(({path:e})=>e),...D(e).map(({path:e})=>e),r.helper,r.sudoers,r.tmpfiles,r.current,r.socketOverride,r.proxyOverride,r.fullSite,r.available,r.enabled,r.confd,S(t.name)]}}export{w as _,M as a,E as c,v as d,y as f,T as g,g as h,j as i,x as l,S as m,A as n,N as o,b as p,k as r,P as s,D as t,_ as u,p as v,h as y};