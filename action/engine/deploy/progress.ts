import type { Inventory, Outcome, Progress } from "../targets/target.ts";
import { causeOf, causeOfError } from "./cause.ts";
import type { DeployResult, Effects } from "./contract.ts";
import { unchanged } from "./order.ts";
import type { Step, StepName } from "./steps.ts";

const howToFindOut = "To see which release is live: npx create-flask-deploy status";

/** Collects what happens during a run, on the client and on the server, and builds the result. */
export class DeployProgress implements Progress {
  commit = "";
  /** The release that is deployed or rolled back to, once it is known. */
  release = "";
  cost = { roundTrips: 0, bytesSent: 0 };
  readonly #effects: Pick<Effects, "now" | "log" | "signal">;
  readonly #url: string;
  readonly #began: number;
  readonly #steps: Step[] = [];
  readonly #warnings: string[] = [];
  /** When the open steps began; the server's steps are nested in the client's. */
  readonly #open = new Map<StepName, number>();
  #current: StepName = "check";
  #inventory: Inventory | undefined;
  /** Whether the server has begun to switch traffic to the release. */
  #switching = false;

  constructor(effects: Pick<Effects, "now" | "log" | "signal">, url = "") {
    this.#effects = effects;
    this.#url = url;
    this.#began = effects.now();
  }

  /** Runs a step on the client; the second value that `act` returns is the detail of the step. */
  async step<T>(name: StepName, act: () => Promise<[T, string]>): Promise<T> {
    this.begin(name);
    const began = this.#effects.now();
    let detail = "";
    try {
      const [value, said] = await act();
      detail = said;
      return value;
    } finally {
      this.end(name, this.#effects.now() - began, detail);
    }
  }

  begin(name: StepName): void {
    this.#current = name;
    this.#switching ||= name === "switch";
    this.#open.set(name, this.#sinceStart());
    this.#effects.log.step(name);
  }

  end(name: StepName, ms: number, detail: string): void {
    const startedMs = this.#open.get(name) ?? this.#sinceStart();
    this.#open.delete(name);
    const step = { name, startedMs, durationMs: Math.round(ms), detail };
    this.#steps.push(step);
    this.#effects.log.done(step);
  }

  line(text: string): void {
    this.#effects.log.line(text);
  }

  warning(text: string): void {
    this.#warnings.push(text);
    this.#effects.log.warning(text);
  }

  saw(inventory: Inventory): void {
    this.#inventory = inventory;
  }

  /** The outcome of a dry run. */
  planned(inventory: Inventory): Outcome {
    const { added, changed, removed } = inventory.changed;
    this.line(`would send ${inventory.missing.length} files (${added} new, ${changed} changed, ${removed} gone)`);
    if (!inventory.venv) this.line(`would build a virtual environment for Python ${inventory.python.version}`);
    return unchanged(inventory);
  }

  async conclude(act: () => Promise<Outcome>): Promise<DeployResult> {
    let outcome: Outcome | undefined;
    let cause: DeployResult["cause"];
    let status: DeployResult["status"] = "failed";
    try {
      outcome = await act();
      cause = causeOf(outcome);
      status = outcome.status;
    } catch (error) {
      cause = causeOfError(error, this.#current, this.#effects.signal?.aborted ?? false);
      if (this.#switching) {
        status = "unknown";
        cause = {
          ...cause,
          next: `The switch had begun: the server completes or undoes it by itself. ${howToFindOut}`,
        };
      }
    }
    const previous = outcome?.previous || this.#inventory?.previous || "";
    return {
      status,
      release: outcome?.release ?? (status === "unknown" ? this.release : ""),
      previousRelease: previous,
      commit: this.commit,
      url: this.#url,
      durationMs: this.#sinceStart(),
      requestsSent: outcome?.prober.sent ?? 0,
      requestsFailed: outcome?.prober.failed ?? 0,
      longestStallMs: outcome?.prober.stallMs ?? 0,
      steps: this.#steps.toSorted((a, b) => a.startedMs - b.startedMs),
      cause,
      warnings: this.#warnings,
      changed: this.#inventory?.changed ?? { added: 0, changed: 0, removed: 0 },
      ...this.cost,
    };
  }

  #sinceStart(): number {
    return Math.round(this.#effects.now() - this.#began);
  }
}
