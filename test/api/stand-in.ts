import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Ajv } from "ajv";

/** One request as it came, already found valid. */
export interface Asked {
  readonly method: string;
  /** As GitHub's description writes it: "/repos/{owner}/{repo}/check-runs". */
  readonly operation: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** What was sent as JSON; `{}` when that was something else. */
  readonly body: Record<string, unknown>;
  /** What was sent, such as a release's file. */
  readonly sent: Buffer;
  readonly token: string;
}

/** An answer in place of the usual one; "cut" ends the connection without any, "silent" keeps it open without any. */
export type Answer =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> }
  | "cut"
  | "silent";

/** Decides on each request: an answer, or undefined for what GitHub would do when all is well. */
export type Mood = (asked: Asked) => Answer | undefined;

interface Operation {
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema: object;
    readonly required?: boolean;
  }[];
  readonly schema?: { readonly properties?: object };
}

const description = JSON.parse(readFileSync(join(import.meta.dirname, "github.generated.json"), "utf8"));
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema({ $id: "github", components: description.components });
/** References of the description lead into the schema that holds its components. */
const pointed = (schema: object) =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"github#/components/'));

/**
 * Stands for api.github.com: refuses what GitHub's own description of its API does not allow, remembers what was made,
 * and fails as it is told to. A refused request is kept in {@link refused}; a test expects that to be empty.
 */
export class GitHubStandIn {
  readonly asked: Asked[] = [];
  readonly refused: string[] = [];
  mood: Mood = () => undefined;
  /** Takes requests that are not for the API, as those of git; false for what it does not know. */
  others: (request: IncomingMessage, response: ServerResponse) => boolean = () => false;
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  readonly #made = new Map<string, Record<string, unknown>[]>();
  #ids = 0;

  static async open(): Promise<GitHubStandIn> {
    const standIn = new GitHubStandIn();
    await new Promise<void>((done) => standIn.#server.listen(0, "127.0.0.1", done));
    return standIn;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What was made at a path, oldest first: `made("/repos/acme/shop/issues/7/comments")`. */
  made(path: string): readonly Record<string, unknown>[] {
    return this.#made.get(path) ?? [];
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.others(request, response)) return;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url ?? "/", this.url);
    const send = (status: number, body: unknown, headers: Record<string, string> = {}) =>
      response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
    const found = find(request.method?.toLowerCase() ?? "", url.pathname);
    const sent = Buffer.concat(chunks);
    const body = sent.length > 0 && /json/.test(request.headers["content-type"] ?? "") ? JSON.parse(`${sent}`) : {};
    const asked: Asked = {
      ...{ method: request.method ?? "", operation: found?.name ?? url.pathname, path: found?.path ?? {} },
      ...{ query: Object.fromEntries(url.searchParams), body, sent },
      token: (request.headers.authorization ?? "").replace(/^(token|bearer) /i, ""),
    };
    const wrong = found ? faults(found.operation, asked) : ["no such operation"];
    if (wrong.length > 0) {
      this.refused.push(`${asked.method} ${asked.operation}: ${wrong.join("; ")}`);
      return void send(422, { message: "Validation Failed", errors: wrong });
    }
    this.asked.push(asked);
    const answer = this.mood(asked);
    if (answer === "cut") return void request.socket.destroy();
    if (answer === "silent") return;
    if (answer) return void send(answer.status, answer.body ?? { message: "As the test wants it" }, answer.headers);
    const [status, value] = this.#usual(asked, url.pathname);
    send(status, value);
  }

  #usual({ method, body }: Asked, path: string): [number, unknown] {
    // As a job's own token is answered: it belongs to no account.
    if (method === "GET" && path === "/user") return [403, { message: "Resource not accessible by integration" }];
    if (method === "GET") return [200, this.made(path)];
    if (method === "POST") {
      const one = { id: ++this.#ids, user: bot, ...body };
      this.#made.set(path, [...this.made(path), one]);
      return [201, one];
    }
    const id = Number(path.split("/").at(-1));
    const one = [...this.#made.values()].flat().find((each) => each.id === id);
    if (!one) return [404, { message: "Not Found" }];
    return [200, Object.assign(one, body)];
  }
}

/** Who a job's own token writes as. */
export const bot = { login: "github-actions[bot]", type: "Bot" };

function find(method: string, pathname: string) {
  for (const [name, methods] of Object.entries<Record<string, Operation>>(description.paths)) {
    const shape = new RegExp(`^${name.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
    const match = shape.exec(pathname);
    const operation = methods[method];
    if (match && operation) return { name, operation, path: { ...match.groups } };
  }
  return undefined;
}

/** What GitHub's description does not allow of a request. It lets bodies hold more than it names; we send nothing it does not. */
function faults(operation: Operation, { path, query, body }: Asked): string[] {
  const known = operation.parameters.map((one) => ("$ref" in one ? referred(String(one.$ref)) : one));
  const wrong = known.flatMap(({ name, in: where, schema, required }) => {
    const value = where === "path" ? path[name] : where === "query" ? query[name] : undefined;
    if (value === undefined) return required && where !== "header" ? [`${name} is missing`] : [];
    const validate = ajv.compile(pointed(schema));
    return [value, Number(value)].some((each) => validate(each)) ? [] : [`${name} may not be ${value}`];
  });
  wrong.push(
    ...Object.keys(query).flatMap((name) => (known.some((one) => one.name === name) ? [] : [`no query ${name}`])),
  );
  if (!operation.schema) return wrong;
  const validate = ajv.compile(pointed(operation.schema));
  if (!validate(body)) wrong.push(ajv.errorsText(validate.errors, { dataVar: "body" }));
  const { $ref } = operation.schema as { $ref?: string };
  const { properties } = ($ref ? referred($ref) : operation.schema) as Operation["schema"] & object;
  if (properties)
    wrong.push(...Object.keys(body).flatMap((name) => (name in properties ? [] : [`body has no ${name}`])));
  return wrong;
}

// biome-ignore lint/suspicious/noExplicitAny: whatever the description holds there
const referred = ($ref: string): any =>
  $ref
    .slice(2)
    .split("/")
    .reduce((value, key) => value[key], description);
