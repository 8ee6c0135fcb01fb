"""Units of systemd, and supervisor's program."""
from __future__ import annotations

import re

from copies import app, problems, unreadable
from words import Broken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Mapping

# The app's own units, one by one: an app's name may begin with another app's.
NAME = r"{0}(@%i)?\.socket|{0}(-front)?@%i\.service|{0}-(proxy|emperor)\.service".format(re.escape(app))
NAMES = r"(?:%s)(?: (?:%s))*" % (NAME, NAME)
COMMON = {"Description": ".*", "Documentation": ".*"}
SECONDS = r"(infinity|[0-9a-z ]+)"
UNIT = dict(COMMON, After=r"[\w@.%: -]*", Before=NAMES, Requires=NAMES, Wants=NAMES, BindsTo=NAMES, PartOf=NAMES,
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
SECTIONS: dict[str, dict[str, str]] = {"Unit": UNIT, "Service": SERVICE, "Socket": {"Backlog": "[0-9]+"}, "Install": {}}
# One that supervisord cannot read keeps it from starting any program, so each has the very form that it reads.
PAIR, SMALL, YES_NO = r'\w+=(?:"[^"%\\]*"|[\w./:-]+)', "[0-9]{1,6}", "true|false"
PROGRAM = dict(startsecs=SMALL, startretries=SMALL, stopwaitsecs=SMALL, stopsignal="TERM|HUP|INT|QUIT|KILL|USR1|USR2",
               autorestart="true|false|unexpected", autostart=YES_NO, priority=SMALL, environment="%s(,%s)*" % (PAIR, PAIR),
               umask="0{0,2}[0-7]?[0-7]7", stdout_logfile_maxbytes="[0-9]{1,6}(KB|MB)?", stdout_logfile_backups="[0-9]{1,2}",
               redirect_stderr=YES_NO, stopasgroup="false", killasgroup="true")


def is_plain_command(value: str) -> bool:
    """Whether systemd runs it as the app: it looks for its `+` and `!` behind quotes and escapes, and again behind each ` ; `."""
    return value == "" or bool(re.match(r"[@:-]*/[\w./%@:+-]+(\s|$)", value)) and not re.search(r"(^|\s);(\s|$)", value)


def lines_of(text: str, comments: str) -> list[tuple[int, str, str, str]]:
    """(line, section, key, value); what would be read in more than one way is Broken."""
    section = ""
    found: list[tuple[int, str, str, str]] = []
    for number, line in enumerate(text.split("\n"), 1):
        plain = line.strip(" \t")
        if not plain or plain[0] in comments:
            continue
        if line[0] in " \t" or line.endswith("\\") or re.search("[\0-\x08\x0b-\x1f\x7f]", line):
            raise Broken("line %d: it is indented, goes on in the next line, or holds control characters" % number)
        heading = re.match(r"^\[([^\]]+)\]$", plain)
        if heading:
            section = heading.group(1)
            found.append((number, section, "", ""))
            continue
        key, equals, value = plain.partition("=")
        if not equals or not section:
            raise Broken("line %d: neither a section nor KEY=value" % number)
        found.append((number, section, key.strip(" \t"), value.strip(" \t")))
    return found


def only_setups(there: Mapping[str, str] | None, key: str) -> bool:
    return there is None or key != "" and key not in there


def judge_lines(name: str, text: str, before: str, comments: str, allowed: Callable[[str], Mapping[str, str] | None]) -> None:
    """`allowed`: section -> key -> what its value must be; None for a section that there may not be."""
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
            problems.append("%s:%d: `%s` is not what setup approved, nor on the list of what a deploy may change"
                            % (name, number, "%s=%s" % (key, value[:80]) if key else "[%s]" % section))
    # What a deploy may not add it may not take away: without these lines the app would be somebody else, or in no sandbox.
    # Nor may it say one twice or in another order, as the later of two may undo the earlier.
    ours = [entry for entry in known if only_setups(allowed(entry[0]), entry[1])]
    theirs = [entry[1:] for entry in entries if only_setups(allowed(entry[1]), entry[2])]
    for _, key, value in sorted(set(ours) - set(theirs)):
        problems.append("%s: `%s=%s` is gone, which setup approved" % (name, key, value[:80]))
    if not problems and ours != theirs:
        problems.append("%s: lines that only setup may change are there twice, or in another order" % name)
