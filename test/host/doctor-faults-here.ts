import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Login } from "../../action/engine/targets/server/login.ts";
import type { Fault } from "./doctor-faults.ts";
import type { Site } from "./lib/site.ts";

type Ask = NonNullable<Fault["ask"]>;
const loggingIn =
  (by: (login: Login, site: Site) => Partial<Login>): Ask =>
  (request, site) => ({
    ...request,
    login: { ...request.login, ...by(request.login, site) },
  });
const visiting =
  (url: (host: string) => string): Ask =>
  (request, site) => ({
    ...request,
    app: { ...request.app, deploy: { ...request.app.deploy, url: url(site.host.address) } },
  });

/** The login's own key, changed; goes with the repository. */
const keyThat = (change: (path: string) => void) =>
  loggingIn(({ identityFile = "" }, { shop }) => {
    const path = join(mkdtempSync(join(shop.root, "key-")), "key");
    copyFileSync(identityFile, path);
    chmodSync(path, 0o600);
    change(path);
    return { identityFile: path };
  });
const keygen = (...words: string[]) => execFileSync("ssh-keygen", ["-q", ...words]);
const rewrite = (path: string, how: (text: string) => string) => writeFileSync(path, how(readFileSync(path, "utf8")));
const pinning = (how: (text: string) => string) =>
  loggingIn(({ knownHostsFile = "" }, { shop }) => {
    const path = join(mkdtempSync(join(shop.root, "pin-")), "known_hosts");
    writeFileSync(path, how(readFileSync(knownHostsFile, "utf8")));
    return { knownHostsFile: path };
  });

/** A server for TLS beside the site, with a certificate of its own. */
const tls = (...words: readonly string[]): NonNullable<Fault["act"]> =>
  async function serve({ host }: Site) {
    const name = words.join(" ").replaceAll("ADDRESS", host.address);
    const site =
      "server { listen 443 ssl; ssl_certificate /root/tls.pem; ssl_certificate_key /root/tls.key; return 200; }";
    const made =
      await host.inside(`openssl req -x509 -newkey rsa:2048 -nodes -keyout /root/tls.key -out /root/tls.pem ${name} 2>/root/tls.log &&
      echo '${site}' >/etc/nginx/conf.d/tls.conf && systemctl reload nginx && sleep 0.5`);
    if (made.code !== 0) throw new Error(`no TLS: ${made.stderr}${(await host.inside("cat /root/tls.log")).stdout}`);
    return () => host.inside("rm /etc/nginx/conf.d/tls.conf; systemctl reload nginx; sleep 0.3");
  };
const secure = visiting((host) => `https://${host}`);

/** What is wrong on this machine, or on the way. */
export const faultsHere: readonly Fault[] = [
  { name: "a name that does not resolve", finds: ["dns"], ask: loggingIn(() => ({ host: "no-such-host.invalid" })) },
  { name: "another port than sshd's", finds: ["ssh-port"], ask: loggingIn(() => ({ port: 2222 })) },
  { name: "sshd that does not run", finds: ["ssh-port"], plant: "systemctl stop ssh", mend: "systemctl start ssh" },
  {
    name: "a server that is cut off",
    finds: ["ssh-port", "site-port"],
    act: async ({ host }) => {
      await host.cut();
      return () => host.heal();
    },
  },
  { name: "a key that others may read", finds: ["ssh-key"], ask: keyThat((path) => chmodSync(path, 0o644)) },
  {
    name: "a key with a passphrase",
    finds: ["ssh-key"],
    ask: keyThat((path) => keygen("-p", "-N", "secret", "-f", path)),
  },
  {
    name: "a key with Windows' line ends",
    finds: ["ssh-key"],
    ask: keyThat((path) => rewrite(path, (text) => text.replaceAll("\n", "\r\n"))),
  },
  { name: "half a key", finds: ["ssh-key"], ask: keyThat((path) => rewrite(path, (text) => text.slice(0, 200))) },
  {
    name: "the public half of a key",
    finds: ["ssh-key"],
    ask: loggingIn(({ identityFile }) => ({ identityFile: `${identityFile}.pub` })),
  },
  { name: "no key", finds: ["ssh-key"], ask: loggingIn(() => ({ identityFile: "/no/such/key" })) },
  {
    name: "a key that the server does not know",
    finds: ["login"],
    ask: keyThat((path) => {
      writeFileSync(`${path}.new`, "");
      execFileSync("sh", ["-c", `rm "$1" "$1.new"; ssh-keygen -q -t ed25519 -N "" -f "$1"`, "sh", path]);
    }),
  },
  { name: "an account that is not there", finds: ["login"], ask: loggingIn(() => ({ user: "nobody-here" })) },
  { name: "a host key that is not pinned", finds: ["host-key"], ask: pinning(() => "") },
  {
    name: "a host key that is another one",
    finds: ["host-key"],
    ask: pinning((text) => text.replace(/^(\S+ \S+ \S+)\S{8}(?=\s)/m, "$1AAAAAAAA")),
  },
  { name: "this machine's clock, ten minutes off", finds: ["clock"], clockOff: 600 },
  {
    name: "an address for visitors that does not resolve",
    finds: ["domain"],
    ask: visiting(() => "http://no-such-name.invalid"),
  },
  { name: "an https that nobody serves", finds: ["site-port"], ask: secure },
  {
    name: "a certificate of one's own",
    finds: ["certificate"],
    ask: secure,
    act: tls("-days 90 -subj /CN=x -addext subjectAltName=IP:ADDRESS"),
  },
  {
    name: "a certificate of another name",
    finds: ["certificate"],
    ask: secure,
    act: tls("-days 90 -subj /CN=shop.example.org"),
  },
];

/** With nftables and fail2ban on the server. */
export const faultsOfFirewalls: readonly Fault[] = [
  {
    name: "a rule that keeps visitors out",
    finds: ["firewall"],
    plant:
      "nft add table inet odd; nft add chain inet odd in '{ type filter hook input priority 0; }'; nft add rule inet odd in tcp dport 80 drop",
    mend: "nft delete table inet odd",
  },
  {
    name: "a firewall that knows ssh alone",
    finds: ["firewall"],
    plant: `nft add table inet odd; nft add chain inet odd in '{ type filter hook input priority 0; policy drop; }'
      nft add rule inet odd in tcp dport 22 accept; nft add rule inet odd in iif lo accept; nft add rule inet odd in ct state established accept`,
    mend: "nft delete table inet odd",
  },
  {
    name: "a ban of this machine's address",
    finds: ["banned"],
    plant: "fail2ban-client set web banip 10.98.0.1 >/dev/null; sleep 1",
    mend: "fail2ban-client unban 10.98.0.1 >/dev/null; sleep 1",
  },
];
