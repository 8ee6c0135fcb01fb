import type { RootFacts } from "./facts.ts";

/** The firewall rule that blocks visitors from a port, as its firewall prints it; "" if none is found. */
export function blockingRule(root: RootFacts, port: number): string {
  return (
    ofRules(nft, root.get("nft") ?? [], port) ||
    ofRules(iptables, root.get("iptables") ?? [], port) ||
    ofUfw(root.get("ufw") ?? [], port)
  );
}

const names = (text: string, port: number) => {
  const list = text
    .replace(/[{}]/g, "")
    .split(/[\s,]+/)
    .filter(Boolean);
  return list.some((part) => {
    const [low = 0, high = low] = part.split(/[-:]/).map(Number);
    return low <= port && port <= high;
  });
};

/** How a firewall prints its default, a rule's ports, and what the rule does. */
type Words = Readonly<Record<"denies" | "ports" | "accepts" | "rejects", RegExp>>;

const nft: Words = {
  denies: /hook input .*policy drop/,
  // Not a negation, a set or a name.
  ports: /\btcp dport (?!!=|[a-z@])(\{[^}]*\}|\S+)/,
  accepts: /\baccept\b/,
  rejects: /\b(drop|reject)\b/,
};
const iptables: Words = {
  denies: /^-P INPUT (DROP|REJECT)/,
  ports: /--dports? (\S+)/,
  accepts: /-j ACCEPT/,
  rejects: /-j (DROP|REJECT)/,
};

function ofRules({ denies, ports, accepts, rejects }: Words, lines: readonly string[], port: number): string {
  let policy = "";
  let allowed = false;
  for (const line of lines.map((one) => one.trim())) {
    if (denies.test(line)) policy = line;
    const named = ports.exec(line)?.[1];
    const hit = named !== undefined && names(named, port);
    if (hit && accepts.test(line)) allowed = true;
    else if (hit && !allowed && rejects.test(line)) return line;
  }
  return policy && !allowed ? policy : "";
}

/** ufw drops what no rule allows. */
function ofUfw(lines: readonly string[], port: number): string {
  if (!lines.some((line) => line === "Status: active")) return "";
  const named = port === 80 || port === 443 ? /Nginx Full|WWW Full/ : /^$/;
  const also =
    port === 80 ? /Nginx HTTP\b(?!S)|WWW\b(?! (Secure|Full))/ : port === 443 ? /Nginx HTTPS|WWW Secure/ : /^$/;
  const rules = lines.filter(
    (line) => named.test(line) || also.test(line) || names(/^([\d:,]+)(\/tcp)?\s/.exec(line)?.[1] ?? "", port),
  );
  const denied = rules.find((line) => /DENY|REJECT/.test(line));
  if (rules.some((line) => /ALLOW|LIMIT/.test(line)) && !denied) return "";
  return denied?.replace(/\s+/g, " ") ?? `ufw is active and has no rule that allows ${port}/tcp`;
}
