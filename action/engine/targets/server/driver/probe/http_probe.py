"""One request to an app or a site, over the uwsgi protocol or HTTP, and whether its answer will do."""
from __future__ import annotations

import socket
import struct

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from messages import Address, Want


class Answer:
    def __init__(self, status: int = 0, headers: dict[str, str] | None = None, body: bytes = b"", error: str = "") -> None:
        self.status, self.headers, self.body, self.error = status, headers or {}, body, error


def over_tls(channel: socket.socket, name: str, session: ssl.SSLSession | None = None) -> ssl.SSLSocket:
    """To nginx on this machine: whether visitors accept its certificate is asked from outside."""
    import ssl  # noqa: PLC0415  takes as long as all else here; a site without HTTPS does without

    context = contexts[0] if contexts else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    contexts[:] = [context]
    return context.wrap_socket(channel, server_hostname=name, session=session)


contexts: list[ssl.SSLContext] = []


def connect(address: Address, timeout: float) -> socket.socket:
    if isinstance(address, str):
        channel = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    else:
        channel = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    channel.settimeout(timeout)
    channel.connect(address)
    return channel


def uwsgi_request(path: str, host: str) -> bytes:
    path, _, query = path.partition("?")
    names = {"REQUEST_METHOD": "GET", "REQUEST_URI": path + ("?" + query if query else ""), "PATH_INFO": path,
             "QUERY_STRING": query, "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": host, "SERVER_NAME": host,
             "SERVER_PORT": "80", "REMOTE_ADDR": "127.0.0.1", "CONTENT_TYPE": "", "CONTENT_LENGTH": "",
             "HTTP_USER_AGENT": "flask-deploy", "REQUEST_SCHEME": "http"}
    body = b""
    for word in (word.encode() for pair in names.items() for word in pair):
        body += struct.pack("<H", len(word)) + word
    return struct.pack("<BHB", 0, len(body), 0) + body


def http_request(path: str, host: str) -> bytes:
    return ("GET %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: flask-deploy\r\nConnection: close\r\n\r\n" % (path, host)).encode()


def parse(raw: bytes) -> Answer:
    head, _, body = raw.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    words = lines[0].split(None, 2)
    if len(words) < 2 or not words[0].startswith("HTTP/") or not words[1].isdigit():
        return Answer(error="broke off without an answer" if not raw else "answered something that is not HTTP")
    headers = {}
    for line in lines[1:]:
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    if "chunked" in headers.get("transfer-encoding", ""):
        body = unchunk(body)
    return Answer(int(words[1]), headers, body)


def unchunk(body: bytes) -> bytes:
    out = b""
    while True:
        head, _, rest = body.partition(b"\r\n")
        try:
            size = int(head.split(b";")[0], 16)
        except ValueError:
            return out
        if not size:
            return out
        out, body = out + rest[:size], rest[size + 2:]


def ask(address: Address, protocol: str, path: str, host: str, timeout: float) -> Answer:
    """Never raises: what went wrong is the answer's `error`."""
    request = uwsgi_request(path, host) if protocol == "uwsgi" else http_request(path, host)
    channel = None
    try:
        channel = connect(address, timeout)
        if protocol == "https":
            channel = over_tls(channel, host)
        channel.sendall(request)
        raw, size = [], 0
        while size < 1 << 20:
            chunk = channel.recv(65536)
            if not chunk:
                break
            raw.append(chunk)
            size += len(chunk)
        return parse(b"".join(raw))
    except socket.timeout:
        return Answer(error="no answer within %g s" % timeout)
    except ConnectionRefusedError:
        return Answer(error="connection refused")
    except FileNotFoundError:
        return Answer(error="there is no socket yet")
    except OSError as error:
        return Answer(error=getattr(error, "reason", "") or error.strerror or str(error))
    finally:
        if channel:
            channel.close()


def problem(answer: Answer, want: Want) -> str:
    """Why an answer will not do; "" when it will. `want`: status (0: any 2xx or 3xx) and contains."""
    if answer.error:
        return answer.error
    # A site that sends everyone to https is up; where its certificate is, is not this release's matter.
    if answer.status in (301, 302, 307, 308) and answer.headers.get("location", "").startswith("https://"):
        return ""
    if want.get("status"):
        if answer.status != want["status"]:
            return "answered %d instead of %d" % (answer.status, want["status"])
    elif not 200 <= answer.status < 400:
        return "answered %d" % answer.status
    text = want.get("contains") or ""
    if text and text.encode() not in answer.body:
        return "answered %d without the text %r" % (answer.status, text)
    return ""
