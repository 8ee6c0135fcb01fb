import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readKey } from "../../../../../action/engine/targets/server/key.ts";
import fc from "../../../../fuzz.ts";

let folder: string;
let key: string;
let locked: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "key-"));
  const make = (name: string, passphrase: string) => {
    const file = join(folder, name);
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", passphrase, "-C", "a comment", "-f", file]);
    return readFileSync(file, "utf8");
  };
  key = make("open", "");
  locked = make("locked", "secret words");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What ssh-keygen derives from a private key: the proof that OpenSSH takes the text. */
function publicHalf(text: string): string {
  const file = join(folder, "tried");
  writeFileSync(file, text, { mode: 0o600 });
  return execFileSync("ssh-keygen", ["-y", "-P", "", "-f", file], { encoding: "utf8", stdio: "pipe" });
}

describe("a private key", () => {
  it.each([
    ["as it is", (k: string) => k],
    ["without its last newline", (k: string) => k.trimEnd()],
    ["with line ends of Windows", (k: string) => k.replaceAll("\n", "\r\n")],
    ["with lone carriage returns", (k: string) => k.replaceAll("\n", "\r")],
    ["with newlines that became blanks", (k: string) => k.trim().replaceAll("\n", " ")],
    ["with newlines that became \\n", (k: string) => k.replaceAll("\n", "\\n")],
    ["indented", (k: string) => k.replaceAll("\n", "\n    ")],
    ["after a byte order mark", (k: string) => `\uFEFF${k}`],
  ])("is taken %s", (_, mangle) => {
    const read = readKey(mangle(key));
    expect(read).toHaveProperty("key");
    expect(publicHalf((read as { key: string }).key)).toBe(publicHalf(key));
  });

  it("may be of the older kinds", () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    for (const type of ["pkcs1", "pkcs8"] as const) {
      const pem = privateKey.export({ type, format: "pem" }) as string;
      expect(readKey(pem.replaceAll("\n", "\r\n"))).toEqual({ key: pem });
    }
  });

  const rsa = () => generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  it.each([
    ["nothing", () => "", /is empty.*SSH_KEY/],
    ["a key with a passphrase", () => locked, /passphrase.*ssh-keygen/],
    [
      "a PKCS#8 key with a passphrase",
      () => rsa().export({ type: "pkcs8", format: "pem", cipher: "aes256", passphrase: "x" }),
      /passphrase/,
    ],
    [
      "an old PEM key with a passphrase",
      () => rsa().export({ type: "pkcs1", format: "pem", cipher: "aes256", passphrase: "x" }),
      /passphrase/,
    ],
    ["the public half", () => readFileSync(join(folder, "open.pub"), "utf8"), /public half/],
    ["a key of PuTTY's", () => "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n", /puttygen/],
    ["a key without its end", () => key.slice(0, 200), /damaged/],
    ["a key that lost its middle", () => key.replace(/\n.{60}/, "\n"), /damaged/],
    ["something else", () => "hunter2", /not a private key/],
  ])("is refused when it is %s", (_, text, says) => {
    expect(readKey(String(text()))).toEqual({ problem: expect.stringMatching(says) });
  });

  it("never shows up in a message, however it is broken", () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), fc.string(), (from, to, put) => {
        const read = readKey(key.slice(0, from) + put + key.slice(from + to));
        if (!("problem" in read)) return;
        for (const line of key.split("\n").slice(1, -2)) expect(read.problem).not.toContain(line);
      }),
      { numRuns: 300 },
    );
  });
});
