import { parseAddress, reaches } from "../address.ts";
import type { Project } from "../project.ts";
import { entries } from "../systemd/tree.ts";
import { connectionsOf } from "./connections.ts";
import { serversOf } from "./servers.ts";
import { startersOf } from "./starters.ts";
import type { AppGroup, Connection, Model, Reached, SocketUnit } from "./types.ts";

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
  for (const server of servers)
    if (server.starter && !server.uwsgi && !server.conf) homes.set(server, homes.get(server.starter) as string);
  // One nginx folder for several applications: a connection belongs where its server is, its own folder first.
  const reachedBy = new Map<Connection, Reached[]>();
  for (const connection of connections) {
    const all = servers.flatMap((server) =>
      server.listeners
        .filter((listener) => reaches(connection.address, listener.address) === true)
        .map((listener) => ({ server, listener })),
    );
    const near = all.filter(({ server }) => homes.get(server) === homes.get(connection));
    const found = near.length > 0 ? near : all;
    reachedBy.set(connection, found);
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
    groups,
    servers,
    connections,
    starters,
    sockets,
    reached: (connection) => reachedBy.get(connection) ?? [],
    groupOf: (part) => byHome.get(homes.get(part) as string) as AppGroup,
  };
}
