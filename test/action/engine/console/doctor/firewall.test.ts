import { expect, it } from "vitest";
import { readRootFacts } from "../../../../../action/engine/console/doctor/facts.ts";
import { blockingRule } from "../../../../../action/engine/console/doctor/firewall.ts";

const rule = (said: string, port = 80) => blockingRule(readRootFacts(`${said}\nend`) ?? new Map(), port);

it.each([
  ["nft   tcp dport 80 drop", "tcp dport 80 drop"],
  ["nft   tcp dport { 22, 80 } counter packets 4 bytes 240 reject", "tcp dport { 22, 80 }"],
  ["nft   tcp dport 1-1023 drop", "1-1023"],
  ["nft   type filter hook input priority filter; policy drop;\nnft   tcp dport 22 accept", "policy drop"],
  ["iptables -P INPUT ACCEPT\niptables -A INPUT -p tcp -m tcp --dport 80 -j DROP", "--dport 80 -j DROP"],
  ["iptables -A INPUT -p tcp -m multiport --dports 25,80:90 -j REJECT", "25,80:90"],
  ["iptables -P INPUT DROP\niptables -A INPUT -p tcp --dport 22 -j ACCEPT", "-P INPUT DROP"],
  ["ufw Status: active\nufw 22/tcp    ALLOW   Anywhere", "no rule that allows 80/tcp"],
  ["ufw Status: active\nufw 80/tcp    DENY   Anywhere", "80/tcp DENY Anywhere"],
  ["nft tcp dport 80 accept\nnft tcp dport 443 drop", "tcp dport 443 drop", 443],
  ["iptables -A INPUT --dport 443 -j ACCEPT\niptables -A INPUT --dport 80 -j DROP", "--dport 80 -j DROP"],
  ["ufw Status: active\nufw Nginx HTTP    ALLOW   Anywhere", "no rule that allows 443/tcp", 443],
  ["ufw Status: active\nufw Nginx HTTPS    ALLOW   Anywhere", "no rule that allows 80/tcp"],
  ["ufw Status: active\nufw Nginx Full    ALLOW   Anywhere", "no rule that allows 8080/tcp", 8080],
  ["ufw Status: active\nufw 80    ALLOW   Anywhere\nufw 80/tcp   DENY   Anywhere", "80/tcp DENY Anywhere"],
  ["ufw Status: active\nufw 22/tcp    ALLOW   from port 80 only", "no rule that allows 80/tcp"],
] as [string, string, number?][])("%j keeps visitors out", (said, words, port) =>
  expect(rule(said, port)).toContain(words),
);

it.each([
  "nft   tcp dport 8080 drop",
  "nft   tcp dport != 80 drop",
  "nft   tcp dport 80 accept\nnft   tcp dport 1-1023 drop",
  "nft   type filter hook input priority filter; policy drop;\nnft   tcp dport { 80, 443 } accept",
  "nft   type filter hook forward priority filter; policy drop;",
  "iptables -P INPUT DROP\niptables -A INPUT -p tcp --dport 80 -j ACCEPT",
  "ufw Status: inactive",
  "ufw Status: active\nufw 80,443/tcp    ALLOW   Anywhere",
  "ufw Status: active\nufw Nginx Full    ALLOW   Anywhere",
  "ufw Status: active\nufw Nginx HTTP    ALLOW   Anywhere",
  "",
  "iptables -A INPUT --dport 80 -j ACCEPT\niptables -A INPUT --dport 80 -j DROP",
  "iptables -A FORWARD -P INPUT DROP",
  "nft tcp dport ssh drop\nnft tcp dport @blocked drop",
  "ufw Status: active\nufw WWW    ALLOW   Anywhere",
  "ufw Status: active\nufw 80    LIMIT   Anywhere",
])("%j does not", (said) => expect(rule(said)).toBe(""));

it.each([
  ["Nginx HTTPS", 443],
  ["WWW Secure", 443],
  ["WWW Full", 443],
  ["8000:8100/tcp", 8080],
])("ufw's %s lets in to %i", (name, port) =>
  expect(rule(`ufw Status: active\nufw ${name}    ALLOW   Anywhere`, port)).toBe(""),
);

it("reads what root sees by its first word, line after line", () =>
  expect(readRootFacts("nginx a b\nnginx c\n Nginx d\nsaved\nend\n")).toEqual(
    new Map([
      ["nginx", ["a b", "c"]],
      ["", ["", ""]],
      ["saved", [""]],
      ["end", [""]],
    ]),
  ));

it("does not take a break-off for an answer", () => expect(readRootFacts("protocol 2\nnginx x")).toBeUndefined());
