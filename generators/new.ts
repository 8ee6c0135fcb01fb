import { command } from "./command.ts";
import { commandLines } from "./commands.ts";
import { scaffoldSpec } from "./scaffold-flags.ts";

/** The scaffold: `create-flask-deploy [dir] [options]`. */
export const newCommand = command(
  scaffoldSpec,
  async (_parsed, io) => {
    io.stderr.write("scaffolding comes with the templates\n");
    return 1;
  },
  () => ["Other commands, each with its own --help:", ...commandLines()],
);
