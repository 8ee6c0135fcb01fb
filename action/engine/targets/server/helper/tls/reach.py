"""Whether the challenge's path of each name leads to this server, so that the CA is not asked in vain."""
from __future__ import annotations

import http.client
import os
import secrets
import socket
import sys

PATH = "/.well-known/acme-challenge/"


def addresses(name: str) -> list[str]:
    try:
        return sorted({str(found[4][0]) for found in socket.getaddrinfo(name, 80, type=socket.SOCK_STREAM)})
    except socket.gaierror:
        return []


def fetched(name: str, address: str, path: str) -> tuple[int, bytes] | None:
    """Status and start of the body; None when nothing answers, which from within this network may mean nothing."""
    try:
        connection = http.client.HTTPConnection(address, 80, timeout=5)
        connection.request("GET", path, headers={"Host": name, "User-Agent": "flask-deploy"})
        answer = connection.getresponse()
        return answer.status, answer.read(200)
    except (OSError, http.client.HTTPException):
        return None


def problem(name: str, folder: str) -> str:
    """What keeps the CA from finding us; "" when nothing that can be seen from here does."""
    found = addresses(name)
    if not found:
        return "%s has no address in the DNS: make an A record (and AAAA, if there is IPv6) that names this server" % name
    token = secrets.token_hex(16)
    path = os.path.join(folder, token)
    with open(path, "w") as file:
        file.write(token)
    os.chmod(path, 0o644)
    try:
        for address in found:
            answer = fetched(name, address, PATH + token)
            if answer and (answer[0] != 200 or answer[1].strip() != token.encode()):
                return "%s leads to %s, where another server answers (%d for a file that lies here): let its DNS records name this server, " \
                    "or let the proxy there pass %s on" % (name, address, answer[0], PATH)
    finally:
        os.unlink(path)
    return ""


def main() -> int:
    webroot, names = sys.argv[1], sys.argv[2].split()
    folder = webroot + PATH.rstrip("/")
    try:
        os.makedirs(folder, exist_ok=True)
        problems = [text for text in (problem(name, folder) for name in names) if text]
    except OSError as error:
        problems = ["the answer to the CA's challenge could not be written to %s: %s" % (folder, error.strerror)]
    print("; ".join(problems), end="")
    return 1 if problems else 0


sys.exit(main())
