import type { RootFacts } from "./facts.ts";

/** The firewall rule that blocks visitors from a port, as its firewall prints it; "" if none is found. */
export function blockingRule(root: RootFacts, port: number): string {
  return (
    ofNft(root.get("nft") ?? [], port) ||
    ofIptables(root.get("iptables") ?? [], port) ||
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

function ofNft(lines: readonly string[], port: number): string {
  let policy = "";
  let allowed = false;
  for (const line of lines.map((one) => one.trim())) {
    if (/hook input .*policy drop/.test(line)) policy = line;
    const [, ports] = /\btcp dport (\{[^}]*\}|\S+)/.exec(line) ?? [];
    const hit = ports !== undefined && !/^(!=|[a-z@])/.test(ports) && names(ports, port);
    if (hit && /\baccept\b/.test(line)) allowed = true;
    else if (hit && !allowed && /\b(drop|reject)\b/.test(line)) return line;
  }
  return policy && !allowed ? policy : "";
}

function ofIptables(lines: readonly string[], port: number): string {
  let policy = "";
  let allowed = false;
  for (const line of lines) {
    if (/^-P INPUT (DROP|REJECT)/.test(line)) policy = line;
    const [, ports] = /--dports? (\S+)/.exec(line) ?? [];
    const hit = ports !== undefined && names(ports, port);
    if (hit && /-j ACCEPT/.test(line)) allowed = true;
    else if (hit && !allowed && /-j (DROP|REJECT)/.test(line)) return line;
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
