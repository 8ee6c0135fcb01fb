import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { quoteAll } from "./quote.ts";

/** What runs on the server, in the order of their imports: each only knows those before it. */
const modules: readonly (readonly [string, string])[] = [
  ["wire", readFileSync(new URL("./remote/wire.py", import.meta.url), "utf8")],
  ["ask", readFileSync(new URL("./remote/ask.py", import.meta.url), "utf8")],
  ["prober", readFileSync(new URL("./remote/prober.py", import.meta.url), "utf8")],
  ["journal", readFileSync(new URL("./remote/journal.py", import.meta.url), "utf8")],
  ["host", readFileSync(new URL("./remote/host.py", import.meta.url), "utf8")],
  ["gate", readFileSync(new URL("./remote/gate.py", import.meta.url), "utf8")],
  ["stage", readFileSync(new URL("./remote/stage.py", import.meta.url), "utf8")],
  ["venvs", readFileSync(new URL("./remote/venvs.py", import.meta.url), "utf8")],
  ["undo", readFileSync(new URL("./remote/undo.py", import.meta.url), "utf8")],
  ["watch", readFileSync(new URL("./remote/watch.py", import.meta.url), "utf8")],
  ["order", readFileSync(new URL("./remote/order.py", import.meta.url), "utf8")],
  ["release", readFileSync(new URL("./remote/release.py", import.meta.url), "utf8")],
  ["main", readFileSync(new URL("./remote/main.py", import.meta.url), "utf8")],
];

/** The driver as the first bytes of stdin, and the command that reads exactly those and runs them. */
export function packDriver(): { command: string; bytes: Buffer } {
  const bytes = deflateSync(JSON.stringify(modules));
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
