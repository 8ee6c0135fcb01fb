import { type Range, Source, type Text } from "../files/source.ts";
import { gunicornOption } from "../gunicorn/settings.ts";
import { kindOf, shortOption } from "../uwsgi/options.ts";
import type { UwsgiOption } from "../uwsgi/tree.ts";
import { type Command, type CommandDialect, type CommandWord, lexCommands, type Variables } from "./lex.ts";

/** An app server, or a program that is used in place of one, as a command line starts it. */
export interface Invocation extends Range {
  /** `flask` is `flask run`; `python` is `python file.py`; `asgi` is uvicorn and hypercorn. */
  readonly program: "uwsgi" | "gunicorn" | "flask" | "python" | "waitress" | "asgi";
  readonly executable: CommandWord;
  /** Long names for uWSGI, setting names for gunicorn (`-b` is "bind"); as written where unknown. */
  readonly options: readonly UwsgiOption[];
  readonly positional: readonly CommandWord[];
  readonly background: boolean;
  /** Run by nohup, setsid, screen or tmux. */
  readonly detached: boolean;
  /** What precedes it: `cd DIR`, and variables that are set on the command line. */
  readonly cwd: Text | undefined;
  readonly environment: readonly { readonly name: string; readonly value: Text }[];
  /** `sudo -u NAME`. */
  readonly user: Text | undefined;
  readonly command: Command;
  /** Run by a shell (`bash -c '…'`) inside another command. */
  readonly nested: boolean;
}

/** Every server that a piece of shell, a unit's ExecStart or a supervisor command starts. */
export function invocationsIn(range: Range, dialect: CommandDialect, variables?: Variables): Invocation[] {
  const found: Invocation[] = [];
  const queue: { range: Range; dialect: CommandDialect; nested: boolean }[] = [{ range, dialect, nested: false }];
  // The limit keeps a file of nothing but nested `sh -c` from being parsed again and again.
  for (let rounds = 0; queue.length > 0 && rounds < 1000; rounds++) {
    const job = queue.shift()!;
    let cwd: Text | undefined;
    for (const command of lexCommands(job.range, job.dialect, variables)) {
      if (command.words[0]?.text === "cd" && command.words[1]) cwd = command.words[1];
      const inner = shellScript(command);
      if (inner) queue.push({ range: inner, dialect: "shell", nested: true });
      const invocation = inner ? undefined : read(command, cwd, job.nested);
      if (invocation) found.push(invocation);
    }
  }
  return found;
}

