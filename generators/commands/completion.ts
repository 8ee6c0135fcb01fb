import { bash } from "../completion/bash.ts";
import { fish } from "../completion/fish.ts";
import { type Completed, completed } from "../completion/words.ts";
import { zsh } from "../completion/zsh.ts";
import { command, type SpecifiedCommand } from "../dispatch/command.ts";
import { UsageError } from "../dispatch/errors.ts";
import { summaries } from "../dispatch/summaries.ts";
import { scaffoldSpec } from "../scaffold/flags.ts";

const shells: Readonly<Record<string, (scaffold: Completed, others: readonly Completed[]) => string>> = {
  bash,
  zsh,
  fish,
};

/** @param commands every other command, by its name */
export const completionCommand = (
  commands: Readonly<Record<keyof typeof summaries, () => Promise<SpecifiedCommand>>>,
) =>
  command(
    {
      name: "completion",
      summary: "print the script that completes this program's commands, flags and values in a shell",
      positionals: [{ name: Object.keys(shells).join("|"), help: "the shell" }],
      flags: [],
      examples: [
        ["source <(create-flask-deploy completion bash)", "in ~/.bashrc"],
        ["source <(create-flask-deploy completion zsh)", "in ~/.zshrc, after compinit"],
        ["create-flask-deploy completion fish >~/.config/fish/completions/create-flask-deploy.fish", "once"],
      ],
    },
    async ({ rest }, io) => {
      const [shell = ""] = rest;
      const write = Object.hasOwn(shells, shell) ? shells[shell] : undefined;
      if (!write) throw new UsageError(`${JSON.stringify(shell)}: must be one of ${Object.keys(shells).join(", ")}`);
      const others = (Object.keys(summaries) as (keyof typeof summaries)[]).map(async (name) => {
        const { spec } = await commands[name]();
        return completed(spec, name, summaries[name]);
      });
      io.stdout.write(write(completed(scaffoldSpec, "", ""), await Promise.all(others)));
      return 0;
    },
  );
