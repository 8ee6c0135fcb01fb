import { type Address, reaches } from "../files/address.ts";
import { dirname } from "../files/paths.ts";
import type { Project } from "../files/project.ts";
import { connectionsOf } from "./connections.ts";
import { fragmentsOf } from "./fragments.ts";
import { startersOf } from "./launchers.ts";
import { serversOf } from "./servers.ts";
import { proxiesOf, socketUnitsOf, withHanded } from "./sockets.ts";
import type { AppGroup, Connection, End, Model, Reached, Server, SocketProxy } from "./types.ts";

/** Folders that hold configuration for the folder above them, so they do not identify an application. */
const configFolders =
  /^(deploy(ment)?s?|conf(ig)?(s|uration)?|etc|nginx|systemd|system|sites-(available|enabled)|conf\.d|supervisor(d)?|uwsgi|gunicorn|vassals|ops|infra|init|server|scripts?|bin|docker|templates|files|apps-(available|enabled)|lib|usr|units?|services?)$/i;

/** The folder of the repository with the application that a file belongs to. */
export function homeOf(path: string): string {
  const folders = path.split("/").slice(0, -1);
  const first = folders.findIndex((folder) => configFolders.test(folder));
  return (first < 0 ? folders : folders.slice(0, first)).join("/");
}

/** Which servers listen, what connects to them and what starts them, from all files together. */
export function buildModel(project: Project): Model {
  const starters = startersOf(project);
  const sockets = socketUnitsOf(project, starters);
  const proxies = proxiesOf(starters);
  const servers = serversOf(project, starters).map((server) => withHanded(server, sockets));
  const connections = connectionsOf(project.nginx);

  const homes = new Map<object, string>();
  for (const starter of starters) homes.set(starter, homeOf(starter.file.path));
  for (const socket of sockets) homes.set(socket, homeOf(socket.file.path));
  for (const server of servers) homes.set(server, homeOf((server.uwsgi ?? server.conf ?? server.starter!.file).path));
  for (const connection of connections) homes.set(connection, homeOf(connection.file.path));
  // If the repository has one application, all files belong to it, whatever their folders.
  const [only, ...others] = new Set(servers.map((server) => homes.get(server) as string));
  if (only !== undefined && others.length === 0) for (const part of homes.keys()) homes.set(part, only);
  // One nginx folder may be for several applications: a connection belongs to its server's, its own folder first.
  const byKey = new Map<string, Omit<Reached, "by">[]>();
  for (const server of servers) {
    // A container's loopback is not nginx's, and its port may be published under another number.
    if (server.starter?.by === "container" && !server.uwsgi && !server.conf) continue;
    for (const listener of server.listeners) {
      const alike = byKey.get(keyOf(listener.address));
      if (alike) alike.push({ server, listener });
      else byKey.set(keyOf(listener.address), [{ server, listener }]);
    }
  }
  const endsOf = (address: Address, by?: SocketProxy, steps = 0): End[] => {
    const on = sockets.filter(({ listeners }) => listeners.some((one) => reaches(address, one.address) === true));
    const onward = proxies.filter(({ starter }) => on.some(({ service }) => service === starter));
    if (onward.length === 0 || steps === longestWay) return [{ address, by }];
    return onward.flatMap((proxy) => endsOf(proxy.address, proxy, steps + 1));
  };
  const ends = new Map(connections.map((connection) => [connection, endsOf(connection.address)]));
  const connectionsTo = new Map<Server, Connection[]>();
  const reachedBy = new Map<Connection, Reached[]>();
  for (const connection of connections) {
    const all = (ends.get(connection) as End[]).flatMap(({ address, by }) =>
      (byKey.get(keyOf(address)) ?? [])
        .filter(({ listener }) => reaches(address, listener.address) === true)
        .map((found) => ({ ...found, by })),
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
    proxies,
    endsOf: (connection) => ends.get(connection) ?? [],
    reached: (connection) => reachedBy.get(connection) ?? [],
    connectionsTo: (server) => connectionsTo.get(server) ?? [],
    groupOf: (part) => byHome.get(homes.get(part) as string) as AppGroup,
  };
}

/** From nginx to a TCP proxy to a socket proxy to the app server; the limit ends a cycle. */
const longestWay = 4;

/** A key that two addresses share if one certainly reaches the other. */
const keyOf = (address: Address) =>
  address.kind === "unix"
    ? `unix ${dirname(address.path)}`
    : address.kind === "tcp"
      ? `tcp ${address.port}`
      : "unknown";
