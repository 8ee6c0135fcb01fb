import type { Text } from "./source.ts";
import { isTemplated } from "./template.ts";

/** Where a server listens or a proxy connects. */
export type Address = { readonly at: Text } & (
  | {
      readonly kind: "unix";
      /** Absolute, or relative to an unknown directory; `*` stands for the id of a release: /run/shop/*.sock. */
      readonly path: string;
      readonly abstract: boolean;
    }
  | {
      readonly kind: "tcp" /** "", "0.0.0.0" and "::" mean every address of the machine. */;
      readonly host: string;
      readonly port: number;
    }
  | { readonly kind: "unknown" }
);

/** Without `.`, `..` and double slashes. /var/run is a symlink to /run wherever systemd runs. */
export function normalPath(path: string): string {
  const absolute = path.startsWith("/");
  const out: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && out.length > 0 && out.at(-1) !== "..") out.pop();
    else if (part !== ".." || !absolute) out.push(part);
  }
  const plain = (absolute ? "/" : "") + out.join("/");
  return plain.replace(/^\/var\/run(?=\/|$)/, "/run");
}

/** A socket that is named after its release, as an ini ($(RELEASE)), a unit (%i) or an f-string ({}) has it. */
const eachRelease = (text: string) =>
  text.replace(/^((?:unix:(?:\/\/)?)?\/[\w./-]*\/[\w.-]*)(?:\$\(\w+\)|%[iI]|\{\})(?=[\w.-]*\.sock$)/, "$1*");

/** The address that nginx connects to: for releases' sockets, the symlink that a deploy switches between them. */
export const connectable = (address: Address): Address =>
  address.kind === "unix" && address.path.includes("*")
    ? { ...address, path: address.path.replace(/[^/]*$/, "current.sock") }
    : address;

const isHost = (text: string) => /^(\[[0-9a-fA-F:.]+\]|[\w.*-]*)$/.test(text);

/** Reads "unix:/a", "unix:///a", "/a", "a.sock", "127.0.0.1:80", ":80", "[::1]:80", "host" (with a default port). */
export function parseAddress(at: Text, text: string, defaultPort?: number): Address {
  const plain = eachRelease(text.trim());
  if (plain === "" || isTemplated(plain) || /[$%{}]/.test(plain)) return { kind: "unknown", at };
  const unix = /^unix:(?:\/\/)?(.+)$/.exec(plain)?.[1];
  if (unix !== undefined) return { kind: "unix", path: normalPath(unix), abstract: /^[@\0]/.test(unix), at };
  if (plain.startsWith("@")) return { kind: "unix", path: plain, abstract: true, at };
  if (/^(fd|systemd):/.test(plain) || /^\d+$/.test(plain)) {
    return defaultPort !== undefined && /^\d+$/.test(plain)
      ? { kind: "tcp", host: "", port: Number(plain), at }
      : { kind: "unknown", at };
  }
  const tcp = /^(.*):(\d{1,5})$/.exec(plain);
  if (tcp && isHost(tcp[1] as string))
    return { kind: "tcp", host: (tcp[1] as string).toLowerCase(), port: Number(tcp[2]), at };
  if (plain.includes("/") || /\.sock(et)?$/.test(plain))
    return { kind: "unix", path: normalPath(plain), abstract: false, at };
  if (defaultPort !== undefined && isHost(plain))
    return { kind: "tcp", host: plain.toLowerCase(), port: defaultPort, at };
  return { kind: "unknown", at };
}

const anyHost = (host: string) => /^(|\*|0\.0\.0\.0|\[::\])$/.test(host);
const localHost = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);

/** Whether a host is this machine's loopback. */
export const isLoopback = localHost;
/** Whether a listener on this host can be reached from outside. */
export const isPublic = anyHost;

/**
 * Whether a connection to `to` reaches a listener on `on`. undefined if one of them is not fully known: a variable, a
 * relative path that the other one ends in, the name of another machine.
 */
export function reaches(to: Address, on: Address): boolean | undefined {
  if (to.kind === "unknown" || on.kind === "unknown") return undefined;
  if (to.kind === "unix" && on.kind === "unix") {
    if (to.path === on.path) return true;
    if (/\*/.test(to.path + on.path)) return reachesRelease(to, on);
    if (on.path.startsWith("/") && to.path.startsWith("/")) return false;
    const [full, tail] = on.path.startsWith("/") ? [on.path, to.path] : [to.path, on.path];
    return full.endsWith(`/${tail.replace(/^(\.\.\/)+/, "")}`) ? undefined : false;
  }
  if (to.kind === "tcp" && on.kind === "tcp") {
    if (to.port !== on.port) return false;
    if (anyHost(on.host) || to.host === on.host) return true;
    if (localHost(on.host) && (localHost(to.host) || anyHost(to.host))) return true;
    return /^[\d.[\]:a-f]+$/i.test(to.host) && /^[\d.[\]:a-f]+$/i.test(on.host) ? false : undefined;
  }
  return false;
}

type Unix = Address & { readonly kind: "unix" };

/** With `*` in `to`, every socket that fits is reached; a single socket in `to` may be that of any release. */
function reachesRelease(to: Unix, on: Unix): boolean | undefined {
  const [every, one] = on.path.includes("*") ? [on, to] : [to, on];
  if (one.path === (connectable(every) as Unix).path) return true;
  const [start, end] = every.path.split("*") as [string, string];
  const fits = one.path.startsWith(start) && one.path.endsWith(end) && !one.path.slice(start.length).includes("/");
  return fits ? (every === to ? true : undefined) : false;
}

/** As configuration files spell it. */
export function show(address: Address): string {
  if (address.kind === "unix") return address.path;
  if (address.kind === "tcp") return `${address.host || "*"}:${address.port}`;
  return address.at.text;
}
