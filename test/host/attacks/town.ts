import { join } from "node:path";
import type { Answers } from "../../../action/engine/app/fields.ts";
import type { DeployResult } from "../../../action/engine/deploy/contract.ts";
import type { Finished } from "../../../action/engine/process/run.ts";
import type { Host } from "../lib/host.ts";
import type { Shop } from "../lib/shop.ts";
import type { Attack, Tried } from "./attack.ts";

/** What each app has in its environment and nobody else may see. */
export const secrets = { shop: "shop-secret-5d1f0e7a93", till: "till-secret-77c2b41d0e" };

/** The app that answers with its name, and, once it is hostile, runs what it is sent. */
export const hostile = (name: string) => `import os, subprocess, sys
from flask import Flask, request

app = Flask(__name__)
# What it left itself for the next start.
evil = os.environ.get("HOME", "") + "/shared/instance/evil.py"
if os.path.isfile(evil):
    exec(open(evil).read())


@app.get("/")
def index():
    return "${name}"


@app.get("/healthz")
def health():
    return "ok"


@app.route("/see")
def see():
    return {"url": request.url, "scheme": request.scheme, "secure": request.is_secure, "address": request.remote_addr}


@app.post("/echo")
def echo():
    return request.get_data()


@app.get("/accel")
def accel():
    return "", 200, {"X-Accel-Redirect": request.args["to"]}


@app.post("/say")
def say():
    sys.stderr.write(request.get_data(as_text=True) * int(request.args.get("times", 1)) + "\\n")
    sys.stderr.flush()
    return "said"


@app.post("/sh")
def sh():
    script = request.get_data(as_text=True)
    done = subprocess.run(["sh", "-c", script], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=25)
    return done.stdout, 200, {"X-Code": str(done.returncode)}
`;

/** One server with two apps of two owners, both hostile, and somebody who has an account there. */
export interface Town {
  readonly host: Host;
  readonly shop: Shop;
  readonly till: Shop;
  /** Brings the shop's repository out, as a job does. */
  deploy(): Promise<DeployResult>;
  attempt(attack: Attack): Promise<Tried>;
  /** The command line as the person who looks after the shop has it, or the till. */
  person(words: readonly string[], repository?: Shop): Promise<Finished>;
  close(): Promise<void>;
}

/** The `deploy:` of both: nothing that takes long. */
const settings = `deploy:
  health: /healthz
  shared: [instance]
  drain: 1
  keep_releases: 3
  prober: {seconds: 0}
  gate: {timeout: 20}
`;

/** Names that the scripts of attacks use, whoever runs them. */
const prelude = `within() { n=$1; shift; while [ "$n" -gt 0 ]; do "$@" && return 0; sleep 0.2; n=$((n - 1)); done; return 1; }
# A release of the key holder's own making, NEW, as a copy of the live one.
copied() { cp -a "/srv/$APP/releases/$ID" "/srv/$APP/releases/$NEW" && chmod -R u+w "/srv/$APP/releases/$NEW"; }
# In place, so that the file stays its group's to read.
edit() { file=$1; shift; sed "$@" "$file" >"/tmp/edit.$NEW" && cat "/tmp/edit.$NEW" >"$file"; rm -f "/tmp/edit.$NEW"; }
serves() { [ "$(curl -s --max-time 5 -H "Host: $1.example.org" http://127.0.0.1/)" = "$1" ]; }
tool() { sudo -n "$TOOL" "$@"; }
`;

/**
 * @param checkout whose product the server is set up with; this repository's unless another one is named
 */
