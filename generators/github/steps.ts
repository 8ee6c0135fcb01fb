import type { GitHub } from "../../action/github/client.ts";
import { UsageError } from "../dispatch/errors.ts";
import type { Io } from "../terminal/io.ts";
import { running } from "../terminal/running.ts";
import { act } from "./api/api.ts";
import { addRemote, type Checkout, push, pushArgv } from "./git.ts";
import { newKey, type Request } from "./plan.ts";
import { type KeyPair, newKeyPair } from "./server/key-pair.ts";
import { type Account, authorizeKey, lineOf, tryKey } from "./server/server-key.ts";

/** One action: on GitHub, on the server, or in the local repository. */
export type Step =
  | ({ readonly kind: "request" } & Request)
  /** Authorizes a new key; `only` if no other key of ours can be in use. */
  | { readonly kind: "authorize-key"; readonly title: string; readonly account: Account; readonly only: boolean }
  /** Removes the old keys, once the new one is stored. */
  | { readonly kind: "retire"; readonly title: string; readonly account: Account }
  | { readonly kind: "remote"; readonly title: string; readonly url: string }
  | { readonly kind: "push"; readonly title: string; readonly remote: string; readonly url: string };

/** The requests, with a new key's steps around the one that stores it. @param isStored whether a key is in use */
export function withKey(requests: readonly Request[], account: Account | undefined, isStored: boolean): Step[] {
  return requests.flatMap((request): Step[] => {
    const step = { kind: "request", ...request } as const;
    if (request.secret !== newKey || !account) return [step];
    const at = `${account.login} at ${account.by.host}`;
    const steps: Step[] = [
      { kind: "authorize-key", title: `create a deploy key and authorize it for ${at}`, account, only: !isStored },
      step,
    ];
    if (isStored) steps.push({ kind: "retire", title: `remove the old key of ${at}`, account });
    return steps;
  });
}

export function gitSteps({ remote }: Checkout, url: string): Step[] {
  const name = remote?.name ?? "origin";
  const added: Step[] = remote ? [] : [{ kind: "remote", title: `name ${url} origin`, url }];
  return [...added, { kind: "push", title: "push main", remote: name, url: remote?.url ?? url }];
}

export interface Hands {
  readonly github: GitHub;
  readonly root: string;
  readonly token: string;
  readonly webUrl: string;
  readonly io: Io;
  readonly now: Date;
}

/** Performs the steps in order and prints a line for each. @returns whether something was pushed */
export async function perform(steps: readonly Step[], hands: Hands): Promise<boolean> {
  const { io } = hands;
  const live = running(io);
  const key: Key = {};
  let pushed = false;
  try {
    for (const step of steps) {
      io.signal.throwIfAborted();
      const end = live.begin(step.title);
      const done = await performOne(step, hands, key);
      end();
      if (step.kind === "push") pushed = done;
      if (done) live.line(`· ${step.title}`);
    }
  } finally {
    live.stop();
  }
  return pushed;
}

/** The key pair that one step creates and later steps use. */
interface Key {
  pair?: KeyPair;
}

/** @returns whether there was anything to do */
async function performOne(step: Step, { github, root, token, webUrl, io, now }: Hands, key: Key): Promise<boolean> {
  const held = () => {
    if (!key.pair) throw new UsageError("no key was created for the secret");
    return key.pair;
  };
  switch (step.kind) {
    case "request":
      await act(step, github, () => held().privateKey);
      return true;
    case "remote":
      await addRemote(root, step.url, io);
      return true;
    case "push":
      return push({ root, name: step.remote, url: step.url, token, webUrl, isYoung: github.isYoung }, io);
    case "authorize-key":
      key.pair = newKeyPair(`flask-deploy ${step.account.mark}`);
      await authorizeKey(step.account, lineOf(step.account, key.pair, now), step.only, io);
      // Tested before it is stored, and before the old key is removed: a broken key never replaces a working one.
      await tryKey(step.account, key.pair, io);
      return true;
    case "retire":
      await tryKey(step.account, held(), io);
      await authorizeKey(step.account, lineOf(step.account, held(), now), true, io);
      return true;
  }
}

/** A step as `--dry-run` prints it; of a secret, only its name. */
export function shownStep(step: Step, now: Date): string {
  switch (step.kind) {
    case "request":
      return `${step.title}\n    ${step.route} ${JSON.stringify(step.parameters)}\n`;
    case "remote":
      return `${step.title}\n    git remote add origin ${step.url}\n`;
    case "push":
      return `${step.title}\n    git ${pushArgv(step.remote).join(" ")}\n`;
    default: {
      const { by, login } = step.account;
      const what =
        step.kind === "authorize-key"
          ? `+ ${lineOf(step.account, { publicKey: "ssh-ed25519 …" }, now)}`
          : "- its other lines";
      return `${step.title}\n    ssh ${by.user}@${by.host}, ~${login}/.ssh/authorized_keys: ${what}\n`;
    }
  }
}

/** A step for `--json`: without secrets and logins. */
export function asData(step: Step): object {
  if (step.kind === "request") {
    const { secret, ...request } = step;
    return request;
  }
  const { kind, title } = step;
  return { kind, title };
}
