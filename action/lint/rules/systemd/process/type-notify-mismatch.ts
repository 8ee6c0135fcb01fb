import type { Invocation } from "../../../command/invocation.ts";
import { type CommandWord, lexCommands } from "../../../command/lex.ts";
import { replace, suggested } from "../../../fix/edit.ts";
import { entries, entry, type UnitFile } from "../../../systemd/tree.ts";
import { isDevelopment } from "../../cmd/dev-server.ts";
import { appUnitRule, unit } from "../units.ts";

export const typeNotifyMismatch = appUnitRule({
  id: "systemd/type-notify-mismatch",
  severity: "error",
  summary: "Type=notify for a program that never tells systemd that it is ready",
  why: `With \`Type=notify\` systemd waits for the main process to say READY=1. uWSGI and gunicorn do; flask run, waitress and uvicorn do not, and behind
\`bash -c '…; exit'\` the sender is not the main process, which counts only with NotifyAccess=all. After 90 seconds systemd says "start
operation timed out" and kills the running server, again and again.`,
  bad: unit("Type=notify", "ExecStart=/srv/shop/.venv/bin/waitress-serve --listen 127.0.0.1:8000 wsgi:app"),
  good: unit("Type=exec", "ExecStart=/srv/shop/.venv/bin/waitress-serve --listen 127.0.0.1:8000 wsgi:app"),
  check({ file, invocations }, { project, report }) {
    const type = entry(file, "Service", "Type");
    if (type?.value.text !== "notify") return;
    const wait = entry(file, "Service", "TimeoutStartSec")?.value.text ?? "90";
    // Without a timeout, the unit stays "activating" and nothing is killed.
    const seen = /^(0|infinity)$/.test(wait)
      ? "the unit never becomes active"
      : `systemd kills the service after ${/^\d+$/.test(wait) ? `${wait} s` : wait}`;
    const access = entry(file, "Service", "NotifyAccess")?.value.text;
    for (const invocation of invocations) {
      const silent =
        /^(flask|waitress|asgi)$/.test(invocation.program) ||
        (invocation.program === "python" && isDevelopment(project, invocation));
      const behind = !silent && !/^(all|exec)$/.test(access ?? "") && behindShell(file, invocation);
      if (!silent && !behind) continue;
      report(
        type,
        behind
          ? `The shell is the main process, not ${invocation.program} behind it, whose READY=1 does not count: ${seen}. Write \`exec\` before it.`
          : `${nameOf(invocation)} never sends READY=1: ${seen}.`,
        {
          related: [{ at: invocation, message: "the program that should send READY=1" }],
          fix: behind
            ? suggested(
                "let every process of the service send it",
                replace(type, `${file.source.slice(type)}\nNotifyAccess=all`),
              )
            : suggested("write `Type=exec`", replace(type.value, "exec")),
        },
      );
      break;
    }
  },
});

const nameOf = ({ program, executable }: Invocation) =>
  program === "flask" ? "flask run" : program === "python" ? "The script" : executable.text.replace(/^.*\//, "");

/** Whether a shell stays the main process: there is no `exec`, and it does not replace itself by its last command. */
function behindShell(file: UnitFile, invocation: Invocation): boolean {
  if (!invocation.nested || invocation.command.words[0]?.text === "exec") return false;
  for (const start of entries(file, "Service", "ExecStart")) {
    const words: CommandWord[] = lexCommands(start.value, "systemd").flatMap((command) => command.words);
    const script = words.find((word) => word.start <= invocation.start && invocation.end <= word.end);
    if (!script?.quoted) continue;
    const inner = { source: script.source, start: script.start + 1, end: script.end - 1 };
    const commands = lexCommands(inner, "shell");
    // bash replaces itself by the last command of -c; dash, which is Debian's sh, stays and waits for it.
    const isBash = words.some((word) => /(^|\/)bash$/.test(word.text));
    return !(isBash && commands.at(-1)?.start === invocation.command.start);
  }
  return false;
}
