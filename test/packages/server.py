"""Makes a venv as a deploy does on the server, under the interpreter that runs this, and tells what is in it. JSON on stdin."""
from __future__ import annotations

import json
import os
import pathlib
import subprocess
import sys
from typing import TYPE_CHECKING, Callable, Iterator, Mapping, Sequence

given = json.load(sys.stdin)
sys.dont_write_bytecode = True
sys.path.insert(0, given["remote"])
import channel
import host
import venvs

if TYPE_CHECKING:
    from messages import Ended


class Channel(channel.Channel):
    """The bytes of the wheels, one after the other; programs as they are."""
    def __init__(self, paths: Sequence[str]) -> None:
        self.bytes = b"".join(pathlib.Path(path).read_bytes() for path in paths)

    def exact(self, size: int) -> Iterator[bytes]:
        chunk, self.bytes = self.bytes[:size], self.bytes[size:]
        yield chunk

    def run(self, argv: Sequence[str], stdin: bytes = b"", timeout: float = 60, cwd: str | None = None, env: Mapping[str, str] | None = None,
            each: Callable[[str], object] | None = None, waiting: Callable[[int], object] | None = None) -> Ended:
        # A server without an index, a cache or a network of its own.
        done = subprocess.run(argv, env={**(env or {}), "PATH": given["path"]}, cwd=cwd, capture_output=True, check=False)
        return done.returncode, done.stdout.decode(), done.stderr.decode()


server = host.Host({"app": "shop", "login": ""}, Channel([wheel["path"] for wheel in given["wheels"]]))
server.base, server.venvs = given["base"], given["base"] + "/venvs"
os.makedirs(server.venvs, exist_ok=True)
os.environ["PATH"] = given["path"]
name = venvs.name_of(given["key"])
venvs.build(server, name, given["wheels"])
tell = "import importlib.metadata as m, json; print(json.dumps(sorted(d.metadata['Name'].lower() + '==' + d.version for d in m.distributions())))"
print(subprocess.run([server.venvs + "/" + name + "/bin/python", "-I", "-c", tell], stdout=subprocess.PIPE, check=True).stdout.decode())
