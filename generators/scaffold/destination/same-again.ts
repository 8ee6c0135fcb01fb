import type { App } from "../../../action/engine/app/app.ts";
import { type Answers, fields } from "../../../action/engine/app/fields.ts";
import { quoteAll } from "../../../action/engine/process/quote.ts";
import { flagName, flagWords } from "../answers.ts";

/** An answer that differs between flask-deploy.yml and the command line. */
interface Other {
  readonly key: keyof Answers;
  readonly there: unknown;
  readonly wanted: unknown;
}

/** Answers of the command line that differ from those the app was generated with. */
export const otherAnswers = (app: App, wanted: Partial<Answers>): readonly Other[] =>
  fields
    .filter(({ key }) => wanted[key] !== undefined && wanted[key] !== app[key])
    .map(({ key }) => ({ key, there: app[key], wanted: wanted[key] }));

/** Why an app is not generated again with other answers: it would mix the files of two stacks. */
export function sameAgain(dir: string, others: readonly Other[]): string {
  const said = others.map(({ key, there, wanted }) => `--${flagName(key)} is ${there} there, not ${wanted}`);
  const flags = others.flatMap(({ key, wanted }) => flagWords(key, wanted));
  const update = quoteAll(["npx", "create-flask-deploy", "update", ...flags]);
  return (
    `${dir} already holds an app with other answers in flask-deploy.yml: ${said.join("; ")}. ` +
    `The scaffold would mix two stacks. To change the answers and the files that depend on them, run ${update} in that folder.`
  );
}
