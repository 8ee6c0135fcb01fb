import { spawn } from "@lydell/node-pty";
import headless from "@xterm/headless";

export const keys = {
  ...{
    enter: "\r",
    down: "\x1b[B",
    up: "\x1b[A",
    left: "\x1b[D",
    right: "\x1b[C",
    tab: "\t",
    esc: "\x1b",
    ctrlC: "\x03",
  },
} as const;

/** A shell in a pseudo-terminal, as a person sees it: keys go in, a screen comes out. */
export interface Terminal {
  /** All lines so far, those scrolled away too, without blanks at their ends. */
  screen(): string;
  type(...texts: readonly string[]): void;
  /** Waits until the screen after `since` matches. @throws with the screen when it does not in time. */
  until(pattern: RegExp, options?: { since?: number; timeoutMs?: number }): Promise<void>;
  /** Types a line, waits until the shell asks for the next, and gives what was printed and the exit code. */
  shell(line: string, timeoutMs?: number): Promise<{ said: string; code: number }>;
  close(): void;
}

const prompt = "ready> ";

export async function openTerminal(cwd: string, env: Readonly<Record<string, string>>, cols = 200): Promise<Terminal> {
  const size = { cols, rows: 50 };
  const shown = new headless.Terminal({ ...size, scrollback: 10_000, allowProposedApi: true });
  const pty = spawn("bash", ["--noprofile", "--norc"], {
    ...size,
    name: "xterm-256color",
    cwd,
    env: { ...env, PS1: prompt, TERM: "xterm-256color", HISTFILE: "/dev/null" },
  });
  pty.onData((text) => shown.write(text));
  // A program may ask the terminal where its cursor is; a real one answers.
  shown.onData((answer) => pty.write(answer));

  const screen = () => {
    const { active } = shown.buffer;
    const lines = Array.from({ length: active.length }, (_, i) => active.getLine(i)?.translateToString(true) ?? "");
    return lines.join("\n").trimEnd();
  };
  const terminal: Terminal = {
    screen,
    type: (...texts) => pty.write(texts.join("")),
    async until(pattern, { since = 0, timeoutMs = 15_000 } = {}) {
      for (const end = Date.now() + timeoutMs; !pattern.test(screen().slice(since)); await pause(20))
        if (Date.now() > end) throw new Error(`${pattern} did not appear within ${timeoutMs} ms:\n${screen()}`);
    },
    async shell(line, timeoutMs = 15_000) {
      const since = screen().length;
      pty.write(`${line}; echo "exit code $?"${keys.enter}`);
      await terminal.until(/\nexit code \d+\nready>/, { since, timeoutMs });
      const [, said = "", code] = /\n([\s\S]*)exit code (\d+)\nready>/.exec(screen().slice(since)) ?? [];
      return { said, code: Number(code) };
    },
    close() {
      pty.kill("SIGKILL");
      shown.dispose();
    },
  };
  await terminal.until(/ready>/);
  return terminal;
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
