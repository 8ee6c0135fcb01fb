"""Files that only former releases have, for pages that were open before a switch: nginx looks here when the live release has none.

Hard links to the files of the releases, by their paths in the repository. Only files that nginx serves are among them.
"""
from __future__ import annotations

import os

from host import Host, remove
from stage import is_public, on_disk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterable
    from messages import File


def keep(host: Host, before: str, files: Iterable[File], public: Iterable[str]) -> None:
    """Links what `before` serves and `files` no longer has; work for what changed, not for what there is."""
    stay = {path for path, _, _, _ in files}
    for path, mode, _, _ in host.files(before) if before else ():
        if path in stay or mode == "120000" or not is_public(path, public):
            continue
        raw = on_disk(path)
        source, link = os.fsencode(host.release(before)) + b"/" + raw, os.fsencode(host.assets) + b"/" + raw
        os.makedirs(os.path.dirname(link), 0o751, exist_ok=True)
        fresh = link + b".new"
        try:
            remove(fresh)
            os.link(source, fresh, follow_symlinks=False)
            os.rename(fresh, link)
        except FileNotFoundError:  # an old release that lost a file loses nothing more
            continue


def prune(host: Host, kept: Iterable[str]) -> None:
    """Forgets the files of releases that are gone."""
    known = {on_disk(path) for id in kept for path, _, _, _ in host.files(id)}
    top = os.fsencode(host.assets)
    for folder, _, names in os.walk(top, topdown=False):
        for name in names:
            path = os.path.join(folder, name)
            if path[len(top) + 1:] not in known:
                remove(path)
        if folder != top and not os.listdir(folder):
            os.rmdir(folder)
