"""Makes a venv as a deploy does on the server, under the interpreter that runs this, and tells what is in it. JSON on stdin."""
import json
import os
import subprocess
import sys
import types

given = json.load(sys.stdin)
sys.dont_write_bytecode = True
sys.path.insert(0, given["remote"])
import venvs


class Channel:
    """The bytes of the wheels, one after the other; programs as they are."""
    def __init__(self, paths):
        self.bytes = b"".join(open(path, "rb").read() for path in paths)

    def exact(self, size):
        chunk, self.bytes = self.bytes[:size], self.bytes[size:]
        yield chunk

    def run(self, argv, timeout, env, cwd):
        # A server without an index, a cache or a network of its own.
        done = subprocess.run(argv, env=dict(env, PATH=given["path"]), cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        return done.returncode, done.stdout.decode(), done.stderr.decode()


host = types.SimpleNamespace(base=given["base"], venvs=given["base"] + "/venvs", setup_hint=lambda: "", channel=Channel([wheel["path"] for wheel in given["wheels"]]))
os.makedirs(host.venvs, exist_ok=True)
os.environ["PATH"] = given["path"]
name = venvs.name_of(given["key"])
venvs.build(host, name, given["wheels"])
tell = "import importlib.metadata as m, json; print(json.dumps(sorted(d.metadata['Name'].lower() + '==' + d.version for d in m.distributions())))"
print(subprocess.run([host.venvs + "/" + name + "/bin/python", "-I", "-c", tell], stdout=subprocess.PIPE, check=True).stdout.decode())