export async function openTown(
  answers: Partial<Answers> = {},
  checkout = join(import.meta.dirname, "../../.."),
): Promise<Town> {
  const load = (path: string) => import(join(checkout, path));
  const [{ bootHost }, { makeShop }, { prepare }, { deploy }, { effects }, { runProcess }] = await Promise.all([
    load("test/host/lib/host.ts") as Promise<typeof import("../lib/host.ts")>,
    load("test/host/lib/shop.ts") as Promise<typeof import("../lib/shop.ts")>,
    load("test/host/lib/prepared.ts") as Promise<typeof import("../lib/prepared.ts")>,
    load("action/engine/deploy/deploy.ts") as Promise<typeof import("../../../action/engine/deploy/deploy.ts")>,
    load("test/host/lib/site.ts") as Promise<typeof import("../lib/site.ts")>,
    load("action/engine/process/run.ts") as Promise<typeof import("../../../action/engine/process/run.ts")>,
  ]);
  const isTcp = answers.stack === "uwsgi-tcp" || answers.socket === "tcp";
  const [host, shop, till] = await Promise.all([
    bootHost(),
    makeShop({ ...answers, name: "shop", domain: "shop.example.org", ...(isTcp && { port: 8080 }) }),
    makeShop({ ...answers, name: "till", domain: "till.example.org", ...(isTcp && { port: 8090 }) }),
  ]);
  const { address, identityFile, knownHostsFile } = host;
  const close = async () => {
    await host.stop();
    shop.remove();
    till.remove();
  };
  const run = (repository: Shop) =>
    deploy(
      {
        ...{ app: repository.app(), root: repository.root, lockSeconds: 20 },
        login: { host: address, user: repository.app().deploy.user, identityFile, knownHostsFile },
        env: { SECRET: secrets[repository === shop ? "shop" : "till"] },
      },
      effects(),
    );
  try {
    for (const repository of [shop, till]) {
      const name = repository === shop ? "shop" : "till";
      repository.write("app.py", hostile(name));
      repository.edit("flask-deploy.yml", /^deploy:\n[\s\S]*$/m, settings);
      repository.commit("Hostile");
      await prepare(host, repository);
      const done = await run(repository);
      if (done.status !== "deployed") throw new Error(`${name}: ${JSON.stringify(done.cause)}`);
    }
  } catch (error) {
    await close();
    throw error;
  }
  await host.must("useradd -m mallory");

  const id = (name: string) => host.must(`basename "$(readlink /srv/${name}/current)"`);
  const environment = await host.must("test -e /etc/flask-deploy/till.env && echo etc || echo shared");
  const variables = async (number: number): Promise<Record<string, string>> => ({
    ...{ APP: "shop", OTHER: "till", ADDRESS: address },
    ...{ LOGIN: shop.app().deploy.user, OTHER_LOGIN: till.app().deploy.user },
    ...{ TOOL: "/usr/local/lib/flask-deploy/shop", OTHER_TOOL: "/usr/local/lib/flask-deploy/till" },
    ...{
      ID: await id("shop"),
      OTHER_ID: await id("till"),
      NEW: `20270101T${String(number).padStart(6, "0")}Z-abcdef0`,
    },
    ENV: environment === "etc" ? "/etc/flask-deploy/shop.env" : "/srv/shop/shared/.env",
    OTHER_ENV: environment === "etc" ? "/etc/flask-deploy/till.env" : "/srv/till/shared/.env",
    ...{ SAID: "/root/said", TOLD: "/root/told" },
  });
  const cli = (words: readonly string[], repository: Shop) =>
    runProcess([process.execPath, join(checkout, "generators/cli.ts"), ...words], {
      ...{ cwd: repository.root, timeoutMs: 90_000 },
    });
  /** An app of another name, from a repository of its own, by the answers that a person would give. */
  const setUpAs = async (name: string): Promise<Finished> => {
    const login = ["--identity", identityFile, "--known-hosts", knownHostsFile, "--deploy-key", `${identityFile}.pub`];
    const script = `cp -a "$1" "$2" && cd "$2" && shift 2 && for file in deploy/shop*; do git mv "$file" "deploy/$0\${file#deploy/shop}"; done
      sed -i "s/shop/$0/g" flask-deploy.yml deploy/* && git commit -qam named && exec "$@"`;
    const folder = `${shop.root}-${name}`;
    const command = [process.execPath, join(checkout, "generators/cli.ts"), "setup", `root@${address}`, ...login];
    const done = await runProcess(["sh", "-c", script, name, shop.root, folder, ...command], { timeoutMs: 60_000 });
    await runProcess(["rm", "-rf", folder]);
    return done;
  };
  const person: Town["person"] = ([command = "", ...more], repository = shop) => {
    const login = ["--identity", identityFile, "--known-hosts", knownHostsFile];
    if (command === "setup" && more[0] === "as") return setUpAs(more[1] as string);
    return command === "setup"
      ? cli([command, `root@${address}`, ...login, "--deploy-key", `${identityFile}.pub`, ...more], repository)
      : cli([command, "--host", address, ...login, ...more], repository);
  };
  const post = (name: string, script: string) =>
    host.inside(
      [
        "curl",
        "-s",
        "--max-time",
        "28",
        "-H",
        `Host: ${name}.example.org`,
        "--data-binary",
        "@-",
        "http://127.0.0.1/sh",
      ],
      { stdin: script, timeoutMs: 30_000 },
    );

  let number = 0;
  return {
    ...{ host, shop, till, person, close },
    deploy: () => run(shop),
    attempt: async (attack) => {
      number += 1;
      const names = await variables(number);
      const head = `${Object.entries(names)
        .map(([name, value]) => `${name}='${value}'`)
        .join("\n")}\n${prelude}`;
      const as = (user: string, script: string) =>
        host.inside(["runuser", "-u", user, "--", "sh", "-c", `cd; ${head}${script}`], { timeoutMs: 45_000 });
      const ssh = [
        "ssh",
        "-F",
        "none",
        "-i",
        identityFile,
        "-o",
        "BatchMode=yes",
        "-o",
        `UserKnownHostsFile=${knownHostsFile}`,
      ];
      const ways: Record<Attack["who"], (script: string) => Promise<Finished>> = {
        app: (script) => post("shop", head + script),
        "other app": (script) => post("till", head + script),
        key: (script) => as(names.LOGIN as string, script),
        "local user": (script) => as("mallory", script),
        visitor: (script) => runProcess(["sh", "-c", head + script], { timeoutMs: 45_000 }),
        ssh: (script) =>
          runProcess(["sh", "-c", `${head}on() { ${ssh.map((word) => `'${word}'`).join(" ")} "$@"; }\n${script}`], {
            timeoutMs: 45_000,
          }),
      };
      const root = (script: string) => host.inside(head + script, { timeoutMs: 45_000 });
      const keep = (file: string, text: string) => host.inside(["sh", "-c", `cat >${file}`], { stdin: text });

      if (attack.before) await root(attack.before);
      const did = await ways[attack.who](attack.do);
      await keep("/root/said", did.stdout + did.stderr);
      let told = "";
      for (const words of attack.commands ?? []) {
        const done = await person(words);
        told += `$ ${words.join(" ")}\n${done.stdout}${done.stderr}${done.timedOut ? "took too long\n" : `(${done.code})\n`}`;
      }
      await keep("/root/told", told);
      const took = await root(attack.took);
      // Whatever it left: the release of its making, and what that put in place of the site's own files.
      await root(`${attack.after ?? ":"}
        "$TOOL" stop "$NEW"; "$TOOL" restore; "$TOOL" settle; rm -rf "/srv/shop/releases/$NEW"; systemctl daemon-reload`);
      const serving = await root("within 50 serves shop && within 50 serves till");
      return {
        succeeded: took.code === 0,
        said: [did.stdout, did.stderr, told, took.stdout, took.stderr].filter(Boolean).join("\n--\n"),
        serving: serving.code === 0,
      };
    },
  };
}
