import * as v from "valibot";

const described = <const S extends v.GenericSchema>(schema: S, text: string) => v.pipe(schema, v.description(text));
/** A section that may be left out, as each setting in it may. */
const section = <const E extends v.ObjectEntries>(entries: E, text: string) =>
  described(v.optional(v.strictObject(entries), {} as v.InferInput<v.StrictObjectSchema<E, undefined>>), text);
const whole = (low: number, high: number) => {
  const range = `must be a whole number from ${low} to ${high}`;
  return v.pipe(v.number(range), v.integer(range), v.minValue(low, range), v.maxValue(high, range));
};
const matching = (pattern: RegExp, message: string) => v.pipe(v.string(message), v.regex(pattern, message));

// ssh would read a value that starts with "-" as an option.
const host = matching(/^[A-Za-z0-9[][\w.:%[\]-]*$/, "must be a host name or an address");
const user = matching(/^[a-z_][a-z0-9_-]{0,31}$/, "must be a Linux user name");
const urlPath = matching(/^\/[^\s"'\\]*$/, 'must be a path that starts with "/", without blanks or quotes');
const url = matching(/^https?:\/\/[^\s"'\\]+$/, "must be an http or https URL");
const inside = v.pipe(
  matching(/^[^\0\n\r]+$/, "must be a path on one line"),
  v.check(
    (path) => !path.startsWith("/") && !path.split("/").some((part) => part === ".." || part === ".git"),
    "must stay inside the repository: no leading /, no .. and no .git",
  ),
);

const probing = "must be a number of seconds from 0 to 60";

const hook = v.pipe(
  v.union(
    [
      v.pipe(v.string(), v.nonEmpty("must name a command")),
      v.strictObject({
        run: described(v.pipe(v.string("must be a command"), v.nonEmpty("must name a command")), "the command"),
        timeout: described(v.optional(whole(1, 3600), 300), "how long it may take"),
      }),
    ],
    "must be a command, or an object of run and timeout",
  ),
  v.transform((value) => (typeof value === "string" ? { run: value, timeout: 300 } : value)),
);

/** Everything under `deploy:`. Times are seconds. */
export const deploySettings = v.strictObject({
  host: described(
    v.optional(v.union([host, v.pipe(v.array(host), v.minLength(1))], "must be a host name, or a list of them")),
    "server to deploy to; the Action's input and --host come first",
  ),
  user: described(v.optional(user), "account that logs in [default: deploy-NAME]"),
  port: described(v.optional(whole(1, 65535), 22), "SSH port"),
  url: described(v.optional(url), "public URL of the site; requested from outside after the switch"),
  health: described(v.optional(urlPath, "/healthz"), "path that answers 200 when the app can serve"),
  gate: section(
    {
      passes: described(v.optional(whole(1, 100), 3), "successful responses in a row"),
      timeout: described(v.optional(whole(1, 600), 30), "seconds that the instance has for them"),
    },
    "health check: successful responses in a row that a new instance must give on its own socket, and its timeout",
  ),
  smoke: section(
    {
      path: described(v.optional(urlPath, "/"), "path to request"),
      status: described(v.optional(whole(100, 599), 200), "expected status"),
      contains: described(v.optional(v.string("must be text")), "text that the response must contain"),
      timeout: described(v.optional(whole(1, 120), 10), "timeout of the request"),
    },
    "the response that the site must give through nginx; a redirect to https passes as well",
  ),
  keep_releases: described(v.optional(whole(1, 100), 5), "successful releases to keep on the server"),
  drain: described(v.optional(whole(0, 3600), 30), "how long the previous instance stays up after the switch"),
  strategy: described(
    v.optional(v.picklist(["blue-green", "in-place"], "must be blue-green or in-place"), "blue-green"),
    "blue-green starts the new instance beside the old one; in-place stops the old one first, for small servers",
  ),
  setup: described(
    v.optional(v.picklist(["manual", "auto"], "must be manual or auto"), "manual"),
    "auto lets the first push prepare the server, when the login has sudo",
  ),
  hooks: section(
    {
      build: described(v.optional(hook), "on the runner, before anything is sent"),
      release: described(v.optional(hook), "on the server before the new instance starts: migrations"),
      before_switch: described(v.optional(hook), "when the new instance has passed its health check"),
      after_switch: described(v.optional(hook), "when it has the traffic; a failure rolls it back"),
    },
    "commands: build runs on the runner; the others in the release, on the server",
  ),
  shared: described(
    v.optional(
      v.pipe(
        v.array(inside),
        v.check(
          (paths) => !paths.some((path) => paths.some((other) => other !== path && `${other}/`.startsWith(`${path}/`))),
          "names a path within another one, which already contains it",
        ),
      ),
      [],
    ),
    "folders that outlive a release, kept in shared/ on the server",
  ),
  include: described(v.optional(v.array(inside), []), "files to send besides those that git tracks (globs)"),
  exclude: described(v.optional(v.array(inside), []), "files not to send (globs)"),
  prober: section(
    {
      rate: described(v.optional(whole(1, 1000), 100), "requests per second"),
      seconds: described(
        v.optional(v.pipe(v.number(probing), v.minValue(0, probing), v.maxValue(60, probing)), 0.15),
        "how long after the switch; in the Action at least two seconds",
      ),
      on_failure: described(
        v.optional(v.picklist(["rollback", "keep"], "must be rollback or keep"), "rollback"),
        "what a failed request does: roll the release back, or only warn",
      ),
    },
    "probe requests per second through nginx during the switch, how long they continue after it, and what a failed one does",
  ),
});

/** Everything under `lint:`. */
export const lintSettings = v.strictObject({
  rules: described(
    v.optional(
      v.record(
        matching(/^[a-z]+\/[a-z0-9-]+$/, "must be a rule, such as nginx/no-mime-types"),
        v.picklist(["off", "info", "warning", "error"], "must be off, info, warning or error"),
      ),
      {},
    ),
    "severity by rule",
  ),
  ignore: described(v.optional(v.array(v.string()), []), "files not to lint (globs)"),
});

export const nginxVersion = matching(/^\d+\.\d+(\.\d+)?$/, 'must read like "1.22.1"');

type Camel<S extends string> = S extends `${infer A}_${infer B}` ? `${A}${Capitalize<Camel<B>>}` : S;
/** A type with the keys of all its objects in camelCase. */
export type Camelized<T> = T extends readonly (infer U)[]
  ? readonly Camelized<U>[]
  : T extends object
    ? { readonly [K in keyof T as Camel<K & string>]: Camelized<T[K]> }
    : T;

export const camelCase = (key: string) => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
export const snakeCase = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** snake_case keys of YAML → camelCase ones, recursively. Rule names have no underscore and stay as they are. */
export function camelized<T>(value: T): Camelized<T> {
  if (Array.isArray(value)) return value.map(camelized) as Camelized<T>;
  if (typeof value !== "object" || value === null) return value as Camelized<T>;
  return Object.fromEntries(
    Object.entries(value).map(([k, inner]) => [camelCase(k), camelized(inner)]),
  ) as Camelized<T>;
}
