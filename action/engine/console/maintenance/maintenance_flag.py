"""Whether the site is closed for maintenance: one file says so, which nginx looks for at every request."""
from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from answers import Flag


def read(folder: str) -> Flag | None:
    """What the file says; made by hand it may say nothing. None when visitors get the site."""
    try:
        with open(folder + "/on") as file:
            found: Flag | list[object] = json.load(file)
        return found if isinstance(found, dict) and found else {"since": ""}
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return {"since": "", "by": "hand"}
