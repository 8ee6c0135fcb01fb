import type { Facts, Refusal } from "../../../../../../action/engine/console/doctor/facts.ts";
import { both, nothing, onHere, says } from "../changes.ts";
import { healthy } from "../healthy.ts";

const { here } = healthy();
const refused =
  (kind: Refusal["kind"], message: string, next = "") =>
  (facts: Facts): Facts => ({
    ...{ ...facts, bare: undefined, server: undefined, root: undefined },
    refused: { kind, message, next },
  });
const port = (state: "open" | "refused" | "silent" | "unreachable") => onHere({ ports: { ssh: state, site: "open" } });
const key = (problem: string, mode: number) => onHere({ key: { path: "/k/id", problem, mode } });

says([
  ["dns", nothing, "ok: 192.0.2.10 is 192.0.2.10"],
  ["dns", onHere({ names: { "192.0.2.10": [] } }), "error: 192.0.2.10 does not resolve", /^Check deploy\.host/],
  ["dns", onHere({ ssh: { ...here.ssh, jumps: true }, names: {} }), "skipped: ssh connects through another machine"],
  ["ssh-key", nothing, "ok: ssh chooses one of yours"],
  ["ssh-key", key("", 0o600), "ok: /k/id"],
  [
    "ssh-key",
    key("", 0o640),
    "error: /k/id may be read by others (mode 640), so ssh does not use it",
    "chmod 600 /k/id",
  ],
  ["ssh-key", key("", 0o601), /^error: /, "chmod 600 /k/id"],
  ["ssh-key", key("is damaged", 0o644), "error: /k/id is damaged", /ssh-keygen -y -f \/k\/id$/],
  ["ssh-port", nothing, "ok: 192.0.2.10 port 22"],
  [
    "ssh-port",
    refused("no-ssh", "ssh could not be started"),
    "error: ssh could not be started",
    "Install the OpenSSH client.",
  ],
  ["ssh-port", refused("key-refused", "x"), "ok: 192.0.2.10 port 22"],
  [
    "ssh-port",
    both(refused("unreachable", "x"), port("refused")),
    /^error: 192\.0\.2\.10 port 22 refuses/,
    /systemctl status ssh/,
  ],
  [
    "ssh-port",
    both(refused("unreachable", "x"), port("silent")),
    /^error: 192\.0\.2\.10 port 22 does not answer/,
    /firewall/,
  ],
  [
    "ssh-port",
    both(refused("unreachable", "x"), port("unreachable")),
    /^error: 192\.0\.2\.10 port 22 cannot be reached/,
    /./,
  ],
  ["host-key", nothing, "ok: its host key is the pinned one"],
  [
    "host-key",
    refused("host-key-changed", "the key is new. Look. Then pin it"),
    "error: the key is new",
    "Look. Then pin it",
  ],
  ["host-key", refused("host-key-unknown", "no key is pinned. Pin it"), "error: no key is pinned", "Pin it"],
  ["host-key", refused("unreachable", "x"), "skipped: follows from ssh-port"],
  ["login", nothing, "ok: as deploy-shop"],
  ["login", refused("dropped", "x"), "ok: as deploy-shop"],
  [
    "login",
    refused("key-refused", "it does not accept /k/id\nssh said: no"),
    "error: it does not accept /k/id",
    /^`npx create-flask-deploy setup 192\.0\.2\.10` puts the key of shop/,
  ],
  ["login", refused("key-unusable", "the key is damaged"), "error: the key is damaged", /./],
  ["answer", nothing, "ok: "],
  ["answer", refused("other", "it ended with 1", "Run it again."), "error: it ended with 1", "Run it again."],
  ["answer", refused("dropped", "it was lost"), "error: it was lost", "Try again; `ssh` itself shows more with -v."],
  ["answer", refused("setup", "there is no python3"), "ok: "],
]);
