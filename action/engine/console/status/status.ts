import { hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { boolean as flag, array as list, nullable, number, string as text } from "valibot";
import type { AskRequest } from "../../deploy/contract.ts";
import { flagModule } from "../maintenance/flag.ts";
import type { ConsoleOption } from "../option.ts";
import { type QueryEffects, runQuery } from "../query.ts";
import { historyModule, runEntries } from "../releases/history.ts";
import { https, httpsModule } from "../tls/https.ts";
import { staticsModule } from "./statics.ts";

export const statusOptions = {
  minutes: {
    name: "minutes",
    kind: "integer",
    range: [1, 1440],
    standard: 5,
    help: "count requests and errors of this many minutes",
  },
} as const satisfies Record<string, ConsoleOption>;

/** One release that runs, or that its process manager should run. */
const instance = v.object({
  id: text(),
  /** `former`: still running, so a rollback to it is immediate; `starting`: not live yet. */
  role: v.picklist(["current", "former", "starting", "failed"]),
  /** In the process manager's words: active, running, fatal … */
  state: text(),
  restarts: number(),
  processes: number(),
  /** Memory that its processes do not share; null if none runs. */
  memoryBytes: nullable(number()),
  /** ISO 8601, UTC; "" if none runs. */
  since: text(),
});
export type Instance = v.InferOutput<typeof instance>;

/** Requests of the last `seconds` in the site's access log, without a deploy's own. */
const traffic = v.object({
  file: text(),
  seconds: number(),
  requests: number(),
  errors5xx: number(),
  errors4xx: number(),
  /** Lines that are not in nginx's combined format, hence not counted. */
  odd: number(),
});
export type Traffic = v.InferOutput<typeof traffic>;

/** What the server tells. Times are ISO 8601 in UTC by its clock, "" when unknown. */
const answer = v.object({
  /** Time of the query. */
  at: text(),
  /** The live release; "" if there is none. */
  current: text(),
  commit: text(),
  since: text(),
  /** Who made it live, and the URL of the workflow run; "" if the journal does not have it. */
  by: text(),
  run: text(),
  answers: flag(),
  /** Result of requesting `/` or the health path on the instance's own socket. */
  answer: text(),
  instances: list(instance),
  /** null if the site has no access log of its own. */
  traffic: nullable(traffic),
  /** null when the site has no TLS; `expires` is "" and `days` null when the file cannot be read. */
  certificate: nullable(v.object({ file: text(), expires: text(), days: nullable(number()) })),
  /** null for a site without HTTPS, or with one that setup does not look after. */
  https: nullable(https),
  /** Files of the live release that differ from the installed ones. */
  pending: list(text()),
  /** Since when and by whom visitors get the maintenance page; null if they get the site. */
  maintenance: nullable(v.object({ since: text(), by: text() })),
  /** Files that nginx does not serve although its configuration says so; status 0 and `error` without a response. */
  unserved: list(v.object({ path: text(), status: number(), error: text() })),
  /** The newest failed run; null if the journal has none. */
  lastFailure: nullable(v.object(runEntries)),
  releases: list(
    v.object({
      id: text(),
      commit: text(),
      deployedAt: text(),
      state: v.picklist(["current", "running", "available"]),
      good: flag(),
    }),
  ),
  /** Workflow run URL (or host and process) of the running deploy; "" if there is none. */
  lockedBy: text(),
  python: text(),
  /** Protocol of the server's root helper. */
  helper: number(),
  diskFreeMb: number(),
  diskTotalMb: number(),
  memoryFreeMb: number(),
  files: v.record(text(), text()),
});

/** All that `status` tells. */
export interface Status extends Omit<v.InferOutput<typeof answer>, "files"> {
  /** Subject of the commit, if this repository has it. */
  readonly subject: string;
  /** Number of commits in this repository that are not live; null if git cannot tell. */
  readonly ahead: number | null;
  /** Files in deploy/ of this repository that differ from the live ones. */
  readonly changed: readonly string[];
}

const query = {
  name: "status",
  modules: {
    ...historyModule,
    ...flagModule,
    ...staticsModule,
    ...httpsModule,
    processes: readFileSync(new URL("./processes.py", import.meta.url), "utf8"),
    status: readFileSync(new URL("./status.py", import.meta.url), "utf8"),
  },
  answer,
};

/**
 * What is live and its health, by one ssh command.
 *
 * @param seconds how far back traffic is counted
 * @throws DeployError if the server cannot be queried
 */
export async function status(request: AskRequest, effects: QueryEffects, seconds = 300): Promise<Status> {
  const { files, ...answer } = await runQuery(query, request, effects, { ask: { seconds } });
  const { root } = request;
  const [subject, ahead] = await Promise.all(
    answer.commit
      ? [
          git(effects, root, "log", "-1", "--format=%s", answer.commit),
          git(effects, root, "rev-list", "--count", `${answer.commit}..HEAD`),
        ]
      : [],
  );
  return {
    ...answer,
    subject: subject ?? "",
    ahead: ahead ? Number(ahead) : null,
    changed: answer.current ? changedFiles(root, files) : [],
  };
}

/** undefined if there is no git, no repository or no such commit. */
async function git({ run, env }: QueryEffects, root: string, ...args: string[]): Promise<string | undefined> {
  const done = await run(["git", "-C", root, ...args, "--"], { env, timeoutMs: 10_000 }).catch(() => undefined);
  return done?.code === 0 ? done.stdout.trim() : undefined;
}

/** Paths that only one side has, or whose content differs. */
function changedFiles(root: string, live: Readonly<Record<string, string>>): string[] {
  const folder = join(root, "deploy");
  if (!existsSync(folder)) return [];
  const here = readdirSync(folder, { withFileTypes: true })
    .filter((item) => item.isFile() && !item.name.endsWith(".json"))
    .map(({ name }) => `deploy/${name}`);
  const digest = (path: string) => hash("sha256", readFileSync(join(root, path)));
  return [...new Set([...here, ...Object.keys(live)])]
    .filter((path) => !here.includes(path) || live[path] !== digest(path))
    .toSorted();
}
