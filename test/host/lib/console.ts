import { join } from "node:path";
import type { Answers } from "../../../action/engine/app/fields.ts";
import { type Status, status } from "../../../action/engine/console/status/status.ts";
import type { DeployResult } from "../../../action/engine/deploy/contract.ts";
import { type Finished, type RunOptions, runProcess } from "../../../action/engine/process/run.ts";
import { effects, openSite, type Site } from "./site.ts";

const cli = join(import.meta.dirname, "../../../generators/cli.ts");

/** In the app's environment; holds what shells, nginx and JSON each write in a way of their own. */
export const secret = 'hush "hush" £9';

/** Says its secret in colours, and fails when it is told to. */
export const app = (text: string) => `import os, sys
from flask import Flask

app = Flask(__name__)


@app.get("/")
def index():
    return "${text}"


@app.get("/say/<word>")
def say(word):
    print("\\x1b[31mERROR\\x1b[0m " + word + " with " + os.environ["SECRET"] + "\\x1b]0;owned\\x07", file=sys.stderr, flush=True)
    return "said"


@app.get("/boom")
def boom():
    raise RuntimeError("boom " + os.environ["SECRET"])


@app.get("/healthz")
def health():
    return "ok"
`;

/** The socket first: a visitor, or a look at the status, would start the service again. */
const stop = (id: string) => `systemctl stop shop@${id}.socket shop@${id}.service`;

/** Every process manager, with how one of its instances is brought down behind our back. */
export const setups: readonly { what: string; answers: Partial<Answers>; down: (id: string) => string }[] = [
  { what: "uWSGI under systemd", answers: {}, down: stop },
  { what: "gunicorn under systemd", answers: { stack: "gunicorn" }, down: stop },
  {
    what: "uWSGI under supervisor",
    answers: { processManager: "supervisor" },
    down: (id) => `supervisorctl stop shop-${id}`,
  },
  {
    what: "uWSGI under the emperor",
    answers: { processManager: "emperor" },
    down: (id) =>
      `mv /srv/shop/vassals/${id}.ini /root/; timeout 20 sh -c 'while [ -S /run/shop/app/${id}.sock ]; do sleep 0.1; done'`,
  },
];

/** A site, and the command line as a person at their terminal has it. */
export interface Console {
  readonly site: Site;
  /** The words of a process that runs a command with its login. */
  command(words: readonly string[]): string[];
  run(words: readonly string[], options?: RunOptions): Promise<Finished>;
  ask(): Promise<Status>;
  /** The status that a visitor gets for a path. */
  get(path: string): Promise<number>;
  /** Commits an app that says `text` and brings it out. */
  deploy(text: string, by: string): Promise<DeployResult>;
}

export async function openConsole(answers: Partial<Answers>): Promise<Console> {
  const site = await openSite(answers);
  site.settings("drain: 1");
  const { address, identityFile, knownHostsFile } = site.host;
  const login = [
    "--host",
    address,
    "--user",
    "deploy-shop",
    "--identity",
    identityFile,
    "--known-hosts",
    knownHostsFile,
  ];
  const command: Console["command"] = ([first = "", ...more]) => [process.execPath, cli, first, ...login, ...more];
  return {
    site,
    command,
    run: (words, options) => runProcess(command(words), { cwd: site.shop.root, timeoutMs: 60_000, ...options }),
    ask: () => status(site.request(), effects()),
    get: (path) => fetch(`http://${address}${path}`).then((answer) => answer.status),
    deploy: (text, by) => {
      site.shop.write("app.py", app(text));
      site.shop.commit(text);
      return site.deploy({ by, env: { SECRET: secret } });
    },
  };
}
