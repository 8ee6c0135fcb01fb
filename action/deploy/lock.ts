import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "./fault.ts";
import type { ProcessRunner } from "./process.ts";

/** What the release depends on, as a requirements file for pip. */
export interface Lock {
  /** `hashed`: every line carries hashes; `pinned`: every line has ==; `loose`: what is installed depends on the day. */
  readonly kind: "hashed" | "pinned" | "loose";
  /** Where it was read from. */
  readonly from: string;
  /** Requirements with all their includes, without comments: equal texts are equal locks. */
  readonly text: string;
}

/** Finds the lock of a repository: `uv.lock` beside `pyproject.toml`, else `requirements.txt`. */
export async function readLock(
  root: string,
  run: ProcessRunner,
  env: Readonly<Record<string, string>>,
): Promise<Lock | undefined> {
  if (existsSync(join(root, "uv.lock")) && existsSync(join(root, "pyproject.toml"))) {
    const argv = [
      "uv",
      "export",
      "--frozen",
      "--no-dev",
      "--no-emit-project",
      "--no-header",
      "--format",
      "requirements-txt",
    ];
    const done = await run([...argv, "--directory", root], { env, timeoutMs: 60_000 }).catch((error: Error) => {
      const next = "Install uv (on GitHub: astral-sh/setup-uv), or commit a requirements.txt exported by uv.";
      throw new Fault("usage", "check", `uv.lock is read by uv, which could not be started: ${error.message}`, next);
    });
    if (done.code !== 0) {
      const said = done.stderr.trim().split("\n").slice(-6).join("\n");
      throw new Fault("usage", "check", `uv could not export uv.lock: ${said}`, "Run `uv lock` and commit the result.");
    }
    return lockOf("uv.lock", plain(done.stdout));
  }
  if (!existsSync(join(root, "requirements.txt"))) return undefined;
  return lockOf("requirements.txt", flatten(root, "requirements.txt", []));
}

function lockOf(from: string, text: string): Lock {
  const lines = text.split("\n").filter((line) => line && !line.startsWith("-"));
  const every = (pattern: RegExp) => lines.every((line) => pattern.test(line));
  return { from, text, kind: every(/ --hash=/) ? "hashed" : every(/^[^;]*===?[^*]*(;|$)/) ? "pinned" : "loose" };
}

/** Without comments, with continued lines joined: one requirement a line. */
export function plain(text: string): string {
  return text
    .replace(/\\\r?\n/g, " ")
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/(^|\s)#.*$/, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter(Boolean)
    .join("\n");
}

/** With the files that `-r` and `-c` name put in their place, so that a change in one of them counts. */
function flatten(root: string, file: string, above: readonly string[]): string {
  if (above.includes(file)) throw new Fault("usage", "check", `${file} includes itself`);
  let text: string;
  try {
    text = readFileSync(join(root, file), "utf8");
  } catch {
    throw new Fault("usage", "check", `${above.at(-1)} includes ${file}, which cannot be read`);
  }
  return plain(text)
    .split("\n")
    .map((line) => {
      const [, next] = /^(?:-r|--requirement)[ =]?(.+)$/.exec(line) ?? [];
      return next ? flatten(root, join(file, "..", next), [...above, file]) : line;
    })
    .join("\n");
}
