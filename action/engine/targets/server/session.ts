import { PassThrough } from "node:stream";
import * as v from "valibot";
import type { Effects } from "../../deploy/contract.ts";
import { DeployError } from "../../deploy/deploy-error.ts";
import type { StepName } from "../../deploy/steps.ts";
import { plain, plainDeep } from "../../process/plain.ts";
import { type Finished, lastLines } from "../../process/run.ts";
import type { Progress } from "../target.ts";
import type { Driver } from "./driver.ts";
import type { Login } from "./login.ts";
import * as messages from "./messages.ts";
import { type SshTarget, sshArgv } from "./ssh.ts";
import { explainSsh } from "./ssh-error.ts";

/** One line of what the driver says that is no progress: whoever waits for it knows what it may be. */
export type Message = Readonly<Record<string, unknown>>;

const BEAT_MS = 1000;

/** One ssh command that stays open for as long as the driver runs in it: a whole deploy, or one question. */
export class Session {
  roundTrips = 0;
  bytesSent = 0;
  readonly #stdin = new PassThrough({ highWaterMark: 1 << 20 });
  readonly #heard: Message[] = [];
  readonly #target: SshTarget;
  readonly #progress: Progress;
  readonly #ended: Promise<Finished>;
  readonly #beat: NodeJS.Timeout;
  #finished = false;
  #failed: unknown;
  #notify: () => void = () => {};
  #sending = false;
  #greeted = false;
  /** What the server did last, to tell where a lost connection left it. */
  #step: StepName = "connect";

  constructor(login: Login, effects: Pick<Effects, "run" | "env" | "signal">, progress: Progress, driver: Driver) {
    this.#target = { ...login, run: effects.run };
    this.#progress = progress;
    const argv = [...sshArgv(this.#target), "--", login.host, driver.command];
    const unanswered = new AbortController();
    this.#stdin.write(driver.bytes);
    login.key?.put();
    this.#ended = effects
      .run(argv, {
        stdin: this.#stdin,
        env: effects.env,
        signal: unanswered.signal,
        onLine: (line, from) => from === "stdout" && this.#take(line),
      })
      .catch((error) => {
        this.#failed = error;
        throw error;
      })
      .finally(() => {
        this.#finished = true;
        clearInterval(this.#beat);
        this.#notify();
      });
    this.#ended.catch(() => {}); // whoever waits for the next message is told
    // An empty line: the driver takes long silence for a cut network.
    this.#beat = setInterval(() => this.#sending || this.#write("\n"), BEAT_MS);
    this.#beat.unref();
    const stop = () => {
      this.#stdin.end();
      // Nobody is there yet to read the end of it: whoever cancels does not wait for ssh's own patience.
      if (!this.#greeted) unanswered.abort();
    };
    effects.signal?.addEventListener("abort", stop, { once: true });
    if (effects.signal?.aborted) stop();
  }

  say(message: object): void {
    this.#write(`${JSON.stringify(message)}\n`);
  }

  /** To a driver whose end a cancelled run has closed nothing more is said; what it says to that still comes. */
  #write(chunk: string | Buffer): boolean {
    return this.#stdin.writableEnded || this.#stdin.write(chunk);
  }

  async send(bytes: AsyncIterable<Buffer>): Promise<void> {
    this.#sending = true;
    for await (const chunk of bytes) {
      this.bytesSent += chunk.length;
      if (this.#finished) return;
      if (!this.#write(chunk))
        await Promise.race([new Promise((done) => this.#stdin.once("drain", done)), this.#ended]);
    }
    this.#sending = false;
  }

  /** The next thing the server waits with, which must be what `schema` says; progress passes by on its own. */
  async next<Schema extends v.GenericSchema>(schema: Schema): Promise<v.InferOutput<Schema>> {
    this.roundTrips++;
    while (this.#heard.length === 0) {
      if (this.#finished) throw await this.#lost();
      await new Promise<void>((done) => {
        this.#notify = done;
      });
    }
    return messages.understood(schema, this.#heard.shift(), this.#step);
  }

  /** Closing the driver's stdin is how it learns that nobody waits any more. */
  async close(): Promise<void> {
    clearInterval(this.#beat);
    this.#stdin.end();
    await this.#ended.catch(() => undefined);
  }

  #take(line: string): void {
    this.#greeted = true;
    let message: Message;
    try {
      // An app's words are in it: none may steer a terminal.
      message = plainDeep(JSON.parse(line));
    } catch {
      this.#progress.line(plain(line)); // a login shell that prints something of its own
      return;
    }
    const news = v.safeParse(messages.progress, message);
    if (!news.success) {
      this.#heard.push(message);
      this.#notify();
      return;
    }
    switch (news.output.t) {
      case "step":
        this.#step = news.output.name;
        this.#progress.begin(this.#step);
        break;
      case "done":
        this.#progress.end(news.output.name, news.output.ms, news.output.detail);
        break;
      case "log":
        this.#progress.line(news.output.text);
        break;
      case "warning":
        this.#progress.warning(news.output.text);
        break;
      case "waiting":
        this.#progress.line(`waiting for another deploy: ${news.output.holder} (at most ${news.output.seconds} s)`);
    }
  }

  async #lost(): Promise<DeployError> {
    if (this.#failed) {
      const next = "Install the OpenSSH client.";
      return new DeployError(
        "infrastructure",
        "connect",
        `ssh could not be started: ${(this.#failed as Error).message}`,
        next,
        "no-ssh",
      );
    }
    const { code, stderr } = await this.#ended;
    const { host } = this.#target;
    const ssh = code === 255 || code === null ? explainSsh(this.#target, stderr) : undefined;
    const next =
      "A deploy that had not switched yet is undone on the server; `npx create-flask-deploy status` shows what is live.";
    if (ssh)
      return new DeployError("infrastructure", this.#step, ssh.message, this.#step === "connect" ? "" : next, ssh.kind);
    if (code === 127 || /python3?: (command )?not found/.test(stderr)) {
      const setup = `Run: npx create-flask-deploy setup root@${host}`;
      return new DeployError("setup", "connect", `${host} has no python3`, setup);
    }
    const said = lastLines(stderr, 6);
    return new DeployError(
      "infrastructure",
      this.#step,
      `the script on the server exited with ${code} at step ${this.#step}: ${said}`,
      next,
    );
  }
}
