import { wordsOf } from "../../../app/names.ts";
import { lastLines } from "../../../process/run.ts";
import { knownHostsName } from "../login.ts";
import type { Connection } from "../ssh.ts";
import { type DesiredState, question } from "./desired-state.ts";
import { type Facts, probe, readFacts } from "./facts/facts.ts";
import { helperProtocol } from "./helper.ts";
import { helperPath, paths } from "./layout.ts";
import { planSetup, type SetupPlan } from "./plan.ts";
import type { Step } from "./step.ts";

export interface SetupResult {
  /** ready: nothing was missing; changed: it is ready now; planned: a dry run, nothing was done. */
  readonly status: "ready" | "changed" | "planned";
  /** What was done, or would be. */
  readonly steps: readonly Step[];
  /** What is not as it should be and does not keep the app from being served. */
  readonly warnings: readonly string[];
  /** Lines for known_hosts, read over the connection whose key was already pinned. */
  readonly knownHosts: readonly string[];
  /** Lines of the login's authorized_keys as they were before. */
  readonly authorized: readonly string[];
}

/** The server cannot be set up, or not to the end; each problem says the cause and what to do. */
export class SetupError extends Error {
  override name = "SetupError";
  readonly problems: readonly string[];
  constructor(...problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

export interface SetupOptions {
  readonly dryRun?: boolean;
  /** Called before each step that is performed. */
  readonly onStep?: (step: Step) => void;
  readonly signal?: AbortSignal | undefined;
}

const INSTALL_MS = 15 * 60_000;
const LOOK_MS = 60_000;
const CERTIFICATE_MS = 5 * 60_000;

/**
 * Makes a server ready for an app: looks, plans, does what is missing, looks again. Killed anywhere, it can be run again
 * and goes on from there.
 *
 * @throws SetupError when the server is not fit, a step fails, or something is still missing at the end.
 */
export async function setUp(
  wish: DesiredState,
  connection: Connection,
  options: SetupOptions = {},
): Promise<SetupResult> {
  const root = asRoot(connection);
  const look = async () => {
    const facts = await root.look(wish);
    return { facts, plan: checked(planSetup(facts, wish)) };
  };
  const result = (
    status: SetupResult["status"],
    facts: Facts,
    steps: readonly Step[],
    warnings: readonly string[] = [],
  ): SetupResult => ({
    ...{ status, steps, warnings, authorized: facts.authorized },
    knownHosts: knownHosts(connection.target.host, connection.target.port ?? 22, facts.hostKeys),
  });

  const first = await look();
  const wanted = [...first.plan.packages, ...first.plan.steps];
  if (options.dryRun) return result("planned", first.facts, wanted);

  const done: Step[] = [];
  const perform = async (steps: readonly Step[], timeoutMs: number) => {
    for (const step of steps) {
      options.signal?.throwIfAborted();
      options.onStep?.(step);
      await root.perform(step, timeoutMs);
      done.push(step);
    }
  };
  await perform(first.plan.packages, INSTALL_MS);
  // What came with the packages decides the rest: which folder nginx reads, as whom it runs, which Python it is.
  const { plan, facts } = first.plan.packages.length > 0 ? await look() : first;
  if (plan.packages.length > 0)
    throw new SetupError(`the package manager says it is done, but these are still to do: ${titles(plan.packages)}.`);
  await perform(plan.steps, LOOK_MS);

  const last = done.length > 0 ? await look() : { plan, facts };
  const left = [...last.plan.packages, ...last.plan.steps];
  if (left.length > 0)
    throw new SetupError(
      `every step succeeded, and yet the server still lacks: ${titles(left)}. Something on it takes them back (a configuration management, perhaps).`,
    );
  if (last.facts.helper !== helperProtocol)
    throw new SetupError(
      `${wish.login} may not run the helper through sudo: ${last.facts.helper || "no answer"}. /etc/sudoers must end with the line: @includedir /etc/sudoers.d`,
    );
  const warnings = wish.app.tls === "none" ? [] : await certificate(wish, last.facts, root, options);
  const seen = { ...last.facts, authorized: first.facts.authorized };
  return result(done.length > 0 ? "changed" : "ready", seen, done, warnings);
}

/** Asks for a certificate where one is due. What is missing for it is a warning: the site is served as it was until then. */
async function certificate(
  { app }: DesiredState,
  facts: Facts,
  root: ReturnType<typeof asRoot>,
  { onStep }: SetupOptions,
): Promise<readonly string[]> {
  if (!facts.paths.has(`${paths(app.name).webroot}/redirect-http`))
    onStep?.({ title: `get a certificate for ${wordsOf(app.domain).join(", ")}`, script: "" });
  const problem = await root.renew(app.name);
  return problem === "" ? [] : [`HTTPS is not as it should be: ${problem}`];
}

function checked(plan: SetupPlan): SetupPlan {
  if (plan.problems.length > 0) throw new SetupError(...plan.problems);
  return plan;
}

const titles = (steps: readonly Step[]) => steps.map(({ title }) => title).join("; ");

/** Runs steps as root, through sudo where the login is not root. */
function asRoot(connection: Connection) {
  const { user, host } = connection.target;
  const prefix = user === "root" ? [] : ["sudo", "-n", "--"];
  const advice = `Give it one (as root on the server: echo '${user} ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/${user}), or run: create-flask-deploy setup root@${host}`;
  const exec: Connection["exec"] = async (argv, options) => {
    const done = await connection.exec([...prefix, ...argv], options);
    if (
      prefix.length > 0 &&
      /^sudo: |sudo: (command )?not found|is not in the sudoers/m.test(done.stderr) &&
      done.code !== 0
    )
      throw new SetupError(
        `${user} cannot become root on ${host} without a password. ${advice}\n${done.stderr.trim()}`,
      );
    return done;
  };
  return {
    async look(wish: DesiredState): Promise<Facts> {
      const { code, stdout, stderr } = await exec(probe(question(wish)), { timeoutMs: LOOK_MS });
      if (code !== 0) throw new SetupError(`the look at ${host} failed (exit code ${code}):\n${lastLines(stderr, 12)}`);
      return readFacts(stdout);
    },
    /** What keeps the certificate from being as it should be; "" when nothing does. */
    async renew(name: string): Promise<string> {
      const done = await exec([helperPath(name), "tls", "renew", "now"], { timeoutMs: CERTIFICATE_MS });
      if (done.code === 0) return "";
      if (done.timedOut) return `certbot did not end within ${CERTIFICATE_MS / 60_000} minutes`;
      return lastLines(done.stderr.trim(), 1).replace(/^flask-deploy: /, "");
    },
    async perform(step: Step, timeoutMs: number): Promise<void> {
      const { code, stdout, stderr, timedOut } = await exec(["sh", "-c", step.script], {
        stdin: step.stdin ?? "",
        timeoutMs,
      });
      if (code === 0) return;
      const how = timedOut ? `took over ${timeoutMs / 1000} s` : `ended with ${code}`;
      throw new SetupError(
        `could not ${step.title} (${how}):\n${lastLines(stderr, 12) || lastLines(stdout, 12)}\nWhat was done before it stays; setup goes on from here when it is run again.`,
      );
    },
  };
}

/** Lines of known_hosts. */
export function knownHosts(host: string, port: number, keys: readonly string[]): readonly string[] {
  return keys.map((key) => `${knownHostsName(host, port)} ${key}`);
}
