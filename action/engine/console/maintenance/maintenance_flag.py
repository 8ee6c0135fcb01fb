"""Whether the site is closed for maintenance: one file says so, which nginx looks for at every request."""
import json


def read(folder):
    """What the file says; made by hand it may say nothing. None when visitors get the site."""
    try:
        with open(folder + "/on") as file:
            found = json.load(file)
        return found if isinstance(found, dict) and found else {"since": ""}
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return {"since": "", "by": "hand"}
