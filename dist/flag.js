// action/engine/console/maintenance/flag.ts
/** What tells on the server whether the site is closed for maintenance. */
const flagModule = { maintenance_flag: "\"\"\"Whether the site is closed for maintenance: one file says so, which nginx looks for at every request.\"\"\"\nimport json\n\n\ndef read(folder):\n    \"\"\"What the file says; made by hand it may say nothing. None when visitors get the site.\"\"\"\n    try:\n        with open(folder + \"/on\") as file:\n            found = json.load(file)\n        return found if isinstance(found, dict) and found else {\"since\": \"\"}\n    except FileNotFoundError:\n        return None\n    except (OSError, ValueError):\n        return {\"since\": \"\", \"by\": \"hand\"}\n" };
export { flagModule as t };
