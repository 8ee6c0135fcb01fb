import * as v from "valibot";
import type { AskRequest, Effects } from "../deploy/contract.ts";
import { DeployError } from "../deploy/deploy-error.ts";
import { packDriver } from "../targets/server/driver.ts";
import { driverSettings, readNginx } from "../targets/server/driver-settings.ts";
import { understood } from "../targets/server/messages.ts";
import { Session } from "../targets/server/session.ts";
import { outcome, type Progress } from "../targets/target.ts";

/** The effects that a query needs. */
export type QueryEffects = Pick<Effects, "run" | "env" | "signal">;

/**
 * A query to the server: the Python function `name` of the module `name`, called there as `name(channel, host, ask)`.
 * Its return value is the answer; what it sends with `channel.say` before that are messages.
 */
export interface Query<Answer, Message = never> {
  readonly name: string;
  /** Sources by module name: its own, and those that only it imports. The driver's modules are added automatically. */
  readonly modules: Readonly<Record<string, string>>;
  /** Schema of what the function returns. */
  readonly answer: v.GenericSchema<unknown, Answer>;
  /** Schema of its messages; omitted if it sends none. */
  readonly message?: v.GenericSchema<unknown, Message>;
}

export interface QueryOptions<Message = never> {
  /** What the function finds in `ask`, besides `app`, `login` and `settings`. */
  readonly ask?: Readonly<Record<string, unknown>>;
  /** Called with each message as it comes. */
  readonly onMessage?: (message: Message) => void;
  /** Called with lines that are no messages, such as what a login shell prints by itself. */
  readonly onLine?: (line: string) => void;
}

/** Any line of the server: a message, the answer, or why there is none. */
const anything = v.looseObject({
  t: v.string(),
  answer: v.optional(v.unknown()),
  cause: v.optional(outcome.entries.cause),
});

/**
 * Runs a query with one ssh command and returns its answer, without anything that would control a terminal.
 *
 * @throws DeployError if it cannot run, or reports that it failed
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
    cause?.message ?? "the server did not respond",
    cause?.next,
  );
