const e={maintenance_flag:`import json
def read(folder):
    try:
        with open(folder + "/on") as file:
            found = json.load(file)
        return found if isinstance(found, dict) and found else {"since": ""}
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return {"since": "", "by": "hand"}
`};export{e as t};