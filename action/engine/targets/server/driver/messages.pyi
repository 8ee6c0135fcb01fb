"""What travels on the channel and lies on the server, for the type checker alone: nothing of this is sent or run."""
from typing import Any, Callable, Literal, Mapping, Protocol, TypedDict, overload

from typing_extensions import NotRequired, TypeAlias

# JSON that nobody has looked at yet: whoever reads it says at once what it has to be.
Json: TypeAlias = Any  # type: ignore[misc]

Address: TypeAlias = str | tuple[str, int]
"""A unix socket's path, or host and port."""

# --- from the deployer: first an Ask, then messages ---

class Site(TypedDict):
    host: str
    port: int
    protocol: Literal["http", "https"]

class Want(TypedDict, total=False):
    """What an answer must say; without a status any 2xx or 3xx will do."""

    status: int
    contains: str

class Smoke(Want):
    path: str
    timeout: float

class GateSettings(TypedDict):
    passes: int
    timeout: float

class ProberSettings(TypedDict):
    rate: float
    seconds: float
    onFailure: Literal["rollback", "keep"]

class Hook(TypedDict):
    run: str
    timeout: int

class Settings(TypedDict):
    """driver-settings.ts says what each of them is."""

    protocol: Literal["uwsgi", "http"]
    site: Site
    unit: str
    health: str
    gate: GateSettings
    smoke: Smoke
    keepReleases: int
    drain: int
    strategy: Literal["blue-green", "in-place"]
    hooks: dict[str, Hook]
    shared: list[str]
    web: list[str]
    public: list[str]
    statics: list[tuple[str, str]]
    files: list[tuple[str, str]]
    prober: ProberSettings

File: TypeAlias = tuple[str, str, str, int]
"""Of a release: path (its bytes as latin-1), git mode, key of the content, size."""

class Whose(TypedDict):
    app: str
    login: str

class Ask(Whose):
    """What a command begins with; every query has more of its own."""

    op: str
    settings: Settings

class Hold(TypedDict, total=False):
    step: str
    ms: float
    silenceMs: float

class _ReleaseAsk(Whose):
    settings: Settings
    run: NotRequired[str]
    by: NotRequired[str]
    lockSeconds: float
    hold: NotRequired[Hold]

class DeployAsk(_ReleaseAsk):
    op: Literal["deploy"]
    commit: str
    commitAt: int
    fingerprint: str
    lock: str
    files: list[File]
    force: bool
    envDigest: NotRequired[str]

class RollbackAsk(_ReleaseAsk):
    op: Literal["rollback"]
    release: NotRequired[str]
    hooks: bool

ReleaseAsk: TypeAlias = DeployAsk | RollbackAsk

class Wheel(TypedDict):
    name: str
    size: int
    sha256: str

Point: TypeAlias = Literal["gated", "smoked"]
"""Where a run waits for the deployer's word."""

class Go(TypedDict):
    t: Literal["go"]
    release: str
    wheels: list[Wheel]
    env: int | None
    waits: list[Point]

class Settle(TypedDict):
    t: Literal["settle"]

class Undo(TypedDict):
    t: Literal["undo"]
    kind: NotRequired[str]
    message: NotRequired[str]
    next: NotRequired[str]
    step: NotRequired[str]

Message: TypeAlias = Go | Settle | Undo

# --- to the deployer: one event a line ---

class Cause(TypedDict):
    kind: str
    step: str
    message: str
    next: str
    journal: list[str]
    unit: str

class Seen(TypedDict):
    """What the prober has seen."""

    sent: int
    failed: int
    stallMs: int

class Changed(TypedDict):
    added: int
    changed: int
    removed: int

class Python(TypedDict):
    version: str
    machine: str
    libc: str
    soabi: str
    markers: dict[str, str]

Line = TypedDict("Line", {"at": float, "from": str, "release": str, "priority": "int | None", "text": str, "dated": NotRequired[bool]})
"""One line of a log; `dated`: whether it told its time itself."""

class Said(TypedDict, total=False):
    """What the helper's `logs` writes: a note, that all there was has come, or a Line."""

    note: str
    live: bool
    text: str

class Say(Protocol):
    @overload
    def __call__(self, kind: Literal["step"], *, name: str) -> None: ...
    @overload
    def __call__(self, kind: Literal["done"], *, name: str, ms: int, detail: str) -> None: ...
    @overload
    def __call__(self, kind: Literal["log", "warning"], *, text: str) -> None: ...
    @overload
    def __call__(self, kind: Literal["waiting"], *, holder: str, seconds: float) -> None: ...
    @overload
    def __call__(self, kind: Literal["held"], *, holder: str) -> None: ...
    @overload
    def __call__(self, kind: Point, *, addresses: list[str]) -> None: ...
    @overload
    def __call__(self, kind: Literal["inventory"], *, previous: str, previousCommit: str, missing: list[int], changed: Changed,
                 venv: bool, python: Python, releases: list[str]) -> None: ...
    @overload
    def __call__(self, kind: Literal["outcome"], *, status: str, cause: Cause | None, release: str = ..., previous: str = ...,
                 prober: Seen = ...) -> None: ...
    @overload
    def __call__(self, kind: Literal["answer"], *, answer: object) -> None: ...
    @overload
    def __call__(self, kind: Literal["line"], **line: object) -> None: ...

# --- what runs and what lies on the server ---

Ended: TypeAlias = tuple[int | None, str, str]
"""Exit code (None: out of time), stdout, stderr."""

class RunOptions(TypedDict, total=False):
    stdin: bytes
    timeout: float
    cwd: str | None
    env: Mapping[str, str] | None
    each: Callable[[str], object] | None
    waiting: Callable[[int], object] | None

class Record(TypedDict):
    """.release.json"""

    commit: str
    commitAt: int
    venv: str
    at: str
    run: str | None
    fingerprint: str

class Entry(TypedDict):
    """A line of journal.jsonl; the others of its values hang on the event."""

    at: str
    release: str
    event: str
    op: NotRequired[str]
    previous: NotRequired[str]
    venv: NotRequired[str]

class State(TypedDict):
    """How far a run has come."""

    release: str
    previous: str
    op: str
    venv: str
    installed: bool
    started: bool
    stopped_old: bool
    switched: bool

class Unfinished(State):
    """How far one came that is no more; `good`: only its end is missing."""

    good: bool

Pulse: TypeAlias = tuple[float, Callable[[], bool]]
"""Seconds between two looks, and a function that says whether an instance lives."""
