import { createPrivateKey } from "node:crypto";

/** A private key as it can be written to a file, or why it cannot. */
export type ReadKey = { readonly key: string } | { readonly problem: string };

const missing =
  "is empty. Store the private key as the secret SSH_KEY (repository → Settings → Secrets and variables → Actions, or " +
  "the secrets of the environment that the job names) and pass `ssh-key: ${{ secrets.SSH_KEY }}`. " +
  "Runs for a fork's pull request get no secrets.";

const encrypted =
  "has a passphrase, which cannot be entered here. Create a deploy key without one: " +
  "ssh-keygen -t ed25519 -N '' -f deploy_key; its public half belongs into ~/.ssh/authorized_keys on the server.";

const damaged =
  "is damaged: it begins like a private key, but what follows is not one (a part is missing?). " +
  "Store the whole file again, from BEGIN to END: gh secret set SSH_KEY < deploy_key";

/**
 * Reads a private key as people paste it. Line ends of Windows, a lost last newline, indentation, and newlines that
 * became blanks or `\n` are mended; what cannot work on a runner is said. The text is never part of a message.
 */
export function readKey(text: string): ReadKey {
  const plain = text
    .replace(/^\uFEFF/, "")
    .replace(/\\r|\\n/g, "\n")
    .trim();
  if (plain === "") return { problem: missing };
  if (plain.startsWith("PuTTY-User-Key-File"))
    return { problem: "is in PuTTY's own format. Convert it: puttygen key.ppk -O private-openssh -o deploy_key" };
  if (/^(ssh-|ecdsa-|sk-)[\w@.-]+ [A-Za-z0-9+/]/.test(plain) || plain.startsWith("-----BEGIN PUBLIC KEY"))
    return { problem: "is the public half. The secret must hold the private one: the file whose name has no .pub" };
  const parts = /^-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----(.*)-----END \1-----$/s.exec(plain);
  if (parts === null)
    return {
      problem: plain.includes("PRIVATE KEY")
        ? damaged
        : "is not a private key: that begins with -----BEGIN … PRIVATE KEY-----. Check which secret is passed.",
    };
  const [, kind = "", inner = ""] = parts;
  if (kind.startsWith("ENCRYPTED") || /Proc-Type:\s*4,\s*ENCRYPTED/.test(inner)) return { problem: encrypted };

  const body = inner.replace(/\s+/g, "");
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(body)) return { problem: damaged };
  // As the programs that make them break lines, so that a sound key stays the same text and is masked line by line.
  const lines = body.match(kind === "OPENSSH PRIVATE KEY" ? /.{1,70}/g : /.{1,64}/g) ?? [];
  const key = [`-----BEGIN ${kind}-----`, ...lines, `-----END ${kind}-----`, ""].join("\n");
  if (kind !== "OPENSSH PRIVATE KEY") return isPem(key) ? { key } : { problem: damaged };
  const cipher = opensshCipher(Buffer.from(body, "base64"));
  if (cipher === undefined) return { problem: damaged };
  return cipher === "none" ? { key } : { problem: encrypted };
}

function isPem(key: string): boolean {
  try {
    createPrivateKey(key);
    return true;
  } catch {
    return false;
  }
}

/**
 * The cipher of a key in OpenSSH's format; undefined when the bytes do not add up to one.
 * The layout: https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key
 */
function opensshCipher(bytes: Buffer): string | undefined {
  const magic = "openssh-key-v1\0";
  if (bytes.toString("latin1", 0, magic.length) !== magic) return undefined;
  let at = magic.length;
  const next = (): Buffer | undefined => {
    if (at + 4 > bytes.length) return undefined;
    const length = bytes.readUInt32BE(at);
    at += 4 + length;
    return at <= bytes.length ? bytes.subarray(at - length, at) : undefined;
  };
  const cipher = next()?.toString("latin1");
  next(); // name of the key derivation
  next(); // its options
  if (at + 4 > bytes.length || bytes.readUInt32BE(at) !== 1) return undefined;
  at += 4;
  next(); // public half
  const secret = next();
  return secret === undefined || secret.length < 8 ? undefined : cipher;
}
