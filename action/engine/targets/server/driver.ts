import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { quoteAll } from "../../process/quote.ts";

/** What may run on the server, by module name. */
const texts: Readonly<Record<string, string>> = {
  channel: readFileSync(new URL("./driver/channel.py", import.meta.url), "utf8"),
  http_probe: readFileSync(new URL("./driver/probe/http_probe.py", import.meta.url), "utf8"),
  prober: readFileSync(new URL("./driver/probe/prober.py", import.meta.url), "utf8"),
  journal: readFileSync(new URL("./driver/journal.py", import.meta.url), "utf8"),
  interpreter: readFileSync(new URL("./driver/interpreter.py", import.meta.url), "utf8"),
  host: readFileSync(new URL("./driver/host.py", import.meta.url), "utf8"),
  gate: readFileSync(new URL("./driver/probe/gate.py", import.meta.url), "utf8"),
  stage: readFileSync(new URL("./driver/stage.py", import.meta.url), "utf8"),
  venvs: readFileSync(new URL("./driver/venvs.py", import.meta.url), "utf8"),
  assets: readFileSync(new URL("./driver/assets.py", import.meta.url), "utf8"),
  undo: readFileSync(new URL("./driver/undo.py", import.meta.url), "utf8"),
  watch: readFileSync(new URL("./driver/watch.py", import.meta.url), "utf8"),
  transaction: readFileSync(new URL("./driver/transaction.py", import.meta.url), "utf8"),
  release: readFileSync(new URL("./driver/release.py", import.meta.url), "utf8"),
  main: readFileSync(new URL("./driver/main.py", import.meta.url), "utf8"),
};

/** What starts the driver on the server. */
export interface Driver {
  /** One line for the login's shell; it reads exactly {@link bytes} and runs them. */
  readonly command: string;
  /** The first bytes of stdin. */
  readonly bytes: Buffer;
}

/**
 * The driver with `module` and all that it imports, and nothing else: to ask is quicker than to deploy.
 *
 * @param module `release` deploys and rolls back; any other comes with `more`.
 * @param more texts of modules that only this one needs, by their names.
 */
export function packDriver(module = "release", more: Readonly<Record<string, string>> = {}): Driver {
  const bytes = deflateSync(JSON.stringify(neededBy([module, "main"], { ...texts, ...more })));
  // One line without quotes of its own kind, so that any login shell passes it on as it is.
  const code = [
    "import os,sys,json,types,zlib",
    'b=b""',
    `exec("while len(b)<${bytes.length}:\\n c=os.read(0,${bytes.length}-len(b))\\n if not c:sys.exit(1)\\n b+=c")`,
    'exec("for n,t in json.loads(zlib.decompress(b)):\\n m=types.ModuleType(n);sys.modules[n]=m\\n exec(compile(t,n+\\".py\\",\\"exec\\"),m.__dict__)")',
    'sys.modules["main"].main()',
  ].join(";");
  return { command: `exec ${quoteAll(["python3", "-I", "-S", "-c", code])}`, bytes };
}

/** Modules in the order of their imports: each only knows those before it. */
function neededBy(roots: readonly string[], from: Readonly<Record<string, string>>): [string, string][] {
  const found = new Map<string, string>();
  const take = (name: string) => {
    const text = Object.hasOwn(from, name) ? from[name] : undefined;
    if (text === undefined || found.has(name)) return;
    for (const [, next = ""] of text.matchAll(/^(?:from|import) (\w+)/gm)) take(next);
    found.set(name, text);
  };
  for (const root of roots) take(root);
  return [...found];
}
