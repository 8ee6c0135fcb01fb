import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";

/** No configuration is larger; a device never ends. */
const most = 1 << 20;

/**
 * The text of a configuration file. A repository is somebody's, and so may hold a link to a device or a FIFO in its place.
 *
 * @throws the system's error (ENOENT, EACCES …) when it cannot be opened; an Error with the path when it is no plain file,
 * or larger than 1 MB.
 */
export function readPlainFile(path: string): string {
  // Without this, opening a FIFO would wait until somebody writes to it.
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const info = fstatSync(file);
    if (!info.isFile()) throw new Error(`${path} is not a plain file (a folder, a device or a FIFO): replace it`);
    if (info.size > most) throw new Error(`${path} is larger than 1 MB, so it is no configuration: replace it`);
    return readFileSync(file, "utf8");
  } finally {
    closeSync(file);
  }
}
