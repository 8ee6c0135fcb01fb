import type { App } from "../../app/app.ts";
import type { Cause } from "../../deploy/deploy-error.ts";
import type { Login } from "../../targets/server/login.ts";
import type { SshFailure } from "../../targets/server/ssh-error.ts";
import type { BareFacts, ServerFacts } from "./told.ts";

/** All facts of a diagnosis; those that could not be collected are undefined. */
export interface Facts {
  readonly app: App;
  readonly login: Login;
  readonly here: HereFacts;
  /** Why the server could not be inspected; undefined if it could. */
  readonly refused: Refusal | undefined;
  /** Facts about any server. */
  readonly bare: BareFacts | undefined;
  /** Facts about a server on which the app is set up. */
  readonly server: ServerFacts | undefined;
  /** Facts from the root helper. */
  readonly root: RootFacts | undefined;
}

export interface Refusal extends Pick<Cause, "message" | "next"> {
  /** How ssh failed; `setup`: the server has no Python to run the query. */
  readonly kind: SshFailure | "setup" | "other";
}

/** `open`, or why not: `refused`, `silent` (no response), `unreachable`. */
export type PortState = "open" | "refused" | "silent" | "unreachable";

/** Facts about this machine, and what it sees of the server. */
export interface HereFacts {
  /** Host and port that ssh connects to, after the user's ssh config; `jumps`: through another machine. */
  readonly ssh: { readonly host: string; readonly port: number; readonly jumps: boolean };
  /** Name → its addresses; none when it does not resolve. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** Host and port of the site for visitors. */
  readonly site: { readonly host: string; readonly port: number; readonly tls: boolean };
  readonly ports: { readonly ssh: PortState; readonly site: PortState };
  /** The private key that was passed; undefined if ssh chooses one. */
  readonly key: { readonly path: string; readonly problem: string; readonly mode: number } | undefined;
  /** The site's response; `error` if there was none. */
  readonly answer: {
    readonly url: string;
    readonly status: number;
    readonly retryAfter: boolean;
    readonly error: string;
  };
  readonly certificate: Certificate | undefined;
  /** What keeps the CA from issuing, as the DNS and port 80 have it; empty where certbot is not asked. */
  readonly names80: readonly NameFacts[];
  /** Path in the repository → sha256, of the files that are installed in /etc. */
  readonly files: Readonly<Record<string, string>>;
  /** Seconds since 1970, before the query and after its response. */
  readonly asked: readonly [number, number];
}

/** A name of the site, as a CA finds it. */
export interface NameFacts {
  readonly name: string;
  readonly addresses: readonly string[];
  /** Port 80 at each of them. */
  readonly ports: readonly PortState[];
  /** The CAs that may issue for the name by CAA records, of it or of a domain above it; any when there are none. */
  readonly issuers: readonly string[];
}

export interface Certificate {
  /** Milliseconds since 1970. */
  readonly validFrom: number;
  readonly validTo: number;
  readonly names: string;
  /** Whether it is for the requested name. */
  readonly matches: boolean;
  /** Why this machine does not trust it; "" if it does. */
  readonly problem: string;
}

/** Lines of the root helper's `facts`, by their first word. */
export type RootFacts = ReadonlyMap<string, readonly string[]>;

/** @returns undefined if the root helper's output is incomplete */
export function readRootFacts(said: string): RootFacts | undefined {
  const found = new Map<string, string[]>();
  for (const line of said.split("\n")) {
    const [, word = "", rest = ""] = /^([a-z-]+) ?(.*)$/.exec(line) ?? [];
    found.set(word, [...(found.get(word) ?? []), rest]);
  }
  return found.has("end") ? found : undefined;
}

/** A unit's record; undefined if systemd printed none. */
export const unitOf = ({ units }: Pick<ServerFacts, "units">, name: string) => units.find(({ Id }) => Id === name);

/** The unit of the live release: only systemd has a unit for each release. */
export const instanceOf = (facts: ServerFacts, app: string) => unitOf(facts, `${app}@${facts.release.id}.service`);
