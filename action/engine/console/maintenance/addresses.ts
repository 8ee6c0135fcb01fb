import { isIP } from "node:net";

/** The most addresses that an allow list may contain: each is a file on the server. */
const most = 1024;

/** The addresses of an allow list, each spelled as nginx spells it; or the problem of each invalid entry. */
export type Addresses = { readonly addresses: readonly string[] } | { readonly problems: readonly string[] };

/** @param list IPv4 or IPv6 addresses, and CIDR blocks such as `192.0.2.0/28` */
export function spellOut(list: readonly string[]): Addresses {
  const found = new Set<string>();
  const problems: string[] = [];
  for (const entry of list) {
    const read = range(entry);
    if ("problem" in read) problems.push(`${JSON.stringify(entry)} ${read.problem}`);
    else if (read.size > most)
      problems.push(
        `${entry} holds ${read.size} addresses: nginx looks for a file of each visitor's address, so a list may have at most ${most}. List the addresses, or a block from /${read.bits - 10} on.`,
      );
    else for (let i = 0n; i < read.size; i++) found.add(text(read.first + i, read.bits));
  }
  if (found.size > most) problems.push(`the list has ${found.size} addresses, of at most ${most}`);
  return problems.length > 0 ? { problems } : { addresses: [...found] };
}

interface Range {
  readonly first: bigint;
  readonly size: bigint;
  /** Length of an address: 32 or 128. */
  readonly bits: number;
}

function range(entry: string): Range | { readonly problem: string } {
  const [address = "", length, ...more] = entry.split("/");
  const family = isIP(address);
  if (family === 0 || address.includes("%") || more.length > 0)
    return { problem: "is not an address such as 192.0.2.7 or 2001:db8::7, or a CIDR block such as 192.0.2.0/28" };
  // nginx sees an IPv4 visitor so on a socket that listens for both; the generated site has one socket for each.
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped && length === undefined) return range(mapped);
  const bits = family === 4 ? 32 : 128;
  if (length !== undefined && !(/^\d{1,3}$/.test(length) && Number(length) <= bits))
    return { problem: `needs a prefix length from 0 to ${bits} after its slash` };
  const size = 1n << BigInt(bits - Number(length ?? bits));
  return { first: (number(address, family) / size) * size, size, bits };
}

function number(address: string, family: number): bigint {
  if (family === 4) return address.split(".").reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  // The URL parser reads every spelling of an address, and normalizes it to eight groups at most.
  const [head = "", tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const groups = (part: string | undefined) => (part ? part.split(":") : []);
  const zeros = 8 - groups(head).length - groups(tail).length;
  const all = tail === undefined ? groups(head) : [...groups(head), ...Array(zeros).fill("0"), ...groups(tail)];
  return all.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
}

function text(value: bigint, bits: number): string {
  const parts = (count: number, base: bigint) =>
    Array.from({ length: count }, (_, i) => (value / base ** BigInt(count - 1 - i)) % base);
  if (bits === 32) return parts(4, 256n).join(".");
  const groups = parts(8, 65536n).map((group) => group.toString(16));
  return new URL(`http://[${groups.join(":")}]`).hostname.slice(1, -1);
}
