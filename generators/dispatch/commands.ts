import { distance } from "../../action/lint/distance.ts";
import type { Io } from "../terminal/io.ts";
import type { SpecifiedCommand } from "./command.ts";
import { UsageError } from "./errors.ts";
import { summaries } from "./summaries.ts";

/** Each command is imported only when it runs, so that scaffolding does not load the others. */
export const commands: Readonly<Record<keyof typeof summaries, () => Promise<SpecifiedCommand>>> = {
  preview: async () => (await import("../commands/preview/preview.ts")).previewCommand,
  lint: async () => (await import("../commands/lint/lint.ts")).lintCommand,
  explain: async () => (await import("../commands/lint/explain.ts")).explainCommand,
  update: async () => (await import("../update/command.ts")).updateCommand,
  setup: async () => (await import("../commands/setup/setup.ts")).setupCommand,
  github: async () => (await import("../github/command.ts")).githubCommand,
  deploy: async () => (await import("../commands/deploy.ts")).deployCommand,
  rollback: async () => (await import("../commands/rollback.ts")).rollbackCommand,
  releases: async () => (await import("../commands/releases.ts")).releasesCommand,
  status: async () => (await import("../commands/status.ts")).statusCommand,
  doctor: async () => (await import("../commands/doctor.ts")).doctorCommand,
  maintenance: async () => (await import("../commands/maintenance.ts")).maintenanceCommand,
  tls: async () => (await import("../commands/tls.ts")).tlsCommand,
  logs: async () => (await import("../commands/logs.ts")).logsCommand,
  exec: async () => (await import("../commands/exec.ts")).execCommand,
  shell: async () => (await import("../commands/exec.ts")).shellCommand,
  unlock: async () => (await import("../commands/unlock.ts")).unlockCommand,
  completion: async () => (await import("../commands/completion.ts")).completionCommand(commands),
};

/**
 * Passes a command line to its command: the first argument is the command's name, or else a folder to scaffold into
 * (`./preview` is a folder called preview).
 */
export async function dispatch(args: readonly string[], io: Io): Promise<number> {
  const [first = "", ...rest] = args;
  if (first === "help" && rest.length <= 1) return dispatch([...rest, "--help"], io);
  if (isCommand(first)) return (await commands[first]())(rest, io);
  const near = Object.keys(commands).find((name) => first.length > 3 && distance(first, name) === 1);
  if (near) throw new UsageError(`unknown command ${first}; did you mean ${near}? (a folder is written ./${first})`);
  const { newCommand } = await import("../scaffold/templates.ts");
  return newCommand(args, io);
}

const isCommand = (word: string): word is keyof typeof summaries => Object.hasOwn(summaries, word);
