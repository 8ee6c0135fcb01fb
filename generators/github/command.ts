import { command } from "../command.ts";
import { Failure } from "../errors.ts";
import type { Io } from "../io.ts";
import type { GitHub, Server } from "./client.ts";
import { type Followed, followRun } from "./follow.ts";
import { type Checkout, checkPush, lookAtCheckout } from "./git.ts";
import { appHere, existingKey, type Place, placeOf } from "./place.ts";
import { newKey, plan, type Request, type There, type Wish } from "./plan.ts";
import { nameOf } from "./repository.ts";
import type { Account } from "./server-key.ts";
import { type Line, lineProblems, spec } from "./spec.ts";
import { asData, gitSteps, perform, type Step, shownStep, withKey } from "./steps.ts";
import { findToken, whoseToken } from "./token.ts";

/** One answer of GitHub's; a whole run takes longer. */
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
    const timeoutMs = (values.timeout ?? 1800) * 1000;
    const { openGitHub, serverOf } = await import("./client.ts");
    const server = serverOf(io.env);
    const token = await findToken(values["token-stdin"] ?? false, new URL(server.webUrl).host, io);
    const open = (owner: string, repo: string) =>
      openGitHub({ owner, repo }, token, server, { answerMs: Math.min(ANSWER_MS, timeoutMs), signal: io.signal });
    const suggested = async () => `${await whoseToken(open("", ""), [])}/${app.name}`;
    const name = await nameOf({ given: values.repo, pushes: values.push !== false, checkout, suggested }, server, io);
    const [owner = "", repo = ""] = name.split("/");
    const github = open(owner, repo);
    const login = await whoseToken(github, scopes(line, checkout));
    const { lookAt } = await import("./api.ts");
    const there = await lookAt(github, login);
    const place = await placeOf(line, there.environment?.variables ?? {}, io);
    const steps = await planned({ line, place, github, server, there, checkout }, io);
    return finish({ line, name, place, github, server, token, steps, checkout, timeoutMs }, io);
  },
  { check: lineProblems },
);

/** What a classic token must hold for all of it. */
const scopes = ({ values }: Line, checkout: Checkout | undefined): string[] => [
  "repo",
  ...(values.push !== false && !/^(ssh:|[^/]+@)/.test(checkout?.remote?.url ?? "") ? ["workflow"] : []),
  ...(values.reviewers?.includes("team:") ? ["read:org"] : []),
];

interface Planned {
  readonly line: Line;
  readonly place: Place;
  readonly github: GitHub;
  readonly server: Server;
  readonly there: There;
  readonly checkout: Checkout | undefined;
}

async function planned({ line, place, github, server, there, checkout }: Planned, io: Io): Promise<Step[]> {
  const { values, rest } = line;
  const { owner, repo } = github;
  const { findReviewers } = await import("./api.ts");
  const mark = `${new URL(server.webUrl).host}/${owner}/${repo}`.toLowerCase();
  const account: Account = { app: place.app.name, login: place.user, by: place.by, mark };
  const stored = there.environment?.secrets ?? [];
  if (rest[0] === "rotate-key") return withKey(rotation(github, there), account, true);
  const wish: Wish = {
    ...{ owner, repo, isPrivate: !values.public, isTemplate: values.template ?? false },
    reviewers: await findReviewers(github, values.reviewers?.split(",") ?? []),
    branches: values.branch?.split(",") ?? [],
    secrets: values.template ? {} : await secretsOf(line, place, stored, io),
    variables: variablesOf(place, there),
    replace: values.replace ?? false,
  };
  const url = `${server.webUrl}/${owner}/${repo}.git`;
  return [
    ...withKey(plan(wish, there), account, stored.includes("SSH_KEY")),
    ...(values.push === false || !checkout ? [] : gitSteps(checkout, url)),
  ];
}

