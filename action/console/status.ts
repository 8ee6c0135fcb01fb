import { readFileSync } from "node:fs";
import type { AskRequest } from "../deploy/contract.ts";
import { type Asking, inquire } from "./inquire.ts";

/** One release on the server, as `releases` and `status` tell it. */
export interface ReleaseInfo {
  readonly id: string;
  readonly commit: string;
  /** ISO 8601, UTC. */
  readonly deployedAt: string;
  readonly state: "current" | "warm" | "kept";
  readonly good: boolean;
}

export interface Status {
  readonly current: string;
  readonly answers: boolean;
  /** What `/` or the health path said on the instance's own socket. */
  readonly answer: string;
  readonly releases: readonly ReleaseInfo[];
  /** Run URL (or host and process) of who deploys now; "" when nobody does. */
  readonly lockedBy: string;
  readonly python: string;
  readonly helper: number;
  readonly diskFreeMb: number;
  readonly memoryFreeMb: number;
}

const op = {
  name: "status",
  modules: { status: readFileSync(new URL("./remote/status.py", import.meta.url), "utf8") },
};

/**
 * What the server has and whether its current release answers.
 *
 * @throws Fault when it cannot be asked.
 */
export function status(request: AskRequest, effects: Asking): Promise<Status> {
  return inquire<Status>(op, request, effects);
}
