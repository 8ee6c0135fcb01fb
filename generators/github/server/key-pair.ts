import { generateKeyPairSync, randomBytes } from "node:crypto";

/** A key pair for ssh, in memory. */
export interface KeyPair {
  /** In OpenSSH's file format, without a passphrase. */
  readonly privateKey: string;
  /** "ssh-ed25519 AAAA…", without a comment. */
  readonly publicKey: string;
}

/**
 * Creates an ed25519 key pair.
 *
 * @see https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key
 */
export function newKeyPair(comment: string): KeyPair {
  const { x = "", d = "" } = generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" });
  const [open, seed] = [Buffer.from(x, "base64url"), Buffer.from(d, "base64url")];
  const type = Buffer.from("ssh-ed25519");
  const blob = Buffer.concat([field(type), field(open)]);
  const check = randomBytes(4);
  const inner = Buffer.concat([
    ...[check, check, blob, field(Buffer.concat([seed, open])), field(Buffer.from(comment))],
  ]);
  const padding = Buffer.from(Array.from({ length: (8 - (inner.length % 8)) % 8 }, (_, i) => i + 1));
  const none = field(Buffer.from("none"));
  const head = [Buffer.from("openssh-key-v1\0"), none, none, field(Buffer.alloc(0)), uint32(1)];
  const whole = Buffer.concat([...head, field(blob), field(Buffer.concat([inner, padding]))]).toString("base64");
  const lines = whole.match(/.{1,70}/g) ?? [];
  return {
    privateKey: ["-----BEGIN OPENSSH PRIVATE KEY-----", ...lines, "-----END OPENSSH PRIVATE KEY-----", ""].join("\n"),
    publicKey: `ssh-ed25519 ${blob.toString("base64")}`,
  };
}

const field = (bytes: Buffer) => Buffer.concat([uint32(bytes.length), bytes]);

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
