import { command } from "./command.ts";
import { commands } from "./commands.ts";
import { bash } from "./completion/bash.ts";
import { fish } from "./completion/fish.ts";
import type { Completed } from "./completion/words.ts";
import { completed } from "./completion/words.ts";
import { zsh } from "./completion/zsh.ts";
import { UsageError } from "./errors.ts";
import { scaffoldSpec } from "./scaffold-flags.ts";

const shells: Readonly<Record<string, (scaffold: Completed, others: readonly Completed[]) => string>> = {
  bash,
  zsh,
  fish,
};

export const completionCommand = command(
  {
    name: "completion",
    summary: "print what makes a shell complete the commands, flags and values of this program",
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
    const others = Object.entries(commands).map(async ([name, { summary, load }]) => {
      const { spec } = await load();
      return completed(spec, name, summary);
    });
    io.stdout.write(write(completed(scaffoldSpec, "", ""), await Promise.all(others)));
    return 0;
  },
);
