import { knownHostsName } from "../engine/targets/server/login.ts";

/** Lines of a known_hosts file, or why the text is invalid. */
export type ReadKnownHosts = { readonly knownHosts: string } | { readonly problem: string };

const how =
  "On the server's own console run `cat /etc/ssh/ssh_host_ed25519_key.pub`, store what it prints as the secret or " +
  "variable KNOWN_HOSTS, and pass `known-hosts: ${{ secrets.KNOWN_HOSTS }}` (or vars.KNOWN_HOSTS). " +
  "`create-flask-deploy setup` prints the line as well.";

const keyType = /^(ssh-(ed25519|rsa|dss)|ecdsa-sha2-nistp\d+|sk-(ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com)$/;
const base64 = /^AAAA[A-Za-z0-9+/]+={0,3}$/;

/**
 * Reads pinned host keys as users paste them: lines of a known_hosts file, or bare public keys as the server stores
 * them, which are then pinned for this host. Nothing is fetched from the server, whose identity is what they prove.
 */
export function readKnownHosts(text: string, host: string, port: number): ReadKnownHosts {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  if (lines.length === 0)
    return { problem: `is empty, so ssh could not tell the real server from an impostor. ${how}` };
  const name = knownHostsName(host, port);
  const pinned: string[] = [];
  for (const [index, line] of lines.entries()) {
    const words = line.split(/\s+/);
    const from = words[0]?.startsWith("@") ? 1 : 0;
    const [first = "", second = "", third = ""] = words.slice(from);
    if (from === 0 && keyType.test(first) && base64.test(second)) pinned.push(`${name} ${first} ${second}`);
    else if (keyType.test(second) && base64.test(third)) pinned.push(line);
    else if (/SHA256:|MD5:/.test(line))
      return { problem: `has a fingerprint in line ${index + 1}; ssh needs the key itself. ${how}` };
    else if (line.includes("PRIVATE KEY")) return { problem: `holds a private key. ${how}` };
    else return { problem: `has no host key in line ${index + 1}. ${how}` };
  }
  return { knownHosts: `${pinned.join("\n")}\n` };
}
