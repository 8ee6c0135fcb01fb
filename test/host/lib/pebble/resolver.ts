import { createSocket } from "node:dgram";
import { getServers } from "node:dns";
import { once } from "node:events";
import { isIPv6 } from "node:net";

interface Asked {
  readonly address: string;
  readonly port: number;
}

/**
 * A resolver as hosts have one, at port 53 of `address`: names that are `ours` are asked of `nameServer`, all others where
 * this machine asks, so that apt and pip still find what they look for. Gives the function that closes it.
 */
export async function openResolver(address: string, nameServer: Asked, ours: (name: string) => boolean) {
  const others = { address: getServers()[0] ?? "127.0.0.1", port: 53 };
  const server = createSocket("udp4");
  server.on("message", (query, from) => {
    const to = ours(nameIn(query)) ? nameServer : others;
    const question = createSocket(isIPv6(to.address) ? "udp6" : "udp4");
    // Whoever asks asks again by himself.
    const late = setTimeout(() => question.close(), 10_000).unref();
    question.once("message", (answer) => {
      clearTimeout(late);
      question.close();
      server.send(answer, from.port, from.address);
    });
    question.on("error", () => {});
    question.send(query, to.port, to.address);
  });
  server.bind(53, address);
  await once(server, "listening");
  return () => server.close();
}

/** The name that a query asks for: labels after its header of 12 bytes, each with its length in front (RFC 1035, 4.1). */
function nameIn(query: Buffer): string {
  const labels: string[] = [];
  for (let at = 12; query[at]; at += 1 + (query[at] as number))
    labels.push(query.toString("latin1", at + 1, at + 1 + (query[at] as number)));
  return labels.join(".").toLowerCase();
}
