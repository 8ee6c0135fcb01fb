import { type Address, parseAddress, reaches } from "../files/address.ts";
import { basename, dirname } from "../files/paths.ts";
import type { Project } from "../files/project.ts";
import { renderedPath } from "../files/template.ts";
import { entries, entry, isYes, type UnitFile } from "../systemd/tree.ts";
import { saidProtocol } from "./servers.ts";
import type { Listener, Server, SocketProxy, SocketUnit, Starter } from "./types.ts";

type UnitStarter = Starter & { readonly file: UnitFile };
const isUnit = (starter: Starter): starter is UnitStarter => starter.by === "systemd";

const unitName = ({ path }: { readonly path: string }) => basename(renderedPath(path));

/** "shop@%i.service" is an instance of the template shop@.service. */
const templateOf = (name: string) => name.replace(/@[^.]+(?=\.)/, "@");

/** Every .socket unit, with the service that it starts. */
export function socketUnitsOf(project: Project, starters: readonly Starter[]): SocketUnit[] {
  const services = starters.filter(isUnit);
  return project.units.flatMap((file): SocketUnit[] => {
    const listeners = entries(file, "Socket", "ListenStream").map(({ value }): Listener => {
      const text = /^\d+$/.test(value.text) ? `:${value.text}` : value.text.replace(/^%t(?=\/)/, "/run");
      return { address: parseAddress(value, text), protocol: "unknown", at: value };
    });
    if (listeners.length === 0) return [];
    const name = unitName(file);
    const implied = name.replace(
      /\.socket$/,
      isYes(entry(file, "Socket", "Accept")?.value.text) ? "@.service" : ".service",
    );
    const starts = templateOf(entry(file, "Socket", "Service")?.value.text ?? implied);
    const named = services.filter(
      ({ file: unit }) => unitName(unit) === starts || namesSocket(unit, "Service", ["Sockets"], name),
    );
    const near = named.filter((one) => dirname(one.file.path) === dirname(file.path));
    const [service, ...others] = near.length > 0 ? near : named;
    return [{ file, name, listeners, service: others.length === 0 ? service : undefined }];
  });
}

/** Whether a service requires a socket unit, the named one or any. `Sockets=` requires and orders it too. */
export const requiresSocket = (file: UnitFile, name?: string) =>
  namesSocket(file, "Unit", ["Requires", "Wants", "BindsTo"], name) || namesSocket(file, "Service", ["Sockets"], name);

function namesSocket(file: UnitFile, section: string, keys: readonly string[], name?: string): boolean {
  return keys
    .flatMap((key) => entries(file, section, key))
    .flatMap(({ value }) => value.text.split(/\s+/))
    .some((word) => (name === undefined ? word.endsWith(".socket") : templateOf(word) === name));
}

/** Every unit that runs systemd-socket-proxyd, with what it connects to. */
export const proxiesOf = (starters: readonly Starter[]): SocketProxy[] =>
  starters.filter(isUnit).flatMap((starter) => {
    const exec = entry(starter.file, "Service", "ExecStart")?.value;
    const found = /systemd-socket-proxyd\b.*?\s([^\s-]\S*)\s*$/.exec(exec?.text ?? "")?.[1];
    if (!exec || !found) return [];
    const start = exec.source.text.indexOf(found, exec.start);
    const at = { source: exec.source, start, end: start + found.length, text: found };
    return [{ starter, address: parseAddress(at, found) }];
  });

/**
 * The server with the sockets that systemd opens and passes to it. gunicorn uses them instead of its `bind`. uWSGI uses
 * them besides its own other addresses, and speaks the protocol of `protocol` on them, whatever option has the address.
 */
export function withHanded(server: Server, sockets: readonly SocketUnit[]): Server {
  const { starter, listeners } = server;
  if (!starter || !isUnit(starter)) return server;
  const units = sockets.filter(({ service }) => service === starter);
  if (units.length === 0)
    return requiresSocket(starter.file) || namesSocket(starter.file, "Unit", ["After"])
      ? { ...server, listeners: listeners.map((one) => ({ ...one, handed: "unseen" })) }
      : server;
  const same = (a: Address, b: Address) => reaches(a, b) === true || reaches(b, a) === true;
  const handed = units.flatMap((unit) =>
    unit.listeners.map(({ address, at }): Listener => {
      const own = listeners.find((one) => same(one.address, address));
      const protocol = server.program === "gunicorn" ? "http" : saidProtocol(server);
      return { ...(own ?? { at }), address, protocol, handed: unit };
    }),
  );
  const others =
    server.program === "gunicorn"
      ? []
      : listeners.filter((one) => !handed.some(({ address }) => same(one.address, address)));
  return { ...server, listeners: [...handed, ...others] };
}
