import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Agent, createServer, type RequestOptions, request } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";

/** What the front does to requests before, or instead of, passing them on. */
export interface Behaviour {
  delayMs: number;
  refusal: Refusal | undefined;
}

export interface Refusal {
  readonly status: number;
  /** A limit is met by new orders only, as at Let's Encrypt; an outage by every request. */
  readonly at: "new orders" | "all requests";
  /** Of the header Retry-After, in seconds. */
  readonly retryAfter: number;
}

export interface Front {
  readonly behaviour: Behaviour;
  /** How many orders were asked for, those refused included. */
  orders(): number;
  listen(): Promise<void>;
  close(): Promise<void>;
}

/** Where Pebble takes new orders, and hands out nonces. */
const newOrder = "/order-plz";
const newNonce = "/nonce-plz";

const limit = ["rateLimited", "too many certificates already issued for these names"] as const;
const outage = ["serverInternal", "the service is down for maintenance"] as const;

/** One request in so many that carry a nonce gets `badNonce`, for clients have to try again then (RFC 8555, 6.5). */
const badNonceEvery = 7;

interface Served {
  readonly address: string;
  readonly port: number;
  /** Of Pebble, at the same address. */
  readonly behind: number;
  readonly tls: { readonly ca: string; readonly key: string; readonly cert: string };
}

/**
 * A CA as the internet shows it: between the client and Pebble there may be a slow line, a limit, an outage. Pebble takes the
 * client's Host for the URLs that it hands out, so all requests come by here.
 */
export function openFront({ address, port, behind, tls }: Served): Front {
  const behaviour: Behaviour = { delayMs: 0, refusal: undefined };
  let orders = 0;
  let posts = 0;
  // certbot tries a request again once and no more, so that the same one must not be rejected twice in a row.
  const rejected = new Set<string>();
  const isRejected = (url: string) => !rejected.delete(url) && ++posts % badNonceEvery === 0 && rejected.add(url);

  const agent = new Agent({ keepAlive: true, ca: tls.ca });
  const upstream = (options: RequestOptions) => request({ host: address, port: behind, agent, ...options });

  const serve = async (client: IncomingMessage, answer: ServerResponse) => {
    const { method = "", url = "", headers } = client;
    const problem = (status: number, type: string, detail: string, more: Record<string, string> = {}) => {
      client.resume();
      answer.writeHead(status, { "Content-Type": "application/problem+json", ...more });
      answer.end(JSON.stringify({ type: `urn:ietf:params:acme:error:${type}`, detail, status }));
    };
    const isOrder = method === "POST" && url === newOrder;
    if (behaviour.delayMs > 0) await sleep(behaviour.delayMs);
    const { refusal } = behaviour;
    if (!refusal && method === "POST" && isRejected(url)) {
      const [fresh] = await once(upstream({ method: "HEAD", path: newNonce }).end(), "response");
      fresh.resume();
      const nonce = String(fresh.headers["replay-nonce"]);
      return problem(400, "badNonce", "rejected so that the client tries again", { "Replay-Nonce": nonce });
    }
    if (isOrder) orders += 1;
    if (refusal && (isOrder || refusal.at === "all requests")) {
      const { status, retryAfter } = refusal;
      const [type, detail] = status === 429 ? limit : outage;
      return problem(status, type, detail, { "Retry-After": String(retryAfter) });
    }
    const passed = upstream({ method, path: url, headers });
    passed.on("error", () => answer.destroy());
    passed.on("response", (response) => {
      answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
      response.pipe(answer);
    });
    client.pipe(passed);
  };
  // Whoever polls may be quiet for longer than Node's five seconds.
  const server = createServer(
    { ...tls, keepAliveTimeout: 0 },
    (client, answer) => void serve(client, answer).catch(() => answer.destroy()),
  );

  return {
    behaviour,
    orders: () => orders,
    listen: async () => {
      server.listen(port, address);
      await once(server, "listening");
    },
    close: async () => {
      agent.destroy();
      if (!server.listening) return;
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
