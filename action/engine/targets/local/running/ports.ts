import { createServer } from "node:net";
import { Failure } from "../../../process/failure.ts";

/** That many ports of 127.0.0.1 on which nobody listens. All are held until the last is known, so none comes twice. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const held = await Promise.all(Array.from({ length: count }, () => hold(0)));
  await Promise.all(held.map(({ release }) => release()));
  return held.map(({ port }) => port);
}

/** @throws Failure when a person asked for a port that cannot be had. */
export async function assertFree(port: number): Promise<void> {
  try {
    await (await hold(port)).release();
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code;
    if (why === "EADDRINUSE")
      throw new Failure(`port ${port} is taken: choose another with --port, or leave --port out to get a free one`);
    if (why === "EACCES") throw new Failure(`port ${port} is for root alone: choose one from 1024 on with --port`);
    throw error;
  }
}

function hold(port: number): Promise<{ port: number; release: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address() as { port: number };
      resolve({ port: address.port, release: () => new Promise((done) => server.close(() => done())) });
    });
  });
}
