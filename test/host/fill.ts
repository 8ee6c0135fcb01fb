// Writes more into the folder it is given than a small disk holds, and prints what it is told: see scaffold-disk.test.ts.
import { readDestination } from "../../generators/scaffold/destination/destination.ts";
import { write } from "../../generators/scaffold/write.ts";

const dir = process.argv[2] as string;
const files = ["app.py", "deploy/a", "deploy/b", "deploy/c"].map((path) => ({
  path,
  content: Buffer.alloc(24 * 1024, path),
  mode: 0o644,
}));
try {
  await write(await readDestination(dir, files, true), async () => {}, new AbortController().signal);
} catch (error) {
  console.log((error as Error).message);
}
