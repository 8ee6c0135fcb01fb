import { portsOf } from "../../kinds/socket.ts";
import { Failure, Interrupted } from "../../process/failure.ts";
import type { World } from "../../process/world.ts";
import type { NewRelease, OpenTarget, Outcome, Target } from "../target.ts";
import { nginxNeeds } from "./copy/nginx-copy.ts";
import { type Log, openStage, type Stage } from "./copy/stage.ts";
import { release, throwaway } from "./copy/throwaway.ts";
import { findNginx, type Nginx } from "./find.ts";
import { type Given, nginxFile, type Plan, planPreview } from "./plan.ts";
import { assertFree, freePorts } from "./running/ports.ts";
import { bringUp, exitProblem } from "./running/serve.ts";
import { childEnvironment, findVenv, prepareVenv, type Venv } from "./venv.ts";

/** What this machine is told, as a target. */
export interface LocalRequest extends Pick<Given, "repository" | "watch" | "isRoot"> {
  /** The file that names its packages. */
  readonly lock: string;
  /** Of the site; a free one when left out. */
  readonly port: number | undefined;
  /** Whether nginx is used; where it is installed when left out. */
  readonly nginx: boolean | undefined;
  /** Of what runs. */
  readonly log: Log;
}

/** A copy of the repository that runs here, until it is left. */
export interface LocalTarget extends Target {
  /** The one that is used, once something was offered. */
  readonly nginx: () => Nginx | undefined;
  /** What would run, and where; the values of its .env are nobody's to read over a shoulder. */
  readonly plan: () => Plan;
  /** Once it runs: how it came to an end by itself. */
  readonly down: () => Promise<string>;
}

/**
 * The repository runs as it is, so that no file of it is sent, there is no former release, and no traffic to be switched:
 * what is staged serves until it is left.
 */
export const openLocal: OpenTarget<LocalRequest, World, LocalTarget> = (request, io, progress) => {
  const { repository, port, log } = request;
  const { app, texts, root, env } = repository;
  let given: Omit<Given, "throwaway">;
  let venv: Venv;
  let stage: Stage | undefined;
  const ended = (status: Outcome["status"], cause: Outcome["cause"] = null): Outcome => ({
    ...{ t: "outcome", status, release, previous: "", cause },
    prober: { sent: 0, failed: 0, stallMs: 0 },
  });
  return {
    async offer({ lock }: NewRelease) {
      const nginx = await nginxFor(request, io);
      if (port !== undefined) await assertFree(port);
      const needs = nginx && nginxNeeds(texts[nginxFile] as string, app.name, portsOf(app));
      if (needs && !needs.passes)
        progress.line("deploy/nginx.conf passes no request to the app's socket: the app cannot be reached through it");
      const [first = 0, ...others] = await freePorts(1 + (needs ? needs.listens.length + needs.upstreams.length : 0));
      venv = await findVenv(app, lock, io);
      given = { ...request, nginx, needs, venv: venv.path, ports: [port ?? first, ...others] };
      const { python, interpreter, isThere } = venv;
      const changed = { added: 0, changed: 0, removed: 0 };
      return {
        ...{ t: "inventory", previous: "", previousCommit: "", missing: [], changed, releases: [] },
        ...{ venv: isThere, python, interpreter },
      };
    },
    async stage({ wheels }) {
      const say = (text: string) => progress.line(text);
      await prepareVenv(venv, request.lock, wheels, io, say);
      stage = openStage(app, log, io.env);
      const plan = planPreview({ ...given, throwaway: stage.throwaway });
      plan.notes.forEach(say);
      const { lastWords } = stage;
      await bringUp(plan, stage, { cwd: root, env: childEnvironment(io.env), signal: io.signal }).catch(
        async (error) => {
          await lastWords();
          if (!(error instanceof Interrupted)) log.flush();
          throw error;
        },
      );
      return { t: "smoked", addresses: [plan.url] };
    },
    resume: async () => ended("deployed"),
    undo: async (reason) => ended("failed", { ...reason, journal: [], unit: "" }),
    leave: async () => stage?.close(),
    cost: { roundTrips: 0, bytesSent: 0 },
    nginx: () => given.nginx,
    plan: () => {
      const hidden = Object.fromEntries(Object.keys(env).map((name) => [name, "…"]));
      return planPreview({
        ...given,
        repository: { ...repository, env: hidden },
        throwaway: throwaway(app, "/tmp/preview-XXXXXX"),
      });
    },
    async down() {
      const { family, lastWords } = stage as Stage;
      const exit = await family.firstExit;
      await lastWords();
      return exitProblem(exit);
    },
  };
};

async function nginxFor({ nginx: wanted, repository }: LocalRequest, { run, env }: World): Promise<Nginx | undefined> {
  const installed = wanted === false ? undefined : await findNginx(run, env);
  if (wanted && !installed) throw new Failure("nginx is not installed: apt install nginx-light, or omit --nginx");
  return repository.texts[nginxFile] === undefined ? undefined : installed;
}
