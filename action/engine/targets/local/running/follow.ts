import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { StringDecoder } from "node:string_decoder";

const EVERY_MS = 100;

/**
 * Gives every line that is added to any file below the folder, as `tail -F` would. nginx cannot be given a pipe
 * instead: it opens its access log by name, and the name of a pipe of node's is none that can be opened.
 *
 * @returns what stops it, after one last look
 */
export function follow(folder: string, onLine: (line: string) => void): () => void {
  const files = new Map<string, { at: number; rest: string; decoder: StringDecoder }>();
  const look = () => {
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      const path = join(folder, name);
      if (!statSync(path).isFile()) continue;
      const file = files.get(path) ?? { at: 0, rest: "", decoder: new StringDecoder("utf8") };
      files.set(path, file);
      const added = readFrom(path, file.at);
      file.at += added.length;
      const lines = (file.rest + file.decoder.write(added)).split("\n");
      file.rest = lines.pop() ?? "";
      for (const line of lines) onLine(line);
    }
  };
  const clock = setInterval(look, EVERY_MS);
  return () => {
    clearInterval(clock);
    look();
  };
}

function readFrom(path: string, at: number): Buffer {
  const size = statSync(path).size - at;
  if (size <= 0) return Buffer.alloc(0);
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(size);
    return buffer.subarray(0, readSync(file, buffer, 0, size, at));
  } finally {
    closeSync(file);
  }
}
