import { processIo } from "../terminal/io.ts";
import { dispatch } from "./commands.ts";
import { report } from "./report-error.ts";

/** The whole program; resolves to its exit code. */
export async function program(args: readonly string[]): Promise<number> {
  const io = processIo();
  try {
    return await dispatch(args, io);
  } catch (error) {
    return report(error, args, io);
  }
}
