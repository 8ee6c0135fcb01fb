import { program, programRule } from "./programs.ts";

export const commandIsFolder = programRule({
  id: "supervisor/command-is-folder",
  severity: "error",
  summary: "A command that names a folder",
  why: `supervisor starts the program itself. A path that ends in / is a folder: "can't find command" or "permission denied", the program is FATAL and nothing runs.`,
  bad: program("command=/srv/shop/.venv/bin/"),
  good: program(),
  check({ setting }, { report }) {
    const command = setting("command");
    const [first = ""] = command?.value.text.split(/\s+/) ?? [];
    if (command && /^\/.*\/$/.test(first))
      report(command.value, `${first} is a folder: supervisor cannot start it, and the program is FATAL.`);
  },
});
