import { type DeployFile, unit } from "./process-manager.ts";

/** What nginx connects to, as in flask-deploy.yml. */
export type Socket = "unix" | "tcp";

/** All that the rest of the program knows of it; `name` is that of the app. */
export interface SocketKind {
  /** What it is, to those who choose. */
  readonly choice: string;
  /** Whether the app takes ports of 127.0.0.1, one for each address of nginx's upstream. */
  readonly takesPorts: boolean;
  /** Files of deploy/ beside the socket of each release. */
  readonly files: (name: string) => readonly DeployFile[];
  /** Units that listen all the time. */
  readonly units: (name: string) => readonly string[];
  /** What is there, above the line that passes requests to it. */
  readonly passNote: (name: string) => string;
}

export const sockets: Readonly<Record<Socket, SocketKind>> = {
  unix: {
    choice: "a unix socket",
    takesPorts: false,
    files: () => [],
    units: () => [],
    passNote: () =>
      "A symlink to the socket of the release in use. It is followed at every request: to switch is to rename.",
  },
  tcp: {
    choice: "a TCP address on 127.0.0.1",
    takesPorts: true,
    files: (name) => [unit("app.socket", `${name}.socket`), unit("app-proxy.service", `${name}-proxy.service`)],
    units: (name) => [`${name}.socket`],
    passNote: (name) => `deploy/${name}.socket listens here, for the release in use.`,
  },
};

/** Its ports of 127.0.0.1. */
export const portsOf = (app: { readonly socket: Socket; readonly port: number; readonly upstream: number }) =>
  sockets[app.socket].takesPorts ? Array.from({ length: app.upstream }, (_, i) => app.port + i) : [];
