import type { GitHub } from "../../action/github/client.ts";
import type { Io } from "../terminal/io.ts";
import type { Identity } from "./api/api.ts";
import type { Server } from "./api/server.ts";
import type { Checkout } from "./git.ts";
import type { Store, There } from "./plan.ts";
import type { Place } from "./server/place.ts";
import type { Line } from "./spec.ts";

/** All that the command has found out before it plans. */
export interface Work {
  readonly line: Line;
  /** OWNER/NAME. */
  readonly name: string;
  readonly place: Place;
  readonly github: GitHub;
  readonly server: Server;
  readonly token: string;
  readonly identity: Identity;
  readonly environment: string;
  /** Path of the workflow that deploys. */
  readonly workflow: string;
  readonly pushes: boolean;
  readonly checkout: Checkout | undefined;
  readonly timeoutMs: number;
  readonly io: Io;
  readonly there: There;
  readonly store: Store;
}
