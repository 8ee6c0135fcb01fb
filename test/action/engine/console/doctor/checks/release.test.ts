import type { ServerFacts } from "../../../../../../action/engine/console/doctor/told.ts";
import { both, nothing, onApp, onServer, onUnit, says } from "../changes.ts";
import { fact, healthy } from "../healthy.ts";

const { server } = healthy();
const id = server.release.id;
const instance = `shop@${id}.service`;

const release = (more: Partial<ServerFacts["release"]>) => onServer({ release: { ...server.release, ...more } });
const none = release({ id: "" });
const socket = (more: Partial<ServerFacts["socket"]>) => onServer({ socket: { ...server.socket, ...more } });
const socketFile = (more: object) => socket({ file: fact(`/run/shop/${id}.sock`, { ...server.socket.file, ...more }) });
const lookAtLog =
  "Read its log: npx create-flask-deploy logs. Return to the previous release: npx create-flask-deploy rollback";

says([
  ["release", nothing, `ok: ${id}`],
  ["release", none, "warning: nothing was deployed yet", "Run: npx create-flask-deploy deploy"],
  [
    "release",
    release({ complete: false }),
    `error: /srv/shop/current names ${id}, which is missing or incomplete`,
    /rollback, or deploy again/,
  ],
  ["release-python", nothing, "ok: "],
  ["release-python", none, "skipped: there is no release"],
  [
    "release-python",
    release({ venv: false }),
    new RegExp(`^error: \\.venv/bin/python of ${id} does not run`),
    /--force/,
  ],
  ["instance", nothing, "ok: "],
  ["instance", none, "skipped: there is no release"],
  ["instance", onApp({ processManager: "emperor" }), "skipped: emperor runs it: see the check app"],
  [
    "instance",
    onUnit(instance, { ActiveState: "failed", SubState: "dead", Result: "exit-code", NRestarts: "5" }),
    `error: shop@${id} is failed (dead, exit-code), restarted 5 times`,
    lookAtLog,
  ],
  ["instance", onServer({ units: [] }), new RegExp(`^error: shop@${id} is unknown`), lookAtLog],
  ["instance", onUnit(instance, { NRestarts: "2" }), "ok: "],
  ["instance", onUnit(instance, { NRestarts: "3" }), "warning: it was restarted 3 times since its start", lookAtLog],
  ["socket", nothing, "ok: "],
  ["socket", both(none, socket({ folder: null })), "skipped: there is no release"],
  ["socket", socket({ folder: null }), "error: /run/shop is missing", /systemctl restart shop-current\.service/],
  ["socket", socket({ linked: false }), "error: /run/shop/current.sock is missing, so nginx has no backend", /./],
  ["socket", socket({ release: "r0" }), `error: /run/shop/current.sock points to r0, but current is ${id}`, /./],
  ["socket", socket({ release: "" }), `error: /run/shop/current.sock points to nothing, but current is ${id}`, /./],
  ["socket", socket({ file: null }), `error: /run/shop/${id}.sock is missing: nothing listens there`, /./],
  ["socket", socketFile({ kind: "file" }), `error: /run/shop/${id}.sock is missing: nothing listens there`, /./],
  [
    "socket",
    socketFile({ group: "ann" }),
    /^error: .* has mode 660, owner deploy-shop:ann: nginx, which runs as www-data, may not connect$/,
    /SocketGroup= into deploy\/shop@\.socket.* root@192\.0\.2\.10$/,
  ],
  ["socket", socketFile({ mode: "600" }), /^error: .* has mode 600/, /./],
  ["socket", both(socketFile({ group: "ann" }), onServer({ nginxWorkers: [] })), "ok: "],
  ["socket", both(socketFile({ group: "ann" }), onServer({ nginxWorkers: [{ user: "root", groups: [] }] })), "ok: "],
  ["app", nothing, "ok: "],
  ["app", both(none, release({ id: "", why: "answered 500" })), "skipped: there is no release"],
  ["app", release({ why: "answered 500" }), "error: on its own socket answered 500", lookAtLog],
]);
