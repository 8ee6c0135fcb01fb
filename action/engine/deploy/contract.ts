import type { App } from "../app/app.ts";
import type { ProcessRunner } from "../process/run.ts";
import type { SshFailure } from "../targets/server/ssh-error.ts";

/** Where a release goes, and how to log in there. */
export interface Login {
  readonly host: string;
  readonly user: string;
  readonly port?: number;
  readonly identityFile?: string;
  readonly knownHostsFile?: string;
  /** Of a key that lies in `identityFile` only while ssh needs it, who puts it there and takes it away again. */
  readonly key?: KeyFile;
  /** More ssh options, each an `-o` value. */
  readonly options?: readonly string[];
}

/** Twice is as good as once, of either. */
export interface KeyFile {
  /** Before each connection. */
  readonly put: () => void;
  /** Once the connection stands and code of others is to run here, such as what builds a package. */
  readonly remove: () => void;
}

/** Everything a deploy is told; nothing else is read from anywhere. */
export interface DeployRequest {
  readonly app: App;
  /** The repository's root on this machine. */
  readonly root: string;
  readonly login: Login;
  /** Where this run can be watched; shown to whoever waits for the lock. */
  readonly runUrl?: string;
  /** Who deploys, for the server's journal: an account on GitHub, or somebody in a terminal. */
  readonly by?: string;
  /** Secrets of the app's environment. undefined leaves the server's .env as it is; {} empties it. */
  readonly env?: Readonly<Record<string, string>>;
  /** Deploy even if the server runs a newer commit, or this very one. */
  readonly force?: boolean;
  /** Seconds to wait for another deploy to finish (600); 0 gives up at once. */
  readonly lockSeconds?: number;
  /** Seconds that the prober goes on at least after the switch; flask-deploy.yml may ask for more. */
  readonly probeSeconds?: number;
  /** Look and plan, change nothing. */
  readonly dryRun?: boolean;
  /** Looks the repository over while the server is asked, and may object to the deploy. */
  readonly inspect?: () => Promise<Objection | undefined>;
  /** For tests of faults: the server's side pauses at the start of a step, and gives up on a silent deployer sooner. */
  readonly hold?: { readonly step: StepName; readonly ms: number; readonly silenceMs?: number };
}

/** Why the repository had better not be deployed. */
export interface Objection {
  /** One sentence. */
  readonly problem: string;
  /** What to do about it. */
  readonly next: string;
  /** What it is made of, a line each. */
  readonly lines: readonly string[];
}

export interface RollbackRequest
  extends Pick<DeployRequest, "app" | "root" | "login" | "runUrl" | "by" | "lockSeconds" | "dryRun" | "hold"> {
  /** The release to go back to; the last good one before the current when left out. */
  readonly release?: string;
  /** Run hooks.release in it once more; otherwise it stays as it was left, migrations included. */
  readonly hooks?: boolean;
}

/** Which app a question is about, and where it runs. */
export type AskRequest = Pick<DeployRequest, "app" | "root" | "login">;

/** Everything the engine may touch. */
export interface Effects {
  readonly run: ProcessRunner;
  /** Milliseconds since any fixed moment. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Where wheels are kept from run to run. */
  readonly cacheDir: string;
  readonly log: DeployLog;
  /** Asks the public URL from here. */
  readonly fetch: typeof fetch;
  /** Addresses of a name; none when it does not resolve. */
  readonly resolve: (name: string) => Promise<readonly string[]>;
  /** The environment of hooks and of the tools that build; never sent to the server. */
  readonly env: Readonly<Record<string, string>>;
  /** Aborting undoes what has not been switched yet. */
  readonly signal?: AbortSignal;
}

/** Where progress goes: one group a step. Lines never hold a secret. */
export interface DeployLog {
  /** A step begins; lines until the next one belong to it. */
  step(name: StepName): void;
  line(text: string): void;
  warning(text: string): void;
  /** The step that {@link step} began is over. */
  done(step: Step): void;
}

/** The steps of a deploy in their order; a rollback takes those it needs. */
export const stepNames = [
  "check",
  "files",
  "connect",
  "lock",
  "repair",
  "build",
  "send",
  "stage",
  "venv",
  "config",
  "release",
  "start",
  "gate",
  "before_switch",
  "switch",
  "smoke",
  "after_switch",
  "outside",
  "undo",
  "drain",
  "prune",
] as const;
export type StepName = (typeof stepNames)[number];

export interface Step {
  readonly name: StepName;
  /** Since the start of the deploy. */
  readonly startedMs: number;
  readonly durationMs: number;
  /** One line for people: "3 of 14 files, 12 kB". */
  readonly detail: string;
}

export const causeKinds = [
  /** The release itself: it does not start, answers wrongly, a hook or a build fails. */
  "app",
  /** Between here and there: DNS, TLS, refused, timeout, ssh, disk, memory. */
  "infrastructure",
  /** What was asked makes no sense here: no such release, an older commit, a bad path. */
  "usage",
  /** The server lacks something that `setup` brings. */
  "setup",
  /** Someone else deploys right now. */
  "locked",
  /** This run was told to stop. */
  "cancelled",
] as const;
export type CauseKind = (typeof causeKinds)[number];

export interface Cause {
  readonly kind: CauseKind;
  /** The step that failed. */
  readonly step: StepName;
  /** What failed, in one line. */
  readonly message: string;
  /** What to do about it; "" when the message says it. */
  readonly next: string;
  /** The app's own traceback, "" when it left none. */
  readonly traceback: string;
  /** Last journal lines of the failed instance, oldest first. */
  readonly journal: readonly string[];
  /** State of its unit, as the process manager words it. */
  readonly unit: string;
  /** What the connection died of, where it did. */
  readonly ssh?: SshFailure;
}

export const deployStatuses = ["deployed", "unchanged", "rolled-back", "failed", "unknown"] as const;
export type DeployStatus = (typeof deployStatuses)[number];

/**
 * How a deploy or a rollback ended. `failed`: the old release never stopped serving, nothing was switched;
 * `rolled-back`: the new one had traffic and the old one has it again, or a rollback that was asked for happened
 * (then `cause` is undefined); `unknown`: the connection was lost once the switch had begun, and the server ends it by
 * itself, one way or the other.
 */
export interface DeployResult {
  readonly status: DeployStatus;
  /** The release that this run made, or went back to; "" when it came to none. */
  readonly release: string;
  /** What served before; "" at the first deploy. */
  readonly previousRelease: string;
  readonly commit: string;
  readonly url: string;
  readonly durationMs: number;
  /** What the prober saw through nginx across the switch. */
  readonly requestsSent: number;
  readonly requestsFailed: number;
  readonly longestStallMs: number;
  readonly steps: readonly Step[];
  /** Why it failed or went back. */
  readonly cause: Cause | undefined;
  readonly warnings: readonly string[];
  /** Paths that differ from the previous release. */
  readonly changed: { readonly added: number; readonly changed: number; readonly removed: number };
  readonly bytesSent: number;
  /** How often this side waited for an answer of the server's, the login not counted. */
  readonly roundTrips: number;
}
