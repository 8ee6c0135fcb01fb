import * as v from "valibot";
import { DeployError } from "../../deploy/deploy-error.ts";
import { type StepName, stepNames } from "../../deploy/steps.ts";
import { gated, inventory, outcome, smoked } from "../target.ts";

const text = v.string();
const count = v.number();

/** The lines that the driver says, one JSON object each; its `say` in driver/channel.py is the other end. */
export const progress = v.variant("t", [
  v.object({ t: v.literal("step"), name: v.picklist(stepNames) }),
  v.object({ t: v.literal("done"), name: v.picklist(stepNames), ms: count, detail: text }),
  v.object({ t: v.literal("log"), text }),
  v.object({ t: v.literal("warning"), text }),
  v.object({ t: v.literal("waiting"), holder: text, seconds: count }),
]);

/** What it says to an offer. */
export const offered = v.variant("t", [inventory, outcome]);

/** Where it stops first, or how it ended. */
export const staged = v.variant("t", [gated, smoked, outcome]);
/** Where it stops after that. */
export const resumed = v.variant("t", [smoked, outcome]);

/**
 * What the server said, if it is what it must be.
 *
 * @throws DeployError where it is not: nothing of this side's works with it then.
 */
export function understood<Schema extends v.GenericSchema>(
  schema: Schema,
  message: unknown,
  step: StepName,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, message);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const where = v.getDotPath(issue);
  throw new DeployError(
    "infrastructure",
    step,
    `the server said what makes no sense here (${where ? `${where}: ` : ""}${issue.message})`,
    "Run it again; if it stays so, update create-flask-deploy, or the version of the Action.",
  );
}
