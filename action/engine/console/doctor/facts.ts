import type { App } from "../../app/app.ts";
import type { Login } from "../../targets/server/login.ts";
import type { SshFailure } from "../../targets/server/ssh-error.ts";

/** All that a diagnosis is made from; what could not be looked at is undefined. */
export interface Facts {
  readonly app: App;
  readonly login: Login;
  readonly here: HereFacts;
  /** Why the server could not be asked; undefined when it could. */
  readonly refused: Refusal | undefined;
  /** What any server tells. */
  readonly bare: BareFacts | undefined;
  /** What one tells on which the app is set up. */
  readonly server: ServerFacts | undefined;
  /** What the root-owned helper tells. */
  readonly root: RootFacts | undefined;
}

export interface Refusal {
  /** What ssh died of; `setup`: there is no Python to answer with. */
  readonly kind: SshFailure | "setup" | "other";
  readonly message: string;
  readonly next: string;
}

/** `open`, or why not: `refused`, `silent` (nothing came back), `unreachable`. */
export type PortState = "open" | "refused" | "silent" | "unreachable";

/** What this machine sees. */
export interface HereFacts {
  /** Name and port that ssh goes to, after the user's ssh config; by another machine when `jumps`. */
  readonly ssh: { readonly host: string; readonly port: number; readonly jumps: boolean };
  /** Name → its addresses; none when it does not resolve. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** Name and port of the site for visitors. */
  readonly site: { readonly host: string; readonly port: number; readonly tls: boolean };
  readonly ports: { readonly ssh: PortState; readonly site: PortState };
  /** The private key that is given; undefined where ssh chooses one. */
  readonly key: { readonly path: string; readonly problem: string; readonly mode: number } | undefined;
  /** What the site answered; `error` when nothing came. */
  readonly answer: {
    readonly url: string;
    readonly status: number;
    readonly retryAfter: boolean;
    readonly error: string;
  };
  readonly certificate: Certificate | undefined;
  /** Path of the repository → sha256; those that belong into /etc. */
  readonly files: Readonly<Record<string, string>>;
  /** Seconds since 1970, when the question was asked and when its answer was there. */
  readonly asked: readonly [number, number];
}

export interface Certificate {
  /** Milliseconds since 1970. */
  readonly validFrom: number;
  readonly validTo: number;
  readonly names: string;
  /** Whether it is for the name that was asked. */
  readonly matches: boolean;
  /** Why this machine would not believe it; "" when it does. */
  readonly problem: string;
}

export interface PathFact {
  readonly path: string;
  readonly kind: "link" | "folder" | "file" | "socket" | "other";
  readonly mode: string;
  readonly owner: string;
  readonly group: string;
  readonly sha256: string;
  readonly to: string;
}

/** What action/engine/console/doctor/doctor.py tells of any server. */
export interface BareFacts {
  /** Seconds since 1970, by the server's clock. */
  readonly now: number;
  readonly login: string;
  /** Whether there is /srv/APP. */
  readonly base: boolean;
  readonly tool:
    | (PathFact & { readonly constants: Readonly<Record<string, string>>; readonly protocol: number })
    | null;
  readonly python: { readonly version: string; readonly venv: boolean };
  readonly system: { readonly id: string; readonly version: string; readonly name: string };
}

export interface ServerFacts extends BareFacts {
  readonly release: {
    readonly id: string;
    readonly complete: boolean;
    /** Whether its Python runs. */
    readonly venv: boolean;
    /** Why its answer on its own socket will not do; "" when it will. */
    readonly why: string;
  };
  readonly folders: Readonly<Record<string, PathFact | null>>;
  readonly files: readonly {
    readonly path: string;
    readonly target: string;
    readonly installed: PathFact | null;
    /** sha256 of the current release's. */
    readonly source: string;
  }[];
  /** Files that setup writes itself. */
  readonly own: Readonly<Record<string, PathFact | null>>;
  readonly socket: {
    readonly folder: PathFact | null;
    readonly linked: boolean;
    readonly release: string;
    readonly file: PathFact | null;
  };
  readonly env: PathFact | null;
  readonly lock: { readonly held: boolean; readonly holder: string; readonly seconds: number };
  readonly journal: { readonly torn: boolean; readonly unfinished: string; readonly readable: boolean };
  readonly disk: Readonly<Record<string, Room>>;
  /** Bytes. */
  readonly memory: { readonly total: number; readonly swap: number; readonly free: number; readonly instance: number };
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly nginxWorkers: readonly { readonly user: string; readonly groups: readonly number[] }[];
  /** Of the app's group; -1 when there is none. */
  readonly gid: number;
  /** Other apps that this login deploys. */
  readonly others: readonly string[];
  readonly writable: readonly string[];
  readonly leftovers: readonly string[];
  readonly caches: Readonly<Record<string, number>>;
  readonly logs: {
    readonly rotate: boolean;
    readonly rule: boolean;
    readonly files: Readonly<Record<string, number>>;
  };
  readonly updates: { readonly days: number; readonly unattended: boolean; readonly reboot: boolean };
  /** Text of the file that says it is on. */
  readonly maintenance: string;
  readonly selinux: { readonly enforcing: boolean; readonly connect: boolean };
  /** What nginx answered for a file of each folder that it serves itself. */
  readonly statics: readonly { readonly path: string; readonly status: number; readonly error: string }[];
  readonly nginxAnswers: { readonly status: number; readonly why: string };
  readonly root: { readonly code: number; readonly said: string };
  /** systemctl's words, a record a unit. */
  readonly units: readonly Readonly<Record<string, string>>[];
  readonly failed: readonly string[];
  readonly clock: { readonly synchronized: boolean; readonly container: boolean };
}

export interface Room {
  /** Bytes. */
  readonly size: number;
  readonly free: number;
  /** 0 where they are not counted. */
  readonly inodes: number;
  readonly inodesFree: number;
  readonly device: number;
}

/** Lines of the helper's `facts`, by their first word. */
export type RootFacts = ReadonlyMap<string, readonly string[]>;

/** @returns undefined when the helper did not come to its end. */
export function readRootFacts(said: string): RootFacts | undefined {
  const found = new Map<string, string[]>();
  for (const line of said.split("\n")) {
    const [, word = "", rest = ""] = /^([a-z-]+) ?(.*)$/.exec(line) ?? [];
    found.set(word, [...(found.get(word) ?? []), rest]);
  }
  return found.has("end") ? found : undefined;
}

/** A unit's record; undefined when systemd told nothing of it. */
export const unitOf = ({ units }: Pick<ServerFacts, "units">, name: string) => units.find(({ Id }) => Id === name);

/** The release's own unit: only systemd runs one for each. */
export const instanceOf = (facts: ServerFacts, app: string) => unitOf(facts, `${app}@${facts.release.id}.service`);
