import { Failure } from "../../action/engine/process/failure.ts";
import type { Finished } from "../../action/engine/process/run.ts";
import { plainEnv } from "../scaffold/git-env.ts";
import type { Io } from "../terminal/io.ts";

/** Settings for every call, because the user's own would change the output that is parsed. */
const settings = [
  "core.quotePath=false",
  "log.showSignature=false",
  "core.useReplaceRefs=true",
  "core.safecrlf=false",
].flatMap((setting) => ["-c", setting]);

export interface Call {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Completes even if the user interrupts, because it must not stay incomplete. */
  readonly toTheEnd?: boolean;
}

/** git in one repository. */
export interface Git {
  /** Root of the work tree. */
  readonly root: string;
  /** Path of the app below the root, with "/"; "" for the root itself. */
  readonly folder: string;
  /** Resolves however git ends. */
  readonly run: (args: readonly string[], call?: Call) => Promise<Finished>;
  /** Output of git without its last newline. @throws {@link Failure} if git fails */
  readonly read: (args: readonly string[], call?: Call) => Promise<string>;
  /** Content of a file in a commit, as `COMMIT:PATH`. */
  readonly text: (path: string) => Promise<string>;
  /** Output of git with `-z`, split at NUL. */
  readonly list: (args: readonly string[], call?: Call) => Promise<string[]>;
}

/** The branch as it was when the update began: another git may move it in between. */
export interface Branch extends Git {
  /** Its last commit. */
  readonly head: string;
}

/** @throws {@link Failure} if git is missing, or the folder is in no work tree */
export async function gitAt(cwd: string, io: Io): Promise<Git> {
  const { GIT_NO_REPLACE_OBJECTS: _, ...env } = plainEnv(io);
  const at = async (dir: string, args: readonly string[], { stdin, env: more, toTheEnd }: Call = {}) => {
    const options = {
      ...{ cwd: dir, env: { ...env, LC_ALL: "C", ...more } },
      ...(stdin !== undefined && { stdin }),
      ...(!toTheEnd && { signal: io.signal }),
    };
    const done = await io.run(["git", ...settings, ...args], options).catch((error: Error) => {
      throw new Failure(`git cannot be started: ${error.message}. Install git: update merges with it.`);
    });
    if (!toTheEnd) io.signal.throwIfAborted();
    return done;
  };
  const place = await at(cwd, ["rev-parse", "--is-inside-work-tree", "--show-prefix", "--show-cdup"]);
  const [inside, prefix = "", up = ""] = place.stdout.split("\n");
  if (place.code !== 0 && !/not a git repository/i.test(place.stderr))
    throw new Failure(`git cannot read ${cwd}: ${lastLines(place)}`);
  if (inside !== "true")
    throw new Failure(
      `${cwd} is not in a git repository, and update merges with git. Run git init && git add -A && git commit -m Start first.`,
    );
  const root = (await at(up ? `${cwd}/${up}` : cwd, ["rev-parse", "--show-toplevel"])).stdout.replace(/\n$/, "");
  const run = (args: readonly string[], call?: Call) => at(root, args, call);
  const read = async (args: readonly string[], call?: Call) => {
    const done = await run(args, call);
    if (done.code !== 0) throw new Failure(`git ${args[0]} failed: ${lastLines(done)}`);
    return done.stdout.replace(/\n$/, "");
  };
  return {
    ...{ root, folder: prefix.replace(/\/$/, ""), run, read },
    // Not `read`, which removes the last newline.
    text: async (path) => (await run(["cat-file", "blob", path])).stdout,
    list: async (args, call) => (await read(args, call)).split("\0").filter((part) => part !== ""),
  };
}

/** The last lines of a failed git's output. */
export const lastLines = ({ stderr, stdout, code }: Finished, most = 6): string =>
  (stderr.trim() || stdout.trim() || `exit code ${code}`)
    .split("\n")
    .filter((line) => !line.startsWith("hint:"))
    .slice(-most)
    .join("\n");
