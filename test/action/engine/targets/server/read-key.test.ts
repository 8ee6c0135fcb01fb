import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readKey } from "../../../../../action/engine/targets/server/key.ts";

const field = (content: Buffer) => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length);
  return Buffer.concat([size, content]);
};
const number = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const text = (value: string) => field(Buffer.from(value));

/** A private key in OpenSSH's layout, as its documentation describes it; what is in it opens nothing. */
function openssh({
  magic = "openssh-key-v1\0",
  cipher = "none",
  count = 1,
  secret = Buffer.alloc(96, 7),
} = {}): Buffer {
  const head = [Buffer.from(magic), text(cipher), text("none"), text("")];
  return Buffer.concat([...head, number(count), text("the public half"), field(secret)]);
}
function pem(kind: string, bytes: Buffer, width = 70): string {
  const lines = bytes.toString("base64").match(new RegExp(`.{1,${width}}`, "g")) ?? [];
  return [`-----BEGIN ${kind}-----`, ...lines, `-----END ${kind}-----`, ""].join("\n");
}
const kind = "OPENSSH PRIVATE KEY";
const key = pem(kind, openssh());

describe("a private key", () => {
  it.each([
    ["as it is", (k: string) => k],
    ["without its last newline", (k: string) => k.trimEnd()],
    ["with line ends of Windows", (k: string) => k.replaceAll("\n", "\r\n")],
    ["with newlines that became blanks", (k: string) => k.trim().replaceAll("\n", " ")],
    ["with newlines that became \\n", (k: string) => k.replaceAll("\n", "\\n")],
    ["with newlines that became \\r\\n", (k: string) => k.replaceAll("\n", "\\r\\n")],
    ["indented", (k: string) => k.replaceAll("\n", "\n    ")],
    ["after a byte order mark", (k: string) => `\uFEFF${k}`],
  ])("is taken %s", (_, mangle) => expect(readKey(mangle(key))).toEqual({ key }));

  it("may be one of OpenSSL's, whose lines are shorter", () => {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    for (const type of ["sec1", "pkcs8"] as const) {
      const whole = privateKey.export({ type, format: "pem" }) as string;
      expect(readKey(whole.replaceAll("\n", " "))).toEqual({ key: whole });
    }
  });

  it.each<[string, string, RegExp]>([
    ["nothing", "", /^is empty/],
    ["blanks", " \\n\n", /^is empty/],
    ["encrypted, by its header", pem("ENCRYPTED PRIVATE KEY", Buffer.alloc(99)), /^has a passphrase/],
    [
      "encrypted, by a line",
      pem("RSA PRIVATE KEY", Buffer.alloc(99)).replace("\n", "\nProc-Type: 4,ENCRYPTED\n"),
      /^has a passphrase/,
    ],
    ["encrypted, by its cipher", pem(kind, openssh({ cipher: "aes256-ctr" })), /^has a passphrase/],
    ["of PuTTY", "PuTTY-User-Key-File-3: ssh-ed25519\n", /PuTTY's own format/],
    ["a public half", "ssh-ed25519 AAAAC3Nza ann@example.org", /^is the public half/],
    ["a public half of a security key", "sk-ssh-ed25519@openssh.com AAAA", /^is the public half/],
    ["a public half in PEM", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", /^is the public half/],
    ["something else", "hunter2", /^is not a private key/],
    ["an answer of a shell", "see ssh-ed25519 AAAA", /^is not a private key/],
    ["without its end", key.slice(0, 100), /^is damaged/],
    ["two in one", `${key}x${key}`, /^is damaged/],
    ["behind something", `x${key}`, /^is damaged/],
    ["with odd signs", key.replace("AAAA", "A*AA"), /^is damaged/],
    ["of OpenSSL with zeros", pem("PRIVATE KEY", Buffer.alloc(99), 64), /^is damaged/],
    ["with another magic", pem(kind, openssh({ magic: "openssh-key-v2\0" })), /^is damaged/],
    ["of two keys", pem(kind, openssh({ count: 2 })), /^is damaged/],
    ["with too small a secret", pem(kind, openssh({ secret: Buffer.alloc(7) })), /^is damaged/],
    ["of which a byte is missing", pem(kind, openssh().subarray(0, -1)), /^is damaged/],
    ["of which all but its head is missing", pem(kind, openssh().subarray(0, 40)), /^is damaged/],
    ["of which only the magic is left", pem(kind, openssh().subarray(0, 15)), /^is damaged/],
  ])("is refused when it is %s", (_, given, says) =>
    expect(readKey(given)).toEqual({ problem: expect.stringMatching(says) }),
  );

  it("may have the smallest secret, and any padding", () => {
    for (const size of [8, 9, 10]) {
      const whole = pem(kind, openssh({ secret: Buffer.alloc(size) }));
      expect(readKey(whole)).toEqual({ key: whole });
    }
  });
});
