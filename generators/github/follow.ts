import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "../../action/engine/process/failure.ts";
import { plain } from "../../action/engine/process/plain.ts";
import type { GitHub } from "../../action/github/client.ts";
import { said } from "./api/refusal.ts";
import type { Work } from "./work.ts";

export interface Followed {
  readonly url: string;
  /** GitHub's value: success, failure, cancelled, timed_out, action_required … */
  readonly conclusion: string;
  /** Steps that failed, as "deploy / Run org/flask-deploy@v1". */
  readonly failed: readonly string[];
  /** The site's URL from the deployment; "" if it has none. */
  readonly siteUrl: string;
}

export interface Watch extends Pick<Work, "workflow" | "environment" | "timeoutMs"> {
  /** Whether the commit was pushed a moment ago. If not, its run already exists, or there will be none. */
  readonly isNew: boolean;
  /** Whether a push may start no run, because the workflow is for one folder only. */
  readonly isFiltered: boolean;
  /** Whether to rerun a successful run because something that it needs has changed. A failed run is always rerun. */
  readonly again: boolean;
  readonly commit: string;
  readonly webUrl: string;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
  /** Shows the step that is running. */
  readonly now: (title: string) => void;
}

/** How long to look for the run: GitHub creates it seconds after a push; that of an earlier push exists already. */
const APPEARS_MS = { new: 60_000, former: 2000 };
/** Pauses between requests: short at first, then so long that hours stay within GitHub's rate limit. */
const PACE_MS = [300, 500, 1000, 2000, 3000, 5000];

/**
 * Follows the run of a commit to its end, with a line for each completed step.
 *
 * @returns undefined if an earlier commit has no run
 * @throws Failure if a new commit gets no run, or the run does not end in time
 */
export async function followRun(github: GitHub, watch: Watch): Promise<Followed | undefined> {
  const { owner, repo, ask } = github;
  const { signal, say, now } = watch;
  now("wait for the workflow run");
  const end = Date.now() + watch.timeoutMs;
  const pace = (looks: number) =>
    sleep(PACE_MS[looks] ?? 5000, undefined, { signal }).catch(() => signal.throwIfAborted());
  const run = await firstRun(github, watch, pace);
  if (!run) return undefined;
  const restarted = run.isOver && !watch.isNew && (run.failed || watch.again);
  if (restarted) await restart(github, run, say);
  say(`run ${run.html_url}`);
  const told = new Set<string>();
  const at = { owner, repo, run_id: run.id };
  for (let looks = 0; ; looks++) {
    const { data } = await ask("GET /repos/{owner}/{repo}/actions/runs/{run_id}", at).catch(said);
    // A rerun takes a moment to start; until then GitHub returns the previous attempt.
    if (restarted && data.run_attempt === run.attempt && Date.now() < end) {
      await pace(looks);
      continue;
    }
    const failed = await tellSteps(github, run.id, told, watch);
    if (data.status === "completed") {
      const conclusion = data.conclusion ?? "unknown";
      const siteUrl = conclusion === "success" ? await addressOf(github, watch) : "";
      return { url: run.html_url, conclusion, failed, siteUrl };
    }
    if (data.status === "waiting" && !told.has("waiting")) {
      told.add("waiting");
      say(await whoApproves(github, run));
    }
    if (Date.now() > end)
      throw new Failure(
        data.status === "waiting"
          ? `${await whoApproves(github, run)}; it continues by itself once approved`
          : `the run has not ended in ${watch.timeoutMs / 1000} s: see ${run.html_url}, or rerun this command to keep following it`,
      );
    await pace(looks);
  }
}

interface Run {
  readonly id: number;
  readonly html_url: string;
  readonly isOver: boolean;
  readonly failed: boolean;
  /** Number of the attempt. */
  readonly attempt: number | undefined;
}

/** Reruns a run; of a failed one, only the failed jobs. */
async function restart({ ask, owner, repo }: GitHub, run: Run, say: Watch["say"]): Promise<void> {
  const what = run.failed ? "rerun-failed-jobs" : "rerun";
  await ask(`POST /repos/{owner}/{repo}/actions/runs/{run_id}/${what}`, { owner, repo, run_id: run.id }).catch(
    (error) => {
      // https://docs.github.com/en/actions/how-tos/manage-workflow-runs/re-run-workflows-and-jobs
      if (/retry|month|30 days/i.test(error?.message))
        throw new Failure(`GitHub does not rerun runs older than 30 days (${run.html_url}): push a commit instead`);
      return said(error);
    },
  );
  say(run.failed ? "the earlier run failed: rerunning its failed jobs" : "rerunning it with the changed settings");
}

