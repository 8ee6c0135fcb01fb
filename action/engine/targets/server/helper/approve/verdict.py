"""The verdict on the files that stdin names."""
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
        sys.stderr.write("flask-deploy: %s of %s is missing or not a plain file (%s)\n" % (source, release, error.strerror or error))
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
    sys.stderr.write("".join(line + "\n" for line in unreadable))
    sys.exit(1)
if problems:
    sys.stderr.write("".join(line + "\n" for line in problems[:20]))
    sys.exit(3)
