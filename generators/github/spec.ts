import type { CommandSpec, Parsed } from "../dispatch/flags.ts";
import { serverFlags } from "../dispatch/server-flags.ts";

const [host, user, port, identity, knownHosts, config, json] = serverFlags;

const names = (shape: RegExp, what: string) => (value: string) =>
  value.split(",").every((name) => shape.test(name)) ? undefined : `must be ${what}, with commas between several`;

export const spec = {
  name: "github",
  summary: "set up a GitHub repository that deploys to a prepared server on push; rerun to add what is missing",
  positionals: [{ name: "rotate-key", help: "replace the deploy key on the server and in GitHub", optional: true }],
  flags: [
    {
      name: "repo",
      kind: "text",
      value: "OWNER/NAME",
      help: "the repository on GitHub (that of the git remote); created if it does not exist",
      problem: (value: string) =>
        /^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}\/(?!\.{1,2}$|.*\.git$)[\w.-]{1,100}$/.test(value)
          ? undefined
          : "must be OWNER/NAME, as in the repository's address: letters, digits, - and in the name . and _",
    },
    {
      name: "public",
      kind: "boolean",
      help: "make the repository public, also one that exists; a new one is private otherwise",
    },
    {
      name: "template",
      kind: "boolean",
      help: "make a template repository for others to start from; it deploys nothing",
    },
    {
      name: "environment",
      kind: "text",
      value: "NAME",
      help: "environment that holds secrets and variables [production]",
      problem: (value: string) =>
        /^[\w.-]{1,100}$/.test(value) ? undefined : "must be made of letters, digits, ., _ and -",
    },
    {
      name: "reviewers",
      kind: "text",
      value: "USER,team:NAME",
      help: "who must approve a deploy, six at most",
      problem: (value: string) =>
        value.split(",").length > 6
          ? "must be six at most"
          : names(/^(team:[\w.-]+|[A-Za-z0-9][\w-]*)$/, "a user, or team:NAME")(value),
    },
    {
      name: "branch",
      kind: "text",
      value: "main,release/*",
      help: "the only branches that may deploy [default: main]",
      problem: names(/^[^\s,~^:?\\]+$/, "a branch, or a pattern"),
    },
    { ...host, help: "server that GitHub deploys to (as flask-deploy.yml says, or the login)" },
    { ...user, help: "account that GitHub logs in as on the server [default: deploy-NAME]" },
    port,
    {
      name: "login",
      kind: "text",
      value: "root@HOST",
      help: "SSH login that installs the new key [the account that deploys]",
      problem: (value: string) => (/^[^\s@-][^\s@]*@[^\s@-][^\s@]*$/.test(value) ? undefined : "must be USER@HOST"),
    },
    { ...identity, help: "private key for that login" },
    { ...knownHosts, help: "file that pins the server's host key [default: the known_hosts of ssh]" },
    { name: "existing-key", kind: "text", value: "FILE", help: "store this private key instead of creating one" },
    { name: "replace", kind: "boolean", help: "overwrite secrets that already exist" },
    { name: "push", kind: "boolean", negatable: true, help: "push main [default: yes]" },
    {
      name: "follow",
      kind: "boolean",
      negatable: true,
      help: "follow the workflow run of that push until it ends [default: yes]",
    },
    { name: "timeout", kind: "integer", range: [1, 86_400], standard: 1800, help: "seconds to follow the run for" },
    { name: "token-stdin", kind: "boolean", help: "read the token from stdin, not from GITHUB_TOKEN, GH_TOKEN or gh" },
    {
      name: "dry-run",
      kind: "boolean",
      help: "print every request and command that would change something, change nothing",
    },
    config,
    json,
  ],
  examples: [
    ["create-flask-deploy github --login root@shop.example.org", "repository, environment, key, push, first deploy"],
    [
      "create-flask-deploy github --repo acme/shop --reviewers ann,team:ops --branch main",
      "with reviewers who must approve each deploy",
    ],
    [
      "create-flask-deploy github --environment production-console --branch main",
      "a second environment with its own key, for read-only console commands that need no approval",
    ],
    ["create-flask-deploy github --dry-run", "preview the steps"],
    ["create-flask-deploy github --repo acme/flask-start --template", "a template for the members of an organisation"],
    [
      "create-flask-deploy github rotate-key --login root@shop.example.org",
      "creates a new key and removes the old one last",
    ],
  ],
} as const satisfies CommandSpec;

export type Line = Parsed<typeof spec>;

/** Problems of the command line as a whole. */
export function lineProblems({ values, rest }: Line): string[] {
  const { template, branch, host = [] } = values;
  const also = (name: keyof Line["values"], why: string) =>
    values[name] === undefined ? [] : [`--${name} has no effect ${why}`];
  const rotates = rest[0] === "rotate-key";
  return [
    ...(rest[0] === undefined || rotates
      ? []
      : [`unknown subcommand github ${JSON.stringify(rest[0])}; the only one is rotate-key`]),
    ...(branch && !branch.split(",").some(takesMain) ? ["--branch must include main, which the workflow deploys"] : []),
    ...(host.length > 1 ? ["--host: the workflow has one HOST; pass only one"] : []),
    ...(template
      ? (["reviewers", "branch", "environment", "existing-key", "login"] as const).flatMap((name) =>
          also(name, "with --template"),
        )
      : []),
    ...(values["existing-key"] && rotates
      ? ["--existing-key has no effect with rotate-key, which creates a new one"]
      : []),
    ...(rotates && template ? ["--template has no effect with rotate-key"] : []),
  ];
}

/** Matches like GitHub's branch patterns: * is any text without a slash. */
const takesMain = (pattern: string) =>
  new RegExp(`^${pattern.replace(/[.+(){}|^$[\]]/g, "\\$&").replaceAll("*", "[^/]*")}$`).test("main");
