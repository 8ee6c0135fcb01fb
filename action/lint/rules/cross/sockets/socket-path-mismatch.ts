import { type Address, connectable, isLoopback, isPublic, reaches, show } from "../../../files/address.ts";
import { basename } from "../../../files/paths.ts";
import type { Fix } from "../../../finding.ts";
import { replace, suggested } from "../../../fix/edit.ts";
import type { Connection, End, Model, Protocol, Server, SocketUnit } from "../../../model/types.ts";
import { defineRule } from "../../../rule.ts";
import { gunicornSite, uwsgiIni, uwsgiSite } from "../examples.ts";

export const socketPathMismatch = defineRule({
  id: "cross/socket-path-mismatch",
  severity: "error",
  summary: "nginx passes requests to an address where the application server does not listen",
  why: `nginx connects to exactly what \`uwsgi_pass\` or \`proxy_pass\` says. When uWSGI or gunicorn listens somewhere else, every request is a
502, and error.log says "connect() to unix:… failed (2: No such file or directory)" or "(111: Connection refused)".
Write the same address on both sides. /var/run is /run, a relative socket lies in the server's directory, and :8000 listens on every address.`,
  bad: {
    "deploy/nginx.conf": uwsgiSite("unix:/run/shop/shop.sock"),
    "deploy/uwsgi.ini": uwsgiIni("socket = /run/shop/uwsgi.sock"),
  },
  good: {
    "deploy/nginx.conf": uwsgiSite("unix:/run/shop/shop.sock"),
    "deploy/uwsgi.ini": uwsgiIni("socket = /run/shop/shop.sock"),
    "other/nginx.conf": gunicornSite("http://127.0.0.1:8000"),
    "other/gunicorn.conf.py": `bind = "127.0.0.1:8000"
workers = 2
`,
  },
  check({ project, model, app, report }) {
    const ours = app !== undefined;
    const node = [...project.paths].some((path) => /(^|\/)package\.json$/.test(path));
    for (const connection of model.connections) {
      if (connection.protocol !== "uwsgi" && connection.protocol !== "http") continue;
      const [end, ...others] = model.endsOf(connection);
      if (!end || others.length > 0 || model.reached(connection).length > 0) continue;
      const { address, by } = end;
      if (!(by || comparable(address, false) || isService(connection))) continue;
      // A path below nginx's own prefix is probably filled in by a script.
      if (address.kind === "unknown" || (address.kind === "unix" && !address.path.startsWith("/"))) continue;
      const group = model.groupOf(connection);
      const servers = group.servers.filter(isProduction);
      if (servers.length === 0 || servers.some((server) => !wholeOf(server, ours))) continue;
      if (mayReach(model, end, ours)) continue;
      // A server that nginx reaches by another connection is not the one that this one misses.
      const free = servers.filter((server) => !isReached(model, server));
      const missed = free.filter((server) => speaks(server, connection.protocol, address));
      if (missed.length === 0 || missed.length < free.length) continue;
      // HTTP on a port may be any other program on the machine: another service, a front end in node.
      if (connection.protocol === "http" && address.kind === "tcp") {
        if (node || group.connections.some((other) => model.reached(other).length > 0)) continue;
        if (missed.some((server) => server.program !== "gunicorn")) continue;
      }
      // A socket unit without any connection is the one that is missed.
      const socket = group.sockets.find(
        (unit) => comparable(unit.listeners[0]!.address, ours) && !isCalled(model, unit, ours),
      );
      const listeners = socket?.listeners ?? missed.flatMap((server) => server.listeners);
      const [nearest] = listeners;
      if (!nearest) continue;
      const who = socket?.name ?? (missed[0] as Server).program;
      const where = [...new Set(listeners.map((l) => show(by && !socket ? l.address : connectable(l.address))))].join(
        " and ",
      );
      report(
        by ? address.at : ((connection.via ?? connection.directive).args[0] ?? connection.directive),
        `${by ? basename(by.starter.file.path) : "nginx"} connects to ${show(address)}, but ${who} listens on ${where}: every request is a 502.`,
        {
          related: [{ at: nearest.at, message: `${who} listens here` }],
          ...(listeners.length === 1 && !by ? connectThere(connection, connectable(nearest.address)) : {}),
        },
      );
    }
  },
});

