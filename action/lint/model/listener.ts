import type { Address } from "../address.ts";
import type { Listener } from "./types.ts";

/** Where nginx would connect to a listener: its address, or the symlink beside the sockets of all releases. */
export const connectable = ({ address, link }: Listener): Address =>
  address.kind === "unknown" && link ? link : address;
