import { Failure } from "../../action/engine/process/failure.ts";
import { command } from "../dispatch/command.ts";
import { environmentOf, workflowOf } from "../scaffold/destination/workflow.ts";
import { running } from "../terminal/running.ts";
import { findToken, whoseToken } from "./api/token.ts";
import { stepsOf } from "./desired-state.ts";
import { type Followed, followRun } from "./follow.ts";
import { type Checkout, checkPush, lookAtCheckout } from "./git.ts";
import { storedIn, storeOf } from "./plan.ts";
import { nameOf } from "./repository.ts";
import { appHere, placeOf } from "./server/place.ts";
import { type Line, lineProblems, spec } from "./spec.ts";
import { asData, perform, type Step, shownStep } from "./steps.ts";
import type { Work } from "./work.ts";

/** Timeout of one response from GitHub; a whole workflow run takes longer. */
const ANSWER_MS = 20_000;

export const githubCommand = command(
  spec,
  async (line, io) => {
    const { values } = line;
    const { app, root } = appHere(line, io);
    const checkout = await lookAtCheckout(root, io).catch((error) => {
      if (values.push === false) return undefined;
      throw error;
    });
    const folder = checkout?.folder ?? "";
    const usual = environmentOf(app.name, folder);
    const environment = values.environment ?? usual;
    // The workflow that a push starts deploys to the default environment.
    const pushes = values.push ?? environment === usual;
    const timeoutMs = (values.timeout ?? 1800) * 1000;
    const [{ openGitHub }, { serverOf }] = await Promise.all([
      import("../../action/github/client.ts"),
      import("./api/server.ts"),
    ]);
    const server = serverOf(io.env);
    const token = await findToken(values["token-stdin"] ?? false, new URL(server.webUrl).host, io);
    const open = (owner: string, repo: string) =>
      openGitHub(
        { owner, repo },
        {
          ...{ token, apiUrl: server.apiUrl, agent: "create-flask-deploy" },
          ...{ answerMs: Math.min(ANSWER_MS, timeoutMs), signal: io.signal },
        },
      );
    const suggested = async () => `${(await whoseToken(open("", ""), [])).login}/${app.name}`;
    const name = await nameOf({ given: values.repo, pushes, checkout, suggested }, server, io);
    const [owner = "", repo = ""] = name.split("/");
    const github = open(owner, repo);
    const identity = await whoseToken(github, scopes(line, pushes, checkout));
    const { lookAt } = await import("./api/api.ts");
    const there = await lookAt(github, identity, environment);
    const store = storeOf(values.public ?? false, there);
    const place = await placeOf(line, storedIn(store, there).variables, io);
    const workflow = workflowOf("deploy", app.name, folder);
    return work({
      ...{ line, name, place, github, server, token, identity, environment, workflow, pushes, checkout, timeoutMs, io },
      ...{ there, store },
    });
  },
  { check: lineProblems },
);

/** The scopes that a classic token needs for the whole command. */
const scopes = ({ values }: Line, pushes: boolean, checkout: Checkout | undefined): string[] => [
  "repo",
  ...(pushes && !/^(ssh:|[^/]+@)/.test(checkout?.remote?.url ?? "") ? ["workflow"] : []),
  ...(values.reviewers?.includes("team:") ? ["read:org"] : []),
];

async function work(found: Work): Promise<number> {
  const { line, name, place, server, checkout, io } = found;
  const { values } = line;
  const url = `${server.webUrl}/${name}`;
  const steps = await stepsOf(found);
  const tell = (status: string, text: string, done: readonly Step[], run?: Followed) => {
    const told = { status, repository: name, url, steps: done.map(asData), run: run ?? null };
    io.stdout.write(values.json ? `${JSON.stringify(told, null, 2)}\n` : `${text}\n`);
  };
  if (values["dry-run"]) {
    const shown = steps.map((step) => shownStep(step, new Date())).join("");
    tell("planned", `${shown}${caveat(found)}`.trimEnd() || "Nothing is missing.", steps);
    return 0;
  }
  if (checkout && steps.some(({ kind }) => kind === "push")) checkPush(checkout, io);
  const { done, pushed } = await performed(found, steps);
  const changed = done.some(({ kind }) => kind !== "push");
  const status = changed || pushed ? "done" : "unchanged";
  if (line.rest[0] === "rotate-key") {
    tell(status, `${name} deploys with a new key; the old key was removed from ${place.host}.`, done);
    return 0;
  }
  const has = values.template
    ? `${name} is a template: ${url}/generate creates a repository from it; run create-flask-deploy github there`
    : `${name} is ready for deploys`;
  const said = `${has}${status === "unchanged" ? ": nothing was missing" : ""}.`;
  const follows = done.some(({ kind }) => kind === "push") && !values.template && values.follow !== false;
  const run = follows && checkout?.commit ? await followed(found, checkout.commit, pushed, changed) : undefined;
  if (run && run.conclusion !== "success")
    throw new Failure(
      `${has}. The workflow run ended with ${run.conclusion}${run.failed.length ? ` in ${run.failed.join(", ")}` : ""}. See ${run.url}, fix the cause, then push or rerun this command.`,
    );
  const live = run ? `\nLive at ${run.siteUrl || place.app.deploy.url || `http://${place.host}/`}` : "";
  tell(status, `${said}${live}`, done, run);
  return 0;
}

/**
 * Performs the steps. If GitHub turns out to have no environments for this repository, the remaining steps use the
 * repository's own secrets and variables.
 */
async function performed(
  found: Work,
  steps: readonly Step[],
): Promise<{ readonly done: readonly Step[]; readonly pushed: boolean }> {
  const { github, place, token, server, identity, environment, io } = found;
  const hands = { github, root: place.root, token, webUrl: server.webUrl, io, now: new Date() };
  const { lookAt, NoEnvironment } = await import("./api/api.ts");
  const note = () => io.stderr.write(`    ${found.name} is private, and its plan has no environments: ${inItself}\n`);
  if (found.store === "repository") note();
  try {
    return { done: steps, pushed: await perform(steps, hands) };
  } catch (error) {
    if (!(error instanceof NoEnvironment)) throw error;
    const there = await lookAt(github, identity, environment);
    const rest = await stepsOf({ ...found, there, store: "repository" });
    note();
    return { done: rest, pushed: await perform(rest, hands) };
  }
}

const inItself =
  "secrets and variables are the repository's own, which each of its workflows can read. With --public, or in a paid plan, they are an environment's.";

/** A note about what a dry run cannot find out. */
const caveat = ({ store, there }: Work): string =>
  store === "environment" && !there.environment && there.plan === undefined && there.repository?.isPrivate !== false
    ? "Where the plan has no environments for private repositories (GitHub Free), the repository itself gets the secrets and variables.\n"
    : "";

async function followed(found: Work, commit: string, pushed: boolean, changed: boolean): Promise<Followed | undefined> {
  const { github, server, timeoutMs, workflow, environment, checkout, io } = found;
  const live = running(io);
  let shown = { title: "", end: () => {} };
  try {
    return await followRun(github, {
      ...{ commit, workflow, environment, webUrl: server.webUrl, timeoutMs, signal: io.signal },
      ...{ isNew: pushed, isFiltered: (checkout?.folder ?? "") !== "", again: changed && !pushed },
      say: (text) => live.line(`    ${text}`),
      now: (title) => {
        if (title === shown.title) return;
        shown.end();
        shown = { title, end: live.begin(title) };
      },
    });
  } finally {
    live.stop();
  }
}
