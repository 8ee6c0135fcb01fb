import { type CommandDialect, type CommandWord, lexCommands } from "../../../command/lex.ts";
import type { Text } from "../../../files/source.ts";
import { isTemplated } from "../../../files/template.ts";
import type { Fix } from "../../../finding.ts";
import { replace, suggested } from "../../../fix/edit.ts";
import { setting } from "../../../model/launchers.ts";
import { defineRule } from "../../../rule.ts";
import { execEntries, unit } from "../units.ts";

export const execShellSyntax = defineRule({
  id: "systemd/exec-shell-syntax",
  severity: "error",
  summary: "Shell syntax in a command that does not run in a shell",
  why: `systemd and supervisor start programs themselves: "&&", "|", ">", "$(…)" and "~" are arguments like any other. \`ExecStart=cd /srv/shop && gunicorn …\`
looks for a program called cd; \`… > /var/log/shop.log\` hands gunicorn a ">" and a path, and no log is written. Use WorkingDirectory=, Environment=,
StandardOutput=append:…, ExecStartPre=, or \`/bin/sh -c 'exec …'\`.`,
  bad: unit("ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app > /var/log/shop.log"),
  good: unit(
    "ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app",
    "StandardOutput=append:/var/log/shop.log",
  ),
  check({ project, report }) {
    const look = (command: Text, dialect: CommandDialect, who: string) => {
      const words = lexCommands(command, dialect).flatMap((one) => one.words);
      const at = words.findIndex((word, i) => isShell(word, i));
      if (at < 0) return;
      const word = words[at] as CommandWord;
      const fix = inShell(command, words[0] as CommandWord);
      report(
        word,
        `${who} starts programs without a shell: \`${word.text.slice(0, 60)}\` is an ordinary argument, or the name of a program.`,
        fix ? { fix } : {},
      );
    };
    for (const file of project.units) for (const { value } of execEntries(file)) look(value, "systemd", "systemd");
    for (const file of project.supervisor) {
      for (const section of file.sections) {
        const command = /^(fcgi-)?program:/.test(section.name.text) ? setting(section, "command") : undefined;
        if (command) look(command.value, "shlex", "supervisor");
      }
    }
  },
});

/** A whole word that only a shell understands; a quoted one is intended. */
function isShell({ text, quoted }: CommandWord, index: number): boolean {
  if (quoted || isTemplated(text)) return false;
  if (index > 0 && /^(&&|\|\|?|&|<|\d?>>?|\d?>>?(\/.*|&\d)|&>>?.*|<\/.*)$/.test(text)) return true;
  if (index === 0 && /^(cd|source|\.|export|ulimit|alias|eval)$/.test(text)) return true;
  if (/\$\([^)]|`[^`]*`?/.test(text)) return true;
  return index > 0 && /^(--?[\w-]+=)?~\//.test(text);
}

/** The same command in a shell, if neither quotes nor systemd's own characters would change its meaning. */
function inShell(command: Text, first: CommandWord): Fix | undefined {
  const { text } = command;
  if (/['%$\\\n;]/.test(text) || /^[-@:+!|]/.test(first.text)) return undefined;
  if (command.end - command.start !== text.length || /\b(ba|da|z)?sh$/.test(first.text)) return undefined;
  return suggested("run it in a shell", replace(command, `/bin/sh -c '${text}'`));
}
