import * as v from "valibot";
import type { AskRequest, Effects } from "../deploy/contract.ts";
import { DeployError } from "../deploy/deploy-error.ts";
import { packDriver } from "../targets/server/driver.ts";
import { driverSettings, readNginx } from "../targets/server/driver-settings.ts";
import { understood } from "../targets/server/messages.ts";
import { Session } from "../targets/server/session.ts";
import { outcome, type Progress } from "../targets/target.ts";

/** What of the effects an inquiry needs. */
export type QueryEffects = Pick<Effects, "run" | "env" | "signal">;

/**
 * A question to the server: the Python function `name` of the module `name`, called as `name(channel, host, ask)` on the
 * server. What it returns is the answer; what it says with `channel.say` before that are messages.
 */
export interface Query<Answer, Message = never> {
  readonly name: string;
  /** Texts by module name: its own, and those that only it imports. What of the driver's modules they import comes along. */
  readonly modules: Readonly<Record<string, string>>;
  /** What the function returns. */
  readonly answer: v.GenericSchema<unknown, Answer>;
  /** What it says before; left out where that is nothing. */
  readonly message?: v.GenericSchema<unknown, Message>;
}

export interface QueryOptions<Message = never> {
  /** More of what the function finds in `ask`, beside `app`, `login` and `settings`. */
  readonly ask?: Readonly<Record<string, unknown>>;
  /** What the server says before its answer, as it comes. */
  readonly onMessage?: (message: Message) => void;
  /** Lines that are no messages, such as what a login shell prints by itself. */
  readonly onLine?: (line: string) => void;
}

/** Whatever it says: a message, the answer, or why there is none. */
const anything = v.looseObject({
  t: v.string(),
  answer: v.optional(v.unknown()),
  cause: v.optional(outcome.entries.cause),
});

/**
 * Asks the server once, by one ssh command, and gives the answer, without what would steer a terminal.
 *
 * @throws DeployError when it cannot be asked, or says that it cannot be done.
 */
export async function runQuery<Answer, Message = never>(
  query: Query<Answer, Message>,
  { app, root, login }: AskRequest,
  effects: QueryEffects,
  { ask = {}, onMessage, onLine = () => {} }: QueryOptions<Message> = {},
): Promise<Answer> {
  const nothing = () => {};
  const quiet: Progress = { begin: nothing, end: nothing, line: onLine, warning: onLine };
  const session = new Session(login, effects, quiet, packDriver(query.name, query.modules));
  try {
    const settings = driverSettings(app, readNginx(root));
    session.say({ ...ask, op: query.name, app: app.name, login: `${login.user}@${login.host}`, settings });
    for (;;) {
      const said = await session.next(anything);
      if (said.t === "answer") return understood(query.answer, said.answer, "connect");
      if (said.t === "outcome") throw errorOf(said.cause);
      if (query.message) onMessage?.(understood(query.message, said, "connect"));
    }
  } finally {
    await session.close();
  }
}

const errorOf = (cause: v.InferOutput<typeof anything>["cause"]) =>
  new DeployError(
    cause?.kind ?? "infrastructure",
    "connect",
    cause?.message ?? "the server gave no answer",
    cause?.next,
  );
