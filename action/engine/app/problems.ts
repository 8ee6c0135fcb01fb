import { appServers, cannotRun } from "../kinds/index.ts";
import { sockets } from "../kinds/socket.ts";
import { type Answers, type Field, fields, hasOneProcess } from "./fields.ts";

/** One problem, and its key: that of an answer, or a path such as `deploy.gate.passes`. */
export interface Problem {
  readonly key: string;
  readonly message: string;
}

/** Answers that cannot be combined, each with its reason. A missing or invalid answer conflicts with nothing. */
export function conflicts(answers: Partial<Answers>): readonly Problem[] {
  const isSound = (field: Field) => answers[field.key] !== undefined && !fieldProblem(field, answers[field.key]);
  const given: Partial<Answers> = Object.fromEntries(fields.filter(isSound).map(({ key }) => [key, answers[key]]));
  const { server, processManager, socket, port, upstream = 1 } = given;
  const found: Problem[] = [];
  const clash = processManager && server && cannotRun(processManager, server);
  if (clash) found.push({ key: "processManager", message: clash });
  if (server && hasOneProcess(given) && (given.workers ?? 1) > 1)
    found.push({
      key: "workers",
      message: `${appServers[server].title} is one process: set workers to 1, and threads`,
    });
  if (given.tls === "letsencrypt" && given.domain === "_")
    found.push({ key: "tls", message: 'a certificate is for names: set domain, which is "_"' });
  if (socket && !sockets[socket].takesPorts && upstream > 1)
    found.push({
      key: "upstream",
      message: "one unix socket already feeds every worker: an upstream of several addresses needs socket tcp",
    });
  if (socket && sockets[socket].takesPorts && port !== undefined && port + upstream - 1 > 65535)
    found.push({ key: "upstream", message: `the highest port is 65535: ${upstream} ports from ${port} on do not fit` });
  return found;
}

/** Why a value is invalid, with the valid ones; undefined if it is valid. */
export function fieldProblem(field: Field, value: unknown): string | undefined {
  switch (field.kind) {
    case "choice": {
      const choices = field.choices ?? {};
      const known = typeof value === "string" && Object.hasOwn(choices, value);
      return known ? undefined : `must be one of ${Object.keys(choices).join(", ")}`;
    }
    case "boolean":
      return typeof value === "boolean" ? undefined : "must be true or false";
    case "integer": {
      const [low, high] = field.range ?? [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
      const fits = Number.isInteger(value) && (value as number) >= low && (value as number) <= high;
      return fits ? undefined : `must be a whole number from ${low} to ${high}`;
    }
    case "text":
      return typeof value === "string" ? field.problem?.(value) : "must be text, in quotes if it looks like a number";
  }
}
