import type { AskRequest, Effects } from "../deploy/contract.ts";
import { DeployError } from "../deploy/deploy-error.ts";
import { packDriver } from "../targets/server/driver.ts";
import { driverSettings, readNginx } from "../targets/server/driver-settings.ts";
import { type Message, type Progress, Session } from "../targets/server/server.ts";
import type { Outcome } from "../targets/target.ts";

/** What of the effects an inquiry needs. */
export type QueryEffects = Pick<Effects, "run" | "env" | "signal">;

/**
 * A question to the server: the Python function `name` of the module `name`, called as `name(channel, host, ask)` on the
 * server. What it returns is the answer; what it says with `channel.say` before that are messages.
 */
export interface Query {
  readonly name: string;
  /** Texts by module name: its own, and those that only it imports. What of the driver's modules they import comes along. */
  readonly modules: Readonly<Record<string, string>>;
}

export interface QueryOptions {
  /** More of what the function finds in `ask`, beside `app`, `login` and `settings`. */
  readonly ask?: Readonly<Record<string, unknown>>;
  /** What the server says before its answer, as it comes. */
  readonly onMessage?: (message: Message) => void;
  /** Lines that are no messages, such as what a login shell prints by itself. */
  readonly onLine?: (line: string) => void;
}

/**
 * Asks the server once, by one ssh command, and gives the answer, without what would steer a terminal.
 *
 * @throws {@link Fault} when it cannot be asked, or says that it cannot be done.
 */
export async function runQuery<Answer extends object>(
  op: Query,
  { app, root, login }: AskRequest,
  effects: QueryEffects,
  { ask = {}, onMessage, onLine = () => {} }: QueryOptions = {},
): Promise<Answer> {
  const nothing = () => {};
  const quiet: Progress = { begin: nothing, end: nothing, line: onLine, warning: onLine };
  const session = new Session(login, effects, quiet, packDriver(op.name, op.modules));
  try {
    const settings = driverSettings(app, readNginx(root));
    session.say({ ...ask, op: op.name, app: app.name, login: `${login.user}@${login.host}`, settings });
    for (;;) {
      const message = await session.next();
      if (message.t === "answer") return message.answer as Answer;
      if (message.t === "outcome") throw faultOf(message as unknown as Outcome);
      onMessage?.(message);
    }
  } finally {
    await session.close();
  }
}

const faultOf = ({ cause }: Outcome) =>
  new DeployError(
    cause?.kind ?? "infrastructure",
    "connect",
    cause?.message ?? "the server gave no answer",
    cause?.next,
  );
