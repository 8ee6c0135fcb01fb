"""The order of a deploy and of a rollback on the server. Everything up to the switch can be undone unseen."""
from __future__ import annotations

import contextlib
import math
import os
import re
import time

import assets
import stage
import undo
import watch
from gate import Gate
from host import Host, Lock, addresses, last_lines, memory_free
from journal import Journal, stamp
from prober import Prober
from channel import Cancelled, Channel, Failed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterator, Sequence
    from messages import Cause, Point, Pulse, ReleaseAsk, State

WATCH = 15  # seconds that a new release is watched after the result, within the drain
TOLD = 1000  # lines of a hook that are shown
ANSWER = 120  # seconds in which the deployer decides
DEV_SERVER = re.compile(r"\* Serving Flask app|WARNING: This is a development server")  # what app.run() says first


class Transaction:
    def __init__(self, channel: Channel, host: Host, ask: ReleaseAsk) -> None:
        self.channel, self.host, self.ask = channel, host, ask
        self.settings = ask["settings"]
        self.journal, self.lock, self.gate = Journal(host.journal), Lock(host), Gate(channel, self.settings)
        self.step_name, self.began, self.started_at = "lock", time.monotonic(), 0
        site = self.settings["site"]
        self.prober = Prober(site, self.settings["smoke"]["path"], self.settings["prober"]["rate"])
        self.pulse: Pulse
        self.waits: Sequence[Point] = ()
        self.hold = ask.get("hold", {})
        channel.silence = self.hold.get("silenceMs", 1000 * channel.silence) / 1000
        self.state: State = {"release": "", "previous": "", "op": ask["op"], "venv": "", "installed": False, "started": False,
                             "stopped_old": False, "switched": False}

    @contextlib.contextmanager
    def step(self, name: str) -> Iterator[dict[str, str]]:
        """Tells the deployer; the value that the body puts into the dict is the step's detail."""
        self.step_name, began, note = name, time.monotonic(), {"detail": ""}
        self.channel.say("step", name=name)
        if self.hold.get("step") == name:
            self.channel.sleep(self.hold["ms"] / 1000)
        self.channel.check()
        try:
            yield note
        except OSError as error:
            raise stage.full(error) from error
        finally:
            self.channel.say("done", name=name, ms=round((time.monotonic() - began) * 1000), detail=note["detail"])

    def note(self, event: str, durable: bool = False, **data: object) -> None:
        self.journal.write(self.state["release"], event, durable, **data)

    def enter(self) -> None:
        """Lock and repair: after this the server is in a known state and nobody else's."""
        self.host.check()
        with self.step("lock") as note:
            self.lock.take(self.ask["lockSeconds"], self.ask.get("run"))
            note["detail"] = "free"
        try:
            self.journal.mend()
            if self.journal.unfinished():
                with self.step("repair") as note:
                    note["detail"] = undo.repair(self.host, self.journal)
                    stage.sweep(self.host, {self.host.current()})
        except OSError as error:
            raise stage.full(error) from error
        self.state["previous"] = self.host.current()

    def taken(self) -> int:
        return round((time.monotonic() - self.began) * 1000)

    def begin(self, release: str, **data: object) -> None:
        self.state["release"] = release
        try:
            self.note("begin", durable=True, op=self.ask["op"], previous=self.state["previous"], run=self.ask.get("run"),
                      by=self.ask.get("by"), **data)
        except OSError as error:
            raise stage.full(error) from error

    def bring_up(self, warm: bool = False) -> None:
        """Config, hooks, start, gate: the release is ready for traffic afterwards, or Failed is raised."""
        host, id, settings = self.host, self.state["release"], self.settings
        drift = host.drift(id, settings["files"])
        if drift:
            with self.step("config") as note:
                note["detail"] = self.install(id, drift)
        if self.ask["op"] == "deploy" or self.ask.get("hooks"):
            self.hook("release")
        with self.step("start") as note:
            in_place = not warm and self.fits_not()
            self.note("start")
            self.state["started"], self.started_at = True, int(time.time())
            if in_place and self.state["previous"]:
                self.note("stop_old")
                self.state["stopped_old"] = True
                host.helper("stop", self.state["previous"], timeout=120, must=True)
            code = host.helper("start", id, timeout=settings["gate"]["timeout"] + 30, waiting=self.still_starting)[0]
            if code != 0:
                raise Failed("app", "the new release does not start" + (" in time" if code is None else ""),
                             "Its journal says why; `npx create-flask-deploy preview --check` runs the same release on this machine.")
            note["detail"] = "in place of the old one" if in_place else "beside the old one" if self.state["previous"] else "first"
        with self.step("gate") as note:
            note["detail"] = self.gate.pass_all(host.socket(id))
        self.hook("before_switch")
        self.decide("gated")

    def still_starting(self, seconds: int) -> None:
        """Nobody waits in silence, and not at all for an app that never comes out of its import."""
        self.channel.say("log", text="still starting after %d s" % seconds)
        if DEV_SERVER.search(self.host.helper("tail", self.state["release"], str(self.started_at))[1]):
            raise Failed("app", "the new release does not start: it runs Flask's development server while it is imported")

    def install(self, id: str, drift: Sequence[str]) -> str:
        """The detail of the step. What may not be installed stays as it is when an old release comes back."""
        named = ", ".join(drift)
        self.note("config")
        self.state["installed"] = True
        code, _, said = self.host.helper("install", id)
        if code in (3, 5) and self.ask["op"] == "rollback":
            self.state["installed"] = False
            self.channel.say("warning", text="%s of this release stays as it is installed now, since only setup may put it back:\n%s" % (named, last_lines(said)))
            return "left as it is"
        if code == 3:
            raise Failed("setup", "%s changed in a way that only root may install:\n%s" % (named, last_lines(said, 20)),
                         "If that is meant, install it once as root, from this repository: %s" % self.host.setup_hint().partition(": ")[2])
        if code == 4:
            raise Failed("infrastructure", "nginx -t already fails on the server, before any change from this release:\n%s" % last_lines(said),
                         "Fix it on the server (`sudo nginx -t` shows it); %s changed, so nginx must read it." % named)
        if code == 5:
            raise Failed("app", last_lines(said).replace("flask-deploy: ", ""),
                         "Commit the file. Where an older version made this repository, `npx create-flask-deploy update` merges what is new.")
        if code:
            raise Failed("app", "%s could not be installed:\n%s" % (named, last_lines(said)),
                         "`npx create-flask-deploy lint` shows what is wrong with a file of this repository.")
        return named

    def fits_not(self) -> bool:
        """True when the old instance must go before the new one comes."""
        if self.settings["strategy"] == "in-place":
            return True
        old = self.state["previous"]
        need, free = self.host.memory_of(old) if old else 0, memory_free()
        if need <= free:
            return False
        self.channel.say("warning", text="a second instance needs about %d MB, but only %d MB are free: stopping the old release first "
                      "(strategy in-place), so requests fail until the new one is up" % (need >> 20, free >> 20))
        return True

    def hook(self, name: str) -> None:
        hook = self.settings["hooks"].get(name)
        if not hook:
            return
        told = []

        def tell(line: str) -> None:
            told.append(1)
            if len(told) <= TOLD:
                self.channel.say("log", text=line[:2000])
            elif len(told) == TOLD + 1:
                self.channel.say("log", text="... and more, which is not shown")

        with self.step(name) as note:
            self.note(name)
            self.state["started"] = True  # its processes end with the instance's
            code, out, err = self.host.helper("run", self.state["release"], str(hook["timeout"]), stdin=hook["run"].encode(),
                                              timeout=hook["timeout"] + 5, each=tell)
            if code is None or code == 124:
                raise Failed("app", "the %s hook took over %d s and was stopped" % (name, hook["timeout"]),
                             "Raise its timeout in flask-deploy.yml, or do less in it.")
            if code:
                raise Failed("app", "the %s hook `%s` ended with %d" % (name, hook["run"], code), last_lines(err.strip() or out, 12))
            note["detail"] = hook["run"]

    def switch(self) -> None:
        """From here on a deployer that goes away changes nothing: what the smoke test says is done."""
        host, id, old, settings = self.host, self.state["release"], self.state["previous"], self.settings
        if old and not self.state["stopped_old"]:
            self.prober.start()
        with self.step("switch") as note:
            self.channel.shielded = True
            self.note("switch", durable=True)
            self.state["switched"] = True
            if old and old != id:
                assets.keep(host, old, host.files(id), settings["public"])
            host.helper("switch", id, must=True)
            self.prober.switched = time.monotonic()
            note["detail"] = "%s -> %s" % (old or "nothing", id)
        if not self.prober.is_alive():
            self.prober.start()
        self.pulse = watch.pulse(host, id, settings)
        with self.step("smoke") as note:
            note["detail"] = self.gate.through_nginx()
        self.hook("after_switch")
        if old and old != id and not self.state["stopped_old"]:
            with self.step("drain") as note:
                seconds = settings["drain"] + math.ceil(settings["prober"]["seconds"])  # until the prober ends, it may be needed
                host.helper("stop", old, str(seconds))
                note["detail"] = "%s stops in %d s" % (old, seconds)
        self.prober.watch(settings["prober"]["seconds"])
        self.prober.stop()
        if self.prober.blamed:
            text = "%d of %d requests failed while it switched: %s" % (self.prober.blamed, self.prober.sent, self.prober.first_failure)
            if settings["prober"]["onFailure"] == "rollback":
                raise Failed("app", text)
            self.channel.say("warning", text=text)
        # Whoever came while it was started again waited in systemd's socket, so no request tells.
        if not self.pulse[1]():
            raise Failed("app", "the app server ended %.1f s after the switch" % (time.monotonic() - self.prober.switched))
        self.decide("smoked")

    def decide(self, point: Point) -> None:
        """Waits for the deployer's word where it asked to be heard: before the switch it looks at other servers, after it at
        the public URL. One that is gone by then has said no before the switch, and leaves it to the smoke test after it."""
        if point not in self.waits:
            return
        self.channel.say(point, addresses=addresses())
        try:
            word = self.channel.message(ANSWER)
        except Cancelled:
            if not self.channel.shielded:
                raise
            return
        if word["t"] == "undo":
            self.step_name = word.get("step") or self.step_name
            raise Failed(word.get("kind", "infrastructure"), word.get("message", "the deployer took it back"), word.get("next", ""))

    def settle(self) -> None:
        """It is good: say so first, tidy afterwards."""
        host, id, old = self.host, self.state["release"], self.state["previous"]
        with open(host.release(id) + "/.good", "w") as file:
            file.write(stamp())
        host.mark(id, "left", False)
        if self.ask["op"] == "rollback" and old and old != id:
            host.mark(old, "left", True)
        self.note("good", durable=True)
        if self.state["installed"]:
            host.helper("settle")
        trash = self.prune(id, old)
        self.note("end", status="deployed" if self.ask["op"] == "deploy" else "rolled-back", ms=self.taken(), **self.prober.seen())
        self.outcome("deployed" if self.ask["op"] == "deploy" else "rolled-back")
        watch.leave_behind(host, self.journal, id, old, min(WATCH, self.settings["drain"]), trash, self.pulse)

    def prune(self, id: str, old: str) -> list[str]:
        host, keep = self.host, {id, old}
        keep.update([name for name in host.ids() if host.is_good(name)][-self.settings["keepReleases"]:])
        keep.update(name for name in host.ids() if os.path.exists(host.socket(name)))  # still answering its last requests
        trash = [host.release(name) for name in host.ids() if name not in keep]
        used = host.venvs_of(name for name in host.ids() if name in keep)
        trash += [host.venvs + "/" + name for name in os.listdir(host.venvs) if name not in used]
        # Of a run whose tidying was cut short.
        moved = [folder + "/" + name for folder in (host.releases, host.venvs) for name in os.listdir(folder) if name.startswith(".trash-")]
        for path in trash:  # a rename is quick; removing 10,000 files can wait until the result is out
            bin = os.path.join(os.path.dirname(path), ".trash-" + os.path.basename(path))
            if path in moved:
                continue
            with contextlib.suppress(OSError):
                os.rename(path, bin)
                moved.append(bin)
        return moved

    def outcome(self, status: str, cause: Cause | None = None) -> None:
        self.channel.say("outcome", status=status, release=self.state["release"], previous=self.state["previous"],
                      prober=self.prober.seen(), cause=cause)

    def fail(self, error: Failed | Cancelled) -> None:
        """Undo whatever was done, and tell the cause with the instance's own last words."""
        at, state = self.step_name, self.state
        kind, hint = ("cancelled", "") if isinstance(error, Cancelled) else (error.kind, error.next)
        cause: Cause = {"kind": kind, "step": at, "journal": [], "unit": "", "message": str(error), "next": hint}
        self.channel.shielded = True
        self.prober.stop()
        if not state["release"]:
            self.outcome("failed", cause)
            return
        if self.started_at and os.path.isdir(self.host.release(state["release"])):
            with contextlib.suppress(Failed):
                unit, *lines = self.host.helper("tail", state["release"], str(self.started_at))[1].splitlines() or [""]
                cause["unit"], cause["journal"] = unit, lines
        status = "rolled-back" if state["switched"] and state["previous"] else "failed"
        try:
            with self.step("undo") as note:
                undo.take_back(self.host, state)
                stage.sweep(self.host, {state["previous"]})
                note["detail"] = "%s serves" % state["previous"] if state["previous"] else "nothing is left behind"
        except Failed as more:  # the journal has no end of this run, so the next one takes up from here
            cause["next"] += "\nUndoing it failed too: %s. Deploy again, or look at the server." % more
            self.outcome(status, cause)
            return
        with contextlib.suppress(OSError):  # a full disk: the next run repairs once more, which does no harm
            self.note("end", status=status, step=at, cause=str(error), ms=self.taken())
        self.outcome(status, cause)
