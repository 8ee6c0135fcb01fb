import { execFile } from "node:child_process";

/** How a program ended. */
export interface Ended {
  readonly code: number;
  /** What it wrote on stdout and stderr, in one text. */
  readonly output: string;
}

/** Runs a program to its end, or kills it after `seconds`; environment variables are added to those of the tests. */
export function program(
  command: string,
  args: readonly string[],
  { cwd = ".", env = {}, seconds = 120 }: { cwd?: string; env?: Record<string, string>; seconds?: number } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, ...env }, timeout: seconds * 1000, killSignal: "SIGKILL" as const };
    execFile(command, args, { ...options, maxBuffer: 16e6 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 128;
      resolve({ code, output: `${stdout}${stderr}${code === 128 ? `\n${error?.message}` : ""}` });
    });
  });
}

/** Runs a program that has to succeed. @returns what it wrote @throws with all of that when it fails */
export async function succeed(...call: Parameters<typeof program>): Promise<string> {
  const { code, output } = await program(...call);
  if (code !== 0) throw new Error(`${call[0]} ${call[1].join(" ")}: exit code ${code}\n${output}`);
  return output;
}
