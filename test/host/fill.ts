// Writes more into the folder it is given than a small disk holds, and prints what it is told: see scaffold-disk.test.ts.
import { lookAt } from "../../generators/target.ts";
import { write } from "../../generators/write.ts";

const dir = process.argv[2] as string;
const files = ["app.py", "deploy/a", "deploy/b", "deploy/c"].map((path) => ({
  path,
  content: Buffer.alloc(24 * 1024, path),
  mode: 0o644,
}));
try {
  await write(await lookAt(dir, files, true), async () => {}, new AbortController().signal);
} catch (error) {
  console.log((error as Error).message);
}
