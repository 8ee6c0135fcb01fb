import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { command } from "../command.ts";
import { deployKeyFile } from "../deploy-key.ts";
import { UsageError } from "../errors.ts";
import type { Io } from "../io.ts";
import { destination, serverFlags } from "../server-flags.ts";
import { plan, type Step } from "./plan.ts";
import { findToken } from "./token.ts";

const [host, , , identity, knownHosts, config, json] = serverFlags;

export const githubCommand = command(
  {
    name: "github",
    summary: "put what the deploy workflow needs into the repository on GitHub, which is made when there is none",
    flags: [
      host,
      config,
      json,
      { ...identity, help: "private key that may deploy (the one that setup made)" },
      { ...knownHosts, help: "file with the server's keys, as setup prints them" },
      {
        name: "repo",
        kind: "text",
        value: "OWNER/NAME",
        help: "the repository on GitHub",
        problem: (value) =>
          /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/(?!\.{1,2}$)[\w.-]{1,100}$/.test(value) ? undefined : "must be OWNER/NAME",
      },
      { name: "public", kind: "boolean", help: "a new repository may be seen by all (it is private otherwise)" },
      { name: "replace", kind: "boolean", help: "store the secrets again that are there" },
      {
        name: "token-stdin",
        kind: "boolean",
        help: "read the token from stdin, not from GITHUB_TOKEN, GH_TOKEN or gh",
      },
      { name: "dry-run", kind: "boolean", help: "print every request that changes something, and make none" },
    ],
    examples: [
      [
        "create-flask-deploy github --repo acme/shop --known-hosts hosts",
        "secrets and HOST for environment production",
      ],
      ["create-flask-deploy github --repo acme/shop --known-hosts hosts --dry-run", "look first"],
    ],
  },
  async ({ values }, io) => {
    const { app, logins } = destination(values, io);
    const [owner = "", repo = ""] = (values.repo as string).split("/");
    const secrets = {
      SSH_KEY: fileOf(
        values.identity ?? deployKeyFile(app.name, io),
        "--identity",
        /^-----BEGIN [A-Z ]*PRIVATE KEY-----/,
        io,
      ),
      KNOWN_HOSTS: fileOf(values["known-hosts"] as string, "--known-hosts", /^\S+ (ssh|ecdsa)-\S+ AAAA/m, io),
    };
    const token = await findToken(values["token-stdin"] ?? false, io);
    const { openGitHub } = await import("./client.ts");
    const { act, lookAt } = await import("./api.ts");
    const apiUrl = io.env.GITHUB_API_URL || "https://api.github.com";
    const github = openGitHub({ owner, repo }, token, apiUrl);
    const wish = { owner, repo, isPrivate: !values.public, secrets, replace: values.replace ?? false };
    const steps = plan({ ...wish, variables: { HOST: logins[0]?.host ?? "" } }, await lookAt(github));
    const dryRun = values["dry-run"] ?? false;
    if (!dryRun)
      for (const step of steps) {
        io.signal.throwIfAborted();
        await act(step, github);
        io.stderr.write(`· ${step.title}\n`);
      }
    const status = steps.length === 0 ? "unchanged" : dryRun ? "planned" : "done";
    const shown = steps.map(({ secret, ...step }) => step);
    if (values.json)
      io.stdout.write(`${JSON.stringify({ status, repository: `${owner}/${repo}`, steps: shown }, null, 2)}\n`);
    else
      io.stdout.write(
        dryRun
          ? asText(steps)
          : `${owner}/${repo} has what a deploy needs${steps.length ? "" : ": nothing was missing"}.\n`,
      );
    return 0;
  },
  {
    check: ({ values }) => [
      ...(values.repo === undefined ? ["--repo is missing: OWNER/NAME on GitHub"] : []),
      ...(values["known-hosts"] === undefined
        ? ["--known-hosts is missing: a file with the lines that setup printed"]
        : []),
      ...((values.host?.length ?? 0) > 1 ? ["--host: the workflow has one HOST; give one"] : []),
    ],
  },
);

const asText = (steps: readonly Step[]) =>
  steps.map(({ title, route, parameters }) => `${title}\n    ${route} ${JSON.stringify(parameters)}\n`).join("") ||
  "Nothing is missing.\n";

function fileOf(path: string, flag: string, shape: RegExp, { cwd }: Io): string {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, path), "utf8");
  } catch (error) {
    throw new UsageError(`${flag} ${path} cannot be read: ${(error as Error).message}`);
  }
  if (!shape.test(text))
    throw new UsageError(
      `${flag} ${path} does not hold what it should: ${flag === "--identity" ? "a private key" : "lines of known_hosts"}`,
    );
  return text;
}
