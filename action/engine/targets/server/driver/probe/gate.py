"""A new instance must answer well, several times in a row, on its own socket before it gets traffic; then through nginx."""
from __future__ import annotations

import time

from http_probe import Answer, ask, problem
from channel import Channel, Failed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from messages import Settings, Want

STUBBORN = 3.0  # seconds after which a wrong answer (not a missing one) is taken as the app's last word


class Gate:
    def __init__(self, channel: Channel, settings: Settings) -> None:
        self.channel, self.settings, self.smoke = channel, settings, settings["smoke"]
        self.site = settings["site"]

    def paths(self) -> list[tuple[str, Want]]:
        """What to ask, and what it must say."""
        health = self.settings.get("health")
        first: list[tuple[str, Want]] = [(health, {"status": 200})] if health else []
        return [*first, (self.smoke["path"], self.smoke)]

    def once(self, socket: str) -> tuple[str, Answer]:
        """What is wrong with an instance right now; "" when nothing is."""
        answer = Answer()
        for path, want in self.paths():
            answer = ask(socket, self.settings["protocol"], path, self.site["host"], self.smoke["timeout"])
            why = problem(answer, want)
            if why:
                return "%s %s" % (path, why), answer
        return "", answer

    def hint(self, why: str) -> str:
        """What to do about an instance that does not pass; `why` begins with the path that was asked."""
        health = self.settings.get("health")
        is_health = health and why.startswith(health + " ") and health != self.smoke["path"]
        if is_health and "answered 404" in why:
            return "Name a path that answers 200 without a login as `health:` under `deploy:` in flask-deploy.yml, or add one to the app."
        if is_health and "answered" in why:
            return "%s is deploy.health in flask-deploy.yml: it must answer 200 when the app can serve." % health
        return next_step(why)

    def pass_all(self, socket: str) -> str:
        """The detail of the step; raises when the instance does not make it."""
        wanted, timeout = self.settings["gate"]["passes"], self.settings["gate"]["timeout"]
        began, passes, why = time.monotonic(), 0, ""
        wrong_since: float | None = None
        while passes < wanted:
            now = time.monotonic()
            if now - began > timeout or (wrong_since is not None and now - wrong_since > STUBBORN):
                raise Failed("app", "the new release is not healthy: %s" % why, self.hint(why))
            why, answer = self.once(socket)
            if not why:
                passes += 1
                continue
            passes = 0
            # An app that is slow to start hangs or says 503; anything else will hardly change.
            slow = answer.error.startswith("no answer") or answer.status == 503
            wrong_since = None if slow else wrong_since if wrong_since is not None else now
            self.channel.sleep(0.05)
        self.channel.check()
        return "%d passes in a row in %d ms" % (wanted, round((time.monotonic() - began) * 1000))

    def through_nginx(self) -> str:
        """One look at the site as the public gets it, tried until it is right or time is up (nginx may be reloading)."""
        address = ("127.0.0.1", self.site["port"])
        deadline = time.monotonic() + min(2.0, self.smoke["timeout"])
        while True:
            answer = ask(address, self.site["protocol"], self.smoke["path"], self.site["host"], self.smoke["timeout"])
            why = problem(answer, self.smoke)
            if not why:
                return "%s answered %d through nginx" % (self.smoke["path"], answer.status)
            if time.monotonic() > deadline:
                kind = "infrastructure" if answer.error in ("connection refused",) else "app"
                raise Failed(kind, "%s through nginx %s" % (self.smoke["path"], why), next_step(why))
            time.sleep(0.05)


def next_step(why: str) -> str:
    if "no socket" in why or "refused" in why:
        return "Nothing listens there: the journal below says why the app server did not come up."
    if "no answer" in why:
        return "The app takes too long: look for work done at import, or raise deploy.gate.timeout or deploy.smoke.timeout."
    if "without the text" in why or "instead of" in why:
        return "Compare with deploy.smoke in flask-deploy.yml; `npx create-flask-deploy preview --check` asks the same here."
    return "`npx create-flask-deploy preview --check` runs the same release on this machine."
