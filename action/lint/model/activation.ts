import { entries, type UnitFile } from "../systemd/tree.ts";
import type { Model, Server } from "./types.ts";

/** Whether systemd makes the server's socket: there is a .socket unit of its name, or its unit speaks of one. */
export function isActivated(model: Model, server: Server): boolean {
  const { starter } = server;
  if (starter?.by !== "systemd") return false;
  if (model.sockets.some((socket) => socket.name === starter.name)) return true;
  const file = starter.file as UnitFile;
  const named = ["Requires", "Wants", "BindsTo", "After"].flatMap((key) => entries(file, "Unit", key));
  return [...named, ...entries(file, "Service", "Sockets")].some((e) => /\.socket(\s|$)/.test(e.value.text));
}