/** What is stored already is neither looked for here nor asked of the server. */
async function secretsOf({ values }: Line, place: Place, stored: readonly string[], io: Io): Promise<Wish["secrets"]> {
  const given = values["existing-key"];
  const pinned = stored.includes("KNOWN_HOSTS") && !values.replace;
  return {
    SSH_KEY: given === undefined ? newKey : existingKey(given, io),
    KNOWN_HOSTS: pinned ? "" : await place.pins(),
  };
}

/** PORT is left out where it says nothing. */
const variablesOf = ({ host, user, port }: Place, { environment }: There): Record<string, string> => ({
  ...{ HOST: host, USER: user },
  ...((port !== 22 || environment?.variables.PORT !== undefined) && { PORT: String(port) }),
});

function rotation({ owner, repo }: GitHub, there: There): Request[] {
  if (!there.environment?.secrets.includes("SSH_KEY"))
    throw new Failure(`${owner}/${repo} has no key to replace: run create-flask-deploy github first`);
  const { reviewers, branches } = there.environment;
  const wish = { owner, repo, isPrivate: true, isTemplate: false, reviewers, branches, variables: {}, replace: true };
  return plan({ ...wish, secrets: { SSH_KEY: newKey } }, there).filter(({ secret }) => secret !== undefined);
}

interface Work {
  readonly line: Line;
  readonly name: string;
  readonly place: Place;
  readonly github: GitHub;
  readonly server: Server;
  readonly token: string;
  readonly steps: readonly Step[];
  readonly checkout: Checkout | undefined;
  readonly timeoutMs: number;
}

async function finish(work: Work, io: Io): Promise<number> {
  const { line, name, place, github, server, token, steps, checkout, timeoutMs } = work;
  const { values } = line;
  const now = new Date();
  const url = `${server.webUrl}/${name}`;
  const tell = (status: string, text: string, run?: Followed) => {
    const told = { status, repository: name, url, steps: steps.map(asData), run: run ?? null };
    io.stdout.write(values.json ? `${JSON.stringify(told, null, 2)}\n` : `${text}\n`);
  };
  if (values["dry-run"]) {
    tell(
      "planned",
      steps
        .map((step) => shownStep(step, now))
        .join("")
        .trimEnd() || "Nothing is missing.",
    );
    return 0;
  }
  const pushes = steps.some(({ kind }) => kind === "push");
  if (pushes && checkout) checkPush(checkout, io);
  const pushed = await perform(steps, { github, root: place.root, token, webUrl: server.webUrl, io, now });
  const changed = steps.some(({ kind }) => kind !== "push");
  const status = changed || pushed ? "done" : "unchanged";
  if (line.rest[0] === "rotate-key") {
    tell(status, `${name} deploys with a new key; the former one is gone from ${place.host}.`);
    return 0;
  }
  const has = values.template
    ? `${name} is a template: ${url}/generate makes a repository of it, where create-flask-deploy github does the rest`
    : `${name} has what a deploy needs`;
  const said = `${has}${status === "unchanged" ? ": nothing was missing" : ""}.`;
  if (!pushes || values.template || values.follow === false || !checkout?.commit) {
    tell(status, said);
    return 0;
  }
  const run = await followRun(github, {
    ...{
      commit: checkout.commit,
      webUrl: server.webUrl,
      timeoutMs,
      signal: io.signal,
      isNew: pushed,
      again: changed && !pushed,
    },
    say: (text) => io.stderr.write(`    ${text}\n`),
  });
  if (run && run.conclusion !== "success")
    throw new Failure(
      `${has}, but its run ended with ${run.conclusion}${run.failed.length ? ` in ${run.failed.join(", ")}` : ""}: read ${run.url}, mend the cause, and push or run this again`,
    );
  const live = run ? `\nLive at ${run.siteUrl || place.app.deploy.url || `http://${place.host}/`}` : "";
  tell(status, `${said}${live}`, run);
  return 0;
}
