import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { request } from "node:https";
import { isIPv6 } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { pebble } from "../../tools.ts";
import type { Host } from "./host.ts";
import { lab } from "./machine.ts";
import { openFront, type Refusal } from "./pebble/front.ts";
import { openResolver } from "./pebble/resolver.ts";

export interface CaOptions {
  /** Hosts that resolve its names and trust it from the start, as by {@link Ca.knownTo}. */
  readonly hosts?: readonly Host[];
  /** Seconds that a certificate is valid; 90 days by default. */
  readonly validity?: number;
}

/** The records of the names that the CA and the hosts know; of any other name, the CA finds no address. */
export interface Names {
  /** The address of the resolver, at port 53, for programs that are not on a host. */
  readonly resolver: string;
  /** Sets all addresses of a name, IPv4 or IPv6; with none, the name has no address. */
  set(name: string, ...addresses: readonly string[]): Promise<void>;
  /** The CAs that may issue for a name; with none, any. Pebble itself looks at no CAA records. */
  allow(name: string, ...issuers: readonly string[]): Promise<void>;
  /** Each question about the name is answered with SERVFAIL, until {@link Names.set}. */
  failing(name: string): Promise<void>;
}

/** A real Pebble, which checks by HTTP at port 80 of a name's address. It is gone with the process of the test. */
export interface Ca {
  /** The URL that an ACME client is given. */
  readonly directory: string;
  /** PEM to trust the CA's own HTTPS by (REQUESTS_CA_BUNDLE, SSL_CERT_FILE), on this machine. */
  readonly caFile: string;
  readonly dns: Names;
  /** PEM of the root that issued certificates lead to. */
  root(): string;
  /** Has a host ask the CA's resolver, trust its HTTPS and the certificates it issues. A reboot brings the old resolver back. */
  knownTo(host: Host): Promise<void>;
  /** How many orders clients sent, those that it refused included. */
  orders(): number;
  /** How many certificates were issued. */
  issued(): number;
  /** Nothing listens at the CA's port. */
  down(): Promise<void>;
  /** Ends {@link Ca.down}: at the same port, with the same accounts and roots. */
  up(): Promise<void>;
  /** Each request is held back for so long; 0 ends it. */
  slow(ms: number): void;
  /**
   * Refuses with a status and Retry-After, as a problem document: by default 429 new orders only, as Let's Encrypt's limits
   * do, and any other status all requests. 200 ends it.
   */
  answering(status: number, more?: Partial<Omit<Refusal, "status">>): void;
  close(): Promise<void>;
}

const days = 24 * 60 * 60;

/** Starts a CA in less than a second (the first ever builds it). Several at once each have an address of their own. */
export async function openCa({ hosts = [], validity = 90 * days }: CaOptions = {}): Promise<Ca> {
  const keeper = spawn("sh", [join(import.meta.dirname, "pebble/keeper.sh"), lab, pebble(), String(validity)], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` },
  });
  const lines = createInterface({ input: keeper.stdout })[Symbol.asyncIterator]();
  const { value: said = "its keeper ended" } = await lines.next();
  const [, address, folder] = /^ca (\S+) (\S+)$/.exec(said) ?? [];
  if (!address || !folder) throw new Error(`test CA: ${said}`);

  const file = (name: string) => join(folder, name);
  const read = (name: string) => readFileSync(file(name), "utf8");
  const trust = read("trust.pem");
  const tls = { ca: trust, key: read("front.key"), cert: read("front.pem") };
  const front = openFront({ address, port: 14_000, behind: 14_001, tls });
  const known = new Set<string>();
  const closers: (() => unknown)[] = [() => front.close(), () => ended(keeper)];
  const close = async () => {
    for (const closing of closers.splice(0)) await closing();
  };

  const tell = async (what: string, record: object) => {
    const answer = await fetch(`http://${address}:8055/${what}`, { method: "POST", body: JSON.stringify(record) });
    if (!answer.ok) throw new Error(`test CA: ${what} was answered with ${answer.status}: ${await answer.text()}`);
  };
  const dns: Names = {
    resolver: address,
    set: async (name, ...addresses) => {
      known.add(name.toLowerCase());
      for (const old of ["clear-servfail", "clear-a", "clear-aaaa"]) await tell(old, { host: name });
      for (const one of addresses) await tell(isIPv6(one) ? "add-aaaa" : "add-a", { host: name, addresses: [one] });
    },
    allow: async (name, ...issuers) => {
      known.add(name.toLowerCase());
      await tell("clear-caa", { host: name });
      if (issuers.length > 0)
        await tell("add-caa", { host: name, policies: issuers.map((value) => ({ tag: "issue", value })) });
    },
    failing: async (name) => {
      known.add(name.toLowerCase());
      await tell("set-servfail", { host: name });
    },
  };

  try {
    const root = await rootOf(address, trust, () => read("log"));
    closers.unshift(await openResolver(address, { address, port: 8053 }, (name) => known.has(name)));
    await front.listen();
    const ca: Ca = {
      directory: `https://${address}:14000/dir`,
      caFile: file("trust.pem"),
      dns,
      root: () => root,
      knownTo: async (host) => {
        await inside(host, "cat >/etc/resolv.conf", `nameserver ${address}\n`);
        for (const pem of [trust, root]) await trusted(host, pem);
      },
      orders: front.orders,
      issued: () => read("log").match(/Issued certificate serial/g)?.length ?? 0,
      down: front.close,
      up: front.listen,
      slow: (ms) => {
        front.behaviour.delayMs = ms;
      },
      answering: (status, more) => {
        const at = status === 429 ? "new orders" : "all requests";
        front.behaviour.refusal = status === 200 ? undefined : { status, at, retryAfter: 3600, ...more };
      },
      close,
    };
    for (const host of hosts) await ca.knownTo(host);
    return ca;
  } catch (error) {
    await close();
    throw error;
  }
}

/** Pebble makes its roots when it starts, and shows them once it listens. */
async function rootOf(address: string, ca: string, log: () => string): Promise<string> {
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(20)) {
    const asked = request({ host: address, port: 15_000, path: "/roots/0", ca, agent: false }).end();
    const [response] = await once(asked, "response").catch(() => []);
    if (response) return (await response.setEncoding("utf8").toArray()).join("");
  }
  throw new Error(`test CA: Pebble did not answer within 20 s:\n${log()}`);
}

/**
 * As update-ca-certificates would, both for those who read the bundle (Python's requests, curl) and for those who read the
 * folder (openssl, Python's ssl); it would also drop what this machine's own bundle has more than Debian's.
 */
async function trusted(host: Host, pem: string): Promise<void> {
  const script = `cd /etc/ssl/certs && cat >test-ca.part && cat test-ca.part >>ca-certificates.crt &&
    mv test-ca.part "$(openssl x509 -hash -noout -in test-ca.part).0"`;
  await inside(host, script, pem);
}

/** Written by the host itself: an absolute link in its tree leads astray from here. */
async function inside(host: Host, script: string, stdin: string): Promise<void> {
  const { code, stderr } = await host.inside(script, { stdin });
  if (code !== 0) throw new Error(`test CA: the host cannot be told of it: ${stderr}`);
}

async function ended(keeper: ChildProcess): Promise<void> {
  keeper.stdin?.end();
  if (keeper.exitCode === null && keeper.signalCode === null) await once(keeper, "exit");
}
