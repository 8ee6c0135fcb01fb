"""Virtual environments by hash, built at their final place (they do not move) and never changed afterwards."""
from __future__ import annotations

import glob
import hashlib
import os
import shutil
import subprocess
import sys

from host import Host, last_lines, remove
from interpreter import python_here
from channel import Failed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Sequence
    from messages import Wheel

SECONDS = 600


def name_of(lock: str) -> str:
    """The same lock on another Python or platform is another environment."""
    here = python_here()
    text = "\n".join([lock, here["version"], here["machine"], here["libc"], here["soabi"]])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def is_there(host: Host, name: str) -> bool:
    return os.path.exists("%s/%s/.complete" % (host.venvs, name))


def build(host: Host, name: str, wheels: Sequence[Wheel]) -> None:
    """`wheels`: name, size and sha256 of each, in the order in which they follow on the channel."""
    top, store = host.venvs + "/" + name, host.venvs + "/" + name + ".wheels"
    remove(top)
    remove(store)
    os.mkdir(store, 0o750)
    try:
        for wheel in wheels:
            take(host, store + "/" + os.path.basename(wheel["name"]), wheel)
        uv = shutil.which("uv")
        make(host, [uv, "venv", "-q", "--python", sys.executable, top] if uv else
             [sys.executable, "-I", "-m", "venv", "--without-pip", top], "venv")
        lines = ["%s/%s --hash=sha256:%s" % (store, wheel["name"], wheel["sha256"]) for wheel in wheels]
        with open(store + "/lock.txt", "w") as file:
            file.write("\n".join(lines) + "\n")
        if wheels:
            make(host, installer(host, uv, top, store), "install")
        with open(top + "/.complete", "w"):
            pass
    finally:
        remove(store)


def take(host: Host, path: str, wheel: Wheel) -> None:
    digest = hashlib.sha256()
    with open(path, "wb") as file:
        for chunk in host.channel.exact(wheel["size"]):
            digest.update(chunk)
            file.write(chunk)
    if digest.hexdigest() != wheel["sha256"]:
        raise Failed("infrastructure", "%s arrived damaged" % wheel["name"], "Deploy again.")


def installer(host: Host, uv: str | None, top: str, store: str) -> list[str]:
    python = top + "/bin/python"
    rest = ["--no-index", "--no-deps", "--require-hashes", "-r", store + "/lock.txt"]
    if uv:
        return [uv, "pip", "install", "-q", "--offline", "--link-mode", "copy", "--compile-bytecode", "--python", python] + rest
    # pip runs straight from the wheel that ensurepip carries: the environment itself stays free of it.
    script = "import ensurepip,glob,os;print(os.path.dirname(ensurepip.__file__));print(getattr(ensurepip,'_WHEEL_PKG_DIR',None) or '')"
    said = subprocess.run([sys.executable, "-I", "-c", script], stdout=subprocess.PIPE, text=True, check=False).stdout.splitlines()
    for folder in [said[0] + "/_bundled"] + said[1:] + ["/usr/share/python-wheels"] if said else []:
        found = folder and sorted(glob.glob(folder + "/pip-*.whl"))
        if found:
            return [python, "-I", found[-1] + "/pip", "install", "-q", "--disable-pip-version-check", "--no-cache-dir"] + rest
    raise Failed("setup", "the server's Python cannot make virtual environments (python3-venv is missing)", host.setup_hint())


def make(host: Host, argv: Sequence[str], what: str) -> None:
    env = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": host.venvs, "LC_ALL": "C.UTF-8", "PIP_CONFIG_FILE": "/dev/null", "UV_NO_CACHE": "1"}
    code, out, err = host.channel.run(argv, timeout=SECONDS, env=env, cwd=host.venvs)
    said = out + err
    if code is None:
        raise Failed("infrastructure", "making the virtual environment took over %d s" % SECONDS)
    if code and "ensurepip is not" in said:
        raise Failed("setup", "the server's Python cannot make virtual environments (python3-venv is missing)", host.setup_hint())
    if code and "No space left" in said:
        raise OSError(28, "No space left on device")
    if code:
        raise Failed("app", "the virtual environment could not be made (%s):\n%s" % (what, last_lines(said, 12)))

