import type { Io } from "../terminal/io.ts";

/** The environment without the variables that point git at another repository, as inside a hook. */
export function plainEnv(io: Io): Record<string, string> {
  const pointing = /^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|PREFIX|NAMESPACE|COMMON_DIR)$/;
  const kept = Object.entries(io.env).filter(([name, value]) => value !== undefined && !pointing.test(name));
  return { ...(Object.fromEntries(kept) as Record<string, string>), GIT_TERMINAL_PROMPT: "0" };
}
