import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Load {
  readonly requests: number;
  /** Answers that are neither 2xx nor 3xx, and everything that went wrong with a connection. */
  readonly failed: number;
  /** wrk's own words about it. */
  readonly said: string;
}

/**
 * wrk with keep-alive connections, or a new one for each request: a server that reloads may close one that waits for its
 * next request, and only the visitor can know that he may ask again. Ends, with what it saw, when the function that this gives is called. */
export function load(
  url: string,
  connections: number,
  method: "GET" | "POST" = "GET",
  keepAlive = true,
): () => Promise<Load> {
  const folder = mkdtempSync(join(tmpdir(), "fd-wrk-"));
  const script = join(folder, "load.lua");
  const body =
    method === "POST" ? `wrk.body = "${"item=1&".repeat(40)}"\nwrk.headers["Content-Type"] = "text/plain"\n` : "";
  // wrk itself sums up what went wrong; `done` prints it in one form whatever the version.
  writeFileSync(
    script,
    `wrk.method = "${method}"\n${body}${keepAlive ? "" : 'wrk.headers["Connection"] = "close"\n'}function done(s) local e = s.errors
print(string.format("RESULT %d %d", s.requests, e.connect + e.read + e.write + e.status + e.timeout)) end\n`,
  );
  const argv = ["-t", "1", "-c", String(connections), "-d", "600s", "--timeout", "10s", "-s", script, url];
  const child = spawn("wrk", argv, { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  const ended = new Promise((done, fail) => {
    child.once("error", fail);
    child.once("close", done);
  });
  ended.catch(() => undefined);
  return async () => {
    child.kill("SIGINT");
    await ended;
    rmSync(folder, { recursive: true, force: true });
    const [, requests, failed] = /RESULT (\d+) (\d+)/.exec(said) ?? [];
    return { requests: Number(requests), failed: Number(failed), said };
  };
}
