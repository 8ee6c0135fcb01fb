import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";

/** No configuration is larger, and reading a device would never end. */
const most = 1 << 20;

/**
 * Reads a configuration file. A repository is untrusted: it may contain a link to a device or a FIFO in place of the
 * file.
 *
 * @throws the system's error (ENOENT, EACCES …) if it cannot be opened; an Error that names the path if it is no
 * regular file or larger than 1 MB
 */
export function readPlainFile(path: string): string {
  // Without O_NONBLOCK, opening a FIFO would block until another process writes to it.
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
