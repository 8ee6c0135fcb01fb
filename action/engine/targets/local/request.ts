import { request as httpRequest } from "node:http";
import { connect } from "node:net";

/** What came back to a request. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

/** One GET on a connection of its own. @throws the system's error, or one that says how long nothing came. */
export function get(url: string, timeoutMs: number): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { agent: false, headers: { connection: "close" } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers["content-type"] ?? "",
          body: Buffer.concat(parts),
        }),
      );
    });
    const clock = setTimeout(() => request.destroy(new Error(`no answer within ${timeoutMs / 1000} s`)), timeoutMs);
    request.on("close", () => clearTimeout(clock));
    request.on("error", reject);
    request.end();
  });
}

/** Whether somebody accepts connections at a socket's path, or at a port of 127.0.0.1. */
export function isOpen(address: string | number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = typeof address === "string" ? connect(address) : connect(address, "127.0.0.1");
    socket.on("error", () => resolve(false));
    socket.on("connect", () => {
      socket.destroy();
      resolve(true);
    });
  });
}
