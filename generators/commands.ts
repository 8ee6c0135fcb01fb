import type { SpecifiedCommand } from "./command.ts";
import { UsageError } from "./errors.ts";
import { columns } from "./help.ts";
import type { Io } from "./io.ts";
import { distance } from "./nearest.ts";

interface Entry {
  readonly summary: string;
  /** Loaded only when called, so that scaffolding does not pay for the rest. */
  readonly load: () => Promise<SpecifiedCommand>;
}

/** Every command but the scaffold itself, in the order of `--help`. */
export const commands: Readonly<Record<string, Entry>> = {
  preview: {
    summary: "run the app here with its own configuration",
    load: async () => (await import("./preview/command.ts")).previewCommand,
  },
  lint: {
    summary: "find what would break the site in the configs, and between them",
    load: async () => (await import("./lint.ts")).lintCommand,
  },
  explain: {
    summary: "say what a rule of lint is about",
    load: async () => (await import("./explain.ts")).explainCommand,
  },
  update: {
    summary: "merge newer templates, or other answers, into the app",
    load: async () => (await import("./update/command.ts")).updateCommand,
  },
  setup: {
    summary: "prepare a server for the app",
    load: async () => (await import("./setup.ts")).setupCommand,
  },
  github: {
    summary: "set up a GitHub repository that deploys on push",
    load: async () => (await import("./github/command.ts")).githubCommand,
  },
  deploy: {
    summary: "deploy to the server",
    load: async () => (await import("./deploy.ts")).deployCommand,
  },
  rollback: {
    summary: "go back to a former release",
    load: async () => (await import("./rollback.ts")).rollbackCommand,
  },
  releases: {
    summary: "list the releases on the server",
    load: async () => (await import("./releases.ts")).releasesCommand,
  },
  status: {
    summary: "show the live release and whether it responds",
    load: async () => (await import("./status.ts")).statusCommand,
  },
  doctor: {
    summary: "diagnose the server and the connection to it",
    load: async () => (await import("./doctor.ts")).doctorCommand,
  },
  maintenance: {
    summary: "show visitors a page instead of the site",
    load: async () => (await import("./maintenance.ts")).maintenanceCommand,
  },
  logs: {
    summary: "show what the app, its process manager and nginx have written",
    load: async () => (await import("./logs.ts")).logsCommand,
  },
  exec: {
    summary: "run a command on the server, in the live release's environment",
    load: async () => (await import("./exec.ts")).execCommand,
  },
  shell: {
    summary: "open a shell on the server, in the live release's environment",
    load: async () => (await import("./exec.ts")).shellCommand,
  },
  unlock: {
    summary: "end the deploy that holds the server's lock",
    load: async () => (await import("./unlock.ts")).unlockCommand,
  },
  completion: {
    summary: "print what makes bash, zsh or fish complete all this",
    load: async () => (await import("./completion.ts")).completionCommand,
  },
};

/**
 * Hands a command line to its command: the first word names it, or it is a folder to scaffold into
 * (`./preview` is a folder called preview).
 */
export async function dispatch(args: readonly string[], io: Io): Promise<number> {
  const [first = "", ...rest] = args;
  if (first === "help" && rest.length <= 1) return dispatch([...rest, "--help"], io);
  if (Object.hasOwn(commands, first)) return (await (commands[first] as Entry).load())(rest, io);
  const near = Object.keys(commands).find((name) => first.length > 3 && distance(first, name) === 1);
  if (near)
    throw new UsageError(`there is no command ${first}; did you mean ${near}? (a folder is written ./${first})`);
  const { newCommand } = await import("./shipped.ts");
  return newCommand(args, io);
}

/** The list of the other commands, for the scaffold's `--help`. */
export const commandLines = (): string[] =>
  columns(Object.entries(commands).map(([name, { summary }]) => [name, summary]));
