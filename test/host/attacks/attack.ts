/**
 * Who attacks. app: code that runs as the app, in its sandbox. key: who holds the deploy key, on the server. ssh: the same, from
 * elsewhere. other app: the code of a second app. local user: any other account of the server. visitor: anybody.
 */
export type Who = "app" | "key" | "ssh" | "other app" | "local user" | "visitor";

/** A script of sh's; in it are `$APP` and the other names of {@link "./town.ts"}. */
type Script = string;

/** One attack as data, so that the same list can be tried on another version of the product. */
export interface Attack {
  readonly group: string;
  /** What the attacker wants to do: "read another app's environment by a link". */
  readonly name: string;
  readonly who: Who;
  /** Run by root first: what a server may well have beside the apps. */
  readonly before?: Script;
  readonly do: Script;
  /** What the person who looks after the app does next: words of the command line, one command after the other. */
  readonly commands?: readonly (readonly string[])[];
  /** Run by root: ends with 0 when the attack succeeded. `$SAID` is a file of what the attacker saw, `$TOLD` of what the person saw. */
  readonly took: Script;
  /** Run by root at the end, for what the next attack must not find. */
  readonly after?: Script;
}

/** How an attack went. */
export interface Tried {
  readonly succeeded: boolean;
  /** What was seen, for a person who wonders. */
  readonly said: string;
  /** Whether the site of each app still serves. */
  readonly serving: boolean;
}
