"""Whether the site is in maintenance mode: nginx checks for one file at every request."""
from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from answers import Flag


def read(folder: str) -> Flag | None:
    """The content of the file; it may be empty if created by hand. None if visitors get the site."""
    try:
        with open(folder + "/on") as file:
            found: Flag | list[object] = json.load(file)
        return found if isinstance(found, dict) and found else {"since": ""}
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return {"since": "", "by": "hand"}
