import { readFileSync } from "node:fs";
import type { AskRequest } from "../../deploy/contract.ts";
import { DeployError } from "../../deploy/deploy-error.ts";
import { processManagers } from "../../kinds/index.ts";
import { plainDeep } from "../../process/plain.ts";
import { ownFilesFor } from "../../targets/server/setup/desired-state.ts";
import { folders, services, targets } from "../../targets/server/setup/layout.ts";
import { type Query, type QueryEffects, runQuery } from "../query.ts";
import { staticsModule } from "../status/statics.ts";
import { httpsModule } from "../tls/https.ts";
import { type CheckResult, judgeAll } from "./check.ts";
import { rotators } from "./checks/machine.ts";
import { checks } from "./checks.ts";
import { type Facts, type Refusal, readRootFacts } from "./facts.ts";
import { localFacts, tryPort } from "./local-facts.ts";
import { type BareFacts, type ServerFacts, told } from "./told.ts";

/** The result of checking everything between this machine and the page that visitors get. */
export interface Diagnosis {
  /** Status of its worst check. */
  readonly status: "ok" | "warning" | "error";
  readonly checks: readonly CheckResult[];
}

export interface Examining extends QueryEffects {
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

const query: Query<BareFacts | ServerFacts> = {
  name: "doctor",
  modules: {
    ...staticsModule,
    ...httpsModule,
    doctor: readFileSync(new URL("./doctor.py", import.meta.url), "utf8"),
    paths: readFileSync(new URL("./paths.py", import.meta.url), "utf8"),
  },
  answer: told,
};

/** Runs all checks; changes nothing. Never throws: an unreachable server is a finding. */
export async function doctor(request: AskRequest, effects: Examining): Promise<Diagnosis> {
  // Details quote the server, nginx and logs.
  const results = plainDeep(judgeAll(checks, await factsOf(request, effects)));
  const worst = (["error", "warning"] as const).find((status) => results.some((one) => one.status === status));
  return { status: worst ?? "ok", checks: results };
}

/** @returns what this machine and the server see, by one login. */
async function factsOf(request: AskRequest, effects: Examining): Promise<Facts> {
  const began = effects.clock() / 1000;
  const [seen, asked] = await Promise.all([localFacts(request, effects), askServer(request, effects)]);
  const { bare, refused, answered } = asked;
  const server = bare && "release" in bare ? bare : undefined;
  const silent = refused?.kind === "unreachable" && !seen.ssh.jumps;
  const ssh = silent ? await tryPort(seen.ssh.host, seen.ssh.port) : "open";
  return {
    app: request.app,
    login: request.login,
    here: { ...seen, ports: { ...seen.ports, ssh }, asked: [began, answered] },
    ...{ refused, bare, server },
    root: server && server.root.code === 0 ? readRootFacts(server.root.said) : undefined,
  };
}

async function askServer(request: AskRequest, effects: Examining) {
  const { app, login } = request;
  const desired = { app, login: login.user };
  const users = [app.name, login.user, "www-data", "nginx"];
  const look = {
    ...{ users, folders: folders(app, login.user).map(({ path }) => path), files: targets(app) },
    own: ownFilesFor(desired, { site: "/", allowConfig: false }).map(({ path }) => path),
    units: [...services(app), ...rotators],
    instances: processManagers[app.processManager].instances(app.name),
  };
  try {
    const bare = await runQuery(query, request, effects, { ask: { look } });
    return { bare, refused: undefined, answered: effects.clock() / 1000 };
  } catch (error) {
    return { bare: undefined, refused: refusalOf(error), answered: effects.clock() / 1000 };
  }
}

function refusalOf(error: unknown): Refusal {
  if (!(error instanceof DeployError)) return { kind: "other", message: (error as Error).message, next: "" };
  const { kind, ssh, message, next } = error;
  return { kind: ssh ?? (kind === "setup" ? "setup" : "other"), message, next };
}
