"""What the client sends to each query and gets from it, for the type checker only. Each query's .ts documents it."""
from typing import Literal, TypedDict

from typing_extensions import TypeAlias

from messages import Ask, Python

class StatusAsk(Ask):
    seconds: int

class ReleasesAsk(Ask):
    count: int

class UnlockAsk(Ask):
    dryRun: bool

class TlsAsk(Ask):
    want: Literal["status", "renew"]
    dryRun: bool

class Holder(TypedDict):
    holder: str

class LogsAsk(Ask):
    lines: int
    since: float
    follow: bool
    release: str
    nginx: bool
    grep: str

class LinesTold(TypedDict):
    lines: int

class MaintenanceAsk(Ask):
    want: Literal["on", "off", "status"]
    dryRun: bool
    by: str
    allow: list[str]
    addresses: list[str]

class Flag(TypedDict, total=False):
    """Content of maintenance/on; incomplete if the file was created by hand."""

    since: str
    by: str
    allow: list[str]

class Maintenance(TypedDict):
    on: bool
    since: str
    by: str
    allow: list[str]
    changed: bool
    answers: int
    ignored: bool

# --- the journal ---

class Run(TypedDict):
    release: str
    op: str
    outcome: str
    at: str
    endedAt: str
    ms: float | None
    bytes: float | None
    commit: str
    previous: str
    by: str
    run: str
    step: str
    cause: str
    switchedAt: str

class JournalRun(Run):
    live: bool
    state: str
    good: bool

class Releases(TypedDict):
    at: str
    current: str
    runs: list[JournalRun]

# --- status ---

class Instance(TypedDict):
    id: str
    role: str
    state: str
    restarts: int
    processes: int
    memoryBytes: int | None
    since: str

class Static(TypedDict):
    path: str
    status: int
    error: str

class Traffic(TypedDict):
    file: str
    seconds: int
    requests: int
    errors5xx: int
    errors4xx: int
    odd: int

class Certificate(TypedDict):
    file: str
    expires: str
    days: int | None

class Pair(TypedDict):
    serial: str
    signed: bool
    since: str
    until: str
    due: str

class Attempt(TypedDict):
    at: str
    outcome: str
    cause: str

class Https(TypedDict):
    public: bool
    pair: Pair
    served: dict[str, str]
    next: str
    attempt: Attempt | None
    retry: str
    loose: list[str]

class Tls(TypedDict):
    at: str
    problem: str
    https: Https

class Release(TypedDict):
    id: str
    commit: str
    deployedAt: str
    state: str
    good: bool

class Closed(TypedDict):
    since: str
    by: str

class Status(TypedDict):
    at: str
    current: str
    commit: str
    since: str
    by: str
    run: str
    answers: bool
    answer: str
    instances: list[Instance]
    traffic: Traffic | None
    certificate: Certificate | None
    https: Https | None
    releases: list[Release]
    lockedBy: str
    lastFailure: Run | None
    pending: list[str]
    maintenance: Closed | None
    files: dict[str, str]
    unserved: list[Static]
    python: str
    helper: int
    diskFreeMb: int
    diskTotalMb: int
    memoryFreeMb: int

# --- doctor ---

class Look(TypedDict):
    """What doctor inspects."""

    users: list[str]
    folders: list[str]
    files: list[tuple[str, str]]
    own: list[str]
    units: list[str]
    instances: list[str]

class DoctorAsk(Ask):
    look: Look

class PathFact(TypedDict):
    path: str
    kind: str
    mode: str
    owner: str
    group: str
    sha256: str
    to: str

class Helper(PathFact):
    constants: dict[str, str]
    protocol: int

class PythonFact(Python):
    venv: bool

class System(TypedDict):
    id: str
    version: str
    name: str

class BareFacts(TypedDict):
    """Facts about any server."""

    now: float
    login: str
    base: bool
    helper: Helper | None
    python: PythonFact
    system: System

class ReleaseFact(TypedDict):
    id: str
    complete: bool
    venv: bool
    why: str

class FileFact(TypedDict):
    path: str
    target: str
    installed: PathFact | None
    source: str

class SocketFact(TypedDict):
    folder: PathFact | None
    release: str
    linked: bool
    file: PathFact | None

class LockFact(TypedDict):
    held: bool
    holder: str
    seconds: int

class JournalFact(TypedDict):
    torn: bool
    unfinished: str
    readable: bool

class Room(TypedDict):
    size: int
    free: int
    inodes: int
    inodesFree: int
    device: int

class Memory(TypedDict):
    total: int
    swap: int
    free: int
    instance: int

class Worker(TypedDict):
    user: str
    groups: list[int]

class Logs(TypedDict):
    rotate: bool
    rule: bool
    files: dict[str, int]

class Updates(TypedDict):
    days: float
    unattended: bool
    reboot: bool

class Selinux(TypedDict):
    enforcing: bool
    connect: bool

class NginxAnswers(TypedDict):
    status: int
    why: str

class Ended(TypedDict):
    code: int
    said: str

class Clock(TypedDict):
    synchronized: bool
    container: bool

class ServerFacts(BareFacts):
    """Facts about a server on which the app is set up."""

    release: ReleaseFact
    folders: dict[str, PathFact | None]
    files: list[FileFact]
    own: dict[str, PathFact | None]
    socket: SocketFact
    env: PathFact | None
    lock: LockFact
    journal: JournalFact
    disk: dict[str, Room]
    memory: Memory
    groups: dict[str, list[str]]
    nginxWorkers: list[Worker]
    gid: int
    others: list[str]
    writable: list[str]
    leftovers: list[str]
    caches: dict[str, int]
    logs: Logs
    updates: Updates
    maintenance: str
    selinux: Selinux
    nginxAnswers: NginxAnswers
    statics: list[Static]
    https: Https | None
    root: Ended
    units: list[dict[str, str]]
    failed: list[str]
    clock: Clock

Facts: TypeAlias = BareFacts | ServerFacts