async function firstRun(
  { ask, owner, repo }: GitHub,
  watch: Watch,
  pace: (looks: number) => Promise<unknown>,
): Promise<Run | undefined> {
  const end = Date.now() + Math.min(APPEARS_MS[watch.isNew ? "new" : "former"], watch.timeoutMs);
  for (let looks = 0; ; looks++) {
    const { data } = await ask("GET /repos/{owner}/{repo}/actions/runs", {
      ...{ owner, repo, head_sha: watch.commit, event: "push", per_page: 20 },
    }).catch(said);
    const run = data.workflow_runs.find(({ path }) => path?.split("@")[0] === watch.workflow);
    if (run)
      return {
        ...{ id: Number(run.id), html_url: run.html_url, attempt: run.run_attempt },
        isOver: run.status === "completed",
        failed: run.status === "completed" && run.conclusion !== "success",
      };
    if (Date.now() > end && (!watch.isNew || watch.isFiltered)) return undefined;
    if (Date.now() > end)
      throw new Failure(
        `GitHub started no run of ${watch.workflow} for ${watch.commit.slice(0, 7)}: check that main contains that file and that Actions are allowed: ${watch.webUrl}/${owner}/${repo}/settings/actions`,
      );
    await pace(looks);
  }
}

/** @returns the steps that failed. */
async function tellSteps(
  { ask, owner, repo }: GitHub,
  id: number,
  told: Set<string>,
  { say, now }: Watch,
): Promise<string[]> {
  const { data } = await ask("GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs", {
    ...{ owner, repo, run_id: id, per_page: 100 },
  }).catch(said);
  const failed: string[] = [];
  for (const job of data.jobs)
    for (const step of job.steps ?? []) {
      const name = plain(`${job.name} / ${step.name}`);
      if (step.status === "in_progress") now(name);
      if (step.status !== "completed") continue;
      const bad = step.conclusion !== "success" && step.conclusion !== "skipped";
      if (bad) failed.push(name);
      const key = `${job.id}/${step.number}`;
      if (told.has(key)) continue;
      told.add(key);
      if (step.conclusion !== "skipped") say(`${bad ? `${step.conclusion}: ` : ""}${name}${seconds(step)}`);
    }
  return failed;
}

type Times = Partial<Record<"started_at" | "completed_at", string | null | undefined>>;

const seconds = ({ started_at, completed_at }: Times) => {
  const ms = Date.parse(completed_at ?? "") - Date.parse(started_at ?? "");
  return ms > 0 ? ` (${Math.round(ms / 1000)} s)` : "";
};

async function whoApproves({ ask, owner, repo }: GitHub, run: Run): Promise<string> {
  const { data } = await ask("GET /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments", {
    ...{ owner, repo, run_id: run.id },
  }).catch(said);
  const names = data.flatMap(({ reviewers = [] }) =>
    reviewers.map(({ type, reviewer }) => {
      const one = reviewer as { login?: string; slug?: string } | undefined;
      return type === "Team" ? `team ${one?.slug}` : `${one?.login}`;
    }),
  );
  const who = [...new Set(names)].join(" or ");
  return `the run waits: ${who || "a rule of the environment"} must approve the deploy at ${run.html_url}`;
}

/** The URL in the newest successful deployment of the commit. */
async function addressOf({ ask, owner, repo }: GitHub, { commit, environment }: Watch): Promise<string> {
  const { data } = await ask("GET /repos/{owner}/{repo}/deployments", {
    ...{ owner, repo, sha: commit, environment, per_page: 10 },
  }).catch(said);
  for (const { id: big } of data) {
    const id = Number(big);
    const statuses = await ask("GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
      ...{ owner, repo, deployment_id: id, per_page: 10 },
    }).catch(said);
    const url = statuses.data.find(
      ({ state, environment_url }) => state === "success" && environment_url,
    )?.environment_url;
    if (url) return plain(url);
  }
  return "";
}
