"""What a deploy and a rollback ask of the order: where the release comes from, and when there is nothing to do."""
from __future__ import annotations

import hashlib
import os

import stage
import venvs
from interpreter import python_here
from journal import stamp
from transaction import Transaction
from channel import Cancelled, Channel, Failed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from host import Host
    from messages import DeployAsk, ReleaseAsk, RollbackAsk


def carry_out(channel: Channel, host: Host, ask: ReleaseAsk) -> None:
    """Deploys or rolls back; whatever fails is undone, and the outcome says it."""
    order = Transaction(channel, host, ask)
    try:
        if ask["op"] == "deploy":
            deploy(order, ask)
        else:
            rollback(order, ask)
    except (Failed, Cancelled) as error:
        order.fail(error)
    except OSError as error:
        order.fail(Failed("infrastructure", str(error)))


def env_path(host: Host, id: str) -> str:
    return host.release(id) + "/.env-digest"


def same_env(host: Host, id: str, digest: str | None) -> bool:
    """Whether a release started with this very environment; its digest is for the login's eyes only."""
    try:
        with open(env_path(host, id)) as file:
            return not digest or file.read() == salted(id, digest)
    except OSError:
        return not digest


def salted(id: str, digest: str) -> str:
    return hashlib.sha256((id + digest).encode()).hexdigest()


def deploy(order: Transaction, ask: DeployAsk) -> None:
    host = order.host
    order.enter()
    previous, files = order.state["previous"], ask["files"]
    record = host.record(previous) if previous else None
    venv = venvs.name_of(ask["lock"])
    if record and not ask["force"]:
        same = record["fingerprint"] == ask["fingerprint"] and same_env(host, previous, ask.get("envDigest"))
        if same and not order.gate.once(host.socket(previous))[0]:
            order.state["release"] = previous
            order.outcome("unchanged")
            return
        if record["commit"] != ask["commit"] and record["commitAt"] > ask["commitAt"]:
            raise Failed("usage", "the server runs %s, which is newer than %s" % (record["commit"][:10], ask["commit"][:10]),
                         "To go back on purpose use `rollback`; to deploy the older commit all the same use --force.")
    missing, changed = stage.needed(host, files, previous)
    stage.check_room(host, len(files), sum(files[index][3] for index in missing))
    order.channel.say("inventory", previous=previous, previousCommit=record["commit"] if record else "", missing=missing,
                   changed=changed, venv=venvs.is_there(host, venv), python=python_here(), releases=os.listdir(host.releases))
    go = order.channel.message(3600)
    if go["t"] != "go":
        return
    id, order.waits = go["release"], go["waits"]
    if os.path.lexists(host.release(id)):
        raise Failed("usage", "there is a release %s on the server already" % id, "Deploy again.")
    size = sum(files[index][3] for index in missing) + sum(wheel["size"] for wheel in go["wheels"])
    order.begin(id, commit=ask["commit"], venv=venv, bytes=size)
    order.state["venv"] = venv
    with order.step("stage") as note:
        order.note("stage")
        env = go.get("env")
        if env is not None:
            order.note("env")
            order.state["installed"] = True
            order.host.helper("env", id, stdin=b"".join(order.channel.exact(env)) or b"\n", must=True)
        stage.make_shared(host, order.settings["shared"], order.settings["web"])
        stage.stage(host, id, files, missing, previous, order.settings["shared"], order.settings["public"])
        if ask.get("envDigest"):
            with open(os.open(env_path(host, id), os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
                file.write(salted(id, ask["envDigest"]))
        note["detail"] = "%d files, %d sent" % (len(files), len(missing))
    with order.step("venv") as note:
        if not venvs.is_there(host, venv):
            stage.check_room(host, 2000, 5 * sum(wheel["size"] for wheel in go["wheels"]))
            order.note("venv")
            venvs.build(host, venv, go["wheels"])
        os.symlink("../../venvs/" + venv, host.release(id) + "/.venv")
        stage.seal(host, id, {"commit": ask["commit"], "commitAt": ask["commitAt"], "venv": venv, "at": stamp(), "run": ask.get("run"),
                              "fingerprint": ask["fingerprint"]}, files)
        note["detail"] = venv
    order.bring_up()
    order.switch()
    order.settle()


def rollback(order: Transaction, ask: RollbackAsk) -> None:
    host = order.host
    order.enter()
    previous = order.state["previous"]
    former = host.ids()
    former = former[:former.index(previous)] if previous in former else former
    # A release that somebody has left by a rollback is good, and yet not wanted back.
    target = ask.get("release") or next((id for id in reversed(former) if host.is_good(id) and not host.was_left(id)), "")
    if not target:
        raise Failed("usage", "there is no good release before %s to go back to" % (previous or "the first"), "See: npx create-flask-deploy releases")
    if host.record(target) is None:
        raise Failed("usage", "there is no release %s on the server" % target, "See: npx create-flask-deploy releases")
    if target == previous:
        order.state["release"] = previous
        order.outcome("unchanged")
        return
    order.channel.say("inventory", previous=previous, previousCommit="", missing=[], changed={"added": 0, "changed": 0, "removed": 0},
                   venv=True, python=python_here(), releases=[])
    go = order.channel.message(60)
    if go["t"] != "go":
        return
    order.waits = go["waits"]
    order.begin(target)
    order.bring_up(warm=os.path.exists(host.socket(target)))
    order.switch()
    order.settle()