/** The script of `sh -c '…'`, unless an escape makes its offsets inexact. */
function shellScript(command: Command): Range | undefined {
  const at = command.words.findIndex((word) => /^[-@:+!]*(\/(usr\/)?bin\/)?(ba|da|z)?sh$/.test(word.text));
  if (at < 0 || at > 6) return undefined;
  const flag = command.words.findIndex((word, i) => i > at && /^-[a-z]*c$/.test(word.text));
  const script = flag < 0 ? undefined : command.words[flag + 1];
  if (!script?.quoted) return undefined;
  const { source, start, end } = script;
  if (end - start - 2 === script.text.length) return { source, start: start + 1, end: end - 1 };
  // Escapes and line continuations become spaces, so that every word keeps its offset.
  const plain = source.slice(script).replace(/\\\r?\n|\\(?=["\\$`])/g, (taken) => " ".repeat(taken.length));
  return new Source(source.path, source.text.slice(0, start) + plain + source.text.slice(end)).range(
    start + 1,
    end - 1,
  );
}

/** Programs that run the rest of the line, with those of their options that take a value. */
const wrappers: Record<string, readonly string[]> = {
  exec: ["-a"],
  nohup: [],
  setsid: [],
  time: [],
  nice: ["-n"],
  ionice: ["-c", "-n"],
  env: ["-u", "-C"],
  sudo: ["-u", "-g", "-C", "-h", "-p"],
  doas: ["-u"],
  command: [],
  "ddtrace-run": [],
  "opentelemetry-instrument": [],
  "newrelic-admin": [],
  "run-program": [],
  pipenv: [],
  poetry: [],
  uv: ["--with", "--python", "-p"],
  run: [],
  "dumb-init": [],
  tini: [],
  "--": [],
  setpriv: [],
  gosu: [],
  chroot: [],
  systemctl: [],
};

function read(command: Command, cwd: Text | undefined, nested: boolean): Invocation | undefined {
  const { words } = command;
  let i = 0;
  let user: Text | undefined;
  let detached = false;
  const environment = [...command.assignments];
  for (; i < words.length; i++) {
    const word = words[i] as CommandWord;
    const name = base(word.text);
    const taking = wrappers[name];
    if (/^[A-Za-z_]\w*=/.test(word.text)) {
      const equals = word.text.indexOf("=");
      environment.push({ name: word.text.slice(0, equals), value: { ...word, text: word.text.slice(equals + 1) } });
    } else if (taking) {
      if (name === "nohup" || name === "setsid") detached = true;
      while (words[i + 1]?.text.startsWith("-") && words[i + 1]?.text !== "--") {
        i++;
        if (taking.includes(words[i]!.text)) {
          if (words[i]!.text === "-u" && (name === "sudo" || name === "doas")) user = words[i + 1];
          i++;
        }
      }
      if (name === "gosu") user = words[++i];
    } else break;
  }
  const executable = words[i];
  if (!executable) return undefined;
  let rest = words.slice(i + 1);
  let name = base(executable.text);
  if (/^python[\d.]*$/.test(name)) {
    const flag = rest.findIndex((word) => !/^-[a-zA-Z]$/.test(word.text) || word.text === "-m");
    if (rest[flag]?.text === "-m" && rest[flag + 1]) {
      name = rest[flag + 1]!.text;
      rest = rest.slice(flag + 2);
    } else rest = rest.slice(Math.max(flag, 0));
  }
  const program = programOf(name, rest);
  if (!program) return undefined;
  const { options, positional } =
    program === "uwsgi"
      ? argumentsOf(rest, uwsgiGrammar)
      : program === "gunicorn"
        ? argumentsOf(rest, gunicornGrammar)
        : argumentsOf(rest, plainGrammar);
  return {
    source: command.source,
    start: command.start,
    end: command.end,
    program,
    executable,
    options,
    positional,
    background: command.operator?.text === "&",
    detached,
    cwd,
    environment,
    user,
    command,
    nested,
  };
}

/** The name without its directory and without systemd's prefixes. */
const base = (path: string) => path.replace(/^[-@:+!]+(?=[/.\w])/, "").replace(/^.*\//, "");

function programOf(name: string, rest: readonly CommandWord[]): Invocation["program"] | undefined {
  if (/^uwsgi([-_].*)?$/.test(name) && !/^uwsgi[-_](curl|proxy|params)/.test(name)) return "uwsgi";
  if (/^gunicorn[\d.]*$/.test(name) || name === "gunicorn3" || name === "gunicorn.app.wsgiapp") return "gunicorn";
  if (name === "flask" && rest.some((word) => word.text === "run")) return "flask";
  if (/^python[\d.]*$/.test(name) && rest[0] && /\.py$/.test(rest[0].text)) return "python";
  if (name === "waitress-serve" || name === "waitress") return "waitress";
  if (name === "uvicorn" || name === "hypercorn" || name === "daphne") return "asgi";
  return undefined;
}

type Arguments = { options: UwsgiOption[]; positional: CommandWord[] };

/** Splits `--name=value`; both parts keep their offsets. */
function halves(word: CommandWord): { name: Text; value: Text | undefined } {
  const equals = word.text.indexOf("=");
  const exact = word.end - word.start === word.text.length;
  const dashes = /^-+/.exec(word.text)?.[0].length ?? 0;
  const cut = equals < 0 ? word.text.length : equals;
  const name: Text = {
    source: word.source,
    start: exact ? word.start + dashes : word.start,
    end: exact ? word.start + cut : word.end,
    text: word.text.slice(dashes, cut),
  };
  if (equals < 0) return { name, value: undefined };
  const start = exact ? word.start + equals + 1 : word.start;
  return { name, value: { ...word, start, text: word.text.slice(equals + 1) } };
}

/** How a program reads an option: its long name, and whether a value follows. */
type Grammar = (written: string) => { readonly name: string; readonly takesValue: boolean };

const uwsgiGrammar: Grammar = (written) => {
  const name = written.startsWith("--")
    ? written.slice(2)
    : (shortOption(written[1] as string) ?? (written[1] as string));
  // An unknown (or abbreviated) option is assumed to take a value if the next word can be one.
  return { name, takesValue: !/^(bool|flag)$/.test(kindOf(name) ?? "") };
};

const gunicornGrammar: Grammar = (written) => {
  const known = gunicornOption(written);
  return { name: known?.name ?? written.replace(/^-+/, ""), takesValue: !known?.flag };
};

const plainGrammar: Grammar = (written) => ({ name: written.replace(/^-+/, ""), takesValue: false });

function argumentsOf(words: readonly CommandWord[], grammar: Grammar): Arguments {
  const out: Arguments = { options: [], positional: [] };
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as CommandWord;
    if (!/^-./.test(word.text)) {
      out.positional.push(word);
      continue;
    }
    let { name, value } = halves(word);
    const isLong = word.text.startsWith("--") || grammar === plainGrammar;
    const known = grammar(isLong ? word.text.replace(/=[\s\S]*$/, "") : word.text.slice(0, 2));
    if (!isLong) {
      const glued = word.text.slice(2).replace(/^=/, "");
      value = glued && known.takesValue ? { ...word, start: word.start + 2, text: glued } : undefined;
    }
    let end = word.end;
    const next = words[i + 1];
    // `-` alone is a value: standard output.
    if (
      value === undefined &&
      known.takesValue &&
      next &&
      !(grammar === uwsgiGrammar ? /^--/ : /^-./).test(next.text)
    ) {
      value = words[++i] as CommandWord;
      end = value.end;
    }
    name = { ...name, text: known.name };
    out.options.push({ source: word.source, start: word.start, end, name, value });
  }
  return out;
}
