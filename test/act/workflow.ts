import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Built, buildAction } from "../action/built.ts";

export interface WorkflowOptions {
  readonly event: "push" | "pull_request" | "workflow_dispatch";
  readonly vars?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly payload?: object;
  /** Of workflow_dispatch. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** File of the one workflow to run; left out, all that listen to the event. */
  readonly workflow?: string;
  /** The one job to run. */
  readonly job?: string;
  /** OWNER/NAME, where the address of origin does not tell it. */
  readonly name?: string;
  /** Actions that are taken from a folder: "actions/setup-node@v5" → folder. */
  readonly local?: Readonly<Record<string, string>>;
  /** Seconds after which everything is ended. */
  readonly timeout?: number;
}

export interface Ran {
  readonly code: number | null;
  /** Everything that act printed. */
  readonly log: string;
  /** Status of each job that ran to its end, by its id. */
  readonly jobs: Readonly<Record<string, "succeeded" | "failed">>;
  /** What `::set-output` and GITHUB_OUTPUT gave, of all steps. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs workflows of repositories as GitHub would: act takes this machine for the runner, and the built Action for `org/flask-deploy@v1`. */
export class Workflows {
  readonly #built: Built;
  readonly folder: string;

  private constructor(built: Built) {
    this.#built = built;
    this.folder = mkdtempSync(join(tmpdir(), "fd-act-"));
  }

  static async open(): Promise<Workflows> {
    return new Workflows(await buildAction());
  }

  close(): void {
    this.#built.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** act prints no escape codes where it has no terminal; secrets go by file, never by argument. */
  async run(
    repository: string,
    { event, vars = {}, secrets = {}, payload = {}, inputs, timeout = 180, ...only }: WorkflowOptions,
  ): Promise<Ran> {
    const file = (name: string, text: string) => {
      const path = join(this.folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text, { mode: 0o600 });
      return path;
    };
    const lines = (values: Readonly<Record<string, string>>) =>
      Object.entries(values)
        .map(([name, value]) => `${name}=${JSON.stringify(value)}\n`)
        .join("");
    const args = [
      event,
      ...["-P", "ubuntu-24.04=-self-hosted", "--action-offline-mode"],
      ...Object.entries({ "org/flask-deploy@v1": this.#built.folder, ...only.local }).flatMap(([action, from]) => [
        ...["--local-repository", `${action}=${from}`],
      ]),
      ...(only.workflow ? ["-W", only.workflow] : []),
      ...(only.job ? ["-j", only.job] : []),
      ...["--var-file", file("vars", lines(vars)), "--secret-file", file("secrets", lines(secrets))],
      ...[
        "--eventpath",
        file("event.json", JSON.stringify({ ...payload, ...(inputs && { inputs }) })),
        "--env-file",
        file("env", only.name ? `GITHUB_REPOSITORY=${only.name}\n` : ""),
      ],
    ];
    // act looks for `node` on the PATH: the Action's own version comes first.
    const PATH = `${dirname(process.execPath)}:${process.env.PATH}`;
    const env = { ...process.env, PATH, XDG_CACHE_HOME: join(this.folder, "cache"), NO_COLOR: "1" };
    const child = spawn("act", args, {
      cwd: repository,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: timeout * 1000,
    });
    let log = "";
    const take = (data: Buffer) => {
      log += data;
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    const code = await new Promise<number | null>((done, fail) => child.once("close", done).once("error", fail));
    const jobs = [...log.matchAll(/^\[[^/\]]+\/(\w+)\s*\].*Job (succeeded|failed)/gm)].map(([, job, how]) => [
      job,
      how,
    ]);
    const outputs = [...log.matchAll(/::set-output:: ([\w-]+)=(.*)$/gm)].map(([, name, value]) => [name, value]);
    return { code, log, jobs: Object.fromEntries(jobs), outputs: Object.fromEntries(outputs) };
  }
}

/** A repository that the built command line has scaffolded, with its first commit and a name on GitHub. */
export function scaffold(folder: string, ...flags: string[]): { root: string; git: (...args: string[]) => string } {
  const root = join(folder, "shop");
  const cli = join(import.meta.dirname, "../../generators/cli.ts");
  const env = {
    ...process.env,
    GIT_AUTHOR_NAME: "A",
    GIT_AUTHOR_EMAIL: "a@example.org",
    GIT_COMMITTER_NAME: "A",
    GIT_COMMITTER_EMAIL: "a@example.org",
  };
  execFileSync(process.execPath, [cli, root, "--yes", ...flags], { env, stdio: "pipe" });
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root, env, encoding: "utf8" }).trim();
  git("remote", "add", "origin", "https://github.com/acme/shop.git");
  return { root, git };
}

/** Puts a text into a file of a repository in place of another, and commits. */
export function edit(root: string, path: string, from: string, to: string): void {
  const text = readFileSync(join(root, path), "utf8");
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  writeFileSync(join(root, path), text.replace(from, to));
}
