/**
 * The app servers, the process managers and the sockets: one value each. A new one is a name in its type, a value,
 * and templates; wherever more is needed of it, a Record by its name does not compile without it.
 */
import type { AppServer, AppServerKind } from "./app-server.ts";
import { emperor } from "./emperor.ts";
import { gunicorn } from "./gunicorn.ts";
import { type DeployFile, type ProcessManager, type ProcessManagerKind, unit } from "./process-manager.ts";
import { type Socket, sockets } from "./socket.ts";
import { supervisor } from "./supervisor.ts";
import { systemd } from "./systemd.ts";
import { uwsgi } from "./uwsgi.ts";
import { waitress } from "./waitress.ts";

export const appServers: Readonly<Record<AppServer, AppServerKind>> = { uwsgi, gunicorn, waitress };

export const processManagers: Readonly<Record<ProcessManager, ProcessManagerKind>> = { systemd, supervisor, emperor };

/** What decides which files in deploy/ an app has besides those of its app server and nginx. */
export interface KeptAlive {
  readonly name: string;
  readonly processManager: ProcessManager;
  readonly socket: Socket;
}

/** Those files: the release's socket, the process manager's own, the front unit, the TCP address. */
export function deployFiles({ name, processManager, socket }: KeptAlive): readonly DeployFile[] {
  const manager = processManagers[processManager];
  return [
    unit("app@.socket", `${name}@.socket`),
    ...manager.files(name),
    ...(manager.handsSocket ? [] : [unit("app-front@.service", `${name}-front@.service`)]),
    ...sockets[socket].files(name),
  ];
}

/** The process manager's main file, which runs the app: path in the repository. */
export const managerFile = ({ name, processManager }: Pick<KeptAlive, "name" | "processManager">): string =>
  processManagers[processManager].files(name)[0].path;

/** Name → description, for a prompt. */
export const choicesOf = <K extends string>(kinds: Readonly<Record<K, { readonly choice: string }>>) =>
  Object.fromEntries(Object.entries<{ choice: string }>(kinds).map(([name, { choice }]) => [name, choice])) as Record<
    K,
    string
  >;

/** Why a process manager cannot run an app server; undefined when it can. */
export function cannotRun(manager: ProcessManager, server: AppServer): string | undefined {
  const can = (one: ProcessManagerKind) => one.only === undefined || one.only === server;
  const { short, only } = processManagers[manager];
  if (only === undefined || only === server) return undefined;
  const others = Object.entries(processManagers).flatMap(([name, one]) => (can(one) ? [name] : []));
  return `${short} runs ${appServers[only].title} only: choose ${others.join(" or ")} for ${server}`;
}
