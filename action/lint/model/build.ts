import { type Address, parseAddress, reaches } from "../address.ts";
import type { Project } from "../project.ts";
import { entries, entry } from "../systemd/tree.ts";
import { connectionsOf } from "./connections.ts";
import { fragmentsOf } from "./fragments.ts";
import { serversOf } from "./servers.ts";
import { startersOf } from "./starters.ts";
import type { AppGroup, Connection, Model, Reached, Server, SocketUnit } from "./types.ts";

/** Folders that hold configuration of what lies above them, so they say nothing about which application it is. */
const configFolders =
  /^(deploy(ment)?s?|conf(ig)?(s|uration)?|etc|nginx|systemd|system|sites-(available|enabled)|conf\.d|supervisor(d)?|uwsgi|gunicorn|vassals|ops|infra|init|server|scripts?|bin|docker|templates|files|apps-(available|enabled)|lib|usr|units?|services?)$/i;

/** The folder of the repository that a file's application lives in. */
export function homeOf(path: string): string {
  const folders = path.split("/").slice(0, -1);
  const first = folders.findIndex((folder) => configFolders.test(folder));
  return (first < 0 ? folders : folders.slice(0, first)).join("/");
}

/** Who listens, who connects and who starts what, read from all files at once. */
export function buildModel(project: Project): Model {
  const starters = startersOf(project);
  const servers = serversOf(project, starters);
  const connections = connectionsOf(project.nginx);
  const sockets = project.units.flatMap((file): SocketUnit[] => {
    const listeners = entries(file, "Socket", "ListenStream").map((e) => ({
      address: parseAddress(e.value, /^\d+$/.test(e.value.text) ? `:${e.value.text}` : e.value.text),
      protocol: "unknown" as const,
      at: e.value,
    }));
    const name = file.path.replace(/^.*\//, "").replace(/\.socket.*$/, "");
    return listeners.length > 0 ? [{ file, name, listeners }] : [];
  });

  const homes = new Map<object, string>();
  for (const starter of starters) homes.set(starter, homeOf(starter.file.path));
  for (const socket of sockets) homes.set(socket, homeOf(socket.file.path));
  for (const server of servers) homes.set(server, homeOf((server.uwsgi ?? server.conf ?? server.starter!.file).path));
  for (const connection of connections) homes.set(connection, homeOf(connection.file.path));
  // With one application in the repository all files are its own, whatever folders they lie in.
  const [only, ...others] = new Set(servers.map((server) => homes.get(server) as string));
  if (only !== undefined && others.length === 0) for (const part of homes.keys()) homes.set(part, only);
  for (const server of servers)
    if (server.starter && !server.uwsgi && !server.conf) homes.set(server, homes.get(server.starter) as string);
  // One nginx folder for several applications: a connection belongs where its server is, its own folder first.
  const byKey = new Map<string, Reached[]>();
  for (const server of servers) {
    // A container's own loopback is not nginx's, and its port is published under any number.
    if (server.starter?.by === "container" && !server.uwsgi && !server.conf) continue;
    for (const listener of server.listeners) {
      for (const key of new Set([keyOf(listener.address), ...(listener.link ? [keyOf(listener.link)] : [])])) {
        const alike = byKey.get(key);
        if (alike) alike.push({ server, listener });
        else byKey.set(key, [{ server, listener }]);
      }
    }
  }
  const connectionsTo = new Map<Server, Connection[]>();
  const reachedBy = new Map<Connection, Reached[]>();
  for (const connection of connections) {
    const to = behindSocketUnit(connection.address, project, sockets);
    const all = (byKey.get(keyOf(to)) ?? []).filter(
      ({ listener: { address, link } }) => reaches(to, address) === true || (link && reaches(to, link) === true),
    );
    const near = all.filter(({ server }) => homes.get(server) === homes.get(connection));
    const found = near.length > 0 ? near : all;
    reachedBy.set(connection, found);
    for (const { server } of found) {
      const there = connectionsTo.get(server);
      if (!there) connectionsTo.set(server, [connection]);
      else if (there.at(-1) !== connection) there.push(connection);
    }
    if (found[0]) homes.set(connection, homes.get(found[0].server) as string);
  }

  const groups = [...new Set(homes.values())].sort().map((home): AppGroup => {
    const mine = (part: object) => homes.get(part) === home;
    return {
      home,
      servers: servers.filter(mine),
      connections: connections.filter(mine),
      starters: starters.filter(mine),
      sockets: sockets.filter(mine),
    };
  });
  const byHome = new Map(groups.map((group) => [group.home, group]));
  return {
    fragments: fragmentsOf(project, starters),
    groups,
    servers,
    connections,
    starters,
    sockets,
    reached: (connection) => reachedBy.get(connection) ?? [],
    connectionsTo: (server) => connectionsTo.get(server) ?? [],
    groupOf: (part) => byHome.get(homes.get(part) as string) as AppGroup,
  };
}

/** What two addresses have in common when one surely reaches the other. */
const keyOf = (address: Address) =>
  address.kind === "unix" ? `unix ${address.path}` : address.kind === "tcp" ? `tcp ${address.port}` : "unknown";

/** Where a .socket unit hands connections on by systemd-socket-proxyd, the address behind it; else the address itself. */
function behindSocketUnit(address: Address, project: Project, sockets: readonly SocketUnit[]): Address {
  const socket = sockets.find((unit) => unit.listeners.some((l) => reaches(address, l.address) === true));
  if (!socket) return address;
  const named = entry(socket.file, "Socket", "Service")?.value.text ?? `${socket.name}.service`;
  const service = project.units.find((unit) => unit.path.replace(/^.*\//, "").startsWith(named));
  const exec = service && entry(service, "Service", "ExecStart")?.value;
  const target = exec && /systemd-socket-proxyd\b.*?\s([^\s-]\S*)\s*$/.exec(exec.text)?.[1];
  return target ? parseAddress(exec, target) : address;
}
