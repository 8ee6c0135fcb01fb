const e={maintenance_flag:`from __future__ import annotations
import json
TYPE_CHECKING = False
if TYPE_CHECKING:
    from answers import Flag
def read(folder: str) -> Flag | None:
    try:
        with open(folder + "/on") as file:
            found: Flag | list[object] = json.load(file)
        return found if isinstance(found, dict) and found else {"since": ""}
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return {"since": "", "by": "hand"}
`};export{e as t};