/** A server that a script starts is a manual test, not a deployment; an emperor serves nothing itself. */
const isProduction = (server: Server) =>
  (!/^(script|container)$/.test(server.starter?.by ?? "") || !!server.uwsgi || !!server.conf) &&
  !server.options.some((option) => option.name.text === "emperor");

/** Whether all listeners of the server are known. */
const wholeOf = (server: Server, ours: boolean) =>
  !server.partial && server.listeners.length > 0 && server.listeners.every(({ address }) => comparable(address, ours));

/** `ours`: only a deploy of ours creates current.sock beside the sockets of releases. */
const comparable = (address: Address, ours: boolean) =>
  (address.kind === "unix" &&
    !address.abstract &&
    (ours || !address.path.includes("*")) &&
    !/[%$]/.test(address.path)) ||
  (address.kind === "tcp" && (isLoopback(address.host) || isPublic(address.host)));

/** A container's name (web:5000): its port is that of the server in it, and nothing else speaks uwsgi. */
const isService = ({ address, protocol }: Pick<Connection, "address" | "protocol">) =>
  protocol === "uwsgi" && address.kind === "tcp" && /^[a-z][\w-]*$/.test(address.host);

const speaks = (server: Server, protocol: Protocol, to: Address) =>
  server.listeners.some((l) => l.protocol === protocol || l.address.kind === to.kind);

const isReached = (model: Model, server: Server) =>
  model.connections.some((c) => server.listeners.some((l) => reaches(c.address, connectable(l.address)) !== false));

const isCalled = (model: Model, { listeners }: SocketUnit, ours: boolean) =>
  [...model.connections, ...model.proxies].some((one) => listeners.some((l) => mayBe(one.address, l.address, ours)));

/** Whether the connection may end at a server of any folder, or at a socket unit. */
const mayReach = (model: Model, { address, by }: End, ours: boolean) =>
  [...model.servers, ...model.sockets.filter(({ service }) => !by || service !== by.starter)].some(({ listeners }) =>
    listeners.some((listener) => mayBe(address, listener.address, ours)),
  );

/** An address that does not name a release can only be current.sock. */
const mayBe = (to: Address, on: Address, ours: boolean) =>
  reaches(to, ours && !show(to).includes("*") ? connectable(on) : on) !== false;

/** Replaces nginx's address by the server's only one, and keeps what is around it: `http://`, a path, `weight=2`. */
function connectThere({ directive, via, address, protocol }: Connection, to: Address): { fix?: Fix } {
  const at = (via ?? directive).args[0];
  const written = /unix:(?:\/\/)?[^:]+|[\w.-]*:\d+/.exec(
    at?.text.replace(/^\w+:\/\//, (s) => " ".repeat(s.length)) ?? "",
  );
  if (!at || !written || at.quote || address.kind === "unknown" || to.kind === "unknown") return {};
  // Between a path and a port, the rest of the argument would have to change too.
  if (to.kind === "unix" && (to.abstract || !to.path.startsWith("/") || address.kind !== "unix")) return {};
  if (to.kind === "tcp" && (address.kind !== "tcp" || (protocol === "uwsgi" && isService({ address, protocol }))))
    return {};
  const text = to.kind === "unix" ? `unix:${to.path}` : `${isPublic(to.host) ? "127.0.0.1" : to.host}:${to.port}`;
  const start = at.start + written.index;
  const edit = replace(at.source.range(start, start + written[0].length), text);
  return { fix: suggested(`connect to ${text}`, edit) };
}
