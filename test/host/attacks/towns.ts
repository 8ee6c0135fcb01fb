import type { Answers } from "../../../action/engine/app/fields.ts";
import type { Attack } from "./attack.ts";
import { configuration } from "./lists/configuration.ts";
import { environment } from "./lists/environment.ts";
import { execution } from "./lists/execution.ts";
import { files } from "./lists/files.ts";
import { keys } from "./lists/keys.ts";
import { links } from "./lists/links.ts";
import { emperor, supervisor } from "./lists/managers.ts";
import { names } from "./lists/names.ts";
import { open, openOverTcp } from "./lists/open.ts";
import { requests } from "./lists/requests.ts";
import { sockets } from "./lists/sockets.ts";
import { tcp } from "./lists/tcp.ts";
import { terminal } from "./lists/terminal.ts";

/** Which attacks are tried on which server: as few servers as there are things that differ. */
export const towns: readonly {
  name: string;
  answers: Partial<Answers>;
  attacks: readonly Attack[];
  open?: readonly Attack[];
}[] = [
  { name: "app", answers: {}, attacks: [...environment, ...execution, ...links, ...sockets, ...requests, ...terminal] },
  { name: "key", answers: {}, attacks: [...keys, ...files, ...configuration], open },
  { name: "supervisor", answers: { processManager: "supervisor" }, attacks: supervisor },
  { name: "emperor", answers: { processManager: "emperor" }, attacks: emperor },
  { name: "tcp", answers: { stack: "uwsgi-tcp" }, attacks: [...tcp, ...names], open: openOverTcp },
];
