import type { AskRequest, Effects, ServerStatus } from "./contract.ts";
import { Fault } from "./fault.ts";
import { driverSettings, readNginx } from "./plan.ts";
import { type Progress, Session } from "./server.ts";
import type { Outcome } from "./target.ts";

type Needed = Pick<Effects, "run" | "env" | "signal">;

/**
 * What the server has and whether its current release answers.
 *
 * @throws {@link Fault} when it cannot be asked.
 */
export async function status(request: AskRequest, effects: Needed): Promise<ServerStatus> {
  return (await inquire("status", request, effects)) as unknown as ServerStatus;
}

/**
 * Ends the run that holds the lock; what it had not switched is undone.
 *
 * @returns who held it; "" when nobody did.
 * @throws {@link Fault} when it cannot be ended.
 */
export async function unlock(request: AskRequest, effects: Needed): Promise<string> {
  return ((await inquire("unlock", request, effects)) as { holder: string }).holder;
}

async function inquire(op: "status" | "unlock", { app, root, login }: AskRequest, effects: Needed): Promise<object> {
  const nothing = () => {};
  const quiet: Progress = { begin: nothing, end: nothing, line: nothing, warning: nothing };
  const session = new Session(login, effects, quiet);
  try {
    const settings = driverSettings(app, readNginx(root));
    session.say({ op, app: app.name, login: `${login.user}@${login.host}`, settings });
    const { t, ...answer } = await session.next();
    if (t !== "outcome") return answer;
    const { cause } = answer as unknown as Outcome;
    throw new Fault(
      cause?.kind ?? "infrastructure",
      "connect",
      cause?.message ?? "the server gave no answer",
      cause?.next,
    );
  } finally {
    await session.close();
  }
}
