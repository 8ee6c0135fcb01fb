import { createReadStream, readFileSync, readlinkSync } from "node:fs";
import { DeployError } from "../../deploy/deploy-error.ts";
import { onDisk } from "../../deploy/files.ts";
import type { Upload } from "../target.ts";

const SMALL = 256 * 1024;

/** The bytes of a parcel in the order in which the driver takes them: environment, files, wheels. Never all in memory. */
export async function* bytesOf({ env, files, root, wheels }: Upload): AsyncGenerator<Buffer> {
  if (env) yield Buffer.from(env);
  let batch: Buffer[] = [];
  let held = 0;
  for (const [path, mode, , size] of files) {
    const place = onDisk(root, path);
    if (size > SMALL) {
      if (held) yield Buffer.concat(batch);
      batch = [];
      held = 0;
      yield* exactly(createReadStream(place, { end: size - 1, highWaterMark: SMALL }), size, path);
      continue;
    }
    const content = mode === "120000" ? readlinkSync(place, { encoding: "buffer" }) : readFileSync(place);
    if (content.length !== size) throw changed(path);
    batch.push(content);
    held += size;
    if (held > SMALL) {
      yield Buffer.concat(batch);
      batch = [];
      held = 0;
    }
  }
  if (held) yield Buffer.concat(batch);
  for (const wheel of wheels) yield* exactly(createReadStream(wheel.path), wheel.size, wheel.name);
}

async function* exactly(stream: AsyncIterable<Buffer>, size: number, path: string): AsyncGenerator<Buffer> {
  let sent = 0;
  for await (const chunk of stream) {
    sent += chunk.length;
    yield chunk;
  }
  if (sent !== size) throw changed(path);
}

const changed = (path: string) =>
  new DeployError("usage", "send", `${Buffer.from(path, "latin1")} changed while it was being sent`, "Deploy again.");
