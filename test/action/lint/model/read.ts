import { type Address, show } from "../../../../action/lint/files/address.ts";
import { readProject } from "../../../../action/lint/files/project.ts";
import { buildModel } from "../../../../action/lint/model/build.ts";
import type { Listener, Server } from "../../../../action/lint/model/types.ts";

/** The files of a repository, and what is known of them together. */
export function read(files: Readonly<Record<string, string>>) {
  const project = readProject(Object.entries(files).map(([path, content]) => ({ path, content })));
  return { project, model: buildModel(project) };
}

export const unit = (...lines: string[]) => `[Service]\n${lines.join("\n")}\n`;
export const ini = (...lines: string[]) => `[uwsgi]\n${lines.join("\n")}\n`;

/** "/run/a.sock", "*:80"; "?" where it is not known. */
export const shown = (address: Address) => (address.kind === "unknown" ? "?" : show(address));

/** "http 127.0.0.1:8000", "uwsgi /run/a.sock" */
export const listening = ({ listeners }: { readonly listeners: readonly Listener[] }) =>
  listeners.map(({ protocol, address }) => `${protocol} ${shown(address)}`);

/** The only server of these files. */
export function serverOf(files: Readonly<Record<string, string>>): Server {
  const [server, ...others] = read(files).model.servers;
  if (!server || others.length > 0) throw new Error(`${others.length + 1} servers`);
  return server;
}
