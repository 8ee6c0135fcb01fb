"""Makes packages for tests, a JSON list on stdin: wheels, and sdists that build themselves with nothing else installed."""
from __future__ import annotations

import io
import json
import os
import sys
import tarfile
import zipfile
from typing import List, TypedDict

Made = TypedDict("Made", {"name": str, "version": str, "as": str, "tag": str, "native": bool, "requires": List[str], "extras": List[str],
                         "python": str, "content": List[str], "folder": str}, total=False)
BACKEND = r'''
import json, os, sys, sysconfig, zipfile
ABOUT = json.load(open("about.json"))
INFO = "%(name)s-%(version)s.dist-info" % ABOUT

def metadata():
    lines = ["Metadata-Version: 2.1", "Name: " + ABOUT["name"], "Version: " + ABOUT["version"]]
    return "\n".join(lines + ABOUT["metadata"]) + "\n"

def prepare_metadata_for_build_wheel(folder, config_settings=None):
    os.mkdir(os.path.join(folder, INFO))
    with open(os.path.join(folder, INFO, "METADATA"), "w") as file:
        file.write(metadata())
    return INFO

def build_wheel(folder, config_settings=None, metadata_directory=None):
    abi = "cp%d%d" % sys.version_info[:2]
    tag = "%s-%s-linux_%s" % (abi, abi, os.uname().machine) if ABOUT["native"] else "py3-none-any"
    name = "%s-%s-%s.whl" % (ABOUT["name"], ABOUT["version"], tag)
    with zipfile.ZipFile(os.path.join(folder, name), "w") as wheel:
        wheel.writestr(ABOUT["name"] + ".py", "VERSION = %r\nBUILT_WITH = %r\n" % (ABOUT["version"], dict(os.environ)))
        files = sorted(os.path.join(at, one)[2:] for at, _, names in os.walk(".") for one in names if "__pycache__" not in at)
        wheel.writestr(ABOUT["name"] + "_files.py", "FILES = %r\n" % files)
        for path in ABOUT.get("content", []):
            wheel.write(path, ABOUT["name"] + "_content/" + path)
        wheel.writestr(INFO + "/METADATA", metadata())
        wheel.writestr(INFO + "/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: %s\n" % tag)
        wheel.writestr(INFO + "/RECORD", "")
    return name
'''
PROJECT = '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'


def metadata(one: Made) -> list[str]:
    lines = ["Requires-Dist: " + line for line in one.get("requires", [])]
    lines += ["Provides-Extra: " + extra for extra in one.get("extras", [])]
    return lines + (["Requires-Python: " + one["python"]] if "python" in one else [])


def wheel(one: Made, folder: str) -> str:
    name, version, tag = one["name"], one.get("version", "1.0"), one.get("tag", "py3-none-any")
    info = "%s-%s.dist-info/" % (name, version)
    path = "%s/%s-%s-%s.whl" % (folder, name, version, tag)
    with zipfile.ZipFile(path, "w") as file:
        # One time for all: the same package has the same hash.
        def put(path: str, text: str) -> None:
            file.writestr(zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0)), text)

        put(name + ".py", "VERSION = %r\nTAG = %r\n" % (version, tag))
        head = ["Metadata-Version: 2.1", "Name: " + name, "Version: " + version]
        put(info + "METADATA", "\n".join(head + metadata(one)) + "\n")
        put(info + "WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: %s\n" % tag)
        put(info + "RECORD", "")
    return path


def about(one: Made) -> str:
    return json.dumps({"name": one["name"], "version": one.get("version", "1.0"), "metadata": metadata(one),
                       "native": one.get("native", False), "content": one.get("content", [])})


def sdist(one: Made, folder: str) -> str:
    top = "%s-%s" % (one["name"], one.get("version", "1.0"))
    path = "%s/%s.tar.gz" % (folder, top)
    head = "Metadata-Version: 2.1\nName: %s\nVersion: %s\n" % (one["name"], one.get("version", "1.0"))
    with tarfile.open(path, "w:gz") as file:
        for name, text in (("PKG-INFO", head), ("pyproject.toml", PROJECT), ("backend.py", BACKEND), ("about.json", about(one))):
            member = tarfile.TarInfo(top + "/" + name)
            member.size = len(text.encode())
            file.addfile(member, io.BytesIO(text.encode()))
    return path


def project(one: Made, folder: str) -> str:
    os.makedirs(folder, exist_ok=True)
    for name, text in (("pyproject.toml", PROJECT), ("backend.py", BACKEND), ("about.json", about(one))):
        with open("%s/%s" % (folder, name), "w") as file:
            file.write(text)
    return folder


made = []
for one in json.load(sys.stdin):
    os.makedirs(one["folder"], exist_ok=True)
    made.append({"wheel": wheel, "sdist": sdist, "project": project}[one.get("as", "wheel")](one, one["folder"]))
print(json.dumps(made))
