import type { App } from "../../app/app.ts";
import type { Cause } from "../../deploy/deploy-error.ts";
import type { Login } from "../../targets/server/login.ts";
import type { SshFailure } from "../../targets/server/ssh-error.ts";
import type { BareFacts, ServerFacts } from "./told.ts";

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

export interface Refusal extends Pick<Cause, "message" | "next"> {
  /** What ssh died of; `setup`: there is no Python to answer with. */
  readonly kind: SshFailure | "setup" | "other";
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
