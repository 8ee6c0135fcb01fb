/** A line of the app's own code in a traceback. */
export interface Place {
  /** Path in the app's folder. */
  readonly file: string;
  readonly line: number;
}

/**
 * The innermost frame of a Python traceback that is in the release itself, not in its venv or in Python.
 * @param exists whether the app's folder has a file
 */
export function placeOf(traceback: string, exists: (file: string) => boolean): Place | undefined {
  const frames = [...traceback.matchAll(/^\s*File "([^"\n]+)", line (\d+)/gm)].reverse();
  for (const [, path = "", line = "1"] of frames) {
    const inside = /^\/srv\/[^/]+\/(?:releases\/[^/]+|current)\/(.+)$/.exec(path)?.[1] ?? path.replace(/^\.\//, "");
    const outside = inside.startsWith("/") || /(^|\/)(\.\.|\.venv|site-packages)(\/|$)/.test(inside);
    if (!outside && exists(inside)) return { file: inside, line: Number(line) };
  }
  return undefined;
}

/** The traceback's own last line, "ZeroDivisionError: division by zero"; "" if there is none. */
export const lastLine = (traceback: string): string => traceback.trimEnd().split("\n").at(-1)?.trim() ?? "";
