import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { boolean as flag, array as list, nullable, number, string as text } from "valibot";
import type { AskRequest } from "../../deploy/contract.ts";
import { flagModule } from "../maintenance/flag.ts";
import { type Query, type QueryEffects, runQuery } from "../query.ts";
import { historyModule, type Run, runEntries } from "../releases/history.ts";
import { staticsModule } from "./statics.ts";

/** One release on the server. */
export interface ReleaseInfo {
  readonly id: string;
  readonly commit: string;
  /** ISO 8601, UTC. */
  readonly deployedAt: string;
  readonly state: "current" | "running" | "available";
  readonly good: boolean;
}

/** One release that runs, or that its process manager says should. */
export interface Instance {
  readonly id: string;
  /** `former`: it still runs, so a rollback to it is at once; `starting`: it is not live yet. */
  readonly role: "current" | "former" | "starting" | "failed";
  /** As the process manager words it: active, running, fatal … */
  readonly state: string;
  readonly restarts: number;
  readonly processes: number;
  /** What its processes hold for themselves; null when none runs. */
  readonly memoryBytes: number | null;
  /** ISO 8601, UTC; "" when nobody runs. */
  readonly since: string;
}

/** What the site's access log says of the last `seconds`; a deploy's own requests are not counted. */
export interface Traffic {
  readonly file: string;
  readonly seconds: number;
  readonly requests: number;
  readonly errors5xx: number;
  readonly errors4xx: number;
  /** Lines that are not in nginx's combined format, hence not counted. */
  readonly odd: number;
}

/** All that `status` tells. Times are ISO 8601 in UTC by the server's clock, "" when unknown. */
export interface Status {
  /** When the server was asked. */
  readonly at: string;
  /** The release that serves; "" when none does. */
  readonly current: string;
  readonly commit: string;
  /** Of the commit, when this repository knows it. */
  readonly subject: string;
  /** Commits of this repository that are not live; null when git cannot tell. */
  readonly ahead: number | null;
  readonly since: string;
  /** Who made it serve, and the run where that can be watched; "" when the journal does not know. */
  readonly by: string;
  readonly run: string;
  readonly answers: boolean;
  /** What `/` or the health path said on the instance's own socket. */
  readonly answer: string;
  readonly instances: readonly Instance[];
  /** null when the site writes no access log of its own. */
  readonly traffic: Traffic | null;
  /** null when the site has no TLS; `expires` is "" and `days` null when the file cannot be read. */
  readonly certificate: { readonly file: string; readonly expires: string; readonly days: number | null } | null;
  /** Files of the release in use that are not what is installed. */
  readonly pending: readonly string[];
  /** Since when and by whom visitors get the page of `maintenance`; null when they get the site. */
  readonly maintenance: { readonly since: string; readonly by: string } | null;
  /** Files in deploy/ of this repository that are not what is live. */
  readonly changed: readonly string[];
  /** Files of the release that nginx does not serve as its configuration says; status 0 with why there was no answer. */
  readonly unserved: readonly { readonly path: string; readonly status: number; readonly error: string }[];
  /** The newest run that came to nothing; null when the journal has none. */
  readonly lastFailure: Run | null;
  readonly releases: readonly ReleaseInfo[];
  /** Run URL (or host and process) of who deploys now; "" when nobody does. */
  readonly lockedBy: string;
  readonly python: string;
  /** Protocol of the server's helper. */
  readonly helper: number;
  readonly diskFreeMb: number;
  readonly diskTotalMb: number;
  readonly memoryFreeMb: number;
}

type Answer = Omit<Status, "subject" | "ahead" | "changed"> & { readonly files: Readonly<Record<string, string>> };

const query: Query<Answer> = {
  name: "status",
  modules: {
    ...historyModule,
    ...flagModule,
    ...staticsModule,
    processes: readFileSync(new URL("./processes.py", import.meta.url), "utf8"),
    status: readFileSync(new URL("./status.py", import.meta.url), "utf8"),
  },
  answer: v.object({
    ...{ at: text(), current: text(), commit: text(), since: text(), by: text(), run: text(), answers: flag() },
    answer: text(),
    instances: list(
      v.object({
        id: text(),
        role: v.picklist(["current", "former", "starting", "failed"]),
        state: text(),
        restarts: number(),
        processes: number(),
        memoryBytes: nullable(number()),
        since: text(),
      }),
    ),
    traffic: nullable(
      v.object({
        file: text(),
        seconds: number(),
        requests: number(),
        errors5xx: number(),
        errors4xx: number(),
        odd: number(),
      }),
    ),
    certificate: nullable(v.object({ file: text(), expires: text(), days: nullable(number()) })),
    pending: list(text()),
    maintenance: nullable(v.object({ since: text(), by: text() })),
    unserved: list(v.object({ path: text(), status: number(), error: text() })),
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
    lockedBy: text(),
    python: text(),
    helper: number(),
    diskFreeMb: number(),
    diskTotalMb: number(),
    memoryFreeMb: number(),
    files: v.record(text(), text()),
  }),
};

/**
 * What is live and how it does, by one ssh command.
 *
 * @param seconds how far back the traffic is counted
 * @throws DeployError when the server cannot be asked.
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

/** undefined where there is no git, no repository or no such commit. */
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
  const digest = (path: string) =>
    createHash("sha256")
      .update(readFileSync(join(root, path)))
      .digest("hex");
  return [...new Set([...here, ...Object.keys(live)])]
    .filter((path) => !here.includes(path) || live[path] !== digest(path))
    .toSorted();
}
