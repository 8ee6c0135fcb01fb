import { environment } from "../../action/engine/process/world.ts";
import type { Io } from "../terminal/io.ts";

const pointing = /^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|PREFIX|NAMESPACE|COMMON_DIR)$/;

/** The environment without the variables that point git at another repository, as inside a hook. */
export const plainEnv = (io: Pick<Io, "env">): Record<string, string> => ({
  ...environment(io, pointing),
  GIT_TERMINAL_PROMPT: "0",
});
