import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RolldownOptions, rolldown } from "rolldown";
import configs from "../../rolldown.config.ts";

const root = join(import.meta.dirname, "../..");

/** The Action as it ships, built from the source as it is now, in a folder of its own. */
export interface Built {
  readonly folder: string;
  remove(): void;
}

export async function buildAction(): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), "fd-dist-"));
  const [action] = configs as RolldownOptions[];
  const { output, ...input } = action as RolldownOptions;
  await using bundle = await rolldown({ ...input, cwd: root });
  await bundle.write({ ...[output].flat()[0], dir: join(folder, "dist") });
  for (const file of ["package.json", "action.yml", "action/runner/problem-matcher.json"])
    cpSync(join(root, file), join(folder, file), { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface StepOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly event?: string;
  readonly payload?: unknown;
  readonly workspace: string;
  /** Called with each piece of the log as it comes, and with the way to signal the step. */
  readonly onLog?: (text: string, kill: (signal: NodeJS.Signals) => void) => void;
}

/** What a step left behind, read as the runner reads it. */
export interface Step {
  readonly code: number | null;
  readonly log: string;
  /** What the log's `::add-mask::` lines hide. */
  readonly masks: readonly string[];
  /** The log's annotations. */
  readonly annotations: readonly {
    readonly level: string;
    readonly properties: Record<string, string>;
    readonly message: string;
  }[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** A job's folders and files, as a runner lays them out; steps run in it one after another. */
export class TestJob {
  readonly folder = mkdtempSync(join(tmpdir(), "fd-job-"));
  readonly temp = join(this.folder, "temp");
  readonly #built: Built;
  #steps = 0;

  constructor(built: Built) {
    this.#built = built;
    mkdirSync(this.temp);
  }

  main(options: StepOptions): Promise<Step> {
    return this.#step("main", options, {});
  }

  /** The post step of a main step: it has the same inputs, and the state that main saved. */
  post(options: StepOptions, { state }: Pick<Step, "state">): Promise<Step> {
    return this.#step("post", options, state);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #step(entry: "main" | "post", options: StepOptions, state: Readonly<Record<string, string>>): Promise<Step> {
    const folder = join(this.folder, String(this.#steps++));
    mkdirSync(folder);
    const file = (name: string, text = "") => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const prefixed = (prefix: string, values: Readonly<Record<string, string>>) =>
      Object.entries(values).map(([name, value]) => [`${prefix}_${name}`, value]);
    const inputs = Object.entries(options.inputs ?? {}).map(([name, value]) => [name.toUpperCase(), value]);
    const env = {
      PATH: process.env.PATH,
      HOME: this.folder,
      RUNNER_OS: "Linux",
      RUNNER_TEMP: this.temp,
      GITHUB_ACTIONS: "true",
      GITHUB_WORKSPACE: options.workspace,
      GITHUB_EVENT_NAME: options.event ?? "push",
      GITHUB_EVENT_PATH: file("event.json", JSON.stringify(options.payload ?? {})),
      GITHUB_OUTPUT: file("output"),
      GITHUB_STATE: file("state"),
      GITHUB_STEP_SUMMARY: file("summary.md"),
      GITHUB_REPOSITORY: "acme/shop",
      GITHUB_SERVER_URL: "https://github.example",
      GITHUB_RUN_ID: "7",
      GITHUB_ACTOR: "ada",
      ...Object.fromEntries(prefixed("INPUT", Object.fromEntries(inputs))),
      ...Object.fromEntries(prefixed("STATE", state)),
      ...options.env,
    };
    const script = join(this.#built.folder, "dist", `${entry}.js`);
    const child = spawn(process.execPath, [script], { env, cwd: options.workspace, stdio: ["ignore", "pipe", "pipe"] });
    let log = "";
    const take = (data: Buffer) => {
      log += data;
      options.onLog?.(String(data), (signal) => child.kill(signal));
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    const code = await new Promise<number | null>((done) => child.once("close", done));
    const read = (name: string) => readFileSync(join(folder, name), "utf8");
    return {
      ...{
        code,
        log,
        summary: read("summary.md"),
        outputs: readPairs(read("output")),
        state: readPairs(read("state")),
      },
      masks: commands(log).flatMap(({ level, message }) => (level === "add-mask" ? [message] : [])),
      annotations: commands(log).filter(({ level }) => /^(error|warning|notice)$/.test(level)),
    };
  }
}

/** The runner's file commands: `name<<DELIMITER`, the value, `DELIMITER`. */
function readPairs(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/^([^<\n]+)<<(\S+)\n([\s\S]*?)\n?\2$/gm)];
  return Object.fromEntries(pairs.map(([, name, , value]) => [name, value]));
}

/** The runner's commands in a log. */
function commands(log: string): Step["annotations"] {
  const unescaped = (text: string) => text.replace(/%(0D|0A|3A|2C|25)/g, (code) => decodeURIComponent(code));
  return log.split("\n").flatMap((line) => {
    const [, level, list = "", message = ""] = /^\s*::([a-z-]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? [];
    const pairs = list
      .split(",")
      .filter(Boolean)
      .map((pair) => pair.split("="));
    const properties = Object.fromEntries(pairs.map(([name, value = ""]) => [name, unescaped(value)]));
    return level ? [{ level, properties, message: unescaped(message) }] : [];
  });
}
